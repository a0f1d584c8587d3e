//! The stable names of facts: the one place where they are written.

use data_encoding::HEXLOWER;
use signet_seal::SealFact;

use super::{
    Awarded, AwardingFact, CredentialStatus, FindingFact, IssuerFact, Root, SealContext, SealTime, StatusFact,
    StatusFinding, StatusProblem,
};
use crate::body::BodyDifference;

/// Names that facts of several checks share.
const ANCHORED: &str = "anchored";
const PROBLEM: &str = "problem";
const REASON: &str = "reason";
const SAYS: &str = "says";

/// Facts by stable names, in the order in which a report tells them.
#[derive(Default)]
struct Evidence(Vec<(&'static str, String)>);

impl FindingFact {
    /// The facts by stable names, for reports: see `docs/verification.md`. A name may stand several times.
    pub fn evidence(&self) -> Vec<(&'static str, String)> {
        let mut evidence = Evidence::default();
        match self {
            FindingFact::ProfileRules { violations } => evidence.show("violations", violations),
            FindingFact::Attachment(error) => error.iter().for_each(|error| evidence.show(PROBLEM, error)),
            FindingFact::Picture(fact) => {
                fact.pictures.iter().for_each(|sha256| evidence.put("picture_sha256", &HEXLOWER.encode(sha256)));
                fact.doubt.iter().for_each(|doubt| evidence.put(PROBLEM, doubt.name()));
            }
            FindingFact::RecordRoot(state) => evidence.put("root", state.code()),
            FindingFact::SealsUnread(why) => evidence.show(REASON, why),
            FindingFact::Seal(found, context) => evidence.seal(found, context),
            FindingFact::SealTime(SealTime::Proved(time)) => evidence.show("proven", time),
            FindingFact::SealTime(SealTime::Claimed(time)) => evidence.show("claimed", time),
            FindingFact::LegalPerson { holder, name } => {
                evidence.put("holder", holder.name());
                name.iter().for_each(|name| evidence.put("name", name));
            }
            FindingFact::IssuerCertificate(fact) => evidence.issuer(fact),
            FindingFact::AwardingBody(fact) => evidence.awarding(fact),
            FindingFact::ValidityVouched(why) => evidence.put("seal", why.name()),
            FindingFact::ValidFrom(from) => from.iter().for_each(|from| evidence.show("from", from)),
            FindingFact::Expiry(until) => until.iter().for_each(|until| evidence.show("until", until)),
            FindingFact::Status(fact) => evidence.status(fact),
            FindingFact::Format(_)
            | FindingFact::SameCredential
            | FindingFact::SealPresent
            | FindingFact::SealTime(SealTime::Unknown)
            | FindingFact::SameSealer
            | FindingFact::TestSeal => {}
        }
        evidence.0
    }
}

impl Evidence {
    fn put(&mut self, name: &'static str, value: &str) {
        self.0.push((name, value.to_owned()));
    }

    fn show(&mut self, name: &'static str, value: impl ToString) {
        self.0.push((name, value.to_string()));
    }

    fn anchored(&mut self, anchored: bool) {
        if !anchored {
            self.put(ANCHORED, "no");
        }
    }

    fn seal(&mut self, found: &SealFact, context: &SealContext) {
        self.0.extend(found.evidence());
        match context {
            SealContext::None => {}
            SealContext::Root(root) => {
                self.put("root", root.name());
                if let Root::Listed(territory) = root {
                    self.put("list", territory);
                }
            }
            SealContext::Unvouched => self.anchored(false),
            SealContext::Time { proved } => self.put("time", if *proved { "proved" } else { "now" }),
            SealContext::NotRevocable { anchor: true } => self.put(REASON, "the certificate itself is trusted"),
            SealContext::NotRevocable { anchor: false } => self.put(REASON, "never revoked"),
            SealContext::Asked(asked) => self.put("asked", asked.name()),
            SealContext::AcceptedUntil(end) => self.show("accepted_until", end),
            SealContext::NotConsulted(why) => self.put(REASON, why.name()),
        }
    }

    fn issuer(&mut self, fact: &IssuerFact) {
        let IssuerFact { certificate, issuer, anchored, differs } = fact;
        for (name, value) in [
            ("certificate", &certificate.name),
            ("certificate_identifier", &certificate.identifier),
            ("certificate_country", &certificate.country),
            ("issuer", &issuer.name),
            ("issuer_identifier", &issuer.identifier),
            ("issuer_country", &issuer.country),
        ] {
            value.iter().filter(|value| !value.trim().is_empty()).for_each(|value| self.put(name, value));
        }
        self.anchored(*anchored);
        differs.iter().copied().map(BodyDifference::name).for_each(|what| self.put("differs", what));
    }

    fn awarding(&mut self, fact: &AwardingFact) {
        self.put("proof", fact.awarded.name());
        self.anchored(fact.anchored);
        fact.sealer.iter().for_each(|sealer| self.put("sealer", sealer));
        if let Awarded::Body { body, problem, .. } = &fact.awarded {
            body.name.iter().for_each(|name| self.put("awarding_body", name));
            body.identifier.iter().for_each(|identifier| self.put("awarding_body_identifier", identifier));
            problem.iter().for_each(|problem| self.show(PROBLEM, problem));
        }
    }

    fn status(&mut self, fact: &StatusFact) {
        fact.purpose.iter().for_each(|purpose| self.put("purpose", purpose));
        match &fact.found {
            StatusFinding::Unread(kind) => {
                self.put(PROBLEM, fact.found.name());
                self.put("kind", kind);
            }
            StatusFinding::Problem(StatusProblem::OtherSignature { kind, says }) => {
                self.put(PROBLEM, fact.found.name());
                self.put("signature", kind);
                self.put(SAYS, says.name());
            }
            StatusFinding::Problem(StatusProblem::Unsealed { says }) => {
                self.put(PROBLEM, fact.found.name());
                self.put(SAYS, says.name());
            }
            StatusFinding::NoneNamed
            | StatusFinding::Address
            | StatusFinding::Unreachable
            | StatusFinding::Offline
            | StatusFinding::Problem(_) => self.put(PROBLEM, fact.found.name()),
            StatusFinding::Said { status, as_of } => {
                match status {
                    CredentialStatus::Valid => {}
                    CredentialStatus::Revoked | CredentialStatus::Superseded | CredentialStatus::Suspended => {
                        self.put("status", status.name())
                    }
                    CredentialStatus::Refresh => self.put(SAYS, status.name()),
                    CredentialStatus::Message(message) => {
                        self.put(SAYS, status.name());
                        self.put("message", message);
                    }
                }
                as_of.iter().for_each(|as_of| self.show("as-of", as_of));
            }
        }
    }
}
