//! Results of a run: who reached which grade when. CSV as Czech spreadsheets write it, a workbook (XLSX, ODS), or JSON;
//! docs/formats.md describes all of them.
//!
//! A bad row does not spoil the good ones: a [`Sheet`] holds both, and each complaint has its
//! place.

mod cells;
mod column;
mod delimited;
mod json;
mod known;
mod mapping;
mod part;
mod part_column;
mod preview;
mod record;
mod row;
mod table;
mod table_row;
mod workbook;

use std::borrow::Cow;

use crate::{AssessmentResult, Charset, Complaint, Date, Holder, Problem, RunId, Unit, WorkbookFault, encoding};

pub use cells::{CellRow, CellSheet, plain_text, read_cells};
pub use mapping::{ColumnMapping, MappedField, fields};
pub use preview::{PREVIEW_ROWS, Preview, PreviewHeading, preview};
pub use workbook::{UNPACKED_MAX, WorkbookOrigin, WorkbookTable, is_workbook, read_workbook};

use self::table_row::TableRow;

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
    /// Which sheet of a workbook was read.
    pub workbook: Option<WorkbookOrigin>,
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

/// A file of results: its bytes, or the cells that were read from a workbook elsewhere.
#[derive(Clone, Copy)]
pub enum SheetSource<'b> {
    /// The file.
    Bytes(&'b [u8]),
    /// What [`read_workbook`] found.
    Table(&'b WorkbookTable),
}

/// Reads the results of `unit`. A workbook when the file is a ZIP, JSON when it begins with a bracket, else CSV. `today` is the day at
/// the institution.
#[must_use]
pub fn read(bytes: &[u8], unit: &Unit, today: Date) -> Sheet {
    read_mapped(SheetSource::Bytes(bytes), unit, today, &ColumnMapping::default())
}

/// The same, where somebody has said what some of the columns are.
#[must_use]
pub fn read_mapped(source: SheetSource<'_>, unit: &Unit, today: Date, mapping: &ColumnMapping) -> Sheet {
    let bytes = match source {
        SheetSource::Table(table) => return of_table(table, unit, today, mapping),
        SheetSource::Bytes(bytes) if is_workbook(bytes) => {
            return match read_workbook(bytes) {
                Ok(table) => of_table(&table, unit, today, mapping),
                Err(fault) => Sheet::unreadable(fault),
            };
        }
        SheetSource::Bytes(bytes) => bytes,
    };
    let (text, charset) = match text(bytes) {
        Ok(read) => read,
        Err(problem) => return Sheet::refused(Complaint::of_file(problem)),
    };
    let text = text.as_ref();
    let mut reader = row::Reader::new(unit, today);
    let refusals = if is_json(text) {
        json::read(text, &mut reader)
    } else {
        table::read(delimited::rows(text), &[], mapping, &mut reader)
    };
    let mut sheet = finished(reader, refusals);
    sheet.charset = charset;
    sheet
}

fn of_table(table: &WorkbookTable, unit: &Unit, today: Date, mapping: &ColumnMapping) -> Sheet {
    let mut reader = row::Reader::new(unit, today);
    let refusals = table::read(table.rows.iter().cloned().map(Ok), &table.faults, mapping, &mut reader);
    let mut sheet = finished(reader, refusals);
    sheet.workbook = Some(table.origin.clone());
    sheet
}

fn finished(reader: row::Reader<'_>, refusals: Vec<Complaint>) -> Sheet {
    let mut sheet = reader.finish();
    sheet.complaints.extend(refusals);
    if sheet.rows.is_empty() && sheet.complaints.is_empty() && sheet.not_passed.is_empty() {
        sheet.complaints.push(Complaint::of_file(Problem::NoRows));
    }
    sheet.complaints.sort_by_key(|complaint| (complaint.line, complaint.column));
    sheet
}

fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['[', '{'])
}

impl SheetSource<'_> {
    /// Gives the rows of cells to `act`; nothing for JSON, which has no columns.
    fn with_rows<T>(
        self,
        act: impl FnOnce(Option<&mut dyn Iterator<Item = Result<TableRow, Box<Complaint>>>>) -> T,
    ) -> Result<T, Box<Complaint>> {
        match self {
            SheetSource::Table(table) => Ok(act(Some(&mut table.rows.iter().cloned().map(Ok)))),
            SheetSource::Bytes(bytes) if is_workbook(bytes) => {
                let table =
                    read_workbook(bytes).map_err(|fault| Box::new(Complaint::of_file(Problem::Workbook { fault })))?;
                Ok(act(Some(&mut table.rows.into_iter().map(Ok))))
            }
            SheetSource::Bytes(bytes) => {
                let (text, _) = text(bytes).map_err(|problem| Box::new(Complaint::of_file(problem)))?;
                Ok(if is_json(&text) { act(None) } else { act(Some(&mut delimited::rows(&text))) })
            }
        }
    }
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
    /// What there is of a workbook that cannot be read.
    #[must_use]
    pub fn unreadable(fault: WorkbookFault) -> Self {
        Sheet::refused(Complaint::of_file(Problem::Workbook { fault }))
    }

    fn refused(complaint: Complaint) -> Self {
        Sheet { complaints: vec![complaint], ..Sheet::default() }
    }
}
