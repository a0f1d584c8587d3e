//! Bodies as far as one can be told from another: every name, identifier and country that a credential gives them.

use std::collections::HashSet;

use data_encoding::BASE64;

use crate::Credential;
use crate::elm::{Concept, Evidence, LangString, Node, Organisation, Property};
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
    fn of(body: Organisation<'a>) -> Self {
        let legal = names(body.legal_name());
        let code = |country: Concept<'a>| country.code(Scheme::Country);
        let members = [
            (body.eidas_identifier(), IdentifierKind::Legal),
            (body.vat_identifier(), IdentifierKind::Vat),
            (body.registration(), IdentifierKind::Registration),
        ];
        let identifiers = members.into_iter().flat_map(|(member, kind)| {
            member.all().filter_map(move |one| {
                let notation = one.notation().text().filter(|notation| !notation.trim().is_empty())?;
                Some(BodyIdentifier { kind, notation, country: one.spatial().code(Scheme::Country) })
            })
        });
        let addresses = body.location().all().flat_map(|place| place.address().all());
        let countries = addresses.flat_map(|address| address.country_code().all());
        BodyView {
            names: if legal.is_empty() { names(body.pref_label()) } else { legal },
            identifiers: identifiers.take(LISTED).collect(),
            countries: countries.filter_map(code).take(LISTED).collect(),
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

/// Every name that is not blank, with the tag of its language.
fn names<'a>(property: Property<'a, LangString<'a>>) -> Vec<(&'a str, &'a str)> {
    let texts = property.all().flat_map(LangString::texts);
    texts.filter(|(_, text)| !text.trim().is_empty()).take(LISTED).collect()
}

impl Credential {
    /// The issuer; `None` when the file names none, or refers to one that it does not describe.
    pub fn issuer_body(&self) -> Option<BodyView<'_>> {
        self.first_resolved(self.model().issuer()).filter(|issuer| issuer.value().is_object()).map(BodyView::of)
    }

    /// Every body that awarded any of the claims; each once. One that is only referred to says nothing of itself.
    pub fn awarding_bodies(&self) -> Vec<BodyView<'_>> {
        let processes = self.claims().flat_map(|claim| self.resolved(claim.awarded_by()));
        let bodies = processes.flat_map(|process| self.resolved(process.awarding_body()));
        let mut seen = HashSet::new();
        // Whole bodies are repeated wherever they stand: compared by their text, not with each other.
        bodies.filter(|body| seen.insert(body.value().raw())).take(LISTED).map(BodyView::of).collect()
    }

    /// Evidence of the type “mandate”.
    pub(super) fn mandates(&self) -> impl Iterator<Item = Evidence<'_>> {
        let is_mandate =
            |evidence: &Evidence<'_>| evidence.dc_type().code(Scheme::EvidenceType) == Some(crate::MANDATE);
        self.resolved(self.model().evidence()).filter(is_mandate)
    }

    /// The mandate in the issuer's words, when the credential carries one.
    pub fn mandate(&self) -> Option<&str> {
        self.mandates().find_map(|evidence| evidence.evidence_statement().text())
    }

    /// The sealed statements that mandates carry: files of JSON among what is embedded in them, the first few.
    pub fn mandate_statements(&self) -> Vec<Vec<u8>> {
        let files = self.mandates().flat_map(|mandate| self.resolved(mandate.embedded_evidence()));
        let is_json = |kind: Option<&str>| matches!(kind, Some("JSON" | "JSON_LD"));
        let json = files.filter(|file| is_json(file.content_type().code(Scheme::FileType)));
        let contents = json.filter_map(|file| file.content().text());
        let small = contents.filter(|content| content.len() <= MANDATE_STATEMENT_BYTES_MAX.div_ceil(3) * 4);
        small.take(MANDATE_STATEMENTS_MAX).filter_map(|content| BASE64.decode(content.as_bytes()).ok()).collect()
    }
}
