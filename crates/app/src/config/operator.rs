//! `[[operator]]`: who may use the command line, and as what.

use serde::Deserialize;
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

/// A role in which somebody acts at the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoleSetting {
    /// [`Role::Guarantor`]
    Guarantor,
    /// [`Role::Operator`]
    Operator,
    /// [`Role::QualityOffice`]
    QualityOffice,
    /// [`Role::Registrar`]
    Registrar,
    /// [`Role::SealCustodian`]
    SealCustodian,
    /// [`Role::SystemClient`]
    SystemClient,
}

impl RoleSetting {
    /// The role.
    pub fn role(self) -> Role {
        match self {
            RoleSetting::Guarantor => Role::Guarantor,
            RoleSetting::Operator => Role::Operator,
            RoleSetting::QualityOffice => Role::QualityOffice,
            RoleSetting::Registrar => Role::Registrar,
            RoleSetting::SealCustodian => Role::SealCustodian,
            RoleSetting::SystemClient => Role::SystemClient,
        }
    }
}
