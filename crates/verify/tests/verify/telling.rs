//! What a report tells apart: the eight aspects of a seal, whom nobody asked, and how issuer and certificate differ.

use signet_lang::Locale;
use signet_record::Language;
use signet_seal::ValidationData;
use signet_verify::{
    Aspect, CredentialStatus, Evidence, FilePart, Finding, FindingFact, GroupName, Outcome, Report, judge, needs,
};

use crate::specimen::{LIST, ORGANIZATION, WORLD, artefact, credential, fact, judged, list, now, payload, sealed};

fn finding<'r>(report: &'r Report, code: &str) -> &'r Finding {
    report.findings().find(|finding| finding.check().code() == code).unwrap_or_else(|| panic!("no {code}"))
}

#[test]
fn the_eight_aspects_are_told_apart() {
    let report = judged(&credential());
    let told = Aspect::ALL.map(|aspect| report.aspect(FilePart::Credential, aspect));
    let [holds, open] = [Outcome::Holds, Outcome::CannotTell];
    // Without a time stamp no time is proved; without lists nothing is said of qualification.
    assert_eq!(told, [holds, holds, holds, open, holds, holds, open, holds]);
    let json = report.to_json(Locale::ENGLISH);
    let aspects = json["sealings"][0]["aspects"].as_object().unwrap();
    assert_eq!(aspects.len(), 8);
    let findings = json["groups"][1]["findings"].as_array().unwrap();
    for aspect in Aspect::ALL {
        assert!(findings.iter().any(|finding| finding["aspect"] == aspect.name()), "{}", aspect.name());
        assert_eq!(aspects[aspect.name()], serde_json::to_value(report.aspect(FilePart::Credential, aspect)).unwrap());
        for locale in Language::ALL.map(Locale::new) {
            assert!(Report::aspect_name(aspect, locale).len() > 3);
        }
    }
}

#[test]
fn findings_of_a_seal_stand_by_aspect() {
    let report = judged(&credential());
    let aspects: Vec<_> =
        report.group(GroupName::Seal).findings.iter().filter_map(|finding| finding.check().aspect()).collect();
    assert!(aspects.is_sorted(), "{aspects:?}");
}

#[test]
fn the_json_tells_level_stamps_qualification_and_indication() {
    let json = judged(&credential()).to_json(Locale::ENGLISH);
    let sealing = &json["sealings"][0];
    assert_eq!((&sealing["level"], &sealing["reach"]), (&"B-B".into(), &"B-B".into()));
    assert_eq!((&sealing["outcome"], &sealing["indication"]), (&"holds".into(), &serde_json::Value::Null));
    assert_eq!(sealing["stamps"].as_array().map(Vec::len), Some(0));
    assert_eq!(sealing["qualification"]["class"], serde_json::Value::Null);
    assert_eq!(sealing["sealer_country"], "CZ");
    let broken = String::from_utf8(credential()).unwrap().replacen("Příkladná", "Příkladova", 1);
    let json = judged(broken.as_bytes()).to_json(Locale::ENGLISH);
    assert_eq!(json["sealings"][0]["outcome"], "fails");
    assert_eq!(json["sealings"][0]["indication"], "SIG_CRYPTO_FAILURE");
}

#[test]
fn whom_nobody_asked_is_told_from_who_did_not_answer() {
    let said = |evidence: &Evidence, key| {
        let report = judge(&artefact(&sealed(&payload(ORGANIZATION), key)), evidence, now());
        let finding = finding(&report, "seal.revocation").clone();
        assert_eq!(finding.outcome, Outcome::CannotTell);
        assert_eq!(report.group(GroupName::Seal).outcome(), Outcome::CannotTell);
        let cause = report.group_sentence(report.group(GroupName::Seal), Locale::ENGLISH);
        assert!(cause.ends_with(&finding.sentence(Locale::ENGLISH)), "{cause}");
        fact(&finding, "asked").unwrap()
    };
    let mut evidence = Evidence::offline(WORLD.trust());
    assert_eq!(said(&evidence, &WORLD.key), "nowhere");
    let key = WORLD.root.seal_asking(ORGANIZATION, crate::specimen::IDENTIFIER, "http://ca.example/list.crl");
    assert_eq!(said(&evidence, &key), "nobody");
    let wants = needs(&artefact(&sealed(&payload(ORGANIZATION), &key)), &evidence, now()).seals;
    assert_eq!(wants.len(), 1);
    evidence.asked = wants;
    assert_eq!(said(&evidence, &key), "unanswered");
    evidence.seals = ValidationData { crls: vec![WORLD.root.list()], ..ValidationData::default() };
    let report = judge(&artefact(&sealed(&payload(ORGANIZATION), &key)), &evidence, now());
    assert_eq!(finding(&report, "seal.revocation").outcome, Outcome::Holds);
}

/// What was issued after the moment of judging is not known then.
#[test]
fn a_judgement_as_of_the_past_does_not_know_the_future() {
    let report = judge(&artefact(&credential()), &WORLD.evidence(None), "2026-05-01T00:00:00Z".parse().unwrap());
    assert_eq!(finding(&report, "seal.revocation").outcome, Outcome::CannotTell);
}

#[test]
fn what_is_not_a_qualified_seal_is_told_neutrally() {
    let report = judged(&credential());
    let neutral = |code| finding(&report, code).is_neutral();
    assert!(neutral("seal.qualification") && neutral("seal.time") && !neutral("seal.integrity"));
}

#[test]
fn each_difference_between_issuer_and_certificate_is_named() {
    let told = |text: &str, organization: &str, identifier: &str| {
        let report = judged(&sealed(text, &WORLD.root.seal(organization, identifier)));
        let finding = finding(&report, "seal.issuer-certificate").clone();
        let FindingFact::IssuerCertificate(compared) = &finding.fact else { panic!("{:?}", finding.fact) };
        let differs: Vec<&str> = compared.differs.iter().map(|what| what.name()).collect();
        (finding.outcome, differs.join(" "), finding.sentence(Locale::ENGLISH))
    };
    let text = payload(ORGANIZATION);
    let (outcome, differs, _) = told(&text, &ORGANIZATION.to_uppercase(), "NTRCZ-99999994");
    assert_eq!((outcome, differs.as_str()), (Outcome::Holds, ""));
    let (outcome, differs, sentence) = told(&text, "Jiná univerzita", "NTRCZ-00000009");
    assert_eq!((outcome, differs.as_str()), (Outcome::Fails, "identifier name"));
    assert!(sentence.contains("NTRCZ-99999994 in the data, NTRCZ-00000009"), "{sentence}");
    assert!(sentence.contains(&format!("“{ORGANIZATION}” in the data, “Jiná univerzita”")), "{sentence}");
    let (outcome, differs, _) = told(&text, ORGANIZATION, "VATCZ-99999994");
    assert_eq!((outcome, differs.as_str()), (Outcome::Holds, ""));
    let (outcome, differs, sentence) = told(&text, "Jiná univerzita", "VATCZ-00000009");
    assert_eq!((outcome, differs.as_str()), (Outcome::Fails, "identifier name"));
    assert!(sentence.contains("NTRCZ-99999994 in the data, VATCZ-00000009"), "{sentence}");
    let (outcome, differs, sentence) = told(&text, "Specimen University", "LEIXG-529900T8BM49AURSDO55");
    assert_eq!((outcome, differs.as_str()), (Outcome::Fails, "scheme name"));
    assert!(sentence.contains("different kinds"), "{sentence}");
    let abroad = text.replace("authority/country/CZE", "authority/country/SVK");
    let (outcome, differs, sentence) = told(&abroad, ORGANIZATION, "LEIXG-529900T8BM49AURSDO55");
    assert_eq!((outcome, differs.as_str()), (Outcome::Fails, "scheme country"));
    assert!(sentence.contains("SVK in the data, CZ in the certificate"), "{sentence}");
}

#[test]
fn a_kept_status_list_counts_as_one_that_was_fetched() {
    let mut evidence = WORLD.evidence(None);
    evidence.keep_status_list(list(1, &WORLD.key)).unwrap();
    assert!(evidence.status_lists.contains_key(LIST));
    let report = judge(&artefact(&credential()), &evidence, now());
    assert_eq!(finding(&report, "validity.status").status_against(), Some(&CredentialStatus::Revoked));
    assert!(evidence.keep_status_list(b"{}".to_vec()).is_err());
    assert!(evidence.keep_status_list(credential()).is_err());
}
