//! What a ledger is about.

use std::fmt::Debug;

use signet_record::{CredentialId, InstitutionId, Timestamp, UnitId};

use crate::agent::Agent;
use crate::digest::EntryHash;
use crate::event::Event;
use crate::unit_event::UnitEvent;

/// What a ledger is about: how its entries name it, and what can happen to it. Chain, log and guards are the same for all.
///
/// Nothing outside this crate can implement it, because each subject has a canonical form of its own.
pub trait LedgerSubject: CanonicalForm + Clone + Copy + Debug + PartialEq + Eq + Sized + 'static {
    /// What tells two subjects of one institution apart.
    type Id: Clone + Debug + std::fmt::Display + PartialEq + Eq;
    /// What can happen.
    type Event: Clone + Debug + PartialEq + Eq;
    /// The line with which the hash that a first entry carries begins. It differs from subject to subject, so that no ledger can
    /// pass for one of another kind.
    const GENESIS: &'static str;
}

/// Ledgers about credentials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CredentialLedger;

/// Ledgers about units of learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitLedger;

impl LedgerSubject for CredentialLedger {
    type Id = CredentialId;
    type Event = Event;
    const GENESIS: &'static str = "signet ledger 1";
}

impl LedgerSubject for UnitLedger {
    type Id = UnitId;
    type Event = UnitEvent;
    const GENESIS: &'static str = "signet unit ledger 1";
}

/// Version of the canonical form of a ledger entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryFormat {
    /// A fixed pair of files.
    One,
    /// A map of files, and the root of the record.
    Two,
}

impl EntryFormat {
    /// What new entries are written in.
    pub const CURRENT: EntryFormat = EntryFormat::Two;
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryBody<S: LedgerSubject> {
    pub format: EntryFormat,
    pub institution: InstitutionId,
    pub subject: S::Id,
    pub sequence: u32,
    pub previous: EntryHash,
    pub at: Timestamp,
    pub by: Agent,
    pub event: S::Event,
}

/// How entries about a subject are written. Private to this crate, so that no other can bring a canonical form.
pub trait CanonicalForm {
    /// Reads an entry of any format, and writes it again in the same one: the caller compares.
    fn read(canonical: &str) -> Result<(EntryBody<Self>, String), serde_json::Error>
    where
        Self: LedgerSubject;

    /// The canonical form of a new entry: always of the current format.
    fn write(body: &EntryBody<Self>) -> Result<String, serde_json::Error>
    where
        Self: LedgerSubject;
}
