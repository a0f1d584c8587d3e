//! Closed lists whose members are written as words in files (`written-examination`).

use strsim::damerau_levenshtein;

use crate::{Flaw, Problem};

/// Declares an enum with a word for each member: `code`, `from_code`, `ALL` and serde by the word.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $member,)+
        }

        impl $name {
            /// All members.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The word for it in files.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$member => $code,)+ }
            }

            /// The member with this word.
            ///
            /// # Errors
            /// When no member has it; the flaw lists those that are there.
            pub fn from_code(code: &str) -> Result<Self, $crate::Flaw> {
                match code {
                    $($code => Ok(Self::$member),)+
                    other => Err($crate::code::unknown(other, &[$($code,)+])),
                }
            }
        }
    };
}
pub(crate) use codes;

/// Declares a text that has one form, which its `new` checks: given here as a function, or written beside. Serde goes through `new`.
macro_rules! formed {
    ($(#[$meta:meta])* $name:ident, $check:path) => {
        $crate::code::formed! { $(#[$meta])* $name }

        impl $name {
            /// Reads and checks it, without the spaces around it.
            ///
            /// # Errors
            /// When it is empty or not one.
            pub fn new(text: &str) -> Result<Self, $crate::Flaw> {
                let text = text.trim();
                if text.is_empty() {
                    return Err($crate::Problem::Empty.into());
                }
                Ok($name($check(text)?))
            }
        }
    };
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// As it is.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Flaw;

            fn from_str(text: &str) -> Result<Self, $crate::Flaw> {
                $name::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::Flaw;

            fn try_from(text: String) -> Result<Self, $crate::Flaw> {
                $name::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }
    };
}
pub(crate) use formed;

/// Declares a member of a table whose rows are: three letters, two letters, Czech name, English name. Serde goes by the three letters.
macro_rules! listed {
    ($(#[$meta:meta])* $name:ident in $table:ident, $(#[$alpha2:meta])* alpha2) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(&'static [&'static str; 4]);

        impl $name {
            /// By its three-letter code.
            ///
            /// # Errors
            /// When the table has none with it.
            pub fn new(code: &str) -> Result<Self, $crate::Flaw> {
                let code = code.trim();
                let found = $table.iter().find(|row| row[0] == code);
                found.map($name).ok_or_else(|| $crate::code::unknown(code, &$table.map(|row| row[0])))
            }

            /// All known, in the order of their codes.
            pub fn all() -> impl Iterator<Item = $name> {
                $table.iter().map($name)
            }

            /// Its three-letter code.
            #[must_use]
            pub fn code(self) -> &'static str {
                self.0[0]
            }

            $(#[$alpha2])*
            #[must_use]
            pub fn alpha2(self) -> &'static str {
                self.0[1]
            }

            /// What it is called.
            #[must_use]
            pub fn name(self, language: $crate::Language) -> &'static str {
                match language {
                    $crate::Language::Cs => self.0[2],
                    $crate::Language::En => self.0[3],
                }
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.code())
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::Flaw;

            fn try_from(code: String) -> Result<Self, $crate::Flaw> {
                $name::new(&code)
            }
        }

        impl From<$name> for String {
            fn from(listed: $name) -> String {
                listed.code().to_owned()
            }
        }
    };
}
pub(crate) use listed;

/// Longest list shown whole.
const SHOWN_MAX: usize = 16;

/// The flaw of a value outside `known`: names all that are allowed, or the nearest when they are
/// many.
pub(crate) fn unknown(found: &str, known: &[&str]) -> Flaw {
    let mut expected: Vec<&str> = known.to_vec();
    if expected.len() > SHOWN_MAX {
        expected.sort_by_key(|code| distance(found, code));
        expected.truncate(5);
    }
    Problem::UnknownCode { found: shortened(found), expected: expected.into_iter().map(str::to_owned).collect() }.into()
}

/// The name in `known` that was probably meant.
#[must_use]
pub fn nearest(found: &str, known: &[&str]) -> Option<String> {
    let best = known.iter().min_by_key(|name| distance(found, name))?;
    (distance(found, best) <= best.chars().count().div_ceil(3)).then(|| (*best).to_owned())
}

fn distance(found: &str, known: &str) -> usize {
    damerau_levenshtein(&shortened(found).to_lowercase(), &known.to_lowercase())
}

/// At most 80 characters of what was found, for a sentence about it.
pub(crate) fn shortened(found: &str) -> String {
    match found.char_indices().nth(80) {
        Some((end, _)) => format!("{}…", &found[..end]),
        None => found.to_owned(),
    }
}
