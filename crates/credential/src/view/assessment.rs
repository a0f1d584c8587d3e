//! The assessment block.

use jiff::civil::Date;
use serde::Serialize;
use signet_record::Language;

use crate::Credential;
use crate::elm::LearningAssessment;
use crate::note_subject::NoteSubject;
use crate::vocabulary::Scheme;

use super::note::note_on;
use super::{LISTED, OrganisationView, first_label, label};

/// How the result was assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AssessmentsView<'a> {
    /// In the order of the file.
    pub assessments: Vec<AssessmentView<'a>>,
}

/// One assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AssessmentView<'a> {
    /// What it is called.
    pub title: Option<&'a str>,
    /// Types from the EU list: of the assessment itself, then of its parts.
    pub kinds: Vec<&'a str>,
    /// The grade achieved.
    pub grade: Option<&'a str>,
    /// The scale: its name.
    pub scheme: Option<&'a str>,
    /// The scale: its steps.
    pub scheme_description: Option<&'a str>,
    /// Supervision and identity check.
    pub supervision: Option<&'a str>,
    /// Day of the result.
    pub date: Option<Date>,
    /// Who assessed.
    pub assessors: Vec<&'a str>,
}

impl<'a> AssessmentView<'a> {
    fn of(assessment: LearningAssessment<'a>, language: Language) -> Self {
        let specification = assessment.specified_by().first();
        let scheme = specification.and_then(|specification| specification.grading_scheme().first());
        let of_parts = assessment.has_part().all().filter_map(|part| part.specified_by().first());
        let parts = specification.into_iter().flat_map(|specification| specification.has_part().all());
        let mut kinds = Vec::new();
        let all = specification.into_iter().chain(of_parts).chain(parts).take(LISTED);
        for kind in all.filter_map(|of| of.dc_type().first()) {
            if let Some(kind) = label(kind, Scheme::Assessment, language).filter(|kind| !kinds.contains(kind)) {
                kinds.push(kind);
            }
        }
        let agents = assessment.assessed_by().all().take(LISTED);
        let agents = agents.filter_map(|agent| OrganisationView::of(agent, language).name);
        let noted = note_on(assessment.additional_note(), NoteSubject::Assessor, language);
        AssessmentView {
            title: assessment.title().best(language),
            kinds,
            grade: assessment.grade().words().and_then(|words| words.best(language)),
            scheme: scheme.and_then(|scheme| scheme.title().best(language)),
            scheme_description: scheme.and_then(|scheme| scheme.description().best(language)),
            supervision: first_label(assessment.id_verification(), Scheme::Supervision, language),
            date: assessment.date_issued().day(),
            assessors: noted.into_iter().chain(agents).collect(),
        }
    }
}

impl Credential {
    /// How the result was assessed.
    pub fn assessments(&self, language: Language) -> AssessmentsView<'_> {
        let proofs = self.claim().into_iter().flat_map(|claim| claim.proven_by().all());
        AssessmentsView { assessments: proofs.take(LISTED).map(|proof| AssessmentView::of(proof, language)).collect() }
    }
}
