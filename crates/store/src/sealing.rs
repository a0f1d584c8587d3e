//! What sealing writes: before a credential is composed, and when its files are kept. Each is one transaction.

use signet_record::CredentialId;
use signet_registry::{Entry, LedgerState, StatusPlace};
use signet_share::{LookupDigest, Share, ShareId, ShareKind};

use crate::artefact::WrittenArtefacts;
use crate::error::StoreError;
use crate::ledger::AppendError;
use crate::notice::NewNotice;
use crate::protection::Protected;
use crate::share::PutShareError;
use crate::statement::commit;
use crate::status::AssignStatusError;
use crate::tenant::Tenant;

/// What a credential is composed with: made once, and found again after an interruption.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Reserved {
    /// The share behind the PDF's own link.
    pub document_share: ShareId,
    /// The place in the status lists.
    pub status: StatusPlace,
    /// The key of the record. A secret.
    pub record_key: [u8; 32],
}

/// What is taken for whatever is not there yet. Everything random must come from a generator fit for secrets.
pub struct Fresh<'a> {
    /// The document's own share.
    pub share: &'a Share,
    /// Digest of its link.
    pub lookup: &'a LookupDigest,
    /// For the place in the status lists.
    pub status: [u8; 32],
    /// The key of the record.
    pub record_key: [u8; 32],
}

/// Why nothing was reserved.
#[derive(Debug, thiserror::Error)]
pub enum ReserveError {
    /// The rows could not be read or written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The share could not be put.
    #[error(transparent)]
    Share(#[from] PutShareError),
    /// There is no place in the status lists.
    #[error(transparent)]
    Status(#[from] AssignStatusError),
}

impl Tenant {
    /// Makes what a credential is composed with, or finds it.
    pub async fn reserve(&self, credential: &CredentialId, fresh: &Fresh<'_>) -> Result<Reserved, ReserveError> {
        let mut transaction = self.pools.begin().await?;
        // The place first: of two workers at once, the second waits here for the first one's commit and then finds the share, too.
        let status = self.assign_status_in(&mut transaction, credential, fresh.status).await?;
        let record_key = self.record_key_in(&mut transaction, credential, fresh.record_key).await?;
        let known = self.shares_in(&mut transaction, credential).await?;
        let known = known.iter().find(|share| share.kind == ShareKind::Document).map(|share| share.id);
        let (document_share, records) = match known {
            Some(id) => (id, Vec::new()),
            None => {
                let record = self.put_share_in(&mut transaction, fresh.share, fresh.lookup).await?;
                (fresh.share.id, vec![record])
            }
        };
        self.log_records(&mut transaction, records).await?;
        commit(transaction).await?;
        Ok(Reserved { document_share, status, record_key })
    }

    /// Makes a ledger longer by an entry that names sealed files: their rows, the entry, until when they are protected, and before all this an
    /// entry of the ledger of a credential that is corrected; at last the letter that tells it. All of it or nothing, under the conditions of [`Tenant::append`].
    pub async fn append_with_files(
        &self,
        written: &WrittenArtefacts,
        superseded: Option<&Entry>,
        entry: &Entry,
        protected: Protected,
        notice: Option<&NewNotice>,
    ) -> Result<LedgerState, AppendError> {
        let mut transaction = self.pools.begin().await?;
        self.put_written(&mut transaction, written).await?;
        let mut records = Vec::new();
        if let Some(entry) = superseded {
            records.extend(self.append_in(&mut transaction, entry, None).await?.1);
        }
        let (state, own) = self.append_in(&mut transaction, entry, Some(protected)).await?;
        records.extend(own);
        if let Some(notice) = notice {
            self.put_notice_in(&mut transaction, notice).await?;
        }
        self.log_records(&mut transaction, records).await?;
        commit(transaction).await?;
        Ok(state)
    }
}
