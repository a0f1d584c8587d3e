//! The units that are open to everyone, in order and ready to be searched: made once for each state of the catalogue.

use std::sync::Arc;

use signet_issue::{Catalogue, Offer};
use signet_lang::Locale;
use signet_record::Language;

/// A unit that is open to everyone.
pub struct Listed {
    /// The unit and who offers it.
    pub offer: Offer,
    /// Words of its title, its field and the institution's name in both languages, in lower case and without accents.
    words: Vec<String>,
}

impl Listed {
    fn of(offer: &Offer) -> Self {
        let mut words = Vec::new();
        for language in Language::ALL {
            for text in [&offer.unit.title, &offer.unit.isced.label, &offer.institution.legal_name] {
                words.extend(folded(text.text(language)));
            }
        }
        Listed { offer: offer.clone(), words }
    }

    /// Whether every word searched for begins one of its own.
    pub fn fits(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.words.iter().any(|own| own.starts_with(word.as_str())))
    }
}

/// Everything that is open to everyone. Made once for each state of the catalogue.
pub struct Listing {
    catalogue: Arc<Catalogue>,
    listed: Vec<Listed>,
    /// Places in `listed`, in the order of titles in Czech and in English.
    czech: Vec<usize>,
    english: Vec<usize>,
}

impl Listing {
    /// Puts a catalogue in order.
    pub fn of(catalogue: Arc<Catalogue>) -> Self {
        let listed: Vec<Listed> = catalogue.offers().iter().filter(|offer| offer.is_open()).map(Listed::of).collect();
        let order = |language| {
            let mut order: Vec<usize> = (0..listed.len()).collect();
            let locale = Locale::new(language);
            let title = |place: &usize| listed.get(*place).map(|one| one.offer.unit.title.text(language));
            order.sort_by_cached_key(|place| title(place).map(|title| locale.collation_key(title)));
            order
        };
        let (czech, english) = (order(Language::Cs), order(Language::En));
        Listing { catalogue, listed, czech, english }
    }

    /// Whether it lists this very catalogue.
    pub fn lists(&self, catalogue: &Arc<Catalogue>) -> bool {
        Arc::ptr_eq(&self.catalogue, catalogue)
    }

    /// In the order of the units' identifiers.
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// In the order of titles in a language.
    pub fn in_order(&self, language: Language) -> impl Iterator<Item = &Listed> {
        let order = match language {
            Language::Cs => &self.czech,
            Language::En => &self.english,
        };
        order.iter().filter_map(|place| self.listed.get(*place))
    }
}

/// The words of a text, in lower case and without accents.
pub fn folded(text: &str) -> Vec<String> {
    signet_lang::fold(text).split_whitespace().map(str::to_owned).collect()
}
