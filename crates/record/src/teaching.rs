//! How and in which language people are taught.

use crate::code::{codes, listed};

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

listed! {
    /// A language of instruction: ISO 639-3 code in capitals, as the EU language list writes it
    /// (`CES`).
    TeachingLanguage in LANGUAGES,
    /// ISO 639-1 code, as in `lang` attributes: `cs`.
    alpha2
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
    use crate::Language;

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
