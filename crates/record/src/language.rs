//! The two languages every text exists in.

use serde::{Deserialize, Serialize};

/// A language of the interface and of the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Czech.
    Cs,
    /// English.
    En,
}

impl Language {
    /// Both, Czech first.
    pub const ALL: [Language; 2] = [Language::Cs, Language::En];

    /// ISO 639-1 code, as in `lang` attributes and JSON-LD language maps.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::Cs => "cs",
            Language::En => "en",
        }
    }
}
