//! The unit of learning: a `Qualification`, the only class that has EQF and NQF levels and accreditation.

use signet_record::{Award, Component, CoursePart, Language, LearningOutcome, OutcomeKind, UnitKind};

use crate::note_subject::NoteSubject;
use crate::record_code;
use crate::scheme_name;
use crate::vocabulary::Scheme;

use super::concept::{self, concept};
use super::draft::{Draft, Members, Node};
use super::note::{NoteText, note, plain_note, short_note};
use super::organisation::{accreditations, web};
use super::restate;

/// Code of non-formal learning in the list of learning settings.
const NON_FORMAL: &str = "e207a81fc7";

/// The unit of an award.
pub(super) fn qualification(draft: &mut Draft, award: &Award) -> Node {
    let unit = award.unit();
    let identifiers = identifiers(draft, award);
    let outcomes: Vec<Node> = unit.outcomes.iter().map(|outcome| learning_outcome(draft, outcome)).collect();
    let languages: Vec<Node> =
        unit.languages.iter().map(|language| concept(Scheme::Language, language.code())).collect();
    let credit = credit(draft, &unit.ects.to_string());
    let setting = match unit.kind {
        UnitKind::LifelongLearning => NON_FORMAL,
        UnitKind::Course { .. } | UnitKind::CourseSet { .. } => crate::FORMAL,
    };
    let mut members = Members::new().many("identifier", &identifiers).words("title", &unit.title);
    if let Some(description) = &unit.description {
        members = members.words("description", description);
    }
    members = members
        .node("dcType", &concept(Scheme::Opportunity, crate::SHORT_PROGRAMME))
        .both("category", restate::CATEGORY.cs, restate::CATEGORY.en)
        .node("thematicArea", &concept::labelled(Scheme::IscedF, unit.isced.code.as_str(), &unit.isced.label))
        .many("learningOutcome", &outcomes)
        .text("volumeOfLearning", &format!("PT{}H", unit.hours.count()))
        .node("creditPoint", &credit)
        .node("eqfLevel", &concept(Scheme::Eqf, &unit.eqf.number().to_string()));
    if let Some(nqf) = &unit.nqf {
        members = members.node("nqfLevel", &concept::labelled(Scheme::Qdr, nqf.code.as_str(), &nqf.label));
    }
    members = members
        .node("isPartialQualification", &Node::truth())
        .node("learningSetting", &concept(Scheme::LearningSetting, setting))
        .node("mode", &concept(Scheme::Mode, record_code::mode(unit.mode)))
        .many("language", &languages);
    let entry = unit.prerequisites.as_ref().map(|text| {
        let [cs, en] = Language::ALL.map(|language| text.text(language));
        plain_note(draft, cs, en)
    });
    let quality = accreditations(draft, award, false);
    let homepage = unit.homepage.as_ref().map(|page| web(draft, page.as_str()));
    let further = unit.further_information.as_ref();
    let further = further.map(|text| note(draft, NoteSubject::FurtherInformation, &NoteText::from(text)));
    let notes: Vec<Node> = further.into_iter().chain(restate::notes(draft, award)).collect();
    let members = members
        .maybe("entryRequirement", entry.as_ref())
        .many("accreditation", &quality)
        .maybe("homepage", homepage.as_ref())
        .many("additionalNote", &notes);
    let components: Vec<Node> = unit.components.iter().map(|one| component(draft, one)).collect();
    draft.node("Qualification", members.many("hasPart", &components))
}

/// One micro-credential of a stack, as something to be achieved.
pub(super) fn component(draft: &mut Draft, component: &Component) -> Node {
    let credit = credit(draft, &component.ects.to_string());
    let mut members = Members::new()
        .words("title", &component.title)
        .node("dcType", &concept(Scheme::Opportunity, crate::SHORT_PROGRAMME))
        .node("creditPoint", &credit);
    if let Some(level) = component.eqf {
        members = members.node("eqfLevel", &concept(Scheme::Eqf, &level.number().to_string()));
    }
    draft.node("Qualification", members.node("isPartialQualification", &Node::truth()))
}

/// One course of a set, as something to be achieved.
pub(super) fn course(draft: &mut Draft, part: &CoursePart) -> Node {
    let identifier = identifier(draft, scheme_name::COURSE, &part.code);
    let credit = credit(draft, &part.ects.to_string());
    let members =
        Members::new().node("identifier", &identifier).words("title", &part.title).node("creditPoint", &credit);
    draft.node("LearningAchievementSpecification", members)
}

/// ECTS credits; a decimal in a string, never a number.
pub(super) fn credit(draft: &mut Draft, points: &str) -> Node {
    let members = Members::new().node("framework", &concept(Scheme::Credit, crate::ECTS)).text("point", points);
    draft.node("CreditPoint", members)
}

fn identifiers(draft: &mut Draft, award: &Award) -> Vec<Node> {
    let unit = award.unit();
    let mut identifiers = vec![identifier(draft, scheme_name::UNIT, &format!("{}/{}", unit.id, unit.version))];
    if let UnitKind::Course { code, .. } = &unit.kind {
        identifiers.push(identifier(draft, scheme_name::COURSE, code));
    }
    identifiers
}

pub(super) fn identifier(draft: &mut Draft, scheme: &str, notation: &str) -> Node {
    let members = Members::new().text("schemeName", scheme).text("notation", notation);
    draft.node("Identifier", members)
}

fn learning_outcome(draft: &mut Draft, outcome: &LearningOutcome) -> Node {
    let skills: Vec<Node> = outcome
        .esco
        .iter()
        .map(|skill| concept::described(Scheme::EscoSkills, skill.uri.as_str(), &skill.label))
        .collect();
    let kind = record_code::outcome(outcome.kind).map(|code| concept(Scheme::SkillType, code));
    let competence = (outcome.kind == OutcomeKind::Competence)
        .then(|| short_note(draft, NoteSubject::Competence, "kompetence", "competence"));
    let members = Members::new()
        .words("title", &outcome.text)
        .maybe("dcType", kind.as_ref())
        .many("relatedESCOSkill", &skills)
        .maybe("additionalNote", competence.as_ref());
    draft.node("LearningOutcome", members)
}
