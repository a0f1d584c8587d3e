//! A batch on its way: stopped and continued, agreed on by two, told row by row.

use std::sync::Arc;

use signet_access::Role;
use signet_issue::{Observer, SealOutcome};
use signet_record::InstitutionRules;
use signet_store::WorkerId;

use crate::{
    browser::Browser,
    staff::hand_in,
    stage::{Stage, english},
};

const THREE: [&str; 3] = [
    "V-1001;Žofie;Příkladná;Ing.;Ph.D.;29. 2. 1996;B;12. 6. 2026",
    "V-1002;=cmd;Druhý;;;1. 2. 2001;B;12. 6. 2026",
    "V-1003;Eva;Třetí;;;1. 2. 2001;A;12. 6. 2026",
];

async fn issue(registrar: &mut Browser, rows: &[&str]) -> String {
    let batch = hand_in(registrar, rows).await;
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    batch
}

async fn seal_one(stage: &Stage) -> SealOutcome {
    let observer: Observer = Arc::new(|_, _| {});
    let (queue, worker) = (stage.issuer.store().queue(), WorkerId::new("test").unwrap());
    stage.issuer.work(&queue, &worker, &observer).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn st9_a_batch_stopped_half_way_leaves_no_half_and_goes_on_issuing_each_once() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let batch = issue(&mut registrar, &THREE).await;
    assert!(matches!(seal_one(&stage).await, SealOutcome::Sealed(_)));
    let page = registrar.get(&batch).await.expect(200);
    assert!(page.has(&l.web_staff_batch_stop()) && page.has("Name of dvorakova"));
    let token = page.token();
    registrar.post(&format!("{batch}/stop"), &[("token", "no")]).await.expect(403);
    for _ in 0..2 {
        registrar.post(&format!("{batch}/stop"), &[("token", &token)]).await.expect(303);
    }
    assert!(matches!(seal_one(&stage).await, SealOutcome::Idle), "what waits is not sealed");
    stage.issuer.store().queue().retry_all().await.unwrap();
    assert!(matches!(seal_one(&stage).await, SealOutcome::Idle), "whoever lets what was put off go on");
    let page = registrar.get(&batch).await.expect(200);
    assert!(page.has(&l.web_staff_batch_row_stopped()) && !page.text().contains("data-refresh"));
    let progress = stage.tenant().progress(None).await.unwrap();
    assert_eq!((progress.proposed, progress.intended, progress.sealed), (2, 0, 1), "no half");
    registrar.post(&format!("{batch}/retry"), &[("token", &token)]).await.expect(303);
    stage.seal_all().await;
    let progress = stage.tenant().progress(None).await.unwrap();
    assert_eq!((progress.sealed, progress.total()), (3, 3), "each once");
    let page = registrar.get(&batch).await.expect(200);
    assert!(!page.has(&l.web_staff_batch_stop()) && !page.has(&l.web_staff_batch_retry()));
}

#[tokio::test(flavor = "multi_thread")]
async fn st8_the_results_of_a_batch_are_a_file_that_calculates_nothing() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let failed = "V-1004;Eva;Neúspěšná;;;1. 2. 2001;F;12. 6. 2026";
    let batch =
        issue(&mut registrar, &[THREE[0], "V-1002;;=cmd|' /C calc'!A0;;;1. 2. 2001;B;12. 6. 2026", failed]).await;
    stage.seal_all().await;
    let file = registrar.get(&format!("{batch}/results.csv")).await.expect(200);
    assert!(file.header("content-type").starts_with("text/csv"));
    let text = file.text();
    assert!(text.contains(";V-1001;Ing. Žofie Příkladná, Ph.D.;"), "{text}");
    assert!(text.contains(";'=cmd|' /C calc'!A0;"), "{text}");
    assert!(text.contains(&format!("4;;;;{};;", l.web_staff_batch_csv_left_out())), "{text}");
    let mut auditor = stage.staff(Role::Assessor, "zkousejici", "Z-5").await;
    auditor.get(&format!("{batch}/results.csv")).await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_institution_wants_it_another_registrar_agrees_first() {
    let stage = Stage::open().await;
    stage.rule(InstitutionRules { second_yes: true, ..InstitutionRules::default() }).await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let batch = issue(&mut registrar, &THREE).await;
    assert_eq!(stage.tenant().progress(None).await.unwrap().total(), 0, "nothing is issued yet");
    let page = registrar.get(&batch).await.expect(200);
    assert!(page.has(&l.web_staff_check_second_own()) && !page.text().contains("/confirm"));
    let confirm = format!("{batch}/confirm");
    registrar.post(&confirm, &[("token", &page.token())]).await.expect(403);
    // The same person under another account is no second person.
    let mut alias = stage.staff(Role::Registrar, "dvorakova-2", "Z-1").await;
    let page = alias.get(&batch).await.expect(200);
    assert!(page.has(&l.web_staff_check_second_own()));
    alias.post(&confirm, &[("token", &page.token())]).await.expect(403);
    assert_eq!(stage.tenant().progress(None).await.unwrap().total(), 0);

    let mut colleague = stage.staff(Role::Registrar, "novak", "Z-2").await;
    let page = colleague.get(&batch).await.expect(200);
    assert!(page.has(&l.web_staff_check_second_confirm(3)));
    colleague.post(&format!("{batch}/decline"), &[("token", &page.token())]).await.expect(303);
    let page = registrar.get(&batch).await.expect(200);
    assert!(page.has(&l.web_staff_check_issue(3)), "returned: it may be asked for again");
    registrar.post(&format!("{batch}/issue"), &[("token", &page.token())]).await.expect(303);
    let token = colleague.get(&batch).await.expect(200).token();
    colleague.post(&confirm, &[("token", &token)]).await.expect(303);
    stage.seal_all().await;
    let page = registrar.get(&batch).await.expect(200);
    assert!(page.has("Name of dvorakova") && page.has("Name of novak"));
    assert_eq!(stage.tenant().progress(None).await.unwrap().sealed, 3);
}
