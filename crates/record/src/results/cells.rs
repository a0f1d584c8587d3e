//! The cells of a file under headings that are known, row by row: for whoever takes people or results from it and wants no whole
//! result of each row.

use std::collections::BTreeMap;

use super::{
    CELL_MAX, COLUMNS_MAX, ROWS_MAX, SheetSource,
    known::Known,
    mapping::ColumnMapping,
    table::{self, Headed},
    table_row::{CellFault, TableRow},
};
use crate::{Complaint, Problem, Unit};

/// One row of a file.
#[derive(Clone, PartialEq, Eq)]
pub struct CellRow {
    /// Where it begins, from 1.
    pub line: u64,
    cells: BTreeMap<String, String>,
}

/// What stands in a row is somebody's.
impl std::fmt::Debug for CellRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CellRow({}, {} cells)", self.line, self.cells.len())
    }
}

impl CellRow {
    /// What stands under a field of [`super::fields`], without spaces around it; `None` when the file has no such column.
    #[must_use]
    pub fn cell(&self, field: &str) -> Option<&str> {
        self.cells.get(field).map(String::as_str)
    }
}

/// The rows of a file, and what is wrong with the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellSheet {
    /// The fields that its columns stand for, in their order.
    pub fields: Vec<String>,
    /// Rows that can be read, in the order of the file.
    pub rows: Vec<CellRow>,
    /// What is wrong, in the order of the file.
    pub complaints: Vec<Complaint>,
}

/// Reads the cells of a file. `required`: fields without which nothing can be read.
#[must_use]
pub fn read_cells(source: SheetSource<'_>, unit: &Unit, mapping: &ColumnMapping, required: &[&str]) -> CellSheet {
    let faults: &[CellFault] = match source {
        SheetSource::Table(table) => &table.faults,
        SheetSource::Bytes(_) => &[],
    };
    let read = source.with_rows(|rows| match rows {
        Some(rows) => read_rows(rows, unit, mapping, required),
        None => Err(Box::new(Complaint::of_file(Problem::NoRows))),
    });
    match read.and_then(|read| read) {
        Ok(mut sheet) => {
            for fault in faults {
                sheet.rows.retain(|row| row.line != fault.line);
                let flaw = Problem::Workbook { fault: fault.fault }.into();
                let column = u32::try_from(fault.column).ok().map(|column| column.saturating_add(1));
                sheet.complaints.push(Complaint { line: fault.line, column, field: String::new(), flaw });
            }
            sheet.complaints.sort_by_key(|complaint| (complaint.line, complaint.column));
            sheet
        }
        Err(complaint) => CellSheet { complaints: vec![*complaint], ..CellSheet::default() },
    }
}

fn read_rows(
    rows: &mut dyn Iterator<Item = Result<TableRow, Box<Complaint>>>,
    unit: &Unit,
    mapping: &ColumnMapping,
    required: &[&str],
) -> Result<CellSheet, Box<Complaint>> {
    let Headed { header, rows, .. } = table::headed(rows, unit, mapping)?;
    if header.len() > COLUMNS_MAX {
        return Err(Box::new(Complaint::of_file(Problem::TooMany { max: COLUMNS_MAX, found: header.len() })));
    }
    let known: Vec<Option<String>> =
        header.iter().map(|heading| table::known(heading, unit, mapping).as_ref().map(Known::name)).collect();
    let mut sheet = CellSheet { fields: known.iter().flatten().cloned().collect(), ..CellSheet::default() };
    let doubled = header
        .iter()
        .zip(&known)
        .enumerate()
        .find(|(at, (_, field))| field.is_some() && known.iter().take(*at).any(|other| other == *field));
    if let Some((_, (heading, _))) = doubled {
        let problem = Problem::DuplicateColumn { found: crate::code::shortened(heading) };
        return Err(Box::new(Complaint::of_file(problem)));
    }
    if let Some(missing) = required.iter().find(|field| !sheet.fields.iter().any(|known| known == *field)) {
        let expected = super::fields(unit).into_iter().filter(|field| field.name == *missing);
        let expected = expected.flat_map(|field| crate::Language::ALL.map(|l| field.label(l).to_owned())).collect();
        return Err(Box::new(Complaint::of_file(Problem::MissingColumn { expected })));
    }
    for (index, row) in rows.enumerate() {
        match row {
            Err(complaint) => {
                sheet.complaints.push(*complaint);
                break;
            }
            Ok(_) if index >= ROWS_MAX => {
                sheet.complaints.push(Complaint::of_file(Problem::TooMany { max: ROWS_MAX, found: index + 1 }));
                break;
            }
            Ok(row) => take(row, &known, &mut sheet),
        }
    }
    if sheet.rows.is_empty() && sheet.complaints.is_empty() {
        sheet.complaints.push(Complaint::of_file(Problem::NoRows));
    }
    Ok(sheet)
}

fn take(row: TableRow, known: &[Option<String>], sheet: &mut CellSheet) {
    let long = row.cells.iter().map(|cell| cell.chars().count()).enumerate().find(|(_, length)| *length > CELL_MAX);
    if let Some((column, found)) = long {
        let column = u32::try_from(column).ok().map(|column| column.saturating_add(1));
        let flaw = Problem::TooLong { max: CELL_MAX, found }.into();
        sheet.complaints.push(Complaint { line: row.line, column, field: String::new(), flaw });
        return;
    }
    let named = known.iter().zip(row.cells).filter_map(|(field, cell)| Some((field.clone()?, cell.trim().to_owned())));
    sheet.rows.push(CellRow { line: row.line, cells: named.collect() });
}

/// The text of a file that is no workbook, whichever of the encodings it has that are read.
///
/// # Errors
/// When it is none of them.
pub fn plain_text(bytes: &[u8]) -> Result<String, Problem> {
    super::text(bytes).map(|(text, _)| text.into_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::specimen;

    #[test]
    fn cells_are_found_by_their_fields_and_the_rest_is_left_out() {
        let unit = specimen::unit().unwrap();
        let text = "Osobní číslo;Poznámka;Známka\n V-1 ;x;A\n\nV-2;;\n";
        let sheet = read_cells(SheetSource::Bytes(text.as_bytes()), &unit, &ColumnMapping::default(), &["person"]);
        assert!(sheet.complaints.is_empty(), "{sheet:?}");
        assert_eq!(sheet.fields, ["person", "grade"]);
        let rows: Vec<_> =
            sheet.rows.iter().map(|row| (row.line, row.cell("person"), row.cell("grade"), row.cell("born"))).collect();
        assert_eq!(rows, [(2, Some("V-1"), Some("A"), None), (4, Some("V-2"), Some(""), None)]);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let unit = specimen::unit().unwrap();
        let read = |text: &str| {
            let sheet = read_cells(SheetSource::Bytes(text.as_bytes()), &unit, &ColumnMapping::default(), &["person"]);
            (sheet.rows.len(), sheet.complaints.into_iter().map(|complaint| complaint.flaw.problem).collect::<Vec<_>>())
        };
        assert!(matches!(read("Známka\nA\n").1.as_slice(), [Problem::MissingColumn { .. }]));
        assert!(matches!(read("id;uco\n1;2\n").1.as_slice(), [Problem::DuplicateColumn { .. }]));
        assert!(matches!(read("id\n").1.as_slice(), [Problem::NoRows]));
        assert!(matches!(read("[]").1.as_slice(), [Problem::NoRows]));
        let long = format!("id;Jméno\n1;{}\n2;x\n", "x".repeat(CELL_MAX + 1));
        let (rows, complaints) = read(&long);
        assert_eq!(rows, 1);
        assert!(matches!(complaints.as_slice(), [Problem::TooLong { .. }]));
    }
}
