//! What a credential says, in the best language it has: what was asked for, else English, else any.
//!
//! The four blocks of the page that verifiers see: [`Basics`], [`HolderView`], [`Quality`], [`AssessmentView`]; and the [`Display`]s,
//! the pictures of the document. [`whole`] is the rest: every element that a credential has, without loss. Nothing here judges: members
//! that are missing or misshapen are simply not there.

mod assessment;
mod basics;
mod body;
mod display;
mod holder;
mod note;
mod organisation;
mod quality;
mod restated;
mod term;
pub mod whole;

pub use assessment::{AssessmentView, AssessmentsView};
pub use basics::{Basics, Credits, LevelView, OutcomeKind, OutcomeView, PartView, SkillView};
pub use body::{BodyIdentifier, BodyView, IdentifierKind, MANDATE_STATEMENT_BYTES_MAX, MANDATE_STATEMENTS_MAX};
pub use display::Display;
pub use holder::HolderView;
pub use note::NoteView;
pub use organisation::OrganisationView;
pub use quality::{AccreditationView, Quality};
pub(crate) use restated::{accreditation_line, quality_line, restated};

use signet_record::Language;

use crate::elm::{Concept, Property};
use crate::vocabulary::Scheme;

/// Label of a concept: our term for its code, else its own in the language asked for, else ours for its code, else its own in another
/// language, else its code.
fn label<'a>(concept: Concept<'a>, scheme: Scheme, language: Language) -> Option<&'a str> {
    let own = concept.pref_label().first();
    let code = concept.code(scheme);
    code.and_then(|code| term::term(scheme, code, language))
        .or_else(|| own.and_then(|words| words.exact(language.code())))
        .or_else(|| code.and_then(|code| scheme.label(code)).map(|label| label.text(language)))
        .or_else(|| own.and_then(|words| words.best(language)))
        .or_else(|| concept.notation().text())
}

/// Label of the first concept of a property.
fn first_label<'a>(concepts: Property<'a, Concept<'a>>, scheme: Scheme, language: Language) -> Option<&'a str> {
    label(concepts.first()?, scheme, language)
}

/// Labels of all concepts of a property.
fn labels<'a>(concepts: Property<'a, Concept<'a>>, scheme: Scheme, language: Language) -> Vec<&'a str> {
    concepts.all().filter_map(|concept| label(concept, scheme, language)).take(LISTED).collect()
}

/// Items of one kind that a view lists; a credential with more shows the first.
const LISTED: usize = 200;
