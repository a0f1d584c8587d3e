//! From closed results to credentials: who met all conditions, and handing them in through the door of uploads.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use signet_access::{Actor, Permit};
use signet_offering::{
    ConditionContext, Conditions, IssuedCredential, Participant, RunRefusal, RunState,
    run::{conditions, outcome_of},
};
use signet_record::{AssessmentResult, CredentialId, Holder, PersonId, Timestamp, Unit, results::ResultRow};
use signet_store::{Batch, BatchId, BatchState, RunKey, StoredParticipant, Tenant};

use crate::{
    admit::{Own, holder_in_question, own},
    batch::{BatchError, HandedIn, HandedInRun},
    issuer::Issuer,
    run_workflow::{RunActError, RunInHand, RunWorkflow},
    unit_gate::UnitGate,
};

/// A participant, and whether everything is true that has to be before a credential is issued to them.
#[derive(Clone, Debug)]
pub struct JudgedParticipant {
    /// Who, and what is known of them.
    pub stored: StoredParticipant,
    /// All conditions are met, or which are not.
    pub conditions: Conditions,
    /// They were handed in already, and somebody has said that it shall be issued.
    pub waits_in: Option<BatchId>,
}

impl JudgedParticipant {
    /// Who it is.
    #[must_use]
    pub fn person(&self) -> &PersonId {
        &self.stored.participant.holder.person
    }

    /// Whether they can be handed in to be issued.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.waits_in.is_none() && matches!(self.conditions, Conditions::Met(_))
    }
}

/// Why participants were not handed in.
#[derive(Debug, thiserror::Error)]
pub enum HandInError {
    /// Of these the conditions are not met, or not any more.
    #[error("the conditions of some participants are not met")]
    NotMet(Vec<PersonId>),
    /// Nobody was chosen.
    #[error("nobody was chosen")]
    Nobody,
    /// The run does not allow it, or the register failed.
    #[error(transparent)]
    Run(#[from] RunActError),
    /// The batch could not be kept.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// The rows cannot be written.
    #[error(transparent)]
    Written(#[from] serde_json::Error),
}

/// A run with what is asked of all its participants.
struct Judge<'r> {
    run: &'r RunInHand,
    gate: UnitGate,
    own: Own,
    persons: Vec<PersonId>,
}

impl RunWorkflow<'_> {
    /// Says of every participant whether all conditions are met for somebody who would issue, in the order of names.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn judge(&self, run: &RunInHand, actors: &[Actor]) -> Result<Vec<JudgedParticipant>, RunActError> {
        let people = self.everybody(&run.stored.key).await?;
        self.judge_those(run, people, actors).await
    }

    /// The same of participants that were read before.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn judge_those(
        &self,
        run: &RunInHand,
        people: Vec<StoredParticipant>,
        actors: &[Actor],
    ) -> Result<Vec<JudgedParticipant>, RunActError> {
        let judge = Judge {
            run,
            gate: self.issuer.unit_gate(self.tenant, &run.unit).await?,
            own: own(self.tenant, actors).await?,
            persons: actors.iter().filter_map(Actor::person).cloned().collect(),
        };
        let mut judged = Vec::with_capacity(people.len());
        for stored in people {
            judged.push(self.judge_one(&judge, stored).await?);
        }
        Ok(judged)
    }

    async fn judge_one(&self, judge: &Judge<'_>, stored: StoredParticipant) -> Result<JudgedParticipant, RunActError> {
        let unit = &judge.run.unit;
        let issued = match stored.credential {
            None => None,
            Some((first, corrected)) => Some(self.issued(unit, &stored, first, corrected).await?),
        };
        let person = holder_in_question(&judge.own, &stored.participant.holder);
        let context = ConditionContext {
            unit,
            run: judge.run.stored.terms.run(),
            today: self.issuer.today(),
            known: stored.known.as_ref(),
            own: judge.persons.contains(person),
            issued,
            bar: &|day| judge.gate.bar(day),
        };
        let conditions = conditions(&stored.participant, &context);
        let waits_in = stored.batch.filter(|batch| {
            let open = matches!(batch.state, BatchState::Checked | BatchState::Issuing);
            issued.is_none() && batch.begun && open
        });
        Ok(JudgedParticipant { waits_in: waits_in.map(|batch| batch.id), stored, conditions })
    }

    /// The newest credential of a participant, and whether their results say something else by now.
    async fn issued(
        &self,
        unit: &Unit,
        stored: &StoredParticipant,
        first: CredentialId,
        corrected: bool,
    ) -> Result<IssuedCredential, RunActError> {
        let untouched = stored.batch.is_some_and(|batch| batch.entries == Some(stored.entries));
        if untouched && !corrected {
            return Ok(IssuedCredential { id: first, differs: false });
        }
        let newest = self.issuer.newest(self.tenant, first).await?;
        let Participant { holder, results, .. } = &stored.participant;
        let same = newest.holder() == holder && outcome_of(unit, results).as_ref() == Some(newest.outcome());
        Ok(IssuedCredential { id: newest.id(), differs: !same })
    }

    /// Hands participants in to be issued, through the door of uploads: what stands of them in the register becomes the file of a batch.
    /// Whoever wants it issued says so of the batch (`Issuer::begin_batch`). Nothing is sealed before `not_before`.
    ///
    /// # Errors
    /// When the results are not closed, somebody's conditions are not met, or the permit is for something else.
    pub async fn hand_in(
        &self,
        key: &RunKey,
        chosen: &[PersonId],
        not_before: Option<Timestamp>,
        actors: &[Actor],
        permit: Permit,
    ) -> Result<BatchId, HandInError> {
        let run = self.required(key).await?;
        if run.stored.state != RunState::Closed {
            return Err(RunActError::from(RunRefusal::NotNow(run.stored.state)).into());
        }
        if chosen.is_empty() {
            return Err(HandInError::Nobody);
        }
        let judged = self.judge(&run, actors).await?;
        let ready: BTreeSet<&PersonId> =
            judged.iter().filter(|one| one.is_ready()).map(JudgedParticipant::person).collect();
        let missing: Vec<PersonId> = chosen.iter().filter(|person| !ready.contains(person)).cloned().collect();
        if !missing.is_empty() {
            return Err(HandInError::NotMet(missing));
        }
        // In the order of names, each once.
        let chosen: BTreeSet<&PersonId> = chosen.iter().collect();
        let rows: Vec<(&Holder, &AssessmentResult)> = judged
            .iter()
            .filter(|one| chosen.contains(one.person()))
            .filter_map(|one| match &one.conditions {
                Conditions::Met(outcome) => Some((&one.stored.participant.holder, &**outcome)),
                Conditions::Unmet(_) => None,
            })
            .collect();
        let people = rows.iter().map(|(holder, _)| holder.person.clone()).collect();
        let handed_in = HandedIn {
            unit: key.unit.clone(),
            file_name: format!("{}-{}.json", key.unit, key.run),
            file: results_file(key, &rows)?,
            rows_read: rows.len(),
            rows_good: rows.len(),
            complaints: Vec::new(),
            mapping: signet_record::results::ColumnMapping::default(),
            run: Some(HandedInRun { key: key.clone(), people, not_before }),
        };
        Ok(self.issuer.put_batch(self.tenant, handed_in, permit).await?)
    }
}

/// Results as a file of results states them: one person a line.
fn results_file(key: &RunKey, rows: &[(&Holder, &AssessmentResult)]) -> Result<Bytes, serde_json::Error> {
    let mut lines = Vec::with_capacity(rows.len());
    for (holder, outcome) in rows {
        let mut row = BTreeMap::new();
        let mut put = |field: String, value: Option<String>| {
            if let Some(value) = value {
                row.insert(field, value);
            }
        };
        put("person".into(), Some(holder.person.to_string()));
        put("given_name".into(), holder.given_name.as_ref().map(ToString::to_string));
        put("family_name".into(), holder.family_name.as_ref().map(ToString::to_string));
        put("titles_before".into(), holder.titles_before.as_ref().map(ToString::to_string));
        put("titles_after".into(), holder.titles_after.as_ref().map(ToString::to_string));
        put("born".into(), Some(holder.born.to_string()));
        put("birth_place".into(), holder.birth_place.as_ref().map(ToString::to_string));
        put("birth_country".into(), holder.birth_country.map(|country| country.code().to_owned()));
        put("email".into(), holder.email.as_ref().map(ToString::to_string));
        put("run".into(), Some(key.run.to_string()));
        put("grade".into(), Some(outcome.grade.code.to_string()));
        put("result_date".into(), Some(outcome.date.to_string()));
        put("assessor".into(), outcome.assessor.as_ref().map(ToString::to_string));
        for part in &outcome.parts {
            put(format!("grade:{}", part.code), part.grade.as_ref().map(ToString::to_string));
        }
        lines.push(serde_json::to_string(&row)?);
    }
    Ok(Bytes::from(format!("[{}]\n", lines.join(",\n"))))
}

impl Issuer {
    /// The unit that the rows of a batch are of: of a run's batch the version that the run enrolled in.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub async fn unit_of_batch(&self, tenant: &Tenant, batch: &Batch) -> Result<std::sync::Arc<Unit>, BatchError> {
        let Some(run) = &batch.run else { return self.unit(tenant, &batch.unit).await };
        let key = RunKey { unit: batch.unit.clone(), run: run.clone() };
        match self.runs(tenant).run(&key).await {
            Ok(Some(run)) => Ok(run.unit),
            Ok(None) | Err(RunActError::Refused(_)) => Err(BatchError::Unknown),
            Err(RunActError::Batch(error)) => Err(error),
            Err(RunActError::Database(error)) => Err(error.into()),
            Err(RunActError::History(error)) => Err(error.into()),
            Err(RunActError::Kept(error)) => Err(error.into()),
            Err(RunActError::NotPermitted(error)) => Err(error.into()),
            Err(RunActError::Denied(..) | RunActError::Propose(_)) => Err(BatchError::Unknown),
        }
    }

    /// Takes the rows out of a run's batch of which something changed since they were handed in: results were reopened, somebody was
    /// handed in anew. Returns the others and the lines of those. Of an uploaded file all rows stay.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn take_out_changed(
        &self,
        tenant: &Tenant,
        batch: &Batch,
        rows: Vec<ResultRow>,
        actors: &[Actor],
    ) -> Result<(Vec<ResultRow>, Vec<u64>), RunActError> {
        let Some(run) = &batch.run else { return Ok((rows, Vec::new())) };
        let runs = self.runs(tenant);
        let run = runs.required(&RunKey { unit: batch.unit.clone(), run: run.clone() }).await?;
        let judged = runs.judge(&run, actors).await?;
        let by_person: BTreeMap<&PersonId, &JudgedParticipant> =
            judged.iter().map(|one| (&one.stored.participant.holder.person, one)).collect();
        let closed = run.stored.state == RunState::Closed;
        let stands = |row: &ResultRow| {
            let Some(one) = by_person.get(&row.holder.person) else { return false };
            let same_batch = one.stored.batch.is_some_and(|handed| handed.id == batch.id);
            // What is issued already is found again, and nothing is issued twice.
            let issued = one.stored.credential.is_some();
            let same = match &one.conditions {
                Conditions::Met(outcome) => **outcome == row.outcome && one.stored.participant.holder == row.holder,
                // Whether it is somebody's own row is asked of each row by the table of rights.
                Conditions::Unmet(unmet) => matches!(unmet.as_slice(), [signet_offering::Unmet::Own]),
            };
            issued || (closed && same_batch && same)
        };
        let (mut standing, mut changed) = (Vec::with_capacity(rows.len()), Vec::new());
        for row in rows {
            if stands(&row) {
                standing.push(row);
            } else {
                changed.push(row.line);
            }
        }
        Ok((standing, changed))
    }

    /// The instant before which nothing of a batch is sealed, as long as it is to come.
    #[must_use]
    pub fn scheduled(&self, batch: &Batch) -> Option<Timestamp> {
        batch.not_before.filter(|instant| *instant > self.now())
    }
}
