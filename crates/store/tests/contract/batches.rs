//! Batches: from upload to issue, counted as they go, their files forgotten afterwards.

use bytes::Bytes;
use signet_registry::{Agent, Digest};
use signet_store::{
    ArtefactKind, BatchId, BatchProgress, BatchState, BatchWord, NewBatch, ReadArtefactError, Remapped, Seek, Tenant,
    Total, UnitsWithin, WorkerId,
};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, at, by, credential, found, holder, intend, keep, propose_for, revoked, seal, unit};

on_both_engines![
    a_batch_is_kept_and_moved,
    a_batch_is_looked_at_until_somebody_is_told,
    what_waits_for_a_second_person_is_found,
    columns_are_matched_until_the_batch_is_decided_about,
    a_second_word_is_another_account_s,
    st9_what_is_stopped_is_not_claimed_until_it_goes_on,
    progress_is_counted_off_the_ledgers,
    batches_come_newest_first,
    uploads_are_forgotten
];

pub async fn upload(tenant: &Tenant, n: u8, second: i64) -> (BatchId, Digest) {
    let file = tenant.put_artefact(ArtefactKind::Upload, Bytes::from_static(b"results"), at(second)).await.unwrap();
    let id = BatchId::from_random([n; 16]);
    let batch = NewBatch {
        id,
        unit: unit(),
        file_name: String::from("výsledky.csv"),
        upload: Some(file),
        by: by(),
        rows_read: 3,
        rows_good: 2,
        complaints: String::from(r#"[{"line":3}]"#),
        mapping: String::from("{}"),
    };
    tenant.put_batch(&batch, at(second)).await.unwrap();
    (id, file)
}

async fn a_batch_is_looked_at_until_somebody_is_told(opened: &Opened) {
    let (tenant, outbox) = (found(&opened.store, "lhota").await, opened.store.outbox());
    let (id, _) = upload(&tenant, 1, 5).await;
    assert_eq!(outbox.batch_to_tell(at(99)).await.unwrap(), None, "nobody had it issued");
    tenant.tell_of_batch(&id, at(60)).await.unwrap();
    assert_eq!(outbox.batch_to_tell(at(59)).await.unwrap(), None);
    let first = outbox.batch_to_tell(at(60)).await.unwrap().unwrap();
    assert_eq!((&first.institution, first.batch, first.failure_told), (tenant.id(), id, false));
    assert!(outbox.put_batch_told(&first, Some(at(120)), None).await.unwrap());
    assert!(!outbox.put_batch_told(&first, None, None).await.unwrap(), "somebody else looked");
    let second = outbox.batch_to_tell(at(120)).await.unwrap().unwrap();
    assert!(outbox.put_batch_told(&second, None, None).await.unwrap());
    assert_eq!(outbox.batch_to_tell(at(9_999)).await.unwrap(), None);
    assert_eq!(tenant.failing_of_batch(&id, "seal-awaited").await.unwrap(), 0);
}

async fn what_waits_for_a_second_person_is_found(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (id, _) = upload(&tenant, 1, 5).await;
    upload(&tenant, 2, 5).await;
    let other = UnitsWithin::only([]);
    assert!(tenant.batches_for_second(UnitsWithin::WHOLE, 9).await.unwrap().is_empty());
    assert!(tenant.begin_batch(&id, &word("registrar:one", 6), false).await.unwrap());
    let found: Vec<BatchId> =
        tenant.batches_for_second(UnitsWithin::WHOLE, 9).await.unwrap().iter().map(|batch| batch.id).collect();
    assert_eq!(found, [id]);
    assert!(tenant.batches_for_second(&other, 9).await.unwrap().is_empty());
    assert!(tenant.confirm_batch(&id, &word("registrar:two", 7).by, at(7)).await.unwrap());
    assert!(tenant.batches_for_second(UnitsWithin::WHOLE, 9).await.unwrap().is_empty());
}

async fn a_batch_is_kept_and_moved(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (id, file) = upload(&tenant, 1, 5).await;
    let batch = tenant.batch(&id).await.unwrap().unwrap();
    assert_eq!((batch.state, batch.rows_read, batch.rows_good), (BatchState::Checked, 3, 2));
    assert_eq!((batch.file_name.as_str(), batch.upload, &batch.by), ("výsledky.csv", Some(file), &by()));
    assert!(tenant.move_batch(&id, BatchState::Checked, BatchState::Issuing, at(9)).await.unwrap());
    assert!(!tenant.move_batch(&id, BatchState::Checked, BatchState::Issuing, at(9)).await.unwrap(), "a second click");
    let batch = tenant.batch(&id).await.unwrap().unwrap();
    assert_eq!((batch.state, batch.changed, batch.created), (BatchState::Issuing, at(9), at(5)));
    assert!(tenant.batch(&BatchId::from_random([9; 16])).await.unwrap().is_none());
}

async fn columns_are_matched_until_the_batch_is_decided_about(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let other = found(&opened.store, "brno").await;
    let (id, _) = upload(&tenant, 1, 5).await;
    let batch = tenant.batch(&id).await.unwrap().unwrap();
    assert_eq!((batch.mapping.as_str(), tenant.column_mapping(&unit()).await.unwrap()), ("{}", None));
    let remapped = |mapping| Remapped { mapping, rows_read: 7, rows_good: 6, complaints: "[]" };
    assert!(tenant.map_batch(&batch, remapped(r#"{"kdo":"person"}"#), at(6)).await.unwrap());
    assert!(tenant.map_batch(&batch, remapped(r#"{"kdo":"email"}"#), at(7)).await.unwrap());
    let batch = tenant.batch(&id).await.unwrap().unwrap();
    assert_eq!((batch.mapping.as_str(), batch.rows_read, batch.rows_good), (r#"{"kdo":"email"}"#, 7, 6));
    assert_eq!((batch.complaints.as_str(), batch.changed), ("[]", at(7)));
    assert!(tenant.move_batch(&id, BatchState::Checked, BatchState::Issuing, at(9)).await.unwrap());
    assert!(!tenant.map_batch(&batch, remapped("{}"), at(10)).await.unwrap());
    assert_eq!(tenant.column_mapping(&unit()).await.unwrap().as_deref(), Some(r#"{"kdo":"email"}"#));
    assert_eq!(other.column_mapping(&unit()).await.unwrap(), None, "institutions are walls");
}

fn word(account: &str, second: i64) -> BatchWord {
    BatchWord { by: Agent::new(account).unwrap(), person: None, at: at(second) }
}

async fn a_second_word_is_another_account_s(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (id, _) = upload(&tenant, 1, 5).await;
    let first = word("registrar:one", 6);
    assert!(!tenant.confirm_batch(&id, &first.by, at(6)).await.unwrap(), "nothing was said yet");
    assert!(tenant.begin_batch(&id, &first, false).await.unwrap());
    assert!(!tenant.begin_batch(&id, &word("registrar:two", 7), false).await.unwrap());
    assert!(!tenant.confirm_batch(&id, &first.by, at(7)).await.unwrap(), "nobody agrees with themselves");
    let batch = tenant.batch(&id).await.unwrap().unwrap();
    assert_eq!((batch.state, batch.begun), (BatchState::Checked, Some(first.clone())));
    assert!(tenant.decline_batch(&id, at(8)).await.unwrap());
    assert!(!tenant.decline_batch(&id, at(8)).await.unwrap());
    assert!(tenant.begin_batch(&id, &first, false).await.unwrap());
    let second = Agent::new("registrar:two").unwrap();
    assert!(tenant.confirm_batch(&id, &second, at(9)).await.unwrap());
    let batch = tenant.batch(&id).await.unwrap().unwrap();
    assert_eq!((batch.state, batch.confirmed), (BatchState::Issuing, Some((second, at(9)))));
    let (alone, _) = upload(&tenant, 2, 5).await;
    assert!(tenant.begin_batch(&alone, &first, true).await.unwrap());
    assert!(!tenant.begin_batch(&alone, &first, true).await.unwrap(), "a second click");
    assert_eq!(tenant.batch(&alone).await.unwrap().unwrap().state, BatchState::Issuing);
}

async fn st9_what_is_stopped_is_not_claimed_until_it_goes_on(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (id, _) = upload(&tenant, 1, 5).await;
    for n in 1..=3_u8 {
        keep(&tenant, &holder(&format!("p{n}"), Some("Jana"), Some("Nováková"))).await;
        propose_for(&tenant, n, &format!("p{n}"), 0, Some(id)).await;
    }
    let by = Agent::new("registrar:one").unwrap();
    assert!(!tenant.stop_batch(&id, &by, "batch-stopped", at(6)).await.unwrap(), "it is not being issued");
    tenant.move_batch(&id, BatchState::Checked, BatchState::Issuing, at(6)).await.unwrap();
    tenant.move_batch(&id, BatchState::Issuing, BatchState::Issued, at(6)).await.unwrap();
    let (queue, worker) = (tenant.queue(), WorkerId::new("w").unwrap());
    let claimed = queue.claim(&worker, at(7), at(60), 1).await.unwrap();
    assert!(tenant.stop_batch(&id, &by, "batch-stopped", at(8)).await.unwrap());
    assert!(!tenant.stop_batch(&id, &by, "batch-stopped", at(8)).await.unwrap());
    assert_eq!(tenant.batch(&id).await.unwrap().unwrap().stopped, Some((by, at(8))));
    assert!(tenant.is_stopped(&credential(2)).await.unwrap());
    queue.retry_all().await.unwrap();
    assert_eq!(queue.claim(&worker, at(9), at(60), 9).await.unwrap(), [], "held, whoever lets what was put off go on");
    assert!(queue.release(&worker, &claimed[0]).await.unwrap(), "who had it already could have sealed it");
    assert_eq!(tenant.retry_batch(&id).await.unwrap(), 2);
    assert!(!tenant.is_stopped(&credential(2)).await.unwrap());
    assert_eq!(queue.claim(&worker, at(10), at(60), 9).await.unwrap().len(), 3);
}

async fn progress_is_counted_off_the_ledgers(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (batch, _) = upload(&tenant, 1, 5).await;
    for n in 1..=5_u8 {
        keep(&tenant, &holder(&format!("p{n}"), Some("Jana"), Some("Nováková"))).await;
        propose_for(&tenant, n, &format!("p{n}"), 0, (n != 5).then_some(batch)).await;
    }
    intend(&tenant, &credential(2)).await;
    intend(&tenant, &credential(3)).await;
    seal(&tenant, &credential(3)).await;
    append(&tenant, &credential(4), revoked()).await;
    let progress = tenant.progress(Some(&batch)).await.unwrap();
    assert_eq!(progress, BatchProgress { proposed: 1, intended: 1, sealed: 1, revoked: 1, ..BatchProgress::default() });
    assert_eq!((progress.total(), progress.done()), (4, 2));
    let all = BatchProgress { proposed: 2, ..progress };
    assert_eq!(tenant.progress(None).await.unwrap(), all, "kept, not counted");
    assert_eq!(tenant.count(&signet_store::Search::All).await.unwrap(), Total::Exactly(5));
    let search = signet_store::Search::Batch(batch);
    assert_eq!(tenant.search(&search, &Seek::First, 10).await.unwrap().rows.len(), 4);
}

async fn batches_come_newest_first(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for (n, second) in [(1, 10), (2, 30), (3, 20), (4, 20)] {
        upload(&tenant, n, second).await;
    }
    let first = tenant.batches(UnitsWithin::WHOLE, None, 3).await.unwrap();
    let ids = |rows: &[signet_store::Batch]| rows.iter().map(|batch| batch.id).collect::<Vec<_>>();
    let id = |n: u8| BatchId::from_random([n; 16]);
    assert_eq!(ids(&first.rows), [id(2), id(3), id(4)]);
    let second = tenant.batches(UnitsWithin::WHOLE, first.next.as_ref(), 3).await.unwrap();
    assert_eq!((ids(&second.rows), second.next), (vec![id(1)], None));
}

async fn uploads_are_forgotten(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (done, file) = upload(&tenant, 1, 5).await;
    let (open, same) = upload(&tenant, 2, 5).await;
    assert_eq!(file, same);
    tenant.move_batch(&done, BatchState::Checked, BatchState::Issued, at(10)).await.unwrap();
    assert_eq!(tenant.forget_uploads(at(10), at(20)).await.unwrap(), 0, "not yet");
    assert_eq!(tenant.forget_uploads(at(11), at(20)).await.unwrap(), 0, "another batch needs the same file");
    let batch = tenant.batch(&done).await.unwrap().unwrap();
    assert_eq!((batch.upload, batch.complaints.as_str()), (None, "[]"));
    assert!(tenant.artefact(&file).await.is_ok());
    tenant.move_batch(&open, BatchState::Checked, BatchState::Abandoned, at(12)).await.unwrap();
    assert_eq!(tenant.forget_uploads(at(13), at(20)).await.unwrap(), 1);
    assert!(matches!(tenant.artefact(&file).await, Err(ReadArtefactError::Unknown(_))));
    assert_eq!(tenant.forget_uploads(at(14), at(20)).await.unwrap(), 0);
}
