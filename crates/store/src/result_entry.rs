//! Results of participants: what they have, and every change of it.

use std::collections::BTreeSet;

use signet_offering::{ParticipantResults, ResultChange, ResultField, RunRefusal, RunState};
use signet_record::{PersonId, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::engine::Engine;
use crate::error::StoreError;
use crate::participant::ParticipantError;
use crate::run::RunKey;
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

/// What somebody's results are to be, begun from so many changes.
#[derive(Clone, Debug)]
pub struct ResultWrite {
    /// Whose.
    pub person: PersonId,
    /// How often they had been changed.
    pub began_from: u32,
    /// What they have now.
    pub results: ParticipantResults,
    /// What changed.
    pub changes: Vec<ResultChange>,
}

/// A change that was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredResultChange {
    /// What changed.
    pub change: ResultChange,
    /// When.
    pub at: Timestamp,
    /// Under which account.
    pub by: Agent,
}

/// Results that no JSON can say; there are none.
const UNWRITTEN: StoreError = StoreError::Inconsistent { statement: "participant_results", column: "results" };

impl Tenant {
    /// Writes results down, of each participant all that changed or nothing. Returns those whose results somebody else had changed in the
    /// meantime; of them nothing was written.
    pub async fn enter_results(
        &self,
        key: &RunKey,
        writes: &[ResultWrite],
        (now, by): (Timestamp, &Agent),
    ) -> Result<Vec<PersonId>, ParticipantError> {
        let mut transaction = self.pools.begin().await?;
        let touched = self.touch_run(&mut transaction, key, now).await?.ok_or(RunRefusal::Unknown)?;
        if !RunState::takes_results(touched.state) {
            return Err(RunRefusal::NotNow(touched.state).into());
        }
        let written = self.write_results(&mut transaction, key, writes).await?;
        let (mut overtaken, mut entries) = (Vec::new(), Vec::new());
        for write in writes {
            if !written.contains(&write.person) {
                overtaken.push(write.person.clone());
                continue;
            }
            let numbered = (u64::from(write.began_from) + 1..).zip(&write.changes);
            entries.extend(numbered.map(|(sequence, change)| {
                (write.person.as_str(), sequence, change.field.name(), change.old.as_deref(), change.new.as_deref())
            }));
        }
        if !entries.is_empty() {
            let put = match self.pools.engine {
                Engine::Postgres => sql!("result_entry_put.postgres"),
                Engine::Sqlite => sql!("result_entry_put.sqlite"),
            };
            let entries = serde_json::to_string(&entries).or(Err(UNWRITTEN))?;
            self.of_run(put, key).bind(entries).bind_time(now).bind(by.as_str()).run(&mut *transaction).await?;
        }
        commit(transaction).await?;
        Ok(overtaken)
    }

    /// Writes what people have now; of whom it was written.
    async fn write_results(
        &self,
        transaction: &mut Transaction<'static, Any>,
        key: &RunKey,
        writes: &[ResultWrite],
    ) -> Result<BTreeSet<PersonId>, StoreError> {
        let of = |write: &ResultWrite| {
            let count = u32::try_from(write.changes.len()).unwrap_or(u32::MAX);
            let results = serde_json::to_string(&write.results).or(Err(UNWRITTEN))?;
            Ok((write.person.to_string(), results, write.began_from, write.began_from.saturating_add(count)))
        };
        let rows: Vec<(String, String, u32, u32)> = writes.iter().map(of).collect::<Result<_, StoreError>>()?;
        let put = match self.pools.engine {
            Engine::Postgres => sql!("participant_results.postgres"),
            Engine::Sqlite => sql!("participant_results.sqlite"),
        };
        let rows = serde_json::to_string(&rows).or(Err(UNWRITTEN))?;
        let written = self.of_run(put, key).bind(rows).rows(&mut **transaction).await?;
        written.iter().map(|row| row.parse("person")).collect()
    }

    /// Changes of somebody's results after the first so many, newest first.
    pub async fn result_changes(
        &self,
        key: &RunKey,
        person: &PersonId,
        after: u32,
        limit: u32,
    ) -> Result<Vec<StoredResultChange>, StoreError> {
        let rows = self
            .of_run(sql!("result_entry_list"), key)
            .bind(person.to_string())
            .bind(i64::from(after))
            .bind(i64::from(limit))
            .rows(&self.pools.read)
            .await?;
        let read = |row: &Row| {
            Ok(StoredResultChange {
                change: ResultChange {
                    field: row.code("field", ResultField::from_name)?,
                    old: row.text_if("old_value")?,
                    new: row.text_if("new_value")?,
                },
                at: row.time("happened")?,
                by: row.fits("by_account", Agent::new(&row.text("by_account")?))?,
            })
        };
        rows.iter().map(read).collect()
    }
}
