//! Seals that hold for decades: issued at B-LTA among real services, renewed, and judged by those who share no code with us.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use story::{
    Ended,
    folder::{credentials, demo, files, folder},
    run,
};
use tempfile::TempDir;

const UNIT: &str = "demo/data/horni-dolni/units/personal-data.toml";
const RESULTS: &str = "demo/data/horni-dolni/results/personal-data.csv";

/// What `cargo xtask test` lends.
fn lent(name: &str) -> Option<String> {
    let value = env::var(name).ok();
    if value.is_none() {
        println!("skipped: {name} is not set; `cargo xtask test` starts what it names");
    }
    value
}

/// A university whose seal certificate, time stamps and revocation data are those of the authority that is lent.
struct Installation {
    place: TempDir,
    pki: PathBuf,
}

impl Installation {
    fn furnished(authority: &str, pki: &str) -> Self {
        let installation = Installation { place: folder(), pki: pki.into() };
        demo(installation.folder());
        // The demonstration's university under the identifier and the name in the certificate.
        let institution =
            fs::read_to_string(installation.folder().join("demo/data/institutions/horni-dolni.toml")).unwrap();
        let institution = institution
            .replace("99900017", "00000027")
            .replace("Smyšlená univerzita Horní Dolní", "Zkušební univerzita");
        fs::write(installation.folder().join("demo/data/institutions/own.toml"), institution).unwrap();
        fs::write(installation.folder().join("password"), "test\n").unwrap();
        installation.settings("seal-ec", authority, "B-LTA");
        installation.run(&["import", "demo/data/institutions/own.toml"]).expect(0);
        installation
    }

    fn settings(&self, key: &str, authority: &str, level: &str) {
        let settings = format!(
            "[store]\ndatabase = \"sqlite:archived.db\"\nartefacts = \"archived\"\nlink_key = \"archived.key\"\n\n\
             [[seal]]\nkey = \"{}\"\npassword = \"password\"\nstamps = \"{authority}\"\nlevel = \"{level}\"\ntest = true\n\n\
             [trust]\nlists = \"none\"\nanchors = [\"{}\"]\n\n[outbound]\nreach = \"loopback\"\n\n[log]\nfilter = \"error\"\n",
            self.pki.join(key).with_extension("pfx").display(),
            self.root().display()
        );
        fs::write(self.folder().join("signet.toml"), settings).unwrap();
    }

    fn folder(&self) -> &Path {
        self.place.path()
    }

    fn root(&self) -> PathBuf {
        self.pki.join("root.cert.pem")
    }

    fn run(&self, args: &[&str]) -> Ended {
        run(self.folder(), args)
    }

    fn issue(&self, out: &str) -> Ended {
        self.run(&["issue", "--unit", UNIT, "--results", RESULTS, "--out", out])
    }

    /// Every sealed file of a folder, judged from itself alone; `more` says when.
    fn judge(&self, out: &str, more: &[&str]) -> Vec<Value> {
        let files = files(&self.folder().join(out));
        assert_eq!(files.len(), 6);
        let report = |path: &PathBuf| self.run(&[&["verify", path.to_str().unwrap(), "--json"], more].concat()).json();
        files.keys().map(report).collect()
    }

    /// Now, by us and by others.
    fn judge_now(&self, out: &str) {
        for report in self.judge(out, &["--offline"]) {
            assert_eq!(report["groups"][1]["outcome"], "holds", "{report:#}");
            for sealing in report["sealings"].as_array().unwrap() {
                assert_eq!(sealing["reach"], "B-LTA", "{report:#}");
            }
        }
        self.judged_by_others(&files(&self.folder().join(out)).into_keys().collect::<Vec<_>>());
    }

    fn judged_by_others(&self, files: &[PathBuf]) {
        let of =
            |kind: &'static str| files.iter().filter(move |path| path.extension().is_some_and(|ending| ending == kind));
        if let Some(python) = lent("SIGNET_PYTHON") {
            let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/../../interop/python/judge_pdf.py");
            let mut command = Command::new(&python);
            agree(command.arg(judge).arg("--trust").arg(self.root()).args(of("pdf")), "archived");
            if let Some(shared) = lent("SIGNET_SHARED") {
                let checker = Path::new(&shared).join("reference/tools/check_jades.py");
                agree(Command::new(python).arg(checker).args(of("jsonld")), "TOTAL failures: 0");
            }
        }
        if let Some(verapdf) = lent("SIGNET_VERAPDF") {
            for flavour in ["3a", "ua1"] {
                agree(Command::new(&verapdf).args(["--format", "text", "--flavour", flavour]).args(of("pdf")), "PASS");
            }
        }
    }
}

/// Another's verdict: it ends well and says so.
fn agree(judge: &mut Command, word: &str) {
    let output = judge.output().unwrap();
    let (told, complaint) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && told.contains(word), "{told}{complaint}");
}

/// How many items of each name the unsigned part of a sealed credential has, in their order.
fn evidence(file: &[u8]) -> Vec<String> {
    let file: Value = serde_json::from_slice(file).unwrap();
    let items = file["signatures"][0]["header"]["etsiU"].as_array().unwrap();
    let name = |item: &Value| {
        let text = data_encoding::BASE64URL_NOPAD.decode(item.as_str().unwrap().as_bytes()).unwrap();
        let item: Value = serde_json::from_slice(&text).unwrap();
        item.as_object().unwrap().keys().next().unwrap().clone()
    };
    items.iter().map(name).collect()
}

#[test]
fn seals_are_archived_and_renewed() {
    let (Some(authority), Some(pki)) = (lent("SIGNET_TEST_TSA"), lent("SIGNET_TEST_PKI")) else { return };
    let installation = Installation::furnished(&authority, &pki);
    installation.issue("issued").expect(0);
    installation.judge_now("issued");

    // The authority's key is RSA, and PKCS #1 v1.5 ends with 2028: nothing is due now, everything is by then.
    let now = installation.run(&["renew", "--json"]).expect(0).json();
    assert_eq!((&now["looked"], &now["due"]), (&3.into(), &0.into()), "{now:#}");
    let then = installation.run(&["renew", "--due-before", "2029-01-02", "--dry-run", "--json"]).expect(0).json();
    assert_eq!((&then["due"], &then["renewed"]), (&3.into(), &0.into()), "{then:#}");
    assert_eq!(then["credentials"][0]["until"], "2029-01-01T00:00:00Z");

    let renewed = installation.run(&["renew", "--due-before", "2029-01-02"]).expect(0).out;
    assert!(renewed.contains("due: 3; renewed: 3; not renewed: 0"), "{renewed}");
    installation.issue("renewed").expect(0);
    installation.judge_now("renewed");
    let (before, after) =
        (credentials(&installation.folder().join("issued")), credentials(&installation.folder().join("renewed")));
    for ((_, before), (_, after)) in before.iter().zip(&after) {
        assert!(evidence(after).starts_with(&evidence(before)));
        assert_eq!(evidence(after).iter().filter(|name| *name == "arcTst").count(), 2);
    }
    let before = files(&installation.folder().join("issued"));
    for (path, after) in files(&installation.folder().join("renewed")).iter().filter(|(path, _)| path.ends_with("pdf"))
    {
        assert!(after.starts_with(&before[path]), "a renewed PDF begins with the one before it");
    }

    // One that is named is renewed again, due or not.
    let id = then["credentials"][0]["credential"].as_str().unwrap().to_owned();
    let one = installation.run(&["renew", &id, "--json"]).expect(0).json();
    assert_eq!((&one["due"], &one["renewed"]), (&1.into(), &1.into()), "{one:#}");
    installation.run(&["fsck"]).expect(0);
}

#[test]
fn what_was_sealed_at_a_lower_level_is_brought_up() {
    let (Some(authority), Some(pki)) = (lent("SIGNET_TEST_TSA"), lent("SIGNET_TEST_PKI")) else { return };
    let installation = Installation::furnished(&authority, &pki);
    installation.settings("seal-ec", &authority, "B-T");
    installation.issue("timed").expect(0);
    for report in installation.judge("timed", &[]) {
        assert_eq!(report["groups"][1]["outcome"], "holds", "{report:#}");
        for sealing in report["sealings"].as_array().unwrap() {
            assert_eq!(sealing["reach"], "B-T", "{report:#}");
            assert!(sealing["proven"].is_string(), "{report:#}");
        }
    }
    installation.run(&["renew"]).expect(1).complains("B-LTA");
    installation.settings("seal-ec", &authority, "B-LTA");
    let up = installation.run(&["renew", "--json"]).expect(0).json();
    assert_eq!((&up["due"], &up["renewed"]), (&3.into(), &3.into()), "{up:#}");
    assert!(up["credentials"][0]["until"].is_null());
    installation.issue("raised").expect(0);
    for report in installation.judge("raised", &["--offline"]) {
        assert_eq!(report["sealings"][0]["reach"], "B-LTA", "{report:#}");
        assert_eq!(report["groups"][1]["outcome"], "holds", "{report:#}");
    }
}

#[test]
fn without_a_stamp_nothing_is_sealed() {
    let (Some(authority), Some(pki)) = (lent("SIGNET_TEST_TSA"), lent("SIGNET_TEST_PKI")) else { return };
    let installation = Installation::furnished(&authority, &pki);
    // Nobody listens at the discard port.
    installation.settings("seal-ec", "http://127.0.0.1:9/tsa", "B-T");
    installation.issue("issued").expect(1).complains("is waiting for its seal");
    assert!(credentials(&installation.folder().join("issued")).is_empty());
    installation.run(&["doctor"]).expect(1);
}

#[test]
fn what_cannot_be_renewed_stays_as_it_is() {
    let (Some(authority), Some(pki)) = (lent("SIGNET_TEST_TSA"), lent("SIGNET_TEST_PKI")) else { return };
    let installation = Installation::furnished(&authority, &pki);
    installation.issue("issued").expect(0);
    // Nobody listens at the discard port.
    installation.settings("seal-ec", "http://127.0.0.1:9/tsa", "B-LTA");
    let failed = installation.run(&["renew", "--due-before", "2060-01-01", "--json"]).expect(1);
    assert_eq!((&failed.json()["failed"], &failed.json()["renewed"]), (&3.into(), &0.into()));
    failed.complains("could not be renewed");
    installation.issue("again").expect(0);
    let contents = |out: &str| files(&installation.folder().join(out)).into_values().collect::<Vec<_>>();
    assert!(contents("issued") == contents("again"));
    installation.run(&["renew", "00000000-0000-4000-8000-000000000000"]).expect(65);
}

#[test]
fn without_revocation_data_nothing_is_sealed() {
    let (Some(authority), Some(pki)) = (lent("SIGNET_TEST_TSA"), lent("SIGNET_TEST_PKI")) else { return };
    let installation = Installation::furnished(&authority, &pki);
    // The certificate is good in itself, but its authority says that it was revoked.
    installation.settings("seal-revoked", &authority, "B-LTA");
    let ended = installation.issue("issued").expect(1);
    ended.complains("is waiting for its seal");
    assert!(credentials(&installation.folder().join("issued")).is_empty());
}
