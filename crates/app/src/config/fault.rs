//! What can be wrong with settings: one list for all of it, each fault with its place, its key and what to do.

use std::{fmt, path::PathBuf};

use signet_lang::{Locale, args};
use signet_record::{SyntaxFault, ValueKind};

use crate::file;

/// Everything that is wrong with a file of settings.
#[derive(Debug)]
pub struct ConfigFaults {
    /// The file.
    pub path: PathBuf,
    /// In the order of the file. Never empty.
    pub faults: Vec<ConfigFault>,
}

/// One thing that is wrong, where it stands.
#[derive(Debug)]
pub struct ConfigFault {
    /// Line, from 1; `None` for what is not in the file, or for the file as a whole.
    pub line: Option<usize>,
    /// The setting as people write it: `seal[1].key`. Empty for the file as a whole.
    pub key: String,
    /// What is wrong.
    pub cause: Cause,
}

/// What is wrong with a setting.
#[derive(Debug)]
pub enum Cause {
    /// The file cannot be read.
    File(std::io::Error),
    /// The file is not UTF-8.
    NotUtf8,
    /// The file is not TOML there.
    Syntax(SyntaxFault),
    /// No such setting.
    UnknownKey {
        /// What may have been meant.
        nearest: Option<String>,
        /// What there is.
        known: &'static [&'static str],
    },
    /// A setting without a default is not there.
    Missing,
    /// A value of another kind.
    WrongType {
        /// What belongs there.
        expected: Expected,
        /// What is there.
        found: ValueKind,
    },
    /// A value of the right kind that is not what belongs there.
    NotThat {
        /// What belongs there.
        expected: Expected,
        /// What is there; empty where it cannot be told.
        found: String,
    },
    /// None of the words that are allowed.
    NotOneOf {
        /// What is there.
        found: String,
        /// What is allowed.
        allowed: &'static [&'static str],
    },
    /// What a setting names is not as it must be: a sentence in the reader's language.
    Told(String),
}

/// A setting that is well written and does not serve: what it names is not there, or is not what it must be.
#[derive(Debug)]
pub struct Unfit {
    /// Its key.
    pub key: String,
    /// What is wrong, and what to do.
    pub sentence: String,
}

impl Unfit {
    /// The same, of a key in a section.
    #[must_use]
    pub fn under(self, section: &str) -> Self {
        let key = if self.key.is_empty() { section.to_owned() } else { format!("{section}.{}", self.key) };
        Unfit { key, ..self }
    }

    /// The sentences, without keys.
    pub fn joined(unfit: &[Unfit]) -> String {
        unfit.iter().map(|one| one.sentence.as_str()).collect::<Vec<_>>().join("\n")
    }
}

/// What can belong to a setting. A type that reads itself names one of these in its visitor's `expecting`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Text in quotes.
    Text,
    /// A whole number from 0.
    Count,
    /// `true` or `false`.
    Boolean,
    /// A day or an instant.
    Date,
    /// A day in quotes.
    Day,
    /// A list.
    List,
    /// A table.
    Table,
    /// An IP address and a port.
    SocketAddress,
    /// An IP address, or a network of them.
    Network,
    /// An address with `https://` or `http://`.
    WebAddress,
    /// The name of a file, of a variable or of a credential.
    Secret,
    /// Something else.
    Other,
}

impl Expected {
    const NAMES: [(&'static str, Self); 15] = [
        ("a string", Self::Text),
        ("path string", Self::Text),
        ("a boolean", Self::Boolean),
        ("u16", Self::Count),
        ("u32", Self::Count),
        ("u64", Self::Count),
        ("usize", Self::Count),
        ("a sequence", Self::List),
        ("a map", Self::Table),
        ("socket address", Self::SocketAddress),
        ("signet network", Self::Network),
        ("a string representing an URL", Self::WebAddress),
        ("a date string", Self::Day),
        ("signet date", Self::Date),
        ("signet secret", Self::Secret),
    ];

    /// What a visitor's `expecting` means.
    pub(super) fn named(expecting: &str) -> Self {
        let known = Self::NAMES.into_iter().find(|(name, _)| *name == expecting);
        known.map_or(Self::Other, |(_, expected)| expected)
    }
}

impl From<Expected> for args::ConfigExpected {
    fn from(value: Expected) -> Self {
        match value {
            Expected::Text => Self::Text,
            Expected::Count => Self::Count,
            Expected::Boolean => Self::Boolean,
            Expected::Date => Self::Date,
            Expected::Day => Self::Day,
            Expected::List => Self::List,
            Expected::Table => Self::Table,
            Expected::SocketAddress => Self::SocketAddress,
            Expected::Network => Self::Network,
            Expected::WebAddress => Self::WebAddress,
            Expected::Secret => Self::Secret,
            Expected::Other => Self::Other,
        }
    }
}

/// Most characters of a value that a sentence repeats.
const FOUND_MAX: usize = 60;

impl Cause {
    /// What is wrong, and what to do.
    fn sentence(&self, locale: Locale) -> String {
        match self {
            Self::File(error) => file::problem(error, locale),
            Self::NotUtf8 => locale.config_not_utf8(),
            Self::Syntax(fault) => locale.file_syntax_fault((*fault).into()),
            Self::UnknownKey { nearest: Some(nearest), .. } => locale.config_unknown_key_nearest(nearest.as_str()),
            Self::UnknownKey { nearest: None, known } => locale.config_unknown_key(known.join(", ")),
            Self::Missing => locale.config_missing_key(),
            Self::WrongType { expected, found } => locale.config_wrong_type(args::ConfigWrongType {
                expected: locale.config_expected((*expected).into()),
                found: (*found).into(),
            }),
            Self::NotThat { expected, found } => {
                let found: String = found.chars().filter(|it| !it.is_control()).take(FOUND_MAX).collect();
                match found.is_empty() {
                    true => locale.config_not_that(locale.config_expected((*expected).into())),
                    false => locale.config_found_not_that(args::ConfigFoundNotThat {
                        expected: locale.config_expected((*expected).into()),
                        found,
                    }),
                }
            }
            Self::NotOneOf { found, allowed } => {
                let found: String = found.chars().filter(|it| !it.is_control()).take(FOUND_MAX).collect();
                locale.config_not_one_of(args::ConfigNotOneOf { allowed: allowed.join(", "), found })
            }
            Self::Told(sentence) => sentence.clone(),
        }
    }
}

impl ConfigFault {
    /// Where it is, what is wrong, and what to do.
    pub fn sentence(&self, locale: Locale) -> String {
        let what = self.cause.sentence(locale);
        match (self.line, self.key.as_str()) {
            (Some(line), "") => locale.config_fault_at(args::ConfigFaultAt { line, what }),
            (Some(line), key) => locale.config_fault_of_key_at(args::ConfigFaultOfKeyAt { key, line, what }),
            (None, "") => what,
            (None, key) => locale.config_fault_of_key(args::ConfigFaultOfKey { key, what }),
        }
    }
}

impl ConfigFaults {
    /// The file, then each fault on a line.
    pub fn sentence(&self, locale: Locale) -> String {
        let file = self.path.display().to_string();
        if let [ConfigFault { cause: Cause::File(error), .. }] = self.faults.as_slice() {
            return locale.app_config_missing(args::AppConfigMissing { file, problem: file::problem(error, locale) });
        }
        let mut out = locale.config_faults(args::ConfigFaults { count: self.faults.len(), file });
        for fault in &self.faults {
            out.push_str("\n  ");
            out.push_str(&fault.sentence(locale));
        }
        out
    }
}

impl fmt::Display for ConfigFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Locale::ENGLISH))
    }
}

impl std::error::Error for ConfigFaults {}
