//! Whatever goes wrong is said in the reader's language: nothing that the system, a parser or a library says stands in a Czech
//! message, unless the message marks it as a technical detail.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod story;

use std::{fs, path::Path};

use story::{
    Ended, english,
    folder::{Installation, ROWS, demo, files, folder, free_address},
    run,
};

/// Runs a command in Czech, and holds that it ends with this code, says something, and says it in Czech.
#[track_caller]
fn czech(place: &Path, args: &[&str], code: i32) -> Ended {
    said_in_czech(args, run(place, [args, &["--lang", "cs"]].concat()).expect(code))
}

/// The same of a command that fails; with which code is held by the tests of that command.
#[track_caller]
fn fails(place: &Path, args: &[&str]) -> Ended {
    let ended = run(place, [args, &["--lang", "cs"]].concat());
    assert!(ended.code != 0 && !ended.err.contains("panicked"), "{args:?}: {}\n{}", ended.code, ended.err);
    said_in_czech(args, ended)
}

#[track_caller]
fn said_in_czech(args: &[&str], ended: Ended) -> Ended {
    let said = format!("{}{}", ended.out, ended.err);
    assert!(!said.trim().is_empty(), "{args:?} says nothing");
    assert_eq!(english::words(&said), Vec::<String>::new(), "{args:?}:\n{said}");
    ended
}

fn broken(place: &Path, name: &str, bytes: &[u8]) -> String {
    fs::write(place.join(name), bytes).unwrap();
    name.to_owned()
}

#[test]
fn the_check_finds_english_and_spares_what_is_marked() {
    let raw = "Soubor nelze přečíst: No such file or directory (os error 2)";
    assert_eq!(english::words(raw), ["such", "file", "or", "directory", "error"]);
    let marked = "historii nelze přečíst. Technický detail: the ledger is of another form";
    assert_eq!(english::words(marked), Vec::<String>::new());
    let inside = "zůstává číslo 7 (technický detail: the list is of version 4) and more";
    assert_eq!(english::words(inside), ["and"]);
    assert_eq!(english::words("Hodnota „the file“ sem nepatří."), Vec::<String>::new());
}

#[test]
fn what_is_typed_wrongly() {
    let place = folder();
    for args in [
        &["isue"][..],
        &["serve", "--fress"],
        &["issue"],
        &["demo", "--listen", "zde"],
        &["verify", "a.pdf", "--at", "včera"],
        &["fsck", "--json", "--json"],
        &["vocab", "list", "nic"],
        &["trust"],
    ] {
        czech(place.path(), args, 64);
    }
}

#[test]
fn help_of_every_command() {
    let place = folder();
    for args in [
        &["--help"][..],
        &["verify", "--help"],
        &["issue", "--help"],
        &["seal", "mandate", "--help"],
        &["renew", "--help"],
        &["trust", "show", "--help"],
        &["import", "edc", "--help"],
        &["credential", "explain", "--help"],
        &["account", "grant", "--help"],
        &["fsck", "--help"],
        &["erase", "--help"],
    ] {
        czech(place.path(), args, 0);
    }
}

#[test]
fn files_and_folders_that_are_not_what_they_should_be() {
    let place = folder();
    let at = place.path();
    fs::create_dir(at.join("slozka")).unwrap();
    czech(at, &["verify", "nic.jsonld"], 66);
    czech(at, &["verify", "slozka"], 66);
    czech(at, &["verify", &broken(at, "a.jsonld", b"{ \"payload\": }")], 65);
    czech(at, &["verify", &broken(at, "b.pdf", b"%PDF-1.7\nthis is not a PDF")], 65);
    czech(at, &["verify", &broken(at, "c.jsonld", b"\xff\xfe{}")], 65);
    czech(at, &["credential", "compose", &broken(at, "d.json", b"[1, 2")], 65);
    czech(at, &["credential", "explain", "slozka"], 66);
    czech(at, &["trust", "show", &broken(at, "e.pem", b"-----BEGIN CERTIFICATE-----\nno\n")], 65);
    czech(at, &["serve"], 78);
    broken(at, "soubor", b"");
    czech(at, &["demo", "--no-serve", "--folder", "soubor/demo", "--listen", &free_address()], 69);
}

#[test]
fn settings_that_cannot_be_read() {
    let place = folder();
    let at = place.path();
    for text in [
        "[server\n",
        "[server]\nlisten = \n",
        "[server]\nlisten = \"tam\"\nlisten = \"sem\"\n",
        "[trust]\nlists = 7\nanchors = \"a\"\n",
        "[[seal]]\nkey = \"neni.pem\"\nlevel = \"B-XX\"\n",
        "\u{feff}\u{0}",
    ] {
        broken(at, "signet.toml", text.as_bytes());
        czech(at, &["config", "check"], 78);
    }
    broken(at, "signet.toml", b"\xff\xff");
    czech(at, &["serve"], 78);
}

#[test]
fn trusted_lists_that_do_not_come() {
    let place = folder();
    let at = place.path();
    // Nobody listens at the discard port.
    let settings = "[trust]\nlotl = \"http://127.0.0.1:9/eu.xml\"\n\n[outbound]\nreach = \"loopback\"\n";
    broken(at, "signet.toml", settings.as_bytes());
    let failed = czech(at, &["trust", "update"], 69);
    assert!(failed.out.contains("spojení se nezdařilo (technický detail: "), "{}", failed.out);
    czech(at, &["trust", "show"], 69);
    let told = run(at, ["trust", "update", "--json"]).expect(69).json();
    assert_eq!((&told[0]["trouble"], &told[0]["result"]), (&"connection".into(), &"failed".into()), "{told}");
}

#[test]
fn input_that_cannot_be_issued_and_credentials_that_cannot_be_renewed() {
    let installation = Installation::furnished();
    let (own, unit) = (installation.own(), installation.unit());
    for (name, bytes) in [
        ("prazdny.csv", &b""[..]),
        ("a.csv", b"Jm\xe9no;P\xf8\xedjmen\xed\n\x81\n"),
        ("b.json", b"[{ \"a\": 1, ]"),
        ("c.json", b"{\"a\": {\"b\": [[[]]]}}"),
        ("d.csv", "Osobní číslo;Jméno;Příjmení;Datum narození;Hodnocení;Datum hodnocení\n\"a;b\n".as_bytes()),
        ("e.csv", b"PK\x03\x04\x00\x00"),
    ] {
        let results = broken(&own, name, bytes);
        czech(&own, &["issue", "--unit", &unit, "--results", &results], 1);
    }
    fails(&own, &["issue", "--unit", &unit, "--results", "neni.csv"]);
    fails(&own, &["import", &broken(&own, "f.toml", b"title = \"a\" title = \"b\"")]);
    fails(&own, &["import", &broken(&own, "g.toml", b"colour = \"modra\"\n[title]\ncs = 7\n")]);
    fails(&own, &["revoke", "nic", "--reason", "other"]);
    let issued = installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(0).json();
    let first = &issued["credentials"][0];
    let id = first["credential"].as_str().or_else(|| first.as_str()).unwrap();
    // The seal is set to a level that is not renewed.
    let renewed = fails(&own, &["renew", id]);
    renewed.complains("ale obnovovat lze jen úroveň B-LTA");
    fails(&own, &["revoke", id, "--reason", "neni"]);
    fails(&own, &["seal", "stop", "--reason", ""]);
    fails(&own, &["seal", "start", "--reason", "nic"]);
    let mandate = ["--sealer", "NTRCZ-12345679", "--sealer-name", "Kdosi", "--out", "neni/m.json"];
    fails(&own, &[&["seal", "mandate"], &mandate[..]].concat());
    fails(&own, &["erase", "--person", "nikdo", "--scope", "vse"]);
    fails(&own, &["login-link", "--role", "holder", "--person", "nikdo"]);
    fails(&own, &["fsck", "--head", "x"]);
    assert!(czech(&own, &["seal", "log"], 0).out.contains("  podepsáno\n"), "what came of a use is told in words");
    let grant = ["account", "grant", "novak", "--role", "registrar", "--person", "HD-90007", "--name", "Jan Novák"];
    czech(&own, &grant, 0);
    czech(&own, &["account", "block", "novak"], 0);
    let listed = czech(&own, &["account", "list"], 0);
    assert!(listed.out.starts_with("novak  Jan Novák  zablokovaný\n"), "{}", listed.out);
}

#[test]
fn a_damaged_register() {
    let place = folder();
    let demo = demo(place.path());
    for (path, bytes) in files(&demo.join("artefacts")) {
        let half = bytes.len() / 2;
        match bytes.len() % 3 {
            0 => fs::write(&path, &bytes[..half]).unwrap(),
            1 => fs::remove_file(&path).unwrap(),
            _ => {}
        }
    }
    let found = czech(&demo, &["fsck"], 1);
    assert!(found.out.contains(" byl změněn") && found.out.contains(" chybí"), "{}", found.out);
    let report = found.out.lines().count();
    assert!(report > 3, "{}", found.out);
    fs::write(demo.join("signet.db"), b"this is no database").ok();
    for (path, _) in files(&demo).into_iter().filter(|(path, _)| path.extension().is_some_and(|kind| kind == "db")) {
        fs::write(
            &path,
            b"this is no database, and was never one: it is a text of more than a hundred bytes, so that it is read.",
        )
        .unwrap();
    }
    let unreadable = run(&demo, ["fsck", "--lang", "cs"]);
    assert_ne!(unreadable.code, 0);
    assert_eq!(english::words(&unreadable.err), Vec::<String>::new(), "{}", unreadable.err);
}
