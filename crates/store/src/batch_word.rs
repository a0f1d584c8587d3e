//! What people say about a batch: that it shall be issued, that they agree, that what waits shall stop.

use signet_record::{CredentialId, Timestamp};
use signet_registry::Agent;

use crate::batch::{Batch, BatchId, BatchWord};
use crate::error::StoreError;
use crate::run::{RunEventKind, RunKey};
use crate::statement::{commit, sql};
use crate::tenant::Tenant;

/// What is held is put off until then, in milliseconds: the year 2286. `sql/queue_retry_all.sql` knows it, too.
const HELD_UNTIL: i64 = 9_999_999_999_999;

impl Tenant {
    /// Takes the first word about a checked batch. `alone`: it takes effect at once, and the batch is being issued; else it waits for
    /// another's. `false` when somebody was quicker.
    pub async fn begin_batch(&self, id: &BatchId, word: &BatchWord, alone: bool) -> Result<bool, StoreError> {
        let begun = sql!("batch_begin")
            .bind(self.institution.as_str())
            .bind_text(id)
            .bind(word.by.as_str())
            .bind(i64::from(alone))
            .bind_time(word.at)
            .bind(word.person.as_ref().map(|person| person.as_str().to_owned()))
            .run(self.pools.write())
            .await?;
        Ok(begun == 1)
    }

    /// Takes the second word: the batch is being issued. `false` when nothing waits for it, or the account is that of the first.
    pub async fn confirm_batch(&self, id: &BatchId, by: &Agent, now: Timestamp) -> Result<bool, StoreError> {
        let confirmed = sql!("batch_confirm")
            .bind(self.institution.as_str())
            .bind_text(id)
            .bind(by.as_str())
            .bind_time(now)
            .run(self.pools.write())
            .await?;
        Ok(confirmed == 1)
    }

    /// Takes the first word back; `false` when there is none that waits.
    pub async fn decline_batch(&self, id: &BatchId, now: Timestamp) -> Result<bool, StoreError> {
        let declined = sql!("batch_decline")
            .bind(self.institution.as_str())
            .bind_text(id)
            .bind_time(now)
            .run(self.pools.write())
            .await?;
        Ok(declined == 1)
    }

    /// Stops what waits of a batch, with a short code of why; what is just being sealed is sealed whole. `false` when it is stopped
    /// already, or not being issued.
    pub async fn stop_batch(
        &self,
        id: &BatchId,
        by: &Agent,
        trouble: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let stopped = sql!("batch_stop")
            .bind(self.institution.as_str())
            .bind_text(id)
            .bind(by.as_str())
            .bind_time(now)
            .run(&mut *transaction)
            .await?;
        if stopped == 1 {
            sql!("queue_hold_of_batch")
                .bind(self.institution.as_str())
                .bind_text(id)
                .bind(HELD_UNTIL)
                .bind(trouble.to_owned())
                .run(&mut *transaction)
                .await?;
        }
        commit(transaction).await?;
        Ok(stopped == 1)
    }

    /// Lets what waits of a batch go on at once, whether it was stopped or put off. Returns how many.
    pub async fn retry_batch(&self, id: &BatchId) -> Result<u64, StoreError> {
        let mut transaction = self.pools.begin().await?;
        sql!("batch_resume").bind(self.institution.as_str()).bind_text(id).run(&mut *transaction).await?;
        let freed =
            sql!("queue_retry_of_batch").bind(self.institution.as_str()).bind_text(id).run(&mut *transaction).await?;
        commit(transaction).await?;
        Ok(freed)
    }

    /// Moves a batch that is to be sealed at a later instant to another one, or to now (`None`), which the history of its run says. `false` when its
    /// instant has come, or it never had one.
    pub async fn reschedule_batch(
        &self,
        batch: &Batch,
        not_before: Option<Timestamp>,
        (now, by): (Timestamp, &Agent),
    ) -> Result<bool, StoreError> {
        let Some(run) = &batch.run else { return Ok(false) };
        let mut transaction = self.pools.begin().await?;
        let moved = sql!("batch_reschedule")
            .bind(self.institution.as_str())
            .bind_text(batch.id)
            .bind_time_if(not_before)
            .bind_time(now)
            .run(&mut *transaction)
            .await?;
        if moved == 0 {
            return Ok(false);
        }
        sql!("queue_reschedule_of_batch")
            .bind(self.institution.as_str())
            .bind_text(batch.id)
            .bind_time_if(not_before)
            .bind_time(now)
            .run(&mut *transaction)
            .await?;
        let key = RunKey { unit: batch.unit.clone(), run: run.clone() };
        self.put_run_event(&mut transaction, &key, (RunEventKind::Rescheduled, None), (now, by)).await?;
        commit(transaction).await?;
        Ok(true)
    }

    /// How many credentials are to be sealed at a later instant.
    pub async fn scheduled(&self, now: Timestamp) -> Result<u64, StoreError> {
        let asked = sql!("scheduled_count").bind(self.institution.as_str()).bind_time(now);
        asked.row(&self.pools.read).await?.map_or(Ok(0), |row| row.number("many"))
    }

    /// Whether a credential came with a batch that is stopped: asked by whoever has just claimed it.
    pub async fn is_stopped(&self, credential: &CredentialId) -> Result<bool, StoreError> {
        let row = sql!("credential_stopped")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .row(&self.pools.read)
            .await?;
        Ok(row.is_some())
    }

    /// Until when something is put off that somebody holds.
    #[must_use]
    pub fn held_until() -> Timestamp {
        Timestamp::from_millisecond(HELD_UNTIL).unwrap_or(Timestamp::MAX)
    }
}
