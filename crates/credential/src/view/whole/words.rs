//! Texts by language.

use serde::Serialize;
use signet_record::Language;

use crate::json::Value;

/// A text with the language it says it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Wording<'a> {
    /// Language tag (BCP 47), when there is one.
    pub language: Option<&'a str>,
    /// The text.
    pub text: &'a str,
}

impl Wording<'_> {
    /// Is it in that language, regional forms included?
    pub fn is_in(&self, code: &str) -> bool {
        let primary = self.language.map(|tag| tag.split_once('-').map_or(tag, |(primary, _)| primary));
        primary.is_some_and(|primary| primary.eq_ignore_ascii_case(code))
    }
}

/// The same said in several languages; a language may have several texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Words<'a>(pub Vec<Wording<'a>>);

impl<'a> Words<'a> {
    /// Reads `{"cs": "…", "en": ["…", "…"]}`; a bare text is one without a language. `None` when there is something else in it.
    pub(super) fn of(value: Value<'a>) -> Option<Self> {
        if let Some(text) = value.text() {
            return Some(Words(vec![Wording { language: None, text }]));
        }
        let mut wordings = Vec::new();
        for (tag, texts) in value.members() {
            // No language is called that; one is called `id`.
            if tag == "type" {
                return None;
            }
            for text in texts.each() {
                wordings.push(Wording { language: Some(tag), text: text.text()? });
            }
        }
        value.is_object().then_some(Words(wordings))
    }

    /// The texts in the best language: what was asked for, else English, else the first that has any. Empty texts do not count.
    pub fn best(&self, language: Language) -> Vec<Wording<'a>> {
        let filled = || self.0.iter().filter(|wording| !wording.text.trim().is_empty()).copied();
        let code = [language.code(), "en"].into_iter().find(|code| filled().any(|wording| wording.is_in(code)));
        match (code, filled().next()) {
            (Some(code), _) => filled().filter(|wording| wording.is_in(code)).collect(),
            (None, Some(first)) => filled().filter(|wording| wording.language == first.language).collect(),
            (None, None) => Vec::new(),
        }
    }

    /// The first text in the best language.
    pub fn first(&self, language: Language) -> Option<Wording<'a>> {
        self.best(language).into_iter().next()
    }

    /// What a reader of our pages never sees otherwise: the texts in languages that are none of ours and not the best.
    pub fn foreign(&self, language: Language) -> impl Iterator<Item = Wording<'a>> {
        let best = self.best(language);
        let ours = |wording: &Wording<'_>| Language::ALL.into_iter().any(|language| wording.is_in(language.code()));
        self.0.iter().copied().filter(move |wording| !ours(wording) && !best.contains(wording))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::json::{JsonDocument, Limits};

    fn best(text: &str, language: Language) -> Vec<String> {
        let document = JsonDocument::parse(text, Limits::default()).unwrap();
        let words = Words::of(document.root()).unwrap();
        words.best(language).iter().map(|wording| wording.text.to_owned()).collect()
    }

    #[test]
    fn the_best_language_is_ours_then_english_then_any() {
        let text = r#"{"de":"Kurs","cs-CZ":["Kurz","Předmět"],"en":"Course"}"#;
        assert_eq!(best(text, Language::Cs), ["Kurz", "Předmět"]);
        assert_eq!(best(text, Language::En), ["Course"]);
        assert_eq!(best(r#"{"de":"Kurs","en":"Course"}"#, Language::Cs), ["Course"]);
        assert_eq!(best(r#"{"el":" ","de":"Kurs","fr":"Cours"}"#, Language::Cs), ["Kurs"]);
        assert_eq!(best(r#""Kurs""#, Language::Cs), ["Kurs"]);
        assert!(best(r#"{"cs":""}"#, Language::Cs).is_empty());
    }

    #[test]
    fn what_is_in_none_of_our_languages_is_not_forgotten() {
        let document = JsonDocument::parse(r#"{"de":"Kurs","cs":"Kurz","fr":"Cours"}"#, Limits::default()).unwrap();
        let words = Words::of(document.root()).unwrap();
        let foreign: Vec<_> = words.foreign(Language::En).map(|wording| wording.text).collect();
        assert_eq!(foreign, ["Cours"], "without Czech and English asked for, German is the best and shown anyway");
        assert_eq!(words.foreign(Language::Cs).count(), 2);
    }

    #[test]
    fn other_things_are_not_words() {
        let document = JsonDocument::parse(r#"[{"id":{"a":"b"}},7]"#, Limits::default()).unwrap();
        assert!(document.root().each().all(|value| Words::of(value).is_none()));
    }
}
