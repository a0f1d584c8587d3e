//! The seal audit: every use of a key stays in the log, and the last word about a stop counts in every process.

use signet_registry::Digest;
use signet_store::{SealStop, SealUse, SealWork};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, credential, institution};

on_both_engines![
    uses_are_listed_oldest_first_and_by_pages,
    the_last_word_about_a_stop_counts,
    a_stop_of_all_stops_each
];

fn used(second: i64, work: SealWork) -> SealUse {
    let real = work != SealWork::Probe;
    SealUse {
        at: at(second),
        certificate: Digest::of(b"certificate"),
        institution: real.then(|| institution("lhota")),
        credential: real.then(|| credential(1)),
        work,
        algorithm: "ES256".into(),
        digest: Digest::of(&second.to_be_bytes()).to_string(),
        outcome: "made".into(),
    }
}

async fn uses_are_listed_oldest_first_and_by_pages(opened: &Opened) {
    let seal_audit = opened.store.seal_audit();
    // Two within one instant, and written down out of order.
    let seconds = [(3, SealWork::Probe), (1, SealWork::Credential), (1, SealWork::Document), (2, SealWork::StatusList)];
    for (n, (second, work)) in (1..).zip(seconds) {
        seal_audit.note(&used(second, work), [n; 16]).await.unwrap();
    }
    assert!(seal_audit.note(&used(9, SealWork::Probe), [1; 16]).await.is_err(), "no row is written over");
    let whole = opened.again().await.seal_audit().uses(at(0), None, 10).await.unwrap();
    let works: Vec<_> = whole.rows.iter().map(|used| used.work).collect();
    assert_eq!(works, [SealWork::Credential, SealWork::Document, SealWork::StatusList, SealWork::Probe]);
    assert_eq!(whole.rows[0], used(1, SealWork::Credential));
    assert_eq!(whole.rows[3], used(3, SealWork::Probe));
    assert_eq!(whole.next, None);
    let first = seal_audit.uses(at(0), None, 1).await.unwrap();
    let rest = seal_audit.uses(at(0), first.next.as_ref(), 10).await.unwrap();
    assert_eq!([first.rows, rest.rows].concat(), whole.rows);
    assert_eq!(seal_audit.uses(at(2), None, 10).await.unwrap().rows, whole.rows[2..]);
}

fn stop(certificate: Option<Digest>, stopped: bool, second: i64, reason: &str) -> SealStop {
    SealStop { certificate, stopped, at: at(second), by: "custodian".into(), reason: reason.into() }
}

async fn the_last_word_about_a_stop_counts(opened: &Opened) {
    let (seal_audit, elsewhere) = (opened.store.seal_audit(), opened.again().await.seal_audit());
    let (one, other) = (Digest::of(b"one"), Digest::of(b"other"));
    assert_eq!(seal_audit.stopped(&one).await.unwrap(), None);
    let stopping = stop(Some(one), true, 5, "klíč na stole");
    seal_audit.put_stop(&stopping).await.unwrap();
    assert_eq!(elsewhere.stopped(&one).await.unwrap(), Some(stopping.clone()));
    assert_eq!(elsewhere.stopped(&other).await.unwrap(), None);
    // Said within the same instant: the later word still counts.
    elsewhere.put_stop(&stop(Some(one), false, 5, "found")).await.unwrap();
    assert_eq!(seal_audit.stopped(&one).await.unwrap(), None);
    assert_eq!(seal_audit.stops().await.unwrap(), [stop(Some(one), false, 5, "found")]);
    seal_audit.put_stop(&stopping).await.unwrap();
    assert_eq!(seal_audit.stopped(&one).await.unwrap(), Some(stopping));
}

async fn a_stop_of_all_stops_each(opened: &Opened) {
    let seal_audit = opened.store.seal_audit();
    let one = Digest::of(b"one");
    seal_audit.put_stop(&stop(None, true, 1, "all")).await.unwrap();
    seal_audit.put_stop(&stop(Some(one), false, 2, "not this one")).await.unwrap();
    assert_eq!(
        seal_audit.stopped(&one).await.unwrap().unwrap().reason,
        "all",
        "going on with one does not end the other"
    );
    seal_audit.put_stop(&stop(None, false, 3, "over")).await.unwrap();
    assert_eq!(seal_audit.stopped(&one).await.unwrap(), None);
}
