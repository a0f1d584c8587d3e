//! The proof that a ledger is whole.

use crate::entry::LedgerEntry;
use crate::state::{LedgerState, Refused};
use crate::subject::{CredentialLedger, LedgerSubject, UnitLedger};
use crate::unit_state::{UnitLedgerState, UnitRefused};

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
    /// An entry about a unit may not stand where it stands.
    #[error(transparent)]
    RefusedUnit(#[from] UnitRefused),
}

/// What the entries about a subject add up to.
pub trait FoldedLedger: LedgerSubject {
    /// The sum.
    type State;

    /// The state after the first entry.
    ///
    /// # Errors
    /// When the entry is not a first one.
    fn first(entry: &LedgerEntry<Self>) -> Result<Self::State, Fault>;

    /// The state after one more entry.
    ///
    /// # Errors
    /// When the entry does not follow.
    fn after(state: Self::State, entry: &LedgerEntry<Self>) -> Result<Self::State, Fault>;
}

impl FoldedLedger for CredentialLedger {
    type State = LedgerState;

    fn first(entry: &LedgerEntry<Self>) -> Result<LedgerState, Fault> {
        Ok(LedgerState::first(entry)?)
    }

    fn after(state: LedgerState, entry: &LedgerEntry<Self>) -> Result<LedgerState, Fault> {
        Ok(state.after(entry)?)
    }
}

impl FoldedLedger for UnitLedger {
    type State = UnitLedgerState;

    fn first(entry: &LedgerEntry<Self>) -> Result<UnitLedgerState, Fault> {
        Ok(UnitLedgerState::first(entry)?)
    }

    fn after(state: UnitLedgerState, entry: &LedgerEntry<Self>) -> Result<UnitLedgerState, Fault> {
        Ok(state.after(entry)?)
    }
}

/// Folds a whole ledger, checking the genesis, every hash, every number and every transition.
///
/// # Errors
/// The first entry that does not fit, by its number, and why.
pub fn verify_chain<'a, S: FoldedLedger>(
    entries: impl IntoIterator<Item = &'a LedgerEntry<S>>,
) -> Result<S::State, Broken> {
    let mut entries = entries.into_iter();
    let first = entries.next().ok_or(Broken { at: 1, why: Fault::Empty })?;
    let mut state = S::first(first).map_err(|why| Broken { at: 1, why })?;
    for (entry, at) in entries.zip(2_u32..) {
        state = S::after(state, entry).map_err(|why| Broken { at, why })?;
    }
    Ok(state)
}
