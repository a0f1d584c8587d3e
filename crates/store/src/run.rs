//! Runs of units: when they are, how far they have come, who assesses them, and what happened to them.

use signet_offering::{RunAct, RunState, RunTerms, RunVersion};
use signet_record::{Bilingual, Line, PersonId, Run, RunFields, RunId, Timestamp, UnitId};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::statement::{Row, Statement, commit, sql};
use crate::tenant::Tenant;
use crate::unit::title;
use crate::unit_place::UnitsWithin;

/// Which run: its id stands within its unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunKey {
    /// Of which unit.
    pub unit: UnitId,
    /// Its id.
    pub run: RunId,
}

/// A run as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRun {
    /// Which.
    pub key: RunKey,
    /// Dates, capacity and audience.
    pub terms: RunTerms,
    /// The version of the unit that it enrols in.
    pub version: RunVersion,
    /// How far it has come.
    pub state: RunState,
    /// How many people are written down for it.
    pub participants: u32,
    /// How many of them take part, or did to the end.
    pub enrolled: u32,
    /// How many completed it and were not handed in to be issued.
    pub ready: u32,
    /// How often its terms were changed, from 1.
    pub revision: u32,
    /// Since when it is in its state.
    pub since: Timestamp,
    /// When something about it changed.
    pub changed: Timestamp,
    /// Who answers for the unit.
    pub guarantor: Option<PersonId>,
    /// Title of the unit, in that version.
    pub title: Bilingual,
}

/// What happened to a run or to somebody in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunEventKind {
    /// It was planned.
    Planned,
    /// Its terms or assessors were changed.
    Changed,
    /// An act moved it on.
    Act(RunAct),
    /// Somebody was written down.
    Added,
    /// Somebody was admitted.
    Admitted,
    /// Somebody was enrolled.
    Enrolled,
    /// Somebody was taken out.
    Withdrew,
    /// Somebody's document of identity was looked at.
    Identified,
    /// That it was is taken back.
    Unidentified,
    /// Somebody's details were entered again.
    Details,
    /// Somebody's details were said to be right.
    Confirmed,
    /// Participants were handed in to be issued.
    HandedIn,
    /// What is to be issued at a later instant was moved to another.
    Rescheduled,
}

impl RunEventKind {
    /// Every kind.
    pub const ALL: [RunEventKind; 17] = [
        RunEventKind::Planned,
        RunEventKind::Changed,
        RunEventKind::Act(RunAct::Open),
        RunEventKind::Act(RunAct::Start),
        RunEventKind::Act(RunAct::Close),
        RunEventKind::Act(RunAct::Reopen),
        RunEventKind::Act(RunAct::Cancel),
        RunEventKind::Added,
        RunEventKind::Admitted,
        RunEventKind::Enrolled,
        RunEventKind::Withdrew,
        RunEventKind::Identified,
        RunEventKind::Unidentified,
        RunEventKind::Details,
        RunEventKind::Confirmed,
        RunEventKind::HandedIn,
        RunEventKind::Rescheduled,
    ];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            RunEventKind::Planned => "planned",
            RunEventKind::Changed => "changed",
            RunEventKind::Act(act) => act.code(),
            RunEventKind::Added => "added",
            RunEventKind::Admitted => "admitted",
            RunEventKind::Enrolled => "enrolled",
            RunEventKind::Withdrew => "withdrew",
            RunEventKind::Identified => "identified",
            RunEventKind::Unidentified => "unidentified",
            RunEventKind::Details => "details",
            RunEventKind::Confirmed => "confirmed",
            RunEventKind::HandedIn => "handed-in",
            RunEventKind::Rescheduled => "rescheduled",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<RunEventKind> {
        RunEventKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One entry of a run's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunEvent {
    /// What happened.
    pub kind: RunEventKind,
    /// To whom, when it was one person.
    pub person: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// Under which account.
    pub by: Agent,
}

/// A run as the catalogue asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueRun {
    /// Of which unit.
    pub unit: UnitId,
    /// Dates, capacity, and the company it is closed to.
    pub terms: RunTerms,
    /// How far it has come.
    pub state: RunState,
}

/// Whose runs are listed.
#[derive(Clone, Copy, Debug)]
pub enum RunsOf<'a> {
    /// Everybody's of these units.
    Within(&'a UnitsWithin),
    /// Those of the units that one person answers for.
    Guarantor(&'a PersonId),
    /// Those that one person assesses.
    Assessor(&'a PersonId),
}

/// Which runs are listed.
#[derive(Clone, Debug, Default)]
pub struct RunFilter {
    /// Those of one unit.
    pub unit: Option<UnitId>,
    /// Those in one state.
    pub state: Option<RunState>,
}

/// A page of a list by its number, from 0.
#[derive(Clone, Copy, Debug)]
pub struct NumberedPage {
    /// Which.
    pub page: u32,
    /// Rows of each.
    pub rows: u32,
}

impl NumberedPage {
    /// One row more than there are to be on a page tells that there is a next one.
    pub(crate) fn limit(self) -> i64 {
        i64::from(self.rows).saturating_add(1)
    }

    pub(crate) fn offset(self) -> i64 {
        i64::from(self.page).saturating_mul(i64::from(self.rows))
    }
}

fn read_terms(row: &Row) -> Result<RunTerms, StoreError> {
    let closed_to = row.code_if("closed_to", |text| Line::new(text).ok())?;
    let fields = RunFields { id: row.parse("id")?, start: row.parse("starts")?, end: row.parse("ends")?, closed_to };
    let run = row.fits("ends", Run::new(fields))?;
    row.fits("capacity", RunTerms::new(run, row.number_if("capacity")?))
}

impl CatalogueRun {
    fn read(row: &Row) -> Result<CatalogueRun, StoreError> {
        let state = row.code("state", RunState::from_code)?;
        Ok(CatalogueRun { unit: row.parse("unit")?, terms: read_terms(row)?, state })
    }
}

impl StoredRun {
    fn read(row: &Row) -> Result<StoredRun, StoreError> {
        Ok(StoredRun {
            key: RunKey { unit: row.parse("unit")?, run: row.parse("id")? },
            terms: read_terms(row)?,
            version: RunVersion { version: row.number("version")?, digest: row.parse("digest")? },
            state: row.code("state", RunState::from_code)?,
            participants: row.number("participants")?,
            enrolled: row.number("enrolled")?,
            ready: row.number("ready")?,
            revision: row.number("revision")?,
            since: row.time("since")?,
            changed: row.time("changed")?,
            guarantor: row.parse_if("guarantor")?,
            title: title(row)?,
        })
    }
}

/// The row of a run that somebody writes about, locked until the transaction ends.
pub(crate) struct TouchedRun {
    pub sequence: i64,
    pub state: RunState,
    pub capacity: Option<u32>,
}

/// Binds when a run is, how many may take part, and to whom it is closed.
fn bind_terms(statement: Statement, terms: &RunTerms) -> Statement {
    let run = terms.run();
    statement
        .bind_text(run.start)
        .bind_text(run.end)
        .bind(terms.capacity().map(i64::from))
        .bind(run.closed_to.as_ref().map(ToString::to_string))
}

impl Tenant {
    /// Begins the statement of something about a run with what it is found by.
    pub(crate) fn of_run(&self, statement: Statement, key: &RunKey) -> Statement {
        statement.bind(self.institution.to_string()).bind(key.unit.to_string()).bind(key.run.to_string())
    }

    /// Takes a run's row for a transaction; `None` when there is no such run.
    pub(crate) async fn touch_run(
        &self,
        transaction: &mut Transaction<'static, Any>,
        key: &RunKey,
        now: Timestamp,
    ) -> Result<Option<TouchedRun>, StoreError> {
        let row = self.of_run(sql!("run_touch"), key).bind_time(now).row(&mut **transaction).await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(TouchedRun {
            sequence: row.number("events")?,
            state: row.code("state", RunState::from_code)?,
            capacity: row.number_if("capacity")?,
        }))
    }

    /// Writes one more entry of a run's history.
    pub(crate) async fn put_run_event(
        &self,
        transaction: &mut Transaction<'static, Any>,
        key: &RunKey,
        (kind, person): (RunEventKind, Option<&PersonId>),
        (now, by): (Timestamp, &Agent),
    ) -> Result<TouchedRun, StoreError> {
        let touched = self.touch_run(transaction, key, now).await?;
        let touched = touched.ok_or(StoreError::Inconsistent { statement: "run_touch", column: "events" })?;
        self.of_run(sql!("run_event_put"), key)
            .bind(touched.sequence)
            .bind(kind.code())
            .bind(person.map(ToString::to_string))
            .bind_time(now)
            .bind(by.as_str())
            .run(&mut **transaction)
            .await?;
        Ok(touched)
    }

    /// Says that the catalogue shows something else of the institution's runs once the transaction is done.
    pub(crate) async fn catalogue_changes(
        &self,
        transaction: &mut Transaction<'static, Any>,
    ) -> Result<(), StoreError> {
        sql!("institution_runs_changed").bind(self.institution.as_str()).run(&mut **transaction).await?;
        Ok(())
    }

    /// Counts a run's participants anew: all of them, and those who take part.
    pub(crate) async fn count_run(
        &self,
        transaction: &mut Transaction<'static, Any>,
        key: &RunKey,
    ) -> Result<(u32, u32), StoreError> {
        let row = self.of_run(sql!("run_count"), key).row(&mut **transaction).await?;
        let row = row.ok_or(StoreError::Inconsistent { statement: "run_count", column: "participants" })?;
        Ok((row.number("participants")?, row.number("enrolled")?))
    }

    /// Plans a run; `false` when there is one of this id.
    pub async fn put_run(
        &self,
        unit: &UnitId,
        version: RunVersion,
        terms: &RunTerms,
        assessors: &[PersonId],
        (now, by): (Timestamp, &Agent),
    ) -> Result<bool, StoreError> {
        let key = RunKey { unit: unit.clone(), run: terms.run().id.clone() };
        let mut transaction = self.pools.begin().await?;
        let put = self
            .of_run(sql!("run_put"), &key)
            .bind(i64::from(version.version))
            .bind_text(version.digest)
            .bind(RunState::Planned.code());
        let put = bind_terms(put, terms).bind_time(now).run(&mut *transaction).await?;
        if put == 0 {
            return Ok(false);
        }
        self.put_assessors(&mut transaction, &key, assessors).await?;
        self.put_run_event(&mut transaction, &key, (RunEventKind::Planned, None), (now, by)).await?;
        self.catalogue_changes(&mut transaction).await?;
        commit(transaction).await?;
        Ok(true)
    }

    async fn put_assessors(
        &self,
        transaction: &mut Transaction<'static, Any>,
        key: &RunKey,
        assessors: &[PersonId],
    ) -> Result<(), StoreError> {
        self.of_run(sql!("run_assessor_clear"), key).run(&mut **transaction).await?;
        for person in assessors {
            self.of_run(sql!("run_assessor_put"), key).bind(person.to_string()).run(&mut **transaction).await?;
        }
        Ok(())
    }

    /// One run.
    pub async fn run(&self, key: &RunKey) -> Result<Option<StoredRun>, StoreError> {
        let row = self.of_run(sql!("run_get"), key).row(&self.pools.read).await?;
        row.as_ref().map(StoredRun::read).transpose()
    }

    /// Who assesses a run, by the institution's own ids.
    pub async fn run_assessors(&self, key: &RunKey) -> Result<Vec<PersonId>, StoreError> {
        let rows = self.of_run(sql!("run_assessor_list"), key).rows(&self.pools.read).await?;
        rows.iter().map(|row| row.parse("person")).collect()
    }

    /// Changes the terms and the assessors of a run, begun from a revision; `false` when somebody was quicker or it is past that.
    pub async fn change_run(
        &self,
        key: &RunKey,
        began_from: u32,
        terms: &RunTerms,
        assessors: &[PersonId],
        (now, by): (Timestamp, &Agent),
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let change = self.of_run(sql!("run_change"), key).bind(i64::from(began_from));
        let changed = bind_terms(change, terms).bind_time(now).run(&mut *transaction).await?;
        if changed == 0 {
            return Ok(false);
        }
        self.put_assessors(&mut transaction, key, assessors).await?;
        self.put_run_event(&mut transaction, key, (RunEventKind::Changed, None), (now, by)).await?;
        self.catalogue_changes(&mut transaction).await?;
        commit(transaction).await?;
        Ok(true)
    }

    /// Whether anything was issued for a run.
    pub async fn is_issued_for(&self, key: &RunKey) -> Result<bool, StoreError> {
        Ok(self.of_run(sql!("run_issued"), key).row(&self.pools.read).await?.is_some())
    }

    /// Runs that somebody may see, those that begin last first; one more than the page has when there is a next one.
    pub async fn runs(
        &self,
        of: RunsOf<'_>,
        filter: &RunFilter,
        page: NumberedPage,
    ) -> Result<Vec<StoredRun>, StoreError> {
        let (statement, whose) = match of {
            RunsOf::Within(within) => (sql!("run_list"), within.text()),
            RunsOf::Guarantor(person) => (sql!("run_list_guaranteed"), person.to_string()),
            RunsOf::Assessor(person) => (sql!("run_list_assessed"), person.to_string()),
        };
        let statement = statement
            .bind(self.institution.to_string())
            .bind(filter.unit.as_ref().map_or_else(String::new, ToString::to_string))
            .bind(filter.state.map_or("", RunState::code))
            .bind(page.limit())
            .bind(page.offset())
            .bind(whose);
        let rows = statement.rows(&self.pools.read).await?;
        rows.iter().map(StoredRun::read).collect()
    }

    /// Every run, whoever it is for and however far it has come, by unit.
    pub async fn catalogue_runs(&self) -> Result<Vec<CatalogueRun>, StoreError> {
        let rows = sql!("run_offered").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(CatalogueRun::read).collect()
    }

    /// Running runs whose last day was before `today`, the longest first.
    pub async fn runs_to_close(
        &self,
        today: signet_record::Date,
        of: RunsOf<'_>,
        limit: u32,
    ) -> Result<Vec<StoredRun>, StoreError> {
        let (institution, today, limit) = (self.institution.to_string(), today.to_string(), i64::from(limit));
        let asked = match of {
            RunsOf::Within(within) => {
                sql!("run_work_close").bind(institution).bind(today).bind(limit).bind(within.text())
            }
            RunsOf::Guarantor(person) => {
                let asked = sql!("run_work_close_guaranteed").bind(institution).bind(today).bind(limit);
                asked.bind(person.to_string())
            }
            // Whoever only assesses closes nothing.
            RunsOf::Assessor(_) => return Ok(Vec::new()),
        };
        let rows = asked.rows(&self.pools.read).await?;
        rows.iter().map(StoredRun::read).collect()
    }

    /// Closed runs with people who completed them and were not handed in to be issued, the longest first.
    pub async fn runs_ready(&self, within: &UnitsWithin, limit: u32) -> Result<Vec<StoredRun>, StoreError> {
        let asked =
            sql!("run_work_ready").bind(self.institution.to_string()).bind(i64::from(limit)).bind(within.text());
        let rows = asked.rows(&self.pools.read).await?;
        rows.iter().map(StoredRun::read).collect()
    }

    /// Running runs that somebody assesses, those that end first.
    pub async fn runs_to_assess(&self, person: &PersonId, limit: u32) -> Result<Vec<StoredRun>, StoreError> {
        let asked = sql!("run_work_enter").bind(self.institution.to_string()).bind(person.to_string());
        let rows = asked.bind(i64::from(limit)).rows(&self.pools.read).await?;
        rows.iter().map(StoredRun::read).collect()
    }

    /// What happened to a run, newest first.
    pub async fn run_events(&self, key: &RunKey, limit: u32) -> Result<Vec<RunEvent>, StoreError> {
        let rows = self.of_run(sql!("run_event_list"), key).bind(i64::from(limit)).rows(&self.pools.read).await?;
        let read = |row: &Row| {
            Ok(RunEvent {
                kind: row.code("kind", RunEventKind::from_code)?,
                person: row.parse_if("person")?,
                at: row.time("happened")?,
                by: row.fits("by_account", Agent::new(&row.text("by_account")?))?,
            })
        };
        rows.iter().map(read).collect()
    }
}
