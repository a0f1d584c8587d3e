//! Records: one key for each credential, and a statement that strangers find by the root alone, until it is erased.

use signet_registry::{Digest, Erased, Event, Scope};
use signet_store::Inconsistency;

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, chance, found, institution, intend, issue, propose, root, seal, state};
use crate::fsck::intruder;

on_both_engines![
    the_first_key_of_a_record_stays,
    a_statement_is_found_by_its_root_once_it_is_sealed,
    an_erasure_takes_key_and_address,
    a_row_that_says_something_else_than_the_ledger_is_found,
];

async fn the_first_key_of_a_record_stays(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (one, other) = (propose(&tenant, 1, "p1").await, propose(&tenant, 2, "p2").await);
    assert_eq!(tenant.record_key(&one, [1; 32]).await.unwrap(), [1; 32]);
    assert_eq!(tenant.record_key(&one, [2; 32]).await.unwrap(), [1; 32]);
    assert_eq!(tenant.record_key(&other, [3; 32]).await.unwrap(), [3; 32]);
    let again = opened.again().await.tenant(&institution("lhota"));
    assert_eq!(again.record_key(&one, [4; 32]).await.unwrap(), [1; 32]);
    let elsewhere = found(&opened.store, "jinde").await;
    assert!(elsewhere.record_key(&one, [5; 32]).await.is_err(), "a credential of another institution");
}

async fn a_statement_is_found_by_its_root_once_it_is_sealed(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    let public = opened.store.public();
    intend(&tenant, &id).await;
    assert_eq!(public.record_statement(&root(&id)).await.unwrap(), None, "intended is not sealed");
    let sealed = seal(&tenant, &id).await;
    let statement = sealed.artefacts().unwrap().statement.unwrap();
    assert_eq!(public.record_statement(&root(&id)).await.unwrap(), Some((institution("lhota"), statement)));
    assert_eq!(public.record_statement(&Digest::of(b"another root")).await.unwrap(), None);
}

async fn an_erasure_takes_key_and_address(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (id, other) = (issue(&tenant, 1, "p1").await, issue(&tenant, 2, "p2").await);
    append(&tenant, &id, Event::Erased(Erased { scope: Scope::Publication })).await;
    let public = opened.store.public();
    assert_eq!(public.record_statement(&root(&id)).await.unwrap(), None);
    assert!(public.record_statement(&root(&other)).await.unwrap().is_some());
    assert!(tenant.audit(None, 10).await.unwrap().rows.iter().all(|one| one.findings.is_empty()));
    assert_eq!(state(&tenant, &id).await.record(), Some(&root(&id)), "the ledger keeps the root");
    // What was sealed with the old key stays closed: another one comes out.
    assert_ne!(tenant.record_key(&id, [9; 32]).await.unwrap(), chance(&id));
}

async fn a_row_that_says_something_else_than_the_ledger_is_found(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let ids = [issue(&tenant, 1, "p1").await, issue(&tenant, 2, "p2").await, issue(&tenant, 3, "p3").await];
    let [one, two, _] = &ids;
    let other = Digest::of(b"another root");
    let (changed, removed) = (
        format!("UPDATE record SET root = '{other}' WHERE credential = '{one}'"),
        format!("DELETE FROM record WHERE credential = '{two}'"),
    );
    intruder(opened, &[(&changed, 1), (&removed, 1)]).await;
    let rows = tenant.audit(None, 10).await.unwrap().rows;
    let told = |n: usize| rows.iter().find(|one| one.credential == ids[n]).map(|one| one.findings.as_slice()).unwrap();
    assert!(matches!(told(0), [Inconsistency::Record]), "{:?}", told(0));
    assert!(matches!(told(1), [Inconsistency::Record]), "{:?}", told(1));
    assert!(told(2).is_empty());
}
