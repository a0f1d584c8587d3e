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
use crate::elm::{
    AwardingProcess, Concept, DateTime, EuropeanDigitalCredential, Identifier, LangString, LearningAchievement,
    LearningActivity, LearningAssessment, LearningSpecification, Location, Node, Note, Person, Property,
};
use crate::note_subject::NoteSubject;
use crate::scheme_name;
use crate::vocabulary::Scheme;

use super::item::RecordItem;
use super::value::ItemValue;

/// The parts of a credential that items are read from.
#[derive(Clone, Copy)]
struct Parts<'a> {
    root: EuropeanDigitalCredential<'a>,
    subject: Option<Person<'a>>,
    /// The achievement.
    claim: Option<LearningAchievement<'a>>,
    /// The unit of learning.
    unit: Option<LearningSpecification<'a>>,
    /// The whole assessment.
    proof: Option<LearningAssessment<'a>>,
    /// The awarding.
    process: Option<AwardingProcess<'a>>,
    /// The learning as a whole: the first activity, as it is written.
    activity: Option<LearningActivity<'a>>,
}

impl<'a> Parts<'a> {
    fn of(credential: &'a Credential) -> Self {
        let claim = credential.claim();
        Parts {
            root: credential.model(),
            subject: credential.subject(),
            claim,
            unit: claim.and_then(|claim| credential.first_resolved(claim.specified_by())),
            proof: claim.and_then(|claim| credential.first_resolved(claim.proven_by())),
            process: claim.and_then(|claim| credential.first_resolved(claim.awarded_by())),
            activity: claim.and_then(|claim| credential.first_resolved(claim.influenced_by())),
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
        RecordItem::BirthDate => parts.subject.map_or(ItemValue::Null, |subject| day(subject.date_of_birth())),
        RecordItem::BirthPlace => birth_place(parts),
        RecordItem::Issued => {
            let moments = [parts.root.issued(), parts.root.issuance_date(), parts.root.valid_from()];
            ItemValue::agreed(moments.map(plain))
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
        RecordItem::Eqf => unit::code(parts, LearningSpecification::eqf_level, Scheme::Eqf),
        RecordItem::Nqf => unit::code(parts, LearningSpecification::nqf_level, Scheme::Qdr),
        RecordItem::Field => unit::code(parts, LearningSpecification::thematic_area, Scheme::IscedF),
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
        RecordItem::Replaces => achievement::noted(parts, NoteSubject::Replaces),
    }
}

fn holder_name(parts: Parts<'_>) -> ItemValue {
    let Some(subject) = parts.subject else { return ItemValue::Null };
    ItemValue::object([
        ("given", name(subject.given_name())),
        ("family", name(subject.family_name())),
        ("full", name(subject.full_name())),
    ])
}

fn birth_place(parts: Parts<'_>) -> ItemValue {
    let Some(subject) = parts.subject else { return ItemValue::Null };
    let place = subject.place_of_birth().first();
    let named = place.map_or(ItemValue::Null, |place| words(place.geographic_name()));
    let country = place.map_or(ItemValue::Null, country_of);
    // A place without a country stands in a note: the format demands a country of every place.
    let noted = note(subject.additional_note(), NoteSubject::BirthPlace);
    ItemValue::object([("place", ItemValue::agreed([named, noted])), ("country", country)])
}

/// The country in a place's address.
fn country_of(place: Location<'_>) -> ItemValue {
    place.address().first().map_or(ItemValue::Null, |address| codes(address.country_code(), Scheme::Country))
}

fn identifier(parts: Parts<'_>) -> ItemValue {
    let id = parts.root.id().map(|id| id.strip_prefix("urn:credential:").unwrap_or(id));
    let number = numbered(parts.root.identifier(), scheme_name::CREDENTIAL);
    ItemValue::agreed([ItemValue::maybe(id), number])
}

/// The notation of the identifier under a scheme name.
fn numbered(identifiers: Property<'_, Identifier<'_>>, scheme: &str) -> ItemValue {
    one_or_many(identifiers.of_scheme(scheme).map(|one| plain(one.notation())))
}

/// A text that is not translated: the text itself when it stands in one language, else all of them.
fn name(texts: Property<'_, LangString<'_>>) -> ItemValue {
    match words(texts) {
        ItemValue::Object(mut texts) if texts.len() == 1 => texts.pop_first().map_or(ItemValue::Null, |(_, text)| text),
        other => other,
    }
}

/// Texts by language, every language that is there.
fn words(texts: Property<'_, LangString<'_>>) -> ItemValue {
    one_or_many(texts.all().map(|texts| lift::texts(texts.value())))
}

/// The words of a node's note.
fn noted_words(notes: Property<'_, Note<'_>>) -> ItemValue {
    one_or_many(notes.all().map(|note| words(note.note_literal())))
}

/// The words of the notes about a subject of ours; one text when it is the same in all languages.
fn note(notes: Property<'_, Note<'_>>, subject: NoteSubject) -> ItemValue {
    one_or_many(notes.on(subject).map(|note| words(note.note_literal())))
}

/// Codes of a list: the code where the concept is of the list, else what it is called.
fn codes(concepts: Property<'_, Concept<'_>>, scheme: Scheme) -> ItemValue {
    one_or_many(concepts.all().map(|concept| coded(concept, scheme)))
}

fn coded(concept: Concept<'_>, scheme: Scheme) -> ItemValue {
    match concept.code(scheme) {
        Some(code) => ItemValue::text(code),
        None => lift::lift(concept.value()),
    }
}

/// Whatever a property says, as it stands.
fn plain<'a, T: Node<'a>>(property: Property<'a, T>) -> ItemValue {
    one_or_many(property.all().map(|node| lift::lift(node.value())))
}

/// A day that is written as its first or its last second; anything else as it stands.
fn day(days: Property<'_, DateTime<'_>>) -> ItemValue {
    let day = |text: &str| {
        let day = text.strip_suffix("T00:00:00Z").or_else(|| text.strip_suffix("T23:59:59Z"));
        day.unwrap_or(text).to_owned()
    };
    one_or_many(days.all().map(|moment| match moment.value().text() {
        Some(text) => ItemValue::Text(day(text)),
        None => lift::lift(moment.value()),
    }))
}

/// Nothing, the one value, or a list of them.
fn one_or_many(values: impl IntoIterator<Item = ItemValue>) -> ItemValue {
    let mut values = values.into_iter();
    match (values.next(), values.next()) {
        (None, _) => ItemValue::Null,
        (Some(one), None) => one,
        (Some(one), Some(other)) => ItemValue::List([one, other].into_iter().chain(values).collect()),
    }
}
