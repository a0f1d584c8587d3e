//! Bodies as far as one can be told from another: every name, identifier and country that a credential gives them.

use std::collections::HashSet;

use data_encoding::BASE64;

use crate::Credential;
use crate::json::Value;
use crate::node::identity;
use crate::vocabulary::Scheme;

use super::LISTED;

/// Sealed statements of a mandate that are looked at.
pub const MANDATE_STATEMENTS_MAX: usize = 4;
/// Largest of them, in bytes.
pub const MANDATE_STATEMENT_BYTES_MAX: usize = 512 << 10;

/// An issuer or awarding body by what identifies it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyView<'a> {
    /// Legal names with their language tags; without any, the names it is called by.
    pub names: Vec<(&'a str, &'a str)>,
    /// Its identifiers, as they are written.
    pub identifiers: Vec<BodyIdentifier<'a>>,
    /// Codes of the countries of its locations, in the EU list (alpha-3).
    pub countries: Vec<&'a str>,
}

/// An identifier of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BodyIdentifier<'a> {
    /// The member it stands in.
    pub kind: IdentifierKind,
    /// The identifier.
    pub notation: &'a str,
    /// Code of the country it belongs to, in the EU list (alpha-3).
    pub country: Option<&'a str>,
}

/// Which identifier of a body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdentifierKind {
    /// `eIDASIdentifier`: as a seal certificate writes it (EN 319 412-1 §5.1.4).
    Legal,
    /// `vatIdentifier`.
    Vat,
    /// `registration`: its number in a national register.
    Registration,
}

impl<'a> BodyView<'a> {
    fn of(body: Value<'a>) -> Self {
        let names = |member: &str| {
            let each = body.all(member).flat_map(Value::members);
            let texts = each.flat_map(|(tag, texts)| texts.each().filter_map(move |text| Some((tag, text.text()?))));
            texts.filter(|(_, text)| !text.trim().is_empty()).take(LISTED).collect::<Vec<_>>()
        };
        let legal = names("legalName");
        let code = |country: Value<'a>| identity(country).and_then(|uri| Scheme::Country.code(uri));
        let members = [
            ("eIDASIdentifier", IdentifierKind::Legal),
            ("vatIdentifier", IdentifierKind::Vat),
            ("registration", IdentifierKind::Registration),
        ];
        let identifiers = members.into_iter().flat_map(|(member, kind)| {
            body.all(member).filter_map(move |one| {
                let notation = one.string("notation").filter(|notation| !notation.trim().is_empty())?;
                Some(BodyIdentifier { kind, notation, country: one.first("spatial").and_then(code) })
            })
        });
        let addresses = body.all("location").flat_map(|place| place.all("address"));
        BodyView {
            names: if legal.is_empty() { names("prefLabel") } else { legal },
            identifiers: identifiers.take(LISTED).collect(),
            countries: addresses.flat_map(|address| address.all("countryCode")).filter_map(code).take(LISTED).collect(),
        }
    }

    /// Its name in a language, else in English, else in any.
    pub fn name(&self, language: &str) -> Option<&'a str> {
        let is = |tag: &str, wanted: &str| tag.split('-').next().is_some_and(|main| main.eq_ignore_ascii_case(wanted));
        let named = |wanted: &str| self.names.iter().find(|(tag, _)| is(tag, wanted));
        named(language).or_else(|| named("en")).or_else(|| self.names.first()).map(|(_, name)| name.trim())
    }

    /// The identifier it is told by: the legal one, else any.
    pub fn identifier(&self) -> Option<&'a str> {
        self.identifiers.first().map(|identifier| identifier.notation)
    }
}

impl Credential {
    /// The issuer; `None` when the file names none, or refers to one that it does not describe.
    pub fn issuer_body(&self) -> Option<BodyView<'_>> {
        self.first_of(self.root(), "issuer").filter(|issuer| issuer.is_object()).map(BodyView::of)
    }

    /// Every body that awarded any of the claims; each once. One that is only referred to says nothing of itself.
    pub fn awarding_bodies(&self) -> Vec<BodyView<'_>> {
        let processes = self.claims().flat_map(|claim| self.all_of(claim, "awardedBy"));
        let bodies = processes.flat_map(|process| self.all_of(process, "awardingBody"));
        let mut seen = HashSet::new();
        // Whole bodies are repeated wherever they stand: compared by their text, not with each other.
        bodies.filter(|body| seen.insert(body.raw())).take(LISTED).map(BodyView::of).collect()
    }

    /// Evidence of the type “mandate”.
    pub(crate) fn mandates(&self) -> impl Iterator<Item = Value<'_>> {
        let is_mandate = |evidence: &Value<'_>| {
            let kind = evidence.first("dcType").and_then(identity);
            kind.and_then(|uri| Scheme::EvidenceType.code(uri)) == Some(crate::MANDATE)
        };
        self.all_of(self.root(), "evidence").filter(is_mandate)
    }

    /// The sealed statements that mandates carry: files of JSON among what is embedded in them, the first few.
    pub fn mandate_statements(&self) -> Vec<Vec<u8>> {
        let files = self.mandates().flat_map(|mandate| self.all_of(mandate, "embeddedEvidence"));
        let json = files.filter(|file| {
            let kind = file.first("contentType").and_then(identity).and_then(|uri| Scheme::FileType.code(uri));
            matches!(kind, Some("JSON" | "JSON_LD"))
        });
        let contents = json.filter_map(|file| file.string("content"));
        let small = contents.filter(|content| content.len() <= MANDATE_STATEMENT_BYTES_MAX.div_ceil(3) * 4);
        small.take(MANDATE_STATEMENTS_MAX).filter_map(|content| BASE64.decode(content.as_bytes()).ok()).collect()
    }
}
