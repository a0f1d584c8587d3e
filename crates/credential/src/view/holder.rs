//! The holder block.

use jiff::civil::Date;
use serde::Serialize;
use signet_record::Language;

use crate::Credential;
use crate::vocabulary::Scheme;

use super::note::note_on;
use super::when::day;
use super::{Subject, label, words};

/// Who holds the credential.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HolderView<'a> {
    /// The whole name as it should be read, titles included.
    pub full_name: Option<&'a str>,
    /// Given name.
    pub given_name: Option<&'a str>,
    /// Family name.
    pub family_name: Option<&'a str>,
    /// Day of birth.
    pub born: Option<Date>,
    /// Place of birth.
    pub birth_place: Option<&'a str>,
    /// Country of birth.
    pub birth_country: Option<&'a str>,
}

impl HolderView<'_> {
    /// The name to show: the whole one, or its parts.
    pub fn name(&self) -> Option<String> {
        let parts: Vec<&str> = [self.given_name, self.family_name].into_iter().flatten().collect();
        self.full_name.map(str::to_owned).or_else(|| Some(parts.join(" ")).filter(|name| !name.is_empty()))
    }
}

impl Credential {
    /// Who holds it.
    pub fn holder(&self, language: Language) -> HolderView<'_> {
        let Some(person) = self.subject() else {
            return HolderView::default();
        };
        HolderView {
            full_name: words(person, "fullName", language),
            given_name: words(person, "givenName", language),
            family_name: words(person, "familyName", language),
            born: day(person, "dateOfBirth"),
            birth_place: note_on(person, Subject::BirthPlace, language)
                .or_else(|| words(person.first("placeOfBirth")?, "geographicName", language)),
            birth_country: person
                .first("placeOfBirth")
                .and_then(|place| label(place.first("address")?.first("countryCode")?, Scheme::Country, language)),
        }
    }
}
