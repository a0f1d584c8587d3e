//! Writes the CMS of a PAdES seal (EN 319 142-1 §6) in two phases, so that the key may live elsewhere.
//!
//! Signed attributes: content-type, message-digest, signing-certificate-v2, each once; no signing-time, because the
//! claimed time of a PAdES seal is the dictionary's `/M`.

use super::{CmsError, ess};
use crate::algorithm::{Algorithm, Family, ecdsa_der};
use crate::asn1::{self, Oid, oid, tag};
use crate::certificate::Certificate;

/// A seal that waits for its signature value.
#[derive(Debug, Clone)]
pub struct Unsigned {
    algorithm: Algorithm,
    signer: Certificate,
    certificates: Vec<Certificate>,
    attributes: Vec<u8>,
}

impl Unsigned {
    /// A detached seal over content with this digest, which must be of [`Algorithm::digest`]; `chain` has the signer
    /// first.
    ///
    /// # Errors
    /// [`CmsError::NoCertificate`] or [`CmsError::Length`].
    pub fn detached(algorithm: Algorithm, chain: &[Certificate], digest: &[u8]) -> Result<Self, CmsError> {
        let signer = chain.first().ok_or(CmsError::NoCertificate)?.clone();
        if digest.len() != algorithm.digest().bytes() {
            return Err(CmsError::Length);
        }
        let content_type = attribute(oid::CONTENT_TYPE, &[&asn1::object_identifier(oid::ID_DATA)]);
        let message_digest = attribute(oid::MESSAGE_DIGEST, &[&asn1::octet_string(digest)]);
        let certificate = attribute(oid::SIGNING_CERTIFICATE_V2, &[&ess::signing_certificate_v2(&signer)]);
        let attributes = asn1::set_of(vec![&content_type, &message_digest, &certificate]);
        Ok(Self { algorithm, signer, certificates: chain.to_vec(), attributes })
    }

    /// What is to be signed: the signed attributes as a DER SET.
    #[must_use]
    pub fn signing_input(&self) -> &[u8] {
        &self.attributes
    }

    /// The seal with its signature value, given as JOSE has it (ECDSA as `r || s`).
    ///
    /// # Errors
    /// [`CmsError::Length`] when the value cannot be one of the algorithm.
    pub fn finish(self, signature: &[u8]) -> Result<SignedMessage, CmsError> {
        let signature = match self.algorithm.scheme().family {
            Family::Ecdsa => ecdsa_der(signature).ok_or(CmsError::Length)?,
            Family::RsaPkcs1 | Family::RsaPss => signature.to_vec(),
        };
        Ok(SignedMessage { seal: self, signature, stamps: Vec::new() })
    }
}

/// A seal.
#[derive(Debug, Clone)]
pub struct SignedMessage {
    seal: Unsigned,
    signature: Vec<u8>,
    stamps: Vec<Vec<u8>>,
}

impl SignedMessage {
    /// What a signature time stamp is over: the octets of the value.
    #[must_use]
    pub fn stamp_message(&self) -> &[u8] {
        &self.signature
    }

    /// The seal with one more signature time stamp (DER `TimeStampToken`).
    #[must_use]
    pub fn with_stamp(mut self, token: &[u8]) -> Self {
        self.stamps.push(token.to_vec());
        self
    }

    /// DER `ContentInfo` with SignedData.
    #[must_use]
    pub fn to_der(&self) -> Vec<u8> {
        let Unsigned { algorithm, certificates, .. } = &self.seal;
        let certificates = asn1::set_of(certificates.iter().map(Certificate::der).collect());
        let data = asn1::sequence(&[
            &asn1::integer(1),
            &asn1::set_of(vec![&algorithm.digest().identifier()]),
            &asn1::sequence(&[&asn1::object_identifier(oid::ID_DATA)]),
            &retag(tag::context(0), &certificates),
            &asn1::set_of(vec![&self.signer_info()]),
        ]);
        asn1::sequence(&[&asn1::object_identifier(oid::ID_SIGNED_DATA), &asn1::context(0, &[&data])])
    }

    fn signer_info(&self) -> Vec<u8> {
        let Unsigned { algorithm, signer, attributes, .. } = &self.seal;
        let serial = asn1::tlv(tag::INTEGER, &[signer.serial()]);
        let unsigned = if self.stamps.is_empty() {
            Vec::new()
        } else {
            let values: Vec<&[u8]> = self.stamps.iter().map(Vec::as_slice).collect();
            asn1::context(1, &[&attribute(oid::SIGNATURE_TIME_STAMP, &values)])
        };
        asn1::sequence(&[
            &asn1::integer(1),
            &asn1::sequence(&[signer.issuer_der(), &serial]),
            &algorithm.digest().identifier(),
            &retag(tag::context(0), attributes),
            &algorithm.scheme().identifier(),
            &asn1::octet_string(&self.signature),
            &unsigned,
        ])
    }
}

fn attribute(oid: Oid, values: &[&[u8]]) -> Vec<u8> {
    asn1::sequence(&[&asn1::object_identifier(oid), &asn1::set_of(values.to_vec())])
}

/// The same element under an implicit tag.
fn retag(tag: u8, element: &[u8]) -> Vec<u8> {
    let mut element = element.to_vec();
    if let Some(first) = element.first_mut() {
        *first = tag;
    }
    element
}
