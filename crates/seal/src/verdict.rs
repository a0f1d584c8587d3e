//! What both kinds of seal have in common when judged: time stamps become proofs, findings become a report.

use crate::algorithm::Scheme;
use crate::chain::{self, Subject};
use crate::finding::unchecked;
use crate::stamp::{StampError, Token};
use crate::{Anchors, Certificate, Finding, Indication, Level, Outcome, Purpose, SealCheck, SealReport};
use jiff::Timestamp;

/// The time stamps of one seal: a finding for each, and what they prove together.
#[derive(Debug)]
pub(crate) struct Proofs<'a> {
    anchors: &'a Anchors,
    pool: &'a [Certificate],
    /// By when the next stamp must have been sound: the time of validation, then that of the stamps over it.
    until: Timestamp,
    /// What the archive stamps judged since [`Proofs::seal_off`] prove.
    archived: Option<Timestamp>,
    findings: Vec<Finding>,
    /// When the signature is proved to have existed.
    existed: Option<Timestamp>,
    /// When the content is proved to have existed, which is before it was signed.
    content: Option<Timestamp>,
}

impl<'a> Proofs<'a> {
    /// No stamp yet. Certificates of `pool` may lead from an authority to an anchor.
    pub(crate) const fn new(anchors: &'a Anchors, pool: &'a [Certificate], at: Timestamp) -> Self {
        Self { anchors, pool, until: at, archived: None, findings: Vec::new(), existed: None, content: None }
    }

    /// Judges a stamp as one over `parts`, newest first. Whether it is intact: read and about these bytes, whoever made it.
    pub(crate) fn add(
        &mut self,
        check: SealCheck,
        token: Result<Token, StampError>,
        parts: &[&[u8]],
    ) -> Option<Timestamp> {
        let token = match token {
            Ok(token) => token,
            Err(error) => {
                self.refuse(Finding::not(check, error.indication()).with("reason", error.to_string()));
                return None;
            }
        };
        let report = token.judge_parts(parts, self.anchors, self.pool, self.until);
        if let Some(time) = report.proven_time() {
            let earliest = |known: Option<Timestamp>| Some(known.map_or(time, |known| known.min(time)));
            match check {
                SealCheck::ContentStamp => self.content = Some(self.content.map_or(time, |known| known.max(time))),
                SealCheck::ArchiveStamp => {
                    self.existed = earliest(self.existed);
                    self.archived = earliest(self.archived);
                }
                _ => self.existed = earliest(self.existed),
            }
        }
        self.findings.push(report.finding(check));
        (report.outcome() != Outcome::Fails).then_some(report.gen_time)
    }

    /// Every stamp from here on is covered by the archive stamps judged so far: it must have been sound by then.
    pub(crate) fn seal_off(&mut self) {
        self.until = self.archived.take().map_or(self.until, |time| time.min(self.until));
    }

    /// Notes a stamp that cannot be judged.
    pub(crate) fn refuse(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}

/// What was found about a seal before its certificate and stamps are brought in.
#[derive(Debug)]
pub(crate) struct Draft {
    /// Structure, integrity, identity and what else the format has to tell.
    pub(crate) findings: Vec<Finding>,
    /// The certificate whose key signed.
    pub(crate) signer: Option<Certificate>,
    pub(crate) scheme: Option<Scheme>,
    pub(crate) claimed_time: Option<Timestamp>,
    pub(crate) level: Level,
}

impl Draft {
    /// The report: the certificate judged at the best signature time, stamps in their order, and what stays open.
    /// A certificate that the seal does not bind itself to says nothing about who sealed.
    pub(crate) fn conclude(self, proofs: Proofs<'_>, at: Timestamp) -> SealReport {
        let Self { mut findings, signer, scheme, claimed_time, level } = self;
        let bound =
            |finding: &Finding| finding.check == SealCheck::SignerIdentified && finding.outcome == Outcome::Holds;
        let signer = signer.filter(|_| findings.iter().any(bound));
        let Proofs { anchors, pool, findings: stamps, existed, content, .. } = proofs;
        match &signer {
            Some(signer) => {
                let best = existed.map_or(at, |existed| existed.min(at));
                let purpose = Purpose::Seal;
                let subject = Subject { signer, scheme, pool, anchors, at: best, now: at, purpose };
                let judged = chain::judge(&subject).into_iter();
                findings.extend(judged.map(|finding| expired_before_signing(finding, signer, content)));
            }
            None => findings.extend(
                [SealCheck::Chain, SealCheck::CertificateValidity, SealCheck::Algorithms]
                    .map(|check| Finding::not(check, Indication::NoSigningCertificateFound)),
            ),
        }
        findings.extend(stamps.into_iter().map(|finding| out_of_order(finding, content, existed)));
        findings.extend(unchecked());
        findings.sort_by_key(|finding| finding.check);
        SealReport { findings, signer, algorithm: scheme, claimed_time, best_time: existed, level }
    }
}

/// A content stamp from after the certificate's end proves that it was signed too late (EN 319 102-1, 5.5.4).
fn expired_before_signing(finding: Finding, signer: &Certificate, content: Option<Timestamp>) -> Finding {
    let late = content.filter(|content| *content > signer.not_after());
    match late {
        Some(time) if finding.check == SealCheck::CertificateValidity => {
            Finding::fails(SealCheck::CertificateValidity, Indication::Expired)
                .with("content_stamped", time.to_string())
        }
        _ => finding,
    }
}

/// Content is stamped before it is signed.
fn out_of_order(finding: Finding, content: Option<Timestamp>, existed: Option<Timestamp>) -> Finding {
    match (content, existed) {
        (Some(content), Some(existed)) if finding.check == SealCheck::ContentStamp && content > existed => {
            Finding::not(SealCheck::ContentStamp, Indication::TimestampOrderFailure).with("time", content.to_string())
        }
        _ => finding,
    }
}

/// The finding on the baseline profile: the level reached, or the rules that are broken.
pub(crate) fn baseline(level: Level, deviations: &[&'static str]) -> Finding {
    if level == Level::NotBaseline {
        let not = Finding::cannot_tell(SealCheck::Baseline, Indication::SigConstraintsFailure);
        return deviations.iter().fold(not, |finding, deviation| finding.with("deviation", *deviation));
    }
    let name = match level {
        Level::NotBaseline | Level::BB => "B-B",
        Level::BT => "B-T",
        Level::BLT => "B-LT",
        Level::BLTA => "B-LTA",
    };
    Finding::holds(SealCheck::Baseline).with("level", name)
}
