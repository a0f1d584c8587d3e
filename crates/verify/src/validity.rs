//! Validity: is it valid now?

use jiff::Timestamp;
use signet_credential::{Credential, StatusReference};
use signet_seal::Outcome;

use crate::{
    check::{FilePart, Finding},
    evidence::{Evidence, NotFetched, acceptable},
    fact::{CredentialStatus, FindingFact, StatusFact, StatusFinding},
    seal::Judged,
    status::{self, Asker},
};

/// From when, until when, and whether it still stands.
pub(crate) fn credential(
    credential: &Credential,
    sealed: Option<&Judged>,
    part: FilePart,
    evidence: &Evidence,
    at: Timestamp,
) -> Vec<Finding> {
    let mut findings = vec![from(credential, part, at), expiry(credential, part, at)];
    findings.extend(statuses(credential, sealed, part, evidence, at));
    findings
}

fn from(credential: &Credential, part: FilePart, at: Timestamp) -> Finding {
    let from = credential.valid_from().or_else(|| credential.issued());
    let outcome = match from {
        Some(from) if from <= at => Outcome::Holds,
        Some(_) => Outcome::Fails,
        None => Outcome::CannotTell,
    };
    Finding::new(FindingFact::ValidFrom(from), part, outcome)
}

fn expiry(credential: &Credential, part: FilePart, at: Timestamp) -> Finding {
    let end = credential.expires();
    let outcome = if end.is_none_or(|end| at < end) { Outcome::Holds } else { Outcome::Fails };
    Finding::new(FindingFact::Expiry(end), part, outcome)
}

/// One finding for each place that the credential names.
fn statuses(
    credential: &Credential,
    sealed: Option<&Judged>,
    part: FilePart,
    evidence: &Evidence,
    at: Timestamp,
) -> Vec<Finding> {
    let references = credential.statuses();
    if references.is_empty() {
        // Most credentials of others do not say where they would be revoked; that is no fault of theirs.
        let fact = FindingFact::Status(StatusFact::plain(StatusFinding::NoneNamed));
        return vec![Finding::new(fact, part, Outcome::CannotTell).advisory()];
    }
    let asker = Asker { credential: sealed, evidence, at };
    references.iter().map(|reference| status(reference, part, asker)).collect()
}

fn status(reference: &StatusReference<'_>, part: FilePart, asker: Asker<'_>) -> Finding {
    let purpose = match reference {
        StatusReference::Bits(place) => Some(place.purpose.to_owned()),
        StatusReference::Own(_) | StatusReference::Unread(_) => None,
    };
    let found = look_up(reference, asker);
    let (outcome, advisory) = match &found {
        StatusFinding::Said { status: CredentialStatus::Valid, .. } => (Outcome::Holds, false),
        StatusFinding::Said {
            status: CredentialStatus::Revoked | CredentialStatus::Superseded | CredentialStatus::Suspended,
            ..
        } => (Outcome::Fails, false),
        // It holds, and there is something to say of it.
        StatusFinding::Said { status: CredentialStatus::Refresh | CredentialStatus::Message(_), .. } => {
            (Outcome::Holds, true)
        }
        _ => (Outcome::CannotTell, false),
    };
    let finding = Finding::new(FindingFact::Status(StatusFact { purpose, found }), part, outcome);
    if advisory { finding.advisory() } else { finding }
}

fn look_up(reference: &StatusReference<'_>, asker: Asker<'_>) -> StatusFinding {
    let list = match reference {
        StatusReference::Unread(kind) => return StatusFinding::Unread(kind.clone()),
        StatusReference::Own(place) => place.list,
        StatusReference::Bits(place) => place.list,
    };
    // Evidence stands under the address as it was asked for, which is how the parser writes it.
    let Some(address) = acceptable(list) else { return StatusFinding::Address };
    let fetched = match asker.evidence.status_lists.get(address.as_str()) {
        Some(Ok(bytes)) => bytes,
        Some(Err(NotFetched::Unreachable)) => return StatusFinding::Unreachable,
        Some(Err(NotFetched::Offline)) | None => return StatusFinding::Offline,
    };
    match status::look_up(fetched, reference, asker) {
        Ok((status, as_of)) => StatusFinding::Said { status, as_of },
        Err(problem) => StatusFinding::Problem(problem),
    }
}
