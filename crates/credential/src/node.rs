//! Objects of a credential by their identifiers.

use std::{
    collections::HashMap,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use crate::json::{JsonDocument, Value};

/// Objects for which there is room at once: about as many as a credential of ours has.
pub(crate) const OBJECTS: usize = 224;

/// References that are looked for by reading through the document: about what making the table costs.
const SCANS: usize = 16;

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
///
/// Most credentials hold few references, and looking through all objects for each costs less than a table does; who asks often gets
/// the table.
#[derive(Debug, Default)]
pub(crate) struct Index {
    asked: AtomicUsize,
    table: OnceLock<HashMap<Box<str>, u32>>,
}

/// A copy learns for itself what is asked of it.
impl Clone for Index {
    fn clone(&self) -> Self {
        Index::default()
    }
}

impl Index {
    /// The first object of the document that stands under an identifier.
    pub(crate) fn find<'a>(&self, document: &'a JsonDocument, id: &str) -> Option<Value<'a>> {
        if self.asked.fetch_add(1, Ordering::Relaxed) < SCANS {
            return document.objects().find(|object| said(*object) == Some(id));
        }
        let table = self.table.get_or_init(|| {
            let mut table = HashMap::with_capacity(OBJECTS);
            for (object, id) in document.objects().filter_map(|object| Some((object, said(object)?))) {
                if !table.contains_key(id) {
                    table.insert(id.into(), object.index());
                }
            }
            table
        });
        table.get(id).map(|place| document.value(*place))
    }
}

/// The identifier of an object that says more than it.
fn said(object: Value<'_>) -> Option<&str> {
    object.get("id").and_then(Value::text).filter(|_| bare(object).is_none())
}
