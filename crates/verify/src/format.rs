//! Format: is it technically what it should be?

use signet_credential::{Credential, Severity};
use signet_seal::Outcome;

use crate::{
    check::{Check, Finding, Part},
    unreadable::Unreadable,
};

/// Findings told one by one; a file with more shows the first.
const TOLD_MAX: usize = 100;

/// What the profile's rules have to say about a credential.
pub(crate) fn credential(credential: &Credential, part: Part) -> Vec<Finding> {
    let found = signet_credential::check(credential);
    let violations = found.iter().filter(|finding| finding.severity() == Severity::Violation).count();
    let outcome = if violations == 0 { Outcome::Holds } else { Outcome::Fails };
    let mut findings =
        vec![Finding::new(Check::ProfileRules, part, outcome).with("violations", violations.to_string())];
    findings.extend(found.into_iter().take(TOLD_MAX).map(|one| {
        let violation = one.severity() == Severity::Violation;
        let outcome = if violation { Outcome::Fails } else { Outcome::CannotTell };
        let finding = Finding::new(Check::Format(one), part, outcome);
        if violation { finding } else { finding.advisory() }
    }));
    findings
}

/// Whether the PDF carries a credential.
pub(crate) fn attachment<T>(embedded: Option<&Result<T, Unreadable>>) -> Finding {
    match embedded {
        Some(Ok(_)) => Finding::new(Check::Attachment, Part::Document, Outcome::Holds),
        Some(Err(error)) => {
            Finding::new(Check::Attachment, Part::Document, Outcome::Fails).with("problem", error.to_string())
        }
        None => Finding::new(Check::Attachment, Part::Document, Outcome::CannotTell),
    }
}
