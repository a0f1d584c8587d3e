//! How a learning outcome is worded: it says what the holder does, so it begins with a verb that somebody else can see done.
//!
//! This is advice. It refuses nothing, since no table of endings knows a language.

use signet_record::Language;

/// What could be better about the wording of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeAdvice {
    /// It begins with a noun of an activity or a property (*vysvětlení*, *znalost*), not with what the holder does.
    Noun,
    /// It begins with a verb that nobody can see done (*porozumí*, *understands*).
    Unseen,
}

/// Beginnings of verbs that nobody can see done, in lower case.
const UNSEEN: [(Language, &[&str]); 2] = [
    (Language::Cs, &["porozum", "rozum", "chápe", "pochop", "zná ", "ví ", "umí ", "seznám", "osvojí", "získá"]),
    (
        Language::En,
        &["understand", "know ", "knows ", "learn", "is aware", "be aware", "is familiar", "be familiar", "appreciate"],
    ),
];

/// Endings of Czech nouns of activities and properties. Verbs of the third person end in *-í*, too (*uplatní*), but hardly ever like these.
const NOUNS: [&str; 7] = ["ání", "ení", "ění", "utí", "ití", "etí", "ost"];

/// Czech verbs of the third person that end as such nouns do.
const VERBS: [&str; 5] = ["ocení", "změní", "promění", "vymění", "zamění"];

impl OutcomeAdvice {
    /// Looks at the first word of an outcome in one language.
    #[must_use]
    pub fn of(language: Language, text: &str) -> Option<OutcomeAdvice> {
        let text = text.trim().to_lowercase();
        // *Ví, co…* as *ví co…*: what stands between words tells nothing.
        let words: String = text.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).chain([' ']).collect();
        let mut unseen = UNSEEN.iter().filter(|(of, _)| *of == language).flat_map(|(_, beginnings)| *beginnings);
        if unseen.any(|beginning| words.starts_with(beginning)) {
            return Some(OutcomeAdvice::Unseen);
        }
        let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let noun = language == Language::Cs && is_noun(first);
        noun.then_some(OutcomeAdvice::Noun)
    }
}

/// *vysvětlení* and *znalost* are nouns; *vysvětlí* and *uplatní* are what somebody does.
fn is_noun(word: &str) -> bool {
    word.chars().count() > 4 && !VERBS.contains(&word) && NOUNS.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn czech_outcomes_say_what_the_holder_does() {
        let advice = |text| OutcomeAdvice::of(Language::Cs, text);
        for good in [
            "Vysvětlí, co je příklad.",
            "Navrhne pokus",
            "Uplatní zákon",
            "Změní postup",
            "Hostí seminář",
            "Ocení riziko",
            "",
        ] {
            assert_eq!(advice(good), None, "{good}");
        }
        for noun in
            ["Vysvětlení pojmů", "Znalost práva", "Navrhování pokusů", "Schopnost vést tým", "Použití statistiky"]
        {
            assert_eq!(advice(noun), Some(OutcomeAdvice::Noun), "{noun}");
        }
        for unseen in ["Porozumí statistice", "Rozumí grafům", "Zná zákony", "Ví, co je riziko"] {
            assert_eq!(advice(unseen), Some(OutcomeAdvice::Unseen), "{unseen}");
        }
        assert_eq!(advice("Znázorní data grafem"), None);
    }

    #[test]
    fn english_outcomes_say_what_the_holder_does() {
        let advice = |text| OutcomeAdvice::of(Language::En, text);
        assert_eq!(advice("Explains what an example is."), None);
        assert_eq!(advice("Understands statistics"), Some(OutcomeAdvice::Unseen));
        assert_eq!(advice("Knows the law"), Some(OutcomeAdvice::Unseen));
        assert_eq!(advice("Knowledgeably argues"), None);
        assert_eq!(advice("Is familiar with R"), Some(OutcomeAdvice::Unseen));
    }
}
