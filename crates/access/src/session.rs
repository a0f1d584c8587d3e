//! How long a sign-in lasts.

use std::time::Duration;

use crate::actor::{Actor, Role};

const MINUTE: u64 = 60;

/// After so long without a request a session is over. Staff see other people's data, so theirs ends sooner.
pub fn session_idle(role: Role) -> Duration {
    Duration::from_secs(if role.is_staff() { 30 * MINUTE } else { 60 * MINUTE })
}

/// How long an emergency link may be used, and then how long whoever used it is let in: enough to see what is the matter, and to have it made anew.
pub const EMERGENCY_LASTS: Duration = Duration::from_secs(15 * MINUTE);

/// The longest that any session lasts, whatever is done in it: a working day.
pub const SESSION_LONGEST: Duration = Duration::from_secs(12 * 60 * MINUTE);

/// After so long a session is over, whatever is done in it.
pub fn session_longest(actor: &Actor) -> Duration {
    if actor.emergency().is_some() { EMERGENCY_LASTS } else { SESSION_LONGEST }
}
