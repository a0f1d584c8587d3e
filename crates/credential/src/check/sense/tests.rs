//! What contradicts itself is found where it stands, and never counts as a violation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};
use signet_record::{AnnexItem, Language, specimen};

use crate::check::{AnnexCompleteness, Code, Severity, check};
use crate::{Picture, SealIdentity, compose, read};

const CLAIM: &str = "/credentialSubject/hasClaim";

fn composed() -> String {
    let identity = SealIdentity {
        legal_name: "Vzorová univerzita v Lhotě".into(),
        common_name: "Vzorová univerzita – pečeť".into(),
        organization_identifier: "NTRCZ-99999994".into(),
        country: "CZ".into(),
    };
    let jpeg = |language: Language| [b"\xff\xd8\xff\xe0".as_slice(), language.code().as_bytes()].concat();
    let pictures = Language::ALL.map(|language| Picture { language, jpeg: jpeg(language) });
    let issued = "2026-06-30T08:15:30Z".parse().unwrap();
    compose(&specimen::award().unwrap(), &identity, &pictures, issued, None).unwrap()
}

/// The specimen with changes; `null` takes a member away.
fn changed(changes: &[(&str, Value)]) -> String {
    let mut credential: Value = serde_json::from_str(&composed()).unwrap();
    for (path, value) in changes {
        let (parent, name) = path.rsplit_once('/').unwrap();
        let parent = credential.pointer_mut(parent).unwrap_or_else(|| panic!("{path}"));
        if value.is_null() {
            parent.as_object_mut().unwrap().remove(name).expect(path);
        } else {
            parent[name] = value.clone();
        }
    }
    credential.to_string()
}

/// Codes and paths of what is found besides changed content under an identifier that stands elsewhere too.
fn found(changes: &[(&str, Value)]) -> Vec<(Code, String)> {
    let findings = check(&read(&changed(changes)).unwrap());
    let own = findings.into_iter().filter(|one| one.code != Code::SameIdentifier);
    own.map(|one| (one.code, one.path.trim_start_matches("$.").to_owned())).collect()
}

fn one(changes: &[(&str, Value)], code: Code, path: &str) {
    assert_eq!(found(changes), [(code, path.to_owned())], "{changes:?}");
}

#[test]
fn the_specimen_makes_sense() {
    assert_eq!(found(&[]), []);
}

#[test]
fn validity_ends_after_it_begins() {
    let end = |text: &str| json!(text);
    one(&[("/validUntil", end("2026-01-01T00:00:00Z"))], Code::EndsBeforeStart, "validUntil");
    one(&[("/expirationDate", end("2026-01-01T00:00:00+02:00"))], Code::EndsBeforeStart, "expirationDate");
    let both = [("/validUntil", end("2031-01-01T00:00:00Z")), ("/expirationDate", end("2031-01-01T02:00:00+02:00"))];
    assert_eq!(found(&both), []);
    let differ = [("/validUntil", end("2031-01-01T00:00:00Z")), ("/expirationDate", end("2030-01-01T00:00:00Z"))];
    one(&differ, Code::DatesDiffer, "validUntil");
    one(&[("/issuanceDate", end("2027-01-01T00:00:00Z"))], Code::DatesDiffer, "issuanceDate");
}

#[test]
fn days_come_in_their_order() {
    let at = |path: &str, day: &str| (format!("{CLAIM}{path}"), json!(format!("{day}T00:00:00Z")));
    let told = |(path, day): (String, Value)| found(&[(path.as_str(), day)]);
    let claim = "credentialSubject.hasClaim";
    assert_eq!(
        told(at("/awardedBy/awardingDate", "2035-01-01")).first(),
        Some(&(Code::AwardAfterIssue, format!("{claim}.awardedBy.awardingDate")))
    );
    assert_eq!(
        told(at("/influencedBy/temporal/endDate", "2001-01-01")),
        [(Code::Period, format!("{claim}.influencedBy.temporal.endDate"))]
    );
    assert_eq!(
        told(at("/provenBy/dateIssued", "2001-01-01")),
        [(Code::ResultBeforeActivity, format!("{claim}.provenBy.dateIssued"))]
    );
    one(
        &[("/credentialSubject/dateOfBirth", json!("2030-01-01T00:00:00Z"))],
        Code::BirthDate,
        "credentialSubject.dateOfBirth",
    );
}

#[test]
fn the_same_day_in_another_zone_is_in_order() {
    let day = json!("2026-06-30T22:00:00Z");
    assert_eq!(found(&[("/issued", day.clone()), ("/issuanceDate", day.clone()), ("/validFrom", day)]), []);
}

#[test]
fn accreditations_count_on_the_day_of_the_award() {
    let accreditation = format!("{CLAIM}/awardedBy/awardingBody/accreditation/expiryDate");
    let findings = found(&[(accreditation.as_str(), json!("2020-01-01T00:00:00Z"))]);
    assert!(findings.iter().any(|(code, _)| *code == Code::NotInForce), "{findings:?}");
}

#[test]
fn credits_fit_hours_and_each_other() {
    let unit = "credentialSubject.hasClaim.specifiedBy";
    let at = |path: &str| format!("{CLAIM}{path}");
    one(
        &[(&at("/specifiedBy/volumeOfLearning"), json!("PT900H"))],
        Code::CreditHours,
        &format!("{unit}.volumeOfLearning"),
    );
    assert_eq!(found(&[(&at("/specifiedBy/volumeOfLearning"), json!("P5D"))]), []);
    let received = at("/creditReceived");
    let credit = |point: &str| {
        let framework = json!({
            "id": "http://data.europa.eu/snb/education-credit/6fcec5c5af", "type": "Concept",
            "inScheme": {"id": "http://data.europa.eu/snb/education-credit/25831c2", "type": "ConceptScheme"}
        });
        json!({"type": "CreditPoint", "framework": framework, "point": point})
    };
    one(&[(&received, credit("59"))], Code::CreditReceived, "credentialSubject.hasClaim.creditReceived");
    one(&[(&received, credit("many"))], Code::CreditPoints, "credentialSubject.hasClaim.creditReceived.point");
    let volume = at("/specifiedBy/volumeOfLearning");
    let none = [(received.as_str(), Value::Null), (volume.as_str(), Value::Null)];
    let offered = at("/specifiedBy/creditPoint");
    let large = [none.as_slice(), &[(offered.as_str(), credit("61"))]].concat();
    let codes: Vec<Code> = found(&large).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, [Code::CreditHours, Code::CreditRange]);
    let part = json!({"type": "Qualification", "title": {"cs": "Část"}, "creditPoint": credit("1")});
    one(&[(&at("/specifiedBy/hasPart"), part)], Code::CreditParts, &format!("{unit}.hasPart"));
    for empty in ["PT0S", "-PT5H"] {
        one(
            &[(&at("/influencedBy/workload"), json!(empty))],
            Code::EmptyDuration,
            "credentialSubject.hasClaim.influencedBy.workload",
        );
    }
}

#[test]
fn levels_agree() {
    let level = |scheme: &str, code: &str| {
        json!({
            "id": format!("http://data.europa.eu/snb/{scheme}/{code}"), "type": "Concept",
            "inScheme": {"id": format!("http://data.europa.eu/snb/{scheme}/25831c2"), "type": "ConceptScheme"}
        })
    };
    let unit = format!("{CLAIM}/specifiedBy");
    let of = |eqf: &str, nqf: &str| {
        let changes =
            [(format!("{unit}/eqfLevel"), level("eqf", eqf)), (format!("{unit}/nqfLevel"), level("qdr", nqf))];
        found(&changes.each_ref().map(|(path, value)| (path.as_str(), value.clone())))
    };
    assert_eq!(of("6", "c_82e7da58"), []);
    assert_eq!(
        of("7", "c_82e7da58"),
        [(Code::LevelDiffers, "credentialSubject.hasClaim.specifiedBy.nqfLevel".to_owned())]
    );
    // RQF level 4 is EQF level 5, and of a framework as a whole nothing is known.
    assert_eq!(of("5", "c_308a1766"), []);
    assert_eq!(of("5", "c_009d9566"), []);
    let cycle = |label: &str| {
        let concept = json!({"type": "Concept", "prefLabel": {"en": label}});
        let (eqf, cycle) = (format!("{unit}/eqfLevel"), format!("{unit}/educationLevel"));
        found(&[
            (&eqf, level("eqf", "6")),
            (&format!("{unit}/nqfLevel"), level("qdr", "c_82e7da58")),
            (&cycle, concept),
        ])
    };
    assert_eq!(cycle("First cycle (Bachelor)"), []);
    assert_eq!(cycle("First or second cycle"), []);
    assert_eq!(cycle("whatever"), []);
    assert_eq!(cycle("Second cycle").len(), 1);
}

#[test]
fn a_level_on_a_class_that_has_none_is_told() {
    let unit = json!({"type": "LearningAchievementSpecification", "title": {"cs": "Kurz"}, "eqfLevel": {
        "id": "http://data.europa.eu/snb/eqf/6", "type": "Concept",
        "inScheme": {"id": "http://data.europa.eu/snb/eqf/25831c2", "type": "ConceptScheme"}
    }});
    let findings = found(&[(&format!("{CLAIM}/specifiedBy"), unit)]);
    let path = "credentialSubject.hasClaim.specifiedBy.eqfLevel".to_owned();
    assert!(findings.contains(&(Code::Misplaced, path)), "{findings:?}");
}

#[test]
fn a_grade_has_a_scale_and_shares_make_a_hundred() {
    let at = |path: &str| format!("{CLAIM}/provenBy{path}");
    one(
        &[(&at("/specifiedBy/gradingScheme"), Value::Null)],
        Code::GradingScheme,
        "credentialSubject.hasClaim.provenBy.grade",
    );
    let without = (at("/specifiedBy/gradingScheme"), Value::Null);
    let graded = |text: &str| {
        let grade = (at("/grade/noteLiteral"), json!({"cs": text, "en": text}));
        found(&[(without.0.as_str(), without.1.clone()), (grade.0.as_str(), grade.1)])
    };
    assert_eq!(graded("87,5 %"), [], "a share of a hundred says itself what it is of");
    assert_eq!(graded("87,5 b").len(), 1);
    let shares = |lower: i64, equal: i64, higher: i64| json!({"type": "ShortenedGrading", "percentageLower": lower, "percentageEqual": equal, "percentageHigher": higher});
    let wrong = "credentialSubject.hasClaim.provenBy.shortenedGrading";
    assert_eq!(found(&[(&at("/shortenedGrading"), shares(60, 15, 25))]), []);
    assert_eq!(found(&[(&at("/shortenedGrading"), shares(33, 33, 33))]), []);
    one(&[(&at("/shortenedGrading"), shares(60, 15, 5))], Code::ShortenedGrading, wrong);
    one(&[(&at("/shortenedGrading"), shares(-10, 10, 100))], Code::ShortenedGrading, wrong);
    one(&[(&at("/shortenedGrading"), shares(i64::MAX, i64::MAX, 1))], Code::ShortenedGrading, wrong);
}

#[test]
fn titles_are_there_in_the_primary_language() {
    let title = format!("{CLAIM}/title");
    one(&[(&title, json!({"de": "Datenschutz"}))], Code::PrimaryLanguage, "credentialSubject.hasClaim.title");
    assert_eq!(found(&[(&title, json!({"cs-CZ": "Ochrana údajů"}))]), []);
    one(&[("/issuer/legalName", json!({"de": "Universität"}))], Code::LegalNameLanguage, "issuer.legalName");
    one(&[(&title, json!({"cs": "—"}))], Code::ImplausibleName, "credentialSubject.hasClaim.title");
    one(
        &[("/credentialSubject/fullName", json!({"cs": "<b>Jana</b>"}))],
        Code::ImplausibleName,
        "credentialSubject.fullName",
    );
}

#[test]
fn each_language_has_one_display() {
    let mut credential: Value = serde_json::from_str(&changed(&[])).unwrap();
    let display = credential["displayParameter"]["individualDisplay"].clone();
    credential["displayParameter"]["individualDisplay"] = display[1].clone();
    let codes = |credential: &Value| -> Vec<Code> {
        check(&read(&credential.to_string()).unwrap()).into_iter().map(|one| one.code).collect()
    };
    assert_eq!(codes(&credential), [Code::DisplayLanguage], "the primary language has none");
    credential["displayParameter"]["individualDisplay"] = display[0].clone();
    assert_eq!(codes(&credential), [], "the primary language's display stands for the other's");
    credential["displayParameter"]["individualDisplay"] = json!([display[0], display[1], display[0]]);
    assert_eq!(codes(&credential), [Code::DisplayLanguage]);
    credential["displayParameter"]["language"] = display[1]["language"].clone();
    credential["displayParameter"]["individualDisplay"] = display[1].clone();
    assert_eq!(codes(&credential), [Code::DisplayLanguage]);
}

#[test]
fn embedded_files_are_what_they_are_called() {
    let image = "/displayParameter/individualDisplay/0/displayDetail/image/content";
    let path = "displayParameter.individualDisplay[0].displayDetail.image.content";
    one(&[(image, json!("JVBERi0xLjc="))], Code::FileContent, path);
    one(&[(image, json!("not base64"))], Code::FileContent, path);
    one(&[(image, json!(format!("/9j/{}", "A".repeat(8_000_000))))], Code::FileSize, path);
}

#[test]
fn numbers_given_by_states_are_found_and_not_repeated() {
    let text = changed(&[(&format!("{CLAIM}/provenBy/grade/noteLiteral"), json!({"cs": "A (r. č. 710319/2745)"}))]);
    let findings = check(&read(&text).unwrap());
    let birth: Vec<_> = findings.iter().filter(|one| one.code == Code::BirthNumber).collect();
    assert_eq!(birth.len(), 1, "{findings:?}");
    assert_eq!(birth[0].path, "$.credentialSubject.hasClaim.provenBy.grade.noteLiteral.cs");
    assert!(!format!("{findings:?}").contains("2745"));
    let notation = json!({"type": "Identifier", "notation": "7103192745"});
    let identifier = "credentialSubject.identifier.notation";
    one(&[("/credentialSubject/identifier", notation)], Code::BirthNumber, identifier);
    let mailbox = json!({"type": "ContactPoint", "emailAddress": {"id": "mailto:a@b.example", "type": "Mailbox"}});
    one(&[("/credentialSubject/contactPoint", mailbox)], Code::MoreThanNeeded, "credentialSubject.contactPoint");
}

#[test]
fn nothing_here_is_a_violation() {
    let findings = check(&read(&changed(&[("/validUntil", json!("1999-01-01T00:00:00Z"))])).unwrap());
    assert!(findings.iter().all(|one| one.severity() != Severity::Violation));
}

#[test]
fn completeness_is_a_score_with_places() {
    let complete = AnnexCompleteness::of(&read(&changed(&[])).unwrap());
    assert_eq!((complete.mandatory().present, complete.mandatory().total), (11, 11));
    assert_eq!((complete.optional().present, complete.optional().total), (5, 5));
    assert_eq!(complete.items()[1].path.as_deref(), Some("$.credentialSubject.hasClaim.title"));
    let less = changed(&[
        (&format!("{CLAIM}/specifiedBy/mode"), Value::Null),
        (&format!("{CLAIM}/influencedBy/specifiedBy/mode"), Value::Null),
        (&format!("{CLAIM}/specifiedBy/entryRequirement"), json!({"type": "Note", "noteLiteral": {"cs": " "}})),
    ]);
    let less = read(&less).unwrap();
    let missing: Vec<AnnexItem> = AnnexCompleteness::of(&less).missing().collect();
    assert_eq!(missing, [AnnexItem::Participation, AnnexItem::Prerequisites]);
    assert!(check(&less).iter().any(|one| one.code == Code::AnnexMissing && one.annex == missing.first().copied()));
    assert_eq!(AnnexCompleteness::of(&read("{\"credentialSubject\":1}").unwrap()).missing().count(), 16);
}
