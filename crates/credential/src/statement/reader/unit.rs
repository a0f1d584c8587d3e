//! The unit of learning.

use crate::json::Value;
use crate::node::identity;
use crate::scheme_name;
use crate::view::Subject;
use crate::vocabulary::Scheme;

use super::super::value::ItemValue;
use super::{Parts, body, codes, lift, note, noted_words, numbered, one_or_many, plain, words};

/// The specification of the learning as a whole.
fn activity_unit(parts: Parts<'_>) -> Option<Value<'_>> {
    parts.activity.and_then(|activity| activity.first("specifiedBy"))
}

pub(super) fn title(parts: Parts<'_>) -> ItemValue {
    let owners = [parts.claim, parts.unit, parts.activity, activity_unit(parts)];
    ItemValue::agreed(owners.into_iter().flatten().map(|owner| words(owner, "title")))
}

pub(super) fn description(parts: Parts<'_>) -> ItemValue {
    ItemValue::agreed([parts.claim, parts.unit].into_iter().flatten().map(|owner| words(owner, "description")))
}

/// Codes of a list of the unit.
pub(super) fn code(parts: Parts<'_>, member: &str, scheme: Scheme) -> ItemValue {
    parts.unit.map_or(ItemValue::Null, |unit| codes(unit, member, scheme))
}

pub(super) fn outcomes(parts: Parts<'_>) -> ItemValue {
    let Some(unit) = parts.unit else { return ItemValue::Null };
    ItemValue::list(unit.all("learningOutcome").map(outcome))
}

fn outcome(one: Value<'_>) -> ItemValue {
    // The EU's list has knowledge and skill; a competence is told by a note of ours.
    let kind = ItemValue::agreed([codes(one, "dcType", Scheme::SkillType), competence(one)]);
    let skills = one.all("relatedESCOSkill").map(|skill| {
        ItemValue::object([("uri", ItemValue::maybe(identity(skill))), ("label", words(skill, "prefLabel"))])
    });
    ItemValue::object([("kind", kind), ("text", words(one, "title")), ("esco", ItemValue::list(skills))])
}

fn competence(one: Value<'_>) -> ItemValue {
    match note(one, Subject::Competence) {
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
    let credits = |owner: Option<Value<'_>>, member: &str| {
        owner.map_or(ItemValue::Null, |owner| one_or_many(owner.all(member).map(credit)))
    };
    ItemValue::agreed([credits(parts.unit, "creditPoint"), credits(parts.claim, "creditReceived")])
}

/// The points of ECTS; of another system with its name.
pub(super) fn credit(one: Value<'_>) -> ItemValue {
    let (points, framework) = (plain(one, "point"), codes(one, "framework", Scheme::Credit));
    if framework == ItemValue::text(crate::ECTS) {
        return points;
    }
    ItemValue::object([("framework", framework), ("points", points)])
}

pub(super) fn hours(parts: Parts<'_>) -> ItemValue {
    let in_unit = |unit: Option<Value<'_>>| unit.map_or(ItemValue::Null, |unit| duration(unit, "volumeOfLearning"));
    let done = parts.activity.map_or(ItemValue::Null, |activity| duration(activity, "workload"));
    ItemValue::agreed([in_unit(parts.unit), done, in_unit(activity_unit(parts))])
}

/// `PT91H` as `91`; any other duration as it stands.
pub(super) fn duration(owner: Value<'_>, member: &str) -> ItemValue {
    let hours = |text: &str| {
        let hours = text.strip_prefix("PT").and_then(|rest| rest.strip_suffix('H'));
        let hours = hours.filter(|hours| !hours.is_empty() && hours.bytes().all(|byte| byte.is_ascii_digit()));
        hours.unwrap_or(text).to_owned()
    };
    one_or_many(owner.all(member).map(|value| match value.text() {
        Some(text) => ItemValue::Text(hours(text)),
        None => lift::lift(value),
    }))
}

pub(super) fn participation(parts: Parts<'_>) -> ItemValue {
    let owners = [parts.unit, activity_unit(parts)];
    ItemValue::agreed(owners.into_iter().flatten().map(|owner| codes(owner, "mode", Scheme::Mode)))
}

pub(super) fn languages(parts: Parts<'_>) -> ItemValue {
    let owners = [parts.unit, activity_unit(parts)];
    let languages =
        |owner: Value<'_>| ItemValue::list(owner.all("language").map(|one| super::coded(one, Scheme::Language)));
    ItemValue::agreed(owners.into_iter().flatten().map(languages))
}

pub(super) fn prerequisites(parts: Parts<'_>) -> ItemValue {
    parts.unit.map_or(ItemValue::Null, |unit| noted_words(unit, "entryRequirement"))
}

pub(super) fn further_information(parts: Parts<'_>) -> ItemValue {
    parts.unit.map_or(ItemValue::Null, |unit| note(unit, Subject::FurtherInformation))
}

pub(super) fn unit(parts: Parts<'_>) -> ItemValue {
    let Some(unit) = parts.unit else { return ItemValue::Null };
    ItemValue::object([
        ("unit", numbered(unit, scheme_name::UNIT)),
        ("course", numbered(unit, scheme_name::COURSE)),
        ("setting", codes(unit, "learningSetting", Scheme::LearningSetting)),
        ("homepage", body::homepage(unit)),
    ])
}
