//! Values: concepts of lists, texts by language, literals.

use std::{borrow::Cow, collections::HashSet, hash::Hash};

use crate::check::finding::Code;
use crate::check::lexical::{self, DateTime};
use crate::json::{JsonKind, Value};
use crate::node::{identity, reference};
use crate::profile::{Range, Uniqueness};
use crate::vocabulary::{Edition, Membership, Scheme};

use super::{COMPARED, Walk};

/// What identifiers begin with that the EU's tools generate.
const GENERATED: &str = "urn:epass:";

impl<'a> Walk<'a, '_> {
    /// A concept that must belong to a list.
    pub(super) fn listed(&mut self, value: Value<'a>, scheme: Scheme) {
        self.node(value, &["Concept"]);
        let Some(id) = identity(value).filter(|id| !id.starts_with("_:")) else {
            if value.is_object() {
                self.report(Code::ConceptIdentifier, "", "");
            }
            return;
        };
        let Some(full) = (if reference(value).is_some() { self.credential.named(id) } else { Some(value) }) else {
            return;
        };
        let named = |list: Value<'_>| identity(list).is_some_and(|uri| !uri.starts_with("_:"));
        let lists = || full.all("inScheme");
        if !lists().all(named) || !lists().filter_map(identity).any(|uri| scheme.is_uri(uri)) {
            return self.report(Code::ConceptScheme, &scheme.uri(), "");
        }
        let code = scheme.code(id);
        // The EU's own tools make such an identifier for whatever has none; the concept is of the list, but not said to be which.
        if code.is_none() && id.starts_with(GENERATED) && scheme.edition() != Edition::Closed {
            return self.report(Code::UnlistedCode, &scheme.uri(), id);
        }
        match code.map_or(Membership::Impossible, |code| scheme.membership(code)) {
            Membership::Impossible => self.report(Code::UnknownCode, &scheme.uri(), code.unwrap_or(id)),
            Membership::Unknown => self.report(Code::UnlistedCode, &scheme.uri(), code.unwrap_or(id)),
            Membership::Known | Membership::Unchecked => {}
        }
    }

    pub(super) fn uri(&mut self, text: Option<&str>) {
        if !text.is_some_and(lexical::is_absolute_uri) {
            self.report(Code::Uri, "", "");
        }
    }

    pub(super) fn literal(&mut self, value: Value<'a>, range: Range) {
        let lexical = value.text().or_else(|| value.number());
        let truth = matches!(value.kind(), JsonKind::True | JsonKind::False);
        let whole = value.text().map(lexical::integer).or_else(|| value.number().map(lexical::whole)).flatten();
        let code = match range {
            Range::DateTime => match value.text().map_or(DateTime::Wrong, lexical::date_time) {
                DateTime::Zoned => return,
                DateTime::Local => Code::TimeZone,
                DateTime::Wrong => Code::DateTime,
            },
            Range::Duration if !value.text().is_some_and(lexical::is_duration) => Code::Duration,
            Range::Integer if whole.is_none() => Code::Number,
            Range::Positive if whole.is_none_or(|number| number <= 0) => Code::Number,
            Range::Percentage if !whole.is_some_and(|number| (1..=100).contains(&number)) => Code::Number,
            Range::Decimal if value.number().is_none() && !value.text().is_some_and(lexical::is_decimal) => {
                Code::Number
            }
            Range::Boolean if !truth && !lexical.is_some_and(|it| matches!(it, "true" | "false" | "1" | "0")) => {
                Code::Boolean
            }
            Range::Text | Range::Literal if lexical.is_none() && !truth => Code::Text,
            _ => return,
        };
        self.report(code, "", "");
    }

    /// Texts by language. Returns how many.
    pub(super) fn words(&mut self, member: Value<'a>, uniqueness: Uniqueness, max: usize, name: &str) -> usize {
        if !member.is_object() {
            let count = member.each().count();
            for _ in 0..count.min(1) {
                self.report(Code::Words, "", "");
            }
            return count;
        }
        let (mut known, mut tags) = (Different::default(), Different::default());
        for (tag, texts) in member.members().take(COMPARED) {
            if !lexical::is_language_tag(tag) {
                self.report(Code::LanguageTag, "", tag);
            }
            for text in texts.each().take(COMPARED) {
                let Some(text) = text.text() else {
                    self.report(Code::Words, "", "");
                    continue;
                };
                let folded = folded(tag);
                if !known.insert((folded.clone(), text)) {
                    continue;
                }
                if !tags.insert(folded) && uniqueness == Uniqueness::Unique {
                    self.report(Code::RepeatedLanguage, "", tag);
                }
            }
        }
        if known.len() > max {
            self.report(Code::TooMany, "", name);
        }
        known.len()
    }
}

/// A tag of a language in lower case, as most are written.
fn folded(tag: &str) -> Cow<'_, str> {
    if tag.bytes().any(|byte| byte.is_ascii_uppercase()) { tag.to_ascii_lowercase().into() } else { tag.into() }
}

/// Things each of which is counted once. The first are compared with each other, as there are mostly two; more by digest: a hundred
/// languages of a hundred texts each are ten thousand.
struct Different<T> {
    few: Vec<T>,
    many: HashSet<T>,
}

impl<T> Default for Different<T> {
    fn default() -> Self {
        Different { few: Vec::new(), many: HashSet::new() }
    }
}

impl<T: Eq + Hash> Different<T> {
    /// Things that are compared with each other.
    const FEW: usize = 8;

    /// False when it was there already.
    fn insert(&mut self, one: T) -> bool {
        if self.few.contains(&one) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(one);
            return true;
        }
        self.many.insert(one)
    }

    fn len(&self) -> usize {
        self.few.len() + self.many.len()
    }
}
