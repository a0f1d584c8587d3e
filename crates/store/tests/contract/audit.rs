//! The audit: everything that people did, newest first, narrowed by an index, read in the ledgers; what the service did by itself is left out.

use std::time::{Duration, Instant};

use signet_access::{Actor, Role, SecurityEvent, SecurityEventKind};
use signet_registry::{Agent, Event};
use signet_store::{AuditFilter, AuditKind, AuditedEvent, CredentialEventKind, Tenant};
use sqlx::{AssertSqlSafe, Executor};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, at, credential, found, institution, issue, person, revoked, state, unit};
use crate::sessions::{employ, registrar, sessions};
use crate::units::approved;

on_both_engines![
    what_people_did_is_listed_and_narrowed,
    what_the_service_did_by_itself_is_left_out,
    how_staff_got_in_stands_between_what_they_did,
    a_hundred_thousand_sign_ins_are_read_at_once,
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
            AuditedEvent::Security(_) => panic!("not asked for"),
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

async fn how_staff_got_in_stands_between_what_they_did(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let elsewhere = found(&opened.store, "jinde").await;
    employ(&sessions(&opened.store), &registrar()).await;
    issue(&tenant, 1, "p1").await;
    let log = opened.store.security_log();
    let failed = |at: &str| SecurityEvent {
        institution: Some(institution(at)),
        ..SecurityEvent::by_anyone(SecurityEventKind::LoginFailed)
    };
    let holder = Actor::holder(Agent::new("holder:1").unwrap(), institution("lhota"), person("p1"));
    // All of one instant, with entries of ledgers of it: each page ends at a place within.
    for (n, event) in (1..).zip([
        SecurityEvent::of(SecurityEventKind::Login, &registrar()),
        SecurityEvent::of(SecurityEventKind::SecondFactorProved, &registrar()),
        SecurityEvent::of(SecurityEventKind::SessionEnded, &registrar()),
        SecurityEvent::of(SecurityEventKind::Login, &holder),
        SecurityEvent::of(SecurityEventKind::CredentialViewed, &registrar()),
        SecurityEvent::by_anyone(SecurityEventKind::LoginFailed),
        failed("lhota"),
        failed("lhota"),
        failed("jinde"),
    ]) {
        log.put(&event, at(0), [n; 16]).await.unwrap();
    }
    let all = AuditFilter { with_security: true, ..AuditFilter::default() };
    let walked = kinds(&tenant, &all).await;
    let (security, ledgers): (Vec<_>, Vec<_>) = walked.iter().cloned().partition(|kind| kind.starts_with("security."));
    assert_eq!(ledgers, kinds(&tenant, &AuditFilter::default()).await, "none lost, none twice");
    let mut said = security.clone();
    said.sort();
    assert_eq!(
        said,
        ["security.login", "security.login-failed", "security.second-factor-proved", "security.session-ended"]
    );
    let rows = tenant.audit_page(&all, None, 100).await.unwrap().rows;
    assert!(rows.is_sorted_by(|one, next| one.at >= next.at));
    let times = rows.iter().find_map(|entry| match &entry.event {
        AuditedEvent::Security(logged) if logged.event.kind == SecurityEventKind::LoginFailed => Some(logged.times),
        _ => None,
    });
    assert_eq!(times, Some(2), "counted by the minute and the institution");
    assert_eq!(kinds(&elsewhere, &all).await, ["security.login-failed"]);

    let login = Some(AuditKind::Security(SecurityEventKind::Login));
    assert_eq!(kinds(&tenant, &AuditFilter { kind: login, ..all.clone() }).await, ["security.login"]);
    assert!(kinds(&tenant, &AuditFilter { kind: login, ..AuditFilter::default() }).await.is_empty());
    let account = Some(registrar().account().clone());
    let own = kinds(&tenant, &AuditFilter { account, ..all.clone() }).await;
    assert_eq!(own.iter().filter(|kind| kind.starts_with("security.")).count(), 3);
    for narrowed in [
        AuditFilter { credential: Some(credential(1)), ..all.clone() },
        AuditFilter { unit: Some(unit()), ..all.clone() },
        AuditFilter { from: Some(at(1)), ..all.clone() },
        AuditFilter { until: Some(at(0)), ..all },
    ] {
        let found = kinds(&tenant, &narrowed).await;
        assert!(found.iter().all(|kind| !kind.starts_with("security.")), "{narrowed:?}");
    }
}

/// With as many of another institution, and of holders, which are in no audit.
async fn a_hundred_thousand_sign_ins_are_read_at_once(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let pool = Opened::pool(&opened.database).await;
    for (from, institution, audited) in [(0, "lhota", 1), (100_000, "jinde", 1), (200_000, "lhota", 0)] {
        let put = format!(
            "WITH RECURSIVE n (i) AS (SELECT {from} + 1 UNION ALL SELECT i + 1 FROM n WHERE i < {from} + 100000)
            INSERT INTO security_event (id, happened, kind, account, role, institution, audited, times)
            SELECT 'e' || i, i, CASE WHEN i % 2 = 0 THEN 'login' ELSE 'session-ended' END, 'a' || (i % 50), 'registrar', '{institution}',
                {audited}, 1
            FROM n"
        );
        pool.execute(AssertSqlSafe(put.as_str())).await.unwrap();
    }
    // As PostgreSQL does by itself in a while.
    pool.execute("ANALYZE security_event").await.unwrap();
    pool.close().await;
    let all = AuditFilter { with_security: true, ..AuditFilter::default() };
    for filter in [
        all.clone(),
        AuditFilter { account: Some(Agent::new("a7").unwrap()), ..all.clone() },
        AuditFilter { kind: Some(AuditKind::Security(SecurityEventKind::Login)), ..all },
    ] {
        let mut fastest = Duration::MAX;
        for _ in 0..10 {
            let began = Instant::now();
            let page = tenant.audit_page(&filter, None, 50).await.unwrap();
            fastest = fastest.min(began.elapsed());
            assert_eq!(page.rows.len(), 50);
        }
        assert!(fastest < Duration::from_millis(50), "{filter:?}: {fastest:?}");
    }
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
