//! The report: complete in both languages, stable as JSON.

use signet_lang::Locale;
use signet_record::Language;
use signet_verify::{Outcome, judge};

use crate::specimen::{ORGANIZATION, WORLD, artefact, credential, judged, list, now, payload, sealed};

fn reports() -> Vec<signet_verify::Report> {
    let revoked = WORLD.evidence(Some(Ok(list(1, &WORLD.key))));
    let wrong = payload("Jiná").replacen("\"validFrom\":\"2026", "\"validFrom\":\"26", 1);
    vec![
        judged(&credential()),
        judged(&sealed(&payload(ORGANIZATION), &WORLD.test_key)),
        judged(payload(ORGANIZATION).as_bytes()),
        judged(&sealed(&wrong, &WORLD.key)),
        judge(&artefact(&credential()), &revoked, now()),
    ]
}

#[test]
fn every_finding_and_group_has_a_sentence_in_both_languages() {
    for report in reports() {
        for locale in Language::ALL.map(Locale::new) {
            for finding in report.findings() {
                let sentence = finding.sentence(locale);
                assert!(sentence.ends_with('.') && !sentence.contains('{'), "{}: {sentence}", finding.check().code());
            }
            for group in &report.groups {
                assert!(report.group_sentence(group, locale).len() > 10);
            }
            assert!(report.source(locale).iter().all(|sentence| sentence.ends_with('.') && !sentence.contains('{')));
            assert!(report.reason(locale).is_none_or(|reason| reason.ends_with('.')));
        }
    }
}

#[test]
fn the_sentences_differ_between_the_languages() {
    let report = judged(&credential());
    for finding in report.findings() {
        let [cs, en] = Language::ALL.map(|language| finding.sentence(Locale::new(language)));
        assert_ne!(cs, en, "{}", finding.check().code());
    }
}

#[test]
fn it_says_how_much_of_annex_one_the_credential_has() {
    let report = judged(&credential());
    for language in Language::ALL {
        assert_eq!(report.completeness_told(Locale::new(language)).len(), 1);
    }
    let json = report.to_json(Locale::new(Language::En));
    let told = &json["completeness"];
    assert_eq!(told["mandatory"], serde_json::json!({"present": 11, "total": 11}));
    assert_eq!(told["items"].as_array().map(Vec::len), Some(16));
    assert_eq!(told["items"][5]["label"], "learning outcomes");
    assert_eq!(told["items"][5]["path"], "$.credentialSubject.hasClaim.specifiedBy.learningOutcome");
}

#[test]
fn as_json_it_holds_what_a_program_needs() {
    let report = judged(&credential());
    let json = report.to_json(Locale::new(Language::En));
    assert_eq!(json["kind"], "sealed_credential");
    assert_eq!(json["outcome"], "holds");
    assert_eq!(json["language"], "en");
    assert_eq!(json["test"], false);
    assert_eq!(json["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(json["credential"], format!("urn:credential:{}", signet_record::specimen::award().unwrap().id()));
    let groups = json["groups"].as_array().unwrap();
    let names: Vec<_> = groups.iter().map(|group| group["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["format", "seal", "validity"]);
    let codes: Vec<_> =
        groups[2]["findings"].as_array().unwrap().iter().map(|finding| finding["code"].clone()).collect();
    assert_eq!(codes, ["validity.from", "validity.expiry", "validity.status"]);
    let source = format!("Sealed by {ORGANIZATION} (NTRCZ-99999994, CZ).");
    assert_eq!(json["source"], serde_json::json!([source, "The same organisation awarded the micro-credential."]));
    assert_eq!(json["reason"], serde_json::Value::Null);
    assert_eq!(json["sealings"][0]["sealer"], ORGANIZATION);
}

#[test]
fn the_same_file_evidence_and_time_give_the_same_report() {
    let bytes = credential();
    let locale = Locale::new(Language::Cs);
    assert_eq!(judged(&bytes).to_json(locale), judged(&bytes).to_json(locale));
}

#[test]
fn a_warning_of_the_format_has_no_weight() {
    let text = payload(ORGANIZATION).replacen("\"identifier\":", "\"nobodyKnows\":1,\"identifier\":", 1);
    let report = judged(&sealed(&text, &WORLD.key));
    let finding = report.findings().find(|finding| finding.check().code() == "format.unknown-member").unwrap();
    assert!(finding.advisory && finding.outcome == Outcome::CannotTell);
    assert_eq!(report.outcome(), Outcome::Holds);
}
