//! What search engines and previews are told in the head of a public page.

use serde_json::Value;
use signet_catalogue::{PublicAddress, inside_a_page};
use signet_lang::Locale;
use signet_record::Language;

/// The head of a page that anyone may find.
pub struct PublicHead {
    /// The address that the page is known by.
    pub canonical: String,
    /// The page in each language: code and address.
    pub alternates: Vec<(&'static str, String)>,
    /// The page in the reader's own language.
    pub any_language: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub description: String,
    /// Its language, as previews write it.
    pub locale: &'static str,
    /// What it says as linked data; fit to stand in a page.
    pub data: Option<String>,
}

impl PublicHead {
    /// The head of the page at a path.
    pub fn new(address: &PublicAddress, path: &str, l: Locale, (title, description): (String, String)) -> Self {
        let alternates = Language::ALL.map(|language| (language.code(), address.page(language, path)));
        PublicHead {
            canonical: address.page(l.language(), path),
            alternates: alternates.into(),
            any_language: address.at(path),
            title,
            description,
            locale: match l.language() {
                Language::Cs => "cs_CZ",
                Language::En => "en_GB",
            },
            data: None,
        }
    }

    /// With linked data.
    pub fn with(self, data: &Value) -> Self {
        PublicHead { data: Some(inside_a_page(data)), ..self }
    }
}
