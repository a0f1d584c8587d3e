//! The person.

use signet_record::{AnnexItem, Country, Email, Holder, HolderFields, Language, Line, PersonId};

use crate::json::Value;
use crate::view::{Subject, best};

use crate::vocabulary::Scheme;

use super::reader::{Reader, code, day, noted};

const PLACE: &str = "$.credentialSubject";

pub(super) fn read(subject: Value<'_>, person: Option<&PersonId>, reader: &mut Reader) -> Option<Holder> {
    let item = AnnexItem::Holder;
    let name = |member: &str| subject.first(member).and_then(|words| best(words, Language::Cs));
    let (mut given, mut family) = (name("givenName"), name("familyName"));
    let full = name("fullName").unwrap_or_default().trim();
    if given.is_none() && family.is_none() {
        // Only the whole name is known: its last word is taken for the family name.
        (given, family) = match full.rsplit_once(' ') {
            Some((given, family)) => (Some(given), Some(family)),
            None => (None, Some(full).filter(|full| !full.is_empty())),
        };
    }
    let plain = [given, family].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let titles = full.split_once(plain.as_str()).filter(|_| !plain.is_empty());
    let before = titles.map(|(before, _)| before.trim());
    let after = titles.map(|(_, after)| after.trim_start_matches(',').trim());
    let mut line = |member: &str, text: Option<&str>| {
        let text = text.filter(|text| !text.trim().is_empty())?;
        reader.flaw(&format!("{PLACE}.{member}"), Line::new(text))
    };
    let (given_name, family_name) = (line("givenName", given), line("familyName", family));
    let (titles_before, titles_after) = (line("fullName", before), line("fullName", after));
    let place = subject.first("placeOfBirth");
    let named = place.and_then(|place| best(place.first("geographicName")?, Language::Cs));
    let noted = noted(subject, Subject::BirthPlace).and_then(|note| note.text(Language::Cs));
    let birth_place = line("placeOfBirth", noted.or(named));
    // A country that the record does not know is left out, as is whatever else it has no place for.
    let country = place.and_then(|place| place.first("address")?.first("countryCode"));
    let country = country.and_then(|country| code(country, Scheme::Country));
    let birth_country = country.and_then(|code| Country::new(code).ok());
    let born = day(subject, "dateOfBirth");
    let born = reader.needed(&format!("{PLACE}.dateOfBirth"), item, born);
    let number = subject.all("identifier").find_map(|identifier| identifier.string("notation"));
    let person = match (person, number) {
        (Some(person), _) => Some(person.clone()),
        (None, Some(number)) => reader.flaw(&format!("{PLACE}.identifier.notation"), PersonId::new(number)),
        (None, None) => reader.needed(&format!("{PLACE}.identifier"), item, None),
    };
    let mailbox = subject.first("contactPoint").and_then(|contact| contact.first("emailAddress"));
    let address = mailbox.and_then(|mailbox| mailbox.string("id")).and_then(|id| id.strip_prefix("mailto:"));
    let email = address.and_then(|address| Email::new(address).ok());
    let fields = HolderFields {
        person: person?,
        given_name,
        family_name,
        titles_before,
        titles_after,
        born: born?,
        birth_place,
        birth_country,
        email,
    };
    reader.flaws(PLACE, Holder::new(fields))
}
