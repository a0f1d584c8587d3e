//! Issuing an institution's own results: complaints first, the good rows once, and no seal but the institution's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod story;

use std::{collections::BTreeSet, fs};

use story::{
    folder::{Installation, ROWS, credentials, files, seal_section, settings},
    id,
    server::Server,
};

/// Every complaint of the file of mistakes: line, and column where there is one.
const COMPLAINTS: [(u32, Option<u32>, &str); 14] = [
    (3, Some(11), "Datum hodnocení"),
    (4, Some(10), "Hodnocení"),
    (5, Some(1), "Osobní číslo"),
    (6, Some(1), "Osobní číslo"),
    (7, Some(4), "Příjmení"),
    (8, Some(6), "Datum narození"),
    (8, Some(8), "E-mail"),
    (9, Some(9), "Běh"),
    (10, None, ""),
    (11, Some(11), "Datum hodnocení"),
    (12, Some(10), "Hodnocení"),
    (13, Some(1), "Osobní číslo"),
    (14, Some(1), "Osobní číslo"),
    (15, Some(6), "Datum narození"),
];

fn mistakes(installation: &Installation) -> String {
    installation.data("horni-dolni/results-with-mistakes.csv")
}

fn ids(summary: &serde_json::Value) -> Vec<String> {
    let credentials = summary["credentials"].as_array().unwrap();
    credentials.iter().map(|one| one["credential"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_check_names_every_mistake_by_line_and_column_and_changes_nothing() {
    let installation = Installation::furnished();
    let results = mistakes(&installation);
    let register = |installation: &Installation| {
        (installation.fsck()["credentials"].clone(), files(&installation.own().join("artefacts")).len())
    };
    let before = register(&installation);
    for (language, line_word, column_word) in [("en", "Line", "column"), ("cs", "Řádek", "sloupec")] {
        let ended = installation.issue(&results, &["--check", "--lang", language]).expect(1);
        let told: BTreeSet<&str> = ended.err.lines().filter(|line| line.starts_with(&results)).collect();
        assert_eq!(told.len(), COMPLAINTS.len(), "{}", ended.err);
        for (line, column, field) in COMPLAINTS {
            let place = match column {
                Some(column) => format!("{results}: {line_word} {line}, {column_word} {column}, {field}: "),
                None => format!("{results}: {line_word} {line}: "),
            };
            let sentence = told.iter().find_map(|one| one.strip_prefix(place.as_str()));
            assert!(sentence.is_some_and(|sentence| sentence.len() > 20), "{place}\n{}", ended.err);
        }
        assert!(ended.out.is_empty());
    }
    let counted = installation.issue(&results, &["--check"]).expect(1);
    counted.complains("Ready to issue: 2; with errors: 13; not passed: 1.");
    assert!(register(&installation) == before, "a check keeps nothing");
    assert!(!installation.own().join("issued").exists());
}

#[test]
fn bad_rows_hold_up_all_unless_they_are_to_be_skipped() {
    let installation = Installation::furnished();
    let results = mistakes(&installation);
    installation.issue(&results, &[]).expect(1).complains("Nothing was issued.");
    assert_eq!(installation.fsck()["credentials"], 0);
    assert!(!installation.own().join("issued").exists());

    let summary = installation.issue(&results, &["--skip-bad"]).expect(0).json();
    assert_eq!((&summary["issued"], &summary["complaints"]), (&2.into(), &13.into()));
    let issued = files(&installation.own().join("issued"));
    let names: BTreeSet<_> = issued.keys().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    let title = "Základy ekonometrie v systému R";
    let expected = ["Dobrý Řádek", "Další dobrý Řádek"]
        .iter()
        .flat_map(|name| ["jsonld", "pdf"].map(|kind| format!("{name} - {title}.{kind}")))
        .collect::<BTreeSet<_>>();
    assert_eq!(names, expected.iter().map(String::as_str).collect());
    assert_eq!(installation.fsck()["credentials"], 2);
}

#[test]
fn the_same_results_twice_are_the_same_credentials() {
    let installation = Installation::furnished();
    let results = installation.results("results.csv", &ROWS);
    let first = installation.issue(&results, &[]).expect(0).json();
    assert_eq!(first["issued"], 3);
    let before = files(&installation.own().join("issued"));
    let in_files: BTreeSet<_> = credentials(&installation.own().join("issued")).values().map(|one| id(one)).collect();
    assert_eq!(in_files, ids(&first).into_iter().collect());

    let second = installation.issue(&results, &[]).expect(0).json();
    assert_eq!((&second["issued"], &second["known"]), (&0.into(), &3.into()));
    assert_eq!(ids(&second), ids(&first));
    assert!(files(&installation.own().join("issued")) == before, "byte for byte");

    let elsewhere = installation.issue(&results, &["--out", "elsewhere"]).expect(0).json();
    assert_eq!(ids(&elsewhere), ids(&first));
    let bytes = |folder: &str| files(&installation.own().join(folder)).into_values().collect::<Vec<_>>();
    assert!(bytes("elsewhere") == bytes("issued"), "the sealed files come out again as they are");
    assert_eq!(installation.fsck()["credentials"], 3);
}

#[test]
fn other_data_for_the_same_person_and_run_are_told_and_not_issued() {
    let installation = Installation::furnished();
    let first = installation.issue(&installation.results("results.csv", &ROWS), &[]).expect(0).json();
    let changed = ROWS.map(|row| row.replace("HD-70001;Jitka", "HD-70001;Judita"));
    let changed = changed.each_ref().map(String::as_str);
    let ended = installation.issue(&installation.results("changed.csv", &changed), &[]).expect(1);
    let summary = ended.json();
    assert_eq!((&summary["issued"], &summary["known"], &summary["differs"]), (&0.into(), &2.into(), &1.into()));
    ended.complains(&format!("signet correct {}", ids(&first)[0]));
    for known in &ids(&first)[1..] {
        ended.is_silent_about(known);
    }
    assert_eq!(installation.fsck()["credentials"], 3);
}

#[test]
fn a_unit_changed_under_the_same_version_is_refused() {
    let installation = Installation::furnished();
    let results = installation.results("results.csv", &ROWS);
    let unit = fs::read_to_string(installation.unit()).unwrap();
    let other = installation.own().join("other.toml");
    fs::write(&other, unit.replace("hours = 52", "hours = 53")).unwrap();
    let other = other.display().to_string();
    let ended = installation.run(&["issue", "--unit", &other, "--results", &results]).expect(65);
    ended.complains("Increase the version");
    assert_eq!(installation.fsck()["credentials"], 0);
    fs::write(&other, unit.replace("hours = 52", "hours = 53").replace("version = 2", "version = 3")).unwrap();
    installation.run(&["issue", "--unit", &other, "--results", &results]).expect(0);
    assert_eq!(installation.fsck()["credentials"], 3);
}

#[test]
fn beside_a_server_that_seals_too_every_file_is_delivered() {
    let installation = Installation::furnished();
    let server = Server::of(&installation);
    let results = installation.data("horni-dolni/results/econometrics-r.csv");
    let summary = installation.issue(&results, &[]).expect(0).json();
    let count = summary["issued"].as_u64().unwrap();
    assert!(count >= 15, "{count}");
    assert_eq!(ids(&summary).len() as u64, count);
    assert_eq!(files(&installation.own().join("issued")).len() as u64, 2 * count);
    assert_eq!(server.stop(), Some(0));
    assert_eq!(installation.fsck()["entries_sealed"], count);
}

#[test]
fn without_its_seal_an_award_waits_and_no_other_seal_steps_in() {
    let installation = Installation::bare();
    let demo = installation.demo();
    let without = settings(&demo) + &seal_section(&demo, "narodni-pecetni-sprava");
    installation.put_settings(&without);
    installation.furnish();
    let results = installation.results("results.csv", &ROWS);
    let ended = installation.issue(&results, &[]).expect(1);
    ended.complains("is waiting for its seal");
    assert_eq!(ended.json()["put_off"], 3);
    assert!(files(&installation.own().join("issued")).is_empty(), "no file without a seal");
    assert_eq!(installation.fsck()["entries_sealed"], 0);

    installation.put_settings(&(without + &seal_section(&demo, "horni-dolni")));
    let worked = installation.run(&["work", "--once"]).expect(0);
    assert!(worked.out.contains("Sealed: 3; postponed: 0."), "{}", worked.out);
    assert_eq!(installation.fsck()["entries_sealed"], 3);
    let delivered = installation.issue(&results, &[]).expect(0).json();
    assert_eq!(delivered["known"], 3);
    for jsonld in credentials(&installation.own().join("issued")).values() {
        let issuer = story::payload(jsonld)["issuer"].to_string();
        assert!(issuer.contains("99900017"), "the university's own seal: {issuer}");
    }
    assert_eq!(files(&installation.own().join("issued")).len(), 6);
}
