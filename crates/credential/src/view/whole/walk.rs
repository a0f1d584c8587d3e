//! The walk that reads: one pass, every value into its field or among the strays.

use std::collections::HashSet;

use super::{
    ConceptView, Content, DurationView, Field, MAX_DEPTH, MAX_FOLLOWED, MAX_FOLLOWED_BYTES, MAX_STRAYS, MAX_THINGS,
    Moment, Stray, Thing, Whole, Words,
};
use crate::Credential;
use crate::elm::{PropertyName, name};
use crate::json::{JsonKind, Value};
use crate::node::{bare, identity};
use crate::profile::{Range, spelling};

/// Reads everything from the root.
pub(super) fn read(credential: &Credential) -> Whole<'_> {
    let root = credential.root();
    let mut walk = Walk {
        credential,
        path: Vec::new(),
        depth: 0,
        things: 0,
        followed: 0,
        followed_bytes: 0,
        strays: Vec::new(),
        strayed: HashSet::new(),
        complete: true,
    };
    let thing = walk.thing(root, &["EuropeanDigitalCredential"]);
    walk.strays.sort_by_key(|value| value.index());
    Whole {
        root: thing,
        strays: walk.strays.iter().map(|value| Stray::of(root, *value)).collect(),
        complete: walk.complete,
    }
}

struct Walk<'a> {
    credential: &'a Credential,
    /// Identifiers from the root to here.
    path: Vec<&'a str>,
    depth: usize,
    things: usize,
    followed: usize,
    followed_bytes: usize,
    strays: Vec<Value<'a>>,
    strayed: HashSet<u32>,
    complete: bool,
}

impl<'a> Walk<'a> {
    /// Reads an object; `classes` are those that may stand here.
    fn thing(&mut self, value: Value<'a>, classes: &[&'static str]) -> Thing<'a> {
        self.things += 1;
        self.depth += 1;
        let id = value.get("id").and_then(Value::text);
        let mut thing = Thing { class: class(value, classes), id, fields: Vec::new(), value };
        self.path.extend(id);
        for (name, member) in value.members() {
            match name {
                "id" if id.is_some() => {}
                "@context" if value.index() == self.credential.root().index() => {}
                "type" => self.types(member),
                _ => self.member(&mut thing, name, member),
            }
        }
        if id.is_some() {
            self.path.pop();
        }
        self.depth -= 1;
        thing
    }

    /// Types are told by the class; one that we do not know is a stray.
    fn types(&mut self, types: Value<'a>) {
        let known = |class: &str| spelling::is_class(class) || class == "VerifiableCredential";
        for class in types.each() {
            if !class.text().is_some_and(known) {
                self.stray(class);
            }
        }
    }

    fn member(&mut self, thing: &mut Thing<'a>, name: &str, member: Value<'a>) {
        let row = spelling::row(thing.class, name);
        let Some((row, property)) = row.and_then(|row| Some((row, PropertyName::named(row.0)?))) else {
            return self.stray(member);
        };
        let mut contents = Vec::new();
        for value in member.each() {
            if self.things >= MAX_THINGS {
                self.complete = false;
                break;
            }
            match self.content(value, row.2) {
                Some(content) => contents.push(content),
                None => self.stray(value),
            }
        }
        match thing.fields.iter_mut().find(|field| field.member == property) {
            Some(field) => field.contents.append(&mut contents),
            None if contents.is_empty() => {}
            None => thing.fields.push(Field { member: property, contents }),
        }
    }

    fn stray(&mut self, value: Value<'a>) {
        if self.strayed.contains(&value.index()) {
            return;
        }
        if self.strays.len() >= MAX_STRAYS {
            self.complete = false;
            return;
        }
        self.strayed.insert(value.index());
        self.strays.push(value);
    }

    /// One value by what its member holds; `None` when it is nothing of the kind.
    fn content(&mut self, value: Value<'a>, range: Range) -> Option<Content<'a>> {
        match value.kind() {
            JsonKind::Plain | JsonKind::Decoded => self.written(value.text()?, range),
            JsonKind::Number | JsonKind::True | JsonKind::False => Some(Content::Text(value.raw())),
            JsonKind::Object => self.object(value, range),
            JsonKind::Array | JsonKind::Null => None,
        }
    }

    fn written(&mut self, text: &'a str, range: Range) -> Option<Content<'a>> {
        let words = || Words(vec![super::Wording { language: None, text }]);
        Some(match range {
            Range::Words(_) => Content::Words(words()),
            Range::DateTime => Content::Moment(Moment::of(text)),
            Range::Duration => DurationView::of(text).map_or(Content::Text(text), Content::Duration),
            Range::Uri | Range::Reference => Content::Address(text),
            Range::Node(classes) => return Some(self.reference(text, classes)),
            Range::Concept | Range::Listed(_) => match self.follow(text) {
                Some(full) => Content::Concept(self.concept(full)),
                None => Content::Concept(ConceptView { uri: Some(text), ..ConceptView::default() }),
            },
            // What the contexts lose or spoil still says something to people: dates of change above all.
            _ if is_moment(text) => Content::Moment(Moment::of(text)),
            _ => Content::Text(text),
        })
    }

    fn object(&mut self, value: Value<'a>, range: Range) -> Option<Content<'a>> {
        if let Some(literal) = value.get("@value").filter(|literal| !literal.is_object()) {
            for (name, member) in value.members() {
                if !matches!(name, "@value" | "@language") {
                    self.stray(member);
                }
            }
            if let (Some(tag), Some(text)) = (value.string("@language"), literal.text()) {
                return Some(Content::Words(Words(vec![super::Wording { language: Some(tag), text }])));
            }
            return self.content(literal, range);
        }
        match range {
            Range::Node(classes) => match bare(value) {
                Some(id) => Some(self.reference(id, classes)),
                None => Some(Content::Thing(self.thing(value, classes))),
            },
            Range::Concept | Range::Listed(_) => {
                let full = bare(value).and_then(|id| self.follow(id)).unwrap_or(value);
                Some(Content::Concept(self.concept(full)))
            }
            Range::Reference => bare(value).map(Content::Address),
            _ => Words::of(value).map(Content::Words).or_else(|| self.by_type(value)),
        }
    }

    /// An object of a known class, where no object is asked for.
    fn by_type(&mut self, value: Value<'a>) -> Option<Content<'a>> {
        let class = value.all("type").filter_map(Value::text).find(|class| spelling::is_class(class))?;
        Some(match class {
            "Concept" => Content::Concept(self.concept(value)),
            _ => Content::Thing(self.thing(value, &[])),
        })
    }

    /// Only an identifier: what it names, when that stands elsewhere and not on the path to here.
    fn reference(&mut self, id: &'a str, classes: &[&'static str]) -> Content<'a> {
        if self.path.contains(&id) {
            return Content::Again(id);
        }
        match self.follow(id) {
            Some(full) => Content::Thing(self.thing(full, classes)),
            None => Content::Address(id),
        }
    }

    /// What stands elsewhere under an identifier, as long as it may be said again.
    fn follow(&mut self, id: &str) -> Option<Value<'a>> {
        let full = self.credential.named(id)?;
        self.followed += 1;
        self.followed_bytes = self.followed_bytes.saturating_add(full.raw().len());
        let within =
            self.followed <= MAX_FOLLOWED && self.followed_bytes <= MAX_FOLLOWED_BYTES && self.depth < MAX_DEPTH;
        self.complete &= within;
        Some(full).filter(|_| within)
    }

    fn concept(&mut self, value: Value<'a>) -> ConceptView<'a> {
        self.things += 1;
        let mut concept = ConceptView { uri: value.get("id").and_then(Value::text), ..ConceptView::default() };
        for (member_name, member) in value.members() {
            let taken = match member_name {
                "id" => concept.uri.is_some(),
                "type" => {
                    self.types(member);
                    true
                }
                name::pref_label => Words::of(member).map(|words| concept.labels = words).is_some(),
                name::definition => Words::of(member).map(|words| concept.definitions = words).is_some(),
                name::notation => {
                    concept.notation = member.text().or_else(|| member.number());
                    concept.notation.is_some()
                }
                name::in_scheme => member.each().all(|list| match identity(list) {
                    Some(uri) => {
                        concept.lists.push(uri);
                        list.members().all(|(name, _)| matches!(name, "id" | "type"))
                    }
                    None => false,
                }),
                _ => false,
            };
            if !taken {
                self.stray(member);
            }
        }
        concept
    }
}

/// The class of an object: what it says if that may stand here, else what it says, else the one that knows most of its members.
fn class<'a>(value: Value<'a>, classes: &[&'static str]) -> &'a str {
    let said = || value.all("type").filter_map(Value::text).filter(|class| spelling::is_class(class));
    let fitting = said().find(|class| classes.contains(class)).or_else(|| said().next());
    let known = |class: &str| value.members().filter(|(name, _)| spelling::row(class, name).is_some()).count();
    // Of equals the first, which the tables name first.
    let guessed = || classes.iter().copied().rev().max_by_key(|class| known(class));
    fitting.or_else(guessed).unwrap_or_default()
}

fn is_moment(text: &str) -> bool {
    text.len() >= "2026-01-15T09:00:00".len() && Moment::of(text).day.is_some()
}
