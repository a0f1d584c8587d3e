//! Finding credentials: by name, identifier, unit, state and date, a page at a time.

use signet_record::{CredentialId, RunId, UnitId};
use signet_store::{BatchId, NamePrefix, Search, SearchFilter, SearchedState, Seek, Tenant, Total};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, at, credential, found, holder, issue, keep, person, propose_for, revoked, run, unit};

on_both_engines![
    by_name,
    by_identifier,
    who_bears_two_such_words_is_found_once,
    pages_neither_skip_nor_repeat,
    pages_lead_back_the_same_way,
    all_are_counted_and_not_the_page,
    by_number_and_by_the_whole_address,
    a_filter_narrows_whatever_is_searched_for,
    a_filter_alone_finds_the_newest_first_and_pages_lead_both_ways,
    hostile_words_find_nothing
];

async fn found_by(tenant: &Tenant, search: Search) -> Vec<CredentialId> {
    let page = tenant.search(&search, &Seek::First, 100).await.unwrap();
    assert!(page.next.is_none());
    page.rows.into_iter().map(|row| row.id).collect()
}

fn named(words: &[&str]) -> Search {
    Search::Name(words.iter().map(|word| NamePrefix::new(word)).collect())
}

async fn people(tenant: &Tenant) {
    let names = [(1, "Jana", "Nováková"), (2, "Jan", "Novotný"), (3, "Žofie", "Černá"), (4, "Anna", "Jandová")];
    for (n, given, family) in names {
        keep(tenant, &holder(&format!("p{n}"), Some(given), Some(family))).await;
        propose_for(tenant, n, &format!("p{n}"), 0, None).await;
    }
}

async fn by_name(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    people(&tenant).await;
    // By the word that fits, and then in the order of the keys given, byte by byte: these ones know no Czech.
    assert_eq!(found_by(&tenant, named(&["nov"])).await, [credential(2), credential(1)]);
    assert_eq!(found_by(&tenant, named(&["jan"])).await, [credential(2), credential(1), credential(4)]);
    assert_eq!(found_by(&tenant, named(&["jan", "novo"])).await, [credential(2)]);
    assert_eq!(found_by(&tenant, named(&["čer", "ž"])).await, [credential(3)]);
    assert_eq!(found_by(&tenant, named(&["jan", "nov", "x"])).await, []);
    assert_eq!(found_by(&tenant, named(&[])).await.len(), 4);
}

async fn who_bears_two_such_words_is_found_once(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for (n, given, family) in [(1, "Jana", "Jandová"), (2, "Jan", "Janda"), (3, "Petr", "Janda")] {
        keep(&tenant, &holder(&format!("p{n}"), Some(given), Some(family))).await;
        propose_for(&tenant, n, &format!("p{n}"), 0, None).await;
    }
    assert_eq!(found_by(&tenant, named(&["jan"])).await, [credential(2), credential(1), credential(3)]);
    assert_eq!(found_by(&tenant, named(&["jan", "jan"])).await, [credential(2), credential(1), credential(3)]);
    assert_eq!(tenant.count(&named(&["jan"])).await.unwrap(), Total::Exactly(3));
    // A page at a time, there and back.
    let page = async |seek: Seek| tenant.search(&named(&["jan"]), &seek, 1).await.unwrap();
    let first = page(Seek::First).await;
    let second = page(Seek::After(first.next.clone().unwrap())).await;
    let third = page(Seek::After(second.next.clone().unwrap())).await;
    let ids = [&first, &second, &third].map(|page| page.rows[0].id);
    assert_eq!((ids, third.next), ([credential(2), credential(1), credential(3)], None));
    assert_eq!(page(Seek::Before(third.previous.unwrap())).await.rows[0].id, credential(1));
    // A renamed person is found by the new name, in its order.
    keep(&tenant, &holder("p2", Some("Zora"), Some("Janda"))).await;
    assert_eq!(found_by(&tenant, named(&["jan"])).await, [credential(1), credential(3), credential(2)]);
}

async fn by_identifier(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    people(&tenant).await;
    let issued = issue(&tenant, 5, "p5").await;
    let bare = issued.to_string().replace('-', "");
    for beginning in [issued.to_string(), issued.urn().to_uppercase(), String::from("05050505"), bare] {
        assert_eq!(found_by(&tenant, Search::Identifier(beginning)).await, [issued]);
    }
    assert_eq!(found_by(&tenant, Search::Identifier(String::from("06"))).await, []);
    assert_eq!(found_by(&tenant, Search::Identifier(String::new())).await.len(), 5);
}

async fn pages_neither_skip_nor_repeat(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    // Everyone has the same name, so that only ids tell them apart.
    for n in 1..=7 {
        crate::fixture::propose(&tenant, n, &format!("p{n}")).await;
    }
    let (mut seen, mut seek) = (Vec::new(), Seek::First);
    loop {
        let page = tenant.search(&Search::default(), &seek, 3).await.unwrap();
        assert!(page.rows.len() <= 3);
        assert_eq!(page.previous.is_none(), seek == Seek::First);
        seen.extend(page.rows.into_iter().map(|row| row.id));
        match page.next {
            // Through an address and back.
            Some(next) => seek = Seek::After(next.to_string().parse().unwrap()),
            None => break,
        }
    }
    assert_eq!(seen, (1..=7).map(credential).collect::<Vec<_>>());
}

async fn pages_lead_back_the_same_way(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=7 {
        crate::fixture::propose(&tenant, n, &format!("p{n}")).await;
    }
    let page = async |seek: Seek| {
        let page = tenant.search(&Search::default(), &seek, 3).await.unwrap();
        (page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), page.previous, page.next)
    };
    let of = |range: std::ops::RangeInclusive<u8>| range.map(credential).collect::<Vec<_>>();
    let (first, none, next) = page(Seek::First).await;
    assert_eq!((&first, none), (&of(1..=3), None));
    let (second, _, next) = page(Seek::After(next.unwrap())).await;
    assert_eq!(second, of(4..=6));
    let (last, previous, none) = page(Seek::After(next.unwrap())).await;
    assert_eq!((last, none), (of(7..=7), None));
    let (back, previous, next) = page(Seek::Before(previous.unwrap())).await;
    assert_eq!(back, second);
    assert!(next.is_some());
    let (back, none, next) = page(Seek::Before(previous.unwrap())).await;
    assert_eq!((back, none), (first, None));
    assert_eq!(page(Seek::After(next.unwrap())).await.0, second);
}

async fn all_are_counted_and_not_the_page(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    people(&tenant).await;
    let issued = issue(&tenant, 5, "p5").await;
    append(&tenant, &issued, revoked()).await;
    let count = async |search: Search| tenant.count(&search).await.unwrap();
    let open = Search::default;
    assert_eq!(count(open()).await, Total::Exactly(5));
    assert_eq!(count(named(&["jan"])).await, Total::Exactly(4));
    assert_eq!(count(named(&["jan", "novo"])).await, Total::Exactly(1));
    assert_eq!(count(named(&["x"])).await, Total::Exactly(0));
    assert_eq!(count(Search::Identifier(issued.to_string())).await, Total::Exactly(1));
    assert_eq!(count(Search::Identifier(String::from("%"))).await, Total::Exactly(0));
    let elsewhere = found(&opened.store, "jinde").await;
    assert_eq!(elsewhere.count(&open()).await.unwrap(), Total::Exactly(0));
}

async fn hostile_words_find_nothing(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    people(&tenant).await;
    for word in ["%", "_", "' OR 1=1 --", "\u{10ffff}", &"n".repeat(10_000)] {
        assert_eq!(found_by(&tenant, named(&[word])).await, [], "{word}");
        assert_eq!(found_by(&tenant, Search::Identifier(word.to_owned())).await, []);
    }
}

async fn by_number_and_by_the_whole_address(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    people(&tenant).await;
    assert_eq!(found_by(&tenant, Search::Person(person("p3"))).await, [credential(3)]);
    assert_eq!(found_by(&tenant, Search::Person(person("p"))).await, []);
    let address = |text: &str| Search::Email(text.to_owned());
    assert_eq!(found_by(&tenant, address("P2@Lhota.example")).await, [credential(2)]);
    for part in ["p2", "p2@lhota", "%", ""] {
        assert_eq!(found_by(&tenant, address(part)).await, [], "{part}");
    }
    assert_eq!(tenant.count(&address("p2@lhota.example")).await.unwrap(), Total::Exactly(1));
}

async fn within(tenant: &Tenant, search: &Search, filter: SearchFilter) -> Vec<CredentialId> {
    let page = tenant.search_within(search, &filter, &Seek::First, 100).await.unwrap();
    let counted = tenant.count_within(search, &filter).await.unwrap();
    assert_eq!(counted, Total::Exactly(page.rows.len() as u64), "{search:?} {filter:?}");
    page.rows.into_iter().map(|row| row.id).collect()
}

fn of_state(state: SearchedState) -> SearchFilter {
    SearchFilter { state: Some(state), ..SearchFilter::default() }
}

async fn a_filter_narrows_whatever_is_searched_for(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    people(&tenant).await;
    let issued = issue(&tenant, 5, "p5").await;
    let taken_back = issue(&tenant, 6, "p6").await;
    append(&tenant, &taken_back, revoked()).await;
    let waiting = [credential(4), credential(3), credential(2), credential(1)];
    assert_eq!(within(&tenant, &Search::All, of_state(SearchedState::Waiting)).await, waiting);
    assert_eq!(within(&tenant, &Search::All, of_state(SearchedState::Valid)).await, [issued]);
    assert_eq!(within(&tenant, &Search::All, of_state(SearchedState::Revoked)).await, [taken_back]);
    assert_eq!(within(&tenant, &Search::All, of_state(SearchedState::Superseded)).await, []);
    // p5 and p6 are Jana Nováková as well.
    let nov = || named(&["nov"]);
    assert_eq!(within(&tenant, &nov(), of_state(SearchedState::Revoked)).await, [taken_back]);
    assert_eq!(within(&tenant, &nov(), of_state(SearchedState::Waiting)).await, [credential(2), credential(1)]);
    let identified = Search::Identifier(issued.to_string());
    assert_eq!(within(&tenant, &identified, of_state(SearchedState::Revoked)).await, []);
    let other = UnitId::new("other").unwrap();
    let of_unit = |unit: UnitId, run: Option<RunId>| SearchFilter { unit: Some(unit), run, ..SearchFilter::default() };
    assert_eq!(within(&tenant, &nov(), of_unit(other.clone(), None)).await, []);
    assert_eq!(within(&tenant, &Search::All, of_unit(other.clone(), Some(run()))).await, []);
    assert_eq!(within(&tenant, &Search::All, of_unit(unit(), Some(run()))).await.len(), 6);
    assert_eq!(within(&tenant, &Search::Person(person("p3")), of_unit(unit(), None)).await, [credential(3)]);
    let elsewhere = SearchFilter { run: Some(RunId::new("spring-2026").unwrap()), ..SearchFilter::default() };
    assert_eq!(within(&tenant, &Search::All, elsewhere).await, []);
    let of_batch = SearchFilter { batch: Some(BatchId::from_random([9; 16])), ..SearchFilter::default() };
    assert_eq!(within(&tenant, &nov(), of_batch.clone()).await, []);
    assert_eq!(within(&tenant, &Search::All, of_batch).await, []);
}

async fn a_filter_alone_finds_the_newest_first_and_pages_lead_both_ways(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=7 {
        crate::fixture::propose(&tenant, n, &format!("p{n}")).await;
    }
    // The fixture proposes the n-th in the n-th second.
    let period = SearchFilter { from: Some(at(2)), until: Some(at(7)), ..SearchFilter::default() };
    let by_run = SearchFilter { run: Some(run()), ..period.clone() };
    let by_unit = SearchFilter { unit: Some(unit()), ..period.clone() };
    let by_state = SearchFilter { state: Some(SearchedState::Waiting), ..period.clone() };
    for filter in [period, by_run, by_unit, by_state] {
        let page = async |seek: Seek| {
            let page = tenant.search_within(&Search::All, &filter, &seek, 2).await.unwrap();
            (page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), page.previous, page.next)
        };
        let (first, none, next) = page(Seek::First).await;
        assert_eq!((first, none), (vec![credential(6), credential(5)], None));
        let (second, _, next) = page(Seek::After(next.unwrap().to_string().parse().unwrap())).await;
        assert_eq!(second, [credential(4), credential(3)]);
        let (last, previous, none) = page(Seek::After(next.unwrap())).await;
        assert_eq!((last, none), (vec![credential(2)], None));
        let (back, previous, _) = page(Seek::Before(previous.unwrap())).await;
        assert_eq!(back, second);
        assert_eq!(page(Seek::Before(previous.unwrap())).await.0, [credential(6), credential(5)]);
        assert_eq!(tenant.count_within(&Search::All, &filter).await.unwrap(), Total::Exactly(5));
    }
}
