//! Who did what a ledger says.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Who did it: the account of a member of staff or of a system, never a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Agent(String);

/// A text that cannot stand for an agent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an agent is 1 to 64 characters of a-z A-Z 0-9 . _ : @ -")]
pub struct NotAnAgent;

impl Agent {
    /// An agent's account: 1 to 64 characters of `a-z A-Z 0-9 . _ : @ -`.
    ///
    /// # Errors
    /// When the account is empty, too long, or has another character.
    pub fn new(account: &str) -> Result<Agent, NotAnAgent> {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | ':' | '@' | '-');
        if account.is_empty() || account.len() > 64 || !account.chars().all(fits) {
            return Err(NotAnAgent);
        }
        Ok(Agent(account.to_owned()))
    }

    /// The service itself, which carries on what somebody permitted.
    pub fn service() -> Agent {
        Agent(String::from("signet"))
    }

    /// Whoever has no account.
    pub fn anyone() -> Agent {
        Agent(String::from("anyone"))
    }

    /// The account.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Agent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for Agent {
    type Error = NotAnAgent;

    fn try_from(account: String) -> Result<Self, NotAnAgent> {
        Agent::new(&account)
    }
}

impl From<Agent> for String {
    fn from(agent: Agent) -> String {
        agent.0
    }
}
