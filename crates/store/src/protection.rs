//! Until when the sealed files of a credential prove anything, as a column, so that `signet renew` reads only the files that are due.
//!
//! The column follows from the files and from a policy of algorithms, so it is remembered and no more: the entry that names files writes it or
//! empties it, each institution keeps the digest of the policy by which it was filled, and `signet fsck`
//! compares it with the files.

use signet_record::{CredentialId, Timestamp};
use signet_registry::{Digest, LedgerState};

use crate::cursor::PAGE_ROWS_MAX;
use crate::error::StoreError;
use crate::statement::sql;
use crate::tenant::Tenant;

/// How the files of a credential are protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protected {
    /// First instant at which one of them may prove nothing any more; `None` when one has no archive stamp at all.
    pub until: Option<Timestamp>,
}

/// In the column: one file has no archive stamp, so the credential is due before every instant.
const WITHOUT_STAMP: i64 = i64::MIN;

impl Protected {
    /// Whether it has to be renewed before this instant.
    pub fn is_due_before(&self, instant: Timestamp) -> bool {
        self.until.is_none_or(|until| until < instant)
    }

    /// Whether the column would say the same: it knows milliseconds.
    pub fn is_kept_as(&self, other: &Protected) -> bool {
        self.column() == other.column()
    }

    pub(crate) fn column(self) -> i64 {
        self.until.map_or(WITHOUT_STAMP, |until| until.as_millisecond())
    }

    fn from_column(column: i64) -> Self {
        Protected { until: Timestamp::from_millisecond(column).ok() }
    }
}

impl Tenant {
    /// Credentials that are due before an instant by their column, the most urgent first. `after` is the last one of the page before; at
    /// most 500.
    pub async fn due_for_renewal(
        &self,
        before: Timestamp,
        after: Option<&(CredentialId, Protected)>,
        limit: u32,
    ) -> Result<Vec<(CredentialId, Protected)>, StoreError> {
        let (place, id) = match after {
            Some((id, protected)) => (protected.column(), id.to_string()),
            // Identifiers are never empty, so this lies before the first one.
            None => (WITHOUT_STAMP, String::new()),
        };
        let rows = sql!("credential_due")
            .bind(self.institution.as_str())
            .bind_time(before)
            .bind(place)
            .bind(id)
            .bind(i64::from(limit.clamp(1, PAGE_ROWS_MAX)))
            .rows(&self.pools.read)
            .await?;
        let read = |row: &crate::statement::Row| {
            Ok((row.parse("id")?, Protected::from_column(row.number("protected_until")?)))
        };
        rows.iter().map(read).collect()
    }

    /// Credentials with sealed files whose column says nothing, by id after this one: of before there was one, or written by an older
    /// version. At most 500.
    pub async fn protection_unknown(
        &self,
        after: Option<&CredentialId>,
        limit: u32,
    ) -> Result<Vec<CredentialId>, StoreError> {
        let rows = sql!("credential_protection_unknown")
            .bind(self.institution.as_str())
            .bind(after.map_or_else(String::new, ToString::to_string))
            .bind(i64::from(limit.clamp(1, PAGE_ROWS_MAX)))
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(|row| row.parse("id")).collect()
    }

    /// What the column of a credential says; `None` too when there is no such credential.
    pub async fn protection(&self, credential: &CredentialId) -> Result<Option<Protected>, StoreError> {
        let row = sql!("credential_chain")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .row(&self.pools.read)
            .await?;
        let column = row.map(|row| row.number_if("protected_until")).transpose()?.flatten();
        Ok(column.map(Protected::from_column))
    }

    /// Writes down how the files are protected that this ledger names, or that nobody knows; changes nothing once the ledger has grown.
    pub async fn put_protection(&self, state: &LedgerState, protected: Option<Protected>) -> Result<(), StoreError> {
        let put = sql!("credential_protect")
            .bind(state.institution().as_str())
            .bind_text(state.credential())
            .bind_text(state.head())
            .bind(protected.map(Protected::column));
        put.run(self.pools.write()).await.map(drop)
    }

    /// Digest of the policy by which the columns of this institution were filled.
    pub async fn protection_policy(&self) -> Result<Option<Digest>, StoreError> {
        let row = sql!("setting_get").bind(self.policy_setting()).row(&self.pools.read).await?;
        row.map(|row| row.parse("value")).transpose()
    }

    /// Empties the columns, a thousand at a time, and writes down by which policy they are filled from now on.
    pub async fn forget_protection(&self, policy: &Digest, now: Timestamp) -> Result<(), StoreError> {
        while sql!("credential_protection_forget").bind(self.institution.as_str()).run(self.pools.write()).await? > 0 {}
        let setting = sql!("setting_put").bind(self.policy_setting()).bind_text(policy).bind_time(now);
        setting.run(self.pools.write()).await.map(drop)
    }

    fn policy_setting(&self) -> String {
        format!("protection-policy/{}", self.institution)
    }
}
