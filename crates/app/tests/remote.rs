//! A seal at a remote service: killed at each point, nothing is sealed twice and no signature that was paid for is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead, BufReader},
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use signet_testing::csc::{CLIENT, CLIENT_SECRET, Fault, Nature, PIN, Service, V1, V2};
use story::{
    folder::{Installation, ROWS, credentials, settings},
    signet,
};

/// A installation whose seal is at a service.
fn installation(nature: Nature) -> (Installation, Service) {
    let installation = Installation::bare();
    let seals = installation.demo().join("seals");
    let read = |kind: &str| fs::read_to_string(seals.join(format!("horni-dolni.{kind}.pem"))).unwrap();
    let service = Service::start(&read("key"), &read("chain"), nature);
    fs::write(installation.own().join("client.secret"), CLIENT_SECRET).unwrap();
    fs::write(installation.own().join("credential.pin"), PIN).unwrap();
    let section = format!(
        "\n[[seal]]\nchain = \"{}\"\ntest = true\n\n[seal.remote]\naddress = \"{}\"\nclient_id = \"{CLIENT}\"\n\
         client_secret = \"client.secret\"\npin = \"credential.pin\"\n",
        seals.join("horni-dolni.chain.pem").display(),
        service.address
    );
    installation.put_settings(&(settings(&installation.demo()) + &section));
    installation.furnish();
    (installation, service)
}

/// Every digest was signed once, two for each credential.
fn signed_once(service: &Service, credentials: usize) {
    let digests = service.seen().digests();
    let different: BTreeSet<_> = digests.iter().collect();
    assert_eq!((digests.len(), different.len()), (credentials * 2, credentials * 2));
}

fn issuing(installation: &Installation, results: &str, more: &[&str]) -> Child {
    let unit = installation.unit();
    let args = [&["issue", "--unit", &unit, "--results", results], more].concat();
    signet().current_dir(installation.own()).args(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

fn kill(mut child: Child) {
    child.kill().expect("SIGKILL");
    child.wait().unwrap();
}

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let patience = Instant::now() + Duration::from_secs(60);
    while !holds() {
        assert!(Instant::now() < patience, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn uses(installation: &Installation) -> Vec<(String, String)> {
    let said = installation.run(&["seal", "log", "--json"]).expect(0).out;
    let read = |line: &str| -> serde_json::Value { serde_json::from_str(line).unwrap() };
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    said.lines().map(read).map(|used| (text(&used["digest"]), text(&used["outcome"]))).collect()
}

#[test]
fn credentials_are_sealed_at_the_service_and_hold() {
    for nature in [V2, V1, Nature { asynchronous: true, polls_in_vain: 1, ..V2 }] {
        let (installation, service) = installation(nature);
        installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(0);
        assert_eq!(credentials(&installation.own().join("issued")).len(), 3);
        installation.run(&["fsck"]).expect(0);
        signed_once(&service, 3);
        let asked = uses(&installation).into_iter().filter(|(_, outcome)| outcome == "asked").count();
        assert_eq!((asked, uses(&installation).len()), (6, 12), "each asked for, and each made");
        let told = installation.run(&["seal", "status"]).expect(0).out;
        assert!(told.contains("remote sealing service") && told.contains("The key responds"), "{told}");
        signed_once(&service, 3);
    }
}

#[test]
fn a_slow_service_is_waited_for_by_whoever_seals_until_nothing_waits() {
    let (installation, service) = installation(Nature { asynchronous: true, polls_in_vain: 12, ..V2 });
    let results = installation.results("results.csv", &ROWS[..1]);
    installation.issue(&results, &[]).expect(0);
    signed_once(&service, 1);
    assert!(service.seen().polls >= 26);
}

#[test]
fn a_service_that_is_away_lets_records_wait_and_one_that_is_back_seals_them() {
    let (installation, service) = installation(V2);
    service.fail(&[Fault::Away; 6]);
    let results = installation.results("results.csv", &ROWS);
    installation.issue(&results, &[]).expect(1).complains("sealing service");
    let why = installation.run(&["seal", "status"]).expect(0).out;
    assert!(why.contains("seal-service"), "{why}");
    assert!(service.seen().signed.is_empty());
    // What found out first spared the others the way: at most one attempt of each of two calls at a time.
    let tried = uses(&installation).into_iter().filter(|(_, outcome)| outcome == "asked").count();
    assert!((1..=2).contains(&tried), "{tried}");
    service.mend();
    installation.issue(&results, &[]).expect(0);
    signed_once(&service, 3);
}

#[test]
fn a_wrong_signature_is_thrown_away() {
    let (installation, service) = installation(V2);
    service.fail(&[Fault::Wrong]);
    let results = installation.results("results.csv", &ROWS[..1]);
    installation.issue(&results, &[]).expect(1).complains("not a signature by the key of the certificate");
    assert!(credentials(&installation.own()).is_empty());
    installation.issue(&results, &[]).expect(0);
    installation.run(&["fsck"]).expect(0);
    assert_eq!(service.seen().digests().len(), 3, "the wrong one, and two good ones");
}

#[test]
fn killed_after_a_step_the_next_run_asks_for_nothing_twice() {
    for step in ["credential-sealed", "document-sealed", "verified", "kept"] {
        let (installation, service) = installation(V2);
        let results = installation.results("results.csv", &ROWS[..1]);
        let mut child = issuing(&installation, &results, &["--halt-at", step]);
        let halted = BufReader::new(child.stdout.take().unwrap()).lines().next();
        assert_eq!(halted.expect("a line").unwrap(), format!("halted {step}"));
        kill(child);
        installation.run(&["fsck"]).expect(0);
        installation.issue(&results, &[]).expect(0);
        installation.run(&["fsck"]).expect(0);
        signed_once(&service, 1);
        assert_eq!(installation.fsck()["orphans"], 0, "{step}: what was kept on the way is what the ledger names");
    }
}

#[test]
fn killed_while_the_service_works_the_next_run_fetches_what_it_made() {
    let (installation, service) = installation(Nature { asynchronous: true, polls_in_vain: 6, ..V2 });
    let results = installation.results("results.csv", &ROWS[..1]);
    let child = issuing(&installation, &results, &[]);
    until("it polls", || service.seen().polls > 1);
    kill(child);
    assert_eq!(service.seen().digests().len(), 1);
    installation.issue(&results, &[]).expect(0);
    assert_eq!(credentials(&installation.own().join("issued")).len(), 1);
    installation.run(&["fsck"]).expect(0);
    signed_once(&service, 1);
}

#[test]
fn killed_before_the_answer_the_same_digest_is_asked_for_again() {
    let (installation, service) = installation(V2);
    service.fail(&[Fault::Slow(Duration::from_secs(3))]);
    let results = installation.results("results.csv", &ROWS[..1]);
    let child = issuing(&installation, &results, &[]);
    until("it signs", || !service.seen().signed.is_empty());
    kill(child);
    installation.issue(&results, &[]).expect(0);
    installation.run(&["fsck"]).expect(0);
    let digests = service.seen().digests();
    assert_eq!(digests.len(), 3, "this answer was lost with the process");
    assert_eq!(digests[0], digests[1], "and the very same was asked for");
    let asked: Vec<_> = uses(&installation).into_iter().filter(|(_, outcome)| outcome == "asked").collect();
    assert_eq!(asked.len(), 3, "the log knows of all three");
    assert_eq!(asked[0].0, asked[1].0);
}
