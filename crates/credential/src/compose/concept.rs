//! Concepts, embedded in full.

use signet_record::{Bilingual, Jurisdiction, Language};

use crate::note_subject::{NOTE_SUBJECTS, NoteSubject};
use crate::vocabulary::{Label, Scheme};

use super::draft::{Draft, Members, Node};

/// A concept of a list we know; the code itself is its label when our edition does not have it.
pub(super) fn concept(scheme: Scheme, code: &str) -> Node {
    let label = scheme.label(code);
    let (cs, en) = label.map_or((code, code), |label| (label.cs, label.en));
    embedded(&scheme.member(code), &scheme.uri(), cs, en)
}

/// A concept whose label the record holds, unless our list has its own.
pub(super) fn labelled(scheme: Scheme, code: &str, label: &Bilingual) -> Node {
    match scheme.label(code) {
        Some(_) => concept(scheme, code),
        None => described(scheme, &scheme.member(code), label),
    }
}

/// A concept by its URI, with the record's label.
pub(super) fn described(scheme: Scheme, uri: &str, label: &Bilingual) -> Node {
    embedded(uri, &scheme.uri(), label.text(Language::Cs), label.text(Language::En))
}

/// A concept of no list: its label is all there is.
pub(super) fn own(draft: &mut Draft, text: &str) -> Node {
    let scheme = draft.node("ConceptScheme", Members::new());
    draft.node("Concept", Members::new().node("inScheme", &scheme).both("prefLabel", text, text))
}

/// What a note is about.
pub(super) fn subject(subject: NoteSubject) -> Node {
    let Label { cs, en } = subject.label();
    embedded(&subject.uri(), NOTE_SUBJECTS, cs, en)
}

fn embedded(uri: &str, scheme: &str, cs: &str, en: &str) -> Node {
    let scheme = Members::new().text("id", scheme).text("type", "ConceptScheme").into_object();
    let concept = Members::new().text("id", uri).text("type", "Concept").node("inScheme", &scheme);
    concept.both("prefLabel", cs, en).into_object()
}

/// A country or a part of one.
pub(super) fn jurisdiction(jurisdiction: &Jurisdiction) -> Node {
    labelled(Scheme::AdministrativeUnit, jurisdiction.code.as_str(), &jurisdiction.label)
}
