//! What an institution issued, in numbers that triggers keep: nobody counts a register for a page.

use signet_record::{Timestamp, UnitId};
use signet_registry::{CorrectionReason, Reason};

use crate::error::StoreError;
use crate::statement::{Row, sql};
use crate::tenant::Tenant;

const HOUR_MILLISECONDS: i64 = 3_600_000;

/// Credentials of a unit that were sealed in one hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedHour {
    /// Of which unit.
    pub unit: UnitId,
    /// When the hour began.
    pub began: Timestamp,
    /// How many.
    pub many: u64,
}

/// Credentials that waited so long for their seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssueWait {
    /// Whole hours from when their results were accepted.
    pub hours: u64,
    /// How many.
    pub many: u64,
}

/// Why something was taken back or put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeReason {
    /// A credential was corrected.
    Corrected(CorrectionReason),
    /// A credential was revoked.
    Revoked(Reason),
}

/// How often that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonCount {
    /// Why.
    pub reason: ChangeReason,
    /// How often.
    pub many: u64,
}

impl Tenant {
    /// What was sealed from an hour on, in the order of time.
    pub async fn issued_hours(&self, from: Timestamp) -> Result<Vec<IssuedHour>, StoreError> {
        let hour = from.as_millisecond().div_euclid(HOUR_MILLISECONDS);
        let rows = sql!("issued_hours").bind(self.institution.as_str()).bind(hour).rows(&self.pools.read).await?;
        let read = |row: &Row| {
            let began = Timestamp::from_millisecond(row.number::<i64>("hour")?.saturating_mul(HOUR_MILLISECONDS));
            Ok(IssuedHour { unit: row.parse("unit")?, began: row.fits("hour", began)?, many: row.number("many")? })
        };
        rows.iter().map(read).collect()
    }

    /// How long credentials waited for their seal, shortest first.
    pub async fn issue_waits(&self) -> Result<Vec<IssueWait>, StoreError> {
        let rows = sql!("issue_waits").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(|row| Ok(IssueWait { hours: row.number("hours")?, many: row.number("many")? })).collect()
    }

    /// Why credentials were corrected and revoked.
    pub async fn change_reasons(&self) -> Result<Vec<ReasonCount>, StoreError> {
        let rows = sql!("reason_list").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        let read = |row: &Row| {
            let reason = match row.text("kind")?.as_str() {
                "revoked" => ChangeReason::Revoked(row.code("reason", Reason::from_code)?),
                "proposed" => ChangeReason::Corrected(row.code("reason", CorrectionReason::from_code)?),
                _ => return Err(row.wrong("kind")),
            };
            Ok(ReasonCount { reason, many: row.number("many")? })
        };
        rows.iter().map(read).collect()
    }
}
