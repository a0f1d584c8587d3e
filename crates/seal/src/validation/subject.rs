//! Whom to judge, by what, and when.

use crate::algorithm::{DigestAlgorithm, SignatureScheme};
use crate::certificate::Certificate;
use crate::chain::CertificatePurpose;
use jiff::Timestamp;

/// A certificate and what was signed with its key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    /// The certificate that signed.
    pub(crate) signer: &'a Certificate,
    /// What the signature was made with, if known.
    pub(crate) scheme: Option<SignatureScheme>,
    /// A further digest that the signature rests on.
    pub(crate) digest: Option<DigestAlgorithm>,
    /// When it was made, as far as its maker is believed: a time stamp's own time; for a seal, when it is proved.
    pub(crate) made: Timestamp,
    /// Since when the signature is proved to exist; without proof, the time of validation.
    pub(crate) proved: Timestamp,
    /// What the certificate was used for.
    pub(crate) purpose: CertificatePurpose,
}
