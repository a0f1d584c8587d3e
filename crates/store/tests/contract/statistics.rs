//! What statistics are made of.

use signet_offering::{Participant, ParticipantState, RunAct};
use signet_record::{Date, Timestamp};
use signet_store::{AssessmentWait, OpenedShare, PassCount};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, credential, found, holder, intend, issue, keep, proposal, propose, seal, unit};
use crate::runs::{enrol, entered, moved};

on_both_engines![
    the_way_from_the_assessment_to_the_seal_is_counted_in_days,
    what_its_holder_opens_counts_once,
    who_completed_and_who_failed_is_counted_with_the_run
];

const DAY: i64 = 86_400;

fn days_before(days: i64) -> Timestamp {
    // Intended at 500, which is when it is dated.
    at(500 - days * DAY)
}

async fn the_way_from_the_assessment_to_the_seal_is_counted_in_days(opened: &Opened) {
    let (tenant, elsewhere) = (found(&opened.store, "lhota").await, found(&opened.store, "jinde").await);
    let assessed = [Some(days_before(3)), Some(days_before(4)), Some(at(501 - 4 * DAY)), Some(at(900)), None];
    for (n, assessed) in (1..).zip(assessed) {
        let who = format!("p{n}");
        keep(&tenant, &holder(&who, Some("Jana"), Some("Nováková"))).await;
        let mut one = proposal(&tenant, n, &who, 0, None).await;
        one.assessed = assessed;
        tenant.propose(&[one]).await.unwrap();
        intend(&tenant, &credential(n)).await;
        assert!(n > 1 || tenant.assessment_waits().await.unwrap().is_empty(), "nothing is sealed yet");
        seal(&tenant, &credential(n)).await;
    }
    // A correction is late by nature.
    let mut corrected = proposal(&tenant, 9, "p1", 1, None).await;
    corrected.assessed = Some(days_before(300));
    tenant.propose(&[corrected]).await.unwrap();
    intend(&tenant, &credential(9)).await;
    seal(&tenant, &credential(9)).await;
    let wait = |days, many| AssessmentWait { days, many };
    assert_eq!(tenant.assessment_waits().await.unwrap(), [wait(0, 1), wait(3, 2), wait(4, 1)]);
    assert!(elsewhere.assessment_waits().await.unwrap().is_empty());
}

async fn what_its_holder_opens_counts_once(opened: &Opened) {
    let (tenant, elsewhere) = (found(&opened.store, "lhota").await, found(&opened.store, "jinde").await);
    let (one, _) = (issue(&tenant, 1, "p1").await, issue(&tenant, 2, "p2").await);
    let waiting = propose(&tenant, 3, "p3").await;
    for _ in 0..2 {
        tenant.note_opened(&one).await.unwrap();
        tenant.note_opened(&waiting).await.unwrap();
        elsewhere.note_opened(&one).await.unwrap();
    }
    assert_eq!(tenant.opened_share().await.unwrap(), OpenedShare { sealed: 2, opened: 1 });
    assert_eq!(elsewhere.opened_share().await.unwrap(), OpenedShare::default());
    let before = opened.store.transactions();
    tenant.note_opened(&one).await.unwrap();
    assert_eq!(opened.store.transactions(), before, "whoever looks again waits for no writer");
}

async fn who_completed_and_who_failed_is_counted_with_the_run(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    entered(&tenant, "p1").await;
    enrol(&tenant, &["p2", "p3"]).await.unwrap();
    let first = Date::constant(2025, 9, 1);
    let counted = |completed, failed| [PassCount { unit: unit(), completed, failed }];
    assert_eq!(tenant.pass_counts(first).await.unwrap(), counted(0, 0));
    let decide = |one: &Participant| match one.results.grade {
        Some(_) => ParticipantState::Completed,
        None => ParticipantState::Failed,
    };
    assert!(moved(&tenant, RunAct::Close, decide).await);
    assert_eq!(tenant.pass_counts(first).await.unwrap(), counted(1, 2));
    assert!(tenant.pass_counts(first.tomorrow().unwrap()).await.unwrap().is_empty(), "it began before");
    assert!(moved(&tenant, RunAct::Reopen, |_| ParticipantState::Enrolled).await);
    assert_eq!(tenant.pass_counts(first).await.unwrap(), counted(0, 0));
}
