//! What the terminal tells of its user. The only reader of the environment.

use std::io::IsTerminal;

use signet_lang::Locale;
use signet_record::Language;

use crate::cli::LanguageChoice;

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

/// The language typed after `--lang`, looked for before the command line is understood: help comes in it too.
pub fn typed_language() -> Option<LanguageChoice> {
    let typed: Vec<String> = std::env::args().collect();
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

/// A variable of the environment that the settings name; where secrets may be handed over.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The account that typed the command, for the book of acts: as the system logged it in, else who the service runs as.
pub fn account() -> String {
    let named = ["SUDO_USER", "LOGNAME", "USER"].iter().filter_map(|name| variable(name)).find(|name| !name.is_empty());
    named.unwrap_or_else(|| "command line".into()).chars().take(64).collect()
}

/// Whether progress may be drawn, rather than told in lines.
pub fn is_interactive() -> bool {
    std::io::stderr().is_terminal()
}

/// Prints a line to standard output. When nobody reads any more (`| head`), the process ends quietly.
pub fn line(text: std::fmt::Arguments<'_>) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{text}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

/// `println!` that survives a closed pipe.
macro_rules! say {
    () => { $crate::terminal::line(format_args!("")) };
    ($($text:tt)*) => { $crate::terminal::line(format_args!($($text)*)) };
}
pub(crate) use say;
