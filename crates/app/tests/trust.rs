//! Trusted lists: fetched from a server, kept, shown, and asked about a certificate.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    path::Path,
    sync::{Arc, Mutex},
};

use signet_testing::{
    Entity,
    certificate::{as_authority, subject},
    rcgen::DnType,
    trusted_list::{Draft, Entry, Offer, Operator, Points},
};
use story::{Ended, folder::folder, run};

type Files = Arc<Mutex<BTreeMap<String, Vec<u8>>>>;

/// The plainest of servers: a path, a file. Ends with the test.
fn serve(files: Files) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut reader = BufReader::new(&stream);
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
            while reader.read_line(&mut line).unwrap() > 2 {}
            let file = files.lock().unwrap().get(&path).cloned();
            let status = if file.is_some() { "200 OK" } else { "404 Not Found" };
            let body = file.unwrap_or_default();
            let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
            let _ = (&stream).write_all(&[head.into_bytes(), body].concat());
        }
    });
    address
}

/// A certificate authority that a list names, and a seal certificate of it that claims nothing.
fn certificates() -> (Vec<u8>, String) {
    let named = |name: &str| subject(&[(DnType::CommonName, name)]);
    let authority = Entity::root(as_authority(named("Test Authority"), None));
    let seal = authority.issue(named("Test Seal"));
    (authority.der, seal.pem())
}

struct Installation {
    place: tempfile::TempDir,
    files: Files,
    cz: Operator,
    authority: Vec<u8>,
    base: String,
}

impl Installation {
    fn new() -> Self {
        let files = Files::default();
        let base = serve(Arc::clone(&files));
        let place = folder();
        let [eu, cz] = ["EU", "CZ"].map(Operator::new);
        let points = Points::national("CZ", &format!("{base}/cz.xml"), &[&cz]);
        files.lock().unwrap().insert("/eu.xml".to_owned(), eu.sign(&Draft::lists(vec![points]).xml()));
        let digest: String = eu.sha256().iter().map(|byte| format!("{byte:02x}")).collect();
        let settings = format!(
            "[store]\ndatabase = \"sqlite:r.db\"\nartefacts = \"a\"\nlink_key = \"k\"\n\n\
             [trust]\nlotl = \"{base}/eu.xml\"\nlotl_signers = [\"{digest}\"]\n\n[outbound]\nreach = \"loopback\"\n"
        );
        fs::write(place.path().join("signet.toml"), settings).unwrap();
        let (authority, seal) = certificates();
        fs::write(place.path().join("seal.pem"), seal).unwrap();
        let installation = Self { place, files, cz, authority, base };
        installation.publish(7, "granted");
        installation
    }

    /// The Czech list of a number, with the authority in some status.
    fn publish(&self, sequence: u64, status: &'static str) {
        let entries = vec![Entry::for_seals(status, "2020-01-01T00:00:00Z")];
        let offer = Offer { kind: "CA/QC", certificates: vec![self.authority.clone()], entries };
        let draft = Draft { sequence, ..Draft::national("CZ", vec![offer]) };
        self.files.lock().unwrap().insert("/cz.xml".to_owned(), self.cz.sign(&draft.xml()));
    }

    fn path(&self) -> &Path {
        self.place.path()
    }

    fn trust(&self, args: &[&str]) -> Ended {
        run(self.path(), [&["trust"], args].concat())
    }
}

#[test]
fn lists_are_fetched_kept_and_shown() {
    let installation = Installation::new();
    let nothing = installation.trust(&["show"]).expect(69);
    assert!(nothing.out.contains("EU: not fetched yet"), "{}", nothing.out);
    assert!(run(installation.path(), ["config", "check"]).expect(0).out.contains("signet trust update"));

    let first = installation.trust(&["update"]).expect(0).out;
    assert!(first.contains("EU: new list, number 7") && first.contains("CZ: new list, number 7"), "{first}");
    let second = installation.trust(&["update", "--json"]).expect(0).json();
    assert_eq!(second[1]["result"], "unchanged");
    assert!(!run(installation.path(), ["config", "check"]).expect(0).out.contains("signet trust update"));

    let shown = installation.trust(&["show"]).expect(0).out;
    assert!(shown.contains("✓ CZ: number 7") && shown.contains("CA/QC: granted 1"), "{shown}");
    let told = installation.trust(&["show", "--json"]).expect(0).json();
    assert_eq!((&told[1]["standing"], &told[1]["services"]["CA/QC"]["granted"]), (&"good".into(), &1.into()));
    assert_eq!(told[1]["location"], format!("{}/cz.xml", installation.base));
    // Ten years on nobody has issued the next.
    let overdue = installation.trust(&["show", "--at", "2037-01-01T00:00:00Z"]).expect(1).out;
    assert!(overdue.contains("? CZ: number 7") && overdue.contains("should have come"), "{overdue}");
}

#[test]
fn a_good_list_stays_when_a_bad_one_comes() {
    let installation = Installation::new();
    installation.trust(&["update"]).expect(0);
    installation.publish(6, "withdrawn");
    let refused = installation.trust(&["update"]).expect(1).out;
    assert!(refused.contains("CZ: number 7 stays") && refused.contains("older than 7"), "{refused}");
    let shown = installation.trust(&["show", "--lang", "cs"]).expect(0).out;
    assert!(shown.contains("číslo 7") && shown.contains("Poslední pokus"), "{shown}");
    // Written over in the cache, it counts no more.
    let kept = fs::read_dir(installation.path().join("trusted-lists")).unwrap().flatten().map(|entry| entry.path());
    for file in kept.filter(|path| path.extension().is_some_and(|it| it == "xml")) {
        let changed = fs::read_to_string(&file).unwrap().replace("Svcstatus/granted", "Svcstatus/withdrawn");
        fs::write(&file, changed).unwrap();
    }
    let shown = installation.trust(&["show"]).expect(1).out;
    assert!(shown.contains("✗ CZ: not acceptable") && shown.contains("changed after it was signed"), "{shown}");
    assert!(run(installation.path(), ["config", "check"]).expect(0).out.contains("CZ"));
}

#[test]
fn a_certificate_is_told_where_it_stands() {
    let installation = Installation::new();
    let blind = installation.trust(&["show", "seal.pem"]).expect(2).out;
    assert!(blind.contains("N/A") && blind.contains("list of lists that would decide this is missing"), "{blind}");
    installation.trust(&["update"]).expect(0);
    let told = installation.trust(&["show", "seal.pem"]).expect(1).out;
    for sign in ["Test Seal", "Test Authority", "Test Trust & Co.", "granted since", "AdESeal.", "does not claim to be"]
    {
        assert!(told.contains(sign), "{sign} in\n{told}");
    }
    let told = installation.trust(&["show", "seal.pem", "--json"]).expect(1).json();
    assert_eq!((&told["seal"]["class"], &told["seal"]["reason"]), (&"AdESeal".into(), &"not_claimed".into()));
    installation.publish(8, "withdrawn");
    installation.trust(&["update"]).expect(0);
    let told = installation.trust(&["show", "seal.pem"]).expect(1).out;
    assert!(told.contains("not granted its qualified status: withdrawn"), "{told}");
    installation.trust(&["show", "nowhere.pem"]).expect(66).complains("nowhere.pem");
    installation.trust(&["show", "signet.toml"]).expect(65).complains("signet.toml");
}

#[test]
fn settings_without_lists_want_none() {
    let installation = Installation::new();
    let settings = installation.path().join("signet.toml");
    let without = fs::read_to_string(&settings).unwrap().replace("[trust]\n", "[trust]\nlists = \"none\"\n");
    fs::write(&settings, without).unwrap();
    installation.trust(&["update"]).expect(78).complains("lists = \"none\"");
    assert!(!run(installation.path(), ["config", "check"]).expect(0).out.contains("trusted lists"));
}
