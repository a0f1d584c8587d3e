//! An organisation as a credential describes it.

use serde::Serialize;
use signet_record::Language;

use crate::elm::{Concept, Node, Organisation};
use crate::vocabulary::Scheme;

use super::label;

/// An organisation: issuer, awarding body, accrediting agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrganisationView<'a> {
    /// Legal name.
    pub name: Option<&'a str>,
    /// Another name; of a sealed credential's issuer, the common name in the certificate.
    pub other_name: Option<&'a str>,
    /// Country of the first location.
    pub country: Option<&'a str>,
    /// Code of that country in the EU list (alpha-3).
    pub country_code: Option<&'a str>,
    /// Address of the first location that has one.
    pub address: Option<&'a str>,
    /// eIDAS legal identifier, as in the seal certificate (`NTRCZ-12345678`).
    pub legal_identifier: Option<&'a str>,
    /// Number in the register of legal persons.
    pub registration: Option<&'a str>,
    /// Home page.
    pub homepage: Option<&'a str>,
}

impl<'a> OrganisationView<'a> {
    pub(super) fn of(organisation: Organisation<'a>, language: Language) -> Self {
        let addresses = || organisation.location().all().flat_map(|location| location.address().all());
        let country = addresses().find_map(|address| address.country_code().first());
        let full = addresses().find_map(|address| address.full_address().words()?.best(language));
        OrganisationView {
            name: organisation.legal_name().best(language).or_else(|| organisation.pref_label().best(language)),
            other_name: organisation.alt_label().best(language),
            country: country.and_then(|country| label(country, Scheme::Country, language)),
            country_code: country.and_then(Concept::id).and_then(|uri| Scheme::Country.code(uri)),
            address: full,
            legal_identifier: organisation.eidas_identifier().notation(),
            registration: organisation.registration().notation(),
            homepage: organisation.homepage().address(),
        }
    }
}
