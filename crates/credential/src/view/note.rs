//! Notes, with the subject that tells them apart.

use serde::Serialize;
use signet_record::Language;

use crate::elm::{Note, Property};
use crate::note_subject::NoteSubject;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteView<'a> {
    /// What it is about, when it is a note as we write them.
    pub subject: Option<NoteSubject>,
    /// Label of the subject, ours or not.
    pub heading: Option<&'a str>,
    /// The text.
    pub text: &'a str,
}

/// The notes that have a text.
pub(super) fn notes<'a>(notes: Property<'a, Note<'a>>, language: Language) -> impl Iterator<Item = NoteView<'a>> {
    notes.all().filter_map(move |note| {
        Some(NoteView {
            subject: note.about(),
            heading: note.subject().first().and_then(|subject| subject.pref_label().best(language)),
            text: note.note_literal().best(language)?,
        })
    })
}

/// The text of the first note on a subject that has one.
pub(super) fn note_on<'a>(notes: Property<'a, Note<'a>>, subject: NoteSubject, language: Language) -> Option<&'a str> {
    notes.on(subject).find_map(|note| note.note_literal().best(language))
}
