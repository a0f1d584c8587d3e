//! The walk over the tree, class by class.

mod value;

use std::collections::HashMap;

use crate::Credential;
use crate::json::{JsonKind, Value};
use crate::node::{OBJECTS, bare, identity};
use crate::profile::{self, Count, Edition, Profile, ProfileKind, Range, Row, Rows, Uniqueness};

use super::MAX_FINDINGS;
use super::distinct::distinct;
use super::finding::{Code, FormatFinding};
use super::lexical;
use crate::place::Place;

/// Languages of a text, and values of a member, that are compared with each other; more than any credential has.
const COMPARED: usize = 100;

/// What stands here the contexts put into a graph of its own, and nothing of it is lost.
const GRAPH: &str = "verifiableCredential";

/// Holds the whole tree against the tables.
pub(super) fn check(credential: &Credential, kind: ProfileKind, findings: &mut Vec<FormatFinding>) {
    let root = credential.root();
    let contexts: Vec<Option<&str>> = root.all("@context").map(Value::text).collect();
    let mut walk = Walk {
        credential,
        profile: Profile::of(kind),
        editions: Edition::named_by(&contexts).collect(),
        nodes: HashMap::with_capacity(OBJECTS),
        place: Place::default(),
        findings,
    };
    walk.object(root, &["EuropeanDigitalCredential"]);
}

struct Walk<'a, 'f> {
    credential: &'a Credential,
    profile: &'static Profile,
    /// Later editions that the file names too.
    editions: Vec<&'static Edition>,
    /// The first object that stood under each identifier.
    nodes: HashMap<&'a str, Value<'a>>,
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
                _ if bare(value).is_some() => return self.reference(id, classes),
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
        if let Some(spelt_out) = types().find(|class| profile::is_spelt_out(class)) {
            self.report(Code::Keyword, "", spelt_out);
        }
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
        match self.credential.named(id) {
            Some(full) if full.all("type").filter_map(Value::text).any(|class| classes.contains(&class)) => {
                self.report(Code::BareReference, "", id);
            }
            // Neither a URI nor a word: the contexts lose it.
            _ if lexical::is_lost(id) => self.report(Code::Identifier, "", ""),
            _ => self.report(Code::Class, &classes.join(", "), ""),
        }
    }

    fn members(&mut self, value: Value<'a>, class: &str, rows: &'static Rows) {
        let mut seen = 0_u64;
        let scoped = self.place.depth() == 0
            || value.all("type").any(|it| matches!(it.text(), Some("VerifiableCredential" | "VerifiablePresentation")));
        for (name, member) in value.members() {
            if matches!(name, "id" | "type") || (self.place.depth() == 0 && name == "@context") {
                continue;
            }
            self.place.enter(name);
            match rows.find(name) {
                _ if self.later(name, member, class) => {}
                Some(_) if !scoped && profile::is_scoped(name) => self.report(Code::Dropped, "", name),
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

    /// Whether a member is as a later edition has it. It is looked into by that edition's row, and noted.
    fn later(&mut self, name: &'a str, member: Value<'a>, class: &str) -> bool {
        let mut rows = self.editions.iter().filter_map(|edition| Some((edition.version, edition.row(class, name)?)));
        let typed = |value: Value<'_>| value.all("type").any(|class| class.text().is_some());
        let Some((version, row)) = rows.next().filter(|_| member.elements().all(typed)) else { return false };
        self.report(Code::LaterEdition, version, name);
        self.member(member, row);
        true
    }

    /// The shapes ask for a legal identifier of the issuer alone: other organisations may go without.
    fn issuer(&mut self, root: Value<'a>) {
        let Some(issuer) = root.first("issuer") else { return };
        let full = self.credential.resolve(issuer);
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
        if name.starts_with('@') || profile::is_spelt_out(name) {
            self.report(Code::Keyword, "", name);
        } else if profile::is_member(name) && !class.is_empty() {
            self.report(Code::Misplaced, class, name);
        } else {
            self.report(Code::UnknownMember, "", name);
        }
        if profile::is_carried(name) || self.profile.class(name).is_some() || name.contains(':') {
            self.unruled(name, member);
        }
    }

    /// What a member holds that no rule speaks of: texts by language must be such, and objects are held against their own classes.
    fn unruled(&mut self, name: &str, member: Value<'a>) {
        if member.is_object() && profile::is_words(name) {
            self.words(member, Uniqueness::Repeated, usize::MAX, name);
        } else {
            self.anything(member);
        }
    }

    fn anything(&mut self, member: Value<'a>) {
        if member.is_object() {
            return self.object(member, &[]);
        }
        for (index, value) in member.each().enumerate() {
            if matches!(value.kind(), JsonKind::Object | JsonKind::Array) {
                self.place.enter_element(index);
                self.anything(value);
                self.place.leave();
            }
        }
    }

    /// Checks the values of one member and says how many there are.
    fn member(&mut self, member: Value<'a>, row: Row) -> usize {
        let Row(name, Count { max, .. }, range) = row;
        match range {
            Range::Words(uniqueness) => return self.words(member, uniqueness, max, name),
            Range::Free if name == "proof" => return 0,
            Range::Free => {
                self.unruled(name, member);
                return 0;
            }
            _ => {}
        }
        let single = member.kind() != JsonKind::Array;
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
        if value.kind() == JsonKind::Array {
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
            Range::Unwritable if name != GRAPH && value.text().is_some_and(lexical::is_lost) => {
                self.report(Code::Dropped, "", name)
            }
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
}

/// An absolute URI, or a name within the file.
fn is_identifier(id: &str) -> bool {
    lexical::is_absolute_uri(id) || id.starts_with("_:")
}
