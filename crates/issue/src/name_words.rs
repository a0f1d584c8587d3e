//! When two names are the same, however they are written.

use signet_lang::fold;

/// The words of a name in one order, without accents, case and titles: `Nováková-Malá Jana` and `JANA NOVAKOVA MALA, Ph.D.` have the same.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let parts = folded.split([' ', '-', ',']).filter(|word| !word.is_empty() && !word.ends_with('.'));
    let mut words: Vec<String> = parts.map(str::to_owned).collect();
    words.sort_unstable();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        for name in ["Jana Nováková-Malá", "NOVÁKOVÁ MALÁ, Jana", "ing. Jana  Novakova Mala, Ph.D."] {
            assert_eq!(name_words(name), ["jana", "mala", "novakova"], "{name}");
        }
        assert_ne!(name_words("Jana Nováková"), name_words("Jan Novák"));
        assert!(name_words("").is_empty());
    }
}
