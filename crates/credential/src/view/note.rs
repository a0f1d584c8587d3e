//! Notes, with the subject that tells them apart.

use serde::Serialize;
use signet_record::Language;

use crate::json::Value;
use crate::vocabulary::Label;

use super::words;

/// What a note of ours is about. It stands in the note's `subject`, labelled for every reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// By what law and rules the micro-credential is awarded.
    LegalBasis,
    /// Version of the universities' common framework.
    Framework,
    /// What it can become part of.
    Stacking,
    /// The programme a course belongs to.
    Programme,
    /// In what order the courses of a set follow.
    Sequence,
    /// Anything else.
    FurtherInformation,
    /// The credential that this one replaces.
    Replaces,
    /// Place of birth.
    BirthPlace,
    /// Who assessed.
    Assessor,
    /// Share of one assessment in the whole.
    Weight,
    /// A learning outcome that is a competence: the EU's list has knowledge and skill only.
    Competence,
}

/// URI of our list of subjects.
pub(crate) const SUBJECTS: &str = "urn:signet:note-subject";

impl Subject {
    pub(crate) const ALL: [Subject; 11] = [
        Subject::LegalBasis,
        Subject::Framework,
        Subject::Stacking,
        Subject::Programme,
        Subject::Sequence,
        Subject::FurtherInformation,
        Subject::Replaces,
        Subject::BirthPlace,
        Subject::Assessor,
        Subject::Weight,
        Subject::Competence,
    ];

    /// Tail of the subject's URI.
    pub fn code(self) -> &'static str {
        match self {
            Subject::LegalBasis => "legal-basis",
            Subject::Framework => "framework",
            Subject::Stacking => "stacking",
            Subject::Programme => "programme",
            Subject::Sequence => "sequence",
            Subject::FurtherInformation => "further-information",
            Subject::Replaces => "replaces",
            Subject::BirthPlace => "birth-place",
            Subject::Assessor => "assessor",
            Subject::Weight => "weight",
            Subject::Competence => "competence",
        }
    }

    /// The label that is written into credentials. Changing one changes the bytes of new credentials only.
    pub fn label(self) -> Label {
        let (cs, en) = match self {
            Subject::LegalBasis => ("Právní základ", "Legal basis"),
            Subject::Framework => (
                "Verze společného rámce veřejných vysokých škol",
                "Version of the common framework of public universities",
            ),
            Subject::Stacking => ("Možnosti skládání", "Integration and stackability options"),
            Subject::Programme => ("Studijní program", "Study programme"),
            Subject::Sequence => ("Návaznost předmětů", "Sequence of courses"),
            Subject::FurtherInformation => ("Další informace", "Further information"),
            Subject::Replaces => ("Nahrazuje mikrocertifikát", "Replaces the micro-credential"),
            Subject::BirthPlace => ("Místo narození", "Place of birth"),
            Subject::Assessor => ("Hodnotil(a)", "Assessed by"),
            Subject::Weight => ("Váha v celkovém hodnocení", "Weight in the overall assessment"),
            Subject::Competence => ("Druh výsledku učení", "Kind of learning outcome"),
        };
        Label { cs, en }
    }

    fn of(note: Value<'_>) -> Option<Subject> {
        let uri = note.first("subject")?.get("id")?.text()?;
        let code = uri.strip_prefix(SUBJECTS)?.strip_prefix(':')?;
        Subject::ALL.into_iter().find(|subject| subject.code() == code)
    }
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteView<'a> {
    /// What it is about, when it is a note as we write them.
    pub subject: Option<Subject>,
    /// Label of the subject, ours or not.
    pub heading: Option<&'a str>,
    /// The text.
    pub text: &'a str,
}

/// The additional notes of something.
pub(crate) fn notes<'a>(owner: Value<'a>, language: Language) -> impl Iterator<Item = NoteView<'a>> {
    owner.all("additionalNote").filter_map(move |note| {
        Some(NoteView {
            subject: Subject::of(note),
            heading: note.first("subject").and_then(|subject| words(subject, "prefLabel", language)),
            text: words(note, "noteLiteral", language)?,
        })
    })
}

/// The text of the note on one subject.
pub(crate) fn note_on<'a>(owner: Value<'a>, subject: Subject, language: Language) -> Option<&'a str> {
    notes(owner, language).find(|note| note.subject == Some(subject)).map(|note| note.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_labels_are_all_different() {
        for one in Subject::ALL {
            for two in Subject::ALL {
                assert_eq!(one == two, one.code() == two.code() || one.label() == two.label());
            }
        }
    }
}
