//! Whatever a file holds, reading, checking and showing it ends, and ends without a panic.

use crate::support;
use signet_credential::check::MAX_FINDINGS;
use signet_credential::{check, read};
use signet_record::Language;

/// Does everything that is ever done with a credential.
fn exhaust(text: &str) {
    let Ok(credential) = read(text) else { return };
    assert!(check(&credential).len() <= MAX_FINDINGS);
    for language in Language::ALL {
        let _ = credential.basics(language);
        let _ = credential.holder(language).name();
        let _ = credential.quality(language);
        let _ = credential.assessments(language);
    }
    for display in credential.displays() {
        let _ = display.bytes();
    }
    let _ = (
        credential.statuses(),
        credential.expires(),
        credential.issuer_body(),
        credential.awarding_bodies(),
        credential.mandate_statements(),
    );
}

/// A small generator: the tests must not depend on chance.
struct Steps(u64);

impl Steps {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

#[test]
fn damaged_credentials_do_no_harm() {
    let (_, text) = support::composed().remove(4);
    // Without the pictures, so that most damage hits what is looked at.
    let text = text.replace(&"A".repeat(1000), "");
    let characters: Vec<char> = text.chars().collect();
    let mut steps = Steps(7);
    let pieces = [
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "0",
        "\\",
        "é",
        "\u{202e}",
        "{}",
        "[]",
        "\"id\":\"urn:epass:note:1\",",
    ];
    for _ in 0..1500 {
        let mut mutant = characters.clone();
        for _ in 0..=steps.below(3) {
            let at = steps.below(mutant.len());
            let until = (at + steps.below(12)).min(mutant.len());
            let piece = pieces[steps.below(pieces.len())];
            mutant.splice(at..until, piece.chars());
        }
        exhaust(&mutant.iter().collect::<String>());
    }
}

#[test]
fn values_of_the_wrong_kind_do_no_harm() {
    let (_, text) = support::composed().remove(4);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let wrong = [
        serde_json::json!(null),
        serde_json::json!([[]]),
        serde_json::json!({}),
        serde_json::json!("x"),
        serde_json::json!(1e9),
    ];
    let mut paths = Vec::new();
    collect(&value, String::new(), &mut paths);
    for (count, path) in paths.iter().enumerate().skip(1) {
        let mut mutant = value.clone();
        *mutant.pointer_mut(path).unwrap() = wrong[count % wrong.len()].clone();
        exhaust(&mutant.to_string());
    }
}

fn collect(value: &serde_json::Value, path: String, paths: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                collect(member, format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), paths);
            }
        }
        serde_json::Value::Array(values) => {
            for (index, member) in values.iter().enumerate() {
                collect(member, format!("{path}/{index}"), paths);
            }
        }
        _ => {}
    }
    paths.push(path);
}

#[test]
fn masses_do_no_harm() {
    let repeat = |count: usize, piece: &dyn Fn(usize) -> String| (0..count).map(piece).collect::<Vec<_>>().join(",");
    let subject = |inside: String| format!("{{\"credentialSubject\":{{\"type\":\"Person\",{inside}}}}}");
    exhaust(&subject(repeat(200_000, &|n| format!("\"m{n}\":1"))));
    exhaust(&subject(format!(
        "\"fullName\":{{{}}}",
        repeat(200_000, &|n| format!("\"a{}-x{}\":\"t\"", n % 7, n % 99_991 + n))
    )));
    exhaust(&subject(format!(
        "\"hasClaim\":[{}]",
        repeat(50_000, &|_| { "{\"id\":\"urn:a:1\",\"type\":\"LearningAchievement\"}".into() })
    )));
    exhaust(&subject(format!(
        "\"hasClaim\":[{}]",
        repeat(50_000, &|n| format!("{{\"id\":\"urn:a:1\",\"title\":{n}}}"))
    )));
    exhaust(&subject(format!("\"hasClaim\":[{}]", repeat(50_000, &|n| format!("\"urn:a:{n}\"")))));
    let nested = (0..59).fold("{\"id\":\"urn:n:0\"}".to_owned(), |inner, n| {
        format!("{{\"id\":\"urn:n:{n}\",\"hasPart\":[{inner},{{\"id\":\"urn:n:{n}\"}}]}}")
    });
    exhaust(&subject(format!("\"hasClaim\":{nested}")));
}
