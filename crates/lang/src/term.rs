//! What a record's codes are called, and what only some units have, told in a line.

use signet_record::{
    Activity, ActivityKind, Assessment, AssessmentKind, CredentialType, Entitlement, EntitlementKind,
    EntitlementStatus, Mode, QualityAssurance, QualityKind, Supervision,
};

use crate::{Locale, args};

impl Locale {
    /// Form of participation.
    #[must_use]
    pub fn mode(self, mode: Mode) -> String {
        match mode {
            Mode::Presential => self.document_mode_presential(),
            Mode::Online => self.document_mode_online(),
            Mode::Blended => self.document_mode_blended(),
            Mode::ProjectBased => self.document_mode_project_based(),
            Mode::WorkBased => self.document_mode_work_based(),
            Mode::ResearchLab => self.document_mode_research_lab(),
        }
    }

    /// Type of assessment.
    #[must_use]
    pub fn assessment_kind(self, kind: AssessmentKind) -> String {
        match kind {
            AssessmentKind::WrittenExamination => self.document_assessment_written_examination(),
            AssessmentKind::OralExamination => self.document_assessment_oral_examination(),
            AssessmentKind::PracticalAssessment => self.document_assessment_practical_assessment(),
            AssessmentKind::ProjectWork => self.document_assessment_project_work(),
            AssessmentKind::Portfolio => self.document_assessment_portfolio(),
            AssessmentKind::MarkedAssignment => self.document_assessment_marked_assignment(),
            AssessmentKind::ContinuousEvaluation => self.document_assessment_continuous_evaluation(),
            AssessmentKind::Quiz => self.document_assessment_quiz(),
            AssessmentKind::ProblemBasedLearning => self.document_assessment_problem_based_learning(),
            AssessmentKind::GroupPerformance => self.document_assessment_group_performance(),
            AssessmentKind::PeerAssessment => self.document_assessment_peer_assessment(),
            AssessmentKind::PeerReview => self.document_assessment_peer_review(),
            AssessmentKind::ArtefactAssessment => self.document_assessment_artefact_assessment(),
            AssessmentKind::Attendance => self.document_assessment_attendance(),
        }
    }

    /// "Projekt (60 %)"
    #[must_use]
    pub fn assessment(self, assessment: &Assessment) -> String {
        let kind = self.assessment_kind(assessment.kind);
        match assessment.weight_percent {
            Some(percent) => {
                self.document_weight(args::DocumentWeight { assessment: kind, percent: percent.to_string() })
            }
            None => kind,
        }
    }

    /// Supervision and check of identity at the assessment.
    #[must_use]
    pub fn supervision(self, supervision: Supervision) -> String {
        match supervision {
            Supervision::SupervisedWithId => self.document_supervision_supervised_with_id(),
            Supervision::UnsupervisedWithId => self.document_supervision_unsupervised_with_id(),
            Supervision::UnsupervisedWithoutId => self.document_supervision_unsupervised_without_id(),
            Supervision::IdOnly => self.document_supervision_id_only(),
        }
    }

    /// Type of quality assurance.
    #[must_use]
    pub fn quality_kind(self, kind: QualityKind) -> String {
        match kind {
            QualityKind::InstitutionalQa => self.document_quality_institutional_qa(),
            QualityKind::ProgrammeQa => self.document_quality_programme_qa(),
            QualityKind::InstitutionalLicence => self.document_quality_institutional_licence(),
            QualityKind::ProgrammeLicence => self.document_quality_programme_licence(),
        }
    }

    /// What an accreditation is bound to: fields, levels, regions, types of credential. `None` when it is bound to nothing.
    #[must_use]
    pub fn quality_limits(self, quality: &QualityAssurance) -> Option<String> {
        let language = self.language();
        let fields = quality.fields.iter();
        let fields = fields.map(|field| {
            self.document_field_named(args::DocumentFieldNamed {
                code: field.code.as_str(),
                label: field.label.text(language),
            })
        });
        let levels = quality.levels.iter().map(|level| self.document_eqf(level.number()));
        let places = quality.jurisdictions.iter().map(|place| place.label.text(language).to_owned());
        let types = quality.credential_types.iter().map(|kind| match kind {
            CredentialType::Generic => self.document_credential_generic(),
            CredentialType::LearningActivity => self.document_credential_activity(),
            CredentialType::Qualification => self.document_credential_qualification(),
            CredentialType::DiplomaSupplement => self.document_credential_supplement(),
            CredentialType::Entitlement => self.document_credential_entitlement(),
        });
        let limits = fields.chain(levels).chain(places).chain(types).collect::<Vec<_>>().join("; ");
        (!limits.is_empty()).then_some(limits)
    }

    /// Type of activity.
    #[must_use]
    pub fn activity_kind(self, kind: ActivityKind) -> String {
        match kind {
            ActivityKind::Programme => self.document_activity_programme(),
            ActivityKind::Classroom => self.document_activity_classroom(),
            ActivityKind::ELearning => self.document_activity_e_learning(),
            ActivityKind::Practice => self.document_activity_practice(),
            ActivityKind::SelfStudy => self.document_activity_self_study(),
            ActivityKind::Research => self.document_activity_research(),
            ActivityKind::Workshop => self.document_activity_workshop(),
            ActivityKind::Internship => self.document_activity_internship(),
            ActivityKind::Apprenticeship => self.document_activity_apprenticeship(),
            ActivityKind::JobExperience => self.document_activity_job_experience(),
            ActivityKind::Volunteering => self.document_activity_volunteering(),
        }
    }

    /// "Přednášky; 26 hodin; prezenční forma"
    #[must_use]
    pub fn activity(self, activity: &Activity) -> String {
        let language = self.language();
        let mut parts = vec![activity.title.text(language).to_owned()];
        parts.extend(activity.hours.map(|hours| self.document_hours(u32::from(hours.count()))));
        parts.extend(activity.mode.map(|mode| self.mode(mode)));
        parts.extend(activity.period.map(|period| {
            self.document_period(args::DocumentPeriod { end: self.date(period.end), start: self.date(period.start) })
        }));
        parts.extend(activity.place.as_ref().map(|place| {
            self.document_body_in_country(args::DocumentBodyInCountry {
                body: place.name.text(language),
                country: place.country.name(language),
            })
        }));
        parts.join("; ")
    }

    /// The status of a service on a trusted list (TS 119 612 §5.5.4), by its short name; one that is not known here stands in brackets as the list writes it.
    #[must_use]
    pub fn service_status(self, name: &str) -> String {
        args::TrustStatus::from_key(name)
            .map_or_else(|| self.trust_status_unknown(name), |status| self.trust_status(status))
    }

    /// What kind of thing the holder is entitled to.
    #[must_use]
    pub fn entitlement_kind(self, kind: EntitlementKind) -> String {
        match kind {
            EntitlementKind::Occupation => self.document_entitlement_occupation(),
            EntitlementKind::LearningOpportunity => self.document_entitlement_learning(),
            EntitlementKind::Membership => self.document_entitlement_membership(),
        }
    }

    /// "Lektor kurzů; platí už nyní; Česko; do 31. 12. 2030"
    #[must_use]
    pub fn entitlement(self, entitlement: &Entitlement) -> String {
        let language = self.language();
        let mut parts = vec![entitlement.title.text(language).to_owned()];
        parts.push(match entitlement.status {
            EntitlementStatus::Actual => self.document_entitlement_actual(),
            EntitlementStatus::Prospective => self.document_entitlement_prospective(),
        });
        parts.extend(entitlement.occupations.iter().map(|occupation| occupation.label.text(language).to_owned()));
        parts.extend(entitlement.organisations.iter().map(|body| body.name.text(language).to_owned()));
        parts.extend(entitlement.jurisdictions.iter().map(|place| place.label.text(language).to_owned()));
        parts.extend(entitlement.expires.map(|day| self.document_until(self.date(day))));
        parts.join("; ")
    }
}
