//! Results of a run: who reached which grade when. CSV as Czech spreadsheets write it, or JSON;
//! docs/formats.md describes both.
//!
//! A bad row does not spoil the good ones: a [`Sheet`] holds both, and each complaint has its
//! place.

mod column;
mod delimited;
mod json;
mod part;
mod part_column;
mod record;
mod row;

use std::borrow::Cow;

use crate::{AssessmentResult, Charset, Complaint, Date, Holder, Problem, RunId, Unit, encoding};

/// Largest file, in bytes.
pub const BYTES_MAX: usize = 20 * 1024 * 1024;
/// Most rows of a file.
pub const ROWS_MAX: usize = 50_000;
/// Most columns of a file.
pub const COLUMNS_MAX: usize = 100;
/// Most characters of a cell.
pub const CELL_MAX: usize = 1000;

/// What a results file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Rows that can be issued, in the order of the file.
    pub rows: Vec<ResultRow>,
    /// What is wrong, in the order of the file. When the file itself cannot be read there are no
    /// rows.
    pub complaints: Vec<Complaint>,
    /// Rows whose grade is not a pass: nothing is wrong with them, and there is nothing to issue.
    pub not_passed: Vec<Complaint>,
    /// As what the file was read.
    pub charset: Charset,
}

/// One person who passed one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// Where the row begins, from 1.
    pub line: u64,
    /// Who.
    pub holder: Holder,
    /// Which run.
    pub run: RunId,
    /// The result.
    pub outcome: AssessmentResult,
}

/// Reads the results of `unit`. JSON when the file begins with a bracket, else CSV. `today` is the
/// day at the institution.
#[must_use]
pub fn read(bytes: &[u8], unit: &Unit, today: Date) -> Sheet {
    let (text, charset) = match text(bytes) {
        Ok(read) => read,
        Err(problem) => return Sheet::refused(Complaint::of_file(problem)),
    };
    let text = text.as_ref();
    let mut reader = row::Reader::new(unit, today);
    let refusals = if text.trim_start().starts_with(['[', '{']) {
        json::read(text, &mut reader)
    } else {
        delimited::read(text, &mut reader)
    };
    let mut sheet = reader.finish();
    sheet.charset = charset;
    sheet.complaints.extend(refusals);
    if sheet.rows.is_empty() && sheet.complaints.is_empty() && sheet.not_passed.is_empty() {
        sheet.complaints.push(Complaint::of_file(Problem::NoRows));
    }
    sheet.complaints.sort_by_key(|complaint| (complaint.line, complaint.column));
    sheet
}

/// The text of a file of results. What is not UTF-8 is read as Windows-1250 only when its own headings say so: a heading that we
/// know, with a letter that is another one in every other encoding in use. Anything less might put a wrong name under a seal.
fn text(bytes: &[u8]) -> Result<(Cow<'_, str>, Charset), Problem> {
    encoding::text(bytes, BYTES_MAX).map(|text| (Cow::Borrowed(text), Charset::Utf8)).or_else(|problem| {
        let fits = matches!(problem, Problem::NotUtf8 { guess: crate::Encoding::Windows1250, .. });
        let text = fits.then(|| encoding::windows_1250(bytes)).flatten();
        match text.filter(|text| delimited::has_czech_heading(text)) {
            Some(text) => Ok((Cow::Owned(text), Charset::Windows1250)),
            None => Err(problem),
        }
    })
}

impl Sheet {
    fn refused(complaint: Complaint) -> Self {
        Sheet { complaints: vec![complaint], ..Sheet::default() }
    }
}
