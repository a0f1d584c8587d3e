//! What a credential is composed with is made in one transaction, once, and found again.

use signet_record::Language;
use signet_share::{Share, ShareId, ShareKind, ShareLink};
use signet_store::{Fresh, ReserveError, Reserved, Tenant};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, credential, found, link_key, propose};

on_both_engines![
    what_is_reserved_is_found_again,
    two_workers_at_once_reserve_the_same,
    nothing_is_reserved_for_a_credential_of_somebody_else,
];

async fn reserve(tenant: &Tenant, of: u8, n: u8) -> Result<Reserved, ReserveError> {
    let id = credential(of);
    let share = Share::document(ShareId::from_random([n; 16]), id, Language::Cs, at(0));
    let lookup = ShareLink::of(&link_key(), share.id).lookup_digest();
    tenant.reserve(&id, &Fresh { share: &share, lookup: &lookup, status: [n; 32], record_key: [n; 32] }).await
}

async fn what_is_reserved_is_found_again(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    propose(&tenant, 1, "p1").await;
    let before = opened.store.transactions();
    let first = reserve(&tenant, 1, 1).await.unwrap();
    assert_eq!(opened.store.transactions() - before, 1);
    assert!(reserve(&tenant, 1, 2).await.unwrap() == first);
    assert_eq!(first.record_key, [1; 32]);
    assert_eq!(first.document_share, ShareId::from_random([1; 16]));
    assert_eq!(tenant.assign_status(&credential(1), [9; 32]).await.unwrap(), first.status);
    let shares = tenant.shares(&credential(1)).await.unwrap();
    assert_eq!(shares.iter().filter(|share| share.kind == ShareKind::Document).count(), 1);
    // What was made one by one before is found, too.
    propose(&tenant, 2, "p2").await;
    let place = tenant.assign_status(&credential(2), [5; 32]).await.unwrap();
    let rest = reserve(&tenant, 2, 3).await.unwrap();
    assert_eq!((rest.status, rest.record_key), (place, [3; 32]));
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
    assert!(tenant.audit(None, 10).await.unwrap().rows.iter().all(|one| one.findings.is_empty()));
    assert!(tenant.audit_status().await.unwrap().is_empty());
}

async fn two_workers_at_once_reserve_the_same(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=4 {
        propose(&tenant, n, &format!("p{n}")).await;
    }
    for of in 1..=4 {
        let both = tokio::join!(reserve(&tenant, of, 10 + of), reserve(&tenant, of, 20 + of));
        let (one, other) = (both.0.unwrap(), both.1.unwrap());
        assert!(one == other, "{of}");
        assert_eq!(tenant.shares(&credential(of)).await.unwrap().len(), 1);
    }
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
}

async fn nothing_is_reserved_for_a_credential_of_somebody_else(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let elsewhere = found(&opened.store, "jinde").await;
    propose(&tenant, 1, "p1").await;
    assert!(reserve(&elsewhere, 1, 1).await.is_err());
    assert!(reserve(&tenant, 1, 2).await.is_ok());
}
