//! An X.509 certificate that keeps its bytes: signatures are checked over the TBSCertificate as it stood.
//!
//! Re-encoding is not safe: certificates of real trust services exist whose signature holds over the original bytes
//! only. Typed values come from `x509-cert`; the slices that are signed or compared come from our own reader.

mod extension;
mod holder;
mod known;
mod name;
mod pointer;
mod qc_statements;

pub use extension::{Extensions, Usage};
pub use holder::HolderKind;
pub(crate) use known::Known;
pub(crate) use name::{attributes as name_attributes, canonical as canonical_name, within};
pub use pointer::Pointers;
pub(crate) use pointer::uris;
pub use qc_statements::{QcStatements, QcType};

use crate::algorithm::{PublicKey, SignatureScheme, VerifyError, sha256};
use crate::asn1::{self, Asn1Element, Asn1Error, Oid, oid, range_in, tag};
use crate::pem::{self, PemError};
use der::Decode as _;
use jiff::Timestamp;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use x509_cert::name::Name;

/// Why bytes are not a certificate that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CertificateError {
    /// Larger than any certificate.
    #[error("a certificate of {0} bytes is not read")]
    TooLarge(usize),
    /// Not the ASN.1 of a certificate.
    #[error("not a certificate: {0}")]
    Asn1(#[from] Asn1Error),
    /// Not DER, or a value that X.509 does not allow.
    #[error("not a certificate: {0}")]
    Der(der::ErrorKind),
    /// An extension stands twice (RFC 5280 §4.2).
    #[error("the extension {0} stands twice")]
    ExtensionTwice(Oid),
    /// Not PEM.
    #[error(transparent)]
    Pem(#[from] PemError),
    /// A PEM text without a certificate.
    #[error("the text holds no certificate")]
    None,
}

/// A certificate. Clones share one copy.
#[derive(Clone)]
pub struct Certificate(Arc<Inner>);

struct Inner {
    der: Vec<u8>,
    tbs: Range<usize>,
    serial: Range<usize>,
    issuer: Range<usize>,
    subject: Range<usize>,
    info: Range<usize>,
    signature: Range<usize>,
    scheme: Result<SignatureScheme, Oid>,
    not_before: Timestamp,
    not_after: Timestamp,
    key: PublicKey,
    parsed: x509_cert::Certificate,
    extensions: Extensions,
    canonical_issuer: Vec<u8>,
    canonical_subject: Vec<u8>,
    sha256: [u8; 32],
    /// The key that its signature was found to be of: it is a fact about these bytes, so finding it out once is enough.
    signed_by: OnceLock<PublicKey>,
}

/// Largest certificate that is read, in bytes.
const MOST_BYTES: usize = 64 << 10;

impl Certificate {
    /// Reads one DER certificate.
    ///
    /// # Errors
    /// [`CertificateError`].
    pub fn from_der(der: &[u8]) -> Result<Self, CertificateError> {
        if der.len() > MOST_BYTES {
            return Err(CertificateError::TooLarge(der.len()));
        }
        let parsed = x509_cert::Certificate::from_der(der).map_err(|error| CertificateError::Der(error.kind()))?;
        let mut outer = Asn1Element::from_bytes(der)?.tagged(tag::SEQUENCE)?.reader();
        let tbs = outer.expect(tag::SEQUENCE)?;
        let algorithm = outer.element()?;
        let signature = outer.element()?.bits()?;
        outer.finish()?;
        let fields = Fields::read(tbs)?;
        if fields.algorithm.whole() != algorithm.whole() {
            return Err(Asn1Error::Value("the two signature algorithms of a certificate differ").into());
        }
        let place = |slice: &[u8]| range_in(der, slice);
        Ok(Self(Arc::new(Inner {
            tbs: place(tbs.whole()),
            serial: place(fields.serial.content()),
            issuer: place(fields.issuer.whole()),
            subject: place(fields.subject.whole()),
            info: place(fields.info.whole()),
            signature: place(signature),
            scheme: SignatureScheme::from_identifier(algorithm, None)?,
            not_before: fields.not_before,
            not_after: fields.not_after,
            key: PublicKey::from_info(fields.info)?,
            extensions: Extensions::read(parsed.tbs_certificate().extensions())?,
            canonical_issuer: name::canonical(fields.issuer)?,
            canonical_subject: name::canonical(fields.subject)?,
            sha256: sha256(der),
            signed_by: OnceLock::new(),
            der: der.to_vec(),
            parsed,
        })))
    }

    /// Every `CERTIFICATE` block of a PEM text, in order.
    ///
    /// # Errors
    /// [`CertificateError`], also when there is none.
    pub fn all_from_pem(text: &[u8]) -> Result<Vec<Self>, CertificateError> {
        let certificates = pem::blocks(text)?
            .iter()
            .filter(|block| matches!(block.label, "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE"))
            .map(|block| Self::from_der(&block.der))
            .collect::<Result<Vec<_>, _>>()?;
        if certificates.is_empty() { Err(CertificateError::None) } else { Ok(certificates) }
    }

    /// The certificate as it was read.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.0.der
    }

    /// SHA-256 of [`Certificate::der`].
    #[must_use]
    pub fn sha256(&self) -> [u8; 32] {
        self.0.sha256
    }

    /// Serial number: two's complement, big-endian, as it stands.
    #[must_use]
    pub fn serial(&self) -> &[u8] {
        self.slice(&self.0.serial)
    }

    /// DER of the issuer's name.
    #[must_use]
    pub fn issuer_der(&self) -> &[u8] {
        self.slice(&self.0.issuer)
    }

    /// DER of the subject's name.
    #[must_use]
    pub fn subject_der(&self) -> &[u8] {
        self.slice(&self.0.subject)
    }

    /// DER `SubjectPublicKeyInfo`.
    #[must_use]
    pub fn public_key_info(&self) -> &[u8] {
        self.slice(&self.0.info)
    }

    /// First instant of validity.
    #[must_use]
    pub fn not_before(&self) -> Timestamp {
        self.0.not_before
    }

    /// Last second of validity.
    #[must_use]
    pub fn not_after(&self) -> Timestamp {
        self.0.not_after
    }

    /// The subject's key.
    #[must_use]
    pub fn public_key(&self) -> &PublicKey {
        &self.0.key
    }

    /// What its own signature was made with, or the object identifier of an algorithm that is not checked.
    ///
    /// # Errors
    /// The object identifier of an algorithm that is not checked.
    pub fn scheme(&self) -> Result<SignatureScheme, Oid> {
        self.0.scheme
    }

    /// Its extensions.
    #[must_use]
    pub fn extensions(&self) -> &Extensions {
        &self.0.extensions
    }

    /// The `commonName` of the subject.
    #[must_use]
    pub fn subject_common_name(&self) -> Option<String> {
        self.subject_text(oid::COMMON_NAME)
    }

    /// The `organizationName` of the subject.
    #[must_use]
    pub fn subject_organization(&self) -> Option<String> {
        self.subject_text(oid::ORGANIZATION)
    }

    /// The `organizationIdentifier` of the subject (EN 319 412-1 §5.1.4), e.g. `NTRCZ-00000001`.
    #[must_use]
    pub fn subject_organization_identifier(&self) -> Option<String> {
        self.subject_text(oid::ORGANIZATION_IDENTIFIER)
    }

    /// The `countryName` of the subject, ISO 3166 alpha-2.
    #[must_use]
    pub fn subject_country(&self) -> Option<String> {
        self.subject_text(oid::COUNTRY)
    }

    /// The `commonName` of the issuer, else its `organizationName`.
    #[must_use]
    pub fn issuer_name(&self) -> Option<String> {
        let text = |oid| name::attribute(self.issuer(), oid);
        text(oid::COMMON_NAME).or_else(|| text(oid::ORGANIZATION))
    }

    /// DER `IssuerSerial` (RFC 5035 §5): what ESS attributes and the JAdES `kid` name a certificate by.
    #[must_use]
    pub fn issuer_serial_der(&self) -> Vec<u8> {
        let directory_name = asn1::context(4, &[self.issuer_der()]);
        asn1::sequence(&[&asn1::sequence(&[&directory_name]), &asn1::tlv(tag::INTEGER, &[self.serial()])])
    }

    /// Whether subject and issuer are the same name (RFC 5280 §3.2 "self-issued").
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.0.canonical_issuer == self.0.canonical_subject
    }

    /// Whether `issuer` bears the name that this certificate names as its issuer (RFC 5280 §7.1).
    #[must_use]
    pub fn names_issuer(&self, issuer: &Self) -> bool {
        self.0.canonical_issuer == issuer.0.canonical_subject
    }

    /// The same name with the same key, however many certificates say so (RFC 4158 §5.2).
    #[must_use]
    pub fn is_same_entity(&self, other: &Self) -> bool {
        self.public_key_info() == other.public_key_info() && self.0.canonical_subject == other.0.canonical_subject
    }

    /// Whether `at` lies within the validity.
    #[must_use]
    pub fn is_valid_at(&self, at: Timestamp) -> bool {
        // notAfter names the last second that is still valid.
        self.0.not_before <= at && at.as_second() <= self.0.not_after.as_second()
    }

    /// Checks that `issuer` signed this certificate, over the TBSCertificate as it stood.
    ///
    /// # Errors
    /// [`VerifyError`].
    pub fn verify_signature(&self, issuer: &PublicKey) -> Result<(), VerifyError> {
        let scheme = self.0.scheme.map_err(|_| VerifyError::Unsupported)?;
        if !self.is_found_signed_by(issuer) {
            issuer.verify_der(scheme, self.slice(&self.0.tbs), self.slice(&self.0.signature))?;
            self.0.signed_by.get_or_init(|| issuer.clone());
        }
        Ok(())
    }

    /// Whether [`Certificate::verify_signature`] has found out already that this key signed it.
    pub(crate) fn is_found_signed_by(&self, issuer: &PublicKey) -> bool {
        self.0.signed_by.get() == Some(issuer)
    }

    /// Where its issuer and its revocation can be asked about.
    #[must_use]
    pub fn pointers(&self) -> &Pointers {
        &self.0.extensions.pointers
    }

    /// The subject's name in the form in which equal names are equal bytes.
    pub(crate) fn canonical_subject(&self) -> &[u8] {
        &self.0.canonical_subject
    }

    pub(crate) fn subject(&self) -> &Name {
        self.0.parsed.tbs_certificate().subject()
    }

    pub(crate) fn issuer(&self) -> &Name {
        self.0.parsed.tbs_certificate().issuer()
    }

    fn slice(&self, range: &Range<usize>) -> &[u8] {
        self.0.der.get(range.clone()).unwrap_or_default()
    }
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.der == other.0.der
    }
}

impl Eq for Certificate {}

impl std::fmt::Debug for Certificate {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let digest = data_encoding::HEXLOWER.encode(&self.0.sha256);
        formatter.debug_struct("Certificate").field("sha256", &digest).finish_non_exhaustive()
    }
}

/// A summary for reports: who it says it is, from when to when, and its digest.
impl Serialize for Certificate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
        let mut summary = serializer.serialize_struct("Certificate", 9)?;
        summary.serialize_field("common_name", &self.subject_common_name())?;
        summary.serialize_field("organization", &self.subject_organization())?;
        summary.serialize_field("organization_identifier", &self.subject_organization_identifier())?;
        summary.serialize_field("country", &self.subject_country())?;
        summary.serialize_field("issuer", &self.issuer_name())?;
        summary.serialize_field("serial", &hex(self.serial()))?;
        summary.serialize_field("not_before", &self.not_before())?;
        summary.serialize_field("not_after", &self.not_after())?;
        summary.serialize_field("sha256", &hex(&self.0.sha256))?;
        summary.end()
    }
}

/// The fields of a TBSCertificate whose bytes matter (RFC 5280 §4.1).
struct Fields<'a> {
    serial: Asn1Element<'a>,
    algorithm: Asn1Element<'a>,
    issuer: Asn1Element<'a>,
    not_before: Timestamp,
    not_after: Timestamp,
    subject: Asn1Element<'a>,
    info: Asn1Element<'a>,
}

impl<'a> Fields<'a> {
    fn read(tbs: Asn1Element<'a>) -> Result<Self, Asn1Error> {
        let mut reader = tbs.reader();
        reader.optional(tag::context(0))?;
        let serial = reader.expect(tag::INTEGER)?;
        let algorithm = reader.expect(tag::SEQUENCE)?;
        let issuer = reader.expect(tag::SEQUENCE)?;
        let mut validity = reader.sequence()?;
        let (not_before, not_after) = (validity.element()?.time()?, validity.element()?.time()?);
        validity.finish()?;
        let subject = reader.expect(tag::SEQUENCE)?;
        let info = reader.expect(tag::SEQUENCE)?;
        Ok(Self { serial, algorithm, issuer, not_before, not_after, subject, info })
    }
}

#[cfg(test)]
mod tests;
