//! Settings, people, corrections and revocations: what is accepted, and what is refused in which words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::fs;

use story::{
    folder::{Installation, ROWS, credentials, demo, folder, seal_section, settings},
    id, payload, run,
    server::Server,
};

#[test]
fn good_settings_are_good_and_a_misspelt_key_is_named_with_its_line() {
    let place = folder();
    let demo = demo(place.path());
    assert!(run(&demo, ["config", "check"]).expect(0).out.contains("in order"));
    assert!(run(&demo, ["config", "check", "--lang", "cs"]).expect(0).out.contains("v\u{a0}pořádku"));

    let good = fs::read_to_string(demo.join("signet.toml")).unwrap();
    let line = 1 + good.lines().position(|line| line.starts_with("contact")).unwrap();
    fs::write(demo.join("misspelt.toml"), good.replace("contact =", "kontact =")).unwrap();
    for command in [&["config", "check"][..], &["doctor"], &["fsck"], &["serve"]] {
        let ended = run(&demo, [command, &["--config", "misspelt.toml"]].concat()).expect(78);
        ended.complains("kontact");
        ended.complains(&format!("line {line}"));
        ended.complains("misspelt.toml");
    }
    run(&demo, ["config", "check", "--config", "nowhere.toml"]).expect(78).complains("nowhere.toml");
    run(&demo, ["config", "check", "--config", "nowhere.toml", "--lang", "cs"]).expect(78).complains("nelze přečíst");
}

#[test]
fn files_that_settings_name_must_be_there_and_be_what_they_should() {
    let place = folder();
    let demo = demo(place.path());
    let good = fs::read_to_string(demo.join("signet.toml")).unwrap();
    let wrong = [
        ("seals/horni-dolni.key.pem", "seals/nowhere.pem", "seals/nowhere.pem"),
        ("seals/horni-dolni.key.pem", "seals/narodni-pecetni-sprava.key.pem", "narodni-pecetni-sprava.key.pem"),
        ("seals/root.pem", "signet.toml", "signet.toml"),
        ("sqlite:register.db", "papyrus:register", "store.database"),
        ("reach = \"loopback\"", "reach = \"everywhere\"", "everywhere"),
        ("[[seal]]\n", "[[seal]]\nlevel = \"B-LTA\"\n", "stamps"),
        ("[[seal]]\n", "[[seal]]\nlevel = \"B-X\"\n", "B-X"),
    ];
    for (from, to, named) in wrong {
        let text = good.replacen(from, to, 1);
        assert_ne!(text, good);
        fs::write(demo.join("wrong.toml"), text).unwrap();
        run(&demo, ["config", "check", "--config", "wrong.toml"]).expect(78).complains(named);
    }
}

#[test]
fn the_doctor_tells_test_seals_missing_seals_and_missing_keys() {
    let installation = Installation::bare();
    let demo = installation.demo();
    installation.put_settings(&(settings(&demo) + &seal_section(&demo, "horni-dolni")));
    let healthy = installation.run(&["doctor"]).expect(0).out;
    for sign in ["ES256", "INVALID – TEST", "test roots: 1", "The register can be opened", "Nothing is waiting"] {
        assert!(healthy.contains(sign), "{sign} in\n{healthy}");
    }
    installation.put_settings(&settings(&demo));
    assert!(installation.run(&["doctor"]).expect(0).out.contains("No seal is configured"));
    installation.furnish();
    installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(1);
    assert!(installation.run(&["doctor"]).expect(0).out.contains("3 micro-credentials are waiting"));
    let without_key = (settings(&demo) + &seal_section(&demo, "horni-dolni")).replace("dolni.key", "dolni.lost");
    installation.put_settings(&without_key);
    let ill = installation.run(&["doctor"]).expect(1).out;
    assert!(ill.contains("✗") && ill.contains("dolni.lost"), "{ill}");
}

#[test]
fn login_links_are_for_people_the_institution_knows() {
    let installation = Installation::furnished();
    installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(0);
    for person in ["HD-70009", "", "x y"] {
        let ended = installation.run(&["login-link", "--role", "holder", "--person", person]).expect(65);
        ended.complains("has no person");
        assert!(ended.out.is_empty());
    }
    installation.run(&["login-link", "--role", "emperor", "--person", "HD-70001"]).expect(64).complains("emperor");
    let known = ["login-link", "--role", "holder", "--person", "HD-70001"];
    let (one, two) = (installation.run(&known).expect(0).out, installation.run(&known).expect(0).out);
    assert!(one.starts_with("http://127.0.0.1:") && one.contains("/login/"));
    assert!(one != two, "each link is another one");
    installation
        .run(&["login-link", "--role", "registrar", "--account", "referent"])
        .expect(65)
        .complains("account grant");
    installation.run(&["login-link", "--role", "registrar"]).expect(64).complains("--account");
}

#[test]
fn refusals_of_revocation_say_what_is_wrong_and_revoke_nothing() {
    let installation = Installation::furnished();
    let summary = installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(0).json();
    let id = summary["credentials"][0]["credential"].as_str().unwrap();
    let unknown_reason = installation.run(&["revoke", id, "--reason", "boredom"]).expect(64);
    unknown_reason.complains("no reason “boredom”");
    unknown_reason.complains("Options: issued-in-error");
    installation.run(&["revoke", id, "--reason", "other"]).expect(64).complains("needs a note");
    installation
        .run(&["revoke", id, "--reason", "other", "--note-cs", "jen česky"])
        .expect(64)
        .complains("both languages");
    for unknown in ["30f5d0ca-9b31-4a01-95f3-c829c5ecb3e9", "nonsense"] {
        installation.run(&["revoke", unknown, "--reason", "holder-request"]).expect(65).complains(unknown);
    }
    installation.run(&["revoke", id, "--reason", "holder-request", "--date", "yesterday"]).expect(64);
    let note = ["--note-cs", "Na žádost", "--note-en", "On request"];
    installation.run(&[&["revoke", id, "--reason", "other"], &note[..]].concat()).expect(0);
    installation.run(&["revoke", id, "--reason", "holder-request"]).expect(65).complains("Nothing was revoked");
    let row = installation.results("one.csv", &ROWS[..1]);
    installation.run(&["correct", id, "--results", &row]).expect(65).complains("has not been revoked");
    installation.run(&["fsck"]).expect(0);
}

#[test]
fn refusals_of_correction_say_what_is_wrong_and_correct_nothing() {
    let installation = Installation::furnished();
    let summary = installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(0).json();
    let id = summary["credentials"][0]["credential"].as_str().unwrap();
    let two = installation.results("two.csv", &ROWS[..2]);
    installation.run(&["correct", id, "--results", &two]).expect(65).complains("exactly one correct row");
    let other = installation.results("other.csv", &ROWS[1..2]);
    installation.run(&["correct", id, "--results", &other]).expect(65).complains("another person");
    let bad = installation.results("bad.csv", &[&ROWS[0].replace(";A;", ";Z;")]);
    installation.run(&["correct", id, "--results", &bad]).expect(65).complains("The value “Z” is not possible");
    installation.run(&["correct", "nonsense", "--results", &two]).expect(65).complains("nonsense");
    installation.run(&["correct", id, "--results", "nowhere.csv"]).expect(66).complains("nowhere.csv");
    assert_eq!(installation.fsck()["credentials"], 3);

    let good = installation.results("good.csv", &[&ROWS[0].replace(";A;", ";B;")]);
    installation.run(&["correct", id, "--results", &good]).expect(0);
    installation.run(&["correct", id, "--results", &good]).expect(65).complains("already been corrected");
    assert_eq!(installation.fsck()["credentials"], 4);
}

#[test]
fn a_corrected_credential_holds_and_the_one_it_replaces_says_so() {
    let place = folder();
    let demo = demo(place.path());
    let before = credentials(&demo.join("issued"));
    let title = "Základy ekonometrie v systému R";
    let old = &before[&demo.join("issued").join(format!("Jana Nováková - {title}.jsonld"))];
    let results = demo.join("data/horni-dolni/results/econometrics-r.csv");
    let sheet = fs::read_to_string(results).unwrap();
    let (headings, row) = (sheet.lines().next().unwrap(), sheet.lines().find(|line| line.starts_with("HD-10001;")));
    let corrected = row.unwrap().replace("Jana;Nováková", "Jana;Novotná");
    fs::write(demo.join("corrected.csv"), format!("{headings}\n{corrected}\n")).unwrap();
    let told = run(&demo, ["correct", &id(old), "--results", "corrected.csv", "--out", "corrected"]).expect(0).out;
    assert!(told.contains(&id(old)), "{told}");

    let made = credentials(&demo.join("corrected"));
    assert_eq!(made.len(), 1);
    let (new_path, new) = made.first_key_value().unwrap();
    assert_eq!(new_path.file_name().unwrap().to_str().unwrap(), format!("Jana Novotná - {title}.jsonld"));
    assert_ne!(id(new), id(old));
    assert!(payload(new).to_string().contains("Novotná") && !payload(old).to_string().contains("Novotná"));

    let server = Server::demo(place.path());
    let trusting = demo.join("trusting.toml");
    let text = fs::read_to_string(demo.join("signet.toml")).unwrap().replace("test_anchors", "anchors");
    fs::write(&trusting, text).unwrap();
    let verify = |path: &std::path::Path| {
        run(&demo, ["verify".as_ref(), "--config".as_ref(), trusting.as_os_str(), path.as_os_str()])
    };
    verify(new_path).expect(0);
    verify(&new_path.with_extension("pdf")).expect(0);
    let old_path = demo.join("issued").join(format!("Jana Nováková - {title}.jsonld"));
    for path in [old_path.clone(), old_path.with_extension("pdf")] {
        let ended = verify(&path).expect(1);
        assert!(ended.out.contains("replaced by a corrected one"), "{}", ended.out);
        assert!(ended.out.contains("✓ Seal"), "{}", ended.out);
    }
    assert_eq!(server.stop(), Some(0));
    run(&demo, ["fsck"]).expect(0);
}
