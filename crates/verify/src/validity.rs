//! Validity: is it valid now?

use jiff::Timestamp;
use signet_credential::Credential;
use signet_seal::Outcome;

use crate::{
    check::{Check, Finding, Part},
    evidence::{Evidence, NotFetched, acceptable},
    seal::Judged,
    status::{self, Status},
};

/// From when, until when, and whether it still stands.
pub(crate) fn credential(
    credential: &Credential,
    sealed: Option<&Judged>,
    part: Part,
    evidence: &Evidence,
    at: Timestamp,
) -> Vec<Finding> {
    vec![from(credential, part, at), expiry(credential, part, at), status(credential, sealed, part, evidence, at)]
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

fn status(credential: &Credential, sealed: Option<&Judged>, part: Part, evidence: &Evidence, at: Timestamp) -> Finding {
    let finding = |outcome| Finding::new(Check::Status, part, outcome);
    let Some(place) = credential.status() else {
        // Most credentials of others do not say where they would be revoked; that is no fault of theirs.
        return finding(Outcome::CannotTell).with("problem", "none-named").advisory();
    };
    // Evidence stands under the address as it was asked for, which is how the parser writes it.
    let Some(address) = acceptable(place.list) else {
        return finding(Outcome::CannotTell).with("problem", "address");
    };
    let fetched = match evidence.status_lists.get(address.as_str()) {
        Some(Ok(bytes)) => bytes,
        Some(Err(NotFetched::Unreachable)) => return finding(Outcome::CannotTell).with("problem", "unreachable"),
        Some(Err(NotFetched::Offline)) | None => return finding(Outcome::CannotTell).with("problem", "offline"),
    };
    match status::look_up(fetched, place.list, place.index, sealed, evidence, at) {
        Ok((Status::Valid, as_of)) => finding(Outcome::Holds).with("as-of", as_of.to_string()),
        Ok((Status::Revoked, as_of)) => {
            finding(Outcome::Fails).with("status", "revoked").with("as-of", as_of.to_string())
        }
        Ok((Status::Superseded, as_of)) => {
            finding(Outcome::Fails).with("status", "superseded").with("as-of", as_of.to_string())
        }
        Err(problem) => finding(Outcome::CannotTell).with("problem", problem.to_string()),
    }
}
