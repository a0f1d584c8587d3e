//! What was typed wrongly, in the reader's language: clap finds it, the sentences are ours.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use signet_lang::{Locale, args};

use crate::exit::Exit;

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
fn told(error: &clap::Error, locale: Locale) -> Option<String> {
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use clap::CommandFactory;
    use signet_record::Language;

    use super::*;
    use crate::{cli::Cli, help};

    fn misuse(typed: &[&str], language: Language) -> String {
        let locale = Locale::new(language);
        let error = help::speaking(Cli::command(), locale).try_get_matches_from(typed).unwrap_err();
        told(&error, locale).unwrap()
    }

    #[test]
    fn each_misuse_is_told_in_czech_with_what_was_typed() {
        let samples: [(&[&str], &[&str]); 9] = [
            (&["signet", "--lang", "de"], &["de", "--lang", "cs, en"]),
            (&["signet", "issue"], &["--unit", "--results"]),
            (&["signet", "isue"], &["isue", "issue"]),
            (&["signet", "serve", "--fress"], &["--fress"]),
            (&["signet", "demo", "--fres"], &["--fres", "--fresh"]),
            (&["signet", "verify", "a.pdf", "--at", "včera"], &["--at", "včera"]),
            (&["signet", "demo", "--listen", "zde"], &["--listen", "zde"]),
            (&["signet", "renew", "x", "--institution", "y"], &["--institution"]),
            (&["signet", "demo", "--folder"], &["--folder"]),
        ];
        for (typed, named) in samples {
            let told = misuse(typed, Language::Cs);
            assert!(named.iter().all(|name| told.contains(name)), "{typed:?}: {told}");
            for word in
                ["error", "Usage", "value", "required", "invalid", "unexpected", "For more", "possible", "[OPTIONS]"]
            {
                assert!(!told.contains(word), "{word} in {told}");
            }
            assert!(misuse(typed, Language::En).contains("use --help"), "{typed:?}");
        }
    }
}
