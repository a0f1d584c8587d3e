//! What the terminal tells of its user. The only reader of the environment.

use std::{fs, io::IsTerminal, os::unix::fs::MetadataExt};

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

/// The operating system's account of whoever typed the command: as the kernel knows who logged in, which `sudo` does not change,
/// else who this process runs as. The environment is not asked: everybody can set it. `uid-1000` where the account has no name here.
pub fn user() -> String {
    let logged_in = fs::read_to_string("/proc/self/loginuid").ok().and_then(|uid| uid.trim().parse().ok());
    // 4294967295: nobody logged in, as for a service.
    let uid = logged_in.filter(|uid| *uid != u32::MAX).or_else(|| fs::metadata("/proc/self").ok().map(|own| own.uid()));
    let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
    uid.map_or_else(|| String::from("unknown"), |uid| name_of(uid, &accounts).unwrap_or_else(|| format!("uid-{uid}")))
}

/// Lines of passwd(5): name, password, uid, …
fn name_of(uid: u32, accounts: &str) -> Option<String> {
    let uid = uid.to_string();
    let mut lines = accounts.lines().map(|line| line.split(':').collect::<Vec<_>>());
    lines.find(|fields| fields.get(2) == Some(&uid.as_str()))?.first().map(|name| (*name).to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_known_by_its_number() {
        let accounts = "root:x:0:0:root:/root:/bin/bash\nmarie:x:1000:1000:,,,:/home/marie:/bin/bash\n";
        assert_eq!(name_of(1000, accounts).as_deref(), Some("marie"));
        assert_eq!(name_of(100, accounts), None);
        assert!(!user().is_empty());
    }
}
