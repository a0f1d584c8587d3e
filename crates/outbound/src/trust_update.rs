//! Fetches trusted lists anew: what counts replaces what was kept, what does not leaves it alone and is told.

use std::{io, sync::Arc};

use jiff::Timestamp;
use signet_seal::{
    qualification::{ListTrouble, ListTroubleCode},
    trusted_list::{self, ListOfLists, Pointer, TrustedList},
};
use tokio::{sync::Semaphore, task::JoinSet};
use url::Url;

use crate::{
    http_client::{FetchError, HttpClient},
    trust::TrustCache,
    trust_index::{Index, Kept, keep},
};

/// Lists fetched at the same time.
const AT_ONCE: usize = 6;

/// What came of fetching one list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// `EU` for the list of lists, else the territory.
    pub territory: String,
    /// What came of it.
    pub result: Fetching,
}

/// What came of fetching a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetching {
    /// A newer list is kept.
    New {
        /// Its sequence number.
        sequence: u64,
    },
    /// It is the one that was kept.
    Unchanged {
        /// Its sequence number.
        sequence: u64,
    },
    /// Nothing that counts came, and the list that was kept stays.
    KeptOld {
        /// The sequence number of the list that stays.
        sequence: u64,
        /// Why.
        trouble: ListTrouble,
    },
    /// Nothing that counts came, and nothing that counts was kept.
    Failed {
        /// Why.
        trouble: ListTrouble,
    },
}

impl TrustCache {
    /// Fetches the list of lists, its pivots, and the lists that are wanted. `told` hears of each list as it is done, with how
    /// many are done and how many there are.
    ///
    /// # Errors
    /// When the folder cannot be written. What servers do wrong is told by the results, not here.
    pub async fn update(
        &self,
        http_client: &HttpClient,
        now: Timestamp,
        mut told: impl FnMut(&Fetched, usize, usize),
    ) -> io::Result<Vec<Fetched>> {
        std::fs::create_dir_all(&self.folder)?;
        let mut index = Index::read(&self.folder)?;
        let mut results = Vec::new();
        let first = self.update_lotl(http_client, &mut index, now).await?;
        index.write(&self.folder)?;
        let pointers = self.open_lotl(&index).map(|lotl| self.wanted(&lotl)).unwrap_or_default();
        let total = pointers.len() + 1;
        told(&first, 1, total);
        results.push(first);

        let mut under_way = self.start(http_client, &pointers);
        while let Some(done) = under_way.join_next().await {
            let Ok((place, fetched)) = done else { continue };
            let Some(pointer) = pointers.get(place) else { continue };
            let result = self.take(pointer, fetched, &mut index, now)?;
            told(&result, results.len() + 1, total);
            results.push(result);
        }
        index.lists.retain(|territory, _| {
            pointers.is_empty() || pointers.iter().any(|pointer| pointer.territory == *territory)
        });
        index.write(&self.folder)?;
        Ok(results)
    }

    /// Begins to fetch all lists, a few at a time.
    fn start(&self, http_client: &HttpClient, pointers: &[Pointer]) -> JoinSet<(usize, Result<Vec<u8>, ListTrouble>)> {
        let gate = Arc::new(Semaphore::new(AT_ONCE));
        let mut under_way = JoinSet::new();
        for (place, pointer) in pointers.iter().enumerate() {
            let (http_client, gate, location) = (http_client.clone(), Arc::clone(&gate), pointer.location.clone());
            under_way.spawn(async move {
                let _turn = gate.acquire().await;
                (place, fetch(&http_client, &location).await)
            });
        }
        under_way
    }

    /// Judges one fetched list against its pointer, and keeps it or what was there.
    fn take(
        &self,
        pointer: &Pointer,
        fetched: Result<Vec<u8>, ListTrouble>,
        index: &mut Index,
        now: Timestamp,
    ) -> io::Result<Fetched> {
        let old = index.lists.get(&pointer.territory).cloned();
        let kept = self.open_list(pointer, old.as_ref()).ok();
        let accepted = fetched.and_then(|bytes| {
            let list = pointer.accept(&bytes).map_err(|error| ListTrouble::from(&error))?;
            newer(kept.as_ref(), &list)?;
            Ok((bytes, list))
        });
        let (entry, result) = self.settle(&pointer.location, old, kept.as_ref(), accepted, now)?;
        index.lists.insert(pointer.territory.clone(), entry);
        Ok(Fetched { territory: pointer.territory.clone(), result })
    }

    async fn update_lotl(&self, http_client: &HttpClient, index: &mut Index, now: Timestamp) -> io::Result<Fetched> {
        let kept = self.open_lotl(index).map(|lotl| lotl.list).ok();
        let accepted = match fetch(http_client, self.lotl.as_str()).await {
            Ok(bytes) => self.follow(http_client, &bytes, index, now).await?.and_then(|lotl| {
                newer(kept.as_ref(), &lotl.list)?;
                Ok((bytes, lotl.list))
            }),
            Err(trouble) => Err(trouble),
        };
        let old = index.lotl.take();
        let (entry, result) = self.settle(self.lotl.as_str(), old, kept.as_ref(), accepted, now)?;
        index.lotl = Some(entry);
        Ok(Fetched { territory: "EU".to_owned(), result })
    }

    /// Follows a list of lists, fetching the pivots that are not kept yet.
    async fn follow(
        &self,
        http_client: &HttpClient,
        lotl: &[u8],
        index: &mut Index,
        now: Timestamp,
    ) -> io::Result<Result<ListOfLists, ListTrouble>> {
        let named = match trusted_list::pivots(lotl) {
            Ok(named) => named,
            Err(error) => return Ok(Err(ListTrouble::from(&error))),
        };
        let mut pivots = Vec::new();
        let mut fresh = Vec::new();
        for location in named {
            let bytes = match self.kept_pivot(index, &location) {
                Some(bytes) => Some(bytes),
                None => {
                    let bytes = fetch(http_client, &location).await.ok();
                    fresh.extend(bytes.as_ref().map(|_| location.clone()));
                    bytes
                }
            };
            pivots.push((location, bytes));
        }
        let followed = match trusted_list::follow(&self.signers, &pivots, lotl) {
            Ok(followed) => followed,
            Err(error) => return Ok(Err(ListTrouble::from(&error))),
        };
        // Only what led to a list of lists that counts is worth keeping.
        for (location, bytes) in pivots.iter().filter(|(location, _)| fresh.contains(location)) {
            if let Some(bytes) = bytes {
                let sha256 = Some(keep(&self.folder, bytes)?);
                let entry = Kept { location: location.clone(), sha256, fetched: Some(now), trouble: None };
                index.pivots.insert(location.clone(), entry);
            }
        }
        index.pivots.retain(|location, _| pivots.iter().any(|(named, _)| named == location));
        Ok(Ok(followed))
    }

    /// What to write down, and what to tell.
    fn settle(
        &self,
        location: &str,
        old: Option<Kept>,
        kept: Option<&TrustedList>,
        accepted: Result<(Vec<u8>, TrustedList), ListTrouble>,
        now: Timestamp,
    ) -> io::Result<(Kept, Fetching)> {
        let old = old.unwrap_or_default();
        let location = location.to_owned();
        Ok(match (accepted, kept) {
            (Ok((bytes, list)), _) => {
                let sequence = list.scheme.sequence;
                let sha256 = Some(keep(&self.folder, &bytes)?);
                let same = kept.is_some() && old.sha256 == sha256;
                let result = if same { Fetching::Unchanged { sequence } } else { Fetching::New { sequence } };
                (Kept { location, sha256, fetched: Some(now), trouble: None }, result)
            }
            (Err(trouble), Some(kept)) => {
                let sequence = kept.scheme.sequence;
                (Kept { trouble: Some(trouble.clone()), ..old }, Fetching::KeptOld { sequence, trouble })
            }
            (Err(trouble), None) => {
                (Kept { location, trouble: Some(trouble.clone()), ..old }, Fetching::Failed { trouble })
            }
        })
    }
}

/// A list never takes the place of a newer one: an old one may be a replay, from before something was withdrawn.
fn newer(kept: Option<&TrustedList>, list: &TrustedList) -> Result<(), ListTrouble> {
    match kept {
        Some(kept) if list.scheme.sequence < kept.scheme.sequence => {
            let (new, old) = (list.scheme.sequence, kept.scheme.sequence);
            Err(ListTrouble::new(
                ListTroubleCode::Older,
                format_args!("the list is number {new}, older than {old} that is kept"),
            ))
        }
        _ => Ok(()),
    }
}

async fn fetch(http_client: &HttpClient, location: &str) -> Result<Vec<u8>, ListTrouble> {
    let url: Url = location.parse().map_err(|error| ListTrouble::new(ListTroubleCode::Address, error))?;
    http_client.get(&url).await.map_err(|error| ListTrouble::new(code(&error), error))
}

fn code(error: &FetchError) -> ListTroubleCode {
    match error {
        FetchError::Scheme => ListTroubleCode::Address,
        FetchError::OutOfReach => ListTroubleCode::OutOfReach,
        FetchError::Connection => ListTroubleCode::Connection,
        FetchError::TimedOut => ListTroubleCode::TimedOut,
        FetchError::Status(_) => ListTroubleCode::Status,
        FetchError::TooLarge(_) => ListTroubleCode::TooLarge,
        FetchError::Exhausted => ListTroubleCode::TooMany,
    }
}

#[cfg(test)]
mod tests;
