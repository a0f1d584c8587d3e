//! When shares were looked at and their files taken: how often in which minute, and nothing about who did.

use signet_record::{CredentialId, InstitutionId, Timestamp};
use signet_share::ShareId;

use crate::error::StoreError;
use crate::public::Public;
use crate::statement::{commit, sql};
use crate::tenant::Tenant;

/// How long looks are remembered.
pub const LOOK_DAYS_MAX: i64 = 90;

/// Looks at one share within one minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareView {
    /// Through which share.
    pub share: ShareId,
    /// The minute's beginning.
    pub minute: Timestamp,
    /// How often the page was opened.
    pub looks: u32,
    /// How often a file was downloaded.
    pub downloads: u32,
}

const MINUTE_MILLISECONDS: i64 = 60_000;

impl ShareView {
    /// Nothing yet, in the minute of `now`.
    pub fn none(share: ShareId, now: Timestamp) -> Self {
        let minute = now.as_millisecond().div_euclid(MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS;
        ShareView { share, minute: Timestamp::from_millisecond(minute).unwrap_or(now), looks: 0, downloads: 0 }
    }
}

impl Public {
    /// Adds looks to what is stored, all in one transaction. Robots that come a thousand times a minute leave one row; looks at
    /// a share that was erased meanwhile leave none.
    ///
    /// # Errors
    /// When the rows cannot be written; then none of them was.
    pub async fn add_looks(&self, looks: &[(InstitutionId, ShareView)]) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        for (institution, look) in looks {
            sql!("look_add")
                .bind(institution.as_str())
                .bind_text(look.share)
                .bind_time(look.minute)
                .bind(i64::from(look.looks))
                .bind(i64::from(look.downloads))
                .run(&mut *transaction)
                .await?;
        }
        commit(transaction).await
    }
}

impl Tenant {
    /// The newest looks at a credential through any of its shares; at most 200.
    pub async fn looks(&self, credential: &CredentialId) -> Result<Vec<ShareView>, StoreError> {
        let rows =
            sql!("look_list").bind(self.institution.as_str()).bind_text(credential).rows(&self.pools.read).await?;
        let look = |row: &crate::statement::Row| {
            Ok(ShareView {
                share: row.parse("share")?,
                minute: row.time("minute")?,
                looks: row.number("looks")?,
                downloads: row.number("downloads")?,
            })
        };
        rows.iter().map(look).collect()
    }
}
