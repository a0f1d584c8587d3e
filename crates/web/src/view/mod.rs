//! What pages show: plain values, every sentence already in the reader's language.

pub mod comparison;
pub mod content;
mod credential;
mod drawn;
mod file;
mod glance;
mod measure;
pub mod report;
mod unit;

pub use comparison::ComparisonView;
pub use content::{ContentView, Pictures};
pub use credential::{CredentialView, KeyFact, KeyRole, OtherTitle, OutcomeGroup, Section};
pub use drawn::{CredentialSummary, DrawnCredential};
pub use file::FileView;
pub use glance::Glance;
pub use measure::ects;
pub use report::{Mark, ReportView, Verdict, VerdictKind};
pub use signet_share::{ShownField, ShownFields};
pub use unit::kind as unit_kind;

/// A line of a list of facts: a label with its values and addresses.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What is said of it.
    pub values: Vec<String>,
    /// Where more stands.
    pub links: Vec<LinkView>,
}

impl Fact {
    /// A label with one value.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Fact { label: label.into(), values: vec![value.into()], links: Vec::new() }
    }

    /// A label with its value; nothing when there is none.
    pub fn one(label: impl Into<String>, value: Option<String>) -> Option<Self> {
        value.map(|value| Fact::new(label, value))
    }

    /// A label with several values; nothing when there are none.
    pub fn several(label: impl Into<String>, values: Vec<String>) -> Option<Self> {
        (!values.is_empty()).then(|| Fact { label: label.into(), values, links: Vec::new() })
    }

    /// A label with an address on the web; nothing when it is not one that may be followed.
    pub fn link(label: impl Into<String>, address: &str) -> Option<Self> {
        let links = vec![LinkView::outside(address)?];
        Some(Fact { label: label.into(), values: Vec::new(), links })
    }
}

/// Something to choose in a form.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// It is chosen.
    pub chosen: bool,
}

impl Choice {
    /// A choice, chosen when it is what was sent before.
    pub fn new(value: impl Into<String>, label: impl Into<String>, sent: &str) -> Self {
        let value = value.into();
        Choice { chosen: value == sent, label: label.into(), value }
    }
}

/// What is wrong with a field of a form.
#[derive(Clone, Debug)]
pub struct FieldProblem {
    /// The field's id.
    pub field: &'static str,
    /// What is wrong, and what would be right.
    pub sentence: String,
}

/// What is wrong with a form, in the order of its fields.
#[derive(Clone, Debug, Default)]
pub struct FieldProblems(pub Vec<FieldProblem>);

impl FieldProblems {
    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with this field, if anything is.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|problem| problem.field == field).map(|problem| problem.sentence.as_str())
    }
}

/// An address with what it is called.
#[derive(Clone, Debug)]
pub struct LinkView {
    /// Where it leads.
    pub href: String,
    /// What the reader sees.
    pub label: String,
}

impl LinkView {
    /// An address that came from outside: only `https` and `http` may be followed.
    pub fn outside(address: &str) -> Option<Self> {
        let web = ["https://", "http://"]
            .iter()
            .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        web.then(|| LinkView { href: address.to_owned(), label: address.to_owned() })
    }
}

/// The state of a thing in a list: a word with the tone that also chooses its shape.
#[derive(Clone, Debug)]
pub struct StateTag {
    /// `good`, `bad` or `doubt`.
    pub tone: &'static str,
    /// The word.
    pub word: String,
}

impl StateTag {
    /// Works as it should.
    pub fn good(word: String) -> Self {
        StateTag { tone: "good", word }
    }

    /// No longer works.
    pub fn bad(word: String) -> Self {
        StateTag { tone: "bad", word }
    }

    /// Not decided yet, or over.
    pub fn doubt(word: String) -> Self {
        StateTag { tone: "doubt", word }
    }
}

/// A number with its label.
#[derive(Clone, Debug)]
pub struct Tile {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: String,
}

/// A line of a history.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// The instant, in words.
    pub when: String,
    /// What happened.
    pub what: String,
    /// Through which link, or by whom.
    pub share: String,
}

/// A unit of learning in a list.
#[derive(Clone, Debug)]
pub struct UnitCard {
    /// Its page.
    pub href: String,
    /// Its title in the reader's language.
    pub title: String,
    /// The awarding body.
    pub institution: String,
    /// When it begins next, where the list says so.
    pub when: Option<String>,
    /// Credits, level, mode, language.
    pub tags: Vec<String>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_web_addresses_are_followed() {
        assert!(LinkView::outside("https://univerzita.example/").is_some());
        assert!(LinkView::outside("HTTP://univerzita.example/").is_some());
        assert!(LinkView::outside("javascript:alert(1)").is_none());
        assert!(LinkView::outside("data:text/html,x").is_none());
        assert!(LinkView::outside("ž").is_none());
    }
}
