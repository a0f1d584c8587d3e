//! The beginning of a file, for somebody who says what its columns are.

use super::{
    COLUMNS_MAX, SheetSource,
    known::Known,
    mapping::ColumnMapping,
    table::{self, Headed},
    table_row::TableRow,
};
use crate::{Complaint, Problem, Unit};

/// Rows that are shown of a file while its columns are matched.
pub const PREVIEW_ROWS: usize = 10;
/// Characters that are shown of a cell.
const PREVIEW_CELL_MAX: usize = 60;

/// The headings of a file with its first rows, for somebody who says what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The headings, in order; empty ones are left out, with their cells.
    pub headings: Vec<PreviewHeading>,
    /// Cells of the first rows, under these headings.
    pub rows: Vec<Vec<String>>,
    /// Columns that must be there and are not, each with the headings it may have; until then no row can be read.
    pub missing: Vec<Vec<&'static str>>,
    /// A field that two columns stand for.
    pub doubled: Option<String>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewHeading {
    /// As the file has it.
    pub text: String,
    /// The field it stands for; `None` when the column is not read.
    pub field: Option<String>,
    /// Nobody has said what it stands for, and it is none of the headings that are known.
    pub unknown: bool,
}

/// Shows the headings and the first rows of a file.
///
/// # Errors
/// When the file has no row of headings; JSON never has.
pub fn preview(source: SheetSource<'_>, unit: &Unit, mapping: &ColumnMapping) -> Result<Preview, Box<Complaint>> {
    source.with_rows(|rows| match rows {
        Some(rows) => preview_rows(rows, unit, mapping),
        None => Err(Box::new(Complaint::of_file(Problem::NoRows))),
    })?
}

fn preview_rows(
    rows: &mut dyn Iterator<Item = Result<TableRow, Box<Complaint>>>,
    unit: &Unit,
    mapping: &ColumnMapping,
) -> Result<Preview, Box<Complaint>> {
    let Headed { header, rows, .. } = table::headed(rows, unit, mapping)?;
    let known: Vec<Option<Known>> = header.iter().map(|heading| table::known(heading, unit, mapping)).collect();
    let mut preview = Preview { missing: table::missing(&known, unit), ..Preview::default() };
    let shown: Vec<usize> =
        header.iter().enumerate().filter(|(_, heading)| !heading.is_empty()).map(|(index, _)| index).collect();
    for index in shown.iter().take(COLUMNS_MAX) {
        let (Some(text), Some(known)) = (header.get(*index), known.get(*index)) else { continue };
        let unknown = known.is_none() && table::is_unknown(text, mapping);
        let (text, field) = (text.clone(), known.as_ref().map(Known::name));
        if field.is_some() && preview.headings.iter().any(|heading| heading.field == field) {
            preview.doubled.clone_from(&field);
        }
        preview.headings.push(PreviewHeading { text, field, unknown });
    }
    for row in rows.take(PREVIEW_ROWS) {
        let Ok(row) = row else { break };
        let cell = |index: &usize| row.cells.get(*index).map_or_else(String::new, |cell| shown_cell(cell));
        preview.rows.push(shown.iter().take(COLUMNS_MAX).map(cell).collect());
    }
    Ok(preview)
}

fn shown_cell(cell: &str) -> String {
    let mut characters = cell.trim().chars();
    let shown: String = characters.by_ref().take(PREVIEW_CELL_MAX).collect();
    if characters.next().is_some() { format!("{shown}…") } else { shown }
}
