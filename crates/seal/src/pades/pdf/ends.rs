//! The first and the last line of a file, by which a reader finds everything else.

use super::syntax::{Cursor, is_space};

/// Files larger than this are refused.
pub(crate) const MAX_FILE: usize = 256 << 20;
/// `%PDF-` is looked for in this many bytes at the start (ISO 32000-1, annex H, note 13).
const HEAD: usize = 1_024;
/// `startxref` is looked for in this many bytes before the end (ISO 32000-1, annex H, note 18).
const TAIL: usize = 1_100;

/// What follows `%PDF-` in the first line. Bytes before it are read past as other readers do (ISO 32000-1, annex H, note 13);
/// offsets count from the first byte of the file, and a seal covers it.
pub(super) fn version(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.get(..bytes.len().min(HEAD))?;
    let mark = b"%PDF-";
    let at = head.windows(mark.len()).position(|window| window == mark)?;
    bytes.get(at + mark.len()..bytes.len().min(at + mark.len() + 3))
}

/// The offset after the last `startxref`, and whether `%%EOF` and nothing but white space follows it to the very end.
pub(super) fn last_startxref(bytes: &[u8]) -> Option<(usize, bool)> {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..)?;
    let word = b"startxref";
    let at = tail.windows(word.len()).rposition(|window| window == word)?;
    let mut cursor = Cursor::new(tail, at + word.len());
    let offset = cursor.unsigned().ok()?;
    let rest = tail.get(cursor.at()..)?;
    let blank = rest.iter().take_while(|byte| is_space(**byte)).count();
    let whole = rest.get(blank..)?.strip_prefix(b"%%EOF").is_some_and(|end| end.iter().all(|byte| is_space(*byte)));
    Some((offset, whole))
}
