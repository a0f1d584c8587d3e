//! OCSP responses and revocation lists made by hand; every field is there to be spoilt.

use super::{Entity, at};
use crate::Certificate;
use crate::asn1::{self, Oid, oid, tag};
use crate::revocation::{CertStatus, Crl, CrlReason, OcspResponse};
use jiff::{SignedDuration, Timestamp};

/// What is said is said for so long.
const FRESH: SignedDuration = SignedDuration::from_hours(7 * 24);
/// An extension that nobody knows.
pub(crate) const UNKNOWN: Oid = Oid::new_unwrap("1.2.3.4.5");

pub(crate) fn time(at: Timestamp) -> Vec<u8> {
    asn1::tlv(tag::GENERALIZED_TIME, &[at.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes()])
}

/// `Extension`.
pub(crate) fn extension(id: Oid, critical: bool, value: &[u8]) -> Vec<u8> {
    let critical = if critical { asn1::boolean(true) } else { Vec::new() };
    asn1::sequence(&[&asn1::object_identifier(id), &critical, &asn1::octet_string(value)])
}

fn sequence_of(items: &[Vec<u8>]) -> Vec<u8> {
    asn1::sequence(&items.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

impl Entity {
    /// Signs `tbs` as certificates, lists and responses are signed: what stands between the two, and the value.
    fn signed(&self, tbs: &[u8]) -> (Vec<u8>, Vec<u8>) {
        let key = self.seal_key(&[], None);
        let value = crate::algorithm::ecdsa_der(&key.sign(tbs).expect("a signature")).expect("a signature");
        (key.algorithm().scheme().identifier(), asn1::bit_string(0, &value))
    }

    /// The scheme that [`Entity::signed`] uses.
    fn scheme(&self) -> Vec<u8> {
        self.seal_key(&[], None).algorithm().scheme().identifier()
    }

    fn key_bits(&self) -> &[u8] {
        self.certificate.public_key().bits()
    }
}

/// An OCSP response about one certificate (RFC 6960 §4.2.1).
#[derive(Clone)]
pub(crate) struct Response<'a> {
    pub(crate) issuer: &'a Entity,
    pub(crate) subject: &'a Certificate,
    pub(crate) status: CertStatus,
    pub(crate) produced: Timestamp,
    pub(crate) this: Timestamp,
    pub(crate) next: Option<Timestamp>,
    /// Who signs.
    pub(crate) signer: &'a Entity,
    /// What comes along.
    pub(crate) brings: Vec<&'a Entity>,
    /// Names the responder by its key instead of its name.
    pub(crate) by_key: bool,
    /// `archiveCutoff`.
    pub(crate) told_since: Option<Timestamp>,
    /// Whether it has a critical extension that nobody knows.
    pub(crate) critical: bool,
    /// `OCSPResponseStatus`.
    pub(crate) refused: u8,
}

impl<'a> Response<'a> {
    /// That `subject` is good, said at `when` by its issuer itself.
    pub(crate) fn good(issuer: &'a Entity, subject: &'a Certificate, when: &str) -> Self {
        let this = at(when);
        Self {
            issuer,
            subject,
            status: CertStatus::Good,
            produced: this,
            this,
            next: Some(this + FRESH),
            signer: issuer,
            brings: Vec::new(),
            by_key: false,
            told_since: None,
            critical: false,
            refused: 0,
        }
    }

    /// Said by a responder whose certificate comes along.
    pub(crate) fn by(self, responder: &'a Entity) -> Self {
        Self { signer: responder, brings: vec![responder], ..self }
    }

    /// That it is revoked.
    pub(crate) fn revoked(self, since: &str, reason: CrlReason) -> Self {
        Self { status: CertStatus::Revoked { at: at(since), reason }, ..self }
    }

    pub(crate) fn der(&self) -> Vec<u8> {
        let hash = |bytes: &[u8]| asn1::octet_string(&crate::DigestAlgorithm::Sha256.hash(bytes));
        let certificate = asn1::sequence(&[
            &crate::DigestAlgorithm::Sha256.identifier(),
            &hash(self.issuer.certificate.subject_der()),
            &hash(self.issuer.key_bits()),
            &asn1::tlv(tag::INTEGER, &[self.subject.serial()]),
        ]);
        let status = match self.status {
            CertStatus::Good => asn1::context_primitive(0, &[]),
            CertStatus::Unknown => asn1::context_primitive(2, &[]),
            CertStatus::Revoked { at, reason } => {
                let reason = asn1::tlv(tag::ENUMERATED, &[&[reason.0]]);
                asn1::context(1, &[&time(at), &asn1::context(0, &[&reason])])
            }
        };
        let next = self.next.map(|next| asn1::context(0, &[&time(next)])).unwrap_or_default();
        let cutoff = self.told_since.map(|since| {
            asn1::context(1, &[&asn1::sequence(&[&extension(oid::OCSP_ARCHIVE_CUTOFF, false, &time(since))])])
        });
        let single = asn1::sequence(&[&certificate, &status, &time(self.this), &next, &cutoff.unwrap_or_default()]);
        let responder = if self.by_key {
            asn1::context(2, &[&asn1::octet_string(&crate::revocation::sha_1(self.signer.key_bits()))])
        } else {
            asn1::context(1, &[self.signer.certificate.subject_der()])
        };
        let critical = self.critical.then(|| asn1::context(1, &[&asn1::sequence(&[&extension(UNKNOWN, true, &[])])]));
        let answers = asn1::sequence(&[&single]);
        let data = asn1::sequence(&[&responder, &time(self.produced), &answers, &critical.unwrap_or_default()]);
        let (algorithm, value) = self.signer.signed(&data);
        let certificates: Vec<Vec<u8>> = self.brings.iter().map(|one| one.certificate.der().to_vec()).collect();
        let certificates =
            if certificates.is_empty() { Vec::new() } else { asn1::context(0, &[&sequence_of(&certificates)]) };
        let basic = asn1::sequence(&[&data, &algorithm, &value, &certificates]);
        let bytes = asn1::sequence(&[&asn1::object_identifier(oid::OCSP_BASIC), &asn1::octet_string(&basic)]);
        asn1::sequence(&[&asn1::tlv(tag::ENUMERATED, &[&[self.refused]]), &asn1::context(0, &[&bytes])])
    }

    pub(crate) fn read(&self) -> OcspResponse {
        OcspResponse::from_der(&self.der()).expect("a response")
    }
}

/// A revocation list (RFC 5280 §5.1).
#[derive(Clone)]
pub(crate) struct List<'a> {
    /// Whose name it bears.
    pub(crate) issuer: &'a Entity,
    /// Who signs.
    pub(crate) signer: &'a Entity,
    pub(crate) this: Timestamp,
    pub(crate) next: Option<Timestamp>,
    /// Serial number, since when, why.
    pub(crate) revoked: Vec<(Vec<u8>, Timestamp, CrlReason)>,
    /// Extensions of the list.
    pub(crate) extensions: Vec<Vec<u8>>,
    /// Further extensions of each entry.
    pub(crate) entry: Vec<Vec<u8>>,
}

impl<'a> List<'a> {
    /// An empty list made at `when`.
    pub(crate) fn empty(issuer: &'a Entity, when: &str) -> Self {
        let this = at(when);
        Self {
            issuer,
            signer: issuer,
            this,
            next: Some(this + FRESH),
            revoked: Vec::new(),
            extensions: Vec::new(),
            entry: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, id: Oid, critical: bool, value: &[u8]) -> Self {
        self.extensions.push(extension(id, critical, value));
        self
    }

    pub(crate) fn revoking(mut self, certificate: &Certificate, since: &str, reason: CrlReason) -> Self {
        self.revoked.push((certificate.serial().to_vec(), at(since), reason));
        self
    }

    pub(crate) fn der(&self) -> Vec<u8> {
        let entry = |(serial, since, reason): &(Vec<u8>, Timestamp, CrlReason)| {
            let reason = extension(oid::CRL_REASON, false, &asn1::tlv(tag::ENUMERATED, &[&[reason.0]]));
            let extensions = [&[reason][..], &self.entry].concat();
            asn1::sequence(&[&asn1::tlv(tag::INTEGER, &[serial]), &time(*since), &sequence_of(&extensions)])
        };
        let entries: Vec<Vec<u8>> = self.revoked.iter().map(entry).collect();
        let entries = if entries.is_empty() { Vec::new() } else { sequence_of(&entries) };
        let extensions =
            if self.extensions.is_empty() { Vec::new() } else { asn1::context(0, &[&sequence_of(&self.extensions)]) };
        let tbs = asn1::sequence(&[
            &asn1::integer(1),
            &self.signer.scheme(),
            self.issuer.certificate.subject_der(),
            &time(self.this),
            &self.next.map(time).unwrap_or_default(),
            &entries,
            &extensions,
        ]);
        let (algorithm, value) = self.signer.signed(&tbs);
        asn1::sequence(&[&tbs, &algorithm, &value])
    }

    pub(crate) fn read(&self) -> Crl {
        Crl::from_der(&self.der()).expect("a list")
    }
}
