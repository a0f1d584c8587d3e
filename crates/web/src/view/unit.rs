//! A unit of learning, as the catalogue tells it.

use signet_lang::Locale;
use signet_record::{
    Assessment, AssessmentKind, Institution, Language, Mode, OutcomeKind, QualityKind, Stacking, Supervision, Unit,
    UnitKind,
};

use super::{
    CredentialView, Fact, KeyFact, OtherTitle, OutcomeGroup, Section, UnitCard,
    credential::{ects, plain_level},
};

impl CredentialView {
    /// What a credential for this unit will say.
    pub fn of_unit(unit: &Unit, institution: &Institution, l: Locale) -> Self {
        let language = l.language();
        let other = match language {
            Language::Cs => Language::En,
            Language::En => Language::Cs,
        };
        CredentialView {
            kind: l.web_credential(),
            title: unit.title.text(language).to_owned(),
            title_other: Some(OtherTitle { code: other.code().to_owned(), text: unit.title.text(other).to_owned() }),
            key: key(unit, institution, l),
            outcomes: outcomes(unit, l),
            sections: vec![
                Section { id: "assessment", heading: l.web_assessment(), facts: assessed(unit, l) },
                Section { id: "quality", heading: l.web_quality(), facts: assured(unit, l) },
                Section { id: "about", heading: l.web_unit_about(), facts: about(unit, institution, l) },
            ],
            five: Vec::new(),
        }
    }
}

impl UnitCard {
    /// The unit in a list; `href` is its page.
    pub fn of(unit: &Unit, institution: &Institution, href: String, l: Locale) -> Self {
        let language = l.language();
        UnitCard {
            href,
            title: unit.title.text(language).to_owned(),
            institution: institution.legal_name.text(language).to_owned(),
            tags: vec![ects(&unit.ects.to_string(), l), l.web_eqf(unit.eqf.number()), mode(unit.mode, l)],
        }
    }
}

/// Which of the three kinds it is.
pub fn kind(unit: &Unit, l: Locale) -> String {
    match unit.kind {
        UnitKind::LifelongLearning => l.web_kind_lifelong(),
        UnitKind::Course { .. } => l.web_kind_course(),
        UnitKind::CourseSet { .. } => l.web_kind_set(),
    }
}

fn key(unit: &Unit, institution: &Institution, l: Locale) -> Vec<KeyFact> {
    let language = l.language();
    let level = unit.eqf.number();
    let fact = |label: String, value: String, note: Option<String>| KeyFact { label, value, note };
    vec![
        fact(
            l.web_awarding_body(),
            institution.legal_name.text(language).to_owned(),
            unit.faculty.as_ref().map(|faculty| faculty.name.text(language).to_owned()),
        ),
        fact(l.web_workload(), ects(&unit.ects.to_string(), l), Some(l.web_hours(unit.hours.count()))),
        fact(l.web_level(), l.web_eqf(level), plain_level(level, l)),
        fact(l.web_mode(), mode(unit.mode, l), None),
        fact(l.web_teaching_language(), languages(unit, language), None),
    ]
}

fn languages(unit: &Unit, language: Language) -> String {
    unit.languages.iter().map(|taught| taught.name(language)).collect::<Vec<_>>().join(", ")
}

fn outcomes(unit: &Unit, l: Locale) -> Vec<OutcomeGroup> {
    [
        (OutcomeKind::Knowledge, l.web_outcomes_knowledge()),
        (OutcomeKind::Skill, l.web_outcomes_skills()),
        (OutcomeKind::Competence, l.web_outcomes_competences()),
    ]
    .into_iter()
    .filter_map(|(kind, heading)| {
        let of_kind = unit.outcomes.iter().filter(|outcome| outcome.kind == kind);
        let items: Vec<String> = of_kind.map(|outcome| outcome.text.text(l.language()).to_owned()).collect();
        (!items.is_empty()).then_some(OutcomeGroup { heading, items })
    })
    .collect()
}

fn assessed(unit: &Unit, l: Locale) -> Vec<Fact> {
    let language = l.language();
    let scale = unit.grading.description.as_ref().map(|text| text.text(language).to_owned());
    let kinds = unit.assessments.iter().map(|assessment| weighed(assessment, l)).collect();
    let steps = unit.grading.grades.iter().map(|step| l.document_grade(step.code.as_str(), step.label.text(language)));
    [
        Fact::several(l.web_assessment_type(), kinds),
        Fact::several(
            l.web_grade_scale(),
            std::iter::once(unit.grading.title.text(language).to_owned()).chain(scale).chain(steps).collect(),
        ),
        Some(Fact::new(l.web_supervision(), supervision(unit.supervision, l))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn weighed(assessment: &Assessment, l: Locale) -> String {
    let kind = assessment_kind(assessment.kind, l);
    match assessment.weight_percent {
        Some(percent) => l.web_assessment_weight(kind, percent),
        None => kind,
    }
}

fn assured(unit: &Unit, l: Locale) -> Vec<Fact> {
    let language = l.language();
    let quality = &unit.quality;
    let valid = match (quality.issued, quality.expires) {
        (Some(start), Some(end)) => Some(l.web_quality_valid_span(l.date(end), l.date(start))),
        (Some(start), None) => Some(l.web_quality_valid_from(l.date(start))),
        (None, Some(end)) => Some(l.web_quality_valid_until(l.date(end))),
        (None, None) => None,
    };
    let kind = match quality.kind {
        QualityKind::InstitutionalQa => l.document_quality_institutional_qa(),
        QualityKind::ProgrammeQa => l.document_quality_programme_qa(),
        QualityKind::InstitutionalLicence => l.document_quality_institutional_licence(),
        QualityKind::ProgrammeLicence => l.document_quality_programme_licence(),
    };
    [
        Some(Fact::new(l.web_quality_kind(), kind)),
        Some(Fact::new(l.web_quality_body(), quality.body.text(language))),
        Some(Fact::new(l.web_quality_decision(), quality.decision.as_str())),
        Fact::several(l.web_quality_valid(), valid.into_iter().collect()),
        quality.report.as_ref().and_then(|report| Fact::link(l.web_quality_report(), report.as_str())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn about(unit: &Unit, institution: &Institution, l: Locale) -> Vec<Fact> {
    let language = l.language();
    let text =
        |label: String, text: Option<&signet_record::Bilingual>| text.map(|text| Fact::new(label, text.text(language)));
    let parts = match &unit.kind {
        UnitKind::CourseSet { parts, .. } => parts.iter().map(|part| part.title.text(language).to_owned()).collect(),
        UnitKind::Course { programme, .. } => vec![programme.text(language).to_owned()],
        UnitKind::LifelongLearning => Vec::new(),
    };
    let stacking = match &unit.stacking {
        Stacking::StandAlone => l.document_stand_alone(),
        Stacking::Towards { note } => note.text(language).to_owned(),
    };
    [
        Some(Fact::new(
            l.web_subject(),
            l.document_field_named(unit.isced.code.as_str(), unit.isced.label.text(language)),
        )),
        text(l.web_nqf(), unit.nqf.as_ref().map(|nqf| &nqf.label)),
        Fact::several(l.web_parts(), parts),
        Some(Fact::new(
            l.web_prerequisites(),
            unit.prerequisites
                .as_ref()
                .map_or_else(|| l.document_no_prerequisites(), |text| text.text(language).to_owned()),
        )),
        Some(Fact::new(l.web_stacking(), stacking)),
        Some(Fact::new(
            l.web_legal_basis(),
            unit.legal_basis.as_ref().unwrap_or(&institution.legal_basis).text(language),
        )),
        text(l.web_further(), unit.further_information.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn mode(mode: Mode, l: Locale) -> String {
    match mode {
        Mode::Presential => l.document_mode_presential(),
        Mode::Online => l.document_mode_online(),
        Mode::Blended => l.document_mode_blended(),
        Mode::ProjectBased => l.document_mode_project_based(),
        Mode::WorkBased => l.document_mode_work_based(),
        Mode::ResearchLab => l.document_mode_research_lab(),
    }
}

fn supervision(supervision: Supervision, l: Locale) -> String {
    match supervision {
        Supervision::SupervisedWithId => l.document_supervision_supervised_with_id(),
        Supervision::UnsupervisedWithId => l.document_supervision_unsupervised_with_id(),
        Supervision::UnsupervisedWithoutId => l.document_supervision_unsupervised_without_id(),
        Supervision::IdOnly => l.document_supervision_id_only(),
    }
}

fn assessment_kind(kind: AssessmentKind, l: Locale) -> String {
    match kind {
        AssessmentKind::WrittenExamination => l.document_assessment_written_examination(),
        AssessmentKind::OralExamination => l.document_assessment_oral_examination(),
        AssessmentKind::PracticalAssessment => l.document_assessment_practical_assessment(),
        AssessmentKind::ProjectWork => l.document_assessment_project_work(),
        AssessmentKind::Portfolio => l.document_assessment_portfolio(),
        AssessmentKind::MarkedAssignment => l.document_assessment_marked_assignment(),
        AssessmentKind::ContinuousEvaluation => l.document_assessment_continuous_evaluation(),
        AssessmentKind::Quiz => l.document_assessment_quiz(),
        AssessmentKind::ProblemBasedLearning => l.document_assessment_problem_based_learning(),
        AssessmentKind::GroupPerformance => l.document_assessment_group_performance(),
        AssessmentKind::PeerAssessment => l.document_assessment_peer_assessment(),
        AssessmentKind::PeerReview => l.document_assessment_peer_review(),
        AssessmentKind::ArtefactAssessment => l.document_assessment_artefact_assessment(),
        AssessmentKind::Attendance => l.document_assessment_attendance(),
    }
}
