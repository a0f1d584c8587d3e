//! CSV: cells between semicolons, commas or tabs, in quotes where needed. What looks like a formula
//! is text like any other.

use csv::{ReaderBuilder, StringRecord};

use super::{column::Column, table_row::TableRow};
use crate::{Complaint, Problem, SyntaxFault, encoding};

/// The rows that are not empty, each with its line; ends with the first complaint.
pub(super) fn rows(text: &str) -> impl Iterator<Item = Result<TableRow, Box<Complaint>>> {
    Rows::new(text).map(|row| match row {
        Ok((line, record)) => Ok(TableRow { line, cells: record.iter().map(str::to_owned).collect() }),
        Err(complaint) => Err(Box::new(complaint)),
    })
}

/// Whether one of the headings is known and has a letter that only Czech encodings have.
pub(super) fn has_czech_heading(text: &str) -> bool {
    let headings = Rows::new(text).next().and_then(Result::ok);
    headings.is_some_and(|(_, headings)| {
        headings.iter().any(|heading| encoding::is_czech(heading) && Column::of_heading(heading).is_some())
    })
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
