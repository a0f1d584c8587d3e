//! The claim: what was achieved, by which activity, and how it was proven.

use signet_record::{ActivityKind, Assessment, AssessmentKind, Award, Line, UnitKind};

use crate::note_subject::NoteSubject;
use crate::record_code;
use crate::vocabulary::{Label, Scheme};

use super::concept::concept;
use super::draft::{Draft, Members, Node};
use super::grading::{FINAL, grade, grading};
use super::note::{notes, short_note};
use super::organisation::{awarding_body, faculty};
use super::unit::{credit, qualification};
use super::{additions, date, restate};

/// The achievement of an award.
pub(super) fn achievement(draft: &mut Draft, award: &Award) -> Node {
    let unit = award.unit();
    let body = awarding_body(draft, award);
    let process = Members::new().text("awardingDate", &date(award.outcome().date)).node("awardingBody", &body);
    let process = draft.node("AwardingProcess", process);
    let credit = credit(draft, &unit.ects.to_string());
    let activities = activities(draft, award, &process);
    let assessment = assessment(draft, award, &process);
    let specification = qualification(draft, award);
    let parts = parts(draft, award, &body, &process);
    let entitlements: Vec<Node> =
        unit.entitlements.iter().map(|one| additions::entitlement(draft, one, &process)).collect();
    let documents: Vec<Node> = unit.documents.iter().map(|one| additions::document(draft, one)).collect();
    let notes = notes(draft, award);
    let mut members = Members::new().words("title", &unit.title);
    if let Some(description) = &unit.description {
        members = members.words("description", description);
    }
    let members = members
        .many("additionalNote", &notes)
        .node("awardedBy", &process)
        .node("creditReceived", &credit)
        .many("influencedBy", &activities)
        .node("provenBy", &assessment)
        .node("specifiedBy", &specification)
        .many("hasPart", &parts)
        .many("entitlesTo", &entitlements)
        .many("supplementaryDocument", &documents);
    draft.node("LearningAchievement", members)
}

/// The courses of a set and the components of a stack, each achieved.
fn parts(draft: &mut Draft, award: &Award, body: &Node, process: &Node) -> Vec<Node> {
    let unit = award.unit();
    let courses = match &unit.kind {
        UnitKind::CourseSet { parts, .. } => parts.as_slice(),
        UnitKind::LifelongLearning | UnitKind::Course { .. } => &[],
    };
    let mut achieved: Vec<Node> =
        courses.iter().map(|part| additions::course_achieved(draft, award, part, body, process)).collect();
    let components = unit.components.iter();
    achieved.extend(components.map(|one| additions::component_achieved(draft, award, one, body, process)));
    achieved
}

/// What the holder did: the whole – when, how, in which languages, led by whom – and what it consisted of.
fn activities(draft: &mut Draft, award: &Award, process: &Node) -> Vec<Node> {
    let (unit, run) = (award.unit(), award.run());
    let languages: Vec<Node> =
        unit.languages.iter().map(|language| concept(Scheme::Language, language.code())).collect();
    let workload = format!("PT{}H", unit.hours.count());
    let specification = Members::new()
        .words("title", &unit.title)
        .node("dcType", &concept(Scheme::Activity, record_code::activity(ActivityKind::Programme)))
        .node("mode", &concept(Scheme::Mode, record_code::mode(unit.mode)))
        .text("volumeOfLearning", &workload)
        .many("language", &languages);
    let specification = draft.node("LearningActivitySpecification", specification);
    let period = Members::new().text("startDate", &date(run.start)).text("endDate", &date(run.end));
    let period = draft.node("PeriodOfTime", period);
    let faculty = unit.faculty.as_ref().map(|part| faculty(draft, award.institution(), &part.name));
    let members = Members::new()
        .words("title", &unit.title)
        .node("awardedBy", process)
        .maybe("directedBy", faculty.as_ref())
        .text("workload", &workload)
        .node("temporal", &period)
        .node("specifiedBy", &specification);
    let mut activities = vec![draft.node("LearningActivity", members)];
    let unit = award.unit();
    activities.extend(unit.activities.iter().map(|one| additions::activity(draft, one, process, &period)));
    activities
}

/// The whole assessment with its one grade. What it consists of stands in its specification; parts that were graded by themselves
/// stand in it too.
fn assessment(draft: &mut Draft, award: &Award, process: &Node) -> Node {
    let (unit, outcome) = (award.unit(), award.outcome());
    let scheme = grading(draft, &unit.grading);
    let kind = main_kind(&unit.assessments);
    let mut specification = Members::new().both("title", FINAL.cs, FINAL.en);
    if let [Assessment { description: Some(description), .. }] = unit.assessments.as_slice() {
        specification = specification.words("description", description);
    } else if let Some([cs, en]) = restate::parts(award) {
        specification = specification.both("description", &cs, &en);
    }
    let parts = assessment_parts(draft, &unit.assessments);
    let specification = specification
        .node("dcType", &concept(Scheme::Assessment, record_code::assessment(kind)))
        .node("gradingScheme", &scheme)
        .many("hasPart", &parts);
    let specification = draft.node("LearningAssessmentSpecification", specification);
    let grade = grade(draft, &outcome.grade.code, &outcome.grade.label);
    let assessor = outcome.assessor.as_ref().map(|name| short_note(draft, NoteSubject::Assessor, name, name));
    let mut members = Members::new().both("title", FINAL.cs, FINAL.en);
    if let Some([cs, en]) = restate::assessor(award) {
        members = members.both("description", &cs, &en);
    }
    let members = members
        .maybe("additionalNote", assessor.as_ref())
        .node("awardedBy", process)
        .node("grade", &grade)
        .text("dateIssued", &date(outcome.date))
        .node("idVerification", &concept(Scheme::Supervision, record_code::supervision(unit.supervision)))
        .node("specifiedBy", &specification);
    let graded = graded_parts(draft, award, process);
    draft.node("LearningAssessment", members.many("hasPart", &graded))
}

fn graded_parts(draft: &mut Draft, award: &Award, process: &Node) -> Vec<Node> {
    let result = |part: &Assessment| -> Option<(Line, Option<signet_record::Date>)> {
        let result = award.outcome().part(part.code.as_ref()?)?;
        Some((result.grade.clone()?, result.date))
    };
    let graded = award.unit().assessments.iter().filter_map(|part| Some((part, result(part)?)));
    graded
        .map(|(part, (text, day))| {
            let grade = additions::part_grade(draft, award, &text);
            let label = label(part);
            let specification = assessment_part(draft, part);
            let mut members =
                Members::new().both("title", label.cs, label.en).node("awardedBy", process).node("grade", &grade);
            if let Some(day) = day {
                members = members.text("dateIssued", &date(day));
            }
            draft.node("LearningAssessment", members.node("specifiedBy", &specification))
        })
        .collect()
}

/// The kind that the whole assessment is of: the weightiest that is not attendance, the first of equals.
fn main_kind(assessments: &[Assessment]) -> AssessmentKind {
    let proofs = || assessments.iter().filter(|part| part.kind != AssessmentKind::Attendance);
    let weight = |part: &Assessment| part.weight_percent.unwrap_or(0);
    let heaviest = proofs().map(weight).max().unwrap_or(0);
    proofs().find(|part| weight(part) == heaviest).map_or(AssessmentKind::WrittenExamination, |part| part.kind)
}

fn assessment_parts(draft: &mut Draft, assessments: &[Assessment]) -> Vec<Node> {
    if assessments.len() < 2 {
        return Vec::new();
    }
    assessments.iter().map(|part| assessment_part(draft, part)).collect()
}

fn label(part: &Assessment) -> Label {
    Scheme::Assessment.label(record_code::assessment(part.kind)).unwrap_or(FINAL)
}

fn assessment_part(draft: &mut Draft, part: &Assessment) -> Node {
    let label = label(part);
    let mut members = Members::new().both("title", label.cs, label.en);
    if let Some(description) = &part.description {
        members = members.words("description", description);
    }
    members = members.node("dcType", &concept(Scheme::Assessment, record_code::assessment(part.kind)));
    if let Some(percent) = part.weight_percent {
        let weight = short_note(draft, NoteSubject::Weight, &format!("{percent}\u{a0}%"), &format!("{percent}%"));
        members = members.node("additionalNote", &weight);
    }
    draft.node("LearningAssessmentSpecification", members)
}
