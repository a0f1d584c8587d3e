//! Files verified one after the other, and told: one file by its whole report, many in a line each.

use std::{collections::BTreeMap, io::Write, sync::Arc};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use signet_console::{Exit, Stop, say};
use signet_lang::{Locale, args};
use signet_record::CsvTable;
use signet_verify::{Outcome, ParsedFile, Report, read};

use crate::{intake::Intake, judgement::Judgement, summary::FileSummary};

/// How results are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// For programs: of one file its report, of many a line of JSON each.
    Json,
    /// A table for spreadsheets, of one file as well.
    Csv,
}

/// What came of all files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many there are of each verdict, by its words.
    pub counts: BTreeMap<String, usize>,
    fails: bool,
    cannot_tell: bool,
    unreadable: bool,
}

impl Verified {
    /// The exit code: something does not hold, else something cannot be read, else something cannot be told.
    pub fn exit(&self) -> Exit {
        match self {
            Verified { fails: true, .. } => Exit::Fails,
            Verified { unreadable: true, .. } => Exit::Data,
            Verified { cannot_tell: true, .. } => Exit::CannotTell,
            _ => Exit::Success,
        }
    }

    fn count(&mut self, summary: &FileSummary) {
        *self.counts.entry(summary.word.clone()).or_default() += 1;
        match summary.outcome {
            Some(Outcome::Holds) => {}
            Some(Outcome::CannotTell) => self.cannot_tell = true,
            Some(Outcome::Fails) => self.fails = true,
            None => self.unreadable = true,
        }
    }
}

/// Verifies everything that was taken in and tells it on standard output. `note` stands in the whole report of a single file.
///
/// # Errors
/// When a single file cannot be read as what it should be, or folders and ZIP files hold nothing to verify.
pub async fn tell(
    mut intake: Intake,
    judgement: &Judgement,
    (format, note): (Format, Option<String>),
    locale: Locale,
) -> Result<Exit, Stop> {
    if !intake.is_many() && format != Format::Csv {
        return one(intake, judgement, (format, note), locale).await;
    }
    if intake.left() == 0 {
        return Err(Stop::new(Exit::NoInput, locale.verifier_nothing()));
    }
    if format == Format::Csv {
        let headings = FileSummary::headings(locale);
        put(&CsvTable::new(&headings).into_bytes());
    }
    let progress = progress(intake.left());
    let mut verified = Verified::default();
    for candidate in intake.by_ref() {
        let judged = match candidate.bytes.map(read) {
            Err(stop) => Err(FileSummary::unreadable(&candidate.name, stop.sentence, locale)),
            Ok(Err(why)) => Err(FileSummary::not_read(&candidate.name, &why, locale)),
            Ok(Ok(artefact)) => {
                let artefact = Arc::new(artefact);
                let report = judgement.judge(&artefact).await;
                Ok((FileSummary::judged(&candidate.name, &artefact, &report, locale), report))
            }
        };
        let (summary, report) = match judged {
            Ok((summary, report)) => (summary, Some(report)),
            Err(summary) => (summary, None),
        };
        verified.count(&summary);
        progress.suspend(|| write_one(&summary, report.as_ref(), format, locale));
        progress.inc(1);
    }
    progress.finish_and_clear();
    if format == Format::Text {
        told_together(&verified, intake.skipped(), locale);
    }
    Ok(verified.exit())
}

fn write_one(summary: &FileSummary, report: Option<&Report>, format: Format, locale: Locale) {
    match format {
        Format::Text => say!("{}", summary.line()),
        Format::Json => {
            let mut line = json!(summary);
            if let (Some(line), Some(report)) = (line.as_object_mut(), report) {
                line.insert("report".to_owned(), report.to_json(locale));
            }
            say!("{line}");
        }
        Format::Csv => {
            let mut table = CsvTable::going_on();
            summary.write(&mut table, locale);
            put(&table.into_bytes());
        }
    }
}

fn told_together(verified: &Verified, skipped: usize, locale: Locale) {
    say!();
    say!("{}", locale.verifier_together(verified.counts.values().sum::<usize>()));
    for (word, many) in &verified.counts {
        say!("    {}", locale.verifier_count(args::VerifierCount { many: *many, verdict: word.clone() }));
    }
    if skipped > 0 {
        say!("{}", locale.verifier_skipped(skipped));
    }
}

async fn one(
    mut intake: Intake,
    judgement: &Judgement,
    (format, note): (Format, Option<String>),
    locale: Locale,
) -> Result<Exit, Stop> {
    let Some(candidate) = intake.next() else { return Ok(Exit::Success) };
    let told = |detail: Option<String>, stop: Stop| {
        if format != Format::Json || stop.exit != Exit::Data {
            return Err(stop);
        }
        say!("{:#}", json!({ "error": "unreadable", "detail": detail, "sentence": stop.sentence }));
        Ok(stop.exit)
    };
    let artefact: Arc<ParsedFile> = match candidate.bytes.map(read) {
        Ok(Ok(artefact)) => Arc::new(artefact),
        Ok(Err(why)) => return told(Some(why.to_string()), Stop::new(Exit::Data, why.sentence(locale))),
        Err(stop) => return told(None, stop),
    };
    let report = judgement.judge(&artefact).await;
    if format == Format::Json {
        let mut json = report.to_json(locale);
        if note.is_some()
            && let Some(json) = json.as_object_mut()
        {
            json.insert("test_named_as_real".to_owned(), true.into());
        }
        say!("{json:#}");
    } else {
        say!("{}", report.to_text(note, locale));
    }
    Ok(exit(report.outcome()))
}

/// The exit code of a verdict.
pub fn exit(outcome: Outcome) -> Exit {
    match outcome {
        Outcome::Holds => Exit::Success,
        Outcome::Fails => Exit::Fails,
        Outcome::CannotTell => Exit::CannotTell,
    }
}

/// Bytes as they are. When nobody reads any more (`| head`), the process ends quietly.
fn put(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    if out.write_all(bytes).and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

/// Progress on a terminal; elsewhere none.
fn progress(many: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(many as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {eta}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
