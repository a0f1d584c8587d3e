//! Seals in PDF files: made, read, attacked, and the reference files judged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod beside;
mod changed;
mod coverage;
mod hostile;
mod judged;
mod kept;
mod layout;
mod plain;
mod reading;
mod round_trip;
mod unfolding;

use crate::SealKey;
use crate::pades::{SealLabel, SealedPdf, prepare};
use crate::pki::{self, Pki};

fn label(stamp_room: usize) -> SealLabel {
    SealLabel { name: "Vysoká škola zkušební".into(), reason: "Osvědčení (test) \\ 1".into(), stamp_room }
}

fn sealed(pdf: &[u8], key: &SealKey, stamp_room: usize) -> SealedPdf {
    let unsealed = prepare(pdf, key.chain(), key.algorithm(), pki::at(pki::AT), &label(stamp_room)).unwrap();
    let signature = key.sign(unsealed.signing_input()).unwrap();
    unsealed.finish(&signature).unwrap()
}

/// Sealed, with a stamp made at `stamp` if there is one.
fn file(pki: &Pki, pdf: &[u8], key: &SealKey, stamp: Option<&str>) -> Vec<u8> {
    match stamp {
        None => sealed(pdf, key, 0).into_pdf().unwrap(),
        Some(at) => {
            let sealed = sealed(pdf, key, crate::pades::STAMP_ROOM);
            let token = pki.stamp(&sealed.stamp_message(), at);
            sealed.with_stamp(&token).into_pdf().unwrap()
        }
    }
}
