//! What was typed wrongly, in the reader's language: clap finds it, the sentences are ours.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use signet_lang::{Locale, args};

use crate::Exit;

/// Help and version go out with 0, a wrong command line with 64.
pub fn report(error: &clap::Error, locale: Locale) -> Exit {
    match told(error, locale) {
        Some(text) => eprintln!("{}", locale.app_stopped(text)),
        // A closed pipe is no reason to complain.
        None => drop(error.print()),
    }
    if error.use_stderr() { Exit::Usage } else { Exit::Success }
}

/// The sentence, the usage of the command, and where to read on; `None` for help and version, which are sentences already.
pub fn told(error: &clap::Error, locale: Locale) -> Option<String> {
    let sentence = sentence(error, locale)?;
    let mut out = sentence;
    if let Some(usage) = error.get(ContextKind::Usage) {
        // clap writes the word before it whatever the language.
        let usage = usage.to_string();
        let usage = usage.trim().trim_start_matches("Usage:").trim_start();
        out = format!("{out}\n\n{}: {usage}", locale.help_heading_usage());
    }
    Some(format!("{out}\n\n{}", locale.misuse_help()))
}

fn sentence(error: &clap::Error, locale: Locale) -> Option<String> {
    let said = |kind: ContextKind| error.get(kind).map(ContextValue::to_string).unwrap_or_default();
    let (arg, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let sentence = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return None;
        }
        ErrorKind::InvalidValue => match (value.is_empty(), said(ContextKind::ValidValue)) {
            (true, _) => locale.misuse_no_value(arg),
            (false, known) if known.is_empty() => locale.misuse_wrong_value(args::MisuseWrongValue { arg, value }),
            (false, known) => locale.misuse_wrong_value_of(args::MisuseWrongValueOf { arg, known, value }),
        },
        ErrorKind::ValueValidation => locale.misuse_wrong_value(args::MisuseWrongValue { arg, value }),
        ErrorKind::UnknownArgument => match said(ContextKind::SuggestedArg) {
            near if near.is_empty() => locale.misuse_unknown(arg),
            near => locale.misuse_unknown_near(args::MisuseUnknownNear { arg, near }),
        },
        ErrorKind::InvalidSubcommand => {
            let typed = said(ContextKind::InvalidSubcommand);
            match said(ContextKind::SuggestedSubcommand) {
                near if near.is_empty() => locale.misuse_unknown_command(typed),
                near => locale.misuse_unknown_command_near(args::MisuseUnknownCommandNear { near, typed }),
            }
        }
        ErrorKind::MissingRequiredArgument => locale.misuse_missing(arg),
        ErrorKind::MissingSubcommand => locale.misuse_missing_command(),
        ErrorKind::ArgumentConflict => {
            locale.misuse_conflict(args::MisuseConflict { arg, prior: said(ContextKind::PriorArg) })
        }
        ErrorKind::TooManyValues => locale.misuse_too_many(arg),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => locale.misuse_no_value(arg),
        ErrorKind::InvalidUtf8 => locale.misuse_not_utf8(),
        _ => locale.misuse_other(),
    };
    Some(sentence)
}
