//! A PDF file: its chain of cross-reference sections, and views of its objects as they stood at any revision.

use super::filter;
use super::object::{Dictionary, Id, Object, Stream};
use super::section::{Place, Section};
use super::syntax::{Cursor, is_space};
use crate::pades::ReadError;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// Files larger than this are refused.
pub(crate) const MAX_FILE: usize = 256 << 20;
/// More cross-reference sections than this are refused.
const MAX_SECTIONS: usize = 512;
/// An object stream may inflate to this many bytes.
const MAX_PACKED: usize = 32 << 20;
/// References to references are followed this far.
const MAX_HOPS: usize = 16;
/// `%PDF-` is looked for in this many bytes at the start (ISO 32000-1, annex H, note 13).
const HEAD: usize = 1_024;
/// `startxref` is looked for in this many bytes before the end (ISO 32000-1, annex H, note 18).
const TAIL: usize = 1_100;
/// Objects are kept until they take so many bytes of the file together: as values they are many times as large.
const MAX_KEPT: usize = 4 << 20;
/// Bytes of objects that may be read, beside four times the file: bounds the work a hostile file can cause.
const FUEL: usize = 64 << 20;

/// A file with its cross-reference sections read; objects are read when asked for.
#[derive(Debug)]
pub(crate) struct Pdf<'a> {
    bytes: &'a [u8],
    /// Newest first.
    sections: Vec<Section>,
    parsed: RefCell<HashMap<usize, Rc<Parsed>>>,
    /// Bytes of the objects in `parsed`.
    kept: Cell<usize>,
    unpacked: RefCell<HashMap<usize, Rc<Unpacked>>>,
    fuel: Cell<usize>,
}

/// An indirect object as it was written; how long its stream is depends on who asks.
#[derive(Debug)]
struct Parsed {
    id: Id,
    object: Object,
    /// Where the data of its stream start.
    stream: Option<usize>,
    /// Bytes that were read.
    length: usize,
}

/// An inflated object stream: object numbers with their offsets.
#[derive(Debug)]
struct Unpacked {
    /// Where its data end in the file.
    end: usize,
    bytes: Vec<u8>,
    index: HashMap<u32, usize>,
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
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.len() > MAX_FILE {
            return Err(ReadError::Limit { what: "bytes of a PDF file", limit: MAX_FILE });
        }
        version(bytes).ok_or(ReadError::NotPdf)?;
        let (start, _) = last_startxref(bytes).ok_or(ReadError::NoCrossReference)?;
        let sections = chain(bytes, start)?;
        if sections.iter().any(|section| section.trailer.get("Encrypt").is_some()) {
            return Err(ReadError::Encrypted);
        }
        let fuel = Cell::new(bytes.len().saturating_mul(4).saturating_add(FUEL));
        Ok(Self {
            bytes,
            sections,
            parsed: RefCell::default(),
            kept: Cell::default(),
            unpacked: RefCell::default(),
            fuel,
        })
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
        &self.sections
    }

    /// The file as it stands.
    pub(crate) const fn newest(&self) -> View<'_, 'a> {
        View { pdf: self, first: 0, end: self.bytes.len() }
    }

    /// The file as it stood when it ended at byte `end`: a whole revision must end there, and its section must be part of today's chain.
    pub(crate) fn at_end(&self, end: usize) -> Option<View<'_, 'a>> {
        let (start, whole) = last_startxref(self.bytes.get(..end)?)?;
        let first = self.sections.iter().position(|section| section.offset < end)?;
        let (newest, older) = self.sections.get(first..)?.split_first()?;
        let inside = |section: &Section| {
            let hidden = section.hybrid().ok().flatten();
            section.offset < end && hidden.is_none_or(|hidden| hidden < end)
        };
        let sound = whole && newest.offset == start && inside(newest) && older.iter().all(inside);
        sound.then_some(View { pdf: self, first, end })
    }

    fn burn(&self, bytes: usize) -> Result<(), ReadError> {
        let left = self.fuel.get().checked_sub(bytes.saturating_add(64));
        self.fuel.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(ReadError::Limit { what: "bytes of objects read", limit: FUEL })
    }
}

impl<'p, 'a> View<'p, 'a> {
    pub(crate) const fn pdf(&self) -> &'p Pdf<'a> {
        self.pdf
    }

    /// Sections that came after this view, newest first.
    pub(crate) fn later(&self) -> &'p [Section] {
        self.pdf.sections.get(..self.first).unwrap_or_default()
    }

    fn sections(&self) -> &'p [Section] {
        self.pdf.sections.get(self.first..).unwrap_or_default()
    }

    /// The newest trailer of this view.
    pub(crate) fn trailer(&self) -> Result<&'p Dictionary, ReadError> {
        self.sections().first().map(|section| &section.trailer).ok_or(ReadError::NoCrossReference)
    }

    /// Where an object lies.
    pub(crate) fn place(&self, number: u32) -> Option<Place> {
        self.sections().iter().find_map(|section| section.place(number)).filter(|place| match place {
            Place::Free => false,
            Place::Offset { offset, .. } => *offset < self.end,
            Place::Packed { .. } => true,
        })
    }

    /// The object; `Null` if there is none (ISO 32000-1, 7.3.10).
    pub(crate) fn object(&self, id: Id) -> Result<Object, ReadError> {
        self.object_after(id, MAX_HOPS)
    }

    fn object_after(&self, id: Id, hops: usize) -> Result<Object, ReadError> {
        match self.place(id.number) {
            Some(Place::Offset { offset, generation }) if generation == id.generation => {
                self.indirect(id, offset, hops)
            }
            Some(Place::Packed { stream }) if id.generation == 0 => self.packed(id.number, stream, hops),
            _ => Ok(Object::Null),
        }
    }

    /// Shows an object to `look` without making it, where it need not be made.
    pub(crate) fn look(&self, id: Id, look: impl FnOnce(&Object)) -> Result<(), ReadError> {
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
    pub(crate) fn resolve(&self, object: &Object) -> Result<Object, ReadError> {
        self.resolve_after(object, MAX_HOPS)
    }

    fn resolve_after(&self, object: &Object, hops: usize) -> Result<Object, ReadError> {
        let Object::Reference(id) = object else { return Ok(object.clone()) };
        let hops = hops.checked_sub(1).ok_or(ReadError::Limit { what: "references to references", limit: MAX_HOPS })?;
        let object = self.object_after(*id, hops)?;
        self.resolve_after(&object, hops)
    }

    /// The value of a dictionary entry, references followed; `Null` if there is none.
    pub(crate) fn get(&self, dictionary: &Dictionary, key: &str) -> Result<Object, ReadError> {
        dictionary.get(key).map_or(Ok(Object::Null), |value| self.resolve(value))
    }

    /// The document catalog and its id.
    pub(crate) fn catalog(&self) -> Result<(Id, Dictionary), ReadError> {
        let id = self.trailer()?.get("Root").and_then(Object::as_reference).ok_or(ReadError::NoCatalog)?;
        match self.object(id)? {
            Object::Dictionary(catalog) => Ok((id, catalog)),
            _ => Err(ReadError::NoCatalog),
        }
    }

    /// The bytes of a stream with its filters taken off, at most `limit` of them.
    pub(crate) fn decode(&self, stream: &Stream, limit: usize) -> Result<Vec<u8>, ReadError> {
        self.decode_after(stream, limit, MAX_HOPS)
    }

    fn decode_after(&self, stream: &Stream, limit: usize, hops: usize) -> Result<Vec<u8>, ReadError> {
        let mut dictionary = Dictionary::default();
        for key in ["Filter", "DecodeParms"] {
            if let Some(value) = stream.dictionary.get(key) {
                dictionary.set(key, self.resolve_after(value, hops)?);
            }
        }
        let raw = self.pdf.bytes.get(stream.data.clone()).unwrap_or_default();
        self.pdf.burn(raw.len())?;
        let bytes = filter::decode(&dictionary, raw, limit)?;
        self.pdf.burn(bytes.len())?;
        Ok(bytes)
    }

    fn indirect(&self, id: Id, offset: usize, hops: usize) -> Result<Object, ReadError> {
        let wrong = ReadError::Object { number: id.number, offset };
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
    fn parsed(&self, id: Id, offset: usize) -> Result<Rc<Parsed>, ReadError> {
        let known = self.pdf.parsed.borrow().get(&offset).map(Rc::clone);
        let parsed = match known {
            Some(parsed) => parsed,
            None => {
                let parsed = Rc::new(Parsed::read(self.pdf.bytes, id, offset)?);
                let kept = self.pdf.kept.get().saturating_add(parsed.length);
                if kept <= MAX_KEPT {
                    self.pdf.kept.set(kept);
                    self.pdf.parsed.borrow_mut().insert(offset, Rc::clone(&parsed));
                }
                parsed
            }
        };
        self.pdf.burn(parsed.length)?;
        let inside = offset.saturating_add(parsed.length) <= self.end;
        if parsed.id == id && inside { Ok(parsed) } else { Err(ReadError::Object { number: id.number, offset }) }
    }

    fn packed(&self, number: u32, container: u32, hops: usize) -> Result<Object, ReadError> {
        let Some(Place::Offset { offset, .. }) = self.place(container) else {
            return Err(ReadError::Object { number, offset: 0 });
        };
        let unpacked = self.unpack(container, offset, hops)?;
        let start = unpacked.index.get(&number).filter(|_| unpacked.end <= self.end);
        let Some(&start) = start else { return Err(ReadError::Object { number, offset }) };
        let mut cursor = Cursor::new(&unpacked.bytes, start);
        let object = cursor.object()?;
        self.pdf.burn(cursor.at().saturating_sub(start))?;
        Ok(object)
    }

    fn unpack(&self, container: u32, offset: usize, hops: usize) -> Result<Rc<Unpacked>, ReadError> {
        if let Some(unpacked) = self.pdf.unpacked.borrow().get(&offset) {
            return Ok(Rc::clone(unpacked));
        }
        let wrong = ReadError::Object { number: container, offset };
        let hops = hops.checked_sub(1).ok_or(ReadError::Limit { what: "streams inside streams", limit: MAX_HOPS })?;
        let Object::Stream(stream) = self.indirect(Id::new(container), offset, hops)? else { return Err(wrong) };
        let size = |key| stream.dictionary.get(key).and_then(Object::as_size);
        let (Some(count), Some(first)) = (size("N"), size("First")) else { return Err(wrong) };
        let bytes = self.decode_after(&stream, MAX_PACKED, hops)?;
        let mut cursor = Cursor::new(&bytes, 0);
        let mut index = HashMap::new();
        for _ in 0..count {
            let number = u32::try_from(cursor.unsigned()?).map_err(|_| wrong.clone())?;
            index.insert(number, first.saturating_add(cursor.unsigned()?));
        }
        let unpacked = Rc::new(Unpacked { end: stream.data.end, bytes, index });
        self.pdf.unpacked.borrow_mut().insert(offset, Rc::clone(&unpacked));
        Ok(unpacked)
    }
}

impl Parsed {
    fn read(bytes: &[u8], id: Id, offset: usize) -> Result<Self, ReadError> {
        let mut cursor = Cursor::new(bytes, offset);
        if cursor.head().ok() != Some(id) {
            return Err(ReadError::Object { number: id.number, offset });
        }
        let object = cursor.object()?;
        let length = cursor.at().saturating_sub(offset);
        let stream = if matches!(object, Object::Dictionary(_)) { cursor.stream_start()? } else { None };
        Ok(Self { id, object, stream, length })
    }
}

/// The sections from `start` back to the first, newest first.
fn chain(bytes: &[u8], start: usize) -> Result<Vec<Section>, ReadError> {
    let mut sections: Vec<Section> = Vec::new();
    let mut next = Some(start);
    while let Some(offset) = next {
        if sections.len() >= MAX_SECTIONS {
            return Err(ReadError::Limit { what: "revisions of a PDF file", limit: MAX_SECTIONS });
        }
        if sections.iter().any(|section| section.offset == offset) {
            return Err(ReadError::Syntax { offset, what: "cross-reference sections in a circle" });
        }
        let mut section = Section::read(bytes, offset)?;
        if let Some(hidden) = section.hybrid()? {
            section.unhide(Section::read(bytes, hidden)?);
        }
        next = section.previous()?;
        sections.push(section);
    }
    Ok(sections)
}

/// What follows `%PDF-` in the first line. Bytes before it are read past as other readers do (ISO 32000-1, annex H, note 13);
/// offsets count from the first byte of the file, and a seal covers it.
fn version(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.get(..bytes.len().min(HEAD))?;
    let mark = b"%PDF-";
    let at = head.windows(mark.len()).position(|window| window == mark)?;
    bytes.get(at + mark.len()..bytes.len().min(at + mark.len() + 3))
}

/// The offset after the last `startxref`, and whether `%%EOF` and nothing but white space follows it to the very end.
fn last_startxref(bytes: &[u8]) -> Option<(usize, bool)> {
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
