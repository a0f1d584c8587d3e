//! What was achieved, when, and what belongs to it.

use crate::elm::{
    AwardingProcess, Concept, EntitlementSpecification, LearningAchievement, LearningActivity, LearningAssessment,
    LearningEntitlement, LearningSpecification, Node, Organisation, PeriodOfTime, Property,
};
use crate::note_subject::NoteSubject;
use crate::scheme_name;
use crate::vocabulary::Scheme;

use super::super::value::ItemValue;
use super::{Parts, assessment, body, codes, day, lift, note, noted_words, numbered, one_or_many, plain, unit, words};

pub(super) fn awarded(parts: Parts<'_>) -> ItemValue {
    let awarding = parts.process.map_or(ItemValue::Null, |process| day(process.awarding_date()));
    let proven = parts.proof.map_or(ItemValue::Null, |proof| day(proof.date_issued()));
    ItemValue::agreed([awarding, proven])
}

/// The words of the achievement's notes about a subject.
pub(super) fn noted(parts: Parts<'_>, subject: NoteSubject) -> ItemValue {
    parts.claim.map_or(ItemValue::Null, |claim| note(claim.additional_note(), subject))
}

pub(super) fn stacking(parts: Parts<'_>) -> ItemValue {
    noted(parts, NoteSubject::Stacking)
}

pub(super) fn programme(parts: Parts<'_>) -> ItemValue {
    ItemValue::object([
        ("programme", noted(parts, NoteSubject::Programme)),
        ("sequence", noted(parts, NoteSubject::Sequence)),
    ])
}

pub(super) fn legal_basis(parts: Parts<'_>) -> ItemValue {
    ItemValue::object([
        ("basis", noted(parts, NoteSubject::LegalBasis)),
        ("framework", noted(parts, NoteSubject::Framework)),
    ])
}

/// The courses of a set and the components of a stack as achieved, the components as they stand in the unit, and parts of the
/// assessment that have a result of their own.
pub(super) fn parts(parts: Parts<'_>) -> ItemValue {
    let achieved = parts.claim.into_iter().flat_map(|claim| claim.has_part().all()).map(|part| achieved(part, parts));
    let specified = parts.unit.into_iter().flat_map(|unit| unit.has_part().all()).map(specified);
    let graded = parts.proof.into_iter().flat_map(|proof| proof.has_part().all()).map(|one| graded(one, parts));
    ItemValue::object([
        ("achieved", ItemValue::list(achieved)),
        ("specified", ItemValue::list(specified)),
        ("graded", ItemValue::list(graded)),
    ])
}

fn achieved(part: LearningAchievement<'_>, parts: Parts<'_>) -> ItemValue {
    let specification = part.specified_by().first();
    ItemValue::object([
        ("title", words(part.title())),
        ("credential", numbered(part.identifier(), scheme_name::CREDENTIAL)),
        ("ects", one_or_many(part.credit_received().all().map(unit::credit))),
        ("awarded", process(part.awarded_by(), parts)),
        ("result", one_or_many(part.proven_by().all().map(|one| graded(one, parts)))),
        ("specified", specification.map_or(ItemValue::Null, specified)),
    ])
}

fn specified(part: LearningSpecification<'_>) -> ItemValue {
    ItemValue::object([
        ("code", numbered(part.identifier(), scheme_name::COURSE)),
        ("title", words(part.title())),
        ("ects", one_or_many(part.credit_point().all().map(unit::credit))),
        ("eqf", codes(part.eqf_level(), Scheme::Eqf)),
    ])
}

fn graded(one: LearningAssessment<'_>, parts: Parts<'_>) -> ItemValue {
    let specification = one.specified_by().first();
    let scale = specification.into_iter().flat_map(|specification| specification.grading_scheme().all());
    ItemValue::object([
        ("grade", noted_words(one.grade())),
        ("date", day(one.date_issued())),
        ("awarded", process(one.awarded_by(), parts)),
        ("part", specification.map_or(ItemValue::Null, assessment::part)),
        ("scale", one_or_many(scale.map(assessment::scheme))),
    ])
}

/// By whom and when, where it is not as the whole.
fn process(processes: Property<'_, AwardingProcess<'_>>, parts: Parts<'_>) -> ItemValue {
    let is_whole =
        |process: AwardingProcess<'_>| parts.process.is_some_and(|whole| whole.value().same(process.value()));
    let body_of_whole = parts.process.and_then(|whole| whole.awarding_body().first());
    let own = processes.all().filter(|process| !is_whole(*process));
    one_or_many(own.map(|process| {
        let bodies = process.awarding_body();
        let same = |known: Organisation<'_>| bodies.first().is_some_and(|body| known.value().same(body.value()));
        let body =
            if body_of_whole.is_some_and(same) { ItemValue::Null } else { one_or_many(bodies.all().map(body::brief)) };
        ItemValue::object([("date", day(process.awarding_date())), ("body", body)])
    }))
}

pub(super) fn entitlements(parts: Parts<'_>) -> ItemValue {
    let all = parts.claim.into_iter().flat_map(|claim| claim.entitles_to().all());
    ItemValue::list(all.map(|one| entitlement(one, parts)))
}

fn entitlement(one: LearningEntitlement<'_>, parts: Parts<'_>) -> ItemValue {
    let specification = one.specified_by().first();
    let told = |tell: fn(EntitlementSpecification<'_>) -> ItemValue| specification.map_or(ItemValue::Null, tell);
    ItemValue::object([
        ("title", words(one.title())),
        ("description", words(one.description())),
        ("expires", day(one.expiry_date())),
        ("awarded", process(one.awarded_by(), parts)),
        ("kind", told(|of| codes(of.dc_type(), Scheme::Entitlement))),
        ("status", told(|of| codes(of.entitlement_status(), Scheme::EntitlementStatus))),
        ("name", told(|of| words(of.title()))),
        ("jurisdictions", told(|of| plain(of.limit_jurisdiction()))),
        ("occupations", told(|of| ItemValue::list(of.limit_occupation().all().map(occupation)))),
        ("organisations", told(|of| plain(of.limit_organisation()))),
    ])
}

fn occupation(one: Concept<'_>) -> ItemValue {
    ItemValue::object([("uri", ItemValue::maybe(one.uri())), ("label", words(one.pref_label()))])
}

pub(super) fn documents(parts: Parts<'_>) -> ItemValue {
    let all = parts.claim.into_iter().flat_map(|claim| claim.supplementary_document().all());
    ItemValue::list(all.map(|document| lift::lift(document.value())))
}

pub(super) fn period(parts: Parts<'_>) -> ItemValue {
    parts.activity.map_or(ItemValue::Null, |activity| temporal(activity.temporal()))
}

fn temporal(periods: Property<'_, PeriodOfTime<'_>>) -> ItemValue {
    one_or_many(
        periods
            .all()
            .map(|period| ItemValue::object([("start", day(period.start_date())), ("end", day(period.end_date()))])),
    )
}

/// The single activities, without the first, which is the learning as a whole.
pub(super) fn activities(parts: Parts<'_>) -> ItemValue {
    let all = parts.claim.into_iter().flat_map(|claim| claim.influenced_by().all()).skip(1);
    ItemValue::list(all.map(|one| activity(one, parts)))
}

fn activity(one: LearningActivity<'_>, parts: Parts<'_>) -> ItemValue {
    let specification = one.specified_by().first();
    let specified = specification.map_or(ItemValue::Null, |one| {
        ItemValue::object([
            ("title", words(one.title())),
            ("kind", codes(one.dc_type(), Scheme::Activity)),
            ("mode", codes(one.mode(), Scheme::Mode)),
            ("hours", unit::duration(one.volume_of_learning())),
        ])
    });
    ItemValue::object([
        ("title", words(one.title())),
        ("description", words(one.description())),
        ("awarded", process(one.awarded_by(), parts)),
        ("hours", unit::duration(one.workload())),
        ("period", temporal(one.temporal())),
        ("place", plain(one.location())),
        ("specified", specified),
    ])
}
