//! One file among many, in a line: what a table and a list of results say of it.

use serde::Serialize;
use signet_lang::Locale;
use signet_record::CsvTable;
use signet_verify::{Outcome, ParsedFile, Report, Unreadable, VerdictKind};

/// What is told of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileSummary {
    /// What it is called.
    pub file: String,
    /// The code of its verdict; `unreadable` of a file that is no credential or is damaged.
    pub verdict: &'static str,
    /// The verdict in a word or two.
    pub word: String,
    /// Why it is not valid, or why it could not be read.
    pub reason: Option<String>,
    /// Whose it is, as the file says.
    pub holder: Option<String>,
    /// What was learned, as the file says.
    pub title: Option<String>,
    /// The body in the certificate of its seal, where an authority that counts vouches for it or it is a test.
    pub sealed_by: Option<String>,
    /// When it was sealed, by its time stamp or else as the sealer says.
    pub sealed_at: Option<jiff::Timestamp>,
    /// Identifier of the credential.
    pub credential: Option<String>,
    /// SHA-256 of the file.
    pub sha256: Option<String>,
    #[serde(skip)]
    pub(crate) outcome: Option<Outcome>,
}

impl FileSummary {
    /// Of a file that was judged.
    pub fn judged(name: &str, artefact: &ParsedFile, report: &Report, locale: Locale) -> FileSummary {
        let kind = report.verdict();
        let sealing = report.sealings.first().filter(|sealing| sealing.anchored || sealing.test);
        let credential = artefact.credential();
        FileSummary {
            file: name.to_owned(),
            verdict: kind.code(),
            word: kind.word(locale),
            reason: report.reason(locale).filter(|_| kind != VerdictKind::Valid),
            holder: credential.and_then(|credential| credential.holder(locale.language()).name()),
            title: credential.and_then(|credential| credential.title(locale.language())).map(|title| title.to_string()),
            sealed_by: sealing.and_then(|sealing| sealing.sealer_in_full()),
            sealed_at: sealing.and_then(|sealing| sealing.proven.or(sealing.claimed)),
            credential: report.credential.clone(),
            sha256: Some(report.sha256.clone()),
            outcome: Some(report.outcome()),
        }
    }

    /// Of a file that could not be judged.
    pub fn unreadable(name: &str, reason: String, locale: Locale) -> FileSummary {
        FileSummary {
            file: name.to_owned(),
            verdict: "unreadable",
            word: locale.verifier_unreadable(),
            reason: Some(reason),
            holder: None,
            title: None,
            sealed_by: None,
            sealed_at: None,
            credential: None,
            sha256: None,
            outcome: None,
        }
    }

    /// The same, of a file that was read and is none that can be judged.
    pub fn not_read(name: &str, why: &Unreadable, locale: Locale) -> FileSummary {
        FileSummary::unreadable(name, why.sentence(locale), locale)
    }

    /// The headings of a table of summaries.
    pub fn headings(locale: Locale) -> [String; 9] {
        [
            locale.verifier_column_file(),
            locale.verifier_column_verdict(),
            locale.verifier_column_reason(),
            locale.verifier_column_holder(),
            locale.verifier_column_title(),
            locale.verifier_column_sealed_by(),
            locale.verifier_column_sealed_at(),
            locale.verifier_column_credential(),
            locale.verifier_column_sha256(),
        ]
    }

    /// As a row below these headings.
    pub fn write(&self, table: &mut CsvTable, locale: Locale) {
        let sealed_at = self.sealed_at.map(|at| locale.instant(at));
        let told =
            [&self.reason, &self.holder, &self.title, &self.sealed_by, &sealed_at, &self.credential, &self.sha256];
        // What is not known is an empty cell.
        let told = told.into_iter().map(|cell| cell.as_deref().unwrap_or(""));
        table.row([self.file.as_str(), self.word.as_str()].into_iter().chain(told));
    }

    /// In a line for a terminal.
    pub fn line(&self) -> String {
        let mark = self.outcome.map_or("!", signet_verify::mark);
        let mut line = format!("{mark} {}: {}", self.file, self.word);
        for said in [&self.holder, &self.title, &self.reason].into_iter().flatten() {
            line = format!("{line} · {said}");
        }
        line
    }
}
