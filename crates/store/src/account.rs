//! Accounts and their roles: who may sign in as what. What takes a right away ends the sessions that had it.

use signet_access::{Actor, ClaimedPlace, Role};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::account_letter::{NewAccountLetter, put_letters};
use crate::cursor::{Cursor, PAGE_ROWS_MAX, Page};
use crate::error::StoreError;
use crate::grant::{AccountRole, GrantEvent, RoleGrant};
use crate::row_code::Columns;
use crate::scope::{read_scope, scope_text};
use crate::session_identity::{SessionIdentity, staff};
use crate::sessions::{Sessions, SessionsError};
use crate::statement::{Row, commit, sql};

/// Somebody who may act.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// What ledgers and logs write.
    pub id: Agent,
    /// What pages show to colleagues.
    pub name: String,
    /// Whether it may be used.
    pub state: AccountState,
    /// Since when it exists.
    pub created: Timestamp,
    /// When name or state last changed.
    pub changed: Timestamp,
}

/// Names no one.
impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Account({}, {:?})", self.id, self.state)
    }
}

/// Whether an account may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// It may.
    Active,
    /// It may not, whatever its roles.
    Blocked,
    /// It may not: its owner uses another account, and its identities went over to that.
    Merged,
}

impl AccountState {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            AccountState::Active => "active",
            AccountState::Blocked => "blocked",
            AccountState::Merged => "merged",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<AccountState> {
        [AccountState::Active, AccountState::Blocked, AccountState::Merged]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

impl Sessions {
    /// Makes an account, or changes its name or state. Blocking it ends its sessions and takes back its links.
    pub async fn put_account(&self, account: &Account) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        self.put_account_in(&mut transaction, account).await?;
        if account.state != AccountState::Active {
            end_all(&mut transaction, &account.id).await?;
        }
        commit(transaction).await
    }

    /// Gives an account another name, if it is still as it was read: nothing that changed in between is written over. Whether it was.
    pub async fn rename_account(&self, before: &Account, named: &Account) -> Result<bool, StoreError> {
        let named = Account { name: named.name.clone(), changed: named.changed, ..before.clone() };
        let renamed = sql!("account_name")
            .bind(named.id.as_str())
            .bind(named.name.as_str())
            .bind_time(named.changed)
            .bind(self.key.code(&columns(&named)))
            .bind(before.state.code())
            .bind_time(before.changed)
            .run(self.pools.write())
            .await?;
        Ok(renamed == 1)
    }

    pub(crate) async fn put_account_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        account: &Account,
    ) -> Result<(), StoreError> {
        sql!("account_put")
            .bind(account.id.as_str())
            .bind(account.name.as_str())
            .bind(account.state.code())
            .bind_time(account.created)
            .bind_time(account.changed)
            .bind(self.key.code(&columns(account)))
            .run(&mut **transaction)
            .await?;
        Ok(())
    }

    /// One account.
    pub async fn account(&self, id: &Agent) -> Result<Option<Account>, SessionsError> {
        let row = sql!("account_get").bind(id.as_str()).row(&self.pools.read).await?;
        row.map(|row| self.read_account(&row)).transpose()
    }

    /// Every account, by id.
    pub async fn accounts(&self) -> Result<Vec<Account>, SessionsError> {
        let rows = sql!("account_list").rows(&self.pools.read).await?;
        rows.iter().map(|row| self.read_account(row)).collect()
    }

    /// The roles of an account, those that have ended included.
    pub async fn roles(&self, account: &Agent) -> Result<Vec<RoleGrant>, SessionsError> {
        let rows = sql!("account_role_list").bind(account.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(|row| self.read_role(row, account)).collect()
    }

    /// The roles that were given in an institution, those that have ended included, by role and account; `after` is the place where the
    /// last page ended. At most 500.
    pub async fn roles_in(
        &self,
        institution: &InstitutionId,
        after: Option<&Cursor>,
        limit: u32,
    ) -> Result<Page<AccountRole>, SessionsError> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX);
        let role = after.map_or_else(String::new, |after| String::from_utf8_lossy(&after.key).into_owned());
        let rows = sql!("account_role_of_institution")
            .bind(institution.as_str())
            .bind(role)
            .bind(after.map_or_else(String::new, |after| after.id.clone()))
            .bind(i64::from(limit) + 1)
            .rows(&self.pools.read)
            .await?;
        let roles = rows.iter().map(|row| self.read_account_role(row)).collect::<Result<Vec<_>, _>>()?;
        Ok(Page::of(roles, limit, |one| Cursor {
            key: one.grant.role.code().as_bytes().to_vec(),
            id: one.account.to_string(),
        }))
    }

    /// The roles that were given to a person of an institution, under whatever account, those that have ended included.
    pub async fn roles_of_person(
        &self,
        institution: &InstitutionId,
        person: &PersonId,
    ) -> Result<Vec<AccountRole>, SessionsError> {
        let rows = sql!("account_role_of_person")
            .bind(institution.as_str())
            .bind(person.as_str())
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(|row| self.read_account_role(row)).collect()
    }

    /// The roles that were given to whoever uses an account and stand now: those of the account, and those of the person whom an institution's
    /// own provider says they are there, unless the account that these were given under is blocked.
    pub(crate) async fn standing_roles(
        &self,
        account: &Agent,
        identity: Option<&SessionIdentity>,
        now: Timestamp,
    ) -> Result<Vec<RoleGrant>, SessionsError> {
        let mut roles = self.roles(account).await?;
        let place = identity.and_then(|identity| identity.place.as_ref());
        if let Some(ClaimedPlace { institution, person: Some(person), .. }) = place {
            for given in self.roles_of_person(institution, person).await? {
                let under = self.account(&given.account).await?;
                if given.account != *account && under.is_some_and(|under| under.state == AccountState::Active) {
                    roles.push(given.grant);
                }
            }
        }
        roles.retain(|grant| grant.stands(now));
        Ok(roles)
    }

    /// Gives an account a role, or changes the person or end of one. Its sessions end: who signs in again has the new
    /// rights. `letters`: what tells of it.
    pub async fn grant_role(&self, event: &GrantEvent, letters: &[NewAccountLetter]) -> Result<(), StoreError> {
        let (account, grant) = (&event.account, event.grant());
        let mut transaction = self.pools.begin().await?;
        sql!("account_role_put")
            .bind(account.as_str())
            .bind(grant.institution_text())
            .bind(grant.role.code())
            .bind(grant.person.as_ref().map(|person| person.as_str().to_owned()))
            .bind_time_if(grant.ends)
            .bind(grant.by.as_str())
            .bind_time(grant.granted)
            .bind(scope_text(&grant.scope))
            .bind(self.key.code(&grant.columns(account)))
            .run(&mut *transaction)
            .await?;
        end_all(&mut transaction, account).await?;
        put_letters(&mut transaction, letters).await?;
        self.put_grant_event(&mut transaction, event).await?;
        commit(transaction).await
    }

    /// Takes the role that an event ends away, and ends the account's sessions; `false` when it does not have it, and then nothing is
    /// written down.
    pub async fn end_role(&self, event: &GrantEvent) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let ended = sql!("account_role_end")
            .bind(event.account.as_str())
            .bind(event.institution.as_ref().map_or("", InstitutionId::as_str))
            .bind(event.role.code())
            .run(&mut *transaction)
            .await?;
        end_all(&mut transaction, &event.account).await?;
        if ended == 1 {
            self.put_grant_event(&mut transaction, event).await?;
        }
        commit(transaction).await?;
        Ok(ended == 1)
    }

    /// Whether an account may act so now: it is not blocked, is nobody else than its session rests on, and where people act for others, it
    /// has that very role, given to it or by what its session rests on.
    pub(crate) async fn stands(
        &self,
        actor: &Actor,
        identity: Option<&SessionIdentity>,
        now: Timestamp,
    ) -> Result<bool, SessionsError> {
        match self.account(actor.account()).await? {
            Some(account) if account.state != AccountState::Active => return Ok(false),
            None if actor.role().is_staff() => return Ok(false),
            _ => {}
        }
        if identity.is_some_and(|identity| identity.names_another(actor)) {
            return Ok(false);
        }
        if !actor.role().is_staff() {
            return Ok(true);
        }
        let actor = actor.as_given();
        let claimed = identity.and_then(|identity| identity.place.as_ref());
        if claimed.is_some_and(|place| staff(actor.account(), place).contains(&actor)) {
            return Ok(true);
        }
        let roles = self.standing_roles(actor.account(), identity, now).await?;
        Ok(roles.iter().any(|grant| grant.actor(actor.account()).as_ref() == Some(&actor)))
    }

    fn read_account(&self, row: &Row) -> Result<Account, SessionsError> {
        let account = Account {
            id: row.code("id", |id| Agent::new(id).ok())?,
            name: row.text("name")?,
            state: row.code("state", AccountState::from_code)?,
            created: row.time("created")?,
            changed: row.time("changed")?,
        };
        self.require(&columns(&account), row, "account")?;
        Ok(account)
    }

    fn read_account_role(&self, row: &Row) -> Result<AccountRole, SessionsError> {
        let account = row.code("account", |id| Agent::new(id).ok())?;
        let grant = self.read_role(row, &account)?;
        Ok(AccountRole { account, grant })
    }

    fn read_role(&self, row: &Row, account: &Agent) -> Result<RoleGrant, SessionsError> {
        let institution = match row.text("institution")?.as_str() {
            "" => None,
            _ => Some(row.parse("institution")?),
        };
        let grant = RoleGrant {
            role: row.code("role", Role::from_code)?,
            institution,
            person: row.parse_if("person")?,
            ends: row.time_if("ends")?,
            by: row.code("granted_by", |by| Agent::new(by).ok())?,
            granted: row.time("granted")?,
            scope: row.code("scope", read_scope)?,
        };
        self.require(&grant.columns(account), row, "account_role")?;
        Ok(grant)
    }
}

fn columns(account: &Account) -> Columns {
    Columns::of("account")
        .text(account.id.as_str())
        .text(&account.name)
        .text(account.state.code())
        .time(account.created)
        .time(account.changed)
}

/// Ends the sessions of an account, and takes back links that were not used.
pub(crate) async fn end_all(transaction: &mut Transaction<'static, Any>, account: &Agent) -> Result<(), StoreError> {
    // No session is named by an empty text.
    sql!("session_end_others").bind(account.as_str()).bind("").run(&mut **transaction).await?;
    sql!("login_token_end").bind(account.as_str()).run(&mut **transaction).await?;
    Ok(())
}
