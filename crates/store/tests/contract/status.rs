//! Status lists: a place for ever, and a list that says what the ledgers say.

use signet_registry::{Event, Status, StatusIndex, Superseded, candidates};
use signet_store::{AssignStatusError, Database, Inconsistency};
use sqlx::{AssertSqlSafe, Executor};

use crate::engines::{Opened, on_both_engines, service_role};
use crate::fixture::{append, chance, credential, found, institution, issue, propose, revoked};
use crate::fsck::intruder;

on_both_engines![
    a_place_is_for_ever,
    a_taken_place_is_passed_over,
    the_list_says_what_the_ledgers_say,
    an_entry_follows_the_ledger_in_any_order,
    entries_are_made_for_a_service_that_has_no_rights_on_them_yet,
];

async fn a_place_is_for_ever(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = propose(&tenant, 1, "p1").await;
    let place = tenant.assign_status(&id, [1; 32]).await.unwrap();
    assert_eq!((place.list, Some(place.index)), (1, candidates([1; 32]).next()));
    assert_eq!(tenant.assign_status(&id, [2; 32]).await.unwrap(), place);
    let unknown = tenant.assign_status(&credential(9), [3; 32]).await.unwrap_err();
    assert!(matches!(unknown, AssignStatusError::UnknownCredential), "{unknown}");
}

async fn a_taken_place_is_passed_over(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let (one, two) = (propose(&tenant, 1, "p1").await, propose(&tenant, 2, "p2").await);
    let first = tenant.assign_status(&one, [1; 32]).await.unwrap();
    let second = tenant.assign_status(&two, [1; 32]).await.unwrap();
    assert_eq!(Some(first.index), candidates([1; 32]).next());
    assert_eq!(Some(second.index), candidates([1; 32]).nth(1));
}

async fn the_list_says_what_the_ledgers_say(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let public = opened.store.public();
    assert!(public.status_list(&institution("lhota"), 1).await.unwrap().is_none(), "no list before the first place");
    let mut ids = Vec::new();
    for n in 1..=3 {
        ids.push(issue(&tenant, n, &format!("p{n}")).await);
    }
    append(&tenant, &ids[1], revoked()).await;
    append(&tenant, &ids[2], Event::Superseded(Superseded { by: ids[0] })).await;
    let list = public.status_list(&institution("lhota"), 1).await.unwrap().unwrap();
    let mut not_valid = 0;
    for (id, status) in ids.iter().zip([Status::Valid, Status::Revoked, Status::Superseded]) {
        let place = tenant.assign_status(id, chance(id)).await.unwrap();
        assert_eq!(list.status(place.index), Some(status));
    }
    for index in 0..signet_registry::LIST_ENTRIES {
        let index = StatusIndex::try_from(index).unwrap();
        not_valid += u32::from(list.status(index) != Some(Status::Valid));
    }
    assert_eq!(not_valid, 2);
    assert!(public.status_list(&institution("lhota"), 2).await.unwrap().is_none());
    assert!(public.status_list(&institution("jinde"), 1).await.unwrap().is_none());
}

async fn an_entry_follows_the_ledger_in_any_order(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let public = opened.store.public();
    // Corrected, and revoked after that; revoked before it had a place.
    let (one, other) = (issue(&tenant, 1, "p1").await, issue(&tenant, 2, "p2").await);
    append(&tenant, &one, Event::Superseded(Superseded { by: other })).await;
    append(&tenant, &one, revoked()).await;
    let early = propose(&tenant, 3, "p3").await;
    append(&tenant, &early, revoked()).await;
    for (id, status) in [(one, Status::Revoked), (other, Status::Valid), (early, Status::Revoked)] {
        let place = tenant.assign_status(&id, chance(&id)).await.unwrap();
        let list = public.status_list(&institution("lhota"), 1).await.unwrap().unwrap();
        assert_eq!(list.status(place.index), Some(status));
    }
    assert!(tenant.audit(None, 10).await.unwrap().rows.iter().all(|one| one.findings.is_empty()));
    intruder(opened, &[("UPDATE status_entry SET status = 'superseded'", 2)]).await;
    for (audited, wrong) in tenant.audit(None, 10).await.unwrap().rows.iter().zip([true, false, true]) {
        assert_eq!(audited.findings.len(), usize::from(wrong), "{:?}", audited.findings);
        assert!(audited.findings.iter().all(|one| matches!(one, Inconsistency::Disagrees("status_entry"))));
    }
}

/// A service of the release before, between the migration and its new rights. SQLite has no rights.
async fn entries_are_made_for_a_service_that_has_no_rights_on_them_yet(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let ids = [issue(&tenant, 1, "p1").await, propose(&tenant, 2, "p2").await];
    if let Database::Postgres(_) = opened.owner {
        let pool = Opened::pool(&opened.owner).await;
        for table in ["status_entry", "credential_file"] {
            let revoke = format!("REVOKE ALL ON {table} FROM {}", service_role());
            assert!(pool.execute(AssertSqlSafe(revoke)).await.is_ok());
        }
        // Whoever may make temporary tables puts none in place of ours.
        let last = "SELECT COUNT(*) FROM pg_proc WHERE prosecdef AND array_to_string(proconfig, ' ') LIKE 'search_path=%, pg_temp'";
        assert_eq!(sqlx::query_scalar::<_, i64>(last).fetch_one(&pool).await.unwrap(), 3);
        pool.close().await;
    }
    for id in ids {
        append(&tenant, &id, revoked()).await;
        tenant.assign_status(&id, chance(&id)).await.unwrap();
    }
    let pool = Opened::pool(&opened.owner).await;
    let entries = "SELECT COUNT(*) FROM status_entry WHERE status = 'revoked'";
    assert_eq!(sqlx::query_scalar::<_, i64>(entries).fetch_one(&pool).await.unwrap(), 2);
    pool.close().await;
}
