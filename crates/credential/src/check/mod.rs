//! Does a credential follow the European Digital Credential format, and does it say what a micro-credential must say?
//!
//! The JSON tree is held against the tables of [`crate::profile`] in one walk. Beyond what the EU's shapes test, the check demands the
//! exact contexts, one credential node, a profile that we know (never the schema that the credential chooses for itself), lexically
//! right dates and durations, codes that exist, and the same content wherever the same identifier stands. Parts that are repeated word
//! for word are checked, and reported, once. Whether what it says makes sense is looked at besides, and never a violation.

mod annex;
mod code;
mod completeness;
mod distinct;
mod envelope;
mod finding;
mod lexical;
mod sense;
pub mod viewer;
mod walk;

pub use code::{Code, Severity};
pub use completeness::{AnnexCompleteness, Coverage, ItemPlace};
pub use finding::{FormatFinding, annex_label};

use crate::Credential;

/// Findings after which the check stops: a file that is wrong in this many places needs no longer list.
pub const MAX_FINDINGS: usize = 200;

/// What the check found, and how much of Annex I the credential says, which the check looks for anyway.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Everything there is to say about the format, violations first; within one severity in the order of the file.
    pub findings: Vec<FormatFinding>,
    /// What of Annex I is there.
    pub completeness: AnnexCompleteness,
}

/// Everything there is to say about the format, violations first; within one severity in the order of the file.
/// An empty list means: follows the format and holds every mandatory item.
pub fn check(credential: &Credential) -> Vec<FormatFinding> {
    check_completely(credential).findings
}

/// As [`check`], with the score of Annex I.
pub fn check_completely(credential: &Credential) -> Checked {
    let root = credential.root();
    let mut findings = Vec::new();
    let kind = envelope::check(root, &mut findings);
    walk::check(credential, kind, &mut findings);
    let completeness = AnnexCompleteness::of(credential);
    annex::check(credential, &completeness, &mut findings);
    sense::check(credential, &mut findings);
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity()));
    findings.truncate(MAX_FINDINGS);
    Checked { findings, completeness }
}
