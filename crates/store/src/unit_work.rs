//! What waits for somebody: units in the order in which they came to wait, batches with rows that failed, credentials without a seal.
//! Each question is answered from an index, and never with more rows than were asked for.

use signet_record::{Bilingual, Date, PersonId, Timestamp, UnitId};
use signet_registry::DraftStage;

use crate::batch::{Batch, BatchId};
use crate::error::StoreError;
use crate::statement::{Row, Statement, sql};
use crate::tenant::Tenant;
use crate::unit::title;
use crate::unit_place::UnitsWithin;

/// Whose units are asked about.
#[derive(Clone, Copy, Debug)]
pub enum UnitsOf<'a> {
    /// Everybody's of these units.
    Within(&'a UnitsWithin),
    /// Those that one person answers for.
    Guarantor(&'a PersonId),
}

/// A draft that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingDraft {
    /// Which unit.
    pub unit: UnitId,
    /// Who answers for it.
    pub guarantor: Option<PersonId>,
    /// The canonical text of the draft.
    pub document: String,
    /// Since when.
    pub since: Timestamp,
}

/// An approved version that has to be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewDue {
    /// Which unit.
    pub unit: UnitId,
    /// Its title.
    pub title: Bilingual,
    /// By when.
    pub review_by: Date,
}

/// Credentials that wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingCredentials {
    /// How many.
    pub many: u64,
    /// Since when the oldest of them waits.
    pub since: Timestamp,
}

/// Credentials of one upload that could not be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailedBatch {
    /// Which upload; none of credentials that were proposed without one.
    pub batch: Option<BatchId>,
    /// How many.
    pub failed: WaitingCredentials,
}

impl WaitingDraft {
    fn read(row: &Row) -> Result<WaitingDraft, StoreError> {
        Ok(WaitingDraft {
            unit: row.parse("unit")?,
            guarantor: row.parse_if("guarantor")?,
            document: row.text("document")?,
            since: row.time("since")?,
        })
    }
}

impl ReviewDue {
    fn read(row: &Row) -> Result<ReviewDue, StoreError> {
        Ok(ReviewDue { unit: row.parse("unit")?, title: title(row)?, review_by: row.parse("review_by")? })
    }
}

impl WaitingCredentials {
    fn read(row: &Row) -> Result<WaitingCredentials, StoreError> {
        Ok(WaitingCredentials { many: row.number("many")?, since: row.time("since")? })
    }
}

/// Statements about everybody's units end with those that they are kept to.
fn kept_to(statement: Statement, of: UnitsOf<'_>) -> Statement {
    match of {
        UnitsOf::Within(within) => statement.bind(within.text()),
        UnitsOf::Guarantor(_) => statement,
    }
}

impl Tenant {
    /// Drafts at one stage, those that wait longest first.
    pub async fn drafts_at(
        &self,
        stage: DraftStage,
        of: UnitsOf<'_>,
        limit: u32,
    ) -> Result<Vec<WaitingDraft>, StoreError> {
        let institution = self.institution.as_str();
        let asked = match of {
            UnitsOf::Within(_) => sql!("unit_work_stage").bind(institution),
            UnitsOf::Guarantor(person) => sql!("unit_work_stage_guaranteed").bind(institution).bind(person.as_str()),
        };
        let asked = kept_to(asked.bind(stage.code()).bind(i64::from(limit)), of);
        let rows = asked.rows(&self.pools.read).await?;
        rows.iter().map(WaitingDraft::read).collect()
    }

    /// Drafts that came back with remarks, those that wait longest first.
    pub async fn drafts_with_remarks(&self, of: UnitsOf<'_>, limit: u32) -> Result<Vec<WaitingDraft>, StoreError> {
        let institution = self.institution.as_str();
        let asked = match of {
            UnitsOf::Within(_) => sql!("unit_work_remarks").bind(institution),
            UnitsOf::Guarantor(person) => sql!("unit_work_remarks_guaranteed").bind(institution).bind(person.as_str()),
        };
        let rows = kept_to(asked.bind(i64::from(limit)), of).rows(&self.pools.read).await?;
        rows.iter().map(WaitingDraft::read).collect()
    }

    /// Units that nobody answers for: without a guarantor, or with one whose role was given to them here and has ended; the oldest first.
    pub async fn units_without_guarantor(
        &self,
        within: &UnitsWithin,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<WaitingDraft>, StoreError> {
        let asked = sql!("unit_work_guarantor").bind(self.institution.as_str()).bind_time(now);
        let rows = asked.bind(i64::from(limit)).bind(within.text()).rows(&self.pools.read).await?;
        rows.iter().map(WaitingDraft::read).collect()
    }

    /// Units whose newest approved version has to be looked at again by a day, the earliest first.
    pub async fn reviews_due(&self, by: Date, of: UnitsOf<'_>, limit: u32) -> Result<Vec<ReviewDue>, StoreError> {
        let (institution, by) = (self.institution.as_str(), by.to_string());
        let asked = match of {
            UnitsOf::Within(_) => sql!("unit_work_review").bind(institution).bind(by),
            UnitsOf::Guarantor(person) => {
                sql!("unit_work_review_guaranteed").bind(institution).bind(by).bind(person.as_str())
            }
        };
        let rows = kept_to(asked.bind(i64::from(limit)), of).rows(&self.pools.read).await?;
        rows.iter().map(ReviewDue::read).collect()
    }

    /// Uploads with credentials of these units that could not be sealed, the oldest first.
    pub async fn failed_batches(&self, within: &UnitsWithin, limit: u32) -> Result<Vec<FailedBatch>, StoreError> {
        let asked = sql!("work_failed_batches").bind(self.institution.as_str()).bind(i64::from(limit));
        let asked = asked.bind(within.text());
        let read = |row: &Row| {
            let batch = if row.text("of_batch")?.is_empty() { None } else { Some(row.parse("of_batch")?) };
            Ok(FailedBatch { batch, failed: WaitingCredentials::read(row)? })
        };
        asked.rows(&self.pools.read).await?.iter().map(read).collect()
    }

    /// Credentials that wait for their seal; `None` when none does. What is scheduled for later is not among them.
    pub async fn waiting_for_seal(&self, now: Timestamp) -> Result<Option<WaitingCredentials>, StoreError> {
        let asked = sql!("work_waiting_for_seal").bind(self.institution.as_str()).bind_time(now);
        let row = asked.row(&self.pools.read).await?;
        let Some(row) = row else { return Ok(None) };
        if row.number::<u64>("many")? == 0 {
            return Ok(None);
        }
        WaitingCredentials::read(&row).map(Some)
    }

    /// Batches of these units that wait for a second person to agree, the oldest first.
    pub async fn batches_for_second(&self, within: &UnitsWithin, limit: u32) -> Result<Vec<Batch>, StoreError> {
        let asked = sql!("batch_second_yes").bind(self.institution.as_str()).bind(i64::from(limit));
        asked.bind(within.text()).rows(&self.pools.read).await?.iter().map(Batch::read).collect()
    }
}
