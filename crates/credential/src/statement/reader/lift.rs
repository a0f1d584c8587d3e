//! A part of a credential as a value, without what only ties the file together.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;

use crate::elm::name;
use crate::json::{JsonKind, Value};

use super::super::sha_256;
use super::super::value::ItemValue;

/// Identifiers that mean nothing outside their file.
const LOCAL: [&str; 2] = ["urn:epass:", "_:"];

/// Everything a value says: members by name, without the identifiers that only tie a file together, without the class, and concepts
/// of lists by their identifier. The content of a file is its digest.
pub(super) fn lift(value: Value<'_>) -> ItemValue {
    match value.kind() {
        JsonKind::Null => ItemValue::Null,
        JsonKind::Plain | JsonKind::Decoded => ItemValue::maybe(value.text()),
        JsonKind::True | JsonKind::False | JsonKind::Number => ItemValue::text(value.raw()),
        JsonKind::Array => ItemValue::List(value.each().map(lift).collect()),
        JsonKind::Object => object(value),
    }
}

fn object(value: Value<'_>) -> ItemValue {
    let id = value.string("id").filter(|id| !LOCAL.iter().any(|local| id.starts_with(local)));
    if let Some(id) = id.filter(|_| value.string("type") == Some("Concept")) {
        return ItemValue::text(id);
    }
    let mut members = BTreeMap::new();
    for (member_name, member) in value.members() {
        match member_name {
            "type" => {}
            "id" => {
                members.extend(id.map(|id| (member_name.to_owned(), ItemValue::text(id))));
            }
            name::content => {
                members.insert(member_name.to_owned(), content(member));
            }
            _ => {
                members.insert(member_name.to_owned(), lift(member));
            }
        }
    }
    ItemValue::Object(members)
}

/// A file inside: `sha256:` and the digest of its text as it stands.
pub(super) fn content(value: Value<'_>) -> ItemValue {
    match value.text() {
        Some(text) => ItemValue::Text(format!("sha256:{}", HEXLOWER.encode(&sha_256(text.as_bytes())))),
        None => lift(value),
    }
}

/// Texts by language.
pub(super) fn texts(value: Value<'_>) -> ItemValue {
    match value.kind() {
        JsonKind::Object => {
            let texts = value.members().map(|(language, text)| (language.to_owned(), lift(text)));
            ItemValue::Object(texts.collect())
        }
        _ => lift(value),
    }
}
