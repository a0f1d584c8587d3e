//! Time stamps (RFC 3161): asking for one, reading the reply and what came with a seal. [`crate::validation`] judges them.

mod info;
mod request;
mod token;

pub use info::{Accuracy, TstInfo};
pub use request::Request;
pub use token::TimeStampToken;

use crate::asn1::{Asn1Error, Oid};
use crate::cms::CmsError;
use crate::indication::{Indication, SealCheck};

/// Why a time stamp cannot be read, or a reply is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StampError {
    /// More bytes than a time stamp has.
    #[error("a time stamp of {0} bytes is not read")]
    TooLarge(usize),
    /// Not the ASN.1 of a reply or of a TSTInfo.
    #[error("not a time stamp: {0}")]
    Asn1(#[from] Asn1Error),
    /// Not a CMS message.
    #[error("not a time stamp: {0}")]
    Cms(#[from] CmsError),
    /// A CMS message about something else.
    #[error("the content type {0} is not a time stamp's")]
    ContentType(Oid),
    /// The imprint is of a digest that is not checked.
    #[error("the digest {0} is not supported")]
    Digest(Oid),
    /// The authority refused (RFC 3161 §2.4.2, PKIStatus and PKIFailureInfo).
    #[error("the time-stamp authority refused: status {status}, {reason}")]
    Refused {
        /// PKIStatus.
        status: u64,
        /// Name of the first PKIFailureInfo bit, e.g. `badAlg`.
        reason: &'static str,
    },
    /// The reply grants but holds no token.
    #[error("the reply holds no token")]
    NoToken,
    /// The token is over another imprint than was asked for.
    #[error("the token is over something else")]
    Imprint,
    /// The token answers another request.
    #[error("the token bears another nonce")]
    Nonce,
    /// The certificate asked for is not in the token.
    #[error("the token holds no certificate of its signer")]
    NoCertificate,
    /// The certificate is not for time-stamping alone (RFC 3161 §2.3).
    #[error("the signer's certificate is not one for time-stamping")]
    Usage,
    /// The certificate was not valid at the time in the token.
    #[error("the signer's certificate was not valid at the time of the stamp")]
    NotValid,
    /// A check of the token's signature does not hold.
    #[error("the token does not hold: {}", check.code())]
    Unsound {
        /// The first check that does not hold.
        check: SealCheck,
        /// Its indication.
        indication: Option<Indication>,
    },
}

impl StampError {
    /// The indication for a seal that carries a time stamp with this fault.
    #[must_use]
    pub const fn indication(&self) -> Indication {
        match self {
            Self::Digest(_) => Indication::CryptoConstraintsFailure,
            Self::Imprint => Indication::HashFailure,
            Self::NoCertificate => Indication::NoSigningCertificateFound,
            Self::Usage => Indication::ChainConstraintsFailure,
            Self::NotValid => Indication::OutOfBoundsNoPoe,
            Self::Unsound { indication: Some(indication), .. } => *indication,
            _ => Indication::FormatFailure,
        }
    }
}

#[cfg(test)]
mod tests;
