//! The text of a cell, as the same value would stand in CSV.

use calamine::{Data, DataRef, ExcelDateTime};

use super::super::CELL_MAX;
use crate::WorkbookFault;

/// From here on spreadsheets keep no further digit (IEEE 754 shows 15).
const EXACT_MAX: f64 = 1e15;

/// What a cell says.
pub(super) enum CellText {
    Empty,
    Text(String),
    Fault(WorkbookFault),
}

impl CellText {
    pub fn of_xlsx(value: &DataRef<'_>) -> CellText {
        match value {
            DataRef::Empty => CellText::Empty,
            DataRef::SharedString(text) => text_of(text),
            DataRef::String(text) => text_of(text),
            DataRef::Int(number) => CellText::Text(number.to_string()),
            DataRef::Float(number) => number_of(*number),
            DataRef::Bool(value) => CellText::Text(value.to_string()),
            DataRef::DateTime(at) => day_of(at),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_of(text),
            DataRef::Error(_) => CellText::Fault(WorkbookFault::ErrorValue),
        }
    }

    pub fn of_ods(value: &Data) -> CellText {
        match value {
            Data::Empty => CellText::Empty,
            // LibreOffice saves the error of a formula as its text.
            Data::String(text) if is_error(text) => CellText::Fault(WorkbookFault::ErrorValue),
            Data::String(text) => text_of(text),
            Data::Int(number) => CellText::Text(number.to_string()),
            Data::Float(number) => number_of(*number),
            Data::Bool(value) => CellText::Text(value.to_string()),
            Data::DateTime(at) => day_of(at),
            Data::DateTimeIso(text) | Data::DurationIso(text) => iso_of(text),
            Data::Error(_) => CellText::Fault(WorkbookFault::ErrorValue),
        }
    }
}

fn is_error(text: &str) -> bool {
    matches!(text, "#N/A" | "#DIV/0!" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!")
        || text.starts_with("Err:5")
}

/// One character more than a cell may have is enough to be told that it is too long: one shared text can stand in a million cells.
fn text_of(text: &str) -> CellText {
    CellText::Text(text.chars().take(CELL_MAX + 1).collect())
}

/// `1.5`, `1` and never `1.0`: the decimal sign is not the reader's matter, grades are the same with either.
fn number_of(number: f64) -> CellText {
    if !number.is_finite() {
        return CellText::Fault(WorkbookFault::ErrorValue);
    }
    if number.abs() >= EXACT_MAX {
        return CellText::Fault(WorkbookFault::LongNumber);
    }
    CellText::Text(number.to_string())
}

/// The day; what time of it, no result says.
fn day_of(at: &ExcelDateTime) -> CellText {
    if at.is_duration() {
        return number_of(at.as_f64());
    }
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    CellText::Text(format!("{year:04}-{month:02}-{day:02}"))
}

fn iso_of(text: &str) -> CellText {
    match text.split_once('T') {
        Some((day, _)) if day.len() == 10 => CellText::Text(day.to_owned()),
        _ => text_of(text),
    }
}
