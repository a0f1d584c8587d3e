//! Records: the key of each, kept with the award, and the public statement about it once it is sealed.

use data_encoding::HEXLOWER;
use signet_record::{CredentialId, InstitutionId};
use signet_registry::{Digest, LedgerState};
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::public::Public;
use crate::statement::{commit, sql};
use crate::tenant::Tenant;

/// Bytes of the key of a record.
const KEY_BYTES: usize = 32;

impl Tenant {
    /// The key of a credential's record, for ever the same; `random` when it has none yet. `random` must come from a generator fit for
    /// secrets.
    ///
    /// # Errors
    /// When the rows cannot be read or written, or there is no such credential.
    pub async fn record_key(
        &self,
        credential: &CredentialId,
        random: [u8; KEY_BYTES],
    ) -> Result<[u8; KEY_BYTES], StoreError> {
        let mut transaction = self.pools.begin().await?;
        let key = self.record_key_in(&mut transaction, credential, random).await?;
        commit(transaction).await?;
        Ok(key)
    }

    /// The same inside a transaction.
    pub(crate) async fn record_key_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        credential: &CredentialId,
        random: [u8; KEY_BYTES],
    ) -> Result<[u8; KEY_BYTES], StoreError> {
        let (institution, id) = (self.institution.as_str(), credential.to_string());
        let opening = HEXLOWER.encode(&random);
        sql!("record_put").bind(institution).bind(id.clone()).bind(opening).run(&mut **transaction).await?;
        // Another worker may have been quicker: its key stays.
        let row = sql!("record_get").bind(institution).bind(id).row(&mut **transaction).await?;
        row.map_or(Ok(random), |row| row.code("opening", key))
    }

    /// Whether the row of a sealed record says what the ledger says. A record that was erased has no row.
    pub(crate) async fn record_agrees(&self, state: &LedgerState) -> Result<bool, StoreError> {
        let row = sql!("record_get")
            .bind(self.institution.as_str())
            .bind_text(state.credential())
            .row(&self.pools.read)
            .await?;
        let Some(sealed) = state.artefacts() else { return Ok(true) };
        let Some(row) = row else { return Ok(state.record().is_none() || state.erased().is_some()) };
        let root: Option<Digest> = row.parse_if("root")?;
        let statement: Option<Digest> = row.parse_if("statement")?;
        Ok(root.as_ref() == state.record() && statement == sealed.statement)
    }
}

impl Public {
    /// In whose register the statement about a record is kept, and under which digest; `None` when there is none to show.
    ///
    /// # Errors
    /// When the rows cannot be read.
    pub async fn record_statement(&self, root: &Digest) -> Result<Option<(InstitutionId, Digest)>, StoreError> {
        let Some(row) = sql!("record_look_up").bind_text(root).row(&self.pools.read).await? else { return Ok(None) };
        let statement: Option<Digest> = row.parse_if("statement")?;
        let Some(statement) = statement else { return Ok(None) };
        Ok(Some((row.parse("institution")?, statement)))
    }
}

/// Writes down under which root the record was sealed, in the transaction that seals it.
pub(crate) async fn put_sealed(
    transaction: &mut Transaction<'static, Any>,
    state: &LedgerState,
) -> Result<(), StoreError> {
    let Some(root) = state.record() else { return Ok(()) };
    sql!("record_sealed")
        .bind(state.institution().as_str())
        .bind_text(state.credential())
        .bind_text(root)
        .bind(state.artefacts().and_then(|artefacts| artefacts.statement).map(|statement| statement.to_string()))
        .run(&mut **transaction)
        .await?;
    Ok(())
}

fn key(text: &str) -> Option<[u8; KEY_BYTES]> {
    HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok()
}
