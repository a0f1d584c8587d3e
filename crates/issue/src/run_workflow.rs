//! The acts on runs of units: planning, opening, starting, closing and cancelling them, and who takes part.

use std::sync::Arc;

use signet_access::{Action, Actor, AnotherAct, Denial, Permit, Target, UnitPlace, first_allowed};
use signet_offering::{
    ClosingResult, Participant, ParticipantAct, ParticipantState, RunAct, RunRefusal, RunTerms, RunVersion, UnitDraft,
    run::closing_state,
};
use signet_record::{Holder, PersonId, Unit, UnitId};
use signet_registry::Agent;
use signet_store::{
    HistoryError, NumberedPage, ParticipantError, RunEventKind, RunKey, StoreError, StoredParticipant, StoredRun,
    Tenant,
};

use crate::{
    admit::{Own, holder_in_question, own},
    batch::BatchError,
    issuer::Issuer,
    propose::{ProposeError, sort_key},
};

/// Why an act on a run was not done. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum RunActError {
    /// The run or the participant does not allow it.
    #[error("the run does not allow it")]
    Refused(RunRefusal),
    /// Somebody may not do it to this participant.
    #[error("it may not be done to this participant")]
    Denied(Action, Denial),
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The register cannot be read or written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The unit or the institution cannot be read.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// The unit's ledger cannot be read.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// A credential cannot be read.
    #[error(transparent)]
    Propose(#[from] ProposeError),
    /// What is kept as the unit is none.
    #[error(transparent)]
    Kept(#[from] serde_json::Error),
}

impl From<RunRefusal> for RunActError {
    fn from(refusal: RunRefusal) -> Self {
        RunActError::Refused(refusal)
    }
}

impl From<ParticipantError> for RunActError {
    fn from(error: ParticipantError) -> Self {
        match error {
            ParticipantError::Refused(refusal) => RunActError::Refused(refusal),
            ParticipantError::Database(error) => RunActError::Database(error),
        }
    }
}

/// A run as it stands.
#[derive(Clone, Debug)]
pub struct RunInHand {
    /// Dates, state and counts.
    pub stored: StoredRun,
    /// Who assesses it.
    pub assessors: Vec<PersonId>,
    /// Where its unit stands.
    pub place: UnitPlace,
    /// The unit in the version that the run enrols in, taught in this run alone.
    pub unit: Arc<Unit>,
}

impl RunInHand {
    /// The run, as somebody who may do something to it is asked about.
    #[must_use]
    pub fn target<'t>(&'t self, tenant: &'t Tenant) -> Target<'t> {
        let guarantor = self.stored.guarantor.as_ref();
        Target::Run { institution: tenant.id(), guarantor, assessors: &self.assessors, place: Some(&self.place) }
    }

    /// The result of one of its participants.
    pub fn result<'t>(&'t self, tenant: &'t Tenant, holder: &'t PersonId) -> Target<'t> {
        let guarantor = self.stored.guarantor.as_ref();
        let (assessors, place) = (&self.assessors, Some(&self.place));
        Target::Result { institution: tenant.id(), holder, guarantor, assessors, place }
    }
}

/// The one way to plan runs of one institution, to take people in, to enter and to close their results, and to hand them in.
#[derive(Clone, Copy)]
pub struct RunWorkflow<'a> {
    pub(crate) issuer: &'a Issuer,
    pub(crate) tenant: &'a Tenant,
}

/// What became of people who were to be written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddedParticipants {
    /// Those who were added.
    pub added: Vec<PersonId>,
    /// Those who are in the run already; nothing about them was changed.
    pub known: Vec<PersonId>,
}

impl Issuer {
    /// The acts on runs of one institution.
    pub fn runs<'a>(&'a self, tenant: &'a Tenant) -> RunWorkflow<'a> {
        RunWorkflow { issuer: self, tenant }
    }
}

impl RunWorkflow<'_> {
    /// A run as it stands; `None` when there is none of this id.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn run(&self, key: &RunKey) -> Result<Option<RunInHand>, RunActError> {
        let Some(stored) = self.tenant.run(key).await? else { return Ok(None) };
        let assessors = self.tenant.run_assessors(key).await?;
        let kept = self.tenant.unit(&key.unit, stored.version.version).await?.ok_or(RunRefusal::Unknown)?;
        let unit: Unit = serde_json::from_str(&kept.document)?;
        let unit = Arc::new(unit.taught_in(stored.terms.run().clone()));
        let place = self.tenant.unit_place(&key.unit).await?;
        Ok(Some(RunInHand { stored, assessors, place, unit }))
    }

    pub(crate) async fn required(&self, key: &RunKey) -> Result<RunInHand, RunActError> {
        Ok(self.run(key).await?.ok_or(RunRefusal::Unknown)?)
    }

    /// Plans a run, which enrols in the version of the unit that is issued from today.
    ///
    /// # Errors
    /// When there is such a run, no such version, or the permit is for something else.
    pub async fn plan(
        &self,
        unit: &UnitId,
        terms: &RunTerms,
        assessors: &[PersonId],
        permit: Permit,
    ) -> Result<RunKey, RunActError> {
        let guarantor = self.tenant.unit_draft(unit).await?.and_then(|draft| draft.guarantor);
        let (guarantor, place) = (guarantor.as_ref(), self.tenant.unit_place(unit).await?);
        let target = Target::Run { institution: self.tenant.id(), guarantor, assessors: &[], place: Some(&place) };
        let by = permit.redeem(Action::ManageRun, &target)?;
        let current = match self.issuer.unit(self.tenant, unit).await {
            Ok(current) => current,
            Err(BatchError::Unknown) => return Err(RunRefusal::Unknown.into()),
            Err(error) => return Err(error.into()),
        };
        let version = RunVersion { version: current.version, digest: UnitDraft::of(&current).canonical().digest() };
        let now = self.issuer.now();
        if !self.tenant.put_run(unit, version, terms, assessors, (now, &by)).await? {
            return Err(RunRefusal::Exists.into());
        }
        Ok(RunKey { unit: unit.clone(), run: terms.run().id.clone() })
    }

    /// Changes dates, capacity, audience and assessors of a run, begun from a revision of them.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn change(
        &self,
        key: &RunKey,
        began_from: u32,
        terms: &RunTerms,
        assessors: &[PersonId],
        permit: Permit,
    ) -> Result<(), RunActError> {
        let run = self.required(key).await?;
        let by = permit.redeem(Action::ManageRun, &run.target(self.tenant))?;
        if !run.stored.state.takes_terms() {
            return Err(RunRefusal::NotNow(run.stored.state).into());
        }
        if !self.tenant.has_room(key, terms).await? {
            return Err(RunRefusal::Full.into());
        }
        let starts_later = terms.run().start > run.stored.terms.run().start;
        let before = |one: &StoredParticipant| one.participant.results.date.is_some_and(|day| day < terms.run().start);
        if starts_later && self.everybody(key).await?.iter().any(before) {
            return Err(RunRefusal::ResultBefore.into());
        }
        if self.tenant.change_run(key, began_from, terms, assessors, (self.issuer.now(), &by)).await? {
            Ok(())
        } else {
            Err(RunRefusal::Overtaken.into())
        }
    }

    /// Every participant, in the order of names.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn everybody(&self, key: &RunKey) -> Result<Vec<StoredParticipant>, RunActError> {
        let rows = signet_offering::run::PARTICIPANTS_MAX;
        Ok(self.tenant.participants(key, None, NumberedPage { page: 0, rows }).await?)
    }

    /// Opens, starts, closes, reopens or cancels a run. Closing says of everybody whether they completed it.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn act(&self, key: &RunKey, act: RunAct, permit: Permit) -> Result<(), RunActError> {
        let run = self.required(key).await?;
        let action = if act.is_of_results() { Action::CloseResults } else { Action::ManageRun };
        let by = permit.redeem(action, &run.target(self.tenant))?;
        let from = run.stored.state;
        let to = from.after(act).ok_or(RunRefusal::NotNow(from))?;
        if act == RunAct::Cancel && self.tenant.is_issued_for(key).await? {
            return Err(RunRefusal::Issued.into());
        }
        let unit = Arc::clone(&run.unit);
        let decide = move |participant: &Participant| match act {
            RunAct::Close => closing_state(participant.state, closing_result(&unit, participant)),
            _ if matches!(participant.state, ParticipantState::Completed | ParticipantState::Failed) => {
                ParticipantState::Enrolled
            }
            _ => participant.state,
        };
        if self.tenant.move_run(key, (from, to, act), decide, (self.issuer.now(), &by)).await? {
            Ok(())
        } else {
            Err(RunRefusal::Overtaken.into())
        }
    }

    /// Writes people down for a run, as applicants or as enrolled. Who is there already stays as they are.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn add(
        &self,
        key: &RunKey,
        people: Vec<Holder>,
        state: ParticipantState,
        permit: Permit,
    ) -> Result<AddedParticipants, RunActError> {
        let run = self.required(key).await?;
        let by = permit.redeem(Action::ManageParticipants, &run.target(self.tenant))?;
        let all: Vec<PersonId> = people.iter().map(|holder| holder.person.clone()).collect();
        let people: Vec<_> = people.into_iter().map(|holder| (sort_key(&holder), holder)).collect();
        let people: Vec<_> = people.into_iter().map(|(key, holder)| (holder, key)).collect();
        let added = self.tenant.add_participants(key, &people, state, (self.issuer.now(), &by)).await?;
        let known = all.into_iter().filter(|person| !added.contains(person)).collect();
        Ok(AddedParticipants { added, known })
    }

    /// Others in the run who have the same name and day of birth under another number.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn namesakes(&self, key: &RunKey, holder: &Holder) -> Result<Vec<PersonId>, RunActError> {
        Ok(self.tenant.namesakes(key, holder, &sort_key(holder)).await?)
    }

    /// Admits, enrols or takes out a participant.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn move_participant(
        &self,
        key: &RunKey,
        person: &PersonId,
        act: ParticipantAct,
        permit: Permit,
    ) -> Result<(), RunActError> {
        let run = self.required(key).await?;
        let by = permit.redeem(Action::ManageParticipants, &run.target(self.tenant))?;
        let from = self.participant(key, person).await?.participant.state;
        let to = from.after(act).ok_or(RunRefusal::NotInState(from))?;
        let kind = match act {
            ParticipantAct::Admit => RunEventKind::Admitted,
            ParticipantAct::Enrol => RunEventKind::Enrolled,
            ParticipantAct::Withdraw => RunEventKind::Withdrew,
        };
        let now = self.issuer.now();
        Ok(self.tenant.move_participant(key, person, (from, to, kind), (now, &by)).await?)
    }

    /// One participant.
    ///
    /// # Errors
    /// When there is none, or the register cannot be read.
    pub async fn participant(&self, key: &RunKey, person: &PersonId) -> Result<StoredParticipant, RunActError> {
        Ok(self.tenant.participant(key, person).await?.ok_or(RunRefusal::Unknown)?)
    }

    /// Enters again who a participant is; the number by which the institution knows them stays.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn change_participant(&self, key: &RunKey, holder: &Holder, permit: Permit) -> Result<(), RunActError> {
        let run = self.required(key).await?;
        let by = permit.redeem(Action::ManageParticipants, &run.target(self.tenant))?;
        let sort_key = sort_key(holder);
        if self.tenant.change_participant(key, (holder, &sort_key), (self.issuer.now(), &by)).await? {
            Ok(())
        } else {
            Err(RunRefusal::Unknown.into())
        }
    }

    /// Says that a participant's details are right, although the institution's records say something else.
    ///
    /// # Errors
    /// When it is refused, or the permit is for something else.
    pub async fn confirm_participant(
        &self,
        key: &RunKey,
        person: &PersonId,
        permit: Permit,
    ) -> Result<(), RunActError> {
        let run = self.required(key).await?;
        let by = permit.redeem(Action::ManageParticipants, &run.target(self.tenant))?;
        let confirmed = self.tenant.confirm_participant(key, person, (self.issuer.now(), &by)).await?;
        if confirmed { Ok(()) } else { Err(RunRefusal::Unknown.into()) }
    }

    /// Writes down that a participant's document of identity was looked at, or that it was not after all: by whoever may enter their
    /// result, since it is looked at where they are assessed.
    ///
    /// # Errors
    /// When it is refused, or may not be done.
    pub async fn identify(
        &self,
        key: &RunKey,
        person: &PersonId,
        checked: bool,
        actors: &[Actor],
    ) -> Result<(), RunActError> {
        let run = self.required(key).await?;
        let holder = self.participant(key, person).await?.participant.holder;
        let by = self.may_enter(&run, &holder, actors, &own(self.tenant, actors).await?)?;
        let done = self.tenant.identify_participant(key, person, checked, (self.issuer.now(), &by)).await?;
        if done { Ok(()) } else { Err(RunRefusal::Unknown.into()) }
    }

    /// Asks whether somebody may enter the result of a participant: nobody their own, under whatever number.
    pub(crate) fn may_enter(
        &self,
        run: &RunInHand,
        holder: &Holder,
        actors: &[Actor],
        own: &Own,
    ) -> Result<Agent, RunActError> {
        let person = holder_in_question(own, holder);
        let target = run.result(self.tenant, person);
        let permit = first_allowed(actors, Action::EnterResult, &target)
            .map_err(|denial| RunActError::Denied(Action::EnterResult, denial))?;
        Ok(permit.redeem(Action::EnterResult, &target)?)
    }
}

fn closing_result(unit: &Unit, participant: &Participant) -> ClosingResult {
    match &participant.results.grade {
        None => ClosingResult::Missing,
        Some(grade) if unit.pass(grade).is_ok() => ClosingResult::Passed,
        Some(_) => ClosingResult::NotPassed,
    }
}
