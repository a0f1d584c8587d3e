//! What BER has and DER has not (ITU-T X.690, 8.1.3.6 and 8.7.3): indefinite lengths, strings in segments.

use super::head::MOST_PARTS;
use super::read::{Asn1Element, Rules};
use super::{Asn1Error, tag};
use std::borrow::Cow;

/// Segments inside segments are read this deep.
const MOST_SEGMENTED: usize = 4;
/// Elements inside elements are written anew this deep.
const MOST_DEPTH: usize = 64;

impl<'a> Asn1Element<'a> {
    /// The same value with the shortest definite lengths and octet strings in one piece. What needs more knowledge of the type is
    /// left as it stands: the order of a SET OF, other strings in segments.
    ///
    /// # Errors
    /// [`Asn1Error`].
    pub fn to_der(&self) -> Result<Vec<u8>, Asn1Error> {
        // Written from its end to its start, so that each length is known when its turn comes and nothing is copied twice.
        let mut backwards = Vec::with_capacity(self.whole().len());
        write(*self, MOST_DEPTH, &mut backwards)?;
        backwards.reverse();
        Ok(backwards)
    }

    /// The octets of an OCTET STRING in one piece or, in BER, in segments.
    ///
    /// # Errors
    /// [`Asn1Error`].
    pub fn joined_octets(self) -> Result<Cow<'a, [u8]>, Asn1Error> {
        if self.rules == Rules::Basic && self.tag() == tag::OCTET_STRING | tag::CONSTRUCTED {
            return join(self, tag::OCTET_STRING).map(Cow::Owned);
        }
        self.octets().map(Cow::Borrowed)
    }
}

/// The octets of a string in segments that bear `segment`, or are in segments themselves.
fn join(string: Asn1Element<'_>, segment: u8) -> Result<Vec<u8>, Asn1Error> {
    let mut joined = Vec::with_capacity(string.content().len());
    append(string, segment, MOST_SEGMENTED, &mut joined)?;
    Ok(joined)
}

fn append(string: Asn1Element<'_>, segment: u8, depth: usize, joined: &mut Vec<u8>) -> Result<(), Asn1Error> {
    let depth = depth.checked_sub(1).ok_or(Asn1Error::TooManyParts)?;
    let mut reader = string.reader();
    while !reader.is_empty() {
        let part = reader.element()?;
        if part.tag() == segment | tag::CONSTRUCTED {
            append(part, segment, depth, joined)?;
        } else {
            joined.extend_from_slice(part.tagged(segment)?.content());
        }
    }
    Ok(())
}

fn write(element: Asn1Element<'_>, depth: usize, out: &mut Vec<u8>) -> Result<(), Asn1Error> {
    let depth = depth.checked_sub(1).ok_or(Asn1Error::Value("too many elements inside elements"))?;
    let before = out.len();
    let primitive = element.tag() & !tag::CONSTRUCTED;
    let tag = if element.tag() & tag::CONSTRUCTED == 0 {
        out.extend(element.content().iter().rev());
        element.tag()
    } else if primitive == tag::OCTET_STRING {
        out.extend(join(element, primitive)?.iter().rev());
        primitive
    } else {
        for part in element.reader().all(MOST_PARTS)?.into_iter().rev() {
            write(part, depth, out)?;
        }
        element.tag()
    };
    let length = out.len() - before;
    if let Some(short) = u8::try_from(length).ok().filter(|short| *short < 0x80) {
        out.push(short);
    } else {
        let octets = length.to_le_bytes();
        let significant = octets.len() - octets.iter().rev().take_while(|octet| **octet == 0).count();
        out.extend(octets.get(..significant).unwrap_or_default());
        // `usize` has at most eight octets, so the count always fits.
        out.push(0x80 | u8::try_from(significant).unwrap_or(8));
    }
    out.push(tag);
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::super::head::{END, MOST_OPEN};
    use super::super::{context, octet_string, sequence, tlv};
    use super::*;
    use crate::asn1::Reader;
    use proptest::prelude::*;
    use std::time::Instant;

    /// A value of which a message could be made.
    #[derive(Debug, Clone)]
    enum Value {
        Octets(Vec<u8>),
        Primitive(u8, Vec<u8>),
        Constructed(u8, Vec<Value>),
    }

    fn value() -> impl Strategy<Value = Value> {
        let octets = || prop::collection::vec(any::<u8>(), 0..300);
        let leaf = prop_oneof![
            octets().prop_map(Value::Octets),
            (prop::sample::select(&[0x02_u8, 0x03, 0x05, 0x06, 0x0c, 0x17, 0x80, 0x82][..]), octets())
                .prop_map(|(tag, content)| Value::Primitive(tag, content)),
        ];
        leaf.prop_recursive(6, 40, 6, |inner| {
            let tag = prop::sample::select(&[0x30_u8, 0x31, 0xa0, 0xa1, 0xa3][..]);
            (tag, prop::collection::vec(inner, 0..6)).prop_map(|(tag, parts)| Value::Constructed(tag, parts))
        })
    }

    fn der(value: &Value) -> Vec<u8> {
        match value {
            Value::Octets(octets) => octet_string(octets),
            Value::Primitive(tag, content) => tlv(*tag, &[content]),
            Value::Constructed(tag, parts) => {
                let parts: Vec<Vec<u8>> = parts.iter().map(der).collect();
                tlv(*tag, &parts.iter().map(Vec::as_slice).collect::<Vec<_>>())
            }
        }
    }

    /// One of the many ways in which BER writes the value: `choices` are drawn on for every freedom it gives.
    fn ber(value: &Value, choices: &mut impl Iterator<Item = u8>, segmented: usize) -> Vec<u8> {
        let choice = choices.next().unwrap_or(0);
        match value {
            Value::Octets(octets) if choice & 1 == 1 && segmented < MOST_SEGMENTED => {
                let size = usize::from(choices.next().unwrap_or(0)) + 1;
                let pieces: Vec<Vec<u8>> = octets
                    .chunks(size)
                    .map(|piece| ber(&Value::Octets(piece.to_vec()), choices, segmented + 1))
                    .collect();
                framed(tag::OCTET_STRING | tag::CONSTRUCTED, &pieces.concat(), choice)
            }
            Value::Octets(octets) => framed(tag::OCTET_STRING, octets, choice & !2),
            Value::Primitive(tag, content) => framed(*tag, content, choice & !2),
            Value::Constructed(tag, parts) => {
                let parts: Vec<Vec<u8>> = parts.iter().map(|part| ber(part, choices, 0)).collect();
                framed(*tag, &parts.concat(), choice)
            }
        }
    }

    /// With an indefinite, a long or the shortest length.
    fn framed(tag: u8, content: &[u8], choice: u8) -> Vec<u8> {
        match choice & 6 {
            2 | 6 => [&[tag, 0x80], content, &END].concat(),
            4 => [&[tag, 0x84][..], &u32::try_from(content.len()).unwrap().to_be_bytes(), content].concat(),
            _ => tlv(tag, &[content]),
        }
    }

    fn written_anew(bytes: &[u8]) -> Result<Vec<u8>, Asn1Error> {
        Asn1Element::from_ber(bytes)?.to_der()
    }

    proptest! {
        #[test]
        fn however_a_value_is_written_it_is_the_same(value in value(), choices in prop::collection::vec(any::<u8>(), 0..200)) {
            let (expected, written) = (der(&value), ber(&value, &mut choices.into_iter(), 0));
            prop_assert_eq!(written_anew(&written), Ok(expected.clone()));
            // DER is BER, and stays what it is.
            prop_assert_eq!(written_anew(&expected), Ok(expected));
        }

        #[test]
        fn a_string_in_any_segments_is_one(octets in prop::collection::vec(any::<u8>(), 0..2_000), choices in prop::collection::vec(any::<u8>(), 0..400)) {
            let written = ber(&Value::Octets(octets.clone()), &mut [1].into_iter().chain(choices), 0);
            prop_assert_eq!(Asn1Element::from_ber(&written).unwrap().joined_octets().unwrap(), octets);
            prop_assert!(Asn1Element::from_bytes(&written).and_then(Asn1Element::octets).is_err(), "DER has no segments");
        }

        #[test]
        fn arbitrary_bytes_never_panic_and_are_written_anew_once(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(written) = written_anew(&bytes) {
                prop_assert!(written.len() <= bytes.len());
                prop_assert_eq!(Asn1Element::from_bytes(&written).unwrap().to_der(), Ok(written.clone()));
            }
        }
    }

    #[test]
    fn what_does_not_end_or_ends_nothing_is_refused() {
        for (bytes, fault) in [
            (&[0x30, 0x80][..], Asn1Error::Truncated),
            (&[0x30, 0x80, 0x00], Asn1Error::Truncated),
            (&[0x30, 0x80, 0x05, 0x00, 0x00], Asn1Error::Truncated),
            (&[0x30, 0x80, 0x00, 0x01, 0x00], Asn1Error::Value("a tag of zero that ends nothing")),
            (&[0x04, 0x80, 0x00, 0x00], Asn1Error::IndefiniteLength),
            (&[0x30, 0x80, 0x04, 0x80, 0x00, 0x00, 0x00, 0x00], Asn1Error::IndefiniteLength),
            (&[0x30, 0x80, 0x00, 0x00, 0x00], Asn1Error::Trailing),
        ] {
            assert_eq!(Asn1Element::from_ber(bytes), Err(fault), "{bytes:02x?}");
        }
        let mixed = [0x24, 0x80, 0x04, 0x01, 0x61, 0x0c, 0x01, 0x62, 0x00, 0x00];
        assert!(Asn1Element::from_ber(&mixed).unwrap().joined_octets().is_err(), "a segment of another type");
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| [[0x30, 0x80].repeat(depth), END.repeat(depth)].concat();
        assert!(Asn1Element::from_ber(&nested(MOST_OPEN)).is_ok());
        assert_eq!(Asn1Element::from_ber(&nested(MOST_OPEN + 1)), Err(Asn1Error::TooManyParts));
        let segments = |depth: usize| (0..depth).fold(octet_string(b"x"), |inner, _| tlv(0x24, &[&inner]));
        assert!(Asn1Element::from_ber(&segments(MOST_SEGMENTED)).unwrap().joined_octets().is_ok());
        assert!(Asn1Element::from_ber(&segments(MOST_SEGMENTED + 1)).unwrap().joined_octets().is_err());
        let deep = (0..MOST_DEPTH).fold(octet_string(b"x"), |inner, _| sequence(&[&inner]));
        assert!(written_anew(&deep).is_err());
    }

    /// Reads everything in it, as a parser that goes down every path would.
    fn walk(mut reader: Reader<'_>, visited: &mut usize) -> Result<(), Asn1Error> {
        while !reader.is_empty() {
            let element = reader.element()?;
            *visited += 1;
            if element.tag() & tag::CONSTRUCTED != 0 {
                walk(element.reader(), visited)?;
            }
        }
        Ok(())
    }

    #[test]
    fn time_grows_with_the_size_alone() {
        // As deep as may be, with as many parts as may be at the bottom: every level looks for its end anew.
        let parts = |count: usize| {
            (0..MOST_OPEN).fold([5, 0].repeat(count), |inner, _| [&[0x30, 0x80][..], &inner, &END].concat())
        };
        let took = |count: usize| {
            let bytes = parts(count);
            let started = Instant::now();
            let mut visited = 0;
            walk(Reader::ber(&bytes), &mut visited).unwrap();
            assert_eq!(visited, count + MOST_OPEN);
            assert!(written_anew(&bytes).unwrap().len() > count * 2);
            started.elapsed()
        };
        // The best of several: what else the machine does must not decide.
        let best = |count: usize| (0..5).map(|_| took(count)).min().unwrap_or_default();
        let (small, large) = (best(10_000), best(100_000));
        assert!(large < small * 40 + std::time::Duration::from_millis(50), "{small:?}, {large:?}");
        assert_eq!(Asn1Element::from_ber(&parts(MOST_PARTS)), Err(Asn1Error::TooManyParts));
    }

    #[test]
    fn many_segments_are_copied_once() {
        let bytes = tlv(0x24, &[&octet_string(b"ab").repeat(100_000)]);
        assert_eq!(Asn1Element::from_ber(&bytes).unwrap().joined_octets().unwrap().len(), 200_000);
        let explicit = context(0, &[&bytes]);
        assert_eq!(Asn1Element::from_ber(&explicit).unwrap().inner().unwrap().joined_octets().unwrap().len(), 200_000);
    }
}
