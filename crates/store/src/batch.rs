//! Batches: uploads of results, and how they get on.

use std::fmt;
use std::str::FromStr;

use signet_record::{PersonId, RunId, Timestamp, UnitId};
use signet_registry::{Agent, Digest, Stage, Status};
use sqlx::{Any, Transaction};
use uuid::Uuid;

use crate::cursor::{Cursor, PAGE_ROWS_MAX, Page};
use crate::error::StoreError;
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;
use crate::unit_place::UnitsWithin;

/// Identifier of a batch: a random UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BatchId(Uuid);

impl BatchId {
    /// An id (UUID version 4) from 16 random bytes.
    pub fn from_random(bytes: [u8; 16]) -> BatchId {
        BatchId(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

impl fmt::Display for BatchId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for BatchId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        text.parse().map(BatchId)
    }
}

/// How far a batch has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BatchState {
    /// Given up by the registrar.
    Abandoned,
    /// Read and checked; waits for the registrar's word.
    Checked,
    /// Its good rows are in the register.
    Issued,
    /// Its good rows are being taken into the register.
    Issuing,
}

impl BatchState {
    /// Every state.
    pub const ALL: [BatchState; 4] =
        [BatchState::Checked, BatchState::Issuing, BatchState::Issued, BatchState::Abandoned];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            BatchState::Abandoned => "abandoned",
            BatchState::Checked => "checked",
            BatchState::Issued => "issued",
            BatchState::Issuing => "issuing",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<BatchState> {
        BatchState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A batch to be kept; it begins as [`BatchState::Checked`].
#[derive(Clone)]
pub struct NewBatch {
    /// Which.
    pub id: BatchId,
    /// Results of which unit.
    pub unit: UnitId,
    /// What the file was called.
    pub file_name: String,
    /// The file, kept as an artefact until it is no longer needed.
    pub upload: Option<Digest>,
    /// Who uploaded it.
    pub by: Agent,
    /// How many rows it has.
    pub rows_read: u32,
    /// How many of them are good.
    pub rows_good: u32,
    /// What is wrong with the others: JSON, as the caller reads it back.
    pub complaints: String,
    /// What its columns stand for: JSON, as the caller reads it back.
    pub mapping: String,
}

/// What a file comes to when its columns are read otherwise.
#[derive(Clone, Copy)]
pub struct Remapped<'a> {
    /// What its columns stand for: JSON.
    pub mapping: &'a str,
    /// How many rows it has.
    pub rows_read: u32,
    /// How many of them are good.
    pub rows_good: u32,
    /// What is wrong with the others: JSON.
    pub complaints: &'a str,
}

/// A batch as it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Batch {
    /// Which.
    pub id: BatchId,
    /// Results of which unit.
    pub unit: UnitId,
    /// What the file was called.
    pub file_name: String,
    /// The file, while it is kept.
    pub upload: Option<Digest>,
    /// Who uploaded it.
    pub by: Agent,
    /// How far it has come.
    pub state: BatchState,
    /// How many rows it has.
    pub rows_read: u32,
    /// How many of them are good.
    pub rows_good: u32,
    /// What is wrong with the others: JSON, as it was put.
    pub complaints: String,
    /// What its columns stand for: JSON, as it was put.
    pub mapping: String,
    /// When it was uploaded.
    pub created: Timestamp,
    /// When its state changed.
    pub changed: Timestamp,
    /// Who said that it shall be issued.
    pub begun: Option<BatchWord>,
    /// Who agreed, and when.
    pub confirmed: Option<(Agent, Timestamp)>,
    /// Who stopped what still waited, and when.
    pub stopped: Option<(Agent, Timestamp)>,
    /// The run whose participants were handed in; `None` for a file that was uploaded.
    pub run: Option<RunId>,
    /// Before when nothing of it is sealed.
    pub not_before: Option<Timestamp>,
}

/// What somebody said about a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchWord {
    /// Under which account.
    pub by: Agent,
    /// Which person of the institution that is, where it is known.
    pub person: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// Complaints quote what people typed.
impl fmt::Debug for Batch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Batch({}, {:?}, {} of {} rows)", self.id, self.state, self.rows_good, self.rows_read)
    }
}

/// How many credentials stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchProgress {
    /// Accepted, nothing composed yet.
    pub proposed: u64,
    /// Waiting for their seal.
    pub intended: u64,
    /// Sealed, not yet delivered.
    pub sealed: u64,
    /// Delivered.
    pub delivered: u64,
    /// Revoked, at whatever stage; counted nowhere else.
    pub revoked: u64,
    /// Of those that wait, how many were tried and put off.
    pub troubled: u64,
}

impl BatchProgress {
    /// All of them.
    pub fn total(&self) -> u64 {
        self.proposed + self.intended + self.sealed + self.delivered + self.revoked
    }

    /// Those with nothing left to do.
    pub fn done(&self) -> u64 {
        self.sealed + self.delivered + self.revoked
    }
}

impl Batch {
    pub(crate) fn read(row: &Row) -> Result<Batch, StoreError> {
        Ok(Batch {
            id: row.parse("id")?,
            unit: row.parse("unit")?,
            file_name: row.text("file_name")?,
            upload: row.parse_if("upload")?,
            by: row.fits("by_account", Agent::new(&row.text("by_account")?))?,
            state: row.code("state", BatchState::from_code)?,
            rows_read: row.number("rows_read")?,
            rows_good: row.number("rows_good")?,
            complaints: row.text("complaints")?,
            mapping: row.text("mapping")?,
            created: row.time("created")?,
            changed: row.time("changed")?,
            begun: match word(row, "begun_by", "begun")? {
                Some((by, at)) => Some(BatchWord { by, person: row.parse_if("begun_person")?, at }),
                None => None,
            },
            confirmed: word(row, "confirmed_by", "confirmed")?,
            stopped: word(row, "stopped_by", "stopped")?,
            run: row.parse_if("run")?,
            not_before: row.time_if("not_before")?,
        })
    }
}

fn word(row: &Row, by: &'static str, at: &'static str) -> Result<Option<(Agent, Timestamp)>, StoreError> {
    let Some(account) = row.text_if(by)? else { return Ok(None) };
    let by = row.fits(by, Agent::new(&account))?;
    Ok(row.time_if(at)?.map(|at| (by, at)))
}

impl Tenant {
    /// Keeps a new batch.
    pub async fn put_batch(&self, batch: &NewBatch, now: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        self.put_batch_in(&mut transaction, batch, now).await?;
        commit(transaction).await
    }

    /// The same, as a part of a transaction.
    pub(crate) async fn put_batch_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        batch: &NewBatch,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        sql!("batch_put")
            .bind(self.institution.as_str())
            .bind_text(batch.id)
            .bind(batch.unit.as_str())
            .bind(batch.file_name.clone())
            .bind(batch.upload.map(|digest| digest.to_string()))
            .bind(batch.by.as_str())
            .bind(BatchState::Checked.code())
            .bind(i64::from(batch.rows_read))
            .bind(i64::from(batch.rows_good))
            .bind(batch.complaints.clone())
            .bind_time(now)
            .bind(batch.mapping.clone())
            .run(&mut **transaction)
            .await?;
        Ok(())
    }

    /// Reads the file of a batch otherwise, and remembers how for the next file of its unit; `false` when the batch was decided about.
    pub async fn map_batch(&self, batch: &Batch, read: Remapped<'_>, now: Timestamp) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let mapped = sql!("batch_map")
            .bind(self.institution.as_str())
            .bind_text(batch.id)
            .bind(read.mapping.to_owned())
            .bind(i64::from(read.rows_read))
            .bind(i64::from(read.rows_good))
            .bind(read.complaints.to_owned())
            .bind_time(now)
            .run(&mut *transaction)
            .await?;
        if mapped == 1 {
            sql!("column_mapping_put")
                .bind(self.institution.as_str())
                .bind(batch.unit.as_str())
                .bind(read.mapping.to_owned())
                .bind_time(now)
                .run(&mut *transaction)
                .await?;
        }
        commit(transaction).await?;
        Ok(mapped == 1)
    }

    /// Remembers what the columns of a unit's files stand for (JSON).
    pub async fn remember_columns(&self, unit: &UnitId, mapping: &str, now: Timestamp) -> Result<(), StoreError> {
        sql!("column_mapping_put")
            .bind(self.institution.as_str())
            .bind(unit.as_str())
            .bind(mapping.to_owned())
            .bind_time(now)
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// What was said last of the columns of a unit's files (JSON).
    pub async fn column_mapping(&self, unit: &UnitId) -> Result<Option<String>, StoreError> {
        let row = sql!("column_mapping_get")
            .bind(self.institution.as_str())
            .bind(unit.as_str())
            .row(&self.pools.read)
            .await?;
        row.map(|row| row.text("mapping")).transpose()
    }

    /// Moves a batch from one state to the next; `false` when it is not in that state, so that of two clicks one counts.
    pub async fn move_batch(
        &self,
        id: &BatchId,
        from: BatchState,
        to: BatchState,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let moved = sql!("batch_move")
            .bind(self.institution.as_str())
            .bind_text(id)
            .bind(from.code())
            .bind(to.code())
            .bind_time(now)
            .run(self.pools.write())
            .await?;
        Ok(moved == 1)
    }

    /// One batch.
    pub async fn batch(&self, id: &BatchId) -> Result<Option<Batch>, StoreError> {
        let row = sql!("batch_get").bind(self.institution.as_str()).bind_text(id).row(&self.pools.read).await?;
        row.as_ref().map(Batch::read).transpose()
    }

    /// Batches of these units, newest first.
    pub async fn batches(
        &self,
        within: &UnitsWithin,
        before: Option<&Cursor>,
        limit: u32,
    ) -> Result<Page<Batch>, StoreError> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX);
        let created = before.and_then(|cursor| <[u8; 8]>::try_from(cursor.key.as_slice()).ok());
        let rows = sql!("batch_list")
            .bind(self.institution.as_str())
            .bind(created.map_or(i64::MAX, i64::from_be_bytes))
            .bind(before.map(|cursor| cursor.id.clone()).unwrap_or_default())
            .bind(i64::from(limit) + 1)
            .bind(within.text())
            .rows(&self.pools.read)
            .await?;
        let batches: Vec<Batch> = rows.iter().map(Batch::read).collect::<Result<_, _>>()?;
        Ok(Page::of(batches, limit, |batch| Cursor {
            key: batch.created.as_millisecond().to_be_bytes().to_vec(),
            id: batch.id.to_string(),
        }))
    }

    /// How a batch gets on, or with `None` the whole institution: the one is counted, for the other a count is kept.
    pub async fn progress(&self, batch: Option<&BatchId>) -> Result<BatchProgress, StoreError> {
        let institution = self.institution.as_str();
        let (counts, troubled) = match batch.map(ToString::to_string) {
            None => (sql!("progress").bind(institution), sql!("troubled").bind(institution)),
            Some(batch) => (
                sql!("progress_of_batch").bind(institution).bind(batch.clone()),
                sql!("troubled_of_batch").bind(institution).bind(batch),
            ),
        };
        let mut progress = BatchProgress::default();
        for row in counts.rows(&self.pools.read).await? {
            let many: u64 = row.number("many")?;
            let count = match (row.code("stage", Stage::from_code)?, row.code("status", Status::from_code)?) {
                (_, Status::Revoked) => &mut progress.revoked,
                (Stage::Proposed, _) => &mut progress.proposed,
                (Stage::Intended, _) => &mut progress.intended,
                (Stage::Sealed, _) => &mut progress.sealed,
                (Stage::Delivered, _) => &mut progress.delivered,
            };
            *count += many;
        }
        let row = troubled.row(&self.pools.read).await?;
        progress.troubled = row.map_or(Ok(0), |row| row.number("many"))?;
        Ok(progress)
    }
}
