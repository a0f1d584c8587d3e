//! Finding credentials: by name, identifier, unit, state and date, a page at a time.

use signet_record::CredentialId;
use signet_store::{NamePrefix, Search, Seek, Tenant, Total};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, credential, found, holder, issue, keep, propose_for, revoked};

on_both_engines![
    by_name,
    by_identifier,
    who_bears_two_such_words_is_found_once,
    pages_neither_skip_nor_repeat,
    pages_lead_back_the_same_way,
    all_are_counted_and_not_the_page,
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
