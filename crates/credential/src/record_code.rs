//! Codes of the EU's lists for the members of the record's closed lists.

use signet_record::{
    ActivityKind, AssessmentKind, CredentialType, EntitlementKind, EntitlementStatus, Mode, OutcomeKind, QualityKind,
    Supervision,
};

/// Code of a form of participation in the list of modes of learning.
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Presential => "9191af2ed9",
        Mode::Online => "920fbb3cbe",
        Mode::Blended => "e92d221e4d",
        Mode::ProjectBased => "7813801c77",
        Mode::WorkBased => "729f3bed4b",
        Mode::ResearchLab => "ed4c557045",
    }
}

pub(crate) fn assessment(kind: AssessmentKind) -> &'static str {
    match kind {
        AssessmentKind::WrittenExamination => "6e6cb2cc78",
        AssessmentKind::OralExamination => "d30284d7df",
        AssessmentKind::PracticalAssessment => "6a4db9f11d",
        AssessmentKind::ProjectWork => "795dac4096",
        AssessmentKind::Portfolio => "4f03b91c0e",
        AssessmentKind::MarkedAssignment => "2939dae15f",
        AssessmentKind::ContinuousEvaluation => "3484bd7e51",
        AssessmentKind::Quiz => "b1b68f6735",
        AssessmentKind::ProblemBasedLearning => "c4256a2726",
        AssessmentKind::GroupPerformance => "56539a6507",
        AssessmentKind::PeerAssessment => "19a2e5e671",
        AssessmentKind::PeerReview => "812e3b0ae1",
        AssessmentKind::ArtefactAssessment => "de4d165a6c",
        AssessmentKind::Attendance => "7331eb4762",
    }
}

pub(crate) fn supervision(supervision: Supervision) -> &'static str {
    match supervision {
        Supervision::SupervisedWithId => "70be69aaf9",
        Supervision::UnsupervisedWithId => "df2880c5cb",
        Supervision::UnsupervisedWithoutId => "c598449d64",
        Supervision::IdOnly => "44314532f9",
    }
}

pub(crate) fn quality(kind: QualityKind) -> &'static str {
    match kind {
        QualityKind::InstitutionalQa => "bb4618238e",
        QualityKind::ProgrammeQa => "820101cba6",
        QualityKind::InstitutionalLicence => "003293d2ce",
        QualityKind::ProgrammeLicence => "e57dddfcf3",
    }
}

pub(crate) fn activity(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Programme => "fd33e234ae",
        ActivityKind::Classroom => "ff436ea7c9",
        ActivityKind::ELearning => "bf2e3a7bae",
        ActivityKind::Practice => "3c8bd58d62",
        ActivityKind::SelfStudy => "b660f5dcea",
        ActivityKind::Research => "a7e556215a",
        ActivityKind::Workshop => "efff75e10a",
        ActivityKind::Internship => "bf5588ff84",
        ActivityKind::Apprenticeship => "d46a826a39",
        ActivityKind::JobExperience => "4357e0e681",
        ActivityKind::Volunteering => "59eaf34fab",
    }
}

pub(crate) fn credential_type(kind: CredentialType) -> &'static str {
    match kind {
        CredentialType::Generic => "e34929035b",
        CredentialType::LearningActivity => "48b514e72a",
        CredentialType::Qualification => "6cf8e68c43",
        CredentialType::DiplomaSupplement => "6dff8a0f87",
        CredentialType::Entitlement => "bdc47cb449",
    }
}

pub(crate) fn entitlement_status(status: EntitlementStatus) -> &'static str {
    match status {
        EntitlementStatus::Actual => "b7015a8a8c",
        EntitlementStatus::Prospective => "5b8d6b34fb",
    }
}

pub(crate) fn entitlement(kind: EntitlementKind) -> &'static str {
    match kind {
        EntitlementKind::Occupation => "52f62180c2",
        EntitlementKind::LearningOpportunity => "64aad92881",
        EntitlementKind::Membership => "bebd32e8e6",
    }
}

/// The EU's list has knowledge and skill only; a competence is told apart by a note.
pub(crate) fn outcome(kind: OutcomeKind) -> Option<&'static str> {
    match kind {
        OutcomeKind::Knowledge => Some("knowledge"),
        OutcomeKind::Skill => Some("skill"),
        OutcomeKind::Competence => None,
    }
}

/// The member of a closed list that has this code: the way back from [`mode`] and its like.
pub(crate) fn member<T: Copy>(all: &[T], code_of: fn(T) -> &'static str, code: &str) -> Option<T> {
    all.iter().copied().find(|one| code_of(*one) == code)
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use crate::vocabulary::Scheme;

    fn on_the_list<T: Copy + Debug>(all: &[T], code_of: fn(T) -> &'static str, scheme: Scheme) {
        for &kind in all {
            assert!(scheme.label(code_of(kind)).is_some(), "{kind:?}");
        }
    }

    #[test]
    fn every_word_of_the_record_is_on_the_eu_list() {
        on_the_list(AssessmentKind::ALL, assessment, Scheme::Assessment);
        on_the_list(Mode::ALL, mode, Scheme::Mode);
        on_the_list(Supervision::ALL, supervision, Scheme::Supervision);
        on_the_list(ActivityKind::ALL, activity, Scheme::Activity);
        on_the_list(CredentialType::ALL, credential_type, Scheme::Credential);
        on_the_list(EntitlementKind::ALL, entitlement, Scheme::Entitlement);
        on_the_list(EntitlementStatus::ALL, entitlement_status, Scheme::EntitlementStatus);
        on_the_list(QualityKind::ALL, quality, Scheme::Accreditation);
    }
}
