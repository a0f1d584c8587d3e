//! What became of each credential and each unit of learning: the legal events and nothing else.
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
//! A unit of learning has a ledger of the same kind: [`UnitEntry`] after [`UnitEntry`], which add up to a [`UnitLedgerState`]. Who wrote,
//! endorsed and approved which text stands there, and whether it may be issued from ([`UnitPhase`]). The chain is the same code for
//! every [`LedgerSubject`]; what the entries say is not.
//!
//! What every ledger of an institution came to hold stands in its one log as well, [`LogEntry`] after [`LogEntry`]: a ledger
//! proves order, the log proves that nothing is missing.
//!
//! From the states of one institution comes its [`StatusList`], two bits a credential, which strangers fetch whole and so
//! never tell us which credential they ask about.

// Modules use each other in one direction: what is written down (`digest`, `agent`, `instant`, `file`, `status_index`, `event`,
// `unit_event`), then the bytes of an entry (`subject`, `format`, `unit_format`, `entry`), the log over them and the lists that
// carry its heads (`log`, `status`), and last what the entries of a ledger add up to (`chain`, `intent`, `state`, `unit_phase`,
// `unit_state`, `fold`).
mod agent;
mod chain;
mod correction;
mod digest;
mod entry;
mod event;
mod file;
mod fold;
mod format;
mod instant;
mod intent;
mod log;
mod state;
mod status;
mod status_index;
mod subject;
mod unit_event;
mod unit_format;
mod unit_phase;
mod unit_state;

pub use agent::{Agent, NotAnAgent};
pub use chain::ChainFault;
pub use correction::{Correction, CorrectionReason, NotACorrection};
pub use digest::{Digest, EntryHash, NotADigest};
pub use entry::{ENTRY_BYTES_MAX, Entry, LedgerEntry, UnitEntry, UnreadableEntry};
pub use event::{
    Artefacts, Channel, Delivered, Erased, Event, Intended, NotARevocation, Proposed, Reason, Renewed, Revoked, Scope,
    Sealed, StatusPlace, Superseded,
};
pub use file::SealedFile;
pub use fold::{Broken, Fault, FoldedLedger, verify_chain};
pub use intent::SealIntent;
pub use log::{LOG_ENTRY_BYTES_MAX, LogEntry, LogFault, LogHead, LogHeads, LogKey, LogOwner, LogRecord, NotALogHead};
pub use state::{LedgerState, Obstacle, Refused, Stage};
pub use status::{NotAList, PublishedList, Status, StatusList};
pub use status_index::{LIST_ENTRIES, LIST_FILL_MAX, NotAnIndex, StatusIndex, candidates};
pub use subject::{CredentialLedger, EntryFormat, LedgerSubject, UnitLedger};
pub use unit_event::{UnitApproval, UnitEvent, UnitEventKind, UnitVersion};
pub use unit_phase::{DraftStage, UnitObstacle, UnitPhase, UnitStanding};
pub use unit_state::{ApprovedUnit, DRAFT_SAVES_MAX, OpenDraft, UnitLedgerState, UnitRefused, UnitSignatory};

#[cfg(test)]
mod format_tests;
#[cfg(test)]
mod ledger_tests;
#[cfg(test)]
mod log_tests;
#[cfg(test)]
mod unit_tests;
