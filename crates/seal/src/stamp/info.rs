//! What a time stamp says: `TSTInfo` (RFC 3161 §2.4.2).

use super::StampError;
use crate::algorithm::DigestAlgorithm;
use crate::asn1::{Asn1Element, Asn1Error, Oid, Reader, magnitude, number, tag};
use jiff::{SignedDuration, Timestamp};

/// How far the time may be off, to either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accuracy(pub SignedDuration);

/// The statement of a time-stamp authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TstInfo {
    /// The authority's policy.
    pub policy: Oid,
    /// The digest of the imprint.
    pub digest: DigestAlgorithm,
    /// The digest of what was stamped.
    pub imprint: Vec<u8>,
    /// Serial number: the shortest two's complement, since some authorities count with negative numbers.
    pub serial: Vec<u8>,
    /// When it existed.
    pub gen_time: Timestamp,
    /// How far the time may be off, if said.
    pub accuracy: Option<Accuracy>,
    /// The request's nonce, likewise: many clients send random octets as they are.
    pub nonce: Option<Vec<u8>>,
}

impl TstInfo {
    /// Reads a DER `TSTInfo`.
    ///
    /// # Errors
    /// [`StampError`]; a critical extension is an error, since none is known.
    pub fn from_der(der: &[u8]) -> Result<Self, StampError> {
        let mut reader = Asn1Element::from_bytes(der)?.tagged(tag::SEQUENCE)?.reader();
        if reader.element()?.number()? != 1 {
            return Err(Asn1Error::Value("a time stamp of an unknown version").into());
        }
        let policy = reader.expect(tag::OID)?.oid()?;
        let mut imprint = reader.sequence()?;
        let digest = DigestAlgorithm::from_identifier(imprint.element()?)?.map_err(StampError::Digest)?;
        let hashed = imprint.element()?.octets()?;
        imprint.finish()?;
        if hashed.len() != digest.bytes() {
            return Err(Asn1Error::Value("an imprint is of the wrong length").into());
        }
        let serial = reader.element()?.integer()?;
        let gen_time = reader.expect(tag::GENERALIZED_TIME)?.time()?;
        let accuracy = reader.optional(tag::SEQUENCE)?.map(|fields| accuracy(fields.reader())).transpose()?;
        reader.optional(tag::BOOLEAN)?.map(Asn1Element::boolean).transpose()?;
        let nonce = reader.optional(tag::INTEGER)?.map(Asn1Element::integer).transpose()?;
        reader.optional(tag::context(0))?;
        if let Some(extensions) = reader.optional(tag::context(1))? {
            refuse_critical(extensions)?;
        }
        reader.finish()?;
        Ok(Self {
            policy,
            digest,
            imprint: hashed.to_vec(),
            serial: serial.to_vec(),
            gen_time,
            accuracy,
            nonce: nonce.map(<[u8]>::to_vec),
        })
    }
}

/// `Accuracy ::= SEQUENCE { seconds, millis [0] 1..999, micros [1] 1..999 }`, each optional.
fn accuracy(mut reader: Reader<'_>) -> Result<Accuracy, Asn1Error> {
    let seconds = reader.optional(tag::INTEGER)?.map(Asn1Element::number).transpose()?.unwrap_or(0);
    let mut part = |n| -> Result<u32, Asn1Error> {
        match reader.optional(tag::context_primitive(n))? {
            Some(field) => match number(magnitude(field.content())?)? {
                part @ 0..=999 => u32::try_from(part).map_err(|_| Asn1Error::Value("an accuracy is malformed")),
                _ => Err(Asn1Error::Value("an accuracy is malformed")),
            },
            None => Ok(0),
        }
    };
    let (millis, micros) = (part(0)?, part(1)?);
    reader.finish()?;
    let seconds = i64::try_from(seconds).ok().filter(|seconds| *seconds < 1 << 40);
    let seconds = seconds.ok_or(Asn1Error::Value("an accuracy is malformed"))?;
    let fraction = SignedDuration::from_micros(i64::from(millis * 1000 + micros));
    Ok(Accuracy(SignedDuration::from_secs(seconds) + fraction))
}

/// Extensions under `[1] IMPLICIT`; most that are read: 16.
fn refuse_critical(extensions: Asn1Element<'_>) -> Result<(), Asn1Error> {
    for extension in extensions.reader().all(16)? {
        let mut fields = extension.tagged(tag::SEQUENCE)?.reader();
        fields.expect(tag::OID)?;
        if fields.optional(tag::BOOLEAN)?.map(Asn1Element::boolean).transpose()? == Some(true) {
            return Err(Asn1Error::Value("a time stamp has an unknown critical extension"));
        }
    }
    Ok(())
}
