//! Many hands at once: disjoint work, one winner for each next entry, and no writer starved.

use std::collections::BTreeSet;

use signet_registry::{Event, Superseded};
use signet_store::{AppendError, ProposalReceipt, Store, WorkerId};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{
    artefacts, at, by, chance, credential, found, holder, institution, intend, issue, keep, propose, propose_for,
    revoked, state,
};

on_both_engines![
    two_workers_claim_disjoint_work,
    of_two_seals_one_is_written,
    of_many_appends_one_is_written,
    the_same_results_twice_at_once_are_issued_once,
    places_in_the_status_list_are_everyones_own,
    two_nodes_start_at_once,
];

async fn two_workers_claim_disjoint_work(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=40 {
        propose(&tenant, n, &format!("p{n}")).await;
    }
    let mut workers = Vec::new();
    for name in ["a", "b", "c", "d"] {
        let queue = opened.again().await.queue();
        workers.push(tokio::spawn(async move {
            let worker = WorkerId::new(name).unwrap();
            let mut mine = Vec::new();
            loop {
                let claims = queue.claim(&worker, at(100), at(1_000), 3).await.unwrap();
                if claims.is_empty() && queue.free(at(100)).await.unwrap() == 0 {
                    return mine;
                }
                mine.extend(claims.into_iter().map(|claim| claim.credential));
            }
        }));
    }
    let mut all = Vec::new();
    for worker in workers {
        all.extend(worker.await.unwrap());
    }
    assert_eq!(all.len(), 40, "each claimed once");
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>().len(), 40, "and none twice");
}

async fn of_two_seals_one_is_written(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    intend(&tenant, &id).await;
    let kept = artefacts(&tenant, &id).await;
    // Each worker read the same state, and its seal is as good as the other's.
    let before = state(&tenant, &id).await;
    let mut attempts = Vec::new();
    for _ in 0..2 {
        let sealed = Event::Sealed(before.seal_intent().unwrap().redeem(kept.clone()));
        let entry = before.next(sealed, at(700), by()).unwrap();
        let tenant = opened.again().await.tenant(&institution("lhota"));
        attempts.push(tokio::spawn(async move { tenant.append(&entry).await }));
    }
    let mut written = 0;
    for attempt in attempts {
        match attempt.await.unwrap() {
            Ok(_) => written += 1,
            Err(AppendError::Overtaken) => {}
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((written, state(&tenant, &id).await.length()), (1, 3));
}

async fn of_many_appends_one_is_written(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let before = state(&tenant, &id).await;
    let mut attempts = Vec::new();
    for n in 10..22 {
        let event = if n % 2 == 0 { revoked() } else { Event::Superseded(Superseded { by: credential(n) }) };
        let entry = before.next(event, at(2_000), by()).unwrap();
        let tenant = tenant.clone();
        attempts.push(tokio::spawn(async move { tenant.append(&entry).await.is_ok() }));
    }
    let mut written = 0;
    for attempt in attempts {
        written += u32::from(attempt.await.unwrap());
    }
    assert_eq!((written, state(&tenant, &id).await.length()), (1, before.length() + 1));
}

async fn the_same_results_twice_at_once_are_issued_once(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=10 {
        keep(&tenant, &holder(&format!("p{n}"), Some("Jana"), Some("Nováková"))).await;
    }
    let mut uploads = Vec::new();
    for base in [0, 100] {
        let tenant = tenant.clone();
        uploads.push(tokio::spawn(async move {
            let mut new = 0;
            for n in 1..=10_u8 {
                let proposed = propose_for(&tenant, base + n, &format!("p{n}"), 0, None).await;
                new += u32::from(matches!(proposed, ProposalReceipt::New(_)));
            }
            new
        }));
    }
    let mut new = 0;
    for upload in uploads {
        new += upload.await.unwrap();
    }
    assert_eq!((new, opened.store.queue().waiting().await.unwrap()), (10, 10));
}

async fn places_in_the_status_list_are_everyones_own(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=20 {
        propose(&tenant, n, &format!("p{n}")).await;
    }
    let mut assignments = Vec::new();
    for n in (1..=20).chain(1..=20) {
        let (tenant, id) = (tenant.clone(), credential(n));
        assignments.push(tokio::spawn(async move {
            (n, tenant.assign_status(&id, chance(&credential(n / 2))).await.unwrap())
        }));
    }
    let mut places = BTreeSet::new();
    for assignment in assignments {
        let (n, place) = assignment.await.unwrap();
        places.insert((n, place.list, place.index));
    }
    assert_eq!(places.len(), 20, "asked twice, answered the same");
    let own: BTreeSet<_> = places.iter().map(|(_, list, index)| (*list, *index)).collect();
    assert_eq!(own.len(), 20, "and no place is two credentials'");
}

async fn two_nodes_start_at_once(opened: &Opened) {
    let path = opened.folder.path().join("artefacts");
    let mut nodes = Vec::new();
    for _ in 0..4 {
        let (database, path) = (opened.database.clone(), path.clone());
        nodes.push(tokio::spawn(async move { Store::open(&database, &path).await.map(drop) }));
    }
    for node in nodes {
        node.await.unwrap().unwrap();
    }
}
