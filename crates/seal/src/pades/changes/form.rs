//! The interactive form of two revisions side by side: signature fields may be added and filled, other fields be filled in.

use super::super::PdfReadError;
use super::super::field::{Kind, MAX_DEPTH, MAX_FIELDS};
use super::super::pdf::{Dictionary, Id, Object, View};
use super::graph::Role;
use super::{Compare, DocumentPart, Stop, has_only, references};
use std::collections::HashSet;

/// Entries of the form that are looked at by rules of their own, or that only say that there are signatures.
const FORM_KEYS: [&str; 6] = ["DA", "DR", "Fields", "NeedAppearances", "Q", "SigFlags"];
/// What filling in a field changes (ISO 32000-1, 12.7.3 and 12.7.4): its value and how it is shown.
const VALUE_KEYS: [&str; 12] = ["AP", "AS", "DA", "F", "Ff", "I", "M", "MK", "Q", "RV", "TI", "V"];
/// What signing an empty field changes: each only into what it should be, so that nothing else could be made of it.
const FILLED_KEYS: [&str; 13] = ["AP", "AS", "DA", "DR", "F", "Ff", "H", "M", "MK", "P", "Q", "Subtype", "V"];
/// What an added signature field may have: nothing that acts, and nothing but its appearance that could show.
const ADDED_KEYS: [&str; 29] = [
    "AP",
    "AS",
    "BS",
    "Border",
    "C",
    "CA",
    "DA",
    "DR",
    "F",
    "FT",
    "Ff",
    "H",
    "Kids",
    "Lock",
    "M",
    "MK",
    "NM",
    "P",
    "Parent",
    "Q",
    "Rect",
    "SV",
    "StructParent",
    "Subtype",
    "T",
    "TM",
    "TU",
    "Type",
    "V",
];

/// What is known of the form after both were gone through.
pub(super) struct Form {
    /// The form dictionaries, with the number of the new one.
    dictionaries: Option<(Dictionary, Dictionary, u32)>,
    /// Fields and their widgets that both have.
    kept: Vec<Kept>,
    known: HashSet<Id>,
    /// Whether one of them has no appearance of its own: readers draw it with the defaults of the form.
    needs_defaults: bool,
}

struct Kept {
    id: Id,
    /// Full name (12.7.3.2).
    name: Vec<u8>,
    /// Type, maybe from above.
    kind: Option<Vec<u8>>,
    /// Whether it had a value, maybe above.
    is_filled: bool,
}

impl Form {
    /// Whether an old object is a field or a widget of one.
    pub(super) fn holds(&self, old: Id) -> bool {
        self.known.contains(&old)
    }
}

/// What a field has from the fields above it.
#[derive(Clone, Default)]
struct Inherited {
    name: Vec<u8>,
    kind: Option<Vec<u8>>,
    is_filled: bool,
    depth: usize,
}

impl Inherited {
    fn below(&self, view: View<'_, '_>, field: &Dictionary) -> Result<Self, PdfReadError> {
        let mut name = self.name.clone();
        if let Object::String(part) = view.get(field, "T")? {
            if !name.is_empty() {
                name.push(b'.');
            }
            name.extend(part);
        }
        let kind = view.get(field, "FT")?.as_name().map(<[u8]>::to_vec).or_else(|| self.kind.clone());
        if self.depth >= MAX_DEPTH {
            return Err(PdfReadError::Limit { what: "depth of form fields", limit: MAX_DEPTH });
        }
        let is_filled = self.is_filled || view.get(field, "V")? != Object::Null;
        Ok(Self { name, kind, is_filled, depth: self.depth + 1 })
    }
}

impl Compare<'_, '_> {
    /// Goes through both trees of fields. No field is gone; those that are new are signature fields that do nothing.
    pub(super) fn pair_fields(&mut self, was: &Dictionary, is: &Dictionary) -> Result<Form, Stop> {
        let mut form = Form { dictionaries: None, kept: Vec::new(), known: HashSet::new(), needs_defaults: false };
        let both = (self.graphs.old.get(was, "AcroForm")?, self.graphs.new.get(is, "AcroForm")?);
        let number = is.get("AcroForm").and_then(Object::as_reference).map_or(0, |id| id.number);
        let (Object::Dictionary(was), Object::Dictionary(is)) = both else {
            // A signed file has a form, so none on either side cannot be.
            return Err(Stop::Change { part: DocumentPart::Form, object: number });
        };
        self.pair_lists(&was, &is, "Fields", &Inherited::default(), number, &mut form)?;
        form.dictionaries = Some((was, is, number));
        Ok(form)
    }

    /// The fields in the same list of both revisions.
    fn pair_lists(
        &mut self,
        was: &Dictionary,
        is: &Dictionary,
        key: &str,
        above: &Inherited,
        object: u32,
        form: &mut Form,
    ) -> Result<(), Stop> {
        let change = Stop::Change { part: DocumentPart::Form, object };
        let lists = (self.graphs.old.get(was, key)?, self.graphs.new.get(is, key)?);
        let (Some(old), Some(new)) = (references(&lists.0), references(&lists.1)) else { return Err(change) };
        let now: HashSet<Id> = new.iter().copied().collect();
        if !old.iter().all(|id| now.contains(id)) {
            return Err(change);
        }
        for id in &old {
            self.pair_field(*id, above, form)?;
        }
        for id in new {
            if !form.known.contains(&id) {
                self.add_field(id, above)?;
            }
        }
        Ok(())
    }

    /// One field that both have, and those under it.
    fn pair_field(&mut self, id: Id, above: &Inherited, form: &mut Form) -> Result<(), Stop> {
        let change = Stop::Change { part: DocumentPart::Field, object: id.number };
        if !form.known.insert(id) {
            return Ok(());
        }
        if form.known.len() > MAX_FIELDS {
            return Err(PdfReadError::Limit { what: "form fields", limit: MAX_FIELDS }.into());
        }
        // Only a dictionary can be a field; that neither is one is nothing new.
        let Some((was, is)) = self.graphs.dictionaries((id, id))? else {
            let object = Object::Reference(id);
            return if self.graphs.same(&object, &object, DocumentPart::Field)? { Ok(()) } else { Err(change) };
        };
        if self.graphs.pair(id, id, Role::Annotation).is_none() {
            return Err(change);
        }
        let here = above.below(self.graphs.old, &was)?;
        let is_drawn = here.kind.as_deref() != Some(b"Sig") && was.get("Rect").is_some();
        form.needs_defaults |= is_drawn && self.graphs.old.get(&was, "AP")? == Object::Null;
        form.kept.push(Kept { id, name: here.name.clone(), kind: here.kind.clone(), is_filled: here.is_filled });
        self.pair_lists(&was, &is, "Kids", &here, id.number, form)
    }

    /// A field added later: a signature or document time-stamp that does nothing, and those of its parts that show.
    fn add_field(&mut self, id: Id, above: &Inherited) -> Result<(), Stop> {
        let change = Stop::Change { part: DocumentPart::Field, object: id.number };
        if !self.added.insert(id) {
            return Ok(());
        }
        if self.added.len() > MAX_FIELDS {
            return Err(PdfReadError::Limit { what: "form fields", limit: MAX_FIELDS }.into());
        }
        let Object::Dictionary(field) = self.graphs.new.object(id)? else { return Err(change) };
        let known = has_only(&field, &ADDED_KEYS);
        let here = above.below(self.graphs.new, &field)?;
        let kids = references(&self.graphs.new.get(&field, "Kids")?);
        let Some(kids) = kids.filter(|_| known) else { return Err(change) };
        if here.kind.as_deref() != Some(b"Sig") && (kids.is_empty() || here.kind.is_some()) {
            return Err(change);
        }
        self.note_seal(&field)?;
        if !self.is_invisible(&field)? {
            self.differs(DocumentPart::Signature, id.number)?;
        }
        kids.into_iter().try_for_each(|kid| self.add_field(kid, &here))
    }

    /// Notes whether a field that had no value holds a seal now.
    fn note_seal(&mut self, field: &Dictionary) -> Result<(), PdfReadError> {
        if let Object::Dictionary(value) = self.graphs.new.get(field, "V")? {
            self.seals |= Kind::of(&value) == Kind::Seal;
        }
        Ok(())
    }

    /// Whether nothing of a field can show: it has no area. One that is hidden can be shown by an action.
    fn is_invisible(&self, field: &Dictionary) -> Result<bool, PdfReadError> {
        let new = self.graphs.new;
        let Object::Array(corners) = new.get(field, "Rect")? else { return Ok(field.get("Rect").is_none()) };
        let mut numbers = Vec::new();
        for corner in &corners {
            numbers.extend(new.resolve(corner)?.as_number());
        }
        Ok(match numbers.as_slice() {
            [left, bottom, right, top] => left == right || bottom == top,
            _ => false,
        })
    }

    /// The form as a whole, and every field that both have.
    pub(super) fn fields(&mut self, form: Form) -> Result<(), Stop> {
        if let Some((was, is, number)) = &form.dictionaries {
            self.entries(was, is, &FORM_KEYS, DocumentPart::Form, *number)?;
            self.defaults(was, is, form.needs_defaults, *number)?;
        }
        for field in form.kept {
            self.field(&field)?;
        }
        Ok(())
    }

    /// What fields without an appearance of their own are drawn with (12.7.2). Adding it, as many signers do, changes nothing as
    /// long as every field has one and the reader is not told to draw them anew.
    fn defaults(&mut self, was: &Dictionary, is: &Dictionary, needed: bool, object: u32) -> Result<(), Stop> {
        let (old, new) = (self.graphs.old, self.graphs.new);
        let anew = |value: Object| value == Object::Boolean(true);
        let (was_anew, is_anew) = (anew(old.get(was, "NeedAppearances")?), anew(new.get(is, "NeedAppearances")?));
        let needed = needed || is_anew;
        let mut differ = was_anew != is_anew;
        for key in ["DA", "Q"] {
            let absent = old.get(was, key)? == Object::Null;
            differ |= (needed || !absent) && old.get(was, key)? != new.get(is, key)?;
        }
        if differ {
            self.differs(DocumentPart::Value, object)?;
        }
        let (resources, grown) = (old.get(was, "DR")?, new.get(is, "DR")?);
        match (&resources, &grown) {
            (Object::Null, _) if !needed => Ok(()),
            (Object::Dictionary(resources), Object::Dictionary(grown)) if !needed => {
                self.resources(resources, grown, object)
            }
            _ => self.entry(was, is, "DR", DocumentPart::Value, object),
        }
    }

    /// Resources by category and name (7.8.3): names may be added, none may become another or be gone.
    fn resources(&mut self, was: &Dictionary, is: &Dictionary, object: u32) -> Result<(), Stop> {
        let (old, new) = (self.graphs.old, self.graphs.new);
        for (category, before) in was.iter() {
            let before = old.resolve(before)?;
            let after = new.resolve(is.value(category).unwrap_or(&Object::Null))?;
            match (&before, &after) {
                (Object::Dictionary(before), Object::Dictionary(after)) => {
                    for (name, resource) in before.iter() {
                        let now = after.value(name).unwrap_or(&Object::Null);
                        if !self.graphs.same(resource, now, DocumentPart::Form)? {
                            self.differs(DocumentPart::Form, object)?;
                        }
                    }
                }
                // Procedure sets are obsolete (14.2).
                _ if category == b"ProcSet" => {}
                _ => {
                    if !self.graphs.same(&before, &after, DocumentPart::Form)? {
                        self.differs(DocumentPart::Form, object)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// A field that both have. What is signed stays as it is; an empty signature field may be filled, as may any other.
    fn field(&mut self, Kept { id, name, kind, is_filled }: &Kept) -> Result<(), Stop> {
        let Some((was, is)) = self.graphs.dictionaries((*id, *id))? else { return Ok(()) };
        let number = id.number;
        if kind.as_deref() != Some(b"Sig") {
            self.entries(&was, &is, &[&VALUE_KEYS[..], &["Kids", "Type"]].concat(), DocumentPart::Field, number)?;
            self.kind(&was, &is, number)?;
            let part = self.permission.value_of(name);
            return VALUE_KEYS.iter().try_for_each(|key| self.entry(&was, &is, key, part, number));
        }
        // A widget apart from its field has no value of its own.
        let is_widget = was.get("FT").is_none();
        let gets_filled = !is_filled && (is_widget || self.graphs.new.get(&is, "V")? != Object::Null);
        self.kind(&was, &is, number)?;
        if !gets_filled {
            return self.entries(&was, &is, &["Kids", "Type"], DocumentPart::Field, number);
        }
        self.note_seal(&is)?;
        self.entries(&was, &is, &[&FILLED_KEYS[..], &["Kids", "Type"]].concat(), DocumentPart::Field, number)?;
        for key in FILLED_KEYS {
            if !self.is_of_signature(key, &was, &is)? {
                self.entry(&was, &is, key, DocumentPart::Field, number)?;
            }
        }
        if was == is || self.is_invisible(&is)? { Ok(()) } else { self.differs(DocumentPart::Signature, number) }
    }

    /// A field may say anew, or no longer, that it is an annotation.
    fn kind(&mut self, was: &Dictionary, is: &Dictionary, object: u32) -> Result<(), Stop> {
        let fits = |kind: &Object| *kind == Object::Null || kind.as_name() == Some(b"Annot");
        if fits(&self.graphs.old.get(was, "Type")?) && fits(&self.graphs.new.get(is, "Type")?) {
            return Ok(());
        }
        self.entry(was, is, "Type", DocumentPart::Field, object)
    }

    /// Whether an entry is what signing puts into an empty field, and was nothing else before.
    fn is_of_signature(&self, key: &str, was: &Dictionary, is: &Dictionary) -> Result<bool, PdfReadError> {
        let (before, after) = (self.graphs.old.get(was, key)?, self.graphs.new.get(is, key)?);
        let both = |fits: fn(&Object) -> bool| {
            (before == Object::Null || fits(&before)) && (after == Object::Null || fits(&after))
        };
        Ok(match key {
            "V" => {
                let value = after.as_dictionary().filter(|_| !matches!(after, Object::Stream(_)));
                let is_signature = |value: &Dictionary| {
                    value.is_name("Type", "Sig")
                        || value.is_name("Type", "DocTimeStamp")
                        || value.get("ByteRange").is_some()
                };
                before == Object::Null && value.is_some_and(is_signature)
            }
            "AP" => both(|appearance| is_made_of(appearance, &["D", "N", "R"])),
            "MK" => both(|look| is_made_of(look, &["AC", "BC", "BG", "CA", "I", "IF", "IX", "R", "RC", "RI", "TP"])),
            "AS" | "H" => both(|name| name.as_name().is_some()),
            // Resources are for text that a reader draws, and a signature field has none (12.7.3.3). OpenPDF writes an empty entry.
            "DR" => both(|resources| matches!(resources, Object::Dictionary(_))),
            "DA" | "M" => both(|text| text.as_string().is_some()),
            "F" | "Ff" | "Q" => both(|number| number.as_integer().is_some()),
            "Subtype" => both(|kind| kind.as_name() == Some(b"Widget")),
            "P" => {
                let page = is.get("P").and_then(Object::as_reference);
                before == Object::Null && page.is_some_and(|page| self.graphs.is_page(page))
            }
            _ => false,
        })
    }
}

/// Whether it is a dictionary, no stream, with no other keys than these.
fn is_made_of(object: &Object, keys: &[&str]) -> bool {
    matches!(object, Object::Dictionary(dictionary) if has_only(dictionary, keys))
}
