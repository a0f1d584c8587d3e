//! How many wrong links came from one address lately. Kept in memory for a minute, written nowhere.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use signet_record::Timestamp;

/// Wrong links one address may send in a minute.
const WRONG_MAX: u32 = 30;
/// Seconds until they are forgotten.
const WINDOW: i64 = 60;
/// Addresses remembered at once; when there are more, the oldest minute is forgotten early.
const ADDRESSES_MAX: usize = 50_000;

/// The counts.
#[derive(Default)]
pub struct Guesses {
    counts: Mutex<HashMap<IpAddr, (i64, u32)>>,
}

impl Guesses {
    /// Whether this address has guessed enough for now.
    pub fn exhausted(&self, client: Option<IpAddr>, now: Timestamp) -> bool {
        let Some(client) = client.map(household) else { return false };
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.get(&client).is_some_and(|(since, count)| now.as_second() < since + WINDOW && *count >= WRONG_MAX)
    }

    /// Notes one wrong link.
    pub fn note(&self, client: Option<IpAddr>, now: Timestamp) {
        let Some(client) = client.map(household) else { return };
        let now = now.as_second();
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= ADDRESSES_MAX {
            counts.retain(|_, (since, _)| now < *since + WINDOW / 2);
            if counts.len() >= ADDRESSES_MAX {
                counts.clear();
            }
        }
        let (since, count) = counts.entry(client).or_insert((now, 0));
        if now >= *since + WINDOW {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
    }
}

/// Of an IPv6 address the network: one household has 2⁶⁴ addresses.
fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => IpAddr::V4(v4),
            None => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_address_that_guesses_waits_a_minute() {
        let guesses = Guesses::default();
        let at = |second: i64| Timestamp::from_second(1_760_000_000 + second).unwrap();
        let one = Some("2001:db8::1".parse().unwrap());
        let neighbour = Some("2001:db8::2".parse().unwrap());
        let other = Some("2001:db8:0:1::1".parse().unwrap());
        for _ in 0..WRONG_MAX {
            assert!(!guesses.exhausted(one, at(0)));
            guesses.note(one, at(0));
        }
        assert!(guesses.exhausted(one, at(59)) && guesses.exhausted(neighbour, at(59)));
        assert!(!guesses.exhausted(other, at(0)) && !guesses.exhausted(None, at(0)));
        assert!(!guesses.exhausted(one, at(60)));
        guesses.note(one, at(61));
        assert!(!guesses.exhausted(one, at(61)));
    }

    #[test]
    fn memory_is_bounded() {
        let guesses = Guesses::default();
        for address in 0..60_000_u32 {
            guesses.note(Some(IpAddr::V4(address.into())), Timestamp::UNIX_EPOCH);
        }
        assert!(guesses.counts.lock().unwrap().len() <= ADDRESSES_MAX);
    }
}
