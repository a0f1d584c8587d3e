//! What is wrong with a file of results, as the batch keeps it.

use std::sync::Arc;

use axum::body::Bytes;
use signet_access::Denial;
use signet_issue::{BarredRow, DeniedRow, KeptComplaint, Rehearsal, unit_sentence};
use signet_lang::Locale;
use signet_record::{
    Complaint, Language, Unit, WorkbookFault,
    results::{self, ColumnMapping, Preview, Sheet, SheetSource, WorkbookTable},
};
use signet_store::Batch;

use crate::{
    page_error::PageError,
    site::AppState,
    verification::{Drawing, Job, NotVerified},
};

/// A file of results whose cells can be read: a workbook was read where it can do no harm.
pub enum SheetFile {
    /// Text.
    Bytes(Bytes),
    /// The cells of a workbook.
    Workbook(WorkbookTable),
    /// A workbook that cannot be read.
    Unreadable(WorkbookFault),
}

impl SheetFile {
    /// Reads the cells of a workbook in a process of its own; what is text stays as it is.
    ///
    /// # Errors
    /// When there is no time for it now.
    pub async fn open(site: &AppState, file: Bytes) -> Result<SheetFile, PageError> {
        if !results::is_workbook(&file) {
            return Ok(SheetFile::Bytes(file));
        }
        let job = Job { at: site.now(), language: Language::Cs, drawing: Drawing::Workbook };
        match site.verifier.read_workbook(file.to_vec(), &job).await {
            Ok(Ok(table)) => Ok(SheetFile::Workbook(table)),
            Ok(Err(fault)) => Ok(SheetFile::Unreadable(fault)),
            Err(NotVerified::Busy) => Err(PageError::Busy),
            Err(error) => Err(PageError::from(error)),
        }
    }

    /// Its cells, or why there are none.
    ///
    /// # Errors
    /// When it is a workbook that cannot be read.
    pub fn source(&self) -> Result<SheetSource<'_>, WorkbookFault> {
        match self {
            SheetFile::Bytes(bytes) => Ok(SheetSource::Bytes(bytes)),
            SheetFile::Workbook(table) => Ok(SheetSource::Table(table)),
            SheetFile::Unreadable(fault) => Err(*fault),
        }
    }
}

/// Reads a file of results off the threads that answer: the largest takes seconds. Returns its headings, too, where it has any.
///
/// # Errors
/// When there is no time for it now.
pub async fn read(
    site: &AppState,
    file: Bytes,
    unit: Arc<Unit>,
    mapping: ColumnMapping,
) -> Result<(Sheet, Option<Preview>), PageError> {
    let today = site.issuer.today();
    let file = SheetFile::open(site, file).await?;
    let work = move || match file.source() {
        Ok(source) => {
            let preview = results::preview(source, &unit, &mapping).ok();
            (results::read_mapped(source, &unit, today, &mapping), preview)
        }
        Err(fault) => (Sheet::unreadable(fault), None),
    };
    site.compute().run(work).await
}

/// What the columns of a batch's file stand for; a mapping that a later version wrote says nothing to this one.
pub fn mapping(batch: &Batch) -> ColumnMapping {
    serde_json::from_str(&batch.mapping).unwrap_or_else(|_| ColumnMapping::default())
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
            Denial::Emergency => l.web_error_denied_emergency(),
            Denial::Unidentified => l.web_error_denied_unidentified(),
            Denial::Scope => l.web_error_denied_scope(),
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

/// A row of a run's batch of which something changed since it was handed in.
pub fn changed(line: u64) -> KeptComplaint {
    let say = |language| Locale::new(language).web_staff_run_batch_changed();
    KeptComplaint { line, column: None, field: String::new(), cs: say(Language::Cs), en: say(Language::En) }
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
