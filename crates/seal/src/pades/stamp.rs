//! Document time-stamps (EN 319 142-1, 5.4.3): proof that the whole file existed, with every seal and all evidence in it.

use super::field::{self, Kind};
use super::pdf::{Dictionary, Object, Pdf};
use super::place::{Reserved, Slot, name_object};
use super::{PdfReadError, SealError};
use crate::Protection;
use crate::asn1::oid;
use crate::cms::SignedData;
use crate::stamp::TimeStampToken;

/// A PDF with an empty place for a document time-stamp.
#[derive(Clone)]
pub struct Unstamped {
    reserved: Reserved,
}

/// Appends an incremental update with an invisible field for a document time-stamp to `pdf`, which stays as it is byte for
/// byte.
///
/// `title` is what assistive technology calls the field. `room` are bytes for the token: [`super::STAMP_ROOM`] if nothing
/// else is known.
///
/// # Errors
/// [`PdfReadError`] if the PDF cannot be read.
pub fn prepare_stamp(pdf: &[u8], title: &str, room: usize) -> Result<Unstamped, PdfReadError> {
    let mut head = Dictionary::default();
    head.set("Type", name_object("DocTimeStamp"));
    head.set("SubFilter", name_object("ETSI.RFC3161"));
    Ok(Unstamped { reserved: Slot { field: "Stamp", title, head, room }.reserve(pdf)? })
}

impl Unstamped {
    /// What the stamp covers, in two parts to be joined: everything but its own value.
    #[must_use]
    pub fn message(&self) -> [&[u8]; 2] {
        self.reserved.message()
    }

    /// Puts the stamp in its place and gives the file.
    ///
    /// # Errors
    /// [`SealError::TooLarge`] if it is larger than the room kept for it.
    pub fn finish(self, token: &TimeStampToken) -> Result<Vec<u8>, SealError> {
        let (needed, reserved) = (token.der().len(), self.reserved.room());
        self.reserved.fill(token.der()).ok_or(SealError::TooLarge { needed, reserved })
    }
}

/// What protects a PDF from the passing of time: its last document time-stamp, else the signature time-stamp of its last seal.
///
/// # Errors
/// [`PdfReadError`] if the PDF cannot be read.
pub fn protection(pdf: &[u8]) -> Result<Protection, PdfReadError> {
    let read = Pdf::read(pdf)?;
    let marks = field::find(read.newest())?;
    let values = |kind| {
        let marks = marks.iter().rev().filter(move |mark| mark.kind == kind);
        marks.filter_map(|mark| mark.value.get("Contents").and_then(Object::as_string))
    };
    if let Some(token) = values(Kind::TimeStamp).find_map(|value| TimeStampToken::from_padded(value).ok()) {
        return Ok(Protection::Archive(Box::new(token)));
    }
    let stamped = values(Kind::Seal).filter_map(|value| SignedData::from_padded(value).ok());
    let mut tokens = stamped.flat_map(|seal| {
        let stamps = seal.signers().iter().flat_map(|signer| signer.unsigned(oid::SIGNATURE_TIME_STAMP));
        stamps.filter_map(|der| TimeStampToken::from_der(der).ok()).collect::<Vec<_>>()
    });
    Ok(tokens.next().map_or(Protection::None, |token| Protection::Signature(Box::new(token))))
}
