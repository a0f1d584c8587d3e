//! How many different values a member has once the contexts have made triples of them.

use crate::json::{JsonKind, Value};
use crate::node::identity;
use crate::profile::Range;

/// Objects count by identifier, and each without one for itself; texts by what they say.
pub(super) fn distinct(member: Value<'_>, range: Range) -> usize {
    let mut kept: Vec<Value<'_>> = Vec::new();
    for value in member.each() {
        if !kept.iter().any(|other| is_one(*other, value, range)) {
            kept.push(value);
        }
    }
    kept.len()
}

fn is_one(one: Value<'_>, two: Value<'_>, range: Range) -> bool {
    let typed = range != Range::Literal;
    match (identity(one), identity(two)) {
        (Some(one), Some(two)) => one == two,
        _ if one.is_object() || two.is_object() => false,
        // A number under a name that has a type is written like a text.
        _ if typed => lexical(one).is_some_and(|text| lexical(two) == Some(text)),
        _ => one.kind() == two.kind() && lexical(one) == lexical(two),
    }
}

fn lexical(value: Value<'_>) -> Option<&str> {
    match value.kind() {
        JsonKind::True => Some("true"),
        JsonKind::False => Some("false"),
        _ => value.text().or_else(|| value.number()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::json::{JsonDocument, Limits};

    #[test]
    fn what_is_written_twice_counts_once_unless_it_is_an_object_without_identifier() {
        let count = |text: &str, range| distinct(JsonDocument::parse(text, Limits::default()).unwrap().root(), range);
        assert_eq!(count(r#"["a", "a", "b"]"#, Range::Text), 2);
        assert_eq!(count(r#"[5, "5"]"#, Range::Text), 1);
        assert_eq!(count(r#"[5, "5"]"#, Range::Literal), 2);
        assert_eq!(count(r#"[{"id": "urn:a:1"}, "urn:a:1", {"id": "urn:a:1", "type": "Concept"}]"#, Range::Concept), 1);
        assert_eq!(count(r#"[{"type": "Concept"}, {"type": "Concept"}]"#, Range::Concept), 2);
    }
}
