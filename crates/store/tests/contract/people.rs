//! People: kept and read back through the record's own rules, in any script.

use signet_record::{Country, Date, Holder, HolderFields, Line};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{found, holder, keep, person};

on_both_engines![people_come_back_whole, a_new_name_replaces_the_old];

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
