//! Mandates: proved by a statement under the awarding body's own seal, or by the settings, and by nothing else.

use std::sync::Arc;

use data_encoding::BASE64;
use signet_lang::Locale;
use signet_seal::SealKey;
use signet_verify::{
    AwardProof, ConfiguredMandate, Evidence, ExpectedMandate, MandateBody, MandatePeriod, MandateStatement, Outcome,
    Report, Trust, UnfitStatement, judge,
};

use crate::specimen::{IDENTIFIER, ORGANIZATION, WORLD, artefact, at, fact, list, now, payload, sealed};

const OPERATOR: &str = "Provozovatel";
const OPERATOR_NUMBER: &str = "NTRCZ-00000003";

fn operator() -> SealKey {
    WORLD.root.seal(OPERATOR, OPERATOR_NUMBER)
}

fn body(name: &str, identifier: &str) -> MandateBody {
    MandateBody { name: name.into(), identifier: identifier.into() }
}

fn stated(sealing: &str, until: Option<&str>) -> String {
    let (from, until) = (at("2026-01-01T00:00:00Z"), until.map(at));
    let awarding = body(ORGANIZATION, IDENTIFIER);
    MandateStatement::new(awarding, body(OPERATOR, sealing), from, until).unwrap().to_payload().unwrap()
}

/// The specimen, sealed by the operator, with these statements among its evidence.
fn mandated(statements: &[Vec<u8>], key: &SealKey) -> Vec<u8> {
    let files: Vec<String> = statements
        .iter()
        .enumerate()
        .map(|(number, bytes)| {
            let kind = "{\"id\":\"http://publications.europa.eu/resource/authority/file-type/JSON\",\"type\":\"Concept\"}";
            let content = BASE64.encode(bytes);
            format!("{{\"id\":\"urn:m:{number}\",\"type\":\"MediaObject\",\"content\":\"{content}\",\"contentType\":{kind}}}")
        })
        .collect();
    let evidence = format!(
        "\"evidence\":{{\"id\":\"urn:e:1\",\"type\":\"Evidence\",\"dcType\":{{\"id\":\"http://data.europa.eu/snb/evidence-type/c_18016257\",\
         \"type\":\"Concept\"}},\"evidenceStatement\":\"Pověření.\",\"embeddedEvidence\":[{}]}},\"credentialSubject\":",
        files.join(",")
    );
    let text = payload(OPERATOR)
        .replacen("\"notation\":\"NTRCZ-99999994\"", "\"notation\":\"NTRCZ-00000003\"", 1)
        .replacen("\"credentialSubject\":", &evidence, 1);
    sealed(&text, key)
}

fn judged_with(bytes: &[u8], evidence: &Evidence) -> Report {
    judge(&artefact(bytes), evidence, now())
}

/// How the awarding body stands, and what is the matter with the statement.
fn proof(bytes: &[u8]) -> (AwardProof, Option<String>) {
    let report = judged_with(bytes, &WORLD.evidence(Some(Ok(list(0, &operator())))));
    let finding = report.findings().find(|finding| finding.check().code() == "seal.awarding-body").unwrap();
    let proof = report.sealings[0].awarded_by[0].proof;
    assert_eq!(finding.outcome == Outcome::Holds, proof.is_proven());
    (proof, fact(finding, "problem"))
}

#[test]
fn a_statement_under_the_awarding_bodys_own_seal_proves_it() {
    let statement = sealed(&stated(OPERATOR_NUMBER, Some("2027-01-01T00:00:00Z")), &WORLD.key);
    let bytes = mandated(&[statement], &operator());
    assert_eq!(proof(&bytes), (AwardProof::Statement, None));
    let report = judged_with(&bytes, &WORLD.evidence(None));
    let seal = report.group(signet_verify::GroupName::Seal);
    assert_eq!(seal.outcome(), Outcome::Holds, "{:?}", seal.findings);
    let source = report.source(Locale::ENGLISH).join(" ");
    assert!(source.contains("Sealed by Provozovatel (NTRCZ-00000003, CZ). It seals under a mandate of"), "{source}");
    assert!(source.ends_with("which confirmed this under its own seal."), "{source}");
}

/// Whoever sealed wrote the data. What a body is called is known from its own certificate, and the rest is told as what the file says.
#[test]
fn a_proven_mandate_shows_the_name_in_the_bodys_own_certificate() {
    let called = "VZOROVA univerzita, v Lhote";
    let statement = sealed(&stated(OPERATOR_NUMBER, None), &WORLD.key);
    let told = |statements: &[Vec<u8>]| {
        let text = String::from_utf8(mandated(statements, &operator())).unwrap();
        let payload = serde_json::from_str::<serde_json::Value>(&text).unwrap()["payload"].as_str().unwrap().to_owned();
        judged_with(&sealed(&payload.replace(ORGANIZATION, called), &operator()), &WORLD.evidence(None))
    };
    let report = told(&[statement]);
    let body = &report.sealings[0].awarded_by[0];
    assert_eq!(
        (body.proof, body.name.as_deref(), body.called.as_deref()),
        (AwardProof::Statement, Some(ORGANIZATION), Some(called))
    );
    assert_eq!((body.identifier.as_deref(), body.country.as_deref()), (Some(IDENTIFIER), Some("CZE")));
    assert_eq!(body.proven().unwrap(), format!("{ORGANIZATION} ({IDENTIFIER}, CZE)"));
    assert_eq!(body.said().as_deref(), Some(called));
    assert_eq!(report.sealings[0].on_behalf_of, [called], "what the data say stays what the data say");
    let finding = report.findings().find(|finding| finding.check().code() == "seal.awarding-body").unwrap();
    assert_eq!(fact(finding, "awarding_body").as_deref(), Some(ORGANIZATION));
    assert!(!report.source(Locale::ENGLISH).join(" ").contains(called));
    // Without a proof there is only what the file says.
    let report = told(&[]);
    let body = &report.sealings[0].awarded_by[0];
    assert_eq!((body.name.as_deref(), body.called.as_deref(), body.proven()), (Some(called), None, None));
    assert!(body.said().unwrap().contains(called));
}

#[test]
fn nothing_less_proves_it() {
    let claimed = |problem: &str| (AwardProof::Claimed, Some(problem.to_owned()));
    let text = stated(OPERATOR_NUMBER, None);
    let operator = operator();
    // Sealed by whoever would like it, by somebody under another root, by a person, or by nobody.
    let by = |key: &SealKey| proof(&mandated(&[sealed(&text, key)], &operator));
    assert_eq!(by(&operator), claimed("another-author"));
    assert_eq!(by(&WORLD.root.person("Rektor", "Příkladný")), claimed("another-author"));
    assert_eq!(by(&WORLD.test_key), claimed("seal"));
    assert_eq!(by(&crate::pki::Root::new("Cizí kořen").seal(ORGANIZATION, IDENTIFIER)), claimed("seal"));
    assert_eq!(proof(&mandated(&[text.clone().into_bytes()], &operator)), claimed("not-a-statement"));
    assert_eq!(proof(&mandated(&[], &operator)), (AwardProof::Claimed, None));
    // For another sealer, for another time, altered, or with a condition that is not known.
    let another = sealed(&stated("NTRCZ-00000009", None), &WORLD.key);
    assert_eq!(proof(&mandated(&[another], &operator)), claimed("another-sealer"));
    let ended = sealed(&stated(OPERATOR_NUMBER, Some("2026-02-01T00:00:00Z")), &WORLD.key);
    assert_eq!(proof(&mandated(&[ended], &operator)), claimed("not-then"));
    let altered = String::from_utf8(sealed(&text, &WORLD.key)).unwrap().replace("2026-01-01", "2025-01-01");
    assert_eq!(proof(&mandated(&[altered.into_bytes()], &operator)), claimed("seal"));
    let conditional = sealed(&text.replacen('{', "{\"onlyFor\":\"x\",", 1), &WORLD.key);
    assert_eq!(proof(&mandated(&[conditional], &operator)), claimed("not-a-statement"));
}

#[test]
fn a_mandate_of_another_awarding_body_proves_nothing() {
    let other = WORLD.root.seal("Jiná univerzita", "NTRCZ-00000009");
    let from = at("2026-01-01T00:00:00Z");
    let awarding = body("Jiná univerzita", "NTRCZ-00000009");
    let text =
        MandateStatement::new(awarding, body(OPERATOR, OPERATOR_NUMBER), from, None).unwrap().to_payload().unwrap();
    let bytes = mandated(&[sealed(&text, &other)], &operator());
    assert_eq!(proof(&bytes), (AwardProof::Claimed, Some("another-awarding-body".into())));
    // One that proves it is found among others.
    let right = sealed(&stated(OPERATOR_NUMBER, None), &WORLD.key);
    assert_eq!(proof(&mandated(&[sealed(&text, &other), right], &operator())).0, AwardProof::Statement);
}

/// A time that only the sealer states could be set back to when the mandate still held.
#[test]
fn an_ended_mandate_needs_a_proven_time() {
    let statement = sealed(&stated(OPERATOR_NUMBER, Some("2026-07-02T00:00:00Z")), &WORLD.key);
    let bytes = mandated(&[statement], &operator());
    let evidence = WORLD.evidence(None);
    let on = |time: &str| judge(&artefact(&bytes), &evidence, at(time)).sealings[0].awarded_by[0].proof;
    assert_eq!(on("2026-07-01T12:00:00Z"), AwardProof::Statement);
    assert_eq!(on("2026-07-03T12:00:00Z"), AwardProof::Claimed);
}

#[test]
fn the_settings_can_confirm_a_mandate() {
    let bytes = mandated(&[], &operator());
    let with = |awarding: &str, sealing: &str, until: Option<&str>| {
        let period = MandatePeriod { from: None, until: until.map(at) };
        let mandate = ConfiguredMandate { awarding_body: awarding.into(), sealing_body: sealing.into(), period };
        let trust = Trust { mandates: vec![mandate], ..(*WORLD.trust()).clone() };
        let evidence = Evidence { trust: Arc::new(trust), ..WORLD.evidence(None) };
        judged_with(&bytes, &evidence).sealings[0].awarded_by[0].proof
    };
    assert_eq!(with(IDENTIFIER, OPERATOR_NUMBER, None), AwardProof::Configured);
    assert_eq!(with("VATCZ-99999994", OPERATOR_NUMBER, None), AwardProof::Configured);
    assert_eq!(with(IDENTIFIER, OPERATOR_NUMBER, Some("2026-02-01T00:00:00Z")), AwardProof::Claimed);
    assert_eq!(with(IDENTIFIER, "NTRCZ-00000009", None), AwardProof::Claimed);
    assert_eq!(with("NTRCZ-00000009", OPERATOR_NUMBER, None), AwardProof::Claimed);
}

#[test]
fn a_statement_says_what_it_must_or_is_none() {
    let (from, later) = (at("2026-01-01T00:00:00Z"), at("2026-02-01T00:00:00Z"));
    let new =
        |awarding: MandateBody, sealing: MandateBody, until| MandateStatement::new(awarding, sealing, from, until);
    let (one, other) = (body(ORGANIZATION, IDENTIFIER), body(OPERATOR, OPERATOR_NUMBER));
    assert!(new(one.clone(), other.clone(), Some(later)).is_some());
    assert!(new(one.clone(), other.clone(), Some(from)).is_none(), "ends when it begins");
    assert!(new(one.clone(), body(OPERATOR, "VATCZ-99999994"), None).is_none(), "one body");
    assert!(new(body(" ", IDENTIFIER), other.clone(), None).is_none());
    assert!(new(one, body(OPERATOR, "00000003"), None).is_none());
}

/// However many statements a file carries, few are looked at.
#[test]
fn statements_are_few() {
    let wrong = sealed(&stated("NTRCZ-00000009", None), &WORLD.key);
    let right = sealed(&stated(OPERATOR_NUMBER, None), &WORLD.key);
    let mut statements = vec![wrong; 4];
    statements.push(right);
    assert_eq!(proof(&mandated(&statements, &operator())).0, AwardProof::Claimed);
}

/// Before it is kept: what would prove nothing in a credential is told then.
#[test]
fn a_statement_is_judged_by_itself() {
    let expected = ExpectedMandate { awarding_body: IDENTIFIER, sealing_body: OPERATOR_NUMBER, sealing_is_test: None };
    let check_at = |sealed: &[u8], expected: &ExpectedMandate<'_>, time: &str| {
        MandateStatement::check(sealed, expected, &WORLD.trust(), at(time)).map(drop)
    };
    let check = |sealed: &[u8]| check_at(sealed, &expected, "2026-07-01T12:00:00Z");
    let text = stated(OPERATOR_NUMBER, Some("2027-01-01T00:00:00Z"));
    let good = sealed(&text, &WORLD.key);
    assert_eq!(check(&good), Ok(()));
    assert_eq!(check_at(&good, &expected, "2027-01-01T00:00:00Z"), Err(UnfitStatement::Ended));
    assert_eq!(check(text.as_bytes()), Err(UnfitStatement::NotAStatement));
    let altered = String::from_utf8(good.clone()).unwrap().replace("2026-01-01", "2025-01-01");
    assert_eq!(check(altered.as_bytes()), Err(UnfitStatement::Seal));
    assert_eq!(check(&sealed(&stated("NTRCZ-00000009", None), &WORLD.key)), Err(UnfitStatement::OtherBodies));
    assert_eq!(check(&sealed(&text, &operator())), Err(UnfitStatement::AnotherAuthor));
    assert_eq!(check(&sealed(&text, &WORLD.root.person("Rektor", "Příkladný"))), Err(UnfitStatement::AnotherAuthor));
    let foreign = crate::pki::Root::new("Cizí kořen").seal(ORGANIZATION, IDENTIFIER);
    assert_eq!(check(&sealed(&text, &foreign)), Err(UnfitStatement::NoAuthority));
    // A test seal proves nothing of a real seal, nor the other way round.
    let test = sealed(&text, &WORLD.test_key);
    for (statement, is_test, outcome) in [
        (&good, false, Ok(())),
        (&good, true, Err(UnfitStatement::Test)),
        (&test, true, Ok(())),
        (&test, false, Err(UnfitStatement::Test)),
    ] {
        let expected = ExpectedMandate { sealing_is_test: Some(is_test), ..expected };
        assert_eq!(check_at(statement, &expected, "2026-07-01T12:00:00Z"), outcome);
    }
}
