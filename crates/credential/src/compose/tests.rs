//! What is composed, held against the record it came from and against our own check.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use signet_record::specimen;

use super::*;
use crate::note_subject::NoteSubject;
use crate::view::OutcomeKind;
use crate::{OwnStatusPlace, Severity, StatusReference, check, read};

pub(crate) fn identity() -> SealIdentity {
    SealIdentity {
        legal_name: "Vzorová univerzita v Lhotě".into(),
        common_name: "Vzorová univerzita – pečeť".into(),
        organization_identifier: "NTRCZ-99999994".into(),
        country: "CZ".into(),
    }
}

fn pictures() -> Vec<Picture> {
    [Language::Cs, Language::En]
        .map(|language| Picture {
            language,
            jpeg: [b"\xff\xd8\xff\xe0".as_slice(), language.code().as_bytes()].concat(),
        })
        .to_vec()
}

fn now() -> Timestamp {
    "2026-06-30T08:15:30.987Z".parse().unwrap()
}

fn composed(award: &Award) -> String {
    let status = StatusEntry { list_url: "https://vzorova.example/status/1".into(), index: 4711 };
    compose(award, &identity(), &pictures(), now(), Some(&status)).unwrap()
}

#[test]
fn the_same_award_gives_the_same_bytes() {
    let award = specimen::award().unwrap();
    assert_eq!(composed(&award), composed(&award));
    let again = Award::from_json(&award.to_json().unwrap()).unwrap();
    assert_eq!(composed(&award), composed(&again));
}

#[test]
fn context_stands_last_and_issued_in_whole_seconds() {
    let text = composed(&specimen::award().unwrap());
    let end =
        "\"@context\":[\"https://www.w3.org/2018/credentials/v1\",\"http://data.europa.eu/snb/model/context/edc-ap\"]}";
    assert!(text.ends_with(end));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    for member in ["issued", "issuanceDate", "validFrom"] {
        assert_eq!(value[member], "2026-06-30T10:15:30+02:00", "{member}");
    }
    assert!(!text.contains('\n'));
}

/// Half past midnight in Prague is still the day before in UTC: the day that is written is the day on the certificate.
#[test]
fn a_moment_bears_the_day_of_prague_in_summer_and_winter() {
    let award = specimen::award().unwrap();
    for (instant, written) in [
        ("2026-06-29T22:33:00Z", "2026-06-30T00:33:00+02:00"),
        ("2026-01-14T23:05:09.5Z", "2026-01-15T00:05:09+01:00"),
        ("2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00"),
    ] {
        let instant: Timestamp = instant.parse().unwrap();
        let text = compose(&award, &identity(), &pictures(), instant, None).unwrap();
        assert!(text.contains(&format!("\"issued\":\"{written}\"")), "{written}");
        let credential = read(&text).unwrap();
        let whole = Timestamp::from_second(instant.as_second()).unwrap();
        assert_eq!((credential.issued(), credential.valid_from()), (Some(whole), Some(whole)));
        let day = signet_lang::when::day_in_prague(instant);
        assert!(written.starts_with(&day.to_string()));
    }
}

/// Where the EU's viewer looks, and shows neither subjects nor accreditations.
#[test]
fn what_the_viewer_leaves_out_is_said_again_in_words() {
    let text = composed(&specimen::award().unwrap());
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let claim = &value["credentialSubject"]["hasClaim"];
    let unit = &claim["specifiedBy"];
    assert_eq!(unit["category"], serde_json::json!({ "cs": "Mikrocertifikát", "en": "Micro-credential" }));
    let said: Vec<&str> = unit["additionalNote"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|note| note["subject"].is_null())
        .map(|note| note["noteLiteral"]["cs"].as_str().unwrap())
        .collect();
    for note in claim["additionalNote"].as_array().unwrap() {
        let (subject, text) = (&note["subject"]["prefLabel"]["cs"], &note["noteLiteral"]["cs"]);
        let line = format!("{}: {}", subject.as_str().unwrap(), text.as_str().unwrap());
        assert!(said.contains(&line.as_str()), "{line}");
    }
    let quality = said.iter().find(|line| line.starts_with("Zajištění kvality: ")).unwrap();
    assert!(
        quality.contains(": institucionální zajištění kvality; ") && quality.contains("; VÚK-1/2024; "),
        "{quality}"
    );
    assert!(quality.ends_with("14.\u{a0}1.\u{a0}2034"), "{quality}");
    let proof = &claim["provenBy"];
    assert_eq!(proof["description"]["en"], "Assessed by: doc. Petr Vzorný");
    let parts = proof["specifiedBy"]["description"]["cs"].as_str().unwrap();
    assert!(parts.contains('%') && parts.contains("; "), "{parts}");
}

#[test]
fn a_repetition_is_not_told_twice_by_us_and_nothing_else_is_held_back() {
    let text = composed(&specimen::rich::award().unwrap());
    for language in Language::ALL {
        let credential = read(&text).unwrap();
        let notes = credential.basics(language).notes;
        assert!(notes.iter().all(|note| note.heading.is_some()), "{notes:?}");
        let changed =
            text.replacen("Právní základ: ", "Právní základ : ", 1).replacen("Legal basis: ", "Legal basis : ", 1);
        let credential = read(&changed).unwrap();
        assert_eq!(credential.basics(language).notes.len(), notes.len() + 1);
    }
}

#[test]
fn the_same_picture_stands_once_and_different_ones_each() {
    let award = specimen::award().unwrap();
    let jpeg = b"\xff\xd8\xff\xe0one".to_vec();
    let same = Language::ALL.map(|language| Picture { language, jpeg: jpeg.clone() });
    let text = compose(&award, &identity(), &same, now(), None).unwrap();
    assert_eq!(check(&read(&text).unwrap()), []);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let display = &value["displayParameter"];
    assert_eq!(display["individualDisplay"]["language"], display["primaryLanguage"]);
    assert_eq!(display["language"].as_array().unwrap().len(), 2);
    assert_eq!(text.matches("/9j/").count(), 1);
    let both = compose(&award, &identity(), &pictures(), now(), None).unwrap();
    assert_eq!(both.matches("/9j/").count(), 2);
}

#[test]
fn a_place_of_birth_is_a_place_where_its_country_is_known() {
    let mut fields = specimen::fields().unwrap();
    let mut holder = signet_record::HolderFields::from(fields.holder);
    holder.birth_country = signet_record::Country::new("SVK").ok();
    fields.holder = signet_record::Holder::new(holder).unwrap();
    let text = composed(&Award::new(fields, specimen::TODAY).unwrap());
    let credential = read(&text).unwrap();
    assert_eq!(check(&credential), []);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let person = &value["credentialSubject"];
    assert_eq!(person["placeOfBirth"]["geographicName"]["en"], "Lhota");
    assert_eq!(person["additionalNote"], serde_json::Value::Null);
    let holder = credential.holder(Language::Cs);
    assert_eq!((holder.birth_place, holder.birth_country), (Some("Lhota"), Some("Slovensko")));
}

#[test]
fn the_issuer_is_named_in_both_languages() {
    let award = specimen::award().unwrap();
    let named = |legal_name: &str| {
        let identity = SealIdentity { legal_name: legal_name.into(), ..identity() };
        let text = compose(&award, &identity, &pictures(), now(), None).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let name = &value["issuer"]["legalName"];
        [name["cs"].as_str().unwrap().to_owned(), name["en"].as_str().unwrap().to_owned()]
    };
    let (cs, en) = ("Vzorová univerzita v Lhotě", "Specimen University in Lhota");
    assert_eq!(named(cs), [cs, en]);
    assert_eq!(named(en), [cs, en]);
    assert_eq!(named("VZOROVÁ UNIVERZITA"), ["VZOROVÁ UNIVERZITA", en]);
}

#[test]
fn our_own_check_has_nothing_to_say() {
    let credential = read(&composed(&specimen::award().unwrap())).unwrap();
    assert_eq!(check(&credential), []);
}

#[test]
fn a_credential_that_uses_everything_has_nothing_amiss_either() {
    let text = composed(&specimen::rich::award().unwrap());
    assert_eq!(check(&read(&text).unwrap()), []);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["evidence"]["embeddedEvidence"]["title"]["en"], "Mandate");
    let claim = &value["credentialSubject"]["hasClaim"];
    let unit = &claim["specifiedBy"];
    assert_eq!(claim["awardedBy"]["awardingBody"]["accreditation"]["decision"]["prefLabel"]["cs"], "VÚK-1/2024");
    assert_eq!(unit["accreditation"]["decision"]["prefLabel"]["cs"], "VAR-77/2025");
    assert_eq!(unit["accreditation"]["limitEQFLevel"][1]["id"], "http://data.europa.eu/snb/eqf/7");
    assert_eq!(unit["hasPart"][0], claim["hasPart"][0]["specifiedBy"]);
    let second = &claim["hasPart"][1];
    assert_eq!(second["identifier"]["notation"], "urn:credential:5c9a7d22-1b4e-4f63-8a77-0e1d2c3b4a59");
    assert_eq!(second["awardedBy"]["awardingDate"], "2026-01-30T00:00:00Z");
    assert_eq!(second["awardedBy"]["awardingBody"]["legalName"]["en"], "Sample University");
    assert_eq!(second["provenBy"]["grade"]["noteLiteral"]["cs"], "88 %");
    let graded = &claim["provenBy"]["hasPart"];
    assert_eq!(graded[1]["grade"]["noteLiteral"]["en"], "B – very good");
    assert_eq!(graded[0]["specifiedBy"], claim["provenBy"]["specifiedBy"]["hasPart"][0]);
    let activities = &claim["influencedBy"];
    assert_eq!(activities[1]["temporal"], activities[0]["temporal"]);
    assert_eq!(activities[2]["location"]["geographicName"]["cs"], "Horní Lhota");
    assert_eq!(claim["entitlesTo"][0]["expiryDate"], "2029-08-31T23:59:59Z");
    assert_eq!(claim["supplementaryDocument"][0]["contentURL"], "https://vzorova.example/rad-prikladu.pdf");
}

#[test]
fn courses_of_a_set_have_their_own_results_where_they_are_given() {
    let text = composed(&with_course_results().unwrap());
    assert_eq!(check(&read(&text).unwrap()), []);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let parts = &value["credentialSubject"]["hasClaim"]["hasPart"];
    assert_eq!(parts[0]["provenBy"]["grade"]["noteLiteral"]["cs"], "A – výborně");
    assert_eq!(parts[0]["awardedBy"]["awardingDate"], "2026-03-31T00:00:00Z");
    assert_eq!(parts[1]["awardedBy"], value["credentialSubject"]["hasClaim"]["awardedBy"]);
    assert_eq!(parts[1]["provenBy"], serde_json::Value::Null);
}

fn with_course_results() -> Result<Award, signet_record::Flaws> {
    use signet_record::{Bilingual, CoursePart, Ects, Line, PartResult, Sequence, Unit, UnitFields, UnitKind};
    let mut fields = specimen::fields()?;
    let mut unit = UnitFields::from((*fields.unit).clone());
    let part = |code: &str, ects: &str| -> Result<CoursePart, signet_record::Flaws> {
        Ok(CoursePart { code: Line::new(code)?, title: Bilingual::new(code, code)?, ects: Ects::new(ects)? })
    };
    unit.kind = UnitKind::CourseSet {
        programme: Bilingual::new("Příklady", "Examples")?,
        sequence: Sequence::Parallel,
        parts: vec![part("FP/1", "1.5")?, part("FP/2", "2")?],
    };
    fields.unit = std::sync::Arc::new(Unit::new(unit)?);
    fields.outcome.parts = vec![PartResult {
        code: Line::new("FP/1")?,
        grade: Some(Line::new("A")?),
        date: Some(Date::constant(2026, 3, 31)),
        credential: None,
    }];
    Award::new(fields, specimen::TODAY)
}

#[test]
fn what_is_read_back_is_what_the_record_says() {
    let text = composed(&specimen::award().unwrap());
    let credential = read(&text).unwrap();
    let basics = credential.basics(Language::En);
    assert_eq!(basics.title, Some("Specimen Skills"));
    assert_eq!(basics.awarding_bodies[0].name, Some("Specimen University in Lhota"));
    assert_eq!(basics.awarding_bodies[0].country, Some("Czechia"));
    let issuer = basics.issuer.as_ref().unwrap();
    assert_eq!(issuer.name, Some("Specimen University in Lhota"));
    assert_eq!(issuer.other_name, Some("Vzorová univerzita – pečeť"));
    assert_eq!(issuer.legal_identifier, Some("NTRCZ-99999994"));
    assert_eq!((basics.credits[0].points, basics.credits[0].framework), ("3.5", Some("ECTS")));
    assert_eq!(basics.hours(), Some(91));
    assert_eq!(basics.levels[0].eqf, Some(6));
    assert_eq!(basics.fields, ["Statistics"]);
    assert_eq!(basics.languages, ["Czech", "English"]);
    let kinds: Vec<_> = basics.outcomes.iter().map(|outcome| outcome.kind.unwrap()).collect();
    assert_eq!(kinds, [OutcomeKind::Knowledge, OutcomeKind::Skill, OutcomeKind::Competence]);
    assert_eq!(basics.outcomes[1].skills[0].label, Some("give examples"));
    assert_eq!(basics.period.0, Some(Date::constant(2026, 2, 16)));
    assert_eq!(basics.directed_by, ["Faculty of Examples"]);
    let stacking = basics.notes.iter().find(|note| note.subject == Some(NoteSubject::Stacking)).unwrap();
    assert_eq!(stacking.text, "Counts towards the set Examples.");
    assert_eq!(basics.mandate, None);
}

#[test]
fn holder_assessment_and_quality_are_read_back() {
    let text = composed(&specimen::award().unwrap());
    let credential = read(&text).unwrap();
    let holder = credential.holder(Language::Cs);
    assert_eq!(holder.full_name, Some("Ing. Žofie Příkladná, Ph.D."));
    assert_eq!(holder.born, Some(Date::constant(1996, 2, 29)));
    assert_eq!(holder.birth_place, Some("Lhota"));
    let assessment = &credential.assessments(Language::Cs).assessments[0];
    assert_eq!(assessment.kinds, ["projekt", "písemná zkouška"]);
    assert_eq!(assessment.grade, Some("B – velmi dobře"));
    assert_eq!(assessment.supervision, Some("pod dohledem, s ověřením totožnosti"));
    assert_eq!(assessment.assessors, ["doc. Petr Vzorný"]);
    let quality = credential.quality(Language::Cs);
    assert_eq!(quality.accreditations.len(), 1);
    assert_eq!(quality.accreditations[0].decision, Some("VÚK-1/2024"));
    assert_eq!(quality.accreditations[0].expires, Some(Date::constant(2034, 1, 14)));
    let status = OwnStatusPlace { list: "https://vzorova.example/status/1", index: 4711 };
    assert_eq!(credential.statuses(), [StatusReference::Own(status)]);
    let pictures: Vec<_> =
        credential.displays().map(|page| (page.language, page.media_type, page.bytes().unwrap())).collect();
    assert_eq!(pictures[1], ("ENG", "image/jpeg", b"\xff\xd8\xff\xe0en".to_vec()));
}

#[test]
fn neither_the_persons_number_nor_the_e_mail_stands_in_a_credential() {
    let award = specimen::award().unwrap();
    let text = composed(&award);
    assert!(!text.contains(award.holder().person.as_str()));
    assert!(!text.contains(award.holder().email.as_ref().unwrap().as_str()));
}

#[test]
fn equal_content_has_equal_identifiers_and_no_other() {
    for award in [specimen::award().unwrap(), specimen::rich::award().unwrap(), with_course_results().unwrap()] {
        each_content_has_one_identifier(&composed(&award));
    }
}

fn each_content_has_one_identifier(text: &str) {
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    let mut by_id = std::collections::HashMap::new();
    let mut by_content = std::collections::HashMap::new();
    let mut stack = vec![&value];
    while let Some(value) = stack.pop() {
        match value {
            serde_json::Value::Object(members) => {
                if let Some(id) = members.get("id").and_then(|id| id.as_str()) {
                    let mut content = members.clone();
                    content.shift_remove("id");
                    let content = serde_json::Value::from(content).to_string();
                    assert_eq!(by_id.entry(id).or_insert_with(|| content.clone()), &content, "{id}");
                    // The EU's fixed identifiers of the certificate's parts stand apart.
                    if id.starts_with("urn:epass:") {
                        assert_eq!(*by_content.entry(content).or_insert(id), id);
                    }
                }
                stack.extend(members.values());
            }
            serde_json::Value::Array(values) => stack.extend(values),
            _ => {}
        }
    }
}

#[test]
fn a_mandate_is_said_and_never_merged() {
    let mut fields = specimen::fields().unwrap();
    let mut operator = signet_record::InstitutionFields::from(specimen::institution().unwrap());
    operator.id = signet_record::InstitutionId::new("operator").unwrap();
    let operator = signet_record::Institution::new(operator).unwrap();
    let statement =
        signet_record::Bilingual::new("Pečetí národní provozovatel.", "Sealed by the national operator.").unwrap();
    let mandate = signet_record::Mandate { statement, document: None, sealed: None };
    fields.sealing = std::sync::Arc::new(SealingIssuer::Mandated { issuer: Box::new(operator), mandate });
    let award = Award::new(fields, specimen::TODAY).unwrap();
    let identity = SealIdentity { legal_name: "Národní provozovatel".into(), ..identity() };
    let text = compose(&award, &identity, &pictures(), now(), None).unwrap();
    let credential = read(&text).unwrap();
    assert_eq!(check(&credential), []);
    let basics = credential.basics(Language::Cs);
    assert_eq!(basics.issuer.unwrap().name, Some("Národní provozovatel"));
    assert_eq!(basics.awarding_bodies[0].name, Some("Vzorová univerzita v Lhotě"));
    assert_eq!(basics.mandate, Some("Pečetí národní provozovatel.\nSealed by the national operator."));
    assert_eq!(credential.statuses(), []);
}

#[test]
fn pictures_and_certificates_that_cannot_be_written_are_refused() {
    let award = specimen::award().unwrap();
    let error =
        |identity: &SealIdentity, pictures: &[Picture]| compose(&award, identity, pictures, now(), None).unwrap_err();
    assert_eq!(error(&identity(), &[]), ComposeError::NoPicture);
    let twice = [pictures()[0].clone(), pictures()[0].clone()];
    assert_eq!(error(&identity(), &twice), ComposeError::WrongPicture);
    let png = [Picture { language: Language::Cs, jpeg: b"\x89PNG".to_vec() }];
    assert_eq!(error(&identity(), &png), ComposeError::WrongPicture);
    let nowhere = SealIdentity { country: "ZZ".into(), ..identity() };
    assert_eq!(error(&nowhere, &pictures()), ComposeError::UnknownCountry("ZZ".into()));
}

#[test]
fn findings_of_a_broken_credential_are_sorted_by_weight() {
    let text = composed(&specimen::award().unwrap()).replacen(
        "\"dateIssued\":\"2026-06-12T00:00:00Z\"",
        "\"dateIssued\":\"2026-06-12\",\"x\":1",
        1,
    );
    let findings = check(&read(&text).unwrap());
    let severities: Vec<_> = findings.iter().map(|finding| finding.severity()).collect();
    assert_eq!(severities, [Severity::Violation, Severity::Note]);
    assert_eq!(findings[0].path, "$.credentialSubject.hasClaim.provenBy.dateIssued");
}
