//! Telling whoever had a batch issued how it ended: it is looked at from time to time, beside the sealers, until there is something to tell.

use signet_record::{InstitutionId, Timestamp};

use crate::account_letter::{NewAccountLetter, put_letters};
use crate::batch::BatchId;
use crate::error::StoreError;
use crate::letter_queue::Outbox;
use crate::statement::{commit, sql};
use crate::tenant::Tenant;

/// A batch of which somebody is still to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchToTell {
    /// Whose register.
    pub institution: InstitutionId,
    /// Which.
    pub batch: BatchId,
    /// When it was to be looked at.
    pub due: Timestamp,
    /// Whether they were told already that some of it fails.
    pub failure_told: bool,
}

impl Tenant {
    /// From when on it is looked at whether somebody can be told how a batch ended.
    pub async fn tell_of_batch(&self, id: &BatchId, at: Timestamp) -> Result<(), StoreError> {
        let tell = sql!("batch_tell").bind(self.institution.as_str()).bind_text(id).bind_time(at);
        tell.run(self.pools.write()).await?;
        Ok(())
    }

    /// How many credentials of a batch were put off for another reason than the one with this code.
    pub async fn failing_of_batch(&self, id: &BatchId, but: &str) -> Result<u64, StoreError> {
        let asked = sql!("batch_failing").bind(self.institution.as_str()).bind_text(id).bind(but);
        asked.row(&self.pools.read).await?.map_or(Ok(0), |row| row.number("many"))
    }
}

impl Outbox {
    /// The batch that has waited for longest to be looked at.
    pub async fn batch_to_tell(&self, now: Timestamp) -> Result<Option<BatchToTell>, StoreError> {
        let row = sql!("batch_telling").bind_time(now).row(&self.pools.read).await?;
        let read = |row: &crate::statement::Row| {
            Ok(BatchToTell {
                institution: row.parse("institution")?,
                batch: row.parse("id")?,
                due: row.time("telling")?,
                failure_told: row.flag("failure_told")?,
            })
        };
        row.as_ref().map(read).transpose()
    }

    /// Writes down when a batch is looked at next, if at all, with the letter that tells of it. `false`, and nothing is written, when somebody else did.
    pub async fn put_batch_told(
        &self,
        looked: &BatchToTell,
        next: Option<Timestamp>,
        letter: Option<&NewAccountLetter>,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let noted = sql!("batch_told")
            .bind(looked.institution.as_str())
            .bind_text(looked.batch)
            .bind_time(looked.due)
            .bind_time_if(next)
            .bind(i64::from(looked.failure_told || letter.is_some()))
            .run(&mut *transaction)
            .await?;
        if noted == 0 {
            return Ok(false);
        }
        put_letters(&mut transaction, letter.map_or(&[][..], std::slice::from_ref)).await?;
        commit(transaction).await?;
        Ok(true)
    }
}
