//! A run of a unit: who takes part, what they reached, and whether a credential may be issued for it.
//!
//! A run enrols in one version of the unit and keeps it, whatever is approved later. Results are entered while it is running, cell by cell;
//! closing says of everybody whether they completed it. [`conditions`] tells of each participant whether all that has to be true is.

// Modules use each other in one direction: `terms`, and `results`, `participant` and `state` over them, then
// `entry`, `weights` and `conditions`; `person_form` and `lines` stand beside.
mod conditions;
mod entry;
mod lines;
mod participant;
mod person_form;
mod results;
mod state;
mod terms;
mod weights;

pub use conditions::{ConditionContext, Conditions, IssuedCredential, Unmet, conditions, outcome_of};
pub use entry::{CellClash, ResultChange, ResultColumns, ResultEntry, merge_entry, read_cell, undo};
pub use lines::{LINES_MAX, ParticipantLine, ParticipantLines, read_lines};
pub use participant::{IdentityCheck, Participant, ParticipantAct, ParticipantState};
pub use person_form::PersonForm;
pub use results::{ParticipantResults, ResultField};
pub use state::{ClosingResult, RunAct, RunRefusal, RunState, closing_state};
pub use terms::{PARTICIPANTS_MAX, RunForm, RunTerms, RunVersion};
