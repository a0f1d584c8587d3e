//! For each rule of the tables: a credential that keeps it, and what can be done to it.

use serde_json::{Value, json};
use signet_credential::profile::{Profile, ProfileKind, Range, Row, carried};
use signet_credential::vocabulary::Scheme;

use crate::Case;
use crate::chance::Chance;
use crate::compose::Composer;

/// Every rule of a kind of credential; of the further kinds only the rules that are their own.
pub fn rules(kind: ProfileKind, chance: &mut Chance, cases: &mut Vec<Case>) {
    let generic = Profile::of(ProfileKind::Generic);
    let mut classes: Vec<_> = Profile::of(kind).classes().collect();
    classes.sort_by_key(|(name, _)| *name);
    for (class, rows) in classes {
        for (_, row) in rows.iter() {
            let known = generic.class(class).and_then(|rows| rows.find(row.0)).map(|(_, row)| (row.1, row.2));
            if kind == ProfileKind::Generic || known != Some((row.1, row.2)) {
                one(kind, class, row, chance, cases);
            }
        }
    }
}

fn one(kind: ProfileKind, class: &str, row: Row, chance: &mut Chance, cases: &mut Vec<Case>) {
    let Row(member, _, range) = row;
    let mut composer = Composer::new(kind);
    let (mut whole, place) = composer.holding(class);
    if whole.pointer(&place).is_some_and(|object| object.get(member).is_none())
        && let (Some(value), Some(object)) = (composer.value(range), whole.pointer_mut(&place))
    {
        object[member] = value;
    }
    let kept = whole.pointer(&place).and_then(|object| object.get(member)).cloned();
    let mut add = |change: &str, whole: &Value| {
        let about = format!("{class}.{member}");
        cases.push(Case { kind, about, change: change.to_owned(), text: whole.to_string() });
    };
    add("kept", &whole);
    for (change, value) in instead(&mut composer, row, kept.as_ref()) {
        let mut changed = whole.clone();
        if let Some(object) = changed.pointer_mut(&place) {
            object[member] = value;
        }
        add(change, &changed);
    }
    let Some(kept) = kept else { return };
    let names: Vec<&str> = other_names(kind, class);
    let other = chance.pick(&names).copied().unwrap_or("publisher");
    for (change, name) in [("dropped", None), ("renamed", Some("nobodyKnowsThis")), ("misplaced", Some(other))] {
        let mut changed = whole.clone();
        if let Some(object) = changed.pointer_mut(&place).and_then(Value::as_object_mut) {
            object.shift_remove(member);
            if let Some(name) = name {
                object.insert(name.to_owned(), kept.clone());
            }
        }
        add(change, &changed);
    }
}

/// Members that the contexts carry and the class does not have.
fn other_names(kind: ProfileKind, class: &str) -> Vec<&'static str> {
    let rows = Profile::of(kind).class(class);
    let mut names: Vec<&str> =
        carried().iter().copied().filter(|name| rows.is_some_and(|rows| rows.find(name).is_none())).collect();
    names.sort_unstable();
    names
}

type Changes = Vec<(&'static str, Value)>;

/// What may stand in place of a value that keeps its rule.
fn instead(composer: &mut Composer, row: Row, kept: Option<&Value>) -> Changes {
    let Row(_, _, range) = row;
    let mut changes: Changes = vec![
        ("retyped: null", Value::Null),
        ("retyped: empty list", json!([])),
        ("retyped: word", json!("word")),
        ("retyped: text", json!("Two words")),
        ("retyped: reference", json!(composer.uri())),
        ("retyped: number", json!(5)),
        ("retyped: fraction", json!(1.5)),
        ("retyped: truth", json!(true)),
        ("retyped: empty object", json!({})),
        ("retyped: note without text", json!({ "id": composer.uri(), "type": "Note" })),
    ];
    if let Some(kept) = kept {
        changes.push(("twice the same", json!([kept, kept])));
        changes.push(("list in a list", json!([[kept]])));
        if let Some(second) = composer.value(range) {
            changes.push(("doubled", json!([kept, second])));
        }
    }
    match range {
        Range::Node(classes) => nodes(composer, classes, kept, &mut changes),
        Range::Concept => nodes(composer, &["Concept"], kept, &mut changes),
        Range::Listed(scheme) => {
            nodes(composer, &["Concept"], kept, &mut changes);
            listed(composer, scheme, kept, &mut changes);
        }
        Range::Words(_) => words(&mut changes),
        Range::Reference => changes.push(("blank", json!("_:nobody"))),
        _ => literals(range, &mut changes),
    }
    changes
}

fn nodes(composer: &mut Composer, classes: &[&str], kept: Option<&Value>, changes: &mut Changes) {
    let strange = ["Phone", "Mailbox", "PeriodOfTime"].into_iter().find(|class| !classes.contains(class));
    changes.push(("wrong class", composer.object(strange.unwrap_or("Mailbox"))));
    changes.push(("another claim's class", json!({ "id": composer.uri(), "type": "Assessment" })));
    if classes.contains(&"Claim") {
        let mut claim = composer.object("Claim");
        claim["type"] = json!("Assessment");
        changes.push(("claim in all but its class", claim));
    }
    let Some(kept) = kept.filter(|kept| kept.is_object()) else { return };
    let mut with = |change: &'static str, edit: &dyn Fn(&mut serde_json::Map<String, Value>)| {
        let mut object = kept.clone();
        if let Some(object) = object.as_object_mut() {
            edit(object);
        }
        changes.push((change, object));
    };
    let class = kept["type"].clone();
    with("without type", &|object| drop(object.shift_remove("type")));
    with("type is no name", &|object| drop(object.insert("type".into(), json!([class.clone(), null]))));
    with("further type", &|object| drop(object.insert("type".into(), json!(["Unheard", class.clone()]))));
    with("without identifier", &|object| drop(object.shift_remove("id")));
    with("identifier is a number", &|object| drop(object.insert("id".into(), json!(7))));
    with("identifier is a word", &|object| drop(object.insert("id".into(), json!("word"))));
    with("identifier is no URI", &|object| drop(object.insert("id".into(), json!("1a:b"))));
    with("identifier is of the file", &|object| drop(object.insert("id".into(), json!("_:here"))));
    with("keyword", &|object| drop(object.insert("@type".into(), json!("Note"))));
    with("type written in full", &|object| {
        let name = object.get("type").and_then(Value::as_str).unwrap_or_default();
        let full = match name {
            "Concept" => "skos:Concept".to_owned(),
            "ConceptScheme" => "skos:ConceptScheme".to_owned(),
            "Location" | "PeriodOfTime" => format!("dc:{name}"),
            _ => format!("elm:{name}"),
        };
        object.insert("type".into(), json!(full));
    });
    let mut nested = kept.clone();
    nested["id"] = json!(composer.uri());
    nested["relatedSkill"] = kept.clone();
    changes.push(("nested one deeper", json!({ "id": composer.uri(), "type": "Mailbox", "relatedSkill": kept })));
    changes.push(("nested in its like", nested));
    changes.push(("and its reference", json!([kept, kept["id"]])));
    let mut twin = kept.clone();
    twin["dateIssued"] = json!("2020-01-01T00:00:00Z");
    changes.push(("same identifier, other content", json!([kept, twin])));
    let mut nameless = kept.clone();
    if let Some(object) = nameless.as_object_mut() {
        object.shift_remove("id");
    }
    changes.push(("two without identifier", json!([nameless, nameless])));
}

fn listed(composer: &mut Composer, scheme: Scheme, kept: Option<&Value>, changes: &mut Changes) {
    let Some(kept) = kept else { return };
    let other = if scheme == Scheme::Eqf { Scheme::Qdr } else { Scheme::Eqf };
    let list = |uri: String| json!({ "id": uri, "type": "ConceptScheme" });
    let lists: [(&'static str, Value); 6] = [
        ("wrong list", list(other.uri())),
        ("list without type", json!({ "id": scheme.uri() })),
        ("list only named", json!(scheme.uri())),
        ("a further list", json!([list(scheme.uri()), list(other.uri())])),
        ("a further list without identifier", json!([list(scheme.uri()), { "type": "ConceptScheme" }])),
        ("list without identifier", json!({ "type": "ConceptScheme" })),
    ];
    for (change, lists) in lists {
        let mut concept = kept.clone();
        concept["inScheme"] = lists;
        changes.push((change, concept));
    }
    let mut concept = kept.clone();
    if let Some(concept) = concept.as_object_mut() {
        concept.shift_remove("inScheme");
    }
    changes.push(("without list", concept));
    let mut concept = kept.clone();
    concept["id"] = json!(scheme.member(&format!("nobody-{}", composer.number())));
    changes.push(("unknown code", concept));
    let mut concept = kept.clone();
    concept["id"] = json!(composer.uri());
    changes.push(("code of no list", concept));
}

fn words(changes: &mut Changes) {
    changes.extend([
        ("two texts in a language", json!({ "en": ["one", "two"] })),
        ("the same text twice", json!({ "en": ["one", "one"] })),
        ("two languages", json!({ "cs": "jedna", "en": "one" })),
        ("tags in large and small letters", json!({ "en": "one", "EN": "two" })),
        ("the same in large and small letters", json!({ "en": "one", "EN": "one" })),
        ("tag with a space", json!({ "czech language": "jedna" })),
        ("tag that is too long", json!({ "toolonglanguage": "jedna" })),
        ("no tag", json!({ "": "jedna" })),
        ("no language", json!({ "@none": "jedna" })),
        ("number as text", json!({ "en": 5 })),
        ("object as text", json!({ "en": { "cs": "jedna" } })),
        ("null as text", json!({ "en": null })),
        ("list of languages", json!([{ "en": "one" }])),
        ("empty text", json!({ "en": "" })),
        ("no language at all", json!({})),
    ]);
}

fn literals(range: Range, changes: &mut Changes) {
    match range {
        Range::DateTime => changes.extend([
            ("date alone", json!("2026-01-15")),
            ("without seconds", json!("2026-01-15T10:00Z")),
            ("without time zone", json!("2026-01-15T10:00:00")),
            ("month that is none", json!("2026-13-15T10:00:00Z")),
            ("day that is none", json!("2026-02-30T10:00:00Z")),
            ("hour that is none", json!("2026-01-15T24:00:00Z")),
            ("fraction of a second", json!("2026-01-15T10:00:00.123Z")),
            ("year zero", json!("0000-01-01T00:00:00Z")),
            ("in words", json!("15 January 2026")),
        ]),
        Range::Duration => changes.extend([
            ("in words", json!("50 hours")),
            ("weeks", json!("P2W")),
            ("all parts", json!("P1Y2M3DT4H5M6.7S")),
            ("parts without order", json!("P1D2Y")),
            ("no part", json!("P")),
            ("backwards", json!("-PT1H")),
        ]),
        Range::Integer | Range::Positive | Range::Percentage | Range::Decimal => changes.extend([
            ("zero", json!(0)),
            ("below zero", json!(-3)),
            ("whole with a point", json!(2.0)),
            ("text with a point", json!("2.0")),
            ("text", json!("7")),
            ("text with a sign", json!("+7")),
            ("white space", json!(" 7")),
            ("not a number", json!("seven")),
            ("a hundred", json!(100)),
            ("above a hundred", json!(101)),
            ("immense", json!(100_000_000_000_000_000_000_u128 as f64)),
            ("exponent", json!("1e3")),
        ]),
        Range::Boolean => changes.extend([
            ("text", json!("true")),
            ("as a number", json!(1)),
            ("as a text of a number", json!("0")),
            ("capital", json!("True")),
            ("perhaps", json!("maybe")),
        ]),
        Range::Text | Range::Literal | Range::Uri => changes.extend([
            ("empty text", json!("")),
            ("number and the same as text", json!([5, "5"])),
            ("with a space", json!("https://a.example/ b")),
        ]),
        _ => changes.push(("date", json!("2026-01-15T10:00:00Z"))),
    }
}
