//! Two roles of PostgreSQL: the tables' owner, who brings them up to date and is needed for nothing else, and the service,
//! who may read, add, and change no more than it must. The service cannot change history, and cannot let itself.

use std::collections::BTreeSet;

use signet_registry::LogKey;

use crate::columns::COLUMNS;
use crate::engine::{Database, Engine, Pools};
use crate::error::StoreError;
use crate::faculty_begin;
use crate::file_begin;
use crate::guard::ONLY_ADDED;
use crate::migration::{self, MigrationError};
use crate::word_begin;

/// Tables whose rows change, and never go.
const NEVER_DELETED: [&str; 19] = [
    "assessment_wait_count",
    "batch",
    "credential",
    "credential_count",
    "credential_file",
    "institution",
    "issued_count",
    "log_head",
    "opened_count",
    "participant",
    "person",
    "reason_count",
    "run",
    "setting",
    "status_entry",
    "status_list",
    "unit",
    "unit_draft",
    "wait_count",
];

/// Views: of what may be read anyway.
const VIEWS: [&str; 2] = ["credential_row", "participant_row"];

/// What came of bringing the tables up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roles {
    /// One role owns the tables and serves, or the engine has no roles: triggers alone guard history.
    One,
    /// The service's role has been given exactly its rights.
    Two,
}

/// Brings the tables up to date as their owner, and gives the service's role its rights.
///
/// # Errors
/// When one of the two cannot connect, the tables are not ours, or the rights cannot be given.
pub async fn migrate(owner: &Database, service: &Database, key: Option<LogKey>) -> Result<Roles, MigrationError> {
    let pools = Pools::connect(owner, key).await?;
    migration::migrate(&pools).await?;
    let roles = match pools.engine {
        Engine::Sqlite => Roles::One,
        Engine::Postgres => give_rights(&pools, service).await?,
    };
    // After the rights: a service of the release before that still runs writes this table too.
    file_begin::begin(&pools).await?;
    word_begin::begin(&pools).await?;
    faculty_begin::begin(&pools).await?;
    pools.close().await;
    Ok(roles)
}

async fn give_rights(owner: &Pools, service: &Database) -> Result<Roles, StoreError> {
    let name = |pools: Pools| async move {
        sqlx::query_scalar::<_, String>("SELECT CAST(current_user AS TEXT)")
            .fetch_one(&pools.read)
            .await
            .map_err(|error| StoreError::of("current_user", error))
    };
    let service = Pools::connect(service, None).await?;
    let role = name(service.clone()).await?;
    service.close().await;
    if role == name(owner.clone()).await? {
        return Ok(Roles::One);
    }
    let mut transaction = owner.begin().await?;
    for statement in rights(&role) {
        let run = sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut *transaction).await;
        run.map_err(|error| StoreError::of("grant", error))?;
    }
    crate::statement::commit(transaction).await?;
    Ok(Roles::Two)
}

/// Takes all rights from a role and gives it those of the service.
fn rights(role: &str) -> Vec<String> {
    let role = format!("\"{}\"", role.replace('"', "\"\""));
    let tables: BTreeSet<&str> = COLUMNS.iter().map(|column| column.table).collect();
    let mut statements = Vec::with_capacity((tables.len() + VIEWS.len()) * 2);
    for table in tables {
        statements.push(format!("REVOKE ALL ON \"{table}\" FROM {role}, PUBLIC"));
        statements.push(format!("GRANT {} ON \"{table}\" TO {role}", right(table)));
    }
    for view in VIEWS {
        statements.push(format!("REVOKE ALL ON \"{view}\" FROM {role}, PUBLIC"));
        statements.push(format!("GRANT SELECT ON \"{view}\" TO {role}"));
    }
    statements
}

fn right(table: &str) -> &'static str {
    match table {
        "migration" => "SELECT",
        table if ONLY_ADDED.contains(&table) => "SELECT, INSERT",
        table if NEVER_DELETED.contains(&table) => "SELECT, INSERT, UPDATE",
        _ => "SELECT, INSERT, UPDATE, DELETE",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn history_may_be_read_and_added_to() {
        assert_eq!(right("event"), "SELECT, INSERT");
        assert_eq!(right("log_entry"), "SELECT, INSERT");
        assert_eq!(right("credential"), "SELECT, INSERT, UPDATE");
        assert_eq!(right("migration"), "SELECT");
    }

    #[test]
    fn the_name_of_a_role_is_one_name() {
        let all = rights("a\" TO x; --").join("\n");
        assert!(all.contains("TO \"a\"\" TO x; --\""), "{all}");
    }

    #[test]
    fn every_table_named_here_exists() {
        for table in NEVER_DELETED.into_iter().chain(ONLY_ADDED) {
            assert!(COLUMNS.iter().any(|column| column.table == table), "{table}");
        }
    }
}
