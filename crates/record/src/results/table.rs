//! Rows of cells under headings, wherever they were read from: what each column is, and the rows handed on one by one.

use std::collections::HashMap;

use super::{
    CELL_MAX, COLUMNS_MAX, ROWS_MAX,
    column::Column,
    known::Known,
    mapping::{ColumnMapping, Said},
    part_column::{PartCell, PartColumn},
    record::{Cell, Record},
    row::Reader,
    table_row::{CellFault, TableRow},
};
use crate::{Complaint, Flaw, Problem, Unit, code::shortened};

/// Rows above the headings that may be a title: more are no title.
const TITLE_ROWS_MAX: usize = 10;

/// The first row with headings, and what comes below it.
pub(super) struct Headed<R> {
    pub line: u64,
    pub header: Vec<String>,
    pub rows: R,
}

/// Finds the headings: the first row, unless it has none that is known and one of the rows below has. What stands above is a title.
pub(super) fn headed<R: Iterator<Item = Result<TableRow, Box<Complaint>>>>(
    mut rows: R,
    unit: &Unit,
    mapping: &ColumnMapping,
) -> Result<Headed<impl Iterator<Item = Result<TableRow, Box<Complaint>>> + use<R>>, Box<Complaint>> {
    let mut first: Vec<Result<TableRow, Box<Complaint>>> = Vec::new();
    while first.len() < TITLE_ROWS_MAX {
        match rows.next() {
            None => break,
            Some(Ok(row)) if row.is_empty() => {}
            Some(Ok(row)) => {
                let is_header = has_known_heading(&row, unit, mapping);
                first.push(Ok(row));
                if is_header {
                    break;
                }
            }
            Some(Err(complaint)) => {
                first.push(Err(complaint));
                break;
            }
        }
    }
    let at = first.iter().position(|row| row.as_ref().is_ok_and(|row| has_known_heading(row, unit, mapping)));
    let below = first.split_off(at.unwrap_or(0).min(first.len()));
    let mut below = below.into_iter();
    let header = below.next().unwrap_or_else(|| Err(Box::new(Complaint::of_file(Problem::NoRows))))?;
    let headings = header.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    let rows = below.chain(rows).filter(|row| !row.as_ref().is_ok_and(TableRow::is_empty));
    Ok(Headed { line: header.line, header: headings, rows })
}

fn has_known_heading(row: &TableRow, unit: &Unit, mapping: &ColumnMapping) -> bool {
    row.cells.iter().any(|heading| known(heading.trim(), unit, mapping).is_some())
}

/// Gives every row to `reader`; returns complaints about the file and its shape.
pub(super) fn read(
    rows: impl Iterator<Item = Result<TableRow, Box<Complaint>>>,
    faults: &[CellFault],
    mapping: &ColumnMapping,
    reader: &mut Reader<'_>,
) -> Vec<Complaint> {
    let Headed { line, header, rows } = match headed(rows, reader.unit(), mapping) {
        Ok(headed) => headed,
        Err(complaint) => return vec![*complaint],
    };
    let mut complaints = Vec::new();
    let mut wrong: HashMap<u64, Vec<&CellFault>> = HashMap::new();
    for fault in faults {
        wrong.entry(fault.line).or_default().push(fault);
    }
    let complain = |fault: &CellFault| {
        let problem = Problem::Workbook { fault: fault.fault };
        of_row(fault.line, Some(fault.column), &header, problem)
    };
    complaints.extend(wrong.remove(&line).into_iter().flatten().map(complain));
    let Some(columns) = columns(&header, line, reader.unit(), mapping, &mut complaints) else {
        return complaints;
    };
    for (index, row) in rows.enumerate() {
        let row = match row {
            Ok(row) if index < ROWS_MAX => row,
            Ok(row) => {
                let problem = Problem::TooMany { max: ROWS_MAX, found: index + 1 };
                complaints.push(of_row(row.line, None, &header, problem));
                break;
            }
            Err(complaint) => {
                complaints.push(*complaint);
                break;
            }
        };
        if let Some(faults) = wrong.remove(&row.line) {
            complaints.extend(faults.into_iter().map(complain));
            continue;
        }
        match shape(&row.cells, &header) {
            Some((cell, problem)) => complaints.push(of_row(row.line, cell, &header, problem)),
            None => {
                let line = row.line;
                let (cells, parts) = cells(row, &columns, &header);
                reader.read(&Record { line, column: None, cells, parts });
            }
        }
    }
    complaints
}

fn of_row(line: u64, cell: Option<usize>, header: &[String], problem: Problem) -> Complaint {
    let field = cell.and_then(|cell| header.get(cell)).cloned().unwrap_or_default();
    Complaint { line, column: cell.map(ordinal), field, flaw: problem.into() }
}

/// What a heading stands for: as somebody said, else as it reads.
pub(super) fn known(heading: &str, unit: &Unit, mapping: &ColumnMapping) -> Option<Known> {
    match mapping.said(heading) {
        Some(Said::LeftOut) => None,
        Some(Said::Field(name)) => Known::of_name(name, unit),
        None => PartColumn::of(heading, unit).map(Known::Part).or(Column::of_heading(heading).map(Known::Whole)),
    }
}

/// Columns that must be there and are not, each with the headings it may have.
pub(super) fn missing(known: &[Option<Known>], unit: &Unit) -> Vec<Vec<&'static str>> {
    let has = |column| known.contains(&Some(Known::Whole(column)));
    let run: &[Column] = if unit.runs.len() == 1 { &[] } else { &[Column::Run] };
    let required = [Column::Person, Column::Born, Column::Grade, Column::ResultDate];
    let mut missing: Vec<Vec<&str>> =
        required.iter().chain(run).filter(|column| !has(**column)).map(|column| column.headings().to_vec()).collect();
    if !has(Column::GivenName) && !has(Column::FamilyName) {
        missing.push([Column::FamilyName.headings(), Column::GivenName.headings()].concat());
    }
    missing
}

/// What each column is, or `None` when rows cannot be read without guessing. Headings that begin
/// with `#`, empty ones and those that somebody left out are not read.
fn columns(
    header: &[String],
    line: u64,
    unit: &Unit,
    mapping: &ColumnMapping,
    complaints: &mut Vec<Complaint>,
) -> Option<Vec<Option<Known>>> {
    let mut complain = |column: Option<usize>, field: &str, problem: Problem| {
        let flaw = Flaw::new(column.and_then(|_| Column::of_heading(field)).map_or("", Column::name), problem);
        complaints.push(Complaint { line, column: column.map(ordinal), field: shortened(field), flaw });
    };
    if header.len() > COLUMNS_MAX {
        complain(None, "", Problem::TooMany { max: COLUMNS_MAX, found: header.len() });
        return None;
    }
    let mut columns: Vec<Option<Known>> = Vec::with_capacity(header.len());
    let mut fatal = false;
    for (index, heading) in header.iter().enumerate() {
        let column = known(heading, unit, mapping);
        if column.is_some() && columns.contains(&column) {
            complain(Some(index), heading, Problem::DuplicateColumn { found: shortened(heading) });
            fatal = true;
        }
        if column.is_none() && is_unknown(heading, mapping) {
            let found = shortened(heading);
            complain(Some(index), heading, Problem::UnknownField { nearest: Column::nearest_heading(&found), found });
        }
        columns.push(column);
    }
    let missing = missing(&columns, unit);
    fatal |= !missing.is_empty();
    for expected in missing {
        complain(None, "", Problem::MissingColumn { expected: expected.into_iter().map(str::to_owned).collect() });
    }
    (!fatal).then_some(columns)
}

/// Whether nobody knows what a heading that is not read stands for.
pub(super) fn is_unknown(heading: &str, mapping: &ColumnMapping) -> bool {
    !heading.is_empty() && !heading.starts_with('#') && mapping.said(heading).is_none()
}

/// What is wrong with the shape of a row, and in which cell. Empty cells beyond the header do no
/// harm.
fn shape(cells: &[String], header: &[String]) -> Option<(Option<usize>, Problem)> {
    let used = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |index| index + 1);
    if cells.len() < header.len() || used > header.len() {
        return Some((None, Problem::Ragged { expected: header.len(), found: cells.len().max(used) }));
    }
    let lengths = cells.iter().map(|cell| cell.chars().count()).enumerate();
    let (column, found) = lengths.into_iter().find(|(_, length)| *length > CELL_MAX)?;
    Some((Some(column), Problem::TooLong { max: CELL_MAX, found }))
}

fn cells(row: TableRow, columns: &[Option<Known>], header: &[String]) -> (Vec<Cell>, Vec<PartCell>) {
    let (mut cells, mut parts) = (Vec::with_capacity(columns.len()), Vec::new());
    for (index, ((text, column), heading)) in row.cells.into_iter().zip(columns).zip(header).enumerate() {
        let (heading, column_number) = (heading.clone(), Some(ordinal(index)));
        match column {
            Some(Known::Whole(of)) => cells.push(Cell { of: *of, heading, column: column_number, text }),
            Some(Known::Part(of)) => parts.push(PartCell { of: of.clone(), heading, column: column_number, text }),
            None => {}
        }
    }
    (cells, parts)
}

fn ordinal(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1)
}
