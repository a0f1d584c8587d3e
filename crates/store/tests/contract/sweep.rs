//! What the table of columns does not keep for ever goes when its time is over, and nothing else does.

use bytes::Bytes;
use signet_registry::{Digest, SealedFile};
use signet_store::columns::{COLUMNS, Retention};
use signet_store::{
    ArtefactKind, BatchId, BatchState, ORPHAN_DAYS, ReadArtefactError, SHARE_DAYS_AFTER_END, SealWork, SweepTerms,
    Tenant,
};

use crate::batches::upload;
use crate::census::{census, everybody};
use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, credential, found, intend, issue, propose, seal};
use crate::signatures::asked;

on_both_engines![
    every_retention_ends,
    a_share_stays_until_its_days_are_over,
    batches_end_though_nobody_ends_them,
    files_of_no_batch_are_forgotten,
    what_no_ledger_names_is_forgotten_and_nothing_else,
    bytes_that_no_row_knows_are_deleted,
];

const DAY: i64 = 86_400;

async fn every_retention_ends(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let one = everybody(opened, &tenant, 1, BatchState::Issued).await;
    let before = census(opened).await;
    let swept = opened.store.sweep(at(20 * 365 * DAY), &SweepTerms::default()).await.unwrap();
    assert_eq!((swept.uploads, swept.shares, swept.sessions, swept.login_tokens), (1, 1, 2, 1));
    assert_eq!((swept.login_attempts, swept.logout_tokens), (1, 1));
    let after = census(opened).await;
    for column in COLUMNS {
        let (table, name) = (column.table, column.name);
        let of = |all: &crate::census::Census| {
            let mine = all[table].iter().filter(|row| one.is_in(row));
            // The document's own link may be opened again.
            let closed = mine.filter(|row| row.get("kind").is_none_or(|kind| kind != "document" && kind != "upload"));
            closed.filter(|row| row.contains_key(name)).count()
        };
        let (had, has) = (of(&before), of(&after));
        match column.retention {
            Retention::Days(_) | Retention::DaysAfterEnd(_) | Retention::UntilBatchDone | Retention::UntilExpiry => {
                assert!(had > 0, "{table}.{name}: the test has no such value, so it proves nothing");
                assert_eq!(has, 0, "{table}.{name} is kept longer than promised");
            }
            // What is asked for goes when the credential is sealed: `signatures` holds that.
            Retention::UntilSealed => assert_eq!(had, has, "{table}.{name}"),
            Retention::Permanent | Retention::UntilHolderEnds | Retention::WhileRunning => {
                assert!(has >= had, "{table}.{name} is swept out, and promised to stay");
            }
        }
    }
    assert_eq!(after["share"].len(), 1, "the document's own link");
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
    assert!(tenant.audit(None, 10).await.unwrap().rows.iter().all(|one| one.findings.is_empty()));
    let again = opened.store.sweep(at(20 * 365 * DAY), &SweepTerms::default()).await.unwrap();
    assert_eq!(again, signet_store::Swept::default());
}

async fn a_share_stays_until_its_days_are_over(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    everybody(opened, &tenant, 1, BatchState::Issued).await;
    // Withdrawn at 900 s.
    let over = 900 + SHARE_DAYS_AFTER_END * DAY;
    for (second, left) in [(over, 2), (over + 1, 1)] {
        opened.store.sweep(at(second), &SweepTerms::default()).await.unwrap();
        assert_eq!(tenant.shares(&credential(1)).await.unwrap().len(), left);
    }
}

async fn batches_end_though_nobody_ends_them(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let terms = SweepTerms { upload_days: 3, undecided_days: 10, ..SweepTerms::default() };
    let (undecided, _) = upload(&tenant, 1, 0).await;
    let (broken, _) = upload(&tenant, 2, 0).await;
    tenant.move_batch(&broken, BatchState::Checked, BatchState::Issuing, at(0)).await.unwrap();
    let state = |id: BatchId| {
        let tenant = tenant.clone();
        async move { tenant.batch(&id).await.unwrap().unwrap().state }
    };
    opened.store.sweep(at(2 * DAY), &terms).await.unwrap();
    assert_eq!(state(undecided).await, BatchState::Checked);
    assert_eq!(state(broken).await, BatchState::Checked, "whoever took it in is dead: it waits for another word");
    opened.store.sweep(at(10 * DAY + 1), &terms).await.unwrap();
    assert_eq!(state(undecided).await, BatchState::Abandoned);
    assert!(tenant.batch(&undecided).await.unwrap().unwrap().upload.is_some(), "kept for its days");
    opened.store.sweep(at(13 * DAY + 2), &terms).await.unwrap();
    assert!(tenant.batch(&undecided).await.unwrap().unwrap().upload.is_none());
    assert_eq!(state(broken).await, BatchState::Abandoned);
}

async fn files_of_no_batch_are_forgotten(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let lost = tenant.put_artefact(ArtefactKind::Upload, Bytes::from_static(b"lost"), at(0)).await.unwrap();
    let award = tenant.put_artefact(ArtefactKind::Award, Bytes::from_static(b"award"), at(0)).await.unwrap();
    assert_eq!(opened.store.sweep(at(DAY), &SweepTerms::default()).await.unwrap().uploads, 0, "somebody may be at it");
    assert_eq!(opened.store.sweep(at(DAY + 1), &SweepTerms::default()).await.unwrap().uploads, 1);
    assert!(matches!(tenant.artefact(&lost).await, Err(ReadArtefactError::Unknown(_))));
    assert!(tenant.artefact(&award).await.is_ok(), "what is no upload stays");
}

/// An artefact of its own, put at a second.
async fn put(tenant: &Tenant, kind: ArtefactKind, what: &'static str, second: i64) -> Digest {
    tenant.put_artefact(kind, Bytes::from_static(what.as_bytes()), at(second)).await.unwrap()
}

async fn what_no_ledger_names_is_forgotten_and_nothing_else(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let issued = issue(&tenant, 1, "p1").await;
    let waiting = propose(&tenant, 2, "p2").await;
    // A process kept this for it and died; another one makes the same bytes again.
    let kept = put(&tenant, ArtefactKind::Sealed(SealedFile::Jsonld), "kept before the seal was recorded", 800).await;
    let signed = put(&tenant, ArtefactKind::Sealed(SealedFile::Pdf), "on its way from the service", 1).await;
    tenant.put_signature(&waiting, &asked(SealWork::Document, "aa")).await.unwrap();
    tenant.put_signature_sealed(&waiting, SealWork::Document, &signed).await.unwrap();
    let mut orphans = Vec::new();
    for (kind, what) in [
        (ArtefactKind::Award, "an award"),
        (ArtefactKind::Sealed(SealedFile::Jsonld), "a credential"),
        (ArtefactKind::Sealed(SealedFile::Pdf), "a document"),
        (ArtefactKind::Picture, "a picture"),
    ] {
        orphans.push(put(&tenant, kind, what, 0).await);
    }
    let sweep = |second: i64| {
        let store = opened.store.clone();
        async move { store.sweep(at(second), &SweepTerms::default()).await.unwrap().orphans }
    };
    assert_eq!(sweep(ORPHAN_DAYS * DAY).await, 0, "not before its days are over");
    assert_eq!(sweep(ORPHAN_DAYS * DAY + 1).await, 4);
    for orphan in &orphans {
        assert!(matches!(tenant.artefact(orphan).await, Err(ReadArtefactError::Unknown(_))));
    }
    assert_eq!(
        sweep(2 * ORPHAN_DAYS * DAY).await,
        0,
        "what a waiting credential will name, and a service is at, stays"
    );
    assert!(tenant.artefact(&kept).await.is_ok() && tenant.artefact(&signed).await.is_ok());
    for digest in tenant.history(&issued).await.unwrap().unwrap().state.artefacts().unwrap().digests() {
        assert!(tenant.artefact(&digest).await.is_ok(), "what a ledger names stays");
    }
    intend(&tenant, &waiting).await;
    seal(&tenant, &waiting).await;
    assert_eq!(sweep(3 * ORPHAN_DAYS * DAY).await, 2, "sealed with other bytes: nobody comes back for those");
}

/// A process wrote the bytes and died before it wrote their row: nobody could ever ask for them, nor have them erased.
async fn bytes_that_no_row_knows_are_deleted(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    let lost = Digest::of(b"lost").to_string();
    let shelf = opened.folder.path().join("artefacts").join("lhota").join(&lost[..2]);
    std::fs::create_dir_all(&shelf).unwrap();
    let file = shelf.join(&lost);
    std::fs::write(&file, b"lost").unwrap();
    // Files are as old as they are: long after they were written, in the hour of their shelf.
    let hour = 3_600;
    let shelf_number = i64::from(u8::from_str_radix(&lost[..2], 16).unwrap());
    let far = at(20 * 365 * DAY).as_second() / hour / 256 * 256;
    let then = |second: i64| signet_record::Timestamp::from_second(second).unwrap();
    let sweep = |second: i64| {
        let store = opened.store.clone();
        async move {
            store.sweep(then(second), &SweepTerms { whole: false, ..SweepTerms::default() }).await.unwrap().orphans
        }
    };
    assert_eq!(sweep((far + (shelf_number + 1) % 256) * hour).await, 0, "another shelf");
    let waiting = propose(&tenant, 2, "p2").await;
    assert_eq!(sweep((far + shelf_number) * hour).await, 0, "a waiting credential may be about to make it again");
    intend(&tenant, &waiting).await;
    seal(&tenant, &waiting).await;
    let today = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let today = i64::try_from(today).unwrap() / hour / 256 * 256;
    assert_eq!(sweep((today + shelf_number) * hour).await, 0, "written a moment ago");
    assert!(file.exists());
    assert_eq!(sweep((far + shelf_number) * hour).await, 1);
    assert!(!file.exists());
    for digest in tenant.history(&waiting).await.unwrap().unwrap().state.artefacts().unwrap().digests() {
        assert!(tenant.artefact(&digest).await.is_ok(), "what a row knows stays");
    }
}
