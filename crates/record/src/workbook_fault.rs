//! Why a workbook (XLSX, ODS) or one of its cells cannot be read.

use serde::{Deserialize, Serialize};

/// What is wrong with a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WorkbookFault {
    /// It is no workbook, or a part of it is damaged.
    Broken,
    /// Unpacked it is larger than [`crate::results::UNPACKED_MAX`], or has too many parts, elements or cells.
    Unpacks,
    /// No sheet that is shown has a filled cell.
    NoSheet,
    /// A cell shows an error (`#N/A`) instead of a value.
    ErrorValue,
    /// A number of more digits than a spreadsheet keeps.
    LongNumber,
    /// One cell is merged over several columns.
    Merged,
}
