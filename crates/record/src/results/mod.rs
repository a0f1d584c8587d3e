//! Results of a run: who reached which grade when. CSV as Czech spreadsheets write it, or JSON;
//! docs/formats.md describes both.
//!
//! A bad row does not spoil the good ones: a [`Sheet`] holds both, and each complaint has its
//! place.

mod column;
mod delimited;
mod json;
mod part;
mod row;

use crate::{Complaint, Date, Holder, Outcome, Problem, RunId, Unit, encoding};

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
    pub rows: Vec<Row>,
    /// What is wrong, in the order of the file. When the file itself cannot be read there are no
    /// rows.
    pub complaints: Vec<Complaint>,
    /// Rows whose grade is not a pass: nothing is wrong with them, and there is nothing to issue.
    pub not_passed: Vec<Complaint>,
}

/// One person who passed one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where the row begins, from 1.
    pub line: u64,
    /// Who.
    pub holder: Holder,
    /// Which run.
    pub run: RunId,
    /// The result.
    pub outcome: Outcome,
}

/// Reads the results of `unit`. JSON when the file begins with a bracket, else CSV. `today` is the
/// day at the institution.
#[must_use]
pub fn read(bytes: &[u8], unit: &Unit, today: Date) -> Sheet {
    let text = match encoding::text(bytes, BYTES_MAX) {
        Ok(text) => text,
        Err(problem) => return Sheet::refused(Complaint::of_file(problem)),
    };
    let mut reader = row::Reader::new(unit, today);
    let refusals = if text.trim_start().starts_with(['[', '{']) {
        json::read(text, &mut reader)
    } else {
        delimited::read(text, &mut reader)
    };
    let mut sheet = reader.finish();
    sheet.complaints.extend(refusals);
    if sheet.rows.is_empty() && sheet.complaints.is_empty() && sheet.not_passed.is_empty() {
        sheet.complaints.push(Complaint::of_file(Problem::NoRows));
    }
    sheet.complaints.sort_by_key(|complaint| (complaint.line, complaint.column));
    sheet
}

impl Sheet {
    fn refused(complaint: Complaint) -> Self {
        Sheet { complaints: vec![complaint], ..Sheet::default() }
    }
}
