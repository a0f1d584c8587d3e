//! Whether two revisions mean the same by what they refer to, however it is written, numbered and packed.

use super::super::ReadError;
use super::super::pdf::{Dictionary, Id, Object, Place, View};
use super::Part;
use std::collections::{HashMap, HashSet};

/// Two revisions of one document, and what is known of their objects as pairs.
pub(super) struct Graphs<'p, 'a> {
    pub(super) old: View<'p, 'a>,
    pub(super) new: View<'p, 'a>,
    /// The catalogs.
    root: (Id, Id),
    /// Old objects that are compared by rules of their own, with what they are now.
    paired: HashMap<Id, Id>,
    /// Pairs that were met, compared or not.
    met: HashSet<(Id, Id)>,
    /// Those that are not compared yet. A list and not recursion: documents have chains of any length.
    open: Vec<(Id, Id, Part)>,
}

/// A pair of objects that do not mean the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Difference {
    pub(super) part: Part,
    pub(super) old: Id,
    pub(super) new: Id,
}

impl<'p, 'a> Graphs<'p, 'a> {
    pub(super) fn new(old: View<'p, 'a>, new: View<'p, 'a>, root: (Id, Id)) -> Self {
        Self { old, new, root, paired: HashMap::new(), met: HashSet::new(), open: Vec::new() }
    }

    /// Says that an old object is now another, and is compared elsewhere. Whether that is news; `None` if it was said to be
    /// something else.
    pub(super) fn pair(&mut self, old: Id, new: Id) -> Option<bool> {
        match self.paired.insert(old, new) {
            None => Some(true),
            Some(before) => (before == new).then_some(false),
        }
    }

    /// Both dictionaries of a pair.
    pub(super) fn dictionaries(&self, (old, new): (Id, Id)) -> Result<Option<(Dictionary, Dictionary)>, ReadError> {
        Ok(match (self.old.object(old)?, self.new.object(new)?) {
            (Object::Dictionary(old), Object::Dictionary(new)) => Some((old, new)),
            _ => None,
        })
    }

    /// The next pair of objects that do not mean the same.
    pub(super) fn next_difference(&mut self) -> Result<Option<Difference>, ReadError> {
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
    pub(super) fn same(&mut self, old: &Object, new: &Object, part: Part) -> Result<bool, ReadError> {
        Ok(match (old, new) {
            (Object::Reference(old), Object::Reference(new)) => self.meet(*old, *new, part),
            (Object::Reference(id), _) => {
                // What has rules of its own is never written out where it is referred to.
                if self.paired.contains_key(id) {
                    return Ok(false);
                }
                let old = self.old.resolve(old)?;
                self.same(&old, new, part)?
            }
            (_, Object::Reference(_)) => {
                let new = self.new.resolve(new)?;
                self.same(old, &new, part)?
            }
            (Object::Array(old), Object::Array(new)) if old.len() == new.len() => {
                for (old, new) in old.iter().zip(new) {
                    if !self.same(old, new, part)? {
                        return Ok(false);
                    }
                }
                true
            }
            (Object::Dictionary(old), Object::Dictionary(new)) => self.same_entries(old, new, &[], part)?,
            (Object::Stream(old), Object::Stream(new)) => {
                let bytes = self.old.pdf().bytes();
                bytes.get(old.data.clone()) == bytes.get(new.data.clone())
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
        part: Part,
    ) -> Result<bool, ReadError> {
        let none = Object::Null;
        let excepted = |key: &[u8]| except.iter().any(|except| except.as_bytes() == key);
        for (key, value) in old.iter().filter(|(key, _)| !excepted(key)) {
            if !self.same(value, new.value(key).unwrap_or(&none), part)? {
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
    fn meet(&mut self, old: Id, new: Id, part: Part) -> bool {
        if old == self.root.0 {
            // A signature names the catalog it was made of (`/Data`), which may have got a new number since.
            return new == self.root.1 || new == old;
        }
        if let Some(paired) = self.paired.get(&old) {
            return *paired == new;
        }
        if self.met.insert((old, new)) {
            self.open.push((old, new, part));
        }
        true
    }

    /// Goes on from an object whose text is the same: only what it refers to can differ. Whether that can be the same.
    fn follow(&mut self, id: Id, part: Part) -> Result<bool, ReadError> {
        let mut references = Vec::new();
        self.old.look(id, |object| object.references(&mut references))?;
        Ok(references.into_iter().all(|reference| self.meet(reference, reference, part)))
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
