//! Two credentials compared by what they say: the order of members and lists, and the identifiers that only tie a file together,
//! make no difference.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::elm::{AnyNode, Node};
use crate::excerpt::excerpt;
use crate::json::{JsonKind, Value};
use crate::{Credential, place};

/// Differences after which a comparison ends.
pub const DIFFERENCES_MAX: usize = 1_000;
/// Characters of a value that are told.
const SHOWN: usize = 200;

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands, in the first credential where it is there at all.
    pub path: String,
    /// What the first says; nothing when only the second says it.
    pub before: Option<String>,
    /// What the second says; nothing when only the first says it.
    pub after: Option<String>,
}

/// Compares two credentials, in the order of the first. Empty: they say the same.
pub fn diff(one: &Credential, other: &Credential) -> Vec<Difference> {
    let mut comparison =
        Comparison { path: String::from("$"), before: HashMap::new(), after: HashMap::new(), found: Vec::new() };
    comparison.objects(one.root(), other.root());
    comparison.found
}

struct Comparison {
    path: String,
    /// What each value of the first and the second says, as far as it was asked.
    before: HashMap<u32, Meaning>,
    after: HashMap<u32, Meaning>,
    found: Vec<Difference>,
}

impl Comparison {
    fn report(&mut self, before: Option<Value<'_>>, after: Option<Value<'_>>) {
        if self.found.len() < DIFFERENCES_MAX {
            let (before, after) = (before.map(shown), after.map(shown));
            self.found.push(Difference { path: self.path.clone(), before, after });
        }
    }

    fn objects(&mut self, one: Value<'_>, other: Value<'_>) {
        let keeps = is_named(one) || self.path == "$";
        let names = one.members().map(|(name, _)| name);
        let added = other.members().map(|(name, _)| name).filter(|name| one.get(name).is_none());
        for name in names.chain(added).filter(|name| keeps || *name != "id") {
            let back = self.path.len();
            place::member(&mut self.path, name);
            if name == "@context" {
                // The one list whose order means something.
                if !one.get(name).zip(other.get(name)).is_some_and(|(one, other)| one.same(other)) {
                    self.report(one.get(name), other.get(name));
                }
            } else {
                self.lists(one.get(name), other.get(name));
            }
            self.path.truncate(back);
        }
    }

    /// One or many against one or many, in any order.
    fn lists(&mut self, one: Option<Value<'_>>, other: Option<Value<'_>>) {
        let listed = one.is_some_and(|one| one.kind() == JsonKind::Array);
        let mut rest: Vec<Value<'_>> = other.into_iter().flat_map(Value::each).collect();
        let mut left = Vec::new();
        for (index, value) in one.into_iter().flat_map(Value::each).enumerate() {
            let says = meaning(value, &mut self.before);
            match rest.iter().position(|candidate| meaning(*candidate, &mut self.after) == says) {
                Some(at) => {
                    rest.remove(at);
                }
                None => left.push((index, value)),
            }
        }
        for (index, value) in left {
            let back = self.path.len();
            if listed {
                place::element(&mut self.path, index);
            }
            let fits = |candidate: &Value<'_>| likeness(value, *candidate);
            let best = rest.iter().map(fits).enumerate().filter(|(_, score)| *score > 0);
            match best.max_by_key(|(at, score)| (*score, std::cmp::Reverse(*at))).map(|(at, _)| at) {
                Some(at) => {
                    let counterpart = rest.remove(at);
                    self.pair(value, counterpart);
                }
                None => self.report(Some(value), None),
            }
            self.path.truncate(back);
        }
        for value in rest {
            self.report(None, Some(value));
        }
    }

    fn pair(&mut self, one: Value<'_>, other: Value<'_>) {
        if one.is_object() && other.is_object() && !is_concept(one) {
            self.objects(one, other);
        } else {
            self.report(Some(one), Some(other));
        }
    }
}

/// How likely two values are the same thing that changed; 0: not at all.
fn likeness(one: Value<'_>, other: Value<'_>) -> u8 {
    if !one.is_object() || !other.is_object() {
        return u8::from(one.is_object() == other.is_object());
    }
    if one.string("type") != other.string("type") {
        return 0;
    }
    let same_id = one.get("id").zip(other.get("id")).is_some_and(|(one, other)| one.same(other));
    let (one, other) = (AnyNode::of(one), AnyNode::of(other));
    let kind = u8::from(one.dc_type().same(other.dc_type()));
    let language = u8::from(one.language().same(other.language()));
    1 + kind + language + 2 * u8::from(same_id) + 4 * u8::from(one.title().same(other.title()))
}

/// Concepts and mailboxes are what their identifier says; every other node is what its members say.
fn is_named(value: Value<'_>) -> bool {
    match value.string("type") {
        Some("Concept" | "ConceptScheme" | "Mailbox") => value.string("id").is_some_and(|id| !is_local(id)),
        Some(_) => false,
        // A bare reference, a schema.
        None => true,
    }
}

fn is_concept(value: Value<'_>) -> bool {
    value.string("type") == Some("Concept") && is_named(value)
}

/// Identifiers that mean nothing outside their file.
fn is_local(id: &str) -> bool {
    id.starts_with("_:") || id.starts_with("urn:epass:")
}

/// Stands for what a value says: two digests, equal for equal meaning. No text is kept, so that deep nesting costs no memory.
type Meaning = (u64, u64);

fn meaning(value: Value<'_>, known: &mut HashMap<u32, Meaning>) -> Meaning {
    if let Some(meaning) = known.get(&value.index()) {
        return *meaning;
    }
    let meaning = match value.kind() {
        JsonKind::Object => {
            let keeps = is_named(value);
            let mut members: Vec<(&str, Value<'_>)> =
                value.members().filter(|(name, _)| keeps || *name != "id").collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            let members: Vec<(&str, Vec<Meaning>)> =
                members.into_iter().map(|(name, member)| (name, list(member, known))).collect();
            digest(&("object", members))
        }
        JsonKind::Plain | JsonKind::Decoded => digest(&("text", value.text())),
        _ => digest(&("literal", value.raw())),
    };
    known.insert(value.index(), meaning);
    meaning
}

fn list(member: Value<'_>, known: &mut HashMap<u32, Meaning>) -> Vec<Meaning> {
    let mut values: Vec<Meaning> = member.each().map(|value| meaning(value, known)).collect();
    values.sort_unstable();
    values
}

fn digest(said: &impl Hash) -> Meaning {
    let of = |seed: u8| {
        let mut hasher = DefaultHasher::new();
        (seed, said).hash(&mut hasher);
        hasher.finish()
    };
    (of(0), of(1))
}

/// The value in few words.
fn shown(value: Value<'_>) -> String {
    let node = AnyNode::of(value);
    let label = node.pref_label().first().or_else(|| node.title().first()).or_else(|| node.note_literal().first());
    match (label, node.id()) {
        (Some(label), Some(id)) => excerpt(&format!("{id} {}", label.value().raw()), SHOWN),
        (Some(label), None) => excerpt(&format!(" {}", label.value().raw()), SHOWN),
        (None, _) => excerpt(value.text().unwrap_or_else(|| value.raw()), SHOWN),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::read;

    fn compared(one: &str, other: &str) -> Vec<Difference> {
        let wrap = |inner: &str| read(&format!("{{\"credentialSubject\":{inner}}}")).unwrap();
        diff(&wrap(one), &wrap(other))
    }

    #[test]
    fn order_and_local_identifiers_make_no_difference() {
        let one = r#"{"id":"urn:p:1","type":"Person","note":[{"id":"urn:n:1","type":"Note","x":"a"},{"id":"urn:n:2","type":"Note","x":"b"}]}"#;
        let other = r#"{"type":"Person","note":[{"x":"b","type":"Note","id":"urn:n:9"},{"x":"\u0061","type":["Note"]}],"id":"urn:p:7"}"#;
        assert_eq!(compared(one, other), []);
    }

    #[test]
    fn a_change_is_told_where_it_stands() {
        let one =
            r#"{"claims":[{"type":"Claim","title":{"en":"A"},"n":"1"},{"type":"Claim","title":{"en":"B"},"n":"2"}]}"#;
        let other =
            r#"{"claims":[{"type":"Claim","title":{"en":"B"},"n":"3"},{"type":"Claim","title":{"en":"A"},"n":"1"}]}"#;
        let found = compared(one, other);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "$.credentialSubject.claims[1].n");
        assert_eq!((found[0].before.as_deref(), found[0].after.as_deref()), (Some("2"), Some("3")));
    }

    #[test]
    fn what_one_has_more_is_told() {
        let found = compared(r#"{"a":["x","y"]}"#, r#"{"a":"x","b":true}"#);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].path.as_str(), found[0].before.as_deref()), ("$.credentialSubject.a[1]", Some("y")));
        assert_eq!((found[1].path.as_str(), found[1].after.as_deref()), ("$.credentialSubject.b", Some("true")));
    }

    #[test]
    fn a_concept_is_its_code() {
        let concept = |code: &str| format!(r#"{{"level":{{"id":"urn:level:{code}","type":"Concept"}}}}"#);
        assert_eq!(compared(&concept("6"), &concept("6")), []);
        assert_eq!(compared(&concept("6"), &concept("7")).len(), 1);
    }
}
