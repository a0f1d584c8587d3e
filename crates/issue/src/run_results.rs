//! Entering results of a run: joined with what others entered meanwhile, and written down change by change.

use signet_access::{Action, Actor, Denial, allowed};
use signet_offering::{
    CellClash, ResultField, RunRefusal,
    run::{merge_entry, undo},
};
use signet_record::{PersonId, results::ColumnMapping};
use signet_store::{ResultWrite, RunKey, StoredParticipant, StoredResultChange, Tenant};

use crate::{
    admit::own,
    issuer::Issuer,
    run_workflow::{RunActError, RunInHand, RunWorkflow},
};

/// Participants of whom each is asked for by itself; more of them are read together.
const ONE_BY_ONE: usize = 60;
/// Most changes that are looked at to find out what somebody began from.
const CHANGES_MAX: u32 = 1_000;

/// What somebody typed about one participant.
#[derive(Clone, PartialEq, Eq)]
pub struct TypedResults {
    /// About whom.
    pub person: PersonId,
    /// How often their results had been changed when the form was shown; `None` for what is there now.
    pub began_from: Option<u32>,
    /// Each cell with what stands in it now.
    pub cells: Vec<(ResultField, Option<String>)>,
}

/// Whose, not what.
impl std::fmt::Debug for TypedResults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TypedResults({} cells)", self.cells.len())
    }
}

/// What became of results that were entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnteredResults {
    /// Those of whom something was written down.
    pub written: Vec<PersonId>,
    /// Those of whom nothing was written, since somebody else changed the same cell in another way.
    pub clashes: Vec<(PersonId, Vec<CellClash>)>,
    /// Those whose results whoever typed may not enter.
    pub denied: Vec<(PersonId, Denial)>,
    /// Those who do not take part.
    pub not_taking_part: Vec<PersonId>,
}

impl Issuer {
    /// Remembers what the columns of a unit's files stand for, for whoever may take something from a file into a run of it.
    ///
    /// # Errors
    /// When they may not, or the register fails.
    pub async fn remember_columns(
        &self,
        tenant: &Tenant,
        run: &RunInHand,
        mapping: &ColumnMapping,
        actor: &Actor,
    ) -> Result<(), RunActError> {
        let target = run.target(tenant);
        let permit =
            allowed(actor, Action::ViewRun, &target).map_err(|denial| RunActError::Denied(Action::ViewRun, denial))?;
        permit.redeem(Action::ViewRun, &target)?;
        let mapping = serde_json::to_string(mapping)?;
        Ok(tenant.remember_columns(&run.stored.key.unit, &mapping, self.now()).await?)
    }
}

impl RunWorkflow<'_> {
    /// Enters results. Of each participant everything is written or nothing; what others entered since the form was shown stays.
    ///
    /// # Errors
    /// When the run takes no results, or the register fails.
    pub async fn enter(
        &self,
        key: &RunKey,
        typed: &[TypedResults],
        actors: &[Actor],
    ) -> Result<EnteredResults, RunActError> {
        let run = self.required(key).await?;
        if !run.stored.state.takes_results() {
            return Err(RunRefusal::NotNow(run.stored.state).into());
        }
        let own = own(self.tenant, actors).await?;
        let mut entered = EnteredResults::default();
        let (mut writes, mut by) = (Vec::new(), None);
        for (typed, known) in typed.iter().zip(self.those(key, typed).await?) {
            let Some(known) = known.filter(|known| known.participant.state.takes_part()) else {
                entered.not_taking_part.push(typed.person.clone());
                continue;
            };
            match self.may_enter(&run, &known.participant.holder, actors, &own) {
                Ok(account) => by = Some(account),
                Err(RunActError::Denied(_, denial)) => {
                    entered.denied.push((typed.person.clone(), denial));
                    continue;
                }
                Err(error) => return Err(error),
            }
            match self.merged(key, typed, &known).await? {
                Err(clashes) => entered.clashes.push((typed.person.clone(), clashes)),
                Ok(write) if write.changes.is_empty() => {}
                Ok(write) => writes.push(write),
            }
        }
        if let Some(by) = by.filter(|_| !writes.is_empty()) {
            let overtaken = self.tenant.enter_results(key, &writes, (self.issuer.now(), &by)).await?;
            for write in writes {
                match overtaken.contains(&write.person) {
                    true => entered.clashes.push((write.person, Vec::new())),
                    false => entered.written.push(write.person),
                }
            }
        }
        Ok(entered)
    }

    async fn those(&self, key: &RunKey, typed: &[TypedResults]) -> Result<Vec<Option<StoredParticipant>>, RunActError> {
        if typed.len() > ONE_BY_ONE {
            let all = self.everybody(key).await?;
            let mut by_id: std::collections::HashMap<_, _> =
                all.into_iter().map(|one| (one.participant.holder.person.clone(), one)).collect();
            return Ok(typed.iter().map(|one| by_id.remove(&one.person)).collect());
        }
        let mut those = Vec::with_capacity(typed.len());
        for one in typed {
            those.push(self.tenant.participant(key, &one.person).await?);
        }
        Ok(those)
    }

    /// What somebody typed, joined with what is there.
    async fn merged(
        &self,
        key: &RunKey,
        typed: &TypedResults,
        known: &StoredParticipant,
    ) -> Result<Result<ResultWrite, Vec<CellClash>>, RunActError> {
        let current = &known.participant.results;
        let began_from = typed.began_from.unwrap_or(known.entries).min(known.entries);
        let base = if began_from == known.entries {
            current.clone()
        } else {
            let since = self.tenant.result_changes(key, &typed.person, began_from, CHANGES_MAX).await?;
            // Where the way back cannot be gone, whoever typed is shown what is there now.
            match undo(current, since.iter().map(|one| &one.change)) {
                Some(before) => before,
                None => return Ok(Err(Vec::new())),
            }
        };
        Ok(merge_entry(&base, current, &typed.cells).map(|entry| ResultWrite {
            person: typed.person.clone(),
            began_from: known.entries,
            results: entry.results,
            changes: entry.changes,
        }))
    }

    /// What changed about somebody's results, newest first.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn result_changes(
        &self,
        key: &RunKey,
        person: &PersonId,
    ) -> Result<Vec<StoredResultChange>, RunActError> {
        Ok(self.tenant.result_changes(key, person, 0, CHANGES_MAX).await?)
    }

    /// Whether somebody may enter the results of a participant: a grid shows the others without a field.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub async fn enterable(
        &self,
        run: &RunInHand,
        people: &[StoredParticipant],
        actors: &[Actor],
    ) -> Result<Vec<bool>, RunActError> {
        let own = own(self.tenant, actors).await?;
        Ok(people.iter().map(|one| self.may_enter(run, &one.participant.holder, actors, &own).is_ok()).collect())
    }
}
