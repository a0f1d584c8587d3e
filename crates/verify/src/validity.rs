//! Validity: is it valid now?

use jiff::Timestamp;
use signet_credential::{Credential, StatusReference};
use signet_seal::Outcome;

use crate::{
    check::{Check, Finding, Part},
    evidence::{Evidence, NotFetched, acceptable},
    seal::Judged,
    status::{self, Asker, Status, StatusProblem},
};

/// From when, until when, and whether it still stands.
pub(crate) fn credential(
    credential: &Credential,
    sealed: Option<&Judged>,
    part: Part,
    evidence: &Evidence,
    at: Timestamp,
) -> Vec<Finding> {
    let mut findings = vec![from(credential, part, at), expiry(credential, part, at)];
    findings.extend(statuses(credential, sealed, part, evidence, at));
    findings
}

fn from(credential: &Credential, part: Part, at: Timestamp) -> Finding {
    let finding = |outcome| Finding::new(Check::ValidFrom, part, outcome);
    match credential.valid_from().or_else(|| credential.issued()) {
        Some(from) if from <= at => finding(Outcome::Holds).with("from", from.to_string()),
        Some(from) => finding(Outcome::Fails).with("from", from.to_string()),
        None => finding(Outcome::CannotTell),
    }
}

fn expiry(credential: &Credential, part: Part, at: Timestamp) -> Finding {
    let finding = |outcome| Finding::new(Check::Expiry, part, outcome);
    match credential.expires() {
        None => finding(Outcome::Holds),
        Some(end) if at < end => finding(Outcome::Holds).with("until", end.to_string()),
        Some(end) => finding(Outcome::Fails).with("until", end.to_string()),
    }
}

/// One finding for each place that the credential names.
fn statuses(
    credential: &Credential,
    sealed: Option<&Judged>,
    part: Part,
    evidence: &Evidence,
    at: Timestamp,
) -> Vec<Finding> {
    let references = credential.statuses();
    if references.is_empty() {
        // Most credentials of others do not say where they would be revoked; that is no fault of theirs.
        let open = Finding::new(Check::Status, part, Outcome::CannotTell);
        return vec![open.with("problem", "none-named").advisory()];
    }
    let asker = Asker { credential: sealed, evidence, at };
    references.iter().map(|reference| status(reference, part, asker)).collect()
}

fn status(reference: &StatusReference<'_>, part: Part, asker: Asker<'_>) -> Finding {
    let finding = |outcome| {
        let finding = Finding::new(Check::Status, part, outcome);
        match reference {
            StatusReference::Bits(place) => finding.with("purpose", place.purpose),
            StatusReference::Own(_) | StatusReference::Unread(_) => finding,
        }
    };
    let open = |problem: &str| finding(Outcome::CannotTell).with("problem", problem);
    let list = match reference {
        StatusReference::Unread(kind) => return open("kind").with("kind", kind.clone()),
        StatusReference::Own(place) => place.list,
        StatusReference::Bits(place) => place.list,
    };
    // Evidence stands under the address as it was asked for, which is how the parser writes it.
    let Some(address) = acceptable(list) else { return open("address") };
    let fetched = match asker.evidence.status_lists.get(address.as_str()) {
        Some(Ok(bytes)) => bytes,
        Some(Err(NotFetched::Unreachable)) => return open("unreachable"),
        Some(Err(NotFetched::Offline)) | None => return open("offline"),
    };
    let (said, as_of) = match status::look_up(fetched, reference, asker) {
        Ok(said) => said,
        Err(StatusProblem::OtherSignature { kind, says }) => {
            return open("other-signature").with("signature", kind).with("says", word(&says));
        }
        Err(StatusProblem::Unsealed { says }) => return open("unsealed").with("says", word(&says)),
        Err(problem) => return open(&problem.to_string()),
    };
    let told = match &said {
        Status::Valid => finding(Outcome::Holds),
        Status::Revoked | Status::Superseded | Status::Suspended => finding(Outcome::Fails).with("status", word(&said)),
        // It holds, and there is something to say of it.
        Status::Refresh => finding(Outcome::Holds).with("says", word(&said)).advisory(),
        Status::Message(message) => {
            finding(Outcome::Holds).with("says", word(&said)).with("message", message.clone()).advisory()
        }
    };
    match as_of {
        Some(as_of) => told.with("as-of", as_of.to_string()),
        None => told,
    }
}

/// The stable word for what a list says.
const fn word(status: &Status) -> &'static str {
    match status {
        Status::Valid => "valid",
        Status::Revoked => "revoked",
        Status::Superseded => "superseded",
        Status::Suspended => "suspended",
        Status::Refresh => "refresh",
        Status::Message(_) => "message",
    }
}
