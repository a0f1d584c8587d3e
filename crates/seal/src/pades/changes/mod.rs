//! What was changed after a seal, by what a reader would show: both documents are followed from their trailers, side by side.
//!
//! | what later revisions did | verdict |
//! | --- | --- |
//! | evidence, document time-stamps, further seals, as long as nothing of them shows; equal objects written or numbered anew | none of it matters |
//! | metadata | does not show on any page, and could be a lie: nobody can tell |
//! | something that shows and that ISO 32000-2 and the sealer permit: fields filled in, visible signatures, annotations | what it says is not sealed: nobody can tell |
//! | anything else | the document is another one |
//!
//! Evidence is EN 319 142-1, 5.4; what is permitted is ISO 32000-2, 12.8.2.2 and 12.8.2.4.

mod form;
mod graph;
mod metadata;
mod pages;
mod permission;
mod structure;

pub(crate) use crate::fact::{Changes, DocumentPart};

use super::PdfReadError;
use super::pdf::{Dictionary, Id, Object, View};
use graph::Graphs;
use permission::Permission;
use std::collections::HashSet;

/// Entries of the catalog that are looked at by rules of their own, or say nothing that a reader would show: the security store,
/// and which version and extensions of the format the file uses (ISO 32000-1, 7.12).
const CATALOG_KEYS: [&str; 6] = ["AcroForm", "DSS", "Extensions", "Metadata", "Pages", "Version"];

/// Compares the file at `revision` with the file as it stands.
pub(crate) fn since(revision: View<'_, '_>) -> Result<Changes, PdfReadError> {
    if revision.later().is_empty() {
        return Ok(Changes::None);
    }
    let (old, new) = (revision, revision.pdf().newest());
    let (was, is) = (old.catalog()?, new.catalog()?);
    let permission = Permission::of(old)?;
    let graphs = Graphs::new(old, new, (was.0, is.0));
    let mut compare = Compare { graphs, permission, added: HashSet::new(), seals: false, shown: None };
    match compare.all(&was.1, &is) {
        Ok(()) => {}
        Err(Stop::Change { part, object }) => return Ok(Changes::Content { part, object }),
        Err(Stop::Read(error)) => return Err(error),
    }
    if let Some((part, object)) = compare.shown {
        return Ok(Changes::Shown { part, object });
    }
    Ok(match metadata::rewritten(old, new, &was.1, &is.1)? {
        Some(object) => Changes::Metadata { object },
        None => Changes::Evidence { seals: compare.seals },
    })
}

enum Stop {
    Change { part: DocumentPart, object: u32 },
    Read(PdfReadError),
}

impl From<PdfReadError> for Stop {
    fn from(error: PdfReadError) -> Self {
        Self::Read(error)
    }
}

struct Compare<'p, 'a> {
    graphs: Graphs<'p, 'a>,
    permission: Permission,
    /// New signature fields, with their widgets.
    added: HashSet<Id>,
    /// Whether one of them, or one that was empty, holds a seal now.
    seals: bool,
    /// The first thing that shows and is permitted.
    shown: Option<(DocumentPart, u32)>,
}

impl Compare<'_, '_> {
    /// Pages and fields are paired first: what refers to one of a pair refers to the other, whatever may have been added to it.
    fn all(&mut self, was: &Dictionary, is: &(Id, Dictionary)) -> Result<(), Stop> {
        let (root, is) = is;
        let pages = self.pair_pages(was, is)?;
        let form = self.pair_fields(was, is)?;
        let annotations = self.pair_annotations(&pages, &form)?;
        self.entries(was, is, &CATALOG_KEYS, DocumentPart::Catalog, root.number)?;
        self.tree(&pages)?;
        self.settle()?;
        self.fields(form)?;
        self.annotations(annotations)?;
        self.settle()?;
        if self.permission.binds_everything() && self.seals {
            Err(Stop::Change { part: DocumentPart::Signature, object: root.number })
        } else {
            Ok(())
        }
    }

    /// The entries of two dictionaries must mean the same, but for those with these keys.
    fn entries(
        &mut self,
        was: &Dictionary,
        is: &Dictionary,
        except: &[&str],
        part: DocumentPart,
        object: u32,
    ) -> Result<(), Stop> {
        if self.graphs.same_entries(was, is, except, part)? { Ok(()) } else { self.differs(part, object) }
    }

    /// The values of two entries must mean the same.
    fn entry(
        &mut self,
        was: &Dictionary,
        is: &Dictionary,
        key: &str,
        part: DocumentPart,
        object: u32,
    ) -> Result<(), Stop> {
        let none = Object::Null;
        let (was, is) = (was.get(key).unwrap_or(&none), is.get(key).unwrap_or(&none));
        if self.graphs.same(was, is, part)? { Ok(()) } else { self.differs(part, object) }
    }

    /// Follows all references that were met.
    fn settle(&mut self) -> Result<(), Stop> {
        while let Some(difference) = self.graphs.next_difference()? {
            if !self.is_grown_structure(difference)? {
                self.differs(difference.part, difference.new.number)?;
            }
        }
        Ok(())
    }

    /// Something differs: it is noted as shown if that is permitted, else it is a change.
    fn differs(&mut self, part: DocumentPart, object: u32) -> Result<(), Stop> {
        if !self.permission.allows(part) {
            return Err(Stop::Change { part, object });
        }
        self.shown.get_or_insert((part, object));
        Ok(())
    }
}

/// The references of a list, in order; `None` if anything else stands in it, or it is no list. Nothing is an empty list.
fn references(list: &Object) -> Option<Vec<Id>> {
    match list {
        Object::Null => Some(Vec::new()),
        Object::Array(items) => items.iter().map(Object::as_reference).collect(),
        _ => None,
    }
}

/// Whether a dictionary has no other keys than these.
fn has_only(dictionary: &Dictionary, keys: &[&str]) -> bool {
    dictionary.iter().all(|(key, _)| keys.iter().any(|known| known.as_bytes() == key))
}
