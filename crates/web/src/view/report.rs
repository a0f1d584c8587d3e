//! The outcome of a verification, as a page tells it.

use signet_lang::Locale;
use signet_seal::Level;
pub use signet_verify::VerdictKind;
use signet_verify::{AwardingBody, Check, FilePart, GroupName, HolderKind, Outcome, Report, Sealing};

use super::{CredentialView, Fact, Glance};

/// How something came out; each has a word, a shape and a colour that say the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It holds.
    Holds,
    /// It does not.
    Fails,
    /// It cannot be told.
    CannotTell,
    /// There is no seal that could be checked.
    Missing,
    /// The seal is a test seal.
    Test,
}

impl From<Outcome> for Mark {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Holds => Mark::Holds,
            Outcome::CannotTell => Mark::CannotTell,
            Outcome::Fails => Mark::Fails,
        }
    }
}

impl Mark {
    /// Class of the style sheet.
    pub fn tone(&self) -> &'static str {
        match self {
            Mark::Holds => "good",
            Mark::Fails => "bad",
            Mark::CannotTell | Mark::Missing | Mark::Test => "doubt",
        }
    }

    /// The word.
    pub fn word(&self, l: &Locale) -> String {
        match self {
            Mark::Holds => l.web_report_mark_holds(),
            Mark::Fails => l.web_report_mark_fails(),
            Mark::CannotTell => l.web_report_mark_cannot_tell(),
            Mark::Missing => l.web_report_mark_missing(),
            Mark::Test => l.web_report_mark_test(),
        }
    }
}

/// The large result at the top.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Which one.
    pub kind: VerdictKind,
    /// In a word or two.
    pub word: String,
    /// Whom the file comes from, by its certificate: what the reader is told first.
    pub source: Vec<String>,
    /// In a sentence or two.
    pub sentences: Vec<String>,
    /// When it was found.
    pub when: String,
    /// What it is a verdict over, where that can be read.
    pub glance: Option<Glance>,
}

impl Verdict {
    /// The glance of a report.
    pub fn of(report: &Report, l: Locale) -> Self {
        let kind = report.verdict();
        let reason = report.reason(l).and_then(|reason| Verdict::because(kind, &reason, l));
        let next = report.remedy().map(|remedy| remedy.sentence(l));
        let verdict = Verdict::new(kind, l, l.instant(report.at), reason.into_iter().chain(next).collect());
        verdict.with_source(report.source(l))
    }

    /// The verdict with its own words, where it has any; `more` is said after them.
    pub fn new(kind: VerdictKind, l: Locale, when: String, more: Vec<String>) -> Self {
        let sentence = match kind {
            VerdictKind::Valid => Some(l.web_report_verdict_valid_text()),
            VerdictKind::Revoked => Some(l.web_report_verdict_revoked_text()),
            VerdictKind::Suspended => Some(l.web_report_verdict_suspended_text()),
            VerdictKind::Superseded => Some(l.web_report_verdict_superseded_text()),
            VerdictKind::Unsealed => Some(l.web_report_verdict_unsealed_text()),
            VerdictKind::Test => Some(l.web_report_verdict_test_text()),
            VerdictKind::Invalid | VerdictKind::Unknown => None,
        };
        let sentences = sentence.into_iter().chain(more).collect();
        let when = l.web_report_checked(when);
        Verdict { kind, word: kind.word(l), source: Vec::new(), sentences, when, glance: None }
    }

    /// Why it is not valid, or what cannot be told: one sentence.
    pub fn because(kind: VerdictKind, reason: &str, l: Locale) -> Option<String> {
        match kind {
            VerdictKind::Invalid => Some(l.web_report_verdict_invalid_text(reason)),
            VerdictKind::Unknown => Some(l.web_report_verdict_unknown_text(reason)),
            _ => None,
        }
    }

    /// With the sentences that say whom the file comes from.
    #[must_use]
    pub fn with_source(mut self, source: Vec<String>) -> Self {
        self.source = source;
        self
    }

    /// With whose micro-credential it is, and what.
    #[must_use]
    pub fn about(mut self, c: &CredentialView, l: Locale) -> Self {
        self.glance = Some(Glance::of(c, self.kind, l));
        self
    }

    /// Whether its word leaves open why: the reason is told first then, and else what it is about.
    pub fn needs_reason(&self) -> bool {
        !matches!(self.kind, VerdictKind::Valid | VerdictKind::Unsealed | VerdictKind::Test)
    }

    /// Class of the style sheet.
    pub fn tone(&self) -> &'static str {
        match self.kind {
            VerdictKind::Valid => "good",
            VerdictKind::Invalid | VerdictKind::Revoked | VerdictKind::Suspended => "bad",
            VerdictKind::Superseded | VerdictKind::Unknown | VerdictKind::Unsealed => "doubt",
            VerdictKind::Test => "test",
        }
    }
}

/// One thing that was looked at.
#[derive(Clone, Debug)]
pub struct FindingView {
    /// How it came out.
    pub mark: Mark,
    /// Told, but neither for the file nor against it: shown without the mark's colour.
    pub neutral: bool,
    /// What was found, in a sentence.
    pub sentence: String,
    /// Stable code, such as `seal.integrity`.
    pub code: String,
    /// Name of the indication in ETSI EN 319 102-1.
    pub indication: Option<String>,
    /// Names and values that prove it.
    pub evidence: Vec<(String, String)>,
}

/// Findings about one aspect.
#[derive(Clone, Debug)]
pub struct Topic {
    /// What they speak of; none where there is but one thing to speak of.
    pub heading: Option<String>,
    /// What was looked at.
    pub findings: Vec<FindingView>,
}

/// Format, seal or validity.
#[derive(Clone, Debug)]
pub struct GroupView {
    /// How it came out.
    pub mark: Mark,
    /// Its name.
    pub name: String,
    /// The outcome in a sentence.
    pub sentence: String,
    /// What was looked at, by aspect.
    pub topics: Vec<Topic>,
}

/// The whole report.
#[derive(Clone, Debug)]
pub struct ReportView {
    /// The glance.
    pub verdict: Verdict,
    /// Format, seal, validity.
    pub groups: Vec<GroupView>,
    /// Who sealed for whom, when, how.
    pub who: Vec<Fact>,
    /// The seal is one for trying.
    pub test: bool,
    /// How much of Annex I the credential says, in sentences.
    pub completeness: Vec<String>,
}

impl ReportView {
    /// A report in the reader's language.
    pub fn of(report: &Report, l: Locale) -> Self {
        ReportView {
            verdict: Verdict::of(report, l),
            groups: report.groups.iter().map(|group| GroupView::of(report, group, l)).collect(),
            who: who(report, l),
            test: report.is_test(),
            completeness: report.completeness_told(l),
        }
    }
}

impl GroupView {
    fn of(report: &Report, group: &signet_verify::Group, l: Locale) -> Self {
        let name = match group.name {
            GroupName::Format => l.web_verify_format(),
            GroupName::Seal => l.web_verify_seal(),
            GroupName::Validity => l.web_verify_validity(),
        };
        GroupView {
            mark: mark(report, group),
            name,
            sentence: report.group_sentence(group, l),
            topics: topics(report, group, l),
        }
    }

    /// How many findings there are.
    pub fn count(&self) -> usize {
        self.topics.iter().map(|topic| topic.findings.len()).sum()
    }
}

/// The mark of a group. A seal that is missing or made for a test is not one that could not be checked.
fn mark(report: &Report, group: &signet_verify::Group) -> Mark {
    let lacks_a_seal = |finding: &signet_verify::Finding| {
        !finding.advisory && finding.check() == Check::SealPresent && finding.outcome != Outcome::Holds
    };
    match (group.name, group.outcome()) {
        (GroupName::Seal, Outcome::CannotTell) if report.is_test() => Mark::Test,
        (GroupName::Seal, Outcome::CannotTell) if group.findings.iter().any(lacks_a_seal) => Mark::Missing,
        (_, outcome) => outcome.into(),
    }
}

/// Findings in their order, with a heading wherever they begin to speak of something else.
fn topics(report: &Report, group: &signet_verify::Group, l: Locale) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut told = None;
    for finding in &group.findings {
        let heading = report.heading(finding, l);
        if topics.is_empty() || heading != told {
            topics.push(Topic { heading: heading.clone(), findings: Vec::new() });
            told = heading;
        }
        if let Some(topic) = topics.last_mut() {
            topic.findings.push(FindingView::of(finding, l));
        }
    }
    topics
}

impl FindingView {
    fn of(finding: &signet_verify::Finding, l: Locale) -> Self {
        let path = finding.path().map(|path| ("path".to_owned(), path.to_owned()));
        let evidence = finding.evidence().into_iter().map(|(name, value)| (name.to_owned(), value));
        FindingView {
            mark: finding.outcome.into(),
            neutral: finding.is_neutral(),
            sentence: finding.sentence(l),
            code: finding.check().code().to_owned(),
            indication: finding.indication.map(|indication| indication.name().to_owned()),
            evidence: path.into_iter().chain(evidence).filter(|(_, value)| !value.is_empty()).collect(),
        }
    }
}

fn who(report: &Report, l: Locale) -> Vec<Fact> {
    report.sealings.iter().flat_map(|sealing| sealed(sealing, l)).collect()
}

fn sealed(sealing: &Sealing, l: Locale) -> Vec<Fact> {
    let when = match (sealing.proven, sealing.claimed) {
        (Some(proven), _) => Some(l.web_report_sealed_at_proven(l.instant(proven))),
        (None, Some(claimed)) => Some(l.web_report_sealed_at_claimed(l.instant(claimed))),
        (None, None) => None,
    };
    let (family, part) = match sealing.part {
        FilePart::Credential => ("JAdES", l.web_report_part_credential()),
        FilePart::Embedded => ("JAdES", l.web_report_part_embedded()),
        FilePart::Document => ("PAdES", l.web_report_part_document()),
    };
    let level = match sealing.level {
        Level::NotBaseline => family.to_owned(),
        Level::BB => format!("{family} B-B"),
        Level::BT => format!("{family} B-T"),
        Level::BLT => format!("{family} B-LT"),
        Level::BLTA => format!("{family} B-LTA"),
    };
    let vouched = sealing.anchored || sealing.test;
    let sealer = match sealing.sealer_kind {
        _ if !vouched => l.web_report_calls_itself(),
        Some(HolderKind::NaturalPerson) => l.web_report_signed_by(),
        _ => l.web_report_sealed_by(),
    };
    let itself = sealing.sealer_in_full().filter(|_| sealing.awarded_itself && vouched);
    let awarded = itself.into_iter().chain(sealing.awarded_by.iter().filter_map(AwardingBody::proven)).collect();
    let said = sealing.awarded_by.iter().filter_map(AwardingBody::said).collect();
    [
        Some(Fact::new(l.web_report_sealed(), part)),
        Fact::one(sealer, sealing.sealer_in_full()),
        Fact::several(l.web_report_awarded_by(), awarded),
        Fact::several(l.web_report_awarded_said(), said),
        Fact::one(l.web_report_mandate(), sealing.mandate.clone()),
        Fact::one(l.web_report_sealed_at(), when),
        Fact::several(l.web_report_level(), vec![level, sealing.level_sentence(l)]),
    ]
    .into_iter()
    .flatten()
    .collect()
}
