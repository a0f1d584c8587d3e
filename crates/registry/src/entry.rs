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
//! `genesis(institution, credential)`: SHA-256 of `signet ledger 1`, institution and credential, each followed by a line
//! feed. So a ledger exported as lines can be checked with `sha256sum` and a text editor.
//!
//! Entries of format 1 are read as they were written, and entries of format 2 follow them in the same chain (see `format`).

use signet_record::{CredentialId, InstitutionId, Timestamp};

use crate::agent::Agent;
use crate::digest::EntryHash;
use crate::event::{Event, Proposed};
use crate::format::{self, Body, EntryFormat};
use crate::instant;

/// Longest canonical form of an entry, in bytes; a longer one is refused unread.
pub const ENTRY_BYTES_MAX: usize = 16 * 1024;

/// One line of a ledger. Made by [`Entry::first`], by [`LedgerState::next`](crate::LedgerState::next), or read with [`Entry::read`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    body: Body,
    canonical: String,
    hash: EntryHash,
}

/// Where in which ledger an entry stands.
pub(crate) struct Place {
    pub institution: InstitutionId,
    pub credential: CredentialId,
    pub sequence: u32,
    pub previous: EntryHash,
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

impl Entry {
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
        let previous = genesis(&institution, &credential);
        Entry::write(Place { institution, credential, sequence: 1, previous }, at, by, Event::Proposed(proposed))
    }

    /// An entry at any place of a ledger; whether it may stand there, [`LedgerState`](crate::LedgerState) decides.
    pub(crate) fn write(place: Place, at: Timestamp, by: Agent, mut event: Event) -> Result<Entry, UnreadableEntry> {
        let Place { institution, credential, sequence, previous } = place;
        let at = instant::truncate(at);
        if let Event::Intended(intended) = &mut event {
            intended.issued = instant::truncate(intended.issued);
        }
        let body = Body { format: EntryFormat::CURRENT, institution, credential, sequence, previous, at, by, event };
        let canonical = format::write(&body)?;
        Entry::of(body, canonical)
    }

    /// Reads the canonical form of any format, and nothing but it.
    ///
    /// # Errors
    /// When the text is too long, no entry, or not exactly as an entry is written.
    pub fn read(canonical: &str) -> Result<Entry, UnreadableEntry> {
        if canonical.len() > ENTRY_BYTES_MAX {
            return Err(UnreadableEntry::TooLong);
        }
        let (body, again) = format::read(canonical)?;
        if again == canonical { Entry::of(body, again) } else { Err(UnreadableEntry::NotCanonical) }
    }

    fn of(body: Body, canonical: String) -> Result<Entry, UnreadableEntry> {
        if canonical.len() > ENTRY_BYTES_MAX {
            return Err(UnreadableEntry::TooLong);
        }
        let hash = EntryHash::of(canonical.as_bytes());
        Ok(Entry { body, canonical, hash })
    }

    /// The format it is written in.
    pub fn format(&self) -> EntryFormat {
        self.body.format
    }

    /// The institution in whose ledgers it stands.
    pub fn institution(&self) -> &InstitutionId {
        &self.body.institution
    }

    /// The credential whose ledger it belongs to.
    pub fn credential(&self) -> &CredentialId {
        &self.body.credential
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
    pub fn event(&self) -> &Event {
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

/// What the first entry of a ledger carries as `previous`: bound to the institution and the credential, so that no
/// ledger can pass for another.
pub(crate) fn genesis(institution: &InstitutionId, credential: &CredentialId) -> EntryHash {
    EntryHash::of(format!("signet ledger 1\n{institution}\n{credential}\n").as_bytes())
}
