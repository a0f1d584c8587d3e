//! The log's beginning: what a register held before it had one is written down first, ledger by ledger.

use std::collections::BTreeMap;

use signet_record::InstitutionId;
use signet_registry::{LogKey, LogOwner, LogRecord};
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::log::append;
use crate::seal_audit;
use crate::share;
use crate::share_row::terms;
use crate::statement::{Row, sql};

/// Rows read at once.
const PAGE: i64 = 500;

/// Logs everything that stands in the tables, in the transaction that made the log's tables.
pub(crate) async fn begin(transaction: &mut Transaction<'static, Any>, key: Option<&LogKey>) -> Result<(), StoreError> {
    for row in sql!("institution_list").rows(&mut **transaction).await? {
        let institution = row.parse("id")?;
        entries(transaction, key, &LogOwner::of(&institution)).await?;
        shares(transaction, key, &institution).await?;
    }
    uses(transaction, key).await?;
    let mut stops = Vec::new();
    for row in sql!("seal_stop_all").rows(&mut **transaction).await? {
        stops.push(seal_audit::stop_record(&row)?);
    }
    append(transaction, key, &LogOwner::SERVICE, stops).await
}

/// Gives each share the code by which the register knows it again.
pub(crate) async fn code_shares(
    transaction: &mut Transaction<'static, Any>,
    key: Option<&LogKey>,
) -> Result<(), StoreError> {
    for institution in sql!("institution_list").rows(&mut **transaction).await? {
        let institution = institution.parse("id")?;
        let mut after = String::new();
        loop {
            let rows = share_page(transaction, &institution, &mut after).await?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                share::put_code(transaction, key, &institution, row).await?;
            }
        }
    }
    Ok(())
}

/// The next rows of an institution's shares; `after` moves to the last one.
async fn share_page(
    transaction: &mut Transaction<'static, Any>,
    institution: &InstitutionId,
    after: &mut String,
) -> Result<Vec<Row>, StoreError> {
    let rows =
        sql!("share_page").bind(institution.as_str()).bind(after.clone()).bind(PAGE).rows(&mut **transaction).await?;
    if let Some(last) = rows.last() {
        *after = last.text("id")?;
    }
    Ok(rows)
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
    institution: &InstitutionId,
) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let rows = share_page(transaction, institution, &mut after).await?;
        if rows.is_empty() {
            return Ok(());
        }
        let mut records = Vec::with_capacity(rows.len());
        for row in &rows {
            let credential = row.parse("credential")?;
            records.push(LogRecord::Share { credential, terms: Some(terms(row)?), replaces: None });
        }
        append(transaction, key, &LogOwner::of(institution), records).await?;
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
            let (owner, record) = seal_audit::use_record(row)?;
            records.entry(owner).or_default().push(record);
        }
        for (owner, records) in records {
            append(transaction, key, &owner, records).await?;
        }
    }
}
