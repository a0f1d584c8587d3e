//! Where it is kept: the only room that knows SQL.
//!
//! Rows are in SQLite or PostgreSQL, by one SQL text for both (`sql/`, one statement a file). Artefacts are bytes in an
//! object store, named by their SHA-256 and checked against it at every read.
//!
//! A [`Store`] is opened once and gives out handles, each for one right:
//!
//! | handle | may |
//! | --- | --- |
//! | [`Tenant`] | read and write the rows of one institution, and of no other |
//! | [`Public`] | answer a stranger: one look-up by a link's digest, status lists |
//! | [`Sessions`] | let people in: accounts, roles, one-time tokens and sessions |
//! | [`SecurityLog`] | keep and read what happened to accounts and by them |
//! | [`Queue`] | claim what waits for its seal, in all institutions or in one |
//! | [`SealAudit`] | keep the log of each use of a seal key, stop seals and let them go on |
//! | [`Operator`] | found institutions, change settings, sweep what has expired, look whether the guards stand |
//!
//! # Invariants
//!
//! - No statement of a [`Tenant`] leaves its institution: every one has `institution = $1`.
//! - An event never stands without the artefacts it names (foreign keys), and the bytes are on the disk before the
//!   artefact's row is. An artefact without an event is harmless and found by `fsck`.
//! - A ledger grows only by an entry that carries the hash of its last one; two workers cannot both append.
//! - Whatever enters a ledger, each share and each use of a key joins the institution's log in the same transaction; its
//!   codes are made by a key outside the database. Rows of ledgers and logs are refused any change by triggers.
//! - No link, token or key that opens anything here is ever stored, only digests. The key of a record opens nothing but what its
//!   holder's file says anyway; it goes with an erasure.
//! - A row that grants something ([`Sessions`]) carries a code under a key that is not in the database; another row opens nothing.
//! - Transactions do no I/O but their own statements.
//!
//! # Errors
//!
//! A method that returns [`StoreError`] fails when the database cannot be reached or refuses, or when a row cannot be read as what it
//! should be. A method with an error of its own lists the other reasons there.
#![expect(clippy::missing_errors_doc, reason = "the documentation of the crate says it once for all methods")]

// Modules use each other in one direction:
// 1. values and errors: `error`, `cursor`, `row_code`, `scope`;
// 2. what runs a statement, and what keeps bytes: `statement`, `engine`, `object`;
// 3. the handle of one institution: `tenant`, with `queue`, which it gives out;
// 4. the tables, each with its part of the handles: `log`, `person`, `unit`, `batch`, `credential`, `share`, `sessions`, `notice` and so on;
// 5. what several tables take part in: `ledger`, `unit_ledger`, `propose`, `sealing`, `delivery`, `letter_queue`, `batch_telling`, `erase`, `fsck`,
//    `unit_audit`, `log_audit`, `migration`, `operator`, `institution`;
// 6. the store that gives out the handles, `store`, and what goes over all of it: `sweep`, `guard`, `columns`, `roles`.
mod account;
mod account_contact;
mod account_letter;
mod account_merge;
mod artefact;
mod audit;
mod audit_page;
mod batch;
mod batch_telling;
mod batch_word;
mod beginnings;
mod belonging;
pub mod columns;
mod credential;
mod cursor;
mod delivery;
mod engine;
mod erase;
mod error;
mod faculty_begin;
mod file;
mod file_begin;
mod filling;
mod fsck;
mod grant;
mod guard;
mod identity;
mod institution;
mod ledger;
mod letter_queue;
mod log;
mod log_audit;
mod log_begin;
mod log_head;
mod login_attempt;
mod logout_token;
mod migration;
mod notice;
mod object;
mod operator;
mod pairing;
mod participant;
mod person;
mod person_claim;
mod propose;
mod protection;
mod public;
mod queue;
mod record;
mod result_entry;
mod revocation_proposal;
mod role_holders;
mod roles;
mod row_code;
mod run;
mod scope;
mod seal_audit;
mod sealing;
mod search;
mod security;
mod session_identity;
mod sessions;
mod share;
mod share_guess;
mod share_row;
mod share_view;
mod signature;
mod statement;
mod statistics;
mod status;
mod store;
mod sweep;
mod tenant;
mod token_digest;
mod unit;
mod unit_audit;
mod unit_ledger;
mod unit_overview;
mod unit_place;
mod unit_work;
mod word_begin;

pub use account::{Account, AccountState};
pub use account_contact::AccountContact;
pub use account_letter::{AccountLetter, AccountLetterKind, AddressCode, NewAccountLetter};
pub use account_merge::{
    AccountMerge, MERGE_UNDONE_WITHIN, MergeId, MergeRefusal, MergeUndone, NotAMergeId, PairedBy, UndoneMerge,
};
pub use artefact::{Artefact, ArtefactKind, PutArtefactError, ReadArtefactError, WrittenArtefacts};
pub use audit::{AuditEntry, AuditFilter, AuditKind, AuditedEvent, CredentialEventKind, LogLine, LogTail};
pub use batch::{Batch, BatchId, BatchProgress, BatchState, BatchWord, NewBatch, Remapped};
pub use batch_telling::BatchToTell;
pub use credential::{Lease, StoredCredential};
pub use cursor::{Cursor, NotACursor, Page};
pub use delivery::NoticeEnd;
pub use engine::{Database, Engine, NotADatabase};
pub use erase::{ErasePersonError, ErasedPerson};
pub use error::{FailureKind, StoreError, is_full};
pub use fsck::{Audited, Inconsistency, Miscounted};
pub use grant::{AccountRole, GrantEvent, GrantEventKind, NumberedGrantEvent, RoleGrant};
pub use guard::ONLY_ADDED;
pub use identity::{NewSession, SeenIdentity};
pub use institution::{CatalogueState, StoredInstitution};
pub use ledger::{AppendError, History, HistoryError};
pub use letter_queue::{ClaimedLetter, Outbox, SentTo};
pub use log_audit::{LogAudit, LogFinding, Lost};
pub use login_attempt::{LoginAttempt, LoginAttemptRefusal};
pub use migration::MigrationError;
pub use notice::{LetterNames, NewNotice, NotANoticeId, Notice, NoticeId, NoticeKind, NoticeState};
pub use operator::{Operator, Swept};
pub use pairing::{AccountIdentity, Paired};
pub use participant::{HandedInBatch, ParticipantError, StoredParticipant};
pub use person::NameKeys;
pub use person_claim::{
    NamedPerson, NotAPersonClaimId, PERSON_CLAIM_DAYS, PersonClaim, PersonClaimDecision, PersonClaimId,
    PersonClaimState, WaitingClaim,
};
pub use propose::{Proposal, ProposalError, ProposalReceipt};
pub use protection::Protected;
pub use public::{Public, SharedCredential};
pub use queue::{Claim, NotAWorkerId, Queue, WorkerId};
pub use result_entry::{ResultWrite, StoredResultChange};
pub use revocation_proposal::{NewRevocations, REVOCATIONS_MAX, RevocationId, RevocationProposal, RevocationState};
pub use roles::{Roles, migrate};
pub use row_code::RowKey;
pub use run::{CatalogueRun, NumberedPage, RunEvent, RunEventKind, RunFilter, RunKey, RunsOf, StoredRun};
pub use seal_audit::{SealAudit, SealStop, SealUse, SealWork};
pub use sealing::{Fresh, ReserveError, Reserved};
pub use search::{NamePrefix, Results, Search, SearchFilter, SearchedState, Seek, Total};
pub use security::{LoggedEvent, SECURITY_EVENT_DAYS_MAX, SecurityLog};
pub use session_identity::SessionIdentity;
pub use sessions::{LoginToken, NotASessionId, Session, SessionId, Sessions, SessionsError};
pub use share::PutShareError;
pub use share_view::{LOOK_DAYS_MAX, ShareView};
pub use signature::Signature;
pub use statistics::{AssessmentWait, ChangeReason, IssueWait, IssuedHour, OpenedShare, PassCount, ReasonCount};
pub use status::AssignStatusError;
pub use store::{OpenError, Store};
pub use sweep::{ORPHAN_DAYS, SHARE_DAYS_AFTER_END, SweepTerms};
pub use tenant::Tenant;
pub use token_digest::TokenDigest;
pub use unit::{PutUnitError, StoredUnit, TitledUnit};
pub use unit_audit::AuditedUnit;
pub use unit_ledger::{AppendUnitError, ApprovedText, StoredDraft, StoredVersion, UnitAppend, UnitHistory};
pub use unit_overview::UnitOverview;
pub use unit_place::UnitsWithin;
pub use unit_work::{FailedBatch, ReviewDue, UnitsOf, WaitingCredentials, WaitingDraft};
