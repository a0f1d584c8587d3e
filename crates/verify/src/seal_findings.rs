//! What a report says of one seal.

use jiff::Timestamp;
use signet_seal::{
    Certificate, Outcome, SealFact, Want,
    fact::{QualificationFact, RevocationFact},
};

use crate::{
    check::{FilePart, Finding},
    consistency,
    evidence::Evidence,
    fact::{Asked, FindingFact, NotConsulted, Root, SealContext, SealTime},
    seal::Judged,
    unreadable::Unreadable,
};

impl Judged {
    /// Its findings, and whether it is a test.
    pub fn findings(&self, part: FilePart, evidence: &Evidence) -> Vec<Finding> {
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
        if self.test {
            findings.push(Finding::new(FindingFact::TestSeal, part, Outcome::CannotTell));
        }
        findings.sort_by_key(|finding| finding.check().aspect());
        findings
    }

    /// Since when the seal is proved to exist, by all its stamps together. That nothing proves it is no fault of a seal.
    fn time(&self, part: FilePart) -> Finding {
        let finding = |time, outcome| Finding::new(FindingFact::SealTime(time), part, outcome);
        match (self.report.best_time, self.report.claimed_time) {
            (Some(proved), _) => finding(SealTime::Proved(proved), Outcome::Holds),
            (None, Some(claimed)) => finding(SealTime::Claimed(claimed), Outcome::CannotTell).advisory(),
            (None, None) => finding(SealTime::Unknown, Outcome::CannotTell).advisory(),
        }
    }

    /// What a reader should know besides what the finding itself rests on.
    fn context(&self, finding: &signet_seal::SealFinding, evidence: &Evidence) -> SealContext {
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
            SealFact::Qualification(QualificationFact::NotConsulted) => SealContext::NotConsulted(if self.test {
                NotConsulted::Test
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
        if self.test {
            return Root::Test;
        }
        self.list(evidence).map_or(Root::Configured, Root::Listed)
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

/// There is no seal: nothing can be said about origin and integrity.
pub(crate) fn absent(part: FilePart) -> Finding {
    Finding::new(FindingFact::SealPresent, part, Outcome::CannotTell)
}

/// The seals of a PDF could not be read, so that there is one can be told as little as that there is none.
pub(crate) fn unread(why: Unreadable) -> Finding {
    Finding::new(FindingFact::SealsUnread(why), FilePart::Document, Outcome::CannotTell)
}
