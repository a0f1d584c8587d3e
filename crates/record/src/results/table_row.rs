//! Rows of cells as they come out of a file.

use serde::{Deserialize, Serialize};

use crate::WorkbookFault;

/// One row that is not empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TableRow {
    /// Its line, from 1.
    pub line: u64,
    pub cells: Vec<String>,
}

impl TableRow {
    /// Whether no cell says anything.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A cell that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CellFault {
    pub line: u64,
    /// From 0.
    pub column: usize,
    pub fault: WorkbookFault,
}
