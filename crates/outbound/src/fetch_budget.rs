//! What judging one file may make us ask: one account for all its addresses, redirects among them, in number, bytes and time.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use url::Url;

/// Requests for one file, each stop of a redirect among them. A seal of two authorities with a responder and a list each, and
/// a time stamp of two more, asks eight times.
const REQUESTS_MAX: usize = 12;
/// Requests for one file to one host: it may know a certificate, and the revocation data of two.
const REQUESTS_PER_HOST_MAX: usize = 6;
/// Bytes of all answers for one file together.
const BYTES_MAX: usize = 16 << 20;
/// Gathering for one file ends after so long, whatever was promised.
const TIME_MAX: Duration = Duration::from_secs(20);

/// The account of one file.
#[derive(Debug)]
pub struct FetchBudget {
    left: Mutex<Left>,
    ends: Instant,
}

#[derive(Debug)]
struct Left {
    requests: usize,
    bytes: usize,
    by_host: HashMap<String, usize>,
}

impl FetchBudget {
    /// A full account. Time runs from now.
    pub fn new() -> Self {
        let left = Left { requests: REQUESTS_MAX, bytes: BYTES_MAX, by_host: HashMap::new() };
        FetchBudget { left: Mutex::new(left), ends: Instant::now() + TIME_MAX }
    }

    /// Draws one request to this address; `false` when it may not be made.
    pub(crate) fn request(&self, url: &Url) -> bool {
        let Some(host) = url.host_str() else { return false };
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let at_host = left.by_host.get(host).copied().unwrap_or(0);
        let may = left.requests > 0 && at_host < REQUESTS_PER_HOST_MAX && Instant::now() < self.ends;
        if may {
            left.requests -= 1;
            left.by_host.insert(host.to_owned(), at_host + 1);
        }
        may
    }

    /// Draws bytes of an answer; `false` when there were too many.
    pub(crate) fn bytes(&self, count: usize) -> bool {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = left.bytes.checked_sub(count);
        left.bytes = rest.unwrap_or(0);
        rest.is_some()
    }

    /// When time is up.
    pub(crate) fn ends(&self) -> Instant {
        self.ends
    }
}

impl Default for FetchBudget {
    fn default() -> Self {
        FetchBudget::new()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn requests_are_few_in_sum_and_for_each_host() {
        let budget = FetchBudget::new();
        let url = |host: usize| format!("http://h{host}.example/").parse::<Url>().unwrap();
        let made = |host| (0..100).filter(|_| budget.request(&url(host))).count();
        assert_eq!(made(0), REQUESTS_PER_HOST_MAX);
        assert_eq!(made(1) + made(2), REQUESTS_MAX - REQUESTS_PER_HOST_MAX);
        assert!(!budget.request(&url(3)));
        assert!(budget.bytes(BYTES_MAX) && !budget.bytes(1));
    }
}
