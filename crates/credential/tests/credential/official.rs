//! The official shapes judge what we compose, and our check agrees with them on mutations.
//!
//! Runs when the reference data is there and `SIGNET_PYTHON` names a Python that has `pyld`, `rdflib` and `pyshacl`.

use crate::support;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use signet_credential::check::Code;
use signet_credential::{Severity, check, read};

struct Judge {
    python: PathBuf,
    script: PathBuf,
}

impl Judge {
    fn present() -> Option<Judge> {
        let script = support::reference()?.join("tools/validate_edc.py");
        let python = PathBuf::from(std::env::var_os("SIGNET_PYTHON").filter(|path| !path.is_empty())?);
        Some(Judge { python, script })
    }

    /// Whether the official shapes find no violation, and what they said.
    fn accepts(&self, text: &str) -> (bool, String) {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        let output = Command::new(&self.python).arg(&self.script).arg(file.path()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("conforms="), "{}", String::from_utf8_lossy(&output.stderr));
        (output.status.success(), said)
    }
}

fn we_accept(text: &str) -> bool {
    let findings = check(&read(text).unwrap());
    findings.iter().all(|finding| finding.severity() != Severity::Violation)
}

#[test]
fn the_official_shapes_find_no_violation_in_what_we_compose() {
    let Some(judge) = Judge::present() else {
        println!("skipped: no reference data or no SIGNET_PYTHON");
        return;
    };
    for (name, text) in support::composed() {
        let (accepted, said) = judge.accepts(&text);
        assert!(accepted, "{name}: {said}");
    }
}

/// Where to change, and to what; `null` takes the member away.
type Change = (&'static str, Value);

fn mutations() -> Vec<Change> {
    let claim = "/credentialSubject/hasClaim";
    let at = |path: &str| -> &'static str { Box::leak(format!("{claim}{path}").into_boxed_str()) };
    vec![
        ("/issuer/eIDASIdentifier", Value::Null),
        ("/issued", Value::Null),
        ("/validFrom", Value::Null),
        ("/credentialSchema", Value::Null),
        ("/credentialProfiles", Value::Null),
        ("/displayParameter/individualDisplay", Value::Null),
        ("/displayParameter/primaryLanguage/inScheme", Value::Null),
        ("/issuer", json!("did:web:example.edu")),
        ("/issuer/type", json!("Person")),
        ("/credentialStatus", json!("https://example.edu/status/1")),
        ("/termsOfUse", json!("https://example.edu/terms")),
        ("/credentialSubject/dateOfBirth", json!(["1999-01-01T00:00:00Z", "1998-01-01T00:00:00Z"])),
        ("/credentialSubject/givenName", json!({"cs": "Jana", "en": "Jane"})),
        ("/credentialSubject/hasClaim", Value::Null),
        (at("/title"), Value::Null),
        (at("/title"), json!("plain text")),
        (at("/awardedBy"), Value::Null),
        (at("/provenBy/grade"), Value::Null),
        (at("/provenBy/type"), json!("Assessment")),
        (at("/specifiedBy/eqfLevel/inScheme"), Value::Null),
        (at("/specifiedBy/eqfLevel/inScheme/id"), json!("http://data.europa.eu/snb/qdr/25831c2")),
        (at("/specifiedBy/eqfLevel"), json!("high")),
        (at("/specifiedBy/volumeOfLearning"), json!(["PT1H", "PT2H"])),
        (at("/specifiedBy/creditPoint/point"), Value::Null),
        (at("/specifiedBy/creditPoint/point"), json!(3.5)),
        (at("/specifiedBy/mode"), json!("online")),
        (at("/specifiedBy/learningOutcome/0/title"), Value::Null),
        (at("/specifiedBy/learningSetting"), json!({"id": "urn:x:1", "type": "Concept"})),
        (at("/influencedBy/temporal/startDate"), json!(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"])),
        (at("/specifiedBy/title/cs"), json!(["Jeden", "Dva"])),
        (at("/specifiedBy/homepage/contentURL"), Value::Null),
        (at("/specifiedBy/isPartialQualification"), json!("maybe")),
        ("/note", json!("a member nobody knows")),
        ("/issuer/nickname", json!({"en": "unknown"})),
    ]
}

fn changed(text: &str, (path, replacement): &Change) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap();
    let (parent, name) = path.rsplit_once('/').unwrap();
    let parent = value.pointer_mut(parent).unwrap_or_else(|| panic!("{path}"));
    if replacement.is_null() {
        parent.as_object_mut().unwrap().shift_remove(name).unwrap_or_else(|| panic!("{path}"));
    } else {
        parent[name] = replacement.clone();
    }
    value.to_string()
}

#[test]
fn our_check_agrees_with_the_official_shapes_on_mutations() {
    let Some(judge) = Judge::present() else {
        println!("skipped: no reference data or no SIGNET_PYTHON");
        return;
    };
    let (_, text) = support::composed().remove(0);
    let all = mutations();
    let halves = all.split_at(all.len() / 2);
    std::thread::scope(|scope| {
        for half in [halves.0, halves.1] {
            scope.spawn(|| half.iter().for_each(|change| compare(&judge, &text, change)));
        }
    });
}

fn compare(judge: &Judge, text: &str, change: &Change) {
    let mutant = changed(text, change);
    let (official, said) = judge.accepts(&mutant);
    let findings = check(&read(&mutant).unwrap());
    let ours = findings.iter().all(|finding| finding.severity() != Severity::Violation);
    // Where the same node stands elsewhere unharmed, the shapes see both merged into one; we report that they differ.
    let merged = findings.iter().any(|finding| finding.code == Code::SameIdentifier);
    assert!(official == ours || (official && merged), "{} := {}: official {official}, {said}", change.0, change.1);
}

/// What the shapes let through and a verifier must not (edc.md §3.5).
#[test]
fn our_check_catches_what_the_official_shapes_miss() {
    let (_, text) = support::composed().remove(0);
    let claim = "/credentialSubject/hasClaim";
    let at = |path: &str| -> &'static str { Box::leak(format!("{claim}{path}").into_boxed_str()) };
    let missed: Vec<Change> = vec![
        ("/@context", json!(["https://www.w3.org/2018/credentials/v1"])),
        ("/@context", json!({"title": "http://x.example/other"})),
        (
            "/@context",
            json!(["https://www.w3.org/ns/credentials/v2", "http://data.europa.eu/snb/model/context/edc-ap"]),
        ),
        ("/type", json!("EuropeanDigitalCredential")),
        ("/issued", json!("2026-01-15")),
        ("/issued", json!("2026-13-15T00:00:00Z")),
        ("/credentialSubject/fullName", json!({"cs": " "})),
        ("/credentialProfiles/id", json!("http://data.europa.eu/snb/credential/0000000000")),
        ("/credentialSchema/id", json!("http://attacker.example/shapes")),
        (at("/specifiedBy/eqfLevel/id"), json!("http://data.europa.eu/snb/eqf/99")),
        (at("/specifiedBy/volumeOfLearning"), json!("50 hours")),
        (at("/provenBy/grade/id"), json!("urn:epass:note:1")),
        (at("/@context"), json!({"title": "http://x.example/other"})),
        (at("/hasPart"), json!({"type": "EuropeanDigitalCredential"})),
    ];
    for change in missed {
        let mut mutant = changed(&text, &change);
        if change.0.ends_with("fullName") {
            mutant = mutant.replace("\"givenName\"", "\"x\"").replace("\"familyName\"", "\"y\"");
        }
        assert!(!we_accept(&mutant), "{} := {}", change.0, change.1);
    }
}
