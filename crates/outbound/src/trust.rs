//! The cache of EU trusted lists: bytes as they were fetched, judged anew whenever they are read.
//!
//! Nothing counts because it lies here. At every start the list of lists is followed from its signers over the pivots, and each
//! list is accepted by the pinned certificates that the list of lists names today.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use signet_seal::{
    qualification::{LoadedList, TrustServices, Unusable},
    trusted_list::{self, ListOfLists, MOST_BYTES, Pointer, Signers, TrustedList},
};
use url::Url;

use crate::{
    http_client::HttpLimits,
    trust_index::{Index, Kept},
};

/// Where the EU's list of lists lies.
pub const EU_LIST_OF_LISTS: &str = "https://ec.europa.eu/tools/lotl/eu-lotl.xml";

/// What fetching one list may cost: the largest have ten million bytes, and come from slow servers.
pub const LIST_LIMITS: HttpLimits =
    HttpLimits { time: Duration::from_secs(60), bytes_max: MOST_BYTES, redirects_max: 3 };

/// Most lists judged at the same time.
const JUDGES: usize = 4;

/// Trusted lists kept in a folder.
#[derive(Clone, Debug)]
pub struct TrustCache {
    /// Where the list of lists lies.
    pub lotl: Url,
    /// Who may sign it, before any pivot.
    pub signers: Signers,
    /// The territories that are wanted; none means all.
    pub territories: Vec<String>,
    /// Where the bytes are kept.
    pub folder: PathBuf,
}

impl TrustCache {
    /// Reads what is kept and judges it. Without anything kept, every list is missing.
    ///
    /// # Errors
    /// When the folder is there and cannot be read. Lists that do not count are told by the result, not here.
    pub fn load(&self) -> io::Result<TrustServices> {
        let index = Index::read(&self.folder)?;
        let opened = self.open_lotl(&index);
        let lists = match &opened {
            Ok(lotl) => self.open_lists(&index, &self.wanted(lotl)),
            Err(_) => Vec::new(),
        };
        let lotl = held("EU", self.lotl.as_str(), index.lotl.as_ref(), opened.map(|lotl| lotl.list));
        Ok(TrustServices::new(lotl, lists))
    }

    /// The kept list of lists, if it counts.
    pub(crate) fn open_lotl(&self, index: &Index) -> Result<ListOfLists, Unusable> {
        let bytes = self.bytes(index.lotl.as_ref())?;
        let pivots = trusted_list::pivots(&bytes).map_err(Unusable::Rejected)?;
        let pivots: Vec<_> = pivots
            .into_iter()
            .map(|location| {
                let bytes = self.kept_pivot(index, &location);
                (location, bytes)
            })
            .collect();
        Ok(trusted_list::follow(&self.signers, &pivots, &bytes)?)
    }

    /// The national lists that are wanted, each territory once.
    pub(crate) fn wanted(&self, lotl: &ListOfLists) -> Vec<Pointer> {
        let mut wanted: Vec<Pointer> = Vec::new();
        for pointer in lotl.national() {
            let asked_for = self.territories.is_empty() || self.territories.contains(&pointer.territory);
            if asked_for && !wanted.iter().any(|known| known.territory == pointer.territory) {
                wanted.push(pointer.clone());
            }
        }
        wanted
    }

    fn open_lists(&self, index: &Index, pointers: &[Pointer]) -> Vec<LoadedList> {
        let opened = Mutex::new(Vec::with_capacity(pointers.len()));
        let queue = Mutex::new(pointers.iter().enumerate());
        thread::scope(|scope| {
            for _ in 0..JUDGES.min(pointers.len()) {
                scope.spawn(|| {
                    loop {
                        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                        let Some((place, pointer)) = next else { break };
                        let kept = index.lists.get(&pointer.territory);
                        let list = self.open_list(pointer, kept);
                        let loaded = held(&pointer.territory, &pointer.location, kept, list);
                        opened.lock().unwrap_or_else(PoisonError::into_inner).push((place, loaded));
                    }
                });
            }
        });
        let mut opened = opened.into_inner().unwrap_or_else(PoisonError::into_inner);
        opened.sort_by_key(|(place, _)| *place);
        opened.into_iter().map(|(_, held)| held).collect()
    }

    /// A kept list, if it counts by the pointer of today.
    pub(crate) fn open_list(&self, pointer: &Pointer, kept: Option<&Kept>) -> Result<TrustedList, Unusable> {
        Ok(pointer.accept(&self.bytes(kept)?)?)
    }

    /// The bytes of a pivot that is kept.
    pub(crate) fn kept_pivot(&self, index: &Index, location: &str) -> Option<Vec<u8>> {
        self.bytes(index.pivots.get(location)).ok()
    }

    fn bytes(&self, kept: Option<&Kept>) -> Result<Vec<u8>, Unusable> {
        let name = kept.and_then(Kept::file).ok_or(Unusable::Missing)?;
        read_limited(&self.folder.join(name)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Unusable::Missing,
            kind => Unusable::Unreadable(kind),
        })
    }
}

/// Reads a file that is no larger than a list may be; one byte more is enough to be refused.
fn read_limited(path: &Path) -> io::Result<Vec<u8>> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn held(territory: &str, location: &str, kept: Option<&Kept>, list: Result<TrustedList, Unusable>) -> LoadedList {
    LoadedList {
        territory: territory.to_owned(),
        location: location.to_owned(),
        fetched: kept.and_then(|kept| kept.fetched),
        list,
        trouble: kept.and_then(|kept| kept.trouble.clone()),
    }
}
