//! Items against the award they come from, every leaf of a credential against the items, and the root against its own definition.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::Value as Json;
use signet_record::{Award, Language, Timestamp, specimen};

use super::*;
use crate::{Picture, SealIdentity, StatusEntry, compose_with_record, read, record_mark};

fn opening() -> Opening {
    Opening { revision: 0, key: RecordKey::from_random(std::array::from_fn(|at| u8::try_from(at).unwrap())) }
}

fn identity() -> SealIdentity {
    SealIdentity {
        legal_name: "Vzorová univerzita v Lhotě".into(),
        common_name: "Vzorová univerzita – pečeť".into(),
        organization_identifier: "NTRCZ-99999994".into(),
        country: "CZ".into(),
    }
}

struct Composed {
    text: String,
    root: RecordRoot,
}

fn composed(award: &Award, opening: &Opening) -> Composed {
    let picture = Picture { language: Language::Cs, jpeg: b"\xff\xd8\xff\xe0".to_vec() };
    let status = StatusEntry { list_url: "https://vzorova.example/status/1".into(), index: 4711 };
    let issued: Timestamp = "2026-06-30T08:15:30Z".parse().unwrap();
    let mark = record_mark(award, &identity(), issued, *opening).unwrap();
    let text = compose_with_record(award, &identity(), &[picture], issued, Some(&status), &mark).unwrap();
    Composed { text, root: mark.root }
}

fn awards() -> Vec<Award> {
    vec![specimen::award().unwrap(), specimen::rich::award().unwrap()]
}

fn items(text: &str) -> RecordItems {
    RecordItems::of(&read(text).unwrap())
}

#[test]
fn what_is_sealed_carries_the_root_of_what_it_says() {
    for award in awards() {
        let composed = composed(&award, &opening());
        let credential = read(&composed.text).unwrap();
        let root = composed.root;
        assert_eq!(credential.record(), CarriedRecord::Open(root, opening()));
        assert_eq!(RecordStatement::of(&credential, &opening()).unwrap().root(), root);
        let violations = crate::check(&credential);
        assert!(violations.iter().all(|finding| finding.severity() != crate::Severity::Violation), "{violations:?}");
        let other = Opening { revision: 1, ..opening() };
        assert_ne!(
            RecordStatement::of(&credential, &other).unwrap().root(),
            root,
            "the revision is part of the statement"
        );
    }
}

#[test]
fn items_say_what_the_award_says() {
    let award = specimen::award().unwrap();
    let read = items(&composed(&award, &opening()).text);
    let said = |item| read.value(item).to_canonical();
    let unit = award.unit();
    let both = |text: &signet_record::Bilingual| {
        let text = Language::ALL.map(|language| (language.code().to_owned(), ItemValue::text(text.text(language))));
        ItemValue::Object(BTreeMap::from(text)).to_canonical()
    };
    assert_eq!(said(RecordItem::Title), both(&unit.title));
    assert_eq!(said(RecordItem::BirthDate), "\"1996-02-29\"");
    assert_eq!(said(RecordItem::Ects), "\"3.5\"");
    assert_eq!(said(RecordItem::Hours), "\"91\"");
    assert_eq!(said(RecordItem::Eqf), "\"6\"");
    assert_eq!(said(RecordItem::Field), format!("\"{}\"", unit.isced.code.as_str()));
    assert_eq!(said(RecordItem::Awarded), format!("\"{}\"", award.outcome().date));
    assert_eq!(said(RecordItem::Issued), "\"2026-06-30T10:15:30+02:00\"");
    assert_eq!(said(RecordItem::Identifier), format!("\"{}\"", award.id()));
    assert_eq!(said(RecordItem::IssuingCountry), "\"CZE\"");
    assert_eq!(said(RecordItem::Languages), "[\"CES\",\"ENG\"]");
    assert_eq!(said(RecordItem::Period), "{\"end\":\"2026-05-15\",\"start\":\"2026-02-16\"}");
    assert_eq!(said(RecordItem::Grade), "{\"cs\":\"B – velmi dobře\",\"en\":\"B – very good\"}");
    assert_eq!(said(RecordItem::Mandate), "null");
    let ItemValue::List(outcomes) = read.value(RecordItem::Outcomes) else { panic!("no outcomes") };
    let kind = |outcome: &ItemValue| match outcome {
        ItemValue::Object(parts) => parts["kind"].to_canonical(),
        other => panic!("{other:?}"),
    };
    assert_eq!(outcomes.iter().map(kind).collect::<Vec<_>>(), ["\"knowledge\"", "\"skill\"", "\"competence\""]);
    let ItemValue::Object(name) = read.value(RecordItem::HolderName) else { panic!("no name") };
    assert_eq!(name["full"], ItemValue::text(award.holder().full_name()));
    let ItemValue::Object(body) = read.value(RecordItem::AwardingBody) else { panic!("no body") };
    assert_eq!(body["name"].to_canonical(), both(&award.institution().legal_name));
}

/// What is no item: what ties the file together and what the service adds,
const NO_ITEM: &[&str] = &[
    "$.@context",
    "$.type",
    "$.credentialProfiles",
    "$.credentialSchema",
    "$.displayParameter",
    "$.status",
    "$.identifier[0].schemeName",
    "$.identifier[1]",
    "$.identifier[2]",
];

/// what is the same in every credential or only repeats a kind,
const CONSTANT: &[&str] = &[
    ".type",
    ".inScheme",
    ".contentEncoding",
    ".contentType",
    ".category",
    ".isPartialQualification",
    ".accreditation.title",
    ".accreditation[0].title",
    ".organisation.",
    ".provenBy.title",
    ".provenBy.specifiedBy.title",
    ".specifiedBy.dcType",
    ".specifiedBy.hasPart[0].dcType",
    ".specifiedBy.hasPart[1].dcType",
];

/// and what is said once more for the EU's viewer.
const RESTATED: &[&str] = &[".provenBy.description", ".specifiedBy.additionalNote"];

fn is_no_item(path: &str, owner: &Json) -> bool {
    let has = |part: &str| path.contains(part);
    let own_label = has("relatedESCOSkill") || has("limitOccupation") || has(".decision");
    let is_local =
        owner["id"].as_str().is_some_and(|id| id.starts_with("urn:epass:") || id.starts_with("urn:certificate"));
    let is_mailbox = owner["type"] == "Mailbox";
    NO_ITEM.iter().any(|one| path.starts_with(one))
        || CONSTANT.iter().chain(RESTATED).any(|one| has(one))
        // The label of a concept whose code is the item, and the subject by which a note is found.
        || (has(".prefLabel") && !own_label)
        || (has("additionalNote") && has(".subject."))
        // Parts of the assessment are titled by their kind.
        || (has(".provenBy.") && has(".hasPart") && has(".title"))
        || (path.ends_with(".id") && is_local && !is_mailbox)
}

/// Every string of a credential with its path and its owner, in the order of the text.
fn leaves(value: &Json, path: &str, owner: &Json, found: &mut Vec<(String, Json)>) {
    match value {
        Json::Object(members) => members.iter().for_each(|(name, member)| {
            leaves(member, &format!("{path}.{name}"), value, found);
        }),
        Json::Array(values) => values.iter().enumerate().for_each(|(at, one)| {
            leaves(one, &format!("{path}[{at}]"), owner, found);
        }),
        _ => found.push((path.to_owned(), owner.clone())),
    }
}

fn change(value: &mut Json, target: usize, at: &mut usize) {
    match value {
        Json::Object(members) => members.values_mut().for_each(|member| change(member, target, at)),
        Json::Array(values) => values.iter_mut().for_each(|one| change(one, target, at)),
        leaf => {
            if *at == target {
                *leaf = match &*leaf {
                    Json::String(text) => Json::String(format!("{text}x")),
                    _ => Json::String("x".into()),
                };
            }
            *at += 1;
        }
    }
}

/// Whatever is changed in what a credential says, an item has another value.
#[test]
fn every_leaf_of_a_credential_belongs_to_an_item() {
    let mut lost = BTreeSet::new();
    for award in awards() {
        let text = composed(&award, &opening()).text;
        let whole: Json = serde_json::from_str(&text).unwrap();
        let before = items(&text);
        let mut found = Vec::new();
        leaves(&whole, "$", &whole, &mut found);
        for (target, (path, owner)) in found.iter().enumerate() {
            if is_no_item(path, owner) {
                continue;
            }
            let mut changed = whole.clone();
            change(&mut changed, target, &mut 0);
            if items(&changed.to_string()) == before {
                lost.insert(path.clone());
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn names_are_told_apart_and_found_again() {
    let names: BTreeSet<&str> = RecordItem::ALL.iter().map(|item| item.name()).collect();
    assert_eq!(names.len(), RECORD_ITEMS);
    for (index, item) in RecordItem::ALL.into_iter().enumerate() {
        assert_eq!((item.index(), RecordItem::named(item.name())), (index, Some(item)));
    }
    assert_eq!(RecordItem::named("picture"), None);
}

#[test]
fn a_root_is_read_back_in_its_one_form() {
    let root = RecordRoot::from_bytes(std::array::from_fn(|at| u8::try_from(at).unwrap()));
    assert_eq!(root.notation(), "sha-256:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    assert_eq!(RecordRoot::from_notation(&root.notation()), Ok(root));
    assert_eq!(root.groups(), "00010203 04050607 08090a0b 0c0d0e0f 10111213 14151617 18191a1b 1c1d1e1f");
    for text in [
        "",
        "sha-256:",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "sha-512:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
    ] {
        assert_eq!(RecordRoot::from_notation(text), Err(NotARoot));
    }
}

#[test]
fn what_is_half_there_or_there_twice_is_unreadable() {
    let root = RecordRoot::from_bytes([1; 32]).notation();
    let opening = opening().notation();
    let carried = |identifiers: &str| {
        let text = format!("{{\"identifier\":[{identifiers}],\"credentialSubject\":{{}}}}");
        read(&text).unwrap().record()
    };
    let one = |scheme: &str, notation: &str| format!("{{\"schemeName\":\"{scheme}\",\"notation\":\"{notation}\"}}");
    let (root, opening) = (one("Record digest", &root), one("Record opening", &opening));
    assert!(matches!(carried(&root), CarriedRecord::Closed(_)));
    assert!(matches!(carried(&format!("{root},{opening}")), CarriedRecord::Open(..)));
    assert_eq!(carried(&one("Unique identifier", "x")), CarriedRecord::None);
    let unreadable = [
        opening.clone(),
        format!("{root},{root}"),
        format!("{root},{opening},{opening}"),
        one("Record digest", "x"),
        format!("{root},{}", one("Record opening", "x")),
        "{\"schemeName\":\"Record digest\"}".to_owned(),
    ];
    for text in unreadable {
        assert_eq!(carried(&text), CarriedRecord::Unreadable, "{text}");
    }
}

/// The vector of `docs/record-root.md`, which another implementation checks as well (`interop/record_root.py`).
#[test]
fn the_test_vector_is_exactly_this() {
    let opening = opening();
    let composed = composed(&specimen::award().unwrap(), &opening);
    let credential = read(&composed.text).unwrap();
    let (said, statement) = (RecordItems::of(&credential), RecordStatement::of(&credential, &opening).unwrap());
    let items: Vec<Json> = said
        .iter()
        .map(|(item, value)| {
            serde_json::json!({
                "name": item.name(),
                "value": serde_json::from_str::<Json>(&value.to_canonical()).unwrap(),
                "disclosure": said.disclosure(item, &opening.key),
                "digest": statement.digest(item).unwrap(),
            })
        })
        .collect();
    let vector = serde_json::json!({
        "opening": opening.notation(),
        "credential": statement.credential,
        "items": items,
        "statement": statement.to_canonical(),
        "root": statement.root().notation(),
    });
    let text = serde_json::to_string_pretty(&vector).unwrap() + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/record-root.json");
    if std::env::var_os("SIGNET_BLESS").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/golden")).unwrap();
        std::fs::write(path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == text, "golden/record-root.json is another: version 1 never changes");
}

/// The same root by a program that shares no line with this one.
#[test]
fn another_implementation_computes_the_same_root() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let script = format!("{root}/interop/python/record_root.py");
    let vector = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/record-root.json");
    let Ok(run) = std::process::Command::new("python3").args([script.as_str(), vector]).output() else {
        println!("skipped: python3 is not installed");
        return;
    };
    let told = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{told}{}", String::from_utf8_lossy(&run.stderr));
    assert!(told.contains(&format!("({RECORD_ITEMS} items)")), "{told}");
}

fn value() -> impl Strategy<Value = ItemValue> {
    let leaf = prop_oneof![Just(ItemValue::Null), ".{0,8}".prop_map(ItemValue::Text)];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(ItemValue::List),
            prop::collection::btree_map(".{0,4}", inner, 0..4).prop_map(ItemValue::Object),
        ]
    })
}

proptest! {
    /// Any other value of one item is another disclosure and another digest, and the other items keep theirs.
    #[test]
    fn any_other_value_has_another_digest(one in value(), other in value(), at in 0..RECORD_ITEMS) {
        let item = RecordItem::ALL[at];
        let said = |value: &ItemValue| {
            let mut values = vec![ItemValue::Null; RECORD_ITEMS];
            values[at] = value.clone();
            RecordItems(values)
        };
        let key = opening().key;
        let digests = |items: &RecordItems| RecordItem::ALL.map(|item| digest_of(&items.disclosure(item, &key)));
        let (before, after) = (digests(&said(&one)), digests(&said(&other)));
        for (index, item_) in RecordItem::ALL.into_iter().enumerate() {
            prop_assert_eq!(before[index] == after[index], item_ != item || one == other);
        }
    }

    /// The canonical form is JSON, and says the same.
    #[test]
    fn the_canonical_form_reads_back(one in value()) {
        fn same(value: &ItemValue, json: &Json) -> bool {
            match (value, json) {
                (ItemValue::Null, Json::Null) => true,
                (ItemValue::Text(text), Json::String(other)) => text == other,
                (ItemValue::List(values), Json::Array(others)) => {
                    values.len() == others.len() && values.iter().zip(others).all(|(one, other)| same(one, other))
                }
                (ItemValue::Object(parts), Json::Object(others)) => {
                    parts.len() == others.len()
                        && parts.iter().all(|(name, part)| others.get(name).is_some_and(|other| same(part, other)))
                }
                _ => false,
            }
        }
        let json: Json = serde_json::from_str(&one.to_canonical()).unwrap();
        prop_assert!(same(&one, &json));
    }
}

/// A statement is about a credential: without an identifier it would be about any.
#[test]
fn what_has_no_identifier_has_no_statement() {
    let credential = crate::read(r#"{"credentialSubject":{"type":"Person"}}"#).unwrap();
    assert_eq!(RecordStatement::of(&credential, &opening()), None);
}
