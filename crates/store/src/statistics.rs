//! What an institution issued, in numbers that triggers keep: nobody counts a register for a page.

use signet_record::{CredentialId, Date, Timestamp, UnitId};
use signet_registry::{CorrectionReason, Reason};

use crate::error::StoreError;
use crate::statement::{Row, Statement, sql};
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

/// Credentials that were sealed so long after the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AssessmentWait {
    /// Whole days from when the day of the assessment began.
    pub days: u64,
    /// How many.
    pub many: u64,
}

/// Credentials whose holders opened them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenedShare {
    /// How many were sealed.
    pub sealed: u64,
    /// How many of them were opened.
    pub opened: u64,
}

/// What participants of the runs of a unit reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassCount {
    /// Of which unit.
    pub unit: UnitId,
    /// How many completed a run.
    pub completed: u64,
    /// How many failed one.
    pub failed: u64,
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

    /// How long after the assessment credentials were sealed, shortest first: of first ones, not of corrections.
    pub async fn assessment_waits(&self) -> Result<Vec<AssessmentWait>, StoreError> {
        let rows = sql!("assessment_waits").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(|row| Ok(AssessmentWait { days: row.number("days")?, many: row.number("many")? })).collect()
    }

    /// How many of those credentials their holders have opened.
    pub async fn opened_share(&self) -> Result<OpenedShare, StoreError> {
        let row = sql!("opened_share").bind(self.institution.as_str()).row(&self.pools.read).await?;
        let Some(row) = row else { return Ok(OpenedShare::default()) };
        Ok(OpenedShare { sealed: row.number("sealed")?, opened: row.number("opened")? })
    }

    /// Writes down that its holder has opened a sealed credential. Most were opened before: this is asked without waiting for whoever writes.
    pub async fn note_opened(&self, credential: &CredentialId) -> Result<(), StoreError> {
        let about = |statement: Statement| statement.bind(self.institution.as_str()).bind_text(credential);
        if about(sql!("credential_unopened")).row(&self.pools.read).await?.is_some() {
            about(sql!("credential_open")).run(self.pools.write()).await?;
        }
        Ok(())
    }

    /// Who completed and who failed the runs that began on a day or later, by unit.
    pub async fn pass_counts(&self, from: Date) -> Result<Vec<PassCount>, StoreError> {
        let rows = sql!("pass_counts").bind(self.institution.as_str()).bind_text(from).rows(&self.pools.read).await?;
        let read = |row: &Row| {
            Ok(PassCount {
                unit: row.parse("unit")?,
                completed: row.number("completed")?,
                failed: row.number("failed")?,
            })
        };
        rows.iter().map(read).collect()
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
