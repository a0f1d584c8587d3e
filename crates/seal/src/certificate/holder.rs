//! Whom a certificate names, and whether it is one to seal with: a legal person, a natural person, or a website.

use super::name::{self, attributes};
use super::{Certificate, QcType};
use crate::asn1::{Oid, oid};

/// Whom a certificate names as its subject, by what its issuer says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HolderKind {
    /// An organisation: the certificate is one for electronic seals (EN 319 412-3, Regulation (EU) No 910/2014 Article 3 (29)).
    LegalPerson,
    /// A person: the certificate is one for electronic signatures (EN 319 412-2), also where it names the person's employer.
    NaturalPerson,
    /// A website: the certificate authenticates a server (EN 319 412-4).
    Website,
    /// It does not say, or it says several things at once.
    Unclear,
}

impl HolderKind {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LegalPerson => "legal_person",
            Self::NaturalPerson => "natural_person",
            Self::Website => "website",
            Self::Unclear => "unclear",
        }
    }
}

/// Attributes that only natural persons have (EN 319 412-2 §4.2.4).
const PERSONAL: [Oid; 3] = [oid::GIVEN_NAME, oid::SURNAME, oid::PSEUDONYM];
/// Beginnings of serialNumber that identify natural persons (EN 319 412-1 §5.1.3).
const PERSONAL_NUMBERS: [&str; 4] = ["PAS", "IDC", "PNO", "TIN"];

impl Certificate {
    /// Whom it names. QcType (EN 319 412-5 §4.2.3) decides where it is there and says one thing; else the subject's name does.
    #[must_use]
    pub fn holder_kind(&self) -> HolderKind {
        match self.qc_statements().types.as_slice() {
            [QcType::Seal] if self.names_organization() => HolderKind::LegalPerson,
            [QcType::Signature] => HolderKind::NaturalPerson,
            [QcType::Website] => HolderKind::Website,
            [] if self.names_person() => HolderKind::NaturalPerson,
            [] if self.names_organization() => HolderKind::LegalPerson,
            _ => HolderKind::Unclear,
        }
    }

    fn names_organization(&self) -> bool {
        self.subject_organization().is_some() || self.subject_organization_identifier().is_some()
    }

    fn names_person(&self) -> bool {
        let numbered = |number: String| {
            let (kind, rest) = (number.get(..3), number.get(3..6));
            // `PNOCZ-…`: without country and hyphen it is a number of any kind.
            kind.is_some_and(|kind| PERSONAL_NUMBERS.contains(&kind)) && rest.is_some_and(|rest| rest.ends_with('-'))
        };
        PERSONAL.iter().any(|attribute| self.subject_text(*attribute).is_some())
            || attributes(self.subject(), oid::SERIAL_NUMBER).any(numbered)
    }

    /// The name of the person it names: given name and surname, else pseudonym, else common name.
    #[must_use]
    pub fn subject_person(&self) -> Option<String> {
        match (self.subject_text(oid::GIVEN_NAME), self.subject_text(oid::SURNAME)) {
            (Some(given), Some(family)) => Some(format!("{given} {family}")),
            _ => self.subject_text(oid::PSEUDONYM).or_else(|| self.subject_common_name()),
        }
    }

    /// The first attribute of this type of which a reader sees anything, as the reader sees it.
    pub(super) fn subject_text(&self, attribute: Oid) -> Option<String> {
        name::attribute(self.subject(), attribute)
    }
}
