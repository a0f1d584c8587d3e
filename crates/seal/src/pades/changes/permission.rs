//! What the sealers of a revision permit to be changed after them (ISO 32000-2, 12.8.2.2 and 12.8.2.4).

use super::super::PdfReadError;
use super::super::field;
use super::super::pdf::{Dictionary, Object, View};
use super::DocumentPart;

/// What may change and be told as shown, by the strictest seal of a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Permission {
    /// `/P` of the access permissions (table 257): 1 nothing but evidence, 2 forms and signatures, 3 annotations as well. Without
    /// any, what 2 permits is what later signers need, so it is no other document.
    level: i64,
    locks: Vec<Lock>,
}

/// A signature field lock or its transform parameters (tables 236 and 259).
#[derive(Debug, Clone, PartialEq, Eq)]
enum Lock {
    All,
    Only(Vec<Vec<u8>>),
    AllBut(Vec<Vec<u8>>),
}

impl Permission {
    /// Reads it from the catalog and from every seal of the revision, with the locks of their fields.
    pub(super) fn of(view: View<'_, '_>) -> Result<Self, PdfReadError> {
        let mut read = Self { level: 2, locks: Vec::new() };
        let mut levels = Vec::new();
        let (_, catalog) = view.catalog()?;
        if let Object::Dictionary(permissions) = view.get(&catalog, "Perms")?
            && let Object::Dictionary(certification) = view.get(&permissions, "DocMDP")?
        {
            read.references(view, &certification, &mut levels)?;
        }
        for field in field::find(view)? {
            read.references(view, &field.value, &mut levels)?;
            if let Object::Dictionary(field) = view.object(field.id)?
                && let Object::Dictionary(lock) = view.get(&field, "Lock")?
            {
                levels.extend(view.get(&lock, "P")?.as_integer());
                read.lock(view, &lock)?;
            }
        }
        read.level = levels.into_iter().min().unwrap_or(read.level);
        Ok(read)
    }

    /// Signature reference dictionaries (table 256).
    fn references(&mut self, view: View<'_, '_>, seal: &Dictionary, levels: &mut Vec<i64>) -> Result<(), PdfReadError> {
        let Object::Array(references) = view.get(seal, "Reference")? else { return Ok(()) };
        for reference in references {
            let Object::Dictionary(reference) = view.resolve(&reference)? else { continue };
            let method = view.get(&reference, "TransformMethod")?;
            let parameters = view.get(&reference, "TransformParams")?;
            let parameters = parameters.as_dictionary().cloned().unwrap_or_default();
            match method.as_name() {
                Some(b"DocMDP") => levels.push(view.get(&parameters, "P")?.as_integer().unwrap_or(2)),
                Some(b"FieldMDP") => self.lock(view, &parameters)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn lock(&mut self, view: View<'_, '_>, lock: &Dictionary) -> Result<(), PdfReadError> {
        let action = view.get(lock, "Action")?;
        let mut names = Vec::new();
        if let Object::Array(fields) = view.get(lock, "Fields")? {
            for field in fields {
                names.extend(view.resolve(&field)?.as_string().map(<[u8]>::to_vec));
            }
        }
        self.locks.extend(match action.as_name() {
            Some(b"All") => Some(Lock::All),
            Some(b"Include") => Some(Lock::Only(names)),
            Some(b"Exclude") => Some(Lock::AllBut(names)),
            _ => None,
        });
        Ok(())
    }

    /// Whether nothing but evidence may be added: not even another seal.
    pub(super) const fn binds_everything(&self) -> bool {
        self.level <= 1
    }

    /// Whether a change of this part is permitted. It is never one that does not matter.
    pub(super) const fn allows(&self, part: DocumentPart) -> bool {
        match part {
            DocumentPart::Value | DocumentPart::Signature => self.level >= 2,
            DocumentPart::Annotation => self.level >= 3,
            DocumentPart::Catalog
            | DocumentPart::Pages
            | DocumentPart::Page
            | DocumentPart::Form
            | DocumentPart::Field
            | DocumentPart::LockedValue => false,
        }
    }

    /// How the value of a field with this full name counts.
    pub(super) fn value_of(&self, name: &[u8]) -> DocumentPart {
        let below = |names: &[Vec<u8>]| names.iter().any(|locked| is_at_or_below(name, locked));
        let locked = self.locks.iter().any(|lock| match lock {
            Lock::All => true,
            Lock::Only(names) => below(names),
            Lock::AllBut(names) => !below(names),
        });
        if locked { DocumentPart::LockedValue } else { DocumentPart::Value }
    }
}

/// Whether a full name is this one, or one of a field under it.
fn is_at_or_below(name: &[u8], ancestor: &[u8]) -> bool {
    name.strip_prefix(ancestor).is_some_and(|rest| rest.is_empty() || rest.starts_with(b"."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_holds_for_a_field_and_those_under_it() {
        let with = |lock| Permission { level: 2, locks: vec![lock] };
        let names = || vec![b"grade".to_vec()];
        for (permission, locked, free) in [
            (with(Lock::All), &["grade", "other"][..], &[][..]),
            (with(Lock::Only(names())), &["grade", "grade.date"], &["grades", "other", ""]),
            (with(Lock::AllBut(names())), &["grades", "other"], &["grade", "grade.date"]),
        ] {
            assert!(locked.iter().all(|name| permission.value_of(name.as_bytes()) == DocumentPart::LockedValue));
            assert!(free.iter().all(|name| permission.value_of(name.as_bytes()) == DocumentPart::Value));
        }
    }
}
