//! The service as a whole: settings, and sweeping out what has expired. Nothing here reads a credential.

use signet_access::{Role, session_idle};
use signet_record::Timestamp;

use crate::account_contact::CONTACT_DAYS_MAX;
use crate::account_letter::ACCOUNT_LETTER_DAYS_MAX;
use crate::engine::Pools;
use crate::error::StoreError;
use crate::security::SECURITY_EVENT_DAYS_MAX;
use crate::share_view::LOOK_DAYS_MAX;
use crate::statement::sql;

/// The operator's handle, the only one that is not bound to an institution and may write.
#[derive(Clone)]
pub struct Operator {
    pub(crate) pools: Pools,
}

/// What a sweep took away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// One-time tokens that expired.
    pub login_tokens: u64,
    /// People who did not come back from a login provider.
    pub login_attempts: u64,
    /// Orders of login providers to end sessions that would be taken no longer.
    pub logout_tokens: u64,
    /// Sessions that were over.
    pub sessions: u64,
    /// Letters to accounts too old to keep.
    pub account_letters: u64,
    /// Addresses of accounts that nobody has signed in to for long.
    pub contacts: u64,
    /// Minutes of looks too old to keep.
    pub looks: u64,
    /// Uploaded files whose batch was done with long ago, or that never came to have one.
    pub uploads: u64,
    /// Artefacts that nothing names, left by a process that died.
    pub orphans: u64,
    /// Named shares that ended long ago.
    pub shares: u64,
    /// Security events too old to keep.
    pub security_events: u64,
}

pub(crate) const DAY_MILLISECONDS: i64 = 86_400_000;

impl Operator {
    /// A setting; `None` when it was never put.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let row = sql!("setting_get").bind(name).row(&self.pools.read).await?;
        row.map(|row| row.text("value")).transpose()
    }

    /// Keeps a setting.
    pub async fn put_setting(&self, name: &str, value: &str, now: Timestamp) -> Result<(), StoreError> {
        sql!("setting_put").bind(name).bind(value).bind_time(now).run(self.pools.write()).await?;
        Ok(())
    }

    /// Deletes what has expired of what belongs to no one institution: tokens, sessions, old looks. All of the sweep is
    /// [`Store::sweep`](crate::Store::sweep).
    pub async fn sweep(&self, now: Timestamp) -> Result<Swept, StoreError> {
        let oldest_event = now.as_millisecond().saturating_sub(SECURITY_EVENT_DAYS_MAX * DAY_MILLISECONDS);
        // Of all roles the longest idle time: what is swept out was over.
        let idle = Role::ALL.map(session_idle).into_iter().max().unwrap_or_default();
        let oldest_seen = now.saturating_sub(idle).unwrap_or(now);
        let oldest_look = now.as_millisecond().saturating_sub(LOOK_DAYS_MAX * DAY_MILLISECONDS);
        let days_ago = |days: i64| now.as_millisecond().saturating_sub(days * DAY_MILLISECONDS);
        Ok(Swept {
            login_tokens: sql!("login_token_sweep").bind_time(now).run(self.pools.write()).await?,
            login_attempts: sql!("login_attempt_sweep").bind_time(now).run(self.pools.write()).await?,
            logout_tokens: sql!("logout_token_sweep").bind_time(now).run(self.pools.write()).await?,
            account_letters: self.sweep_account_letters(days_ago(ACCOUNT_LETTER_DAYS_MAX)).await?,
            contacts: self.sweep_contacts(days_ago(CONTACT_DAYS_MAX)).await?,
            sessions: sql!("session_sweep").bind_time(now).bind_time(oldest_seen).run(self.pools.write()).await?,
            security_events: sql!("security_event_sweep").bind(oldest_event).run(self.pools.write()).await?,
            looks: sql!("look_sweep").bind(oldest_look).run(self.pools.write()).await?,
            ..Swept::default()
        })
    }

    /// Old letters go a hundred at a time, each by its name: so no plan reads all of them.
    async fn sweep_account_letters(&self, oldest: i64) -> Result<u64, StoreError> {
        let mut swept = 0;
        for row in sql!("account_letter_old").bind(oldest).rows(&self.pools.read).await? {
            swept += sql!("account_letter_sweep").bind(row.text("id")?).run(self.pools.write()).await?;
        }
        Ok(swept)
    }

    /// Addresses that nobody used for long, with the letters to them.
    async fn sweep_contacts(&self, oldest: i64) -> Result<u64, StoreError> {
        let mut swept = 0;
        for row in sql!("account_contact_old").bind(oldest).rows(&self.pools.read).await? {
            let forgotten = sql!("account_contact_sweep").bind(row.text("account")?).bind(row.text("provider")?);
            swept += forgotten.run(self.pools.write()).await?;
        }
        Ok(swept)
    }
}
