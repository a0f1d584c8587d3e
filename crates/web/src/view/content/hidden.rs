//! What the holder of a credential may keep back, wherever it stands in the file.

use signet_credential::{
    PropertyName,
    note_subject::NoteSubject,
    view::whole::{Content, Thing},
};

use super::line::Teller;
use crate::view::ShownField;

/// What is said of a person whose date of birth does not show.
const NAMES: [PropertyName; 5] = [
    PropertyName::FullName,
    PropertyName::GivenName,
    PropertyName::FamilyName,
    PropertyName::PrefLabel,
    PropertyName::AltLabel,
];
/// What tells a grade, or how it compares with others'. The scale tells it, too, where a scale has few steps.
const GRADES: [PropertyName; 5] = [
    PropertyName::Grade,
    PropertyName::GradeStatus,
    PropertyName::GradingScheme,
    PropertyName::ResultDestribution,
    PropertyName::ShortenedGrading,
];

/// Whether a note is further information: what the supplement calls so, or free text about nothing that the supplement has an item for.
pub fn is_further(subject: Option<NoteSubject>) -> bool {
    matches!(subject, None | Some(NoteSubject::FurtherInformation))
}

impl<'a> Teller<'_, 'a> {
    /// Whether a member of a thing is kept back.
    pub fn hides(&self, thing: &Thing<'a>, member: PropertyName) -> bool {
        let off = |field| !self.reveal.shows(field);
        (off(ShownField::Birth) && thing.class == "Person" && !NAMES.contains(&member))
            || (off(ShownField::Grade) && GRADES.contains(&member))
            || (off(ShownField::Further) && member == PropertyName::SupplementaryDocument)
    }

    /// Whether a note is kept back.
    pub fn hides_note(&self, note: &Thing<'a>) -> bool {
        let subject = match note.contents(PropertyName::Subject) {
            [Content::Concept(subject)] => subject.uri.and_then(NoteSubject::of_uri),
            _ => None,
        };
        !self.reveal.shows(ShownField::Further) && is_further(subject)
    }
}
