//! How far a run has come, and what may happen to it next.

use crate::run::participant::ParticipantState;
use crate::run::terms::{PARTICIPANTS_MAX, RunTerms};

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RunState {
    /// Written down; nobody can apply yet.
    Planned,
    /// People apply and are enrolled.
    Open,
    /// It is taught; results are entered.
    Running,
    /// Results are closed; credentials are issued.
    Closed,
    /// It does not take place.
    Cancelled,
}

impl RunState {
    /// Every state, in order.
    pub const ALL: [RunState; 5] =
        [RunState::Planned, RunState::Open, RunState::Running, RunState::Closed, RunState::Cancelled];

    /// Stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            RunState::Planned => "planned",
            RunState::Open => "open",
            RunState::Running => "running",
            RunState::Closed => "closed",
            RunState::Cancelled => "cancelled",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<RunState> {
        RunState::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether participants come and go.
    #[must_use]
    pub fn takes_participants(self) -> bool {
        matches!(self, RunState::Open | RunState::Running)
    }

    /// Whether results are entered.
    #[must_use]
    pub fn takes_results(self) -> bool {
        self == RunState::Running
    }

    /// Whether its dates may still be changed: not after what they decide about was closed.
    #[must_use]
    pub fn takes_terms(self) -> bool {
        matches!(self, RunState::Planned | RunState::Open | RunState::Running)
    }

    /// The acts that may come next, in the order in which they are offered.
    #[must_use]
    pub fn acts(self) -> Vec<RunAct> {
        RunAct::ALL.into_iter().filter(|act| self.after(*act).is_some()).collect()
    }

    /// The state after an act; `None` when it may not come now.
    #[must_use]
    pub fn after(self, act: RunAct) -> Option<RunState> {
        match (self, act) {
            (RunState::Planned, RunAct::Open) => Some(RunState::Open),
            (RunState::Planned | RunState::Open, RunAct::Start) => Some(RunState::Running),
            (RunState::Running, RunAct::Close) => Some(RunState::Closed),
            (RunState::Closed, RunAct::Reopen) => Some(RunState::Running),
            (RunState::Planned | RunState::Open | RunState::Running, RunAct::Cancel) => Some(RunState::Cancelled),
            _ => None,
        }
    }
}

/// What may be done to a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunAct {
    /// Let people apply.
    Open,
    /// Begin teaching.
    Start,
    /// Close the results.
    Close,
    /// Let results be entered again.
    Reopen,
    /// Say that it does not take place.
    Cancel,
}

impl RunAct {
    /// Every act.
    pub const ALL: [RunAct; 5] = [RunAct::Open, RunAct::Start, RunAct::Close, RunAct::Reopen, RunAct::Cancel];

    /// Stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            RunAct::Open => "open",
            RunAct::Start => "start",
            RunAct::Close => "close",
            RunAct::Reopen => "reopen",
            RunAct::Cancel => "cancel",
        }
    }

    /// The act with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<RunAct> {
        RunAct::ALL.into_iter().find(|act| act.code() == code)
    }

    /// Whether it decides about results, and so belongs to whoever closes them.
    #[must_use]
    pub fn is_of_results(self) -> bool {
        matches!(self, RunAct::Close | RunAct::Reopen)
    }
}

/// Why an act on a run or a participant is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunRefusal {
    /// The run has not come so far, or is past it.
    NotNow(RunState),
    /// The participant has not come so far, or is past it.
    NotInState(ParticipantState),
    /// As many take part as may.
    Full,
    /// Somebody changed the run or the participant in the meantime.
    Overtaken,
    /// A credential was issued for the run, so it did take place.
    Issued,
    /// The dates would leave out a day on which a result was reached.
    ResultBefore,
    /// A run of this id is there already.
    Exists,
    /// There is no such run, participant or version of the unit.
    Unknown,
}

/// What closing says of one participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosingResult {
    /// The final grade is a pass.
    Passed,
    /// The final grade is none.
    NotPassed,
    /// There is no final grade.
    Missing,
}

/// What becomes of a participant when the results are closed. Who withdrew stays so; who was never enrolled did not take part.
#[must_use]
pub fn closing_state(state: ParticipantState, result: ClosingResult) -> ParticipantState {
    match (state, result) {
        (ParticipantState::Enrolled, ClosingResult::Passed) => ParticipantState::Completed,
        (ParticipantState::Enrolled, ClosingResult::NotPassed | ClosingResult::Missing) => ParticipantState::Failed,
        (other, _) => other,
    }
}

impl RunTerms {
    /// Whether so many may take part, out of so many who are written down for it.
    #[must_use]
    pub fn has_room_for(&self, taking_part: u32, all: u32) -> bool {
        all <= PARTICIPANTS_MAX && self.capacity().is_none_or(|capacity| taking_part <= capacity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_goes_from_planned_to_closed_and_back_to_its_results() {
        let acts = [RunAct::Open, RunAct::Start, RunAct::Close, RunAct::Reopen, RunAct::Close];
        let end = acts.into_iter().try_fold(RunState::Planned, RunState::after);
        assert_eq!(end, Some(RunState::Closed));
        assert_eq!(RunState::Closed.after(RunAct::Cancel), None);
        assert!(RunState::Cancelled.acts().is_empty());
        for state in RunState::ALL {
            assert_eq!(RunState::from_code(state.code()), Some(state));
        }
        for act in RunAct::ALL {
            assert_eq!(RunAct::from_code(act.code()), Some(act));
        }
    }

    #[test]
    fn closing_says_of_those_who_were_enrolled_whether_they_completed() {
        let close = |state| closing_state(state, ClosingResult::Passed);
        assert_eq!(close(ParticipantState::Enrolled), ParticipantState::Completed);
        assert_eq!(close(ParticipantState::Withdrew), ParticipantState::Withdrew);
        assert_eq!(close(ParticipantState::Applied), ParticipantState::Applied);
        assert_eq!(closing_state(ParticipantState::Enrolled, ClosingResult::Missing), ParticipantState::Failed);
    }
}
