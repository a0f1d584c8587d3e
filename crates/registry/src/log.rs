//! The log of a register: what every ledger of one institution came to hold, each use of its seal and each share, in one
//! chain. A ledger proves its own order; the log proves that no ledger, and no entry of one, is missing.
//!
//! # Canonical form
//!
//! Written as a ledger entry is (see `entry`): one JSON object, no white space, members in this order:
//!
//! ```text
//! {"format":1,"institution":"…","position":1,"previous":"…","record":{"entry":{"credential":"…","sequence":1,"hash":"…"}}}
//! ```
//!
//! The hash of an entry is SHA-256 of these bytes. The first one carries SHA-256 of `signet log 1` and the institution (an
//! empty line for the service itself), each followed by a line feed. The head of a log, its length and its last hash, is
//! sealed with every status list: whoever keeps a list can tell whether anything before it was changed since.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::hmac;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use signet_record::{CredentialId, InstitutionId, UnitId};

use crate::digest::{Digest, EntryHash};
use crate::entry::{Entry, UnitEntry};

/// Longest canonical form of a log entry, in bytes; a longer one is refused unread.
pub const LOG_ENTRY_BYTES_MAX: usize = 2 * 1024;

/// Whose log: an institution's, or the service's own, for what belongs to no institution.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LogOwner(Option<InstitutionId>);

impl LogOwner {
    /// The service's own log.
    pub const SERVICE: LogOwner = LogOwner(None);

    /// The log of an institution.
    pub fn of(institution: &InstitutionId) -> LogOwner {
        LogOwner(Some(institution.clone()))
    }

    /// The institution's id; empty for the service.
    pub fn as_str(&self) -> &str {
        self.0.as_ref().map_or("", InstitutionId::as_str)
    }
}

/// What is logged. No record says anything of a person: it names what was written down elsewhere by its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum LogRecord {
    /// A ledger grew by an entry.
    Entry {
        /// Whose ledger.
        credential: CredentialId,
        /// The entry's place in it.
        sequence: u32,
        /// The entry's hash.
        hash: EntryHash,
    },
    /// A share began (nothing is replaced), changed, or is gone (nothing replaces it). Its terms carry its random id, which
    /// is nowhere here: once the share is erased, nobody can tell what its terms were.
    Share {
        /// What it shows.
        credential: CredentialId,
        /// Digest of its terms from now on.
        terms: Option<Digest>,
        /// Digest of its terms until now.
        replaces: Option<Digest>,
    },
    /// The ledger of a unit of learning grew by an entry.
    #[serde(rename = "unit-entry")]
    UnitEntry {
        /// Whose ledger.
        unit: UnitId,
        /// The entry's place in it.
        sequence: u32,
        /// The entry's hash.
        hash: EntryHash,
    },
    /// Somebody was given a role, or lost it.
    Grant {
        /// The row's number.
        sequence: u64,
        /// Digest of the row.
        digest: Digest,
    },
    /// A custodian stopped a seal, or let it go on.
    Stop {
        /// The row's number.
        sequence: u64,
        /// Digest of the row.
        digest: Digest,
    },
    /// A seal key was used.
    Use {
        /// The row's id.
        id: String,
        /// Digest of the row.
        digest: Digest,
    },
}

impl LogRecord {
    /// That a ledger grew by this entry.
    pub fn of(entry: &Entry) -> LogRecord {
        LogRecord::Entry { credential: *entry.credential(), sequence: entry.sequence(), hash: *entry.hash() }
    }

    /// That the ledger of a unit grew by this entry.
    pub fn of_unit(entry: &UnitEntry) -> LogRecord {
        LogRecord::UnitEntry { unit: entry.unit().clone(), sequence: entry.sequence(), hash: *entry.hash() }
    }

    /// Stable code of the kind of record.
    pub fn kind(&self) -> &'static str {
        match self {
            LogRecord::Entry { .. } => "entry",
            LogRecord::Share { .. } => "share",
            LogRecord::UnitEntry { .. } => "unit-entry",
            LogRecord::Grant { .. } => "grant",
            LogRecord::Stop { .. } => "stop",
            LogRecord::Use { .. } => "use",
        }
    }

    /// The credential it is about.
    pub fn credential(&self) -> Option<CredentialId> {
        match self {
            LogRecord::Entry { credential, .. } | LogRecord::Share { credential, .. } => Some(*credential),
            LogRecord::Grant { .. } | LogRecord::UnitEntry { .. } | LogRecord::Stop { .. } | LogRecord::Use { .. } => {
                None
            }
        }
    }

    /// The unit of learning it is about.
    pub fn unit(&self) -> Option<&UnitId> {
        match self {
            LogRecord::UnitEntry { unit, .. } => Some(unit),
            LogRecord::Entry { .. }
            | LogRecord::Grant { .. }
            | LogRecord::Share { .. }
            | LogRecord::Stop { .. }
            | LogRecord::Use { .. } => None,
        }
    }
}

/// Version of the canonical form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
struct Format;

impl TryFrom<u32> for Format {
    type Error = &'static str;

    fn try_from(version: u32) -> Result<Self, &'static str> {
        if version == 1 { Ok(Format) } else { Err("unknown format of a log entry") }
    }
}

impl From<Format> for u32 {
    fn from(_: Format) -> u32 {
        1
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    format: Format,
    institution: LogOwner,
    position: u64,
    previous: EntryHash,
    record: LogRecord,
}

/// One line of a log. Made by [`LogHead::next`], or read with [`LogEntry::read`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    body: Body,
    canonical: String,
    hash: EntryHash,
}

/// Why a log does not go on with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogFault {
    /// It is of another log.
    #[error("the entry belongs to another log")]
    AnotherLog,
    /// It does not carry the hash of the entry before it.
    #[error("the entry does not carry the hash of the one before it")]
    Unchained,
    /// Its number is not the next one.
    #[error("the entry's number is not the next one")]
    Unnumbered,
    /// It has no canonical form, or a row holds another one.
    #[error("not the canonical form of a log entry")]
    NotCanonical,
}

impl LogEntry {
    /// Reads the canonical form, and nothing but it.
    ///
    /// # Errors
    /// When the text is too long, is not an entry, or is not written in the canonical form.
    pub fn read(canonical: &str) -> Result<LogEntry, LogFault> {
        if canonical.len() > LOG_ENTRY_BYTES_MAX {
            return Err(LogFault::NotCanonical);
        }
        let body: Body = serde_json::from_str(canonical).map_err(|_| LogFault::NotCanonical)?;
        let entry = LogEntry::from_body(body)?;
        if entry.canonical == canonical { Ok(entry) } else { Err(LogFault::NotCanonical) }
    }

    fn from_body(body: Body) -> Result<LogEntry, LogFault> {
        let canonical = serde_json::to_string(&body).map_err(|_| LogFault::NotCanonical)?;
        let hash = EntryHash::of(canonical.as_bytes());
        Ok(LogEntry { body, canonical, hash })
    }

    /// Its place in the log, from 1.
    pub fn position(&self) -> u64 {
        self.body.position
    }

    /// The hash of the entry before it, or the genesis.
    pub fn previous(&self) -> &EntryHash {
        &self.body.previous
    }

    /// What it says.
    pub fn record(&self) -> &LogRecord {
        &self.body.record
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

/// How long a log is, and the hash of its last entry. Written as `length:hash`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogHead {
    /// How many entries it has.
    pub length: u64,
    /// The hash of the last one; of an empty log, what the first one will carry.
    #[serde(rename = "head")]
    pub hash: EntryHash,
}

impl LogHead {
    /// The head of an empty log.
    pub fn genesis(owner: &LogOwner) -> LogHead {
        LogHead { length: 0, hash: EntryHash::of(format!("signet log 1\n{}\n", owner.as_str()).as_bytes()) }
    }

    /// Writes the next entry.
    ///
    /// # Errors
    /// When the entry would be longer than one may be.
    pub fn next(&self, owner: &LogOwner, record: LogRecord) -> Result<LogEntry, LogFault> {
        LogEntry::from_body(Body {
            format: Format,
            institution: owner.clone(),
            position: self.length.saturating_add(1),
            previous: self.hash,
            record,
        })
    }

    /// The head after one more entry.
    ///
    /// # Errors
    /// When the entry is of another log, or does not follow this head.
    pub fn after(&self, owner: &LogOwner, entry: &LogEntry) -> Result<LogHead, LogFault> {
        if entry.body.institution != *owner {
            return Err(LogFault::AnotherLog);
        }
        if Some(entry.position()) != self.length.checked_add(1) {
            return Err(LogFault::Unnumbered);
        }
        if entry.body.previous != self.hash {
            return Err(LogFault::Unchained);
        }
        Ok(LogHead::at(entry))
    }

    /// The head of a log that ends with this entry.
    pub fn at(entry: &LogEntry) -> LogHead {
        LogHead { length: entry.position(), hash: entry.hash }
    }
}

impl fmt::Display for LogHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.length, self.hash)
    }
}

/// A text that is no head of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the head of a log is its length, a colon and 64 lower-case hex digits")]
pub struct NotALogHead;

impl FromStr for LogHead {
    type Err = NotALogHead;

    fn from_str(text: &str) -> Result<LogHead, NotALogHead> {
        let (length, hash) = text.split_once(':').ok_or(NotALogHead)?;
        Ok(LogHead { length: length.parse().map_err(|_| NotALogHead)?, hash: hash.parse().map_err(|_| NotALogHead)? })
    }
}

/// The heads of an institution's log and of the service's own, as a status list carries them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogHeads {
    /// Of the institution's log.
    pub institution: LogHead,
    /// Of the service's own.
    pub service: LogHead,
}

/// The key by which a register knows its own log entries and shares again. It lives outside the database: who has only the database
/// can take away the newest entries, and can write none.
#[derive(Clone)]
pub struct LogKey(hmac::Key);

impl LogKey {
    /// A key of 32 secret bytes, derived from the server's secret and kept nowhere.
    pub fn new(secret: &[u8; 32]) -> LogKey {
        LogKey(hmac::Key::new(hmac::HMAC_SHA256, secret))
    }

    /// The code of an entry, in lower-case hex.
    pub fn code(&self, entry: &EntryHash) -> String {
        HEXLOWER.encode(hmac::sign(&self.0, entry.as_bytes()).as_ref())
    }

    /// Whether this is the code of an entry.
    pub fn knows(&self, entry: &EntryHash, code: &str) -> bool {
        self.fits(entry.as_bytes(), code)
    }

    /// The code of a share with these terms, in lower-case hex.
    pub fn share_code(&self, institution: &InstitutionId, terms: &Digest) -> String {
        HEXLOWER.encode(hmac::sign(&self.0, share_message(institution, terms).as_bytes()).as_ref())
    }

    /// Whether this is the code of a share with these terms.
    pub fn knows_share(&self, institution: &InstitutionId, terms: &Digest, code: &str) -> bool {
        self.fits(share_message(institution, terms).as_bytes(), code)
    }

    fn fits(&self, message: &[u8], code: &str) -> bool {
        let code = HEXLOWER.decode(code.as_bytes());
        code.is_ok_and(|code| hmac::verify(&self.0, message, &code).is_ok())
    }
}

/// Longer than the hash of an entry, so that no code of the one is a code of the other.
fn share_message(institution: &InstitutionId, terms: &Digest) -> String {
    format!("signet share 1\n{institution}\n{terms}\n")
}

impl fmt::Debug for LogKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LogKey(…)")
    }
}
