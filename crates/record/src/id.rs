//! Identifiers. Each kind is its own type, so one cannot stand for another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Flaw, Problem,
    code::{formed, shortened},
    national_id, text,
};

/// Most characters of an identifier.
pub const ID_MAX: usize = 64;

formed! {
    /// An institution in this register: 1 to 64 of a-z, 0-9 and hyphens; it stands in paths and
    /// addresses.
    #[derive(Debug)]
    InstitutionId, slug
}
formed! {
    /// A unit of learning of one institution; characters as in [`InstitutionId`].
    #[derive(Debug)]
    UnitId, slug
}
formed! {
    /// One run of one unit; characters as in [`InstitutionId`].
    #[derive(Debug)]
    RunId, slug
}
formed! {
    /// The institution's own id for a person: 1 to 64 visible characters, never a rodné číslo.
    PersonId, person
}

/// Never shown in debug output.
impl fmt::Debug for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonId(…)")
    }
}

fn slug(text: &str) -> Result<String, Problem> {
    let text = person(text)?;
    let fits = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if fits && !text.starts_with('-') { Ok(text) } else { Err(Problem::NotASlug { found: shortened(&text) }) }
}

fn person(text: &str) -> Result<String, Problem> {
    // Before the spaces, because a rodné číslo with a space is one too.
    if national_id::looks_like_one(text) {
        return Err(Problem::NationalId);
    }
    text::identifier(text, ID_MAX)
}

/// A code other systems use (course, grade, decision): one line that is no rodné číslo.
pub(crate) fn code(text: &str) -> Result<(), Problem> {
    if national_id::looks_like_one(text) { Err(Problem::NationalId) } else { Ok(()) }
}

/// Unique identifier of one credential: a UUID, never reused, printed in all three artefacts. Shown
/// bare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CredentialId(Uuid);

impl CredentialId {
    /// From 16 random bytes (RFC 9562, version 4).
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        CredentialId(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    /// Takes a UUID that is there already.
    #[must_use]
    pub fn from_uuid(uuid: Uuid) -> Self {
        CredentialId(uuid)
    }

    /// The UUID.
    #[must_use]
    pub fn uuid(self) -> Uuid {
        self.0
    }

    /// `urn:credential:` and the UUID, as in the credential's `id`.
    #[must_use]
    pub fn urn(self) -> String {
        format!("urn:credential:{}", self.0)
    }
}

impl fmt::Display for CredentialId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for CredentialId {
    type Err = Flaw;

    /// Reads the UUID, with or without `urn:credential:` before it.
    fn from_str(text: &str) -> Result<Self, Flaw> {
        let bare = text.strip_prefix("urn:credential:").unwrap_or(text);
        Uuid::try_parse(bare).map(CredentialId).map_err(|_| Problem::NotAnIdentifier.into())
    }
}

/// What makes an award the same award: one person, one run of one unit, one institution, and the
/// number of the correction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardKey {
    /// The awarding institution.
    pub institution: InstitutionId,
    /// The unit of learning.
    pub unit: UnitId,
    /// The run of the unit.
    pub run: RunId,
    /// The person who learned.
    pub person: PersonId,
    /// 0 for the first, 1 for its first correction.
    pub revision: u32,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn slugs_stand_in_paths() {
        assert_eq!(UnitId::new("econometrics-r").unwrap().as_str(), "econometrics-r");
        assert_eq!(RunId::new("2025").unwrap().to_string(), "2025");
        for text in ["", " ", "a b", "Econometrics", "a/b", "..", "-a", "ř", &"a".repeat(65)] {
            assert!(UnitId::new(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn no_identifier_is_a_national_one() {
        for text in ["0000000000", "480229/123", "480229 123"] {
            assert_eq!(PersonId::new(text).unwrap_err().problem, Problem::NationalId);
            assert_eq!(UnitId::new(text).unwrap_err().problem, Problem::NationalId);
        }
        assert!(PersonId::new("UČO-433215").is_ok());
        assert_eq!(PersonId::new("43 32 15").unwrap_err().problem, Problem::SpaceInside);
    }

    #[test]
    fn a_credential_id_reads_back() {
        let id = CredentialId::from_random([7; 16]);
        assert_eq!(id.urn().parse::<CredentialId>().unwrap(), id);
        assert_eq!(id.to_string().parse::<CredentialId>().unwrap(), id);
        assert_eq!(id.uuid().get_version_num(), 4);
        assert!("urn:credential:x".parse::<CredentialId>().is_err());
    }

    #[test]
    fn a_person_is_not_in_debug_output() {
        assert!(!format!("{:?}", PersonId::new("433215").unwrap()).contains('4'));
    }
}
