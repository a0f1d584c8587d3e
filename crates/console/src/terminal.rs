//! What the terminal tells of its user.

use std::io::{IsTerminal, Write};

use clap::ValueEnum;
use signet_lang::Locale;
use signet_record::Language;

/// Languages of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LanguageChoice {
    /// Czech.
    Cs,
    /// English.
    En,
}

/// The language of messages: as asked for, else as the system's locale says, else English.
pub fn locale(choice: Option<LanguageChoice>) -> Locale {
    let language = match choice {
        Some(LanguageChoice::Cs) => Language::Cs,
        Some(LanguageChoice::En) => Language::En,
        None if system_is_czech() => Language::Cs,
        None => Language::En,
    };
    Locale::new(language)
}

/// What was typed, the program's own name first.
pub fn typed() -> Vec<String> {
    std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect()
}

/// The language typed after `--lang`, looked for before the command line is understood: help comes in it too.
pub fn typed_language() -> Option<LanguageChoice> {
    let typed = typed();
    let after =
        typed.iter().zip(typed.iter().skip(1)).find(|(name, _)| *name == "--lang").map(|(_, value)| value.as_str());
    let joined = typed.iter().find_map(|word| word.strip_prefix("--lang="));
    match after.or(joined) {
        Some("cs") => Some(LanguageChoice::Cs),
        Some("en") => Some(LanguageChoice::En),
        _ => None,
    }
}

/// POSIX order of precedence: `LC_ALL`, `LC_MESSAGES`, `LANG`.
fn system_is_czech() -> bool {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .is_some_and(|value| value.starts_with("cs"))
}

/// Whether progress may be drawn, rather than told in lines.
pub fn is_interactive() -> bool {
    std::io::stderr().is_terminal()
}

/// Prints a line to standard output. When nobody reads any more (`| head`), the process ends quietly.
pub fn line(text: std::fmt::Arguments<'_>) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{text}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

/// `println!` that survives a closed pipe.
#[macro_export]
macro_rules! say {
    () => { $crate::terminal::line(format_args!("")) };
    ($($text:tt)*) => { $crate::terminal::line(format_args!($($text)*)) };
}
