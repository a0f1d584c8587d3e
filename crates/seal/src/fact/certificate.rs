//! Facts of the signer's certificate: its path, its dates, its revocation and the strength of what it signed with.

use crate::algorithm::{KeyKind, SignatureScheme};
use crate::certificate::Certificate;
use crate::chain::ChainError;
use crate::indication::Indication;
use crate::policy::Sunset;
use crate::revocation::{CrlReason, Unanswered};
use jiff::Timestamp;

/// The path of the certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainFact {
    /// It leads to a trust anchor.
    Trusted {
        /// The subject's common name of the anchor.
        anchor: Option<String>,
        /// Certificates of the path, signer and anchor included.
        certificates: usize,
    },
    /// No path holds.
    Broken(ChainError),
    /// It is not known whose certificate it is.
    NoSigner,
}

/// When the certificate was valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValidityFact {
    /// Its dates, and the moment that had to lie between them; the indication says what came of it.
    Dates {
        /// First moment.
        not_before: Timestamp,
        /// Last moment.
        not_after: Timestamp,
        /// When the signature is proved to have existed.
        at: Timestamp,
    },
    /// A stamp over the content proves that it was signed after the certificate's end.
    StampedAfterEnd {
        /// Last moment of the certificate.
        not_after: Timestamp,
        /// The content time-stamp.
        content: Timestamp,
    },
    /// A time stamp says that it was made after a stamp that covers it, or in the future.
    StampFromLater,
    /// It is not known whose certificate it is.
    NoSigner,
}

/// Whether the certificates of the path were revoked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RevocationFact {
    /// Nobody has to be asked: the path is the anchor alone, or its certificates are never revoked.
    NotRevocable,
    /// None was.
    Good(RevocationSource),
    /// The signer's was, after the signature is proved to have existed.
    RevokedLater {
        /// Who says so.
        source: RevocationSource,
        /// Since when.
        at: Timestamp,
        /// Why.
        reason: CrlReason,
    },
    /// One was, and the signature is not proved to be older.
    Revoked {
        /// Who says so.
        source: RevocationSource,
        /// Since when.
        at: Timestamp,
        /// Why.
        reason: CrlReason,
        /// Which certificate.
        certificate: Certificate,
    },
    /// What is known is older than the policy allows.
    Stale {
        /// Who says so.
        source: RevocationSource,
        /// Of which certificate.
        certificate: Certificate,
    },
    /// The responder does not know the certificate.
    Unknown {
        /// Which certificate.
        certificate: Certificate,
    },
    /// No answer counts.
    NoEvidence {
        /// Why.
        why: NoRevocationEvidence,
        /// About which certificate.
        certificate: Certificate,
    },
    /// A stamp over the content proves that it was signed after the revocation.
    StampedAfterRevocation {
        /// The content time-stamp.
        content: Timestamp,
    },
    /// There is no path whose certificates could be asked about.
    NoPath,
    /// It is not known whose certificate it is.
    NoSigner,
}

/// Where an answer about a certificate came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RevocationSource {
    /// A list or a response.
    pub kind: SourceKind,
    /// Whether the file brought it along; else it was fetched.
    pub embedded: bool,
    /// As of when it speaks.
    pub as_of: Timestamp,
    /// By when newer information was to come, if said.
    pub next_update: Option<Timestamp>,
}

/// The form of an answer about a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// A revocation list (RFC 5280 §5).
    Crl,
    /// A response (RFC 6960).
    Ocsp,
}

impl SourceKind {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Crl => "crl",
            Self::Ocsp => "ocsp",
        }
    }
}

impl RevocationSource {
    /// The stable name of the way it came.
    #[must_use]
    pub const fn origin(&self) -> &'static str {
        if self.embedded { "embedded" } else { "fetched" }
    }
}

impl RevocationFact {
    /// The certificate that keeps the check from holding.
    #[must_use]
    pub const fn certificate(&self) -> Option<&Certificate> {
        match self {
            Self::Revoked { certificate, .. }
            | Self::Stale { certificate, .. }
            | Self::Unknown { certificate }
            | Self::NoEvidence { certificate, .. } => Some(certificate),
            Self::NotRevocable
            | Self::Good(_)
            | Self::RevokedLater { .. }
            | Self::StampedAfterRevocation { .. }
            | Self::NoPath
            | Self::NoSigner => None,
        }
    }

    /// Who says what it says.
    #[must_use]
    pub const fn source(&self) -> Option<&RevocationSource> {
        match self {
            Self::Good(source)
            | Self::RevokedLater { source, .. }
            | Self::Revoked { source, .. }
            | Self::Stale { source, .. } => Some(source),
            Self::NotRevocable
            | Self::Unknown { .. }
            | Self::NoEvidence { .. }
            | Self::StampedAfterRevocation { .. }
            | Self::NoPath
            | Self::NoSigner => None,
        }
    }

    /// Since when a certificate is revoked, and why.
    #[must_use]
    pub const fn revoked(&self) -> Option<(Timestamp, CrlReason)> {
        match self {
            Self::RevokedLater { at, reason, .. } | Self::Revoked { at, reason, .. } => Some((*at, *reason)),
            _ => None,
        }
    }
}

/// Why no answer counts; of several, the one that came furthest is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoRevocationEvidence {
    /// There is none about this certificate.
    Nothing,
    /// There is one, which cannot be used.
    Unusable(Unanswered),
    /// It does not tell of a certificate that had ended before.
    AfterEnd,
    /// It was signed by somebody whose certificate had ended, and no stamp says it is older.
    SignerEnded,
    /// Its algorithm had ended, and no stamp says it is older.
    AlgorithmEnded,
    /// It is not proved to be older than what it should speak about.
    NotProved,
}

impl NoRevocationEvidence {
    /// The indication of EN 319 102-1 for a seal of whose certificate nothing more is known.
    #[must_use]
    pub const fn indication(self) -> Indication {
        match self {
            Self::Nothing | Self::Unusable(_) | Self::AfterEnd => Indication::CertificateChainGeneralFailure,
            Self::SignerEnded => Indication::RevocationOutOfBoundsNoPoe,
            Self::AlgorithmEnded => Indication::CryptoConstraintsFailureNoPoe,
            Self::NotProved => Indication::NoPoe,
        }
    }

    /// The stable words in a finding.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nothing => "no revocation data",
            Self::Unusable(Unanswered::Elsewhere) => "revocation data of other certificates",
            Self::Unusable(Unanswered::NotUnderstood) => "revocation data of a kind that is not understood",
            Self::Unusable(Unanswered::Algorithm) => "revocation data signed with an unsupported algorithm",
            Self::Unusable(Unanswered::NotSigned) => "revocation data that its issuer did not sign",
            Self::AfterEnd => "revocation data from after the certificate's end",
            Self::SignerEnded => "revocation data whose signer had expired",
            Self::AlgorithmEnded => "revocation data signed with an algorithm that had ended",
            Self::NotProved => "revocation data not proved to be old enough",
        }
    }
}

/// Until when the algorithms are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlgorithmsFact {
    /// All were accepted when they had to be.
    Accepted {
        /// What the signature was made with.
        scheme: SignatureScheme,
        /// The kind and size of the key.
        key: KeyKind,
    },
    /// One was not, or not any more.
    Ended(Sunset),
    /// It is not known what the signature was made with.
    Unknown,
    /// It is not known whose certificate it is.
    NoSigner,
}
