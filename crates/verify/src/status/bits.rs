//! Lists of bits as others keep them: W3C Bitstring Status List v1.0, and StatusList2021 before it. The list is a credential of its own,
//! which counts only in a seal that is verified here: as JAdES, or as a JWS whose header names the certificate as JAdES does.

use std::io::Read;

use data_encoding::{BASE64, BASE64_NOPAD, BASE64URL, BASE64URL_NOPAD};
use flate2::read::GzDecoder;
use jiff::Timestamp;
use serde::Deserialize;
use signet_credential::BitPlace;
use signet_seal::jades;

use super::{Asker, Said, signature::Signature};
use crate::fact::{CredentialStatus, StatusProblem};

/// Types of list credentials.
const LIST_TYPES: [&str; 2] = ["BitstringStatusListCredential", "StatusList2021Credential"];
/// Types of their subjects.
const SUBJECT_TYPES: [&str; 2] = ["BitstringStatusList", "StatusList2021"];
/// Bytes of the largest list that is looked into: sixteen million statuses of one bit. Nothing behind the place is inflated.
const BYTES_MAX: u64 = 1 << 21;
/// A list credential in JSON; the standard's own lists have 16 kB and are mostly empty.
const TEXT_MAX: usize = 4 << 20;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ListCredential {
    id: Option<String>,
    #[serde(rename = "type")]
    kind: OneOrMany,
    valid_from: Option<Timestamp>,
    valid_until: Option<Timestamp>,
    /// So called in the data model 1.1.
    issuance_date: Option<Timestamp>,
    expiration_date: Option<Timestamp>,
    credential_subject: Subject,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subject {
    #[serde(rename = "type")]
    kind: OneOrMany,
    status_purpose: OneOrMany,
    encoded_list: String,
}

/// The claims of a JWT around a credential of the data model 1.1 (6.3.1).
#[derive(Deserialize)]
struct Claims {
    vc: ListCredential,
    jti: Option<String>,
    nbf: Option<i64>,
    exp: Option<i64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn has(&self, wanted: &str) -> bool {
        match self {
            OneOrMany::One(one) => one == wanted,
            OneOrMany::Many(many) => many.iter().any(|one| one == wanted),
        }
    }

    fn has_any(&self, wanted: &[&str]) -> bool {
        wanted.iter().any(|wanted| self.has(wanted))
    }
}

/// The address at which a list says it stands. Nothing of it is judged.
pub(super) fn own_address(bytes: &[u8]) -> Option<String> {
    read(bytes).ok()?.1.id
}

/// When it was issued, and until when it may be relied on.
pub(super) fn instants(bytes: &[u8]) -> Option<Vec<Timestamp>> {
    let (_, list) = read(bytes).ok()?;
    let named = [list.valid_from, list.valid_until, list.issuance_date, list.expiration_date];
    Some(named.into_iter().flatten().collect())
}

pub(super) fn look_up(bytes: &[u8], place: &BitPlace<'_>, asker: Asker<'_>) -> Result<Said, StatusProblem> {
    let (signature, list) = read(bytes)?;
    if let Signature::Seal(seal) = &signature {
        asker.accept(seal)?;
    }
    // Without it, one list of the issuer could be shown in the place of another.
    if list.id.as_deref() != Some(place.list) {
        return Err(StatusProblem::AnotherList);
    }
    if !list.credential_subject.status_purpose.has(place.purpose) {
        return Err(StatusProblem::Purpose);
    }
    let issued = list.valid_from.or(list.issuance_date);
    let expires = [list.valid_until, list.expiration_date].into_iter().flatten().min();
    asker.timely(issued, expires)?;
    let says = said(place, value(&list.credential_subject.encoded_list, place)?)?;
    match signature {
        Signature::Seal(_) => Ok((says, issued)),
        Signature::Other(kind) => Err(StatusProblem::OtherSignature { kind, says }),
        Signature::None => Err(StatusProblem::Unsealed { says }),
    }
}

/// The list, and what signs it.
fn read(bytes: &[u8]) -> Result<(Signature, ListCredential), StatusProblem> {
    if bytes.len() > TEXT_MAX {
        return Err(StatusProblem::NotAList);
    }
    let (signature, list) = match jades::read(bytes) {
        Ok(jws) => {
            let list = credential(jws.payload().as_bytes()).ok_or(StatusProblem::NotAList)?;
            (Signature::of_jws(jws), list)
        }
        Err(_) => (Signature::beside(bytes), credential(bytes).ok_or(StatusProblem::NotAList)?),
    };
    let is_list = list.kind.has_any(&LIST_TYPES) && list.credential_subject.kind.has_any(&SUBJECT_TYPES);
    if is_list { Ok((signature, list)) } else { Err(StatusProblem::NotAList) }
}

/// A credential as it stands, or among the claims of a JWT.
fn credential(text: &[u8]) -> Option<ListCredential> {
    if let Ok(credential) = serde_json::from_slice(text) {
        return Some(credential);
    }
    let claims: Claims = serde_json::from_slice(text).ok()?;
    let instant = |seconds: Option<i64>| seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let mut credential = claims.vc;
    credential.id = credential.id.or(claims.jti);
    credential.issuance_date = credential.issuance_date.or_else(|| instant(claims.nbf));
    credential.expiration_date = credential.expiration_date.into_iter().chain(instant(claims.exp)).min();
    Some(credential)
}

/// The status at a place: its bits from the most significant on (Bitstring Status List v1.0, 3.2 and 3.3).
fn value(encoded: &str, place: &BitPlace<'_>) -> Result<u64, StatusProblem> {
    // Multibase says `u` before base64url; no gzip begins so. The forerunner has no such mark, and any of the four alphabets.
    let text = encoded.strip_prefix('u').unwrap_or(encoded).as_bytes();
    let encodings = [BASE64URL_NOPAD, BASE64URL, BASE64, BASE64_NOPAD];
    let zipped = encodings.iter().find_map(|encoding| encoding.decode(text).ok()).ok_or(StatusProblem::NotAList)?;
    let size = u64::from(place.size);
    let first = place.index.checked_mul(size).ok_or(StatusProblem::NoSuchPlace)?;
    let last = first + size - 1;
    if last / 8 >= BYTES_MAX {
        return Err(StatusProblem::NoSuchPlace);
    }
    let mut list = GzDecoder::new(zipped.as_slice());
    let before = std::io::copy(&mut list.by_ref().take(first / 8), &mut std::io::sink());
    let mut bytes = Vec::new();
    let read = list.take(last / 8 - first / 8 + 1).read_to_end(&mut bytes);
    match (before, read) {
        (Ok(before), Ok(_)) if before == first / 8 => {}
        (Ok(_), Ok(_)) => return Err(StatusProblem::NoSuchPlace),
        _ => return Err(StatusProblem::NotAList),
    }
    (first..=last).try_fold(0, |value, bit| {
        let byte = usize::try_from(bit / 8 - first / 8).ok().and_then(|at| bytes.get(at));
        let byte = byte.ok_or(StatusProblem::NoSuchPlace)?;
        Ok(value << 1 | u64::from(byte >> (7 - bit % 8) & 1))
    })
}

/// What a value means under its purpose (Bitstring Status List v1.0, 2.2).
fn said(place: &BitPlace<'_>, value: u64) -> Result<CredentialStatus, StatusProblem> {
    match (place.purpose, value) {
        ("revocation" | "suspension" | "refresh", 0) => Ok(CredentialStatus::Valid),
        ("revocation", _) => Ok(CredentialStatus::Revoked),
        ("suspension", _) => Ok(CredentialStatus::Suspended),
        ("refresh", _) => Ok(CredentialStatus::Refresh),
        ("message", _) => {
            let told = place.messages.iter().find(|(known, _)| *known == value);
            Ok(CredentialStatus::Message(
                told.map_or_else(|| format!("{value:#x}"), |(_, message)| (*message).to_owned()),
            ))
        }
        _ => Err(StatusProblem::Purpose),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};
    use proptest::prelude::*;

    use super::*;

    fn zipped(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn place(index: u64, size: u8) -> BitPlace<'static> {
        BitPlace { list: "https://a.example/1", index, purpose: "revocation", size, messages: Vec::new() }
    }

    #[test]
    fn bits_are_counted_from_the_most_significant() {
        let list = zipped(&[0b0100_0000, 0b0000_0001]);
        let multibase = format!("u{}", BASE64URL_NOPAD.encode(&list));
        for encoded in [multibase, BASE64.encode(&list), BASE64URL_NOPAD.encode(&list)] {
            let values: Vec<u64> = (0..16).filter(|index| value(&encoded, &place(*index, 1)) == Ok(1)).collect();
            assert_eq!(values, [1, 15]);
            assert_eq!(value(&encoded, &place(16, 1)), Err(StatusProblem::NoSuchPlace));
            assert_eq!(value(&encoded, &place(0, 2)), Ok(1));
            assert_eq!(value(&encoded, &place(1, 3)), Ok(0));
            assert_eq!(value(&encoded, &place(0, 16)), Ok(0b0100_0000_0000_0001));
        }
    }

    #[test]
    fn what_is_no_list_or_has_no_such_place_says_nothing() {
        let short = BASE64URL_NOPAD.encode(&zipped(&[0]));
        for index in [8, 1 << 24, u64::MAX] {
            assert_eq!(value(&short, &place(index, 1)), Err(StatusProblem::NoSuchPlace), "{index}");
        }
        for text in ["§", "u", "AAAA", &short[..short.len() / 2]] {
            assert!(value(text, &place(0, 1)).is_err(), "{text}");
        }
    }

    /// A list of a terabyte of zeros is a small file: nothing behind the place is inflated.
    #[test]
    fn a_bomb_is_opened_only_as_far_as_the_place() {
        let mut bomb = zipped(&vec![0; 64 << 20]);
        let whole = BASE64URL_NOPAD.encode(&bomb);
        assert_eq!(value(&whole, &place(0, 1)), Ok(0));
        assert_eq!(value(&whole, &place((BYTES_MAX * 8) - 1, 1)), Ok(0));
        assert_eq!(value(&whole, &place(BYTES_MAX * 8, 1)), Err(StatusProblem::NoSuchPlace));
        // What is not inflated is not missed either.
        bomb.truncate(bomb.len() / 2);
        assert_eq!(value(&BASE64URL_NOPAD.encode(&bomb), &place(9, 1)), Ok(0));
    }

    proptest! {
        #[test]
        fn each_status_is_the_one_that_was_written(values in proptest::collection::vec(0_u64..8, 1..200), size in 3_u8..9) {
            let mut bits: Vec<bool> = Vec::new();
            for value in &values {
                bits.extend((0..size).rev().map(|bit| value >> bit & 1 == 1));
            }
            let bytes: Vec<u8> = bits
                .chunks(8)
                .map(|eight| eight.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(*bit) << (7 - at)))
                .collect();
            let encoded = format!("u{}", BASE64URL_NOPAD.encode(&zipped(&bytes)));
            for (index, expected) in values.iter().enumerate() {
                prop_assert_eq!(value(&encoded, &place(index as u64, size)), Ok(*expected));
            }
        }

        #[test]
        fn any_text_is_taken_or_refused(text in ".{0,400}", index in any::<u64>(), size in 1_u8..17) {
            let _ = value(&text, &place(index, size));
            let _ = own_address(text.as_bytes());
        }
    }
}
