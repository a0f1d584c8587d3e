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

/// Every object that says more than its identifier, by identifier; of several under one the first. What stands under an
/// identifier is looked up here and nowhere else, so that check, comparison and page see the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index(HashMap<Box<str>, u32>);

impl Index {
    pub(crate) fn of(root: Value<'_>) -> Self {
        let mut index = Index::default();
        index.collect(root);
        index
    }

    /// The place of the object ([`Value::index`]).
    pub(crate) fn place(&self, id: &str) -> Option<u32> {
        self.0.get(id).copied()
    }

    fn collect(&mut self, value: Value<'_>) {
        if value.is_object() {
            if let Some(id) = value.get("id").and_then(Value::text).filter(|_| bare(value).is_none())
                && !self.0.contains_key(id)
            {
                self.0.insert(id.into(), value.index());
            }
            for (_, member) in value.members() {
                self.collect(member);
            }
        } else if value.kind() == Kind::Array {
            for element in value.each() {
                self.collect(element);
            }
        }
    }
}
