//! Until when files are protected: remembered with what names them, forgotten with it, and found by it.

use std::collections::BTreeMap;

use bytes::Bytes;
use signet_record::{CredentialId, Timestamp};
use signet_registry::{Digest, Event, Renewed, SealedFile};
use signet_store::{AppendError, ArtefactKind, Protected, Tenant, WrittenArtefacts};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{SEALED, append, artefacts, at, by, found, intend, issue, propose, state};

on_both_engines![
    what_is_due_is_found_by_its_column,
    files_in_the_place_of_others_empty_the_column,
    only_the_files_that_were_read_are_spoken_of,
    another_policy_forgets_everything,
    files_rows_and_entry_come_together_or_not_at_all,
];

fn until(second: i64) -> Protected {
    Protected { until: Some(at(second)) }
}

async fn remember(tenant: &Tenant, id: &CredentialId, protected: Protected) {
    tenant.put_protection(&state(tenant, id).await, Some(protected)).await.unwrap();
}

async fn due(tenant: &Tenant, before: Timestamp) -> Vec<CredentialId> {
    let (mut found, mut last) = (Vec::new(), None);
    loop {
        let page = tenant.due_for_renewal(before, last.as_ref(), 1).await.unwrap();
        found.extend(page.iter().map(|(id, _)| *id));
        match page.last() {
            Some(end) => last = Some(*end),
            None => return found,
        }
    }
}

async fn written(tenant: &Tenant, text: &str) -> WrittenArtefacts {
    let bytes = |kind: SealedFile| (ArtefactKind::Sealed(kind), Bytes::from(format!("{text} {}", kind.code())));
    tenant.write_artefacts(&SEALED.map(bytes), at(900)).await.unwrap()
}

async fn what_is_due_is_found_by_its_column(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let elsewhere = found(&opened.store, "jinde").await;
    let mut ids = Vec::new();
    for n in 1..=4 {
        ids.push(issue(&tenant, n, &format!("p{n}")).await);
    }
    let waits = propose(&tenant, 5, "p5").await;
    assert_eq!(tenant.protection_unknown(None, 500).await.unwrap(), ids, "what waits for its seal is not asked about");
    assert_eq!(tenant.protection_unknown(Some(&ids[2]), 500).await.unwrap(), ids[3..]);
    assert_eq!(tenant.protection_unknown(None, 2).await.unwrap(), ids[..2]);
    remember(&tenant, &ids[0], until(3_000)).await;
    remember(&tenant, &ids[1], until(1_000)).await;
    remember(&tenant, &ids[2], Protected { until: None }).await;
    assert_eq!(tenant.protection_unknown(None, 500).await.unwrap(), ids[3..]);
    assert_eq!(due(&tenant, at(1_000)).await, [ids[2]], "what has no archive stamp is always due");
    assert_eq!(due(&tenant, at(1_001)).await, [ids[2], ids[1]]);
    assert_eq!(due(&tenant, Timestamp::MAX).await, [ids[2], ids[1], ids[0]]);
    assert_eq!(tenant.protection(&ids[0]).await.unwrap(), Some(until(3_000)));
    assert_eq!(tenant.protection(&ids[2]).await.unwrap(), Some(Protected { until: None }));
    assert_eq!(tenant.protection(&waits).await.unwrap(), None);
    assert_eq!(due(&elsewhere, Timestamp::MAX).await, []);
    assert_eq!(elsewhere.protection_unknown(None, 500).await.unwrap(), []);
}

async fn files_in_the_place_of_others_empty_the_column(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    remember(&tenant, &id, until(1_000)).await;
    append(&tenant, &id, crate::fixture::revoked()).await;
    assert_eq!(tenant.protection(&id).await.unwrap(), Some(until(1_000)), "the files are the same");
    let files = written(&tenant, "renewed").await;
    let renewed =
        state(&tenant, &id).await.next(Event::Renewed(Renewed { files: files.files() }), at(901), by()).unwrap();
    tenant.append_with_files(&files, None, &renewed, until(9_000), None).await.unwrap();
    assert_eq!(tenant.protection(&id).await.unwrap(), Some(until(9_000)));
    // As an older version renews: it says nothing of the column, so it is read once more.
    let bytes = SEALED.map(|kind| (ArtefactKind::Sealed(kind), Bytes::from(format!("again {}", kind.code()))));
    let digests = tenant.put_artefact_list(&bytes, at(950)).await.unwrap();
    let again: BTreeMap<SealedFile, Digest> = SEALED.into_iter().zip(digests).collect();
    append(&tenant, &id, Event::Renewed(Renewed { files: again })).await;
    assert_eq!(tenant.protection(&id).await.unwrap(), None);
    assert_eq!(tenant.protection_unknown(None, 500).await.unwrap(), [id]);
}

async fn only_the_files_that_were_read_are_spoken_of(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let read = state(&tenant, &id).await;
    append(&tenant, &id, crate::fixture::revoked()).await;
    tenant.put_protection(&read, Some(until(1_000))).await.unwrap();
    assert_eq!(tenant.protection(&id).await.unwrap(), None, "the ledger has grown since");
    remember(&tenant, &id, until(2_000)).await;
    tenant.put_protection(&state(&tenant, &id).await, None).await.unwrap();
    assert_eq!(tenant.protection(&id).await.unwrap(), None, "nobody knows any more");
}

async fn another_policy_forgets_everything(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let elsewhere = found(&opened.store, "jinde").await;
    let id = issue(&tenant, 1, "p1").await;
    remember(&tenant, &id, until(1_000)).await;
    assert_eq!(tenant.protection_policy().await.unwrap(), None);
    let policy = Digest::of(b"a policy");
    tenant.forget_protection(&policy, at(1)).await.unwrap();
    assert_eq!(tenant.protection_policy().await.unwrap(), Some(policy));
    assert_eq!(elsewhere.protection_policy().await.unwrap(), None);
    assert_eq!(tenant.protection_unknown(None, 500).await.unwrap(), [id]);
    assert_eq!(due(&tenant, Timestamp::MAX).await, []);
}

async fn files_rows_and_entry_come_together_or_not_at_all(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let old = issue(&tenant, 1, "p1").await;
    let id = propose(&tenant, 2, "p2").await;
    intend(&tenant, &id).await;
    let files = written(&tenant, "sealed").await;
    let later = at(1_000_000);
    assert_eq!(tenant.orphans(later).await.unwrap(), [], "bytes have no rows yet");
    let mut named = artefacts(&tenant, &id).await;
    named.files = files.files();
    let intent = state(&tenant, &id).await.seal_intent().unwrap();
    let entry = state(&tenant, &id).await.next(Event::Sealed(intent.redeem(named)), at(901), by()).unwrap();
    let superseded = Event::Superseded(signet_registry::Superseded { by: id });
    let superseded = state(&tenant, &old).await.next(superseded, at(901), by()).unwrap();
    let before = state(&tenant, &old).await;
    append(&tenant, &old, crate::fixture::revoked()).await;
    // The other ledger has grown: nothing at all is written, in no ledger and no table.
    let overtaken = tenant.append_with_files(&files, Some(&superseded), &entry, until(9_000), None).await;
    assert!(matches!(overtaken, Err(AppendError::Overtaken)), "{overtaken:?}");
    assert!(state(&tenant, &id).await.awaits_seal());
    for digest in files.files().values() {
        assert!(tenant.artefact(digest).await.is_err());
    }
    assert_ne!(state(&tenant, &old).await.head(), before.head());
    let elsewhere = found(&opened.store, "jinde").await;
    let foreign = elsewhere.append_with_files(&files, None, &entry, until(9_000), None).await;
    assert!(matches!(foreign, Err(AppendError::AnotherInstitution)), "{foreign:?}");
    let transactions = opened.store.transactions();
    tenant.append_with_files(&files, None, &entry, until(9_000), None).await.unwrap();
    assert_eq!(opened.store.transactions() - transactions, 1);
    assert_eq!(tenant.protection(&id).await.unwrap(), Some(until(9_000)));
    assert!(tenant.artefact(&files.files()[&SealedFile::Pdf]).await.is_ok());
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
}
