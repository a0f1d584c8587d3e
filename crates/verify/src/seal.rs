//! Seal: who sealed it, and was it changed since?

use std::sync::Arc;

use jiff::Timestamp;
use signet_seal::{
    Basis, Certificate, Outcome, SealCheck, SealFact, SealReport, Want,
    fact::{QualificationFact, RevocationFact},
    jades::{self, Jws},
    pades,
};

use crate::{
    body::CertifiedBody,
    check::{Finding, Part},
    consistency,
    evidence::{Evidence, Trust},
    fact::{Asked, FindingFact, NotConsulted, Root, SealContext, SealTime},
    unreadable::Unreadable,
};

/// A seal, judged against the roots that count, or else against those of trials.
pub(crate) struct Judged {
    pub report: SealReport,
    pub trial: bool,
}

impl Judged {
    fn by(evidence: &Evidence, at: Timestamp, judge: impl Fn(&Basis<'_>) -> SealReport) -> Self {
        let trust = &evidence.trust;
        let in_earnest = || judge(&in_earnest(evidence, at));
        let as_trial = || judge(&as_trial(evidence, at));
        if only_trials(trust) {
            let report = as_trial();
            return Judged { trial: leads_to_anchor(&report), report };
        }
        let report = in_earnest();
        if leads_to_anchor(&report) || trust.test_anchors.certificates().is_empty() {
            return Judged { report, trial: false };
        }
        let trial = as_trial();
        if leads_to_anchor(&trial) { Judged { report: trial, trial: true } } else { Judged { report, trial: false } }
    }

    /// The seal of a credential.
    pub fn of_credential(jws: &Jws, evidence: &Evidence, at: Timestamp) -> Self {
        Judged::by(evidence, at, |basis| jades::judge(jws, basis))
    }

    /// The seal of a credential inside a PDF with these seals.
    pub fn of_embedded(jws: &Jws, seals: &[Self], evidence: &Evidence, at: Timestamp) -> Self {
        let existed = existed(seals);
        Judged::by(&inside(seals, evidence), at, |basis| jades::judge(jws, &Basis { existed, ..*basis }))
    }

    /// The seals of a PDF.
    pub fn of_document(pdf: &pades::Document, evidence: &Evidence, at: Timestamp) -> Result<Vec<Self>, Unreadable> {
        let trust = &evidence.trust;
        let judge = |basis: Basis<'_>| pdf.judge(&basis).map_err(Unreadable::Pdf);
        if only_trials(trust) {
            let reports = judge(as_trial(evidence, at))?;
            return Ok(reports.into_iter().map(|report| Judged { trial: leads_to_anchor(&report), report }).collect());
        }
        let reports = judge(in_earnest(evidence, at))?;
        if trust.test_anchors.certificates().is_empty() || reports.iter().all(leads_to_anchor) {
            return Ok(reports.into_iter().map(|report| Judged { report, trial: false }).collect());
        }
        let trials = judge(as_trial(evidence, at))?;
        let chosen = |(report, trial)| {
            if leads_to_anchor(&report) || !leads_to_anchor(&trial) {
                Judged { report, trial: false }
            } else {
                Judged { report: trial, trial: true }
            }
        };
        Ok(reports.into_iter().zip(trials).map(chosen).collect())
    }

    /// Whether nothing is open but whether the certificate was revoked.
    pub fn stands_but_for_revocation(&self) -> bool {
        self.report.findings.iter().filter(|finding| finding.weighs()).all(|finding| {
            finding.outcome == Outcome::Holds
                || finding.outcome == Outcome::CannotTell && finding.check() == SealCheck::Revocation
        })
    }

    /// The body in the certificate, by what identifies it.
    pub fn body(&self) -> Option<CertifiedBody> {
        self.sealer().map(CertifiedBody::of)
    }

    /// Whether its certificate leads to a root that counts, or else to one of trials.
    pub fn leads_to_anchor(&self) -> bool {
        leads_to_anchor(&self.report)
    }

    /// Whether an authority that counts vouches for the certificate.
    pub fn is_anchored(&self) -> bool {
        !self.trial && leads_to_anchor(&self.report)
    }

    /// The certificate that sealed.
    pub fn sealer(&self) -> Option<&Certificate> {
        self.report.signer.as_ref()
    }

    /// Its findings, and whether it is a trial.
    pub fn findings(&self, part: Part, evidence: &Evidence) -> Vec<Finding> {
        let mut findings = vec![Finding::new(FindingFact::SealPresent, part, Outcome::Holds)];
        findings.extend(self.report.findings.iter().map(|one| {
            let fact = FindingFact::Seal(Box::new(one.fact.clone()), self.context(one, evidence));
            let mut finding = Finding::new(fact, part, one.outcome);
            finding.indication = one.indication;
            // Not every sound seal is a qualified one, the profile's rules are not its truth, and a stamp that does not hold
            // proves nothing: told, without weight.
            finding.advisory = one.outcome != Outcome::Holds && !one.weighs();
            finding
        }));
        findings.push(self.time(part));
        findings.extend(consistency::legal_person(self, part));
        if self.trial {
            findings.push(Finding::new(FindingFact::Trial, part, Outcome::CannotTell));
        }
        findings.sort_by_key(|finding| finding.check().aspect());
        findings
    }

    /// Since when the seal is proved to exist, by all its stamps together. That nothing proves it is no fault of a seal.
    fn time(&self, part: Part) -> Finding {
        let finding = |time, outcome| Finding::new(FindingFact::SealTime(time), part, outcome);
        match (self.report.best_time, self.report.claimed_time) {
            (Some(proved), _) => finding(SealTime::Proved(proved), Outcome::Holds),
            (None, Some(claimed)) => finding(SealTime::Claimed(claimed), Outcome::CannotTell).advisory(),
            (None, None) => finding(SealTime::Unknown, Outcome::CannotTell).advisory(),
        }
    }

    /// What a reader should know besides what the finding itself rests on.
    fn context(&self, finding: &signet_seal::Finding, evidence: &Evidence) -> SealContext {
        let holds = finding.outcome == Outcome::Holds;
        match &finding.fact {
            SealFact::Chain(_) if holds => SealContext::Root(self.root(evidence)),
            // Whose certificate it is, only an authority can say.
            SealFact::SignerIdentified(_) if holds && !self.is_anchored() => SealContext::Unvouched,
            SealFact::CertificateValidity(_) => SealContext::Time { proved: self.report.best_time.is_some() },
            SealFact::Revocation(RevocationFact::NotRevocable) => {
                let anchor = self.report.chain.as_ref().is_some_and(|chain| chain.certificates().len() == 1);
                SealContext::NotRevocable { anchor }
            }
            SealFact::Revocation(fact) => match fact.certificate() {
                Some(certificate) => SealContext::Asked(asked(certificate, evidence)),
                None => SealContext::None,
            },
            SealFact::Algorithms(_) if holds => {
                self.sunset(evidence).map_or(SealContext::None, SealContext::AcceptedUntil)
            }
            SealFact::Qualification(QualificationFact::NotConsulted) => SealContext::NotConsulted(if self.trial {
                NotConsulted::Trial
            } else if evidence.trust.services.is_none() {
                NotConsulted::NoLists
            } else {
                NotConsulted::NoPath
            }),
            _ => SealContext::None,
        }
    }

    /// The root to which the certificate leads.
    fn root(&self, evidence: &Evidence) -> Root {
        match self.list(evidence) {
            _ if self.trial => Root::Test,
            Some(territory) => Root::Listed(territory),
            None => Root::Configured,
        }
    }

    /// The trusted list on which the authority stands.
    fn list(&self, evidence: &Evidence) -> Option<String> {
        let services = evidence.trust.services.as_ref()?;
        let found = services.find(self.report.chain.as_ref()?.anchor()?).next()?;
        Some(found.list.scheme.territory.clone())
    }

    /// When the algorithm of the seal comes to its end, if that is known.
    fn sunset(&self, evidence: &Evidence) -> Option<Timestamp> {
        let key = self.sealer()?.public_key().kind();
        evidence.trust.policy.sunset(self.report.algorithm?, key, Timestamp::MAX)?.end
    }
}

/// Whether anybody was asked about the revocation of a certificate.
fn asked(certificate: &Certificate, evidence: &Evidence) -> Asked {
    let pointers = certificate.pointers();
    let about = |want: &Want| {
        matches!(want, Want::Revocation { responders, lists, .. }
            if *responders == pointers.ocsp && *lists == pointers.crls)
    };
    if pointers.ocsp.is_empty() && pointers.crls.is_empty() {
        Asked::Nowhere
    } else if evidence.asked.iter().any(about) {
        Asked::Unanswered
    } else {
        Asked::Nobody
    }
}

fn in_earnest(evidence: &Evidence, at: Timestamp) -> Basis<'_> {
    let trust = &evidence.trust;
    Basis {
        anchors: &trust.anchors,
        stamp_anchors: &trust.stamp_anchors,
        services: trust.services.as_ref(),
        policy: &trust.policy,
        fetched: &evidence.seals,
        existed: None,
        at,
    }
}

/// Trials are judged by their own roots alone; no list of a Member State speaks of them.
fn as_trial(evidence: &Evidence, at: Timestamp) -> Basis<'_> {
    let anchors = &evidence.trust.test_anchors;
    Basis { anchors, stamp_anchors: anchors, services: None, ..in_earnest(evidence, at) }
}

/// The evidence for a credential inside a PDF: what there is, and what the seals of the PDF bring along. Both are mostly
/// sealed under one authority, so a document that was brought up to a higher level keeps what is in it provable.
fn inside(seals: &[Judged], evidence: &Evidence) -> Evidence {
    let mut inside = Evidence::offline(Arc::clone(&evidence.trust));
    inside.seals = evidence.seals.clone();
    for judged in seals {
        inside.seals.merge(judged.report.relied.clone());
    }
    inside
}

/// Since when a credential inside a document is proved to exist: by the document's own time stamps, which cover it
/// (EN 319 102-1, 5.6.2.3). So the document's renewal keeps what is in it provable, too.
fn existed(seals: &[Judged]) -> Option<Timestamp> {
    let sound = seals.iter().filter(|judged| judged.report.outcome() == Outcome::Holds);
    sound.filter_map(|judged| judged.report.best_time).min()
}

/// Nothing real is trusted here, as in a demonstration: one judgement is enough.
fn only_trials(trust: &Trust) -> bool {
    trust.anchors.certificates().is_empty() && !trust.test_anchors.certificates().is_empty()
}

fn leads_to_anchor(report: &SealReport) -> bool {
    report.finding(SealCheck::Chain).is_some_and(|finding| finding.outcome == Outcome::Holds)
}

/// There is no seal: nothing can be said about origin and integrity.
pub(crate) fn absent(part: Part) -> Finding {
    Finding::new(FindingFact::SealPresent, part, Outcome::CannotTell)
}

/// The seals of a PDF could not be read, so that there is one can be told as little as that there is none.
pub(crate) fn unread(why: Unreadable) -> Finding {
    Finding::new(FindingFact::SealsUnread(why), Part::Document, Outcome::CannotTell)
}
