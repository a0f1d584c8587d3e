//! The custodian's day: what each seal is, what it was used for, stopping it, renewing it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{collections::BTreeSet, fs};

use signet_record::Timestamp;
use signet_testing::{Entity, certificate};
use story::folder::{Installation, ROWS, credentials, seal_section, settings};

/// Lines of `seal log --json`.
fn log(installation: &Installation, more: &[&str]) -> Vec<serde_json::Value> {
    let said = installation.run(&[&["seal", "log", "--json"], more].concat()).expect(0).out;
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn status(installation: &Installation, code: i32) -> serde_json::Value {
    installation.run(&["seal", "status", "--json"]).expect(code).json()
}

#[test]
fn every_use_of_the_key_is_in_the_log_and_every_seal_in_the_status() {
    let installation = Installation::furnished();
    installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(0);
    let uses = log(&installation, &[]);
    let of = |work: &str| uses.iter().filter(|used| used["work"] == work).collect::<Vec<_>>();
    assert_eq!((uses.len(), of("credential").len(), of("document").len()), (6, 3, 3));
    let sealed: BTreeSet<_> = uses.iter().map(|used| used["credential"].as_str().unwrap()).collect();
    let digests: BTreeSet<_> = uses.iter().map(|used| used["digest"].as_str().unwrap()).collect();
    assert_eq!((sealed.len(), digests.len()), (3, 6));
    assert!(uses.iter().all(|used| used["outcome"] == "made" && used["algorithm"] == "ES256"));
    // What the log says was signed is what stands in the files.
    let issued = credentials(&installation.own().join("issued"));
    for jsonld in issued.values() {
        let sealed: serde_json::Value = serde_json::from_slice(jsonld).unwrap();
        let (protected, payload) = (&sealed["signatures"][0]["protected"], &sealed["payload"]);
        let input = format!("{}.{}", protected.as_str().unwrap(), payload.as_str().unwrap());
        let digest = signet_registry::Digest::of(input.as_bytes()).to_string();
        assert!(digests.contains(digest.as_str()));
    }

    let seal = &status(&installation, 0)["seals"][0];
    assert_eq!((&seal["kind"], &seal["algorithm"], &seal["term"]), (&"file".into(), &"ES256".into(), &"good".into()));
    assert_eq!(seal["organization_identifier"], "NTRCZ-99900017");
    assert_eq!((&seal["seals_now"], &seal["test"]), (&true.into(), &true.into()));
    assert!(seal["days_left"].as_i64().unwrap() > 700);
    assert_eq!(seal["certificate"], uses[0]["certificate"]);
    // Looking asked the key for a throw-away signature, and said so.
    let uses = log(&installation, &[]);
    assert_eq!((uses.len(), &uses[6]["work"], &uses[6]["credential"]), (7, &"probe".into(), &serde_json::Value::Null));
    let since = uses[6]["at"].as_str().unwrap();
    assert_eq!(log(&installation, &["--since", since]).len(), 1);
    for (language, words) in
        [("en", ["It is sealing now", "The key responds"]), ("cs", ["Nyní pečetí", "Klíč odpovídá"])]
    {
        let told = installation.run(&["seal", "status", "--lang", language]).expect(0).out;
        assert!(words.iter().all(|word| told.contains(word)), "{told}");
    }
}

#[test]
fn a_mandate_is_sealed_by_the_body_that_gives_it() {
    let installation = Installation::furnished();
    let mandate = |sealer: &str, until: &str| {
        let body = ["--sealer", sealer, "--sealer-name", "Pečetní správa", "--from", "2026-01-01"];
        installation.run(&[&["seal", "mandate"], &body[..], &["--until", until, "--out", "mandate.json"]].concat())
    };
    mandate("NTRCZ-99900025", "2028-01-01").expect(0);
    let sealed: serde_json::Value =
        serde_json::from_slice(&fs::read(installation.own().join("mandate.json")).unwrap()).unwrap();
    let stated: serde_json::Value = serde_json::from_str(sealed["payload"].as_str().unwrap()).unwrap();
    assert_eq!(stated["type"], "SignetMandate");
    assert_eq!(stated["awardingBody"]["identifier"], "NTRCZ-99900017");
    assert_eq!(stated["sealingBody"], serde_json::json!({"name": "Pečetní správa", "identifier": "NTRCZ-99900025"}));
    assert_eq!(
        (&stated["validFrom"], &stated["validUntil"]),
        (&"2025-12-31T23:00:00Z".into(), &"2027-12-31T23:00:00Z".into())
    );
    assert!(log(&installation, &[]).iter().any(|used| used["work"] == "mandate" && used["outcome"] == "made"));
    // Not for itself, not under a number that is none, and not backwards.
    mandate("VATCZ-99900017", "2028-01-01").expect(64).complains("NTRCZ-12345678");
    mandate("99900025", "2028-01-01").expect(64).complains("NTRCZ-12345678");
    mandate("NTRCZ-99900025", "2025-01-01").expect(64).complains("NTRCZ-12345678");
}

#[test]
fn a_stopped_seal_seals_nothing_until_it_is_let_go_on() {
    let installation = Installation::furnished();
    installation
        .run(&["seal", "start", "--reason", "nothing"])
        .expect(65)
        .complains("Nothing like that has been stopped");
    installation.run(&["seal", "stop", "--reason", " "]).expect(64).complains("reason");
    installation.run(&["seal", "stop", "--reason", "x", "--seal", "0123456789"]).expect(64).complains("0123456789");
    installation.run(&["seal", "stop", "--reason", "klíč možná unikl"]).expect(0);
    let results = installation.results("results.csv", &ROWS);
    installation.issue(&results, &[]).expect(1).complains("klíč možná unikl");
    assert!(credentials(&installation.own()).is_empty());
    let stopped = status(&installation, 1);
    assert_eq!((&stopped["waiting"], &stopped["seals"][0]["seals_now"]), (&3.into(), &false.into()));
    assert_eq!(stopped["reasons"], serde_json::json!([{ "code": "seal-stopped", "count": 3 }]));
    assert_eq!(stopped["seals"][0]["stopped"]["reason"], "klíč možná unikl");
    assert!(log(&installation, &[]).is_empty(), "the key was not touched, not even to probe it");
    let told = installation.run(&["seal", "status"]).expect(1).out;
    assert!(told.contains("the seal custodian has stopped sealing") && told.contains("klíč možná unikl"), "{told}");

    // A stop of one seal is ended as such.
    let name = stopped["seals"][0]["certificate"].as_str().unwrap()[..12].to_owned();
    installation.run(&["seal", "stop", "--reason", "this one too", "--seal", &name]).expect(0);
    installation.run(&["seal", "start", "--reason", "a false alarm"]).expect(0);
    installation.run(&["work", "--once"]).expect(1).complains("this one too");
    installation.run(&["seal", "start", "--reason", "all clear", "--seal", &name]).expect(0);
    installation.run(&["work", "--once"]).expect(0);
    assert_eq!(status(&installation, 0)["waiting"], 0);
    assert_eq!(installation.fsck()["entries_sealed"], 3);
}

/// A self-made seal of the installation, valid between two days counted from today; its section of settings.
fn own_seal(installation: &Installation, name: &str, days: (i64, i64)) -> String {
    let day = |after: i64| {
        let at = Timestamp::now() + std::time::Duration::from_secs(400 * 86_400);
        let at = Timestamp::from_second(at.as_second() + (after - 400) * 86_400).unwrap();
        let date = jiff::tz::TimeZone::UTC.to_datetime(at).date();
        (date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs())
    };
    let params = certificate::organization_seal("Smyšlená univerzita Horní Dolní", "NTRCZ-99900017", name);
    let seal = Entity::root(certificate::valid(params, day(days.0), day(days.1)));
    let certificate = seal.pem();
    let file = |kind: &str| installation.own().join(format!("{name}.{kind}.pem"));
    fs::write(file("key"), seal.key_pem()).unwrap();
    fs::set_permissions(file("key"), std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    fs::write(file("chain"), &certificate).unwrap();
    // Self-made certificates are their own anchors.
    let anchors = installation.demo().join("seals/root.pem");
    fs::write(&anchors, fs::read_to_string(&anchors).unwrap() + &certificate).unwrap();
    format!("\n[[seal]]\nkey = \"{name}.key.pem\"\nchain = \"{name}.chain.pem\"\ntest = true\n")
}

/// Which seal a credential carries, by the common name in the certificate's status.
fn sealed_by(installation: &Installation, row: usize) -> String {
    let results = installation.results(&format!("row-{row}.csv"), &ROWS[row..=row]);
    installation.issue(&results, &[]).expect(0);
    let used = log(installation, &[]).pop().unwrap();
    used["certificate"].as_str().unwrap().to_owned()
}

#[test]
fn a_renewed_seal_takes_over_when_its_turn_comes() {
    let installation = Installation::bare();
    let old = own_seal(&installation, "old", (-300, 20));
    let new = own_seal(&installation, "new", (-2, 365));
    installation.put_settings(&(settings(&installation.demo()) + &old));
    installation.furnish();
    let first = sealed_by(&installation, 0);
    assert_eq!(status(&installation, 0)["seals"][0]["term"], "ends-in-30-days");
    assert!(installation.run(&["doctor"]).expect(0).out.contains("within 30 days"));

    // Both are set; the turn of the new one is still to come.
    let tomorrow = Timestamp::now() + std::time::Duration::from_secs(86_400);
    let later = format!("{new}from = {}\n", tomorrow.strftime("%Y-%m-%dT%H:%M:%SZ"));
    installation.put_settings(&(settings(&installation.demo()) + &old + &later));
    assert_eq!(sealed_by(&installation, 1), first);
    let both = status(&installation, 0);
    let turns: Vec<_> = both["seals"].as_array().unwrap().iter().map(|seal| seal["seals_now"].clone()).collect();
    assert_eq!(turns, [true, false]);

    // Without a day of its own, the turn of the newer one has come with its certificate, in whatever order they stand.
    installation.put_settings(&(settings(&installation.demo()) + &new + &old));
    let second = sealed_by(&installation, 2);
    assert_ne!(second, first);
    assert_eq!(status(&installation, 0)["seals"][0]["certificate"], second.as_str());
}

#[test]
fn an_ended_certificate_seals_nothing_and_neither_does_one_to_come() {
    let installation = Installation::bare();
    let ended = own_seal(&installation, "ended", (-300, -1));
    let coming = own_seal(&installation, "coming", (2, 365));
    installation.put_settings(&(settings(&installation.demo()) + &ended));
    installation.furnish();
    installation.issue(&installation.results("results.csv", &ROWS[..1]), &[]).expect(1).complains("has expired");
    assert_eq!(status(&installation, 1)["reasons"][0]["code"], "seal-expired");
    installation.run(&["doctor"]).expect(1);
    installation.put_settings(&(settings(&installation.demo()) + &coming + &ended));
    installation.run(&["work", "--once"]).expect(1).complains("is not valid yet");
    assert_eq!(status(&installation, 1)["reasons"][0]["code"], "seal-not-yet");
    assert!(credentials(&installation.own()).is_empty());
    let probes = log(&installation, &[]);
    assert!(probes.iter().all(|used| used["work"] == "probe"));
}

#[test]
fn settings_of_seals_say_what_is_missing() {
    let installation = Installation::bare();
    let demo = installation.demo();
    let good = settings(&demo);
    let chain = format!("chain = \"{}\"\n", demo.join("seals/horni-dolni.chain.pem").display());
    let token = "[seal.pkcs11]\nmodule = \"/nowhere.so\"\nkey_label = \"seal\"\npin = { env = \"NO_SUCH_PIN\" }\n";
    let wrong = [
        ("\n[[seal]]\ntest = true\n".to_owned(), "one of the settings key"),
        (seal_section(&demo, "horni-dolni") + token, "here there are 2"),
        (format!("\n[[seal]]\n{chain}{token}"), "NO_SUCH_PIN"),
        (format!("\n[[seal]]\n{}", token.replace("{ env = \"NO_SUCH_PIN\" }", "\"signet.toml\"")), "setting chain"),
        (format!("\n[[seal]]\n{chain}{token}").replace("env", "credential"), "NO_SUCH_PIN"),
    ];
    for (section, named) in wrong {
        installation.put_settings(&(good.clone() + &section));
        installation.run(&["config", "check"]).expect(78).complains(named);
    }
}
