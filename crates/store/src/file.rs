//! The sealed files of credentials, as last renewed: a row for each kind, named by an entry of the ledger.

use std::collections::BTreeMap;

use signet_record::CredentialId;
use signet_registry::{Digest, Entry, SealedFile};
use sqlx::{Any, Transaction};

use crate::error::StoreError;
use crate::statement::sql;
use crate::tenant::Tenant;

/// Writes the files that an entry names, in the place of those of their kind, in the transaction that put the entry.
pub(crate) async fn put_files(transaction: &mut Transaction<'static, Any>, entry: &Entry) -> Result<(), StoreError> {
    for (kind, digest) in entry.event().files().into_iter().flatten() {
        sql!("credential_file_put")
            .bind(entry.institution().as_str())
            .bind_text(entry.credential())
            .bind(kind.code())
            .bind(i64::from(entry.sequence()))
            .bind_text(digest)
            .run(&mut **transaction)
            .await?;
    }
    Ok(())
}

impl Tenant {
    /// The sealed files of a credential; none before the seal. Kinds that only a newer version knows are left out.
    ///
    /// # Errors
    /// When the rows cannot be read.
    pub async fn sealed_files(&self, credential: &CredentialId) -> Result<BTreeMap<SealedFile, Digest>, StoreError> {
        let rows = sql!("credential_file_list")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .rows(&self.pools.read)
            .await?;
        let mut files = BTreeMap::new();
        for row in &rows {
            if let Some(kind) = SealedFile::from_code(&row.text("kind")?) {
                files.insert(kind, row.parse("digest")?);
            }
        }
        Ok(files)
    }
}
