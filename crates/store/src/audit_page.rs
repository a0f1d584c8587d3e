//! Pages of an audit: what stands in ledgers and the history of roles, and between it how staff got in. The two are kept in tables of their own, since
//! one of them is kept for ever and the other is not, and each is entered by an index of its own.

use std::cmp::Reverse;

use signet_record::Timestamp;

use crate::audit::{AuditEntry, AuditFilter, AuditKind, AuditedEvent};
use crate::cursor::{Cursor, PAGE_ROWS_MAX, Page};
use crate::error::StoreError;
use crate::security::{self, LoggedEvent};
use crate::statement::{Row, Statement, sql};
use crate::tenant::Tenant;

/// How the place of a security event begins in a cursor. Entries of ledgers and of the history of roles begin otherwise.
const SECURITY: &str = "security:";

/// Where a page begins: before this instant and id, in each of the two.
struct Before {
    ledgers: (i64, String),
    security: (i64, String),
}

impl Before {
    /// Of what happened at one instant, entries of ledgers come first. No id is empty, so that nothing of an instant comes before an empty one.
    fn of(filter: &AuditFilter, after: Option<&Cursor>) -> Before {
        let until = filter.until.map_or(i64::MAX, Timestamp::as_millisecond);
        let whole = |at: i64| (at, String::new());
        let place =
            after.and_then(|after| Some((millisecond(after)?, after.id.as_str()))).filter(|(at, _)| *at <= until);
        match place {
            None => Before { ledgers: whole(until), security: whole(until) },
            Some((at, id)) => match id.strip_prefix(SECURITY) {
                Some(id) => Before { ledgers: whole(at), security: (at, id.to_owned()) },
                None => Before { ledgers: (at, id.to_owned()), security: whole(at.saturating_add(1).min(until)) },
            },
        }
    }
}

/// A row of either, with its place.
enum Found {
    Ledger(Row),
    Security(LoggedEvent),
}

impl Tenant {
    /// What was done in the institution, newest first; `after` is the place where the last page ended. At most 500.
    pub async fn audit_page(
        &self,
        filter: &AuditFilter,
        after: Option<&Cursor>,
        limit: u32,
    ) -> Result<Page<AuditEntry>, StoreError> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX);
        let before = Before::of(filter, after);
        let mut found = Vec::new();
        for row in self.audited(filter, &before.ledgers, limit + 1).await? {
            found.push((row.time("happened")?, row.text("id")?, Found::Ledger(row)));
        }
        for row in self.audited_security(filter, &before.security, limit + 1).await? {
            let id = format!("{SECURITY}{}", row.text("id")?);
            found.push((row.time("happened")?, id, Found::Security(security::read(&row)?)));
        }
        // A stable sort: each comes in its own order, and of one instant ledgers first.
        found.sort_by_key(|(at, ..)| Reverse(*at));
        found.truncate(usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1));
        let page = Page::of(found, limit, |(at, id, _)| Cursor {
            key: at.as_millisecond().to_be_bytes().to_vec(),
            id: id.clone(),
        });
        let mut rows = Vec::with_capacity(page.rows.len());
        for (_, _, found) in page.rows {
            rows.push(match found {
                Found::Ledger(row) => self.audit_entry(&row).await?,
                Found::Security(logged) => entry_of(logged),
            });
        }
        Ok(Page { rows, next: page.next })
    }

    async fn audited(&self, filter: &AuditFilter, before: &(i64, String), limit: u32) -> Result<Vec<Row>, StoreError> {
        let statement = match filter {
            AuditFilter { kind: Some(AuditKind::Security(_)), .. } => return Ok(Vec::new()),
            AuditFilter { credential: Some(_), .. } => sql!("audit_list_of_credential"),
            AuditFilter { account: Some(_), .. } => sql!("audit_list_of_account"),
            AuditFilter { unit: Some(_), .. } => sql!("audit_list_of_unit"),
            AuditFilter { kind: Some(_), .. } => sql!("audit_list_of_kind"),
            _ => sql!("audit_list"),
        };
        self.before(statement, filter, before)
            .bind(filter.credential.as_ref().map_or_else(String::new, ToString::to_string))
            .bind(filter.unit.as_ref().map_or_else(String::new, ToString::to_string))
            .bind(filter.kind.map_or_else(String::new, AuditKind::code))
            .bind(i64::from(limit))
            .rows(&self.pools.read)
            .await
    }

    /// How staff got in, where that is wanted; it is about no credential and no unit.
    async fn audited_security(
        &self,
        filter: &AuditFilter,
        before: &(i64, String),
        limit: u32,
    ) -> Result<Vec<Row>, StoreError> {
        let kind = match filter.kind {
            Some(AuditKind::Security(kind)) => kind.code(),
            None => "",
            Some(AuditKind::Credential(_) | AuditKind::Role(_) | AuditKind::Unit(_)) => return Ok(Vec::new()),
        };
        let statement = match filter {
            AuditFilter { with_security: false, .. }
            | AuditFilter { credential: Some(_), .. }
            | AuditFilter { unit: Some(_), .. } => return Ok(Vec::new()),
            AuditFilter { account: Some(_), .. } => sql!("audit_security_list_of_account"),
            AuditFilter { kind: Some(_), .. } => sql!("audit_security_list_of_kind"),
            _ => sql!("audit_security_list"),
        };
        self.before(statement, filter, before).bind(kind).bind(i64::from(limit)).rows(&self.pools.read).await
    }

    /// What both ask alike: of the institution, before a place, from when on and by whom.
    fn before(&self, statement: Statement, filter: &AuditFilter, (at, id): &(i64, String)) -> Statement {
        statement
            .bind(self.institution.as_str())
            .bind(*at)
            .bind(id.clone())
            .bind(filter.from.map_or(i64::MIN, Timestamp::as_millisecond))
            .bind(filter.account.as_ref().map_or_else(String::new, ToString::to_string))
    }
}

fn entry_of(logged: LoggedEvent) -> AuditEntry {
    AuditEntry {
        at: logged.at,
        kind: AuditKind::Security(logged.event.kind),
        account: logged.event.account.clone(),
        credential: None,
        unit: None,
        event: AuditedEvent::Security(Box::new(logged)),
    }
}

fn millisecond(cursor: &Cursor) -> Option<i64> {
    Some(i64::from_be_bytes(cursor.key.as_slice().try_into().ok()?))
}
