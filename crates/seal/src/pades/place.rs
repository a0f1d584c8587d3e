//! Making room for a seal in a PDF: an incremental update with an invisible signature field whose value is still zeros.

use super::pdf::{Dictionary, Id, Object, Pdf, Update, View, text};
use super::{PdfReadError, date};
use jiff::Timestamp;
use std::collections::HashSet;
use std::ops::Range;

/// Digits reserved for each number of `/ByteRange`: files up to 9,999,999,999 bytes.
const RANGE_WIDTH: usize = 10;
/// The page tree is followed this deep to the first page.
const MAX_DEPTH: usize = 64;

/// Bytes of room for a time stamp when nothing else is known: tokens with their chain have 3 to 8 kB.
pub const STAMP_ROOM: usize = 12 << 10;

/// What a sealed PDF says of its seal, beside the certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SealLabel {
    /// Who seals, as readers show it (`/Name`); also what assistive technology calls the field (`/TU`).
    pub name: String,
    /// Why (`/Reason`); left out when empty.
    pub reason: String,
    /// Bytes to keep free for a time stamp: none for B-B, [`STAMP_ROOM`] when one is to come.
    pub stamp_room: usize,
}

/// A PDF with an empty place for a signature value.
#[derive(Clone)]
pub(crate) struct Reserved {
    bytes: Vec<u8>,
    /// The hexadecimal digits between `<` and `>`.
    digits: Range<usize>,
}

impl Reserved {
    /// The bytes that the signature covers: everything but `<…>`.
    pub(crate) fn message(&self) -> [&[u8]; 2] {
        let before = self.bytes.get(..self.digits.start.saturating_sub(1)).unwrap_or_default();
        let after = self.bytes.get(self.digits.end.saturating_add(1)..).unwrap_or_default();
        [before, after]
    }

    /// Bytes of signature value that fit.
    pub(crate) fn room(&self) -> usize {
        self.digits.len() / 2
    }

    /// Puts the signature value in its place; `None` if it does not fit.
    pub(crate) fn fill(mut self, value: &[u8]) -> Option<Vec<u8>> {
        let digits = data_encoding::HEXUPPER.encode(value);
        let end = self.digits.start.checked_add(digits.len()).filter(|end| *end <= self.digits.end)?;
        self.bytes.get_mut(self.digits.start..end)?.copy_from_slice(digits.as_bytes());
        Some(self.bytes)
    }
}

/// Appends an update with a signature field for a seal (EN 319 142-1, 5.3) that has `room` bytes for its value.
pub(crate) fn reserve(
    pdf: &[u8],
    label: &SealLabel,
    signing_time: Timestamp,
    room: usize,
) -> Result<Reserved, PdfReadError> {
    let mut head = Dictionary::default();
    head.set("Type", name_object("Sig"));
    head.set("SubFilter", name_object("ETSI.CAdES.detached"));
    head.set("M", date::write(signing_time));
    for (key, value) in [("Name", &label.name), ("Reason", &label.reason)] {
        if !value.is_empty() {
            head.set(key, text(value));
        }
    }
    Slot { field: "Seal", title: &label.name, head, room }.reserve(pdf)
}

/// A signature field to be appended.
pub(crate) struct Slot<'a> {
    /// What its name begins with; a number follows.
    pub(crate) field: &'static str,
    /// What assistive technology calls it.
    pub(crate) title: &'a str,
    /// The signature dictionary without `/Filter`, `/ByteRange` and `/Contents`.
    pub(crate) head: Dictionary,
    /// Bytes for the value.
    pub(crate) room: usize,
}

impl Slot<'_> {
    /// Appends an update with the field. The widget has no area, is printed and locked, and stands on the first page, so
    /// the file stays PDF/A-3 and PDF/UA-1.
    pub(crate) fn reserve(self, pdf: &[u8]) -> Result<Reserved, PdfReadError> {
        let pdf = Pdf::read(pdf)?;
        let view = pdf.newest();
        let mut update = Update::new(view, self.room * 2 + 8_192)?;
        let value_id = self.field(view, &mut update)?;
        let (value, range_at, digits_at) = self.value();
        let start = update.put_text(value_id, &value);
        let mut bytes = update.finish()?;

        let digits = start + digits_at..start + digits_at + self.room * 2;
        let resume = digits.end + 1;
        let range = format!("{} {resume} {}]", digits.start - 1, bytes.len() - resume);
        if let Some(place) = bytes.get_mut(start + range_at..).and_then(|rest| rest.get_mut(..range.len())) {
            place.copy_from_slice(range.as_bytes());
        }
        Ok(Reserved { bytes, digits })
    }

    /// Field, form and page. Returns the id of the value that is to come.
    fn field(&self, view: View<'_, '_>, update: &mut Update<'_, '_>) -> Result<Id, PdfReadError> {
        let (root, mut catalog) = view.catalog()?;
        let (page_id, mut page) = first_page(view, &catalog)?;
        let (field_id, value_id) = (update.fresh(), update.fresh());

        let mut form = view.get(&catalog, "AcroForm")?.as_dictionary().cloned().unwrap_or_default();
        let mut fields = list(view.get(&form, "Fields")?);
        let name = free_name(view, &fields, self.field)?;
        fields.push(Object::Reference(field_id));
        form.set("Fields", Object::Array(fields));
        form.set("SigFlags", Object::Integer(3));
        match catalog.get("AcroForm").and_then(Object::as_reference) {
            Some(form_id) => update.put(form_id, &Object::Dictionary(form)),
            None => {
                let form_id = update.fresh();
                update.put(form_id, &Object::Dictionary(form));
                catalog.set("AcroForm", Object::Reference(form_id));
                update.put(root, &Object::Dictionary(catalog.clone()));
            }
        }

        let mut annotations = list(view.get(&page, "Annots")?);
        annotations.push(Object::Reference(field_id));
        page.set("Annots", Object::Array(annotations));
        if catalog.get("StructTreeRoot").is_some() && page.get("Tabs").is_none() {
            page.set("Tabs", name_object("S"));
        }
        update.put(page_id, &Object::Dictionary(page));
        update.put(field_id, &Object::Dictionary(self.widget(&name, page_id, value_id)));
        Ok(value_id)
    }

    /// Field and widget in one: no area, printed (4) and locked (128).
    fn widget(&self, name: &str, page: Id, value: Id) -> Dictionary {
        let called = if self.title.is_empty() { name } else { self.title };
        let mut widget = Dictionary::default();
        widget.set("Type", name_object("Annot"));
        widget.set("Subtype", name_object("Widget"));
        widget.set("FT", name_object("Sig"));
        widget.set("T", text(name));
        widget.set("TU", text(called));
        widget.set("F", Object::Integer(132));
        widget.set("Rect", Object::Array([0, 0, 0, 0].map(Object::Integer).into()));
        widget.set("P", Object::Reference(page));
        widget.set("V", Object::Reference(value));
        widget
    }

    /// The text of the signature dictionary (EN 319 142-1, 5.3, 5.4.3 and 6.3), with the places in it of the second number
    /// of `/ByteRange` and of the first digit of `/Contents`.
    fn value(&self) -> (Vec<u8>, usize, usize) {
        let mut head = self.head.clone();
        head.set("Filter", name_object("Adobe.PPKLite"));
        let mut out = Vec::with_capacity(self.room * 2 + 512);
        super::pdf::write_object(&Object::Dictionary(head), &mut out);
        out.truncate(out.len().saturating_sub(2));
        out.extend(b"/ByteRange [0 ");
        let range_at = out.len();
        out.extend(std::iter::repeat_n(b' ', 3 * RANGE_WIDTH + 3));
        out.extend(b"\n/Contents <");
        let digits_at = out.len();
        out.extend(std::iter::repeat_n(b'0', self.room * 2));
        out.extend(b">\n>>");
        (out, range_at, digits_at)
    }
}

pub(crate) fn name_object(name: &str) -> Object {
    Object::Name(name.into())
}

pub(crate) fn list(object: Object) -> Vec<Object> {
    match object {
        Object::Array(items) => items,
        _ => Vec::new(),
    }
}

/// The first leaf of the page tree (ISO 32000-1, 7.7.3).
fn first_page(view: View<'_, '_>, catalog: &Dictionary) -> Result<(Id, Dictionary), PdfReadError> {
    let mut next = catalog.get("Pages").and_then(Object::as_reference);
    for _ in 0..MAX_DEPTH {
        let id = next.ok_or(PdfReadError::NoPage)?;
        let Object::Dictionary(node) = view.object(id)? else { return Err(PdfReadError::NoPage) };
        let kids = match view.get(&node, "Kids")? {
            Object::Array(kids) => kids,
            _ if node.is_name("Type", "Page") => return Ok((id, node)),
            _ => return Err(PdfReadError::NoPage),
        };
        next = kids.first().and_then(Object::as_reference);
    }
    Err(PdfReadError::Limit { what: "depth of the page tree", limit: MAX_DEPTH })
}

/// A field name that the form does not use yet.
fn free_name(view: View<'_, '_>, fields: &[Object], kind: &str) -> Result<String, PdfReadError> {
    let mut taken = HashSet::new();
    for field in fields {
        if let Object::Dictionary(field) = view.resolve(field)?
            && let Object::String(name) = view.get(&field, "T")?
        {
            taken.insert(name);
        }
    }
    let mut number = 1;
    while taken.contains(format!("{kind}{number}").as_bytes()) {
        number += 1;
    }
    Ok(format!("{kind}{number}"))
}
