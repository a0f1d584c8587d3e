//! Help in the reader's language: the sentences of command lines stand with all others in `signet-lang`.

use clap::{Arg, ArgAction, Command};
use signet_lang::Locale;

/// Options of every command stand behind its own, and help behind them.
const GLOBAL_ORDER: usize = 900;
const HELP_ORDER: usize = 990;

/// The sentences of a program's command line in one language.
#[derive(Clone, Copy)]
pub struct HelpTexts {
    /// What the program does.
    pub about: fn(Locale) -> String,
    /// The sentence of a command (`issue`), of one of its arguments (`issue.unit`), or of an argument of the program itself (`.lang`); empty for
    /// what is hidden.
    pub of: fn(&str, Locale) -> String,
    /// What stands below the help of a command; of the program itself below that of nothing.
    pub after: fn(&str, Locale) -> Option<String>,
}

/// The command line with its help in one language.
pub fn speaking(command: Command, texts: HelpTexts, locale: Locale) -> Command {
    let command = command.about((texts.about)(locale)).disable_help_subcommand(true);
    let mut command = speak(command, "", texts, locale);
    // Only then does each command know its whole name.
    command.build();
    usage(command, locale)
}

/// The line of usage, whose words clap writes in English.
fn usage(mut command: Command, locale: Locale) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim_start().replace("[OPTIONS]", &locale.help_options());
    for inner in command.get_subcommands_mut() {
        *inner = self::usage(std::mem::take(inner), locale);
    }
    command.override_usage(usage)
}

fn speak(mut command: Command, path: &str, texts: HelpTexts, locale: Locale) -> Command {
    command = command
        .subcommand_help_heading(locale.help_heading_commands())
        .subcommand_value_name(locale.help_command())
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
            locale.help_heading_usage()
        ))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(locale.help_help())
                .display_order(HELP_ORDER)
                .help_heading(locale.help_heading_options()),
        );
    if path.is_empty() {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        let version = version.display_order(HELP_ORDER + 1).help(locale.help_version());
        command = command.arg(version.help_heading(locale.help_heading_options()));
    }
    if let Some(after) = (texts.after)(path, locale) {
        command = command.after_help(after);
    }
    let owner = path.to_owned();
    command = command.mut_args(move |arg| translate(arg, &owner, texts, locale));
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    for name in names {
        let inner = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        command = command.mut_subcommand(name, |one| {
            let about = (texts.of)(&inner, locale);
            speak(one.about(about), &inner, texts, locale)
        });
    }
    command
}

fn translate(arg: Arg, path: &str, texts: HelpTexts, locale: Locale) -> Arg {
    if matches!(arg.get_id().as_str(), "help" | "version") {
        return arg;
    }
    let heading = if arg.is_positional() { locale.help_heading_arguments() } else { locale.help_heading_options() };
    let help = (texts.of)(&format!("{path}.{}", arg.get_id()), locale) + &remarks(&arg, locale);
    let names: Vec<String> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| value_name(name, locale)).collect();
    // A switch has no value, and must not be given a name for one.
    let arg = if names.is_empty() || !arg.get_action().takes_values() { arg } else { arg.value_names(names) };
    let arg = if arg.is_global_set() { arg.display_order(GLOBAL_ORDER) } else { arg };
    arg.help(help).help_heading(heading).hide_possible_values(true).hide_default_value(true)
}

/// What clap would add in English: the values there are, and the one that is meant otherwise.
fn remarks(arg: &Arg, locale: Locale) -> String {
    let mut remarks = String::new();
    let values: Vec<String> = match arg.get_action().takes_values() {
        true => arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect(),
        false => Vec::new(),
    };
    if !values.is_empty() {
        remarks += &format!(" [{}]", locale.help_values(values.join(", ")));
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if arg.get_action().takes_values() && default.iter().any(|value| !value.is_empty()) {
        remarks += &format!(" [{}]", locale.help_default(default.join(", ")));
    }
    remarks
}

/// The name of a value.
pub fn value_name(name: &str, locale: Locale) -> String {
    match name {
        "FILE" => locale.help_value_file(),
        "FOLDER" => locale.help_value_folder(),
        "TEXT" => locale.help_value_text(),
        "TIME" => locale.help_value_time(),
        "DATE" => locale.help_value_date(),
        "REASON" => locale.help_value_reason(),
        "NUMBER" => locale.help_value_number(),
        "WORDS" => locale.help_value_words(),
        "REACH" => locale.help_value_reach(),
        "SCHEME" => locale.help_value_scheme(),
        "AWARD" => locale.help_value_award(),
        "LANG" | "LANGUAGE" => locale.help_value_language(),
        "ROLE" => locale.help_value_role(),
        "SCOPE" => locale.help_value_scope(),
        "HEAD" => locale.help_value_head(),
        "LISTEN" => locale.help_value_address(),
        "CREDENTIAL" | "IDENTIFIER" => locale.help_value_credential(),
        "NAME" => locale.help_value_name(),
        "ACCOUNT" => locale.help_value_account(),
        "EMAIL" => locale.help_value_email(),
        "CERT" => locale.help_value_certificate(),
        other => other.to_owned(),
    }
}
