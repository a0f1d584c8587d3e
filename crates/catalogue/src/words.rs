//! Words of a text, and what all forms of a word share.

use frostem::{Algorithm, Stemmer};
use signet_record::Language;
use unicode_normalization::UnicodeNormalization;

/// Words that say nothing about what somebody looks for, folded.
const STOP_WORDS: &str = "a aby ale by co do i jak k ke na nebo o od po pro s se u v ve z za ze an and at by for from how in of on or the to with";

/// A word as it was written, in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// With accents.
    pub written: String,
    /// Without them.
    pub folded: String,
}

/// The words of a text that are worth looking for.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let is_mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    let composed: String = text.nfc().flat_map(char::to_lowercase).collect();
    let parts = composed.split(|c: char| !(c.is_alphanumeric() || is_mark(c)));
    let mut words: Vec<Word> = parts
        .filter(|part| !part.is_empty())
        .map(|part| Word { written: part.to_owned(), folded: signet_lang::fold(part) })
        .filter(|word| !word.folded.is_empty() && !is_stop_word(&word.folded))
        .collect();
    join_levels(&mut words);
    words
}

fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.split_ascii_whitespace().any(|word| word == folded)
}

/// `EQF 6` is one word, or every 6 there is would be found with it.
fn join_levels(words: &mut Vec<Word>) {
    let mut place = 0;
    while place + 1 < words.len() {
        let level = words.get(place + 1).map_or_else(String::new, |word| word.folded.clone());
        let is_level = level.len() == 1 && level.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(word) = words.get_mut(place).filter(|word| word.folded == "eqf" && is_level) {
            word.folded.push_str(&level);
            word.written.clone_from(&word.folded);
            words.remove(place + 1);
        }
        place += 1;
    }
}

/// The stemmers of both languages.
pub(crate) struct Stems {
    czech: Stemmer,
    english: Stemmer,
}

impl Stems {
    pub fn new() -> Self {
        Stems { czech: Stemmer::new(Algorithm::Czech), english: Stemmer::new(Algorithm::English) }
    }

    /// What all forms of a word share: its stem, without accents. The stem comes first, since accents decide it.
    pub fn key(&self, language: Language, written: &str) -> String {
        let stemmer = match language {
            Language::Cs => &self.czech,
            Language::En => &self.english,
        };
        signet_lang::fold(&stemmer.stem(written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn words_are_cut_at_whatever_is_no_letter_and_lose_what_says_nothing() {
        assert_eq!(folded("Bezpečnost, práce a zdraví v DÍLNĚ (3D)"), ["bezpecnost", "prace", "zdravi", "dilne", "3d"]);
        assert_eq!(folded("Econometrics in R"), ["econometrics", "r"]);
        assert_eq!(folded("EQF 6 ECTS 6"), ["eqf6", "ects", "6"]);
        assert_eq!(folded("v a na"), Vec::<String>::new());
    }

    #[test]
    fn combining_marks_are_no_words() {
        assert_eq!(folded(&"\u{301}".repeat(200)), Vec::<String>::new());
        assert_eq!(folded(&format!("pr{}ce", "a\u{301}")), ["prace"]);
    }

    #[test]
    fn forms_of_a_word_share_a_key() {
        let stems = Stems::new();
        for (one, other) in [("bezpečnost", "bezpečnosti"), ("databáze", "databází"), ("účetnictví", "účetnictvím")]
        {
            assert_eq!(stems.key(Language::Cs, one), stems.key(Language::Cs, other), "{one}");
        }
        assert_eq!(stems.key(Language::En, "networks"), stems.key(Language::En, "networking"));
    }
}
