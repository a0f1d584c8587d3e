//! CSV: cells between semicolons, commas or tabs, in quotes where needed. What looks like a formula
//! is text like any other.

use csv::{ReaderBuilder, StringRecord};

use super::{
    CELL_MAX, COLUMNS_MAX, ROWS_MAX,
    column::Column,
    part_column::{PartCell, PartColumn},
    record::{Cell, Record},
    row::Reader,
};
use crate::{Complaint, Flaw, Problem, SyntaxFault, Unit, code::shortened, encoding};

/// Gives every row to `reader`; returns complaints about the file and its shape.
pub(super) fn read(text: &str, reader: &mut Reader<'_>) -> Vec<Complaint> {
    let mut rows = Rows::new(text);
    let mut complaints = Vec::new();
    let (line, header) = match rows.next() {
        Some(Ok((line, record))) => (line, record),
        Some(Err(complaint)) => return vec![complaint],
        None => return vec![Complaint::of_file(Problem::NoRows)],
    };
    let header: Vec<String> = header.iter().map(|cell| cell.trim().to_owned()).collect();
    let Some(columns) = columns(&header, line, reader.unit(), &mut complaints) else {
        return complaints;
    };
    for (index, row) in rows.enumerate() {
        let (line, record) = match row {
            Ok(row) if index < ROWS_MAX => row,
            Ok((line, _)) => {
                let problem = Problem::TooMany { max: ROWS_MAX, found: index + 1 };
                complaints.push(of_row(line, None, &header, problem));
                break;
            }
            Err(complaint) => {
                complaints.push(complaint);
                break;
            }
        };
        match shape(&record, &header) {
            Some((cell, problem)) => complaints.push(of_row(line, cell, &header, problem)),
            None => {
                let (cells, parts) = cells(&record, &columns, &header);
                reader.read(&Record { line, column: None, cells, parts });
            }
        }
    }
    complaints
}

/// Whether one of the headings is known and has a letter that only Czech encodings have.
pub(super) fn has_czech_heading(text: &str) -> bool {
    let headings = Rows::new(text).next().and_then(Result::ok);
    headings.is_some_and(|(_, headings)| {
        headings.iter().any(|heading| encoding::is_czech(heading) && Column::of_heading(heading).is_some())
    })
}

fn of_row(line: u64, cell: Option<usize>, header: &[String], problem: Problem) -> Complaint {
    let field = cell.and_then(|cell| header.get(cell)).cloned().unwrap_or_default();
    Complaint { line, column: cell.map(ordinal), field, flaw: problem.into() }
}

/// The rows that are not empty, each with its line.
struct Rows<'t> {
    text: &'t str,
    records: csv::StringRecordsIntoIter<&'t [u8]>,
    /// Bytes counted so far, and the line they end in.
    counted: usize,
    line: u64,
}

impl<'t> Rows<'t> {
    fn new(text: &'t str) -> Self {
        let (text, line) = without_separator_line(text);
        let mut reader = ReaderBuilder::new();
        reader.has_headers(false).flexible(true).delimiter(delimiter(text));
        let records = reader.from_reader(text.as_bytes()).into_records();
        Rows { text, records, counted: 0, line }
    }

    /// The line of the first character of a record that begins at `offset`, or after line ends
    /// there. The reader's own count is one too low after a carriage return.
    fn line_at(&mut self, offset: usize) -> u64 {
        let rest = self.text.as_bytes().get(offset..).unwrap_or_default();
        let start = offset + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = self.text.as_bytes().get(self.counted..start).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.counted = self.counted.max(start);
        self.line
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<(u64, StringRecord), Complaint>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let record = match self.records.next()? {
                Ok(record) => record,
                Err(_) => {
                    let flaw = Problem::Syntax { fault: SyntaxFault::Csv }.into();
                    return Some(Err(Complaint { line: self.line, column: None, field: String::new(), flaw }));
                }
            };
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                let offset = record.position().map_or(0, csv::Position::byte);
                let line = self.line_at(usize::try_from(offset).unwrap_or(usize::MAX));
                return Some(Ok((line, record)));
            }
        }
    }
}

/// The text after a first line `sep=;`, as some spreadsheets write it, and the line it begins in.
fn without_separator_line(text: &str) -> (&str, u64) {
    match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => (rest, 2),
        _ => (text, 1),
    }
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
    counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, count)| *count > 0)
        .map_or(b';', |(delimiter, _)| *delimiter)
}

/// What a column is about.
#[derive(PartialEq)]
enum Known {
    Whole(Column),
    Part(PartColumn),
}

/// What each column is, or `None` when rows cannot be read without guessing. Headings that begin
/// with `#` and empty ones are left out.
fn columns(header: &[String], line: u64, unit: &Unit, complaints: &mut Vec<Complaint>) -> Option<Vec<Option<Known>>> {
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
        let part = PartColumn::of(heading, unit);
        let column = Column::of_heading(heading);
        let column = part.map(Known::Part).or(column.map(Known::Whole));
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
    let has = |column| columns.contains(&Some(Known::Whole(column)));
    let run: &[Column] = if unit.runs.len() == 1 { &[] } else { &[Column::Run] };
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

/// What is wrong with the shape of a row, and in which cell. Empty cells beyond the header do no
/// harm.
fn shape(record: &StringRecord, header: &[String]) -> Option<(Option<usize>, Problem)> {
    let used =
        record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).last().map_or(0, |(index, _)| index + 1);
    if record.len() < header.len() || used > header.len() {
        return Some((None, Problem::Ragged { expected: header.len(), found: record.len().max(used) }));
    }
    let lengths = record.iter().map(|cell| cell.chars().count()).enumerate();
    let (column, found) = lengths.into_iter().find(|(_, length)| *length > CELL_MAX)?;
    Some((Some(column), Problem::TooLong { max: CELL_MAX, found }))
}

fn cells(record: &StringRecord, columns: &[Option<Known>], header: &[String]) -> (Vec<Cell>, Vec<PartCell>) {
    let (mut cells, mut parts) = (Vec::with_capacity(columns.len()), Vec::new());
    for (index, ((text, column), heading)) in record.iter().zip(columns).zip(header).enumerate() {
        let (heading, column_number, text) = (heading.clone(), Some(ordinal(index)), text.to_owned());
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
