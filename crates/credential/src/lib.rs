//! One award ⇄ one European Digital Credential (ELM v3, JSON-LD, application profile 1.1.0).
//!
//! [`compose`] writes: same award, same bytes. [`read`] reads any credential back, [`check`] holds it against the profile, and
//! [`Credential`] answers what it says, in Czech or English. The profile ([`profile`]) and the EU's controlled lists ([`vocabulary`])
//! are tables of our own; nothing is fetched, and a credential never chooses what it is checked against.

pub mod check;
mod compose;
mod diff;
mod elm;
mod excerpt;
mod explain;
mod file_name;
mod import;
pub mod json;
mod node;
pub mod note_subject;
mod place;
pub mod profile;
mod read;
mod record_code;
pub mod scheme_name;
pub mod statement;
mod status;
mod upload;
pub mod view;
pub mod vocabulary;

pub use check::{AnnexCompleteness, Checked, Code, FormatFinding, Severity, annex_label, check, check_completely};
pub use compose::{
    ComposeError, Picture, RecordMark, SealIdentity, StatusEntry, compose, compose_with_record, record_mark,
};
pub use diff::{DIFFERENCES_MAX, Difference, diff};
pub use elm::PropertyName;
pub use explain::{ELEMENTS_MAX, ExplainedElement, Says, explain};
pub use file_name::{file_name, stem};
pub use import::{Gap, Import, ImportContext, import, unit_named};
pub use read::{Credential, ReadError, read};
pub use record_code::mode as mode_code;
pub use status::{BitPlace, OwnStatusPlace, STATUS_TYPE, StatusReference};
pub use upload::{UnsealedUpload, UnsealedUploadError, read_upload};

/// Code of ECTS in the list of credit systems.
pub const ECTS: &str = "6fcec5c5af";
/// Code of formal learning in the list of learning settings.
pub(crate) const FORMAL: &str = "6fd4685715";
/// Code of the short learning programme in the list of learning opportunities: as near as it comes to a micro-credential.
pub(crate) const SHORT_PROGRAMME: &str = "74a4a268e8";
/// Code of a mandate in the list of evidence types.
pub(crate) const MANDATE: &str = "c_18016257";
