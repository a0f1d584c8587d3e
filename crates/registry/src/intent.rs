//! The right to seal, once.

use crate::digest::EntryHash;
use crate::event::{Artefacts, Intended, Sealed};

/// Proof that an intent to seal is written down, and the only thing a [`Sealed`] can be made of.
///
/// Given out by [`LedgerState::seal_intent`](crate::LedgerState::seal_intent); it cannot be copied, and [`SealIntent::redeem`]
/// consumes it. The ledger takes the `Sealed` only while that same intent is its latest entry.
///
/// ```compile_fail
/// fn twice(intent: signet_registry::SealIntent, artefacts: signet_registry::Artefacts) {
///     let first = intent.redeem(artefacts.clone());
///     let second = intent.redeem(artefacts); // moved above
/// }
/// ```
#[derive(Debug)]
#[must_use = "an intent that is not redeemed leaves the credential waiting for its seal"]
pub struct SealIntent {
    entry: EntryHash,
    intended: Intended,
}

impl SealIntent {
    pub(crate) fn new(entry: EntryHash, intended: Intended) -> SealIntent {
        SealIntent { entry, intended }
    }

    /// What was planned: the sealed bytes must be exactly this.
    pub fn intended(&self) -> &Intended {
        &self.intended
    }

    /// Turns the intent into the fact that it was carried out, once the artefacts are kept.
    pub fn redeem(self, artefacts: Artefacts) -> Sealed {
        Sealed { intent: self.entry, record: self.intended.record, artefacts }
    }
}
