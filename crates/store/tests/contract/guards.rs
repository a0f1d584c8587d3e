//! Who may write the database may add to history, and change nothing of it.

use signet_registry::Digest;
use signet_store::{Database, SealStop, SealUse, SealWork};
use sqlx::{AssertSqlSafe, Executor};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, credential, found, institution, issue};
use crate::runs::entered;
use crate::sessions::{employ, registrar, sessions};
use crate::units::approved;

on_both_engines![history_is_only_added_to, missing_guards_are_named, the_service_owns_no_table];

async fn furnished(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    issue(&tenant, 1, "p1").await;
    approved(&tenant, "ukazka").await;
    entered(&tenant, "p1").await;
    employ(&sessions(&opened.store), &registrar()).await;
    let seal_audit = opened.store.seal_audit();
    let used = SealUse {
        at: at(1),
        certificate: Digest::of(b"certificate"),
        institution: Some(institution("lhota")),
        credential: Some(credential(1)),
        work: SealWork::Credential,
        algorithm: "ES256".into(),
        digest: Digest::of(b"signed").to_string(),
        outcome: "made".into(),
    };
    seal_audit.note(&used, [1; 16]).await.unwrap();
    let stop = SealStop { certificate: None, stopped: true, at: at(2), by: "custodian".into(), reason: "test".into() };
    seal_audit.put_stop(&stop).await.unwrap();
}

async fn history_is_only_added_to(opened: &Opened) {
    furnished(opened).await;
    // As the service, and as the tables' owner.
    for role in [&opened.database, &opened.owner] {
        let pool = Opened::pool(role).await;
        for table in signet_store::ONLY_ADDED {
            let column = if table == "status_place" { "list" } else { "institution" };
            let column = if table == "seal_stop" { "reason" } else { column };
            let count = format!("SELECT COUNT(*) FROM {table}");
            let before: i64 = sqlx::query_scalar(AssertSqlSafe(count.clone())).fetch_one(&pool).await.unwrap();
            assert!(before > 0, "{table} has rows to lose");
            let mut tried = vec![
                format!("UPDATE {table} SET {column} = {column}"),
                format!("DELETE FROM {table}"),
                format!("DELETE FROM {table} WHERE 1 = 1"),
            ];
            match opened.owner {
                Database::Postgres(_) => tried.push(format!("TRUNCATE {table} CASCADE")),
                // Rows of these two hold nothing that their key does not.
                Database::Sqlite(_) if !["event_artefact", "status_place"].contains(&table) => {
                    tried.push(format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"));
                    tried.push(format!("REPLACE INTO {table} SELECT * FROM {table}"));
                }
                Database::Sqlite(_) => {}
            }
            for statement in tried {
                let refused = pool.execute(AssertSqlSafe(statement.clone())).await;
                let message = refused.expect_err(&statement).to_string();
                assert!(
                    message.contains("rows are only ever added") || message.contains("permission denied"),
                    "{statement}: {message}"
                );
            }
            let after: i64 = sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(&pool).await.unwrap();
            assert_eq!(before, after, "{table}");
        }
        pool.close().await;
    }
}

async fn missing_guards_are_named(opened: &Opened) {
    assert!(opened.store.operator().unguarded().await.unwrap().is_empty());
    let pool = Opened::pool(&opened.owner).await;
    let off = match opened.owner {
        Database::Postgres(_) => "ALTER TABLE seal_use DISABLE TRIGGER USER",
        Database::Sqlite(_) => "DROP TRIGGER seal_use_no_delete",
    };
    pool.execute(off).await.unwrap();
    assert_eq!(opened.store.operator().unguarded().await.unwrap(), ["seal_use"]);
    pool.close().await;
}

/// On PostgreSQL the service cannot switch a guard off, take a table away, or give itself more rights.
async fn the_service_owns_no_table(opened: &Opened) {
    let Database::Postgres(_) = opened.database else { return };
    let pool = Opened::pool(&opened.database).await;
    for statement in [
        "ALTER TABLE event DISABLE TRIGGER USER",
        "DROP TABLE event CASCADE",
        "DROP TRIGGER event_only_added ON event",
        "CREATE TABLE mine (one TEXT)",
        "DELETE FROM credential",
        "DELETE FROM person",
        "DELETE FROM institution",
        "DELETE FROM unit_draft",
        "UPDATE unit_event SET kind = 'saved'",
        "DELETE FROM run",
        "DELETE FROM participant",
        "UPDATE result_entry SET new_value = 'A'",
        "DELETE FROM grant_event",
        "UPDATE unit_version SET review_by = '2999-12-31'",
        "INSERT INTO migration (name, digest) VALUES ('x', 'y')",
        "CREATE OR REPLACE FUNCTION only_added() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
        "SET session_replication_role = replica",
    ] {
        let refused = pool.execute(statement).await;
        assert!(refused.is_err(), "{statement}");
    }
    pool.close().await;
}
