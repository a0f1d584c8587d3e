//! Facts as the sentences choose by them.

use signet_lang::args::{self, VerifyValidityStatusKind};
use signet_seal::{
    HolderKind, Level, Outcome,
    fact::{Changes, SourceKind, StampClass},
    qualification::{QualificationReason, SealClass},
    revocation::CrlReason,
};

use crate::{
    body::BodyDifference,
    check::{Aspect, FilePart},
    fact::{
        Asked, AwardProof, CredentialStatus, MandateProblem, NotConsulted, PictureDoubt, StatusFinding, StatusProblem,
        Unvouched,
    },
    record_root::RootState,
};

/// Of three choices the one that belongs to an outcome.
pub(crate) fn by_outcome<T>(outcome: Outcome, holds: T, fails: T, open: T) -> T {
    match outcome {
        Outcome::Holds => holds,
        Outcome::Fails => fails,
        Outcome::CannotTell => open,
    }
}

/// An outcome, where a sentence chooses by nothing else.
pub(crate) fn outcome(outcome: Outcome) -> args::Outcome {
    by_outcome(outcome, args::Outcome::Holds, args::Outcome::Fails, args::Outcome::Open)
}

/// Why a certificate was revoked (RFC 5280 §5.3.1). The number comes from the authority: 7 is not used, and others may be added.
pub(crate) fn revocation_reason(reason: CrlReason) -> args::FindingReason {
    match reason.0 {
        // removeFromCRL says that a suspension is over, and no reason beside that.
        0 | 8 => args::FindingReason::Unspecified,
        1 => args::FindingReason::KeyCompromise,
        2 => args::FindingReason::CACompromise,
        3 => args::FindingReason::AffiliationChanged,
        4 => args::FindingReason::Superseded,
        5 => args::FindingReason::CessationOfOperation,
        6 => args::FindingReason::CertificateHold,
        9 => args::FindingReason::PrivilegeWithdrawn,
        10 => args::FindingReason::AACompromise,
        _ => args::FindingReason::Unknown,
    }
}

pub(crate) fn changes(changes: &Changes) -> args::FindingChangesAfter {
    match changes {
        Changes::None => args::FindingChangesAfter::None,
        Changes::Evidence { seals: false } => args::FindingChangesAfter::Evidence,
        Changes::Evidence { seals: true } => args::FindingChangesAfter::Seals,
        Changes::Metadata { .. } => args::FindingChangesAfter::Metadata,
        Changes::Shown { .. } => args::FindingChangesAfter::Shown,
        Changes::Content { .. } => args::FindingChangesAfter::Content,
    }
}

pub(crate) fn holder(kind: HolderKind) -> args::VerifySealLegalPerson {
    match kind {
        HolderKind::LegalPerson => args::VerifySealLegalPerson::LegalPerson,
        HolderKind::NaturalPerson => args::VerifySealLegalPerson::NaturalPerson,
        HolderKind::Website => args::VerifySealLegalPerson::Website,
        HolderKind::Unclear => args::VerifySealLegalPerson::Unclear,
    }
}

pub(crate) fn level(level: Level) -> args::FindingLevel {
    match level {
        Level::NotBaseline => args::FindingLevel::NotBaseline,
        Level::BB => args::FindingLevel::BB,
        Level::BT => args::FindingLevel::BT,
        Level::BLT => args::FindingLevel::BLt,
        Level::BLTA => args::FindingLevel::BLta,
    }
}

pub(crate) fn form(kind: SourceKind) -> args::RevocationForm {
    match kind {
        SourceKind::Crl => args::RevocationForm::Crl,
        SourceKind::Ocsp => args::RevocationForm::Ocsp,
    }
}

pub(crate) fn stamp_class(class: StampClass) -> args::FindingStampQualified {
    match class {
        StampClass::Qualified => args::FindingStampQualified::Yes,
        StampClass::NotQualified => args::FindingStampQualified::No,
        StampClass::Unknown => args::FindingStampQualified::Unknown,
    }
}

pub(crate) fn seal_class(class: SealClass) -> args::SealClass {
    match class {
        SealClass::QeSeal => args::SealClass::QESeal,
        SealClass::AdeSealQc => args::SealClass::AdESealQc,
        SealClass::AdeSeal => args::SealClass::AdESeal,
        SealClass::QeSig => args::SealClass::QESig,
        SealClass::AdeSigQc => args::SealClass::AdESigQc,
        SealClass::AdeSig => args::SealClass::AdESig,
        SealClass::NotApplicable => args::SealClass::None,
    }
}

pub(crate) fn qualification_reason(reason: &QualificationReason) -> args::QualificationReason {
    match reason {
        QualificationReason::NoLists => args::QualificationReason::NoLists,
        QualificationReason::ListUnavailable(_) => args::QualificationReason::ListUnavailable,
        QualificationReason::NotListed => args::QualificationReason::NotListed,
        QualificationReason::NotListedThen => args::QualificationReason::NotListedThen,
        QualificationReason::NotThatService => args::QualificationReason::NotThatService,
        QualificationReason::NotForThisType => args::QualificationReason::NotForThisType,
        QualificationReason::NotGranted(_) => args::QualificationReason::NotGranted,
        QualificationReason::Overruled => args::QualificationReason::Overruled,
        QualificationReason::Unclear => args::QualificationReason::Unclear,
        QualificationReason::Conflict => args::QualificationReason::Conflict,
        QualificationReason::NotClaimed => args::QualificationReason::NotClaimed,
        QualificationReason::OtherLaw => args::QualificationReason::OtherLaw,
        QualificationReason::TypeUnclear => args::QualificationReason::TypeUnclear,
        QualificationReason::ForWebsites => args::QualificationReason::ForWebsites,
    }
}

/// What stands in the way, of a list that nobody vouches for; asked of these two alone.
pub(crate) fn suspended_or_revoked(status: &CredentialStatus) -> args::SuspendedOrRevoked {
    match status {
        CredentialStatus::Suspended => args::SuspendedOrRevoked::Suspended,
        _ => args::SuspendedOrRevoked::Revoked,
    }
}

/// What a status list that cannot be relied on, or none, is told as.
pub(crate) fn status(found: &StatusFinding) -> args::VerifyValidityStatusKind {
    match found {
        StatusFinding::NoneNamed => VerifyValidityStatusKind::NoneNamed,
        StatusFinding::Unread(_) => VerifyValidityStatusKind::Kind,
        StatusFinding::Address => VerifyValidityStatusKind::Address,
        StatusFinding::Unreachable => VerifyValidityStatusKind::Unreachable,
        StatusFinding::Offline => VerifyValidityStatusKind::Offline,
        StatusFinding::Problem(problem) => match problem {
            StatusProblem::OtherSignature { .. } => VerifyValidityStatusKind::OtherSignature,
            StatusProblem::Unsealed { .. } => VerifyValidityStatusKind::Unsealed,
            StatusProblem::Purpose => VerifyValidityStatusKind::Purpose,
            StatusProblem::Stale => VerifyValidityStatusKind::Stale,
            StatusProblem::NotAList
            | StatusProblem::Seal
            | StatusProblem::AnotherSealer
            | StatusProblem::AnotherList
            | StatusProblem::NoSuchPlace => VerifyValidityStatusKind::Other,
        },
        StatusFinding::Said { status, .. } => match status {
            CredentialStatus::Valid | CredentialStatus::Refresh | CredentialStatus::Message(_) => {
                VerifyValidityStatusKind::Holds
            }
            CredentialStatus::Revoked => VerifyValidityStatusKind::Revoked,
            CredentialStatus::Superseded => VerifyValidityStatusKind::Superseded,
            CredentialStatus::Suspended => VerifyValidityStatusKind::Other,
        },
    }
}

impl From<Aspect> for args::FindingAspect {
    fn from(value: Aspect) -> Self {
        match value {
            Aspect::Integrity => Self::Integrity,
            Aspect::Signer => Self::Signer,
            Aspect::Revocation => Self::Revocation,
            Aspect::Time => Self::Time,
            Aspect::Algorithms => Self::Algorithms,
            Aspect::Level => Self::Level,
            Aspect::Qualification => Self::Qualification,
            Aspect::Issuer => Self::Issuer,
        }
    }
}

impl From<Asked> for args::FindingRevocationKind {
    fn from(value: Asked) -> Self {
        match value {
            Asked::Nobody => Self::Nobody,
            Asked::Nowhere => Self::Nowhere,
            Asked::Unanswered => Self::Unanswered,
        }
    }
}

impl From<AwardProof> for args::VerifySealAwardingBodyKind {
    fn from(value: AwardProof) -> Self {
        match value {
            AwardProof::SameBody => Self::SameBody,
            AwardProof::Statement => Self::Statement,
            AwardProof::Configured => Self::Configured,
            AwardProof::Claimed => Self::Claimed,
            AwardProof::Unclear => Self::Unclear,
        }
    }
}

impl From<AwardProof> for args::VerifySourceAwardKind {
    fn from(value: AwardProof) -> Self {
        match value {
            AwardProof::SameBody => Self::SameBody,
            AwardProof::Statement => Self::Statement,
            AwardProof::Configured => Self::Configured,
            AwardProof::Claimed => Self::Claimed,
            AwardProof::Unclear => Self::Unclear,
        }
    }
}

impl From<BodyDifference> for args::FindingIssuerDiffersWhat {
    fn from(value: BodyDifference) -> Self {
        match value {
            BodyDifference::Identifier => Self::Identifier,
            BodyDifference::Tax => Self::Tax,
            BodyDifference::Name => Self::Name,
            BodyDifference::Language => Self::Language,
            BodyDifference::Country => Self::Country,
            BodyDifference::NoCountry => Self::NoCountry,
            BodyDifference::Scheme => Self::Scheme,
            BodyDifference::NoIdentifier => Self::NoIdentifier,
            BodyDifference::NoneSaid => Self::NoIssuer,
            BodyDifference::NoName => Self::NoName,
        }
    }
}

impl From<MandateProblem> for args::VerifyMandateProblem {
    fn from(value: MandateProblem) -> Self {
        match value {
            MandateProblem::NotAStatement => Self::NotAStatement,
            MandateProblem::Seal => Self::Seal,
            MandateProblem::AnotherAuthor => Self::AnotherAuthor,
            MandateProblem::AnotherAwardingBody => Self::AnotherAwardingBody,
            MandateProblem::AnotherSealer => Self::AnotherSealer,
            MandateProblem::NotThen => Self::NotThen,
        }
    }
}

impl From<NotConsulted> for args::QualificationReason {
    fn from(value: NotConsulted) -> Self {
        match value {
            NotConsulted::Test => Self::Test,
            NotConsulted::NoLists => Self::NotConsulted,
            NotConsulted::NoPath => Self::NoPath,
        }
    }
}

impl From<FilePart> for args::SealedPart {
    fn from(value: FilePart) -> Self {
        match value {
            FilePart::Credential => Self::Credential,
            FilePart::Document => Self::Document,
            FilePart::Embedded => Self::Embedded,
        }
    }
}

impl From<PictureDoubt> for args::VerifyFormatPicture {
    fn from(value: PictureDoubt) -> Self {
        match value {
            PictureDoubt::Seal => Self::Seal,
            PictureDoubt::Picture => Self::Picture,
            PictureDoubt::Pages => Self::Pages,
            PictureDoubt::Page => Self::Page,
            PictureDoubt::Annotations => Self::Annotations,
            PictureDoubt::AnotherDrawing => Self::AnotherDrawing,
        }
    }
}

impl From<Unvouched> for args::VerifyValiditySeal {
    fn from(value: Unvouched) -> Self {
        match value {
            Unvouched::Absent => Self::Absent,
            Unvouched::Test => Self::Test,
            Unvouched::Fails => Self::Fails,
            Unvouched::Open => Self::Open,
        }
    }
}

impl From<RootState> for args::VerifyFormatRecordRoot {
    fn from(value: RootState) -> Self {
        match value {
            RootState::Broken => Self::Broken,
            RootState::Unreadable => Self::Unreadable,
            RootState::Absent | RootState::Closed | RootState::Proven => Self::Absent,
        }
    }
}
