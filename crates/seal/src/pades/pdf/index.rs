//! What was read of a PDF file once and serves every look at it: its chain of cross-reference sections, and objects and object
//! streams that were met.

use super::budget::Budget;
use super::ends::{MAX_FILE, last_startxref, version};
use super::object::{Id, Object};
use super::section::{Place, Section};
use super::syntax::Cursor;
use crate::pades::PdfReadError;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// More cross-reference sections than this are refused.
const MAX_SECTIONS: usize = 512;
/// Objects are kept until they take so many bytes of the file together: as values they are many times as large.
const MAX_KEPT: usize = 4 << 20;

/// The sections of a file with where each object lies, and what was kept of its objects.
#[derive(Debug)]
pub(crate) struct Index {
    /// Newest first.
    pub(super) sections: Vec<Section>,
    /// What every section says of every object: by number, then from the newest section to the oldest.
    places: Vec<(u32, u16, Place)>,
    pub(super) budget: Budget,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    parsed: HashMap<usize, Arc<Parsed>>,
    /// Bytes of the objects in `parsed`.
    bytes: usize,
    unpacked: HashMap<usize, Arc<Unpacked>>,
}

/// An indirect object as it was written; how long its stream is depends on who asks.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) id: Id,
    pub(super) object: Object,
    /// Where the data of its stream start.
    pub(super) stream: Option<usize>,
    /// Bytes that were read.
    pub(super) length: usize,
}

/// An inflated object stream: object numbers with their offsets.
#[derive(Debug)]
pub(super) struct Unpacked {
    /// Where its data end in the file.
    pub(super) end: usize,
    pub(super) bytes: Vec<u8>,
    pub(super) index: HashMap<u32, usize>,
}

impl Index {
    /// Reads the chain of cross-reference sections.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, PdfReadError> {
        if bytes.len() > MAX_FILE {
            return Err(PdfReadError::Limit { what: "bytes of a PDF file", limit: MAX_FILE });
        }
        version(bytes).ok_or(PdfReadError::NotPdf)?;
        let (start, _) = last_startxref(bytes).ok_or(PdfReadError::NoCrossReference)?;
        let budget = Budget::of(bytes.len());
        let sections = chain(bytes, start, &budget)?;
        if sections.iter().any(|section| section.trailer.get("Encrypt").is_some()) {
            return Err(PdfReadError::Encrypted);
        }
        let all = sections
            .iter()
            .zip(0_u16..)
            .flat_map(|(section, at)| section.entries.iter().map(move |(number, place)| (*number, at, *place)));
        let mut places: Vec<(u32, u16, Place)> = all.collect();
        places.sort_unstable_by_key(|(number, at, _)| (*number, *at));
        Ok(Self { sections, places, budget, kept: Mutex::default() })
    }

    /// Where an object lies by the sections from `first` on: the newest that speaks of it is right.
    pub(super) fn place(&self, number: u32, first: usize) -> Option<Place> {
        let at = self.places.partition_point(|(other, section, _)| (*other, usize::from(*section)) < (number, first));
        let (found, _, place) = self.places.get(at)?;
        (*found == number && *place != Place::Free).then_some(*place)
    }

    /// Entries of all sections together.
    #[cfg(test)]
    pub(crate) fn entries(&self) -> usize {
        self.places.len()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is written at `offset`, which should be the object `id`: as it was kept, or read.
    pub(super) fn parsed(&self, bytes: &[u8], id: Id, offset: usize) -> Result<Arc<Parsed>, PdfReadError> {
        if let Some(parsed) = self.kept().parsed.get(&offset) {
            return Ok(Arc::clone(parsed));
        }
        let parsed = Arc::new(Parsed::read(bytes, id, offset)?);
        let mut kept = self.kept();
        let length = kept.bytes.saturating_add(parsed.length);
        if length <= MAX_KEPT {
            kept.bytes = length;
            kept.parsed.insert(offset, Arc::clone(&parsed));
        }
        Ok(parsed)
    }

    /// The object stream that was inflated from what stands at `offset`.
    pub(super) fn unpacked(&self, offset: usize) -> Option<Arc<Unpacked>> {
        self.kept().unpacked.get(&offset).map(Arc::clone)
    }

    /// Keeps an inflated object stream.
    pub(super) fn keep_unpacked(&self, offset: usize, unpacked: &Arc<Unpacked>) -> Result<(), PdfReadError> {
        // An entry of a hash table takes two words, and a third of the table is empty.
        self.budget.keep(unpacked.bytes.len().saturating_add(unpacked.index.len().saturating_mul(24)))?;
        self.kept().unpacked.insert(offset, Arc::clone(unpacked));
        Ok(())
    }
}

impl Parsed {
    fn read(bytes: &[u8], id: Id, offset: usize) -> Result<Self, PdfReadError> {
        let mut cursor = Cursor::new(bytes, offset);
        if cursor.head().ok() != Some(id) {
            return Err(PdfReadError::Object { number: id.number, offset });
        }
        let object = cursor.object()?;
        let length = cursor.at().saturating_sub(offset);
        let stream = if matches!(object, Object::Dictionary(_)) { cursor.stream_start()? } else { None };
        Ok(Self { id, object, stream, length })
    }
}

/// The sections from `start` back to the first, newest first.
fn chain(bytes: &[u8], start: usize, budget: &Budget) -> Result<Vec<Section>, PdfReadError> {
    let mut sections: Vec<Section> = Vec::new();
    let mut next = Some(start);
    while let Some(offset) = next {
        if sections.len() >= MAX_SECTIONS {
            return Err(PdfReadError::Limit { what: "revisions of a PDF file", limit: MAX_SECTIONS });
        }
        if sections.iter().any(|section| section.offset == offset) {
            return Err(PdfReadError::Syntax { offset, what: "cross-reference sections in a circle" });
        }
        let mut section = Section::read(bytes, offset, budget)?;
        if let Some(hidden) = section.hybrid()? {
            section.unhide(Section::read(bytes, hidden, budget)?);
        }
        next = section.previous()?;
        sections.push(section);
    }
    Ok(sections)
}
