//! Whether a time stamp proves that something existed (EN 319 102-1 §5.4).

use super::certificate::judge_certificate;
use super::message::{JudgedMessage, SignedContent};
use super::proof::{Material, Place, Proofs};
use super::sliding::CLOCK_SKEW;
use super::subject::Subject;
use crate::asn1::{Oid, oid};
use crate::basis::Basis;
use crate::certificate::Certificate;
use crate::chain::{CertificatePurpose, Chain};
use crate::cms::Hash;
use crate::fact::{IntegrityFact, JudgedStamp, SealFact, SealFinding, StampClass, StampFact, StampKind, ValidityFact};
use crate::indication::{Indication, Outcome};
use crate::stamp::TimeStampToken;
use jiff::{SignedDuration, Timestamp};

/// How far ahead of the clock of a later stamp's authority it may be: times are often told in whole seconds.
pub(crate) const ORDER_SKEW: SignedDuration = SignedDuration::from_secs(1);

/// Everything found about one time stamp.
#[derive(Debug, Clone)]
pub struct StampReport {
    /// The findings; their checks speak of the stamp, not of the seal that carries it.
    pub findings: Vec<SealFinding>,
    /// When the authority says it existed.
    pub gen_time: Timestamp,
    /// The authority's certificate.
    pub tsa: Option<Certificate>,
    /// The authority's policy.
    pub policy: Oid,
    /// The path of the authority's certificate, if there is one.
    pub chain: Option<Chain>,
    /// Whether revocation data for the path came along.
    pub(crate) complete: bool,
}

impl StampReport {
    /// Fails if any finding fails, holds if all hold, otherwise cannot tell.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.findings.iter().map(|finding| finding.outcome).max().unwrap_or(Outcome::CannotTell)
    }

    /// The time, if the stamp proves it.
    #[must_use]
    pub fn proven_time(&self) -> Option<Timestamp> {
        (self.outcome() == Outcome::Holds).then_some(self.gen_time)
    }

    /// The verdict as one finding of a seal's report.
    #[must_use]
    pub fn finding(&self, kind: StampKind, class: Option<StampClass>) -> SealFinding {
        let outcome = self.outcome();
        // That its time contradicts others is told only of a stamp that holds otherwise: then it has weight.
        let order = |finding: &&SealFinding| finding.indication == Some(Indication::TimestampOrderFailure);
        let causes = self.findings.iter().filter(|finding| finding.outcome == outcome && outcome != Outcome::Holds);
        let cause = causes.min_by_key(order);
        let stamp = JudgedStamp {
            time: self.gen_time,
            policy: self.policy,
            authority: self.tsa.as_ref().and_then(Certificate::subject_common_name),
            cause: cause.cloned(),
            class,
        };
        let fact = SealFact::Stamp(kind, StampFact::Judged(Box::new(stamp)));
        SealFinding { fact, outcome, indication: cause.and_then(|cause| cause.indication) }
    }
}

impl TimeStampToken {
    /// Judges the stamp alone as one over `message`.
    #[must_use]
    pub fn judge(&self, message: &[u8], basis: &Basis<'_>) -> StampReport {
        let mut material = Material::default();
        self.lay_out(&mut material, 0);
        self.judge_by(&|digest| digest.hash(message), basis.at, &Proofs::new(basis, material))
    }

    /// Puts the certificates and revocation data that came along with the others; the token stands at `place`.
    pub(crate) fn lay_out(&self, material: &mut Material, place: Place) {
        self.signed_data().certificates().iter().for_each(|certificate| material.certificate(certificate));
        self.signed_data().crls().iter().for_each(|list| material.revocation(list, place));
    }

    /// As [`TimeStampToken::judge`], over what `hash` makes digests of, with everything at hand. `proved` is since when a later
    /// stamp proves this one to exist, else the time of validation: by then the authority's certificate must not have ended.
    pub(crate) fn judge_by(&self, hash: Hash<'_>, proved: Timestamp, proofs: &Proofs<'_>) -> StampReport {
        let JudgedMessage { mut findings, signer, scheme } =
            self.signed_data().judge_among(SignedContent::Attached, oid::ID_CT_TST_INFO, &proofs.material.certificates);
        if hash(self.info().digest) != self.info().imprint {
            let imprint = SealFact::Integrity(IntegrityFact::Imprint(self.info().digest));
            findings.push(SealFinding::not(imprint, Indication::HashFailure));
        }
        let skew = if proved < proofs.basis.at { ORDER_SKEW } else { CLOCK_SKEW };
        if self.info().gen_time > proved.saturating_add(skew).unwrap_or(Timestamp::MAX) {
            let late = SealFact::CertificateValidity(ValidityFact::StampFromLater);
            findings.push(SealFinding::not(late, Indication::TimestampOrderFailure));
        }
        let mut chain = None;
        let mut complete = false;
        if let Some(signer) = &signer {
            let judged = judge_certificate(
                &Subject {
                    signer,
                    scheme,
                    digest: Some(self.info().digest),
                    made: self.info().gen_time,
                    proved: proved.max(self.info().gen_time),
                    purpose: CertificatePurpose::TimeStamp,
                },
                proofs,
            );
            findings.extend(judged.findings);
            (chain, complete) = (judged.chain, judged.complete);
        }
        StampReport {
            findings,
            gen_time: self.info().gen_time,
            tsa: signer,
            policy: self.info().policy,
            chain,
            complete,
        }
    }
}
