//! Is a body that the data describe the body in a certificate? Compared by what law and registers make comparable, and open wherever
//! nothing is.
//!
//! 1. Identifiers of one scheme (EN 319 412-1 §5.1.4) decide, with the equivalences that law gives ([`identifier`]).
//! 2. A name in a language in which the certificate's country registers names must then not contradict.
//! 3. Without comparable identifiers the name in that language decides, together with the country.

mod identifier;
mod language;
mod name;

use serde::Serialize;
use signet_credential::{
    view::{BodyIdentifier, BodyView, IdentifierKind},
    vocabulary::{alpha2_of_country, country_of_certificate},
};
use signet_seal::{Certificate, HolderKind};

pub(crate) use identifier::LegalIdentifier;
use name::FoldedName;

/// Whether two descriptions are of one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sameness {
    /// They are.
    Same,
    /// It cannot be told.
    Unclear,
    /// They are not.
    Different,
}

/// Something in which data and certificate differ, or that keeps them from being compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyDifference {
    /// Identifiers of one scheme that are not equal.
    Identifier,
    /// The number for value added tax is another body's, though the legal identifier is the certificate's.
    Tax,
    /// The name in the certificate's language.
    Name,
    /// The data have no name in the certificate's language.
    Language,
    /// The country.
    Country,
    /// The data do not say the country, or the certificate does not.
    NoCountry,
    /// The identifiers are of different schemes.
    Scheme,
    /// The certificate has no identifier.
    NoIdentifier,
    /// The data have none.
    NoneSaid,
    /// The data have no name, or none that can be compared.
    NoName,
}

impl BodyDifference {
    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identifier => "identifier",
            Self::Tax => "tax",
            Self::Name => "name",
            Self::Language => "language",
            Self::Country => "country",
            Self::NoCountry => "no-country",
            Self::Scheme => "scheme",
            Self::NoIdentifier => "no-identifier",
            Self::NoneSaid => "no-issuer",
            Self::NoName => "no-name",
        }
    }
}

/// What came of comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    pub sameness: Sameness,
    pub differs: Vec<BodyDifference>,
    /// Whether the identifiers are of one body, however it is called.
    pub same_identifier: bool,
}

/// A body as its certificate names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CertifiedBody {
    /// Name of the organisation; of a natural person's certificate, the person's.
    pub name: Option<String>,
    /// `organizationIdentifier`, such as `NTRCZ-12345678`; a natural person has none of its own.
    pub identifier: Option<String>,
    /// Alpha-2 code.
    pub country: Option<String>,
    /// Whom the certificate names.
    #[serde(skip)]
    pub kind: Option<HolderKind>,
}

impl CertifiedBody {
    /// The body in a certificate.
    pub fn of(certificate: &Certificate) -> Self {
        let kind = certificate.holder_kind();
        let is_body = kind == HolderKind::LegalPerson;
        let organization = certificate.subject_organization();
        CertifiedBody {
            name: if is_body {
                organization.or_else(|| certificate.subject_common_name())
            } else {
                certificate.subject_person().or(organization)
            },
            identifier: certificate.subject_organization_identifier().filter(|_| is_body),
            country: certificate.subject_country(),
            kind: Some(kind),
        }
    }

    /// Whether it is an organisation that can be compared with one in the data.
    fn is_body(&self) -> bool {
        self.kind == Some(HolderKind::LegalPerson)
    }

    /// Whether `said` describes it.
    pub(crate) fn compare(&self, said: &BodyView<'_>) -> Comparison {
        if !self.is_body() {
            return Comparison { sameness: Sameness::Unclear, differs: Vec::new(), same_identifier: false };
        }
        let (numbers, mut differs) = self.identifiers(said);
        let names = self.names(said);
        let country = self.country(said);
        let sameness = match numbers {
            Sameness::Different => {
                differs.extend((names == Names::Differ).then_some(BodyDifference::Name));
                differs.extend((country == Some(false)).then_some(BodyDifference::Country));
                Sameness::Different
            }
            // What else the data say of a body that they identify is theirs to say, except that it is called otherwise.
            Sameness::Same if names == Names::Differ => {
                differs.push(BodyDifference::Name);
                Sameness::Different
            }
            Sameness::Same if names == Names::Mixed => {
                differs.push(BodyDifference::Name);
                Sameness::Unclear
            }
            Sameness::Same if differs.is_empty() => Sameness::Same,
            Sameness::Same => Sameness::Unclear,
            Sameness::Unclear => self.without_identifiers(names, country, &mut differs),
        };
        if sameness == Sameness::Same {
            differs.clear();
        }
        Comparison { sameness, differs, same_identifier: numbers == Sameness::Same }
    }

    fn without_identifiers(&self, names: Names, country: Option<bool>, differs: &mut Vec<BodyDifference>) -> Sameness {
        differs.extend(match names {
            Names::Agree => None,
            Names::Differ | Names::Mixed | Names::English => Some(BodyDifference::Name),
            Names::Elsewhere => Some(BodyDifference::Language),
            Names::None => Some(BodyDifference::NoName),
        });
        differs.extend(match country {
            Some(true) => None,
            Some(false) => Some(BodyDifference::Country),
            None => Some(BodyDifference::NoCountry),
        });
        match (names, country) {
            (Names::Differ, _) | (_, Some(false)) => Sameness::Different,
            (Names::Agree, Some(true)) => Sameness::Same,
            _ => Sameness::Unclear,
        }
    }

    /// By identifiers alone: a legal identifier outweighs the others, and one that is another body's outweighs all.
    fn identifiers(&self, said: &BodyView<'_>) -> (Sameness, Vec<BodyDifference>) {
        let Some(own) = self.identifier.as_deref() else {
            return (Sameness::Unclear, vec![BodyDifference::NoIdentifier]);
        };
        if said.identifiers.is_empty() {
            return (Sameness::Unclear, vec![BodyDifference::NoneSaid]);
        }
        let Some(own) = LegalIdentifier::parse(own) else { return (Sameness::Unclear, vec![BodyDifference::Scheme]) };
        let compared = |legal: bool| {
            let of = said.identifiers.iter().filter(move |one| (one.kind == IdentifierKind::Legal) == legal);
            let all: Vec<Sameness> = of.map(|one| compare(&own, one)).collect();
            (all.contains(&Sameness::Same), all.contains(&Sameness::Different))
        };
        match (compared(true), compared(false)) {
            ((_, true), _) | ((false, false), (false, true)) => (Sameness::Different, vec![BodyDifference::Identifier]),
            ((true, false), (_, true)) | ((false, false), (true, true)) => (Sameness::Same, vec![BodyDifference::Tax]),
            ((true, false), _) | ((false, false), (true, false)) => (Sameness::Same, Vec::new()),
            ((false, false), (false, false)) => (Sameness::Unclear, vec![BodyDifference::Scheme]),
        }
    }

    /// By names alone. Every language counts: one that fits does not make up for one that must fit and does not.
    fn names(&self, said: &BodyView<'_>) -> Names {
        let written = self.name.as_deref().unwrap_or_default();
        let Some(own) = FoldedName::of(written) else { return Names::None };
        let mut english = false;
        let languages =
            self.country.as_deref().map(|country| language::official(&eu_code(country))).unwrap_or_default();
        let compared = said.names.iter().filter_map(|(tag, name)| {
            // Folding is the work here, and mostly the data have the very name.
            let same = if *name == written { own.is(&own)? } else { own.is(&FoldedName::of(name)?)? };
            english |= same && language::is_of(tag, &["en"]);
            Some((language::is_of(tag, languages), same))
        });
        let all: Vec<(bool, bool)> = compared.collect();
        let count = |official: Option<bool>, same: bool| {
            all.iter().filter(|one| official.is_none_or(|it| it == one.0) && one.1 == same).count()
        };
        let (fitting, others) = (count(Some(true), true), count(Some(true), false));
        match (all.len(), count(None, true)) {
            (0, _) => Names::None,
            // In a country of several languages a body has a name in each.
            _ if fitting > 0 && (others == 0 || languages.len() > 1) => Names::Agree,
            (all, same) if all == same => Names::Agree,
            (_, 0) if others > 0 => Names::Differ,
            (_, 0) => Names::Elsewhere,
            _ if english => Names::English,
            _ => Names::Mixed,
        }
    }

    fn country(&self, said: &BodyView<'_>) -> Option<bool> {
        let own = country_of_certificate(self.country.as_deref()?)?;
        (!said.countries.is_empty()).then(|| said.countries.contains(&own))
    }

    /// Whether a verifier finds that `said` describes it.
    pub fn is_described_by(&self, said: &BodyView<'_>) -> bool {
        self.compare(said).sameness == Sameness::Same
    }

    /// Whether both are one body: the certificates of two seals.
    pub(crate) fn is_same_body(&self, other: &Self) -> Sameness {
        let parsed = |body: &Self| body.identifier.as_deref().and_then(LegalIdentifier::parse);
        if !(self.is_body() && other.is_body()) {
            return Sameness::Unclear;
        }
        let by_number = match (parsed(self), parsed(other)) {
            (Some(one), Some(two)) => one.compare(&two),
            _ => Sameness::Unclear,
        };
        if by_number != Sameness::Unclear {
            return by_number;
        }
        let folded = |body: &Self| body.name.as_deref().and_then(FoldedName::of);
        let names = folded(self).zip(folded(other)).and_then(|(one, two)| one.is(&two));
        match names {
            Some(true) if self.country.is_some() && self.country == other.country => Sameness::Same,
            Some(false) => Sameness::Different,
            _ => Sameness::Unclear,
        }
    }

    /// Whether its identifier names the same body as this one.
    pub(crate) fn has_identifier(&self, identifier: &str) -> bool {
        let own = self.identifier.as_deref().and_then(LegalIdentifier::parse);
        own.zip(LegalIdentifier::parse(identifier)).is_some_and(|(own, other)| own.compare(&other) == Sameness::Same)
    }
}

/// How the names of the data stand to the certificate's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    /// The name in the certificate's language is the certificate's, or the data have that one name only.
    Agree,
    /// The name in the certificate's language is another one.
    Differ,
    /// One fits, and one that should fit does not.
    Mixed,
    /// The same; the one that fits is English, which certificates are written in besides.
    English,
    /// The data have names in other languages only, which may be translations.
    Elsewhere,
    /// There is nothing to compare.
    None,
}

/// The certificate's identifier against one in the data. Only legal identifiers, and tax numbers with their country, can tell that it
/// is another body: registers write their numbers in too many ways.
fn compare(own: &LegalIdentifier, said: &BodyIdentifier<'_>) -> Sameness {
    let country = said.country.and_then(alpha2_of_country);
    let alone = |scheme| country.and_then(|country| LegalIdentifier::of(scheme, country, said.notation));
    let hint = |found: Option<LegalIdentifier>| {
        let same = found.is_some_and(|found| own.compare(&found) == Sameness::Same);
        if same { Sameness::Same } else { Sameness::Unclear }
    };
    match (said.kind, LegalIdentifier::parse(said.notation)) {
        (IdentifierKind::Legal, Some(identifier)) | (IdentifierKind::Vat, Some(identifier)) => own.compare(&identifier),
        (IdentifierKind::Vat, None) => match LegalIdentifier::of_vat(said.notation) {
            Some(identifier) => own.compare(&identifier),
            None => hint(alone("VAT")),
        },
        (IdentifierKind::Registration, Some(identifier)) => hint(Some(identifier)),
        (IdentifierKind::Legal | IdentifierKind::Registration, None) => hint(alone("NTR")),
    }
}

/// The alpha-2 code as the languages are looked up by.
fn eu_code(country: &str) -> String {
    match country.to_ascii_uppercase().as_str() {
        "EL" => "GR".to_owned(),
        "UK" => "GB".to_owned(),
        other => other.to_owned(),
    }
}

/// Whether a body of the data has this identifier.
pub(crate) fn has_identifier(said: &BodyView<'_>, identifier: &str) -> bool {
    let Some(own) = LegalIdentifier::parse(identifier) else { return false };
    let compared: Vec<Sameness> = said.identifiers.iter().map(|one| compare(&own, one)).collect();
    compared.contains(&Sameness::Same) && !compared.contains(&Sameness::Different)
}

#[cfg(test)]
mod tests;
