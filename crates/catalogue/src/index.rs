//! Everything that is open to everyone, ready to be searched: made once for each state of the register.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use signet_lang::Locale;
use signet_record::{Date, Institution, InstitutionId, Language, UnitKind};

use crate::{
    broad_field::broad_field,
    facet::{self, Facet, FacetValue},
    offer::{Offer, OfferKey},
    query::{CatalogueQuery, PAGE_ROWS, Sort},
    synonym::GROUPS,
    word_table::{Place, Scores, TITLE, WordTable},
    words::{Stems, Word, words},
};

/// An offer with what does not depend on the day.
struct Entry {
    offer: Offer,
    values: Vec<FacetValue>,
    /// Its rank by title in Czech and in English.
    ranks: [Place; 2],
    /// Words of its title in both: of two titles that have what is looked for, the shorter one says less beside it.
    title_words: [usize; 2],
}

/// Everything that is open to everyone.
pub struct CatalogueIndex {
    /// By institution and unit.
    entries: Vec<Entry>,
    stems: Stems,
    tables: [WordTable; 2],
    /// Groups of synonyms, each phrase as its words.
    synonyms: Vec<Vec<(Language, Vec<Word>)>>,
}

/// Values of a facet, each with how many offers would be found by it beside what is chosen of the other facets.
pub type FacetCounts = BTreeMap<FacetValue, usize>;

/// What was found.
#[derive(Debug)]
pub struct FoundOffers<'a> {
    /// One page of offers.
    pub offers: Vec<&'a Offer>,
    /// How many there are on all pages.
    pub total: usize,
    /// How many more fit, but have no date ahead.
    pub hidden: usize,
    /// What can be chosen.
    pub counts: FacetCounts,
    /// For each facet of which something is chosen, how many offers only it leaves out.
    pub left_out: BTreeMap<Facet, usize>,
    /// The last offer of this page, where there is another one.
    pub next: Option<OfferKey>,
    /// Nothing has all the words: these come nearest.
    pub is_nearest: bool,
}

/// One word of what is looked for, or several that mean one thing.
enum Term {
    Word(Word),
    /// Place in the table of synonyms.
    Synonyms(usize),
}

impl Default for CatalogueIndex {
    /// Nothing at all.
    fn default() -> Self {
        CatalogueIndex::new(Vec::new())
    }
}

impl CatalogueIndex {
    /// Puts offers in order and takes their words in.
    #[must_use]
    pub fn new(mut offers: Vec<Offer>) -> Self {
        offers.sort_by_cached_key(Offer::key);
        let stems = Stems::new();
        let mut tables = Language::ALL.map(WordTable::new);
        for (place, offer) in (0..).zip(&offers) {
            tables.iter_mut().for_each(|table| add_words(table, &stems, place, offer));
        }
        let [czech, english] = Language::ALL.map(|language| ranks(&offers, language));
        let entries = offers.into_iter().zip(czech.into_iter().zip(english)).map(|(offer, (czech, english))| Entry {
            values: facet::of_unit(&offer),
            ranks: [czech, english],
            title_words: Language::ALL.map(|language| words(offer.unit.title.text(language)).len()),
            offer,
        });
        let phrase = |(language, text): &(Language, &str)| (*language, words(text));
        let synonyms = GROUPS.iter().map(|group| group.iter().map(phrase).collect()).collect();
        CatalogueIndex { entries: entries.collect(), stems, tables, synonyms }
    }

    /// All offers, by institution and unit.
    pub fn offers(&self) -> impl Iterator<Item = &Offer> {
        self.entries.iter().map(|entry| &entry.offer)
    }

    /// One offer.
    #[must_use]
    pub fn offer(&self, key: &OfferKey) -> Option<&Offer> {
        let found = self.entries.binary_search_by(|entry| {
            let (institution, unit) = (&entry.offer.institution.id, &entry.offer.unit.id);
            (institution, unit).cmp(&(&key.institution, &key.unit))
        });
        found.ok().and_then(|place| self.entries.get(place)).map(|entry| &entry.offer)
    }

    /// An institution that offers anything.
    #[must_use]
    pub fn institution(&self, id: &InstitutionId) -> Option<&Institution> {
        let place = self.entries.partition_point(|entry| entry.offer.institution.id < *id);
        self.entries.get(place).map(|entry| &*entry.offer.institution).filter(|institution| institution.id == *id)
    }

    /// The offers that begin first, one of each institution before a second one of any.
    #[must_use]
    pub fn upcoming(&self, today: Date, most: usize) -> Vec<&Offer> {
        let mut ahead: Vec<(Date, &Offer)> =
            self.offers().filter_map(|offer| offer.next_start(today).map(|start| (start, offer))).collect();
        ahead.sort_by_key(|(start, offer)| (*start, offer.key()));
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut turns: Vec<(usize, &Offer)> = Vec::new();
        for (_, offer) in ahead {
            let turn = seen.entry(offer.institution.id.as_str()).or_default();
            turns.push((*turn, offer));
            *turn += 1;
        }
        turns.sort_by_key(|(turn, _)| *turn);
        turns.into_iter().take(most).map(|(_, offer)| offer).collect()
    }

    /// Looks for something on a day.
    #[must_use]
    pub fn find(&self, query: &CatalogueQuery, language: Language, today: Date) -> FoundOffers<'_> {
        let (scores, is_nearest) = match self.terms(&query.text) {
            terms if terms.is_empty() => (None, false),
            terms => {
                let (scores, is_nearest) = self.look_up(&terms, language);
                (Some(scores), is_nearest)
            }
        };
        let mut counted = Counted::default();
        let mut fit: Vec<(Place, u32)> = Vec::new();
        for (place, entry) in (0..).zip(&self.entries) {
            let score = match &scores {
                None => 0,
                Some(scores) => match scores.get(&place) {
                    Some(score) => *score,
                    None => continue,
                },
            };
            let is_ahead = query.with_past || entry.offer.next_start(today).is_some();
            if counted.takes(query, entry, is_ahead, today) {
                fit.push((place, score));
            }
        }
        self.put_in_order(&mut fit, query, language, today);
        let total = fit.len();
        let (offers, next) = self.page(&fit, query);
        let Counted { counts, left_out, hidden } = counted;
        FoundOffers { offers, total, hidden, counts, left_out, next, is_nearest: is_nearest && total + hidden > 0 }
    }

    fn put_in_order(&self, fit: &mut [(Place, u32)], query: &CatalogueQuery, language: Language, today: Date) {
        let entry = |place: Place| self.entries.get(place as usize);
        let side = usize::from(language == Language::En);
        let rank = |place: Place| entry(place).and_then(|entry| entry.ranks.get(side).copied());
        // What has no date ahead comes last.
        let start = |place: Place| {
            entry(place)
                .and_then(|entry| entry.offer.next_start(today))
                .map_or((true, None), |start| (false, Some(start)))
        };
        let length = |place: Place| entry(place).and_then(|entry| entry.title_words.get(side).copied());
        let credits = |place: Place| entry(place).map(|entry| entry.offer.unit.ects);
        match query.sort {
            Sort::Relevance => fit.sort_by_cached_key(|(place, score)| {
                let unasked = (*score == 0).then(|| start(*place));
                (std::cmp::Reverse(*score), unasked, length(*place).filter(|_| *score > 0), rank(*place))
            }),
            Sort::Start => fit.sort_by_cached_key(|(place, _)| (start(*place), rank(*place))),
            Sort::Title => fit.sort_by_key(|(place, _)| rank(*place)),
            Sort::Credits => fit.sort_by_key(|(place, _)| (credits(*place), rank(*place))),
        }
    }

    /// The page behind the offer that the query names; the first one where it is no longer there.
    fn page(&self, fit: &[(Place, u32)], query: &CatalogueQuery) -> (Vec<&Offer>, Option<OfferKey>) {
        let offers: Vec<&Offer> =
            fit.iter().filter_map(|(place, _)| self.entries.get(*place as usize)).map(|entry| &entry.offer).collect();
        let is_last =
            |key: &OfferKey, offer: &Offer| offer.institution.id == key.institution && offer.unit.id == key.unit;
        let behind = query.after.as_ref().and_then(|key| offers.iter().position(|offer| is_last(key, offer)));
        let from = behind.map_or(0, |place| place + 1);
        let more = offers.len() > from + PAGE_ROWS;
        let page: Vec<&Offer> = offers.into_iter().skip(from).take(PAGE_ROWS).collect();
        let next = page.last().filter(|_| more).map(|offer| offer.key());
        (page, next)
    }

    /// The words of a text; several that stand in the table of synonyms are one.
    fn terms(&self, text: &str) -> Vec<Term> {
        let mut rest = words(text).into_iter().collect::<std::collections::VecDeque<Word>>();
        let mut terms = Vec::new();
        while !rest.is_empty() {
            match self.phrase(rest.make_contiguous()) {
                Some((group, length)) => {
                    rest.drain(..length);
                    terms.push(Term::Synonyms(group));
                }
                None => terms.extend(rest.pop_front().map(Term::Word)),
            }
        }
        terms
    }

    /// The longest phrase of the table that words begin with: its group and its length.
    fn phrase(&self, typed: &[Word]) -> Option<(usize, usize)> {
        let is_begun = |(language, phrase): &(Language, Vec<Word>)| {
            let same = |(typed, known): (&Word, &Word)| {
                typed.folded == known.folded
                    || self.stems.key(*language, &typed.written) == self.stems.key(*language, &known.written)
            };
            phrase.len() <= typed.len() && typed.iter().zip(phrase).all(same)
        };
        let groups = self.synonyms.iter().enumerate();
        let begun = groups.flat_map(|(group, phrases)| {
            phrases.iter().filter(|phrase| is_begun(phrase)).map(move |(_, phrase)| (phrase.len(), group))
        });
        begun.max_by_key(|(length, group)| (*length, std::cmp::Reverse(*group))).map(|(length, group)| (group, length))
    }

    /// What has all the words; where nothing has, what comes nearest, and that it does.
    fn look_up(&self, terms: &[Term], language: Language) -> (Scores, bool) {
        let found: Vec<Scores> = self.each(terms, language);
        let all = having_all(&found);
        if !all.is_empty() {
            return (all, false);
        }
        let mended: Vec<Term> = terms.iter().zip(&found).map(|(term, scores)| self.mend(term, scores)).collect();
        let found = self.each(&mended, language);
        let all = having_all(&found);
        if !all.is_empty() {
            return (all, true);
        }
        let mut any = Scores::new();
        for (place, score) in found.into_iter().flatten() {
            *any.entry(place).or_default() += score;
        }
        (any, true)
    }

    fn each(&self, terms: &[Term], language: Language) -> Vec<Scores> {
        let last = terms.len().saturating_sub(1);
        terms.iter().enumerate().map(|(number, term)| self.scores(term, number == last, language)).collect()
    }

    fn scores(&self, term: &Term, is_last: bool, language: Language) -> Scores {
        let mut scores = Scores::new();
        let bonus = |table: &WordTable| u32::from(table.language() == language);
        match term {
            Term::Word(word) => {
                self.tables.iter().for_each(|table| table.find(&self.stems, word, is_last, &mut scores, bonus(table)));
            }
            Term::Synonyms(group) => {
                for (of, phrase) in self.synonyms.get(*group).into_iter().flatten() {
                    let table = self.tables.iter().find(|table| table.language() == *of);
                    let each = phrase.iter().map(|word| {
                        let mut scores = Scores::new();
                        table
                            .into_iter()
                            .for_each(|table| table.find(&self.stems, word, false, &mut scores, bonus(table)));
                        scores
                    });
                    let length = u32::try_from(phrase.len()).unwrap_or(1).max(1);
                    for (place, score) in having_all(&each.collect::<Vec<_>>()) {
                        let best = scores.entry(place).or_default();
                        *best = (*best).max(score / length);
                    }
                }
            }
        }
        scores
    }

    /// A word that stands nowhere becomes the one in a title that is most like it.
    fn mend(&self, term: &Term, scores: &Scores) -> Term {
        match term {
            Term::Synonyms(group) => Term::Synonyms(*group),
            Term::Word(word) if !scores.is_empty() => Term::Word(word.clone()),
            Term::Word(word) => {
                let nearest = self.tables.iter().filter_map(|table| table.nearest(word)).min();
                let mended = nearest.map(|(_, form)| Word { written: form.to_owned(), folded: form.to_owned() });
                Term::Word(mended.unwrap_or_else(|| word.clone()))
            }
        }
    }
}

/// What is counted while offers are looked through once.
#[derive(Default)]
struct Counted {
    counts: FacetCounts,
    left_out: BTreeMap<Facet, usize>,
    hidden: usize,
}

impl Counted {
    /// Whether an offer is found. An offer that fits but for one facet is counted for that facet alone: choosing another value of it
    /// would find it.
    fn takes(&mut self, query: &CatalogueQuery, entry: &Entry, is_ahead: bool, today: Date) -> bool {
        let of_runs = facet::of_runs(&entry.offer, today);
        let has = |value: &FacetValue| match value {
            FacetValue::ExactCredits(ects) => entry.offer.unit.ects == *ects,
            value => entry.values.contains(value) || of_runs.contains(value),
        };
        let mut missed = query.chosen.iter().filter(|(_, values)| !values.iter().any(has)).map(|(facet, _)| *facet);
        let (first, second) = (missed.next(), missed.next());
        if second.is_some() {
            return false;
        }
        if !is_ahead {
            self.hidden += usize::from(first.is_none());
            return false;
        }
        let counts_for = |value: &&FacetValue| first.is_none_or(|facet| value.facet() == facet);
        for value in entry.values.iter().chain(&of_runs).filter(counts_for) {
            match self.counts.get_mut(value) {
                Some(count) => *count += 1,
                None => {
                    self.counts.insert(value.clone(), 1);
                }
            }
        }
        if let Some(facet) = first {
            *self.left_out.entry(facet).or_default() += 1;
        }
        first.is_none()
    }
}

/// What every one of several has, with the sum of how well it fits.
fn having_all(found: &[Scores]) -> Scores {
    let Some((first, rest)) = found.split_first() else { return Scores::new() };
    let sum = |(place, score): (&Place, &u32)| {
        let others: Option<u32> = rest.iter().map(|scores| scores.get(place).copied()).sum();
        Some((*place, *score + others?))
    };
    first.iter().filter_map(sum).collect()
}

/// The rank of each offer by its title in a language; of one title the order is that of institutions.
fn ranks(offers: &[Offer], language: Language) -> Vec<Place> {
    let locale = Locale::new(language);
    let mut order: Vec<usize> = (0..offers.len()).collect();
    let title = |place: &usize| offers.get(*place).map(|offer| locale.collation_key(offer.unit.title.text(language)));
    order.sort_by_cached_key(title);
    let mut ranks: Vec<Place> = vec![0; offers.len()];
    for (rank, place) in (0..).zip(order) {
        if let Some(slot) = ranks.get_mut(place) {
            *slot = rank;
        }
    }
    ranks
}

/// Takes an offer's words in, those that weigh most first.
fn add_words(table: &mut WordTable, stems: &Stems, place: Place, offer: &Offer) {
    let (unit, language) = (&offer.unit, table.language());
    let l = Locale::new(language);
    let mut add = |text: &str, weight: u8| table.add(stems, place, text, weight);
    add(unit.title.text(language), TITLE);
    add(offer.institution.legal_name.text(language), 4);
    add(unit.isced.label.text(language), 3);
    unit.outcomes.iter().for_each(|outcome| add(outcome.text.text(language), 3));
    let broad = unit.isced.code.as_str().get(..2).and_then(|digits| digits.parse().ok());
    broad.into_iter().for_each(|field| add(&broad_field(l, field), 2));
    unit.faculty.iter().for_each(|faculty| add(faculty.name.text(language), 2));
    add(offer.institution.seat.town.text(language), 2);
    if let UnitKind::Course { programme, .. } | UnitKind::CourseSet { programme, .. } = &unit.kind {
        add(programme.text(language), 1);
    }
    if let UnitKind::CourseSet { parts, .. } = &unit.kind {
        parts.iter().for_each(|part| add(part.title.text(language), 2));
    }
    unit.components.iter().for_each(|component| add(component.title.text(language), 2));
    unit.description.iter().for_each(|text| add(text.text(language), 1));
    unit.languages.iter().for_each(|taught| add(taught.name(language), 1));
    add(&l.mode(unit.mode), 1);
    add(unit.mode.code(), 1);
    add(unit.isced.code.as_str(), 1);
    let level = unit.eqf.number();
    add(&format!("EQF EQF {level}"), 1);
    // Whoever looks for a level as 6 finds what has 6 credits, too.
    let codes: BTreeSet<String> = [unit.ects.to_string(), level.to_string()].into();
    codes.iter().for_each(|code| add(code, 1));
}
