//! What the comparison with the official shapes has taught, one change at a time: each was once judged otherwise.

use crate::support;

use serde_json::{Value, json};
use signet_credential::check::Code;
use signet_credential::profile::ProfileKind;
use signet_credential::{Severity, check, read};

/// Codes of the violations after one change to a credential of ours; `null` takes the member away.
fn violations(place: &str, value: &Value) -> Vec<Code> {
    let (_, text) = support::composed().remove(0);
    let mut credential: Value = serde_json::from_str(&text).unwrap();
    put(&mut credential, place, value);
    of(&credential)
}

fn put(credential: &mut Value, place: &str, value: &Value) {
    let (parent, member) = place.rsplit_once('/').unwrap();
    let parent = credential.pointer_mut(parent).unwrap_or_else(|| panic!("{place}"));
    parent[member.replace("~1", "/")] = value.clone();
}

fn of(credential: &Value) -> Vec<Code> {
    let findings = check(&read(&credential.to_string()).unwrap());
    let mut codes: Vec<Code> = findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Violation)
        .map(|finding| finding.code)
        .collect();
    codes.dedup();
    codes
}

fn holds(place: &str, value: Value) {
    assert_eq!(violations(place, &value), [], "{place} := {value}");
}

fn fails(place: &str, value: Value, code: Code) {
    assert!(violations(place, &value).contains(&code), "{place} := {value}");
}

const CLAIM: &str = "/credentialSubject/hasClaim";

fn of_unit(member: &str) -> String {
    format!("{CLAIM}/specifiedBy/{member}")
}

#[test]
fn values_count_as_triples_do() {
    let outcome = json!({ "type": "Note", "noteLiteral": { "en": "x" } });
    fails(&of_unit("entryRequirement"), json!([outcome, outcome]), Code::TooMany);
    holds(&of_unit("volumeOfLearning"), json!(["PT50H", "PT50H"]));
    holds("/issuer/eIDASIdentifier/schemeName", json!([5, "5"]));
    fails("/issuer/eIDASIdentifier/notation", json!([5, "5"]), Code::TooMany);
    holds("/credentialSubject/familyName", json!({ "cs": ["Nová", "Nová"] }));
    holds(&of_unit("altLabel"), json!([]));
    holds(&of_unit("title"), json!({ "cs": "Jeden", "CS": "Jeden" }));
    fails(&of_unit("title"), json!({ "cs": "Jeden", "CS": "Dva" }), Code::RepeatedLanguage);
}

#[test]
fn whatever_the_contexts_carry_is_checked_wherever_it_stands() {
    let broken = json!({ "type": "Note" });
    for name in ["grade", "publisher", "schema:remark", "urn:example:remark"] {
        fails(&format!("/issuer/{name}"), broken.clone(), Code::Missing);
    }
    fails("/credentialSubject/nationalID", json!({ "type": "LegalIdentifier" }), Code::Missing);
    fails("/issuer/title", json!({ "id": "urn:example:1", "type": ["a", 5] }), Code::Words);
    for name in ["nobodyKnowsThis", "proof", "evidence"] {
        holds(&format!("/issuer/{name}"), broken.clone());
    }
    holds("/proof", json!({ "type": "Ed25519Signature2020" }));
    holds("/credentialSubject/prefLabel", json!("in no language"));
}

#[test]
fn names_are_those_of_the_contexts() {
    fails("/issuer/elm:title", json!("x"), Code::Keyword);
    fails("/issuer/http:~1~1purl.org~1dc~1terms~1title", json!("x"), Code::Keyword);
    fails("/issuer/type", json!("elm:Organisation"), Code::Keyword);
    holds("/issuer/type", json!(["Organisation", "schema:Organization"]));
    fails("/issuer/type", json!(["Organisation", null]), Code::Class);
    fails("/issuer/id", Value::Null, Code::Identifier);
    fails(&of_unit("mode"), json!([[{ "type": "Concept" }]]), Code::Nested);
}

#[test]
fn lists_are_looked_up_through_references() {
    let list = json!({ "id": "http://data.europa.eu/snb/eqf/25831c2", "type": "ConceptScheme" });
    let level = |lists: Value| json!({ "id": "http://data.europa.eu/snb/eqf/5", "type": "Concept", "inScheme": lists });
    holds(&of_unit("eqfLevel"), level(json!([list, { "id": "urn:example:list", "type": "ConceptScheme" }])));
    fails(&of_unit("eqfLevel"), level(json!([list, { "type": "ConceptScheme" }])), Code::ConceptScheme);
    let (_, text) = support::composed().remove(0);
    let mut credential: Value = serde_json::from_str(&text).unwrap();
    put(&mut credential, "/issuer/dcType", &json!({ "id": "urn:example:level", "type": "Concept" }));
    put(&mut credential, &of_unit("eqfLevel"), &json!("urn:example:level"));
    assert_eq!(of(&credential), [Code::ConceptScheme]);
}

/// The EU's tools make identifiers for what has none, and put a country's code behind one of them.
#[test]
fn identifiers_that_tools_make_are_told_by_what_they_say() {
    let country = |id: &str, list: &str| json!({ "id": id, "type": "Concept", "inScheme": { "id": list, "type": "ConceptScheme" } });
    let list = "http://publications.europa.eu/resource/authority/country";
    let place = "/issuer/location/0/address/countryCode";
    let codes = |value: Value| {
        let (_, text) = support::composed().remove(0);
        let mut credential: Value = serde_json::from_str(&text).unwrap();
        put(&mut credential, place, &value);
        let findings = check(&read(&credential.to_string()).unwrap());
        // The address that was changed stands elsewhere too.
        let codes = findings.iter().map(|finding| finding.code).filter(|code| *code != Code::SameIdentifier);
        codes.collect::<Vec<_>>()
    };
    assert_eq!(codes(country("urn:epass:countryCode:CZE", list)), []);
    assert_eq!(codes(country("urn:epass:countryCode:1", list)), [Code::UnlistedCode]);
    assert_eq!(codes(country("urn:example:country:1", list)), [Code::UnknownCode]);
    assert_eq!(codes(country("urn:epass:countryCode:CZE", "urn:epass:list:1")), [Code::ConceptScheme]);
    // A closed list has its members and no others.
    let level = json!({ "id": "urn:epass:eqfLevel:1", "type": "Concept", "inScheme": { "id": "http://data.europa.eu/snb/eqf/25831c2", "type": "ConceptScheme" } });
    fails(&of_unit("eqfLevel"), level, Code::UnknownCode);
}

#[test]
fn what_the_contexts_make_references_of_is_lost_or_wrong() {
    holds("/issuer/dateModified", json!("2026-01-01T00:00:00Z"));
    fails("/issuer/dateModified", json!("2026-01-01"), Code::Unwritable);
    fails("/issuer/dateModified", json!(5), Code::Unwritable);
    holds("/issuer/hasMember", json!({ "type": "Person" }));
}

#[test]
fn numbers_and_truths_are_what_json_ld_makes_of_them() {
    let page = "/displayParameter/individualDisplay/0/displayDetail/page";
    for good in [json!(1.0), json!("1"), json!(" 1"), json!("+1")] {
        holds(page, good);
    }
    for bad in [json!(1.5), json!("1.0"), json!(true), json!(0)] {
        fails(page, bad, Code::Number);
    }
    holds(&of_unit("isPartialQualification"), json!(1));
    fails(&of_unit("isPartialQualification"), json!("True"), Code::Boolean);
}

#[test]
fn a_claim_of_several_classes_is_not_asked_what_it_claims() {
    holds(&format!("{CLAIM}/type"), json!(["Claim", "LearningAchievement"]));
    fails(&format!("{CLAIM}/type"), json!("Claim"), Code::Missing);
}

#[test]
fn an_issuer_is_known_before_the_law_wherever_it_is_described() {
    let (_, text) = support::composed().remove(0);
    let mut credential: Value = serde_json::from_str(&text).unwrap();
    let issuer = credential["issuer"].clone();
    put(&mut credential, "/holder", &issuer);
    put(&mut credential, "/issuer", &issuer["id"].clone());
    assert_eq!(of(&credential), []);
    credential["holder"].as_object_mut().unwrap().shift_remove("eIDASIdentifier");
    assert!(of(&credential).contains(&Code::Missing));
}

#[test]
fn a_diploma_supplement_names_its_holder_and_the_day_of_birth() {
    let (_, text) = support::composed().remove(0);
    let mut credential: Value = serde_json::from_str(&text).unwrap();
    let profile = format!("http://data.europa.eu/snb/credential/{}", ProfileKind::DiplomaSupplement.code());
    put(&mut credential, "/credentialProfiles/id", &json!(profile));
    for member in ["fullName", "dateOfBirth"] {
        let mut without = credential.clone();
        without["credentialSubject"].as_object_mut().unwrap().shift_remove(member);
        let findings = check(&read(&without.to_string()).unwrap());
        assert!(findings.iter().any(|finding| finding.code == Code::Missing && finding.found == member), "{member}");
    }
}

#[test]
fn what_a_later_edition_allows_is_noted_and_not_called_wrong() {
    let status = json!({ "id": "https://a.example/status/1#7", "type": "StatusList2021Entry", "statusListIndex": "7" });
    holds("/credentialStatus", status.clone());
    holds("/termsOfUse", json!([{ "type": "IssuerPolicy" }, { "id": "urn:x:2", "type": "Policy" }]));
    fails("/credentialStatus", json!([status, { "id": "urn:x:1", "type": "StatusList2021Entry" }]), Code::TooMany);
    fails("/credentialStatus", json!("https://a.example/status/1"), Code::Unwritable);
    fails("/credentialStatus", json!({ "id": "https://a.example/status/1" }), Code::Unwritable);
    fails("/termsOfUse", json!([{ "type": "Policy" }, "https://a.example/terms"]), Code::Unwritable);
    let within = json!({ "type": ["Policy", "EuropeanDigitalCredential"] });
    fails("/termsOfUse", within, Code::CredentialNode);
    let proof = format!("{CLAIM}/provenBy/resultDistribution");
    holds(&proof, json!({ "id": "urn:x:d", "type": "ResultDistribution" }));
    fails(&proof, json!({ "id": "urn:x:d", "type": "Note" }), Code::Class);
    let (_, text) = support::composed().remove(0);
    let mut credential: Value = serde_json::from_str(&text).unwrap();
    put(&mut credential, "/credentialStatus", &json!({ "type": "StatusList2021Entry" }));
    let read = signet_credential::read(&credential.to_string()).unwrap();
    let noted: Vec<_> =
        signet_credential::check(&read).into_iter().filter(|one| one.code == Code::LaterEdition).collect();
    assert_eq!(noted.len(), 1);
    assert_eq!((noted[0].expected.as_str(), noted[0].path.as_str()), ("1.2.0", "$.credentialStatus"));
}
