//! History: what was sealed and kept finds out what was taken back; erasure and sweep do what they say; files are closed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use signet_access::{Action, Actor, Role, Target, UnitPlace, allowed};
use signet_issue::{Clock, Issuer, SecureRandom};
use signet_record::{PersonId, UnitId};
use signet_registry::{Agent, LogKey, UnitVersion};
use signet_share::LinkKey;
use signet_store::{Database, Protected, Store};
use story::folder::{Installation, ROWS, files};
use story::http::Browser;
use story::server::Server;

/// The list that the server sealed by itself, once it says what is wanted.
fn sealed(installation: &Installation, wanted: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let server = Server::of(installation);
    let file = installation.own().join("artefacts/horni-dolni/status/1.jsonld");
    let patience = Instant::now() + Duration::from_secs(60);
    loop {
        if let Ok(list) = fs::read(&file)
            && wanted(&list)
        {
            assert_eq!(server.stop(), Some(0));
            return list;
        }
        assert!(Instant::now() < patience, "the log was not sealed");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn register_files(installation: &Installation) -> Vec<PathBuf> {
    ["", "-wal", "-shm"].iter().map(|ending| installation.own().join(format!("register.db{ending}"))).collect()
}

fn issued(installation: &Installation, row: usize) -> String {
    let said = installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(0).json();
    said["credentials"][row]["credential"].as_str().or_else(|| said["credentials"][row].as_str()).unwrap().to_owned()
}

fn damage(report: &serde_json::Value) -> Vec<String> {
    report["damage"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap().to_owned()).collect()
}

/// Writes into the register until when the files of a credential prove anything, whatever the files say.
fn remember(installation: &Installation, id: &str, protected: Protected) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let own = installation.own();
        let database: Database = format!("sqlite:{}", own.join("register.db").display()).parse().unwrap();
        let store = Store::open(&database, &own.join("artefacts")).await.unwrap();
        let tenant = store.tenant(&"horni-dolni".parse().unwrap());
        let state = tenant.history(&id.parse().unwrap()).await.unwrap().unwrap().state;
        tenant.put_protection(&state, Some(protected)).await.unwrap();
        store.close().await;
    });
}

#[test]
fn only_files_that_are_due_are_read_and_the_column_is_held_against_them() {
    let installation = Installation::furnished();
    let id = issued(&installation, 0);
    let dry_run =
        |more: &[&str]| installation.run(&[&["renew", "--dry-run", "--json"], more].concat()).expect(0).json();
    // Without time stamps everything is due, always.
    for _ in 0..2 {
        let all = dry_run(&[]);
        assert_eq!((&all["looked"], &all["due"]), (&3.into(), &3.into()), "{all:#}");
    }
    installation.run(&["fsck"]).expect(0);

    remember(&installation, &id, Protected { until: Some("2999-01-01T00:00:00Z".parse().unwrap()) });
    let others = dry_run(&[]);
    assert_eq!((&others["looked"], &others["due"]), (&2.into(), &2.into()), "{others:#}");
    let found = installation.run(&["fsck", "--json"]).expect(1).json();
    assert!(damage(&found).iter().all(|what| what.contains("protected_until")), "{found:#}");
    assert_eq!(found["damage"][0]["credential"], id.as_str());

    // What is named is read in any case, and then remembered rightly.
    assert_eq!(dry_run(&[&id])["due"], 1);
    installation.run(&["fsck"]).expect(0);
}

#[test]
fn a_register_put_back_is_found_out_by_what_was_sealed() {
    let installation = Installation::furnished();
    let id = issued(&installation, 0);
    let first = sealed(&installation, |_| true);
    let kept = installation.own().join("kept.jsonld");
    fs::write(&kept, &first).unwrap();
    let clean = installation.run(&["fsck", "--json", "--against", "kept.jsonld"]).expect(0).json();
    let head = format!("horni-dolni={}", clean["heads"]["horni-dolni"].as_str().unwrap());
    let service = format!("={}", clean["heads"][""].as_str().unwrap());
    installation.run(&["fsck", "--head", &head, "--head", &service]).expect(0);

    // Revoked and sealed; then the database is put back to where it was, whole and sound in itself.
    let before: Vec<(PathBuf, Option<Vec<u8>>)> =
        register_files(&installation).into_iter().map(|file| (file.clone(), fs::read(file).ok())).collect();
    installation.run(&["revoke", &id, "--reason", "issued-in-error"]).expect(0);
    sealed(&installation, |list| list != first);
    installation.run(&["fsck"]).expect(0);
    for (file, bytes) in &before {
        match bytes {
            Some(bytes) => fs::write(file, bytes).unwrap(),
            None => drop(fs::remove_file(file)),
        }
    }
    let found = installation.run(&["fsck", "--json"]).expect(1).json();
    let told = damage(&found);
    assert!(told.iter().any(|what| what.contains("the latest were removed")), "{told:?}");
    let revoked = found["damage"].as_array().unwrap().iter().find(|one| one["credential"] == id.as_str());
    assert!(revoked.unwrap()["what"].as_str().unwrap().contains("was revoked"), "{told:?}");
    // No list is sealed that takes the revocation back.
    let list = installation.own().join("artefacts/horni-dolni/status/1.jsonld");
    let sealed_last = fs::read(&list).unwrap();
    let server = Server::of(&installation);
    Browser::new(&server.address).get("/status/horni-dolni/1").expect(503);
    assert_eq!(server.stop(), Some(0));
    assert_eq!(fs::read(&list).unwrap(), sealed_last);
    // What was kept from before that still fits.
    let told = damage(&installation.run(&["fsck", "--json", "--against", "kept.jsonld"]).expect(1).json());
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn heads_and_lists_that_are_none_are_refused() {
    let installation = Installation::furnished();
    issued(&installation, 0);
    let list = sealed(&installation, |_| true);
    installation.run(&["fsck", "--head", "horni-dolni"]).expect(64).complains("not the head of a log");
    installation.run(&["fsck", "--head", "horni-dolni=3:00"]).expect(64).complains("not the head of a log");
    installation.run(&["fsck", "--against", "nothing"]).expect(66);
    installation.run(&["fsck", "--against", "signet.toml"]).expect(65).complains("not a status list");
    // A list whose seal was broken proves nothing, and says so.
    let text = String::from_utf8(list).unwrap();
    let at = text.find("\"signature\":\"").unwrap() + 20;
    let other = if &text[at..=at] == "A" { "B" } else { "A" };
    let broken = format!("{}{other}{}", &text[..at], &text[at + 1..]);
    fs::write(installation.own().join("broken.jsonld"), broken).unwrap();
    let told = damage(&installation.run(&["fsck", "--json", "--against", "broken.jsonld"]).expect(1).json());
    assert!(told[0].contains("is not valid"), "{told:?}");
    let head = format!("horni-dolni=1:{}", "0".repeat(64));
    let told = damage(&installation.run(&["fsck", "--json", "--head", &head]).expect(1).json());
    assert!(told[0].contains("history was rewritten"), "{told:?}");
}

#[test]
fn a_person_is_erased_and_the_register_stays() {
    let installation = Installation::furnished();
    let id = issued(&installation, 0);
    installation.run(&["erase", "--person", "nobody"]).expect(65).complains("no person");
    installation.run(&["erase", "--person", "HD-70001", "--scope", "all"]).expect(64).complains("publication");
    let said = installation.run(&["erase", "--person", "HD-70001"]).expect(0).out;
    assert!(said.contains("Ledgers that record it: 1; links: 1;"), "{said}");
    assert_eq!(installation.fsck()["damage"].as_array().unwrap().len(), 0);
    // By order of an authority: the bytes are gone, and that is no damage.
    let said = installation.run(&["erase", "--person", "HD-70001", "--scope", "artefacts"]).expect(0).out;
    assert!(said.contains("sealed files and awards: 3"), "{said}");
    let fsck = installation.fsck();
    assert_eq!((fsck["damage"].as_array().unwrap().len(), &fsck["credentials"]), (0, &3.into()));
    installation.run(&["revoke", &id, "--reason", "holder-request"]).expect(0);
    let swept = installation.run(&["sweep"]).expect(0).out;
    assert!(swept.contains("uploaded files 0"), "{swept}");
    let migrated = installation.run(&["migrate"]).expect(0).out;
    assert!(migrated.contains("up to date"), "{migrated}");
}

fn modes(folder: &Path, found: &mut Vec<(PathBuf, u32)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        found.push((path.clone(), fs::metadata(&path).unwrap().permissions().mode() & 0o777));
        if path.is_dir() {
            modes(&path, found);
        }
    }
}

#[test]
fn what_signet_makes_is_for_its_own_account_alone() {
    let installation = Installation::furnished();
    issued(&installation, 0);
    sealed(&installation, |_| true);
    let made_by_the_test = ["signet.toml", "results.csv"];
    let mut found = Vec::new();
    modes(&installation.own(), &mut found);
    modes(&installation.demo(), &mut found);
    assert!(found.len() > 30);
    for (path, mode) in found {
        if made_by_the_test.iter().any(|name| path.ends_with(name)) {
            continue;
        }
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
    // What is open from before is complained about, with what to do.
    fs::set_permissions(installation.own().join("register.db"), fs::Permissions::from_mode(0o644)).unwrap();
    let told = installation.run(&["fsck"]).expect(0);
    told.complains("Other accounts on this machine can read");
    told.complains("chmod 600");
}

/// Begins a unit with the text of the one that was brought in, and hands it in; returns its text.
fn handed_in(installation: &Installation, unit: &UnitId) -> Vec<u8> {
    let own = installation.own();
    let link_key = || LinkKey::new(&fs::read(own.join("link.key")).unwrap().try_into().unwrap()).unwrap();
    let log_key = Some(LogKey::new(&link_key().derive("log entries 1")));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let database: Database = format!("sqlite:{}", own.join("register.db").display()).parse().unwrap();
        let store = Store::open_with_key(&database, &own.join("artefacts"), log_key).await.unwrap();
        let tenant = store.tenant(&"horni-dolni".parse().unwrap());
        let address = "https://signet.example/".parse().unwrap();
        let issuer = Issuer::new(store.clone(), [], link_key(), address, Clock::System, SecureRandom, None);
        let (account, person) = (Agent::new("author").unwrap(), PersonId::new("V-1").unwrap());
        let actor = Actor::within(account, tenant.id().clone(), Role::Registrar, Some(person)).unwrap();
        let place = tenant.unit_place(&UnitId::new("econometrics-r").unwrap()).await.unwrap();
        let place = UnitPlace { unit: unit.clone(), ..place };
        let permit = |action| {
            let target = Target::Unit { institution: tenant.id(), guarantor: None, place: Some(&place) };
            allowed(&actor, action, &target).unwrap()
        };
        let from = UnitVersion { unit: UnitId::new("econometrics-r").unwrap(), version: 2 };
        let units = issuer.units(&tenant);
        units.copy(unit, None, from, permit(Action::EditUnit)).await.unwrap();
        let state = units.submit(unit, permit(Action::SubmitUnit)).await.unwrap();
        let text = tenant.artefact(&state.draft().unwrap().digest.unwrap()).await.unwrap().bytes.to_vec();
        store.close().await;
        text
    })
}

#[test]
fn fsck_names_the_unit_whose_ledger_or_text_was_changed() {
    let installation = Installation::furnished();
    let text = handed_in(&installation, &UnitId::new("kopie").unwrap());
    let clean = installation.run(&["fsck", "--json"]).expect(0).json();
    assert_eq!((&clean["units"], &clean["artefacts"]), (&1.into(), &1.into()), "{clean:#}");

    let kept = files(&installation.own().join("artefacts"));
    let path = kept.iter().find(|(_, bytes)| **bytes == text).expect("what was handed in is kept").0;
    let mut changed = text.clone();
    changed[text.len() / 2] ^= 1;
    fs::write(path, &changed).unwrap();
    let found = installation.run(&["fsck", "--json"]).expect(1).json();
    assert_eq!((damage(&found).len(), &found["damage"][0]["unit"]), (1, &"kopie".into()), "{found:#}");
    assert!(installation.run(&["fsck"]).expect(1).out.contains("kopie: "));
    fs::write(path, &text).unwrap();
    installation.run(&["fsck"]).expect(0);

    // The entry in the file of the database itself.
    let (before, after) = (br#""event":{"submitted""#, br#""event":{"submittee""#);
    for file in register_files(&installation) {
        let Ok(mut bytes) = fs::read(&file) else { continue };
        let places: Vec<usize> =
            bytes.windows(before.len()).enumerate().filter(|(_, here)| here == before).map(|(at, _)| at).collect();
        for at in places {
            bytes[at..at + after.len()].copy_from_slice(after);
        }
        fs::write(&file, bytes).unwrap();
    }
    let found = installation.run(&["fsck", "--json"]).expect(1).json();
    assert_eq!(found["damage"][0]["unit"], "kopie", "{found:#}");
    assert!(damage(&found)[0].contains("ledger cannot be read"), "{found:#}");
}
