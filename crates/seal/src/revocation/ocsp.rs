//! An OCSP response (RFC 6960 §4.2), basic type, about any number of certificates.

use super::RevocationError;
use super::crl::{Extension, read_reason};
use super::status::{CertStatus, CrlReason, RevocationAnswer, Unanswered};
use crate::algorithm::SignatureScheme;
use crate::asn1::{self, Asn1Element, Asn1Error, Oid, Reader, oid, range_in, tag};
use crate::certificate::{Certificate, Known, canonical_name};
use aws_lc_rs::digest;
use jiff::Timestamp;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Largest response that is read, in bytes.
const MOST_BYTES: usize = 1 << 20;
/// Most certificates that one response tells of or brings.
const MOST: usize = 64;

/// A response with the bytes it came as. Clones share one copy.
#[derive(Clone)]
pub struct OcspResponse(Arc<Inner>);

struct Inner {
    der: Vec<u8>,
    tbs: Range<usize>,
    signature: Range<usize>,
    scheme: Result<SignatureScheme, Oid>,
    responder: ResponderId,
    produced_at: Timestamp,
    answers: Vec<Single>,
    certificates: Vec<Certificate>,
    /// A critical extension that is not known.
    not_understood: bool,
    /// An issuer, and who was found to have signed for it: `None` for itself.
    signed_for: OnceLock<(Certificate, Option<Certificate>)>,
}

enum ResponderId {
    /// In the form in which equal names are equal bytes.
    Name(Vec<u8>),
    /// SHA-1 of the public key.
    Key(Vec<u8>),
}

struct Single {
    digest: Oid,
    issuer_name: Vec<u8>,
    issuer_key: Vec<u8>,
    serial: Vec<u8>,
    status: CertStatus,
    this_update: Timestamp,
    next_update: Option<Timestamp>,
    told_since: Option<Timestamp>,
    not_understood: bool,
}

impl OcspResponse {
    /// Reads an `OCSPResponse`, or a `BasicOCSPResponse` alone as some validation data hold it. The bytes of the former
    /// are what [`OcspResponse::der`] gives in both cases.
    ///
    /// # Errors
    /// [`RevocationError`].
    pub fn from_der(der: &[u8]) -> Result<Self, RevocationError> {
        Self::from_der_among(der, &Known::default())
    }

    /// As [`OcspResponse::from_der`], with certificates that were read before.
    pub(crate) fn from_der_among(der: &[u8], known: &Known) -> Result<Self, RevocationError> {
        if der.len() > MOST_BYTES {
            return Err(RevocationError::TooLarge(der.len()));
        }
        let outer = Asn1Element::from_bytes(der)?.tagged(tag::SEQUENCE)?;
        if outer.reader().peek() == Some(tag::ENUMERATED) {
            Self::read(der, outer, known)
        } else {
            let whole = wrap(der);
            Self::read(&whole, Asn1Element::from_bytes(&whole)?.tagged(tag::SEQUENCE)?, known)
        }
    }

    fn read(der: &[u8], outer: Asn1Element<'_>, known: &Known) -> Result<Self, RevocationError> {
        let mut fields = outer.reader();
        let status = asn1::number(fields.expect(tag::ENUMERATED)?.content())?;
        if status != 0 {
            return Err(RevocationError::Refused(status));
        }
        let mut bytes = fields.expect(tag::context(0))?.inner()?.tagged(tag::SEQUENCE)?.reader();
        fields.finish()?;
        let kind = bytes.expect(tag::OID)?.oid()?;
        if kind != oid::OCSP_BASIC {
            return Err(RevocationError::ResponseType(kind));
        }
        let mut basic = Asn1Element::from_bytes(bytes.element()?.octets()?)?.tagged(tag::SEQUENCE)?.reader();
        bytes.finish()?;
        let tbs = basic.expect(tag::SEQUENCE)?;
        let algorithm = basic.element()?;
        let signature = basic.element()?.bits()?;
        let certificates = match basic.optional(tag::context(0))? {
            Some(wrapped) => wrapped.inner()?.tagged(tag::SEQUENCE)?.reader().all(MOST)?,
            None => Vec::new(),
        };
        basic.finish()?;
        let mut data = tbs.reader();
        data.optional(tag::context(0))?;
        let responder = responder(data.element()?)?;
        let produced_at = data.element()?.time()?;
        let answers = data.sequence()?.all(MOST)?.into_iter().map(Single::read).collect::<Result<_, _>>()?;
        let extensions = data.optional(tag::context(1))?;
        let not_understood = extensions.map(|wrapped| has_critical(wrapped)).transpose()?.unwrap_or(false);
        data.finish()?;
        Ok(Self(Arc::new(Inner {
            tbs: range_in(der, tbs.whole()),
            signature: range_in(der, signature),
            scheme: SignatureScheme::from_identifier(algorithm, None)?,
            responder,
            produced_at,
            answers,
            certificates: certificates.iter().filter_map(|one| known.read(one.whole()).ok()).collect(),
            not_understood,
            signed_for: OnceLock::new(),
            der: der.to_vec(),
        })))
    }

    /// The whole `OCSPResponse`.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.0.der
    }

    /// When it was signed.
    #[must_use]
    pub fn produced_at(&self) -> Timestamp {
        self.0.produced_at
    }

    /// Every instant that its answers name.
    pub(crate) fn told(&self) -> impl Iterator<Item = Timestamp> {
        self.0.answers.iter().flat_map(|answer| {
            let revoked = match answer.status {
                CertStatus::Revoked { at, .. } => Some(at),
                CertStatus::Good | CertStatus::Unknown => None,
            };
            [Some(answer.this_update), answer.next_update, answer.told_since, revoked].into_iter().flatten()
        })
    }

    /// The certificates that came along.
    #[must_use]
    pub fn certificates(&self) -> &[Certificate] {
        &self.0.certificates
    }

    /// What the response says of `certificate`, whose issuer is `issuer`. Checks the signature, and that it is the
    /// issuer's own or that of a responder which the issuer itself certified for this (RFC 6960 §4.2.2.2). Whether a
    /// responder's certificate still stood is the caller's to ask.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub fn answer(&self, certificate: &Certificate, issuer: &Certificate) -> Result<RevocationAnswer, Unanswered> {
        let single = self.single(certificate, issuer).ok_or(Unanswered::Elsewhere)?;
        if self.0.not_understood || single.not_understood {
            return Err(Unanswered::NotUnderstood);
        }
        let scheme = self.0.scheme.map_err(|_| Unanswered::Algorithm)?;
        let responder = self.signer(issuer, scheme)?;
        let key = responder.as_ref().unwrap_or(issuer).public_key().clone();
        Ok(RevocationAnswer {
            status: single.status,
            this_update: single.this_update,
            next_update: single.next_update,
            produced_at: self.0.produced_at,
            told_since: single.told_since,
            scheme,
            key,
            responder,
        })
    }

    /// Whether a look at names says that the response speaks of `certificate`.
    pub(crate) fn is_about(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        self.single(certificate, issuer).is_some()
    }

    fn single(&self, certificate: &Certificate, issuer: &Certificate) -> Option<&Single> {
        if !certificate.names_issuer(issuer) {
            return None;
        }
        self.0.answers.iter().find(|single| single.names(certificate, issuer))
    }

    /// Who signed: `None` for the issuer itself, else its responder.
    fn signer(&self, issuer: &Certificate, scheme: SignatureScheme) -> Result<Option<Certificate>, Unanswered> {
        if let Some((known, signer)) = self.0.signed_for.get()
            && known == issuer
        {
            return Ok(signer.clone());
        }
        let signer = self.find_signer(issuer, scheme)?;
        self.0.signed_for.get_or_init(|| (issuer.clone(), signer.clone()));
        Ok(signer)
    }

    /// Whether it was found out already who signed for `issuer`.
    pub(crate) fn is_checked(&self, issuer: &Certificate) -> bool {
        self.0.signed_for.get().is_some_and(|(known, _)| known == issuer)
    }

    fn find_signer(&self, issuer: &Certificate, scheme: SignatureScheme) -> Result<Option<Certificate>, Unanswered> {
        let (tbs, signature) = (self.slice(&self.0.tbs), self.slice(&self.0.signature));
        let signed = |by: &Certificate| by.public_key().verify_der(scheme, tbs, signature).is_ok();
        if self.0.responder.names(issuer) && signed(issuer) {
            return Ok(None);
        }
        let delegated = self.0.certificates.iter().find(|candidate| {
            self.0.responder.names(candidate)
                && candidate.names_issuer(issuer)
                && candidate.extensions().usage().is_some_and(|usage| usage.purposes.contains(&oid::OCSP_SIGNING))
                && candidate.extensions().unknown_critical.is_none()
                && candidate.is_valid_at(self.0.produced_at)
                && candidate.verify_signature(issuer.public_key()).is_ok()
                && signed(candidate)
        });
        delegated.map(|responder| Some(responder.clone())).ok_or(Unanswered::NotSigned)
    }

    fn slice(&self, range: &Range<usize>) -> &[u8] {
        self.0.der.get(range.clone()).unwrap_or_default()
    }
}

impl PartialEq for OcspResponse {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.der == other.0.der
    }
}

impl Eq for OcspResponse {}

impl std::fmt::Debug for OcspResponse {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("OcspResponse").field("produced_at", &self.0.produced_at).finish_non_exhaustive()
    }
}

impl ResponderId {
    fn names(&self, certificate: &Certificate) -> bool {
        match self {
            Self::Name(name) => certificate.canonical_subject() == name,
            Self::Key(key) => sha_1(certificate.public_key().bits()) == *key,
        }
    }
}

fn responder(id: Asn1Element<'_>) -> Result<ResponderId, Asn1Error> {
    if id.tag() == tag::context(1) {
        return Ok(ResponderId::Name(canonical_name(id.inner()?)?));
    }
    Ok(ResponderId::Key(id.tagged(tag::context(2))?.inner()?.octets()?.to_vec()))
}

impl Single {
    fn read(element: Asn1Element<'_>) -> Result<Self, Asn1Error> {
        let mut fields = element.tagged(tag::SEQUENCE)?.reader();
        let mut id = fields.sequence()?;
        let digest = id.sequence()?.expect(tag::OID)?.oid()?;
        let (issuer_name, issuer_key) = (id.element()?.octets()?, id.element()?.octets()?);
        let serial = id.expect(tag::INTEGER)?.content();
        id.finish()?;
        let status = status(fields.element()?)?;
        let this_update = fields.element()?.time()?;
        let next_update = fields.optional(tag::context(0))?.map(|wrapped| wrapped.inner()?.time()).transpose()?;
        let mut single = Self {
            digest,
            issuer_name: issuer_name.to_vec(),
            issuer_key: issuer_key.to_vec(),
            serial: serial.to_vec(),
            status,
            this_update,
            next_update,
            told_since: None,
            not_understood: false,
        };
        if let Some(wrapped) = fields.optional(tag::context(1))? {
            single.extensions(wrapped.inner()?.tagged(tag::SEQUENCE)?.reader())?;
        }
        fields.finish()?;
        Ok(single)
    }

    fn extensions(&mut self, mut extensions: Reader<'_>) -> Result<(), Asn1Error> {
        for extension in extensions.all(MOST)? {
            let Extension { id, critical, value } = Extension::read(extension)?;
            match id {
                oid::OCSP_ARCHIVE_CUTOFF => self.told_since = Some(Asn1Element::from_bytes(value)?.time()?),
                _ => self.not_understood |= critical,
            }
        }
        Ok(())
    }

    /// `CertID` (RFC 6960 §4.1.1): a name and a key by digest, and the serial number.
    fn names(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        if self.serial != certificate.serial() {
            return false;
        }
        let hash: fn(&[u8]) -> Vec<u8> = match self.digest {
            oid::SHA_1 => sha_1,
            oid::SHA_256 => |bytes| crate::DigestAlgorithm::Sha256.hash(bytes),
            oid::SHA_384 => |bytes| crate::DigestAlgorithm::Sha384.hash(bytes),
            oid::SHA_512 => |bytes| crate::DigestAlgorithm::Sha512.hash(bytes),
            _ => return false,
        };
        hash(certificate.issuer_der()) == self.issuer_name && hash(issuer.public_key().bits()) == self.issuer_key
    }
}

/// `CertStatus`.
fn status(status: Asn1Element<'_>) -> Result<CertStatus, Asn1Error> {
    match status.tag() {
        tag if tag == tag::context_primitive(0) => Ok(CertStatus::Good),
        tag if tag == tag::context_primitive(2) => Ok(CertStatus::Unknown),
        tag if tag == tag::context(1) => {
            let mut fields = status.reader();
            let at = fields.element()?.time()?;
            let reason = fields.optional(tag::context(0))?.map(|wrapped| read_reason(wrapped.inner()?)).transpose()?;
            fields.finish()?;
            Ok(CertStatus::Revoked { at, reason: reason.unwrap_or(CrlReason(0)) })
        }
        _ => Err(Asn1Error::Value("a certificate status is malformed")),
    }
}

fn has_critical(wrapped: Asn1Element<'_>) -> Result<bool, Asn1Error> {
    let extensions = wrapped.inner()?.tagged(tag::SEQUENCE)?.reader().all(MOST)?;
    let critical = extensions.into_iter().map(|one| Extension::read(one).map(|extension| extension.critical));
    Ok(critical.collect::<Result<Vec<_>, _>>()?.contains(&true))
}

/// A `BasicOCSPResponse` as an `OCSPResponse`.
fn wrap(basic: &[u8]) -> Vec<u8> {
    let bytes = asn1::sequence(&[&asn1::object_identifier(oid::OCSP_BASIC), &asn1::octet_string(basic)]);
    asn1::sequence(&[&asn1::tlv(tag::ENUMERATED, &[&[0]]), &asn1::context(0, &[&bytes])])
}

/// SHA-1 names certificates in OCSP; nothing rests on its strength, because the answer is signed.
pub(crate) fn sha_1(bytes: &[u8]) -> Vec<u8> {
    digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, bytes).as_ref().to_vec()
}
