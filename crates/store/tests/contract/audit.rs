//! The audit: everything that people did, newest first, narrowed by an index, read in the ledgers; what the service did by itself is left out.

use signet_access::Role;
use signet_registry::{Agent, Event};
use signet_store::{AuditFilter, AuditKind, AuditedEvent, CredentialEventKind, Tenant};
use sqlx::{AssertSqlSafe, Executor};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, at, credential, found, issue, revoked, state, unit};
use crate::sessions::{employ, registrar, sessions};
use crate::units::approved;

on_both_engines![
    what_people_did_is_listed_and_narrowed,
    what_the_service_did_by_itself_is_left_out,
    a_hundred_thousand_entries_are_walked_in_pages,
    the_end_of_the_log_is_held_against_its_head
];

async fn kinds(tenant: &Tenant, filter: &AuditFilter) -> Vec<String> {
    let (mut kinds, mut after) = (Vec::new(), None);
    loop {
        let page = tenant.audit_page(filter, after.as_ref(), 3).await.unwrap();
        kinds.extend(page.rows.iter().map(|entry| entry.kind.code()));
        after = page.next;
        if after.is_none() {
            return kinds;
        }
    }
}

async fn what_people_did_is_listed_and_narrowed(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let elsewhere = found(&opened.store, "jinde").await;
    issue(&tenant, 1, "p1").await;
    issue(&tenant, 2, "p2").await;
    append(&tenant, &credential(2), revoked()).await;
    issue(&elsewhere, 3, "p3").await;
    approved(&tenant, "ukazka").await;
    employ(&sessions(&opened.store), &registrar()).await;

    let all = kinds(&tenant, &AuditFilter::default()).await;
    let entries = tenant.audit_page(&AuditFilter::default(), None, 100).await.unwrap().rows;
    assert_eq!(entries.len(), all.len());
    assert!(entries.is_sorted_by(|one, next| one.at >= next.at));
    for entry in &entries {
        let (kind, by) = match &entry.event {
            AuditedEvent::Credential(entry) => {
                (AuditKind::Credential(CredentialEventKind::of(entry.event())), entry.by().clone())
            }
            AuditedEvent::Role(event) => (AuditKind::Role(event.event.kind), event.event.by.clone()),
            AuditedEvent::Unit(entry) => (AuditKind::Unit(entry.event().kind()), entry.by().clone()),
        };
        assert_eq!((kind, by), (entry.kind, entry.account.clone()));
    }
    let of = async |filter: AuditFilter| kinds(&tenant, &filter).await;
    let kind = AuditKind::Credential(CredentialEventKind::Revoked);
    assert_eq!(of(AuditFilter { kind: Some(kind), ..AuditFilter::default() }).await, ["credential.revoked"]);
    let one = AuditFilter { credential: Some(credential(1)), ..AuditFilter::default() };
    assert_eq!(of(one.clone()).await.len(), 4);
    assert!(of(AuditFilter { kind: Some(kind), ..one }).await.is_empty());
    let of_unit = of(AuditFilter { unit: Some(unit()), ..AuditFilter::default() }).await;
    assert_eq!(of_unit.len(), 9);
    assert!(of_unit.iter().all(|kind| kind.starts_with("credential.")));
    let operator = AuditFilter { account: Some(Agent::new("operator").unwrap()), ..AuditFilter::default() };
    assert_eq!(of(operator).await, ["role.granted"]);
    let period = AuditFilter { from: Some(at(1_000)), until: Some(at(1_001)), ..AuditFilter::default() };
    let told = of(period).await;
    assert!(told.contains(&"credential.revoked".to_owned()) && !told.contains(&"credential.proposed".to_owned()));
    let before = AuditFilter { until: Some(at(0)), ..AuditFilter::default() };
    assert!(of(before).await.is_empty());
    assert!(Role::ALL.len() > 1);
}

async fn what_the_service_did_by_itself_is_left_out(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    let before = kinds(&tenant, &AuditFilter::default()).await.len();
    let entry = state(&tenant, &credential(1)).await;
    let delivered = Event::Delivered(signet_registry::Delivered { channel: signet_registry::Channel::Portal });
    let entry = entry.next(delivered, at(2_000), Agent::service());
    if let Ok(entry) = entry {
        tenant.append(&entry).await.unwrap();
    }
    assert_eq!(kinds(&tenant, &AuditFilter::default()).await.len(), before);
}

/// ST14: rows as triggers write them, of one role that was given again and again.
async fn a_hundred_thousand_entries_are_walked_in_pages(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let pool = Opened::pool(&opened.database).await;
    let put = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        INSERT INTO grant_event (institution, sequence, happened, kind, account, role, scope, person, ends, by_account, by_role, reason)
        SELECT 'lhota', i, i, 'granted', 'novakova', 'registrar', '', NULL, NULL, 'operator', 'operator', '' FROM n";
    pool.execute(AssertSqlSafe(put)).await.unwrap();
    pool.close().await;
    let (mut seen, mut last, mut after) = (0, i64::MAX, None);
    loop {
        let page = tenant.audit_page(&AuditFilter::default(), after.as_ref(), 500).await.unwrap();
        assert!(page.rows.len() <= 500);
        for entry in &page.rows {
            assert!(entry.at.as_millisecond() < last, "each once, newest first");
            last = entry.at.as_millisecond();
        }
        seen += page.rows.len();
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen, 100_000);
}

async fn the_end_of_the_log_is_held_against_its_head(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let none = tenant.log_tail(200).await.unwrap();
    assert!(none.holds && none.looked == 0);
    issue(&tenant, 1, "p1").await;
    issue(&tenant, 2, "p2").await;
    for limit in [3, 200] {
        let tail = tenant.log_tail(limit).await.unwrap();
        assert!(tail.holds && tail.looked == tail.head.length.min(limit.into()), "{tail:?}");
    }
    let length = tenant.log_tail(1).await.unwrap().head.length;
    let removed = format!("DELETE FROM log_entry WHERE institution = 'lhota' AND position = {length}");
    crate::fsck::intruder(opened, &[(&removed, 1)]).await;
    assert!(!tenant.log_tail(200).await.unwrap().holds);
}
