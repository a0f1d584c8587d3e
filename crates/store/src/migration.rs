//! Bringing the tables up to date.
//!
//! Each file under `migrations/` is applied once, in the order of names, in a transaction of its own, and recorded with its
//! SHA-256. An applied file never changes: a store that was made by another text is refused, not guessed at.

use signet_registry::Digest;

use crate::engine::Pools;
use crate::error::StoreError;
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

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        /// Name and text of every migration, in order.
        const MIGRATIONS: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../migrations/", $name, ".sql")))),*
        ];
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
];

pub(crate) async fn migrate(pools: &Pools) -> Result<(), MigrationError> {
    // Two nodes that start at once may both try to make the table; the one that loses finds it made.
    if sql!("migration_table").run(pools.write()).await.is_err() {
        sql!("migration_table").run(pools.write()).await?;
    }
    for (name, text) in MIGRATIONS {
        apply(pools, name, text).await?;
    }
    for row in sql!("migration_list").rows(&pools.read).await? {
        let name = row.text("name")?;
        if !MIGRATIONS.iter().any(|(known, _)| *known == name) {
            return Err(MigrationError::Newer(name));
        }
    }
    Ok(())
}

/// Applies one migration unless it is applied. Its row is written first: a second node waits there for the first one's
/// commit, and then finds nothing left to do.
async fn apply(pools: &Pools, name: &'static str, text: &'static str) -> Result<(), MigrationError> {
    let digest = Digest::of(text.as_bytes()).to_string();
    let applied = sql!("migration_get").bind(name).row(&pools.read).await?;
    if let Some(row) = applied {
        return if row.text("digest")? == digest { Ok(()) } else { Err(MigrationError::Changed(name)) };
    }
    let mut transaction = pools.begin().await?;
    if sql!("migration_put").bind(name).bind(digest).run(&mut *transaction).await? == 1 {
        sqlx::raw_sql(text).execute(&mut *transaction).await.map_err(|error| StoreError::of(name, error))?;
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
        files.sort();
        let listed: Vec<String> = MIGRATIONS.iter().map(|(name, _)| format!("{name}.sql")).collect();
        assert_eq!(files, listed);
    }
}
