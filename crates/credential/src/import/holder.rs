//! The person.

use signet_record::{AnnexItem, Country, Email, Holder, HolderFields, Language, Line, PersonId};

use crate::elm::{Identifier, Mailbox, Node, Person};
use crate::note_subject::NoteSubject;
use crate::vocabulary::Scheme;

use super::reader::{At, Reader, noted};

const PLACE: &str = "$.credentialSubject";

pub(super) fn read(subject: Person<'_>, person: Option<&PersonId>, reader: &mut Reader) -> Option<Holder> {
    let item = AnnexItem::Holder;
    let at = At::new(subject, PLACE);
    let (mut given, mut family) = (subject.given_name().best(Language::Cs), subject.family_name().best(Language::Cs));
    let full = subject.full_name().best(Language::Cs).map(str::trim).filter(|full| !full.is_empty());
    if given.is_none() && family.is_none() {
        // Only the whole name is known: its last word is taken for the family name.
        (given, family) = match full.and_then(|full| full.rsplit_once(' ')) {
            Some((given, family)) => (Some(given), Some(family)),
            None => (None, full),
        };
    }
    let plain = [given, family].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let titles = full.and_then(|full| full.split_once(plain.as_str())).filter(|_| !plain.is_empty());
    let before = titles.map(|(before, _)| before.trim());
    let after = titles.map(|(_, after)| after.trim_start_matches(',').trim());
    let mut line = |path: String, text: Option<&str>| {
        let text = text.filter(|text| !text.trim().is_empty())?;
        reader.flaw(&path, Line::new(text))
    };
    let (given_name, family_name) =
        (line(at.path(Person::given_name), given), line(at.path(Person::family_name), family));
    let (titles_before, titles_after) =
        (line(at.path(Person::full_name), before), line(at.path(Person::full_name), after));
    let place = subject.place_of_birth().first();
    let named = place.and_then(|place| place.geographic_name().best(Language::Cs));
    let noted = noted(subject.additional_note(), NoteSubject::BirthPlace, Language::Cs);
    let birth_place = line(at.path(Person::place_of_birth), noted.or(named));
    // A country that the record does not know is left out, as is whatever else it has no place for.
    let country = place.and_then(|place| place.address().first()?.country_code().code(Scheme::Country));
    let birth_country = country.and_then(|code| Country::new(code).ok());
    let born = reader.needed(&at.path(Person::date_of_birth), item, subject.date_of_birth().day());
    let number = subject.identifier().all().find_map(|identifier| identifier.notation().text());
    let person = match (person, number) {
        (Some(person), _) => Some(person.clone()),
        (None, Some(number)) => {
            let path = at.path_within(Person::identifier, Identifier::notation);
            reader.flaw(&path, PersonId::new(number))
        }
        (None, None) => reader.needed(&at.path(Person::identifier), item, None),
    };
    let mailbox = subject.contact_point().first().and_then(|contact| contact.email_address().first());
    let address = mailbox.and_then(Mailbox::id).and_then(|id| id.strip_prefix("mailto:"));
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
