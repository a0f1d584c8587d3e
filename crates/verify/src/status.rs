//! The status list: was the credential revoked, or superseded?

use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use serde::Deserialize;
use signet_seal::{Certificate, Outcome, jades};

use crate::{evidence::Evidence, seal::Judged};

/// What a status list says of one credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It holds: `00`.
    Valid,
    /// It was revoked: `01`.
    Revoked,
    /// A corrected one stands in its place: `10`.
    Superseded,
}

/// Why a fetched list says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StatusProblem {
    /// Not a sealed list of ours.
    #[error("not-a-list")]
    NotAList,
    /// Its seal does not hold, or leads to no root that counts.
    #[error("seal")]
    Seal,
    /// It was sealed by another body than the credential.
    #[error("another-sealer")]
    AnotherSealer,
    /// It says that it is another list.
    #[error("another-list")]
    AnotherList,
    /// It is older than it may be relied on, or from the future.
    #[error("stale")]
    Stale,
    /// It has no such place, or an undefined mark there.
    #[error("no-such-place")]
    NoSuchPlace,
}

#[derive(Deserialize)]
struct List {
    #[serde(rename = "type")]
    kind: String,
    list: String,
    issued: Timestamp,
    expires: Timestamp,
    entries: String,
}

/// What a list calls itself.
const LIST_TYPE: &str = "SignetStatusList";

/// Entries of the largest list that is read: 2^20.
const ENTRIES_BYTES_MAX: usize = 1 << 18;

/// A clock may be this far ahead of ours.
const SKEW_SECONDS: i64 = 300;

/// The address at which a sealed list says it stands. Nothing of it is judged.
pub(crate) fn own_address(bytes: &[u8]) -> Option<String> {
    let jws = jades::read(bytes).ok()?;
    let list: List = serde_json::from_str(jws.payload()).ok()?;
    (list.kind == LIST_TYPE).then_some(list.list)
}

/// Reads the place `index` of a fetched list, which must be sealed as the credential is: by the same body, and both in earnest or
/// both as a trial.
pub(crate) fn look_up(
    bytes: &[u8],
    url: &str,
    index: u64,
    credential: Option<&Judged>,
    evidence: &Evidence,
    at: Timestamp,
) -> Result<(Status, Timestamp), StatusProblem> {
    let jws = jades::read(bytes).map_err(|_| StatusProblem::NotAList)?;
    let list: List = serde_json::from_str(jws.payload()).map_err(|_| StatusProblem::NotAList)?;
    if list.kind != LIST_TYPE {
        return Err(StatusProblem::NotAList);
    }
    let seal = Judged::of_credential(&jws, evidence, at);
    // That the certificate may be revoked is told once, with the credential's own seal, when both bear the same.
    let same_certificate = credential.is_some_and(|credential| credential.sealer() == seal.sealer());
    let stands = seal.report.outcome() == Outcome::Holds || same_certificate && seal.stands_but_for_revocation();
    // A root of trials is anyone's: its lists say nothing about real credentials.
    if !stands || credential.is_some_and(|credential| credential.trial != seal.trial) {
        return Err(StatusProblem::Seal);
    }
    let same_body = |a: &Certificate, b: &Certificate| {
        a.sha256() == b.sha256()
            || (a.subject_organization_identifier().is_some()
                && a.subject_organization_identifier() == b.subject_organization_identifier())
    };
    if !matches!((seal.sealer(), credential.and_then(Judged::sealer)), (Some(a), Some(b)) if same_body(a, b)) {
        return Err(StatusProblem::AnotherSealer);
    }
    if list.list != url {
        return Err(StatusProblem::AnotherList);
    }
    if list.expires <= at || list.issued.as_second() > at.as_second().saturating_add(SKEW_SECONDS) {
        return Err(StatusProblem::Stale);
    }
    Ok((entry(&list.entries, index)?, list.issued))
}

/// Two bits an entry, four entries a byte, lowest bits first.
fn entry(entries: &str, index: u64) -> Result<Status, StatusProblem> {
    if entries.len() > ENTRIES_BYTES_MAX * 4 / 3 + 4 {
        return Err(StatusProblem::NotAList);
    }
    let bytes = BASE64URL_NOPAD.decode(entries.as_bytes()).map_err(|_| StatusProblem::NotAList)?;
    let byte = usize::try_from(index / 4).ok().and_then(|place| bytes.get(place));
    match (byte.ok_or(StatusProblem::NoSuchPlace)? >> (2 * (index % 4))) & 0b11 {
        0 => Ok(Status::Valid),
        1 => Ok(Status::Revoked),
        2 => Ok(Status::Superseded),
        _ => Err(StatusProblem::NoSuchPlace),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_from_the_lowest_bits() {
        let entries = BASE64URL_NOPAD.encode(&[0b11_10_01_00]);
        assert_eq!(entry(&entries, 0), Ok(Status::Valid));
        assert_eq!(entry(&entries, 1), Ok(Status::Revoked));
        assert_eq!(entry(&entries, 2), Ok(Status::Superseded));
        assert_eq!(entry(&entries, 3), Err(StatusProblem::NoSuchPlace));
        assert_eq!(entry(&entries, 4), Err(StatusProblem::NoSuchPlace));
        assert_eq!(entry("§", 0), Err(StatusProblem::NotAList));
    }
}
