//! The table of kinds of tasks. A new kind is a variant, its word, and an arm that finds its tasks for somebody.

use signet_access::Action;
use signet_lang::args::TaskWord;
use signet_lang::when::end_of_day_in_prague;
use signet_offering::UnitDraft;
use signet_record::{Date, Timestamp};
use signet_registry::DraftStage;
use signet_store::{FailedBatch, ReviewDue, StoredRun, WaitingClaim, WaitingDraft};

use super::{
    super::{run::run_address, unit_address},
    task::{Task, TaskSeeker},
};
use crate::page_error::PageError;

/// Most tasks of a kind on the page; whoever has more begins with the oldest.
pub const TASKS_OF_A_KIND_MAX: u32 = 25;

/// Days before a review is due from which on it is a task: the first of the three warnings.
const REVIEW_DAYS: i64 = 60;

/// A kind of task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskKind {
    /// A text came back with remarks.
    AnswerRemarks,
    /// A text waits for its guarantor.
    EndorseUnit,
    /// A text waits for the quality office.
    ApproveUnit,
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
    /// Credentials wait for their seal.
    WaitingForSeal,
}

impl TaskKind {
    /// Every kind.
    pub const ALL: [TaskKind; 10] = [
        TaskKind::AnswerRemarks,
        TaskKind::EndorseUnit,
        TaskKind::ApproveUnit,
        TaskKind::ReviewUnit,
        TaskKind::ConfirmPerson,
        TaskKind::EnterResults,
        TaskKind::CloseResults,
        TaskKind::ReadyToIssue,
        TaskKind::FailedRows,
        TaskKind::WaitingForSeal,
    ];

    /// The case of the sentences about tasks.
    pub fn word(self) -> TaskWord {
        match self {
            TaskKind::AnswerRemarks => TaskWord::Remarks,
            TaskKind::EndorseUnit => TaskWord::Endorse,
            TaskKind::ApproveUnit => TaskWord::Approve,
            TaskKind::ReviewUnit => TaskWord::Review,
            TaskKind::ConfirmPerson => TaskWord::Person,
            TaskKind::EnterResults => TaskWord::Enter,
            TaskKind::CloseResults => TaskWord::Close,
            TaskKind::ReadyToIssue => TaskWord::Ready,
            TaskKind::FailedRows => TaskWord::Failed,
            TaskKind::WaitingForSeal => TaskWord::Seal,
        }
    }

    /// The tasks of this kind that wait for somebody, oldest first; none for whoever may not do them.
    ///
    /// # Errors
    /// When the register does not answer.
    pub async fn find(self, seeker: &TaskSeeker<'_>) -> Result<Vec<Task>, PageError> {
        match self {
            TaskKind::AnswerRemarks => drafts(seeker, Action::EditUnit, None).await,
            TaskKind::EndorseUnit => drafts(seeker, Action::EndorseUnit, Some(DraftStage::Submitted)).await,
            TaskKind::ApproveUnit => drafts(seeker, Action::ApproveUnit, Some(DraftStage::Endorsed)).await,
            TaskKind::ReviewUnit => reviews(seeker).await,
            TaskKind::EnterResults => runs_to_assess(seeker).await,
            TaskKind::CloseResults => runs_to_close(seeker).await,
            TaskKind::ReadyToIssue => runs_ready(seeker).await,
            TaskKind::ConfirmPerson => claims(seeker).await,
            TaskKind::FailedRows => failed_rows(seeker).await,
            TaskKind::WaitingForSeal => waiting_for_seal(seeker).await,
        }
    }
}

/// Texts at a stage, or those that came back with remarks.
async fn drafts(seeker: &TaskSeeker<'_>, action: Action, stage: Option<DraftStage>) -> Result<Vec<Task>, PageError> {
    let Some(of) = seeker.units(action) else { return Ok(Vec::new()) };
    let waiting = match stage {
        Some(stage) => seeker.tenant.drafts_at(stage, of, TASKS_OF_A_KIND_MAX).await?,
        None => seeker.tenant.drafts_with_remarks(of, TASKS_OF_A_KIND_MAX).await?,
    };
    Ok(waiting.iter().filter(|draft| seeker.within.holds(&draft.unit)).map(|draft| draft_task(draft, seeker)).collect())
}

/// Whoever answers for a unit writes its next version, and whoever approves it looks at it again.
async fn reviews(seeker: &TaskSeeker<'_>) -> Result<Vec<Task>, PageError> {
    let of = seeker.units(Action::ApproveUnit).or_else(|| seeker.units(Action::EndorseUnit));
    let Some(of) = of else { return Ok(Vec::new()) };
    let due = seeker.tenant.reviews_due(days_from(seeker.today, REVIEW_DAYS), of, TASKS_OF_A_KIND_MAX).await?;
    Ok(due.iter().filter(|due| seeker.within.holds(&due.unit)).map(|due| review_task(due, seeker)).collect())
}

async fn runs_to_assess(seeker: &TaskSeeker<'_>) -> Result<Vec<Task>, PageError> {
    let Some(person) = seeker.assessed() else { return Ok(Vec::new()) };
    let mut runs = seeker.tenant.runs_to_assess(person, TASKS_OF_A_KIND_MAX).await?;
    runs.retain(|run| seeker.within.holds(&run.key.unit));
    Ok(runs.iter().map(|run| run_task(run, run.since, None, seeker)).collect())
}

async fn runs_to_close(seeker: &TaskSeeker<'_>) -> Result<Vec<Task>, PageError> {
    let Some(of) = seeker.runs(Action::CloseResults) else { return Ok(Vec::new()) };
    let mut runs = seeker.tenant.runs_to_close(seeker.today, of, TASKS_OF_A_KIND_MAX).await?;
    runs.retain(|run| seeker.within.holds(&run.key.unit));
    Ok(runs.iter().map(|run| close_task(run, seeker)).collect())
}

async fn runs_ready(seeker: &TaskSeeker<'_>) -> Result<Vec<Task>, PageError> {
    if !seeker.may(Action::ImportResults) {
        return Ok(Vec::new());
    }
    let runs = seeker.tenant.runs_ready(seeker.within, TASKS_OF_A_KIND_MAX).await?;
    let note = |ready: u32| Some(seeker.l.web_staff_run_task_ready_note(ready));
    Ok(runs.iter().map(|run| run_task(run, run.since, note(run.ready), seeker)).collect())
}

async fn claims(seeker: &TaskSeeker<'_>) -> Result<Vec<Task>, PageError> {
    if !seeker.may(Action::LinkPerson) {
        return Ok(Vec::new());
    }
    let waiting = seeker.tenant.waiting_claims(TASKS_OF_A_KIND_MAX).await?;
    Ok(waiting.into_iter().map(claim_task).collect())
}

async fn failed_rows(seeker: &TaskSeeker<'_>) -> Result<Vec<Task>, PageError> {
    if !seeker.may(Action::ImportResults) {
        return Ok(Vec::new());
    }
    let failed = seeker.tenant.failed_batches(seeker.within, TASKS_OF_A_KIND_MAX).await?;
    Ok(failed.iter().map(|failed| failed_task(failed, seeker)).collect())
}

async fn waiting_for_seal(seeker: &TaskSeeker<'_>) -> Result<Vec<Task>, PageError> {
    if !seeker.may(Action::ManageSeal) {
        return Ok(Vec::new());
    }
    let waiting = seeker.tenant.waiting_for_seal(seeker.now).await?;
    Ok(waiting.into_iter().map(|waiting| seal_task(waiting, seeker)).collect())
}

fn draft_task(draft: &WaitingDraft, seeker: &TaskSeeker<'_>) -> Task {
    let text = UnitDraft::read(&draft.document).ok();
    let title = |code: &str| {
        let title = text.as_ref()?.text(&format!("title.{code}"))?;
        (!title.is_empty()).then(|| title.to_owned())
    };
    let title = title(seeker.l.language().code()).or_else(|| title("cs")).or_else(|| title("en"));
    Task {
        title: title.unwrap_or_else(|| seeker.l.web_staff_unit_untitled(draft.unit.as_str())),
        path: unit_address::unit(&draft.unit),
        since: draft.since,
        note: None,
    }
}

fn review_task(due: &ReviewDue, seeker: &TaskSeeker<'_>) -> Task {
    let l = seeker.l;
    let on = l.date(due.review_by);
    Task {
        title: due.title.text(l.language()).to_owned(),
        path: unit_address::unit(&due.unit),
        since: start_of(days_from(due.review_by, -REVIEW_DAYS)),
        note: Some(if due.review_by < seeker.today {
            l.web_staff_work_review_passed(on)
        } else {
            l.web_staff_work_review_by(on)
        }),
    }
}

fn claim_task(claim: WaitingClaim) -> Task {
    Task { title: claim.name, path: format!("/staff/claims/{}", claim.id), since: claim.since, note: None }
}

fn run_task(run: &StoredRun, since: Timestamp, note: Option<String>, seeker: &TaskSeeker<'_>) -> Task {
    let title = format!("{} – {}", run.title.text(seeker.l.language()), run.key.run);
    Task { title, path: run_address(&run.key), since, note }
}

fn close_task(run: &StoredRun, seeker: &TaskSeeker<'_>) -> Task {
    let end = run.terms.run().end;
    let days = (seeker.today - end).get_days();
    run_task(run, start_of(days_from(end, 1)), Some(seeker.l.web_staff_run_task_close_note(days)), seeker)
}

fn failed_task(failed: &FailedBatch, seeker: &TaskSeeker<'_>) -> Task {
    let l = seeker.l;
    Task {
        title: l.web_staff_work_failed_title(l.instant(failed.failed.since)),
        path: failed.batch.map_or_else(|| "/staff/credentials".to_owned(), |batch| format!("/staff/batches/{batch}")),
        since: failed.failed.since,
        note: Some(l.web_staff_work_credentials(failed.failed.many)),
    }
}

fn seal_task(waiting: signet_store::WaitingCredentials, seeker: &TaskSeeker<'_>) -> Task {
    let l = seeker.l;
    Task {
        title: l.web_staff_work_seal_title(),
        path: "/account".to_owned(),
        since: waiting.since,
        note: Some(l.web_staff_work_credentials(waiting.many)),
    }
}

/// A day so many days later; the same day where the calendar ends.
fn days_from(day: Date, days: i64) -> Date {
    day.checked_add(jiff::Span::new().days(days)).unwrap_or(day)
}

/// The first instant of a day in Prague.
fn start_of(day: Date) -> Timestamp {
    end_of_day_in_prague(days_from(day, -1)).unwrap_or(Timestamp::UNIX_EPOCH)
}
