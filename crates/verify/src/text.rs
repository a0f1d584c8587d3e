//! The report as text, for a terminal.

use signet_lang::{Locale, args};
use signet_seal::Outcome;

use crate::{check::Finding, report::Report};

/// The sign of a verdict.
pub fn mark(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Holds => "✓",
        Outcome::Fails => "✗",
        Outcome::CannotTell => "?",
    }
}

fn mark_of(finding: &Finding) -> &'static str {
    if finding.is_neutral() { "·" } else { mark(finding.outcome) }
}

impl Report {
    /// The report in lines; `note` stands right behind the verdict.
    pub fn to_text(&self, note: Option<String>, locale: Locale) -> String {
        let mut lines: Vec<String> = vec![self.verdict_told(locale)];
        lines.extend(note);
        lines.extend(self.source(locale));
        if self.outcome() != Outcome::Holds
            && let Some(reason) = self.reason(locale)
        {
            lines.push(locale.app_verify_reason(reason));
        }
        lines.extend(self.remedy().map(|remedy| remedy.sentence(locale)));
        lines.push(String::new());
        for group in &self.groups {
            let name = Report::group_name(group.name, locale);
            lines.push(format!("{} {name}: {}", mark(group.outcome()), self.group_sentence(group, locale)));
            self.tell_findings(&group.findings, &mut lines, locale);
            lines.push(String::new());
        }
        lines.extend(self.completeness_told(locale));
        lines.extend(self.mandate_told(locale));
        lines.push(locale.app_verify_at(args::AppVerifyAt { at: locale.instant(self.at), sha: &self.sha256 }));
        lines.join("\n")
    }

    /// The verdict over all three groups in a sentence.
    pub fn verdict_told(&self, locale: Locale) -> String {
        match self.outcome() {
            Outcome::Holds => locale.app_verify_holds(),
            Outcome::Fails => locale.app_verify_fails(),
            Outcome::CannotTell if self.is_test() => locale.app_verify_test(),
            Outcome::CannotTell => locale.app_verify_cannot_tell(),
        }
    }

    /// Findings in their order, with a heading wherever they begin to speak of something else.
    fn tell_findings(&self, findings: &[Finding], lines: &mut Vec<String>, locale: Locale) {
        let mut told = None;
        for finding in findings {
            let heading = self.heading(finding, locale);
            let indent = if heading.is_some() { "      " } else { "    " };
            if heading != told {
                lines.extend(heading.iter().map(|heading| format!("    {heading}")));
                told = heading;
            }
            lines.push(format!("{indent}{} {}", mark_of(finding), line(finding, locale)));
        }
    }
}

fn line(finding: &Finding, locale: Locale) -> String {
    let mut line = finding.sentence(locale);
    if let Some(path) = finding.path() {
        line = format!("{line} [{path}]");
    }
    match finding.indication {
        Some(indication) => format!("{line} ({}, {})", finding.check().code(), indication.name()),
        None => format!("{line} ({})", finding.check().code()),
    }
}
