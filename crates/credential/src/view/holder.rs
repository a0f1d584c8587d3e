//! The holder block.

use jiff::civil::Date;
use serde::Serialize;
use signet_record::Language;

use crate::Credential;
use crate::note_subject::NoteSubject;
use crate::vocabulary::Scheme;

use super::first_label;
use super::note::note_on;

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
        let place = person.place_of_birth().first();
        let address = place.and_then(|place| place.address().first());
        HolderView {
            full_name: person.full_name().best(language),
            given_name: person.given_name().best(language),
            family_name: person.family_name().best(language),
            born: person.date_of_birth().day(),
            birth_place: note_on(person.additional_note(), NoteSubject::BirthPlace, language)
                .or_else(|| place.and_then(|place| place.geographic_name().best(language))),
            birth_country: address.and_then(|address| first_label(address.country_code(), Scheme::Country, language)),
        }
    }
}
