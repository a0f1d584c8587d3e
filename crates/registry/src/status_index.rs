//! The places of a status list, and how a new credential gets one.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};

/// Entries of one list: 2^17.
pub const LIST_ENTRIES: u32 = 131_072;

/// A list is full at half, so that random places stay random and quick to find; then the next list is opened.
pub const LIST_FILL_MAX: u32 = LIST_ENTRIES / 2;

/// The index of an entry: 0 to 131,071.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct StatusIndex(u32);

/// A number that is no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a status index is less than {LIST_ENTRIES}")]
pub struct NotAnIndex;

impl StatusIndex {
    /// Every index of a list.
    pub(crate) fn all() -> impl Iterator<Item = StatusIndex> {
        (0..LIST_ENTRIES).map(StatusIndex)
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for StatusIndex {
    type Error = NotAnIndex;

    fn try_from(index: u32) -> Result<Self, NotAnIndex> {
        if index < LIST_ENTRIES { Ok(StatusIndex(index)) } else { Err(NotAnIndex) }
    }
}

impl From<StatusIndex> for u32 {
    fn from(index: StatusIndex) -> u32 {
        index.0
    }
}

impl fmt::Display for StatusIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Indices to try for a new credential, in order, spread over the list by `random`: the first free one is taken.
/// At most half a list is ever used, so more than 64 tries happen once in 2^64.
pub fn candidates(random: [u8; 32]) -> impl Iterator<Item = StatusIndex> {
    (0..64_u8).map(move |attempt| {
        let mut seed = random.to_vec();
        seed.push(attempt);
        let number = digest(&SHA256, &seed).as_ref().iter().take(4).fold(0_u32, |n, byte| (n << 8) | u32::from(*byte));
        StatusIndex(number % LIST_ENTRIES)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_in_the_list() {
        assert!(StatusIndex::try_from(LIST_ENTRIES - 1).is_ok());
        assert_eq!(StatusIndex::try_from(LIST_ENTRIES), Err(NotAnIndex));
    }

    #[test]
    fn candidates_are_spread_and_depend_on_chance_alone() {
        let tried: std::collections::BTreeSet<_> = candidates([7; 32]).collect();
        assert_eq!(candidates([7; 32]).count(), 64);
        assert!(tried.len() >= 63, "64 draws out of 131,072 hardly ever meet");
        assert!(candidates([7; 32]).eq(candidates([7; 32])));
        assert!(!candidates([7; 32]).eq(candidates([8; 32])));
        let halves = tried.iter().filter(|index| index.get() < LIST_ENTRIES / 2).count();
        assert!((16..=48).contains(&halves), "{halves} of 64 in the first half");
    }
}
