//! A `TimeStampToken`: a CMS message that an authority signed over a [`TstInfo`] (RFC 3161 §2.4.2).

use super::info::TstInfo;
use super::{Accuracy, StampError};
use crate::algorithm::DigestAlgorithm;
use crate::asn1::{Oid, Reader, oid};
use crate::certificate::Known;
use crate::cms::{CmsError, SignedData, SignerInfo};
use jiff::Timestamp;

/// Largest token that is read, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// A time stamp as it was read. Reading proves nothing: see [`TimeStampToken::judge`].
#[derive(Debug, Clone)]
pub struct TimeStampToken {
    der: Vec<u8>,
    signed: SignedData,
    pub(super) info: TstInfo,
}

impl TimeStampToken {
    /// Reads a token that fills `der`, in DER or BER.
    ///
    /// # Errors
    /// [`StampError`].
    pub fn from_der(der: &[u8]) -> Result<Self, StampError> {
        Self::from_der_among(der, &Known::default())
    }

    /// As [`TimeStampToken::from_der`], with certificates that were read before.
    pub(crate) fn from_der_among(der: &[u8], known: &Known) -> Result<Self, StampError> {
        Self::take(der, |der| SignedData::from_der_among(der, known))
    }

    /// Reads a token out of a PDF's `/Contents`, where zeros may follow.
    ///
    /// # Errors
    /// [`StampError`].
    pub fn from_padded(bytes: &[u8]) -> Result<Self, StampError> {
        Self::from_padded_among(bytes, &Known::default())
    }

    /// As [`TimeStampToken::from_padded`], with certificates that were read before.
    pub(crate) fn from_padded_among(bytes: &[u8], known: &Known) -> Result<Self, StampError> {
        Self::take(bytes, |bytes| SignedData::from_padded_among(bytes, known))
    }

    fn take(bytes: &[u8], read: impl Fn(&[u8]) -> Result<SignedData, CmsError>) -> Result<Self, StampError> {
        if bytes.len() > MOST_BYTES {
            return Err(StampError::TooLarge(bytes.len()));
        }
        let signed = read(bytes)?;
        if signed.content_type() != oid::ID_CT_TST_INFO {
            return Err(StampError::ContentType(signed.content_type()));
        }
        let info = TstInfo::from_der(signed.content().ok_or(StampError::NoToken)?)?;
        let der = Reader::ber(bytes).element()?.whole().to_vec();
        Ok(Self { der, signed, info })
    }

    /// The signature time stamps of a signer (RFC 3161 appendix A).
    ///
    /// # Errors
    /// [`StampError`] of the first that cannot be read.
    pub fn all_over(signer: &SignerInfo) -> Result<Vec<Self>, StampError> {
        signer.unsigned(oid::SIGNATURE_TIME_STAMP).into_iter().map(Self::from_der).collect()
    }

    /// The token as it stood, without padding.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// When the authority says it existed.
    #[must_use]
    pub fn gen_time(&self) -> Timestamp {
        self.info.gen_time
    }

    /// How far the time may be off, if said.
    #[must_use]
    pub fn accuracy(&self) -> Option<Accuracy> {
        self.info.accuracy
    }

    /// The digest of the imprint.
    #[must_use]
    pub fn digest(&self) -> DigestAlgorithm {
        self.info.digest
    }

    /// The digest of what was stamped.
    #[must_use]
    pub fn imprint(&self) -> &[u8] {
        &self.info.imprint
    }

    /// The authority's policy.
    #[must_use]
    pub fn policy(&self) -> Oid {
        self.info.policy
    }

    /// Everything the authority states.
    #[must_use]
    pub fn info(&self) -> &TstInfo {
        &self.info
    }

    /// The message around the statement, with the certificates that came along.
    #[must_use]
    pub fn signed_data(&self) -> &SignedData {
        &self.signed
    }
}
