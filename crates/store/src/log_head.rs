//! How long the logs are: what sealed status lists carry.

use signet_record::InstitutionId;
use signet_registry::{LogHead, LogHeads, LogOwner};

use crate::error::StoreError;
use crate::public::Public;
use crate::statement::{Row, sql};

impl Public {
    /// The heads of an institution's log and of the service's own, as they stand now: what a status list carries.
    pub async fn log_heads(&self, institution: &InstitutionId) -> Result<LogHeads, StoreError> {
        Ok(LogHeads {
            institution: self.log_head(&LogOwner::of(institution)).await?,
            service: self.log_head(&LogOwner::SERVICE).await?,
        })
    }

    async fn log_head(&self, owner: &LogOwner) -> Result<LogHead, StoreError> {
        let row = sql!("log_head_get").bind(owner.as_str()).row(&self.pools.read).await?;
        let read = |row: Row| Ok(LogHead { length: row.number("length")?, hash: row.parse("head")? });
        row.map_or_else(|| Ok(LogHead::genesis(owner)), read)
    }

    /// Whether an institution's log has grown by anything but uses of keys since it was so long.
    pub async fn log_has_grown(&self, institution: &InstitutionId, since: &LogHead) -> Result<bool, StoreError> {
        let row = sql!("log_grown")
            .bind(institution.as_str())
            .bind(i64::try_from(since.length).unwrap_or(i64::MAX))
            .row(&self.pools.read)
            .await?;
        Ok(row.is_some())
    }
}
