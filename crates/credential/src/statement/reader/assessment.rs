//! How it was assessed, and with what result.

use crate::elm::{AssessmentSpecification, GradingScheme};
use crate::note_subject::NoteSubject;
use crate::vocabulary::Scheme;

use super::super::value::ItemValue;
use super::{Parts, codes, note, noted_words, one_or_many, words};

fn specification(parts: Parts<'_>) -> Option<AssessmentSpecification<'_>> {
    parts.proof.and_then(|proof| proof.specified_by().first())
}

pub(super) fn whole(parts: Parts<'_>) -> ItemValue {
    let Some(whole) = specification(parts) else { return ItemValue::Null };
    ItemValue::object([
        ("kind", codes(whole.dc_type(), Scheme::Assessment)),
        ("description", words(whole.description())),
        ("parts", ItemValue::list(whole.has_part().all().map(part))),
    ])
}

/// One part of an assessment.
pub(super) fn part(one: AssessmentSpecification<'_>) -> ItemValue {
    ItemValue::object([
        ("kind", codes(one.dc_type(), Scheme::Assessment)),
        ("description", words(one.description())),
        ("weight", note(one.additional_note(), NoteSubject::Weight)),
    ])
}

pub(super) fn supervision(parts: Parts<'_>) -> ItemValue {
    parts.proof.map_or(ItemValue::Null, |proof| codes(proof.id_verification(), Scheme::Supervision))
}

pub(super) fn grade(parts: Parts<'_>) -> ItemValue {
    parts.proof.map_or(ItemValue::Null, |proof| noted_words(proof.grade()))
}

pub(super) fn scale(parts: Parts<'_>) -> ItemValue {
    specification(parts).map_or(ItemValue::Null, |whole| one_or_many(whole.grading_scheme().all().map(scheme)))
}

pub(super) fn scheme(one: GradingScheme<'_>) -> ItemValue {
    ItemValue::object([("title", words(one.title())), ("description", words(one.description()))])
}

pub(super) fn assessor(parts: Parts<'_>) -> ItemValue {
    parts.proof.map_or(ItemValue::Null, |proof| note(proof.additional_note(), NoteSubject::Assessor))
}
