//! Seal: who sealed it, and was it changed since?

use jiff::Timestamp;
use signet_credential::Credential;
use signet_record::Language;
use signet_seal::{
    Basis, Certificate, Outcome, SealCheck, SealReport,
    jades::{self, Jws},
    pades,
};

use crate::{
    check::{Check, Finding, Part},
    evidence::{Evidence, Trust},
    report::Sealing,
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

    /// The seals of a PDF.
    pub fn of_document(pdf: &[u8], evidence: &Evidence, at: Timestamp) -> Result<Vec<Self>, Unreadable> {
        let trust = &evidence.trust;
        let judge = |basis: Basis<'_>| pades::judge(pdf, &basis).map_err(Unreadable::Pdf);
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
        self.report.findings.iter().all(|finding| {
            finding.outcome == Outcome::Holds
                || finding.outcome == Outcome::CannotTell
                    && matches!(finding.check, SealCheck::Revocation | SealCheck::Qualification | SealCheck::Baseline)
        })
    }

    /// The body in the certificate.
    pub fn sealer(&self) -> Option<&Certificate> {
        self.report.signer.as_ref()
    }

    /// Its findings, and whether it is a trial.
    pub fn findings(&self, part: Part) -> Vec<Finding> {
        let mut findings = vec![Finding::new(Check::SealPresent, part, Outcome::Holds)];
        findings.extend(self.report.findings.iter().map(|one| {
            let mut finding = Finding::new(Check::Seal(one.check), part, one.outcome);
            finding.indication = one.indication;
            finding.evidence.clone_from(&one.evidence);
            // Not every sound seal is a qualified one, and the profile's rules are not its truth: told, without weight.
            finding.advisory =
                one.outcome != Outcome::Holds && matches!(one.check, SealCheck::Qualification | SealCheck::Baseline);
            finding
        }));
        if self.trial {
            findings.push(Finding::new(Check::Trial, part, Outcome::CannotTell));
        }
        findings
    }

    /// Who sealed, for whom.
    pub fn sealing(&self, part: Part, credential: Option<&Credential>, language: Language) -> Sealing {
        let sealer = self.sealer().and_then(Certificate::subject_organization);
        let awarding = credential.map(|credential| credential.basics(language).awarding_bodies).unwrap_or_default();
        let identifier = self.sealer().and_then(Certificate::subject_organization_identifier);
        let others = awarding.into_iter().filter(|body| {
            let same_name = body.name.is_some() && body.name == sealer.as_deref();
            let same_identifier = body.legal_identifier.is_some() && body.legal_identifier == identifier.as_deref();
            !(same_name || same_identifier)
        });
        Sealing {
            part,
            on_behalf_of: others.filter_map(|body| body.name.map(str::to_owned)).collect(),
            sealer,
            sealer_identifier: identifier,
            claimed: self.report.claimed_time,
            proven: self.report.best_time,
            level: self.report.level,
            reach: self.report.reach,
            trial: self.trial,
        }
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
        at,
    }
}

/// Trials are judged by their own roots alone; no list of a Member State speaks of them.
fn as_trial(evidence: &Evidence, at: Timestamp) -> Basis<'_> {
    let anchors = &evidence.trust.test_anchors;
    Basis { anchors, stamp_anchors: anchors, services: None, ..in_earnest(evidence, at) }
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
    Finding::new(Check::SealPresent, part, Outcome::CannotTell)
}

/// The issuer named in the credential must be the body in the certificate (edc: the issuer is written from it).
pub(crate) fn issuer(credential: &Credential, sealer: Option<&Certificate>, part: Part) -> Finding {
    let issuer = credential.issuer(Language::En);
    let named = issuer.as_ref().and_then(|issuer| issuer.legal_identifier);
    let certified = sealer.and_then(Certificate::subject_organization_identifier);
    let organization = sealer.and_then(Certificate::subject_organization);
    let finding = |outcome| {
        let one = Finding::new(Check::IssuerCertificate, part, outcome);
        let one = one.with("certificate", organization.clone().unwrap_or_default());
        one.with("issuer", issuer.as_ref().and_then(|issuer| issuer.name).unwrap_or_default())
    };
    match (named, &certified) {
        (Some(named), Some(certified)) if named != certified => finding(Outcome::Fails),
        (Some(_), Some(_)) if credential.issuer_names().any(|name| Some(name) == organization.as_deref()) => {
            finding(Outcome::Holds)
        }
        (Some(_), Some(_)) => finding(Outcome::Fails),
        _ => finding(Outcome::CannotTell).advisory(),
    }
}

/// PDF and credential inside it must come from the same body; the PDF's seal covers the credential's bytes.
pub(crate) fn same_sealer(documents: &[Judged], embedded: &Judged) -> Option<Finding> {
    let body = |judged: &Judged| {
        let certificate = judged.sealer()?;
        Some((certificate.subject_organization(), certificate.subject_organization_identifier()))
    };
    let inner = body(embedded)?;
    let outer = documents.first().and_then(body)?;
    let outcome = if outer == inner { Outcome::Holds } else { Outcome::Fails };
    Some(Finding::new(Check::SameSealer, Part::Document, outcome))
}
