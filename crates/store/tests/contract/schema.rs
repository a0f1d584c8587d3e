//! The tables themselves: every statement fits both engines, every column is declared, migrations are applied once.

use std::collections::{BTreeMap, BTreeSet};

use signet_store::{Database, MigrationError, OpenError, Store, columns::COLUMNS};
use sqlx::{AnyPool, Executor, Row, SqlSafeStr};

use crate::engines::{Opened, on_both_engines};

on_both_engines![
    every_statement_prepares,
    every_column_is_declared,
    a_foreign_schema_is_refused,
    look_ups_use_an_index
];

pub async fn pool(opened: &Opened) -> AnyPool {
    Opened::pool(&opened.owner).await
}

fn statements() -> BTreeMap<String, String> {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/sql")).unwrap();
    let read = |file: std::fs::DirEntry| {
        let name = file.file_name().into_string().unwrap();
        (name.strip_suffix(".sql").unwrap().to_owned(), std::fs::read_to_string(file.path()).unwrap())
    };
    folder.map(|file| read(file.unwrap())).collect()
}

async fn every_statement_prepares(opened: &Opened) {
    let pool = pool(opened).await;
    let statements = statements();
    assert!(statements.len() > 50);
    for (name, text) in statements {
        let prepared = pool.prepare(sqlx::AssertSqlSafe(text).into_sql_str()).await;
        assert!(prepared.is_ok(), "{name}: {}", prepared.err().unwrap());
    }
    pool.close().await;
}

#[test]
fn every_statement_is_used() {
    let mut source = String::new();
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            source.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    for name in statements().keys() {
        assert!(source.contains(&format!("sql!(\"{name}\")")), "sql/{name}.sql is not used");
    }
}

#[test]
fn every_statement_of_a_tenants_tables_names_the_institution() {
    // Across institutions by design: the queue of all, a link's digest, sweeps, founding.
    let across = [
        "account_get",
        "account_list",
        "account_put",
        "account_role_end",
        "account_role_list",
        "account_role_put",
        "institution_list",
        "institution_put",
        "institution_get",
        "log_institutions",
        "login_token_end",
        "login_token_put",
        "login_token_sweep",
        "login_token_use",
        "look_sweep",
        "migration_get",
        "migration_list",
        "migration_put",
        "migration_table",
        "ping",
        "queue_claim",
        "queue_count",
        "queue_free_all",
        "queue_retry_all",
        "queue_troubles",
        "seal_stop_all",
        "seal_stop_count",
        "seal_stop_get",
        "seal_stop_list",
        "seal_stop_put",
        "seal_use_count",
        "seal_use_get",
        "seal_use_list",
        "seal_use_put",
        "security_event_list",
        "security_event_put",
        "security_event_sweep",
        "session_end",
        "session_end_others",
        "session_get",
        "session_list",
        "session_put",
        "session_sweep",
        "session_touch",
        "setting_get",
        "setting_put",
        "share_look_up",
        "signature_value_of",
    ];
    for (name, text) in statements() {
        let scoped =
            text.contains("institution = $1") || text.contains("VALUES ($1") || text.contains("VALUES (\n    $1");
        assert!(scoped || across.contains(&name.as_str()), "sql/{name}.sql leaves its institution");
    }
}

async fn every_column_is_declared(opened: &Opened) {
    let live = match &opened.database {
        Database::Postgres(_) => {
            "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns \
             WHERE table_schema = 'public'"
        }
        Database::Sqlite(_) => {
            "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        }
    };
    let pool = pool(opened).await;
    let rows = sqlx::query(live).fetch_all(&pool).await.unwrap();
    pool.close().await;
    let live: BTreeSet<(String, String)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    let declared: BTreeSet<_> =
        COLUMNS.iter().map(|column| (column.table.to_owned(), column.name.to_owned())).collect();
    let undeclared: Vec<_> = live.difference(&declared).collect();
    let gone: Vec<_> = declared.difference(&live).collect();
    assert!(undeclared.is_empty() && gone.is_empty(), "not declared: {undeclared:?}; declared and gone: {gone:?}");
}

async fn a_foreign_schema_is_refused(opened: &Opened) {
    let pool = pool(opened).await;
    let artefacts = opened.folder.path().join("artefacts");
    sqlx::query("INSERT INTO migration (name, digest) VALUES ('2999-01-01-01-future', '00')")
        .execute(&pool)
        .await
        .unwrap();
    let newer = Store::open(&opened.database, &artefacts).await.err().unwrap();
    assert!(matches!(newer, OpenError::Migration(MigrationError::Newer(_))), "{newer}");
    sqlx::query("UPDATE migration SET digest = '00'").execute(&pool).await.unwrap();
    let changed = Store::open(&opened.database, &artefacts).await.err().unwrap();
    assert!(matches!(changed, OpenError::Migration(MigrationError::Changed("2026-11-23-01-setting"))), "{changed}");
    pool.close().await;
}

async fn look_ups_use_an_index(opened: &Opened) {
    let Database::Sqlite(_) = opened.database else { return };
    let pool = pool(opened).await;
    let text = statements().remove("share_look_up").unwrap();
    let plan =
        sqlx::query(sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}"))).bind("").fetch_all(&pool).await.unwrap();
    let steps: Vec<String> = plan.iter().map(|row| row.get(3)).collect();
    assert!(steps.iter().all(|step| step.starts_with("SEARCH") && step.contains("INDEX")), "{steps:?}");
    pool.close().await;
}
