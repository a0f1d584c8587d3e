//! The outcome of a verification, as a page tells it.

use signet_lang::Locale;

use super::Fact;

/// One of three outcomes; each has a word, a shape and a colour that say the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It holds.
    Holds,
    /// It does not.
    Fails,
    /// It cannot be told.
    CannotTell,
}

impl Mark {
    /// Class of the style sheet.
    pub fn tone(&self) -> &'static str {
        match self {
            Mark::Holds => "good",
            Mark::Fails => "bad",
            Mark::CannotTell => "doubt",
        }
    }

    /// The word.
    pub fn word(&self, l: &Locale) -> String {
        match self {
            Mark::Holds => l.web_mark_holds(),
            Mark::Fails => l.web_mark_fails(),
            Mark::CannotTell => l.web_mark_cannot_tell(),
        }
    }
}

/// What the reader should know after one glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerdictKind {
    /// All three results hold.
    Valid,
    /// Something does not hold.
    Invalid,
    /// The awarding body took it back.
    Revoked,
    /// A corrected one stands in its place.
    Superseded,
    /// One of the questions cannot be answered now.
    Unknown,
    /// It would hold, but the seal is one for trying.
    Trial,
}

/// The large result at the top.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Which one.
    pub kind: VerdictKind,
    /// In a word or two.
    pub word: String,
    /// In a sentence or two.
    pub sentences: Vec<String>,
    /// When it was found.
    pub when: String,
}

impl Verdict {
    /// The verdict with its own words; `more` is said after them.
    pub fn new(kind: VerdictKind, l: Locale, when: String, more: Vec<String>) -> Self {
        let (word, sentence) = match kind {
            VerdictKind::Valid => (l.web_verdict_valid(), l.web_verdict_valid_text()),
            VerdictKind::Invalid => (l.web_verdict_invalid(), l.web_verdict_invalid_text()),
            VerdictKind::Revoked => (l.web_verdict_revoked(), l.web_verdict_revoked_text()),
            VerdictKind::Superseded => (l.web_verdict_superseded(), l.web_verdict_superseded_text()),
            VerdictKind::Unknown => (l.web_verdict_unknown(), l.web_verdict_unknown_text()),
            VerdictKind::Trial => (l.web_verdict_trial(), l.web_verdict_trial_text()),
        };
        let sentences = std::iter::once(sentence).chain(more).collect();
        Verdict { kind, word, sentences, when: l.web_report_checked(when) }
    }

    /// Class of the style sheet.
    pub fn tone(&self) -> &'static str {
        match self.kind {
            VerdictKind::Valid => "good",
            VerdictKind::Invalid | VerdictKind::Revoked => "bad",
            VerdictKind::Superseded | VerdictKind::Unknown => "doubt",
            VerdictKind::Trial => "trialled",
        }
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How it came out.
    pub mark: Mark,
    /// What was found, in a sentence.
    pub sentence: String,
    /// Stable code, such as `seal.integrity`.
    pub code: String,
    /// Name of the indication in ETSI EN 319 102-1.
    pub indication: Option<String>,
    /// Names and values that prove it.
    pub evidence: Vec<(String, String)>,
}

/// Format, seal or validity.
#[derive(Clone, Debug)]
pub struct Group {
    /// How it came out.
    pub mark: Mark,
    /// Its name.
    pub name: String,
    /// The outcome in a sentence.
    pub sentence: String,
    /// What was looked at.
    pub findings: Vec<Finding>,
}

/// The whole report.
#[derive(Clone, Debug)]
pub struct ReportView {
    /// The glance.
    pub verdict: Verdict,
    /// Format, seal, validity.
    pub groups: Vec<Group>,
    /// Who sealed for whom, when, how.
    pub who: Vec<Fact>,
    /// The seal is one for trying.
    pub trial: bool,
}
