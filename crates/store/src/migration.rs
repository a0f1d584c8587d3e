//! Bringing the tables up to date.
//!
//! Each file under `migrations/` is applied once, in the order of names, in a transaction of its own, and recorded with its
//! SHA-256. An applied file never changes: a store that was made by another text is refused, not guessed at.

use signet_registry::Digest;

use crate::engine::{Engine, Pools};
use crate::error::StoreError;
use crate::log_begin;
use crate::statement::{commit, sql};

/// Why tables could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// The tables were made by another text of this migration.
    #[error("the tables were made by another text of migration `{0}`")]
    Changed(&'static str),
    /// The engine refused.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The database has tables of a newer Signet.
    #[error("the database was used by a newer version: it has migration `{0}`")]
    Newer(String),
}

/// One migration: the same text for both engines, or one for each where they cannot share it.
struct Migration {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations {
    ($($name:literal $($by_engine:ident)?),* $(,)?) => {
        /// Every migration, in order.
        const MIGRATIONS: &[Migration] = &[$(migrations!(@one $name $($by_engine)?)),*];
    };
    (@one $name:literal) => {
        Migration {
            name: $name,
            sqlite: include_str!(concat!("../migrations/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/", $name, ".sql")),
        }
    };
    (@one $name:literal by_engine) => {
        Migration {
            name: $name,
            sqlite: include_str!(concat!("../migrations/", $name, ".sqlite.sql")),
            postgres: include_str!(concat!("../migrations/", $name, ".postgres.sql")),
        }
    };
}

migrations![
    "2026-11-23-01-setting",
    "2026-11-23-02-institution",
    "2026-11-23-03-person",
    "2026-11-23-04-artefact",
    "2026-11-23-05-batch",
    "2026-11-23-06-credential",
    "2026-11-23-07-share",
    "2026-11-23-08-session",
    "2026-11-26-01-seal",
    "2026-11-30-01-look-downloads",
    "2026-11-30-02-log",
    "2026-11-30-03-only-added" by_engine,
    "2026-11-30-04-share-code",
    "2026-11-30-05-birth-country",
    "2026-11-30-11-session",
    "2026-11-30-12-account",
    "2026-11-30-13-security-event",
    "2026-11-30-21-large-register",
    "2026-11-30-22-credential-count" by_engine,
    "2026-11-30-23-word-order" by_engine,
    "2026-11-30-31-record",
    "2026-11-30-41-waiting-since",
    "2026-11-30-51-protected-until",
    "2026-11-30-61-identity",
    "2026-11-30-62-credential-file" by_engine,
    "2026-11-30-63-login-attempt-level",
    "2026-11-30-64-logout-token",
    "2026-11-30-65-pairing",
    "2026-11-30-71-status-entry" by_engine,
    "2026-11-30-72-word-beginnings",
    "2026-11-30-81-unit-ledger",
    "2026-11-30-82-unit-only-added" by_engine,
    "2026-11-30-85-unit-work",
    "2026-11-30-92-column-mapping",
    "2026-11-30-93-batch-word",
    "2026-11-30-94-revocation-proposal",
    "2026-11-30-98-search-ways",
    "2026-12-01-01-notice",
    "2026-12-01-02-claim",
    "2026-12-01-11-run",
    "2026-12-01-12-run-only-added" by_engine,
    "2026-12-01-21-grant-event",
    "2026-12-01-22-grant-only-added" by_engine,
    "2026-12-01-23-audit-entry" by_engine,
    "2026-12-01-24-audit-only-added" by_engine,
    "2026-12-01-25-statistics" by_engine,
    "2026-12-01-31-account-merge",
    "2026-12-01-32-person-claim",
    "2026-12-01-41-statistics-of-results" by_engine,
    "2026-12-01-42-participant-row",
    "2026-12-01-51-bounce",
    "2026-12-01-61-scope",
    "2026-12-01-62-account-letter",
    "2026-12-01-63-emergency",
    "2026-12-01-64-audited-security",
    "2026-12-01-65-guarantor",
    "2026-12-01-67-letter-refused",
    "2026-12-01-68-batch-telling",
    "2026-12-01-69-address-before",
    "2026-12-01-71-share-terms",
    "2026-12-01-72-share-item",
    "2026-12-01-80-run-changes",
    "2026-12-01-88-unit-faculty",
];

/// After this one, what stands in the tables is logged.
const LOG_BEGINS: &str = "2026-11-30-02-log";

/// After this one, the shares that stand there are given their codes.
const SHARES_CODED: &str = "2026-11-30-04-share-code";

pub(crate) async fn migrate(pools: &Pools) -> Result<(), MigrationError> {
    if !up_to_date(pools).await? {
        // Two nodes that start at once may both try to make the table; the one that loses finds it made.
        if sql!("migration_table").run(pools.write()).await.is_err() {
            sql!("migration_table").run(pools.write()).await?;
        }
        for migration in MIGRATIONS {
            apply(pools, migration).await?;
        }
    }
    for row in sql!("migration_list").rows(&pools.read).await? {
        let name = row.text("name")?;
        if !MIGRATIONS.iter().any(|known| known.name == name) {
            return Err(MigrationError::Newer(name));
        }
    }
    Ok(())
}

/// Whether everything is applied: then nothing is written, and a role that may change no table can open the store.
async fn up_to_date(pools: &Pools) -> Result<bool, MigrationError> {
    // Before the first start there is no table to ask.
    let Ok(rows) = sql!("migration_list").rows(&pools.read).await else { return Ok(false) };
    let mut applied = std::collections::BTreeMap::new();
    for row in rows {
        applied.insert(row.text("name")?, row.text("digest")?);
    }
    for migration in MIGRATIONS {
        match applied.get(migration.name) {
            None => return Ok(false),
            Some(digest) if *digest != migration.digest(pools.engine) => {
                return Err(MigrationError::Changed(migration.name));
            }
            Some(_) => {}
        }
    }
    Ok(true)
}

impl Migration {
    fn text(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Postgres => self.postgres,
            Engine::Sqlite => self.sqlite,
        }
    }

    fn digest(&self, engine: Engine) -> String {
        Digest::of(self.text(engine).as_bytes()).to_string()
    }
}

/// Applies one migration unless it is applied. Its row is written first: a second node waits there for the first one's
/// commit, and then finds nothing left to do.
async fn apply(pools: &Pools, migration: &Migration) -> Result<(), MigrationError> {
    let (name, digest) = (migration.name, migration.digest(pools.engine));
    let applied = sql!("migration_get").bind(name).row(&pools.read).await?;
    if let Some(row) = applied {
        return if row.text("digest")? == digest { Ok(()) } else { Err(MigrationError::Changed(name)) };
    }
    let mut transaction = pools.begin().await?;
    if sql!("migration_put").bind(name).bind(digest).run(&mut *transaction).await? == 1 {
        let text = migration.text(pools.engine);
        sqlx::raw_sql(text).execute(&mut *transaction).await.map_err(|error| StoreError::of(name, error))?;
        match name {
            LOG_BEGINS => log_begin::begin(&mut transaction, pools.log_key.as_ref()).await?,
            SHARES_CODED => log_begin::code_shares(&mut transaction, pools.log_key.as_ref()).await?,
            _ => {}
        }
    }
    commit(transaction).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_file_is_listed_once_and_in_order() {
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations")).unwrap();
        let mut files: Vec<String> = folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        files.retain(|name| name.ends_with(".sql"));
        files.sort();
        let names = |one: &Migration| match one.sqlite == one.postgres {
            true => vec![format!("{}.sql", one.name)],
            false => ["postgres", "sqlite"].map(|engine| format!("{}.{engine}.sql", one.name)).to_vec(),
        };
        let listed: Vec<String> = MIGRATIONS.iter().flat_map(names).collect();
        assert_eq!(files, listed);
    }
}
