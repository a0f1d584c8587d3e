//! Making a PAdES seal: room in the PDF and what is to be signed first, the seal once the signature has come.

use super::PdfReadError;
use super::place::{Reserved, SealLabel, reserve};
use crate::algorithm::Algorithm;
use crate::certificate::Certificate;
use crate::cms::{CmsError, SignedMessage, Unsigned};
use crate::stamp::TimeStampToken;
use jiff::Timestamp;

/// Bytes of CMS beside certificates, signature value and stamp: attributes, names and headers.
const ROOM_FOR_ATTRIBUTES: usize = 2_048;
/// Bytes for a signature value: RSA with 8192 bits.
const ROOM_FOR_VALUE: usize = 1_024;

/// Why a PDF could not be sealed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The PDF cannot be read.
    #[error(transparent)]
    Read(#[from] PdfReadError),
    /// Certificate or signature value do not make a CMS message.
    #[error(transparent)]
    Cms(#[from] CmsError),
    /// The seal, with its stamp, is larger than the place that was reserved for it.
    #[error("the seal has {needed} bytes, {reserved} were reserved")]
    TooLarge {
        /// Bytes of the seal.
        needed: usize,
        /// Bytes of room.
        reserved: usize,
    },
}

/// A PDF with an empty place for its seal, and the attributes that are to be signed.
#[derive(Clone)]
pub struct Unsealed {
    reserved: Reserved,
    cms: Unsigned,
}

/// A PDF with its seal (B-B), to which a time stamp can be added (B-T) while there is room.
#[derive(Clone)]
pub struct SealedPdf {
    reserved: Reserved,
    cms: SignedMessage,
}

/// Appends an incremental update with an invisible signature field to `pdf`, which stays as it is byte for byte.
///
/// `chain` starts with the signer and holds the intermediate authorities; all go into the seal. The time is claimed in
/// whole seconds. [`SealLabel::stamp_room`] says how much room to keep for a time stamp.
///
/// # Errors
/// [`SealError`] if the PDF cannot be read or there is no certificate.
pub fn prepare(
    pdf: &[u8],
    chain: &[Certificate],
    algorithm: Algorithm,
    signing_time: Timestamp,
    label: &SealLabel,
) -> Result<Unsealed, SealError> {
    let certificates: usize = chain.iter().map(|certificate| certificate.der().len()).sum();
    let room = certificates + ROOM_FOR_ATTRIBUTES + ROOM_FOR_VALUE + label.stamp_room;
    let reserved = reserve(pdf, label, signing_time, room)?;
    let digest = algorithm.digest().hash_parts(&reserved.message());
    let cms = Unsigned::detached(algorithm, chain, &digest)?;
    Ok(Unsealed { reserved, cms })
}

impl Unsealed {
    /// What the key signs: the signed attributes as a DER SET (RFC 5652, 5.4).
    #[must_use]
    pub fn signing_input(&self) -> &[u8] {
        self.cms.signing_input()
    }

    /// Joins the signature, in the form JOSE gives it (`r‖s` of fixed width for ECDSA).
    ///
    /// # Errors
    /// [`SealError::Cms`] if it cannot be a value of the algorithm.
    pub fn finish(self, signature: &[u8]) -> Result<SealedPdf, SealError> {
        Ok(SealedPdf { reserved: self.reserved, cms: self.cms.finish(signature)? })
    }
}

impl SealedPdf {
    /// What a signature time-stamp covers: the octets of the signature value as they stand in the CMS message.
    #[must_use]
    pub fn stamp_message(&self) -> Vec<u8> {
        self.cms.stamp_message().to_vec()
    }

    /// Adds a signature time-stamp.
    #[must_use]
    pub fn with_stamp(self, token: &TimeStampToken) -> Self {
        Self { reserved: self.reserved, cms: self.cms.with_stamp(token.der()) }
    }

    /// The sealed file.
    ///
    /// # Errors
    /// [`SealError::TooLarge`] if the stamp is larger than the room kept for it.
    pub fn into_pdf(self) -> Result<Vec<u8>, SealError> {
        let value = self.cms.to_der();
        let reserved = self.reserved.room();
        self.reserved.fill(&value).ok_or(SealError::TooLarge { needed: value.len(), reserved })
    }
}
