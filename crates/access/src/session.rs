//! How long a sign-in lasts.

use std::time::Duration;

use crate::actor::Role;

const MINUTE: u64 = 60;

/// After so long without a request a session is over. Staff see other people's data, so theirs ends sooner.
pub fn session_idle(role: Role) -> Duration {
    Duration::from_secs(if role.is_staff() { 30 * MINUTE } else { 60 * MINUTE })
}

/// After so long a session is over, whatever is done in it: a working day.
pub fn session_longest(_role: Role) -> Duration {
    Duration::from_secs(12 * 60 * MINUTE)
}
