//! Orders and pages.

use std::collections::BTreeSet;

use signet_catalogue::{CatalogueIndex, CatalogueQuery, OfferKey, PAGE_ROWS, Sort};
use signet_record::Language;

use crate::corpus::{self, TODAY};

#[test]
fn ca3_every_unit_of_every_institution_is_reached_page_by_page() {
    let index = CatalogueIndex::new(corpus::many(130));
    for sort in Sort::ALL {
        let mut query = CatalogueQuery { sort, with_past: true, ..CatalogueQuery::default() };
        let mut seen: Vec<OfferKey> = Vec::new();
        loop {
            let found = index.find(&query, Language::Cs, TODAY);
            assert_eq!(found.total, 130);
            assert!(found.offers.len() <= PAGE_ROWS);
            seen.extend(found.offers.iter().map(|offer| offer.key()));
            match found.next {
                Some(next) => query.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen.len(), 130, "{sort:?}: nothing twice");
        let all: BTreeSet<OfferKey> = seen.into_iter().collect();
        assert_eq!(all, index.offers().map(|offer| offer.key()).collect());
    }
}

#[test]
fn an_order_is_what_it_says() {
    let index = CatalogueIndex::new(corpus::demo());
    let found = |sort| {
        let query = CatalogueQuery { sort, ..CatalogueQuery::default() };
        index.find(&query, Language::Cs, TODAY).offers
    };
    assert!(found(Sort::Start).is_sorted_by_key(|offer| offer.next_start(TODAY)));
    assert!(found(Sort::Relevance).is_sorted_by_key(|offer| offer.next_start(TODAY)), "without words");
    assert!(found(Sort::Credits).is_sorted_by_key(|offer| offer.unit.ects));
    let l = signet_lang::Locale::new(Language::Cs);
    assert!(found(Sort::Title).is_sorted_by_key(|offer| l.collation_key(offer.unit.title.text(Language::Cs))));
}

#[test]
fn what_has_no_date_ahead_is_hidden_and_counted() {
    let index = CatalogueIndex::new(corpus::demo());
    let (ahead, all) = (CatalogueQuery::default(), CatalogueQuery::default().including_past());
    let (ahead, all) = (index.find(&ahead, Language::En, TODAY), index.find(&all, Language::En, TODAY));
    assert!(ahead.hidden > 0);
    assert_eq!((ahead.total + ahead.hidden, all.hidden), (all.total, 0));
    assert!(ahead.offers.iter().all(|offer| offer.next_start(TODAY).is_some()));
}

#[test]
fn a_page_behind_what_is_gone_is_the_first_one() {
    let index = CatalogueIndex::new(corpus::many(50));
    let gone = CatalogueQuery::read([("after", "skola-1/neni"), ("past", "yes")]);
    let first = CatalogueQuery::read([("past", "yes")]);
    let keys = |query| index.find(&query, Language::Cs, TODAY).offers.iter().map(|one| one.key()).collect::<Vec<_>>();
    assert_eq!(keys(gone), keys(first));
}

#[test]
fn the_first_of_each_institution_come_before_a_second_of_any() {
    let index = CatalogueIndex::new(corpus::demo());
    let first = index.upcoming(TODAY, 5);
    let institutions: BTreeSet<String> = first.iter().map(|offer| offer.institution.id.to_string()).collect();
    assert_eq!(institutions.len(), 5);
}
