//! A throw-away PKI for tests: authorities, seals, and a time-stamp authority that answers requests.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub(crate) mod answer;
mod status;

use crate::asn1::{self, oid};
use crate::revocation::Crl;
use crate::stamp::TimeStampToken;
use crate::{
    Algorithm, Anchors, Basis, Certificate, DigestAlgorithm, Indication, Outcome, SealKey, SealReport, ValidationData,
};
use jiff::Timestamp;
use signet_testing::certificate::{self, Day};
use signet_testing::rcgen::{CertificateParams, CustomExtension, KeyPair, RevocationReason};
use std::ops::Deref;

pub(crate) use signet_testing::certificate::{
    authority, pointing, qc_types, responder, seal, time_stamp_unit as stamper,
};
pub(crate) use signet_testing::{curve, rsa};

/// A time at which everything of the PKI is valid.
pub(crate) const AT: &str = "2026-06-01T12:00:00Z";

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

/// A key with its certificate, which is read.
pub(crate) struct Entity {
    made: signet_testing::Entity,
    pub(crate) certificate: Certificate,
}

impl From<signet_testing::Entity> for Entity {
    fn from(made: signet_testing::Entity) -> Self {
        let certificate = Certificate::from_der(&made.der).expect("certificate");
        Self { made, certificate }
    }
}

impl Deref for Entity {
    type Target = signet_testing::Entity;

    fn deref(&self) -> &Self::Target {
        &self.made
    }
}

impl Entity {
    /// An authority above all.
    pub(crate) fn root(params: CertificateParams) -> Self {
        signet_testing::Entity::root(params).into()
    }

    /// An authority above all with a given key.
    pub(crate) fn root_with(params: CertificateParams, key: KeyPair) -> Self {
        signet_testing::Entity::root_with(params, key).into()
    }

    /// Certifies a fresh P-256 key.
    pub(crate) fn issue(&self, params: CertificateParams) -> Self {
        self.made.issue(params).into()
    }

    /// Certifies a given key.
    pub(crate) fn certify(&self, params: CertificateParams, key: KeyPair) -> Self {
        self.made.certify(params, key).into()
    }

    /// The key as one that seals, followed by `above`.
    pub(crate) fn seal_key(&self, above: &[&Self], algorithm: Option<Algorithm>) -> SealKey {
        let chain: String = [self].iter().chain(above).map(|entity| entity.pem()).collect();
        SealKey::from_pem(self.key_pem().as_bytes(), chain.as_bytes(), algorithm).expect("key")
    }

    /// A revocation list of this authority; serials with day and reason.
    pub(crate) fn list(&self, this: Day, next: Day, revoked: &[(&Certificate, Day, RevocationReason)]) -> Crl {
        let revoked: Vec<_> = revoked.iter().map(|(one, since, reason)| (one.serial(), *since, *reason)).collect();
        Crl::from_der(&self.revocation_list(this, next, &revoked)).expect("list")
    }
}

/// Extended key usage with these purposes.
pub(crate) fn usage(critical: bool, purposes: &[asn1::Oid]) -> CustomExtension {
    let arcs: Vec<Vec<u64>> = purposes.iter().map(|purpose| purpose.arcs().map(u64::from).collect()).collect();
    certificate::usage(critical, &arcs.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// Root, an authority below it, a seal and a time-stamp authority.
pub(crate) struct Pki {
    pub(crate) root: Entity,
    pub(crate) issuing: Entity,
    pub(crate) seal: Entity,
    pub(crate) tsa: Entity,
    pub(crate) anchors: Anchors,
    /// Lists of both authorities that revoke nobody.
    pub(crate) fetched: ValidationData,
}

impl Pki {
    pub(crate) fn new() -> Self {
        let root = Entity::root(authority("Test Root", None));
        let issuing = root.issue(authority("Test Issuing", Some(0)));
        let seal = issuing.issue(seal("Test Seal"));
        let tsa = issuing.issue(stamper("Test Stamps"));
        let anchors = Anchors::new(vec![root.certificate.clone()]);
        let crls = vec![root.list((2024, 1, 2), (2044, 1, 1), &[]), issuing.list((2024, 1, 2), (2044, 1, 1), &[])];
        let fetched = ValidationData { crls, ..ValidationData::default() };
        Self { root, issuing, seal, tsa, anchors, fetched }
    }

    /// The root is trusted and nobody is revoked.
    pub(crate) fn basis(&self, at: Timestamp) -> Basis<'_> {
        Basis { fetched: &self.fetched, ..Basis::offline(&self.anchors, at) }
    }

    /// The seal's key with the issuing authority.
    pub(crate) fn key(&self) -> SealKey {
        self.seal.seal_key(&[&self.issuing], None)
    }

    /// A stamp over `message`, made at `at`.
    pub(crate) fn stamp(&self, message: &[u8], at: &str) -> TimeStampToken {
        let reply = Reply::to(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(message), at);
        TimeStampToken::from_der(&reply.token(&self.tsa, &[&self.issuing])).expect("token")
    }
}

/// What a time-stamp authority answers; the fields are there to be spoilt.
pub(crate) struct Reply {
    pub(crate) digest: DigestAlgorithm,
    pub(crate) imprint: Vec<u8>,
    pub(crate) at: String,
    pub(crate) nonce: Option<Vec<u8>>,
    /// A nonce as two's complement, in place of that.
    pub(crate) raw_nonce: Option<Vec<u8>>,
    /// Serial number, two's complement.
    pub(crate) serial: Vec<u8>,
    pub(crate) status: u64,
    /// Whether the certificates come along.
    pub(crate) certificates: bool,
    /// Whether the ESS attribute is there, and of which certificate.
    pub(crate) names: Option<Certificate>,
    pub(crate) signs_itself: bool,
}

impl Reply {
    pub(crate) fn to(digest: DigestAlgorithm, imprint: Vec<u8>, at: &str) -> Self {
        let at = at.to_owned();
        Self {
            digest,
            imprint,
            at,
            nonce: None,
            raw_nonce: None,
            serial: vec![7],
            status: 0,
            certificates: true,
            names: None,
            signs_itself: true,
        }
    }

    fn info(&self) -> Vec<u8> {
        let digits: String = self.at.chars().filter(char::is_ascii_digit).collect();
        let imprint = asn1::sequence(&[&self.digest.identifier(), &asn1::octet_string(&self.imprint)]);
        let raw = self.raw_nonce.as_deref().map(|nonce| asn1::tlv(asn1::tag::INTEGER, &[nonce]));
        let nonce = raw.or_else(|| self.nonce.as_deref().map(asn1::unsigned)).unwrap_or_default();
        asn1::sequence(&[
            &asn1::integer(1),
            &asn1::object_identifier(asn1::Oid::new_unwrap("1.2.3.4")),
            &imprint,
            &asn1::tlv(asn1::tag::INTEGER, &[&self.serial]),
            &asn1::tlv(asn1::tag::GENERALIZED_TIME, &[format!("{digits}Z").as_bytes()]),
            &asn1::sequence(&[&asn1::integer(1)]),
            &nonce,
        ])
    }

    /// A `TimeStampToken` signed by `tsa`.
    pub(crate) fn token(&self, tsa: &Entity, above: &[&Entity]) -> Vec<u8> {
        let key = tsa.seal_key(above, None);
        let algorithm = key.algorithm();
        let info = self.info();
        let attribute =
            |oid, value: &[u8]| asn1::sequence(&[&asn1::object_identifier(oid), &asn1::set_of(vec![value])]);
        let named = self.names.as_ref().unwrap_or(&tsa.certificate);
        let identifier = asn1::sequence(&[&asn1::octet_string(&named.sha256())]);
        let ess = asn1::sequence(&[&asn1::sequence(&[&identifier])]);
        let attributes = [
            attribute(oid::CONTENT_TYPE, &asn1::object_identifier(oid::ID_CT_TST_INFO)),
            attribute(oid::MESSAGE_DIGEST, &asn1::octet_string(&algorithm.digest().hash(&info))),
            attribute(oid::SIGNING_CERTIFICATE_V2, &ess),
        ];
        let signed = asn1::set_of(attributes.iter().map(Vec::as_slice).collect());
        let message: &[u8] = if self.signs_itself { &signed } else { b"something else" };
        let value = crate::algorithm::ecdsa_der(&key.sign(message).expect("signature")).expect("signature");
        let mut implicit = signed.clone();
        implicit[0] = asn1::tag::context(0);
        let certificates: Vec<&[u8]> = key.chain().iter().map(Certificate::der).collect();
        let certificates = if self.certificates { asn1::context(0, &certificates) } else { Vec::new() };
        let signer = asn1::sequence(&[
            &asn1::integer(1),
            &asn1::sequence(&[
                tsa.certificate.issuer_der(),
                &asn1::tlv(asn1::tag::INTEGER, &[tsa.certificate.serial()]),
            ]),
            &algorithm.digest().identifier(),
            &implicit,
            &algorithm.scheme().identifier(),
            &asn1::octet_string(&value),
        ]);
        let content = asn1::context(0, &[&asn1::octet_string(&info)]);
        let data = asn1::sequence(&[
            &asn1::integer(3),
            &asn1::set_of(vec![&algorithm.digest().identifier()]),
            &asn1::sequence(&[&asn1::object_identifier(oid::ID_CT_TST_INFO), &content]),
            &certificates,
            &asn1::set_of(vec![&signer]),
        ]);
        asn1::sequence(&[&asn1::object_identifier(oid::ID_SIGNED_DATA), &asn1::context(0, &[&data])])
    }

    /// A `TimeStampResp`.
    pub(crate) fn response(&self, tsa: &Entity, above: &[&Entity]) -> Vec<u8> {
        let status = asn1::sequence(&[&asn1::integer(self.status)]);
        asn1::sequence(&[&status, &self.token(tsa, above)])
    }
}

/// What is expected of a verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Verdict {
    /// Holds.
    Good,
    /// Leaves it open.
    Open(Indication),
    /// Fails.
    Bad(Indication),
}

impl Verdict {
    pub(crate) fn of(report: &SealReport) -> Self {
        match (report.outcome(), report.indication()) {
            (Outcome::Holds, None) => Self::Good,
            (Outcome::CannotTell, Some(indication)) => Self::Open(indication),
            (Outcome::Fails, Some(indication)) => Self::Bad(indication),
            other => panic!("{other:?}"),
        }
    }
}

/// Everything that all reference files bring along: what asking their authorities would have given.
pub(crate) fn harvest(seals: &std::path::Path) -> ValidationData {
    let read = |folder: &str| {
        let files = std::fs::read_dir(seals.join(folder)).expect("folder").map(|file| file.expect("file").path());
        let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|kind| kind != "tsv")).collect();
        files.sort();
        files.into_iter().map(|file| std::fs::read(file).expect("file"))
    };
    let mut found = ValidationData::default();
    for name in ["issuing", "tsa-ca"] {
        let pem = std::fs::read(seals.join(format!("certs/{name}.cert.pem"))).expect("certificate");
        found.certificates.extend(Certificate::all_from_pem(&pem).expect("certificate"));
    }
    for file in read("jades") {
        if let Ok(jws) = crate::jades::read(&file) {
            found.merge(crate::jades::carried(&jws));
        }
    }
    for file in read("pades") {
        found.merge(crate::pades::carried(&file).expect("a PDF"));
    }
    found
}

/// The folder of reference material, when it is there.
pub(crate) fn shared() -> Option<std::path::PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var_os("SIGNET_SHARED").map_or_else(|| default.into(), std::path::PathBuf::from);
    let seals = folder.join("reference/seals");
    seals.is_dir().then_some(seals)
}
