//! The logical structure of two revisions (ISO 32000-1, 14.7): a tagged document tells of its new signature fields there, and of
//! nothing else.

use super::super::PdfReadError;
use super::super::pdf::{Dictionary, Id, Object, View};
use super::graph::Difference;
use super::{Compare, DocumentPart, has_only};
use std::collections::HashMap;

/// What an element for a field may say. Words for it (`/Alt`, `/ActualText`, `/T`) would be read out.
const ELEMENT_KEYS: [&str; 6] = ["ID", "K", "P", "Pg", "S", "Type"];
/// What its reference to the field may (table 325).
const REFERENCE_KEYS: [&str; 3] = ["Obj", "Pg", "Type"];
/// A number tree may have this many nodes.
const MOST_NODES: usize = 4_096;

impl Compare<'_, '_> {
    /// Whether two objects differ by nothing but elements for fields that were added.
    pub(super) fn is_grown_structure(&mut self, difference: Difference) -> Result<bool, PdfReadError> {
        let Difference { part, old, new } = difference;
        if part != DocumentPart::Catalog || self.added.is_empty() {
            return Ok(false);
        }
        let Some((was, is)) = self.graphs.dictionaries((old, new))? else { return Ok(false) };
        if was.is_name("Type", "StructTreeRoot") {
            let except = ["K", "ParentTree", "ParentTreeNextKey"];
            let (before, after) = (self.graphs.old.get(&was, except[2])?, self.graphs.new.get(&is, except[2])?);
            let are_numbers = [before, after].iter().all(|next| *next == Object::Null || next.as_integer().is_some());
            return Ok(are_numbers
                && self.graphs.same_entries(&was, &is, &except, part)?
                && self.has_kids_added(&was, &is)?
                && self.has_numbers_added(was.get("ParentTree"), is.get("ParentTree"))?);
        }
        if was.get("S").is_some() && was.get("P").is_some() {
            return Ok(self.graphs.same_entries(&was, &is, &["K"], part)? && self.has_kids_added(&was, &is)?);
        }
        if was.get("Nums").is_some() || was.get("Kids").is_some() {
            return self.has_numbers_added(Some(&Object::Reference(old)), Some(&Object::Reference(new)));
        }
        Ok(false)
    }

    /// Whether the kids of a structure element are those it had, and then elements for added fields.
    fn has_kids_added(&mut self, was: &Dictionary, is: &Dictionary) -> Result<bool, PdfReadError> {
        let (before, after) = (kids(self.graphs.old, was)?, kids(self.graphs.new, is)?);
        let Some((kept, added)) = after.split_at_checked(before.len()) else { return Ok(false) };
        for (before, after) in before.iter().zip(kept) {
            if !self.graphs.same(before, after, DocumentPart::Catalog)? {
                return Ok(false);
            }
        }
        for kid in added {
            if !self.is_element_of_added(kid)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether a number tree (7.9.7) has all it had, and else only numbers for elements of added fields.
    fn has_numbers_added(&mut self, was: Option<&Object>, is: Option<&Object>) -> Result<bool, PdfReadError> {
        let none = Object::Null;
        let before = numbers(self.graphs.old, was.unwrap_or(&none))?;
        let after = numbers(self.graphs.new, is.unwrap_or(&none))?;
        let (Some(before), Some(mut after)) = (before, after) else { return Ok(false) };
        for (number, value) in before {
            let Some(now) = after.remove(&number) else { return Ok(false) };
            if !self.graphs.same(&value, &now, DocumentPart::Catalog)? {
                return Ok(false);
            }
        }
        for added in after.into_values() {
            if !self.is_element_of_added(&added)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether it is a structure element whose only kids are fields that were added.
    fn is_element_of_added(&self, element: &Object) -> Result<bool, PdfReadError> {
        let new = self.graphs.new;
        let Object::Dictionary(element) = new.resolve(element)? else { return Ok(false) };
        if !has_only(&element, &ELEMENT_KEYS) || new.get(&element, "S")?.as_name() != Some(b"Form") {
            return Ok(false);
        }
        for kid in kids(new, &element)? {
            let Object::Dictionary(reference) = new.resolve(&kid)? else { return Ok(false) };
            let field: Option<Id> = reference.get("Obj").and_then(Object::as_reference);
            if !has_only(&reference, &REFERENCE_KEYS) || !field.is_some_and(|field| self.added.contains(&field)) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The kids of a structure element: one, or a list.
fn kids(view: View<'_, '_>, element: &Dictionary) -> Result<Vec<Object>, PdfReadError> {
    let Some(kids) = element.get("K") else { return Ok(Vec::new()) };
    Ok(match view.resolve(kids)? {
        Object::Null => Vec::new(),
        Object::Array(kids) => kids,
        _ => vec![kids.clone()],
    })
}

/// Every number of a tree with its value; `None` if it has too many nodes, or other entries.
fn numbers(view: View<'_, '_>, root: &Object) -> Result<Option<HashMap<i64, Object>>, PdfReadError> {
    let mut found = HashMap::new();
    let mut open = vec![root.clone()];
    let mut nodes = 0;
    while let Some(node) = open.pop() {
        nodes += 1;
        if nodes > MOST_NODES {
            return Ok(None);
        }
        let node = match view.resolve(&node)? {
            Object::Null => continue,
            Object::Dictionary(node) if has_only(&node, &["Kids", "Limits", "Nums", "Type"]) => node,
            // It may be something else as well.
            _ => return Ok(None),
        };
        if let Object::Array(pairs) = view.get(&node, "Nums")? {
            for pair in pairs.chunks_exact(2) {
                if let [number, value] = pair
                    && let Some(number) = view.resolve(number)?.as_integer()
                {
                    found.insert(number, value.clone());
                }
            }
        }
        if let Object::Array(kids) = view.get(&node, "Kids")? {
            open.extend(kids);
        }
    }
    Ok(Some(found))
}
