//! Wrong codes at a share, counted for the share, whoever tried them.

use signet_record::Timestamp;
use signet_share::{
    ShareId,
    guesses::{CodeTries, WAIT, WRONG_BEFORE_WAIT, WRONG_MAX},
};

use crate::error::StoreError;
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

impl Tenant {
    /// Counts a try as wrong, before anybody knows whether it is. `false`: no code may be tried now. Of many tries at once no more are let through than
    /// of as many one after another.
    pub async fn begin_code_try(&self, share: &ShareId, now: Timestamp) -> Result<bool, StoreError> {
        let until = now.checked_add(WAIT).unwrap_or(Timestamp::MAX);
        let mut transaction = self.pools.begin().await?;
        let counted = sql!("share_guess_begin")
            .bind(self.institution.as_str())
            .bind_text(share)
            .bind(i64::from(WRONG_BEFORE_WAIT))
            .bind_time(until)
            .bind(i64::from(WRONG_MAX))
            .bind_time(now)
            .row(&mut *transaction)
            .await?;
        commit(transaction).await?;
        Ok(counted.is_some())
    }

    /// Takes back the last try: it was right. Those before it still count, so that nobody gets new tries by waiting for the recipient.
    pub async fn end_code_try(&self, share: &ShareId) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        sql!("share_guess_right").bind(self.institution.as_str()).bind_text(share).run(&mut *transaction).await?;
        commit(transaction).await
    }

    /// What was tried at a share.
    pub async fn code_tries(&self, share: &ShareId) -> Result<CodeTries, StoreError> {
        let row =
            sql!("share_guess_get").bind(self.institution.as_str()).bind_text(share).row(&self.pools.read).await?;
        let read = |row: Row| Ok(CodeTries { wrong: row.number("wrong")?, waits: row.time_if("waits")? });
        row.map_or(Ok(CodeTries::default()), read)
    }

    /// Forgets what was tried: the share listens to codes again.
    pub async fn forget_code_tries(&self, share: &ShareId) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        sql!("share_guess_clear").bind(self.institution.as_str()).bind_text(share).run(&mut *transaction).await?;
        commit(transaction).await
    }
}
