//! How and in which language people are taught.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    Flaw, Language,
    code::{self, codes},
};

codes! {
    /// Form of participation (EU list of modes of learning and assessment).
    Mode {
        /// On site.
        Presential = "presential",
        /// At a distance.
        Online = "online",
        /// Partly on site, partly at a distance.
        Blended = "blended",
        /// Around a project.
        ProjectBased = "project-based",
        /// At work.
        WorkBased = "work-based",
        /// In a research laboratory.
        ResearchLab = "research-lab",
    }
}

/// A language of instruction: ISO 639-3 code in capitals, as the EU language list writes it
/// (`CES`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TeachingLanguage(&'static [&'static str; 4]);

impl TeachingLanguage {
    /// By its three-letter code.
    ///
    /// # Errors
    /// When the table has no such language.
    pub fn new(code: &str) -> Result<Self, Flaw> {
        let code = code.trim();
        let found = LANGUAGES.iter().find(|language| language[0] == code);
        found.map(TeachingLanguage).ok_or_else(|| code::unknown(code, &LANGUAGES.map(|language| language[0])))
    }

    /// All known, in the order of their codes.
    pub fn all() -> impl Iterator<Item = TeachingLanguage> {
        LANGUAGES.iter().map(TeachingLanguage)
    }

    /// ISO 639-3 code in capitals: `CES`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0[0]
    }

    /// ISO 639-1 code, as in `lang` attributes: `cs`.
    #[must_use]
    pub fn alpha2(self) -> &'static str {
        self.0[1]
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        match language {
            Language::Cs => self.0[2],
            Language::En => self.0[3],
        }
    }
}

impl fmt::Debug for TeachingLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for TeachingLanguage {
    type Error = Flaw;

    fn try_from(code: String) -> Result<Self, Flaw> {
        TeachingLanguage::new(&code)
    }
}

impl From<TeachingLanguage> for String {
    fn from(language: TeachingLanguage) -> String {
        language.code().to_owned()
    }
}

/// ISO 639-3, ISO 639-1, Czech, English.
static LANGUAGES: [[&str; 4]; 41] = [
    ["ARA", "ar", "arabština", "Arabic"],
    ["BEL", "be", "běloruština", "Belarusian"],
    ["BOS", "bs", "bosenština", "Bosnian"],
    ["BUL", "bg", "bulharština", "Bulgarian"],
    ["CAT", "ca", "katalánština", "Catalan"],
    ["CES", "cs", "čeština", "Czech"],
    ["DAN", "da", "dánština", "Danish"],
    ["DEU", "de", "němčina", "German"],
    ["ELL", "el", "řečtina", "Greek"],
    ["ENG", "en", "angličtina", "English"],
    ["EST", "et", "estonština", "Estonian"],
    ["FIN", "fi", "finština", "Finnish"],
    ["FRA", "fr", "francouzština", "French"],
    ["GLE", "ga", "irština", "Irish"],
    ["HEB", "he", "hebrejština", "Hebrew"],
    ["HRV", "hr", "chorvatština", "Croatian"],
    ["HUN", "hu", "maďarština", "Hungarian"],
    ["ISL", "is", "islandština", "Icelandic"],
    ["ITA", "it", "italština", "Italian"],
    ["JPN", "ja", "japonština", "Japanese"],
    ["KOR", "ko", "korejština", "Korean"],
    ["LAT", "la", "latina", "Latin"],
    ["LAV", "lv", "lotyština", "Latvian"],
    ["LIT", "lt", "litevština", "Lithuanian"],
    ["MKD", "mk", "makedonština", "Macedonian"],
    ["MLT", "mt", "maltština", "Maltese"],
    ["NLD", "nl", "nizozemština", "Dutch"],
    ["NOR", "no", "norština", "Norwegian"],
    ["POL", "pl", "polština", "Polish"],
    ["POR", "pt", "portugalština", "Portuguese"],
    ["RON", "ro", "rumunština", "Romanian"],
    ["RUS", "ru", "ruština", "Russian"],
    ["SLK", "sk", "slovenština", "Slovak"],
    ["SLV", "sl", "slovinština", "Slovenian"],
    ["SPA", "es", "španělština", "Spanish"],
    ["SRP", "sr", "srbština", "Serbian"],
    ["SWE", "sv", "švédština", "Swedish"],
    ["TUR", "tr", "turečtina", "Turkish"],
    ["UKR", "uk", "ukrajinština", "Ukrainian"],
    ["VIE", "vi", "vietnamština", "Vietnamese"],
    ["ZHO", "zh", "čínština", "Chinese"],
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn languages_are_in_order_and_named() {
        let codes: Vec<&str> = TeachingLanguage::all().map(TeachingLanguage::code).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(TeachingLanguage::new("CES").unwrap().name(Language::Cs), "čeština");
        assert!(TeachingLanguage::new("cs").is_err());
    }

    #[test]
    fn a_word_outside_the_list_shows_the_list() {
        assert_eq!(Mode::from_code("blended").unwrap(), Mode::Blended);
        let crate::Problem::UnknownCode { expected, .. } = Mode::from_code("hybrid").unwrap_err().problem else {
            unreachable!()
        };
        assert_eq!(expected.len(), 6);
    }
}
