//! The tables themselves: every statement fits both engines, every column is declared, migrations are applied once.

use std::collections::{BTreeMap, BTreeSet};

use signet_store::{Database, MigrationError, OpenError, Store, columns::COLUMNS};
use sqlx::{AnyPool, Executor, Row, SqlSafeStr};

use crate::engines::{Opened, on_both_engines};

on_both_engines![every_statement_prepares, every_column_is_declared, a_foreign_schema_is_refused];

pub async fn pool(opened: &Opened) -> AnyPool {
    Opened::pool(&opened.owner).await
}

/// The files of a folder under `sql/` by their names.
fn files(folder: &str) -> BTreeMap<String, String> {
    let folder = std::fs::read_dir(format!("{}/sql/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut files = BTreeMap::new();
    for file in folder {
        let path = file.unwrap().path();
        if path.is_file() {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read_to_string(path).unwrap());
        }
    }
    files
}

/// Every statement for an engine, whole, by the names that `sql!` takes.
pub fn statements(database: &Database) -> BTreeMap<String, String> {
    let mut statements: BTreeMap<String, String> = files("")
        .into_iter()
        .filter(|(name, _)| match database {
            Database::Postgres(_) => !name.ends_with(".sqlite"),
            Database::Sqlite(_) => !name.ends_with(".postgres"),
        })
        .map(|(name, text)| (format!("\"{name}\""), text))
        .collect();
    let filter = files("filter").remove("credential").unwrap();
    for (found, text) in files("find") {
        for (page, ending) in files("page") {
            // All are counted beforehand; what comes in the order of time has pages of its own.
            if (found.as_str(), page.as_str()) == ("credential_all", "count")
                || found.starts_with("credential_newest") != page.starts_with("newest_")
            {
                continue;
            }
            let whole = format!("WITH fits AS (\n{text}{filter})\n{ending}");
            statements.insert(format!("\"{found}\", \"{page}\""), whole);
        }
    }
    statements.extend(of_letters(database));
    statements
}

/// What both tables of letters are asked, and how they change.
fn of_letters(database: &Database) -> BTreeMap<String, String> {
    let texts = files("letter");
    let mut statements = BTreeMap::new();
    for table in ["notice", "account_letter"] {
        let text = |name: &str| texts[name].as_str();
        let lock = match database {
            Database::Postgres(_) => text("lock.postgres"),
            Database::Sqlite(_) => "",
        };
        let (next, claim) = (text("next"), text("claim"));
        let returned = text(&format!("columns_{table}"));
        let claim =
            format!("WITH next AS (\nSELECT id\nFROM {table}\n{next}{lock})\nUPDATE {table}\n{claim}{returned}");
        let change = |name: &str| format!("UPDATE {table}\n{}", text(name));
        let all = [
            ("next", format!("SELECT due\nFROM {table}\n{next}")),
            ("claim", claim),
            ("postpone", change("postpone")),
            ("bounce", change("bounce")),
        ];
        statements.extend(all.map(|(name, text)| (format!("letters \"{table}\", \"{name}\""), text)));
    }
    statements
}

/// The same for both engines.
fn all() -> BTreeMap<String, String> {
    statements(&Database::Postgres(String::new()))
}

async fn every_statement_prepares(opened: &Opened) {
    let pool = pool(opened).await;
    let statements = statements(&opened.database);
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
    let mut folders = vec![concat!(env!("CARGO_MANIFEST_DIR"), "/src").into()];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir::<std::path::PathBuf>(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                source.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    for name in all().keys() {
        assert!(source.contains(&format!("sql!({name}")), "{name} is not used");
    }
}

/// Statements across institutions by design: the queue of all, a link's digest, sweeps, founding.
const ACROSS: [&str; 92] = [
    "account_contact_accept",
    "account_contact_digested",
    "account_contact_due",
    "account_contact_get",
    "account_contact_list",
    "account_contact_old",
    "account_contact_put",
    "account_contact_refuse",
    "account_contact_sweep",
    "account_get",
    "account_letter_end",
    "account_letter_get",
    "account_letter_old",
    "account_letter_put",
    "account_letter_sweep",
    "account_list",
    "account_merge_get",
    "account_merge_list",
    "account_merge_put",
    "account_merge_undo",
    "account_name",
    "account_put",
    "account_role_end",
    "account_role_list",
    "account_role_put",
    "batch_telling",
    "belonging_end",
    "belonging_list",
    "catalogue_state",
    "identity_get",
    "identity_move",
    "identity_of_account",
    "identity_put",
    "institution_get",
    "institution_list",
    "institution_put",
    "institution_runs_changed",
    "letter_refusal_end",
    "letter_refusal_list",
    "letter_refusal_put",
    "log_institutions",
    "login_attempt_end",
    "login_attempt_get",
    "login_attempt_put",
    "login_attempt_recognised",
    "login_attempt_sweep",
    "login_attempt_use",
    "login_token_end",
    "login_token_put",
    "login_token_sweep",
    "login_token_use",
    "logout_token_sweep",
    "look_sweep",
    "migration_get",
    "migration_list",
    "migration_put",
    "migration_table",
    "notice_forget_address",
    "ping",
    "queue_claim",
    "queue_claim.postgres",
    "queue_count",
    "queue_free_all",
    "queue_retry_all",
    "queue_troubles",
    "record_look_up",
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
    "session_end_of_provider",
    "session_end_of_sid",
    "session_end_others",
    "session_get",
    "session_identity_put",
    "session_list",
    "session_put",
    "session_sweep",
    "session_touch",
    "setting_get",
    "setting_put",
    "share_look_up",
    "signature_value_of",
];

#[test]
fn every_statement_of_a_tenants_tables_names_the_institution() {
    for (name, text) in all() {
        let scoped = ["institution = $1", "VALUES ($1", "VALUES (\n    $1", "SELECT $1, "];
        let scoped = scoped.iter().any(|named| text.contains(named));
        // Letters of all institutions wait in one queue.
        let across = name.starts_with("letters ") || ACROSS.contains(&name.trim_matches('"'));
        assert!(scoped || across, "{name} leaves its institution");
    }
}

async fn every_column_is_declared(opened: &Opened) {
    let live = match &opened.database {
        Database::Postgres(_) => {
            "SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT) FROM information_schema.columns AS c \
             JOIN information_schema.tables AS t USING (table_schema, table_name) \
             WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'"
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
