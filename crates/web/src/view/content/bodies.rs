//! Organisations, persons and groups: each described once.

use std::collections::{BTreeSet, HashMap};

use signet_credential::PropertyName;
use signet_credential::view::whole::{Thing, Whole};
use signet_lang::Locale;

use super::{LINES, order};

/// The bodies of a credential in the order of the file.
pub struct Bodies<'w, 'a> {
    all: Vec<ListedBody<'w, 'a>>,
    known: HashMap<Key<'a>, Vec<usize>>,
}

/// One of them.
pub struct ListedBody<'w, 'a> {
    /// Where it is described most fully.
    pub thing: &'w Thing<'a>,
    /// As what it stands in the file.
    pub roles: BTreeSet<String>,
}

/// What tells bodies apart at a glance: the identifier, and the digest of what is said of them.
type Key<'a> = (&'a str, u64);

/// Is it somebody?
pub fn is_body(thing: &Thing<'_>) -> bool {
    matches!(thing.class, "Organisation" | "Person" | "Agent" | "Group")
}

impl<'w, 'a> Bodies<'w, 'a> {
    /// Collects everybody but the holder, who has a part of their own.
    pub fn of(whole: &'w Whole<'a>, l: Locale) -> Self {
        let mut bodies = Bodies { all: Vec::new(), known: HashMap::new() };
        // Who sealed it comes first, wherever the file says so.
        for issuer in whole.root.things(PropertyName::Issuer).filter(|issuer| is_body(issuer)) {
            bodies.note(issuer, order::label(&whole.root, PropertyName::Issuer, l));
        }
        bodies.collect(&whole.root, l);
        bodies
    }

    fn collect(&mut self, thing: &'w Thing<'a>, l: Locale) {
        for field in &thing.fields {
            for inner in field.contents.iter().filter_map(|content| content.thing()) {
                if is_body(inner) && field.member != PropertyName::CredentialSubject {
                    self.note(inner, order::label(thing, field.member, l));
                }
                self.collect(inner, l);
            }
        }
    }

    fn note(&mut self, thing: &'w Thing<'a>, role: String) {
        let key = key(thing);
        let at = match self.find_by(key, thing) {
            Some(at) => at,
            None if self.all.len() < LINES => {
                let at = self.all.len();
                self.known.entry(key).or_default().push(at);
                self.all.push(ListedBody { thing, roles: BTreeSet::new() });
                at
            }
            None => return,
        };
        if let Some(body) = self.all.get_mut(at) {
            body.roles.insert(role);
        }
    }

    /// Place of a body in the list: the one of the same identifier that is described the same.
    pub fn find(&self, thing: &Thing<'a>) -> Option<usize> {
        self.find_by(key(thing), thing)
    }

    fn find_by(&self, key: Key<'a>, thing: &Thing<'a>) -> Option<usize> {
        let same = |at: &&usize| self.all.get(**at).is_some_and(|body| body.thing.same(thing));
        self.known.get(&key)?.iter().find(same).copied()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &ListedBody<'w, 'a>> {
        self.all.iter()
    }
}

fn key<'a>(thing: &Thing<'a>) -> Key<'a> {
    (thing.id.unwrap_or_default(), thing.fingerprint())
}

/// Where a body is described on the page.
pub fn anchor(at: usize) -> String {
    format!("body-{}", at + 1)
}
