//! What sealing costs the database, and what an interruption leaves: a register, a key and awards of this test alone.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[expect(dead_code, reason = "each test program uses its own part of it")]
mod register;

use std::sync::Arc;

use register::Register;
use signet_issue::{Observer, SealOutcome, Step};
use signet_record::Timestamp;
use signet_seal::Policy;
use signet_store::Protected;

/// Transactions that write for each credential after it was proposed: claim, reservation, intent, the use of the key for the credential,
/// the use for the document, seal.
const EACH: u64 = 6;
/// And for a sheet of results of up to a hundred rows: awards, people, ledgers.
const SHEET: u64 = 3;

#[test]
fn a_credential_costs_as_many_transactions_as_there_are_things_that_must_not_wait_for_each_other() {
    const COUNT: u64 = 3;
    let register = Register::new();
    let transactions = || register.issuer.store().transactions();
    let before = transactions();
    let ids = register.propose(u32::try_from(COUNT).unwrap());
    assert_eq!(transactions() - before, SHEET, "however many rows a sheet has");
    let nobody: Observer = Arc::new(|_, _| {});
    let before = transactions();
    for _ in 0..COUNT {
        let outcome = register.work(&nobody);
        assert!(matches!(outcome, SealOutcome::Sealed(_)), "{outcome:?}");
    }
    assert_eq!(transactions() - before, COUNT * EACH);
    register.sound();

    // What protects the files is known from the seal on: nothing stamps them here, so they are due at once, and their files are read.
    let tenant = register.tenant();
    let now = Timestamp::now();
    register.runtime.block_on(async {
        assert_eq!(tenant.protection_unknown(None, 500).await.unwrap(), []);
        assert_eq!(tenant.protection(&ids[0]).await.unwrap(), Some(Protected { until: None }));
        let policy = Policy::default();
        // Nobody has said yet by which policy: all is forgotten, once.
        let mut due = register.issuer.perhaps_due(&tenant, now, &policy).await.unwrap();
        due.sort();
        assert_eq!(due.len(), ids.len());
        assert_eq!(tenant.protection(&ids[0]).await.unwrap(), None);
        for id in &ids {
            let read = register.issuer.protected(&tenant, id, &policy).await.unwrap();
            assert_eq!(read, Some(Protected { until: None }));
        }
        assert_eq!(tenant.protection(&ids[0]).await.unwrap(), Some(Protected { until: None }));
        assert!(register.issuer.protection_is_current(&tenant, &policy).await.unwrap());
        let other = Policy { name: "another".into(), ..policy };
        assert!(!register.issuer.protection_is_current(&tenant, &other).await.unwrap());
    });
}

#[test]
fn what_is_interrupted_at_any_step_is_finished_and_sealed_once() {
    let register = Register::new();
    let ids = register.propose(1);
    let tenant = register.tenant();
    let nobody: Observer = Arc::new(|_, _| {});
    let reserved = || {
        register.runtime.block_on(async {
            let place = tenant.assign_status(&ids[0], [1; 32]).await.unwrap();
            let shares: Vec<_> = tenant.shares(&ids[0]).await.unwrap().iter().map(|share| share.id).collect();
            (place, shares, tenant.record_key(&ids[0], [1; 32]).await.unwrap())
        })
    };
    let mut first = None;
    for step in Step::ALL {
        // The first is reached before, the last is the end.
        if matches!(step, Step::Proposed | Step::Recorded) {
            continue;
        }
        // The intent of before is found again and not announced again.
        if step == Step::Intended && first.is_some() {
            let state = register.runtime.block_on(tenant.history(&ids[0])).unwrap().unwrap().state;
            if state.intended().is_some() {
                continue;
            }
        }
        register.interrupted_at(step);
        let history = register.runtime.block_on(tenant.history(&ids[0])).unwrap().unwrap();
        assert!(history.state.awaits_seal(), "{step}");
        assert_eq!(first.get_or_insert_with(reserved), &reserved(), "{step}: another share, place or key");
        let later = Timestamp::now() + std::time::Duration::from_secs(60);
        let orphans = register.runtime.block_on(tenant.orphans(later)).unwrap();
        assert!(orphans.is_empty(), "{step}: rows of artefacts come with the seal, not before");
        register.sound();
    }
    let outcome = register.work(&nobody);
    assert!(matches!(outcome, SealOutcome::Sealed(id) if id == ids[0]), "{outcome:?}");
    assert!(matches!(register.work(&nobody), SealOutcome::Idle));
    let history = register.runtime.block_on(tenant.history(&ids[0])).unwrap().unwrap();
    let names: Vec<_> = history.entries.iter().map(|entry| entry.event().name()).collect();
    assert_eq!(names, ["proposed", "intended", "sealed"]);
    register.sound();
}
