//! One row of a results file as it was written, cell by cell.

use super::{column::Column, part_column::PartCell};
use crate::{Complaint, Flaw, Problem};

/// One row as it was written.
pub(super) struct Record {
    pub(super) line: u64,
    /// The place of the row in its line, when cells have none of their own.
    pub(super) column: Option<u32>,
    pub(super) cells: Vec<Cell>,
    /// Cells about single parts.
    pub(super) parts: Vec<PartCell>,
}

/// One cell.
pub(super) struct Cell {
    pub(super) of: Column,
    /// The heading above it, or its name.
    pub(super) heading: String,
    /// Its number in the row, from 1.
    pub(super) column: Option<u32>,
    pub(super) text: String,
}

impl Record {
    /// The cell of a column, unless it is empty.
    pub(super) fn cell(&self, of: Column) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.of == of && !cell.text.trim().is_empty())
    }

    pub(super) fn optional<T>(&self, of: Column, read: impl Fn(&str) -> Result<T, Flaw>) -> Result<Option<T>, Flaw> {
        self.cell(of).map(|cell| read(&cell.text).map_err(|flaw| flaw.under(of.name()))).transpose()
    }

    pub(super) fn required<T>(&self, of: Column, read: impl Fn(&str) -> Result<T, Flaw>) -> Result<T, Flaw> {
        self.optional(of, read)?.ok_or_else(|| Flaw::new(of.name(), Problem::Missing))
    }

    /// The flaw at the place of its cell, or of the row.
    pub(super) fn complaint(&self, flaw: Flaw) -> Complaint {
        let cell = self.cells.iter().find(|cell| cell.of.name() == flaw.field);
        let part = self.parts.iter().find(|cell| cell.of.name() == flaw.field);
        let place = cell.map(|cell| (cell.column, &cell.heading));
        let place = place.or_else(|| part.map(|cell| (cell.column, &cell.heading)));
        let column = place.and_then(|(column, _)| column).or(self.column);
        let field = place.map_or_else(|| flaw.field.clone(), |(_, heading)| heading.clone());
        Complaint { line: self.line, column, field, flaw }
    }
}
