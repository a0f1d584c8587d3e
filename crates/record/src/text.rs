//! What text may hold: any script, composed (NFC), no control characters, no hidden changes of
//! direction.

use std::{fmt, ops::Deref};

use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::{Flaw, Problem};

/// Most characters of one line.
pub const LINE_MAX: usize = 200;
/// Most characters of a passage in one language.
pub const PASSAGE_MAX: usize = 4000;

/// One line of text, 1 to 200 characters, without spaces at its ends.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line(String);

impl Line {
    /// Composes and trims `text`.
    ///
    /// # Errors
    /// When nothing is left, it is too long, or it holds a line end, a tab or another control
    /// character.
    pub fn new(text: &str) -> Result<Self, Flaw> {
        Ok(Line(checked(&composed(text), LINE_MAX)?))
    }

    /// As it is.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A passage: line ends and runs of spaces count as one space.
pub(crate) fn passage(text: &str) -> Result<String, Problem> {
    checked(&composed(text).split_whitespace().collect::<Vec<_>>().join(" "), PASSAGE_MAX)
}

/// A line as an identifier: no space inside either.
pub(crate) fn identifier(text: &str, max: usize) -> Result<String, Problem> {
    let text = checked(&composed(text), max)?;
    if text.contains(char::is_whitespace) { Err(Problem::SpaceInside) } else { Ok(text) }
}

fn composed(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

fn checked(text: &str, max: usize) -> Result<String, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Problem::Empty);
    }
    let found = text.chars().count();
    if found > max {
        return Err(Problem::TooLong { max, found });
    }
    match text.chars().position(is_forbidden) {
        Some(index) => {
            let code = text.chars().nth(index).map_or(0, u32::from);
            Err(Problem::ForbiddenCharacter { code, position: index + 1 })
        }
        None => Ok(text.to_owned()),
    }
}

/// Control characters, line and paragraph separators, direction overrides and isolates, byte order
/// mark, replacement and non-characters.
fn is_forbidden(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0x200E | 0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xFFF9..=0xFFFD | 0xFDD0..=0xFDEF | 0xE0000..=0xE007F)
        || u32::from(character) & 0xFFFE == 0xFFFE
}

impl Deref for Line {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A line may be a person's name: its length only.
impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line({} characters)", self.0.chars().count())
    }
}

impl TryFrom<String> for Line {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        Line::new(&text)
    }
}

impl From<Line> for String {
    fn from(line: Line) -> String {
        line.0
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn text_is_composed_and_trimmed() {
        assert_eq!(Line::new("  R\u{30c}ezáč ").unwrap().as_str(), "Řezáč");
        assert_eq!(passage(" one\n  two\t three ").unwrap(), "one two three");
    }

    #[test]
    fn any_script_is_a_name() {
        for name in ["Олена", "Nguyễn Thị Hương", "李小龙", "محمد", "O’Brien", "Ní Dhomhnaill"] {
            assert_eq!(Line::new(name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_refused() {
        for text in ["a\nb", "a\tb", "a\u{0}b", "a\u{202e}b", "a\u{feff}b", "a\u{fffd}b", "a\u{2028}b"] {
            assert!(
                matches!(Line::new(text).unwrap_err().problem, Problem::ForbiddenCharacter { position: 2, .. }),
                "{text:?}"
            );
        }
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert!(Line::new(&"ř".repeat(LINE_MAX)).is_ok());
        let problem = Line::new(&"ř".repeat(LINE_MAX + 1)).unwrap_err().problem;
        assert_eq!(problem, Problem::TooLong { max: 200, found: 201 });
        assert_eq!(Line::new(" \u{a0} ").unwrap_err().problem, Problem::Empty);
    }
}
