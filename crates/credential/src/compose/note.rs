//! Notes: what the model has no property for.

use signet_record::{Award, Bilingual, Language, Sequence, Stacking, UnitKind};

use crate::note_subject::NoteSubject;
use crate::vocabulary::Label;

use super::concept;
use super::draft::{Draft, Members, Node};

/// Said of the stacking of a unit that stands alone.
pub(crate) const STAND_ALONE: Label =
    Label { cs: "Samostatný mikrocertifikát.", en: "Stand-alone micro-credential." };
/// Said of the courses of a set whose order matters.
pub(crate) const CONSECUTIVE: Label = Label {
    cs: "Předměty na sebe navazují v uvedeném pořadí.",
    en: "The courses follow each other in the order given.",
};
const PARALLEL: Label =
    Label { cs: "Předměty lze absolvovat v libovolném pořadí.", en: "The courses may be taken in any order." };

/// The text of a note: of the record, of our own, or one that is the same in both languages.
pub(super) struct NoteText {
    cs: String,
    en: String,
}

impl NoteText {
    pub(super) fn same(text: &str) -> Self {
        NoteText { cs: text.to_owned(), en: text.to_owned() }
    }

    pub(super) fn text(&self, language: Language) -> &str {
        match language {
            Language::Cs => &self.cs,
            Language::En => &self.en,
        }
    }
}

impl From<&Bilingual> for NoteText {
    fn from(text: &Bilingual) -> Self {
        NoteText { cs: text.text(Language::Cs).to_owned(), en: text.text(Language::En).to_owned() }
    }
}

impl From<Label> for NoteText {
    fn from(label: Label) -> Self {
        NoteText { cs: label.cs.to_owned(), en: label.en.to_owned() }
    }
}

/// A note that says what it is about.
pub(super) fn note(draft: &mut Draft, subject: NoteSubject, text: &NoteText) -> Node {
    short_note(draft, subject, &text.cs, &text.en)
}

/// The same, from the texts in both languages.
pub(super) fn short_note(draft: &mut Draft, subject: NoteSubject, cs: &str, en: &str) -> Node {
    let members = Members::new().both("noteLiteral", cs, en).node("subject", &concept::subject(subject));
    draft.node("Note", members)
}

/// A note that does not say what it is about.
pub(super) fn plain_note(draft: &mut Draft, cs: &str, en: &str) -> Node {
    draft.node("Note", Members::new().both("noteLiteral", cs, en))
}

/// The notes on the achievement.
pub(super) fn notes(draft: &mut Draft, award: &Award) -> Vec<Node> {
    let notes = notes_of(award);
    notes.iter().map(|(subject, text)| note(draft, *subject, text)).collect()
}

/// What there is to note about the achievement.
pub(super) fn notes_of(award: &Award) -> Vec<(NoteSubject, NoteText)> {
    let unit = award.unit();
    let mut notes = Vec::new();
    if let Some(basis) = unit.legal_basis_in(award.institution()) {
        notes.push((NoteSubject::LegalBasis, NoteText::from(basis)));
    }
    notes.push((NoteSubject::Framework, NoteText::same(&unit.framework)));
    notes.push(match &unit.stacking {
        Stacking::StandAlone => (NoteSubject::Stacking, NoteText::from(STAND_ALONE)),
        Stacking::Towards { note } => (NoteSubject::Stacking, NoteText::from(note)),
    });
    match &unit.kind {
        UnitKind::LifelongLearning => {}
        UnitKind::Course { programme, .. } => notes.push((NoteSubject::Programme, NoteText::from(programme))),
        UnitKind::CourseSet { programme, sequence, .. } => {
            notes.push((NoteSubject::Programme, NoteText::from(programme)));
            let order = match sequence {
                Sequence::Parallel => PARALLEL,
                Sequence::Consecutive => CONSECUTIVE,
            };
            notes.push((NoteSubject::Sequence, NoteText::from(order)));
        }
    }
    if let Some(replaced) = award.supersedes() {
        notes.push((NoteSubject::Replaces, NoteText::same(&replaced.to_string())));
    }
    notes
}
