//! How many strangers' files are in hand at once, and how large: what is beyond is asked to come back, before it takes memory.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::client_address::Client;

/// What may be in hand at once.
#[derive(Clone, Copy, Debug)]
pub struct UploadLimits {
    /// Files being received, waiting or being verified.
    pub files: usize,
    /// Of them from one client.
    pub files_per_client: usize,
    /// Bytes of all of them, and of the pages that tell what was found.
    pub bytes: usize,
}

impl Default for UploadLimits {
    fn default() -> Self {
        UploadLimits { files: 64, files_per_client: 16, bytes: 96 << 20 }
    }
}

/// Too much is in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many files are in hand")]
pub struct Busy;

/// The count of what is in hand.
pub(crate) struct Admission {
    limits: UploadLimits,
    in_hand: Mutex<InHand>,
}

#[derive(Default)]
struct InHand {
    files: usize,
    bytes: usize,
    by_client: HashMap<Client, usize>,
}

/// One file that was let in, until it is dropped.
pub(crate) struct Admitted {
    admission: Arc<Admission>,
    client: Option<Client>,
    bytes: usize,
}

impl Admission {
    pub fn new(limits: UploadLimits) -> Self {
        Admission { limits, in_hand: Mutex::default() }
    }

    fn in_hand(&self) -> MutexGuard<'_, InHand> {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets a file in, of which nothing has come yet.
    pub fn enter(self: &Arc<Self>, client: Option<Client>) -> Result<Admitted, Busy> {
        let mut in_hand = self.in_hand();
        let of_client = client.and_then(|client| in_hand.by_client.get(&client)).copied().unwrap_or(0);
        if in_hand.files >= self.limits.files || of_client >= self.limits.files_per_client {
            return Err(Busy);
        }
        in_hand.files += 1;
        if let Some(client) = client {
            in_hand.by_client.insert(client, of_client + 1);
        }
        Ok(Admitted { admission: Arc::clone(self), client, bytes: 0 })
    }

    /// Files in hand, and their bytes.
    pub fn count(&self) -> (usize, usize) {
        let in_hand = self.in_hand();
        (in_hand.files, in_hand.bytes)
    }
}

impl Admitted {
    /// Says how many bytes it holds now.
    pub fn hold(&mut self, bytes: usize) -> Result<(), Busy> {
        let mut in_hand = self.admission.in_hand();
        let others = in_hand.bytes - self.bytes;
        if bytes > self.bytes && others.saturating_add(bytes) > self.admission.limits.bytes {
            return Err(Busy);
        }
        in_hand.bytes = others + bytes;
        self.bytes = bytes;
        Ok(())
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let mut in_hand = self.admission.in_hand();
        in_hand.files -= 1;
        in_hand.bytes -= self.bytes;
        if let Some(client) = self.client
            && let Some(count) = in_hand.by_client.get_mut(&client)
        {
            *count -= 1;
            if *count == 0 {
                in_hand.by_client.remove(&client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::net::IpAddr;

    use super::*;

    #[test]
    fn what_is_in_hand_is_bounded_in_files_bytes_and_for_each_client() {
        let admission = Arc::new(Admission::new(UploadLimits { files: 3, files_per_client: 2, bytes: 100 }));
        let client = |text: &str| Some(Client::from(text.parse::<IpAddr>().unwrap()));
        let mut first = admission.enter(client("192.0.2.1")).unwrap();
        let _second = admission.enter(client("192.0.2.1")).unwrap();
        assert!(admission.enter(client("192.0.2.1")).is_err(), "one client has its share");
        let mut third = admission.enter(client("192.0.2.2")).unwrap();
        assert!(admission.enter(None).is_err(), "three is all");
        first.hold(60).unwrap();
        assert!(third.hold(41).is_err());
        third.hold(40).unwrap();
        first.hold(10).unwrap();
        third.hold(90).unwrap();
        assert!(first.hold(11).is_err() && first.hold(9).is_ok());
        drop((first, third));
        assert_eq!(admission.count(), (1, 0));
        assert!(admission.enter(client("192.0.2.1")).is_ok());
    }
}
