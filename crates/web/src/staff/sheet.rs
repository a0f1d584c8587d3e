//! What is wrong with a file of results, as the batch keeps it.

use std::sync::Arc;

use axum::body::Bytes;
use signet_access::Denial;
use signet_issue::{BarredRow, DeniedRow, KeptComplaint, Rehearsal, unit_sentence};
use signet_lang::Locale;
use signet_record::{
    Complaint, Language, Unit,
    results::{self, Sheet},
};

use crate::{page_error::PageError, site::AppState};

/// Reads a file of results off the threads that answer: the largest takes seconds.
///
/// # Errors
/// When there is no time for it now.
pub async fn read(site: &AppState, file: Bytes, unit: Arc<Unit>) -> Result<Sheet, PageError> {
    let today = site.issuer.today();
    site.compute().run(move || results::read(&file, &unit, today)).await
}

/// Complaints that are kept and shown; more help nobody.
pub const COMPLAINTS_MAX: usize = 1_000;

/// Everything that keeps rows from being issued, in the order of lines.
pub fn complaints(rehearsal: &Rehearsal) -> Vec<KeptComplaint> {
    in_order(rehearsal.complaints.iter().chain(&rehearsal.not_passed))
}

/// What has to be corrected, in the order of lines.
pub fn errors(rehearsal: &Rehearsal) -> Vec<KeptComplaint> {
    in_order(rehearsal.complaints.iter())
}

/// Rows whose grade is not a pass, in the order of lines: nothing is wrong with them.
pub fn not_passed(rehearsal: &Rehearsal) -> Vec<KeptComplaint> {
    in_order(rehearsal.not_passed.iter())
}

fn in_order<'c>(complaints: impl Iterator<Item = &'c Complaint>) -> Vec<KeptComplaint> {
    let mut all: Vec<&Complaint> = complaints.collect();
    all.sort_by_key(|complaint| (complaint.line, complaint.column));
    all.into_iter().take(COMPLAINTS_MAX).map(KeptComplaint::of).collect()
}

/// Why a row that is right in itself will not be issued by whoever handed it in.
pub fn not_admitted(refused: &DeniedRow) -> KeptComplaint {
    let say = |language| {
        let l = Locale::new(language);
        match refused.denial {
            Denial::Themselves => l.web_staff_sheet_own_row(),
            Denial::Unidentified => l.web_error_denied_unidentified(),
            _ => l.web_error_forbidden_text(),
        }
    };
    KeptComplaint {
        line: refused.line,
        column: None,
        field: String::new(),
        cs: say(Language::Cs),
        en: say(Language::En),
    }
}

/// Why nothing may be issued for a row from the unit now.
pub fn barred(row: &BarredRow) -> KeptComplaint {
    let say = |language| unit_sentence::issue_bar(Locale::new(language), row.bar);
    KeptComplaint { line: row.line, column: None, field: String::new(), cs: say(Language::Cs), en: say(Language::En) }
}

/// The sentence of a complaint in the reader's language.
pub fn sentence(complaint: &KeptComplaint, l: Locale) -> &str {
    match l.language() {
        Language::Cs => &complaint.cs,
        Language::En => &complaint.en,
    }
}

/// Rows with something wrong.
pub fn bad_rows(rehearsal: &Rehearsal) -> usize {
    let mut lines: Vec<u64> = rehearsal.complaints.iter().map(|complaint| complaint.line).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.len()
}
