//! Whether two revisions mean the same by what they refer to, however it is written, numbered and packed.

use super::super::PdfReadError;
use super::super::pdf::{Dictionary, Id, Object, Place, View};
use super::DocumentPart;
use std::collections::{HashMap, HashSet};

/// Two revisions of one document, and what is known of their objects as pairs.
pub(super) struct Graphs<'p, 'a> {
    pub(super) old: View<'p, 'a>,
    pub(super) new: View<'p, 'a>,
    /// The catalogs.
    root: (Id, Id),
    /// Old objects that are compared by rules of their own, with what they are now.
    paired: HashMap<Id, (Id, Role)>,
    /// The new ones of them that are pages.
    pages: HashSet<Id>,
    /// Pairs that were met, compared or not.
    met: HashSet<(Id, Id)>,
    /// Those that are not compared yet. A list and not recursion: documents have chains of any length.
    open: Vec<(Id, Id, DocumentPart)>,
}

/// What a pair of objects is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A page or a node above.
    Page,
    /// An annotation or a field.
    Annotation,
}

/// Where a reference stands. An object may be both a field and, say, a font: what it is as a field counts only where fields are
/// referred to, and everywhere else every change of it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// Anywhere else.
    Any,
    /// Where an annotation or a field is referred to.
    Annotation,
    /// Where a signature names the catalog it was made of (ISO 32000-1, table 253).
    Catalog,
}

impl Slot {
    const fn of(key: &[u8]) -> Self {
        match key {
            b"Data" => Self::Catalog,
            // In order: actions on annotations, the order of calculation, actions on fields, replies, the structure tree, the tree
            // of fields, pop-ups, the action that hides, renditions.
            b"AN" | b"Annotation" | b"CO" | b"Fields" | b"IRT" | b"Obj" | b"Parent" | b"Popup" | b"T" | b"TA" => {
                Self::Annotation
            }
            _ => Self::Any,
        }
    }
}

/// A pair of objects that do not mean the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Difference {
    pub(super) part: DocumentPart,
    pub(super) old: Id,
    pub(super) new: Id,
}

impl<'p, 'a> Graphs<'p, 'a> {
    pub(super) fn new(old: View<'p, 'a>, new: View<'p, 'a>, root: (Id, Id)) -> Self {
        Self { old, new, root, paired: HashMap::new(), pages: HashSet::new(), met: HashSet::new(), open: Vec::new() }
    }

    /// Says that an old object is now another, and is compared elsewhere. Whether that is news; `None` if it was said to be
    /// something else.
    pub(super) fn pair(&mut self, old: Id, new: Id, role: Role) -> Option<bool> {
        if role == Role::Page {
            self.pages.insert(new);
        }
        match self.paired.insert(old, (new, role)) {
            None => Some(true),
            Some(before) => (before == (new, role)).then_some(false),
        }
    }

    /// Whether a new object is a page, or a node above.
    pub(super) fn is_page(&self, new: Id) -> bool {
        self.pages.contains(&new)
    }

    /// Both dictionaries of a pair.
    pub(super) fn dictionaries(&self, (old, new): (Id, Id)) -> Result<Option<(Dictionary, Dictionary)>, PdfReadError> {
        Ok(match (self.old.object(old)?, self.new.object(new)?) {
            (Object::Dictionary(old), Object::Dictionary(new)) => Some((old, new)),
            _ => None,
        })
    }

    /// The next pair of objects that do not mean the same.
    pub(super) fn next_difference(&mut self) -> Result<Option<Difference>, PdfReadError> {
        while let Some((old, new, part)) = self.open.pop() {
            if old == new && self.is_unmoved(old.number) {
                if self.follow(old, part)? {
                    continue;
                }
                return Ok(Some(Difference { part, old, new }));
            }
            let (was, is) = (self.old.object(old)?, self.new.object(new)?);
            if !self.same(&was, &is, part)? {
                return Ok(Some(Difference { part, old, new }));
            }
        }
        Ok(None)
    }

    /// Whether two values mean the same, as far as they are written in one place: pairs of references are left for later.
    pub(super) fn same(&mut self, old: &Object, new: &Object, part: DocumentPart) -> Result<bool, PdfReadError> {
        self.same_in(old, new, part, Slot::Any)
    }

    fn same_in(&mut self, old: &Object, new: &Object, part: DocumentPart, slot: Slot) -> Result<bool, PdfReadError> {
        Ok(match (old, new) {
            (Object::Reference(old), Object::Reference(new)) => self.meet(*old, *new, part, slot),
            (Object::Reference(id), _) => {
                // What has rules of its own is never written out where it is referred to.
                if self.paired.contains_key(id) {
                    return Ok(false);
                }
                let old = self.old.resolve(old)?;
                self.same_in(&old, new, part, slot)?
            }
            (_, Object::Reference(_)) => {
                let new = self.new.resolve(new)?;
                self.same_in(old, &new, part, slot)?
            }
            (Object::Array(old), Object::Array(new)) if old.len() == new.len() => {
                for (old, new) in old.iter().zip(new) {
                    if !self.same_in(old, new, part, slot)? {
                        return Ok(false);
                    }
                }
                true
            }
            (Object::Dictionary(old), Object::Dictionary(new)) => self.same_entries(old, new, &[], part)?,
            (Object::Stream(old), Object::Stream(new)) => {
                let bytes = self.old.pdf().bytes();
                // Most are the very same bytes.
                (old.data == new.data || bytes.get(old.data.clone()) == bytes.get(new.data.clone()))
                    && self.same_entries(&old.dictionary, &new.dictionary, &["Length"], part)?
            }
            (Object::Integer(_) | Object::Real(_), Object::Integer(_) | Object::Real(_)) => {
                old == new || matches!((old.as_number(), new.as_number()), (Some(old), Some(new)) if old == new)
            }
            _ => old == new,
        })
    }

    /// The same of the entries of two dictionaries, but for those with these keys. An entry that is null is no entry
    /// (ISO 32000-1, 7.3.7).
    pub(super) fn same_entries(
        &mut self,
        old: &Dictionary,
        new: &Dictionary,
        except: &[&str],
        part: DocumentPart,
    ) -> Result<bool, PdfReadError> {
        let none = Object::Null;
        let excepted = |key: &[u8]| except.iter().any(|except| except.as_bytes() == key);
        for (key, value) in old.iter().filter(|(key, _)| !excepted(key)) {
            if !self.same_in(value, new.value(key).unwrap_or(&none), part, Slot::of(key))? {
                return Ok(false);
            }
        }
        for (_, value) in new.iter().filter(|(key, _)| !excepted(key) && old.value(key).is_none()) {
            if !self.same(&none, value, part)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Notes a pair of references. Whether they can mean the same.
    fn meet(&mut self, old: Id, new: Id, part: DocumentPart, slot: Slot) -> bool {
        if slot == Slot::Catalog && old == self.root.0 {
            // It may have got a new number since.
            return new == self.root.1 || new == old;
        }
        match self.paired.get(&old) {
            Some((paired, Role::Page)) => return *paired == new,
            Some((paired, Role::Annotation)) if slot == Slot::Annotation => return *paired == new,
            _ => {}
        }
        if self.met.insert((old, new)) {
            self.open.push((old, new, part));
        }
        true
    }

    /// Goes on from an object whose text is the same: only what it refers to can differ. Whether that can be the same.
    fn follow(&mut self, id: Id, part: DocumentPart) -> Result<bool, PdfReadError> {
        let mut same = Ok(true);
        let old = self.old;
        old.look(id, |object| same = self.same(object, object, part))?;
        same
    }

    /// Whether an object lies at the same place of the file in both revisions.
    fn is_unmoved(&self, number: u32) -> bool {
        match (self.old.place(number), self.new.place(number)) {
            (Some(Place::Packed { stream: old }), Some(Place::Packed { stream: new })) => {
                old == new && self.old.place(old) == self.new.place(new)
            }
            (old, new) => old == new,
        }
    }
}
