//! Heads of elements, and where an element of indefinite length ends (ITU-T X.690, 8.1).

use super::{Asn1Error, tag};

/// Most indefinite lengths that are open at once. A message with a stamp in a stamp needs about 24.
pub(super) const MOST_OPEN: usize = 32;
/// Most parts of an element of indefinite length, at any depth. A part of definite length counts once, whatever is in it, so
/// this bounds what looking for the end of an element costs; writers cut content of 16 MiB into 16,384 pieces.
pub(super) const MOST_PARTS: usize = 1 << 17;
/// The end-of-contents octets.
pub(super) const END: [u8; 2] = [0, 0];

/// The head of an element: its identifier octet, the length of its content unless it is indefinite, and the octets of both.
pub(super) struct Head {
    pub(super) tag: u8,
    pub(super) length: Option<usize>,
    pub(super) octets: usize,
}

impl Head {
    /// Reads the head of the element that comes first. Inlined into [`Reader::element`](super::Reader::element), which is
    /// where time goes.
    #[inline]
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Asn1Error> {
        let (&tag, after_tag) = bytes.split_first().ok_or(Asn1Error::Truncated)?;
        if tag & 0x1f == 0x1f {
            return Err(Asn1Error::LongTag);
        }
        let (&first, after_first) = after_tag.split_first().ok_or(Asn1Error::Truncated)?;
        let (length, octets) = match first {
            0x00..=0x7f => (Some(usize::from(first)), 2),
            0x80 => (None, 2),
            0x81..=0x84 => {
                let octets = usize::from(first & 0x7f);
                let length = after_first.get(..octets).ok_or(Asn1Error::Truncated)?;
                (Some(length.iter().fold(0, |length, octet| length << 8 | usize::from(*octet))), 2 + octets)
            }
            _ => return Err(Asn1Error::LengthTooLarge),
        };
        Ok(Self { tag, length, octets })
    }
}

/// Splits what follows the head of an element of indefinite length into its content and what comes after its end.
pub(super) fn split_indefinite(body: &[u8]) -> Result<(&[u8], &[u8]), Asn1Error> {
    let (mut open, mut at) = (1_usize, 0_usize);
    for _ in 0..MOST_PARTS {
        let rest = body.get(at..).ok_or(Asn1Error::Truncated)?;
        if let Some(after) = rest.strip_prefix(&END) {
            open -= 1;
            if open == 0 {
                return Ok((body.get(..at).ok_or(Asn1Error::Truncated)?, after));
            }
            at += END.len();
            continue;
        }
        let head = Head::read(rest)?;
        at = match head.length {
            _ if head.tag == 0 => return Err(Asn1Error::Value("a tag of zero that ends nothing")),
            Some(length) => {
                at.checked_add(head.octets).and_then(|at| at.checked_add(length)).ok_or(Asn1Error::Truncated)?
            }
            None if head.tag & tag::CONSTRUCTED == 0 => return Err(Asn1Error::IndefiniteLength),
            None if open == MOST_OPEN => return Err(Asn1Error::TooManyParts),
            None => {
                open += 1;
                at + head.octets
            }
        };
    }
    Err(Asn1Error::TooManyParts)
}
