//! The pages of two revisions side by side: the same pages with the same content, to which signature fields may have been added.

use super::super::pdf::{Dictionary, Id, Object};
use super::form::Form;
use super::graph::Role;
use super::{Compare, DocumentPart, Stop, references};
use std::collections::HashSet;

/// Entries of a page that are looked at by rules of their own, or that no reader shows: annotations, the order in which they are
/// tabbed through, when the page was last changed (ISO 32000-1, table 30).
const PAGE_KEYS: [&str; 3] = ["Annots", "LastModified", "Tabs"];

/// A node of the page tree in both revisions.
pub(super) struct Node {
    ids: (Id, Id),
    was: Dictionary,
    is: Dictionary,
    is_page: bool,
}

/// An annotation of a page that is no field: in both revisions, or new.
pub(super) enum Annotation {
    Kept(Id, Id),
    Written(Object, Object, u32),
    Added(u32),
}

impl Compare<'_, '_> {
    /// Goes through both page trees. Every node is paired with the one in its place.
    pub(super) fn pair_pages(&mut self, was: &Dictionary, is: &Dictionary) -> Result<Vec<Node>, Stop> {
        let mut nodes = Vec::new();
        let reference = |catalog: &Dictionary| catalog.get("Pages").and_then(Object::as_reference);
        let mut open: Vec<(Id, Id)> = reference(was).zip(reference(is)).into_iter().collect();
        if open.is_empty() && (was.get("Pages").is_some() || is.get("Pages").is_some()) {
            return Err(Stop::Change { part: DocumentPart::Pages, object: 0 });
        }
        while let Some(ids) = open.pop() {
            let change = Stop::Change { part: DocumentPart::Pages, object: ids.1.number };
            // Only a dictionary can be a page; that neither is one is nothing new.
            let Some((was, is)) = self.graphs.dictionaries(ids)? else {
                let (was, is) = (Object::Reference(ids.0), Object::Reference(ids.1));
                if self.graphs.same(&was, &is, DocumentPart::Pages)? {
                    continue;
                }
                return Err(change);
            };
            match self.graphs.pair(ids.0, ids.1, Role::Page) {
                Some(true) => {}
                // A page that stands twice in the tree was looked at.
                Some(false) => continue,
                None => return Err(change),
            }
            let kids = (self.graphs.old.get(&was, "Kids")?, self.graphs.new.get(&is, "Kids")?);
            let is_page = kids == (Object::Null, Object::Null);
            match (references(&kids.0), references(&kids.1)) {
                (Some(old), Some(new)) if old.len() == new.len() => open.extend(old.into_iter().zip(new)),
                _ => return Err(change),
            }
            nodes.push(Node { ids, was, is, is_page });
        }
        Ok(nodes)
    }

    /// Pairs the annotations of all pages and says which there are beside the fields of the form.
    pub(super) fn pair_annotations(&mut self, nodes: &[Node], form: &Form) -> Result<Vec<Annotation>, Stop> {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for Node { ids, was, is, .. } in nodes.iter().filter(|node| node.is_page) {
            let lists = (self.graphs.old.get(was, "Annots")?, self.graphs.new.get(is, "Annots")?);
            if lists.0 == lists.1 && lists.0 == Object::Null {
                continue;
            }
            let page = ids.1.number;
            for (old, new) in
                aligned(&lists.0, &lists.1).ok_or(Stop::Change { part: DocumentPart::Annotation, object: page })?
            {
                match (old, new) {
                    (Some(Object::Reference(old)), Object::Reference(new)) => {
                        if form.holds(*old) && old == new {
                            continue;
                        }
                        match self.graphs.pair(*old, *new, Role::Annotation) {
                            Some(true) => found.push(Annotation::Kept(*old, *new)),
                            Some(false) => {}
                            None => self.differs(DocumentPart::Annotation, new.number)?,
                        }
                    }
                    (Some(old), new) => found.push(Annotation::Written(old.clone(), new.clone(), page)),
                    (None, Object::Reference(new)) if self.added.contains(new) => {}
                    (None, new) => {
                        let number = new.as_reference().map_or(page, |id| id.number);
                        if seen.insert(number) {
                            found.push(Annotation::Added(number));
                        }
                    }
                }
            }
        }
        Ok(found)
    }

    /// Every page and every node above: all but the annotations.
    pub(super) fn tree(&mut self, nodes: &[Node]) -> Result<(), Stop> {
        for Node { ids, was, is, is_page } in nodes {
            let (part, except) =
                if *is_page { (DocumentPart::Page, &PAGE_KEYS[..]) } else { (DocumentPart::Pages, &["Kids"][..]) };
            self.entries(was, is, except, part, ids.1.number)?;
            if *is_page {
                self.page_notes(was, is, ids.1.number)?;
            }
        }
        Ok(())
    }

    /// What a page says of itself may change as long as it is what it should be: nothing else could be made of it.
    fn page_notes(&mut self, was: &Dictionary, is: &Dictionary, object: u32) -> Result<(), Stop> {
        for (key, fits) in [
            ("LastModified", (|value| matches!(value, Object::Null | Object::String(_))) as fn(&Object) -> bool),
            ("Tabs", |value| matches!(value, Object::Null | Object::Name(_))),
        ] {
            if !fits(&self.graphs.old.get(was, key)?) || !fits(&self.graphs.new.get(is, key)?) {
                self.entry(was, is, key, DocumentPart::Page, object)?;
            }
        }
        Ok(())
    }

    /// The annotations that are no fields.
    pub(super) fn annotations(&mut self, annotations: Vec<Annotation>) -> Result<(), Stop> {
        let part = DocumentPart::Annotation;
        for annotation in annotations {
            match annotation {
                Annotation::Added(object) => self.differs(part, object)?,
                Annotation::Written(old, new, object) => {
                    if !self.graphs.same(&old, &new, part)? {
                        self.differs(part, object)?;
                    }
                }
                Annotation::Kept(old, new) => {
                    let (was, is) = (self.graphs.old.object(old)?, self.graphs.new.object(new)?);
                    if !self.graphs.same(&was, &is, part)? {
                        self.differs(part, new.number)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The items of the new list, each with the old one it stands for; `None` if an old one is gone.
fn aligned<'l>(old: &'l Object, new: &'l Object) -> Option<Vec<(Option<&'l Object>, &'l Object)>> {
    let none: &[Object] = &[];
    let items = |list: &'l Object| match list {
        Object::Null => Some(none),
        list => list.as_array(),
    };
    let (old, new) = (items(old)?, items(new)?);
    if old.len() == new.len() {
        return Some(old.iter().map(Some).zip(new).collect());
    }
    let mut rest = old.iter().peekable();
    let aligned = new.iter().map(|item| (rest.next_if(|old| *old == item), item)).collect();
    rest.next().is_none().then_some(aligned)
}
