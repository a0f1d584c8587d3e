//! Texts by language.

use signet_record::Language;

use crate::json::Value;

use super::{LangString, Node, Property};

impl<'a> LangString<'a> {
    /// The text in the best language there is: what was asked for, else English, else any.
    pub(crate) fn best(self, language: Language) -> Option<&'a str> {
        if let Some(text) = self.value().text() {
            return Some(text);
        }
        self.exact(language.code())
            .or_else(|| self.exact("en"))
            .or_else(|| self.value().members().find_map(|(_, texts)| filled(texts)))
    }

    /// The text in one language, regional forms included.
    pub(crate) fn exact(self, code: &str) -> Option<&'a str> {
        let fits = |tag: &str| {
            let (primary, _) = tag.split_once('-').unwrap_or((tag, ""));
            primary.eq_ignore_ascii_case(code)
        };
        self.value().members().filter(|(tag, _)| fits(tag)).find_map(|(_, texts)| filled(texts))
    }

    /// Every text with the tag of its language.
    pub(crate) fn texts(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let tagged = self.value().members().flat_map(|(tag, texts)| texts.each().map(move |text| (tag, text)));
        tagged.filter_map(|(tag, text)| Some((tag, text.text()?)))
    }
}

impl<'a> Property<'a, LangString<'a>> {
    /// The text of the first value, in the best language there is.
    pub(crate) fn best(self, language: Language) -> Option<&'a str> {
        self.first()?.best(language)
    }
}

fn filled(texts: Value<'_>) -> Option<&str> {
    texts.each().filter_map(Value::text).find(|text| !text.trim().is_empty())
}
