//! From a certificate to a trust anchor: path building and validation by RFC 5280 §6.1, within a budget.
//!
//! Ours because the available validators refuse certificates of European trust services (critical certificatePolicies,
//! directoryName constraints). Any certificate policy is accepted. Whether each certificate of the path stood when it was needed is
//! for [`crate::validation`] to say.

mod budget;
mod constraint;
mod path;
mod search;

pub(crate) use budget::Budget;

use crate::anchors::Anchors;
use crate::asn1::Oid;
use crate::certificate::Certificate;
use crate::indication::Indication;
use jiff::Timestamp;

/// What the certificate at the end of a path is to be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CertificatePurpose {
    /// Sealing data: keyUsage, if present, has digitalSignature or contentCommitment (EN 319 412-2 §4.3.2);
    /// extKeyUsage, if present, names a purpose that signing documents falls under; QcType is not that of a website.
    Seal,
    /// Time-stamping: extKeyUsage is critical and names timeStamping alone (RFC 3161 §2.3).
    TimeStamp,
}

/// A validated path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain(Vec<Certificate>);

impl Chain {
    /// The certificates, signer first, trust anchor last.
    #[must_use]
    pub fn certificates(&self) -> &[Certificate] {
        &self.0
    }

    /// The trust anchor.
    #[must_use]
    pub fn anchor(&self) -> Option<&Certificate> {
        self.0.last()
    }
}

/// Why no path holds. Of several attempts, the one that came furthest is told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// No certificate at hand leads to a trust anchor.
    #[error("no path leads to a trust anchor")]
    NoPath,
    /// The search was given up: too many signatures or certificates to try.
    #[error("too many certificates to try")]
    TooMuchWork,
    /// A path would lead to an anchor, but one of its signatures is made with an algorithm that is not checked.
    #[error("a certificate is signed with an algorithm that is not supported")]
    UnsupportedAlgorithm {
        /// The certificate.
        certificate: Certificate,
    },
    /// A certificate had expired.
    #[error("a certificate of the path had expired")]
    Expired {
        /// The certificate.
        certificate: Certificate,
    },
    /// A certificate was not valid yet.
    #[error("a certificate of the path was not valid yet")]
    NotYetValid {
        /// The certificate.
        certificate: Certificate,
    },
    /// A certificate breaks a rule of the path.
    #[error("a certificate of the path breaks a constraint: {constraint}")]
    Constraint {
        /// The certificate that breaks it.
        certificate: Certificate,
        /// The rule.
        constraint: Constraint,
    },
}

/// A rule of RFC 5280 or RFC 3161 that a path breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Constraint {
    /// An issuer is not a certification authority (§4.2.1.9).
    #[error("basic_constraints")]
    NotAnAuthority,
    /// More authorities follow than pathLenConstraint allows (§4.2.1.9).
    #[error("path_length")]
    PathLength,
    /// keyUsage does not allow the use (§4.2.1.3).
    #[error("key_usage")]
    KeyUsage,
    /// extKeyUsage does not allow the use (§4.2.1.12, RFC 3161 §2.3).
    #[error("extended_key_usage")]
    ExtendedKeyUsage,
    /// The certificate is a qualified one for authenticating websites, and for nothing else (EN 319 412-5 §4.2.3).
    #[error("for_websites")]
    ForWebsites,
    /// A name lies outside what an authority may certify, or cannot be compared (§4.2.1.10).
    #[error("name_constraints")]
    Names,
    /// A critical extension that is not understood (§4.2).
    #[error("critical_extension {0}")]
    CriticalExtension(Oid),
    /// An extension that is understood but malformed.
    #[error("malformed_extension {0}")]
    MalformedExtension(Oid),
}

impl ChainError {
    /// The indication of EN 319 102-1 for a signer certificate with this fault.
    #[must_use]
    pub const fn indication(&self) -> Indication {
        match self {
            Self::NoPath | Self::TooMuchWork => Indication::NoCertificateChainFound,
            Self::UnsupportedAlgorithm { .. } => Indication::CryptoConstraintsFailure,
            Self::Expired { .. } => Indication::OutOfBoundsNoPoe,
            Self::NotYetValid { .. } => Indication::NotYetValid,
            Self::Constraint { .. } => Indication::ChainConstraintsFailure,
        }
    }

    /// The certificate at fault.
    #[must_use]
    pub const fn certificate(&self) -> Option<&Certificate> {
        match self {
            Self::NoPath | Self::TooMuchWork => None,
            Self::UnsupportedAlgorithm { certificate }
            | Self::Expired { certificate }
            | Self::NotYetValid { certificate }
            | Self::Constraint { certificate, .. } => Some(certificate),
        }
    }
}

/// Finds a path from `signer` over certificates of `pool` to one of `anchors` that holds at `at`.
///
/// A signer that is itself an anchor needs no path. Anchors are trusted for name and key whatever their dates; their
/// own constraints (CA, path length, names) are honoured. At most 8 certificates, 64 signatures and 512 steps.
///
/// # Errors
/// [`ChainError`].
pub fn find(
    signer: &Certificate,
    pool: &[Certificate],
    anchors: &Anchors,
    at: Timestamp,
    purpose: CertificatePurpose,
) -> Result<Chain, ChainError> {
    find_within(&Budget::new(search::MOST_SIGNATURES), signer, pool, anchors, at, purpose)
}

/// As [`find`], with signatures counted against a budget that other searches draw on as well.
pub(crate) fn find_within(
    budget: &Budget,
    signer: &Certificate,
    pool: &[Certificate],
    anchors: &Anchors,
    at: Timestamp,
    purpose: CertificatePurpose,
) -> Result<Chain, ChainError> {
    search::Search::new(pool, anchors, at, purpose, budget).run(signer).map(Chain)
}

#[cfg(test)]
mod tests;
