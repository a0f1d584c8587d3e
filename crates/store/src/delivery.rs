//! How a letter ends, and with it what the ledger says of its delivery.

use signet_record::Timestamp;
use signet_registry::Entry;

use crate::ledger::AppendError;
use crate::notice::{NoticeId, NoticeState};
use crate::queue::WorkerId;
use crate::statement::{commit, sql};
use crate::tenant::Tenant;

/// How a letter ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeEnd {
    /// What became of it.
    pub state: NoticeState,
    /// What the relay said: a code.
    pub code: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Tenant {
    /// Ends a claimed letter; in the same transaction its ledger says that the holder was told, if there is an entry for it. `false`, and nothing is
    /// written, when the letter is no longer this worker's.
    ///
    /// # Errors
    /// When the ledger could not be made longer: it has grown in the meantime, say.
    pub async fn end_notice(
        &self,
        worker: &WorkerId,
        notice: &NoticeId,
        end: &NoticeEnd,
        delivered: Option<&Entry>,
    ) -> Result<bool, AppendError> {
        let mut transaction = self.pools.begin().await?;
        let ended = sql!("notice_end")
            .bind(self.institution.as_str())
            .bind(notice.as_str())
            .bind(worker.as_str())
            .bind(end.state.code())
            .bind(end.code.clone())
            .bind_time(end.at)
            .run(&mut *transaction)
            .await?;
        if ended == 0 {
            return Ok(false);
        }
        if let Some(entry) = delivered {
            let (_, records) = self.append_in(&mut transaction, entry, None).await?;
            self.log_records(&mut transaction, records).await?;
        }
        commit(transaction).await?;
        Ok(true)
    }
}
