//! Asks for a time stamp and takes the reply only if it answers the question (RFC 3161 §2.4, ades §1.8 checks).

use super::StampError;
use super::token::TimeStampToken;
use crate::algorithm::DigestAlgorithm;
use crate::asn1::{self, Asn1Element, Reader, tag};

/// Largest reply that is read, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// PKIFailureInfo bits by number (RFC 3161 §2.4.2).
const FAILURES: [(u8, &str); 8] = [
    (0, "badAlg"),
    (2, "badRequest"),
    (5, "badDataFormat"),
    (14, "timeNotAvailable"),
    (15, "unacceptedPolicy"),
    (16, "unacceptedExtension"),
    (17, "addInfoNotAvailable"),
    (25, "systemFailure"),
];

/// A question to a time-stamp authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    digest: DigestAlgorithm,
    imprint: Vec<u8>,
    nonce: [u8; 16],
}

impl Request {
    /// Asks for a stamp over what has this digest. The nonce must be fresh and random.
    #[must_use]
    pub fn new(digest: DigestAlgorithm, imprint: Vec<u8>, nonce: [u8; 16]) -> Self {
        Self { digest, imprint, nonce }
    }

    /// Asks for a stamp over `message`.
    #[must_use]
    pub fn over(message: &[u8], digest: DigestAlgorithm, nonce: [u8; 16]) -> Self {
        Self::new(digest, digest.hash(message), nonce)
    }

    /// DER `TimeStampReq`: no policy, the authority's certificate wanted.
    #[must_use]
    pub fn to_der(&self) -> Vec<u8> {
        // NULL parameters as most clients write them: some authorities accept no others.
        let algorithm = asn1::sequence(&[&asn1::object_identifier(self.digest.oid()), &asn1::null()]);
        let imprint = asn1::sequence(&[&algorithm, &asn1::octet_string(&self.imprint)]);
        asn1::sequence(&[&asn1::integer(1), &imprint, &asn1::unsigned(&self.nonce), &asn1::boolean(true)])
    }

    /// The token of a DER `TimeStampResp` that grants and answers this request. Nothing of its signature is checked.
    ///
    /// # Errors
    /// [`StampError`].
    pub(crate) fn answered_by(&self, response: &[u8]) -> Result<TimeStampToken, StampError> {
        if response.len() > MOST_BYTES {
            return Err(StampError::TooLarge(response.len()));
        }
        let mut reader = Asn1Element::from_ber(response)?.tagged(tag::SEQUENCE)?.reader();
        granted(reader.sequence()?)?;
        let token = reader.optional(tag::SEQUENCE)?.ok_or(StampError::NoToken)?;
        reader.finish()?;
        // What goes into a seal is DER (ISO 32000-2, 12.8.3.3.1). What is signed in a token is DER already and stays as it is.
        let token = TimeStampToken::from_der(&token.to_der()?)?;
        if token.info.digest != self.digest || token.info.imprint != self.imprint {
            return Err(StampError::Imprint);
        }
        if token.info.nonce.as_deref() != Some(Asn1Element::from_bytes(&asn1::unsigned(&self.nonce))?.integer()?) {
            return Err(StampError::Nonce);
        }
        Ok(token)
    }
}

/// Status granted (0) or grantedWithMods (1).
fn granted(mut reader: Reader<'_>) -> Result<(), StampError> {
    let status = reader.element()?.number()?;
    reader.optional(tag::SEQUENCE)?;
    let failures = reader.optional(tag::BIT_STRING)?;
    if status <= 1 {
        return Ok(());
    }
    let bits = failures.and_then(|bits| bits.content().get(1..)).unwrap_or_default();
    let is_set = |bit: u8| bits.get(usize::from(bit / 8)).is_some_and(|octet| octet & (0x80 >> (bit % 8)) != 0);
    let reason = FAILURES.iter().find(|(bit, _)| is_set(*bit)).map_or("no reason given", |(_, name)| name);
    Err(StampError::Refused { status, reason })
}
