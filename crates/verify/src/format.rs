//! Format: is it technically what it should be?

use signet_credential::{Credential, Severity};
use signet_seal::Outcome;

use crate::{
    check::{Finding, Part},
    fact::FindingFact,
    unreadable::Unreadable,
};

/// Findings told one by one; a file with more shows the first.
const TOLD_MAX: usize = 100;

/// What the profile's rules have to say about a credential.
pub(crate) fn credential(credential: &Credential, part: Part) -> Vec<Finding> {
    let found = signet_credential::check(credential);
    let violations = found.iter().filter(|finding| finding.severity() == Severity::Violation).count();
    let outcome = if violations == 0 { Outcome::Holds } else { Outcome::Fails };
    let mut findings = vec![Finding::new(FindingFact::ProfileRules { violations }, part, outcome)];
    findings.extend(found.into_iter().take(TOLD_MAX).map(|one| {
        let violation = one.severity() == Severity::Violation;
        let outcome = if violation { Outcome::Fails } else { Outcome::CannotTell };
        let finding = Finding::new(FindingFact::Format(one), part, outcome);
        if violation { finding } else { finding.advisory() }
    }));
    findings
}

/// Whether the PDF carries a credential.
pub(crate) fn attachment<T>(embedded: Option<&Result<T, Unreadable>>) -> Finding {
    let finding = |error, outcome| Finding::new(FindingFact::Attachment(error), Part::Document, outcome);
    match embedded {
        Some(Ok(_)) => finding(None, Outcome::Holds),
        Some(Err(error)) => finding(Some(error.clone()), Outcome::Fails),
        None => finding(None, Outcome::CannotTell),
    }
}
