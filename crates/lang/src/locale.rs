//! A language with its sentences.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use signet_record::Language;
use unic_langid::LanguageIdentifier;

use crate::{Value, args};

/// The language a reader is spoken to in. Every message of `locales/` is a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Locale {
    language: Language,
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

static CZECH_SENTENCES: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("cs", CZECH, '\u{a0}'));
static ENGLISH_SENTENCES: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("en", ENGLISH, ','));

impl Locale {
    /// Speaks Czech.
    pub const CZECH: Locale = Locale { language: Language::Cs };
    /// Speaks English.
    pub const ENGLISH: Locale = Locale { language: Language::En };

    /// Speaks `language`.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Locale { language }
    }

    /// The language spoken.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    fn say<'v, const COUNT: usize>(self, id: &'static str, values: [(&'static str, Value<'v>); COUNT]) -> String {
        let bundle = match self.language {
            Language::Cs => &*CZECH_SENTENCES,
            Language::En => &*ENGLISH_SENTENCES,
        };
        let mut arguments = FluentArgs::with_capacity(COUNT);
        for (name, value) in values {
            arguments.set(name, value);
        }
        // The build has proved that the message, its variables and its terms are there: no error
        // can arise here.
        let pattern = bundle.get_message(id).and_then(|message| message.value());
        pattern.map_or_else(
            || id.to_owned(),
            |pattern| bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned(),
        )
    }
}

fn bundle(language: &str, texts: &[&str], separator: char) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.parse::<LanguageIdentifier>().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match separator {
        ',' => |value, _| grouped(value, ','),
        _ => |value, _| grouped(value, '\u{a0}'),
    }));
    for text in texts {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Whole numbers of five digits and more in groups of three; shorter ones (years, lines) as they
/// are.
fn grouped(value: &Value<'_>, separator: char) -> Option<String> {
    let Value::Number(number) = value else {
        return None;
    };
    let digits = number.as_string();
    if digits.len() < 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_a_method() {
        assert_eq!(Locale::CZECH.record_not_passed("F"), "Hodnocení „F“ je neúspěšné, mikrocertifikát se nevydá.");
        assert_eq!(
            Locale::ENGLISH.record_too_many(args::RecordTooMany { found: 3, max: 2 }),
            "Number of items: 3. There may be at most 2."
        );
    }

    #[test]
    fn long_numbers_are_grouped_and_years_are_not() {
        let number = |number: u32, separator| grouped(&Value::from(number), separator);
        assert_eq!(number(2025, ','), None);
        assert_eq!(number(10_000, ',').as_deref(), Some("10,000"));
        assert_eq!(number(1_234_567, '\u{a0}').as_deref(), Some("1\u{a0}234\u{a0}567"));
    }
}
