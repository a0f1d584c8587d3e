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
mod when;
pub mod whole;

pub use assessment::{AssessmentView, AssessmentsView};
pub use basics::{Basics, Credits, Level, OutcomeKind, OutcomeView, Part, SkillView};
pub use body::{BodyIdentifier, BodyView, IdentifierKind, MANDATE_STATEMENT_BYTES_MAX, MANDATE_STATEMENTS_MAX};
pub use display::Display;
pub use holder::HolderView;
pub(crate) use note::SUBJECTS;
pub use note::{NoteView, Subject};
pub use organisation::OrganisationView;
pub use quality::{AccreditationView, Quality};
pub(crate) use restated::{accreditation_line, quality_line, restated};
pub(crate) use when::{day, moment};

use signet_record::Language;

use crate::json::Value;
use crate::node::identity;
use crate::vocabulary::Scheme;

/// The text of a member that holds texts by language.
pub(crate) fn words<'a>(owner: Value<'a>, member: &str, language: Language) -> Option<&'a str> {
    best(owner.first(member)?, language)
}

pub(crate) fn best(words: Value<'_>, language: Language) -> Option<&str> {
    if let Some(text) = words.text() {
        return Some(text);
    }
    exact(words, language.code())
        .or_else(|| exact(words, "en"))
        .or_else(|| words.members().find_map(|(_, texts)| filled(texts)))
}

/// The text in one language, regional forms included.
pub(crate) fn exact<'a>(words: Value<'a>, code: &str) -> Option<&'a str> {
    let fits = |tag: &str| {
        let (primary, _) = tag.split_once('-').unwrap_or((tag, ""));
        primary.eq_ignore_ascii_case(code)
    };
    words.members().filter(|(tag, _)| fits(tag)).find_map(|(_, texts)| filled(texts))
}

fn filled(texts: Value<'_>) -> Option<&str> {
    texts.each().filter_map(Value::text).find(|text| !text.trim().is_empty())
}

/// Label of a concept: our term for its code, else its own in the language asked for, else ours for its code, else its own in another
/// language, else its code.
pub(crate) fn label<'a>(concept: Value<'a>, scheme: Scheme, language: Language) -> Option<&'a str> {
    let own = concept.first("prefLabel");
    let code = identity(concept).and_then(|id| scheme.code(id));
    code.and_then(|code| term::term(scheme, code, language))
        .or_else(|| own.and_then(|words| exact(words, language.code())))
        .or_else(|| code.and_then(|code| scheme.label(code)).map(|label| label.text(language)))
        .or_else(|| own.and_then(|words| best(words, language)))
        .or_else(|| concept.string("notation"))
}

/// Labels of all concepts of a member.
pub(crate) fn labels<'a>(owner: Value<'a>, member: &str, scheme: Scheme, language: Language) -> Vec<&'a str> {
    owner.all(member).filter_map(|concept| label(concept, scheme, language)).take(LISTED).collect()
}

/// Items of one kind that a view lists; a credential with more shows the first.
pub(crate) const LISTED: usize = 200;
