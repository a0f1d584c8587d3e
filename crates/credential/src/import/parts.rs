//! Results, and what only some units have.

use signet_record::{
    Activity, ActivityKind, AnnexItem, Body, Component, Date, Ects, Entitlement, EntitlementKind, EntitlementStatus,
    EqfLevel, EscoOccupation, Homepage, Hours, Institution, Language, Line, Mode, OccupationUri, Outcome, PartResult,
    Period, Place, Run, SupplementaryDocument, TeachingLanguage, Unit,
};

use crate::compose::words;
use crate::json::Value;
use crate::scheme_name;
use crate::view::{Subject, best};
use crate::vocabulary::Scheme;

use super::quality::jurisdictions;
use super::reader::{At, Reader, country, day, hours, identifier, maybe_day, noted};

/// What a credential that does not name its parts lets us call them.
pub(super) fn assessment_code(index: usize) -> String {
    format!("H{}", index + 1)
}

fn component_code(index: usize) -> String {
    format!("M{}", index + 1)
}

/// `B` of "B – velmi dobře".
pub(super) fn grade_code<'a>(proof: &At<'a>) -> Option<&'a str> {
    let text = best(proof.value.first("grade")?.first("noteLiteral")?, Language::Cs)?;
    Some(text.split_once(" – ").map_or(text, |(code, _)| code))
}

pub(super) fn outcome(claim: Value<'_>, unit: &Unit, reader: &mut Reader) -> Option<Outcome> {
    let claim = At::new(claim, "$.credentialSubject.hasClaim");
    let proof = claim.first("provenBy");
    let proof = reader.needed(&claim.path("provenBy"), AnnexItem::Grade, proof)?;
    let code = reader.needed(&proof.path("grade"), AnnexItem::Grade, grade_code(&proof));
    let grade = code.and_then(|code| reader.flaw(&proof.path("grade"), unit.pass(code)));
    let awarded = claim.first("awardedBy").and_then(|process| maybe_day(&process, "awardingDate"));
    let date = maybe_day(&proof, "dateIssued").or(awarded);
    let date = reader.needed(&proof.path("dateIssued"), AnnexItem::Grade, date);
    let assessor = noted(proof.value, Subject::Assessor).and_then(|note| note.text(Language::Cs));
    let assessor = assessor.and_then(|name| reader.flaw(&proof.path("additionalNote"), Line::new(name)));
    let parts = results(&claim, &proof, unit, awarded, reader);
    Some(Outcome { grade: grade?, date: date?, assessor, parts })
}

/// Results of parts, as far as the unit has such parts.
fn results(claim: &At<'_>, proof: &At<'_>, unit: &Unit, awarded: Option<Date>, reader: &mut Reader) -> Vec<PartResult> {
    let mut results = Vec::new();
    let mut components = unit.components.iter();
    for part in claim.all("hasPart") {
        let course = part.first("specifiedBy").and_then(|course| identifier(course.value, "Course code"));
        let code = match course {
            Some(code) => Line::new(code).ok(),
            None => components.next().map(|component| component.code.clone()),
        };
        let own = part.first("awardedBy").and_then(|process| maybe_day(&process, "awardingDate"));
        let result = part.first("provenBy");
        let grade = result.as_ref().and_then(grade_code).and_then(|grade| Line::new(grade).ok());
        let credential = identifier(part.value, scheme_name::CREDENTIAL).and_then(|number| Line::new(number).ok());
        // The day of the whole stands where a part has none of its own.
        let own_day = result.as_ref().and_then(|result| maybe_day(result, "dateIssued"));
        let date = own_day.or_else(|| own.filter(|day| grade.is_none() && Some(*day) != awarded));
        if let Some(code) = code
            && (grade.is_some() || credential.is_some() || date.is_some())
        {
            results.push(PartResult { code, grade, date, credential });
        }
    }
    results.extend(graded_assessments(proof, unit, reader));
    results
}

fn graded_assessments(proof: &At<'_>, unit: &Unit, reader: &mut Reader) -> Vec<PartResult> {
    let whole = proof.first("specifiedBy");
    let specifications = whole.as_ref().map(|whole| whole.all("hasPart")).unwrap_or_default();
    let mut results = Vec::new();
    for part in proof.all("hasPart") {
        let own = part.first("specifiedBy");
        let same = |specification: &At<'_>| own.as_ref().is_some_and(|own| own.value.same(specification.value));
        let index = specifications.iter().position(same).unwrap_or(0);
        let code = unit.assessments.get(index).and_then(|assessment| assessment.code.clone());
        let grade = grade_code(&part).and_then(|grade| reader.flaw(&part.path("grade"), Line::new(grade)));
        if let Some(code) = code {
            results.push(PartResult { code, grade, date: maybe_day(&part, "dateIssued"), credential: None });
        }
    }
    results
}

pub(super) fn credit(owner: &At<'_>, member: &str, reader: &mut Reader) -> Option<Ects> {
    let path = owner.path(member);
    let points = owner.first(member).and_then(|credit| credit.value.string("point"));
    let points = reader.needed(&path, AnnexItem::Workload, points)?;
    reader.flaw(&path, Ects::new(points))
}

fn body(at: &At<'_>, reader: &mut Reader) -> Option<Body> {
    let name = reader.words(at, "legalName", Some(AnnexItem::AwardingBody));
    let country = country(reader, at, "location");
    Some(Body { name: name?, country: country? })
}

/// Parts that are no courses of a set.
pub(super) fn components(claim: &At<'_>, institution: &Institution, reader: &mut Reader) -> Vec<Component> {
    let is_course = |part: &At<'_>| {
        part.first("specifiedBy").is_some_and(|course| identifier(course.value, "Course code").is_some())
    };
    let parts: Vec<At<'_>> = claim.all("hasPart").into_iter().filter(|part| !is_course(part)).collect();
    let read = parts.iter().enumerate().filter_map(|(index, part)| {
        let title = reader.words(part, "title", Some(AnnexItem::Title));
        let ects = credit(part, "creditReceived", reader);
        let awarding = part.first("awardedBy").and_then(|process| process.first("awardingBody"));
        let body = awarding.and_then(|awarding| body(&awarding, reader));
        let specification = part.first("specifiedBy");
        let eqf = specification.and_then(|one| one.code("eqfLevel", Scheme::Eqf)?.parse().ok());
        Some(Component {
            code: Line::new(&component_code(index)).ok()?,
            title: title?,
            ects: ects?,
            eqf: eqf.and_then(|level| EqfLevel::new(level).ok()),
            awarded_by: body.filter(|body| body.name != institution.legal_name),
        })
    });
    read.collect()
}

/// Every activity but the first, which is the unit as a whole.
pub(super) fn activities(claim: &At<'_>, run: &Run, reader: &mut Reader) -> Vec<Activity> {
    let all = claim.all("influencedBy");
    all.iter().skip(1).filter_map(|one| activity(one, run, reader)).collect()
}

fn activity(one: &At<'_>, run: &Run, reader: &mut Reader) -> Option<Activity> {
    let specification = one.first("specifiedBy");
    let kind = specification.as_ref().and_then(|specification| specification.code("dcType", Scheme::Activity));
    let kind = kind.and_then(|code| ActivityKind::ALL.iter().find(|kind| words::activity(**kind) == code));
    let mode = specification.as_ref().and_then(|specification| specification.code("mode", Scheme::Mode));
    let mode = mode.and_then(|code| Mode::ALL.iter().find(|mode| words::mode(**mode) == code));
    let period = one.first("temporal");
    let period =
        period.and_then(|at| Some(Period { start: day(at.value, "startDate")?, end: day(at.value, "endDate")? }));
    let place = one.first("location").and_then(|place| {
        let name = reader.words(&place, "geographicName", None);
        Some(Place { name: name?, country: country(reader, &place, "")? })
    });
    Some(Activity {
        kind: kind.copied().unwrap_or(ActivityKind::Programme),
        title: reader.words(one, "title", Some(AnnexItem::Participation))?,
        description: reader.maybe_words(one, "description", None),
        hours: hours(one.value, "workload").and_then(|hours| Hours::new(hours).ok()),
        mode: mode.copied(),
        period: period.filter(|period| (period.start, period.end) != (run.start, run.end)),
        place,
    })
}

pub(super) fn entitlements(claim: &At<'_>, reader: &mut Reader) -> Vec<Entitlement> {
    claim.all("entitlesTo").iter().filter_map(|one| entitlement(one, reader)).collect()
}

fn entitlement(one: &At<'_>, reader: &mut Reader) -> Option<Entitlement> {
    let specification = one.first("specifiedBy");
    let item = AnnexItem::Stacking;
    let specification = reader.needed(&one.path("specifiedBy"), item, specification)?;
    let kind = specification.code("dcType", Scheme::Entitlement);
    let kind = EntitlementKind::ALL.iter().find(|known| kind == Some(words::entitlement(**known)));
    let kind = reader.needed(&specification.path("dcType"), item, kind.copied());
    let status = specification.code("entitlementStatus", Scheme::EntitlementStatus);
    let status = EntitlementStatus::ALL.iter().find(|known| status == Some(words::standing(**known)));
    let status = reader.needed(&specification.path("entitlementStatus"), item, status.copied());
    let occupations = specification.all("limitOccupation");
    let occupations = occupations.iter().filter_map(|occupation| {
        let uri = OccupationUri::new(occupation.value.string("id").unwrap_or_default());
        let uri = reader.flaw(&occupation.path, uri);
        let label = reader.words(occupation, "prefLabel", Some(item));
        Some(EscoOccupation { uri: uri?, label: label? })
    });
    let occupations = occupations.collect();
    let organisations = specification.all("limitOrganisation");
    let organisations = organisations.iter().filter_map(|one| body(one, reader)).collect();
    Some(Entitlement {
        kind: kind?,
        status: status?,
        title: reader.words(one, "title", Some(item))?,
        description: reader.maybe_words(one, "description", Some(item)),
        expires: maybe_day(one, "expiryDate"),
        jurisdictions: jurisdictions(&specification, reader),
        occupations,
        organisations,
    })
}

pub(super) fn documents(claim: &At<'_>, reader: &mut Reader) -> Vec<SupplementaryDocument> {
    let all = claim.all("supplementaryDocument");
    let read = all.iter().filter_map(|one| {
        let title = reader.words(one, "title", Some(AnnexItem::FurtherInformation));
        let url = Homepage::new(one.value.string("contentURL").unwrap_or_default());
        let url = reader.flaw(&one.path("contentURL"), url);
        let language = one.code("language", Scheme::Language).and_then(|code| TeachingLanguage::new(code).ok());
        Some(SupplementaryDocument { title: title?, url: url?, language })
    });
    read.collect()
}
