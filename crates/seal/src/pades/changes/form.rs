//! The interactive form of two revisions side by side: signature fields may be added and filled, other fields be filled in.

use super::super::ReadError;
use super::super::field::{MAX_DEPTH, MAX_FIELDS};
use super::super::pdf::{Dictionary, Id, Object, View};
use super::{Compare, Part, Stop, references};
use std::collections::HashSet;

/// Entries of the form that are looked at by rules of their own, or that only say that there are signatures.
const FORM_KEYS: [&str; 6] = ["DA", "DR", "Fields", "NeedAppearances", "Q", "SigFlags"];
/// What filling in a field changes (ISO 32000-1, 12.7.3 and 12.7.4): its value and how it is shown. `/Type` may be left out.
const VALUE_KEYS: [&str; 13] = ["AP", "AS", "DA", "F", "Ff", "I", "M", "MK", "Q", "RV", "TI", "Type", "V"];
/// What an added signature field may have: nothing that acts, and nothing but its appearance that could show.
const ADDED_KEYS: [&str; 28] = [
    "AP",
    "AS",
    "BS",
    "Border",
    "C",
    "CA",
    "DA",
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
/// The annotation flag `Hidden` (ISO 32000-1, table 165): neither shown nor printed.
const HIDDEN: i64 = 2;

/// What is known of the form after both were gone through.
pub(super) struct Form {
    /// The form dictionaries, with the number of the new one.
    dictionaries: Option<(Dictionary, Dictionary, u32)>,
    /// Fields and their widgets that both have.
    kept: Vec<Kept>,
    known: HashSet<Id>,
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
    fn below(&self, view: View<'_, '_>, field: &Dictionary) -> Result<Self, ReadError> {
        let mut name = self.name.clone();
        if let Object::String(part) = view.get(field, "T")? {
            if !name.is_empty() {
                name.push(b'.');
            }
            name.extend(part);
        }
        let kind = view.get(field, "FT")?.as_name().map(<[u8]>::to_vec).or_else(|| self.kind.clone());
        if self.depth >= MAX_DEPTH {
            return Err(ReadError::Limit { what: "depth of form fields", limit: MAX_DEPTH });
        }
        let is_filled = self.is_filled || view.get(field, "V")? != Object::Null;
        Ok(Self { name, kind, is_filled, depth: self.depth + 1 })
    }
}

impl Compare<'_, '_> {
    /// Goes through both trees of fields. No field is gone; those that are new are signature fields that do nothing.
    pub(super) fn pair_fields(&mut self, was: &Dictionary, is: &Dictionary) -> Result<Form, Stop> {
        let mut form = Form { dictionaries: None, kept: Vec::new(), known: HashSet::new() };
        let both = (self.graphs.old.get(was, "AcroForm")?, self.graphs.new.get(is, "AcroForm")?);
        let number = is.get("AcroForm").and_then(Object::as_reference).map_or(0, |id| id.number);
        let (Object::Dictionary(was), Object::Dictionary(is)) = both else {
            // A signed file has a form, so none on either side cannot be.
            return Err(Stop::Change { part: Part::Form, object: number });
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
        let change = Stop::Change { part: Part::Form, object };
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
        let change = Stop::Change { part: Part::Field, object: id.number };
        if !form.known.insert(id) {
            return Ok(());
        }
        if form.known.len() > MAX_FIELDS {
            return Err(ReadError::Limit { what: "form fields", limit: MAX_FIELDS }.into());
        }
        if self.graphs.pair(id, id).is_none() {
            return Err(change);
        }
        let Some((was, is)) = self.graphs.dictionaries((id, id))? else {
            let same = self.graphs.old.object(id)? == self.graphs.new.object(id)?;
            return if same { Ok(()) } else { Err(change) };
        };
        let here = above.below(self.graphs.old, &was)?;
        form.kept.push(Kept { id, name: here.name.clone(), kind: here.kind.clone(), is_filled: here.is_filled });
        self.pair_lists(&was, &is, "Kids", &here, id.number, form)
    }

    /// A field added later: a signature or document time-stamp that does nothing, and those of its parts that show.
    fn add_field(&mut self, id: Id, above: &Inherited) -> Result<(), Stop> {
        let change = Stop::Change { part: Part::Field, object: id.number };
        if !self.added.insert(id) {
            return Ok(());
        }
        if self.added.len() > MAX_FIELDS {
            return Err(ReadError::Limit { what: "form fields", limit: MAX_FIELDS }.into());
        }
        let Object::Dictionary(field) = self.graphs.new.object(id)? else { return Err(change) };
        let known = field.iter().all(|(key, _)| ADDED_KEYS.iter().any(|known| known.as_bytes() == key));
        let here = above.below(self.graphs.new, &field)?;
        let kids = references(&self.graphs.new.get(&field, "Kids")?);
        let Some(kids) = kids.filter(|_| known) else { return Err(change) };
        if here.kind.as_deref() != Some(b"Sig") && (kids.is_empty() || here.kind.is_some()) {
            return Err(change);
        }
        if !self.is_invisible(&field)? {
            self.differs(Part::Signature, id.number)?;
        }
        kids.into_iter().try_for_each(|kid| self.add_field(kid, &here))
    }

    /// Whether nothing of a field can show: it has no area, or it is hidden.
    fn is_invisible(&self, field: &Dictionary) -> Result<bool, ReadError> {
        let new = self.graphs.new;
        if new.get(field, "F")?.as_integer().is_some_and(|flags| flags & HIDDEN != 0) {
            return Ok(true);
        }
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
            self.entries(was, is, &FORM_KEYS, Part::Form, *number)?;
            self.defaults(was, is, *number)?;
        }
        for field in form.kept {
            self.field(&field)?;
        }
        Ok(())
    }

    /// What fields without an appearance of their own would be drawn with (12.7.2). Adding it, as many signers do, changes nothing
    /// that is drawn already; unless the reader is told to draw everything anew.
    fn defaults(&mut self, was: &Dictionary, is: &Dictionary, object: u32) -> Result<(), Stop> {
        let (old, new) = (self.graphs.old, self.graphs.new);
        let anew = |value: Object| value == Object::Boolean(true);
        let (was_anew, is_anew) = (anew(old.get(was, "NeedAppearances")?), anew(new.get(is, "NeedAppearances")?));
        let mut differ = was_anew != is_anew;
        for key in ["DA", "Q"] {
            let absent = old.get(was, key)? == Object::Null;
            differ |= (is_anew || !absent) && old.get(was, key)? != new.get(is, key)?;
        }
        if differ {
            self.differs(Part::Value, object)?;
        }
        let (resources, grown) = (old.get(was, "DR")?, new.get(is, "DR")?);
        match (&resources, &grown) {
            (Object::Null, _) if !is_anew => Ok(()),
            (Object::Dictionary(resources), Object::Dictionary(grown)) if !is_anew => {
                self.resources(resources, grown, object)
            }
            _ => self.entry(was, is, "DR", Part::Value, object),
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
                        if !self.graphs.same(resource, now, Part::Form)? {
                            self.differs(Part::Form, object)?;
                        }
                    }
                }
                // Procedure sets are obsolete (14.2).
                _ if category == b"ProcSet" => {}
                _ => {
                    if !self.graphs.same(&before, &after, Part::Form)? {
                        self.differs(Part::Form, object)?;
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
            self.entries(&was, &is, &[&VALUE_KEYS[..], &["Kids"]].concat(), Part::Field, number)?;
            let part = self.permission.value_of(name);
            for key in VALUE_KEYS {
                // What kind of object it is was never in doubt: a writer may say it or not.
                if key != "Type" || was.get(key).is_some() && is.get(key).is_some() {
                    self.entry(&was, &is, key, part, number)?;
                }
            }
            return Ok(());
        }
        // A widget apart from its field has no value of its own.
        let is_widget = was.get("FT").is_none();
        let gets_filled = !is_filled && (is_widget || self.graphs.new.get(&is, "V")? != Object::Null);
        if !gets_filled {
            return self.entries(&was, &is, &["Kids", "Type"], Part::Field, number);
        }
        let filled = [&VALUE_KEYS[..], &["Kids", "H", "P", "Subtype"]].concat();
        self.entries(&was, &is, &filled, Part::Field, number)?;
        if was == is || self.is_invisible(&is)? { Ok(()) } else { self.differs(Part::Signature, number) }
    }
}
