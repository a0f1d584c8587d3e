//! What both kinds of seal have in common when judged: time stamps become proofs, findings become a report.

use super::certificate::judge_certificate;
use super::proof::{Place, Proofs};
use super::subject::Subject;
use super::time_stamp::StampReport;
use crate::algorithm::SignatureScheme;
use crate::basis::Basis;
use crate::certificate::Certificate;
use crate::chain::{CertificatePurpose, Chain};
use crate::cms::Hash;
use crate::fact::{
    AlgorithmsFact, BaselineFact, ChainFact, Deviation, QualificationFact, RevocationFact, SealFact, SealFinding,
    StampClass, StampFact, StampKind, ValidityFact,
};
use crate::indication::{Indication, Level, Outcome, SealCheck};
use crate::qualification::{QualificationReason, SealClass};
use crate::report::SealReport;
use crate::stamp::{StampError, TimeStampToken};
use jiff::Timestamp;

/// Most time stamps that are judged: a renewal each year for a century.
const MOST_STAMPS: usize = 128;

/// The time stamps of one seal: a finding for each, and what they prove together. Judged newest first, so that what
/// covers a stamp is known when its turn comes (EN 319 102-1 §5.6.3).
#[derive(Debug)]
pub(crate) struct Stamps<'a> {
    pub(crate) proofs: Proofs<'a>,
    findings: Vec<SealFinding>,
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
        kind: StampKind,
        token: &Result<TimeStampToken, StampError>,
        hash: Hash<'_>,
        place: Place,
    ) -> Option<Timestamp> {
        if self.findings.len() >= MOST_STAMPS || !self.proofs.budget.spend() {
            self.refuse(SealFinding::not_checked(SealFact::Stamp(kind, StampFact::TooMany)));
            return None;
        }
        let token = match token {
            Ok(token) => token,
            Err(error) => {
                let fact = SealFact::Stamp(kind, StampFact::Unreadable(error.clone()));
                self.refuse(SealFinding::not(fact, error.indication()));
                return None;
            }
        };
        // A content stamp is inside what was signed: it exists since the signature does.
        let now = self.proofs.basis.at;
        let proved = match kind {
            StampKind::Content => self.existed.unwrap_or(now),
            StampKind::Signature | StampKind::Archive => self.proofs.existed(place),
        };
        let report = token.judge_by(hash, proved, &self.proofs);
        if let Some(time) = report.proven_time() {
            self.upheld = self.upheld.max(match kind {
                StampKind::Archive => Level::BLTA,
                StampKind::Signature => Level::BT,
                StampKind::Content => Level::BB,
            });
            let earliest = |known: Option<Timestamp>| Some(known.map_or(time, |known| known.min(time)));
            match kind {
                StampKind::Content => self.content = Some(self.content.map_or(time, |known| known.max(time))),
                StampKind::Archive => {
                    self.existed = earliest(self.existed);
                    self.proofs.prove(place, time);
                }
                StampKind::Signature => self.existed = earliest(self.existed),
            }
        }
        self.findings.push(report.finding(kind, stamp_class(&report, self.proofs.basis)));
        if report.outcome() == Outcome::Fails {
            // It is none, so nothing of it is missing either.
            return None;
        }
        // The evidence of the newest archive stamp comes with its renewal, so B-LT asks for that of all others only.
        let newest = kind == StampKind::Archive && !std::mem::replace(&mut self.archived, true);
        self.complete &= report.complete || newest;
        Some(report.gen_time)
    }

    /// Notes a stamp that cannot be judged.
    pub(crate) fn refuse(&mut self, finding: SealFinding) {
        self.findings.push(finding);
    }
}

/// What was found about a seal before its certificate and stamps are brought in.
#[derive(Debug)]
pub(crate) struct Draft {
    /// Structure, integrity, identity and what else the format has to tell.
    pub(crate) findings: Vec<SealFinding>,
    /// The certificate whose key signed.
    pub(crate) signer: Option<Certificate>,
    pub(crate) scheme: Option<SignatureScheme>,
    pub(crate) claimed_time: Option<Timestamp>,
    /// How far structure and stamps reach, whether or not the validation data are those that are needed.
    pub(crate) carried: Level,
    /// Rules of the baseline profile that are broken.
    pub(crate) deviations: Vec<Deviation>,
}

impl Draft {
    /// The report: the certificate judged at the best signature time, stamps in their order, and what stays open.
    /// A certificate that the seal does not bind itself to says nothing about who sealed.
    pub(crate) fn conclude(self, stamps: Stamps<'_>) -> SealReport {
        let Self { mut findings, signer, scheme, claimed_time, carried, deviations } = self;
        let bound =
            |finding: &SealFinding| finding.check() == SealCheck::SignerIdentified && finding.outcome == Outcome::Holds;
        let signer = signer.filter(|_| findings.iter().any(bound));
        let Stamps { proofs, findings: stamped, existed, content, mut complete, upheld, .. } = stamps;
        let best = existed.map_or(proofs.basis.at, |existed| existed.min(proofs.basis.at));
        let mut path = None;
        match &signer {
            Some(signer) => {
                let purpose = CertificatePurpose::Seal;
                let subject = Subject { signer, scheme, digest: None, made: best, proved: best, purpose };
                let judged = judge_certificate(&subject, &proofs);
                let revoked = judged.revoked;
                findings
                    .extend(judged.findings.into_iter().map(|one| ended_before_signing(one, signer, revoked, content)));
                complete &= judged.complete;
                path = judged.chain;
            }
            None => {
                complete = false;
                let facts = [
                    SealFact::Chain(ChainFact::NoSigner),
                    SealFact::CertificateValidity(ValidityFact::NoSigner),
                    SealFact::Revocation(RevocationFact::NoSigner),
                    SealFact::Algorithms(AlgorithmsFact::NoSigner),
                ];
                findings.extend(facts.map(|fact| SealFinding::not(fact, Indication::NoSigningCertificateFound)));
            }
        }
        // Stamps that could not be checked bear no level, and without word on every certificate it is not B-LT.
        let borne = match upheld {
            Level::BT => Level::BLT,
            other => other,
        };
        let reach = carried.min(borne).min(if complete { Level::BLTA } else { Level::BT });
        let fact = BaselineFact { deviations, reach, carried };
        let level = fact.level();
        findings.push(baseline(fact));
        findings.extend(stamped.into_iter().map(|finding| out_of_order(finding, content, existed)));
        findings.push(qualification(path.as_ref(), &findings, best, proofs.basis));
        findings.sort_by_key(SealFinding::check);
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
    finding: SealFinding,
    signer: &Certificate,
    revoked: Option<Timestamp>,
    content: Option<Timestamp>,
) -> SealFinding {
    let Some(content) = content else { return finding };
    match finding.fact {
        SealFact::CertificateValidity(_) if content > signer.not_after() => {
            let late =
                SealFact::CertificateValidity(ValidityFact::StampedAfterEnd { not_after: signer.not_after(), content });
            SealFinding::fails(late, Indication::Expired)
        }
        SealFact::Revocation(_) if revoked.is_some_and(|revoked| content > revoked) => {
            let late = SealFact::Revocation(RevocationFact::StampedAfterRevocation { content });
            SealFinding::fails(late, Indication::Revoked)
        }
        _ => finding,
    }
}

/// Content is stamped before it is signed.
fn out_of_order(finding: SealFinding, content: Option<Timestamp>, existed: Option<Timestamp>) -> SealFinding {
    match (content, existed) {
        (Some(content), Some(existed)) if finding.check() == SealCheck::ContentStamp && content > existed => {
            let fact = SealFact::Stamp(StampKind::Content, StampFact::OutOfOrder(content));
            SealFinding::not(fact, Indication::TimestampOrderFailure)
        }
        _ => finding,
    }
}

/// Whether the seal is a qualified one (Commission Implementing Decision (EU) 2015/1505; TS 119 615), as far as the lists
/// at hand tell, and what class it is of otherwise. The class is one of seals that hold.
fn qualification(path: Option<&Chain>, findings: &[SealFinding], best: Timestamp, basis: &Basis<'_>) -> SealFinding {
    let (Some(services), Some(path)) = (basis.services, path) else {
        return SealFinding::not_checked(SealFact::Qualification(QualificationFact::NotConsulted));
    };
    let qualification = services.qualify_seal(path.certificates(), best, basis.at);
    let open = findings.iter().any(|finding| finding.weighs() && finding.outcome != Outcome::Holds);
    let unknown = qualification.reason.as_ref().is_some_and(QualificationReason::is_for_want_of_lists);
    let outcome = match qualification.class {
        _ if open || unknown => Outcome::CannotTell,
        SealClass::QeSeal => Outcome::Holds,
        _ => Outcome::Fails,
    };
    let fact = QualificationFact::Assessed { qualification: Box::new(qualification), established: !open };
    SealFinding { fact: SealFact::Qualification(fact), outcome, indication: None }
}

/// Whether a stamp's authority was a qualified one at its time; `None` without lists, or without a path to look up.
fn stamp_class(report: &StampReport, basis: &Basis<'_>) -> Option<StampClass> {
    let (Some(services), Some(chain)) = (basis.services, &report.chain) else { return None };
    let qualification = services.qualify_stamp(chain.certificates(), report.gen_time, basis.at);
    Some(match &qualification.reason {
        Some(reason) if reason.is_for_want_of_lists() => StampClass::Unknown,
        _ if qualification.qualified => StampClass::Qualified,
        _ => StampClass::NotQualified,
    })
}

/// The finding on the baseline profile: the level reached, or the rules that are broken.
fn baseline(fact: BaselineFact) -> SealFinding {
    let reached = fact.level() != Level::NotBaseline;
    let fact = SealFact::Baseline(fact);
    if reached { SealFinding::holds(fact) } else { SealFinding::cannot_tell(fact, Indication::SigConstraintsFailure) }
}
