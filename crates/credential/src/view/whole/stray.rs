//! Members that have no place.

use serde::Serialize;

use crate::json::Value;
use crate::place;

/// Characters of a value that are told.
const TOLD: usize = 160;

/// A member that the profile does not have, or a value of a kind that its member does not hold.
#[derive(Clone, Debug, Serialize)]
pub struct Stray<'a> {
    /// Where: `$.credentialSubject.nickname`.
    pub path: String,
    /// The value as it stands in the file.
    pub written: &'a str,
}

impl<'a> Stray<'a> {
    pub(super) fn of(root: Value<'a>, value: Value<'a>) -> Self {
        Stray { path: place::of(root, value.index()), written: value.raw() }
    }

    /// The value, cut to what is worth reading, and whether it was cut.
    pub fn shortened(&self) -> (String, bool) {
        let mut characters = self.written.chars();
        let told: String = characters.by_ref().take(TOLD).collect();
        (told, characters.next().is_some())
    }
}
