//! The life of a unit of learning: its text while it is written, what is still missing, what differs, who may do what to it, and
//! whether anything may be issued from it.
//!
//! A [`UnitDraft`] holds every field as somebody typed it, complete or not. [`UnitDraft::check`] asks the reader of unit files, so a form
//! and a file get the same complaints. Its canonical text ([`CanonicalUnit`]) is a unit file; its digest is what handing in, endorsing
//! and approving bind.
//!
//! What happened stands in the unit's ledger (`signet_registry::UnitLedgerState`). An act ([`acts`]) looks at it and gives the event to be
//! written down, or says why not: the rules about persons stand here, the table of what may follow what in `registry`, and the table of
//! rights in `access`. [`issuing`] tells whether a version may be issued from on a day.
//!
//! A unit is taught in runs ([`run`]): people take part, results are entered and closed, and [`run::conditions`] says of each participant
//! whether a credential may be issued, or every reason why not.

// Modules use each other in one direction: `schema`, `draft`, then `canonical`, `read`, `of_unit`, `difference` and `remarks` over it,
// `check`, and last `acts` and `issuing`; `run` uses `issuing` alone, `wording` nothing.
pub mod acts;
mod canonical;
mod check;
mod difference;
mod draft;
pub mod issuing;
mod of_unit;
mod read;
mod remarks;
pub mod run;
mod schema;
mod wording;

pub use acts::{ApprovalTerms, DraftSave, ShownText, UnitActor, UnitRefusal};
pub use canonical::CanonicalUnit;
pub use check::{AnnexCount, CheckedDraft, ItemState};
pub use difference::FieldChange;
pub use draft::{DRAFT_LIST_MAX, NoSuchField, UnitDraft};
pub use issuing::{IssueBar, QualityTerm, UnitDeadline, UnitWarning, WarningStage};
pub use remarks::{REMARK_CHARS_MAX, REMARKS_MAX, RemarksError, UnitRemark, UnitRemarks};
pub use run::{
    CellClash, ClosingResult, ConditionContext, Conditions, IdentityCheck, IssuedCredential, Participant,
    ParticipantAct, ParticipantLine, ParticipantLines, ParticipantResults, ParticipantState, PersonForm, ResultChange,
    ResultColumns, ResultEntry, ResultField, RunAct, RunForm, RunRefusal, RunState, RunTerms, RunVersion, Unmet,
};
pub use schema::{DraftField, FieldForm, Plain, UNIT_FIELDS, field_form};
pub use wording::OutcomeAdvice;
