//! `signet same`: whether files are one micro-credential, item by item.

use std::{path::Path, sync::Arc};

use signet_lang::{Locale, args};
use signet_verifier::exit;
use signet_verify::{BYTES_MAX, COMPARED_FILES_MAX, ItemVerdict, JudgedFile, RecordComparison, mark};

use super::verify::judgement;
use crate::{
    cli::SameArgs,
    exit::{CommandError, Exit},
    input,
    terminal::say,
};

/// Reads and judges each file, compares, tells.
///
/// # Errors
/// When there are fewer than two files or too many, one of them cannot be read, or the settings cannot.
pub async fn run(args: &SameArgs, config: &Path, locale: Locale) -> Result<Exit, CommandError> {
    if args.files.len() < 2 {
        return Err(CommandError::new(Exit::Usage, locale.same_too_few()));
    }
    if args.files.len() > COMPARED_FILES_MAX {
        return Err(CommandError::new(Exit::Usage, locale.same_too_many(COMPARED_FILES_MAX)));
    }
    let mut artefacts = Vec::with_capacity(args.files.len());
    for file in &args.files {
        let bytes = input::read(file, BYTES_MAX, locale)?;
        let artefact = signet_verify::read(bytes).map_err(|unreadable| {
            let name = file.display().to_string();
            CommandError::new(
                Exit::Data,
                locale.same_unreadable(args::SameUnreadable { file: name, reason: unreadable.sentence(locale) }),
            )
        })?;
        artefacts.push(Arc::new(artefact));
    }
    let (judgement, _) = judgement(&args.judging, config, locale)?;
    let mut reports = Vec::with_capacity(artefacts.len());
    for artefact in &artefacts {
        reports.push(judgement.judge(artefact).await);
    }
    let names: Vec<String> = args.files.iter().map(|file| file.display().to_string()).collect();
    let judged: Vec<JudgedFile<'_>> = names
        .iter()
        .zip(&artefacts)
        .zip(&reports)
        .map(|((name, artefact), report)| JudgedFile { name, artefact, report })
        .collect();
    let comparison = RecordComparison::of(&judged);
    if args.json {
        say!("{}", serde_json::to_string_pretty(&comparison.to_json(locale))?);
    } else {
        tell(&comparison, locale);
    }
    Ok(exit(comparison.outcome()))
}

fn tell(comparison: &RecordComparison, locale: Locale) {
    say!("{}", comparison.verdict_told(locale));
    for reason in comparison.reasons_told(locale) {
        say!("{}", locale.same_reason(reason));
    }
    say!();
    for file in &comparison.files {
        let [verdict, root] = file.told(locale);
        say!("{} {verdict}", mark(file.outcome));
        say!("    {root}");
    }
    say!();
    say!("{}", comparison.agreeing_told(locale));
    for one in comparison.items.iter().filter(|_| comparison.has_items_to_tell()) {
        let sign = match one.verdict {
            ItemVerdict::Same => "✓",
            ItemVerdict::Differs => "✗",
            ItemVerdict::NotCarried => "·",
        };
        say!("    {sign} {}", one.told(locale));
    }
}
