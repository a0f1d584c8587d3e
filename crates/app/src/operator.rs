//! Who acts when somebody types a command: a named account, in the roles that the settings give it.

use signet_access::{Action, Actor, Denial, Permit, Role, SecurityEvent, Target, first_allowed};
use signet_issue::{Admission, Issuer};
use signet_lang::{Locale, args};
use signet_record::{InstitutionId, PersonId, UnitId, results::ResultRow};
use signet_registry::Agent;
use signet_store::{StoredCredential, Tenant};

use crate::{
    config::{Config, OperatorConfig, RoleSetting},
    exit::{CommandError, Exit},
    terminal,
};

/// Roles of whoever may read the settings and keys of a register that seals for test only, and names nobody.
const TEST_ROLES: [Role; 5] =
    [Role::Operator, Role::Registrar, Role::SealCustodian, Role::QualityOffice, Role::SystemClient];

/// Somebody at the command line.
#[derive(Clone, Debug)]
pub struct CommandLineUser {
    account: Agent,
    grants: Vec<Grant>,
}

/// A role, in one institution or in all.
#[derive(Clone, Debug)]
struct Grant {
    role: Role,
    institution: Option<InstitutionId>,
    person: Option<PersonId>,
}

impl CommandLineUser {
    /// Whom the settings know by the operating system's account, or by the account that was named (`--as`). Where they name nobody
    /// and every seal is a test seal, whoever can read them acts.
    ///
    /// # Errors
    /// When the settings name others, or nobody although seals are real.
    pub fn of(config: &Config, named: Option<&str>, locale: Locale) -> Result<Self, CommandError> {
        let user = terminal::user();
        if let Some(sentence) = missing(config, locale) {
            return Err(CommandError::new(Exit::NotPermitted, sentence));
        }
        if config.operator.is_empty() {
            return Ok(CommandLineUser::for_test(&format!("command-line:{}", agent_text(&user))));
        }
        let fits = |section: &&OperatorConfig| {
            let is_user = section.user.as_deref().map_or(named.is_some(), |own| own == user);
            is_user && named.is_none_or(|named| section.account() == named)
        };
        let sections: Vec<&OperatorConfig> = config.operator.iter().filter(fits).collect();
        let unknown = || CommandError::new(Exit::NotPermitted, locale.app_operator_unknown(user.clone()));
        let account = sections.first().ok_or_else(unknown)?.account();
        if sections.iter().any(|section| section.account() != account) {
            return Err(CommandError::new(Exit::Usage, locale.app_operator_several(user)));
        }
        let account = Agent::new(account).map_err(|_| unknown())?;
        let grants = sections.into_iter().flat_map(grants).collect();
        Ok(CommandLineUser { account, grants })
    }

    /// Everything that a test register needs, under this account.
    pub fn for_test(account: &str) -> Self {
        let grants = TEST_ROLES.map(|role| Grant { role, institution: None, person: None }).to_vec();
        CommandLineUser { account: Agent::new(account).unwrap_or_else(|_| Agent::service()), grants }
    }

    /// Nobody: a process that carries on what was permitted before.
    pub fn service() -> Self {
        CommandLineUser { account: Agent::service(), grants: Vec::new() }
    }

    /// What the ledger writes as `by`.
    pub fn account(&self) -> &Agent {
        &self.account
    }

    /// Who they are, in all their roles that reach into an institution, or the service.
    pub fn actors(&self, institution: Option<&InstitutionId>) -> Vec<Actor> {
        let actor = |grant: &Grant| match (grant.role, institution) {
            (Role::Operator, _) => Some(Actor::operator(self.account.clone())),
            (role, Some(institution)) if grant.institution.as_ref().is_none_or(|own| own == institution) => {
                Actor::within(self.account.clone(), institution.clone(), role, grant.person.clone())
            }
            _ => None,
        };
        self.grants.iter().filter_map(actor).collect()
    }

    /// Asks for one act where no register is open that a refusal could be written into: bringing it up to date comes before that.
    ///
    /// # Errors
    /// When it may not be done.
    pub fn permit(&self, action: Action, target: &Target<'_>, locale: Locale) -> Result<Permit, CommandError> {
        first_allowed(&self.actors(target.institution()), action, target).map_err(|denial| {
            tracing::warn!(account = %self.account, action = action.code(), denial = denial.code(), "refused");
            CommandError::new(Exit::NotPermitted, self.refusal(action, denial, locale))
        })
    }

    /// Why something is refused, and what to do.
    fn refusal(&self, action: Action, denial: Denial, locale: Locale) -> String {
        let account = self.account.to_string();
        match denial {
            Denial::Themselves => locale.app_denied_themselves(account),
            Denial::Unidentified => locale.app_denied_unidentified(account),
            Denial::Scope => locale.app_denied_scope(args::AppDeniedScope { account, action: action.code() }),
            _ => locale.app_denied(args::AppDenied { account, action: action.code() }),
        }
    }
}

/// What is to be done where a seal is real and the settings name nobody who may use the command line.
pub fn missing(config: &Config, locale: Locale) -> Option<String> {
    let seals = config.seal.iter().any(|seal| !seal.test);
    (seals && config.operator.is_empty()).then(|| locale.app_operator_nobody(terminal::user()))
}

fn grants(section: &OperatorConfig) -> Vec<Grant> {
    let (institution, person) = (section.institution.clone(), section.person.clone());
    let grant = |role: &RoleSetting| Grant { role: role.0, institution: institution.clone(), person: person.clone() };
    section.roles.iter().map(grant).collect()
}

/// An operating system's account in the letters of an agent.
fn agent_text(user: &str) -> String {
    let fits = |c: char| if c.is_ascii_alphanumeric() || "._@-".contains(c) { c } else { '_' };
    user.chars().take(48).map(fits).collect()
}

/// The operator before the table of rights: what is refused is written into the log of security events.
pub struct Authorizer<'a> {
    issuer: &'a Issuer,
    operator: &'a CommandLineUser,
    locale: Locale,
}

impl<'a> Authorizer<'a> {
    /// For one command.
    pub fn new(issuer: &'a Issuer, operator: &'a CommandLineUser, locale: Locale) -> Self {
        Authorizer { issuer, operator, locale }
    }

    /// Asks for one act.
    ///
    /// # Errors
    /// When it may not be done.
    pub async fn permit(&self, action: Action, target: &Target<'_>) -> Result<Permit, CommandError> {
        let actors = self.operator.actors(target.institution());
        match first_allowed(&actors, action, target) {
            Ok(permit) => Ok(permit),
            Err(denial) => Err(self.refuse(&actors, action, denial).await?),
        }
    }

    /// Whether something may be done, for what is done another way if not.
    pub fn allows(&self, action: Action, target: &Target<'_>) -> bool {
        first_allowed(&self.operator.actors(target.institution()), action, target).is_ok()
    }

    /// Asks for an act on a credential.
    ///
    /// # Errors
    /// When it may not be done, or the register cannot be read.
    pub async fn permit_for(
        &self,
        tenant: &Tenant,
        action: Action,
        credential: &StoredCredential,
    ) -> Result<Permit, CommandError> {
        let actors = self.operator.actors(Some(tenant.id()));
        match self.issuer.ask(tenant, &actors, action, credential).await? {
            Ok(permit) => Ok(permit),
            Err(denial) => Err(self.refuse(&actors, action, denial).await?),
        }
    }

    /// Asks about each row of a sheet of a unit.
    ///
    /// # Errors
    /// When the register cannot be read or written.
    pub async fn admit(&self, tenant: &Tenant, unit: &UnitId, rows: Vec<ResultRow>) -> Result<Admission, CommandError> {
        let actors = self.operator.actors(Some(tenant.id()));
        let admission = self.issuer.admit(tenant, unit, &actors, rows).await?;
        for refused in &admission.refused {
            self.note(&actors, Action::IssueCredential, refused.denial).await?;
        }
        Ok(admission)
    }

    async fn refuse(&self, actors: &[Actor], action: Action, denial: Denial) -> Result<CommandError, CommandError> {
        self.note(actors, action, denial).await?;
        Ok(CommandError::new(Exit::NotPermitted, self.sentence(action, denial)))
    }

    /// Why something is refused, and what to do.
    pub fn sentence(&self, action: Action, denial: Denial) -> String {
        self.operator.refusal(action, denial, self.locale)
    }

    async fn note(&self, actors: &[Actor], action: Action, denial: Denial) -> Result<(), CommandError> {
        let nobody = Actor::operator(self.operator.account().clone());
        let actor = actors.first().unwrap_or(&nobody);
        Ok(self.issuer.record_security_event(&SecurityEvent::denied(actor, action, denial)).await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_of_an_account_can_stand_in_the_ledger() {
        for user in ["marie", "UNI\\marie", "Jiří Nový", "", &"x".repeat(300)] {
            assert!(Agent::new(&format!("command-line:{}", agent_text(user))).is_ok(), "{user}");
        }
    }
}
