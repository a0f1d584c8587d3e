//! An incremental update (ISO 32000-1, 7.5.6): new and changed objects behind the file, cross-referenced as the file is.

use super::object::{Dictionary, Id, Object};
use super::section::Kind;
use super::{View, filter, write};
use crate::DigestAlgorithm;
use crate::pades::PdfReadError;

/// An update under way; nothing before it is touched.
#[derive(Debug)]
pub(crate) struct Update<'p, 'a> {
    view: View<'p, 'a>,
    out: Vec<u8>,
    /// Ids with the offsets of their new definitions.
    places: Vec<(Id, usize)>,
    next: u32,
}

impl<'p, 'a> Update<'p, 'a> {
    /// Starts an update of the newest revision, with room for `extra` bytes.
    pub(crate) fn new(view: View<'p, 'a>, extra: usize) -> Result<Self, PdfReadError> {
        let size = view.trailer()?.get("Size").and_then(Object::as_size);
        let next = size.and_then(|size| u32::try_from(size).ok()).filter(|size| *size < 8_000_000);
        let next = next.ok_or(PdfReadError::Syntax { offset: 0, what: "a trailer without a size" })?;
        let bytes = view.pdf().bytes();
        let mut out = Vec::with_capacity(bytes.len() + extra);
        out.extend(bytes);
        if !bytes.ends_with(b"\n") && !bytes.ends_with(b"\r") {
            out.push(b'\n');
        }
        Ok(Self { view, out, places: Vec::new(), next })
    }

    /// A number no object has.
    pub(crate) const fn fresh(&mut self) -> Id {
        let id = Id::new(self.next);
        self.next += 1;
        id
    }

    /// Defines an object anew.
    pub(crate) fn put(&mut self, id: Id, object: &Object) {
        let mut text = Vec::new();
        write::object(object, &mut text);
        self.put_text(id, &text);
    }

    /// Defines an object by its text and says where in the file that text starts.
    pub(crate) fn put_text(&mut self, id: Id, text: &[u8]) -> usize {
        self.places.push((id, self.out.len()));
        self.out.extend(format!("{} {} obj\n", id.number, id.generation).bytes());
        let start = self.out.len();
        self.out.extend(text);
        self.out.extend(b"\nendobj\n");
        start
    }

    /// Defines a stream, compressed where that makes it smaller (ISO 32000-1, 7.3.8).
    pub(crate) fn put_stream(&mut self, id: Id, data: &[u8]) {
        let packed = filter::deflate(data);
        let mut dictionary = Dictionary::default();
        let data = if packed.len() < data.len() {
            dictionary.set("Filter", Object::Name(b"FlateDecode".into()));
            &packed
        } else {
            data
        };
        dictionary.set("Length", integer(data.len()));
        let mut text = Vec::with_capacity(data.len() + 128);
        write::object(&Object::Dictionary(dictionary), &mut text);
        text.extend(b"\nstream\n");
        text.extend(data);
        text.extend(b"\nendstream");
        self.put_text(id, &text);
    }

    /// Whether anything was defined.
    pub(crate) const fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The whole file: the old bytes, the new objects, their cross-reference section. The second file identifier is made of
    /// both (14.4), so the same update is the same bytes.
    pub(crate) fn finish(mut self) -> Result<Vec<u8>, PdfReadError> {
        let before = self.view.pdf().bytes().len();
        let added = self.out.get(before..).unwrap_or_default();
        let identity =
            DigestAlgorithm::Sha256.hash_parts(&[&before.to_be_bytes(), added]).into_iter().take(16).collect();
        let newest = self.view.pdf().sections().first().ok_or(PdfReadError::NoCrossReference)?;
        let start = self.out.len();
        let mut trailer = Dictionary::default();
        for key in ["Root", "Info", "ID"] {
            if let Some(value) = newest.trailer.get(key) {
                trailer.set(key, value.clone());
            }
        }
        if let Object::Array(mut ids) = self.view.get(&newest.trailer, "ID")?
            && let Some(second) = ids.get_mut(1)
        {
            *second = Object::String(identity);
            trailer.set("ID", Object::Array(ids));
        }
        trailer.set("Prev", integer(newest.offset));
        match newest.kind {
            Kind::Table => self.table(trailer),
            Kind::Stream => self.stream(trailer, start),
        }
        self.out.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        Ok(self.out)
    }

    fn table(&mut self, mut trailer: Dictionary) {
        trailer.set("Size", Object::Integer(self.next.into()));
        self.places.sort();
        self.out.extend(b"xref\n");
        for run in self.places.chunk_by(|(a, _), (b, _)| a.number + 1 == b.number) {
            let first = run.first().map_or(0, |(id, _)| id.number);
            self.out.extend(format!("{first} {}\n", run.len()).bytes());
            for (id, offset) in run {
                self.out.extend(format!("{offset:010} {:05} n\r\n", id.generation).bytes());
            }
        }
        self.out.extend(b"trailer\n");
        write::object(&Object::Dictionary(trailer), &mut self.out);
        self.out.push(b'\n');
    }

    fn stream(&mut self, mut trailer: Dictionary, start: usize) {
        let id = self.fresh();
        self.places.push((id, start));
        self.places.sort();
        let mut index = Vec::new();
        for run in self.places.chunk_by(|(a, _), (b, _)| a.number + 1 == b.number) {
            index.push(Object::Integer(run.first().map_or(0, |(id, _)| id.number.into())));
            index.push(integer(run.len()));
        }
        let mut rows = Vec::new();
        for (id, offset) in &self.places {
            rows.push(1);
            rows.extend((*offset as u64).to_be_bytes());
            rows.extend(id.generation.to_be_bytes());
        }
        trailer.set("Type", Object::Name(b"XRef".into()));
        trailer.set("Size", Object::Integer(self.next.into()));
        trailer.set("Index", Object::Array(index));
        trailer.set("W", Object::Array([1, 8, 2].map(Object::Integer).into()));
        trailer.set("Length", integer(rows.len()));
        self.out.extend(format!("{} 0 obj\n", id.number).bytes());
        write::object(&Object::Dictionary(trailer), &mut self.out);
        self.out.extend(b"\nstream\n");
        self.out.extend(rows);
        self.out.extend(b"\nendstream\nendobj\n");
    }
}

fn integer(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}
