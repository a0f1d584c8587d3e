//! The walk over the tree, class by class.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::json::{Kind as Json, Value};
use crate::profile::{self, Count, Kind, Profile, Range, Row, Rows, Uniqueness};
use crate::vocabulary::{Membership, Scheme};

use super::MAX_FINDINGS;
use super::distinct::distinct;
use super::envelope::identity;
use super::finding::{Code, FormatFinding};
use super::lexical::{self, DateTime};
use super::place::Place;

/// Languages of a text, and values of a member, that are compared with each other; more than any credential has.
const COMPARED: usize = 100;

/// Holds the whole tree against the tables.
pub(super) fn check(root: Value<'_>, kind: Kind, findings: &mut Vec<FormatFinding>) {
    let mut walk = Walk {
        root,
        profile: Profile::of(kind),
        nodes: HashMap::new(),
        index: OnceCell::new(),
        place: Place::default(),
        findings,
    };
    walk.object(root, &["EuropeanDigitalCredential"]);
}

struct Walk<'a, 'f> {
    root: Value<'a>,
    profile: &'static Profile,
    /// The first object that stood under each identifier.
    nodes: HashMap<&'a str, Value<'a>>,
    /// Every object with content under its identifier; made when the first bare reference is met.
    index: OnceCell<HashMap<&'a str, Value<'a>>>,
    place: Place<'a>,
    findings: &'f mut Vec<FormatFinding>,
}

impl<'a> Walk<'a, '_> {
    fn report(&mut self, code: Code, expected: &str, found: &str) {
        if self.findings.len() <= 2 * MAX_FINDINGS {
            self.findings.push(FormatFinding {
                code,
                path: self.place.path(),
                annex: None,
                expected: expected.to_owned(),
                found: found.chars().take(120).collect(),
            });
        }
    }

    /// An object that should be of one of `classes`; of any, when there are none.
    fn object(&mut self, value: Value<'a>, classes: &[&str]) {
        let id = value.get("id").and_then(Value::text);
        if self.place.depth() > 0 && value.get("id").is_some() && !id.is_some_and(is_identifier) {
            self.report(Code::Identifier, "", "");
        }
        if let Some(id) = id {
            match self.nodes.get(id).copied() {
                _ if is_bare(value) => return self.reference(id, classes),
                Some(first) if first.same(value) => return self.typed(value, classes),
                Some(_) => self.report(Code::SameIdentifier, "", id),
                None => {
                    self.nodes.insert(id, value);
                }
            }
        }
        self.typed(value, classes);
        let mut known = false;
        for class in value.all("type").filter_map(Value::text) {
            if let Some(rows) = self.profile.class(class) {
                known = true;
                self.members(value, class, rows);
            }
        }
        if !known {
            self.untyped(value, classes);
        }
    }

    /// Is the object of one of the classes?
    fn typed(&mut self, value: Value<'a>, classes: &[&str]) {
        let types = || value.all("type").filter_map(Value::text);
        let found = types().next().unwrap_or_default();
        let fitting = || types().filter(|class| classes.contains(class));
        let names_only = value.get("type").is_none_or(|types| types.elements().all(|class| class.text().is_some()));
        if (fitting().next().is_none() && !classes.is_empty()) || !names_only {
            self.report(Code::Class, &classes.join(", "), found);
        } else if profile::is_claim(classes)
            && fitting().all(|class| class == "Claim")
            && value.first("dcType").is_none()
        {
            self.report(Code::Missing, "Claim", "dcType");
        }
        if self.place.depth() > 0 && types().any(|class| class == "EuropeanDigitalCredential") {
            self.report(Code::CredentialNode, "", "");
        }
    }

    /// An object without a type we know: it was reported; look into it as what it should have been.
    fn untyped(&mut self, value: Value<'a>, classes: &[&str]) {
        if let Some(rows) = classes.first().and_then(|class| self.profile.class(class)) {
            return self.members(value, classes.first().copied().unwrap_or_default(), rows);
        }
        for (name, member) in value.members() {
            if !matches!(name, "id" | "type") {
                self.place.enter(name);
                self.stray(name, member, "");
                self.place.leave();
            }
        }
    }

    /// Only an identifier where an object should stand.
    fn reference(&mut self, id: &'a str, classes: &[&str]) {
        if classes.is_empty() {
            return;
        }
        match self.resolve(id) {
            Some(full) if full.all("type").filter_map(Value::text).any(|class| classes.contains(&class)) => {
                self.report(Code::BareReference, "", id);
            }
            // Neither a URI nor a word: the contexts lose it.
            _ if lexical::is_lost(id) => self.report(Code::Identifier, "", ""),
            _ => self.report(Code::Class, &classes.join(", "), ""),
        }
    }

    /// The object that has this identifier and says more than it.
    fn resolve(&mut self, id: &str) -> Option<Value<'a>> {
        let root = self.root;
        let index = self.index.get_or_init(|| {
            let mut index = HashMap::new();
            collect(root, &mut index);
            index
        });
        index.get(id).copied()
    }

    fn members(&mut self, value: Value<'a>, class: &str, rows: &'static Rows) {
        let mut seen = 0_u64;
        for (name, member) in value.members() {
            if matches!(name, "id" | "type") || (self.place.depth() == 0 && name == "@context") {
                continue;
            }
            self.place.enter(name);
            match rows.find(name) {
                Some((at, row)) => {
                    if self.member(member, row) > 0 {
                        seen |= 1 << (at & 63);
                    }
                }
                None => self.stray(name, member, class),
            }
            self.place.leave();
        }
        for (at, row) in rows.iter() {
            if row.1.min > 0 && seen & (1 << (at & 63)) == 0 {
                self.report(Code::Missing, class, row.0);
            }
        }
        if self.place.depth() == 0 {
            self.issuer(value);
        }
    }

    /// The shapes ask for a legal identifier of the issuer alone: other organisations may go without.
    fn issuer(&mut self, root: Value<'a>) {
        let Some(issuer) = root.first("issuer") else { return };
        let full = identity(issuer).filter(|_| is_bare(issuer)).and_then(|id| self.resolve(id)).unwrap_or(issuer);
        self.place.enter("issuer");
        let class = full.string("type").unwrap_or("Organisation");
        let known = self.profile.class(class).and_then(|rows| rows.find("eIDASIdentifier")).is_some();
        let legal =
            |value: Value<'_>| !value.is_object() || value.all("type").any(|it| it.text() == Some("LegalIdentifier"));
        if full.first("eIDASIdentifier").is_none() {
            self.report(Code::Missing, class, "eIDASIdentifier");
        } else if !known && !full.all("eIDASIdentifier").all(legal) {
            self.report(Code::Class, "LegalIdentifier", "");
        }
        self.place.leave();
    }

    /// A member that the class does not have. What the contexts carry of it is part of the credential nevertheless.
    fn stray(&mut self, name: &'a str, member: Value<'a>, class: &str) {
        let own_status =
            self.place.depth() == 1 && name == "status" && member.string("type") == Some(crate::STATUS_TYPE);
        if own_status {
            return;
        }
        if name.starts_with('@') {
            return self.report(Code::Keyword, "", name);
        }
        if profile::is_member(name) && !class.is_empty() {
            self.report(Code::Misplaced, class, name);
        } else {
            self.report(Code::UnknownMember, "", name);
        }
        if profile::is_carried(name) || self.profile.class(name).is_some() || name.contains(':') {
            self.anything(member);
        }
    }

    /// Whatever stands here: objects in it are held against their own classes.
    fn anything(&mut self, member: Value<'a>) {
        if member.is_object() {
            return self.object(member, &[]);
        }
        for (index, value) in
            member.each().enumerate().filter(|(_, value)| matches!(value.kind(), Json::Object | Json::Array))
        {
            self.place.enter_element(index);
            self.anything(value);
            self.place.leave();
        }
    }

    /// Checks the values of one member and says how many there are.
    fn member(&mut self, member: Value<'a>, row: Row) -> usize {
        let Row(name, Count { max, .. }, range) = row;
        match range {
            Range::Words(uniqueness) => return self.words(member, uniqueness, max, name),
            Range::Free if name == "proof" => return 0,
            Range::Free => {
                self.anything(member);
                return 0;
            }
            _ => {}
        }
        let single = member.kind() != Json::Array;
        let mut count = 0;
        for (index, value) in member.each().enumerate() {
            count += 1;
            if single {
                self.value(value, name, range);
            } else {
                self.place.enter_element(index);
                self.value(value, name, range);
                self.place.leave();
            }
        }
        if count > max && (count > COMPARED || distinct(member, range) > max) {
            self.report(Code::TooMany, "", name);
        }
        count
    }

    fn value(&mut self, value: Value<'a>, name: &str, range: Range) {
        if value.kind() == Json::Array {
            return self.report(Code::Nested, "", name);
        }
        match range {
            Range::Node(classes) => self.node(value, classes),
            Range::Concept => self.node(value, &["Concept"]),
            Range::Listed(scheme) => self.listed(value, scheme),
            Range::Reference => {
                self.uri(identity(value));
                self.anything(value);
            }
            Range::Uri => self.uri(value.text()),
            Range::Unwritable if value.text().is_some_and(lexical::is_lost) => self.report(Code::Dropped, "", name),
            Range::Unwritable => {
                self.report(Code::Unwritable, "", name);
                self.anything(value);
            }
            Range::Lost => self.report(Code::Dropped, "", name),
            Range::Words(_) | Range::Free => {}
            literal => self.literal(value, literal),
        }
    }

    fn node(&mut self, value: Value<'a>, classes: &'static [&'static str]) {
        if value.is_object() {
            self.object(value, classes);
        } else if let Some(id) = value.text() {
            self.reference(id, classes);
        } else {
            self.report(Code::Class, &classes.join(", "), "");
        }
    }

    /// A concept that must belong to a list.
    fn listed(&mut self, value: Value<'a>, scheme: Scheme) {
        self.node(value, &["Concept"]);
        let Some(id) = identity(value).filter(|id| !id.starts_with("_:")) else {
            if value.is_object() {
                self.report(Code::ConceptIdentifier, "", "");
            }
            return;
        };
        let Some(full) = (if is_bare(value) { self.resolve(id) } else { Some(value) }) else {
            return;
        };
        let named = |list: Value<'_>| identity(list).is_some_and(|uri| !uri.starts_with("_:"));
        let lists = || full.all("inScheme");
        if !lists().all(named) || !lists().filter_map(identity).any(|uri| scheme.is_uri(uri)) {
            return self.report(Code::ConceptScheme, &scheme.uri(), "");
        }
        let code = scheme.code(id);
        match code.map_or(Membership::Impossible, |code| scheme.membership(code)) {
            Membership::Impossible => self.report(Code::UnknownCode, &scheme.uri(), code.unwrap_or(id)),
            Membership::Unknown => self.report(Code::UnlistedCode, &scheme.uri(), code.unwrap_or(id)),
            Membership::Known | Membership::Unchecked => {}
        }
    }

    fn uri(&mut self, text: Option<&str>) {
        if !text.is_some_and(lexical::is_absolute_uri) {
            self.report(Code::Uri, "", "");
        }
    }

    fn literal(&mut self, value: Value<'a>, range: Range) {
        let lexical = value.text().or_else(|| value.number());
        let truth = matches!(value.kind(), Json::True | Json::False);
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
            Range::Decimal if !lexical.is_some_and(lexical::is_decimal) => Code::Number,
            Range::Boolean if !truth && !lexical.is_some_and(|it| matches!(it, "true" | "false" | "1" | "0")) => {
                Code::Boolean
            }
            Range::Text | Range::Literal if lexical.is_none() && !truth => Code::Text,
            _ => return,
        };
        self.report(code, "", "");
    }

    /// Texts by language. Returns how many.
    fn words(&mut self, member: Value<'a>, uniqueness: Uniqueness, max: usize, name: &str) -> usize {
        if !member.is_object() {
            let count = member.each().count();
            for _ in 0..count.min(1) {
                self.report(Code::Words, "", "");
            }
            return count;
        }
        let mut known: Vec<(&str, &str)> = Vec::new();
        for (tag, texts) in member.members().take(COMPARED) {
            if !lexical::is_language_tag(tag) {
                self.report(Code::LanguageTag, "", tag);
            }
            for text in texts.each().take(COMPARED) {
                let Some(text) = text.text() else {
                    self.report(Code::Words, "", "");
                    continue;
                };
                let mut same_tag = known.iter().filter(|(other, _)| other.eq_ignore_ascii_case(tag)).peekable();
                let again = same_tag.peek().is_some();
                if same_tag.any(|(_, other)| *other == text) {
                    continue;
                }
                if uniqueness == Uniqueness::Unique && again {
                    self.report(Code::RepeatedLanguage, "", tag);
                }
                known.push((tag, text));
            }
        }
        if known.len() > max {
            self.report(Code::TooMany, "", name);
        }
        known.len()
    }
}

/// An absolute URI, or a name within the file.
fn is_identifier(id: &str) -> bool {
    lexical::is_absolute_uri(id) || id.starts_with("_:")
}

/// Nothing but an identifier.
fn is_bare(value: Value<'_>) -> bool {
    value.members().all(|(name, _)| name == "id")
}

/// Every object with content, by identifier.
fn collect<'a>(value: Value<'a>, index: &mut HashMap<&'a str, Value<'a>>) {
    if value.is_object() {
        if let Some(id) = value.get("id").and_then(Value::text).filter(|_| !is_bare(value)) {
            index.entry(id).or_insert(value);
        }
        for (_, member) in value.members() {
            collect(member, index);
        }
    } else if value.kind() == Json::Array {
        for element in value.each() {
            collect(element, index);
        }
    }
}
