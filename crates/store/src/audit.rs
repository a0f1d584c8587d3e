//! The audit of an institution: what people and programs did, newest first. Rows say where to look; what happened is read in the ledgers themselves.

use signet_access::SecurityEventKind;
use signet_record::{CredentialId, Timestamp, UnitId};
use signet_registry::{Agent, Entry, Event, LogEntry, LogHead, LogOwner, LogRecord, UnitEntry, UnitEventKind};

use crate::cursor::PAGE_ROWS_MAX;
use crate::error::StoreError;
use crate::grant::{self, GrantEventKind, NumberedGrantEvent};
use crate::security::LoggedEvent;
use crate::statement::{Row, sql};
use crate::tenant::Tenant;

/// Kinds of entries in the ledger of a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CredentialEventKind {
    /// [`Event::Proposed`].
    Proposed,
    /// [`Event::Intended`].
    Intended,
    /// [`Event::Sealed`].
    Sealed,
    /// [`Event::Delivered`].
    Delivered,
    /// [`Event::Revoked`].
    Revoked,
    /// [`Event::Superseded`].
    Superseded,
    /// [`Event::Erased`].
    Erased,
    /// [`Event::Renewed`].
    Renewed,
}

impl CredentialEventKind {
    /// Every kind, in the order of a ledger.
    pub const ALL: [CredentialEventKind; 8] = [
        CredentialEventKind::Proposed,
        CredentialEventKind::Intended,
        CredentialEventKind::Sealed,
        CredentialEventKind::Delivered,
        CredentialEventKind::Revoked,
        CredentialEventKind::Superseded,
        CredentialEventKind::Erased,
        CredentialEventKind::Renewed,
    ];

    /// The kind of an event.
    pub fn of(event: &Event) -> CredentialEventKind {
        match event {
            Event::Proposed(_) => CredentialEventKind::Proposed,
            Event::Intended(_) => CredentialEventKind::Intended,
            Event::Sealed(_) => CredentialEventKind::Sealed,
            Event::Delivered(_) => CredentialEventKind::Delivered,
            Event::Revoked(_) => CredentialEventKind::Revoked,
            Event::Superseded(_) => CredentialEventKind::Superseded,
            Event::Erased(_) => CredentialEventKind::Erased,
            Event::Renewed(_) => CredentialEventKind::Renewed,
        }
    }

    /// Stable code: the name of the event.
    pub fn code(self) -> &'static str {
        match self {
            CredentialEventKind::Proposed => "proposed",
            CredentialEventKind::Intended => "intended",
            CredentialEventKind::Sealed => "sealed",
            CredentialEventKind::Delivered => "delivered",
            CredentialEventKind::Revoked => "revoked",
            CredentialEventKind::Superseded => "superseded",
            CredentialEventKind::Erased => "erased",
            CredentialEventKind::Renewed => "renewed",
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AuditKind {
    /// To a credential.
    Credential(CredentialEventKind),
    /// To somebody's role.
    Role(GrantEventKind),
    /// To get in, or to let somebody in.
    Security(SecurityEventKind),
    /// To a unit of learning.
    Unit(UnitEventKind),
}

impl AuditKind {
    /// Every kind: credentials, units, roles, signing in.
    pub fn all() -> impl Iterator<Item = AuditKind> {
        let credentials = CredentialEventKind::ALL.into_iter().map(AuditKind::Credential);
        let units = UnitEventKind::ALL.into_iter().map(AuditKind::Unit);
        let roles = GrantEventKind::ALL.into_iter().map(AuditKind::Role);
        credentials.chain(units).chain(roles).chain(SecurityEventKind::AUDITED.into_iter().map(AuditKind::Security))
    }

    /// Stable code, `credential.revoked`.
    pub fn code(self) -> String {
        match self {
            AuditKind::Credential(kind) => format!("credential.{}", kind.code()),
            AuditKind::Role(kind) => format!("role.{}", kind.code()),
            AuditKind::Security(kind) => format!("security.{}", kind.code()),
            AuditKind::Unit(kind) => format!("unit.{}", kind.code()),
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<AuditKind> {
        AuditKind::all().find(|kind| kind.code() == code)
    }
}

/// What narrows an audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Done under this account.
    pub account: Option<Agent>,
    /// To this credential.
    pub credential: Option<CredentialId>,
    /// To this unit, or to a credential of it.
    pub unit: Option<UnitId>,
    /// Of this kind.
    pub kind: Option<AuditKind>,
    /// From this instant on.
    pub from: Option<Timestamp>,
    /// Before this instant.
    pub until: Option<Timestamp>,
    /// With how staff got in, which is kept for some hundred days and not for ever.
    pub with_security: bool,
}

/// Something that somebody did.
#[derive(Clone, Debug)]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Of which kind.
    pub kind: AuditKind,
    /// Under which account.
    pub account: Agent,
    /// To which credential.
    pub credential: Option<CredentialId>,
    /// To which unit, or to a credential of which.
    pub unit: Option<UnitId>,
    /// What stands in the ledger.
    pub event: AuditedEvent,
}

/// What stands in the ledger or history.
#[derive(Clone, Debug)]
pub enum AuditedEvent {
    /// An entry of a credential's.
    Credential(Box<Entry>),
    /// What became of a role.
    Role(Box<NumberedGrantEvent>),
    /// What the log of security events says.
    Security(Box<LoggedEvent>),
    /// An entry of a unit's.
    Unit(Box<UnitEntry>),
}

/// An entry of the institution's log, with what it names where that is an entry of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// The entry of the log.
    pub entry: LogEntry,
    /// The entry of the ledger, in its canonical form.
    pub named: Option<String>,
}

/// How an institution's log ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogTail {
    /// Its head.
    pub head: LogHead,
    /// How many of its newest entries were held against one another.
    pub looked: u64,
    /// Each of them follows the one before it, and the last is the head.
    pub holds: bool,
}

impl Tenant {
    /// Holds the newest entries of the institution's log against one another and against its head. At most 500; the whole log is gone through by
    /// [`Tenant::audit_log`].
    pub async fn log_tail(&self, limit: u32) -> Result<LogTail, StoreError> {
        let owner = LogOwner::of(&self.institution);
        let row = sql!("log_head_get").bind(owner.as_str()).row(&self.pools.read).await?;
        let head = match row {
            Some(row) => LogHead { length: row.number("length")?, hash: row.parse("head")? },
            None => LogHead::genesis(&owner),
        };
        let before = head.length.saturating_sub(u64::from(limit.clamp(1, PAGE_ROWS_MAX)));
        let rows = sql!("log_entry_list")
            .bind(owner.as_str())
            .bind(i64::try_from(before).unwrap_or(i64::MAX))
            .bind(i64::from(PAGE_ROWS_MAX))
            .rows(&self.pools.read)
            .await?;
        let (mut follows, mut looked) = ((before == 0).then(|| LogHead::genesis(&owner)), 0);
        let mut holds = true;
        for row in &rows {
            let Ok(entry) = LogEntry::read(&row.text("canonical")?) else {
                holds = false;
                break;
            };
            // The log may have grown since its head was read.
            if entry.position() > head.length {
                break;
            }
            holds &= follows.is_none_or(|follows| follows.after(&owner, &entry).is_ok());
            (follows, looked) = (Some(LogHead::at(&entry)), looked + 1);
        }
        Ok(LogTail {
            head,
            looked,
            holds: holds && follows.is_none_or(|follows| follows == head) && looked == head.length - before,
        })
    }

    pub(crate) async fn audit_entry(&self, row: &Row) -> Result<AuditEntry, StoreError> {
        let (institution, sequence): (_, i64) = (self.institution.as_str(), row.number("sequence")?);
        let (credential, unit) = (row.parse_if("credential")?, row.parse_if("unit")?);
        let kind = row.code("kind", AuditKind::from_code)?;
        let missing = || row.wrong("sequence");
        let event = match (kind, row.text_if("credential")?, row.text_if("unit")?) {
            (AuditKind::Credential(_), Some(credential), _) => {
                let found = sql!("event_get").bind(institution).bind(credential).bind(sequence);
                let found = found.row(&self.pools.read).await?.ok_or_else(missing)?;
                let entry = Entry::read(&found.text("canonical")?);
                AuditedEvent::Credential(Box::new(found.fits("canonical", entry)?))
            }
            (AuditKind::Unit(_), None, Some(unit)) => {
                let found = sql!("unit_event_get").bind(institution).bind(unit).bind(sequence);
                let found = found.row(&self.pools.read).await?.ok_or_else(missing)?;
                let entry = UnitEntry::read(&found.text("canonical")?);
                AuditedEvent::Unit(Box::new(found.fits("canonical", entry)?))
            }
            (AuditKind::Role(_), None, None) => {
                let found = sql!("grant_event_get").bind(institution).bind(sequence);
                let found = found.row(&self.pools.read).await?.ok_or_else(missing)?;
                AuditedEvent::Role(Box::new(grant::read(&found)?))
            }
            _ => return Err(row.wrong("kind")),
        };
        let account = row.code("account", |account| Agent::new(account).ok())?;
        Ok(AuditEntry { at: row.time("happened")?, kind, account, credential, unit, event })
    }

    /// The institution's log from a position on, in its order; with the entries of ledgers that it names if wanted. At most 500.
    pub async fn log_lines(&self, after: u64, limit: u32, with_named: bool) -> Result<Vec<LogLine>, StoreError> {
        let rows = sql!("log_entry_list")
            .bind(self.institution.as_str())
            .bind(i64::try_from(after).unwrap_or(i64::MAX))
            .bind(i64::from(limit.clamp(1, PAGE_ROWS_MAX)))
            .rows(&self.pools.read)
            .await?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in &rows {
            let entry = row.fits("canonical", LogEntry::read(&row.text("canonical")?))?;
            let named = if with_named { self.named(&entry).await? } else { None };
            lines.push(LogLine { entry, named });
        }
        Ok(lines)
    }

    /// The entry of a ledger that an entry of the log names.
    async fn named(&self, entry: &LogEntry) -> Result<Option<String>, StoreError> {
        let institution = self.institution.as_str();
        let get = match entry.record() {
            LogRecord::Entry { credential, sequence, .. } => {
                sql!("event_get").bind(institution).bind_text(credential).bind(i64::from(*sequence))
            }
            LogRecord::UnitEntry { unit, sequence, .. } => {
                sql!("unit_event_get").bind(institution).bind(unit.as_str()).bind(i64::from(*sequence))
            }
            LogRecord::Grant { .. } | LogRecord::Share { .. } | LogRecord::Stop { .. } | LogRecord::Use { .. } => {
                return Ok(None);
            }
        };
        let row = get.row(&self.pools.read).await?;
        row.map(|row| row.text("canonical")).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known_by_its_code() {
        for kind in AuditKind::all() {
            assert_eq!(AuditKind::from_code(&kind.code()), Some(kind));
        }
    }
}
