//! Signature fields of the interactive form (ISO 32000-1, 12.7.4.5), found in any shape of the field tree.

use super::PdfReadError;
use super::pdf::{Dictionary, Id, Object, Place, View};
use std::collections::HashSet;

/// A form with more fields than this is refused.
pub(super) const MAX_FIELDS: usize = 4_096;
/// Fields nested deeper than this are refused.
pub(super) const MAX_DEPTH: usize = 32;

/// What a signature dictionary claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A signature or seal.
    Seal,
    /// A document time-stamp (EN 319 142-1, 5.4.3).
    TimeStamp,
}

impl Kind {
    /// What the dictionary claims to be.
    pub(crate) fn of(value: &Dictionary) -> Self {
        let is_stamp = value.is_name("Type", "DocTimeStamp") || value.is_name("SubFilter", "ETSI.RFC3161");
        if is_stamp { Self::TimeStamp } else { Self::Seal }
    }
}

/// A signature field that holds a value.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// The field's own object.
    pub(crate) id: Id,
    /// The signature dictionary.
    pub(crate) value: Dictionary,
    /// The object that holds the text of the signature dictionary.
    pub(crate) holder: Id,
    pub(crate) kind: Kind,
}

impl Field {
    /// Whether spans in [`Field::value`] are offsets in the file (and not in an inflated object stream).
    pub(crate) fn in_file(&self, view: View<'_, '_>) -> bool {
        matches!(view.place(self.holder.number), Some(Place::Offset { .. }))
    }
}

/// The signature fields with a value, in the order of the form.
pub(crate) fn find(view: View<'_, '_>) -> Result<Vec<Field>, PdfReadError> {
    let (_, catalog) = view.catalog()?;
    let mut walk = Walk { view, seen: HashSet::new(), found: Vec::new() };
    if let Object::Dictionary(form) = view.get(&catalog, "AcroForm")?
        && let Object::Array(fields) = view.get(&form, "Fields")?
    {
        walk.each(&fields, false, 0)?;
    }
    Ok(walk.found)
}

struct Walk<'p, 'a> {
    view: View<'p, 'a>,
    seen: HashSet<Id>,
    found: Vec<Field>,
}

impl Walk<'_, '_> {
    fn each(&mut self, fields: &[Object], inherited: bool, depth: usize) -> Result<(), PdfReadError> {
        if depth > MAX_DEPTH {
            return Err(PdfReadError::Limit { what: "depth of form fields", limit: MAX_DEPTH });
        }
        for id in fields.iter().filter_map(Object::as_reference) {
            if !self.seen.insert(id) {
                continue;
            }
            if self.seen.len() > MAX_FIELDS {
                return Err(PdfReadError::Limit { what: "form fields", limit: MAX_FIELDS });
            }
            if let Object::Dictionary(field) = self.view.object(id)? {
                self.one(id, &field, inherited, depth)?;
            }
        }
        Ok(())
    }

    fn one(&mut self, id: Id, field: &Dictionary, inherited: bool, depth: usize) -> Result<(), PdfReadError> {
        let signature = match self.view.get(field, "FT")? {
            Object::Null => inherited,
            kind => kind.as_name() == Some(b"Sig"),
        };
        if signature && let Some(value) = field.get("V") {
            let holder = value.as_reference().unwrap_or(id);
            if let Object::Dictionary(value) = self.view.resolve(value)? {
                let kind = Kind::of(&value);
                self.found.push(Field { id, value, holder, kind });
            }
        }
        match self.view.get(field, "Kids")? {
            Object::Array(kids) => self.each(&kids, signature, depth + 1),
            _ => Ok(()),
        }
    }
}
