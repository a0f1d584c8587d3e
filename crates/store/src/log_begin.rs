//! The log's beginning: what a register held before it had one is written down first, ledger by ledger.

use std::collections::BTreeMap;

use signet_registry::{LogKey, LogOwner, LogRecord};
use sqlx::{Any, Transaction};

use crate::custody;
use crate::error::StoreError;
use crate::log::append;
use crate::share::terms;
use crate::statement::sql;

/// Rows read at once.
const PAGE: i64 = 500;

/// Logs everything that stands in the tables, in the transaction that made the log's tables.
pub(crate) async fn begin(transaction: &mut Transaction<'static, Any>, key: Option<&LogKey>) -> Result<(), StoreError> {
    for row in sql!("institution_list").rows(&mut **transaction).await? {
        let owner = LogOwner::of(&row.parse("id")?);
        entries(transaction, key, &owner).await?;
        shares(transaction, key, &owner).await?;
    }
    uses(transaction, key).await?;
    let mut stops = Vec::new();
    for row in sql!("seal_stop_all").rows(&mut **transaction).await? {
        stops.push(custody::stop_record(&row)?);
    }
    append(transaction, key, &LogOwner::SERVICE, stops).await
}

async fn entries(
    transaction: &mut Transaction<'static, Any>,
    key: Option<&LogKey>,
    owner: &LogOwner,
) -> Result<(), StoreError> {
    let (mut credential, mut sequence) = (String::new(), 0_i64);
    loop {
        let rows = sql!("event_page")
            .bind(owner.as_str())
            .bind(credential.clone())
            .bind(sequence)
            .bind(PAGE)
            .rows(&mut **transaction)
            .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        (credential, sequence) = (last.text("credential")?, last.number("sequence")?);
        let mut records = Vec::with_capacity(rows.len());
        for row in &rows {
            records.push(LogRecord::Entry {
                credential: row.parse("credential")?,
                sequence: row.number("sequence")?,
                hash: row.parse("hash")?,
            });
        }
        append(transaction, key, owner, records).await?;
    }
}

async fn shares(
    transaction: &mut Transaction<'static, Any>,
    key: Option<&LogKey>,
    owner: &LogOwner,
) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let rows =
            sql!("share_page").bind(owner.as_str()).bind(after.clone()).bind(PAGE).rows(&mut **transaction).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.text("id")?;
        let mut records = Vec::with_capacity(rows.len());
        for row in &rows {
            let credential = row.parse("credential")?;
            records.push(LogRecord::Share { credential, terms: Some(terms(row)?), replaces: None });
        }
        append(transaction, key, owner, records).await?;
    }
}

async fn uses(transaction: &mut Transaction<'static, Any>, key: Option<&LogKey>) -> Result<(), StoreError> {
    let (mut happened, mut id) = (i64::MIN, String::new());
    loop {
        let rows = sql!("seal_use_list").bind(happened).bind(id.clone()).bind(PAGE).rows(&mut **transaction).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        (happened, id) = (last.number("happened")?, last.text("id")?);
        let mut records: BTreeMap<LogOwner, Vec<LogRecord>> = BTreeMap::new();
        for row in &rows {
            let (owner, record) = custody::use_record(row)?;
            records.entry(owner).or_default().push(record);
        }
        for (owner, records) in records {
            append(transaction, key, &owner, records).await?;
        }
    }
}
