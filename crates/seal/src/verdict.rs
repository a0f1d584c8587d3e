//! What both kinds of seal have in common when judged: time stamps become proofs, findings become a report.

use crate::algorithm::Scheme;
use crate::basis::Basis;
use crate::chain::{self, Chain, Subject};
use crate::cms::Hash;
use crate::finding::{Finding, Indication, Level, Outcome, SealCheck, SealReport};
use crate::proof::{Place, Proofs};
use crate::qualification::{Reason, SealClass};
use crate::stamp::{StampError, StampReport, Token};
use crate::{Certificate, Purpose};
use jiff::Timestamp;

/// Most time stamps that are judged: a renewal each year for a century.
const MOST_STAMPS: usize = 128;

/// The time stamps of one seal: a finding for each, and what they prove together. Judged newest first, so that what
/// covers a stamp is known when its turn comes (EN 319 102-1 §5.6.3).
#[derive(Debug)]
pub(crate) struct Stamps<'a> {
    pub(crate) proofs: Proofs<'a>,
    findings: Vec<Finding>,
    /// When the signature is proved to have existed.
    existed: Option<Timestamp>,
    /// When the content is proved to have existed, which is before it was signed.
    content: Option<Timestamp>,
    /// Whether the file brings revocation data for every stamp's authority.
    complete: bool,
    /// Whether an archive stamp was judged that may hold.
    archived: bool,
    /// What the stamps that hold bear: B-T, or with an archive stamp B-LTA.
    upheld: Level,
}

impl<'a> Stamps<'a> {
    pub(crate) const fn new(proofs: Proofs<'a>) -> Self {
        let existed = proofs.basis.existed;
        Self {
            proofs,
            findings: Vec::new(),
            existed,
            content: None,
            complete: true,
            archived: false,
            upheld: Level::BB,
        }
    }

    /// Judges a stamp at `place` as one over what `hash` makes digests of. Its time if it is intact: about these bytes, whoever made it.
    pub(crate) fn add(
        &mut self,
        check: SealCheck,
        token: &Result<Token, StampError>,
        hash: Hash<'_>,
        place: Place,
    ) -> Option<Timestamp> {
        if self.findings.len() >= MOST_STAMPS || !self.proofs.budget.spend() {
            self.refuse(Finding::not_checked(check).with("reason", "too many time stamps"));
            return None;
        }
        let token = match token {
            Ok(token) => token,
            Err(error) => {
                self.refuse(Finding::not(check, error.indication()).with("reason", error.to_string()));
                return None;
            }
        };
        // A content stamp is inside what was signed: it exists since the signature does.
        let now = self.proofs.basis.at;
        let proved = match check {
            SealCheck::ContentStamp => self.existed.unwrap_or(now),
            _ => self.proofs.existed(place),
        };
        let report = token.judge_by(hash, proved, &self.proofs);
        if let Some(time) = report.proven_time() {
            self.upheld = self.upheld.max(match check {
                SealCheck::ArchiveStamp => Level::BLTA,
                SealCheck::SignatureStamp => Level::BT,
                _ => Level::BB,
            });
            let earliest = |known: Option<Timestamp>| Some(known.map_or(time, |known| known.min(time)));
            match check {
                SealCheck::ContentStamp => self.content = Some(self.content.map_or(time, |known| known.max(time))),
                SealCheck::ArchiveStamp => {
                    self.existed = earliest(self.existed);
                    self.proofs.prove(place, time);
                }
                _ => self.existed = earliest(self.existed),
            }
        }
        self.findings.push(qualified(report.finding(check), &report, self.proofs.basis));
        if report.outcome() == Outcome::Fails {
            // It is none, so nothing of it is missing either.
            return None;
        }
        // The evidence of the newest archive stamp comes with its renewal, so B-LT asks for that of all others only.
        let newest = check == SealCheck::ArchiveStamp && !std::mem::replace(&mut self.archived, true);
        self.complete &= report.complete || newest;
        Some(report.gen_time)
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
    /// How far structure and stamps reach, whether or not the validation data are those that are needed.
    pub(crate) carried: Level,
    /// Rules of the baseline profile that are broken.
    pub(crate) deviations: Vec<&'static str>,
}

impl Draft {
    /// The report: the certificate judged at the best signature time, stamps in their order, and what stays open.
    /// A certificate that the seal does not bind itself to says nothing about who sealed.
    pub(crate) fn conclude(self, stamps: Stamps<'_>) -> SealReport {
        let Self { mut findings, signer, scheme, claimed_time, carried, deviations } = self;
        let bound =
            |finding: &Finding| finding.check == SealCheck::SignerIdentified && finding.outcome == Outcome::Holds;
        let signer = signer.filter(|_| findings.iter().any(bound));
        let Stamps { proofs, findings: stamped, existed, content, mut complete, upheld, .. } = stamps;
        let best = existed.map_or(proofs.basis.at, |existed| existed.min(proofs.basis.at));
        let mut path = None;
        match &signer {
            Some(signer) => {
                let purpose = Purpose::Seal;
                let subject = Subject { signer, scheme, digest: None, made: best, proved: best, purpose };
                let judged = chain::judge(&subject, &proofs);
                let revoked = judged.revoked;
                findings
                    .extend(judged.findings.into_iter().map(|one| ended_before_signing(one, signer, revoked, content)));
                complete &= judged.complete;
                path = judged.chain;
            }
            None => {
                complete = false;
                let checks =
                    [SealCheck::Chain, SealCheck::CertificateValidity, SealCheck::Revocation, SealCheck::Algorithms];
                findings.extend(checks.map(|check| Finding::not(check, Indication::NoSigningCertificateFound)));
            }
        }
        // Stamps that could not be checked bear no level, and without word on every certificate it is not B-LT.
        let borne = match upheld {
            Level::BT => Level::BLT,
            other => other,
        };
        let reach = carried.min(borne).min(if complete { Level::BLTA } else { Level::BT });
        let level = if deviations.is_empty() { reach } else { Level::NotBaseline };
        findings.push(baseline(level, &deviations).with("reach", reach.name()).with("carried", carried.name()));
        findings.extend(stamped.into_iter().map(|finding| out_of_order(finding, content, existed)));
        findings.push(qualification(path.as_ref(), &findings, best, proofs.basis));
        findings.sort_by_key(|finding| finding.check);
        let (relied, wants) = proofs.close();
        SealReport {
            findings,
            signer,
            chain: path,
            algorithm: scheme,
            claimed_time,
            best_time: existed,
            level,
            reach,
            carried,
            relied,
            wants,
        }
    }
}

/// A content stamp from after the certificate's end or revocation proves that it was signed too late
/// (EN 319 102-1, 5.5.4 steps 4 and 5).
fn ended_before_signing(
    finding: Finding,
    signer: &Certificate,
    revoked: Option<Timestamp>,
    content: Option<Timestamp>,
) -> Finding {
    let Some(content) = content else { return finding };
    let late = |check, indication| Finding::fails(check, indication).with("content_stamped", content.to_string());
    match finding.check {
        SealCheck::CertificateValidity if content > signer.not_after() => {
            late(SealCheck::CertificateValidity, Indication::Expired)
        }
        SealCheck::Revocation if revoked.is_some_and(|revoked| content > revoked) => {
            late(SealCheck::Revocation, Indication::Revoked)
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

/// Whether the seal is a qualified one (Commission Implementing Decision (EU) 2015/1505; TS 119 615), as far as the lists
/// at hand tell, and what class it is of otherwise. The class is one of seals that hold.
fn qualification(path: Option<&Chain>, findings: &[Finding], best: Timestamp, basis: &Basis<'_>) -> Finding {
    let check = SealCheck::Qualification;
    let (Some(services), Some(path)) = (basis.services, path) else { return Finding::not_checked(check) };
    let qualification = services.qualify_seal(path.certificates(), best, basis.at);
    let open = findings.iter().any(|finding| finding.weighs() && finding.outcome != Outcome::Holds);
    let unknown = qualification.reason.as_ref().is_some_and(Reason::is_for_want_of_lists);
    let outcome = match qualification.class {
        _ if open || unknown => Outcome::CannotTell,
        SealClass::QeSeal => Outcome::Holds,
        _ => Outcome::Fails,
    };
    let finding = Finding { outcome, evidence: qualification.facts(), ..Finding::not_checked(check) };
    if open { finding.with("seal", "not_established") } else { finding }
}

/// A stamp's finding with whether its authority was a qualified one at its time.
fn qualified(finding: Finding, report: &StampReport, basis: &Basis<'_>) -> Finding {
    let (Some(services), Some(chain)) = (basis.services, &report.chain) else { return finding };
    let qualification = services.qualify_stamp(chain.certificates(), report.gen_time, basis.at);
    let told = if qualification.qualified { "yes" } else { "no" };
    let unknown = qualification.reason.as_ref().is_some_and(Reason::is_for_want_of_lists);
    finding.with("qualified", if unknown { "unknown" } else { told })
}

/// The finding on the baseline profile: the level reached, or the rules that are broken.
fn baseline(level: Level, deviations: &[&'static str]) -> Finding {
    if level == Level::NotBaseline {
        let not = Finding::cannot_tell(SealCheck::Baseline, Indication::SigConstraintsFailure);
        return deviations.iter().fold(not, |finding, deviation| finding.with("deviation", *deviation));
    }
    Finding::holds(SealCheck::Baseline).with("level", level.name())
}
