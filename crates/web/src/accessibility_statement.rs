//! The statement on accessibility of whoever runs the pages, in the order of Decision (EU) 2018/1523.

use signet_record::{Date, Language};

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoTexts {
    /// Czech.
    pub cs: String,
    /// English.
    pub en: String,
}

impl TwoTexts {
    /// The text in one of them.
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Cs => &self.cs,
            Language::En => &self.en,
        }
    }
}

/// The statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessibilityStatement {
    /// Who makes it.
    pub body: TwoTexts,
    /// How far the pages conform to EN 301 549.
    pub conformance: Conformance,
    /// When it was prepared.
    pub prepared: Date,
    /// When it was last reviewed.
    pub reviewed: Date,
    /// Who assessed the pages.
    pub assessment: AssessedBy,
    /// Postal address for reports of barriers.
    pub address: Option<String>,
    /// Days within which a report is answered.
    pub answer_days: u32,
    /// What is not accessible.
    pub exceptions: Vec<AccessibilityException>,
}

/// How far the pages conform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformance {
    /// Fully.
    Full,
    /// Partly.
    Partial,
    /// Not.
    None,
}

/// Who assessed the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssessedBy {
    /// The body itself.
    Own,
    /// Somebody else.
    ThirdParty,
}

/// Something that is not accessible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessibilityException {
    /// What.
    pub what: TwoTexts,
    /// Clause of EN 301 549 or success criterion of WCAG.
    pub clause: Option<String>,
    /// Why.
    pub because: InaccessibleBecause,
    /// What can be used instead.
    pub instead: Option<TwoTexts>,
}

/// Why something is not accessible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InaccessibleBecause {
    /// It does not conform, and should.
    NonConformance,
    /// Making it accessible would be an undue burden.
    UndueBurden,
    /// The law does not ask for it.
    OutsideTheLaw,
}

impl InaccessibleBecause {
    /// Every reason, in the order of the statement.
    pub const ALL: [Self; 3] = [Self::NonConformance, Self::UndueBurden, Self::OutsideTheLaw];
}
