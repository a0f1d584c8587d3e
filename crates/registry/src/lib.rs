//! What became of each credential: the legal events and nothing else.
//!
//! A credential has a ledger: [`Entry`] after [`Entry`], each carrying the hash of the one before it. Folding a ledger
//! with [`verify_chain`] gives its [`LedgerState`]; a state says which event may come next and makes the entry for it. Nothing
//! here reads a clock, a file or a database.
//!
//! ```text
//! Proposed ──▶ Intended ──▶ Sealed ──▶ Delivered
//!     │            │           └──▶ Renewed, Superseded
//!     └── Revoked ─┴── from anywhere, once; Erased likewise, once for each scope
//! ```
//!
//! `Sealed` cannot be written down out of order: it is made only by redeeming a [`SealIntent`], which only a state that
//! stands at `Intended` gives out, which is bound to that very entry, and which is consumed by its use.
//!
//! What every ledger of an institution came to hold stands in its one log as well, [`LogEntry`] after [`LogEntry`]: a ledger
//! proves order, the log proves that nothing is missing.
//!
//! From the states of one institution comes its [`StatusList`], two bits a credential, which strangers fetch whole and so
//! never tell us which credential they ask about.

// Modules use each other in one direction: what is written down (`digest`, `agent`, `instant`, `file`, `status_index`, `event`), then
// the bytes of an entry (`format`, `entry`), the log over them and the lists that carry its heads (`log`, `status`), and last what the
// entries of a ledger add up to (`intent`, `state`, `chain`).
mod agent;
mod chain;
mod digest;
mod entry;
mod event;
mod file;
mod format;
mod instant;
mod intent;
mod log;
mod state;
mod status;
mod status_index;

pub use agent::{Agent, NotAnAgent};
pub use chain::{Broken, Fault, verify_chain};
pub use digest::{Digest, EntryHash, NotADigest};
pub use entry::{ENTRY_BYTES_MAX, Entry, UnreadableEntry};
pub use event::{
    Artefacts, Channel, Delivered, Erased, Event, Intended, NotARevocation, Proposed, Reason, Renewed, Revoked, Scope,
    Sealed, StatusPlace, Superseded,
};
pub use file::SealedFile;
pub use format::EntryFormat;
pub use intent::SealIntent;
pub use log::{LOG_ENTRY_BYTES_MAX, LogEntry, LogFault, LogHead, LogHeads, LogKey, LogOwner, LogRecord, NotALogHead};
pub use state::{LedgerState, Obstacle, Refused, Stage};
pub use status::{NotAList, PublishedList, Status, StatusList};
pub use status_index::{LIST_ENTRIES, LIST_FILL_MAX, NotAnIndex, StatusIndex, candidates};

#[cfg(test)]
mod format_tests;
#[cfg(test)]
mod ledger_tests;
#[cfg(test)]
mod log_tests;
