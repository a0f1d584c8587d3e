//! An institution gives its people roles, and ends them.

use data_encoding::HEXLOWER;
use signet_access::{
    Action, AnotherAct, GrantFlaw, GrantTerm, Permit, Role, RoleScope, SecurityEvent, SecurityEventKind, Target,
    check_granted,
};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;
use signet_store::{Account, AccountState, GrantEvent, GrantEventKind, SessionsError, StoreError, Tenant};

use crate::account::AccountError;
use crate::issuer::Issuer;

/// A role that an institution gives to one of its people.
#[derive(Clone, Debug)]
pub struct PersonGrant {
    /// Under which account, as [`Issuer::account_for_grants`] says.
    pub account: Agent,
    /// What colleagues are shown for it.
    pub name: String,
    /// Who that is in the institution's own records.
    pub person: PersonId,
    /// In what capacity.
    pub role: Role,
    /// How far it reaches.
    pub scope: RoleScope,
    /// For what.
    pub term: GrantTerm,
    /// Over at this instant.
    pub ends: Timestamp,
    /// Why.
    pub reason: String,
}

/// Why an institution's role was not given or ended.
#[derive(Debug, thiserror::Error)]
pub enum GrantError {
    /// The account is blocked: the operator has to let it be used first.
    #[error("the account is blocked")]
    Blocked,
    /// It is given for too long, or is none to be given.
    #[error(transparent)]
    Flaw(#[from] GrantFlaw),
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The account has no such role here.
    #[error("the account has no such role")]
    Unknown,
    /// The rows that grant something could not be read.
    #[error(transparent)]
    Sessions(#[from] SessionsError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl From<AccountError> for GrantError {
    fn from(error: AccountError) -> GrantError {
        match error {
            AccountError::NotPermitted(error) => error.into(),
            AccountError::Flaw(flaw) => flaw.into(),
            AccountError::Unknown | AccountError::Merged => GrantError::Unknown,
            AccountError::Sessions(error) => error.into(),
            AccountError::Database(error) => error.into(),
        }
    }
}

impl Issuer {
    /// Under which account a person of an institution is given roles: the one that has some there already, else one that is known by the
    /// person alone. Whoever the institution's own provider says is that person acts in these roles, under whatever account they sign in.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn account_for_grants(
        &self,
        institution: &InstitutionId,
        person: &PersonId,
    ) -> Result<Agent, SessionsError> {
        let sessions = self.sessions();
        for given in sessions.roles_of_person(institution, person).await? {
            let known = sessions.account(&given.account).await?;
            // What was given under an account that went into another stands no longer.
            if known.is_some_and(|known| known.state != AccountState::Merged) {
                return Ok(given.account);
            }
        }
        let derived = self.inner.link_key.derive(&format!("account of a person 1\n{institution}\n{person}"));
        let name: String = HEXLOWER.encode(&derived).chars().take(24).collect();
        Ok(Agent::new(&format!("person:{name}")).unwrap_or_else(|_| Agent::anyone()))
    }

    /// Gives a person of the institution a role, or another end to one that they have. The sessions of the account end.
    ///
    /// # Errors
    /// When the permit is for something else, the role is not to be given so, the account is blocked, or the register fails.
    pub async fn grant_to_person(&self, tenant: &Tenant, grant: PersonGrant, permit: Permit) -> Result<(), GrantError> {
        let PersonGrant { account, name, person, role, scope, term, ends, reason } = grant;
        let event = SecurityEvent::used(SecurityEventKind::RoleGranted, &permit).about(&account);
        let by_role = permit.role();
        let target = Target::Grant { institution: tenant.id(), account: &account, person: Some(&person) };
        let by = permit.redeem(Action::ManageGrants, &target)?;
        check_granted(role, &scope)?;
        let (sessions, now) = (self.sessions(), self.now());
        term.check(ends, now)?;
        match sessions.account(&account).await? {
            Some(known) if known.state != AccountState::Active => return Err(GrantError::Blocked),
            Some(_) => {}
            None => {
                let (id, state) = (account.clone(), AccountState::Active);
                sessions.put_account(&Account { id, name, state, created: now, changed: now }).await?;
            }
        }
        let kind = match term {
            GrantTerm::Regular => GrantEventKind::Granted,
            GrantTerm::Substitute => GrantEventKind::Substituted,
        };
        let (at, institution, person, ends) = (now, Some(tenant.id().clone()), Some(person), Some(ends));
        let given = GrantEvent { at, kind, account, role, institution, scope, person, ends, by, by_role, reason };
        let letters = self.letters_of_grant(&given).await?;
        sessions.grant_role(&given, &letters).await?;
        let event = SecurityEvent { role: Some(role), institution: given.institution, ..event };
        Ok(self.record_security_event(&event).await?)
    }

    /// Ends a role of an account in the institution before its time. The account's sessions end, and whoever acts in that role under another
    /// account does so no longer with their next request.
    ///
    /// # Errors
    /// When the permit is for something else, the account has no such role here, or the register fails.
    pub async fn end_grant(
        &self,
        tenant: &Tenant,
        account: &Agent,
        role: Role,
        reason: &str,
        permit: Permit,
    ) -> Result<(), GrantError> {
        let event = SecurityEvent::used(SecurityEventKind::RoleEnded, &permit).about(account);
        let by_role = permit.role();
        let roles = self.sessions().roles(account).await?;
        let held = roles.into_iter().find(|held| held.role == role && held.institution.as_ref() == Some(tenant.id()));
        let held = held.ok_or(GrantError::Unknown)?;
        let target = Target::Grant { institution: tenant.id(), account, person: held.person.as_ref() };
        let by = permit.redeem(Action::ManageGrants, &target)?;
        self.end_held(account, held, (by, by_role), reason).await?;
        let event = SecurityEvent { role: Some(role), institution: Some(tenant.id().clone()), ..event };
        Ok(self.record_security_event(&event).await?)
    }
}
