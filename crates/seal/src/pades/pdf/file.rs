//! A PDF file, opened for one look: views of its objects as they stood at any revision.

use super::ends::{last_startxref, version};
use super::filter;
use super::index::{Index, Parsed, Unpacked};
use super::object::{Dictionary, Id, Object, Stream};
use super::section::{Place, Section};
use super::syntax::Cursor;
use crate::pades::PdfReadError;
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;

/// An object stream may inflate to this many bytes.
const MAX_PACKED: usize = 32 << 20;
/// References to references are followed this far.
const MAX_HOPS: usize = 16;
/// Bytes of objects that may be read in one look, beside four times the file: bounds the work a hostile file can cause.
const FUEL: usize = 64 << 20;

/// A file with its cross-reference sections read; objects are read when asked for.
#[derive(Debug)]
pub(crate) struct Pdf<'a> {
    bytes: &'a [u8],
    index: Arc<Index>,
    fuel: Cell<usize>,
}

/// The objects as the sections from `first` on (newest first) define them, in the first `end` bytes of the file: a revision must
/// not be able to point at what came after it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'p, 'a> {
    pdf: &'p Pdf<'a>,
    first: usize,
    end: usize,
}

impl<'a> Pdf<'a> {
    /// Reads the chain of cross-reference sections.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, PdfReadError> {
        Ok(Self::open(bytes, Arc::new(Index::read(bytes)?)))
    }

    /// Opens a file whose sections were read before. Each look has fuel of its own, all share what is kept.
    pub(crate) fn open(bytes: &'a [u8], index: Arc<Index>) -> Self {
        Self { bytes, index, fuel: Cell::new(bytes.len().saturating_mul(4).saturating_add(FUEL)) }
    }

    pub(crate) const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// What the first line says of the version, e.g. `1.7`.
    pub(crate) fn version(&self) -> &'a [u8] {
        version(self.bytes).unwrap_or_default()
    }

    /// Newest first, at least one.
    pub(crate) fn sections(&self) -> &[Section] {
        &self.index.sections
    }

    /// The file as it stands.
    pub(crate) const fn newest(&self) -> View<'_, 'a> {
        View { pdf: self, first: 0, end: self.bytes.len() }
    }

    /// The file as it stood when it ended at byte `end`: a whole revision must end there, and its section must be part of today's chain.
    pub(crate) fn at_end(&self, end: usize) -> Option<View<'_, 'a>> {
        let (start, whole) = last_startxref(self.bytes.get(..end)?)?;
        let first = self.index.sections.iter().position(|section| section.offset < end)?;
        let (newest, older) = self.index.sections.get(first..)?.split_first()?;
        let inside = |section: &Section| {
            let hidden = section.hybrid().ok().flatten();
            section.offset < end && hidden.is_none_or(|hidden| hidden < end)
        };
        let sound = whole && newest.offset == start && inside(newest) && older.iter().all(inside);
        sound.then_some(View { pdf: self, first, end })
    }

    fn burn(&self, bytes: usize) -> Result<(), PdfReadError> {
        let left = self.fuel.get().checked_sub(bytes.saturating_add(64));
        self.fuel.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(PdfReadError::Limit { what: "bytes of objects read", limit: FUEL })
    }
}

impl<'p, 'a> View<'p, 'a> {
    pub(crate) const fn pdf(&self) -> &'p Pdf<'a> {
        self.pdf
    }

    /// Sections that came after this view, newest first.
    pub(crate) fn later(&self) -> &'p [Section] {
        self.pdf.index.sections.get(..self.first).unwrap_or_default()
    }

    fn sections(&self) -> &'p [Section] {
        self.pdf.index.sections.get(self.first..).unwrap_or_default()
    }

    /// The newest trailer of this view.
    pub(crate) fn trailer(&self) -> Result<&'p Dictionary, PdfReadError> {
        self.sections().first().map(|section| &section.trailer).ok_or(PdfReadError::NoCrossReference)
    }

    /// Where an object lies.
    pub(crate) fn place(&self, number: u32) -> Option<Place> {
        self.pdf.index.place(number, self.first).filter(|place| match place {
            Place::Offset { offset, .. } => *offset < self.end,
            Place::Packed { .. } | Place::Free => true,
        })
    }

    /// The object; `Null` if there is none (ISO 32000-1, 7.3.10).
    pub(crate) fn object(&self, id: Id) -> Result<Object, PdfReadError> {
        self.object_after(id, MAX_HOPS)
    }

    fn object_after(&self, id: Id, hops: usize) -> Result<Object, PdfReadError> {
        match self.place(id.number) {
            Some(Place::Offset { offset, generation }) if generation == id.generation => {
                self.indirect(id, offset, hops)
            }
            Some(Place::Packed { stream }) if id.generation == 0 => self.packed(id.number, stream, hops),
            _ => Ok(Object::Null),
        }
    }

    /// Shows an object to `look` without making it, where it need not be made.
    pub(crate) fn look(&self, id: Id, look: impl FnOnce(&Object)) -> Result<(), PdfReadError> {
        if let Some(Place::Offset { offset, generation }) = self.place(id.number)
            && generation == id.generation
        {
            let parsed = self.parsed(id, offset)?;
            if parsed.stream.is_none() {
                look(&parsed.object);
                return Ok(());
            }
        }
        look(&self.object(id)?);
        Ok(())
    }

    /// The value behind a reference, or the value itself.
    pub(crate) fn resolve(&self, object: &Object) -> Result<Object, PdfReadError> {
        self.resolve_after(object, MAX_HOPS)
    }

    fn resolve_after(&self, object: &Object, hops: usize) -> Result<Object, PdfReadError> {
        let Object::Reference(id) = object else { return Ok(object.clone()) };
        let hops =
            hops.checked_sub(1).ok_or(PdfReadError::Limit { what: "references to references", limit: MAX_HOPS })?;
        let object = self.object_after(*id, hops)?;
        self.resolve_after(&object, hops)
    }

    /// The value of a dictionary entry, references followed; `Null` if there is none.
    pub(crate) fn get(&self, dictionary: &Dictionary, key: &str) -> Result<Object, PdfReadError> {
        dictionary.get(key).map_or(Ok(Object::Null), |value| self.resolve(value))
    }

    /// The document catalog and its id.
    pub(crate) fn catalog(&self) -> Result<(Id, Dictionary), PdfReadError> {
        let id = self.trailer()?.get("Root").and_then(Object::as_reference).ok_or(PdfReadError::NoCatalog)?;
        match self.object(id)? {
            Object::Dictionary(catalog) => Ok((id, catalog)),
            _ => Err(PdfReadError::NoCatalog),
        }
    }

    /// The bytes of a stream with its filters taken off, at most `limit` of them.
    pub(crate) fn decode(&self, stream: &Stream, limit: usize) -> Result<Vec<u8>, PdfReadError> {
        self.decode_after(stream, limit, MAX_HOPS)
    }

    fn decode_after(&self, stream: &Stream, limit: usize, hops: usize) -> Result<Vec<u8>, PdfReadError> {
        let mut dictionary = Dictionary::default();
        for key in ["Filter", "DecodeParms"] {
            if let Some(value) = stream.dictionary.get(key) {
                dictionary.set(key, self.resolve_after(value, hops)?);
            }
        }
        let raw = self.pdf.bytes.get(stream.data.clone()).unwrap_or_default();
        self.pdf.burn(raw.len())?;
        let bytes = filter::decode(&dictionary, raw, limit.min(self.pdf.fuel.get()))?;
        self.pdf.burn(bytes.len())?;
        Ok(bytes)
    }

    fn indirect(&self, id: Id, offset: usize, hops: usize) -> Result<Object, PdfReadError> {
        let wrong = PdfReadError::Object { number: id.number, offset };
        let parsed = self.parsed(id, offset)?;
        let Some(start) = parsed.stream else { return Ok(parsed.object.clone()) };
        let Object::Dictionary(dictionary) = parsed.object.clone() else { return Err(wrong) };
        let length = match dictionary.get("Length") {
            Some(length) => self.resolve_after(length, hops)?.as_size(),
            None => None,
        };
        let end = length.and_then(|length| start.checked_add(length)).filter(|end| *end <= self.end);
        let end = end.ok_or(wrong)?;
        Cursor::new(self.pdf.bytes, end).expect("endstream", "a stream does not end where its length says")?;
        Ok(Object::Stream(Stream { dictionary, data: start..end }))
    }

    /// What is written at `offset`, which must be this object. Each use costs what reading it again would.
    fn parsed(&self, id: Id, offset: usize) -> Result<Arc<Parsed>, PdfReadError> {
        let parsed = self.pdf.index.parsed(self.pdf.bytes, id, offset)?;
        self.pdf.burn(parsed.length)?;
        let inside = offset.saturating_add(parsed.length) <= self.end;
        if parsed.id == id && inside { Ok(parsed) } else { Err(PdfReadError::Object { number: id.number, offset }) }
    }

    fn packed(&self, number: u32, container: u32, hops: usize) -> Result<Object, PdfReadError> {
        let Some(Place::Offset { offset, .. }) = self.place(container) else {
            return Err(PdfReadError::Object { number, offset: 0 });
        };
        let unpacked = self.unpack(container, offset, hops)?;
        let start = unpacked.index.get(&number).filter(|_| unpacked.end <= self.end);
        let Some(&start) = start else { return Err(PdfReadError::Object { number, offset }) };
        let mut cursor = Cursor::new(&unpacked.bytes, start);
        let object = cursor.object()?;
        self.pdf.burn(cursor.at().saturating_sub(start))?;
        Ok(object)
    }

    fn unpack(&self, container: u32, offset: usize, hops: usize) -> Result<Arc<Unpacked>, PdfReadError> {
        if let Some(unpacked) = self.pdf.index.unpacked(offset) {
            return Ok(unpacked);
        }
        let wrong = PdfReadError::Object { number: container, offset };
        let hops =
            hops.checked_sub(1).ok_or(PdfReadError::Limit { what: "streams inside streams", limit: MAX_HOPS })?;
        let Object::Stream(stream) = self.indirect(Id::new(container), offset, hops)? else { return Err(wrong) };
        let size = |key| stream.dictionary.get(key).and_then(Object::as_size);
        let (Some(count), Some(first)) = (size("N"), size("First")) else { return Err(wrong) };
        let mut bytes = self.decode_after(&stream, MAX_PACKED.min(self.pdf.index.budget.left()), hops)?;
        // It is kept: room that was only expected is given back, so that the budget counts what is held.
        bytes.shrink_to_fit();
        let mut cursor = Cursor::new(&bytes, 0);
        let mut index = HashMap::new();
        for _ in 0..count {
            let number = u32::try_from(cursor.unsigned()?).map_err(|_| wrong.clone())?;
            index.insert(number, first.saturating_add(cursor.unsigned()?));
        }
        let unpacked = Arc::new(Unpacked { end: stream.data.end, bytes, index });
        self.pdf.index.keep_unpacked(offset, &unpacked)?;
        Ok(unpacked)
    }
}
