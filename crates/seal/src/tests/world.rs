//! Authorities, a seal and two time-stamp authorities; what they say at any time of each other; files of every level.

use crate::jades::{self, SigningTime};
use crate::pades::specimen::{Shape, pdf};
use crate::pades::{self, STAMP_ROOM, SealLabel};
use crate::pki::answer::{List, Response, time};
use crate::pki::{self, Entity, Reply, at};
use crate::revocation::CrlReason;
use crate::stamp::TimeStampToken;
use crate::{Anchors, Basis, Certificate, DigestAlgorithm, Outcome, SealReport, ValidationData};
use signet_testing::rcgen::{self, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, SignatureAlgorithm, date_time_ymd};

/// When everything is sealed.
pub(super) const SEALED: &str = "2026-06-01T12:00:00Z";
const STAMPED: &str = "2026-06-01T12:00:07Z";
const ASKED: &str = "2026-06-01T12:01:00Z";
const ARCHIVED: &str = "2026-06-01T12:02:00Z";

pub(super) const PAYLOAD: &str = "{\"id\":\"urn:x:1\",\"title\":\"Žluťoučký kůň \\\"1/2\\\"\",\"@context\":[]}";

/// A format of seals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Jades,
    Pades,
}

pub(super) const FORMATS: [Format; 2] = [Format::Jades, Format::Pades];

/// What a file carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    B,
    T,
    LT,
    Lta,
    /// LTA, renewed on this day at noon by the younger time-stamp authority.
    Renewed(&'static str),
}

/// How authorities tell about the certificates of seals and stamps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// By revocation lists.
    Lists,
    /// By OCSP, through responders that are not to be asked about.
    Responses,
}

pub(super) const TOLD: [Told; 2] = [Told::Lists, Told::Responses];

/// Whose certificate is revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Seal,
    SealAuthority,
    Stamps,
    StampAuthority,
}

/// Since when, and why.
pub(super) type Revoked = (Who, &'static str, CrlReason);

/// keyCompromise, superseded (RFC 5280 §5.3.1).
pub(super) const COMPROMISED: CrlReason = CrlReason(1);
pub(super) const SUPERSEDED: CrlReason = CrlReason(4);

/// Seal and stamps have P-256 keys, everybody else P-384. The seal's certificate ends with 2028, the stamps' with 2031, the
/// younger stamps' with 2041, the responders' with 2042, the authorities' with 2044.
pub(super) struct World {
    pub(super) root: Entity,
    pub(super) sealing: Entity,
    pub(super) stamping: Entity,
    pub(super) seal: Entity,
    pub(super) stamps: Entity,
    pub(super) younger: Entity,
    pub(super) seal_responder: Entity,
    stamp_responder: Entity,
    pub(super) anchors: Anchors,
}

impl World {
    pub(super) fn new() -> Self {
        Self::with(&PKCS_ECDSA_P384_SHA384)
    }

    /// With P-256 throughout, which is checked five times as fast.
    pub(super) fn quick() -> Self {
        Self::with(&PKCS_ECDSA_P256_SHA256)
    }

    fn with(algorithm: &'static SignatureAlgorithm) -> Self {
        let strong = || pki::curve(algorithm);
        let until = |mut params: rcgen::CertificateParams, year| {
            params.not_after = date_time_ymd(year, 1, 1);
            params
        };
        let root = Entity::root_with(pki::authority("Root", None), strong());
        let authority = |name, host| root.certify(pki::pointing(pki::authority(name, Some(0)), host), strong());
        let (sealing, stamping) = (authority("Sealing", "root.example"), authority("Stamping", "root.example"));
        let seal = sealing.issue(pki::pointing(pki::seal("Seal"), "sealing.example"));
        let stamps = stamping.issue(until(pki::stamper("Stamps"), 2032));
        let younger = stamping.certify(until(pki::stamper("Younger Stamps"), 2042), strong());
        let seal_responder = sealing.certify(pki::responder("Seal Responder", true), strong());
        let stamp_responder = stamping.certify(pki::responder("Stamp Responder", true), strong());
        let anchors = Anchors::new(vec![root.certificate.clone()]);
        Self { root, sealing, stamping, seal, stamps, younger, seal_responder, stamp_responder, anchors }
    }

    fn subject(&self, who: Who) -> &Certificate {
        let entity = match who {
            Who::Seal => &self.seal,
            Who::SealAuthority => &self.sealing,
            Who::Stamps => &self.stamps,
            Who::StampAuthority => &self.stamping,
        };
        &entity.certificate
    }

    /// Everything that everybody says at `when` of those they certified. Authorities here never forget.
    pub(super) fn said(&self, told: Told, when: &str, revoked: &[Revoked]) -> ValidationData {
        let mut said = ValidationData {
            certificates: [&self.sealing, &self.stamping].map(|one| one.certificate.clone()).into(),
            crls: vec![self.list(&self.root, when, revoked)],
            ocsps: Vec::new(),
        };
        match told {
            Told::Lists => said.crls.extend([&self.sealing, &self.stamping].map(|one| self.list(one, when, revoked))),
            Told::Responses => {
                let of_stamps = [&self.stamps, &self.younger].map(|one| (&self.stamping, &self.stamp_responder, one));
                let all = [(&self.sealing, &self.seal_responder, &self.seal)].into_iter().chain(of_stamps);
                for (issuer, responder, subject) in all {
                    said.ocsps.push(self.response(issuer, responder, subject, when, revoked).read());
                }
            }
        }
        said
    }

    fn known(&self, when: &str, revoked: &[Revoked]) -> Vec<(Who, &'static str, CrlReason)> {
        revoked.iter().filter(|(_, since, _)| at(since) <= at(when)).copied().collect()
    }

    fn list(&self, issuer: &Entity, when: &str, revoked: &[Revoked]) -> crate::revocation::Crl {
        let keeps = time(at("2020-01-01T00:00:00Z"));
        let list = List::empty(issuer, when).with(crate::asn1::oid::EXPIRED_CERTS_ON_CRL, false, &keeps);
        let known = self.known(when, revoked);
        let own = known.into_iter().filter(|(who, ..)| self.subject(*who).names_issuer(&issuer.certificate));
        own.fold(list, |list, (who, since, reason)| list.revoking(self.subject(who), since, reason)).read()
    }

    fn response<'a>(
        &self,
        issuer: &'a Entity,
        responder: &'a Entity,
        subject: &'a Entity,
        when: &str,
        revoked: &[Revoked],
    ) -> Response<'a> {
        let response = Response::good(issuer, &subject.certificate, when).by(responder);
        let response = Response { told_since: Some(at("2020-01-01T00:00:00Z")), ..response };
        let own = |(who, ..): &&Revoked| self.subject(*who) == &subject.certificate;
        match self.known(when, revoked).iter().find(own) {
            Some((_, since, reason)) => response.revoked(since, *reason),
            None => response,
        }
    }

    pub(super) fn stamp(&self, message: &[u8], when: &str) -> TimeStampToken {
        self.stamp_by(&self.stamps, message, when)
    }

    pub(super) fn stamp_by(&self, tsa: &Entity, message: &[u8], when: &str) -> TimeStampToken {
        let reply = Reply::to(DigestAlgorithm::Sha256, DigestAlgorithm::Sha256.hash(message), when);
        TimeStampToken::from_der(&reply.token(tsa, &[&self.stamping])).unwrap()
    }

    pub(super) fn make(&self, format: Format, kept: Kept, told: Told, revoked: &[Revoked]) -> Vec<u8> {
        match format {
            Format::Jades => self.jades(kept, told, revoked).into_bytes(),
            Format::Pades => self.pades(&pdf(Shape::Table), kept, told, revoked),
        }
    }

    pub(super) fn jades(&self, kept: Kept, told: Told, revoked: &[Revoked]) -> String {
        let key = self.seal.seal_key(&[&self.sealing], None);
        let unsealed = jades::prepare(PAYLOAD, key.chain(), key.algorithm(), at(SEALED), SigningTime::Iat).unwrap();
        let signature = key.sign(&unsealed.signing_input()).unwrap();
        let mut sealed = unsealed.finish(&signature);
        if kept == Kept::B {
            return sealed.to_json();
        }
        let token = self.stamp(&sealed.stamp_message(), STAMPED);
        sealed = sealed.with_stamp(&token);
        if kept == Kept::T {
            return sealed.to_json();
        }
        sealed = sealed.with_validation_data(&self.said(told, ASKED, revoked));
        if kept == Kept::LT {
            return sealed.to_json();
        }
        let token = self.stamp(&sealed.archive_message().concat(), ARCHIVED);
        sealed = sealed.with_archive_stamp(&token);
        if let Kept::Renewed(day) = kept {
            let when = format!("{day}T12:00:00Z");
            sealed = jades::SealedJws::reopen(sealed.to_json().as_bytes()).unwrap();
            sealed = sealed.with_validation_data(&self.said(told, &when, revoked));
            let token = self.stamp_by(&self.younger, &sealed.archive_message().concat(), &when);
            sealed = sealed.with_archive_stamp(&token);
        }
        sealed.to_json()
    }

    pub(super) fn pades(&self, pdf: &[u8], kept: Kept, told: Told, revoked: &[Revoked]) -> Vec<u8> {
        let key = self.seal.seal_key(&[&self.sealing], None);
        let stamp_room = if kept == Kept::B { 0 } else { 4 << 10 };
        let label = SealLabel { name: "Vysoká škola zkušební".into(), reason: "Test".into(), stamp_room };
        let unsealed = pades::prepare(pdf, key.chain(), key.algorithm(), at(SEALED), &label).unwrap();
        let signature = key.sign(unsealed.signing_input()).unwrap();
        let sealed = unsealed.finish(&signature).unwrap();
        if kept == Kept::B {
            return sealed.into_pdf().unwrap();
        }
        let token = self.stamp(&sealed.stamp_message(), STAMPED);
        let mut file = sealed.with_stamp(&token).into_pdf().unwrap();
        if kept == Kept::T {
            return file;
        }
        file = pades::embed(&file, &self.said(told, ASKED, revoked), at(ASKED)).unwrap();
        if kept == Kept::LT {
            return file;
        }
        file = self.document_stamp(&self.stamps, &file, ARCHIVED);
        if let Kept::Renewed(day) = kept {
            let when = format!("{day}T12:00:00Z");
            file = pades::embed(&file, &self.said(told, &when, revoked), at(&when)).unwrap();
            file = self.document_stamp(&self.younger, &file, &when);
        }
        file
    }

    pub(super) fn document_stamp(&self, tsa: &Entity, pdf: &[u8], when: &str) -> Vec<u8> {
        let unstamped = pades::prepare_stamp(pdf, "Stamp", STAMP_ROOM / 3).unwrap();
        let token = self.stamp_by(tsa, &unstamped.message().concat(), when);
        unstamped.finish(&token).unwrap()
    }

    /// From the file alone.
    pub(super) fn offline(&self, when: &str) -> Basis<'_> {
        Basis::offline(&self.anchors, at(when))
    }
}

/// The verdict over the one seal of a file.
pub(super) fn judged(file: &[u8], basis: &Basis<'_>) -> SealReport {
    verdict(file, basis).expect("a file with one seal")
}

/// Whether the seal holds, and every time stamp of it.
pub(super) fn flawless(report: &SealReport) -> bool {
    let stamps = report.findings.iter().filter(|finding| finding.check().is_stamp());
    report.outcome() == Outcome::Holds && stamps.map(|finding| finding.outcome).all(|outcome| outcome == Outcome::Holds)
}

/// As [`judged`]; `None` if the file cannot be read, or bears no seal.
pub(super) fn verdict(file: &[u8], basis: &Basis<'_>) -> Option<SealReport> {
    if file.starts_with(b"%PDF") {
        pades::judge(file, basis).ok()?.into_iter().next()
    } else {
        jades::read(file).ok().map(|jws| jades::judge(&jws, basis))
    }
}
