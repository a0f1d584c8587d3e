//! How much of something one client may use up in a while. Kept in memory, bounded, written nowhere.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::client_address::Client;

/// Clients remembered at once; when there are more, those who used least are forgotten early.
const CLIENTS_MAX: usize = 50_000;

/// A bucket for each client: what is used runs out of it again in time.
pub struct RateLimit {
    /// What fits.
    capacity: u64,
    /// In how long one unit runs out.
    each: Duration,
    used: Mutex<HashMap<Client, (Instant, u64)>>,
}

impl RateLimit {
    /// So much may be used at once, and so long it takes until all of it may be used again.
    pub fn new(capacity: u64, whole: Duration) -> Self {
        let each = whole / u32::try_from(capacity).unwrap_or(u32::MAX).max(1);
        RateLimit { capacity, each, used: Mutex::default() }
    }

    /// Whether a client has used it all up. Of a client who is not known nothing is counted.
    pub fn exhausted(&self, client: Option<Client>, now: Instant) -> bool {
        let Some(client) = client else { return false };
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.get(&client).is_some_and(|account| self.left_over(*account, now) >= self.capacity)
    }

    /// Notes what a client has used.
    pub fn note(&self, client: Option<Client>, units: u64, now: Instant) {
        let Some(client) = client else { return };
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.len() >= CLIENTS_MAX && !used.contains_key(&client) {
            for least in [1, self.capacity / 2, u64::MAX] {
                used.retain(|_, account| self.left_over(*account, now) >= least);
                if used.len() < CLIENTS_MAX {
                    break;
                }
            }
        }
        let before = used.get(&client).map_or(0, |account| self.left_over(*account, now));
        // Nobody waits longer than for one whole bucket and what was under way when it became full.
        used.insert(client, (now, before.saturating_add(units).min(self.capacity.saturating_mul(2))));
    }

    /// How much of an account has not run out yet.
    fn left_over(&self, (since, used): (Instant, u64), now: Instant) -> u64 {
        let gone = now.saturating_duration_since(since).as_nanos() / self.each.as_nanos().max(1);
        used.saturating_sub(u64::try_from(gone).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::net::{IpAddr, Ipv4Addr};

    use super::*;

    fn client(text: &str) -> Option<Client> {
        Some(text.parse::<IpAddr>().unwrap().into())
    }

    #[test]
    fn who_uses_it_up_waits_and_others_do_not() {
        let limit = RateLimit::new(30, Duration::from_secs(60));
        let start = Instant::now();
        let at = |second| start + Duration::from_secs(second);
        let (one, neighbour, other) = (client("2001:db8::1"), client("2001:db8::2"), client("2001:db8:0:1::1"));
        for _ in 0..30 {
            assert!(!limit.exhausted(one, at(0)));
            limit.note(one, 1, at(0));
        }
        assert!(limit.exhausted(one, at(1)) && limit.exhausted(neighbour, at(1)));
        assert!(!limit.exhausted(other, at(0)) && !limit.exhausted(None, at(0)));
        assert!(!limit.exhausted(one, at(2)), "one unit has run out");
        limit.note(one, 1, at(2));
        assert!(limit.exhausted(one, at(2)) && !limit.exhausted(one, at(62)));
        limit.note(one, 1_000_000, at(62));
        assert!(!limit.exhausted(one, at(62 + 121)), "nobody is locked out for long");
    }

    #[test]
    fn memory_is_bounded_and_keeps_those_who_use_most() {
        let limit = RateLimit::new(10, Duration::from_secs(3600));
        let now = Instant::now();
        limit.note(client("192.0.2.1"), 10, now);
        for address in 0..60_000_u32 {
            limit.note(Some(IpAddr::V4(Ipv4Addr::from(address)).into()), 1, now);
        }
        assert!(limit.used.lock().unwrap().len() <= CLIENTS_MAX);
        assert!(limit.exhausted(client("192.0.2.1"), now));
    }
}
