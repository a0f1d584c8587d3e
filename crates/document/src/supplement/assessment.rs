//! How the learning was assessed, with what result, and who answers for its quality.

use signet_lang::Locale;
use signet_record::assessment::{Assessment, AssessmentKind, Supervision};
use signet_record::quality::QualityKind;
use signet_record::{Award, CredentialType, QualityAssurance, Unit};

use super::additions;
use crate::view::{Entry, Pair};

pub(super) fn types(unit: &Unit) -> Vec<Entry> {
    unit.assessments.iter().flat_map(one).collect()
}

/// "Projekt (60 %)" and, below, what is asked.
fn one(assessment: &Assessment) -> Vec<Entry> {
    let name = Pair::says(|locale| {
        let kind = kind(assessment.kind, locale);
        match assessment.weight_percent {
            Some(percent) => locale.document_weight(kind, percent.to_string()),
            None => kind,
        }
    });
    let mut entries = vec![Entry::Lead(name)];
    entries.extend(assessment.description.as_ref().map(|text| Entry::Text(Pair::from(text))));
    entries
}

pub(super) fn kind(kind: AssessmentKind, locale: Locale) -> String {
    match kind {
        AssessmentKind::WrittenExamination => locale.document_assessment_written_examination(),
        AssessmentKind::OralExamination => locale.document_assessment_oral_examination(),
        AssessmentKind::PracticalAssessment => locale.document_assessment_practical_assessment(),
        AssessmentKind::ProjectWork => locale.document_assessment_project_work(),
        AssessmentKind::Portfolio => locale.document_assessment_portfolio(),
        AssessmentKind::MarkedAssignment => locale.document_assessment_marked_assignment(),
        AssessmentKind::ContinuousEvaluation => locale.document_assessment_continuous_evaluation(),
        AssessmentKind::Quiz => locale.document_assessment_quiz(),
        AssessmentKind::ProblemBasedLearning => locale.document_assessment_problem_based_learning(),
        AssessmentKind::GroupPerformance => locale.document_assessment_group_performance(),
        AssessmentKind::PeerAssessment => locale.document_assessment_peer_assessment(),
        AssessmentKind::PeerReview => locale.document_assessment_peer_review(),
        AssessmentKind::ArtefactAssessment => locale.document_assessment_artefact_assessment(),
        AssessmentKind::Attendance => locale.document_assessment_attendance(),
    }
}

pub(super) fn supervision(unit: &Unit) -> Vec<Entry> {
    vec![Entry::Text(Pair::says(|locale| match unit.supervision {
        Supervision::SupervisedWithId => locale.document_supervision_supervised_with_id(),
        Supervision::UnsupervisedWithId => locale.document_supervision_unsupervised_with_id(),
        Supervision::UnsupervisedWithoutId => locale.document_supervision_unsupervised_without_id(),
        Supervision::IdOnly => locale.document_supervision_id_only(),
    }))]
}

pub(super) fn grade(award: &Award) -> Vec<Entry> {
    let outcome = award.outcome();
    let scheme = &award.unit().grading;
    let grade = &outcome.grade;
    let reached = Pair::says(|locale| {
        let label = grade.label.text(locale.language());
        if label == grade.code.as_str() { label.to_owned() } else { locale.document_grade(grade.code.as_str(), label) }
    });
    let mut entries = vec![Entry::Lead(reached), Entry::fact(Locale::document_scale, Pair::from(&scheme.title))];
    entries.extend(scheme.description.as_ref().map(|text| Entry::Text(Pair::from(text))));
    entries.push(Entry::fact(Locale::document_assessed_on, Pair::says(|locale| locale.date(outcome.date))));
    if let Some(assessor) = &outcome.assessor {
        entries.push(Entry::fact(Locale::document_assessor, Pair::same(assessor.as_str())));
    }
    entries.extend(additions::results_of_parts(award));
    entries
}

pub(super) fn quality(unit: &Unit) -> Vec<Entry> {
    let all = std::iter::once(&unit.quality).chain(&unit.accreditations);
    let mut entries: Vec<Entry> = all.flat_map(accreditation).collect();
    let version = Pair::says(|locale| locale.document_framework_version(unit.framework.as_str()));
    entries.push(Entry::fact(Locale::document_framework, version));
    entries
}

fn accreditation(quality: &QualityAssurance) -> Vec<Entry> {
    let decision = Pair::says(|locale| match quality.issued {
        Some(day) => locale.document_decision_dated(locale.date(day), quality.decision.as_str()),
        None => quality.decision.as_str().to_owned(),
    });
    let body = Pair::says(|locale| {
        let language = locale.language();
        locale.document_body_in_country(quality.body.text(language), quality.body_country.name(language))
    });
    let mut entries = vec![
        Entry::Lead(Pair::says(|locale| match quality.kind {
            QualityKind::InstitutionalQa => locale.document_quality_institutional_qa(),
            QualityKind::ProgrammeQa => locale.document_quality_programme_qa(),
            QualityKind::InstitutionalLicence => locale.document_quality_institutional_licence(),
            QualityKind::ProgrammeLicence => locale.document_quality_programme_licence(),
        })),
        Entry::Text(body),
        Entry::fact(Locale::document_decision, decision),
    ];
    if let Some(day) = quality.expires {
        entries.push(Entry::fact(Locale::document_quality_until, Pair::says(|locale| locale.date(day))));
    }
    entries.extend(
        quality
            .report
            .as_ref()
            .map(|page| Entry::Web { label: Pair::says(Locale::document_report), url: page.as_str().to_owned() }),
    );
    entries.extend(limits(quality));
    entries
}

/// What an accreditation holds for, and when it is looked at again.
fn limits(quality: &QualityAssurance) -> Vec<Entry> {
    let mut entries = Vec::new();
    if let Some(day) = quality.review {
        entries.push(Entry::fact(Locale::document_review, Pair::says(|locale| locale.date(day))));
    }
    let value = Pair::says(|locale| {
        let language = locale.language();
        let fields = quality.fields.iter();
        let fields = fields.map(|field| locale.document_field_named(field.code.as_str(), field.label.text(language)));
        let levels = quality.levels.iter().map(|level| locale.document_eqf(level.number()));
        let places = quality.jurisdictions.iter().map(|place| place.label.text(language).to_owned());
        let types = quality.credential_types.iter().map(|kind| match kind {
            CredentialType::Generic => locale.document_credential_generic(),
            CredentialType::LearningActivity => locale.document_credential_activity(),
            CredentialType::Qualification => locale.document_credential_qualification(),
            CredentialType::DiplomaSupplement => locale.document_credential_supplement(),
            CredentialType::Entitlement => locale.document_credential_entitlement(),
        });
        fields.chain(levels).chain(places).chain(types).collect::<Vec<_>>().join("; ")
    });
    if !value.cs.is_empty() {
        entries.push(Entry::fact(Locale::document_accredited_for, value));
    }
    entries
}
