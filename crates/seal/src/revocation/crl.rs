//! A certificate revocation list (RFC 5280 §5), complete and direct.

use super::RevocationError;
use super::status::{CertStatus, CrlReason, RevocationAnswer, Unanswered};
use crate::algorithm::{PublicKey, SignatureScheme};
use crate::asn1::{Asn1Element, Asn1Error, Oid, Reader, oid, range_in, tag};
use crate::certificate::{Certificate, canonical_name, uris};
use crate::pem;
use jiff::Timestamp;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Largest list that is read, in bytes.
const MOST_BYTES: usize = 32 << 20;
/// Most revoked certificates of one list.
const MOST_ENTRIES: usize = 1_000_000;
/// Most extensions of a list or an entry.
const MOST_EXTENSIONS: usize = 32;

/// A revocation list. Clones share one copy.
#[derive(Clone)]
pub struct Crl(Arc<Inner>);

struct Inner {
    der: Vec<u8>,
    tbs: Range<usize>,
    signature: Range<usize>,
    scheme: Result<SignatureScheme, Oid>,
    canonical_issuer: Vec<u8>,
    this_update: Timestamp,
    next_update: Option<Timestamp>,
    /// Sorted by serial number.
    revoked: Vec<Revoked>,
    extensions: Extensions,
    /// The key that its signature was found to be of.
    signed_by: OnceLock<PublicKey>,
}

struct Revoked {
    serial: Range<usize>,
    at: Timestamp,
    reason: CrlReason,
}

#[derive(Default)]
struct Extensions {
    told_since: Option<Timestamp>,
    /// Addresses of the distribution point it is for; a list for one may not speak for another.
    point: Option<Vec<String>>,
    only_users: bool,
    only_authorities: bool,
    /// Delta, indirect, partial reasons, attribute certificates, or a critical extension that is not known.
    not_understood: bool,
}

impl Crl {
    /// Reads a list that fills `der`.
    ///
    /// # Errors
    /// [`RevocationError`].
    pub fn from_der(der: &[u8]) -> Result<Self, RevocationError> {
        if der.len() > MOST_BYTES {
            return Err(RevocationError::TooLarge(der.len()));
        }
        let mut outer = Asn1Element::from_bytes(der)?.tagged(tag::SEQUENCE)?.reader();
        let tbs = outer.expect(tag::SEQUENCE)?;
        let algorithm = outer.element()?;
        let signature = outer.element()?.bits()?;
        outer.finish()?;
        let mut fields = tbs.reader();
        fields.optional(tag::INTEGER)?;
        if fields.element()?.whole() != algorithm.whole() {
            return Err(Asn1Error::Value("the two signature algorithms of a list differ").into());
        }
        let issuer = fields.expect(tag::SEQUENCE)?;
        let this_update = fields.element()?.time()?;
        let next_update = match fields.peek() {
            Some(tag::UTC_TIME | tag::GENERALIZED_TIME) => Some(fields.element()?.time()?),
            _ => None,
        };
        let mut extensions = Extensions::default();
        let mut revoked = match fields.optional(tag::SEQUENCE)? {
            Some(entries) => read_entries(der, entries, &mut extensions)?,
            None => Vec::new(),
        };
        revoked.sort_by(|one: &Revoked, other| der.get(one.serial.clone()).cmp(&der.get(other.serial.clone())));
        if let Some(wrapped) = fields.optional(tag::context(0))? {
            extensions.read(wrapped.inner()?.tagged(tag::SEQUENCE)?.reader())?;
        }
        fields.finish()?;
        Ok(Self(Arc::new(Inner {
            tbs: range_in(der, tbs.whole()),
            signature: range_in(der, signature),
            scheme: SignatureScheme::from_identifier(algorithm, None)?,
            canonical_issuer: canonical_name(issuer)?,
            this_update,
            next_update,
            revoked,
            extensions,
            signed_by: OnceLock::new(),
            der: der.to_vec(),
        })))
    }

    /// The `X509 CRL` block of a PEM text.
    ///
    /// # Errors
    /// [`RevocationError`].
    pub fn from_pem(text: &[u8]) -> Result<Self, RevocationError> {
        let missing = RevocationError::Asn1(Asn1Error::Value("no list in the text"));
        let blocks = pem::blocks(text)?;
        let block = blocks.into_iter().find(|block| block.label == "X509 CRL");
        Self::from_der(&block.ok_or(missing)?.der)
    }

    /// The list as it was read.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.0.der
    }

    /// When it was issued.
    #[must_use]
    pub fn this_update(&self) -> Timestamp {
        self.0.this_update
    }

    /// By when the next list was to be issued.
    #[must_use]
    pub fn next_update(&self) -> Option<Timestamp> {
        self.0.next_update
    }

    /// Since when certificates that ended are told of, if said.
    pub(crate) fn told_since(&self) -> Option<Timestamp> {
        self.0.extensions.told_since
    }

    /// Since when each certificate on it is revoked.
    pub(crate) fn revocations(&self) -> impl Iterator<Item = Timestamp> {
        self.0.revoked.iter().map(|entry| entry.at)
    }

    /// How many certificates it revokes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.revoked.len()
    }

    /// Whether it revokes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.revoked.is_empty()
    }

    /// What the list says of `certificate`, whose issuer is `issuer`. Checks the signature.
    ///
    /// # Errors
    /// [`Unanswered`].
    pub fn answer(&self, certificate: &Certificate, issuer: &Certificate) -> Result<RevocationAnswer, Unanswered> {
        if !self.is_about(certificate, issuer) {
            return Err(Unanswered::Elsewhere);
        }
        if self.0.extensions.not_understood {
            return Err(Unanswered::NotUnderstood);
        }
        let scheme = self.verify(issuer)?;
        Ok(RevocationAnswer {
            status: self.status(certificate),
            this_update: self.0.this_update,
            next_update: self.0.next_update,
            produced_at: self.0.this_update,
            told_since: self.0.extensions.told_since,
            scheme,
            key: issuer.public_key().clone(),
            responder: None,
        })
    }

    /// Whether a look at names and scope (RFC 5280 §6.3.3 (b)) says that the list speaks of `certificate`.
    pub(crate) fn is_about(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        let Extensions { point, only_users, only_authorities, .. } = &self.0.extensions;
        let is_authority = certificate.extensions().is_ca();
        let in_scope = !(*only_users && is_authority || *only_authorities && !is_authority);
        let at_point = point.as_ref().is_none_or(|point| {
            let named = &certificate.pointers().crls;
            point.iter().any(|address| named.contains(address))
        });
        self.0.canonical_issuer == issuer.canonical_subject()
            && certificate.names_issuer(issuer)
            && in_scope
            && at_point
    }

    fn verify(&self, issuer: &Certificate) -> Result<SignatureScheme, Unanswered> {
        let scheme = self.0.scheme.map_err(|_| Unanswered::Algorithm)?;
        if !issuer.extensions().may_sign_revocation_lists() {
            return Err(Unanswered::NotSigned);
        }
        if !self.is_checked(issuer) {
            let (tbs, signature) = (self.slice(&self.0.tbs), self.slice(&self.0.signature));
            issuer.public_key().verify_der(scheme, tbs, signature).map_err(|_| Unanswered::NotSigned)?;
            self.0.signed_by.get_or_init(|| issuer.public_key().clone());
        }
        Ok(scheme)
    }

    /// Whether it was found out already that `issuer` signed the list.
    pub(crate) fn is_checked(&self, issuer: &Certificate) -> bool {
        self.0.signed_by.get() == Some(issuer.public_key())
    }

    fn status(&self, certificate: &Certificate) -> CertStatus {
        let serial = certificate.serial();
        let found = self.0.revoked.binary_search_by(|entry| self.slice(&entry.serial).cmp(serial));
        match found.ok().and_then(|index| self.0.revoked.get(index)) {
            Some(Revoked { at, reason, .. }) => CertStatus::Revoked { at: *at, reason: *reason },
            None => CertStatus::Good,
        }
    }

    fn slice(&self, range: &Range<usize>) -> &[u8] {
        self.0.der.get(range.clone()).unwrap_or_default()
    }
}

impl PartialEq for Crl {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.der == other.0.der
    }
}

impl Eq for Crl {}

impl std::fmt::Debug for Crl {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Crl").field("this_update", &self.0.this_update).finish_non_exhaustive()
    }
}

fn read_entries(der: &[u8], entries: Asn1Element<'_>, list: &mut Extensions) -> Result<Vec<Revoked>, Asn1Error> {
    let mut revoked = Vec::new();
    let mut reader = entries.reader();
    while !reader.is_empty() {
        if revoked.len() == MOST_ENTRIES {
            return Err(Asn1Error::Value("too many revoked certificates"));
        }
        let mut entry = reader.sequence()?;
        let serial = range_in(der, entry.expect(tag::INTEGER)?.content());
        let at = entry.element()?.time()?;
        let mut reason = CrlReason(0);
        if let Some(extensions) = entry.optional(tag::SEQUENCE)? {
            for extension in extensions.reader().all(MOST_EXTENSIONS)? {
                let Extension { id, critical, value } = Extension::read(extension)?;
                match id {
                    oid::CRL_REASON => reason = read_reason(Asn1Element::from_bytes(value)?)?,
                    // invalidityDate: when the key may have been lost. The revocation date is what verdicts rest on.
                    _ => list.not_understood |= critical,
                }
            }
        }
        entry.finish()?;
        revoked.push(Revoked { serial, at, reason });
    }
    Ok(revoked)
}

/// `CRLReason ::= ENUMERATED`, one octet.
pub(super) fn read_reason(value: Asn1Element<'_>) -> Result<CrlReason, Asn1Error> {
    match value.tagged(tag::ENUMERATED)?.content() {
        [reason] => Ok(CrlReason(*reason)),
        _ => Err(Asn1Error::Value("a reason is malformed")),
    }
}

/// `Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue }`.
pub(super) struct Extension<'a> {
    pub(super) id: Oid,
    pub(super) critical: bool,
    pub(super) value: &'a [u8],
}

impl<'a> Extension<'a> {
    pub(super) fn read(element: Asn1Element<'a>) -> Result<Self, Asn1Error> {
        let mut fields = element.tagged(tag::SEQUENCE)?.reader();
        let id = fields.expect(tag::OID)?.oid()?;
        let critical = fields.optional(tag::BOOLEAN)?.map(Asn1Element::boolean).transpose()?.unwrap_or(false);
        let value = fields.element()?.octets()?;
        fields.finish()?;
        Ok(Self { id, critical, value })
    }
}

impl Extensions {
    fn read(&mut self, mut extensions: Reader<'_>) -> Result<(), Asn1Error> {
        for extension in extensions.all(MOST_EXTENSIONS)? {
            let Extension { id, critical, value } = Extension::read(extension)?;
            match id {
                oid::AUTHORITY_KEY_IDENTIFIER | oid::CRL_NUMBER => {}
                oid::ISSUING_DISTRIBUTION_POINT => self.scope(Asn1Element::from_bytes(value)?)?,
                oid::EXPIRED_CERTS_ON_CRL => self.told_since = Some(Asn1Element::from_bytes(value)?.time()?),
                oid::DELTA_CRL_INDICATOR => self.not_understood = true,
                _ => self.not_understood |= critical,
            }
        }
        Ok(())
    }

    /// `IssuingDistributionPoint` (RFC 5280 §5.2.5).
    fn scope(&mut self, point: Asn1Element<'_>) -> Result<(), Asn1Error> {
        for field in point.tagged(tag::SEQUENCE)?.reader().all(8)? {
            let is_set = field.content() == [0xff];
            match field.tag() {
                tag if tag == tag::context(0) => self.point = Some(uris(field.inner()?)?),
                tag if tag == tag::context_primitive(1) => self.only_users = is_set,
                tag if tag == tag::context_primitive(2) => self.only_authorities = is_set,
                tag if tag == tag::context_primitive(3) => self.not_understood = true,
                _ => self.not_understood |= is_set,
            }
        }
        Ok(())
    }
}
