//! Cryptographic Message Syntax (RFC 5652), as far as seals in PDFs and time-stamp tokens need it.

mod ess;
mod read;
mod signer;
mod write;

pub(crate) use ess::{Bound, binds};
pub use read::SignedData;
pub use signer::{Attribute, SignerId, SignerInfo};
pub use write::{SignedMessage, Unsigned};

use crate::algorithm::DigestAlgorithm;
use crate::asn1::{Asn1Error, Oid};

/// Makes a digest of something.
pub(crate) type Hash<'a> = &'a dyn Fn(DigestAlgorithm) -> Vec<u8>;

/// Why bytes are not a CMS message that is read here, or none can be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CmsError {
    /// More bytes than are read.
    #[error("a CMS message of {0} bytes is not read")]
    TooLarge(usize),
    /// Not the ASN.1 of SignedData.
    #[error("not CMS signed data: {0}")]
    Asn1(#[from] Asn1Error),
    /// Another content type than SignedData.
    #[error("the CMS content type {0} is not signed data")]
    NotSignedData(Oid),
    /// A seal is to be written without its certificate.
    #[error("no certificate to seal with")]
    NoCertificate,
    /// The digest or the signature value has not the length that the algorithm gives it.
    #[error("a digest or signature value is of the wrong length")]
    Length,
}

#[cfg(test)]
mod tests;
