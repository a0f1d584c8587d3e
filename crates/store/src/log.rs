//! The log of an institution, and the service's own: every entry of a ledger, each share and each use of a key joins it in
//! the transaction that wrote it.

use signet_registry::{LogEntry, LogFault, LogHead, LogKey, LogOwner, LogRecord};
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::statement::sql;
use crate::tenant::Tenant;

impl From<LogFault> for StoreError {
    fn from(_: LogFault) -> StoreError {
        StoreError::Inconsistent { statement: "log_entry_put", column: "canonical" }
    }
}

impl Tenant {
    /// Writes records down at the end of the institution's log, as [`append`] does: last in a transaction.
    pub(crate) async fn log_records(
        &self,
        transaction: &mut Transaction<'static, Any>,
        records: Vec<LogRecord>,
    ) -> Result<(), StoreError> {
        append(transaction, self.pools.log_key.as_ref(), &LogOwner::of(&self.institution), records).await
    }
}

/// Writes records down at the end of a log. Call it last in a transaction: the log stays locked until that ends, and two
/// transactions that lock in another order would wait for each other.
pub(crate) async fn append(
    transaction: &mut Transaction<'static, Any>,
    key: Option<&LogKey>,
    owner: &LogOwner,
    records: Vec<LogRecord>,
) -> Result<(), StoreError> {
    if records.is_empty() {
        return Ok(());
    }
    let locked = sql!("log_head_lock")
        .bind(owner.as_str())
        .bind_text(LogHead::genesis(owner).hash)
        .row(&mut **transaction)
        .await?
        .ok_or(StoreError::Inconsistent { statement: "log_head_lock", column: "length" })?;
    let mut head = LogHead { length: locked.number("length")?, hash: locked.parse("head")? };
    for record in records {
        let entry = head.next(owner, record)?;
        put(transaction, key, owner, &entry).await?;
        head = LogHead::at(&entry);
    }
    sql!("log_head_move")
        .bind(owner.as_str())
        .bind(i64::try_from(head.length).unwrap_or(i64::MAX))
        .bind_text(head.hash)
        .run(&mut **transaction)
        .await?;
    Ok(())
}

async fn put(
    transaction: &mut Transaction<'static, Any>,
    key: Option<&LogKey>,
    owner: &LogOwner,
    entry: &LogEntry,
) -> Result<(), StoreError> {
    let position = i64::try_from(entry.position()).unwrap_or(i64::MAX);
    let record = entry.record();
    let (put, subject) = match record.unit() {
        Some(unit) => (sql!("log_entry_put_unit"), Some(unit.to_string())),
        None => (sql!("log_entry_put"), record.credential().map(|credential| credential.to_string())),
    };
    put.bind(owner.as_str())
        .bind(position)
        .bind(record.kind())
        .bind(subject)
        .bind_text(entry.hash())
        .bind(entry.canonical())
        .bind(key.map(|key| key.code(entry.hash())))
        .run(&mut **transaction)
        .await?;
    Ok(())
}
