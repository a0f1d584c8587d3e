//! Lists of ours: two bits for each credential, sealed.

use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use serde::Deserialize;
use signet_credential::OwnStatusPlace;
use signet_seal::jades;

use super::{Asker, Said};
use crate::fact::{CredentialStatus, StatusProblem};

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

/// The address at which a sealed list says it stands. Nothing of it is judged.
pub(super) fn own_address(bytes: &[u8]) -> Option<String> {
    let jws = jades::read(bytes).ok()?;
    let list: List = serde_json::from_str(jws.payload()).ok()?;
    (list.kind == LIST_TYPE).then_some(list.list)
}

/// When it was issued, and until when it may be relied on.
pub(super) fn instants(bytes: &[u8]) -> Option<Vec<Timestamp>> {
    let jws = jades::read(bytes).ok()?;
    let list: List = serde_json::from_str(jws.payload()).ok()?;
    Some(vec![list.issued, list.expires])
}

pub(super) fn look_up(bytes: &[u8], place: &OwnStatusPlace<'_>, asker: Asker<'_>) -> Result<Said, StatusProblem> {
    let jws = jades::read(bytes).map_err(|_| StatusProblem::NotAList)?;
    let list: List = serde_json::from_str(jws.payload()).map_err(|_| StatusProblem::NotAList)?;
    if list.kind != LIST_TYPE {
        return Err(StatusProblem::NotAList);
    }
    asker.accept(&jws)?;
    if list.list != place.list {
        return Err(StatusProblem::AnotherList);
    }
    asker.timely(Some(list.issued), Some(list.expires))?;
    Ok((entry(&list.entries, place.index)?, Some(list.issued)))
}

/// Two bits an entry, four entries a byte, lowest bits first.
fn entry(entries: &str, index: u64) -> Result<CredentialStatus, StatusProblem> {
    if entries.len() > ENTRIES_BYTES_MAX * 4 / 3 + 4 {
        return Err(StatusProblem::NotAList);
    }
    let bytes = BASE64URL_NOPAD.decode(entries.as_bytes()).map_err(|_| StatusProblem::NotAList)?;
    let byte = usize::try_from(index / 4).ok().and_then(|place| bytes.get(place));
    match (byte.ok_or(StatusProblem::NoSuchPlace)? >> (2 * (index % 4))) & 0b11 {
        0 => Ok(CredentialStatus::Valid),
        1 => Ok(CredentialStatus::Revoked),
        2 => Ok(CredentialStatus::Superseded),
        _ => Err(StatusProblem::NoSuchPlace),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_from_the_lowest_bits() {
        let entries = BASE64URL_NOPAD.encode(&[0b11_10_01_00]);
        assert_eq!(entry(&entries, 0), Ok(CredentialStatus::Valid));
        assert_eq!(entry(&entries, 1), Ok(CredentialStatus::Revoked));
        assert_eq!(entry(&entries, 2), Ok(CredentialStatus::Superseded));
        assert_eq!(entry(&entries, 3), Err(StatusProblem::NoSuchPlace));
        assert_eq!(entry(&entries, 4), Err(StatusProblem::NoSuchPlace));
        assert_eq!(entry("§", 0), Err(StatusProblem::NotAList));
    }
}
