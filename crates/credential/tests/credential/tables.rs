//! The tables of the profile say what the EU's shapes and contexts say: no class and no rule more or less.
//!
//! Runs when the reference data is there and `SIGNET_PYTHON` names a Python that has `rdflib`, `pyld` and `pyshacl`.

use crate::support;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use signet_credential::profile::{self, OVERLOOKED, Profile, ProfileKind, Range, Row, Uniqueness};

/// What the comparison says of tables, and whether it is content; `None` when it cannot be made here.
fn compare(tables: &Value) -> Option<(bool, String)> {
    let python = std::env::var_os("SIGNET_PYTHON").filter(|path| !path.is_empty())?;
    let elm = support::reference()?.join("elm");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../interop/python/compare_tables.py");
    let mut comparing = Command::new(python);
    comparing.arg(script).arg(elm).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut comparing = comparing.spawn().unwrap();
    comparing.stdin.take().unwrap().write_all(tables.to_string().as_bytes()).unwrap();
    let output = comparing.wait_with_output().unwrap();
    Some((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[test]
fn the_tables_say_what_the_official_shapes_say() {
    let Some((content, said)) = compare(&tables()) else {
        println!("skipped: no reference data or no SIGNET_PYTHON");
        return;
    };
    let wrong: Vec<&str> = said.lines().filter(|line| line.starts_with("not ok")).collect();
    assert!(content && said.contains("ok generic Person"), "{wrong:#?}");
    println!("{}", said.lines().last().unwrap_or_default());
}

#[test]
fn tables_that_say_something_else_are_found_out() {
    let mut changed = tables();
    let rows = changed["kinds"]["generic"].as_array_mut().unwrap();
    rows.retain(|row| row["class"] != "Amount" && row["member"] != "noteFormat");
    for row in rows {
        match (row["class"].as_str().unwrap(), row["member"].as_str().unwrap_or_default()) {
            ("Person", "hasClaim") => row["min"] = json!(0),
            ("Qualification", "eqfLevel") => row["range"]["scheme"] = json!("http://data.europa.eu/snb/qdr/25831c2"),
            ("WebResource", "title") => row["range"]["unique"] = json!(false),
            ("Phone", "phoneNumber") => row["range"] = json!({ "is": "uri" }),
            _ => {}
        }
    }
    let Some((content, said)) = compare(&changed) else {
        println!("skipped: no reference data or no SIGNET_PYTHON");
        return;
    };
    assert!(!content);
    let wrong = said.lines().filter(|line| line.starts_with("not ok")).count();
    assert_eq!(wrong, 6, "{said}");
}

fn tables() -> Value {
    let kinds: serde_json::Map<String, Value> =
        ProfileKind::ALL.into_iter().map(|kind| (kind.name().to_owned(), rows(Profile::of(kind)))).collect();
    let overlooked: Vec<Value> =
        OVERLOOKED.iter().map(|one| json!({ "class": one.class, "member": one.member, "asked": one.asked })).collect();
    let carried: Vec<&str> = profile::carried().iter().copied().collect();
    json!({ "kinds": kinds, "overlooked": overlooked, "carried": carried })
}

fn rows(profile: &Profile) -> Value {
    let mut all = Vec::new();
    for (class, rows) in profile.classes() {
        all.push(json!({ "class": class, "member": null }));
        for (_, Row(member, count, range)) in rows.iter() {
            let max = Some(count.max).filter(|max| *max < usize::MAX);
            all.push(
                json!({ "class": class, "member": member, "min": count.min, "max": max, "range": described(range) }),
            );
        }
    }
    all.into()
}

fn described(range: Range) -> Value {
    let name = match range {
        Range::Words(uniqueness) => return json!({ "is": "words", "unique": uniqueness == Uniqueness::Unique }),
        Range::Node(classes) => return json!({ "is": "node", "classes": classes }),
        Range::Listed(scheme) => return json!({ "is": "listed", "scheme": scheme.uri() }),
        Range::Concept => "concept",
        Range::Text => "text",
        Range::Literal => "literal",
        Range::Uri => "uri",
        Range::Reference => "reference",
        Range::DateTime => "date-time",
        Range::Duration => "duration",
        Range::Integer => "integer",
        Range::Positive => "positive",
        Range::Percentage => "percentage",
        Range::Decimal => "decimal",
        Range::Boolean => "boolean",
        Range::Unwritable => "unwritable",
        Range::Lost => "lost",
        Range::Free => "free",
    };
    json!({ "is": name })
}
