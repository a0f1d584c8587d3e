//! The beginning of the table of sealed files: what a register holds in the columns of before is brought over, ledger by ledger.
//!
//! This happens once, before the store is given out, a thousand credentials in a transaction: a program of the release before goes on beside it,
//! and what it writes comes over by a trigger. Both go with these columns, one release later.

use crate::engine::Pools;
use crate::error::StoreError;
use crate::filling;
use crate::statement::{commit, sql};

/// Credentials brought over in one transaction.
const PAGE: i64 = 1_000;

/// The setting that says that it is done.
const DONE: &str = "credential-file";

/// Brings the sealed files over, unless it is done.
pub(crate) async fn begin(pools: &Pools) -> Result<(), StoreError> {
    let Some(institutions) = filling::pending(pools, DONE).await? else { return Ok(()) };
    for institution in institutions {
        let mut after = String::new();
        loop {
            let page = sql!("credential_ids").bind(institution.clone()).bind(after.clone()).bind(PAGE);
            let Some(last) = page.rows(&pools.read).await?.pop() else { break };
            let last = last.text("id")?;
            let mut transaction = pools.begin().await?;
            sql!("credential_file_begin")
                .bind(institution.clone())
                .bind(after)
                .bind(last.clone())
                .run(&mut *transaction)
                .await?;
            commit(transaction).await?;
            after = last;
        }
    }
    filling::done(pools, DONE).await
}
