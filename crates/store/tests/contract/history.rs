//! The log: what is taken out of a register, put in or written anew is found, by the log itself, by its codes, or by a head
//! that was sealed or kept before.

use signet_registry::{Digest, EntryHash, LogEntry, LogHead, LogOwner};
use signet_store::{Inconsistency, LogFinding, Lost, SealStop, SealUse, SealWork, Store, Tenant};
use sqlx::{AssertSqlSafe, Row};

use crate::engines::{Opened, log_key, on_both_engines};
use crate::fixture::{append, at, by, credential, found, institution, issue, propose, revoked, share, state};
use crate::fsck::intruder;

on_both_engines![
    a_revocation_taken_back_is_found,
    a_credential_removed_from_every_table_is_found,
    a_ledger_under_another_author_is_found,
    uses_and_stops_that_are_missing_are_found,
    a_log_written_anew_is_found_by_its_codes,
    a_log_written_anew_with_the_key_is_found_by_a_sealed_head,
    a_shortened_log_is_found_by_a_sealed_head,
    an_older_register_is_logged_when_it_is_brought_up_to_date,
    many_hands_write_one_log,
];

async fn findings(tenant: &Tenant, kept: &[LogHead]) -> Vec<LogFinding> {
    tenant.audit_log(kept).await.unwrap().findings
}

async fn about(tenant: &Tenant, n: u8) -> Vec<Inconsistency> {
    let mut rows = tenant.audit(None, 100).await.unwrap().rows;
    rows.extend(tenant.gone(None).await.unwrap().rows);
    rows.into_iter().find(|one| one.credential == credential(n)).map(|one| one.findings).unwrap_or_default()
}

async fn head(store: &Store) -> LogHead {
    store.public().log_heads(&institution("lhota")).await.unwrap().institution
}

fn used(n: u8, of_institution: bool) -> SealUse {
    SealUse {
        at: at(n.into()),
        certificate: Digest::of(b"certificate"),
        institution: of_institution.then(|| institution("lhota")),
        credential: None,
        work: if of_institution { SealWork::StatusList } else { SealWork::Probe },
        algorithm: "ES256".into(),
        digest: Digest::of(&[n]).to_string(),
        outcome: "made".into(),
    }
}

async fn a_revocation_taken_back_is_found(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let before = state(&tenant, &id).await;
    append(&tenant, &id, revoked()).await;
    // Everything is set back to what it was, as far as a credential's own rows go.
    let row =
        format!("UPDATE credential SET status = 'valid', length = 4, head = '{}' WHERE id = '{id}'", before.head());
    let statements = [("DELETE FROM event WHERE sequence = 5", 1), (&row, 1), ("DELETE FROM status_entry", 1)];
    intruder(opened, &statements).await;
    assert_eq!(state(&tenant, &id).await, before);
    assert!(matches!(about(&tenant, 1).await[..], [Inconsistency::Removed(5)]));
}

async fn a_credential_removed_from_every_table_is_found(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=3 {
        let id = issue(&tenant, n, &format!("p{n}")).await;
        share(&tenant, &id, n).await;
    }
    let id = credential(2);
    let of = |table: &str, column: &str| format!("DELETE FROM {table} WHERE {column} = '{id}'");
    let removed = [
        (of("credential_file", "credential"), 2),
        (of("event_artefact", "credential"), 6),
        (of("event", "credential"), 4),
        (of("share", "credential"), 1),
        (of("record", "credential"), 1),
        (of("status_place", "credential"), 1),
        (of("credential", "id"), 1),
        ("UPDATE status_list SET used = used - 1".to_owned(), 1),
    ];
    let removed: Vec<(&str, u64)> = removed.iter().map(|(statement, rows)| (statement.as_str(), *rows)).collect();
    intruder(opened, &removed).await;
    assert!(matches!(about(&tenant, 2).await[..], [Inconsistency::Gone]));
    assert!(about(&tenant, 1).await.is_empty() && about(&tenant, 3).await.is_empty());
    // Its entries of the log removed as well: the chain breaks where they stood.
    let length = head(&opened.store).await.length;
    intruder(opened, &[(&of("log_entry", "credential"), 5)]).await;
    let found = findings(&tenant, &[]).await;
    assert!(matches!(found[..], [LogFinding::Broken { .. }]), "{found:?}");
    assert_eq!(length, 15);
}

async fn a_ledger_under_another_author_is_found(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    rewrite_ledger(opened, &tenant, 1).await;
    assert_eq!(tenant.history(&id).await.unwrap().unwrap().entries[0].by().as_str(), "somebody");
    let found = about(&tenant, 1).await;
    assert!(matches!(found[0], Inconsistency::Rewritten(1)), "{found:?}");
    assert_eq!(found.len(), 4, "each entry was hashed anew");
}

/// Writes a whole ledger anew under another author: every hash, and the row's head, fit.
async fn rewrite_ledger(opened: &Opened, tenant: &Tenant, n: u8) {
    let id = credential(n);
    let entries = tenant.history(&id).await.unwrap().unwrap().entries;
    let mut statements = Vec::new();
    let mut replaced: Vec<(String, String)> = Vec::new();
    for entry in &entries {
        let mut canonical = entry.canonical().replace(by().as_str(), "somebody");
        for (from, to) in &replaced {
            canonical = canonical.replace(from, to);
        }
        let hash = EntryHash::of(canonical.as_bytes());
        replaced.push((entry.hash().to_string(), hash.to_string()));
        let place = format!("credential = '{id}' AND sequence = {}", entry.sequence());
        statements.push(format!("UPDATE event SET canonical = '{canonical}', hash = '{hash}' WHERE {place}"));
        statements.push(format!("UPDATE credential SET head = '{hash}' WHERE id = '{id}'"));
    }
    let statements: Vec<(&str, u64)> = statements.iter().map(|one| (one.as_str(), 1)).collect();
    intruder(opened, &statements).await;
}

async fn uses_and_stops_that_are_missing_are_found(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let seal_audit = opened.store.seal_audit();
    for n in 1..=8 {
        seal_audit.note(&used(n, n <= 4), [n; 16]).await.unwrap();
    }
    for n in 1..=2 {
        let by = "custodian".to_owned();
        let stop = SealStop { certificate: None, stopped: n == 1, at: at(n), by, reason: "why".into() };
        seal_audit.put_stop(&stop).await.unwrap();
    }
    assert_eq!(findings(&tenant, &[]).await, []);
    assert_eq!(seal_audit.audit_log(&[]).await.unwrap().findings, []);
    let id = |n: u8| data_encoding::HEXLOWER.encode(&[n; 16]);
    let altered = format!("UPDATE seal_use SET outcome = 'lost' WHERE id = '{}'", id(1));
    let half = format!("DELETE FROM seal_use WHERE id IN ('{}', '{}', '{}', '{}')", id(2), id(3), id(6), id(8));
    let stop = "UPDATE seal_stop SET reason = 'another' WHERE sequence = 1";
    intruder(opened, &[(&altered, 1), (&half, 4), (stop, 1)]).await;
    let gone = |n: u8, state: Lost| LogFinding::Use { id: id(n), state };
    let expected = [gone(1, Lost::Altered), gone(2, Lost::Removed), gone(3, Lost::Removed)];
    assert_eq!(findings(&tenant, &[]).await, expected);
    let expected =
        [gone(6, Lost::Removed), gone(8, Lost::Removed), LogFinding::Stop { sequence: 1, state: Lost::Altered }];
    assert_eq!(seal_audit.audit_log(&[]).await.unwrap().findings, expected);
    // A use that nobody logged.
    let forged = "INSERT INTO seal_use SELECT 'forged', happened, certificate, institution, credential, work, algorithm, \
                  digest, outcome FROM seal_use WHERE institution IS NOT NULL AND outcome = 'made'";
    intruder(opened, &[(forged, 1)]).await;
    // Two are gone and one was added: each of the gone is named already.
    assert_eq!(findings(&tenant, &[]).await.len(), 3);
}

/// Writes the log of the institution anew over the ledgers as they stand, as somebody with the whole database could.
async fn rewrite_log(opened: &Opened, key: Option<signet_registry::LogKey>) {
    let owner = LogOwner::of(&institution("lhota"));
    let pool = Opened::pool(&opened.owner).await;
    let rows = sqlx::query("SELECT canonical FROM log_entry WHERE institution = 'lhota' ORDER BY position")
        .fetch_all(&pool)
        .await
        .unwrap();
    let mut records = Vec::new();
    for row in rows {
        let mut record = LogEntry::read(&row.get::<String, _>(0)).unwrap().record().clone();
        if let signet_registry::LogRecord::Entry { credential, sequence, hash } = &mut record {
            let now = "SELECT hash FROM event WHERE credential = '{c}' AND sequence = {s}"
                .replace("{c}", &credential.to_string())
                .replace("{s}", &sequence.to_string());
            let now: Option<String> = sqlx::query_scalar(AssertSqlSafe(now)).fetch_optional(&pool).await.unwrap();
            let Some(now) = now else { continue };
            *hash = now.parse().unwrap();
        }
        records.push(record);
    }
    pool.close().await;
    let mut head = LogHead::genesis(&owner);
    let mut statements = vec!["DELETE FROM log_entry WHERE institution = 'lhota'".to_owned()];
    for record in records {
        let entry = head.next(&owner, record).unwrap();
        head = LogHead::at(&entry);
        let mac = key.as_ref().map_or("00".to_owned(), |key| key.code(entry.hash()));
        statements.push(format!(
            "INSERT INTO log_entry (institution, position, kind, credential, hash, canonical, mac) \
             VALUES ('lhota', {}, '{}', '{}', '{}', '{}', '{mac}')",
            entry.position(),
            entry.record().kind(),
            entry.record().credential().unwrap(),
            entry.hash(),
            entry.canonical()
        ));
    }
    let (length, hash) = (head.length, head.hash);
    statements.push(format!("UPDATE log_head SET length = {length}, head = '{hash}' WHERE institution = 'lhota'"));
    let pool = Opened::pool(&opened.owner).await;
    for statement in statements {
        sqlx::query(AssertSqlSafe(statement)).execute(&pool).await.unwrap();
    }
    pool.close().await;
}

async fn a_log_written_anew_is_found_by_its_codes(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    rewrite_ledger(opened, &tenant, 1).await;
    rewrite_log(opened, None).await;
    assert!(about(&tenant, 1).await.is_empty(), "ledger and log agree");
    let found = findings(&tenant, &[]).await;
    let expected: Vec<LogFinding> = (1..=4).map(LogFinding::Unauthentic).collect();
    assert_eq!(found, expected);
}

async fn a_log_written_anew_with_the_key_is_found_by_a_sealed_head(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    append(&tenant, &id, revoked()).await;
    let sealed = head(&opened.store).await;
    issue(&tenant, 2, "p2").await;
    assert_eq!(findings(&tenant, &[sealed]).await, []);
    rewrite_ledger(opened, &tenant, 1).await;
    rewrite_log(opened, Some(log_key())).await;
    assert!(about(&tenant, 1).await.is_empty());
    assert_eq!(findings(&tenant, &[]).await, [], "without what was kept nobody could tell");
    assert_eq!(findings(&tenant, &[sealed]).await, [LogFinding::Forked(sealed)]);
}

async fn a_shortened_log_is_found_by_a_sealed_head(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    let id = propose(&tenant, 2, "p2").await;
    let sealed = head(&opened.store).await;
    assert_eq!(sealed.length, 5);
    // The newest credential is taken away with everything that names it.
    let before = LogHead { length: 4, ..sealed };
    let of = |table: &str, column: &str| format!("DELETE FROM {table} WHERE {column} = '{id}'");
    let removed = [
        of("event_artefact", "credential"),
        of("event", "credential"),
        of("log_entry", "credential"),
        of("credential", "id"),
    ];
    let removed: Vec<(&str, u64)> = removed.iter().map(|statement| (statement.as_str(), 1)).collect();
    intruder(opened, &removed).await;
    let [LogFinding::Head] = findings(&tenant, &[]).await[..] else { panic!("the head is where the log ended") };
    let hash = tenant.audit_log(&[]).await.unwrap().head.hash;
    let moved = format!("UPDATE log_head SET length = 4, head = '{hash}' WHERE institution = 'lhota'");
    intruder(opened, &[(&moved, 1)]).await;
    assert_eq!(findings(&tenant, &[]).await, []);
    assert_eq!(findings(&tenant, &[sealed]).await, [LogFinding::Shortened { length: before.length, sealed }]);
}

async fn an_older_register_is_logged_when_it_is_brought_up_to_date(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for n in 1..=3 {
        let id = issue(&tenant, n, &format!("p{n}")).await;
        share(&tenant, &id, n).await;
    }
    found(&opened.store, "jinde").await;
    let seal_audit = opened.store.seal_audit();
    for n in 1..=4 {
        seal_audit.note(&used(n, n <= 2), [n; 16]).await.unwrap();
    }
    let stop = SealStop { certificate: None, stopped: true, at: at(9), by: "custodian".into(), reason: "why".into() };
    seal_audit.put_stop(&stop).await.unwrap();
    // As it stood before there was a log.
    intruder(opened, &[]).await;
    let pool = Opened::pool(&opened.owner).await;
    for statement in [
        "DROP TABLE log_entry",
        "DROP TABLE log_head",
        "DROP TABLE unit_version",
        "DROP TABLE unit_event",
        "DROP TABLE unit_draft",
        "DROP TABLE grant_event",
        "DROP INDEX account_role_of_institution",
        "DROP INDEX account_role_of_person",
        "DELETE FROM migration WHERE name IN ('2026-11-30-02-log', '2026-11-30-03-only-added', '2026-11-30-81-unit-ledger', \
         '2026-11-30-82-unit-only-added', '2026-12-01-12-run-only-added', '2026-12-01-21-grant-event', \
         '2026-12-01-22-grant-only-added', '2026-12-01-24-audit-only-added')",
    ] {
        sqlx::query(statement).execute(&pool).await.unwrap();
    }
    for table in
        ["audit_entry", "event", "event_artefact", "result_entry", "run_event", "seal_stop", "seal_use", "status_place"]
    {
        let drop = format!("DROP TRIGGER IF EXISTS {table}_only_added ON {table}");
        if matches!(opened.owner, signet_store::Database::Postgres(_)) {
            sqlx::query(AssertSqlSafe(drop)).execute(&pool).await.unwrap();
        }
    }
    if matches!(opened.owner, signet_store::Database::Postgres(_)) {
        sqlx::query("DROP FUNCTION only_added()").execute(&pool).await.unwrap();
    }
    pool.close().await;
    signet_store::migrate(&opened.owner, &opened.database, Some(log_key())).await.unwrap();
    let again = opened.again().await;
    let tenant = again.tenant(&institution("lhota"));
    let log = tenant.audit_log(&[]).await.unwrap();
    assert_eq!((log.head.length, log.findings), (3 * 5 + 2, Vec::new()));
    let service = again.seal_audit().audit_log(&[]).await.unwrap();
    assert_eq!((service.head.length, service.findings), (3, Vec::new()));
    assert!(tenant.audit(None, 10).await.unwrap().rows.iter().all(|one| one.findings.is_empty()));
    assert!(again.operator().unguarded().await.unwrap().is_empty());
    // And it goes on.
    issue(&tenant, 4, "p4").await;
    assert_eq!(findings(&tenant, &[log.head]).await, []);
}

async fn many_hands_write_one_log(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let elsewhere = found(&opened.store, "jinde").await;
    let mut hands = Vec::new();
    for n in 1..=12_u8 {
        let (tenant, seal_audit) =
            (if n % 3 == 0 { elsewhere.clone() } else { tenant.clone() }, opened.again().await.seal_audit());
        hands.push(tokio::spawn(async move {
            let id = issue(&tenant, n, &format!("p{n}")).await;
            seal_audit.note(&used(n, true), [n; 16]).await.unwrap();
            share(&tenant, &id, n).await;
        }));
    }
    for hand in hands {
        hand.await.unwrap();
    }
    for (tenant, length) in [(&tenant, 8 * 5 + 12), (&elsewhere, 4 * 5)] {
        let log = tenant.audit_log(&[]).await.unwrap();
        assert_eq!((log.head.length, log.findings), (length, Vec::new()));
    }
}
