//! The log of security events. Rows are added and read; none is changed, and only time takes them away.

use data_encoding::HEXLOWER;
use signet_access::{Action, Denial, Role, SecurityEvent, SecurityEventKind};
use signet_record::{Line, Timestamp};
use signet_registry::Agent;

use crate::cursor::{Cursor, PAGE_ROWS_MAX, Page};
use crate::engine::Pools;
use crate::error::StoreError;
use crate::statement::{Row, sql};

/// How long security events are kept: long enough to look into what was noticed late.
pub const SECURITY_EVENT_DAYS_MAX: i64 = 400;

const MINUTE_MILLISECONDS: i64 = 60_000;

/// The handle of the log.
#[derive(Clone)]
pub struct SecurityLog {
    pub(crate) pools: Pools,
}

/// An event as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedEvent {
    /// When; of failed sign-ins the minute.
    pub at: Timestamp,
    /// What happened.
    pub event: SecurityEvent,
    /// How often in that minute, for failed sign-ins; else once.
    pub times: u64,
}

impl SecurityLog {
    /// Adds an event. `chance` makes its id. Failed sign-ins, which anybody can make, are counted by the minute, and where it is known, by institution and
    /// account.
    pub async fn put(&self, event: &SecurityEvent, at: Timestamp, chance: [u8; 16]) -> Result<(), StoreError> {
        let (id, at) = match event.kind {
            SecurityEventKind::LoginFailed => {
                let minute = at.as_millisecond().div_euclid(MINUTE_MILLISECONDS) * MINUTE_MILLISECONDS;
                let mut id = format!("login-failed-{minute}");
                id.extend(event.institution.iter().map(|institution| format!("-{institution}")));
                id.extend(event.role.iter().map(|_| format!("-{}", event.account)));
                (id, minute)
            }
            _ => (HEXLOWER.encode(&chance), at.as_millisecond()),
        };
        sql!("security_event_put")
            .bind(id)
            .bind(at)
            .bind(event.kind.code())
            .bind(event.account.as_str())
            .bind(event.role.map(Role::code))
            .bind(event.institution.as_ref().map(ToString::to_string))
            .bind(event.action.map(Action::code))
            .bind(event.object.as_ref().map(|object| object.chars().take(64).collect::<String>()))
            .bind(event.denial.map(Denial::code))
            .bind(event.reason.as_ref().map(|reason| reason.as_str().to_owned()))
            .bind(i64::from(event.is_audited()))
            .run(self.pools.write())
            .await?;
        Ok(())
    }

    /// Events from an instant on, oldest first; `after` is the place where the last page ended. At most 500.
    pub async fn list(
        &self,
        since: Timestamp,
        after: Option<&Cursor>,
        limit: u32,
    ) -> Result<Page<LoggedEvent>, StoreError> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX);
        let (at, id) = match after.and_then(|cursor| Some((millisecond(cursor)?, cursor.id.as_str()))) {
            Some(place) => place,
            // Ids are never empty, so this lies before the first event of that instant.
            None => (since.as_millisecond(), ""),
        };
        let rows =
            sql!("security_event_list").bind(at).bind(id).bind(i64::from(limit) + 1).rows(&self.pools.read).await?;
        let events =
            rows.iter().map(|row| Ok((row.text("id")?, read(row)?))).collect::<Result<Vec<_>, StoreError>>()?;
        let page = Page::of(events, limit, |(id, logged)| Cursor {
            key: logged.at.as_millisecond().to_be_bytes().to_vec(),
            id: id.clone(),
        });
        Ok(Page { rows: page.rows.into_iter().map(|(_, logged)| logged).collect(), next: page.next })
    }
}

fn millisecond(cursor: &Cursor) -> Option<i64> {
    Some(i64::from_be_bytes(cursor.key.as_slice().try_into().ok()?))
}

/// An event of its row.
pub(crate) fn read(row: &Row) -> Result<LoggedEvent, StoreError> {
    let event = SecurityEvent {
        kind: row.code("kind", SecurityEventKind::from_code)?,
        account: row.code("account", |account| Agent::new(account).ok())?,
        role: row.code_if("role", Role::from_code)?,
        institution: row.parse_if("institution")?,
        action: row.code_if("action", Action::from_code)?,
        object: row.text_if("object")?,
        denial: row.code_if("denial", Denial::from_code)?,
        reason: row.code_if("reason", |reason| Line::new(reason).ok())?,
    };
    Ok(LoggedEvent { at: row.time("happened")?, event, times: row.number("times")? })
}
