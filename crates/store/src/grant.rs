//! The history of roles: each one that was given or ended, and why. It joins the log of its institution; what belongs to none, the service's own.

use signet_access::{Actor, Role, RoleScope};
use signet_record::{InstitutionId, PersonId, Timestamp};
use signet_registry::{Agent, Digest, LogOwner, LogRecord};
use sqlx::{Any, Transaction};

use crate::cursor::PAGE_ROWS_MAX;
use crate::error::StoreError;
use crate::log::append;
use crate::row_code::Columns;
use crate::scope::{read_scope, scope_text};
use crate::sessions::{Sessions, with_scope};
use crate::statement::{Row, sql};

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
    /// How far it reaches.
    pub scope: RoleScope,
}

/// A role with the account that it was given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRole {
    /// The account.
    pub account: Agent,
    /// The role.
    pub grant: RoleGrant,
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
            Some(institution) => {
                let actor = Actor::within(account.clone(), institution.clone(), self.role, self.person.clone());
                actor?.narrowed(self.scope.clone())
            }
        }
    }

    pub(crate) fn columns(&self, account: &Agent) -> Columns {
        let columns = Columns::of("account_role")
            .text(account.as_str())
            .text(self.institution_text())
            .text(self.role.code())
            .text_if(self.person.as_ref().map(PersonId::as_str))
            .time_if(self.ends)
            .text(self.by.as_str())
            .time(self.granted);
        with_scope(columns, &self.scope)
    }

    pub(crate) fn institution_text(&self) -> &str {
        self.institution.as_ref().map_or("", InstitutionId::as_str)
    }
}

/// What became of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GrantEventKind {
    /// It was ended before its time.
    Ended,
    /// It was given, or given anew with another end.
    Granted,
    /// It was given for a short time, to somebody who stands in for a colleague.
    Substituted,
}

impl GrantEventKind {
    /// Every kind.
    pub const ALL: [GrantEventKind; 3] = [GrantEventKind::Ended, GrantEventKind::Granted, GrantEventKind::Substituted];

    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            GrantEventKind::Ended => "ended",
            GrantEventKind::Granted => "granted",
            GrantEventKind::Substituted => "substituted",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<GrantEventKind> {
        GrantEventKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A role was given, or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantEvent {
    /// When.
    pub at: Timestamp,
    /// Which of the two.
    pub kind: GrantEventKind,
    /// Whose role.
    pub account: Agent,
    /// In what capacity.
    pub role: Role,
    /// In which institution; none for the operator.
    pub institution: Option<InstitutionId>,
    /// How far it reaches.
    pub scope: RoleScope,
    /// Who that is in the institution's own records.
    pub person: Option<PersonId>,
    /// Until when it was given.
    pub ends: Option<Timestamp>,
    /// Who did it.
    pub by: Agent,
    /// In which role.
    pub by_role: Role,
    /// Why; empty where nobody said.
    pub reason: String,
}

/// An event with its number in the history of its institution, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedGrantEvent {
    /// The number.
    pub sequence: u64,
    /// The event.
    pub event: GrantEvent,
}

impl GrantEvent {
    /// The role as it stands when it was given so.
    pub fn grant(&self) -> RoleGrant {
        RoleGrant {
            role: self.role,
            institution: self.institution.clone(),
            person: self.person.clone(),
            ends: self.ends,
            by: self.by.clone(),
            granted: self.at,
            scope: self.scope.clone(),
        }
    }

    fn owner(&self) -> LogOwner {
        self.institution.as_ref().map_or(LogOwner::SERVICE, LogOwner::of)
    }

    /// What the log says of it: the digest of the whole row, as a JSON array in the order of its columns.
    fn record(&self, sequence: u64) -> LogRecord {
        let row = serde_json::json!([
            self.owner().as_str(),
            sequence,
            self.at.as_millisecond(),
            self.kind.code(),
            self.account,
            self.role.code(),
            scope_text(&self.scope),
            self.person,
            self.ends.map(Timestamp::as_millisecond),
            self.by,
            self.by_role.code(),
            self.reason
        ]);
        LogRecord::Grant { sequence, digest: Digest::of(row.to_string().as_bytes()) }
    }
}

impl Sessions {
    /// What became of roles in an institution, newest first; `before` is the number of the last one that was seen. At most 500.
    pub async fn grant_events(
        &self,
        institution: &InstitutionId,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Vec<NumberedGrantEvent>, StoreError> {
        let before = before.and_then(|before| i64::try_from(before).ok()).unwrap_or(i64::MAX);
        let rows = sql!("grant_event_list")
            .bind(institution.as_str())
            .bind(before)
            .bind(i64::from(limit.clamp(1, PAGE_ROWS_MAX)))
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(read).collect()
    }

    /// Writes down what became of a role: last in a transaction.
    pub(crate) async fn put_grant_event(
        &self,
        transaction: &mut Transaction<'static, Any>,
        event: &GrantEvent,
    ) -> Result<(), StoreError> {
        let owner = event.owner();
        let put = sql!("grant_event_put")
            .bind(owner.as_str())
            .bind_time(event.at)
            .bind(event.kind.code())
            .bind(event.account.as_str())
            .bind(event.role.code())
            .bind(scope_text(&event.scope))
            .bind(event.person.as_ref().map(|person| person.as_str().to_owned()))
            .bind_time_if(event.ends)
            .bind(event.by.as_str())
            .bind(event.by_role.code())
            .bind(event.reason.as_str())
            .row(&mut **transaction)
            .await?
            .ok_or(StoreError::Inconsistent { statement: "grant_event_put", column: "sequence" })?;
        let record = event.record(put.number("sequence")?);
        append(transaction, self.pools.log_key.as_ref(), &owner, vec![record]).await
    }
}

/// What the log says of an event that stands in a row.
pub(crate) fn grant_record(row: &Row) -> Result<LogRecord, StoreError> {
    read(row).map(|read| read.event.record(read.sequence))
}

pub(crate) fn read(row: &Row) -> Result<NumberedGrantEvent, StoreError> {
    let institution = match row.text("institution")?.as_str() {
        "" => None,
        _ => Some(row.parse("institution")?),
    };
    let event = GrantEvent {
        at: row.time("happened")?,
        kind: row.code("kind", GrantEventKind::from_code)?,
        account: row.code("account", |account| Agent::new(account).ok())?,
        role: row.code("role", Role::from_code)?,
        institution,
        scope: row.code("scope", read_scope)?,
        person: row.parse_if("person")?,
        ends: row.time_if("ends")?,
        by: row.code("by_account", |by| Agent::new(by).ok())?,
        by_role: row.code("by_role", Role::from_code)?,
        reason: row.text("reason")?,
    };
    Ok(NumberedGrantEvent { sequence: row.number("sequence")?, event })
}
