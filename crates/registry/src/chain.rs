//! Whether an entry follows another in one chain, whatever the ledger is about.

use signet_record::{InstitutionId, Timestamp};

use crate::digest::EntryHash;
use crate::entry::{LedgerEntry, Place, genesis};
use crate::instant;
use crate::subject::{EntryFormat, LedgerSubject};

/// Why an entry does not follow the one before it, whatever it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainFault {
    /// It belongs to another credential, unit or institution.
    #[error("the entry belongs to another ledger")]
    AnotherLedger,
    /// Its instant lies before that of the entry before it.
    #[error("the entry is older than the one before it")]
    BackInTime,
    /// It is written in an older format than the entry before it.
    #[error("the entry is written in an older format than the one before it")]
    OlderFormat,
    /// It does not carry the hash of the entry before it.
    #[error("the entry does not carry the hash of the one before it")]
    Unchained,
    /// Its number is not the next one.
    #[error("the entry's number is not the next one")]
    Unnumbered,
}

/// Where a ledger stands: what the next entry has to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChainHead<S: LedgerSubject> {
    pub institution: InstitutionId,
    pub subject: S::Id,
    pub format: EntryFormat,
    pub length: u32,
    pub head: EntryHash,
    pub changed: Timestamp,
}

impl<S: LedgerSubject> ChainHead<S> {
    /// The head after a first entry.
    pub(crate) fn first(entry: &LedgerEntry<S>) -> Result<ChainHead<S>, ChainFault> {
        if entry.sequence() != 1 {
            return Err(ChainFault::Unnumbered);
        }
        if *entry.previous() != genesis::<S>(entry.institution(), entry.subject()) {
            return Err(ChainFault::Unchained);
        }
        Ok(ChainHead {
            institution: entry.institution().clone(),
            subject: entry.subject().clone(),
            format: entry.format(),
            length: 1,
            head: *entry.hash(),
            changed: entry.at(),
        })
    }

    /// Where the next entry stands.
    pub(crate) fn next_place(&self) -> Place<S> {
        Place {
            institution: self.institution.clone(),
            subject: self.subject.clone(),
            sequence: self.length.saturating_add(1),
            previous: self.head,
        }
    }

    /// The instant of the next entry: a slow clock does not go back in time.
    pub(crate) fn not_before(&self, at: Timestamp) -> Timestamp {
        instant::truncate(at).max(self.changed)
    }

    /// Whether an entry is the next one.
    pub(crate) fn follows(&self, entry: &LedgerEntry<S>) -> Result<(), ChainFault> {
        if *entry.subject() != self.subject || *entry.institution() != self.institution {
            return Err(ChainFault::AnotherLedger);
        }
        if Some(entry.sequence()) != self.length.checked_add(1) {
            return Err(ChainFault::Unnumbered);
        }
        if *entry.previous() != self.head {
            return Err(ChainFault::Unchained);
        }
        if entry.at() < self.changed {
            return Err(ChainFault::BackInTime);
        }
        if entry.format() < self.format {
            return Err(ChainFault::OlderFormat);
        }
        Ok(())
    }

    /// The head after an entry that follows.
    pub(crate) fn advance(&mut self, entry: &LedgerEntry<S>) {
        self.format = entry.format();
        self.length = entry.sequence();
        self.head = *entry.hash();
        self.changed = entry.at();
    }
}
