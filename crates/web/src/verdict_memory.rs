//! Verdicts over our own credentials, remembered while nothing that they rest on has changed.
//!
//! A shared page that many open is judged once. What is remembered is found by institution and digest of the file, and stands only with
//! the trust, the state in the register and the status lists that it was judged by, and until the first instant at which a fresh
//! judgement could say something else ([`signet_verify::holds_until`]). The program that judges is always the one that remembers:
//! nothing of this outlives the process. Strangers' files never come here.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use signet_record::{InstitutionId, Language, Timestamp};
use signet_registry::{Digest, LedgerState, Status};
use signet_verify::{Report, Trust};
use tokio::sync::{Mutex as JudgeLock, OnceCell};

use crate::{
    bounded::Bounded,
    view::{DrawnCredential, ShownFields},
};

/// Bytes that all verdicts may hold together, as far as [`Remembered::weight`] tells.
const BYTES_MAX: u64 = 96 << 20;
/// A report with its findings and certificates.
const REPORT_BYTES: u64 = 48 << 10;
/// Pages that are remembered of one verdict: two languages, each as two shares show it. What a holder shows in yet another way is drawn in the place of
/// the page that was drawn first.
const DRAWINGS: usize = 4;

/// What a page depends on besides the verdict: its language, and what it shows.
pub(crate) type Drawn = (Language, ShownFields);
type Drawing = Arc<OnceCell<Arc<DrawnCredential>>>;

/// Which file: its institution, and the digest of its bytes.
pub(crate) type Key = (InstitutionId, Digest);

/// What a verdict rests on, apart from the bytes of the file.
#[derive(Clone, Debug)]
pub(crate) struct Foundation {
    /// Whose roots count, and by what rules: the one that was judged by, not one that is equal.
    pub trust: Arc<Trust>,
    /// What the register says of the credential.
    pub status: Status,
    /// SHA-256 of each status list by its address; `None` of one that could not be had.
    pub lists: Vec<(String, Option<Vec<u8>>)>,
    /// When it was judged.
    pub judged: Timestamp,
    /// The first instant at which a fresh judgement could say something else.
    pub until: Timestamp,
}

impl Foundation {
    /// Whether it is what a fresh judgement would rest on; of the status lists nothing is said.
    pub fn is(&self, trust: &Arc<Trust>, status: Status, now: Timestamp) -> bool {
        Arc::ptr_eq(&self.trust, trust) && self.status == status && self.judged <= now && now < self.until
    }
}

/// A verdict with what was drawn of it.
pub(crate) struct Remembered {
    pub foundation: Foundation,
    pub report: Report,
    /// The credential's ledger, which says why it was revoked.
    pub ledger: LedgerState,
    /// Oldest first; never more than [`DRAWINGS`].
    drawings: Mutex<Vec<(Drawn, Drawing)>>,
    weight: u64,
}

impl Remembered {
    /// A verdict with its first drawing.
    pub fn new(
        foundation: Foundation,
        report: Report,
        ledger: LedgerState,
        wanted: Drawn,
        drawn: DrawnCredential,
    ) -> Self {
        let weight = REPORT_BYTES + (drawn.bytes() * DRAWINGS) as u64;
        let drawing = Arc::new(OnceCell::new_with(Some(Arc::new(drawn))));
        let drawings = Mutex::new(vec![(wanted, drawing)]);
        Remembered { foundation, report, ledger, drawings, weight }
    }

    /// The drawing in a language; `draw` makes it the first time.
    ///
    /// # Errors
    /// Those of `draw`.
    pub async fn drawn<E>(
        &self,
        wanted: Drawn,
        draw: impl Future<Output = Result<DrawnCredential, E>>,
    ) -> Result<Arc<DrawnCredential>, E> {
        let drawing = self.drawing(wanted);
        drawing.get_or_try_init(|| async { draw.await.map(Arc::new) }).await.cloned()
    }

    /// The place of a drawing, made or not.
    fn drawing(&self, wanted: Drawn) -> Drawing {
        let mut drawings = self.drawings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, drawing)) = drawings.iter().find(|(drawn, _)| *drawn == wanted) {
            return Arc::clone(drawing);
        }
        if drawings.len() >= DRAWINGS {
            drawings.remove(0);
        }
        let drawing = Drawing::default();
        drawings.push((wanted, Arc::clone(&drawing)));
        drawing
    }
}

/// Who asks for a verdict over one file.
pub(crate) trait Judge {
    /// Why there is no verdict.
    type Error;

    /// Whether a verdict on this foundation is what a fresh one would be.
    fn stands(&self, foundation: &Foundation) -> impl Future<Output = bool> + Send;

    /// Judges now.
    fn judge(&self) -> impl Future<Output = Result<Remembered, Self::Error>> + Send;
}

/// The verdicts.
pub(crate) struct VerdictMemory {
    verdicts: Bounded<Key, Arc<Remembered>>,
    /// One lock for each file that somebody judges now or waits for.
    locks: Mutex<HashMap<Key, Arc<JudgeLock<()>>>>,
}

impl VerdictMemory {
    /// Nothing remembered.
    pub fn new() -> Self {
        VerdictMemory { verdicts: Bounded::new(BYTES_MAX), locks: Mutex::default() }
    }

    /// The verdict that stands, or else one made now; and whether it was made now. However many ask at the same time, one judges and
    /// the others wait for it.
    ///
    /// # Errors
    /// When judging fails; the next who waits judges then.
    pub async fn verdict<J: Judge>(&self, key: &Key, judge: &J) -> Result<(Arc<Remembered>, bool), J::Error> {
        if let Some(known) = self.standing(key, judge).await {
            return Ok((known, false));
        }
        let lock = self.lock_of(key);
        let _judging = lock.lock().await;
        // What somebody else judged meanwhile may rest on something older than what is known to whoever asks here.
        if let Some(known) = self.standing(key, judge).await {
            return Ok((known, false));
        }
        let made = Arc::new(judge.judge().await?);
        self.verdicts.insert(key.clone(), Arc::clone(&made), made.weight);
        Ok((made, true))
    }

    async fn standing<J: Judge>(&self, key: &Key, judge: &J) -> Option<Arc<Remembered>> {
        let known = self.verdicts.get(key)?;
        judge.stands(&known.foundation).await.then_some(known)
    }

    /// The lock of a file. Locks that nobody holds or waits for are forgotten.
    fn lock_of(&self, key: &Key) -> Arc<JudgeLock<()>> {
        let mut locks = self.locks.lock().unwrap_or_else(PoisonError::into_inner);
        locks.retain(|_, lock| Arc::strong_count(lock) > 1);
        Arc::clone(locks.entry(key.clone()).or_default())
    }

    /// Forgets what cannot stand any more, so that nothing of a person is held longer than it is of use.
    pub fn forget_ended(&self, now: Timestamp) {
        self.verdicts.retain(|known| now < known.foundation.until);
    }
}

#[cfg(test)]
mod tests;
