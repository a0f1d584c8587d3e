//! Who takes part in a run.

use signet_offering::{IdentityCheck, Participant, ParticipantState, RunAct, RunRefusal, RunState, RunTerms};
use signet_record::{CredentialId, Date, Holder, HolderFields, Line, PersonId, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::batch::{BatchId, BatchState, NewBatch};
use crate::error::StoreError;
use crate::person;
use crate::run::{NumberedPage, RunEventKind, RunKey, TouchedRun};
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

/// A participant with what else is known about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredParticipant {
    /// Who, how far, and what they reached.
    pub participant: Participant,
    /// How often their results were changed.
    pub entries: u32,
    /// The person as the institution's records know them: names and day of birth.
    pub known: Option<Holder>,
    /// The first credential that was issued to them for the run, and whether a corrected one took its place.
    pub credential: Option<(CredentialId, bool)>,
    /// The batch in which they were handed in last.
    pub batch: Option<HandedInBatch>,
    /// Since when they are in their state.
    pub since: Timestamp,
}

/// The batch in which a participant was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandedInBatch {
    /// Which.
    pub id: BatchId,
    /// How far it has come.
    pub state: BatchState,
    /// Somebody has said that it shall be issued.
    pub begun: bool,
    /// How often their results had been changed by then; `None` when their details were changed since.
    pub entries: Option<u32>,
}

/// Why participants were not changed.
#[derive(Debug, thiserror::Error)]
pub enum ParticipantError {
    /// The run or the participant does not allow it.
    #[error("the run does not allow it")]
    Refused(RunRefusal),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl From<RunRefusal> for ParticipantError {
    fn from(refusal: RunRefusal) -> Self {
        ParticipantError::Refused(refusal)
    }
}

impl StoredParticipant {
    pub(crate) fn read(row: &Row) -> Result<StoredParticipant, StoreError> {
        let identity = match (row.text_if("identity_by")?, row.time_if("identity_at")?) {
            (Some(by), Some(at)) => Some(IdentityCheck { by: row.fits("identity_by", Agent::new(&by))?, at }),
            _ => None,
        };
        let results = row.text("results")?;
        let batch = match row.parse_if("batch")? {
            Some(id) => Some(HandedInBatch {
                id,
                state: row.code("batch_state", BatchState::from_code)?,
                begun: row.time_if("batch_begun")?.is_some(),
                entries: row.number_if("handed_in")?,
            }),
            None => None,
        };
        let credential: Option<CredentialId> = row.parse_if("credential")?;
        let corrected = row.text_if("superseded")?.is_some();
        Ok(StoredParticipant {
            participant: Participant {
                holder: person::read(row, "person")?,
                state: row.code("state", ParticipantState::from_code)?,
                identity,
                confirmed: row.flag("confirmed")?,
                results: row.fits("results", serde_json::from_str(&results))?,
            },
            entries: row.number("entries")?,
            known: known(row)?,
            credential: credential.map(|id| (id, corrected)),
            batch,
            since: row.time("since")?,
        })
    }
}

/// The person in the institution's records, as far as it tells whether it is the same one.
fn known(row: &Row) -> Result<Option<Holder>, StoreError> {
    let Some(born) = row.parse_if::<Date>("known_born")? else { return Ok(None) };
    let line = |column| row.code_if(column, |text| Line::new(text).ok());
    let fields = HolderFields {
        person: row.parse("person")?,
        given_name: line("known_given_name")?,
        family_name: line("known_family_name")?,
        titles_before: None,
        titles_after: None,
        born,
        birth_place: None,
        birth_country: None,
        email: None,
    };
    row.fits("known_family_name", Holder::new(fields)).map(Some)
}

/// Refuses more people than a run takes.
fn require_room(touched: &TouchedRun, (all, taking_part): (u32, u32)) -> Result<(), RunRefusal> {
    let full =
        all > signet_offering::run::PARTICIPANTS_MAX || touched.capacity.is_some_and(|capacity| taking_part > capacity);
    if full { Err(RunRefusal::Full) } else { Ok(()) }
}

fn require_state(touched: &TouchedRun, fits: impl Fn(RunState) -> bool) -> Result<(), RunRefusal> {
    if fits(touched.state) { Ok(()) } else { Err(RunRefusal::NotNow(touched.state)) }
}

impl Tenant {
    /// Writes people down for a run, all or none; who is there already stays as they are. Returns those who were added.
    pub async fn add_participants(
        &self,
        key: &RunKey,
        people: &[(Holder, Vec<u8>)],
        state: ParticipantState,
        (now, by): (Timestamp, &Agent),
    ) -> Result<Vec<PersonId>, ParticipantError> {
        let mut transaction = self.pools.begin().await?;
        let touched = self.touch_run(&mut transaction, key, now).await?.ok_or(RunRefusal::Unknown)?;
        require_state(&touched, RunState::takes_participants)?;
        let mut added = Vec::new();
        for (holder, sort_key) in people {
            if self.put_participant(&mut transaction, key, (holder, sort_key), state, now).await? {
                let kind = (RunEventKind::Added, Some(&holder.person));
                self.put_run_event(&mut transaction, key, kind, (now, by)).await?;
                added.push(holder.person.clone());
            }
        }
        if added.is_empty() {
            return Ok(added);
        }
        require_room(&touched, self.count_run(&mut transaction, key).await?)?;
        commit(transaction).await?;
        Ok(added)
    }

    async fn put_participant(
        &self,
        transaction: &mut Transaction<'static, Any>,
        key: &RunKey,
        (holder, sort_key): (&Holder, &[u8]),
        state: ParticipantState,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let put = self.of_run(sql!("participant_put"), key).bind(holder.person.to_string()).bind(state.code());
        let put = person::bind_details(put, holder, sort_key).bind_time(now).run(&mut **transaction).await?;
        Ok(put == 1)
    }

    /// One participant.
    pub async fn participant(&self, key: &RunKey, person: &PersonId) -> Result<Option<StoredParticipant>, StoreError> {
        let row = self.of_run(sql!("participant_get"), key).bind(person.to_string()).row(&self.pools.read).await?;
        row.as_ref().map(StoredParticipant::read).transpose()
    }

    /// Participants in the order of their names, all or those in one state; one more than the page has when there is a next one.
    pub async fn participants(
        &self,
        key: &RunKey,
        state: Option<ParticipantState>,
        page: NumberedPage,
    ) -> Result<Vec<StoredParticipant>, StoreError> {
        let rows = self
            .of_run(sql!("participant_page"), key)
            .bind(state.map_or("", ParticipantState::code))
            .bind(page.limit())
            .bind(page.offset())
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(StoredParticipant::read).collect()
    }

    /// How many participants are in which state.
    pub async fn participant_states(&self, key: &RunKey) -> Result<Vec<(ParticipantState, u32)>, StoreError> {
        let rows = self.of_run(sql!("participant_states"), key).rows(&self.pools.read).await?;
        rows.iter().map(|row| Ok((row.code("state", ParticipantState::from_code)?, row.number("many")?))).collect()
    }

    /// Others in the run with the same name and day of birth under another number.
    pub async fn namesakes(&self, key: &RunKey, holder: &Holder, sort_key: &[u8]) -> Result<Vec<PersonId>, StoreError> {
        let rows = self
            .of_run(sql!("participant_namesakes"), key)
            .bind(sort_key.to_vec())
            .bind_text(holder.born)
            .bind(holder.person.to_string())
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(|row| row.parse("person")).collect()
    }

    /// Moves a participant from one state to another.
    pub async fn move_participant(
        &self,
        key: &RunKey,
        person: &PersonId,
        (from, to, kind): (ParticipantState, ParticipantState, RunEventKind),
        (now, by): (Timestamp, &Agent),
    ) -> Result<(), ParticipantError> {
        let mut transaction = self.pools.begin().await?;
        let touched = self.touch_run(&mut transaction, key, now).await?.ok_or(RunRefusal::Unknown)?;
        require_state(&touched, RunState::takes_participants)?;
        let moved = self
            .of_run(sql!("participant_move"), key)
            .bind(person.to_string())
            .bind(from.code())
            .bind(to.code())
            .bind_time(now)
            .run(&mut *transaction)
            .await?;
        if moved == 0 {
            return Err(RunRefusal::Overtaken.into());
        }
        let counts = self.count_run(&mut transaction, key).await?;
        if to == ParticipantState::Enrolled {
            require_room(&touched, counts)?;
        }
        self.put_run_event(&mut transaction, key, (kind, Some(person)), (now, by)).await?;
        commit(transaction).await?;
        Ok(())
    }

    /// Enters again who a participant is.
    pub async fn change_participant(
        &self,
        key: &RunKey,
        (holder, sort_key): (&Holder, &[u8]),
        (now, by): (Timestamp, &Agent),
    ) -> Result<bool, StoreError> {
        let change = self.of_run(sql!("participant_details"), key).bind(holder.person.to_string());
        let change = person::bind_details(change, holder, sort_key);
        self.change_one(key, change, (RunEventKind::Details, &holder.person), (now, by)).await
    }

    /// Writes down that a participant's details are right, although the institution's records say something else.
    pub async fn confirm_participant(
        &self,
        key: &RunKey,
        person: &PersonId,
        (now, by): (Timestamp, &Agent),
    ) -> Result<bool, StoreError> {
        let change = self.of_run(sql!("participant_confirm"), key).bind(person.to_string());
        self.change_one(key, change, (RunEventKind::Confirmed, person), (now, by)).await
    }

    /// Writes down that a participant's document of identity was looked at, or that it was not after all.
    pub async fn identify_participant(
        &self,
        key: &RunKey,
        person: &PersonId,
        checked: bool,
        (now, by): (Timestamp, &Agent),
    ) -> Result<bool, StoreError> {
        let change = self
            .of_run(sql!("participant_identity"), key)
            .bind(person.to_string())
            .bind_time_if(checked.then_some(now))
            .bind(checked.then(|| by.to_string()));
        let kind = if checked { RunEventKind::Identified } else { RunEventKind::Unidentified };
        self.change_one(key, change, (kind, person), (now, by)).await
    }

    async fn change_one(
        &self,
        key: &RunKey,
        change: crate::statement::Statement,
        (kind, person): (RunEventKind, &PersonId),
        (now, by): (Timestamp, &Agent),
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        if change.run(&mut *transaction).await? == 0 {
            return Ok(false);
        }
        self.put_run_event(&mut transaction, key, (kind, Some(person)), (now, by)).await?;
        commit(transaction).await?;
        Ok(true)
    }

    /// Moves a run on. `decide` says what becomes of each participant, by what they have when nobody can enter anything any more.
    pub async fn move_run(
        &self,
        key: &RunKey,
        (from, to, act): (RunState, RunState, RunAct),
        decide: impl Fn(&Participant) -> ParticipantState + Send,
        (now, by): (Timestamp, &Agent),
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let moved = self
            .of_run(sql!("run_move"), key)
            .bind(from.code())
            .bind(to.code())
            .bind_time(now)
            .run(&mut *transaction)
            .await?;
        if moved == 0 {
            return Ok(false);
        }
        if act.is_of_results() {
            self.decide_participants(&mut transaction, key, decide, now).await?;
        }
        self.put_run_event(&mut transaction, key, (RunEventKind::Act(act), None), (now, by)).await?;
        self.count_run(&mut transaction, key).await?;
        self.catalogue_changes(&mut transaction).await?;
        commit(transaction).await?;
        Ok(true)
    }

    async fn decide_participants(
        &self,
        transaction: &mut Transaction<'static, Any>,
        key: &RunKey,
        decide: impl Fn(&Participant) -> ParticipantState + Send,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let rows = self
            .of_run(sql!("participant_page"), key)
            .bind("")
            .bind(i64::from(signet_offering::run::PARTICIPANTS_MAX))
            .bind(0_i64)
            .rows(&mut **transaction)
            .await?;
        for row in &rows {
            let participant = StoredParticipant::read(row)?.participant;
            let to = decide(&participant);
            if to != participant.state {
                self.of_run(sql!("participant_move"), key)
                    .bind(participant.holder.person.to_string())
                    .bind(participant.state.code())
                    .bind(to.code())
                    .bind_time(now)
                    .run(&mut **transaction)
                    .await?;
            }
        }
        Ok(())
    }

    /// Keeps a batch that comes from a run, and which participants were handed in with it. Nothing of it is sealed before an instant.
    pub async fn put_run_batch(
        &self,
        batch: &NewBatch,
        key: &RunKey,
        people: &[PersonId],
        not_before: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        self.put_run_event(&mut transaction, key, (RunEventKind::HandedIn, None), (now, &batch.by)).await?;
        self.put_batch_in(&mut transaction, batch, now).await?;
        sql!("batch_of_run")
            .bind(self.institution.as_str())
            .bind_text(batch.id)
            .bind(key.run.to_string())
            .bind_time_if(not_before)
            .run(&mut *transaction)
            .await?;
        for person in people {
            let hand_in = self.of_run(sql!("participant_hand_in"), key).bind(person.to_string());
            hand_in.bind_text(batch.id).run(&mut *transaction).await?;
        }
        self.count_run(&mut transaction, key).await?;
        commit(transaction).await
    }

    /// Whether a run with these terms has room for those who take part now.
    pub async fn has_room(&self, key: &RunKey, terms: &RunTerms) -> Result<bool, StoreError> {
        Ok(self.run(key).await?.is_none_or(|run| terms.has_room_for(run.enrolled, run.participants)))
    }
}
