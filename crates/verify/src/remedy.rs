//! What helps a reader whose file could not be verified: whether waiting does, and else who does.

use signet_lang::Locale;
use signet_seal::{Indication, Outcome};

use crate::{
    check::Finding,
    fact::{Asked, FindingFact, SealContext, StatusFinding, StatusProblem, Unvouched},
    report::Report,
    verdict::VerdictKind,
};

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Remedy {
    /// Waiting: somebody did not answer, or has not said anything new for too long. The file loses nothing by it.
    Wait,
    /// Asking: nobody was asked.
    GoOnline,
    /// Another copy from the holder: this one was changed, damaged, or is without its seal.
    AskHolder,
    /// The university: what it issued does not say enough, or what it says does not fit.
    AskIssuer,
    /// Whoever vouches for the seal is not known to this verifier, which may be nothing against it.
    AskWhoVouches,
}

impl Remedy {
    /// Every remedy.
    pub const ALL: [Remedy; 5] =
        [Remedy::Wait, Remedy::GoOnline, Remedy::AskHolder, Remedy::AskIssuer, Remedy::AskWhoVouches];

    /// Stable code, for programs.
    pub fn code(self) -> &'static str {
        match self {
            Remedy::Wait => "wait",
            Remedy::GoOnline => "go-online",
            Remedy::AskHolder => "ask-holder",
            Remedy::AskIssuer => "ask-issuer",
            Remedy::AskWhoVouches => "ask-who-vouches",
        }
    }

    /// What to do, in a sentence or two.
    pub fn sentence(self, locale: Locale) -> String {
        match self {
            Remedy::Wait => locale.verify_remedy_wait(),
            Remedy::GoOnline => locale.verify_remedy_go_online(),
            Remedy::AskHolder => locale.verify_remedy_ask_holder(),
            Remedy::AskIssuer => locale.verify_remedy_ask_issuer(),
            Remedy::AskWhoVouches => locale.verify_remedy_ask_who_vouches(),
        }
    }
}

impl Report {
    /// What helps where the verdict is that it cannot be verified, does not hold or bears no seal; a file that was revoked, replaced or made for a test
    /// is what it is.
    pub fn remedy(&self) -> Option<Remedy> {
        match self.verdict() {
            VerdictKind::Unsealed => Some(Remedy::AskHolder),
            VerdictKind::Unknown | VerdictKind::Invalid => self.cause_of_verdict().and_then(of),
            VerdictKind::Valid
            | VerdictKind::Revoked
            | VerdictKind::Suspended
            | VerdictKind::Superseded
            | VerdictKind::Test => None,
        }
    }
}

fn of(finding: &Finding) -> Option<Remedy> {
    let open = finding.outcome == Outcome::CannotTell;
    match &finding.fact {
        FindingFact::Status(status) => of_status(&status.found),
        FindingFact::Seal(_, SealContext::Asked(Asked::Nobody)) if open => Some(Remedy::GoOnline),
        FindingFact::Seal(_, SealContext::Asked(Asked::Nowhere)) if open => Some(Remedy::AskIssuer),
        FindingFact::Seal(_, SealContext::Asked(Asked::Unanswered)) if open => Some(Remedy::Wait),
        FindingFact::Seal(_, SealContext::Unvouched) if open => Some(Remedy::AskWhoVouches),
        FindingFact::Seal(..) => finding.indication.map_or_else(|| by_outcome(finding), |one| Some(of_indication(one))),
        FindingFact::SealPresent | FindingFact::SealsUnread(_) | FindingFact::Attachment(_) => Some(Remedy::AskHolder),
        FindingFact::ValidityVouched(Unvouched::Absent | Unvouched::Fails) => Some(Remedy::AskHolder),
        // The reason says from when or until when it is valid; nobody can do anything about it.
        FindingFact::Expiry(_) | FindingFact::ValidFrom(_) | FindingFact::TestSeal => None,
        _ => Some(Remedy::AskIssuer),
    }
}

/// Of what has no name in the standard: a seal that does not hold is another copy's to mend.
fn by_outcome(finding: &Finding) -> Option<Remedy> {
    Some(if finding.outcome == Outcome::Fails { Remedy::AskHolder } else { Remedy::AskIssuer })
}

fn of_status(found: &StatusFinding) -> Option<Remedy> {
    match found {
        StatusFinding::Unreachable | StatusFinding::Problem(StatusProblem::Stale) => Some(Remedy::Wait),
        StatusFinding::Offline => Some(Remedy::GoOnline),
        StatusFinding::NoneNamed | StatusFinding::Unread(_) | StatusFinding::Address | StatusFinding::Problem(_) => {
            Some(Remedy::AskIssuer)
        }
        StatusFinding::Said { .. } => None,
    }
}

/// By the names of EN 319 102-1.
fn of_indication(indication: Indication) -> Remedy {
    match indication {
        Indication::TryLater => Remedy::Wait,
        Indication::FormatFailure | Indication::HashFailure | Indication::SigCryptoFailure => Remedy::AskHolder,
        Indication::NoCertificateChainFound
        | Indication::NoCertificateChainFoundNoPoe
        | Indication::CertificateChainGeneralFailure => Remedy::AskWhoVouches,
        _ => Remedy::AskIssuer,
    }
}
