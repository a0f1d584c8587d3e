//! Which words stand where, in one language.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use signet_record::Language;

use crate::words::{Stems, Word, words};

/// Place of an offer in the index.
pub(crate) type Place = u32;
/// What was found, with how well it fits.
pub(crate) type Scores = HashMap<Place, u32>;

/// A word of a title counts this much.
pub(crate) const TITLE: u8 = 8;
/// The beginning of a word of a title.
const TITLE_BEGINNING: u32 = 4;
/// Fewest letters that a word of a title is looked for by its beginning with.
const BEGINNING_MIN: usize = 3;

/// The words of one language.
pub(crate) struct WordTable {
    language: Language,
    /// By what all forms of a word share.
    places: HashMap<String, Vec<(Place, u8)>>,
    /// What each form that stands anywhere belongs to: who types without accents is not understood by a stemmer.
    forms: HashMap<String, BTreeSet<String>>,
    /// Forms in titles.
    titles: BTreeMap<String, BTreeSet<Place>>,
}

impl WordTable {
    pub fn new(language: Language) -> Self {
        WordTable { language, places: HashMap::new(), forms: HashMap::new(), titles: BTreeMap::new() }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// Takes the words of a text in. Texts that weigh most come first.
    pub fn add(&mut self, stems: &Stems, place: Place, text: &str, weight: u8) {
        for word in words(text) {
            let key = stems.key(self.language, &word.written);
            let places = self.places.entry(key.clone()).or_default();
            if places.last().is_none_or(|(last, _)| *last != place) {
                places.push((place, weight));
            }
            if weight == TITLE {
                self.titles.entry(word.folded.clone()).or_default().insert(place);
            }
            self.forms.entry(word.folded).or_default().insert(key);
        }
    }

    /// What forms of a typed word share: of those that stand somewhere, and by its own stem.
    pub fn keys(&self, stems: &Stems, word: &Word) -> BTreeSet<String> {
        let mut keys = self.forms.get(&word.folded).map_or_else(BTreeSet::new, BTreeSet::clone);
        keys.insert(stems.key(self.language, &word.written));
        if keys.len() == 1 {
            keys.insert(stems.key(self.language, &word.folded));
        }
        keys
    }

    /// Where a word stands, or one of a title begins with it.
    pub fn find(&self, stems: &Stems, word: &Word, is_last: bool, scores: &mut Scores, bonus: u32) {
        let mut note = |place: Place, weight: u32| {
            let score = scores.entry(place).or_default();
            *score = (*score).max(weight * 2 + bonus);
        };
        let keys = self.keys(stems, word);
        for key in &keys {
            for (place, weight) in self.places.get(key).into_iter().flatten() {
                note(*place, u32::from(*weight));
            }
        }
        // Derivations are not joined by stems: "počítačů" is the beginning of "počítačová" by its stem alone. Who is still typing
        // has not come to the end of the last word.
        let typed = is_last.then_some(&word.folded);
        for beginning in keys.iter().chain(typed).filter(|text| text.chars().count() >= BEGINNING_MIN) {
            let from =
                self.titles.range(beginning.clone()..).take_while(|(form, _)| form.starts_with(beginning.as_str()));
            from.flat_map(|(_, places)| places).for_each(|place| note(*place, TITLE_BEGINNING));
        }
    }

    /// The form in a title that is most like a word, with how many letters differ.
    pub fn nearest(&self, word: &Word) -> Option<(usize, &str)> {
        let most = match word.folded.chars().count() {
            ..4 => return None,
            4..6 => 1,
            6.. => 2,
        };
        let near = |form: &str| form.len().abs_diff(word.folded.len()) <= most * 2;
        let distances = self
            .titles
            .keys()
            .filter(|form| near(form))
            .map(|form| (strsim::osa_distance(form, &word.folded), form.as_str()));
        distances.filter(|(distance, _)| *distance <= most).min()
    }
}
