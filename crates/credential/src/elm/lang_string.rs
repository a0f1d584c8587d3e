//! Texts by language.

use signet_record::Language;

use crate::json::Value;

use super::{Node, Property};

/// Texts by language (`{"cs": "…", "en": ["…", "…"]}`), or a bare text.
#[derive(Clone, Copy)]
pub(crate) struct LangString<'a>(Value<'a>);

impl<'a> Node<'a> for LangString<'a> {
    fn of(value: Value<'a>) -> Self {
        LangString(value)
    }

    fn value(self) -> Value<'a> {
        self.0
    }
}

impl<'a> LangString<'a> {
    /// The text in the best language there is: what was asked for, else English, else any.
    pub(crate) fn best(self, language: Language) -> Option<&'a str> {
        if let Some(text) = self.0.text() {
            return Some(text);
        }
        self.exact(language.code())
            .or_else(|| self.exact("en"))
            .or_else(|| self.0.members().find_map(|(_, texts)| filled(texts)))
    }

    /// The text in one language, regional forms included.
    pub(crate) fn exact(self, code: &str) -> Option<&'a str> {
        let fits = |tag: &str| {
            let (primary, _) = tag.split_once('-').unwrap_or((tag, ""));
            primary.eq_ignore_ascii_case(code)
        };
        self.0.members().filter(|(tag, _)| fits(tag)).find_map(|(_, texts)| filled(texts))
    }

    /// Every text with the tag of its language.
    pub(crate) fn texts(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let tagged = self.0.members().flat_map(|(tag, texts)| texts.each().map(move |text| (tag, text)));
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
