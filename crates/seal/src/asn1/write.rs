//! Writes DER: every function returns one complete element.

use super::{Oid, tag};

/// One element of `parts` joined under `tag`, with the shortest length.
#[must_use]
pub fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut out = Vec::with_capacity(length + 6);
    out.push(tag);
    if let Some(short) = u8::try_from(length).ok().filter(|short| *short < 0x80) {
        out.push(short);
    } else {
        let octets = length.to_be_bytes();
        let zeros = octets.iter().take_while(|octet| **octet == 0).count();
        let significant = octets.get(zeros..).unwrap_or_default();
        // `usize` has at most eight octets, so the count always fits.
        out.push(0x80 | u8::try_from(significant.len()).unwrap_or(8));
        out.extend_from_slice(significant);
    }
    for part in parts {
        out.extend_from_slice(part);
    }
    out
}

/// SEQUENCE of complete elements.
#[must_use]
pub fn sequence(elements: &[&[u8]]) -> Vec<u8> {
    tlv(tag::SEQUENCE, elements)
}

/// SET OF complete elements, sorted as DER demands.
#[must_use]
pub fn set_of(mut elements: Vec<&[u8]>) -> Vec<u8> {
    elements.sort_unstable();
    tlv(tag::SET, &elements)
}

/// `[n]` around complete elements.
#[must_use]
pub fn context(n: u8, elements: &[&[u8]]) -> Vec<u8> {
    tlv(tag::context(n), elements)
}

/// `[n]` in place of a primitive tag.
#[must_use]
pub fn context_primitive(n: u8, content: &[u8]) -> Vec<u8> {
    tlv(tag::context_primitive(n), &[content])
}

/// INTEGER from a number.
#[must_use]
pub fn integer(number: u64) -> Vec<u8> {
    unsigned(&number.to_be_bytes())
}

/// Non-negative INTEGER from a big-endian magnitude with any leading zeros.
#[must_use]
pub fn unsigned(magnitude: &[u8]) -> Vec<u8> {
    let zeros = magnitude.iter().take_while(|octet| **octet == 0).count();
    let significant = magnitude.get(zeros..).unwrap_or_default();
    match significant.first() {
        Some(first) if first & 0x80 == 0 => tlv(tag::INTEGER, &[significant]),
        _ => tlv(tag::INTEGER, &[&[0], significant]),
    }
}

/// OBJECT IDENTIFIER.
#[must_use]
pub fn object_identifier(oid: Oid) -> Vec<u8> {
    tlv(tag::OID, &[oid.as_bytes()])
}

/// OCTET STRING.
#[must_use]
pub fn octet_string(octets: &[u8]) -> Vec<u8> {
    tlv(tag::OCTET_STRING, &[octets])
}

/// BIT STRING with `unused` bits at its end.
#[must_use]
pub fn bit_string(unused: u8, octets: &[u8]) -> Vec<u8> {
    tlv(tag::BIT_STRING, &[&[unused], octets])
}

/// BOOLEAN.
#[must_use]
pub fn boolean(value: bool) -> Vec<u8> {
    tlv(tag::BOOLEAN, &[&[if value { 0xff } else { 0x00 }]])
}

/// PrintableString; the caller sees to its alphabet.
#[must_use]
pub fn printable_string(text: &str) -> Vec<u8> {
    tlv(tag::PRINTABLE_STRING, &[text.as_bytes()])
}

/// NULL.
#[must_use]
pub fn null() -> Vec<u8> {
    tlv(tag::NULL, &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asn1::Asn1Element;
    use proptest::prelude::*;

    #[test]
    fn lengths_are_the_shortest() {
        assert_eq!(octet_string(&[0; 127])[..2], [4, 127]);
        assert_eq!(octet_string(&[0; 128])[..3], [4, 0x81, 128]);
        assert_eq!(octet_string(&[0; 256])[..4], [4, 0x82, 1, 0]);
    }

    #[test]
    fn integers_are_the_shortest() {
        assert_eq!(integer(0), [2, 1, 0]);
        assert_eq!(integer(127), [2, 1, 127]);
        assert_eq!(integer(128), [2, 2, 0, 128]);
    }

    #[test]
    fn a_set_is_sorted() {
        assert_eq!(set_of(vec![&[4, 1, 9], &[2, 1, 5], &[2, 1, 3]]), [0x31, 9, 2, 1, 3, 2, 1, 5, 4, 1, 9]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(number: u64, octets in proptest::collection::vec(any::<u8>(), 0..400)) {
            let (integer, string) = (integer(number), octet_string(&octets));
            prop_assert_eq!(Asn1Element::from_bytes(&integer).and_then(Asn1Element::number), Ok(number));
            prop_assert_eq!(Asn1Element::from_bytes(&string).and_then(Asn1Element::octets), Ok(&octets[..]));
        }
    }
}
