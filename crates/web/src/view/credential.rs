//! A micro-credential or a unit of learning, as a page tells it.

use super::Fact;

/// A title in the language that is not the reader's.
#[derive(Clone, Debug)]
pub struct OtherTitle {
    /// `cs` or `en`, for the `lang` attribute.
    pub code: String,
    /// The title.
    pub text: String,
}

/// A fact that stands out.
#[derive(Clone, Debug)]
pub struct KeyFact {
    /// What it is.
    pub label: String,
    /// The value.
    pub value: String,
    /// In plain words, or beside it.
    pub note: Option<String>,
}

/// Outcomes of one kind.
#[derive(Clone, Debug)]
pub struct OutcomeGroup {
    /// Knowledge, skills, competences.
    pub heading: String,
    /// Their texts.
    pub items: Vec<String>,
}

/// A block of facts with its heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// Where the page's own links find it.
    pub id: &'static str,
    /// The heading.
    pub heading: String,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// Everything a page says of a credential.
#[derive(Clone, Debug)]
pub struct CredentialView {
    /// In the reader's language, when there is one.
    pub title: String,
    /// In the other language.
    pub title_other: Option<OtherTitle>,
    /// What a reader wants first.
    pub key: Vec<KeyFact>,
    /// Learning outcomes by kind.
    pub outcomes: Vec<OutcomeGroup>,
    /// Basics, holder, quality assurance, assessment.
    pub sections: Vec<Section>,
    /// The five points of recognition; empty where they make no sense.
    pub five: Vec<Fact>,
}
