//! The institution in numbers.

use signet_access::Role;
use signet_lang::{Locale, args};
use signet_record::Language;

use crate::{
    holder::only_credential,
    runs::{self, act, import, planned, workbook},
    stage::{Stage, english},
};

#[tokio::test(flavor = "multi_thread")]
async fn results_of_runs_are_told_by_unit_and_for_all_together() {
    let stage = Stage::open().await;
    runs::workshop(&stage).await;
    let l = english();
    let mut registrar = stage.registrar().await;
    let mut assessor = stage.staff(Role::Assessor, "zkousejici", "Z-5").await;
    let mut guarantor = stage.staff(Role::Guarantor, "vzorna", "Z-8").await;
    assert!(registrar.get("/en/staff/statistics").await.expect(200).has(&l.web_staff_statistics_none()));
    // Every fourth of them fails.
    let run = planned(&mut registrar, "jaro").await;
    import(&mut registrar, &run, "participants", "lide.csv", runs::people(48).as_bytes()).await.expect(303);
    import(&mut assessor, &run, "results", "vysledky.xlsx", &workbook(48)).await.expect(303);
    act(&mut guarantor, &run, "close").await.expect(303);
    let page = registrar.get("/en/staff/statistics").await.expect(200);
    let told =
        |l: Locale| l.web_staff_statistics_share(args::WebStaffStatisticsShare { percent: 75_u64, whole: 48_u64 });
    assert_eq!(page.text().matches(&told(l)).count(), 2, "of all units together, and of the one");
    assert!(page.has("July\u{a0}2026") && page.has("August\u{a0}2025"));
    let file = registrar.get("/cs/staff/statistics/statistics.csv").await.expect(200).text();
    let l = Locale::new(Language::Cs);
    assert!(file.contains(&l.web_staff_statistics_passed()) && file.contains(&told(l)), "{file}");
    assert!(file.contains("červenec\u{a0}2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_its_holder_opens_is_counted() {
    let stage = Stage::with_one_credential().await;
    stage.seal_all().await;
    let credential = only_credential(&stage).await;
    let share = || async { stage.tenant().opened_share().await.unwrap() };
    assert_eq!((share().await.sealed, share().await.opened), (1, 0));
    let page = format!("/en/holder/{credential}");
    let mut registrar = stage.registrar().await;
    registrar.get(&format!("/en/staff/credentials/{credential}")).await.expect(200);
    assert_eq!(share().await.opened, 0, "the registrar's office is not its holder");
    let mut holder = stage.holder().await;
    for _ in 0..2 {
        holder.get(&page).await.expect(200);
    }
    assert_eq!((share().await.sealed, share().await.opened), (1, 1));
    // The specimen was assessed weeks before it was issued.
    let waits = stage.tenant().assessment_waits().await.unwrap();
    assert!(waits.len() == 1 && waits[0].days > 7, "{waits:?}");
    assert!(registrar.get("/en/staff/statistics").await.expect(200).has(&english().web_staff_statistics_few(10_u32)));
}
