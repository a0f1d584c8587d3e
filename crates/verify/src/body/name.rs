//! Names of bodies, compared as registers spell them: without case, diacritics, punctuation and spelling of legal forms.

use signet_lang::fold;

/// A name in the forms in which equal names are equal texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoldedName {
    /// `ä` as `a`.
    plain: String,
    /// `ä` as `ae`: as certificates of German names are written.
    spelt_out: String,
    script: Script,
    characters: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Other,
    Mixed,
}

/// Most characters of `organizationName` (X.520, ub-organization-name): authorities cut longer names.
const CUT: std::ops::RangeInclusive<usize> = 62..=64;

/// Spellings of one legal form, the last the one that is kept. A form is never left out: “X” and “X s.r.o.” are two bodies.
const FORMS: &[(&str, &str)] = &[
    ("spolecnost s rucenim omezenym", "s r o"),
    ("spol s r o", "s r o"),
    ("spol s ro", "s r o"),
    ("sro", "s r o"),
    ("akciova spolecnost", "a s"),
    ("obecne prospesna spolecnost", "o p s"),
    ("ops", "o p s"),
    ("verejna vyzkumna instituce", "v v i"),
    ("vvi", "v v i"),
    ("zapsany spolek", "z s"),
    ("zapsany ustav", "z u"),
    ("osauhing", "ou"),
    ("aktsiaselts", "as"),
    ("gesellschaft mit beschrankter haftung", "gmbh"),
    ("g m b h", "gmbh"),
    ("aktiengesellschaft", "ag"),
    ("limited liability company", "llc"),
    ("limited", "ltd"),
    ("incorporated", "inc"),
    ("corporation", "corp"),
    ("sociedad limitada", "s l"),
    ("sl", "s l"),
    ("sociedad anonima", "s a"),
    ("societe anonyme", "s a"),
    ("sociedade anonima", "s a"),
    ("sa", "s a"),
    ("spolka z ograniczona odpowiedzialnoscia", "sp z o o"),
    ("spolka akcyjna", "s a"),
    ("societa per azioni", "s p a"),
    ("spa", "s p a"),
    ("societa a responsabilita limitata", "s r l"),
    ("srl", "s r l"),
    ("besloten vennootschap", "b v"),
    ("bv", "b v"),
    ("naamloze vennootschap", "n v"),
    ("nv", "n v"),
    ("druzba z omejeno odgovornostjo", "d o o"),
    ("doo", "d o o"),
];

impl FoldedName {
    /// Folds a name; `None` when nothing of it can be compared.
    pub fn of(name: &str) -> Option<Self> {
        let plain = keyed(&fold(&letters(name)));
        let spelt_out = keyed(&fold(&letters(&umlauts(name))));
        let latin = plain.chars().any(|c| c.is_ascii_alphabetic());
        let other = plain.chars().any(|c| c.is_alphabetic() && !c.is_ascii_alphabetic());
        let script = match (latin, other) {
            (true, false) => Script::Latin,
            (false, true) => Script::Other,
            (true, true) => Script::Mixed,
            (false, false) => return None,
        };
        Some(FoldedName { plain, spelt_out, script, characters: name.trim().chars().count() })
    }

    /// Whether this name of a certificate and one of the data are the same; `None` when they are of different scripts.
    pub fn is(&self, said: &Self) -> Option<bool> {
        if self.script != said.script || self.script == Script::Mixed {
            return None;
        }
        let pairs = [(&self.plain, &said.plain), (&self.spelt_out, &said.plain), (&self.plain, &said.spelt_out)];
        let same = pairs.iter().any(|(one, other)| one == other);
        let cut = CUT.contains(&self.characters)
            && said.characters > *CUT.end()
            && pairs.iter().any(|(one, other)| other.starts_with(one.as_str()));
        Some(same || cut)
    }
}

/// Letters that no decomposition takes apart.
fn letters(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'ß' | 'ẞ' => plain.push_str("ss"),
            'æ' | 'Æ' => plain.push_str("ae"),
            'œ' | 'Œ' => plain.push_str("oe"),
            'þ' | 'Þ' => plain.push_str("th"),
            'ð' | 'Ð' => plain.push('d'),
            'ħ' | 'Ħ' => plain.push('h'),
            'ŧ' | 'Ŧ' => plain.push('t'),
            'ŋ' | 'Ŋ' => plain.push('n'),
            other => plain.push(other),
        }
    }
    plain
}

fn umlauts(name: &str) -> String {
    let mut spelt = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'ä' | 'Ä' => spelt.push_str("ae"),
            'ö' | 'Ö' => spelt.push_str("oe"),
            'ü' | 'Ü' => spelt.push_str("ue"),
            'å' | 'Å' => spelt.push_str("aa"),
            'ø' | 'Ø' => spelt.push_str("oe"),
            other => spelt.push(other),
        }
    }
    spelt
}

/// Words of letters and digits with single blanks, and the legal form at the end in its one spelling.
fn keyed(folded: &str) -> String {
    let spaced: String = folded.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let form = FORMS.iter().find_map(|(spelling, kept)| {
        let rest = words.strip_suffix(spelling)?.strip_suffix(' ')?;
        Some(format!("{rest} {kept}"))
    });
    form.unwrap_or(words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn same(one: &str, other: &str) -> Option<bool> {
        FoldedName::of(one).unwrap().is(&FoldedName::of(other).unwrap())
    }

    #[test]
    fn spellings_of_one_name_are_one_name() {
        for (one, other) in [
            ("VELOCERT OU", "Velocert OÜ"),
            ("VYSOKA SKOLA ZKUSEBNI", "Vysoká škola zkušební"),
            ("Univerzita  Karlova", "univerzita karlova"),
            ("Zkouška, spol. s r.o.", "Zkouška s. r. o."),
            ("Zkouška, společnost s ručením omezeným", "ZKOUSKA s.r.o."),
            ("Ústav X, v. v. i.", "Ustav X, veřejná výzkumná instituce"),
            ("Universitaet Muenchen", "Universität München"),
            ("UNIVERSITAT MUNCHEN", "Universität München"),
            ("Example GmbH", "Example Gesellschaft mit beschränkter Haftung"),
            ("Example Ltd", "Example Limited"),
            ("Uniwersytet Lodzki", "Uniwersytet Łódzki"),
            ("Gross-Schule", "Groß Schule"),
            ("Софийски университет", "СОФИЙСКИ УНИВЕРСИТЕТ"),
        ] {
            assert_eq!(same(one, other), Some(true), "{one} / {other}");
        }
    }

    #[test]
    fn other_names_are_other_names() {
        for (one, other) in [
            ("Univerzita Karlova", "Univerzita Karlova s.r.o."),
            ("Univerzita Karlova a.s.", "Univerzita Karlova s.r.o."),
            ("Univerzita Karlova", "Charles University"),
            ("Masarykova univerzita", "Masarykova univerzita v Brně"),
            ("Sa", "S"),
        ] {
            assert_eq!(same(one, other), Some(false), "{one} / {other}");
        }
    }

    #[test]
    fn a_name_that_the_authority_cut_is_the_name() {
        let whole = "Vysoká škola velmi dlouhého jména a ještě mnohem delšího přídomku v Lhotě";
        let cut: String = whole.chars().take(64).collect();
        assert_eq!(same(&cut, whole), Some(true));
        let short: String = whole.chars().take(40).collect();
        assert_eq!(same(&short, whole), Some(false));
    }

    #[test]
    fn scripts_are_not_compared_and_lookalikes_are_no_match() {
        assert_eq!(same("Sofiyski universitet", "Софийски университет"), None);
        assert_eq!(same("Univerzita Karlova", "Univerzit\u{430} K\u{430}rlov\u{430}"), None);
        assert_eq!(FoldedName::of("  –, "), None);
        assert_eq!(FoldedName::of("42"), None);
    }

    proptest! {
        #[test]
        fn case_diacritics_and_blanks_make_no_difference(name in "[A-Za-zÁ-Žá-ž]{2,12}( [A-Za-zÁ-Žá-ž]{2,12}){0,4}") {
            let Some(one) = FoldedName::of(&name) else { return Ok(()) };
            for other in [name.to_uppercase(), name.to_lowercase(), name.replace(' ', " \u{a0} "), fold(&name), format!("„{name}“")] {
                if let Some(other) = FoldedName::of(&other) {
                    prop_assert_ne!(one.is(&other), Some(false), "{:?} {:?}", &one, &other);
                }
            }
        }

        #[test]
        fn another_letter_is_another_name(name in "[a-z]{3,12}( [a-z]{4,12}){1,3}", at in 0_usize..3, letter in "[a-z]") {
            let mut other = name.clone();
            other.replace_range(at..=at, &letter);
            prop_assume!(other != name);
            prop_assert_eq!(same(&name, &other), Some(false));
            prop_assert_eq!(same(&name, &format!("{name} {letter}{letter}")), Some(false));
        }

        #[test]
        fn arbitrary_text_folds_to_itself(text in "\\PC{0,80}") {
            if let Some(name) = FoldedName::of(&text) {
                prop_assert_ne!(name.is(&name), Some(false));
            }
        }
    }
}
