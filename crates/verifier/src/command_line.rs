//! `signet-verify`: what may be typed, and how it is explained.

use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser, ValueEnum};
use jiff::Timestamp;
use signet_console::{LanguageChoice, help::HelpTexts};
use signet_lang::Locale;
use signet_outbound::Reach;

use crate::many::Format;

/// Verify sealed micro-credentials without anybody's server.
#[derive(Debug, Parser)]
#[command(name = "signet-verify", version)]
pub struct CommandLine {
    /// Files, folders and ZIP files; `-` is standard input.
    #[arg(required = true, num_args = 1.., value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Roots (PEM) that seals and time stamps may chain to.
    #[arg(long, value_name = "FILE")]
    pub anchors: Vec<PathBuf>,
    /// Roots (PEM) of test seals.
    #[arg(long, value_name = "FILE")]
    pub test_anchors: Vec<PathBuf>,
    /// Folder of the EU's trusted lists, as `signet trust update` keeps them.
    #[arg(long, value_name = "FOLDER")]
    pub lists: Option<PathBuf>,
    /// Ask nobody.
    #[arg(long)]
    pub offline: bool,
    /// Certificates, revocation data and status lists that were kept.
    #[arg(long, value_name = "FOLDER")]
    pub evidence: Option<PathBuf>,
    /// Judge as of this moment.
    #[arg(long, value_name = "TIME")]
    pub at: Option<Timestamp>,
    /// How far questions may go.
    #[arg(long, value_enum, default_value = "public", value_name = "REACH")]
    pub reach: ReachChoice,
    /// Print reports as JSON, of many files one a line.
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print a table for spreadsheets.
    #[arg(long)]
    pub csv: bool,
    /// Language of messages.
    #[arg(long, value_enum)]
    pub lang: Option<LanguageChoice>,
}

/// How far questions may go.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ReachChoice {
    /// To public addresses.
    Public,
    /// To this machine.
    Loopback,
    /// Anywhere.
    Anywhere,
}

impl From<ReachChoice> for Reach {
    fn from(choice: ReachChoice) -> Reach {
        match choice {
            ReachChoice::Public => Reach::Public,
            ReachChoice::Loopback => Reach::Loopback,
            ReachChoice::Anywhere => Reach::Anywhere,
        }
    }
}

impl CommandLine {
    /// Reads what was typed.
    ///
    /// # Errors
    /// When it is wrong, or help was asked for.
    pub fn read(typed: impl IntoIterator<Item = String>, locale: Locale) -> Result<CommandLine, clap::Error> {
        let texts = HelpTexts { about: Locale::verifier_help, of: sentence, after };
        let command = signet_console::help::speaking(CommandLine::command(), texts, locale);
        command.try_get_matches_from(typed).and_then(|typed| CommandLine::from_arg_matches(&typed))
    }

    /// How results are told.
    pub fn format(&self) -> Format {
        match self {
            CommandLine { json: true, .. } => Format::Json,
            CommandLine { csv: true, .. } => Format::Csv,
            _ => Format::Text,
        }
    }
}

fn sentence(path: &str, locale: Locale) -> String {
    match path {
        ".files" => locale.help_verify_file(),
        ".anchors" => locale.verifier_help_anchors(),
        ".test_anchors" => locale.help_verify_test_anchors(),
        ".lists" => locale.verifier_help_lists(),
        ".offline" => locale.help_verify_offline(),
        ".evidence" => locale.help_verify_evidence(),
        ".at" => locale.help_verify_at(),
        ".reach" => locale.verifier_help_reach(),
        ".json" => locale.help_verify_json(),
        ".csv" => locale.help_verify_csv(),
        ".lang" => locale.help_lang(),
        _ => String::new(),
    }
}

fn after(path: &str, locale: Locale) -> Option<String> {
    path.is_empty().then(|| locale.help_verify_after())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_argument_is_explained_in_both_languages() {
        for locale in [Locale::CZECH, Locale::ENGLISH] {
            for arg in CommandLine::command().get_arguments() {
                assert!(!sentence(&format!(".{}", arg.get_id()), locale).is_empty(), "{}", arg.get_id());
            }
        }
        let read = |typed: &[&str]| CommandLine::read(typed.iter().map(|word| (*word).to_owned()), Locale::CZECH);
        let told = signet_console::misuse::told(&read(&["signet-verify"]).unwrap_err(), Locale::CZECH).unwrap();
        assert!(!told.contains("required") && !told.contains("Usage"), "{told}");
        assert_eq!(read(&["signet-verify", "a.pdf", "--csv"]).unwrap().format(), Format::Csv);
        assert!(read(&["signet-verify", "a.pdf", "--csv", "--json"]).is_err());
    }
}
