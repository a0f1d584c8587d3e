//! Rest for a key that is away: a thousand waiting credentials do not each find that out anew.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use signet_record::Timestamp;

use super::error::SealSignerError;
use crate::put_off_reason::PutOffReason;

/// A key that was away is asked again after this long.
const USUAL: Duration = Duration::from_secs(20);
/// However long a service asks to be left alone, somebody may want to know sooner.
const LONGEST: Duration = Duration::from_secs(600);

/// Until when a key is left alone, and why.
#[derive(Default)]
pub(crate) struct KeyBackoff(Mutex<Option<(Timestamp, PutOffReason)>>);

impl KeyBackoff {
    /// Why the key is left alone at an instant.
    pub fn reason(&self, now: Timestamp) -> Option<PutOffReason> {
        let backoff = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        backoff.filter(|(until, _)| now < *until).map(|(_, reason)| reason)
    }

    /// Leaves the key alone after an error that says it is away.
    pub fn after(&self, error: &SealSignerError, now: Timestamp) {
        if let Some(asked) = error.is_away() {
            let until = now + asked.unwrap_or(USUAL).min(LONGEST);
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((until, error.reason()));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_outbound::{FetchError, ServiceError, TokenError};

    use super::*;
    use crate::seal_signer::FormError;

    #[test]
    fn a_key_that_is_away_is_left_alone_for_a_while_and_one_that_refuses_is_not() {
        let now: Timestamp = "2026-06-01T12:00:00Z".parse().unwrap();
        let after = |error: SealSignerError, seconds: u64| {
            let backoff = KeyBackoff::default();
            backoff.after(&error, now);
            backoff.reason(now + Duration::from_secs(seconds))
        };
        assert_eq!(after(TokenError::NoToken.into(), 19), Some(PutOffReason::SealToken));
        assert_eq!(after(TokenError::NoToken.into(), 20), None);
        assert_eq!(after(ServiceError::Fetch(FetchError::TimedOut).into(), 19), Some(PutOffReason::SealService));
        let busy = |seconds| ServiceError::Busy { status: 429, retry_after: Some(Duration::from_secs(seconds)) };
        assert_eq!(after(busy(90).into(), 89), Some(PutOffReason::SealService));
        assert_eq!(after(busy(90).into(), 90), None);
        assert_eq!(after(busy(100_000).into(), 600), None);
        assert_eq!(after(ServiceError::NotYet.into(), 0), None);
        assert_eq!(after(SealSignerError::Form(FormError::NoStampAuthority), 0), None);
    }
}
