//! Who takes part in a run, and how far they have come.

use signet_record::{Holder, Timestamp};
use signet_registry::Agent;

use crate::run::results::ParticipantResults;

/// How far a participant has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParticipantState {
    /// Asked to take part.
    Applied,
    /// May take part.
    Admitted,
    /// Takes part.
    Enrolled,
    /// Takes part no longer.
    Withdrew,
    /// Results are closed, and theirs is a pass.
    Completed,
    /// Results are closed, and theirs is no pass.
    Failed,
}

impl ParticipantState {
    /// Every state, in order.
    pub const ALL: [ParticipantState; 6] = [
        ParticipantState::Applied,
        ParticipantState::Admitted,
        ParticipantState::Enrolled,
        ParticipantState::Withdrew,
        ParticipantState::Completed,
        ParticipantState::Failed,
    ];

    /// Stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            ParticipantState::Applied => "applied",
            ParticipantState::Admitted => "admitted",
            ParticipantState::Enrolled => "enrolled",
            ParticipantState::Withdrew => "withdrew",
            ParticipantState::Completed => "completed",
            ParticipantState::Failed => "failed",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<ParticipantState> {
        ParticipantState::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether they take part or have taken part to the end: those who have results.
    #[must_use]
    pub fn takes_part(self) -> bool {
        matches!(self, ParticipantState::Enrolled | ParticipantState::Completed | ParticipantState::Failed)
    }

    /// The acts that may come next, in the order in which they are offered.
    #[must_use]
    pub fn acts(self) -> Vec<ParticipantAct> {
        ParticipantAct::ALL.into_iter().filter(|act| self.after(*act).is_some()).collect()
    }

    /// The state after an act; `None` when it may not come now. Nobody is ever deleted: who goes withdraws, and keeps what they reached.
    #[must_use]
    pub fn after(self, act: ParticipantAct) -> Option<ParticipantState> {
        match (self, act) {
            (ParticipantState::Applied, ParticipantAct::Admit) => Some(ParticipantState::Admitted),
            (
                ParticipantState::Applied | ParticipantState::Admitted | ParticipantState::Withdrew,
                ParticipantAct::Enrol,
            ) => Some(ParticipantState::Enrolled),
            (
                ParticipantState::Applied | ParticipantState::Admitted | ParticipantState::Enrolled,
                ParticipantAct::Withdraw,
            ) => Some(ParticipantState::Withdrew),
            _ => None,
        }
    }
}

/// What may be done to a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ParticipantAct {
    /// Let them take part.
    Admit,
    /// Take them in.
    Enrol,
    /// Take them out; their results stay.
    Withdraw,
}

impl ParticipantAct {
    /// Every act.
    pub const ALL: [ParticipantAct; 3] = [ParticipantAct::Admit, ParticipantAct::Enrol, ParticipantAct::Withdraw];

    /// Stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            ParticipantAct::Admit => "admit",
            ParticipantAct::Enrol => "enrol",
            ParticipantAct::Withdraw => "withdraw",
        }
    }

    /// The act with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<ParticipantAct> {
        ParticipantAct::ALL.into_iter().find(|act| act.code() == code)
    }
}

/// That somebody looked at a participant's document of identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityCheck {
    /// Under which account.
    pub by: Agent,
    /// When it was written down.
    pub at: Timestamp,
}

/// Somebody in a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// Who, as they were entered for this run.
    pub holder: Holder,
    /// How far they have come.
    pub state: ParticipantState,
    /// Whether their identity was checked.
    pub identity: Option<IdentityCheck>,
    /// Their names or day of birth differ from those in the institution's records, and somebody said that they are right.
    pub confirmed: bool,
    /// What they reached.
    pub results: ParticipantResults,
}

impl Participant {
    /// Whether the institution knows this person by other names or another day of birth. Titles come and go.
    #[must_use]
    pub fn differs_from(&self, known: &Holder) -> bool {
        let names = |holder: &Holder| (holder.given_name.clone(), holder.family_name.clone(), holder.born);
        names(&self.holder) != names(known)
    }
}
