//! Accounts and their roles: who may sign in as what. What takes a right away ends the sessions that had it.

use signet_access::{Actor, Role};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::Agent;
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::row_code::Columns;
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

/// A role of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleGrant {
    /// In what capacity.
    pub role: Role,
    /// In which institution; none for the operator.
    pub institution: Option<InstitutionId>,
    /// Who that is in the institution's own records.
    pub person: Option<PersonId>,
    /// Over at this instant.
    pub ends: Option<Timestamp>,
    /// Who gave it.
    pub by: Agent,
    /// When.
    pub granted: Timestamp,
}

impl RoleGrant {
    /// Whether it still stands.
    pub fn stands(&self, now: Timestamp) -> bool {
        self.ends.is_none_or(|ends| now < ends)
    }

    /// Who acts by it.
    pub fn actor(&self, account: &Agent) -> Option<Actor> {
        match &self.institution {
            None => (self.role == Role::Operator).then(|| Actor::operator(account.clone())),
            Some(institution) => Actor::within(account.clone(), institution.clone(), self.role, self.person.clone()),
        }
    }

    fn columns(&self, account: &Agent) -> Columns {
        Columns::of("account_role")
            .text(account.as_str())
            .text(self.institution_text())
            .text(self.role.code())
            .text_if(self.person.as_ref().map(PersonId::as_str))
            .time_if(self.ends)
            .text(self.by.as_str())
            .time(self.granted)
    }

    fn institution_text(&self) -> &str {
        self.institution.as_ref().map_or("", InstitutionId::as_str)
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

    /// Gives an account a role, or changes the person or end of one. Its sessions end: who signs in again has the new rights.
    pub async fn grant_role(&self, account: &Agent, grant: &RoleGrant) -> Result<(), StoreError> {
        let mut transaction = self.pools.begin().await?;
        sql!("account_role_put")
            .bind(account.as_str())
            .bind(grant.institution_text())
            .bind(grant.role.code())
            .bind(grant.person.as_ref().map(|person| person.as_str().to_owned()))
            .bind_time_if(grant.ends)
            .bind(grant.by.as_str())
            .bind_time(grant.granted)
            .bind(self.key.code(&grant.columns(account)))
            .run(&mut *transaction)
            .await?;
        end_all(&mut transaction, account).await?;
        commit(transaction).await
    }

    /// Takes a role away, and ends the account's sessions; `false` when it does not have it.
    pub async fn end_role(
        &self,
        account: &Agent,
        role: Role,
        institution: Option<&InstitutionId>,
    ) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let ended = sql!("account_role_end")
            .bind(account.as_str())
            .bind(institution.map_or("", InstitutionId::as_str))
            .bind(role.code())
            .run(&mut *transaction)
            .await?;
        end_all(&mut transaction, account).await?;
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
        let claimed = identity.and_then(|identity| identity.place.as_ref());
        if claimed.is_some_and(|place| staff(actor.account(), place).contains(actor)) {
            return Ok(true);
        }
        let roles = self.roles(actor.account()).await?;
        Ok(roles.iter().any(|grant| grant.stands(now) && grant.actor(actor.account()).as_ref() == Some(actor)))
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
