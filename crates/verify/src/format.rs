//! Format: is it technically what it should be?

use signet_credential::{AnnexCompleteness, Checked, Credential, Severity};
use signet_seal::Outcome;

use crate::{
    check::{FilePart, Finding},
    fact::FindingFact,
    record_root::RootState,
    unreadable::Unreadable,
};

/// Findings told one by one; a file with more shows the first.
const TOLD_MAX: usize = 100;

/// What the profile's rules have to say about a credential, and how much of Annex I it says.
pub(crate) fn credential(credential: &Credential, part: FilePart) -> (Vec<Finding>, AnnexCompleteness) {
    let Checked { findings: found, completeness } = signet_credential::check_completely(credential);
    let violations = found.iter().filter(|finding| finding.severity() == Severity::Violation).count();
    let outcome = if violations == 0 { Outcome::Holds } else { Outcome::Fails };
    let mut findings = vec![Finding::new(FindingFact::ProfileRules { violations }, part, outcome)];
    findings.extend(found.into_iter().take(TOLD_MAX).map(|one| {
        let violation = one.severity() == Severity::Violation;
        let outcome = if violation { Outcome::Fails } else { Outcome::CannotTell };
        let finding = Finding::new(FindingFact::Format(one), part, outcome);
        if violation { finding } else { finding.advisory() }
    }));
    (findings, completeness)
}

/// What is worth a note about the root of the record: that a sealed credential of ours carries none, as all that were sealed before
/// roots were introduced, or that a credential does not say what its own root stands for. It weighs nothing.
pub(crate) fn record_root(credential: &Credential, part: FilePart) -> Option<Finding> {
    let state = RootState::of(credential);
    let is_noted = match state {
        RootState::Proven | RootState::Closed => false,
        RootState::Broken | RootState::Unreadable => true,
        RootState::Absent => credential.is_numbered_as_ours(),
    };
    is_noted.then(|| Finding::new(FindingFact::RecordRoot(state), part, Outcome::CannotTell).advisory())
}

/// Whether the PDF carries a credential.
pub(crate) fn attachment<T>(embedded: Option<&Result<T, Unreadable>>) -> Finding {
    let finding = |error, outcome| Finding::new(FindingFact::Attachment(error), FilePart::Document, outcome);
    match embedded {
        Some(Ok(_)) => finding(None, Outcome::Holds),
        Some(Err(error)) => finding(Some(error.clone()), Outcome::Fails),
        None => finding(None, Outcome::CannotTell),
    }
}
