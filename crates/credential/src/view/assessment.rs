//! The assessment block.

use jiff::civil::Date;
use serde::Serialize;
use signet_record::Language;

use crate::Credential;
use crate::json::Value;
use crate::vocabulary::Scheme;

use super::note::note_on;
use super::when::day;
use super::{LISTED, OrganisationView, Subject, label, words};

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
    fn of(value: Value<'a>, language: Language) -> Self {
        let specification = value.first("specifiedBy");
        let scheme = specification.and_then(|specification| specification.first("gradingScheme"));
        let own = specification.into_iter().chain(value.all("hasPart").filter_map(|part| part.first("specifiedBy")));
        let parts = specification.into_iter().flat_map(|specification| specification.all("hasPart"));
        let mut kinds = Vec::new();
        for kind in own.chain(parts).take(LISTED).filter_map(|of| of.first("dcType")) {
            if let Some(kind) = label(kind, Scheme::Assessment, language).filter(|kind| !kinds.contains(kind)) {
                kinds.push(kind);
            }
        }
        let agents =
            value.all("assessedBy").take(LISTED).filter_map(|agent| OrganisationView::of(agent, language).name);
        AssessmentView {
            title: words(value, "title", language),
            kinds,
            grade: value.first("grade").and_then(|grade| words(grade, "noteLiteral", language)),
            scheme: scheme.and_then(|scheme| words(scheme, "title", language)),
            scheme_description: scheme.and_then(|scheme| words(scheme, "description", language)),
            supervision: value.first("idVerification").and_then(|check| label(check, Scheme::Supervision, language)),
            date: day(value, "dateIssued"),
            assessors: note_on(value, Subject::Assessor, language).into_iter().chain(agents).collect(),
        }
    }
}

impl Credential {
    /// How the result was assessed.
    pub fn assessments(&self, language: Language) -> AssessmentsView<'_> {
        let proofs = self.claim().into_iter().flat_map(|claim| claim.all("provenBy"));
        AssessmentsView { assessments: proofs.take(LISTED).map(|proof| AssessmentView::of(proof, language)).collect() }
    }
}
