//! Tables of comma-separated values for spreadsheets: what is in a cell is never taken for a formula.

use csv::WriterBuilder;

/// Signs with which a spreadsheet begins a formula or looks for one.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table in the making: semicolons, as Czech spreadsheets expect, and UTF-8 with the mark by which they know it.
pub struct CsvTable(csv::Writer<Vec<u8>>);

impl CsvTable {
    /// A table with these headings.
    pub fn new(headings: &[String]) -> CsvTable {
        let mut file = CsvTable(WriterBuilder::new().delimiter(b';').flexible(true).from_writer("\u{feff}".into()));
        file.row(headings.iter().map(String::as_str));
        file
    }

    /// The part of such a table that goes on after another.
    pub fn going_on() -> CsvTable {
        CsvTable(WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new()))
    }

    /// What was written so far.
    pub fn into_bytes(self) -> Vec<u8> {
        // Reading back what was written to memory does not fail.
        self.0.into_inner().unwrap_or_else(|_| Vec::new())
    }

    /// One row.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        let cells: Vec<String> = cells.into_iter().map(harmless).collect();
        // Writing to memory does not fail.
        let _ = self.0.write_record(&cells);
    }
}

/// The text with an apostrophe before it where a spreadsheet would calculate it.
fn harmless(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn st8_no_cell_begins_a_formula() {
        for formula in ["=1+1", "+420", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for text in ["", "Jana", "1. 9. 2025", "a=b"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn cells_with_signs_of_the_format_are_in_quotes() {
        let mut file = CsvTable::new(&["a".to_owned(), "b".to_owned()]);
        file.row(["x;y", "say \"z\""]);
        file.row(["Říká „ano“; a \"ne\"", "plain"]);
        let bytes = file.0.into_inner().unwrap_or_default();
        assert_eq!(
            String::from_utf8_lossy(&bytes),
            "\u{feff}a;b\n\"x;y\";\"say \"\"z\"\"\"\n\"Říká „ano“; a \"\"ne\"\"\";plain\n"
        );
    }
}
