//! The unit of learning.

use crate::elm::{
    ActivitySpecification, Concept, CreditPoint, LangString, LearningOutcome, LearningSpecification, Literal, Node,
    Property,
};
use crate::note_subject::NoteSubject;
use crate::scheme_name;
use crate::vocabulary::Scheme;

use super::super::value::ItemValue;
use super::{Parts, body, codes, lift, note, noted_words, numbered, one_or_many, plain, words};

/// The specification of the learning as a whole.
fn activity_unit(parts: Parts<'_>) -> Option<ActivitySpecification<'_>> {
    parts.activity.and_then(|activity| activity.specified_by().first())
}

pub(super) fn title(parts: Parts<'_>) -> ItemValue {
    agreed_words([
        parts.claim.map(|claim| claim.title()),
        parts.unit.map(|unit| unit.title()),
        parts.activity.map(|activity| activity.title()),
        activity_unit(parts).map(|unit| unit.title()),
    ])
}

pub(super) fn description(parts: Parts<'_>) -> ItemValue {
    agreed_words([parts.claim.map(|claim| claim.description()), parts.unit.map(|unit| unit.description())])
}

/// What several parts are called or described as, which must be the same.
fn agreed_words<const N: usize>(texts: [Option<Property<'_, LangString<'_>>>; N]) -> ItemValue {
    ItemValue::agreed(texts.into_iter().flatten().map(words))
}

/// Codes of a list of the unit.
pub(super) fn code<'a>(
    parts: Parts<'a>,
    concepts: fn(LearningSpecification<'a>) -> Property<'a, Concept<'a>>,
    scheme: Scheme,
) -> ItemValue {
    parts.unit.map_or(ItemValue::Null, |unit| codes(concepts(unit), scheme))
}

pub(super) fn outcomes(parts: Parts<'_>) -> ItemValue {
    let Some(unit) = parts.unit else { return ItemValue::Null };
    ItemValue::list(unit.learning_outcome().all().map(outcome))
}

fn outcome(one: LearningOutcome<'_>) -> ItemValue {
    // The EU's list has knowledge and skill; a competence is told by a note of ours.
    let kind = ItemValue::agreed([codes(one.dc_type(), Scheme::SkillType), competence(one)]);
    let skills = one
        .related_esco_skill()
        .all()
        .map(|skill| ItemValue::object([("uri", ItemValue::maybe(skill.uri())), ("label", words(skill.pref_label()))]));
    ItemValue::object([("kind", kind), ("text", words(one.title())), ("esco", ItemValue::list(skills))])
}

fn competence(one: LearningOutcome<'_>) -> ItemValue {
    match note(one.additional_note(), NoteSubject::Competence) {
        ItemValue::Null => ItemValue::Null,
        // The words themselves say nothing more.
        ItemValue::Object(texts) if texts.get("en") == Some(&ItemValue::text("competence")) && texts.len() == 2 => {
            match texts.get("cs") {
                Some(ItemValue::Text(cs)) if cs == "kompetence" => ItemValue::text("competence"),
                _ => ItemValue::Object(texts),
            }
        }
        other => other,
    }
}

pub(super) fn ects(parts: Parts<'_>) -> ItemValue {
    let given = parts.unit.map(|unit| unit.credit_point());
    let received = parts.claim.map(|claim| claim.credit_received());
    ItemValue::agreed([given, received].into_iter().flatten().map(|credits| one_or_many(credits.all().map(credit))))
}

/// The points of ECTS; of another system with its name.
pub(super) fn credit(one: CreditPoint<'_>) -> ItemValue {
    let (points, framework) = (plain(one.point()), codes(one.framework(), Scheme::Credit));
    if framework == ItemValue::text(crate::ECTS) {
        return points;
    }
    ItemValue::object([("framework", framework), ("points", points)])
}

pub(super) fn hours(parts: Parts<'_>) -> ItemValue {
    let durations = [
        parts.unit.map(|unit| unit.volume_of_learning()),
        parts.activity.map(|activity| activity.workload()),
        activity_unit(parts).map(|unit| unit.volume_of_learning()),
    ];
    ItemValue::agreed(durations.into_iter().flatten().map(duration))
}

/// `PT91H` as `91`; any other duration as it stands.
pub(super) fn duration(durations: Property<'_, Literal<'_>>) -> ItemValue {
    let hours = |text: &str| {
        let hours = text.strip_prefix("PT").and_then(|rest| rest.strip_suffix('H'));
        let hours = hours.filter(|hours| !hours.is_empty() && hours.bytes().all(|byte| byte.is_ascii_digit()));
        hours.unwrap_or(text).to_owned()
    };
    one_or_many(durations.all().map(|duration| match duration.value().text() {
        Some(text) => ItemValue::Text(hours(text)),
        None => lift::lift(duration.value()),
    }))
}

pub(super) fn participation(parts: Parts<'_>) -> ItemValue {
    let modes = [parts.unit.map(|unit| unit.mode()), activity_unit(parts).map(|unit| unit.mode())];
    ItemValue::agreed(modes.into_iter().flatten().map(|modes| codes(modes, Scheme::Mode)))
}

pub(super) fn languages(parts: Parts<'_>) -> ItemValue {
    let languages = [parts.unit.map(|unit| unit.language()), activity_unit(parts).map(|unit| unit.language())];
    let told = |languages: Property<'_, Concept<'_>>| {
        ItemValue::list(languages.all().map(|one| super::coded(one, Scheme::Language)))
    };
    ItemValue::agreed(languages.into_iter().flatten().map(told))
}

pub(super) fn prerequisites(parts: Parts<'_>) -> ItemValue {
    parts.unit.map_or(ItemValue::Null, |unit| noted_words(unit.entry_requirement()))
}

pub(super) fn further_information(parts: Parts<'_>) -> ItemValue {
    parts.unit.map_or(ItemValue::Null, |unit| note(unit.additional_note(), NoteSubject::FurtherInformation))
}

pub(super) fn unit(parts: Parts<'_>) -> ItemValue {
    let Some(unit) = parts.unit else { return ItemValue::Null };
    ItemValue::object([
        ("unit", numbered(unit.identifier(), scheme_name::UNIT)),
        ("course", numbered(unit.identifier(), scheme_name::COURSE)),
        ("setting", codes(unit.learning_setting(), Scheme::LearningSetting)),
        ("homepage", body::addresses(unit.homepage())),
    ])
}
