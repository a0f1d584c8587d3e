//! Whether a time stamp proves that something existed (EN 319 102-1 §5.4).

use super::token::Token;
use crate::asn1::{Oid, oid};
use crate::certificate::Certificate;
use crate::chain::{self, Anchors, Purpose, Subject};
use crate::cms::{Content, Judged};
use crate::finding::{Finding, Indication, Outcome, SealCheck};
use jiff::{SignedDuration, Timestamp};

/// How far ahead of ours an authority's clock may be.
const CLOCK_SKEW: SignedDuration = SignedDuration::from_mins(5);

/// Everything found about one time stamp.
#[derive(Debug, Clone)]
pub struct StampReport {
    /// The findings; their checks speak of the stamp, not of the seal that carries it.
    pub findings: Vec<Finding>,
    /// When the authority says it existed.
    pub gen_time: Timestamp,
    /// The authority's certificate.
    pub tsa: Option<Certificate>,
    /// The authority's policy.
    pub policy: Oid,
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
    pub fn finding(&self, check: SealCheck) -> Finding {
        let outcome = self.outcome();
        let cause = self.findings.iter().find(|finding| finding.outcome == outcome);
        let mut finding = match outcome {
            Outcome::Holds => Finding::holds(check),
            Outcome::CannotTell | Outcome::Fails => {
                Finding { outcome, indication: cause.and_then(|cause| cause.indication), ..Finding::not_checked(check) }
            }
        };
        finding = finding.with("time", self.gen_time.to_string()).with("policy", self.policy.to_string());
        if let Some(name) = self.tsa.as_ref().and_then(Certificate::subject_common_name) {
            finding = finding.with("authority", name);
        }
        match cause {
            Some(cause) if outcome != Outcome::Holds => {
                finding.evidence.push(("cause", cause.check.code().to_owned()));
                finding.evidence.extend(cause.evidence.iter().cloned());
                finding
            }
            _ => finding,
        }
    }
}

impl Token {
    /// Judges the stamp as one over `message`.
    ///
    /// `at` is the time of validation, or that of a later stamp over this one: by then the authority's certificate
    /// must not have expired nor its algorithms have ended. The path is that of the time in the stamp.
    #[must_use]
    pub fn judge(&self, message: &[u8], anchors: &Anchors, pool: &[Certificate], at: Timestamp) -> StampReport {
        self.judge_parts(&[message], anchors, pool, at)
    }

    /// As [`Token::judge`], over `parts` joined.
    #[must_use]
    pub fn judge_parts(&self, parts: &[&[u8]], anchors: &Anchors, pool: &[Certificate], at: Timestamp) -> StampReport {
        let Judged { mut findings, signer, scheme } =
            self.signed.judge_among(Content::Attached, oid::ID_CT_TST_INFO, pool);
        if self.info.digest.hash_parts(parts) != self.info.imprint {
            let imprint = Finding::not(SealCheck::Integrity, Indication::HashFailure).with("reason", "imprint");
            findings.push(imprint.with("digest", self.info.digest.name()));
        }
        if self.info.gen_time > at.saturating_add(CLOCK_SKEW).unwrap_or(Timestamp::MAX) {
            let future = Finding::not(SealCheck::CertificateValidity, Indication::TimestampOrderFailure);
            findings.push(future.with("reason", "in the future"));
        }
        if let Some(signer) = &signer {
            let pool = [self.signed.certificates(), pool].concat();
            findings.extend(chain::judge(&Subject {
                signer,
                scheme,
                pool: &pool,
                anchors,
                at: self.info.gen_time,
                now: at.max(self.info.gen_time),
                purpose: Purpose::TimeStamp,
            }));
        }
        StampReport { findings, gen_time: self.info.gen_time, tsa: signer, policy: self.info.policy }
    }
}
