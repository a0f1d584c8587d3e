//! A flaw of a file, with its place.

use crate::Flaw;

/// One thing that is wrong with a file, where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Line, from 1; the first line of a row that spans several.
    pub line: u64,
    /// In TOML and JSON the character of the line, in CSV the cell of the row, both from 1.
    pub column: Option<u32>,
    /// The field as the user wrote it: a dotted name, or the heading of a column. Empty for the
    /// file as a whole.
    pub field: String,
    /// What is wrong.
    pub flaw: Flaw,
}

impl Complaint {
    /// A complaint about the file as a whole.
    pub fn of_file(flaw: impl Into<Flaw>) -> Self {
        Complaint { line: 1, column: None, field: String::new(), flaw: flaw.into() }
    }
}

/// Line and character of a byte offset, both from 1.
pub(crate) fn place(text: &str, offset: usize) -> (u64, u32) {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() as u64 + 1;
    let column = before.get(start..).map_or(0, |line| line.chars().count());
    (line, u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        assert_eq!(place("čau\nžluť = 1", "čau\nžluť".len()), (2, 5));
        assert_eq!(place("", 0), (1, 1));
        assert_eq!(place("a\n", 99), (2, 1));
    }
}
