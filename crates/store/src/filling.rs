//! Rows of before, which the program fills once, institution by institution, before a store is given out.

use signet_record::Timestamp;

use crate::engine::Pools;
use crate::error::StoreError;
use crate::operator::Operator;
use crate::statement::sql;

/// The institutions whose rows are to be filled; `None` where the setting says that it was done.
pub(crate) async fn pending(pools: &Pools, setting: &str) -> Result<Option<Vec<String>>, StoreError> {
    if (Operator { pools: pools.clone() }).setting(setting).await?.is_some() {
        return Ok(None);
    }
    let institutions = sql!("institution_list").rows(&pools.read).await?;
    institutions.iter().map(|row| row.text("id")).collect::<Result<_, _>>().map(Some)
}

/// Says that it was done.
pub(crate) async fn done(pools: &Pools, setting: &str) -> Result<(), StoreError> {
    // The store has no clock, and nobody asks when.
    (Operator { pools: pools.clone() }).put_setting(setting, "filled", Timestamp::UNIX_EPOCH).await
}
