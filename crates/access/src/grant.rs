//! How long a role may be given for.

use std::fmt;
use std::time::Duration;

use signet_record::Timestamp;

use crate::actor::Role;
use crate::scope::RoleScope;

const DAY: u64 = 86_400;

/// For what a role is given. Each ends by itself: nobody has power only because nobody thought of taking it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantTerm {
    /// To somebody whose work it is: a year at most.
    Regular,
    /// To somebody who stands in for a colleague: 90 days at most.
    Substitute,
}

impl GrantTerm {
    /// Every term.
    pub const ALL: [GrantTerm; 2] = [GrantTerm::Regular, GrantTerm::Substitute];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            GrantTerm::Regular => "regular",
            GrantTerm::Substitute => "substitute",
        }
    }

    /// The term with this code.
    pub fn from_code(code: &str) -> Option<GrantTerm> {
        GrantTerm::ALL.into_iter().find(|term| term.code() == code)
    }

    /// The most days after today on which a role given now may still stand.
    pub fn days_max(self) -> u16 {
        match self {
            GrantTerm::Regular => 366,
            GrantTerm::Substitute => 90,
        }
    }

    /// Whether a role may be given now until an instant.
    ///
    /// # Errors
    /// When that is over already, or too far away.
    pub fn check(self, ends: Timestamp, now: Timestamp) -> Result<(), GrantFlaw> {
        if ends <= now {
            return Err(GrantFlaw::Past);
        }
        // The last day counts whole, and one of a year has 25 hours.
        let longest = Duration::from_secs((u64::from(self.days_max()) + 1) * DAY + 3_600);
        match now.saturating_add(longest) {
            Ok(last) if ends <= last => Ok(()),
            _ => Err(GrantFlaw::TooLong(self)),
        }
    }
}

/// Why a role is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantFlaw {
    /// Its end is over already.
    Past,
    /// It is none that an institution gives to people.
    Role(Role),
    /// It is none that can be narrowed, or is narrowed to nothing or to too much.
    Scope(Role),
    /// Its end is too far away.
    TooLong(GrantTerm),
}

impl fmt::Display for GrantFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GrantFlaw::Past => f.write_str("the role would be over already"),
            GrantFlaw::Role(role) => write!(f, "the role {} is given by no institution", role.code()),
            GrantFlaw::Scope(role) => write!(f, "the role {} cannot be narrowed so", role.code()),
            GrantFlaw::TooLong(term) => write!(f, "the role would stand longer than {} days", term.days_max()),
        }
    }
}

impl std::error::Error for GrantFlaw {}

/// Whether an institution gives a role within a scope.
///
/// # Errors
/// When no institution gives it, or it cannot be narrowed so.
pub fn check_granted(role: Role, scope: &RoleScope) -> Result<(), GrantFlaw> {
    if !Role::of_institution().any(|given| given == role) {
        return Err(GrantFlaw::Role(role));
    }
    if role.takes(scope) { Ok(()) } else { Err(GrantFlaw::Scope(role)) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_role_stands_for_a_year_at_most_and_a_substitute_for_ninety_days() {
        let now: Timestamp = "2026-12-01T10:00:00Z".parse().unwrap();
        let ask = |term: GrantTerm, ends: &str| term.check(ends.parse().unwrap(), now);
        // The first of December of the next year is over at midnight in Prague.
        assert_eq!(ask(GrantTerm::Regular, "2027-12-01T23:00:00Z"), Ok(()));
        assert_eq!(ask(GrantTerm::Regular, "2027-12-03T23:00:00Z"), Err(GrantFlaw::TooLong(GrantTerm::Regular)));
        assert_eq!(ask(GrantTerm::Substitute, "2027-03-01T23:00:00Z"), Ok(()));
        assert_eq!(ask(GrantTerm::Substitute, "2027-03-02T23:00:00Z"), Err(GrantFlaw::TooLong(GrantTerm::Substitute)));
        for over in ["2026-12-01T10:00:00Z", "2026-11-30T23:00:00Z"] {
            assert_eq!(ask(GrantTerm::Regular, over), Err(GrantFlaw::Past));
        }
    }

    #[test]
    fn every_term_is_known_by_its_code() {
        for term in GrantTerm::ALL {
            assert_eq!(GrantTerm::from_code(term.code()), Some(term));
        }
    }
}
