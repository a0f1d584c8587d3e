//! What is composed and what is read out of a credential, held against digests that were written down: neither may change unnoticed.
//!
//! Each credential is read as it is, with every value in a list, and with everything that is repeated as a reference: the three ways in
//! which JSON-LD lets the same be said. `SIGNET_BLESS=1` writes the digests anew (without the reference data, those of our own
//! credentials only); `SIGNET_READINGS_DIR=/tmp/a` writes what was said itself, a file each, so that what is said before and after a
//! change can be compared.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use serde_json::{Map, Value};
use signet_credential::statement::{Opening, RecordItems, RecordKey, RecordStatement};
use signet_credential::{Credential, ImportContext, check, diff, explain, import, read, unit_named};
use signet_record::{Language, PersonId, specimen};

use crate::support;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/readings.txt");

/// First 16 hexadecimal digits of the SHA-256: enough to notice a change.
fn digest(text: &str) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, text.as_bytes());
    data_encoding::HEXLOWER.encode(digest.as_ref().get(..8).unwrap_or_default())
}

fn json(said: &impl serde::Serialize) -> String {
    serde_json::to_string(said).unwrap()
}

/// What each reader says of a credential.
fn readings(credential: &Credential) -> Vec<(&'static str, String)> {
    let in_both = |say: &dyn Fn(Language) -> String| Language::ALL.map(say).join("\n");
    let institution = specimen::institution().unwrap();
    let person = PersonId::new("1").unwrap();
    let imported = |unit| {
        let frame = ImportContext { institution: &institution, unit, person: Some(&person), run: None };
        format!("{:?}", import(credential, &frame))
    };
    let unit = specimen::unit().unwrap();
    let opening = Opening { revision: 1, key: RecordKey::from_random([7; 32]) };
    let items = RecordItems::of(credential);
    let said: String =
        items.iter().map(|(item, value)| format!("{} {}\n", item.name(), value.to_canonical())).collect();
    vec![
        ("text", credential.to_text()),
        ("basics", in_both(&|language| json(&credential.basics(language)))),
        ("holder", in_both(&|language| json(&credential.holder(language)))),
        ("quality", in_both(&|language| json(&credential.quality(language)))),
        ("assessments", in_both(&|language| json(&credential.assessments(language)))),
        ("bodies", format!("{:?} {:?}", credential.issuer_body(), credential.awarding_bodies())),
        ("mandates", format!("{:?}", credential.mandate_statements())),
        ("displays", format!("{:?}", credential.displays().collect::<Vec<_>>())),
        ("whole", json(&credential.whole())),
        ("explained", in_both(&|language| format!("{:?}", explain(credential, language)))),
        ("check", format!("{:?}", check(credential))),
        ("statuses", format!("{:?}", credential.statuses())),
        ("items", said),
        ("root", RecordStatement::of(credential, &opening).unwrap().root().to_string()),
        ("imported", imported(None)),
        ("imported with its unit", imported(Some(&unit))),
        ("unit named", format!("{:?}", unit_named(credential))),
    ]
}

/// Every value that may be one or many as a list of one.
fn listed(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                let value = listed(value);
                let keeps = matches!(name.as_str(), "id" | "@context" | "list" | "index") || value.is_array();
                (name.clone(), if keeps { value } else { Value::Array(vec![value]) })
            };
            Value::Object(members.iter().map(member).collect::<Map<_, _>>())
        }
        Value::Array(values) => Value::Array(values.iter().map(listed).collect()),
        other => other.clone(),
    }
}

/// Every object that stood before as a reference to it: the odd ones as a bare text.
fn referred(value: &Value, seen: &mut HashSet<String>) -> Value {
    match value {
        Value::Object(members) => {
            let id = members.get("id").and_then(Value::as_str);
            if let Some(id) = id.filter(|id| !seen.insert((*id).to_owned())) {
                let bare = id.bytes().last().is_some_and(|byte| byte % 2 == 1);
                return if bare { Value::from(id) } else { serde_json::json!({ "id": id }) };
            }
            let members = members.iter().map(|(name, value)| (name.clone(), referred(value, seen)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        Value::Array(values) => Value::Array(values.iter().map(|value| referred(value, seen)).collect()),
        other => other.clone(),
    }
}

fn lines() -> BTreeMap<String, String> {
    let mut lines = BTreeMap::new();
    let own = support::composed();
    let official = support::samples().unwrap_or_default();
    for (name, text) in own.iter().chain(&official) {
        let value: Value = serde_json::from_str(text).unwrap();
        let shapes = [
            ("as it is", text.clone()),
            ("listed", listed(&value).to_string()),
            ("referred", referred(&value, &mut HashSet::new()).to_string()),
        ];
        for (shape, text) in &shapes {
            let credential = read(text).unwrap();
            for (reader, said) in readings(&credential) {
                let line = format!("{name}, {shape}, {reader}");
                if let Some(folder) = std::env::var_os("SIGNET_READINGS_DIR") {
                    let file = std::path::Path::new(&folder).join(line.replace('/', "_"));
                    std::fs::write(file, &said).unwrap();
                }
                lines.insert(line, digest(&said));
            }
        }
    }
    let pairs = own.iter().zip(own.iter().skip(1));
    for ((one, before), (other, after)) in pairs {
        let said = format!("{:?}", diff(&read(before).unwrap(), &read(after).unwrap()));
        lines.insert(format!("{one} and {other}, differences"), digest(&said));
    }
    lines
}

/// The digests that were written down, by their names.
fn digests(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter_map(|line| line.split_once(' ')).map(|(digest, name)| (name, digest)).collect()
}

#[test]
fn what_is_composed_and_read_is_what_was_written_down() {
    let found = lines();
    if std::env::var_os("SIGNET_BLESS").is_some() {
        // Without the reference data nobody reads the official samples: their lines stay.
        let kept = if support::reference().is_some() { String::new() } else { std::fs::read_to_string(PATH).unwrap() };
        let mut all = digests(&kept);
        all.extend(found.iter().map(|(name, digest)| (name.as_str(), digest.as_str())));
        let mut text = String::new();
        for (name, digest) in &all {
            writeln!(text, "{digest} {name}").unwrap();
        }
        std::fs::write(PATH, text).unwrap();
    }
    let text = std::fs::read_to_string(PATH).unwrap();
    let known = digests(&text);
    let changed: Vec<&String> = found
        .iter()
        .filter(|(name, digest)| known.get(name.as_str()) != Some(&digest.as_str()))
        .map(|(name, _)| name)
        .collect();
    assert!(changed.is_empty(), "these say something else now: {changed:#?}");
    if support::reference().is_some() {
        assert_eq!(found.len(), known.len(), "readings.txt lists what nobody reads any more");
    }
}
