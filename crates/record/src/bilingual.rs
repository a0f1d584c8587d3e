//! A text in both languages.

use serde::{Deserialize, Serialize};

use crate::{Flaw, Flaws, Language, Problem, text};

/// A text in Czech and in English, neither empty, each at most 4000 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Texts", into = "Texts")]
pub struct Bilingual {
    cs: String,
    en: String,
}

/// The form in files.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    cs: String,
    en: String,
}

impl Bilingual {
    /// Both texts; line ends and runs of spaces count as one space.
    ///
    /// # Errors
    /// For each language (`cs`, `en`) whose text is empty, too long or holds a forbidden character.
    pub fn new(cs: &str, en: &str) -> Result<Self, Flaws> {
        let read = |language: Language, text: &str| {
            text::passage(text).map_err(|problem| {
                let problem = if problem == Problem::Empty { Problem::MissingLanguage(language) } else { problem };
                Flaw::new(language.code(), problem)
            })
        };
        match (read(Language::Cs, cs), read(Language::En, en)) {
            (Ok(cs), Ok(en)) => Ok(Bilingual { cs, en }),
            (Err(cs), Err(en)) => Err(Flaws::both(cs, en)),
            (Err(flaw), Ok(_)) | (Ok(_), Err(flaw)) => Err(flaw.into()),
        }
    }

    /// The text in one language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Cs => &self.cs,
            Language::En => &self.en,
        }
    }
}

impl TryFrom<Texts> for Bilingual {
    type Error = Flaws;

    fn try_from(texts: Texts) -> Result<Self, Flaws> {
        Bilingual::new(&texts.cs, &texts.en)
    }
}

impl From<Bilingual> for Texts {
    fn from(text: Bilingual) -> Texts {
        Texts { cs: text.cs, en: text.en }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn both_languages_or_none() {
        let flaws = Bilingual::new("Statistika", " ").unwrap_err();
        let flaw = flaws.iter().next().unwrap();
        assert_eq!((flaw.field.as_str(), &flaw.problem), ("en", &Problem::MissingLanguage(Language::En)));
        assert_eq!(Bilingual::new("", "").unwrap_err().iter().count(), 2);
    }

    #[test]
    fn reading_back_checks_again() {
        let text = Bilingual::new("Ano,\n ne", "Yes, no").unwrap();
        let json = serde_json::to_string(&text).unwrap();
        assert_eq!(json, r#"{"cs":"Ano, ne","en":"Yes, no"}"#);
        assert_eq!(serde_json::from_str::<Bilingual>(&json).unwrap(), text);
        assert!(serde_json::from_str::<Bilingual>(r#"{"cs":"Ano","en":""}"#).is_err());
    }
}
