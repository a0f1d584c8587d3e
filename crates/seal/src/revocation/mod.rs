//! Whether a certificate was revoked: revocation lists (RFC 5280 §5) and OCSP responses (RFC 6960), kept as the bytes they came as.
//!
//! Reading proves nothing. An answer counts once its signature leads to the certificate's issuer: see [`Crl::answer`] and
//! [`OcspResponse::answer`].

mod crl;
mod ocsp;
mod request;
mod status;

pub use crl::Crl;
pub use ocsp::OcspResponse;
pub use request::ocsp_request;
pub use status::{CertStatus, CrlReason, RevocationAnswer, Unanswered};

#[cfg(test)]
pub(crate) use ocsp::sha_1;

use crate::asn1::{Asn1Error, Oid};
use crate::pem::PemError;

/// Why bytes are not revocation data that is read here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RevocationError {
    /// More bytes than are read.
    #[error("revocation data of {0} bytes is not read")]
    TooLarge(usize),
    /// Not the ASN.1 of a list or a response.
    #[error("not revocation data: {0}")]
    Asn1(#[from] Asn1Error),
    /// The text is not PEM.
    #[error(transparent)]
    Pem(#[from] PemError),
    /// The responder gave no answer (RFC 6960 §4.2.1, OCSPResponseStatus).
    #[error("the responder gave no answer: status {0}")]
    Refused(u64),
    /// The response is of a type other than basic.
    #[error("the response type {0} is not supported")]
    ResponseType(Oid),
}
