//! How the record root of a credential stands with its content (`docs/record-root.md`).

use signet_credential::{
    Credential,
    statement::{CarriedRecord, RecordStatement},
};

/// How the root that a file carries stands with what the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RootState {
    /// It carries none.
    Absent,
    /// The content gives another root than the one it carries.
    Broken,
    /// It carries one and nothing to open it with.
    Closed,
    /// What it says gives exactly this root.
    Proven,
    /// What stands there is no root of ours.
    Unreadable,
}

impl RootState {
    /// How a credential's root stands with its content.
    pub fn of(credential: &Credential) -> Self {
        match credential.record() {
            CarriedRecord::Open(root, opening)
                if RecordStatement::of(credential, &opening).is_some_and(|statement| statement.root() == root) =>
            {
                RootState::Proven
            }
            CarriedRecord::Open(..) => RootState::Broken,
            CarriedRecord::Closed(_) => RootState::Closed,
            CarriedRecord::Unreadable => RootState::Unreadable,
            CarriedRecord::None => RootState::Absent,
        }
    }

    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            RootState::Absent => "absent",
            RootState::Broken => "broken",
            RootState::Closed => "closed",
            RootState::Proven => "proven",
            RootState::Unreadable => "unreadable",
        }
    }
}
