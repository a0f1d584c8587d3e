//! Everything found about one seal, and the verdict.

use crate::algorithm::SignatureScheme;
use crate::basis::{ValidationData, Want};
use crate::certificate::Certificate;
use crate::chain::Chain;
use crate::fact::SealFinding;
use crate::indication::{Indication, Level, Outcome, SealCheck};
use jiff::Timestamp;

/// Everything found about one seal.
#[derive(Debug, Clone)]
pub struct SealReport {
    /// The findings, in the order of [`SealCheck::ALL`] as far as they were made.
    pub findings: Vec<SealFinding>,
    /// The certificate that the seal names.
    pub signer: Option<Certificate>,
    /// The signature algorithm.
    pub algorithm: Option<SignatureScheme>,
    /// When the sealer says it sealed.
    pub claimed_time: Option<Timestamp>,
    /// The earliest instant at which time stamps prove the signature existed.
    pub best_time: Option<Timestamp>,
    /// The baseline level; [`Level::NotBaseline`] as soon as a rule of the profile is broken.
    pub level: Level,
    /// How far the seal carries its own proof as far as that could be checked, whether or not it keeps the rules of the profile.
    pub reach: Level,
    /// What the file carries for the seal: stamps over the right bytes and validation data, whether or not they could be checked.
    /// Never less than `reach`.
    pub carried: Level,
    /// The path of the signer's certificate, if there is one.
    pub chain: Option<Chain>,
    /// Certificates and revocation data that the verdicts rest on: what a seal must carry to be judged alone.
    pub relied: ValidationData,
    /// What would let the report tell more.
    pub wants: Vec<Want>,
}

impl SealReport {
    /// The checks without which a seal does not hold.
    pub const NEEDED: [SealCheck; 6] = [
        SealCheck::Integrity,
        SealCheck::SignerIdentified,
        SealCheck::Chain,
        SealCheck::CertificateValidity,
        SealCheck::Revocation,
        SealCheck::Algorithms,
    ];

    /// The verdict: fails if any check that [weighs](SealFinding::weighs) fails; holds if all of [`SealReport::NEEDED`] do and
    /// nothing else that weighs is open; otherwise it cannot tell.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let weighs = |finding: &&SealFinding| finding.weighs();
        if self.findings.iter().filter(weighs).any(|finding| finding.outcome == Outcome::Fails) {
            return Outcome::Fails;
        }
        let needed = Self::NEEDED
            .iter()
            .all(|check| self.finding(*check).is_some_and(|finding| finding.outcome == Outcome::Holds));
        let open = self.findings.iter().filter(weighs).any(|finding| finding.outcome == Outcome::CannotTell);
        if needed && !open { Outcome::Holds } else { Outcome::CannotTell }
    }

    /// The first finding of a check.
    #[must_use]
    pub fn finding(&self, check: SealCheck) -> Option<&SealFinding> {
        self.findings.iter().find(|finding| finding.check() == check)
    }

    /// The sub-indication behind the verdict: the first that fails, else the first that leaves it open.
    #[must_use]
    pub fn indication(&self) -> Option<Indication> {
        let outcome = self.outcome();
        self.findings
            .iter()
            .filter(|finding| finding.weighs() && finding.outcome == outcome && outcome != Outcome::Holds)
            .find_map(|finding| finding.indication)
    }
}
