//! Accounts, roles and sign-in links: whoever gives them has leave to.

use data_encoding::HEXLOWER;
use signet_access::{Action, AnotherAct, GrantFlaw, Permit, Role, RoleScope, SecurityEvent, SecurityEventKind, Target};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;
use signet_store::{
    Account, AccountLetterKind, AccountState, GrantEvent, GrantEventKind, LetterNames, LoginToken, MergeId,
    NewAccountLetter, RoleGrant, RowKey, Sessions, SessionsError, StoreError, TokenDigest, UndoneMerge,
};

use crate::issuer::Issuer;

/// Why an account was not changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// There is no such account, or it has no such role.
    #[error("there is no such account, or it has no such role")]
    Unknown,
    /// The role is not to be given so.
    #[error(transparent)]
    Flaw(#[from] GrantFlaw),
    /// Its owner uses another account, into which it went.
    #[error("the account has become one with another")]
    Merged,
    /// The rows that grant something could not be read.
    #[error(transparent)]
    Sessions(#[from] SessionsError),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

/// A role to be given.
#[derive(Clone, Debug)]
pub struct NewGrant {
    /// In what capacity.
    pub role: Role,
    /// In which institution; none for the operator.
    pub institution: Option<InstitutionId>,
    /// How far it reaches there.
    pub scope: RoleScope,
    /// Who that is in the institution's own records.
    pub person: Option<PersonId>,
    /// Over at this instant.
    pub ends: Option<Timestamp>,
    /// Why; empty where nobody says.
    pub reason: String,
}

impl Issuer {
    /// The door. The key of its rows is derived from the server's secret.
    pub fn sessions(&self) -> Sessions {
        self.store().sessions(RowKey::new(&self.inner.link_key.derive("rows that grant 1")))
    }

    /// The account of a holder: stable, and by itself it does not tell the number.
    pub fn holder_account(&self, institution: &InstitutionId, person: &PersonId) -> Agent {
        let derived = self.inner.link_key.derive(&format!("holder account 1\n{institution}\n{person}"));
        let name: String = HEXLOWER.encode(&derived).chars().take(24).collect();
        Agent::new(&format!("holder:{name}")).unwrap_or_else(|_| Agent::anyone())
    }

    /// Gives an account a role; makes the account when there is none. Its sessions end.
    ///
    /// # Errors
    /// When the permit is for something else, the role cannot be narrowed so, or the register fails.
    pub async fn grant_role(
        &self,
        account: &Agent,
        name: Option<&str>,
        grant: NewGrant,
        permit: Permit,
    ) -> Result<(), AccountError> {
        let event = SecurityEvent::used(SecurityEventKind::RoleGranted, &permit).about(account);
        let by_role = permit.role();
        let by = permit.redeem(Action::ManageInstitutions, &Target::Service)?;
        if !grant.role.takes(&grant.scope) {
            return Err(GrantFlaw::Scope(grant.role).into());
        }
        let (sessions, now) = (self.sessions(), self.now());
        let known = sessions.account(account).await?;
        if known.as_ref().is_some_and(|known| known.state == AccountState::Merged) {
            return Err(AccountError::Merged);
        }
        let known = known.unwrap_or_else(|| Account {
            id: account.clone(),
            name: account.to_string(),
            state: AccountState::Active,
            created: now,
            changed: now,
        });
        let name = name.map_or_else(|| known.name.clone(), str::to_owned);
        sessions.put_account(&Account { name, changed: now, ..known }).await?;
        let NewGrant { role, institution, scope, person, ends, reason } = grant;
        let (kind, account, at) = (GrantEventKind::Granted, account.clone(), now);
        let given = GrantEvent { at, kind, account, role, institution, scope, person, ends, by, by_role, reason };
        let letters = self.letters_of_grant(&given).await?;
        sessions.grant_role(&given, &letters).await?;
        let event = SecurityEvent { role: Some(role), institution: given.institution, ..event };
        Ok(self.record_security_event(&event).await?)
    }

    /// Takes a role away. The account's sessions end.
    ///
    /// # Errors
    /// When the permit is for something else, the account has no such role, or the register fails.
    pub async fn end_role(
        &self,
        account: &Agent,
        role: Role,
        institution: Option<&InstitutionId>,
        reason: &str,
        permit: Permit,
    ) -> Result<(), AccountError> {
        let event = SecurityEvent::used(SecurityEventKind::RoleEnded, &permit).about(account);
        let by_role = permit.role();
        let by = permit.redeem(Action::ManageInstitutions, &Target::Service)?;
        let roles = self.sessions().roles(account).await?;
        let held = roles.into_iter().find(|held| held.role == role && held.institution.as_ref() == institution);
        self.end_held(account, held.ok_or(AccountError::Unknown)?, (by, by_role), reason).await?;
        let event = SecurityEvent { role: Some(role), institution: institution.cloned(), ..event };
        Ok(self.record_security_event(&event).await?)
    }

    /// Ends a role that an account has.
    pub(crate) async fn end_held(
        &self,
        account: &Agent,
        held: RoleGrant,
        (by, by_role): (Agent, Role),
        reason: &str,
    ) -> Result<(), AccountError> {
        let (at, kind, account, reason) = (self.now(), GrantEventKind::Ended, account.clone(), reason.to_owned());
        let RoleGrant { role, institution, scope, person, ends, .. } = held;
        let ended = GrantEvent { at, kind, account, role, institution, scope, person, ends, by, by_role, reason };
        if self.sessions().end_role(&ended).await? { Ok(()) } else { Err(AccountError::Unknown) }
    }

    /// Blocks an account, or lets it be used again. Blocking ends its sessions and takes back its links; a holder's account, which
    /// nobody made, can be blocked too.
    ///
    /// # Errors
    /// When the permit is for something else, there is no such account, or the register fails.
    pub async fn set_account_state(
        &self,
        account: &Agent,
        state: AccountState,
        permit: Permit,
    ) -> Result<(), AccountError> {
        let kind = match state {
            AccountState::Active => SecurityEventKind::AccountUnblocked,
            AccountState::Blocked => SecurityEventKind::AccountBlocked,
            // An account becomes part of another by its owner's word alone.
            AccountState::Merged => return Err(AccountError::Merged),
        };
        let event = SecurityEvent::used(kind, &permit).about(account);
        permit.redeem(Action::ManageInstitutions, &Target::Service)?;
        let (sessions, now) = (self.sessions(), self.now());
        let known = match sessions.account(account).await? {
            Some(known) if known.state == AccountState::Merged => return Err(AccountError::Merged),
            Some(known) => known,
            None if account.as_str().starts_with("holder:") => {
                Account { id: account.clone(), name: account.to_string(), state, created: now, changed: now }
            }
            None => return Err(AccountError::Unknown),
        };
        sessions.put_account(&Account { state, changed: now, ..known }).await?;
        Ok(self.record_security_event(&event).await?)
    }

    /// Parts two accounts that had become one, with the reason. The sessions of both end.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn part_accounts(
        &self,
        merge: &MergeId,
        reason: &str,
        permit: Permit,
    ) -> Result<UndoneMerge, AccountError> {
        let event = SecurityEvent::used(SecurityEventKind::AccountsParted, &permit);
        let by = permit.redeem(Action::ManageInstitutions, &Target::Service)?;
        let name = || self.letter_name();
        let letters: Option<LetterNames<'_>> = if self.tells_holders() { Some(&name) } else { None };
        let undone = self.sessions().undo_merge(merge, (&by, reason), letters, self.now()).await?;
        if let UndoneMerge::Undone(merge) = &undone {
            self.record_security_event(&event.about(&merge.merged)).await?;
        }
        Ok(undone)
    }

    /// Keeps a one-time token by which somebody may sign in.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn put_login_token(&self, token: &str, login: &LoginToken, permit: Permit) -> Result<(), AccountError> {
        let (digest, reason) = (TokenDigest::of(token), login.actor.emergency().cloned());
        let kind = match reason {
            Some(_) => SecurityEventKind::EmergencyLinkMade,
            None => SecurityEventKind::LoginLinkMade,
        };
        let event = SecurityEvent::used(kind, &permit).about(login.actor.account());
        permit.redeem(Action::ManageInstitutions, &Target::Service)?;
        let (role, institution) = (Some(login.actor.role()), login.actor.institution().cloned());
        match (&reason, &institution) {
            (Some(_), Some(institution)) => {
                let letters = self.emergency_letters(institution, login.actor.account()).await?;
                self.sessions().put_emergency_token(&digest, login, &letters).await?;
            }
            _ => self.sessions().put_login_token(&digest, login).await?,
        }
        Ok(self.record_security_event(&SecurityEvent { role, institution, reason, ..event }).await?)
    }

    /// A letter to each address of everybody who is answerable for an institution's seal: that an account is let in past the login provider.
    async fn emergency_letters(
        &self,
        institution: &InstitutionId,
        account: &Agent,
    ) -> Result<Vec<NewAccountLetter>, SessionsError> {
        let mut letters = Vec::new();
        for custodian in self.sessions().custodians(institution, self.now()).await? {
            for letter in self.letters_to(&custodian, AccountLetterKind::EmergencyLink).await? {
                let (institution, about) = (Some(institution.clone()), Some(account.to_string()));
                letters.push(NewAccountLetter { institution, about, ..letter });
            }
        }
        Ok(letters)
    }
}
