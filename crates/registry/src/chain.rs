//! The proof that a ledger is whole.

use crate::entry::Entry;
use crate::state::{LedgerState, Refused};

/// Where a ledger breaks, and why.
#[derive(Debug, thiserror::Error)]
#[error("the ledger breaks at entry {at}: {why}")]
pub struct Broken {
    /// The place of the first entry that does not follow, from 1; 1 for an empty ledger.
    pub at: u32,
    /// What is wrong there.
    #[source]
    pub why: Fault,
}

/// What is wrong with a ledger.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no entry at all.
    #[error("it is empty")]
    Empty,
    /// An entry may not stand where it stands.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// Folds a whole ledger, checking the genesis, every hash, every number and every transition.
///
/// # Errors
/// The first entry that does not fit, by its number, and why.
pub fn verify_chain<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Result<LedgerState, Broken> {
    let mut entries = entries.into_iter();
    let first = entries.next().ok_or(Broken { at: 1, why: Fault::Empty })?;
    let mut state = LedgerState::first(first).map_err(|why| Broken { at: 1, why: why.into() })?;
    for entry in entries {
        let at = state.length().saturating_add(1);
        state = state.after(entry).map_err(|why| Broken { at, why: why.into() })?;
    }
    Ok(state)
}
