//! When shares were looked at and their files taken: how often in which minute, and nothing about who did.

use signet_record::{CredentialId, InstitutionId, Timestamp};
use signet_share::ShareId;

use crate::error::StoreError;
use crate::public::Public;
use crate::statement::sql;
use crate::store::Tenant;

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

/// What somebody did with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visited {
    /// Opened its page.
    Page,
    /// Downloaded a file.
    File,
}

const MINUTE_MILLISECONDS: i64 = 60_000;

impl Public {
    /// Notes that a share was visited. Robots that come a thousand times a minute leave one row.
    pub async fn note_look(
        &self,
        institution: &InstitutionId,
        share: &ShareId,
        visited: Visited,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let minute = now.as_millisecond().div_euclid(MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS;
        let (looks, downloads) = match visited {
            Visited::Page => (1_i64, 0_i64),
            Visited::File => (0, 1),
        };
        let statement = sql!("look_put").bind(institution.as_str()).bind_text(share).bind(minute);
        statement.bind(looks).bind(downloads).run(self.pools.write()).await?;
        Ok(())
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
