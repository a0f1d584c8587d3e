//! Seals of credentials: who sealed, whether anything was changed, and what never passes for a real seal.

use signet_seal::jades;
use signet_verify::{Check, Evidence, FileFormat, GroupName, Outcome, Trust, judge};

use crate::specimen::{ORGANIZATION, WORLD, artefact, at, credential, judged, list, now, payload, sealed};

fn outcomes(report: &signet_verify::Report) -> [Outcome; 3] {
    [GroupName::Format, GroupName::Seal, GroupName::Validity].map(|name| report.group(name).outcome())
}

fn outcome_of(report: &signet_verify::Report, code: &str) -> Outcome {
    report.findings().find(|finding| finding.check().code() == code).unwrap_or_else(|| panic!("no {code}")).outcome
}

#[test]
fn a_good_credential_holds_in_all_three() {
    let report = judged(&credential());
    assert_eq!(report.kind, FileFormat::SealedCredential);
    assert_eq!(outcomes(&report), [Outcome::Holds; 3]);
    assert!(report.is_sound() && !report.is_test());
    assert_eq!(report.sealings[0].sealer.as_deref(), Some(ORGANIZATION));
    assert_eq!(report.sealings[0].on_behalf_of, [] as [String; 0]);
}

#[test]
fn what_nobody_checked_is_told_but_does_not_drown_the_answer() {
    let report = judged(&credential());
    let finding = report.findings().find(|finding| finding.check().code() == "seal.qualification").unwrap();
    assert_eq!((finding.outcome, finding.advisory), (Outcome::CannotTell, true));
}

#[test]
fn a_changed_character_breaks_the_seal() {
    let text = String::from_utf8(credential()).unwrap();
    let changed = text.replacen("Příkladná", "Příkladova", 1);
    assert_ne!(text, changed);
    let report = judged(changed.as_bytes());
    assert_eq!(outcomes(&report)[1], Outcome::Fails);
    assert_eq!(outcome_of(&report, "seal.integrity"), Outcome::Fails);
    assert_eq!(report.outcome(), Outcome::Fails);
}

#[test]
fn a_test_seal_is_never_reported_as_real() {
    let report = judged(&sealed(&payload(ORGANIZATION), &WORLD.test_key));
    assert!(report.is_test());
    assert_eq!(outcomes(&report)[1], Outcome::CannotTell);
    assert_ne!(report.outcome(), Outcome::Holds);
    assert!(report.findings().any(|finding| finding.check().code() == "seal.test" && !finding.advisory));
    // Its maker may let it go all the same: apart from being a test seal it is in order.
    assert!(report.is_sound());
}

#[test]
fn a_root_nobody_named_leaves_it_open() {
    let evidence = Evidence::offline(std::sync::Arc::new(Trust::default()));
    let report = judge(&artefact(&credential()), &evidence, now());
    assert_eq!(outcomes(&report)[1], Outcome::CannotTell);
    assert_eq!(outcome_of(&report, "seal.integrity"), Outcome::Holds);
    assert!(!report.is_sound());
}

#[test]
fn the_issuer_must_be_the_body_in_the_certificate() {
    let report = judged(&sealed(&payload("Jiná univerzita"), &WORLD.key));
    assert_eq!(outcome_of(&report, "seal.issuer-certificate"), Outcome::Fails);
    assert_eq!(outcomes(&report)[1], Outcome::Fails);
}

#[test]
fn a_body_that_seals_for_another_is_told_apart() {
    let key = WORLD.root.seal("Provozovatel", "NTRCZ-00000003");
    let text =
        payload("Provozovatel").replacen("\"notation\":\"NTRCZ-99999994\"", "\"notation\":\"NTRCZ-00000003\"", 1);
    let report = judge(&artefact(&sealed(&text, &key)), &WORLD.evidence(None), now());
    assert_eq!(outcome_of(&report, "seal.issuer-certificate"), Outcome::Holds);
    assert_eq!(report.sealings[0].sealer.as_deref(), Some("Provozovatel"));
    assert_eq!(report.sealings[0].on_behalf_of, [ORGANIZATION]);
    assert_eq!(outcome_of(&report, "seal.awarding-body"), Outcome::CannotTell);
    assert_eq!(outcomes(&report)[1], Outcome::CannotTell);
}

#[test]
fn without_a_seal_nothing_is_vouched_for() {
    let report = judged(payload(ORGANIZATION).as_bytes());
    assert_eq!(report.kind, FileFormat::UnsealedCredential);
    assert_eq!(outcomes(&report)[..2], [Outcome::Holds, Outcome::CannotTell]);
    assert_eq!(outcome_of(&report, "seal.present"), Outcome::CannotTell);
}

#[test]
fn a_credential_against_the_format_fails_by_format_alone() {
    let text = payload(ORGANIZATION).replacen("\"validFrom\":", "\"validSince\":", 1);
    let report = judged(&sealed(&text, &WORLD.key));
    assert_eq!(outcomes(&report)[..2], [Outcome::Fails, Outcome::Holds]);
    let missing = report.findings().find(|finding| finding.check().code() == "format.missing").unwrap();
    assert_eq!(missing.path(), Some("$"));
}

#[test]
fn it_is_judged_as_of_a_time() {
    let text =
        payload(ORGANIZATION).replacen("\"issued\":", "\"expirationDate\":\"2027-01-01T00:00:00Z\",\"issued\":", 1);
    let evidence = WORLD.evidence(Some(Ok(list(0, &WORLD.key))));
    let bytes = sealed(&text, &WORLD.key);
    let on = |time: &str| judge(&artefact(&bytes), &evidence, at(time));
    assert_eq!(outcome_of(&on("2026-07-01T12:00:00Z"), "validity.expiry"), Outcome::Holds);
    assert_eq!(outcome_of(&on("2027-01-01T00:00:00Z"), "validity.expiry"), Outcome::Fails);
    assert_eq!(outcome_of(&on("2026-06-29T00:00:00Z"), "validity.from"), Outcome::Fails);
}

#[test]
fn a_seal_over_something_else_is_not_a_credential() {
    let error = signet_verify::read(sealed("{\"hello\":1}", &WORLD.key)).unwrap_err();
    assert!(matches!(error, signet_verify::Unreadable::Credential(_)));
    assert!(jades::read(&credential()).is_ok());
}

/// Anybody can put a stamp that is none into a file.
#[test]
fn a_broken_stamp_is_told_and_takes_nothing_away() {
    let item = data_encoding::BASE64URL_NOPAD.encode(br#"{"sigTst":{"tstTokens":[{"val":"AAAA"}]}}"#);
    let text = String::from_utf8(credential()).unwrap();
    let at = text.rfind(",\"signature\":").unwrap();
    let stamped = format!("{},\"header\":{{\"etsiU\":[\"{item}\"]}}{}", &text[..at], &text[at..]);
    let report = judged(stamped.as_bytes());
    let stamp = report.findings().find(|finding| finding.check().code() == "seal.signature-stamp").unwrap();
    assert_eq!((stamp.outcome, stamp.advisory), (Outcome::Fails, true));
    assert!(stamp.sentence(signet_lang::Locale::ENGLISH).contains("ignored"));
    assert_eq!(outcomes(&report), [Outcome::Holds; 3]);
    let sealing = &report.sealings[0];
    assert_eq!((sealing.outcome, sealing.level), (Outcome::Holds, signet_verify::Level::BB));
    // Whoever made it has to make it anew.
    assert_eq!(report.unsound().map(Check::code).collect::<Vec<_>>(), ["seal.signature-stamp"]);
}
