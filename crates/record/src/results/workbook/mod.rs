//! Workbooks (XLSX, ODS): one sheet becomes rows of text, as CSV would have them.
//!
//! The first sheet that is shown and has a filled cell is read; which one that is, and which others there are, stands in
//! [`WorkbookOrigin`]. Formulas are never calculated: what the program that saved the file had calculated counts. Days are days
//! whatever the number behind them, in the system of 1900 as in that of 1904.
//!
//! What a file unpacks to is measured before any of it is kept ([`archive`]). The reader of the library is not made for hostile
//! files, so a server calls [`read_workbook`] in a process that may end.

mod archive;
mod cell;
mod extent;

use std::io::Cursor;

use calamine::{Data, Ods, OdsError, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use serde::{Deserialize, Serialize};

use super::{
    BYTES_MAX, COLUMNS_MAX, ROWS_MAX,
    table_row::{CellFault, TableRow},
};
use crate::WorkbookFault;
pub use archive::UNPACKED_MAX;
use cell::CellText;

/// A name of a sheet that is shown, in characters: Excel allows 31, LibreOffice more.
const SHEET_NAME_MAX: usize = 60;
/// Names of other sheets that are told.
const OTHER_SHEETS_MAX: usize = 5;

/// The cells of one sheet, as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkbookTable {
    pub(super) rows: Vec<TableRow>,
    pub(super) faults: Vec<CellFault>,
    /// Where they were read.
    pub origin: WorkbookOrigin,
}

/// Which part of a workbook was read, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkbookOrigin {
    /// The sheet that was read.
    pub sheet: String,
    /// Further sheets that are shown; they were not read.
    pub others: Vec<String>,
    /// How many sheets are hidden; they were not read.
    pub hidden: usize,
    /// How many cells have a formula: their saved values were read.
    pub formulas: usize,
}

/// Whether a file is a container of the kind that workbooks are (ZIP).
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads the first sheet of a workbook that is shown and is not empty.
///
/// # Errors
/// When it is no workbook, unpacks to too much, or has no such sheet.
pub fn read_workbook(bytes: &[u8]) -> Result<WorkbookTable, WorkbookFault> {
    if bytes.len() > BYTES_MAX {
        return Err(WorkbookFault::Unpacks);
    }
    match archive::measure(bytes)? {
        archive::Kind::Xlsx => read_xlsx(bytes),
        archive::Kind::Ods => read_ods(bytes),
    }
}

fn read_xlsx(bytes: &[u8]) -> Result<WorkbookTable, WorkbookFault> {
    let mut workbook = Xlsx::new(Cursor::new(bytes))?;
    let sheets = Sheets::of(workbook.sheets_metadata());
    for name in &sheets.shown {
        let mut rows = Rows::default();
        let mut cells = match workbook.worksheet_cells_reader(name) {
            Ok(cells) => cells,
            // A sheet of one chart has no cells.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(error.into()),
        };
        while let Some(cell) = cells.next_cell_with_formula_metadata()? {
            rows.formulas += usize::from(cell.formula.is_some());
            if !rows.put(cell.pos, CellText::of_xlsx(&cell.value))? {
                break;
            }
        }
        drop(cells);
        if rows.is_empty() {
            continue;
        }
        let merged = workbook.merge_cells_by_sheet_name(name)?;
        rows.merged.extend(merged.iter().filter(|merge| merge.end.1 > merge.start.1).map(|merge| merge.start));
        return Ok(rows.finish(&sheets, name));
    }
    Err(WorkbookFault::NoSheet)
}

fn read_ods(bytes: &[u8]) -> Result<WorkbookTable, WorkbookFault> {
    let mut workbook = Ods::new(Cursor::new(bytes))?;
    let sheets = Sheets::of(workbook.sheets_metadata());
    for name in &sheets.shown {
        let range = workbook.worksheet_range(name)?;
        let Some((row, column)) = range.start() else { continue };
        let mut rows = Rows::default();
        'cells: for (index, cells) in (row..).zip(range.rows()) {
            for (place, value) in (column..).zip(cells) {
                if !matches!(value, Data::Empty) && !rows.put((index, place), CellText::of_ods(value))? {
                    break 'cells;
                }
            }
        }
        if rows.is_empty() {
            continue;
        }
        let formulas = workbook.worksheet_formula(name)?;
        rows.formulas = formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()).count();
        return Ok(rows.finish(&sheets, name));
    }
    Err(WorkbookFault::NoSheet)
}

/// What exactly is wrong inside a workbook helps nobody who has to save it again, and may quote it.
impl From<XlsxError> for WorkbookFault {
    fn from(_: XlsxError) -> Self {
        WorkbookFault::Broken
    }
}

impl From<OdsError> for WorkbookFault {
    fn from(_: OdsError) -> Self {
        WorkbookFault::Broken
    }
}

/// The sheets of a workbook, in order.
struct Sheets {
    shown: Vec<String>,
    hidden: usize,
}

impl Sheets {
    fn of(all: &[calamine::Sheet]) -> Sheets {
        let sheets = || all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let shown = |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible;
        let names: Vec<String> = sheets().filter(shown).map(|sheet| sheet.name.clone()).collect();
        Sheets { hidden: sheets().count() - names.len(), shown: names }
    }
}

/// The rows of a sheet as its cells come.
#[derive(Default)]
struct Rows {
    rows: Vec<TableRow>,
    faults: Vec<CellFault>,
    merged: Vec<(u32, u32)>,
    formulas: usize,
    /// Bytes of text so far.
    text: usize,
}

impl Rows {
    fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.faults.is_empty()
    }

    /// Takes a cell; `false` when there are more rows than may be read, which whoever reads them will tell.
    fn put(&mut self, (row, column): (u32, u32), cell: CellText) -> Result<bool, WorkbookFault> {
        let (line, column) = (u64::from(row) + 1, column as usize);
        let (text, fault) = match cell {
            CellText::Empty => return Ok(true),
            CellText::Text(text) if text.trim().is_empty() => return Ok(true),
            CellText::Text(text) => (text, None),
            CellText::Fault(fault) => (String::new(), Some(fault)),
        };
        // What a formula or a stray cell far to the right says is in no column.
        if column > COLUMNS_MAX {
            return Err(WorkbookFault::Unpacks);
        }
        self.text += text.len();
        if self.text > BYTES_MAX {
            return Err(WorkbookFault::Unpacks);
        }
        if self.rows.last().is_none_or(|last| last.line != line) {
            // Cells come in the order of rows; a file that mixes them was made to be misread.
            if self.rows.last().is_some_and(|last| last.line > line) {
                return Err(WorkbookFault::Broken);
            }
            if self.rows.len() > ROWS_MAX + 1 {
                return Ok(false);
            }
            self.rows.push(TableRow { line, cells: Vec::new() });
        }
        if let Some(fault) = fault {
            self.faults.push(CellFault { line, column, fault });
        }
        let Some(last) = self.rows.last_mut() else { return Ok(true) };
        if last.cells.len() <= column {
            last.cells.resize(column + 1, String::new());
        }
        if let Some(place) = last.cells.get_mut(column) {
            *place = text;
        }
        Ok(true)
    }

    /// Rows as wide as the widest: a spreadsheet has no ragged rows.
    fn finish(mut self, sheets: &Sheets, name: &str) -> WorkbookTable {
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        for row in &mut self.rows {
            row.cells.resize(width, String::new());
        }
        for (row, column) in self.merged {
            let line = u64::from(row) + 1;
            // Of a row with a single cell nothing is lost: it is a title.
            let filled = |row: &TableRow| row.cells.iter().filter(|cell| !cell.is_empty()).count();
            let row = self.rows.binary_search_by_key(&line, |row| row.line).ok().and_then(|index| self.rows.get(index));
            if row.is_some_and(|row| filled(row) > 1) {
                self.faults.push(CellFault { line, column: column as usize, fault: WorkbookFault::Merged });
            }
        }
        let short = |name: &str| name.chars().take(SHEET_NAME_MAX).collect::<String>();
        let others = sheets.shown.iter().filter(|other| *other != name).take(OTHER_SHEETS_MAX).map(|name| short(name));
        let origin = WorkbookOrigin {
            sheet: short(name),
            others: others.collect(),
            hidden: sheets.hidden,
            formulas: self.formulas,
        };
        WorkbookTable { rows: self.rows, faults: self.faults, origin }
    }
}
