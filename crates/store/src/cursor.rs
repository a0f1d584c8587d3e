//! Pages, by cursor: nothing is skipped or shown twice when rows come in between.

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE64URL_NOPAD;

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// Its rows.
    pub rows: Vec<T>,
    /// Where the next page begins; `None` when this is the last.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// A page out of one row more than it may have, if there were so many.
    pub(crate) fn of(mut rows: Vec<T>, limit: u32, cursor: impl Fn(&T) -> Cursor) -> Page<T> {
        let limit = limit as usize;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(cursor) } else { None };
        Page { rows, next }
    }
}

/// Most rows of a page, whatever is asked for.
pub(crate) const PAGE_ROWS_MAX: u32 = 500;

/// A place between two rows. Its text is opaque and fits into an address; it holds a sort key, so it is personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The last row's sort key.
    pub(crate) key: Vec<u8>,
    /// The last row's id.
    pub(crate) id: String,
}

/// A text that is no cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor")]
pub struct NotACursor;

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", BASE64URL_NOPAD.encode(&self.key), BASE64URL_NOPAD.encode(self.id.as_bytes()))
    }
}

impl fmt::Debug for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cursor(…)")
    }
}

impl FromStr for Cursor {
    type Err = NotACursor;

    fn from_str(text: &str) -> Result<Self, NotACursor> {
        if text.len() > 4_096 {
            return Err(NotACursor);
        }
        let (key, id) = text.split_once('.').ok_or(NotACursor)?;
        let decode = |part: &str| BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|_| NotACursor);
        let id = String::from_utf8(decode(id)?).map_err(|_| NotACursor)?;
        if id.contains('\0') {
            return Err(NotACursor);
        }
        Ok(Cursor { key: decode(key)?, id })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_cursor_reads_back_and_nothing_else_does() {
        let cursor = Cursor { key: vec![0, 255, 7], id: String::from("a-b") };
        assert_eq!(cursor.to_string().parse::<Cursor>().unwrap(), cursor);
        for text in ["", ".", "AP8H", "AP8H.=", "AP8H.AA", &format!("{}.", "A".repeat(5_000))] {
            let read = text.parse::<Cursor>();
            assert!(read == Err(NotACursor) || text == ".", "{text}");
        }
    }

    #[test]
    fn a_page_knows_whether_there_is_more() {
        let cursor = |row: &u8| Cursor { key: vec![*row], id: row.to_string() };
        assert_eq!(Page::of(vec![1, 2], 2, cursor).next, None);
        let page = Page::of(vec![1, 2, 3], 2, cursor);
        assert_eq!((page.rows, page.next), (vec![1, 2], Some(cursor(&2))));
    }
}
