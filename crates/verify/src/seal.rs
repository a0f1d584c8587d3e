//! Seal: who sealed it, and was it changed since?

use std::{cell::OnceCell, sync::Arc};

use jiff::Timestamp;
use signet_seal::{
    Basis, Certificate, Outcome, SealCheck, SealReport,
    jades::{self, Jws},
    pades,
};

use crate::{
    body::CertifiedBody,
    evidence::{Evidence, Trust},
    unreadable::Unreadable,
};

/// A seal, judged against the roots that count, or else against those of test seals.
pub(crate) struct Judged {
    pub report: SealReport,
    pub test: bool,
    /// Read when it is first asked for.
    body: OnceCell<Option<CertifiedBody>>,
}

impl Judged {
    fn new(report: SealReport, test: bool) -> Self {
        Judged { report, test, body: OnceCell::new() }
    }

    fn by(evidence: &Evidence, at: Timestamp, judge: impl Fn(&Basis<'_>) -> SealReport) -> Self {
        let trust = &evidence.trust;
        let in_earnest = || judge(&in_earnest(evidence, at));
        let as_test = || judge(&as_test(evidence, at));
        if only_test_roots(trust) {
            let report = as_test();
            let test = leads_to_anchor(&report);
            return Judged::new(report, test);
        }
        let report = in_earnest();
        if leads_to_anchor(&report) || trust.test_anchors.certificates().is_empty() {
            return Judged::new(report, false);
        }
        let test = as_test();
        if leads_to_anchor(&test) { Judged::new(test, true) } else { Judged::new(report, false) }
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
    pub fn of_document(pdf: &pades::PdfDocument, evidence: &Evidence, at: Timestamp) -> Result<Vec<Self>, Unreadable> {
        let trust = &evidence.trust;
        let judge = |basis: Basis<'_>| pdf.judge(&basis).map_err(Unreadable::Pdf);
        if only_test_roots(trust) {
            let reports = judge(as_test(evidence, at))?;
            let judged = |report| {
                let test = leads_to_anchor(&report);
                Judged::new(report, test)
            };
            return Ok(reports.into_iter().map(judged).collect());
        }
        let reports = judge(in_earnest(evidence, at))?;
        if trust.test_anchors.certificates().is_empty() || reports.iter().all(leads_to_anchor) {
            return Ok(reports.into_iter().map(|report| Judged::new(report, false)).collect());
        }
        let tests = judge(as_test(evidence, at))?;
        let chosen = |(report, test)| {
            if leads_to_anchor(&report) || !leads_to_anchor(&test) {
                Judged::new(report, false)
            } else {
                Judged::new(test, true)
            }
        };
        Ok(reports.into_iter().zip(tests).map(chosen).collect())
    }

    /// Whether nothing is open but whether the certificate was revoked.
    pub fn stands_but_for_revocation(&self) -> bool {
        self.report.findings.iter().filter(|finding| finding.weighs()).all(|finding| {
            finding.outcome == Outcome::Holds
                || finding.outcome == Outcome::CannotTell && finding.check() == SealCheck::Revocation
        })
    }

    /// The body in the certificate, by what identifies it.
    pub fn body(&self) -> Option<&CertifiedBody> {
        self.body.get_or_init(|| self.sealer().map(CertifiedBody::of)).as_ref()
    }

    /// Whether its certificate leads to a root that counts, or else to one of test seals.
    pub fn leads_to_anchor(&self) -> bool {
        leads_to_anchor(&self.report)
    }

    /// Whether an authority that counts vouches for the certificate.
    pub fn is_anchored(&self) -> bool {
        !self.test && leads_to_anchor(&self.report)
    }

    /// The certificate that sealed.
    pub fn sealer(&self) -> Option<&Certificate> {
        self.report.signer.as_ref()
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

/// Test seals are judged by their own roots alone; no list of a Member State speaks of them.
fn as_test(evidence: &Evidence, at: Timestamp) -> Basis<'_> {
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
fn only_test_roots(trust: &Trust) -> bool {
    trust.anchors.certificates().is_empty() && !trust.test_anchors.certificates().is_empty()
}

fn leads_to_anchor(report: &SealReport) -> bool {
    report.finding(SealCheck::Chain).is_some_and(|finding| finding.outcome == Outcome::Holds)
}
