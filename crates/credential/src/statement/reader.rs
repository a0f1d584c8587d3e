//! Items read out of a European Digital Credential.
//!
//! Values are read as they are written and never set right, so that two forms which say the same have the same value, and any change
//! is another value. What the format says in several places must agree ([`ItemValue::agreed`]).

mod achievement;
mod assessment;
mod body;
mod lift;
mod unit;

use crate::Credential;
use crate::json::Value;
use crate::node::identity;
use crate::scheme_name;
use crate::view::{SUBJECTS, Subject};
use crate::vocabulary::Scheme;

use super::item::RecordItem;
use super::value::ItemValue;

/// The parts of a credential that items are read from.
#[derive(Clone, Copy)]
struct Parts<'a> {
    root: Value<'a>,
    subject: Option<Value<'a>>,
    /// The achievement.
    claim: Option<Value<'a>>,
    /// The unit of learning.
    unit: Option<Value<'a>>,
    /// The whole assessment.
    proof: Option<Value<'a>>,
    /// The awarding.
    process: Option<Value<'a>>,
    /// The learning as a whole: the first activity, as it is written.
    activity: Option<Value<'a>>,
}

impl<'a> Parts<'a> {
    fn of(credential: &'a Credential) -> Self {
        let claim = credential.claim();
        let of_claim = |member: &str| claim.and_then(|claim| credential.first_of(claim, member));
        Parts {
            root: credential.root(),
            subject: credential.subject(),
            claim,
            unit: of_claim("specifiedBy"),
            proof: of_claim("provenBy"),
            process: of_claim("awardedBy"),
            activity: of_claim("influencedBy"),
        }
    }
}

/// What a credential says under each item, in their order.
pub(super) fn values(credential: &Credential) -> Vec<ItemValue> {
    let parts = Parts::of(credential);
    RecordItem::ALL.into_iter().map(|item| value(parts, item)).collect()
}

fn value(parts: Parts<'_>, item: RecordItem) -> ItemValue {
    match item {
        RecordItem::HolderName => holder_name(parts),
        RecordItem::BirthDate => parts.subject.map_or(ItemValue::Null, |subject| day(subject, "dateOfBirth")),
        RecordItem::BirthPlace => birth_place(parts),
        RecordItem::Issued => {
            ItemValue::agreed(["issued", "issuanceDate", "validFrom"].map(|member| plain(parts.root, member)))
        }
        RecordItem::Identifier => identifier(parts),
        RecordItem::IssuingCountry => body::issuing_country(parts),
        RecordItem::AwardingBody => body::awarding(parts),
        RecordItem::AwardingBodyContact => body::awarding_contact(parts),
        RecordItem::Faculty => body::faculty(parts),
        RecordItem::Quality => body::quality(parts),
        RecordItem::SealingBody => body::sealing(parts),
        RecordItem::Mandate => body::mandate(parts),
        RecordItem::Title => unit::title(parts),
        RecordItem::Description => unit::description(parts),
        RecordItem::Outcomes => unit::outcomes(parts),
        RecordItem::Ects => unit::ects(parts),
        RecordItem::Hours => unit::hours(parts),
        RecordItem::Eqf => unit::code(parts, "eqfLevel", Scheme::Eqf),
        RecordItem::Nqf => unit::code(parts, "nqfLevel", Scheme::Qdr),
        RecordItem::Field => unit::code(parts, "thematicArea", Scheme::IscedF),
        RecordItem::Participation => unit::participation(parts),
        RecordItem::Prerequisites => unit::prerequisites(parts),
        RecordItem::FurtherInformation => unit::further_information(parts),
        RecordItem::Languages => unit::languages(parts),
        RecordItem::Unit => unit::unit(parts),
        RecordItem::Assessment => assessment::whole(parts),
        RecordItem::Supervision => assessment::supervision(parts),
        RecordItem::Grade => assessment::grade(parts),
        RecordItem::GradingScale => assessment::scale(parts),
        RecordItem::Assessor => assessment::assessor(parts),
        RecordItem::Awarded => achievement::awarded(parts),
        RecordItem::Stacking => achievement::stacking(parts),
        RecordItem::Parts => achievement::parts(parts),
        RecordItem::Entitlements => achievement::entitlements(parts),
        RecordItem::Documents => achievement::documents(parts),
        RecordItem::Period => achievement::period(parts),
        RecordItem::Activities => achievement::activities(parts),
        RecordItem::Programme => achievement::programme(parts),
        RecordItem::LegalBasis => achievement::legal_basis(parts),
        RecordItem::Replaces => achievement::noted(parts, Subject::Replaces),
    }
}

fn holder_name(parts: Parts<'_>) -> ItemValue {
    let Some(subject) = parts.subject else { return ItemValue::Null };
    ItemValue::object([
        ("given", name(subject, "givenName")),
        ("family", name(subject, "familyName")),
        ("full", name(subject, "fullName")),
    ])
}

fn birth_place(parts: Parts<'_>) -> ItemValue {
    let Some(subject) = parts.subject else { return ItemValue::Null };
    let place = subject.first("placeOfBirth");
    let named = place.map_or(ItemValue::Null, |place| words(place, "geographicName"));
    let country = place.map_or(ItemValue::Null, country_of);
    // A place without a country stands in a note: the format demands a country of every place.
    ItemValue::object([("place", ItemValue::agreed([named, note(subject, Subject::BirthPlace)])), ("country", country)])
}

/// The country in a place's address.
fn country_of(place: Value<'_>) -> ItemValue {
    place.first("address").map_or(ItemValue::Null, |address| codes(address, "countryCode", Scheme::Country))
}

fn identifier(parts: Parts<'_>) -> ItemValue {
    let id = parts.root.string("id").map(|id| id.strip_prefix("urn:credential:").unwrap_or(id));
    let number = numbered(parts.root, scheme_name::CREDENTIAL);
    ItemValue::agreed([ItemValue::maybe(id), number])
}

/// The notation of the identifier under a scheme name.
fn numbered(owner: Value<'_>, scheme: &str) -> ItemValue {
    let named = owner.all("identifier").filter(|one| one.string("schemeName") == Some(scheme));
    one_or_many(named.map(|one| plain(one, "notation")))
}

/// A text that is not translated: the text itself when it stands in one language, else all of them.
fn name(owner: Value<'_>, member: &str) -> ItemValue {
    match words(owner, member) {
        ItemValue::Object(mut texts) if texts.len() == 1 => texts.pop_first().map_or(ItemValue::Null, |(_, text)| text),
        other => other,
    }
}

/// Texts by language, every language that is there.
fn words(owner: Value<'_>, member: &str) -> ItemValue {
    one_or_many(owner.all(member).map(lift::texts))
}

/// The words of a node's note.
fn noted_words(owner: Value<'_>, member: &str) -> ItemValue {
    one_or_many(owner.all(member).map(|note| words(note, "noteLiteral")))
}

/// The words of the notes about a subject of ours; one text when it is the same in all languages.
fn note(owner: Value<'_>, subject: Subject) -> ItemValue {
    let about = |note: &Value<'_>| {
        let uri = note.first("subject").and_then(|subject| subject.string("id"));
        uri.and_then(|uri| uri.strip_prefix(SUBJECTS)?.strip_prefix(':')) == Some(subject.code())
    };
    one_or_many(owner.all("additionalNote").filter(about).map(|note| words(note, "noteLiteral")))
}

/// Codes of a list: the code where the concept is of the list, else what it is called.
fn codes(owner: Value<'_>, member: &str, scheme: Scheme) -> ItemValue {
    one_or_many(owner.all(member).map(|concept| coded(concept, scheme)))
}

fn coded(concept: Value<'_>, scheme: Scheme) -> ItemValue {
    match identity(concept).and_then(|uri| scheme.code(uri)) {
        Some(code) => ItemValue::text(code),
        None => lift::lift(concept),
    }
}

/// A text as it stands.
fn plain(owner: Value<'_>, member: &str) -> ItemValue {
    one_or_many(owner.all(member).map(lift::lift))
}

/// A day that is written as its first or its last second; anything else as it stands.
fn day(owner: Value<'_>, member: &str) -> ItemValue {
    let day = |text: &str| {
        let day = text.strip_suffix("T00:00:00Z").or_else(|| text.strip_suffix("T23:59:59Z"));
        day.unwrap_or(text).to_owned()
    };
    one_or_many(owner.all(member).map(|value| match value.text() {
        Some(text) => ItemValue::Text(day(text)),
        None => lift::lift(value),
    }))
}

/// Nothing, the one value, or a list of them.
fn one_or_many(values: impl IntoIterator<Item = ItemValue>) -> ItemValue {
    let mut values: Vec<ItemValue> = values.into_iter().collect();
    match values.len() {
        0 => ItemValue::Null,
        1 => values.remove(0),
        _ => ItemValue::List(values),
    }
}
