//! CSV: cells between semicolons, commas or tabs, in quotes where needed. What looks like a formula is text like any other.

use csv::{ReaderBuilder, StringRecord};

use super::{
    CELL_MAX, COLUMNS_MAX, ROWS_MAX,
    column::Column,
    row::{Cell, Reader, Record},
};
use crate::{Complaint, Flaw, Problem, code::shortened};

/// Gives every row to `reader`; returns complaints about the file and its shape.
pub(super) fn read(text: &str, runs: usize, reader: &mut Reader<'_>) -> Vec<Complaint> {
    let (text, skipped) = without_separator_line(text);
    let mut rows = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut complaints = Vec::new();
    match rows.read_record(&mut record) {
        Ok(true) => {}
        Ok(false) => return vec![Complaint::of_file(Problem::NoRows)],
        Err(error) => return vec![syntax(&error)],
    }
    let line_of = |record: &StringRecord| record.position().map_or(1, csv::Position::line) + skipped;
    let header_line = line_of(&record);
    let header: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
    let columns = match columns(&header, header_line, runs, &mut complaints) {
        Some(columns) => columns,
        None => return complaints,
    };
    let mut count = 0;
    loop {
        match rows.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return complaints,
            Err(error) => {
                complaints.push(syntax(&error));
                return complaints;
            }
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = line_of(&record);
        count += 1;
        if count > ROWS_MAX {
            let flaw = Problem::TooMany { max: ROWS_MAX, found: count }.into();
            complaints.push(Complaint { line, column: None, field: String::new(), flaw });
            return complaints;
        }
        match shape(&record, &header) {
            Some((column, problem)) => {
                let field = column.and_then(|column| header.get(column)).cloned().unwrap_or_default();
                complaints.push(Complaint { line, column: column.map(ordinal), field, flaw: problem.into() });
            }
            None => reader.read(&Record { line, column: None, cells: cells(&record, &columns, &header) }),
        }
    }
}

/// A first line `sep=;`, as some spreadsheets write it, and how many lines that makes.
fn without_separator_line(text: &str) -> (&str, u64) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if first.trim_end().len() == 5 && first.starts_with("sep=") { (rest, 1) } else { (text, 0) }
}

/// The sign that separates the cells of the first line most often.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let mut counts = [(b';', 0u32), (b'\t', 0), (b',', 0)];
    for byte in first.bytes() {
        if byte == b'"' {
            quoted = !quoted;
        }
        for (delimiter, count) in &mut counts {
            *count += u32::from(!quoted && byte == *delimiter);
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0).map_or(b';', |(delimiter, _)| *delimiter)
}

/// What each column is, or `None` when rows cannot be read without guessing. Headings that begin with `#` and empty ones are left out.
fn columns(header: &[String], line: u64, runs: usize, complaints: &mut Vec<Complaint>) -> Option<Vec<Option<Column>>> {
    let mut complain = |column: Option<usize>, field: &str, problem: Problem| {
        let flaw = Flaw::new(column.and_then(|_| Column::of_heading(field)).map_or("", Column::name), problem);
        complaints.push(Complaint { line, column: column.map(ordinal), field: shortened(field), flaw });
    };
    if header.len() > COLUMNS_MAX {
        complain(None, "", Problem::TooMany { max: COLUMNS_MAX, found: header.len() });
        return None;
    }
    let mut columns = Vec::with_capacity(header.len());
    let mut fatal = false;
    for (index, heading) in header.iter().enumerate() {
        let column = Column::of_heading(heading);
        if column.is_some() && columns.contains(&column) {
            complain(Some(index), heading, Problem::DuplicateColumn { found: shortened(heading) });
            fatal = true;
        }
        if column.is_none() && !heading.is_empty() && !heading.starts_with('#') {
            let found = shortened(heading);
            complain(Some(index), heading, Problem::UnknownField { nearest: Column::nearest_heading(&found), found });
        }
        columns.push(column);
    }
    let has = |column| columns.contains(&Some(column));
    let run: &[Column] = if runs == 1 { &[] } else { &[Column::Run] };
    let required = [Column::Person, Column::Born, Column::Grade, Column::ResultDate];
    let mut missing: Vec<Vec<&str>> =
        required.iter().chain(run).filter(|column| !has(**column)).map(|column| column.headings().to_vec()).collect();
    if !has(Column::GivenName) && !has(Column::FamilyName) {
        missing.push([Column::FamilyName.headings(), Column::GivenName.headings()].concat());
    }
    fatal |= !missing.is_empty();
    for expected in missing {
        complain(None, "", Problem::MissingColumn { expected: expected.into_iter().map(str::to_owned).collect() });
    }
    (!fatal).then_some(columns)
}

/// What is wrong with the shape of a row, and in which cell. Empty cells beyond the header do no harm.
fn shape(record: &StringRecord, header: &[String]) -> Option<(Option<usize>, Problem)> {
    let used = record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).last().map_or(0, |(index, _)| index + 1);
    if record.len() < header.len() || used > header.len() {
        return Some((None, Problem::Ragged { expected: header.len(), found: record.len().max(used) }));
    }
    let lengths = record.iter().map(|cell| cell.chars().count()).enumerate();
    let (column, found) = lengths.into_iter().find(|(_, length)| *length > CELL_MAX)?;
    Some((Some(column), Problem::TooLong { max: CELL_MAX, found }))
}

fn cells(record: &StringRecord, columns: &[Option<Column>], header: &[String]) -> Vec<Cell> {
    let known = record.iter().zip(columns).zip(header).enumerate();
    known
        .filter_map(|(index, ((text, column), heading))| {
            Some(Cell { of: (*column)?, heading: heading.clone(), column: Some(ordinal(index)), text: text.to_owned() })
        })
        .collect()
}

fn ordinal(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1)
}

fn syntax(error: &csv::Error) -> Complaint {
    let line = error.position().map_or(1, csv::Position::line);
    let flaw = Problem::Syntax { detail: shortened(&error.to_string()) }.into();
    Complaint { line, column: None, field: String::new(), flaw }
}
