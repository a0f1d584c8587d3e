//! Going through a register: a whole one passes, and whatever was tampered with is named.

use signet_store::{Database, Finding, HistoryError};
use sqlx::AnyPool;

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, credential, found, issue, propose, revoked};

on_both_engines![a_whole_register_passes, tampering_is_named];

async fn a_whole_register_passes(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=3 {
        issue(&tenant, n, &format!("p{n}")).await;
    }
    append(&tenant, &credential(2), revoked()).await;
    propose(&tenant, 4, "p4").await;
    let first = tenant.audit(None, 3).await.unwrap();
    let second = tenant.audit(first.next.as_ref(), 3).await.unwrap();
    assert_eq!((first.rows.len(), second.rows.len(), second.next), (3, 1, None));
    for audited in first.rows.iter().chain(&second.rows) {
        assert!(audited.findings.is_empty(), "{:?}", audited.findings);
        for digest in &audited.artefacts {
            tenant.artefact(digest).await.unwrap();
        }
    }
    assert_eq!(first.rows[0].artefacts.len(), 4);
    assert_eq!(second.rows[0].artefacts.len(), 1);
}

/// Somebody with the database's password.
async fn intruder(opened: &Opened, statements: &[&'static str]) {
    let url = match &opened.database {
        Database::Postgres(url) => url.clone(),
        Database::Sqlite(path) => {
            let plain = path.to_str().unwrap();
            format!("sqlite:{}", plain.replace('%', "%25").replace('?', "%3F").replace('#', "%23").replace(' ', "%20"))
        }
    };
    let pool = AnyPool::connect(&url).await.unwrap();
    for statement in statements {
        assert_eq!(sqlx::query(*statement).execute(&pool).await.unwrap().rows_affected(), 1, "{statement}");
    }
    pool.close().await;
}

async fn tampering_is_named(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=4 {
        issue(&tenant, n, &format!("p{n}")).await;
    }
    intruder(
        opened,
        &[
            "UPDATE credential SET status = 'revoked' WHERE id = '01010101-0101-4101-8101-010101010101'",
            "UPDATE event SET canonical = replace(canonical, 'portal', 'email') \
         WHERE sequence = 4 AND credential = '02020202-0202-4202-8202-020202020202'",
            "DELETE FROM event WHERE sequence = 4 AND credential = '03030303-0303-4303-8303-030303030303'",
        ],
    )
    .await;
    let audit = tenant.audit(None, 10).await.unwrap().rows;
    assert!(matches!(audit[0].findings[..], [Finding::Disagrees("status")]), "{:?}", audit[0].findings);
    assert!(
        matches!(audit[1].findings[..], [Finding::Ledger(HistoryError::Unreadable { at: 4 })]),
        "{:?}",
        audit[1].findings
    );
    assert!(matches!(audit[2].findings[..], [Finding::Disagrees("stage"), ..]), "{:?}", audit[2].findings);
    assert!(audit[3].findings.is_empty());
}
