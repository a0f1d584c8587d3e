//! What somebody looks for, as an address says it.

use std::collections::{BTreeMap, BTreeSet};

use signet_record::{InstitutionId, UnitId};

use crate::{
    facet::{Facet, FacetValue},
    offer::OfferKey,
};

/// Offers of one page.
pub const PAGE_ROWS: usize = 20;
/// Most characters of what is searched for.
pub const TEXT_MAX: usize = 200;
/// Most values of one facet that an address may choose: more than any facet but the institutions has.
const VALUES_MAX: usize = 50;

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// What fits best first; without words what begins first.
    #[default]
    Relevance,
    /// What begins first.
    Start,
    /// By title.
    Title,
    /// The least work first.
    Credits,
}

impl Sort {
    /// Every order.
    pub const ALL: [Sort; 4] = [Sort::Relevance, Sort::Start, Sort::Title, Sort::Credits];

    /// Its name in addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Start => "start",
            Sort::Title => "title",
            Sort::Credits => "credits",
        }
    }

    /// The order of this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.code() == code)
    }
}

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueQuery {
    /// Words.
    pub text: String,
    /// What was chosen.
    pub chosen: BTreeMap<Facet, BTreeSet<FacetValue>>,
    /// In which order.
    pub sort: Sort,
    /// Also what has no date ahead.
    pub with_past: bool,
    /// The last offer of the page before.
    pub after: Option<OfferKey>,
}

impl CatalogueQuery {
    /// Reads the query of an address. What has no meaning is left out.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> CatalogueQuery {
        let mut query = CatalogueQuery::default();
        for (name, value) in pairs {
            match name {
                "q" => query.text = value.chars().filter(|c| !c.is_control()).take(TEXT_MAX).collect(),
                "sort" => query.sort = Sort::from_code(value).unwrap_or(Sort::Relevance),
                "past" => query.with_past = value == "yes",
                "after" => query.after = key(value),
                _ => {
                    let Some(value) = Facet::from_code(name).and_then(|facet| facet.value(value)) else { continue };
                    let chosen = query.chosen.entry(value.facet()).or_default();
                    if chosen.len() < VALUES_MAX {
                        chosen.insert(value);
                    }
                }
            }
        }
        query
    }

    /// The query as an address writes it, without what is so anyway.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.text.is_empty() {
            pairs.push(("q", self.text.clone()));
        }
        for (facet, values) in &self.chosen {
            pairs.extend(values.iter().map(|value| (facet.code(), value.code())));
        }
        if self.sort != Sort::default() {
            pairs.push(("sort", self.sort.code().to_owned()));
        }
        if self.with_past {
            pairs.push(("past", "yes".to_owned()));
        }
        pairs.extend(self.after.iter().map(|key| ("after", format!("{}/{}", key.institution, key.unit))));
        pairs
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, value: &FacetValue) -> bool {
        self.chosen.get(&value.facet()).is_some_and(|values| values.contains(value))
    }

    /// The same from its first page, without a value.
    #[must_use]
    pub fn without(&self, value: &FacetValue) -> CatalogueQuery {
        let mut query = CatalogueQuery { after: None, ..self.clone() };
        if let Some(values) = query.chosen.get_mut(&value.facet()) {
            values.remove(value);
        }
        query.chosen.retain(|_, values| !values.is_empty());
        query
    }

    /// The same from its first page, without anything chosen of a facet.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> CatalogueQuery {
        let mut query = CatalogueQuery { after: None, ..self.clone() };
        query.chosen.remove(&facet);
        query
    }

    /// The same from its first page, with what has no date ahead.
    #[must_use]
    pub fn including_past(&self) -> CatalogueQuery {
        CatalogueQuery { after: None, with_past: true, ..self.clone() }
    }
}

fn key(text: &str) -> Option<OfferKey> {
    let (institution, unit) = text.split_once('/')?;
    Some(OfferKey { institution: InstitutionId::new(institution).ok()?, unit: UnitId::new(unit).ok()? })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> CatalogueQuery {
        CatalogueQuery::read(pairs.iter().copied())
    }

    #[test]
    fn a_query_reads_back_from_its_address() {
        let pairs = [
            ("q", "data"),
            ("field", "06"),
            ("field", "05"),
            ("credits", "1.5"),
            ("sort", "title"),
            ("past", "yes"),
            ("after", "vzorova/ukazka"),
        ];
        let query = read(&pairs);
        let written = query.pairs();
        assert_eq!(written.len(), pairs.len());
        assert_eq!(read(&written.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>()), query);
    }

    #[test]
    fn what_has_no_meaning_is_left_out() {
        let query = read(&[("level", "nine"), ("sort", "worst"), ("after", "x"), ("utm_source", "y"), ("q", "\u{7}")]);
        assert_eq!(query, CatalogueQuery::default());
        let long = "ž".repeat(1_000);
        assert_eq!(read(&[("q", &long)]).text.chars().count(), TEXT_MAX);
    }

    #[test]
    fn taking_a_value_back_leaves_the_others_and_begins_again() {
        let query = read(&[("level", "6"), ("level", "7"), ("field", "06"), ("after", "vzorova/ukazka")]);
        let less = query.without(&FacetValue::Level(6)).without(&FacetValue::Field(6));
        assert_eq!(less.pairs(), [("level", "7".to_owned())]);
        assert!(query.without_facet(Facet::Level).pairs() == [("field", "06".to_owned())]);
    }
}
