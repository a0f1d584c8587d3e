//! Looking for members of lists by what they are called.

use signet_lang::fold;
use signet_record::Language;

use super::{Member, Scheme};

/// Members whose label in one of `languages` has every word of `words`, or a beginning of it, in any order, without regard to case and
/// accents; or whose code or notation is `words`. In the order of the lists.
pub fn search(words: &str, scheme: Option<Scheme>, languages: &[Language]) -> Vec<(Scheme, Member)> {
    let wanted = fold(words);
    let wanted: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let schemes = Scheme::ALL.into_iter().filter(|one| scheme.is_none_or(|only| only == *one));
    let all = schemes.flat_map(|scheme| scheme.members().into_iter().map(move |member| (scheme, member)));
    let called = |member: &Member| {
        languages.iter().any(|language| {
            let label = fold(member.label.text(*language));
            let has = |word: &&str| label.split(|c: char| !c.is_alphanumeric()).any(|own| own.starts_with(*word));
            wanted.iter().all(has)
        })
    };
    let coded = |member: &Member| [Some(member.code), member.notation].into_iter().flatten().any(|code| code == words);
    all.filter(|(_, member)| called(member) || coded(member)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str, scheme: Option<Scheme>, languages: &[Language]) -> Vec<&'static str> {
        search(words, scheme, languages).into_iter().map(|(_, member)| member.code).collect()
    }

    #[test]
    fn accents_capitals_and_order_do_not_matter() {
        assert_eq!(found("ZKOUSKA pisemna", None, &Language::ALL), ["6e6cb2cc78"]);
        assert_eq!(found("exam written", Some(Scheme::Assessment), &Language::ALL), ["6e6cb2cc78"]);
        assert_eq!(found("písemná", None, &[Language::En]), [""; 0]);
        assert_eq!(found("Cesko", Some(Scheme::Country), &[Language::Cs]), ["CZE"]);
    }

    #[test]
    fn codes_are_found_too() {
        assert_eq!(found("CZ", Some(Scheme::Country), &Language::ALL), ["CZE"]);
        assert_eq!(found("0613", None, &Language::ALL), ["0613"]);
        assert_eq!(found("  ", None, &Language::ALL), [""; 0]);
    }
}
