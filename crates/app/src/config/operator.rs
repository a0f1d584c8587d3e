//! `[[operator]]`: who may use the command line, and as what.

use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, de::Error};
use signet_access::Role;
use signet_record::{InstitutionId, PersonId};

/// `[[operator]]`: an account with its roles. Several sections may be about one account.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorConfig {
    /// The operating system's account. Without it anybody may take the section, by naming the account with `--as`.
    pub user: Option<String>,
    /// What ledgers and logs write; by default the operating system's account.
    account: Option<String>,
    /// In what capacities.
    pub roles: Vec<RoleSetting>,
    /// In which institution; without it in all.
    pub institution: Option<InstitutionId>,
    /// Who that is in the institution's own records, so that nobody issues, corrects or revokes for themselves.
    pub person: Option<PersonId>,
}

impl OperatorConfig {
    /// What ledgers and logs write.
    pub fn account(&self) -> &str {
        self.account.as_deref().or(self.user.as_deref()).unwrap_or_default()
    }
}

/// A role in which somebody acts at the command line, by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleSetting(pub Role);

impl RoleSetting {
    /// What may stand here.
    pub fn codes() -> &'static [&'static str] {
        static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| Role::at_command_line().map(Role::code).collect());
        &CODES
    }
}

impl<'de> Deserialize<'de> for RoleSetting {
    fn deserialize<D: Deserializer<'de>>(settings: D) -> Result<Self, D::Error> {
        let text = String::deserialize(settings)?;
        let role = Role::at_command_line().find(|role| role.code() == text);
        role.map(RoleSetting).ok_or_else(|| D::Error::unknown_variant(&text, Self::codes()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::RoleSetting;
    use crate::config::{Cause, Config, read_toml};

    /// A section with this role.
    fn read(role: &str) -> Result<Vec<RoleSetting>, Cause> {
        let text = format!("[[operator]]\nroles = [\"{role}\"]\n");
        let read = read_toml::<Config>(text.as_bytes());
        read.map(|(mut config, _)| config.operator.remove(0).roles).map_err(|mut faults| faults.remove(0).cause)
    }

    #[test]
    fn the_example_names_the_roles_of_the_command_line_and_no_other_is_taken() {
        let example = include_str!("../../../../docs/examples/signet.toml");
        let codes = RoleSetting::codes();
        assert!(example.contains(&format!("\n# In what capacities: {}.\n", codes.join(", "))), "{codes:?}");
        for code in codes {
            assert_eq!(read(code).unwrap()[0].0.code(), *code);
        }
        for role in ["company", "holder", "verifier", "emperor"] {
            let refused = read(role).unwrap_err();
            assert!(matches!(refused, Cause::NotOneOf { allowed, .. } if allowed == codes), "{role}");
        }
    }
}
