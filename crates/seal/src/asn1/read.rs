//! Reads elements one after another without copying; each keeps its bytes as they stood.

use super::head::{Head, split_indefinite};
use super::{Asn1Error, Oid, tag};

/// How elements may be encoded (ITU-T X.690).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// DER; lengths longer than needed are read too.
    Distinguished,
    /// BER: indefinite lengths too, and OCTET STRINGs in segments.
    Basic,
}

/// One element: identifier octet, content, and the bytes of both with the length between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asn1Element<'a> {
    tag: u8,
    whole: &'a [u8],
    content: &'a [u8],
    pub(super) rules: Rules,
}

impl<'a> Asn1Element<'a> {
    /// Reads the one element that `bytes` consist of.
    ///
    /// # Errors
    /// [`Asn1Error`], also when bytes remain.
    pub fn from_bytes(bytes: &'a [u8]) -> Result<Self, Asn1Error> {
        Reader::new(bytes).only()
    }

    /// As [`Asn1Element::from_bytes`], in BER.
    ///
    /// # Errors
    /// [`Asn1Error`], also when bytes remain.
    pub fn from_ber(bytes: &'a [u8]) -> Result<Self, Asn1Error> {
        Reader::ber(bytes).only()
    }

    /// The identifier octet.
    #[must_use]
    pub fn tag(&self) -> u8 {
        self.tag
    }

    /// Tag, length and content as they stood.
    #[must_use]
    pub fn whole(&self) -> &'a [u8] {
        self.whole
    }

    /// Whether its length is indefinite, which DER has not.
    #[must_use]
    pub fn is_indefinite(&self) -> bool {
        self.whole.get(1) == Some(&0x80)
    }

    /// The content octets.
    #[must_use]
    pub fn content(&self) -> &'a [u8] {
        self.content
    }

    /// A reader over the content, by the same encoding rules.
    #[must_use]
    pub fn reader(&self) -> Reader<'a> {
        Reader { rest: self.content, rules: self.rules }
    }

    /// The one element inside an explicit tag.
    ///
    /// # Errors
    /// As [`Asn1Element::from_bytes`].
    pub fn inner(&self) -> Result<Self, Asn1Error> {
        self.reader().only()
    }

    /// The element itself when it bears `tag`.
    ///
    /// # Errors
    /// [`Asn1Error::Unexpected`].
    pub fn tagged(self, expected: u8) -> Result<Self, Asn1Error> {
        if self.tag == expected { Ok(self) } else { Err(Asn1Error::Unexpected { expected, found: self.tag }) }
    }

    /// The value of an OBJECT IDENTIFIER.
    ///
    /// # Errors
    /// [`Asn1Error::Unexpected`] or [`Asn1Error::Value`].
    pub fn oid(self) -> Result<Oid, Asn1Error> {
        let content = self.tagged(tag::OID)?.content;
        Oid::from_bytes(content).map_err(|_| Asn1Error::Value("an object identifier is malformed"))
    }

    /// The octets of a primitive OCTET STRING.
    ///
    /// # Errors
    /// [`Asn1Error::Unexpected`], also for the constructed form.
    pub fn octets(self) -> Result<&'a [u8], Asn1Error> {
        Ok(self.tagged(tag::OCTET_STRING)?.content)
    }

    /// The octets of a BIT STRING that has no unused bits.
    ///
    /// # Errors
    /// [`Asn1Error::Unexpected`] or [`Asn1Error::Value`].
    pub fn bits(self) -> Result<&'a [u8], Asn1Error> {
        match self.tagged(tag::BIT_STRING)?.content.split_first() {
            Some((0, octets)) => Ok(octets),
            _ => Err(Asn1Error::Value("a bit string is not made of whole octets")),
        }
    }

    /// The big-endian magnitude of a non-negative INTEGER, without leading zeros (zero is empty).
    ///
    /// # Errors
    /// [`Asn1Error::Unexpected`] or [`Asn1Error::Value`] when negative or empty.
    pub fn magnitude(self) -> Result<&'a [u8], Asn1Error> {
        magnitude(self.tagged(tag::INTEGER)?.content)
    }

    /// The shortest two's complement, big-endian, of any INTEGER: equal numbers are equal octets.
    ///
    /// # Errors
    /// [`Asn1Error::Unexpected`] or [`Asn1Error::Value`] when empty.
    pub fn integer(self) -> Result<&'a [u8], Asn1Error> {
        let mut content = self.tagged(tag::INTEGER)?.content;
        // X.690, 8.3.2: the first nine bits shall neither all be zero nor all be one. Some writers pad.
        while let [0x00, second, ..] | [0xff, second, ..] = content
            && content.first().is_some_and(|first| first & 0x80 == second & 0x80)
        {
            content = content.get(1..).unwrap_or_default();
        }
        if content.is_empty() { Err(Asn1Error::Value("an integer is empty")) } else { Ok(content) }
    }

    /// A non-negative INTEGER that fits `u64`.
    ///
    /// # Errors
    /// As [`Asn1Element::magnitude`], and [`Asn1Error::Value`] when larger.
    pub fn number(self) -> Result<u64, Asn1Error> {
        number(self.magnitude()?)
    }

    /// A BOOLEAN as DER writes it.
    ///
    /// # Errors
    /// [`Asn1Error::Unexpected`] or [`Asn1Error::Value`].
    pub fn boolean(self) -> Result<bool, Asn1Error> {
        match self.tagged(tag::BOOLEAN)?.content {
            [0x00] => Ok(false),
            [0xff] => Ok(true),
            _ => Err(Asn1Error::Value("a boolean is malformed")),
        }
    }

    /// A UTCTime or GeneralizedTime in UTC; fractions of a second allowed in the latter.
    ///
    /// # Errors
    /// [`Asn1Error::Value`].
    pub fn time(self) -> Result<jiff::Timestamp, Asn1Error> {
        super::time::read(self.tag, self.content)
    }

    /// Character data of the string types that names use; `None` for other types and for octets the type does not allow.
    #[must_use]
    pub fn text(self) -> Option<String> {
        let content = self.content;
        match self.tag {
            tag::UTF8_STRING => String::from_utf8(content.to_vec()).ok(),
            tag::PRINTABLE_STRING | tag::IA5_STRING => {
                content.is_ascii().then(|| content.iter().map(|octet| char::from(*octet)).collect())
            }
            tag::TELETEX_STRING => Some(content.iter().map(|octet| char::from(*octet)).collect()),
            tag::BMP_STRING => {
                let (pairs, rest) = content.as_chunks::<2>();
                let units = pairs.iter().map(|pair| u16::from_be_bytes(*pair));
                if rest.is_empty() { char::decode_utf16(units).collect::<Result<_, _>>().ok() } else { None }
            }
            _ => None,
        }
    }
}

/// Content of an INTEGER (or of an implicitly tagged one) as a magnitude without leading zeros.
pub(crate) fn magnitude(content: &[u8]) -> Result<&[u8], Asn1Error> {
    match content.first() {
        None => Err(Asn1Error::Value("an integer is empty")),
        Some(first) if first & 0x80 != 0 => Err(Asn1Error::Value("an integer is negative")),
        Some(_) => {
            let zeros = content.iter().take_while(|octet| **octet == 0).count();
            Ok(content.get(zeros..).unwrap_or_default())
        }
    }
}

/// A magnitude as a number.
pub(crate) fn number(magnitude: &[u8]) -> Result<u64, Asn1Error> {
    if magnitude.len() > 8 {
        return Err(Asn1Error::Value("an integer is too large"));
    }
    Ok(magnitude.iter().fold(0, |number, octet| number << 8 | u64::from(*octet)))
}

/// Where `slice`, a part of `whole`, lies in it.
pub(crate) fn range_in(whole: &[u8], slice: &[u8]) -> std::ops::Range<usize> {
    let start = slice.as_ptr().addr().saturating_sub(whole.as_ptr().addr());
    start..start + slice.len()
}

/// Reads the elements of a byte string in order.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
    rules: Rules,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `bytes`, in DER.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, rules: Rules::Distinguished }
    }

    /// A reader at the start of `bytes`, in BER: for structures that are signed in parts, never as a whole (RFC 5652).
    #[must_use]
    pub fn ber(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, rules: Rules::Basic }
    }

    /// Whether everything has been read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The identifier octet of the next element.
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// What has not been read yet.
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next element, whatever it is.
    ///
    /// # Errors
    /// [`Asn1Error`] when it is cut short, of indefinite length in DER, or has a long tag.
    pub fn element(&mut self) -> Result<Asn1Element<'a>, Asn1Error> {
        let all = self.rest;
        let head = Head::read(all)?;
        let body = all.get(head.octets..).ok_or(Asn1Error::Truncated)?;
        let (content, rest) = match head.length {
            Some(length) => body.split_at_checked(length).ok_or(Asn1Error::Truncated)?,
            None if self.rules == Rules::Basic && head.tag & tag::CONSTRUCTED != 0 => split_indefinite(body)?,
            None => return Err(Asn1Error::IndefiniteLength),
        };
        let whole = all.get(..all.len() - rest.len()).ok_or(Asn1Error::Truncated)?;
        self.rest = rest;
        Ok(Asn1Element { tag: head.tag, whole, content, rules: self.rules })
    }

    /// The one element that remains.
    fn only(mut self) -> Result<Asn1Element<'a>, Asn1Error> {
        let element = self.element()?;
        self.finish()?;
        Ok(element)
    }

    /// The next element, which must bear `tag`.
    ///
    /// # Errors
    /// As [`Reader::element`], and [`Asn1Error::Unexpected`].
    pub fn expect(&mut self, tag: u8) -> Result<Asn1Element<'a>, Asn1Error> {
        self.element()?.tagged(tag)
    }

    /// The next element if it bears `tag`.
    ///
    /// # Errors
    /// As [`Reader::element`].
    pub fn optional(&mut self, tag: u8) -> Result<Option<Asn1Element<'a>>, Asn1Error> {
        if self.peek() == Some(tag) { self.element().map(Some) } else { Ok(None) }
    }

    /// A reader over the SEQUENCE that comes next.
    ///
    /// # Errors
    /// As [`Reader::expect`].
    pub fn sequence(&mut self) -> Result<Reader<'a>, Asn1Error> {
        Ok(self.expect(tag::SEQUENCE)?.reader())
    }

    /// All elements that remain, at most `limit`.
    ///
    /// # Errors
    /// As [`Reader::element`], and [`Asn1Error::Value`] when there are more.
    pub fn all(&mut self, limit: usize) -> Result<Vec<Asn1Element<'a>>, Asn1Error> {
        let mut elements = Vec::new();
        while !self.is_empty() {
            if elements.len() == limit {
                return Err(Asn1Error::Value("too many elements"));
            }
            elements.push(self.element()?);
        }
        Ok(elements)
    }

    /// Nothing may remain.
    ///
    /// # Errors
    /// [`Asn1Error::Trailing`].
    pub fn finish(&self) -> Result<(), Asn1Error> {
        if self.rest.is_empty() { Ok(()) } else { Err(Asn1Error::Trailing) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn elements_keep_their_bytes() {
        let bytes = [0x30, 0x81, 0x03, 0x02, 0x01, 0x05, 0x05, 0x00];
        let mut reader = Reader::new(&bytes);
        let sequence = reader.element().unwrap();
        assert_eq!(sequence.whole(), &bytes[..6]);
        assert_eq!(sequence.reader().element().unwrap().number(), Ok(5));
        assert_eq!(reader.expect(tag::NULL).unwrap().content(), b"");
        assert_eq!(reader.finish(), Ok(()));
    }

    #[test]
    fn what_is_not_definite_der_is_refused() {
        for (bytes, fault) in [
            (&[0x30, 0x80, 0x00, 0x00][..], Asn1Error::IndefiniteLength),
            (&[0x1f, 0x81, 0x01, 0x00], Asn1Error::LongTag),
            (&[0x04, 0x85, 0, 0, 0, 0, 1, 0], Asn1Error::LengthTooLarge),
            (&[0x04, 0x84, 0xff, 0xff, 0xff, 0xff, 1], Asn1Error::Truncated),
            (&[0x04], Asn1Error::Truncated),
            (&[0x05, 0x00, 0x00], Asn1Error::Trailing),
        ] {
            assert_eq!(Asn1Element::from_bytes(bytes), Err(fault));
        }
    }

    #[test]
    fn integers_are_not_negative_and_bounded() {
        let number = |bytes: &[u8]| Asn1Element::from_bytes(bytes).unwrap().number();
        assert_eq!(number(&[2, 2, 0x00, 0xff]), Ok(255));
        assert!(number(&[2, 1, 0xff]).is_err());
        assert!(number(&[2, 0]).is_err());
        assert!(number(&[2, 9, 1, 0, 0, 0, 0, 0, 0, 0, 0]).is_err());
    }

    #[test]
    fn integers_where_only_equality_matters_have_any_sign() {
        let integer = |bytes: &'static [u8]| Asn1Element::from_bytes(bytes).unwrap().integer();
        for (bytes, shortest) in [
            (&[2, 1, 0x00][..], &[0x00][..]),
            (&[2, 2, 0x00, 0x7f], &[0x7f]),
            (&[2, 2, 0x00, 0x80], &[0x00, 0x80]),
            (&[2, 1, 0x80], &[0x80]),
            (&[2, 3, 0xff, 0xff, 0x80], &[0x80]),
            (&[2, 2, 0xff, 0x7f], &[0xff, 0x7f]),
            (&[2, 3, 0x00, 0x00, 0x00], &[0x00]),
        ] {
            assert_eq!(integer(bytes), Ok(shortest));
        }
        assert!(integer(&[2, 0]).is_err());
        assert!(integer(&[4, 1, 5]).is_err());
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut reader = Reader::new(&bytes);
            while let Ok(element) = reader.element() {
                prop_assert!(element.content().len() < element.whole().len());
                let _ = (element.oid(), element.number(), element.boolean(), element.bits(), element.time(), element.text());
            }
        }
    }
}
