//! The official shapes judge what we compose, and our check agrees with them on mutations.
//!
//! Runs when the reference data is there and `SIGNET_PYTHON` names a Python that has `pyld`, `rdflib` and `pyshacl`.

use crate::support;
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

    /// Whether the official shapes find no violation in each text, and what they said. One Python judges all.
    fn accept(&self, texts: &[String]) -> Vec<(bool, String)> {
        let folder = tempfile::tempdir().unwrap();
        let files: Vec<PathBuf> = (0..texts.len()).map(|number| folder.path().join(number.to_string())).collect();
        for (file, text) in files.iter().zip(texts) {
            std::fs::write(file, text).unwrap();
        }
        let output = Command::new(&self.python).args(["-c", EACH]).arg(&self.script).args(&files).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let all: Vec<(bool, String)> = said
            .split("== ")
            .skip(1)
            .map(|one| (one.contains("conforms=True"), one.to_owned()))
            .filter(|(_, one)| one.contains("conforms="))
            .collect();
        assert_eq!(all.len(), texts.len(), "{}", String::from_utf8_lossy(&output.stderr));
        all
    }
}

/// Runs the script over one file after another, so that its libraries are loaded once.
const EACH: &str = "
import runpy, sys
script, files = sys.argv[1], sys.argv[2:]
for file in files:
    print('== ', end='')
    sys.argv = [script, file]
    try:
        runpy.run_path(script, run_name='__main__')
    except SystemExit:
        pass
";

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
    let (names, texts): (Vec<_>, Vec<_>) = support::composed().into_iter().unzip();
    for (name, (accepted, said)) in names.iter().zip(judge.accept(&texts)) {
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
    let changes = mutations();
    let mutants: Vec<String> = changes.iter().map(|change| changed(&text, change)).collect();
    std::thread::scope(|scope| {
        for (changes, mutants) in changes.chunks(HALF).zip(mutants.chunks(HALF)) {
            let judge = &judge;
            scope.spawn(move || {
                for ((change, mutant), (official, said)) in changes.iter().zip(mutants).zip(judge.accept(mutants)) {
                    compare(change, mutant, official, &said);
                }
            });
        }
    });
}

/// Mutations that one Python judges.
const HALF: usize = 18;

fn compare(change: &Change, mutant: &str, official: bool, said: &str) {
    let findings = check(&read(mutant).unwrap());
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
