//! The log of security events: what was put is read in order, failed sign-ins are counted by the minute, and old ones go.

use signet_access::{Action, Denial, SecurityEvent, SecurityEventKind};
use signet_record::Timestamp;
use signet_store::SECURITY_EVENT_DAYS_MAX;

use crate::engines::{Opened, on_both_engines};
use crate::fixture::at;
use crate::sessions::registrar;

on_both_engines![events_come_back_in_order, failed_sign_ins_are_counted_by_the_minute, old_events_are_swept];

async fn events_come_back_in_order(opened: &Opened) {
    let log = opened.store.security_log();
    let events = [
        SecurityEvent::of(SecurityEventKind::Login, &registrar()),
        SecurityEvent::denied(&registrar(), Action::RevokeCredential, Denial::Themselves).about("0b2f"),
        SecurityEvent::by_anyone(SecurityEventKind::RowForged).about("session"),
    ];
    for (n, event) in (0_u8..).zip(&events) {
        log.put(event, at(i64::from(n)), [9 - n; 16]).await.unwrap();
    }
    let mut read = Vec::new();
    let mut after = None;
    loop {
        let page = log.list(Timestamp::UNIX_EPOCH, after.as_ref(), 2).await.unwrap();
        read.extend(page.rows.into_iter().map(|logged| logged.event));
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    assert_eq!(read, events);
    assert_eq!(log.list(at(2), None, 10).await.unwrap().rows.len(), 1);
}

async fn failed_sign_ins_are_counted_by_the_minute(opened: &Opened) {
    let log = opened.store.security_log();
    for n in 0..200_u8 {
        let event = SecurityEvent::by_anyone(SecurityEventKind::LoginFailed);
        log.put(&event, at(i64::from(n)), [n; 16]).await.unwrap();
    }
    let rows = log.list(Timestamp::UNIX_EPOCH, None, 500).await.unwrap().rows;
    assert_eq!(rows.len(), 4, "whoever guesses fills no table");
    assert_eq!(rows.iter().map(|logged| logged.times).sum::<u64>(), 200);
}

async fn old_events_are_swept(opened: &Opened) {
    let log = opened.store.security_log();
    log.put(&SecurityEvent::of(SecurityEventKind::Login, &registrar()), at(0), [1; 16]).await.unwrap();
    let operator = opened.store.operator();
    let end = SECURITY_EVENT_DAYS_MAX * 86_400;
    assert_eq!(operator.sweep(at(end)).await.unwrap().security_events, 0);
    assert_eq!(operator.sweep(at(end + 1)).await.unwrap().security_events, 1);
}
