//! When a share stops listening to codes. Counted for the share, so that nobody gets more tries by coming from many addresses.

use std::time::Duration;

use signet_record::Timestamp;

/// After so many wrong codes, and each further time so many, nobody is let try for [`WAIT`].
pub const WRONG_BEFORE_WAIT: u32 = 5;
/// How long a share then refuses every code.
pub const WAIT: Duration = Duration::from_secs(15 * 60);
/// After so many wrong codes the share is closed until its holder opens it again: of a million codes, twenty.
pub const WRONG_MAX: u32 = 20;

/// What was tried at a share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeTries {
    /// How many wrong codes, since the holder opened it last.
    pub wrong: u32,
    /// Until when every code is refused.
    pub waits: Option<Timestamp>,
}

/// Whether a code may be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeState {
    /// It may.
    Open,
    /// Not yet.
    Waits,
    /// Not before the holder opens the share again; to strangers it is closed like any other.
    Closed,
}

impl CodeTries {
    /// Whether a code may be tried at `now`.
    pub fn state(self, now: Timestamp) -> CodeState {
        if self.wrong >= WRONG_MAX {
            CodeState::Closed
        } else if self.waits.is_some_and(|until| now < until) {
            CodeState::Waits
        } else {
            CodeState::Open
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_share_waits_and_closes() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let tries = |wrong, waits: Option<i64>| CodeTries { wrong, waits: waits.map(at) };
        assert_eq!(CodeTries::default().state(at(0)), CodeState::Open);
        assert_eq!(tries(5, Some(900)).state(at(899)), CodeState::Waits);
        assert_eq!(tries(5, Some(900)).state(at(900)), CodeState::Open);
        assert_eq!(tries(20, Some(900)).state(at(10_000)), CodeState::Closed);
    }
}
