//! Notes about a subject of ours.

use crate::note_subject::NoteSubject;

use super::{LangString, Node, Note, Property};

impl<'a> Note<'a> {
    /// What it is about, when it is a note as we write them.
    pub(crate) fn about(self) -> Option<NoteSubject> {
        self.subject().first()?.id().and_then(NoteSubject::of_uri)
    }
}

impl<'a> Property<'a, Note<'a>> {
    /// The notes about a subject.
    pub(crate) fn on(self, subject: NoteSubject) -> impl Iterator<Item = Note<'a>> + use<'a> {
        self.all().filter(move |note| note.about() == Some(subject))
    }

    /// The words of the first note.
    pub(crate) fn words(self) -> Option<LangString<'a>> {
        self.first()?.note_literal().first()
    }
}
