//! What was changed after a seal, object by object: renewal of its evidence is welcome, anything else is not.
//!
//! The rule of a sealed certificate: nothing a reader could see, open or run may change. Tolerated are the document
//! security store, document time-stamps and further seals, as long as their fields are invisible (EN 319 142-1, 5.4 and 6.2).

use super::ReadError;
use super::field::{self, Kind};
use super::pdf::{Dictionary, Id, Object, View};
use std::collections::BTreeSet;

/// What later revisions did, as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Changes {
    /// There is no later revision.
    None,
    /// Only evidence was added (`/DSS`, document time-stamps), or further seals.
    Evidence {
        /// Whether another seal was added.
        seals: bool,
    },
    /// Beside evidence, what the file says of itself was rewritten (XMP or document information). Some software does
    /// that whenever it writes; a title could also be a lie. It is not shown on any page.
    Metadata {
        /// The object's number.
        object: u32,
    },
    /// Something else changed.
    Content {
        /// What, and in which object.
        what: &'static str,
        /// Its number.
        object: u32,
    },
}

/// Keys a new invisible signature field may have: no action, no appearance that could show.
const FIELD_KEYS: [&str; 16] =
    ["FT", "T", "TU", "TM", "Type", "Subtype", "F", "Ff", "Rect", "P", "V", "AP", "MK", "DA", "Lock", "SV"];
/// Entries of the catalog that renewal may add or change.
const CATALOG_KEYS: [&str; 4] = ["DSS", "Extensions", "Metadata", "Version"];
/// Entries of the information dictionary that writing a file changes.
const INFORMATION_KEYS: [&str; 2] = ["ModDate", "Producer"];

/// Compares the file at `revision` with the file as it stands.
pub(crate) fn since(revision: View<'_, '_>) -> Result<Changes, ReadError> {
    if revision.later().is_empty() {
        return Ok(Changes::None);
    }
    let newest = revision.pdf().newest();
    let mut compare =
        Compare { old: revision, new: newest, allowed: BTreeSet::new(), evidence: BTreeSet::new(), metadata: None };
    match compare.all() {
        Ok(()) => match compare.metadata {
            Some(object) => Ok(Changes::Metadata { object }),
            None => Ok(Changes::Evidence { seals: compare.seals()? }),
        },
        Err(Stop::Change { what, object }) => Ok(Changes::Content { what, object }),
        Err(Stop::Read(error)) => Err(error),
    }
}

enum Stop {
    Change { what: &'static str, object: u32 },
    Read(ReadError),
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

struct Compare<'p, 'a> {
    old: View<'p, 'a>,
    new: View<'p, 'a>,
    /// Numbers of old objects whose change has been looked at and is fine.
    allowed: BTreeSet<u32>,
    /// Numbers of old objects that hold evidence or metadata: they may change, so nothing else may use them.
    evidence: BTreeSet<u32>,
    /// The object with rewritten metadata.
    metadata: Option<u32>,
}

impl Compare<'_, '_> {
    fn all(&mut self) -> Result<(), Stop> {
        let root = self.trailer()?;
        let added = self.form(root)?;
        for id in &added {
            self.added_field(*id)?;
        }
        self.rest(&added)
    }

    /// The trailer names the same catalog; the information dictionary may say anew when and by what the file was written.
    fn trailer(&mut self) -> Result<Id, Stop> {
        let (old, new) = (self.old.trailer()?, self.new.trailer()?);
        let (root, _) = self.old.catalog()?;
        if new.get("Root").and_then(Object::as_reference) != Some(root) {
            return Err(Stop::Change { what: "document catalog", object: root.number });
        }
        let number = new.get("Info").and_then(Object::as_reference).map_or(0, |id| id.number);
        let information = (self.old.get(old, "Info")?, self.new.get(new, "Info")?);
        if !alike_except(&information.0, &information.1, &INFORMATION_KEYS) {
            self.metadata = Some(number);
        }
        self.evidence.extend(old.get("Info").and_then(Object::as_reference).map(|id| id.number));
        Ok(root)
    }

    /// The catalog and its form: only evidence and signature fields are added. Returns the new fields.
    fn form(&mut self, root: Id) -> Result<Vec<Id>, Stop> {
        let change = Stop::Change { what: "document catalog", object: root.number };
        let ((_, old), (_, new)) = (self.old.catalog()?, self.new.catalog()?);
        let keys = [&CATALOG_KEYS[..], &["AcroForm"]].concat();
        if !alike_except(&Object::Dictionary(old.clone()), &Object::Dictionary(new.clone()), &keys) {
            return Err(change);
        }
        self.packet(&old, &new)?;
        self.allowed.insert(root.number);
        for key in CATALOG_KEYS {
            self.evidence.extend(old.get(key).and_then(Object::as_reference).map(|id| id.number));
        }
        self.allow_store(&old)?;
        let form = (self.old.get(&old, "AcroForm")?, self.new.get(&new, "AcroForm")?);
        let number = new.get("AcroForm").and_then(Object::as_reference).unwrap_or(root).number;
        let change = || Stop::Change { what: "form", object: number };
        let (Some(before), Some(after)) = (form.0.as_dictionary(), form.1.as_dictionary()) else {
            // A signed file has a form, so none on either side cannot be.
            return Err(change());
        };
        if !alike_except(&form.0, &form.1, &["Fields", "SigFlags"]) {
            return Err(change());
        }
        let fields = (self.old.get(before, "Fields")?, self.new.get(after, "Fields")?);
        let added = appended(&fields.0, &fields.1).ok_or_else(change)?;
        for value in [old.get("AcroForm"), before.get("Fields")] {
            self.allowed.extend(value.and_then(Object::as_reference).map(|id| id.number));
        }
        Ok(added)
    }

    /// The XMP packet of the document (ISO 32000-1, 14.3.2).
    fn packet(&mut self, old: &Dictionary, new: &Dictionary) -> Result<(), ReadError> {
        let (before, after) = (self.old.get(old, "Metadata")?, self.new.get(new, "Metadata")?);
        if !self.same(&before, &after) {
            self.metadata = new.get("Metadata").and_then(Object::as_reference).map(|id| id.number).or(Some(0));
        }
        Ok(())
    }

    /// Dictionaries and arrays of the old document security store may change; the evidence streams in it may not.
    fn allow_store(&mut self, catalog: &Dictionary) -> Result<(), Stop> {
        let Object::Dictionary(store) = self.old.get(catalog, "DSS")? else { return Ok(()) };
        let mut inner: Vec<&Object> =
            ["Certs", "OCSPs", "CRLs", "VRI"].iter().filter_map(|key| store.get(key)).collect();
        let records = self.old.get(&store, "VRI")?;
        if let Object::Dictionary(records) = &records {
            inner.extend(records.iter().map(|(_, record)| record));
        }
        for id in inner.into_iter().filter_map(Object::as_reference) {
            if !matches!(self.new.object(id)?, Object::Stream(_)) {
                self.evidence.insert(id.number);
            }
        }
        Ok(())
    }

    /// A field added later: a signature or document time-stamp that shows nothing and does nothing.
    fn added_field(&mut self, id: Id) -> Result<(), Stop> {
        let change = |what| Stop::Change { what, object: id.number };
        let Object::Dictionary(field) = self.new.object(id)? else { return Err(change("form field")) };
        let known = field.iter().all(|(key, _)| FIELD_KEYS.iter().any(|known| known.as_bytes() == key));
        if !known || self.new.get(&field, "FT")?.as_name() != Some(b"Sig") {
            return Err(change("form field"));
        }
        if !self.invisible(&field)? {
            return Err(change("visible signature field"));
        }
        Ok(())
    }

    fn invisible(&self, field: &Dictionary) -> Result<bool, ReadError> {
        let Object::Array(corners) = self.new.get(field, "Rect")? else { return Ok(field.get("Rect").is_none()) };
        let numbers: Vec<f64> = corners.iter().filter_map(Object::as_number).collect();
        Ok(match numbers.as_slice() {
            [left, bottom, right, top] => left == right || bottom == top,
            _ => false,
        })
    }

    /// Every other object that later sections mention.
    fn rest(&mut self, added: &[Id]) -> Result<(), Stop> {
        let old_numbers = self.old.numbers();
        let mentioned: BTreeSet<u32> =
            self.old.later().iter().flat_map(|section| section.entries.iter().map(|(number, _)| *number)).collect();
        for number in &mentioned {
            let judged = self.allowed.contains(number) || self.evidence.contains(number);
            if old_numbers.contains(number) && !judged {
                self.changed(*number, added)?;
            }
        }
        self.unshared(&old_numbers, &mentioned)
    }

    /// Whether a seal was added that the old revision does not have.
    fn seals(&self) -> Result<bool, ReadError> {
        let before = field::find(self.old)?;
        let after = field::find(self.new)?;
        Ok(after.iter().any(|new| new.kind == Kind::Seal && !before.iter().any(|old| old.id == new.id)))
    }

    /// An object that existed: the same, a page with new invisible fields, or an empty signature field now filled.
    fn changed(&self, number: u32, added: &[Id]) -> Result<(), Stop> {
        let (old, new) = (self.load(self.old, number)?, self.load(self.new, number)?);
        if self.same(&old, &new) && self.old.generation(number) == self.new.generation(number) {
            return Ok(());
        }
        let change = |what| Err(Stop::Change { what, object: number });
        let (Object::Dictionary(before), Object::Dictionary(after)) = (&old, &new) else {
            return match (&old, &new) {
                // An array of annotations kept apart from its page.
                (Object::Array(_), Object::Array(_)) if self.grown(&old, &new, added) => Ok(()),
                _ => change("object"),
            };
        };
        if before.is_name("Type", "Page") {
            let lists = (self.old.get(before, "Annots")?, self.new.get(after, "Annots")?);
            let fine = alike_except(&old, &new, &["Annots"]) && self.grown(&lists.0, &lists.1, added);
            return if fine { Ok(()) } else { change("page") };
        }
        let signature = before.is_name("FT", "Sig") && before.get("V").is_none();
        if signature && alike_except(&old, &new, &["V"]) && self.invisible(after)? {
            return Ok(());
        }
        change(if before.get("FT").is_some() { "form field" } else { "object" })
    }

    /// Whether a list of annotations only gained fields that were added.
    fn grown(&self, old: &Object, new: &Object, added: &[Id]) -> bool {
        appended(old, new).is_some_and(|gained| gained.iter().all(|id| added.contains(id)))
    }

    fn load(&self, view: View<'_, '_>, number: u32) -> Result<Object, ReadError> {
        match view.generation(number) {
            Some(generation) => view.object(Id { number, generation }),
            None => Ok(Object::Null),
        }
    }

    fn same(&self, old: &Object, new: &Object) -> bool {
        let bytes = self.old.pdf().bytes();
        match (old, new) {
            (Object::Stream(old), Object::Stream(new)) => {
                old.dictionary == new.dictionary && bytes.get(old.data.clone()) == bytes.get(new.data.clone())
            }
            _ => old == new,
        }
    }

    /// A new object must not fill a hole that sealed content pointed at, and evidence must not double as content.
    fn unshared(&self, old_numbers: &BTreeSet<u32>, mentioned: &BTreeSet<u32>) -> Result<(), Stop> {
        let (root, _) = self.old.catalog()?;
        let mut references = Vec::new();
        for number in old_numbers {
            references.clear();
            if let Some(generation) = self.old.generation(*number) {
                let (id, is_catalog) = (Id { number: *number, generation }, *number == root.number);
                self.old.look(id, |object, is_stream| sealed(object, is_stream, is_catalog, &mut references))?;
            }
            let hole = references.iter().find(|id| mentioned.contains(&id.number) && !old_numbers.contains(&id.number));
            if let Some(hole) = hole {
                return Err(Stop::Change { what: "object that sealed content was waiting for", object: hole.number });
            }
            let shared = references.iter().find(|id| self.evidence.contains(&id.number));
            if let Some(shared) = shared.filter(|_| !self.evidence.contains(number)) {
                return Err(Stop::Change {
                    what: "object that is evidence and content at once",
                    object: shared.number,
                });
            }
        }
        Ok(())
    }
}

/// What sealed content in an object refers to: all but what may be rewritten in the catalog and in trailers.
fn sealed(object: &Object, is_stream: bool, is_catalog: bool, found: &mut Vec<Id>) {
    let free: &[&str] = match object.as_dictionary() {
        Some(_) if is_catalog => &CATALOG_KEYS,
        // A cross-reference stream is a trailer as well.
        Some(dictionary) if is_stream && dictionary.is_name("Type", "XRef") => &["Info"],
        _ => return object.references(found),
    };
    let entries = object.as_dictionary().into_iter().flat_map(Dictionary::iter);
    let kept = entries.filter(|(key, _)| !free.iter().any(|free| free.as_bytes() == *key));
    kept.for_each(|(_, value)| value.references(found));
}

/// Equal, but for the entries with these keys. Two absent objects are alike.
fn alike_except(old: &Object, new: &Object, keys: &[&str]) -> bool {
    let (Some(old), Some(new)) = (dictionary(old), dictionary(new)) else { return old == new };
    let kept = |(key, _): &(&[u8], &Object)| !keys.iter().any(|except| except.as_bytes() == *key);
    old.iter().filter(kept).eq(new.iter().filter(kept))
}

fn dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        _ => None,
    }
}

/// References that `new` has behind those of `old`; `None` unless `new` starts with all of `old`.
fn appended(old: &Object, new: &Object) -> Option<Vec<Id>> {
    let list = |object: &Object| match object {
        Object::Null => Some(Vec::new()),
        Object::Array(items) => Some(items.clone()),
        _ => None,
    };
    let (old, new) = (list(old)?, list(new)?);
    new.strip_prefix(old.as_slice())?.iter().map(Object::as_reference).collect()
}
