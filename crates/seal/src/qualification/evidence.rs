//! What came of an assessment, with everything that can be told about how.

use crate::certificate::QcType;
use crate::trusted_list::{ServiceStatus, ServiceType};
use jiff::Timestamp;

/// What a seal is under Regulation (EU) No 910/2014.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum SealClass {
    /// Qualified electronic seal (Article 3 (27)).
    #[serde(rename = "QESeal")]
    QeSeal,
    /// Advanced electronic seal based on a qualified certificate.
    #[serde(rename = "AdESeal-QC")]
    AdeSealQc,
    /// Advanced electronic seal.
    #[serde(rename = "AdESeal")]
    AdeSeal,
    /// Qualified electronic signature: the certificate is a person's, not a body's.
    #[serde(rename = "QESig")]
    QeSig,
    /// Advanced electronic signature based on a qualified certificate.
    #[serde(rename = "AdESig-QC")]
    AdeSigQc,
    /// Advanced electronic signature.
    #[serde(rename = "AdESig")]
    AdeSig,
    /// It cannot be said.
    #[serde(rename = "N/A")]
    NotApplicable,
}

impl SealClass {
    /// The name that EU software uses, e.g. `AdESeal-QC`. It presumes that the seal itself holds.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::QeSeal => "QESeal",
            Self::AdeSealQc => "AdESeal-QC",
            Self::AdeSeal => "AdESeal",
            Self::QeSig => "QESig",
            Self::AdeSigQc => "AdESig-QC",
            Self::AdeSig => "AdESig",
            Self::NotApplicable => "N/A",
        }
    }
}

/// Why something is not qualified.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QualificationReason {
    /// There is no list of lists to judge by.
    NoLists,
    /// The list of the issuer's country is not at hand, or does not count: the territory.
    ListUnavailable(String),
    /// No certificate of the path is a listed trust service's.
    NotListed,
    /// The service was not listed yet at that time.
    NotListedThen,
    /// The service was not one that issues qualified certificates (or qualified time stamps).
    NotThatService,
    /// The service did not issue certificates of this type.
    NotForThisType,
    /// The service did not have the status that makes its products qualified: the status.
    NotGranted(String),
    /// The list says that certificates like this one are not qualified.
    Overruled,
    /// What the list says of certificates like this one contradicts itself, or is not understood.
    Unclear,
    /// Two entries of the lists lead to different results.
    Conflict,
    /// The certificate does not say that it is qualified.
    NotClaimed,
    /// The certificate is qualified under the law of another country.
    OtherLaw,
    /// What the certificate is for is not the same at both times, or more than one thing.
    TypeUnclear,
    /// The certificate is for authenticating websites.
    ForWebsites,
}

impl QualificationReason {
    /// The stable name, e.g. `not_granted`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoLists => "no_lists",
            Self::ListUnavailable(_) => "list_unavailable",
            Self::NotListed => "not_listed",
            Self::NotListedThen => "not_listed_then",
            Self::NotThatService => "not_that_service",
            Self::NotForThisType => "not_for_this_type",
            Self::NotGranted(_) => "not_granted",
            Self::Overruled => "overruled",
            Self::Unclear => "unclear",
            Self::Conflict => "conflict",
            Self::NotClaimed => "not_claimed",
            Self::OtherLaw => "other_law",
            Self::TypeUnclear => "type_unclear",
            Self::ForWebsites => "for_websites",
        }
    }

    /// Whether lists that are not at hand could have led to another result.
    #[must_use]
    pub const fn is_for_want_of_lists(&self) -> bool {
        matches!(self, Self::NoLists | Self::ListUnavailable(_))
    }
}

/// The entry of a list that a result rests on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ServiceEvidence {
    /// Territory of the list.
    pub territory: String,
    /// Its sequence number.
    pub sequence: u64,
    /// When it was issued.
    pub issued: Timestamp,
    /// Until when its next issue is due; a closed list has none.
    pub next_update: Option<Timestamp>,
    /// Since when the next issue is overdue, if it is.
    pub stale_since: Option<Timestamp>,
    /// Who offers the service.
    pub provider: String,
    /// The service's name.
    pub service: String,
    /// What the service does, e.g. `CA/QC`.
    pub kind: ServiceType,
    /// Its status then, e.g. `granted`.
    pub status: ServiceStatus,
    /// Since when it had that status.
    pub since: Timestamp,
    /// Until when, if it has another today.
    pub until: Option<Timestamp>,
}

/// What a certificate was at a moment.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CertificateAssessment {
    /// The moment.
    pub at: Timestamp,
    /// The entry that decided, or the one that came nearest.
    pub service: Option<ServiceEvidence>,
    /// Whether it was a qualified certificate.
    pub qualified: bool,
    /// What it was for; `None` when that is unclear.
    pub kind: Option<QcType>,
    /// Whether its key lived in a qualified device (QSCD).
    pub device: bool,
    /// The qualifiers by which the list overrules or completes the certificate, e.g. `QCWithQSCD`.
    pub qualifiers: Vec<String>,
    /// Why it was not qualified.
    pub reason: Option<QualificationReason>,
}

/// What a seal is, and why.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SealQualification {
    /// What it is, presuming that it holds.
    pub class: SealClass,
    /// The certificate when it was issued.
    pub at_issuance: CertificateAssessment,
    /// The certificate at the best signature time.
    pub at_sealing: CertificateAssessment,
    /// Why it is not the seal of a qualified certificate.
    pub reason: Option<QualificationReason>,
    /// Since when the next list of lists is overdue, if it is.
    pub lotl_stale_since: Option<Timestamp>,
}

/// Whether a time stamp is a qualified one, and why not.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct StampQualification {
    /// Whether it is a qualified electronic time stamp (Article 3 (34)): QTSA, else TSA.
    pub qualified: bool,
    /// When it was made.
    pub at: Timestamp,
    /// The entry that decided, or the one that came nearest.
    pub service: Option<ServiceEvidence>,
    /// Why it is not qualified.
    pub reason: Option<QualificationReason>,
    /// Since when the next list of lists is overdue, if it is.
    pub lotl_stale_since: Option<Timestamp>,
}

impl SealQualification {
    /// The entry that decided at the best signature time, or else the one at issuance.
    #[must_use]
    pub fn service(&self) -> Option<&ServiceEvidence> {
        self.at_sealing.service.as_ref().or(self.at_issuance.service.as_ref())
    }

    /// Since when the next issue of a list that this rests on is overdue, if it is.
    #[must_use]
    pub fn stale_since(&self) -> Option<Timestamp> {
        let services = [&self.at_issuance, &self.at_sealing].into_iter().filter_map(|it| it.service.as_ref());
        services.filter_map(|service| service.stale_since).chain(self.lotl_stale_since).min()
    }
}

impl StampQualification {
    /// Since when the next issue of a list that this rests on is overdue, if it is.
    #[must_use]
    pub fn stale_since(&self) -> Option<Timestamp> {
        let service = self.service.as_ref().and_then(|service| service.stale_since);
        service.into_iter().chain(self.lotl_stale_since).min()
    }
}
