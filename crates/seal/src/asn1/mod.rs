//! Just enough ASN.1: a reader that keeps the bytes as they stood, and a writer of DER (ITU-T X.690).
//!
//! Signatures are computed over bytes, not over values, so every element keeps its own slice of the input. The reader
//! takes DER, with lengths longer than needed, or BER where its caller says so: CMS messages are BER, what is signed in them
//! is DER (RFC 5652, 5.3). It refuses tags above 30.

mod ber;
mod head;
pub mod oid;
mod read;
mod time;
mod write;

pub use read::{Asn1Element, Reader};
pub(crate) use read::{magnitude, number, range_in};
pub use write::{
    bit_string, boolean, context, context_primitive, integer, null, object_identifier, octet_string, printable_string,
    sequence, set_of, tlv, unsigned,
};

/// An ASN.1 object identifier.
pub type Oid = der::oid::ObjectIdentifier;

/// Universal and context tags as they stand in the identifier octet.
pub mod tag {
    /// The bit that tells the constructed form from the primitive one.
    pub const CONSTRUCTED: u8 = 0x20;
    /// BOOLEAN.
    pub const BOOLEAN: u8 = 0x01;
    /// INTEGER.
    pub const INTEGER: u8 = 0x02;
    /// BIT STRING.
    pub const BIT_STRING: u8 = 0x03;
    /// OCTET STRING, primitive.
    pub const OCTET_STRING: u8 = 0x04;
    /// NULL.
    pub const NULL: u8 = 0x05;
    /// OBJECT IDENTIFIER.
    pub const OID: u8 = 0x06;
    /// ENUMERATED.
    pub const ENUMERATED: u8 = 0x0a;
    /// UTF8String.
    pub const UTF8_STRING: u8 = 0x0c;
    /// PrintableString.
    pub const PRINTABLE_STRING: u8 = 0x13;
    /// TeletexString.
    pub const TELETEX_STRING: u8 = 0x14;
    /// IA5String.
    pub const IA5_STRING: u8 = 0x16;
    /// UTCTime.
    pub const UTC_TIME: u8 = 0x17;
    /// GeneralizedTime.
    pub const GENERALIZED_TIME: u8 = 0x18;
    /// BMPString.
    pub const BMP_STRING: u8 = 0x1e;
    /// SEQUENCE and SEQUENCE OF.
    pub const SEQUENCE: u8 = 0x30;
    /// SET and SET OF.
    pub const SET: u8 = 0x31;

    /// `[n]`, constructed (explicit tags; implicit tags on SEQUENCE and SET); n up to 30.
    #[must_use]
    pub const fn context(n: u8) -> u8 {
        0xa0 | n
    }

    /// `[n]`, primitive (implicit tags on strings and numbers); n up to 30.
    #[must_use]
    pub const fn context_primitive(n: u8) -> u8 {
        0x80 | n
    }
}

/// Why bytes are not the ASN.1 that was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Asn1Error {
    /// The bytes end inside an element.
    #[error("the data ends inside an element")]
    Truncated,
    /// Bytes remain where the element should have ended.
    #[error("bytes remain after the end")]
    Trailing,
    /// BER indefinite length where DER must stand.
    #[error("indefinite length is not accepted")]
    IndefiniteLength,
    /// More indefinite lengths inside each other, or more parts of one, than are read.
    #[error("too many parts of indefinite length")]
    TooManyParts,
    /// A length of more than four octets.
    #[error("a length is too large")]
    LengthTooLarge,
    /// A tag number above 30.
    #[error("a tag number above 30 is not accepted")]
    LongTag,
    /// Another element than the structure demands.
    #[error("tag {found:#04x} where {expected:#04x} must stand")]
    Unexpected {
        /// The tag that the structure demands.
        expected: u8,
        /// The tag that was found.
        found: u8,
    },
    /// A value that its type does not allow, or a structure rule that is broken.
    #[error("{0}")]
    Value(&'static str),
}
