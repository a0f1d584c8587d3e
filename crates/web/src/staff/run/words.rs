//! States, acts and refusals of runs, as the cases of their sentences.

use signet_issue::RunActError;
use signet_lang::{
    Locale,
    args::{ParticipantActWord, ParticipantStateWord, RunActWord, RunEventWord, RunRefusalWord, RunStateWord},
};
use signet_offering::{ParticipantAct, ParticipantState, RunAct, RunRefusal, RunState};
use signet_store::RunEventKind;

use crate::{page_error::PageError, view::StateTag};

pub(super) fn state_word(state: RunState) -> RunStateWord {
    match state {
        RunState::Planned => RunStateWord::Planned,
        RunState::Open => RunStateWord::Open,
        RunState::Running => RunStateWord::Running,
        RunState::Closed => RunStateWord::Closed,
        RunState::Cancelled => RunStateWord::Cancelled,
    }
}

pub(super) fn state_tag(state: RunState, l: Locale) -> StateTag {
    let word = l.web_staff_run_state(state_word(state));
    match state {
        RunState::Open | RunState::Running | RunState::Closed => StateTag::good(word),
        RunState::Planned => StateTag::doubt(word),
        RunState::Cancelled => StateTag::bad(word),
    }
}

pub(super) fn act_word(act: RunAct) -> RunActWord {
    match act {
        RunAct::Open => RunActWord::Open,
        RunAct::Start => RunActWord::Start,
        RunAct::Close => RunActWord::Close,
        RunAct::Reopen => RunActWord::Reopen,
        RunAct::Cancel => RunActWord::Cancel,
    }
}

pub(super) fn participant_word(state: ParticipantState) -> ParticipantStateWord {
    match state {
        ParticipantState::Applied => ParticipantStateWord::Applied,
        ParticipantState::Admitted => ParticipantStateWord::Admitted,
        ParticipantState::Enrolled => ParticipantStateWord::Enrolled,
        ParticipantState::Withdrew => ParticipantStateWord::Withdrew,
        ParticipantState::Completed => ParticipantStateWord::Completed,
        ParticipantState::Failed => ParticipantStateWord::Failed,
    }
}

pub(super) fn participant_tag(state: ParticipantState, l: Locale) -> StateTag {
    let word = l.web_staff_run_participant_state(participant_word(state));
    match state {
        ParticipantState::Enrolled | ParticipantState::Completed => StateTag::good(word),
        ParticipantState::Applied | ParticipantState::Admitted => StateTag::doubt(word),
        ParticipantState::Withdrew | ParticipantState::Failed => StateTag::bad(word),
    }
}

pub(super) fn participant_act_word(act: ParticipantAct) -> ParticipantActWord {
    match act {
        ParticipantAct::Admit => ParticipantActWord::Admit,
        ParticipantAct::Enrol => ParticipantActWord::Enrol,
        ParticipantAct::Withdraw => ParticipantActWord::Withdraw,
    }
}

pub(super) fn event_word(kind: RunEventKind) -> RunEventWord {
    match kind {
        RunEventKind::Planned => RunEventWord::Planned,
        RunEventKind::Changed => RunEventWord::Changed,
        RunEventKind::Act(RunAct::Open) => RunEventWord::Open,
        RunEventKind::Act(RunAct::Start) => RunEventWord::Start,
        RunEventKind::Act(RunAct::Close) => RunEventWord::Close,
        RunEventKind::Act(RunAct::Reopen) => RunEventWord::Reopen,
        RunEventKind::Act(RunAct::Cancel) => RunEventWord::Cancel,
        RunEventKind::Added => RunEventWord::Added,
        RunEventKind::Admitted => RunEventWord::Admitted,
        RunEventKind::Enrolled => RunEventWord::Enrolled,
        RunEventKind::Withdrew => RunEventWord::Withdrew,
        RunEventKind::Identified => RunEventWord::Identified,
        RunEventKind::Unidentified => RunEventWord::Unidentified,
        RunEventKind::Details => RunEventWord::Details,
        RunEventKind::Confirmed => RunEventWord::Confirmed,
        RunEventKind::HandedIn => RunEventWord::Handed,
        RunEventKind::Rescheduled => RunEventWord::Rescheduled,
    }
}

pub(super) fn refusal(refusal: &RunRefusal, l: Locale) -> String {
    l.web_staff_run_refusal(match refusal {
        RunRefusal::NotNow(_) => RunRefusalWord::NotNow,
        RunRefusal::NotInState(_) => RunRefusalWord::NotInState,
        RunRefusal::Full => RunRefusalWord::Full,
        RunRefusal::Overtaken => RunRefusalWord::Overtaken,
        RunRefusal::Issued => RunRefusalWord::Issued,
        RunRefusal::ResultBefore => RunRefusalWord::ResultBefore,
        RunRefusal::Exists => RunRefusalWord::Exists,
        RunRefusal::Unknown => RunRefusalWord::Unknown,
    })
}

/// What kept an act from being done, for a page that says it.
///
/// # Errors
/// When it may not be done by whoever asked, or the register failed.
pub(super) fn refused(error: RunActError, l: Locale) -> Result<String, PageError> {
    match error {
        RunActError::Refused(why) => Ok(refusal(&why, l)),
        RunActError::Denied(action, denial) => Err(PageError::Denied(action, denial)),
        error => Err(error.into()),
    }
}
