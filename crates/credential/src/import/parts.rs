//! Results, and what only some units have.

use signet_record::{
    Activity, ActivityKind, AnnexItem, AssessmentResult, Body, Component, Date, Ects, Entitlement, EntitlementKind,
    EntitlementStatus, EqfLevel, EscoOccupation, Homepage, Hours, Institution, Language, Line, Mode, OccupationUri,
    PartResult, Period, Place, Run, SupplementaryDocument, TeachingLanguage, Unit,
};

use crate::elm::{
    AwardingProcess, Concept, CreditPoint, EntitlementSpecification, LearningAchievement, LearningActivity,
    LearningAssessment, LearningEntitlement, Location, Node, Organisation, Property, WebResource,
};
use crate::note_subject::NoteSubject;
use crate::record_code;
use crate::scheme_name;
use crate::vocabulary::Scheme;

use super::quality::jurisdictions;
use super::reader::{At, Reader, country, hours, identifier, noted};

/// What a credential that does not name its parts lets us call them.
pub(super) fn assessment_code(index: usize) -> String {
    format!("H{}", index + 1)
}

fn component_code(index: usize) -> String {
    format!("M{}", index + 1)
}

/// `B` of "B – velmi dobře".
pub(super) fn grade_code(proof: LearningAssessment<'_>) -> Option<&str> {
    let text = proof.grade().words()?.best(Language::Cs)?;
    Some(text.split_once(" – ").map_or(text, |(code, _)| code))
}

pub(super) fn outcome(claim: LearningAchievement<'_>, unit: &Unit, reader: &mut Reader) -> Option<AssessmentResult> {
    let claim = At::new(claim, "$.credentialSubject.hasClaim");
    let proof = claim.first(LearningAchievement::proven_by);
    let proof = reader.needed(&claim.path(LearningAchievement::proven_by), AnnexItem::Grade, proof)?;
    let path = proof.path(LearningAssessment::grade);
    let grade = reader.made(&path, AnnexItem::Grade, grade_code(proof.node), |code| unit.pass(code));
    let awarded = awarding_day(claim.node);
    let date = proof.node.date_issued().day().or(awarded);
    let date = reader.needed(&proof.path(LearningAssessment::date_issued), AnnexItem::Grade, date);
    let assessor = noted(proof.node.additional_note(), NoteSubject::Assessor, Language::Cs);
    let path = proof.path(LearningAssessment::additional_note);
    let assessor = assessor.and_then(|name| reader.flaw(&path, Line::new(name)));
    let parts = results(claim.node, &proof, unit, awarded, reader);
    Some(AssessmentResult { grade: grade?, date: date?, assessor, parts })
}

/// The day of the award.
fn awarding_day(claim: LearningAchievement<'_>) -> Option<Date> {
    claim.awarded_by().first()?.awarding_date().day()
}

/// The code of the course of a set that a part is, when it is one.
pub(super) fn course_code(part: LearningAchievement<'_>) -> Option<&str> {
    identifier(part.specified_by().first()?.identifier(), scheme_name::COURSE)
}

/// Results of parts, as far as the unit has such parts.
fn results(
    claim: LearningAchievement<'_>,
    proof: &At<LearningAssessment<'_>>,
    unit: &Unit,
    awarded: Option<Date>,
    reader: &mut Reader,
) -> Vec<PartResult> {
    let mut results = Vec::new();
    let mut components = unit.components.iter();
    for part in claim.has_part().all() {
        let course = course_code(part);
        let code = match course {
            Some(code) => Line::new(code).ok(),
            None => components.next().map(|component| component.code.clone()),
        };
        let own = awarding_day(part);
        let result = part.proven_by().first();
        let grade = result.and_then(grade_code).and_then(|grade| Line::new(grade).ok());
        let credential =
            identifier(part.identifier(), scheme_name::CREDENTIAL).and_then(|number| Line::new(number).ok());
        // The day of the whole stands where a part has none of its own.
        let own_day = result.and_then(|result| result.date_issued().day());
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

fn graded_assessments(proof: &At<LearningAssessment<'_>>, unit: &Unit, reader: &mut Reader) -> Vec<PartResult> {
    let whole = proof.node.specified_by().first();
    let mut results = Vec::new();
    for part in proof.all(LearningAssessment::has_part) {
        let own = part.node.specified_by().first();
        let mut specifications = whole.into_iter().flat_map(|whole| whole.has_part().all());
        let index = specifications.position(|one| own.is_some_and(|own| own.value().same(one.value()))).unwrap_or(0);
        let code = unit.assessments.get(index).and_then(|assessment| assessment.code.clone());
        let path = part.path(LearningAssessment::grade);
        let grade = grade_code(part.node).and_then(|grade| reader.flaw(&path, Line::new(grade)));
        if let Some(code) = code {
            results.push(PartResult { code, grade, date: part.node.date_issued().day(), credential: None });
        }
    }
    results
}

pub(super) fn credit<'a, T: Node<'a>>(
    owner: &At<T>,
    property: impl Fn(T) -> Property<'a, CreditPoint<'a>>,
    reader: &mut Reader,
) -> Option<Ects> {
    let path = owner.path(&property);
    let points = property(owner.node).first().and_then(|credit| credit.point().text());
    reader.made(&path, AnnexItem::Workload, points, Ects::new)
}

fn body(at: &At<Organisation<'_>>, reader: &mut Reader) -> Option<Body> {
    let name = reader.words(at, Organisation::legal_name, Some(AnnexItem::AwardingBody));
    let place = at.first(Organisation::location);
    let country = country(reader, place.as_ref(), &at.path(Organisation::location));
    Some(Body { name: name?, country: country? })
}

/// Parts that are no courses of a set.
pub(super) fn components(
    claim: &At<LearningAchievement<'_>>,
    institution: &Institution,
    reader: &mut Reader,
) -> Vec<Component> {
    let parts = claim.all(LearningAchievement::has_part).into_iter();
    let parts: Vec<_> = parts.filter(|part| course_code(part.node).is_none()).collect();
    let read = parts.iter().enumerate().filter_map(|(index, part)| {
        let title = reader.words(part, LearningAchievement::title, Some(AnnexItem::Title));
        let ects = credit(part, LearningAchievement::credit_received, reader);
        let process = part.first(LearningAchievement::awarded_by);
        let awarding = process.and_then(|process| process.first(AwardingProcess::awarding_body));
        let body = awarding.and_then(|awarding| body(&awarding, reader));
        let specification = part.node.specified_by().first();
        let eqf = specification.and_then(|one| one.eqf_level().code(Scheme::Eqf)?.parse().ok());
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
pub(super) fn activities(claim: &At<LearningAchievement<'_>>, run: &Run, reader: &mut Reader) -> Vec<Activity> {
    let all = claim.all(LearningAchievement::influenced_by);
    all.iter().skip(1).filter_map(|one| activity(one, run, reader)).collect()
}

fn activity(one: &At<LearningActivity<'_>>, run: &Run, reader: &mut Reader) -> Option<Activity> {
    let specification = one.node.specified_by().first();
    let kind = specification.and_then(|specification| specification.dc_type().code(Scheme::Activity));
    let kind = kind.and_then(|code| record_code::member(ActivityKind::ALL, record_code::activity, code));
    let mode = specification.and_then(|specification| specification.mode().code(Scheme::Mode));
    let mode = mode.and_then(|code| record_code::member(Mode::ALL, record_code::mode, code));
    let period = one.node.temporal().first();
    let period = period.and_then(|at| Some(Period { start: at.start_date().day()?, end: at.end_date().day()? }));
    let place = one.first(LearningActivity::location).and_then(|place| {
        let name = reader.words(&place, Location::geographic_name, None);
        Some(Place { name: name?, country: country(reader, Some(&place), &place.path)? })
    });
    Some(Activity {
        kind: kind.unwrap_or(ActivityKind::Programme),
        title: reader.words(one, LearningActivity::title, Some(AnnexItem::Participation))?,
        description: reader.maybe_words(one, LearningActivity::description, None),
        hours: hours(one.node.workload()).and_then(|hours| Hours::new(hours).ok()),
        mode,
        period: period.filter(|period| (period.start, period.end) != (run.start, run.end)),
        place,
    })
}

pub(super) fn entitlements(claim: &At<LearningAchievement<'_>>, reader: &mut Reader) -> Vec<Entitlement> {
    claim.all(LearningAchievement::entitles_to).iter().filter_map(|one| entitlement(one, reader)).collect()
}

fn entitlement(one: &At<LearningEntitlement<'_>>, reader: &mut Reader) -> Option<Entitlement> {
    let specification = one.first(LearningEntitlement::specified_by);
    let item = AnnexItem::Stacking;
    let specification = reader.needed(&one.path(LearningEntitlement::specified_by), item, specification)?;
    let kind = specification.node.dc_type().code(Scheme::Entitlement);
    let kind = kind.and_then(|code| record_code::member(EntitlementKind::ALL, record_code::entitlement, code));
    let kind = reader.needed(&specification.path(EntitlementSpecification::dc_type), item, kind);
    let status = specification.node.entitlement_status().code(Scheme::EntitlementStatus);
    let status =
        status.and_then(|code| record_code::member(EntitlementStatus::ALL, record_code::entitlement_status, code));
    let path = specification.path(EntitlementSpecification::entitlement_status);
    let status = reader.needed(&path, item, status);
    let occupations = specification.all(EntitlementSpecification::limit_occupation);
    let occupations = occupations.iter().filter_map(|occupation| {
        let uri = reader.made(&occupation.path, item, occupation.node.id(), OccupationUri::new);
        let label = reader.words(occupation, Concept::pref_label, Some(item));
        Some(EscoOccupation { uri: uri?, label: label? })
    });
    let occupations = occupations.collect();
    let organisations = specification.all(EntitlementSpecification::limit_organisation);
    let organisations = organisations.iter().filter_map(|one| body(one, reader)).collect();
    Some(Entitlement {
        kind: kind?,
        status: status?,
        title: reader.words(one, LearningEntitlement::title, Some(item))?,
        description: reader.maybe_words(one, LearningEntitlement::description, Some(item)),
        expires: one.node.expiry_date().day(),
        jurisdictions: jurisdictions(&specification.all(EntitlementSpecification::limit_jurisdiction), reader),
        occupations,
        organisations,
    })
}

pub(super) fn documents(claim: &At<LearningAchievement<'_>>, reader: &mut Reader) -> Vec<SupplementaryDocument> {
    let all = claim.all(LearningAchievement::supplementary_document);
    let item = AnnexItem::FurtherInformation;
    let read = all.iter().filter_map(|one| {
        let title = reader.words(one, WebResource::title, Some(item));
        let url = one.node.content_url().text();
        let url = reader.made(&one.path(WebResource::content_url), item, url, Homepage::new);
        let language = one.node.language().code(Scheme::Language);
        let language = language.and_then(|code| TeachingLanguage::new(code).ok());
        Some(SupplementaryDocument { title: title?, url: url?, language })
    });
    read.collect()
}
