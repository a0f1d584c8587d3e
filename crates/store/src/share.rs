//! Shares: their terms, and the digest by which a link is found. Never the link.

use signet_record::{CredentialId, InstitutionId};
use signet_registry::{LogKey, LogRecord};
use signet_share::{LookupDigest, Share, ShareId};
use sqlx::{Any, Transaction};

use crate::error::{FailureKind, StoreError};
use crate::share_row::{ShareColumns, read, terms, terms_of};
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

/// Why a share could not be put.
#[derive(Debug, thiserror::Error)]
pub enum PutShareError {
    /// The row could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// There is a share with this id or link.
    #[error("there is such a share already")]
    Taken,
    /// There is no such credential in this institution.
    #[error("there is no such credential")]
    UnknownCredential,
}

/// Writes the code by which the register knows a share's row again.
pub(crate) async fn put_code(
    transaction: &mut Transaction<'static, Any>,
    key: Option<&LogKey>,
    institution: &InstitutionId,
    row: &Row,
) -> Result<(), StoreError> {
    let Some(key) = key else { return Ok(()) };
    sql!("share_code")
        .bind(institution.as_str())
        .bind(row.text("id")?)
        .bind(key.share_code(institution, &terms(row)?))
        .run(&mut **transaction)
        .await?;
    Ok(())
}

/// What the log says of shares that are about to be deleted.
pub(crate) fn ended(rows: &[Row]) -> Result<Vec<LogRecord>, StoreError> {
    let record = |row: &Row| {
        Ok(LogRecord::Share { credential: row.parse("credential")?, terms: None, replaces: Some(terms(row)?) })
    };
    rows.iter().map(record).collect()
}

fn put_error(error: StoreError) -> PutShareError {
    match error.kind() {
        Some(FailureKind::Taken) => PutShareError::Taken,
        Some(FailureKind::MissingReference) => PutShareError::UnknownCredential,
        _ => error.into(),
    }
}

impl Tenant {
    /// Keeps a new share, with the digest of its link.
    pub async fn put_share(&self, share: &Share, lookup: &LookupDigest) -> Result<(), PutShareError> {
        let mut transaction = self.pools.begin().await?;
        let record = self.put_share_in(&mut transaction, share, lookup).await?;
        self.log_records(&mut transaction, vec![record]).await?;
        Ok(commit(transaction).await?)
    }

    /// The same inside a transaction; the record has still to be logged at its end.
    pub(crate) async fn put_share_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        share: &Share,
        lookup: &LookupDigest,
    ) -> Result<LogRecord, PutShareError> {
        let columns = ShareColumns::of(share);
        let terms = terms_of(share, &lookup.to_string());
        let code = self.pools.log_key.as_ref().map(|key| key.share_code(&self.institution, &terms));
        let put = sql!("share_put")
            .bind(self.institution.as_str())
            .bind_text(share.id)
            .bind_text(share.credential)
            .bind_text(lookup)
            .bind(columns.kind)
            .bind(columns.label)
            .bind(columns.purpose)
            .bind_time_if(share.ends)
            .bind(i64::from(columns.show_birth_date))
            .bind(share.language.code())
            .bind_time(share.created)
            .bind_time_if(share.withdrawn)
            .bind(code)
            .bind(columns.recipient)
            .bind(columns.recipient_mail)
            .bind(columns.reference)
            .bind(columns.shows)
            .bind(columns.files)
            .bind(columns.code)
            .run(&mut **transaction)
            .await;
        put.map_err(put_error)?;
        for item in &share.items {
            let put = sql!("share_item_put").bind(self.institution.as_str()).bind_text(share.id).bind_text(item);
            put.run(&mut **transaction).await.map_err(put_error)?;
        }
        Ok(LogRecord::Share { credential: share.credential, terms: Some(terms), replaces: None })
    }

    /// Shares of a credential as a transaction sees them.
    pub(crate) async fn shares_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        credential: &CredentialId,
    ) -> Result<Vec<Share>, StoreError> {
        let rows =
            sql!("share_list").bind(self.institution.as_str()).bind_text(credential).rows(&mut **transaction).await?;
        rows.iter().map(read).collect()
    }

    /// The row of a share, whole.
    async fn share_row(
        &self,
        transaction: &mut Transaction<'static, Any>,
        id: &ShareId,
    ) -> Result<Option<Row>, StoreError> {
        sql!("share_terms").bind(self.institution.as_str()).bind_text(id).row(&mut **transaction).await
    }

    /// Logs what a share's row says now, in the place of what it said before.
    async fn log_change(
        &self,
        transaction: &mut Transaction<'static, Any>,
        before: &Row,
        after: &Row,
    ) -> Result<(), StoreError> {
        let (replaced, now) = (terms(before)?, terms(after)?);
        if replaced == now {
            return Ok(());
        }
        put_code(transaction, self.pools.log_key.as_ref(), &self.institution, after).await?;
        let credential = after.parse("credential")?;
        let record = LogRecord::Share { credential, terms: Some(now), replaces: Some(replaced) };
        self.log_records(transaction, vec![record]).await
    }

    /// Writes what may change of a share: its end, what it shows (credentials are only taken out), its code, its language, and whether it is withdrawn. `false` when
    /// there is no such share.
    pub async fn change_share(&self, share: &Share) -> Result<bool, StoreError> {
        let mut transaction = self.pools.begin().await?;
        let Some(before) = self.share_row(&mut transaction, &share.id).await? else { return Ok(false) };
        for item in read(&before)?.items.iter().filter(|item| !share.items.contains(item)) {
            let taken = sql!("share_item_delete").bind(self.institution.as_str()).bind_text(share.id).bind_text(item);
            taken.run(&mut *transaction).await?;
        }
        let columns = ShareColumns::of(share);
        let changed = sql!("share_change")
            .bind(self.institution.as_str())
            .bind_text(share.id)
            .bind_time_if(share.ends)
            .bind(i64::from(columns.show_birth_date))
            .bind(share.language.code())
            .bind_time_if(share.withdrawn)
            .bind(columns.shows)
            .bind(columns.files)
            .bind(columns.code)
            .run(&mut *transaction)
            .await?;
        if let Some(after) = self.share_row(&mut transaction, &share.id).await? {
            self.log_change(&mut transaction, &before, &after).await?;
        }
        commit(transaction).await?;
        Ok(changed == 1)
    }

    /// One share.
    pub async fn share(&self, id: &ShareId) -> Result<Option<Share>, StoreError> {
        let row = sql!("share_get").bind(self.institution.as_str()).bind_text(id).row(&self.pools.read).await?;
        row.as_ref().map(read).transpose()
    }

    /// Shares that were made of other credentials and show this one too, oldest first; at most 200.
    pub async fn shares_with(&self, credential: &CredentialId) -> Result<Vec<Share>, StoreError> {
        let listed = sql!("share_list_with").bind(self.institution.as_str()).bind_text(credential);
        listed.rows(&self.pools.read).await?.iter().map(read).collect()
    }

    /// A credential's shares, the document's first, then oldest first.
    pub async fn shares(&self, credential: &CredentialId) -> Result<Vec<Share>, StoreError> {
        let rows =
            sql!("share_list").bind(self.institution.as_str()).bind_text(credential).rows(&self.pools.read).await?;
        rows.iter().map(read).collect()
    }
}
