//! A process killed at any step loses nothing and seals nothing twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader},
    path::Path,
    process::Stdio,
};

use signet_issue::Step;
use signet_registry::{Digest, SealedFile};
use signet_store::{Database, Store};
use story::{
    folder::{Installation, ROWS, credentials, files, seal_section, settings},
    id, signet,
};

/// What the register says of the installation's credentials.
struct Register {
    credentials: usize,
    people: BTreeSet<String>,
    sealed_events: Vec<usize>,
    /// Digests of the sealed credentials.
    jsonld: BTreeSet<Digest>,
    named: BTreeSet<Digest>,
    orphans: BTreeSet<Digest>,
    /// Bytes on the disk that no ledger names.
    unnamed: BTreeSet<Digest>,
}

/// Digests of everything in the folder of artefacts.
fn on_the_disk(folder: &Path) -> BTreeSet<Digest> {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(on_the_disk(&path));
        } else {
            found.extend(name.parse::<Digest>());
        }
    }
    found
}

async fn register(installation: &Installation) -> Register {
    let own = installation.own();
    let database: Database = format!("sqlite:{}", own.join("register.db").display()).parse().unwrap();
    let store = Store::open(&database, &own.join("artefacts")).await.unwrap();
    let tenant = store.tenant(&"horni-dolni".parse().unwrap());
    let mut found = Register {
        credentials: 0,
        people: BTreeSet::new(),
        sealed_events: Vec::new(),
        jsonld: BTreeSet::new(),
        named: BTreeSet::new(),
        orphans: BTreeSet::new(),
        unnamed: BTreeSet::new(),
    };
    for id in tenant.credential_ids(None, 100).await.unwrap().rows {
        let history = tenant.history(&id).await.unwrap().unwrap();
        let events = || history.entries.iter().map(|entry| entry.event());
        found.credentials += 1;
        found.people.insert(tenant.credential(&id).await.unwrap().unwrap().key.person.to_string());
        found.sealed_events.push(events().filter(|event| event.name() == "sealed").count());
        found.jsonld.extend(history.state.artefacts().and_then(|artefacts| artefacts.file(SealedFile::Jsonld)));
        found.named.extend(events().flat_map(|event| event.artefacts()));
    }
    let later = jiff::Timestamp::now() + std::time::Duration::from_secs(60);
    found.orphans = tenant.orphans(later).await.unwrap().into_iter().collect();
    store.close().await;
    found.unnamed = on_the_disk(&own.join("artefacts")).difference(&found.named).copied().collect();
    found
}

/// Issues until the step is reached for the first time, then dies without a word.
fn killed_at(installation: &Installation, results: &str, step: Step) {
    let unit = installation.unit();
    let mut child = signet()
        .current_dir(installation.own())
        .args(["issue", "--unit", &unit, "--results", results, "--halt-at", step.name()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let halted = BufReader::new(child.stdout.take().unwrap()).lines().next();
    assert_eq!(halted.expect("a line").unwrap(), format!("halted {step}"));
    child.kill().expect("SIGKILL");
    let status = child.wait().unwrap();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(9));
}

/// Empties the installation: no register, no artefacts, no files.
fn clear(installation: &Installation) {
    for entry in std::fs::read_dir(installation.own()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { std::fs::remove_dir_all(&path).unwrap() } else { std::fs::remove_file(&path).unwrap() }
    }
    installation.put_settings(&(settings(&installation.demo()) + &seal_section(&installation.demo(), "horni-dolni")));
    installation.furnish();
}

#[test]
fn wherever_it_dies_the_next_run_finishes_and_each_credential_is_sealed_once() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let installation = Installation::bare();
    for step in Step::ALL {
        clear(&installation);
        let results = installation.results("results.csv", &ROWS);
        killed_at(&installation, &results, step);
        let dead = runtime.block_on(register(&installation));
        assert_eq!(dead.credentials, 3, "{step}: all rows were proposed together");
        let sealed: usize = dead.sealed_events.iter().sum();
        assert_eq!(sealed > 0, step == Step::Recorded, "{step}: {sealed} seals recorded at death");
        assert!(dead.orphans.is_empty(), "{step}: rows of artefacts come with the entry that names them");
        // At the last step another sealer may stand between keeping and recording.
        if step != Step::Recorded {
            assert_eq!(dead.unnamed.is_empty(), step != Step::Kept, "{step}: bytes without an entry");
        }
        assert!(credentials(&installation.own()).is_empty(), "{step}: nothing was delivered yet");
        installation.run(&["fsck"]).expect(0);

        let summary = installation.issue(&results, &[]).expect(0).json();
        assert_eq!((&summary["known"], &summary["put_off"]), (&3.into(), &0.into()), "{step}");
        let done = runtime.block_on(register(&installation));
        assert_eq!((done.credentials, done.people.len()), (3, 3), "{step}: one credential for each person");
        assert_eq!(done.sealed_events, [1, 1, 1], "{step}: sealed exactly once");
        assert!(dead.jsonld.is_subset(&done.jsonld), "{step}: what was sealed before the death stays as it was");
        assert!(done.named.is_disjoint(&done.orphans), "{step}");
        installation.run(&["fsck"]).expect(0);

        let issued = credentials(&installation.own().join("issued"));
        let delivered: BTreeSet<_> = issued.values().map(|bytes| Digest::of(bytes)).collect();
        assert_eq!(delivered, done.jsonld, "{step}: what was delivered is what the ledger names");
        assert_eq!(issued.values().map(|bytes| id(bytes)).collect::<BTreeSet<_>>().len(), 3, "{step}");
        assert_eq!(files(&installation.own().join("issued")).len(), 6, "{step}");
    }
}

#[test]
fn a_step_that_does_not_exist_is_refused() {
    let installation = Installation::furnished();
    let results = installation.results("results.csv", &ROWS);
    installation.issue(&results, &["--halt-at", "nowhere"]).expect(64).complains("nowhere");
    assert_eq!(installation.fsck()["credentials"], 0);
}
