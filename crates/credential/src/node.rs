//! Objects of a credential by their identifiers.

use std::collections::HashMap;

use crate::json::{Kind, Value};

/// The URI of a node, whether written as an object or as a bare string.
pub(crate) fn identity(value: Value<'_>) -> Option<&str> {
    value.text().or_else(|| value.get("id").and_then(Value::text))
}

/// The identifier of an object that holds nothing else.
pub(crate) fn bare(value: Value<'_>) -> Option<&str> {
    let mut members = value.members();
    match (members.next(), members.next()) {
        (Some(("id", id)), None) => id.text(),
        _ => None,
    }
}

/// The identifier of something that is only referred to: a bare string, or an object that holds nothing else.
pub(crate) fn reference(value: Value<'_>) -> Option<&str> {
    value.text().or_else(|| bare(value))
}

/// Every object that says more than its identifier, by identifier; of several under one the first.
pub(crate) fn by_identifier(root: Value<'_>) -> HashMap<&str, Value<'_>> {
    let mut index = HashMap::new();
    collect(root, &mut index);
    index
}

fn collect<'a>(value: Value<'a>, index: &mut HashMap<&'a str, Value<'a>>) {
    if value.is_object() {
        if let Some(id) = value.get("id").and_then(Value::text).filter(|_| bare(value).is_none()) {
            index.entry(id).or_insert(value);
        }
        for (_, member) in value.members() {
            collect(member, index);
        }
    } else if value.kind() == Kind::Array {
        for element in value.each() {
            collect(element, index);
        }
    }
}
