//! Batches: from upload to issue, counted as they go, their files forgotten afterwards.

use bytes::Bytes;
use signet_registry::Digest;
use signet_store::{
    ArtefactKind, BatchId, BatchProgress, BatchState, NewBatch, ReadArtefactError, Seek, Tenant, Total,
};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, at, by, credential, found, holder, intend, keep, propose_for, revoked, seal, unit};

on_both_engines![
    a_batch_is_kept_and_moved,
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
    };
    tenant.put_batch(&batch, at(second)).await.unwrap();
    (id, file)
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
    let first = tenant.batches(None, 3).await.unwrap();
    let ids = |rows: &[signet_store::Batch]| rows.iter().map(|batch| batch.id).collect::<Vec<_>>();
    let id = |n: u8| BatchId::from_random([n; 16]);
    assert_eq!(ids(&first.rows), [id(2), id(3), id(4)]);
    let second = tenant.batches(first.next.as_ref(), 3).await.unwrap();
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
