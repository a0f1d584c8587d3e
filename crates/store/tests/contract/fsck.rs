//! Going through a register: a whole one passes, and whatever was tampered with is named.

use signet_store::{Database, HistoryError, Inconsistency};
use sqlx::{AssertSqlSafe, Executor};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{append, credential, found, issue, propose, revoked, share};

on_both_engines![a_whole_register_passes, tampering_is_named, places_and_shares_are_held_against_ledger_and_log];

async fn a_whole_register_passes(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=3 {
        issue(&tenant, n, &format!("p{n}")).await;
    }
    append(&tenant, &credential(2), revoked()).await;
    propose(&tenant, 4, "p4").await;
    share(&tenant, &credential(3), 3).await;
    let first = tenant.audit(None, 3).await.unwrap();
    let second = tenant.audit(first.next.as_ref(), 3).await.unwrap();
    assert_eq!((first.rows.len(), second.rows.len(), second.next), (3, 1, None));
    for audited in first.rows.iter().chain(&second.rows) {
        assert!(audited.findings.is_empty(), "{:?}", audited.findings);
        for digest in &audited.artefacts {
            tenant.artefact(digest).await.unwrap();
        }
    }
    assert_eq!(first.rows[0].artefacts.len(), 5);
    assert_eq!(second.rows[0].artefacts.len(), 1);
    assert!(tenant.gone(None).await.unwrap().rows.is_empty());
    assert_eq!(tenant.audit_status().await.unwrap(), []);
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
    assert_eq!(opened.store.seal_audit().audit_log(&[]).await.unwrap().findings, []);
    assert!(opened.store.operator().unguarded().await.unwrap().is_empty());
    assert!(opened.store.institutions_gone().await.unwrap().is_empty());
}

/// Somebody with the rights of the tables' owner, who switches the guards off first. Each statement changes `rows` rows.
pub async fn intruder(opened: &Opened, statements: &[(&str, u64)]) {
    let pool = Opened::pool(&opened.owner).await;
    let mut connection = pool.acquire().await.unwrap();
    for table in signet_store::ONLY_ADDED {
        let off = match opened.owner {
            Database::Postgres(_) => vec![format!("ALTER TABLE {table} DISABLE TRIGGER USER")],
            Database::Sqlite(_) => {
                ["update", "delete", "replace"].map(|verb| format!("DROP TRIGGER IF EXISTS {table}_no_{verb}")).to_vec()
            }
        };
        for statement in off {
            connection.execute(AssertSqlSafe(statement)).await.unwrap();
        }
    }
    for (statement, rows) in statements {
        let changed = connection.execute(AssertSqlSafe((*statement).to_owned())).await.unwrap().rows_affected();
        assert_eq!(changed, *rows, "{statement}");
    }
    drop(connection);
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
            ("UPDATE credential SET status = 'revoked' WHERE id = '01010101-0101-4101-8101-010101010101'", 1),
            (
                "UPDATE event SET canonical = replace(canonical, 'portal', 'email') \
                 WHERE sequence = 4 AND credential = '02020202-0202-4202-8202-020202020202'",
                1,
            ),
            ("DELETE FROM event WHERE sequence = 4 AND credential = '03030303-0303-4303-8303-030303030303'", 1),
        ],
    )
    .await;
    let audit = tenant.audit(None, 10).await.unwrap().rows;
    assert!(matches!(audit[0].findings[..], [Inconsistency::Disagrees("status")]), "{:?}", audit[0].findings);
    assert!(
        matches!(audit[1].findings[..], [Inconsistency::Ledger(HistoryError::AnotherEntry { at: 4 })]),
        "{:?}",
        audit[1].findings
    );
    assert!(matches!(audit[2].findings[..], [Inconsistency::Disagrees("stage"), ..]), "{:?}", audit[2].findings);
    assert!(matches!(audit[2].findings[..], [.., Inconsistency::Removed(4)]), "{:?}", audit[2].findings);
    assert!(audit[3].findings.is_empty());
}

async fn places_and_shares_are_held_against_ledger_and_log(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=5 {
        let id = issue(&tenant, n, &format!("p{n}")).await;
        share(&tenant, &id, n).await;
    }
    let other = |n: u8| credential(n).to_string();
    intruder(
        opened,
        &[
            // Somebody else's revocation would show in the place that the sealed file names.
            (&format!("UPDATE status_place SET place = 131071 - place WHERE credential = '{}'", other(1)), 1),
            (&format!("UPDATE share SET lookup = 'mine' WHERE credential = '{}'", other(2)), 1),
            (&format!("DELETE FROM share WHERE credential = '{}'", other(3)), 1),
            (
                &format!(
                    "INSERT INTO share (institution, id, credential, lookup, kind, label, purpose, ends, show_birth_date, \
                     language, created, withdrawn, mac) SELECT institution, 'forged', credential, 'forged', kind, label, \
                     purpose, ends, show_birth_date, language, created, withdrawn, mac FROM share WHERE credential = '{}'",
                    other(4)
                ),
                1,
            ),
            (&format!("UPDATE credential SET length = 2, head = '00' WHERE id = '{}'", other(5)), 1),
            ("UPDATE status_list SET used = used + 1", 1),
        ],
    )
    .await;
    let audit = tenant.audit(None, 10).await.unwrap().rows;
    let said = |n: usize| audit[n - 1].findings.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert!(matches!(audit[0].findings[..], [Inconsistency::StatusPlace]), "{:?}", said(1));
    assert!(matches!(audit[1].findings[..], [Inconsistency::ShareUnknown, Inconsistency::ShareLost]), "{:?}", said(2));
    assert!(matches!(audit[2].findings[..], [Inconsistency::ShareLost]), "{:?}", said(3));
    assert!(matches!(audit[3].findings[..], [Inconsistency::ShareUnknown]), "{:?}", said(4));
    assert!(
        matches!(audit[4].findings[..], [Inconsistency::Disagrees("length"), Inconsistency::Disagrees("head")]),
        "{:?}",
        said(5)
    );
    let [miscounted] = tenant.audit_status().await.unwrap()[..] else { panic!("one list") };
    assert_eq!((miscounted.list, miscounted.counted, miscounted.taken), (1, 6, 5));
}
