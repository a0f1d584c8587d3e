//! Facets and their counts.

use std::{collections::BTreeSet, sync::LazyLock};

use proptest::prelude::*;
use signet_catalogue::{CatalogueIndex, CatalogueQuery, Facet, FacetValue, Offer};
use signet_record::Language;

use crate::corpus::{self, TODAY};

static INDEX: LazyLock<CatalogueIndex> = LazyLock::new(|| CatalogueIndex::new(corpus::many(180)));

/// Every value that anything has, and two that nothing has.
static VALUES: LazyLock<Vec<FacetValue>> = LazyLock::new(|| {
    let all = CatalogueQuery { with_past: true, ..CatalogueQuery::default() };
    let found = INDEX.find(&all, Language::Cs, TODAY);
    let mut values: Vec<FacetValue> = found.counts.into_keys().collect();
    values.extend(Facet::Credits.value("1,5"));
    values.extend(Facet::Level.value("1"));
    values
});

/// Without the index: whether an offer fits, facet by facet.
fn fits(query: &CatalogueQuery, offer: &Offer) -> bool {
    let is_ahead = query.with_past || offer.next_start(TODAY).is_some();
    is_ahead && query.chosen.values().all(|values| values.iter().any(|value| value.fits(offer, TODAY)))
}

fn chosen() -> impl Strategy<Value = CatalogueQuery> {
    let picks = prop::collection::vec(any::<prop::sample::Index>(), 0..6);
    (picks, any::<bool>()).prop_map(|(picks, with_past)| {
        let mut query = CatalogueQuery { with_past, ..CatalogueQuery::default() };
        for value in picks.iter().map(|pick| pick.get(VALUES.as_slice()).clone()) {
            query.chosen.entry(value.facet()).or_default().insert(value);
        }
        query
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is found is what fits; a count is what choosing that value instead would find; what is left out comes back without the facet.
    #[test]
    fn ca4_filters_and_counts_agree(query in chosen()) {
        let found = INDEX.find(&query, Language::Cs, TODAY);
        prop_assert_eq!(found.total, INDEX.offers().filter(|offer| fits(&query, offer)).count());
        for value in VALUES.iter().filter(|value| !matches!(value, FacetValue::ExactCredits(_))) {
            let mut instead = query.clone();
            instead.chosen.insert(value.facet(), BTreeSet::from([value.clone()]));
            let expected = INDEX.find(&instead, Language::Cs, TODAY).total;
            prop_assert_eq!(found.counts.get(value).copied().unwrap_or_default(), expected, "{:?}", value);
        }
        for facet in query.chosen.keys() {
            let without = INDEX.find(&query.without_facet(*facet), Language::Cs, TODAY).total;
            let left_out = found.left_out.get(facet).copied().unwrap_or_default();
            prop_assert_eq!(without, found.total + left_out, "{:?}", facet);
        }
        let all = INDEX.find(&query.including_past(), Language::Cs, TODAY);
        prop_assert_eq!(all.total, found.total + found.hidden);
    }
}

#[test]
fn credits_with_a_comma_are_credits() {
    let index = CatalogueIndex::new(corpus::demo());
    let query = CatalogueQuery::read([("credits", "1,5"), ("past", "yes")]);
    let found = index.find(&query, Language::Cs, TODAY);
    assert!(found.total >= 3 && found.offers.iter().all(|offer| offer.unit.ects.to_string() == "1.5"));
}
