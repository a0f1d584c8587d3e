//! The order of the alphabet: ch after h, č after c, ř after r.

use std::sync::LazyLock;

use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences, options::CollatorOptions};
use signet_record::Language;

use crate::Locale;

static CZECH: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| collator("cs"));
static ENGLISH: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| collator("en"));

fn collator(language: &str) -> Option<CollatorBorrowed<'static>> {
    let locale: icu_locale_core::Locale = language.parse().ok()?;
    Collator::try_new(CollatorPreferences::from(&locale), CollatorOptions::default()).ok()
}

impl Locale {
    /// Bytes that sort as the texts do in this language (Unicode Collation Algorithm with the rules
    /// of CLDR).
    #[must_use]
    pub fn collation_key(self, text: &str) -> Vec<u8> {
        let collator = match self.language() {
            Language::Cs => CZECH.as_ref(),
            Language::En => ENGLISH.as_ref(),
        };
        let mut key = Vec::with_capacity(text.len() * 2);
        match collator {
            Some(collator) => {
                let Ok(()) = collator.write_sort_key_to(text, &mut key);
            }
            None => key.extend_from_slice(text.as_bytes()),
        }
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn czech_letters_stand_where_czechs_look_for_them() {
        let czech = Locale::new(Language::Cs);
        let mut names =
            ["Řezáč", "Cibulka", "Rys", "Chalupa", "Čapek", "Hora", "Šípek", "Dvořák", "Sova", "Žák", "Zima"];
        names.sort_by_key(|name| czech.collation_key(name));
        assert_eq!(
            names,
            ["Cibulka", "Čapek", "Dvořák", "Hora", "Chalupa", "Rys", "Řezáč", "Sova", "Šípek", "Zima", "Žák"]
        );
    }
}
