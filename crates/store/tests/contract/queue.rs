//! The queue: what waits is claimed once, given back, put off, and free again when its worker is gone.

use signet_registry::Stage;
use signet_store::{Claim, WorkerId};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, at, credential, found, institution, intend, issue, propose, revoked, seal};

on_both_engines![
    the_oldest_comes_first,
    what_comes_back_and_what_is_new_come_in_turn,
    a_claim_is_one_workers,
    a_dead_workers_claims_come_back,
    what_failed_is_put_off,
    only_what_waits_is_claimed,
    one_institution_or_all,
];

fn worker(name: &str) -> WorkerId {
    WorkerId::new(name).unwrap()
}

fn claim(n: u8) -> Claim {
    Claim { institution: institution("lhota"), credential: credential(n) }
}

async fn the_oldest_comes_first(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in [3, 1, 2] {
        propose(&tenant, n, &format!("p{n}")).await;
    }
    let queue = opened.store.queue();
    assert_eq!(queue.waiting().await.unwrap(), 3);
    let first = queue.claim(&worker("a"), at(10), at(70), 1).await.unwrap();
    assert_eq!(first, [claim(1)]);
    let mut rest = queue.claim(&worker("a"), at(10), at(70), 10).await.unwrap();
    rest.sort_by_key(|claim| claim.credential);
    assert_eq!(rest, [claim(2), claim(3)]);
    assert_eq!((queue.waiting().await.unwrap(), queue.free(at(10)).await.unwrap()), (3, 0));
}

async fn what_comes_back_and_what_is_new_come_in_turn(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in [1, 2] {
        propose(&tenant, n, &format!("p{n}")).await;
    }
    let (queue, a) = (opened.store.queue(), worker("a"));
    assert_eq!(queue.claim(&a, at(10), at(70), 5).await.unwrap().len(), 2);
    assert!(queue.postpone(&a, &claim(2), at(20), "no-seal").await.unwrap());
    propose(&tenant, 3, "p3").await;
    assert_eq!(queue.claim(&a, at(19), at(70), 5).await.unwrap(), [claim(3)], "the other is put off");
    propose(&tenant, 4, "p4").await;
    assert_eq!(queue.claim(&a, at(21), at(70), 1).await.unwrap(), [claim(2)], "the older proposal");
    assert_eq!(queue.claim(&a, at(21), at(70), 1).await.unwrap(), [claim(4)]);
}

async fn a_claim_is_one_workers(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    propose(&tenant, 1, "p1").await;
    let (queue, a, b) = (opened.store.queue(), worker("a"), worker("b"));
    assert_eq!(queue.claim(&a, at(10), at(70), 5).await.unwrap(), [claim(1)]);
    assert_eq!(queue.claim(&b, at(20), at(80), 5).await.unwrap(), []);
    assert!(!queue.extend(&b, &claim(1), at(99)).await.unwrap());
    assert!(!queue.release(&b, &claim(1)).await.unwrap());
    assert!(queue.extend(&a, &claim(1), at(170)).await.unwrap());
    assert_eq!(queue.claim(&b, at(71), at(180), 5).await.unwrap(), [], "extended");
    assert!(queue.release(&a, &claim(1)).await.unwrap());
    assert_eq!(queue.claim(&b, at(72), at(180), 5).await.unwrap(), [claim(1)]);
}

async fn a_dead_workers_claims_come_back(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    propose(&tenant, 1, "p1").await;
    let (a, b) = (worker("a"), worker("b"));
    opened.store.queue().claim(&a, at(10), at(70), 5).await.unwrap();
    let survivor = opened.again().await.queue();
    assert_eq!(survivor.claim(&b, at(69), at(200), 5).await.unwrap(), []);
    assert_eq!(survivor.claim(&b, at(70), at(200), 5).await.unwrap(), [claim(1)], "the lease ran out");
    assert!(!survivor.extend(&a, &claim(1), at(300)).await.unwrap(), "the dead one has lost it");
    assert_eq!(survivor.free_all(&a).await.unwrap(), 0);
    assert_eq!(survivor.free_all(&b).await.unwrap(), 1, "a worker of this name starts anew");
    assert_eq!(survivor.free(at(71)).await.unwrap(), 1);
}

async fn what_failed_is_put_off(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    let (queue, a) = (opened.store.queue(), worker("a"));
    queue.claim(&a, at(10), at(70), 5).await.unwrap();
    assert!(queue.postpone(&a, &claim(1), at(400), "seal-unreachable").await.unwrap());
    assert_eq!(queue.claim(&a, at(399), at(500), 5).await.unwrap(), []);
    let row = tenant.credential(&id).await.unwrap().unwrap();
    assert_eq!(row.trouble.as_deref(), Some("seal-unreachable"));
    assert_eq!(tenant.progress(None).await.unwrap().troubled, 1);
    assert_eq!(queue.claim(&a, at(400), at(500), 5).await.unwrap(), [claim(1)]);
    assert_eq!(queue.retry_all().await.unwrap(), 0, "a claim is not touched");
    assert!(queue.postpone(&a, &claim(1), at(900), "seal-unreachable").await.unwrap());
    assert_eq!(tenant.queue().retry_all().await.unwrap(), 1, "somebody mended it");
    assert_eq!(queue.claim(&a, at(500), at(600), 5).await.unwrap(), [claim(1)]);
    intend(&tenant, &id).await;
    seal(&tenant, &id).await;
    let row = tenant.credential(&id).await.unwrap().unwrap();
    assert_eq!((row.trouble, row.lease), (None, None), "a seal ends both");
}

async fn only_what_waits_is_claimed(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    let stopped = propose(&tenant, 2, "p2").await;
    append(&tenant, &stopped, revoked()).await;
    let intended = propose(&tenant, 3, "p3").await;
    assert_eq!(intend(&tenant, &intended).await.stage(), Stage::Intended);
    assert_eq!(opened.store.queue().claim(&worker("a"), at(10), at(70), 5).await.unwrap(), [claim(3)]);
}

async fn one_institution_or_all(opened: &Opened) {
    let (lhota, jinde) = (found(&opened.store, "lhota").await, found(&opened.store, "jinde").await);
    propose(&lhota, 1, "p1").await;
    propose(&jinde, 2, "p1").await;
    assert_eq!((lhota.queue().waiting().await.unwrap(), opened.store.queue().waiting().await.unwrap()), (1, 2));
    assert_eq!(lhota.queue().claim(&worker("a"), at(10), at(70), 5).await.unwrap(), [claim(1)]);
    let rest = opened.store.queue().claim(&worker("b"), at(10), at(70), 5).await.unwrap();
    assert_eq!(rest, [Claim { institution: institution("jinde"), credential: credential(2) }]);
}
