//! An organisation as a credential describes it.

use serde::Serialize;
use signet_record::Language;

use crate::json::Value;
use crate::vocabulary::Scheme;

use super::{label, words};

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
    pub(crate) fn of(value: Value<'a>, language: Language) -> Self {
        let addresses = || value.all("location").flat_map(|location| location.all("address"));
        let country = addresses().find_map(|address| address.first("countryCode"));
        let notation = |member: &str| value.first(member).and_then(|identifier| identifier.string("notation"));
        let full = addresses().find_map(|address| words(address.first("fullAddress")?, "noteLiteral", language));
        OrganisationView {
            name: words(value, "legalName", language).or_else(|| words(value, "prefLabel", language)),
            other_name: words(value, "altLabel", language),
            country: country.and_then(|country| label(country, Scheme::Country, language)),
            country_code: country
                .and_then(|country| country.get("id")?.text())
                .and_then(|uri| Scheme::Country.code(uri)),
            address: full,
            legal_identifier: notation("eIDASIdentifier"),
            registration: notation("registration"),
            homepage: value.first("homepage").and_then(|page| page.string("contentURL")),
        }
    }
}
