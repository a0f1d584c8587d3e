//! What anyone can prove from the artefact, the evidence and the time.
//!
//! Three steps, the same for the page, the API and the command line: [`read`] the file, fetch what it [`needs`], [`judge`] it.
//! Nothing here knows our register: our own credentials are judged like a stranger's.
//!
//! A file that cannot be read is an error ([`Unreadable`]). A file that can be read gets a [`Report`]: checks with stable codes, each
//! of which holds, fails, or cannot be told, in three groups: format, seal, validity.

/// The examples of `docs/library.md`.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/library.md")]
struct Library;

mod artefact;
mod awarding;
mod body;
mod check;
mod choice;
mod completeness;
mod configured_mandate;
mod consistency;
mod description;
mod evidence;
pub mod fact;
mod format;
mod horizon;
mod judge;
mod mandate;
mod needs;
mod picture;
mod record_root;
mod remedy;
mod report;
mod same;
mod seal;
mod seal_findings;
mod seal_sentence;
#[cfg(test)]
mod seal_sentence_tests;
mod sealing;
mod sentence;
mod statement_check;
mod status;
mod text;
mod unreadable;
mod validity;
mod verdict;

pub use artefact::{BYTES_MAX, FileFormat, ParsedFile, SealedCredential, read};
pub use body::{BodyDifference, CertifiedBody};
pub use check::{Aspect, Check, FilePart, Finding};
pub use configured_mandate::{ConfiguredMandate, MandatePeriod};
pub use evidence::{Evidence, NotFetched, StatusEvidence, Trust};
pub use fact::{AwardProof, CredentialStatus, FindingFact, MandateProblem, PictureDoubt, StatusProblem};
pub use horizon::holds_until;
pub use judge::judge;
pub use mandate::{MandateBody, MandateStatement};
pub use needs::{Needs, needs};
pub use picture::PictureMatch;
pub use record_root::RootState;
pub use remedy::Remedy;
pub use report::{Group, GroupName, Report};
pub use same::{
    COMPARED_FILES_MAX, ComparedFile, ItemComparison, ItemVerdict, JudgedFile, RecordComparison, RecordObstacle,
    RecordVerdict,
};
pub use sealing::{AwardingBody, Qualification, Sealing, Stamped};
pub use signet_credential::check::AnnexCompleteness;
pub use signet_seal::{HolderKind, Indication, Level, Outcome};
pub use statement_check::{ExpectedMandate, UnfitStatement};
pub use text::mark;
pub use unreadable::{LooksLike, Unreadable};
pub use verdict::VerdictKind;
