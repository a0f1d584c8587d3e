//! What only some units have: components with results of their own, single activities, entitlements, documents.

use signet_record::{Activity, Award, Component, CoursePart, Entitlement, Line, PartResult, SupplementaryDocument};

use crate::record_code;
use crate::scheme_name;
use crate::vocabulary::Scheme;

use super::concept::{self, concept};
use super::draft::{Draft, Members, Node};
use super::grading::{FINAL, grade, grading};
use super::note::plain_note;
use super::organisation::{brief, located};
use super::unit::{component as specification, course, credit, identifier};
use super::{date, last_moment};

/// The awarding of a part, when it has its own day; else that of the whole.
fn process(draft: &mut Draft, body: &Node, result: Option<&PartResult>, whole: &Node) -> Node {
    let Some(day) = result.and_then(|result| result.date) else {
        return whole.clone();
    };
    let members = Members::new().text("awardingDate", &date(day)).node("awardingBody", body);
    draft.node("AwardingProcess", members)
}

/// A grade as results give it, with its label when the unit's scale has it.
pub(super) fn part_grade(draft: &mut Draft, award: &Award, text: &Line) -> Node {
    match award.unit().grading.grades.iter().find(|step| step.code == *text) {
        Some(step) => grade(draft, &step.code, &step.label),
        None => plain_note(draft, text, text),
    }
}

/// The assessment that a part's own grade stands for.
fn proof(draft: &mut Draft, award: &Award, result: Option<&PartResult>, process: &Node) -> Option<Node> {
    let result = result?;
    let grade = part_grade(draft, award, result.grade.as_ref()?);
    let mut members = Members::new().both("title", FINAL.cs, FINAL.en).node("awardedBy", process).node("grade", &grade);
    if let Some(day) = result.date {
        members = members.text("dateIssued", &date(day));
    }
    let scale = &award.unit().grading;
    if result.grade.as_ref().is_some_and(|text| scale.grades.iter().any(|step| step.code == *text)) {
        let scheme = grading(draft, scale);
        let specification = Members::new().both("title", FINAL.cs, FINAL.en).node("gradingScheme", &scheme);
        let specification = draft.node("LearningAssessmentSpecification", specification);
        members = members.node("specifiedBy", &specification);
    }
    Some(draft.node("LearningAssessment", members))
}

/// One course of a set, achieved; on its own day and with its own grade where results give them.
pub(super) fn course_achieved(
    draft: &mut Draft,
    award: &Award,
    part: &CoursePart,
    body: &Node,
    process_of_whole: &Node,
) -> Node {
    let result = award.outcome().part(&part.code);
    let process = process(draft, body, result, process_of_whole);
    let proof = proof(draft, award, result, &process);
    let received = credit(draft, &part.ects.to_string());
    let specification = course(draft, part);
    let members = Members::new()
        .words("title", &part.title)
        .node("awardedBy", &process)
        .node("creditReceived", &received)
        .maybe("provenBy", proof.as_ref())
        .node("specifiedBy", &specification);
    draft.node("LearningAchievement", members)
}

/// A micro-credential that counts into this one.
pub(super) fn component_achieved(
    draft: &mut Draft,
    award: &Award,
    component: &Component,
    own_body: &Node,
    process_of_whole: &Node,
) -> Node {
    let result = award.outcome().part(&component.code);
    let process = match &component.awarded_by {
        None => process(draft, own_body, result, process_of_whole),
        Some(body) => {
            let body = brief(draft, &body.name, body.country);
            let whole = draft.node("AwardingProcess", Members::new().node("awardingBody", &body));
            process(draft, &body, result, &whole)
        }
    };
    let number = result
        .and_then(|result| result.credential.as_ref())
        .map(|credential| identifier(draft, scheme_name::CREDENTIAL, credential));
    let proof = proof(draft, award, result, &process);
    let received = credit(draft, &component.ects.to_string());
    let specification = specification(draft, component);
    let members = Members::new()
        .maybe("identifier", number.as_ref())
        .words("title", &component.title)
        .node("awardedBy", &process)
        .node("creditReceived", &received)
        .maybe("provenBy", proof.as_ref())
        .node("specifiedBy", &specification);
    draft.node("LearningAchievement", members)
}

/// A single activity. Its period is that of the run unless it has its own.
pub(super) fn activity(draft: &mut Draft, activity: &Activity, process: &Node, period_of_run: &Node) -> Node {
    let workload = activity.hours.map(|hours| format!("PT{}H", hours.count()));
    let mut specification = Members::new()
        .words("title", &activity.title)
        .node("dcType", &concept(Scheme::Activity, record_code::activity(activity.kind)));
    if let Some(mode) = activity.mode {
        specification = specification.node("mode", &concept(Scheme::Mode, record_code::mode(mode)));
    }
    if let Some(workload) = &workload {
        specification = specification.text("volumeOfLearning", workload);
    }
    let specification = draft.node("LearningActivitySpecification", specification);
    let own_period = activity.period.map(|period| {
        let members = Members::new().text("startDate", &date(period.start)).text("endDate", &date(period.end));
        draft.node("PeriodOfTime", members)
    });
    let location = activity.place.as_ref().map(|place| located(draft, &place.name, place.country));
    let mut members = Members::new().words("title", &activity.title);
    if let Some(description) = &activity.description {
        members = members.words("description", description);
    }
    members = members.node("awardedBy", process);
    if let Some(workload) = &workload {
        members = members.text("workload", workload);
    }
    let members = members
        .node("temporal", own_period.as_ref().unwrap_or(period_of_run))
        .maybe("location", location.as_ref())
        .node("specifiedBy", &specification);
    draft.node("LearningActivity", members)
}

/// What the achievement entitles to.
pub(super) fn entitlement(draft: &mut Draft, entitlement: &Entitlement, process: &Node) -> Node {
    let organisations: Vec<Node> =
        entitlement.organisations.iter().map(|body| brief(draft, &body.name, body.country)).collect();
    let occupations: Vec<Node> = entitlement
        .occupations
        .iter()
        .map(|one| concept::described(Scheme::EscoOccupations, one.uri.as_str(), &one.label))
        .collect();
    let jurisdictions: Vec<Node> = entitlement.jurisdictions.iter().map(concept::jurisdiction).collect();
    let specification = Members::new()
        .words("title", &entitlement.title)
        .node("dcType", &concept(Scheme::Entitlement, record_code::entitlement(entitlement.kind)))
        .node(
            "entitlementStatus",
            &concept(Scheme::EntitlementStatus, record_code::entitlement_status(entitlement.status)),
        )
        .many("limitJurisdiction", &jurisdictions)
        .many("limitOccupation", &occupations)
        .many("limitOrganisation", &organisations);
    let specification = draft.node("LearningEntitlementSpecification", specification);
    let mut members = Members::new().words("title", &entitlement.title);
    if let Some(description) = &entitlement.description {
        members = members.words("description", description);
    }
    members = members.node("awardedBy", process);
    if let Some(expires) = entitlement.expires {
        members = members.text("expiryDate", &last_moment(expires));
    }
    draft.node("LearningEntitlement", members.node("specifiedBy", &specification))
}

/// A document that is read where it is.
pub(super) fn document(draft: &mut Draft, document: &SupplementaryDocument) -> Node {
    let mut members = Members::new().words("title", &document.title).text("contentURL", document.url.as_str());
    if let Some(language) = document.language {
        members = members.node("language", &concept(Scheme::Language, language.code()));
    }
    draft.node("WebResource", members)
}
