//! Guards: the triggers that let ledgers and logs only be added to.

use std::collections::BTreeSet;

use crate::engine::Engine;
use crate::error::StoreError;
use crate::operator::Operator;
use crate::statement::sql;
use crate::store::Store;

/// Tables whose rows are only ever added.
pub const ONLY_ADDED: [&str; 12] = [
    "audit_entry",
    "event",
    "event_artefact",
    "grant_event",
    "log_entry",
    "result_entry",
    "run_event",
    "seal_stop",
    "seal_use",
    "status_place",
    "unit_event",
    "unit_version",
];

impl Operator {
    /// Tables whose guards are missing or switched off: somebody has been at work with the rights of the tables' owner.
    pub async fn unguarded(&self) -> Result<Vec<&'static str>, StoreError> {
        let triggers = self.pools.triggers().await?;
        let engine = self.pools.engine;
        let there = |name: String| triggers.contains(&name);
        let guarded = |table: &str| match engine {
            Engine::Postgres => there(format!("{table}_only_added")),
            Engine::Sqlite => there(format!("{table}_no_update")) && there(format!("{table}_no_delete")),
        };
        Ok(ONLY_ADDED.into_iter().filter(|table| !guarded(table)).collect())
    }
}

impl Store {
    /// Institutions that have a log, or a sealed status list beside the database, and are not in the register.
    pub async fn institutions_gone(&self) -> Result<Vec<String>, StoreError> {
        let bytes = |error| StoreError::bytes("institutions_gone", &error);
        let known: BTreeSet<String> =
            self.operator().institutions().await?.into_iter().map(|one| one.id.to_string()).collect();
        let mut gone = BTreeSet::new();
        for row in sql!("log_institutions").rows(&self.pools.read).await? {
            gone.insert(row.text("institution")?);
        }
        for name in self.objects.institutions().await.map_err(bytes)? {
            if !known.contains(&name) && !self.objects.lists(&name).await.map_err(bytes)?.is_empty() {
                gone.insert(name);
            }
        }
        Ok(gone.into_iter().collect())
    }
}
