//! The table of kinds of tasks. A new kind is a variant, its word, and an arm that finds its tasks for somebody.

use signet_access::Action;
use signet_lang::args::TaskWord;
use signet_record::{Date, PersonId};
use signet_registry::{Agent, DraftStage};
use signet_store::{
    Batch, FailedBatch, ReviewDue, RevocationProposal, StoreError, StoredRun, WaitingClaim, WaitingCredentials,
    WaitingDraft,
};

use super::seeker::TaskSeeker;
use crate::batch_word::is_same_author;
use crate::bulk_revoke::revocations_are_within;

/// Most tasks of a kind that are looked for; whoever has more begins with the oldest.
pub const TASKS_OF_A_KIND_MAX: u32 = 25;

/// Days before a review is due from which on it is a task: the first of the three warnings.
pub const REVIEW_DAYS: i64 = 60;

/// Something that waits for somebody, as the register holds it.
#[derive(Clone, Debug)]
pub enum FoundTask {
    /// The text of a unit.
    Draft(WaitingDraft),
    /// A version of a unit that has to be looked at again.
    Review(ReviewDue),
    /// Somebody asks whether the records are about them.
    Claim(WaitingClaim),
    /// A run whose results are to be entered.
    RunToAssess(StoredRun),
    /// A run whose results are to be closed.
    RunToClose(StoredRun),
    /// A run that can be issued from.
    RunReady(StoredRun),
    /// An upload with credentials that could not be sealed.
    Failed(FailedBatch),
    /// A batch that a second person has to agree to.
    SecondYes(Box<Batch>),
    /// A revocation of several that a second person has to agree to.
    Revocations(RevocationProposal),
    /// Credentials that wait for their seal.
    WaitingForSeal(WaitingCredentials),
}

impl FoundTask {
    /// What tells it from the others of its kind: whoever has it in two roles has it once.
    pub fn key(&self) -> String {
        match self {
            FoundTask::Draft(draft) => draft.unit.to_string(),
            FoundTask::Review(due) => due.unit.to_string(),
            FoundTask::Claim(claim) => claim.id.to_string(),
            FoundTask::RunToAssess(run) | FoundTask::RunToClose(run) | FoundTask::RunReady(run) => {
                format!("{} {}", run.key.unit, run.key.run)
            }
            FoundTask::Failed(failed) => failed.batch.map_or_else(String::new, |batch| batch.to_string()),
            FoundTask::SecondYes(batch) => batch.id.to_string(),
            FoundTask::Revocations(proposal) => proposal.id.to_string(),
            FoundTask::WaitingForSeal(_) => String::new(),
        }
    }
}

/// A kind of task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskKind {
    /// A text came back with remarks.
    AnswerRemarks,
    /// A text waits for its guarantor.
    EndorseUnit,
    /// A text waits for the quality office.
    ApproveUnit,
    /// Nobody answers for a unit, or somebody who is no guarantor any more.
    NameGuarantor,
    /// A version has to be looked at again soon, or had to be.
    ReviewUnit,
    /// Somebody asks whether the records are about them.
    ConfirmPerson,
    /// Results of a run have to be entered.
    EnterResults,
    /// Results of a run that is over have to be closed.
    CloseResults,
    /// People completed a run, and nothing was issued to them.
    ReadyToIssue,
    /// Credentials of an upload could not be sealed.
    FailedRows,
    /// Somebody waits for a second person to agree.
    AgreeAsSecond,
    /// Credentials wait for their seal.
    WaitingForSeal,
}

impl TaskKind {
    /// Every kind.
    pub const ALL: [TaskKind; 12] = [
        TaskKind::AnswerRemarks,
        TaskKind::EndorseUnit,
        TaskKind::ApproveUnit,
        TaskKind::NameGuarantor,
        TaskKind::ReviewUnit,
        TaskKind::ConfirmPerson,
        TaskKind::EnterResults,
        TaskKind::CloseResults,
        TaskKind::ReadyToIssue,
        TaskKind::FailedRows,
        TaskKind::AgreeAsSecond,
        TaskKind::WaitingForSeal,
    ];

    /// The case of the sentences about tasks.
    pub fn word(self) -> TaskWord {
        match self {
            TaskKind::AnswerRemarks => TaskWord::Remarks,
            TaskKind::EndorseUnit => TaskWord::Endorse,
            TaskKind::ApproveUnit => TaskWord::Approve,
            TaskKind::NameGuarantor => TaskWord::Guarantor,
            TaskKind::ReviewUnit => TaskWord::Review,
            TaskKind::ConfirmPerson => TaskWord::Person,
            TaskKind::EnterResults => TaskWord::Enter,
            TaskKind::CloseResults => TaskWord::Close,
            TaskKind::ReadyToIssue => TaskWord::Ready,
            TaskKind::FailedRows => TaskWord::Failed,
            TaskKind::AgreeAsSecond => TaskWord::Second,
            TaskKind::WaitingForSeal => TaskWord::Seal,
        }
    }

    /// The tasks of this kind that wait for somebody, oldest first; none for whoever may not do them.
    ///
    /// # Errors
    /// When the register does not answer.
    pub async fn find(self, seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
        match self {
            TaskKind::AnswerRemarks => drafts(seeker, Action::EditUnit, None).await,
            TaskKind::EndorseUnit => drafts(seeker, Action::EndorseUnit, Some(DraftStage::Submitted)).await,
            TaskKind::ApproveUnit => drafts(seeker, Action::ApproveUnit, Some(DraftStage::Endorsed)).await,
            TaskKind::NameGuarantor => without_guarantor(seeker).await,
            TaskKind::ReviewUnit => reviews(seeker).await,
            TaskKind::EnterResults => runs_to_assess(seeker).await,
            TaskKind::CloseResults => runs_to_close(seeker).await,
            TaskKind::ReadyToIssue => runs_ready(seeker).await,
            TaskKind::ConfirmPerson => claims(seeker).await,
            TaskKind::FailedRows => failed_rows(seeker).await,
            TaskKind::AgreeAsSecond => to_agree(seeker).await,
            TaskKind::WaitingForSeal => waiting_for_seal(seeker).await,
        }
    }
}

/// Texts at a stage, or those that came back with remarks.
async fn drafts(
    seeker: &TaskSeeker<'_>,
    action: Action,
    stage: Option<DraftStage>,
) -> Result<Vec<FoundTask>, StoreError> {
    let Some(of) = seeker.units(action) else { return Ok(Vec::new()) };
    let waiting = match stage {
        Some(stage) => seeker.tenant.drafts_at(stage, of, TASKS_OF_A_KIND_MAX).await?,
        None => seeker.tenant.drafts_with_remarks(of, TASKS_OF_A_KIND_MAX).await?,
    };
    Ok(waiting.into_iter().filter(|draft| seeker.within.holds(&draft.unit)).map(FoundTask::Draft).collect())
}

/// Units that need a guarantor, for whoever names one.
async fn without_guarantor(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    if seeker.units(Action::NameGuarantor).is_none() {
        return Ok(Vec::new());
    }
    let units = seeker.tenant.units_without_guarantor(seeker.within, seeker.now, TASKS_OF_A_KIND_MAX).await?;
    Ok(units.into_iter().map(FoundTask::Draft).collect())
}

/// Whoever answers for a unit writes its next version, and whoever approves it looks at it again.
async fn reviews(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    let of = seeker.units(Action::ApproveUnit).or_else(|| seeker.units(Action::EndorseUnit));
    let Some(of) = of else { return Ok(Vec::new()) };
    let due = seeker.tenant.reviews_due(days_from(seeker.today, REVIEW_DAYS), of, TASKS_OF_A_KIND_MAX).await?;
    Ok(due.into_iter().filter(|due| seeker.within.holds(&due.unit)).map(FoundTask::Review).collect())
}

async fn runs_to_assess(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    let Some(person) = seeker.assessed() else { return Ok(Vec::new()) };
    let mut runs = seeker.tenant.runs_to_assess(person, TASKS_OF_A_KIND_MAX).await?;
    runs.retain(|run| seeker.within.holds(&run.key.unit));
    Ok(runs.into_iter().map(FoundTask::RunToAssess).collect())
}

async fn runs_to_close(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    let Some(of) = seeker.runs(Action::CloseResults) else { return Ok(Vec::new()) };
    let mut runs = seeker.tenant.runs_to_close(seeker.today, of, TASKS_OF_A_KIND_MAX).await?;
    runs.retain(|run| seeker.within.holds(&run.key.unit));
    Ok(runs.into_iter().map(FoundTask::RunToClose).collect())
}

async fn runs_ready(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    if !seeker.may(Action::ImportResults) {
        return Ok(Vec::new());
    }
    let runs = seeker.tenant.runs_ready(seeker.within, TASKS_OF_A_KIND_MAX).await?;
    Ok(runs.into_iter().map(FoundTask::RunReady).collect())
}

async fn claims(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    if !seeker.may(Action::LinkPerson) {
        return Ok(Vec::new());
    }
    let waiting = seeker.tenant.waiting_claims(TASKS_OF_A_KIND_MAX).await?;
    Ok(waiting.into_iter().map(FoundTask::Claim).collect())
}

async fn failed_rows(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    if !seeker.may(Action::ImportResults) {
        return Ok(Vec::new());
    }
    let failed = seeker.tenant.failed_batches(seeker.within, TASKS_OF_A_KIND_MAX).await?;
    Ok(failed.into_iter().map(FoundTask::Failed).collect())
}

/// What others have said and may not carry out alone. What somebody said themselves waits for another.
async fn to_agree(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    let seeker_is = (seeker.actor.account(), seeker.actor.person());
    let own = |by: &Agent, person: Option<&PersonId>| is_same_author((by, person), seeker_is);
    let mut found = Vec::new();
    if seeker.may(Action::ImportResults) {
        let batches = seeker.tenant.batches_for_second(seeker.within, TASKS_OF_A_KIND_MAX).await?.into_iter();
        let others =
            batches.filter(|batch| !batch.begun.as_ref().is_some_and(|word| own(&word.by, word.person.as_ref())));
        found.extend(others.map(|batch| FoundTask::SecondYes(Box::new(batch))));
    }
    if seeker.may(Action::RevokeCredential) {
        for proposal in seeker.tenant.waiting_revocations(seeker.now).await? {
            let is_own = own(&proposal.by, proposal.person.as_ref());
            if !is_own && revocations_are_within(seeker.tenant, seeker.within, &proposal).await? {
                found.push(FoundTask::Revocations(proposal));
            }
        }
    }
    Ok(found)
}

async fn waiting_for_seal(seeker: &TaskSeeker<'_>) -> Result<Vec<FoundTask>, StoreError> {
    if !seeker.may(Action::ManageSeal) {
        return Ok(Vec::new());
    }
    let waiting = seeker.tenant.waiting_for_seal(seeker.now).await?;
    Ok(waiting.into_iter().map(FoundTask::WaitingForSeal).collect())
}

/// The day so many days later; the same day where the calendar ends.
fn days_from(day: Date, days: i64) -> Date {
    day.checked_add(jiff::Span::new().days(days)).unwrap_or(day)
}
