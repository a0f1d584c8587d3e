//! A trusted list as it is held: the list, or why there is none, and how old it is.

use super::ListTrouble;
use crate::trusted_list::{ListError, TrustedList};
use jiff::Timestamp;

/// A list that was asked for.
#[derive(Debug, Clone)]
pub struct LoadedList {
    /// The territory, as the list of lists names it.
    pub territory: String,
    /// Where it lies.
    pub location: String,
    /// When the bytes at hand were fetched.
    pub fetched: Option<Timestamp>,
    /// The list, or why there is none.
    pub list: Result<TrustedList, Unusable>,
    /// Why the last attempt to fetch a newer one came to nothing.
    pub trouble: Option<ListTrouble>,
}

/// Why a list is not used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// It was never fetched.
    #[error("the list was never fetched")]
    Missing,
    /// It was fetched, and cannot be read from where it is kept.
    #[error("the list cannot be read: {0}")]
    Unreadable(std::io::ErrorKind),
    /// What was fetched does not count.
    #[error(transparent)]
    Rejected(#[from] ListError),
}

/// How a list stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is used.
    Good,
    /// It is used, but its next issue is overdue since then.
    Stale(Timestamp),
    /// What was fetched does not count.
    Rejected,
    /// It is not there: never fetched, or not to be read from where it is kept.
    Missing,
}

impl LoadedList {
    /// How it stands at `now`.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        match &self.list {
            Ok(list) => list.scheme.stale_since(now).map_or(Standing::Good, Standing::Stale),
            Err(Unusable::Rejected(_)) => Standing::Rejected,
            Err(Unusable::Missing | Unusable::Unreadable(_)) => Standing::Missing,
        }
    }
}

impl Standing {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Stale(_) => "stale",
            Self::Rejected => "rejected",
            Self::Missing => "missing",
        }
    }
}
