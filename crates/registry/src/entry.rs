//! One line of a ledger, and the exact bytes it is.
//!
//! # Canonical form
//!
//! An entry's canonical bytes are one JSON object in UTF-8 (RFC 8259) with no white space outside strings, members in the
//! order below, every member present, absent values as `null`, and in strings only `"`, `\` and control characters
//! escaped, the shortest way. Instants are UTC with three decimals of a second, digests 64 lower-case hex digits:
//!
//! ```text
//! {"format":2,"institution":"…","credential":"…","sequence":1,"previous":"…","at":"2025-09-01T10:00:00.000Z","by":"…","event":{"proposed":{…}}}
//! ```
//!
//! The hash of an entry is SHA-256 of these bytes; `previous` is the hash of the entry before. The first entry carries
//! `genesis(institution, subject)`: SHA-256 of `signet ledger 1`, institution and credential, each followed by a line
//! feed. So a ledger exported as lines can be checked with `sha256sum` and a text editor.
//!
//! Where the ledger is about a unit of learning, the third member is called `unit`, and the first line of the genesis is
//! `signet unit ledger 1`.
//!
//! Entries of format 1 are read as they were written, and entries of format 2 follow them in the same chain (see `format`).

use signet_record::{CredentialId, InstitutionId, Timestamp, UnitId};

use crate::agent::Agent;
use crate::digest::EntryHash;
use crate::event::{Event, Proposed};
use crate::instant;
use crate::subject::{CredentialLedger, EntryBody, EntryFormat, LedgerSubject, UnitLedger};
use crate::unit_event::UnitEvent;

/// Longest canonical form of an entry, in bytes; a longer one is refused unread.
pub const ENTRY_BYTES_MAX: usize = 16 * 1024;

/// One line of a ledger about a subject. Made by [`Entry::first`], by [`LedgerState::next`](crate::LedgerState::next) and what stands
/// for them in ledgers about units, or read with [`LedgerEntry::read`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerEntry<S: LedgerSubject> {
    body: EntryBody<S>,
    canonical: String,
    hash: EntryHash,
}

/// One line of a credential's ledger.
pub type Entry = LedgerEntry<CredentialLedger>;

/// One line of the ledger of a unit of learning.
pub type UnitEntry = LedgerEntry<UnitLedger>;

/// Where in which ledger an entry stands.
pub(crate) struct Place<S: LedgerSubject> {
    pub institution: InstitutionId,
    pub subject: S::Id,
    pub sequence: u32,
    pub previous: EntryHash,
}

impl<S: LedgerSubject> Place<S> {
    /// The first place of a ledger.
    pub(crate) fn first(institution: InstitutionId, subject: S::Id) -> Place<S> {
        let previous = genesis::<S>(&institution, &subject);
        Place { institution, subject, sequence: 1, previous }
    }
}

/// A text that is no entry.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableEntry {
    /// Not JSON, or not an entry.
    #[error("not a ledger entry: {0}")]
    Malformed(#[from] serde_json::Error),
    /// It means an entry, but is not its canonical form.
    #[error("not the canonical form of a ledger entry")]
    NotCanonical,
    /// Longer than [`ENTRY_BYTES_MAX`].
    #[error("a ledger entry has at most {ENTRY_BYTES_MAX} bytes")]
    TooLong,
}

impl LedgerEntry<CredentialLedger> {
    /// The first entry of a credential's ledger.
    ///
    /// # Errors
    /// When the entry would be longer than one may be.
    pub fn first(
        institution: InstitutionId,
        credential: CredentialId,
        proposed: Proposed,
        at: Timestamp,
        by: Agent,
    ) -> Result<Entry, UnreadableEntry> {
        Entry::write(Place::first(institution, credential), at, by, Event::Proposed(proposed))
    }

    /// An entry at any place of a ledger; whether it may stand there, [`LedgerState`](crate::LedgerState) decides.
    pub(crate) fn write(
        place: Place<CredentialLedger>,
        at: Timestamp,
        by: Agent,
        mut event: Event,
    ) -> Result<Entry, UnreadableEntry> {
        if let Event::Intended(intended) = &mut event {
            intended.issued = instant::truncate(intended.issued);
        }
        Entry::put_together(place, at, by, event)
    }

    /// The credential whose ledger it belongs to.
    pub fn credential(&self) -> &CredentialId {
        &self.body.subject
    }
}

impl LedgerEntry<UnitLedger> {
    /// An entry at any place of a ledger; whether it may stand there, [`UnitLedgerState`](crate::UnitLedgerState) decides.
    pub(crate) fn write(
        place: Place<UnitLedger>,
        at: Timestamp,
        by: Agent,
        event: UnitEvent,
    ) -> Result<UnitEntry, UnreadableEntry> {
        UnitEntry::put_together(place, at, by, event)
    }

    /// The unit whose ledger it belongs to.
    pub fn unit(&self) -> &UnitId {
        &self.body.subject
    }
}

impl<S: LedgerSubject> LedgerEntry<S> {
    fn put_together(
        place: Place<S>,
        at: Timestamp,
        by: Agent,
        event: S::Event,
    ) -> Result<LedgerEntry<S>, UnreadableEntry> {
        let Place { institution, subject, sequence, previous } = place;
        let at = instant::truncate(at);
        let body = EntryBody { format: EntryFormat::CURRENT, institution, subject, sequence, previous, at, by, event };
        let canonical = S::write(&body)?;
        LedgerEntry::of(body, canonical)
    }

    /// Reads the canonical form of any format, and nothing but it.
    ///
    /// # Errors
    /// When the text is too long, no entry, or not exactly as an entry is written.
    pub fn read(canonical: &str) -> Result<LedgerEntry<S>, UnreadableEntry> {
        if canonical.len() > ENTRY_BYTES_MAX {
            return Err(UnreadableEntry::TooLong);
        }
        let (body, again) = S::read(canonical)?;
        if again == canonical { LedgerEntry::of(body, again) } else { Err(UnreadableEntry::NotCanonical) }
    }

    fn of(body: EntryBody<S>, canonical: String) -> Result<LedgerEntry<S>, UnreadableEntry> {
        if canonical.len() > ENTRY_BYTES_MAX {
            return Err(UnreadableEntry::TooLong);
        }
        let hash = EntryHash::of(canonical.as_bytes());
        Ok(LedgerEntry { body, canonical, hash })
    }

    /// The format it is written in.
    pub fn format(&self) -> EntryFormat {
        self.body.format
    }

    /// The institution in whose ledgers it stands.
    pub fn institution(&self) -> &InstitutionId {
        &self.body.institution
    }

    /// What the ledger is about.
    pub fn subject(&self) -> &S::Id {
        &self.body.subject
    }

    /// Its place in that ledger, from 1.
    pub fn sequence(&self) -> u32 {
        self.body.sequence
    }

    /// The hash of the entry before it, or the genesis.
    pub fn previous(&self) -> &EntryHash {
        &self.body.previous
    }

    /// When it was written down, to the millisecond.
    pub fn at(&self) -> Timestamp {
        self.body.at
    }

    /// Who did it.
    pub fn by(&self) -> &Agent {
        &self.body.by
    }

    /// What happened.
    pub fn event(&self) -> &S::Event {
        &self.body.event
    }

    /// Its canonical form: what is kept, and what is hashed.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// SHA-256 of its canonical form.
    pub fn hash(&self) -> &EntryHash {
        &self.hash
    }
}

/// What the first entry of a ledger carries as `previous`: bound to the kind of subject, the institution and the subject, so that no
/// ledger can pass for another.
pub(crate) fn genesis<S: LedgerSubject>(institution: &InstitutionId, subject: &S::Id) -> EntryHash {
    EntryHash::of(format!("{}\n{institution}\n{subject}\n", S::GENESIS).as_bytes())
}
