//! The walk over the tree, class by class.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::json::{Kind as Json, Value};
use crate::profile::{self, Count, Kind, Profile, Range, Row, Rows, Uniqueness};
use crate::vocabulary::{Membership, Scheme};

use super::MAX_FINDINGS;
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

    /// An object that should be of one of `classes`.
    fn object(&mut self, value: Value<'a>, classes: &[&str]) {
        let id = value.get("id").and_then(Value::text);
        if let Some(id) = id {
            if !lexical::is_absolute_uri(id) && !id.starts_with("_:") && self.place.depth() > 0 {
                self.report(Code::Identifier, "", "");
            }
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
        let mut types = value.all("type").filter_map(Value::text);
        if !types.any(|class| classes.contains(&class)) {
            self.report(Code::Class, &classes.join(", "), "");
        } else if profile::is_claim(classes) && value.string("type") == Some("Claim") && value.get("dcType").is_none() {
            self.report(Code::Missing, "Claim", "dcType");
        }
        let inner = self.place.depth() > 0;
        if inner && value.all("type").any(|class| class.text() == Some("EuropeanDigitalCredential")) {
            self.report(Code::CredentialNode, "", "");
        }
    }

    /// An object without a type we know: it was reported; look into it as what it should have been.
    fn untyped(&mut self, value: Value<'a>, classes: &[&str]) {
        let Some(class) = classes.first() else { return };
        if let Some(rows) = self.profile.class(class) {
            self.members(value, class, rows);
        }
    }

    /// Only an identifier where an object should stand.
    fn reference(&mut self, id: &'a str, classes: &[&str]) {
        let root = self.root;
        let index = self.index.get_or_init(|| {
            let mut index = HashMap::new();
            collect(root, &mut index);
            index
        });
        match index.get(id).copied() {
            Some(full) if full.all("type").filter_map(Value::text).any(|class| classes.contains(&class)) => {
                self.report(Code::BareReference, "", id);
            }
            _ => self.report(Code::Class, &classes.join(", "), ""),
        }
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
    }

    /// A member that the class does not have.
    fn stray(&mut self, name: &'a str, member: Value<'a>, class: &str) {
        let own_status =
            self.place.depth() == 1 && name == "status" && member.string("type") == Some(crate::STATUS_TYPE);
        if own_status {
            return;
        }
        if name.starts_with('@') {
            self.report(Code::Keyword, "", name);
        } else if profile::is_member(name) {
            self.report(Code::Misplaced, class, name);
        } else {
            self.report(Code::UnknownMember, "", name);
        }
    }

    /// Checks the values of one member and says how many there are.
    fn member(&mut self, member: Value<'a>, row: Row) -> usize {
        let Row(name, Count { max, .. }, range) = row;
        if let Range::Words(uniqueness) = range {
            return self.words(member, uniqueness, max, name);
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
        if count > max && (count > COMPARED || distinct(member) > max) {
            self.report(Code::TooMany, "", name);
        }
        count
    }

    fn value(&mut self, value: Value<'a>, name: &str, range: Range) {
        match range {
            Range::Node(classes) => self.node(value, classes),
            Range::Concept => self.node(value, &["Concept"]),
            Range::Listed(scheme) => self.listed(value, scheme),
            Range::Reference => self.uri(identity(value)),
            Range::Uri => self.uri(value.text()),
            Range::Unwritable => self.report(Code::Unwritable, "", name),
            Range::Dropped => self.report(Code::Dropped, "", name),
            Range::Words(_) => {}
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
        if !value.is_object() || is_bare(value) {
            return;
        }
        let Some(id) = value.get("id").and_then(Value::text).filter(|id| !id.starts_with("_:")) else {
            return self.report(Code::ConceptIdentifier, "", "");
        };
        if !value.all("inScheme").filter_map(identity).any(|uri| scheme.is_uri(uri)) {
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
        let whole = lexical.and_then(lexical::integer);
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
            Range::Boolean if !truth && !matches!(value.text(), Some("true" | "false" | "1" | "0")) => Code::Boolean,
            Range::Text | Range::Literal if lexical.is_none() && !truth => Code::Text,
            _ => return,
        };
        self.report(code, "", "");
    }

    /// Texts by language. Returns how many.
    fn words(&mut self, member: Value<'a>, uniqueness: Uniqueness, max: usize, name: &str) -> usize {
        if member.kind() == Json::Null {
            return 0;
        }
        if !member.is_object() {
            self.report(Code::Words, "", "");
            return 1;
        }
        let mut count = 0;
        let mut tags: Vec<&str> = Vec::new();
        for (tag, texts) in member.members().take(COMPARED) {
            if !lexical::is_language_tag(tag) {
                self.report(Code::LanguageTag, "", tag);
            }
            let mut previous: Option<&str> = None;
            for text in texts.each() {
                let Some(text) = text.text() else {
                    self.report(Code::Words, "", "");
                    continue;
                };
                let again = tags.iter().any(|other| other.eq_ignore_ascii_case(tag))
                    || previous.is_some_and(|other| other != text);
                if uniqueness == Uniqueness::Unique && again {
                    self.report(Code::RepeatedLanguage, "", tag);
                }
                previous = Some(text);
                count += 1;
            }
            tags.push(tag);
        }
        if count > max {
            self.report(Code::TooMany, "", name);
        }
        count
    }
}

/// Nothing but an identifier.
fn is_bare(value: Value<'_>) -> bool {
    value.members().all(|(name, _)| name == "id")
}

/// How many different values: nodes count by identifier.
fn distinct(member: Value<'_>) -> usize {
    let mut kept: Vec<Value<'_>> = Vec::new();
    for value in member.each() {
        let known = kept.iter().any(|other| match (identity(*other), identity(value)) {
            (Some(one), Some(two)) => one == two,
            _ => other.same(value),
        });
        if !known {
            kept.push(value);
        }
    }
    kept.len()
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
