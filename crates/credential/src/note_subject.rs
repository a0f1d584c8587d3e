//! What notes of ours are about: a list of our own, for what the model has no property.

use serde::Serialize;

use crate::vocabulary::Label;

/// What a note of ours is about. It stands in the note's `subject`, labelled for every reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteSubject {
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
pub(crate) const NOTE_SUBJECTS: &str = "urn:signet:note-subject";

impl NoteSubject {
    pub(crate) const ALL: [NoteSubject; 11] = [
        NoteSubject::LegalBasis,
        NoteSubject::Framework,
        NoteSubject::Stacking,
        NoteSubject::Programme,
        NoteSubject::Sequence,
        NoteSubject::FurtherInformation,
        NoteSubject::Replaces,
        NoteSubject::BirthPlace,
        NoteSubject::Assessor,
        NoteSubject::Weight,
        NoteSubject::Competence,
    ];

    /// Tail of the subject's URI.
    pub fn code(self) -> &'static str {
        match self {
            NoteSubject::LegalBasis => "legal-basis",
            NoteSubject::Framework => "framework",
            NoteSubject::Stacking => "stacking",
            NoteSubject::Programme => "programme",
            NoteSubject::Sequence => "sequence",
            NoteSubject::FurtherInformation => "further-information",
            NoteSubject::Replaces => "replaces",
            NoteSubject::BirthPlace => "birth-place",
            NoteSubject::Assessor => "assessor",
            NoteSubject::Weight => "weight",
            NoteSubject::Competence => "competence",
        }
    }

    /// The label that is written into credentials. Changing one changes the bytes of new credentials only.
    pub fn label(self) -> Label {
        let (cs, en) = match self {
            NoteSubject::LegalBasis => ("Právní základ", "Legal basis"),
            NoteSubject::Framework => (
                "Verze společného rámce veřejných vysokých škol",
                "Version of the common framework of public universities",
            ),
            NoteSubject::Stacking => ("Možnosti skládání", "Integration and stackability options"),
            NoteSubject::Programme => ("Studijní program", "Study programme"),
            NoteSubject::Sequence => ("Návaznost předmětů", "Sequence of courses"),
            NoteSubject::FurtherInformation => ("Další informace", "Further information"),
            NoteSubject::Replaces => ("Nahrazuje mikrocertifikát", "Replaces the micro-credential"),
            NoteSubject::BirthPlace => ("Místo narození", "Place of birth"),
            NoteSubject::Assessor => ("Hodnotil(a)", "Assessed by"),
            NoteSubject::Weight => ("Váha v celkovém hodnocení", "Weight in the overall assessment"),
            NoteSubject::Competence => ("Druh výsledku učení", "Kind of learning outcome"),
        };
        Label { cs, en }
    }

    /// The subject with this URI.
    pub fn of_uri(uri: &str) -> Option<NoteSubject> {
        let code = uri.strip_prefix(NOTE_SUBJECTS)?.strip_prefix(':')?;
        NoteSubject::ALL.into_iter().find(|subject| subject.code() == code)
    }

    /// Its URI.
    pub(crate) fn uri(self) -> String {
        format!("{NOTE_SUBJECTS}:{}", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_labels_are_all_different() {
        for one in NoteSubject::ALL {
            for two in NoteSubject::ALL {
                assert_eq!(one == two, one.code() == two.code() || one.label() == two.label());
            }
        }
    }
}
