//! A task as its page shows it: what it is about, where it is done, and what makes it urgent.

use signet_issue::{FoundTask, REVIEW_DAYS};
use signet_lang::{Locale, when::end_of_day_in_prague};
use signet_offering::UnitDraft;
use signet_record::{Date, Timestamp};
use signet_store::{
    Batch, FailedBatch, ReviewDue, RevocationProposal, StoredRun, WaitingClaim, WaitingCredentials, WaitingDraft,
};

use super::super::{run::run_address, unit_address};

/// Something that waits for somebody.
#[derive(Clone, Debug)]
pub struct Task {
    /// What it is about: a unit, an upload.
    pub title: String,
    /// Where it is done: a path without the language.
    pub path: String,
    /// Since when it waits.
    pub since: Timestamp,
    /// What makes it urgent, or says how much there is.
    pub note: Option<String>,
}

/// In whose words tasks are told, and when.
#[derive(Clone, Copy)]
pub struct TaskView {
    /// The reader's language.
    pub l: Locale,
    /// Today where the institution is.
    pub today: Date,
}

impl TaskView {
    /// A task that was found, in words.
    pub fn task(self, found: FoundTask) -> Task {
        match found {
            FoundTask::Draft(draft) => draft_task(&draft, self),
            FoundTask::Review(due) => review_task(&due, self),
            FoundTask::Claim(claim) => claim_task(claim),
            FoundTask::RunToAssess(run) => run_task(&run, run.since, None, self),
            FoundTask::RunToClose(run) => close_task(&run, self),
            FoundTask::RunReady(run) => {
                run_task(&run, run.since, Some(self.l.web_staff_run_task_ready_note(run.ready)), self)
            }
            FoundTask::Failed(failed) => failed_task(&failed, self),
            FoundTask::SecondYes(batch) => second_task(&batch, self),
            FoundTask::Revocations(proposal) => revocations_task(&proposal, self),
            FoundTask::WaitingForSeal(waiting) => seal_task(waiting, self),
        }
    }
}

fn draft_task(draft: &WaitingDraft, view: TaskView) -> Task {
    let text = UnitDraft::read(&draft.document).ok();
    let title = |code: &str| {
        let title = text.as_ref()?.text(&format!("title.{code}"))?;
        (!title.is_empty()).then(|| title.to_owned())
    };
    let title = title(view.l.language().code()).or_else(|| title("cs")).or_else(|| title("en"));
    Task {
        title: title.unwrap_or_else(|| view.l.web_staff_unit_untitled(draft.unit.as_str())),
        path: unit_address::unit(&draft.unit),
        since: draft.since,
        note: None,
    }
}

fn review_task(due: &ReviewDue, view: TaskView) -> Task {
    let l = view.l;
    let on = l.date(due.review_by);
    Task {
        title: due.title.text(l.language()).to_owned(),
        path: unit_address::unit(&due.unit),
        since: start_of(days_from(due.review_by, -REVIEW_DAYS)),
        note: Some(if due.review_by < view.today {
            l.web_staff_work_review_passed(on)
        } else {
            l.web_staff_work_review_by(on)
        }),
    }
}

fn claim_task(claim: WaitingClaim) -> Task {
    Task { title: claim.name, path: format!("/staff/claims/{}", claim.id), since: claim.since, note: None }
}

fn run_task(run: &StoredRun, since: Timestamp, note: Option<String>, view: TaskView) -> Task {
    let title = format!("{} – {}", run.title.text(view.l.language()), run.key.run);
    Task { title, path: run_address(&run.key), since, note }
}

fn close_task(run: &StoredRun, view: TaskView) -> Task {
    let end = run.terms.run().end;
    let days = (view.today - end).get_days();
    run_task(run, start_of(days_from(end, 1)), Some(view.l.web_staff_run_task_close_note(days)), view)
}

fn failed_task(failed: &FailedBatch, view: TaskView) -> Task {
    let l = view.l;
    Task {
        title: l.web_staff_work_failed_title(l.instant(failed.failed.since)),
        path: failed.batch.map_or_else(|| "/staff/credentials".to_owned(), |batch| format!("/staff/batches/{batch}")),
        since: failed.failed.since,
        note: Some(l.web_staff_work_credentials(failed.failed.many)),
    }
}

fn second_task(batch: &Batch, view: TaskView) -> Task {
    let (l, since) = (view.l, batch.begun.as_ref().map_or(batch.changed, |word| word.at));
    Task {
        title: l.web_staff_work_second_title(l.instant(since)),
        path: format!("/staff/batches/{}", batch.id),
        since,
        note: Some(l.web_staff_work_credentials(batch.rows_good)),
    }
}

fn revocations_task(proposal: &RevocationProposal, view: TaskView) -> Task {
    let l = view.l;
    Task {
        title: l.web_staff_work_revocations_title(l.instant(proposal.proposed)),
        path: format!("/staff/revocations/{}", proposal.id),
        since: proposal.proposed,
        note: Some(l.web_staff_work_credentials(proposal.many)),
    }
}

fn seal_task(waiting: WaitingCredentials, view: TaskView) -> Task {
    let l = view.l;
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
