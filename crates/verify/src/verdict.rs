//! The glance of a report: one of eight verdicts, the same on a page, on the command line and in a table.

use signet_lang::Locale;
use signet_seal::Outcome;

use crate::{
    check::{Check, Finding},
    fact::CredentialStatus,
    report::Report,
};

/// What a reader should know after one glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerdictKind {
    /// All three results hold.
    Valid,
    /// Something does not hold.
    Invalid,
    /// The awarding body took it back.
    Revoked,
    /// Its issuer says that it does not count for the time being.
    Suspended,
    /// A corrected one stands in its place.
    Superseded,
    /// One of the questions cannot be answered now.
    Unknown,
    /// Nobody vouches for it.
    Unsealed,
    /// It would hold, but the seal is one for trying.
    Test,
}

impl VerdictKind {
    /// Every verdict.
    pub const ALL: [VerdictKind; 8] = [
        VerdictKind::Valid,
        VerdictKind::Invalid,
        VerdictKind::Revoked,
        VerdictKind::Suspended,
        VerdictKind::Superseded,
        VerdictKind::Unknown,
        VerdictKind::Unsealed,
        VerdictKind::Test,
    ];

    /// Stable code, for programs.
    pub fn code(self) -> &'static str {
        match self {
            VerdictKind::Valid => "valid",
            VerdictKind::Invalid => "invalid",
            VerdictKind::Revoked => "revoked",
            VerdictKind::Suspended => "suspended",
            VerdictKind::Superseded => "superseded",
            VerdictKind::Unknown => "unknown",
            VerdictKind::Unsealed => "unsealed",
            VerdictKind::Test => "test",
        }
    }

    /// It in a word or two.
    pub fn word(self, locale: Locale) -> String {
        match self {
            VerdictKind::Valid => locale.web_report_verdict_valid(),
            VerdictKind::Invalid => locale.web_report_verdict_invalid(),
            VerdictKind::Revoked => locale.web_report_verdict_revoked(),
            VerdictKind::Suspended => locale.web_report_verdict_suspended(),
            VerdictKind::Superseded => locale.web_report_verdict_superseded(),
            VerdictKind::Unknown => locale.web_report_verdict_unknown(),
            VerdictKind::Unsealed => locale.web_report_verdict_unsealed(),
            VerdictKind::Test => locale.web_report_test_title(),
        }
    }
}

impl Report {
    /// The verdict: what the status list says outweighs the rest, a broken file outweighs a test seal, a test seal outweighs all that holds.
    pub fn verdict(&self) -> VerdictKind {
        let weighty = || self.findings().filter(|finding| !finding.advisory && finding.check() != Check::TestSeal);
        let broken = weighty().any(|finding| finding.outcome == Outcome::Fails && finding.check() != Check::Status);
        if broken {
            return VerdictKind::Invalid;
        }
        if let Some(status) = weighty().find_map(Finding::status_against) {
            return match status {
                CredentialStatus::Superseded => VerdictKind::Superseded,
                CredentialStatus::Suspended => VerdictKind::Suspended,
                _ => VerdictKind::Revoked,
            };
        }
        let unsealed = |finding: &Finding| finding.check() == Check::SealPresent && finding.outcome != Outcome::Holds;
        if self.is_test() {
            VerdictKind::Test
        } else if weighty().any(unsealed) {
            VerdictKind::Unsealed
        } else {
            match self.outcome() {
                Outcome::Holds => VerdictKind::Valid,
                Outcome::CannotTell => VerdictKind::Unknown,
                Outcome::Fails => VerdictKind::Invalid,
            }
        }
    }
}
