//! Evidence: what a verification needs, fetched like a stranger would, and remembered for a moment.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use signet_verify::{Evidence, Needs, NotFetched, StatusEvidence, Trust};
use url::Url;

use crate::courier::Courier;

/// A fetched list is used again for this long, so that a page opened by many asks once.
const REMEMBERED: Duration = Duration::from_secs(10);
/// Lists remembered at once.
const REMEMBERED_MAX: usize = 64;

/// Fetches what verifications need. Cheap to clone; clones share what is remembered.
#[derive(Clone)]
pub struct Gatherer {
    courier: Courier,
    trust: Arc<Trust>,
    remembered: Arc<Mutex<Remembered>>,
}

/// Lists as they were fetched, and when.
type Remembered = BTreeMap<Url, (Instant, Vec<u8>)>;

impl Gatherer {
    /// A gatherer that fetches by this courier, for judgements that rest on this trust.
    pub fn new(courier: Courier, trust: Arc<Trust>) -> Self {
        Gatherer { courier, trust, remembered: Arc::default() }
    }

    /// Whose roots count.
    pub fn trust(&self) -> &Arc<Trust> {
        &self.trust
    }

    /// Fetches everything that is needed. What cannot be had is said so, never left out.
    pub async fn gather(&self, needs: &Needs) -> Evidence {
        let lists = needs.status_lists.iter().map(|url| async move { (url.to_string(), self.list(url).await) });
        Evidence { trust: Arc::clone(&self.trust), status_lists: join_all(lists).await.into_iter().collect() }
    }

    /// Forgets what was fetched, so that the next question is asked anew.
    pub fn forget(&self) {
        if let Ok(mut remembered) = self.remembered.lock() {
            remembered.clear();
        }
    }

    async fn list(&self, url: &Url) -> StatusEvidence {
        if let Some(bytes) = self.recall(url) {
            return Ok(bytes);
        }
        let bytes = self.courier.get(url).await.map_err(|_| NotFetched::Unreachable)?;
        if let Ok(mut remembered) = self.remembered.lock() {
            remembered.retain(|_, (at, _)| at.elapsed() < REMEMBERED);
            if remembered.len() < REMEMBERED_MAX {
                remembered.insert(url.clone(), (Instant::now(), bytes.clone()));
            }
        }
        Ok(bytes)
    }

    fn recall(&self, url: &Url) -> Option<Vec<u8>> {
        let remembered = self.remembered.lock().ok()?;
        let (at, bytes) = remembered.get(url)?;
        (at.elapsed() < REMEMBERED).then(|| bytes.clone())
    }
}
