//! Looks at shares, counted in memory and written every few seconds in one transaction: a page that many open must not wait for the disk
//! each time.
//!
//! What was counted since the last writing is lost when the process is killed; a stop writes it first.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use signet_record::{InstitutionId, Timestamp};
use signet_share::ShareId;
use signet_store::{Public, ShareView, StoreError};

/// Shares and minutes that are counted before anything is written. One more is written at once, so nothing is lost and nothing grows.
const COUNTED_MAX: usize = 10_000;

/// What somebody did with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visited {
    /// Opened its page.
    Page,
    /// Downloaded a file.
    File,
}

type Counts = BTreeMap<(InstitutionId, ShareId, Timestamp), ShareView>;

/// Looks that are not written yet.
#[derive(Default)]
pub(crate) struct LookCounter(Mutex<Counts>);

impl LookCounter {
    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a look. Whether so much is counted now that it must be written.
    #[must_use]
    pub fn count(&self, institution: &InstitutionId, share: ShareId, visited: Visited, now: Timestamp) -> bool {
        let mut look = ShareView::none(share, now);
        match visited {
            Visited::Page => look.looks = 1,
            Visited::File => look.downloads = 1,
        }
        let mut counts = self.counts();
        add(&mut counts, institution.clone(), look);
        counts.len() >= COUNTED_MAX
    }

    /// Writes what was counted. What cannot be written now is counted on, as long as there is room.
    ///
    /// # Errors
    /// When the register cannot be written.
    pub async fn write(&self, register: &Public) -> Result<(), StoreError> {
        let counted = std::mem::take(&mut *self.counts());
        if counted.is_empty() {
            return Ok(());
        }
        // In the order of their keys, so that several processes that write the same rows do not wait for each other in a circle.
        let looks: Vec<_> = counted.into_iter().map(|((institution, ..), look)| (institution, look)).collect();
        let written = register.add_looks(&looks).await;
        if written.is_err() {
            let mut counts = self.counts();
            for (institution, look) in looks {
                if counts.len() < COUNTED_MAX {
                    add(&mut counts, institution, look);
                }
            }
        }
        written
    }
}

fn add(counts: &mut Counts, institution: InstitutionId, look: ShareView) {
    let none = ShareView { looks: 0, downloads: 0, ..look };
    let known = counts.entry((institution, look.share, look.minute)).or_insert(none);
    known.looks = known.looks.saturating_add(look.looks);
    known.downloads = known.downloads.saturating_add(look.downloads);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn looks_of_one_minute_are_one_row_and_their_number_is_bounded() {
        let counter = LookCounter::default();
        let institution = InstitutionId::new("lhota").unwrap();
        let share = ShareId::from_random([7; 16]);
        for second in [0, 59, 60] {
            assert!(!counter.count(&institution, share, Visited::Page, at(second)));
        }
        assert!(!counter.count(&institution, share, Visited::File, at(61)));
        let counted: Vec<_> = counter.counts().values().map(|look| (look.minute, look.looks, look.downloads)).collect();
        assert_eq!(counted, [(at(0), 2, 0), (at(60), 1, 1)]);
        let full =
            (2..=COUNTED_MAX as i64).map(|minute| counter.count(&institution, share, Visited::Page, at(60 * minute)));
        assert_eq!(full.filter(|full| *full).count(), 2, "told from the first that fills it on");
    }
}
