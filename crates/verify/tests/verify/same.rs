//! Whether files are one record: good pairs, pairs that were meddled with, and files of before.

use proptest::prelude::*;
use serde_json::Value;
use signet_credential::statement::{Opening, RecordItem, RecordItems, RecordKey};
use signet_credential::{Picture, SealIdentity, StatusEntry, compose_with_record, record_mark};
use signet_lang::{Locale, args};
use signet_record::{Language, specimen};
use signet_seal::SealKey;
use signet_verify::{
    ItemVerdict, JudgedFile, Outcome, RecordComparison, RecordObstacle, RecordVerdict, RootState, judge,
};

use crate::specimen::{IDENTIFIER, LIST, ORGANIZATION, PLACE, WORLD, artefact, at, list, now, payload, sealed};

/// The specimen's payload with the root of its record.
fn rooted(byte: u8, picture: &[u8]) -> String {
    let identity = SealIdentity {
        legal_name: ORGANIZATION.into(),
        common_name: "Pečeť".into(),
        organization_identifier: IDENTIFIER.into(),
        country: "CZ".into(),
    };
    let (award, issued) = (specimen::award().unwrap(), at("2026-06-30T08:00:00Z"));
    let opening = Opening { revision: 0, key: RecordKey::from_random([byte; 32]) };
    let mark = record_mark(&award, &identity, issued, opening).unwrap();
    let picture = Picture { language: Language::Cs, jpeg: [b"\xff\xd8\xff\xe0", picture].concat() };
    let status = StatusEntry { list_url: LIST.into(), index: PLACE as u64 };
    compose_with_record(&award, &identity, &[picture], issued, Some(&status), &mark).unwrap()
}

fn compared(files: &[&[u8]]) -> RecordComparison {
    let evidence = WORLD.evidence(Some(Ok(list(0, &WORLD.key))));
    let names: Vec<String> = (1..=files.len()).map(|number| format!("{number}.jsonld")).collect();
    let artefacts: Vec<_> = files.iter().map(|bytes| artefact(bytes)).collect();
    let reports: Vec<_> = artefacts.iter().map(|artefact| judge(artefact, &evidence, now())).collect();
    let judged: Vec<JudgedFile<'_>> = names
        .iter()
        .zip(&artefacts)
        .zip(&reports)
        .map(|((name, artefact), report)| JudgedFile { name, artefact, report })
        .collect();
    RecordComparison::of(&judged)
}

fn pair(one: &str, other: &str, key: &SealKey) -> RecordComparison {
    compared(&[&sealed(one, &WORLD.key), &sealed(other, key)])
}

#[test]
fn two_forms_of_one_record_are_one() {
    // Another picture: the form differs, the record does not.
    let comparison = pair(&rooted(1, b"one"), &rooted(1, b"other"), &WORLD.key);
    assert_eq!((comparison.verdict, comparison.outcome()), (RecordVerdict::OneRecord, Outcome::Holds));
    assert!(comparison.obstacles.is_empty() && comparison.reasons_told(Locale::ENGLISH).is_empty());
    assert!(comparison.items.iter().all(|one| one.verdict == ItemVerdict::Same));
    assert!(comparison.files.iter().all(|file| file.root_state == RootState::Proven));
    let json = comparison.to_json(Locale::CZECH);
    assert_eq!((json["verdict"].as_str(), json["outcome"].as_str()), (Some("one-record"), Some("holds")));
    assert!(json["items"].as_array().unwrap().iter().all(|item| item.get("differing").is_none()));
    assert!(!json.to_string().contains("Příkladná"), "values that agree are not told");
}

/// The issuer itself seals something else under the same root: a grade that was set up after the fact.
#[test]
fn a_changed_item_under_the_same_root_is_named_with_both_values() {
    let good = rooted(1, b"");
    let other = good.replace("B – velmi dobře", "A – výborně");
    assert_ne!(good, other);
    let comparison = pair(&good, &other, &WORLD.key);
    assert_eq!((comparison.verdict, comparison.outcome()), (RecordVerdict::Different, Outcome::Fails));
    assert_eq!(comparison.files[1].root_state, RootState::Broken);
    assert_eq!(
        comparison.obstacles,
        [
            RecordObstacle::Item(RecordItem::Grade),
            RecordObstacle::Item(RecordItem::GradingScale),
            RecordObstacle::Broken(1)
        ]
    );
    let told = comparison.reasons_told(Locale::CZECH).remove(0);
    assert_eq!(told, "Liší se položka „dosažené hodnocení“. 1.jsonld: B – velmi dobře. 2.jsonld: A – výborně.");
    let told = comparison.reasons_told(Locale::ENGLISH).remove(0);
    assert!(told.starts_with("The item “grade achieved” differs. 1.jsonld: B – very good."), "{told}");
    // On a page: the grade in words. The scale is made of parts with names for programs, and stays in the reports.
    let said = |item| {
        let compared = comparison.items.iter().find(|one| one.item == item).unwrap();
        comparison.differing_in_words(compared, Locale::CZECH)
    };
    let words = |file: &str, words: &str| (file.to_owned(), words.to_owned());
    assert_eq!(said(RecordItem::Grade), [words("1.jsonld", "B – velmi dobře"), words("2.jsonld", "A – výborně")]);
    assert!(said(RecordItem::GradingScale).is_empty());
}

#[test]
fn the_same_content_under_two_roots_is_two_records() {
    let comparison = pair(&rooted(1, b""), &rooted(2, b""), &WORLD.key);
    assert_eq!(comparison.verdict, RecordVerdict::Different);
    assert_eq!(comparison.obstacles, [RecordObstacle::Roots(0, 1)]);
    assert!(comparison.items.iter().all(|one| one.verdict == ItemVerdict::Same));
}

#[test]
fn another_body_cannot_state_it() {
    let other = WORLD.root.seal("Jiná univerzita", "NTRCZ-00000003");
    let comparison = pair(&rooted(1, b""), &rooted(1, b""), &other);
    assert_eq!(comparison.verdict, RecordVerdict::Different);
    assert_eq!(comparison.obstacles, [RecordObstacle::Sealers(0, 1)]);
    assert_eq!(comparison.files[1].outcome, Outcome::Fails, "the issuer is not the body in the certificate");
}

#[test]
fn files_of_before_agree_by_content_alone() {
    let old = crate::specimen::payload(ORGANIZATION);
    let comparison = pair(&old, &old, &WORLD.key);
    assert_eq!((comparison.verdict, comparison.outcome()), (RecordVerdict::ContentAgrees, Outcome::CannotTell));
    assert_eq!(comparison.obstacles, [RecordObstacle::Rootless(0), RecordObstacle::Rootless(1)]);
    assert!(comparison.verdict_told(Locale::ENGLISH).contains("does not state that it is the same"));
    // One of before and one of now.
    let comparison = pair(&old, &rooted(1, b""), &WORLD.key);
    assert_eq!(comparison.obstacles, [RecordObstacle::Rootless(0)]);
    assert_eq!(comparison.verdict, RecordVerdict::ContentAgrees);
}

#[test]
fn a_test_seal_and_a_revoked_file_are_one_record_and_do_not_hold() {
    let text = rooted(1, b"");
    let comparison = pair(&text, &text, &WORLD.test_key);
    assert_eq!((comparison.verdict, comparison.outcome()), (RecordVerdict::OneRecord, Outcome::CannotTell));
    assert!(comparison.files[1].test);
    let bytes = sealed(&text, &WORLD.key);
    let changed = String::from_utf8(bytes.clone()).unwrap().replacen("Lhota", "Lhotka", 1).into_bytes();
    let comparison = compared(&[&bytes, &changed]);
    assert_eq!(comparison.outcome(), Outcome::Fails, "its seal is broken");
}

#[test]
fn what_is_no_root_and_what_cannot_be_opened_is_told() {
    let good = rooted(1, b"");
    let at = good.find("hmac-sha-256:0:").unwrap();
    let unreadable = format!("{}x{}", &good[..at], &good[at..]);
    assert_eq!(pair(&good, &unreadable, &WORLD.key).files[1].root_state, RootState::Unreadable);
    let closed = good.replacen("Record opening", "Record closing", 1);
    let comparison = pair(&good, &closed, &WORLD.key);
    assert_eq!(comparison.files[1].root_state, RootState::Closed);
    assert_eq!(
        (comparison.verdict, &comparison.obstacles[..]),
        (RecordVerdict::ContentAgrees, &[RecordObstacle::Rootless(1)][..])
    );
    let told = comparison.reasons_told(Locale::ENGLISH).remove(0);
    assert!(told.contains("not what is needed to compute it again"), "{told}");
}

#[test]
fn of_three_files_the_one_that_differs_is_named() {
    let good = rooted(1, b"");
    let other = good.replace("\"3.5\"", "\"4.5\"");
    let comparison = compared(&[&sealed(&good, &WORLD.key), &sealed(&good, &WORLD.key), &sealed(&other, &WORLD.key)]);
    let told = comparison.reasons_told(Locale::ENGLISH).remove(0);
    assert!(told.contains("“ECTS credits”") && told.contains("1.jsonld: 3.5. 3.jsonld: 4.5."), "{told}");
}

/// Changes the leaf of that number; gives whether there is one.
fn change(value: &mut Value, target: usize, seen: &mut usize) -> bool {
    match value {
        Value::Object(members) => members.values_mut().any(|member| change(member, target, seen)),
        Value::Array(values) => values.iter_mut().any(|one| change(one, target, seen)),
        leaf => {
            *seen += 1;
            if *seen - 1 != target {
                return false;
            }
            *leaf = Value::String(format!("{}x", leaf.as_str().unwrap_or_default()));
            true
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever item of one file is changed, that item is found and named, and the root no longer stands for the content.
    #[test]
    fn any_change_of_an_item_is_found_and_named(target in 0_usize..400) {
        let good = rooted(1, b"");
        let mut whole: Value = serde_json::from_str(&good).unwrap();
        prop_assume!(change(&mut whole["credentialSubject"], target, &mut 0));
        let changed = whole.to_string();
        let items = |text: &str| RecordItems::of(&signet_credential::read(text).unwrap());
        let (before, after) = (items(&good), items(&changed));
        let differing: Vec<RecordItem> =
            RecordItem::ALL.into_iter().filter(|item| before.value(*item) != after.value(*item)).collect();
        // Labels and ties of the file are no items: that each other leaf belongs to one is held in `signet-credential`.
        prop_assume!(!differing.is_empty());
        let comparison = pair(&good, &changed, &WORLD.key);
        let found: Vec<RecordItem> =
            comparison.items.iter().filter(|one| one.verdict == ItemVerdict::Differs).map(|one| one.item).collect();
        prop_assert_eq!(&found, &differing);
        prop_assert_eq!(comparison.verdict, RecordVerdict::Different);
        prop_assert_eq!(comparison.files[1].root_state, RootState::Broken);
        for locale in [Locale::CZECH, Locale::ENGLISH] {
            let told = comparison.reasons_told(locale).remove(0);
            prop_assert!(told.contains(&locale.same_item(args::SameItem::from_key(differing[0].name()).unwrap())), "{}", told);
        }
    }
}

/// The note about a record root weighs nothing.
#[test]
fn a_file_of_ours_without_a_root_or_with_a_wrong_one_is_noted() {
    let note = |text: &str| {
        let evidence = WORLD.evidence(Some(Ok(list(0, &WORLD.key))));
        let report = judge(&artefact(&sealed(text, &WORLD.key)), &evidence, now());
        assert_eq!(report.outcome(), Outcome::Holds);
        let note = report.findings().find(|one| one.check().code() == "format.record-root").cloned();
        note.map(|note| {
            assert!(note.is_neutral());
            note.sentence(Locale::ENGLISH)
        })
    };
    assert_eq!(note(&rooted(1, b"")), None);
    let before = payload(ORGANIZATION);
    assert!(note(&before).unwrap().contains("before record digests were introduced"));
    assert_eq!(note(&before.replace("Unique identifier", "Number")), None, "others have no roots of ours");
    assert!(note(&rooted(1, b"").replace("velmi dobře", "výborně")).unwrap().contains("does not match"));
}
