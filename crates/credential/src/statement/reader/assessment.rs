//! How it was assessed, and with what result.

use crate::json::Value;
use crate::view::Subject;
use crate::vocabulary::Scheme;

use super::super::value::ItemValue;
use super::{Parts, codes, note, noted_words, one_or_many, words};

fn specification(parts: Parts<'_>) -> Option<Value<'_>> {
    parts.proof.and_then(|proof| proof.first("specifiedBy"))
}

pub(super) fn whole(parts: Parts<'_>) -> ItemValue {
    let Some(whole) = specification(parts) else { return ItemValue::Null };
    ItemValue::object([
        ("kind", codes(whole, "dcType", Scheme::Assessment)),
        ("description", words(whole, "description")),
        ("parts", ItemValue::list(whole.all("hasPart").map(part))),
    ])
}

/// One part of an assessment.
pub(super) fn part(one: Value<'_>) -> ItemValue {
    ItemValue::object([
        ("kind", codes(one, "dcType", Scheme::Assessment)),
        ("description", words(one, "description")),
        ("weight", note(one, Subject::Weight)),
    ])
}

pub(super) fn supervision(parts: Parts<'_>) -> ItemValue {
    parts.proof.map_or(ItemValue::Null, |proof| codes(proof, "idVerification", Scheme::Supervision))
}

pub(super) fn grade(parts: Parts<'_>) -> ItemValue {
    parts.proof.map_or(ItemValue::Null, |proof| noted_words(proof, "grade"))
}

pub(super) fn scale(parts: Parts<'_>) -> ItemValue {
    specification(parts).map_or(ItemValue::Null, |whole| one_or_many(whole.all("gradingScheme").map(scheme)))
}

pub(super) fn scheme(one: Value<'_>) -> ItemValue {
    ItemValue::object([("title", words(one, "title")), ("description", words(one, "description"))])
}

pub(super) fn assessor(parts: Parts<'_>) -> ItemValue {
    parts.proof.map_or(ItemValue::Null, |proof| note(proof, Subject::Assessor))
}
