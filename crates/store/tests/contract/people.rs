//! People: kept and read back through the record's own rules, in any script.

use signet_record::{Country, Date, Holder, HolderFields, Line};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, holder, keep, name_keys, person};

on_both_engines![
    people_come_back_whole,
    a_new_name_replaces_the_old,
    of_two_rows_about_one_person_the_later_stays,
    two_sheets_of_the_same_people_in_another_order_are_kept_at_once,
];

async fn people_come_back_whole(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let line = |text: &str| Some(Line::new(text).unwrap());
    let whole = Holder::new(HolderFields {
        titles_before: line("Ing."),
        titles_after: line("Ph.D."),
        birth_place: line("Horní Lhota"),
        birth_country: Country::new("SVK").ok(),
        born: Date::constant(2000, 2, 29),
        ..(*holder("p1", Some("Žofie"), Some("Řeháková"))).clone()
    })
    .unwrap();
    let people = [
        whole,
        holder("p2", None, Some("Сергій")),
        holder("p3", Some("Nguyễn Thị"), None),
        holder("p4", Some("李"), Some("小龍")),
    ];
    for one in &people {
        keep(&tenant, one).await;
    }
    for one in &people {
        assert!(tenant.person(&one.person).await.unwrap().as_ref() == Some(one));
    }
    assert!(tenant.person(&person("p9")).await.unwrap().is_none());
}

async fn a_new_name_replaces_the_old(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    keep(&tenant, &holder("p1", Some("Jana"), Some("Nováková"))).await;
    keep(&tenant, &holder("p1", Some("Jana"), Some("Dvořáková"))).await;
    let kept = tenant.person(&person("p1")).await.unwrap().unwrap();
    assert_eq!(kept.name_without_titles(), "Jana Dvořáková");
}

async fn of_two_rows_about_one_person_the_later_stays(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let rows = [
        holder("p2", Some("Petr"), Some("Novák")),
        holder("p1", Some("Jana"), Some("Nováková")),
        holder("p1", Some("Jana"), Some("Dvořáková")),
    ];
    tenant.put_people(&rows.each_ref().map(|one| (one, name_keys(one))), at(0), None).await.unwrap();
    for one in [&rows[0], &rows[2]] {
        assert!(tenant.person(&one.person).await.unwrap().as_ref() == Some(one));
    }
}

async fn two_sheets_of_the_same_people_in_another_order_are_kept_at_once(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (one, two) = (holder("p1", Some("Jana"), Some("Nováková")), holder("p2", Some("Petr"), Some("Novák")));
    let sheet = [(&one, name_keys(&one)), (&two, name_keys(&two))];
    let mut reversed = sheet.clone();
    reversed.reverse();
    for _ in 0..10 {
        let both = tokio::join!(tenant.put_people(&sheet, at(0), None), tenant.put_people(&reversed, at(0), None));
        both.0.unwrap();
        both.1.unwrap();
    }
    for one in [&one, &two] {
        assert!(tenant.person(&one.person).await.unwrap().as_ref() == Some(one));
    }
}
