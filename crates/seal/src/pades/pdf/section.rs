//! Cross-reference sections (ISO 32000-1, 7.5.4 and 7.5.8): where each object of a revision lies.

use super::budget::Budget;
use super::filter;
use super::object::{Dictionary, Object};
use super::syntax::Cursor;
use crate::pades::PdfReadError;
use std::collections::BTreeMap;

/// Bytes that an entry takes while the file is looked at: in its section, and in the table of all sections.
const ENTRY_BYTES: usize = 48;
/// A cross-reference stream may inflate to this many bytes.
const MAX_STREAM: usize = 32 << 20;

/// Where an object lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Deleted or never used.
    Free,
    /// At a byte offset in the file.
    Offset { offset: usize, generation: u16 },
    /// In the object stream with this number.
    Packed { stream: u32 },
}

/// Whether a section is a classic table or a stream: an update is written the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Table,
    Stream,
}

/// One cross-reference section with its trailer.
#[derive(Debug)]
pub(crate) struct Section {
    /// Where it starts.
    pub(crate) offset: usize,
    pub(crate) kind: Kind,
    /// Sorted by object number, no number twice.
    pub(crate) entries: Vec<(u32, Place)>,
    pub(crate) trailer: Dictionary,
}

impl Section {
    /// Reads the section at byte `offset`; what it holds is drawn from `budget`.
    pub(crate) fn read(bytes: &[u8], offset: usize, budget: &Budget) -> Result<Self, PdfReadError> {
        let mut cursor = Cursor::new(bytes, offset);
        cursor.skip_space();
        if cursor.take("xref") {
            Self::table(offset, cursor, budget)
        } else {
            Self::stream(bytes, offset, cursor, budget)
        }
    }

    /// Offset of the section before this one.
    pub(crate) fn previous(&self) -> Result<Option<usize>, PdfReadError> {
        self.pointer("Prev")
    }

    /// Offset of the stream that a hybrid file hides from old readers (7.5.8.4).
    pub(crate) fn hybrid(&self) -> Result<Option<usize>, PdfReadError> {
        self.pointer("XRefStm")
    }

    /// Takes in what the hidden stream of a hybrid file says of objects that the table calls free or leaves out.
    pub(crate) fn unhide(&mut self, hidden: Self) {
        let mut merged: BTreeMap<u32, Place> = hidden.entries.into_iter().collect();
        merged.extend(self.entries.iter().filter(|(_, place)| *place != Place::Free).copied());
        for (number, place) in &self.entries {
            merged.entry(*number).or_insert(*place);
        }
        self.entries = merged.into_iter().collect();
    }

    fn pointer(&self, key: &str) -> Result<Option<usize>, PdfReadError> {
        match self.trailer.get(key) {
            None => Ok(None),
            Some(value) => value
                .as_size()
                .map(Some)
                .ok_or(PdfReadError::Syntax { offset: self.offset, what: "a trailer points to no offset" }),
        }
    }

    fn table(offset: usize, mut cursor: Cursor<'_>, budget: &Budget) -> Result<Self, PdfReadError> {
        let mut entries = Vec::new();
        loop {
            cursor.skip_space();
            if cursor.take("trailer") {
                break;
            }
            let first = cursor.unsigned()?;
            let count = cursor.unsigned()?;
            for index in 0..count {
                let place = cursor.unsigned()?;
                let generation = cursor.unsigned()?;
                cursor.skip_space();
                let place = if cursor.take("n") {
                    Place::Offset { offset: place, generation: u16::try_from(generation).unwrap_or(u16::MAX) }
                } else if cursor.take("f") {
                    Place::Free
                } else {
                    return Err(PdfReadError::Syntax { offset: cursor.at(), what: "expected n or f" });
                };
                push(&mut entries, first.saturating_add(index), place, budget)?;
            }
        }
        let Object::Dictionary(trailer) = cursor.object()? else {
            return Err(PdfReadError::Syntax { offset: cursor.at(), what: "expected the trailer dictionary" });
        };
        Self::finish(offset, Kind::Table, entries, trailer)
    }

    fn stream(bytes: &[u8], offset: usize, mut cursor: Cursor<'_>, budget: &Budget) -> Result<Self, PdfReadError> {
        cursor.head()?;
        let wrong = |what| PdfReadError::Syntax { offset, what };
        let Object::Dictionary(trailer) = cursor.object()? else {
            return Err(wrong("expected a cross-reference table or stream"));
        };
        let start = cursor.stream_start()?.ok_or(wrong("expected a cross-reference stream"))?;
        let length =
            trailer.get("Length").and_then(Object::as_size).ok_or(wrong("a cross-reference stream without length"))?;
        let raw = start
            .checked_add(length)
            .and_then(|end| bytes.get(start..end))
            .ok_or(wrong("a stream ends after the file"))?;
        if !trailer.is_name("Type", "XRef") {
            return Err(wrong("expected a cross-reference stream"));
        }
        let table = filter::decode(&trailer, raw, MAX_STREAM.min(budget.left()))?;
        budget.keep(table.len())?;
        let widths =
            sizes(trailer.get("W")).filter(|widths| widths.len() == 3 && widths.iter().all(|width| *width <= 8));
        let Some(&[kind, second, third]) = widths.as_deref() else {
            return Err(wrong("wrong widths in a cross-reference stream"));
        };
        let row = kind + second + third;
        if row == 0 {
            return Err(wrong("wrong widths in a cross-reference stream"));
        }
        let size = trailer.get("Size").and_then(Object::as_size).unwrap_or(0);
        let index = match trailer.get("Index") {
            None => vec![0, size],
            some => sizes(some).ok_or(wrong("wrong index in a cross-reference stream"))?,
        };
        let numbers = index.chunks_exact(2).flat_map(|pair| match pair {
            [first, count] => *first..first.saturating_add(*count),
            _ => 0..0,
        });
        let mut entries = Vec::new();
        for (number, row) in numbers.zip(table.chunks_exact(row)) {
            let (first, rest) = row.split_at(kind);
            let (middle, last) = rest.split_at(second);
            let place =
                match (if first.is_empty() { 1 } else { big_endian(first) }, big_endian(middle), big_endian(last)) {
                    (1, offset, generation) => Place::Offset {
                        offset: usize::try_from(offset).unwrap_or(usize::MAX),
                        generation: u16::try_from(generation).unwrap_or(u16::MAX),
                    },
                    (2, stream, _) => Place::Packed { stream: u32::try_from(stream).unwrap_or(u32::MAX) },
                    _ => Place::Free,
                };
            push(&mut entries, number, place, budget)?;
        }
        Self::finish(offset, Kind::Stream, entries, trailer)
    }

    fn finish(
        offset: usize,
        kind: Kind,
        mut entries: Vec<(u32, Place)>,
        trailer: Dictionary,
    ) -> Result<Self, PdfReadError> {
        entries.sort_by_key(|(number, _)| *number);
        if entries.windows(2).any(|pair| matches!(pair, [(a, _), (b, _)] if a == b)) {
            return Err(PdfReadError::Syntax { offset, what: "an object stands twice in a cross-reference section" });
        }
        Ok(Self { offset, kind, entries, trailer })
    }
}

fn push(entries: &mut Vec<(u32, Place)>, number: usize, place: Place, budget: &Budget) -> Result<(), PdfReadError> {
    let most = u32::MAX as usize;
    let number =
        u32::try_from(number).map_err(|_| PdfReadError::Limit { what: "objects of a PDF file", limit: most })?;
    budget.keep(ENTRY_BYTES)?;
    entries.push((number, place));
    Ok(())
}

/// An array of sizes.
fn sizes(value: Option<&Object>) -> Option<Vec<usize>> {
    value?.as_array()?.iter().map(Object::as_size).collect()
}

fn big_endian(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte))
}
