//! What was achieved, when, and what belongs to it.

use crate::json::Value;
use crate::scheme_name;
use crate::view::Subject;
use crate::vocabulary::Scheme;

use super::super::value::ItemValue;
use super::{Parts, assessment, body, codes, day, lift, note, noted_words, numbered, one_or_many, unit, words};

pub(super) fn awarded(parts: Parts<'_>) -> ItemValue {
    let awarding = parts.process.map_or(ItemValue::Null, |process| day(process, "awardingDate"));
    let proven = parts.proof.map_or(ItemValue::Null, |proof| day(proof, "dateIssued"));
    ItemValue::agreed([awarding, proven])
}

/// The words of the achievement's notes about a subject.
pub(super) fn noted(parts: Parts<'_>, subject: Subject) -> ItemValue {
    parts.claim.map_or(ItemValue::Null, |claim| note(claim, subject))
}

pub(super) fn stacking(parts: Parts<'_>) -> ItemValue {
    noted(parts, Subject::Stacking)
}

pub(super) fn programme(parts: Parts<'_>) -> ItemValue {
    ItemValue::object([("programme", noted(parts, Subject::Programme)), ("sequence", noted(parts, Subject::Sequence))])
}

pub(super) fn legal_basis(parts: Parts<'_>) -> ItemValue {
    ItemValue::object([("basis", noted(parts, Subject::LegalBasis)), ("framework", noted(parts, Subject::Framework))])
}

/// The courses of a set and the components of a stack as achieved, the components as they stand in the unit, and parts of the
/// assessment that have a result of their own.
pub(super) fn parts(parts: Parts<'_>) -> ItemValue {
    let achieved = parts.claim.into_iter().flat_map(|claim| claim.all("hasPart")).map(|part| achieved(part, parts));
    let specified = parts.unit.into_iter().flat_map(|unit| unit.all("hasPart")).map(specified);
    let graded = parts.proof.into_iter().flat_map(|proof| proof.all("hasPart")).map(|one| graded(one, parts));
    ItemValue::object([
        ("achieved", ItemValue::list(achieved)),
        ("specified", ItemValue::list(specified)),
        ("graded", ItemValue::list(graded)),
    ])
}

fn achieved(part: Value<'_>, parts: Parts<'_>) -> ItemValue {
    let specification = part.first("specifiedBy");
    ItemValue::object([
        ("title", words(part, "title")),
        ("credential", numbered(part, scheme_name::CREDENTIAL)),
        ("ects", one_or_many(part.all("creditReceived").map(unit::credit))),
        ("awarded", process(part, parts)),
        ("result", one_or_many(part.all("provenBy").map(|one| graded(one, parts)))),
        ("specified", specification.map_or(ItemValue::Null, specified)),
    ])
}

fn specified(part: Value<'_>) -> ItemValue {
    ItemValue::object([
        ("code", numbered(part, scheme_name::COURSE)),
        ("title", words(part, "title")),
        ("ects", one_or_many(part.all("creditPoint").map(unit::credit))),
        ("eqf", codes(part, "eqfLevel", Scheme::Eqf)),
    ])
}

fn graded(one: Value<'_>, parts: Parts<'_>) -> ItemValue {
    let specification = one.first("specifiedBy");
    let scale = specification.into_iter().flat_map(|specification| specification.all("gradingScheme"));
    ItemValue::object([
        ("grade", noted_words(one, "grade")),
        ("date", day(one, "dateIssued")),
        ("awarded", process(one, parts)),
        ("part", specification.map_or(ItemValue::Null, assessment::part)),
        ("scale", one_or_many(scale.map(assessment::scheme))),
    ])
}

/// By whom and when, where it is not as the whole.
fn process(owner: Value<'_>, parts: Parts<'_>) -> ItemValue {
    let other = |process: &Value<'_>| !parts.process.is_some_and(|whole| whole.same(*process));
    let own = owner.all("awardedBy").filter(other);
    one_or_many(own.map(|process| {
        let same = |known: Value<'_>| process.first("awardingBody").is_some_and(|body| known.same(body));
        let of_whole = parts.process.and_then(|whole| whole.first("awardingBody")).is_some_and(same);
        let body = if of_whole { ItemValue::Null } else { one_or_many(process.all("awardingBody").map(body::brief)) };
        ItemValue::object([("date", day(process, "awardingDate")), ("body", body)])
    }))
}

pub(super) fn entitlements(parts: Parts<'_>) -> ItemValue {
    let all = parts.claim.into_iter().flat_map(|claim| claim.all("entitlesTo"));
    ItemValue::list(all.map(|one| entitlement(one, parts)))
}

fn entitlement(one: Value<'_>, parts: Parts<'_>) -> ItemValue {
    let specification = one.first("specifiedBy");
    let told = |member: &str| {
        specification.map_or(ItemValue::Null, |specification| one_or_many(specification.all(member).map(lift::lift)))
    };
    ItemValue::object([
        ("title", words(one, "title")),
        ("description", words(one, "description")),
        ("expires", day(one, "expiryDate")),
        ("awarded", process(one, parts)),
        ("kind", specification.map_or(ItemValue::Null, |one| codes(one, "dcType", Scheme::Entitlement))),
        (
            "status",
            specification.map_or(ItemValue::Null, |one| codes(one, "entitlementStatus", Scheme::EntitlementStatus)),
        ),
        ("name", specification.map_or(ItemValue::Null, |one| words(one, "title"))),
        ("jurisdictions", told("limitJurisdiction")),
        ("occupations", occupations(specification)),
        ("organisations", told("limitOrganisation")),
    ])
}

fn occupations(specification: Option<Value<'_>>) -> ItemValue {
    let all = specification.into_iter().flat_map(|specification| specification.all("limitOccupation"));
    ItemValue::list(all.map(|one| {
        ItemValue::object([("uri", ItemValue::maybe(crate::node::identity(one))), ("label", words(one, "prefLabel"))])
    }))
}

pub(super) fn documents(parts: Parts<'_>) -> ItemValue {
    let all = parts.claim.into_iter().flat_map(|claim| claim.all("supplementaryDocument"));
    ItemValue::list(all.map(lift::lift))
}

pub(super) fn period(parts: Parts<'_>) -> ItemValue {
    parts.activity.map_or(ItemValue::Null, |activity| temporal(activity))
}

fn temporal(activity: Value<'_>) -> ItemValue {
    one_or_many(
        activity
            .all("temporal")
            .map(|period| ItemValue::object([("start", day(period, "startDate")), ("end", day(period, "endDate"))])),
    )
}

/// The single activities, without the first, which is the learning as a whole.
pub(super) fn activities(parts: Parts<'_>) -> ItemValue {
    let all = parts.claim.into_iter().flat_map(|claim| claim.all("influencedBy")).skip(1);
    ItemValue::list(all.map(|one| activity(one, parts)))
}

fn activity(one: Value<'_>, parts: Parts<'_>) -> ItemValue {
    let specification = one.first("specifiedBy");
    let specified = specification.map_or(ItemValue::Null, |one| {
        ItemValue::object([
            ("title", words(one, "title")),
            ("kind", codes(one, "dcType", Scheme::Activity)),
            ("mode", codes(one, "mode", Scheme::Mode)),
            ("hours", unit::duration(one, "volumeOfLearning")),
        ])
    });
    ItemValue::object([
        ("title", words(one, "title")),
        ("description", words(one, "description")),
        ("awarded", process(one, parts)),
        ("hours", unit::duration(one, "workload")),
        ("period", temporal(one)),
        ("place", one_or_many(one.all("location").map(lift::lift))),
        ("specified", specified),
    ])
}
