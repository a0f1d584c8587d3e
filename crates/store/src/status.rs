//! Places in status lists, and the lists.

use bytes::Bytes;
use signet_record::{CredentialId, InstitutionId};
use signet_registry::{LIST_FILL_MAX, Status, StatusIndex, StatusList, StatusPlace, candidates};
use sqlx::{Any, Transaction};

use crate::error::{FailureKind, StoreError};
use crate::public::Public;
use crate::statement::{Row, commit, sql};
use crate::tenant::Tenant;

/// Why a credential got no place.
#[derive(Debug, thiserror::Error)]
pub enum AssignStatusError {
    /// The rows could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// No random place was free: call again with other randomness.
    #[error("no place tried in the status list was free")]
    Crowded,
    /// There is no such credential in this institution.
    #[error("there is no such credential")]
    UnknownCredential,
}

impl Tenant {
    /// The credential's place in the institution's status lists, for ever the same; a random free one of the newest list
    /// when it has none yet. `random` must come from a generator fit for secrets, so that a place says nothing of its age.
    pub async fn assign_status(
        &self,
        credential: &CredentialId,
        random: [u8; 32],
    ) -> Result<StatusPlace, AssignStatusError> {
        let mut transaction = self.pools.begin().await?;
        let place = self.assign_status_in(&mut transaction, credential, random).await?;
        commit(transaction).await?;
        Ok(place)
    }

    /// The same inside a transaction.
    pub(crate) async fn assign_status_in(
        &self,
        transaction: &mut Transaction<'static, Any>,
        credential: &CredentialId,
        random: [u8; 32],
    ) -> Result<StatusPlace, AssignStatusError> {
        if let Some(place) = self.place(transaction, credential).await? {
            return Ok(place);
        }
        let list = self.open_list(transaction).await?;
        for index in candidates(random) {
            let put = sql!("status_place_put")
                .bind(self.institution.as_str())
                .bind(i64::from(list))
                .bind(i64::from(index.get()))
                .bind_text(credential)
                .run(&mut **transaction)
                .await
                .map_err(unknown)?;
            if put == 1 {
                sql!("status_list_fill")
                    .bind(self.institution.as_str())
                    .bind(i64::from(list))
                    .run(&mut **transaction)
                    .await?;
                return Ok(StatusPlace { list, index });
            }
            // Not free, or another worker has just found a place for the same credential.
            if let Some(place) = self.place(transaction, credential).await? {
                return Ok(place);
            }
        }
        Err(AssignStatusError::Crowded)
    }

    async fn place(
        &self,
        transaction: &mut Transaction<'static, Any>,
        credential: &CredentialId,
    ) -> Result<Option<StatusPlace>, StoreError> {
        let row = sql!("status_place_get")
            .bind(self.institution.as_str())
            .bind_text(credential)
            .row(&mut **transaction)
            .await?;
        let read = |row: Row| Ok(StatusPlace { list: row.number("list")?, index: index(&row)? });
        row.map(read).transpose()
    }

    /// The newest list, or the one after it when that is half full.
    async fn open_list(&self, transaction: &mut Transaction<'static, Any>) -> Result<u32, StoreError> {
        let newest = sql!("status_list_newest").bind(self.institution.as_str()).row(&mut **transaction).await?;
        let list = match newest {
            None => 1,
            Some(row) if row.number::<u32>("used")? < LIST_FILL_MAX => return row.number("list"),
            Some(row) => row.number::<u32>("list")?.saturating_add(1),
        };
        sql!("status_list_open").bind(self.institution.as_str()).bind(i64::from(list)).run(&mut **transaction).await?;
        Ok(list)
    }
}

/// What stands beside the database, so that who can write only that cannot take it back.
impl Tenant {
    /// Keeps a status list as it was sealed, in the place of the one sealed before under this number.
    pub async fn keep_status_list(&self, list: u32, sealed: Bytes) -> Result<(), StoreError> {
        let kept = self.objects.put_list(&self.institution, list, sealed).await;
        kept.map_err(|error| StoreError::bytes("keep_status_list", &error))
    }

    /// A status list as it was last sealed; `None` when none was.
    pub async fn kept_status_list(&self, list: u32) -> Result<Option<Bytes>, StoreError> {
        let kept = self.objects.list(&self.institution, list).await;
        kept.map_err(|error| StoreError::bytes("kept_status_list", &error))
    }

    /// The status lists as they were last sealed.
    pub async fn kept_status_lists(&self) -> Result<Vec<Bytes>, StoreError> {
        let lists = self.objects.lists(self.institution.as_str()).await;
        lists.map_err(|error| StoreError::bytes("kept_status_lists", &error))
    }

    /// Numbers of the institution's status lists.
    pub async fn status_lists(&self) -> Result<Vec<u32>, StoreError> {
        let rows = sql!("status_list_counts").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(|row| row.number("list")).collect()
    }
}

fn index(row: &Row) -> Result<StatusIndex, StoreError> {
    row.fits("place", StatusIndex::try_from(row.number::<u32>("place")?))
}

fn unknown(error: StoreError) -> AssignStatusError {
    match error.kind() {
        Some(FailureKind::MissingReference) => AssignStatusError::UnknownCredential,
        _ => error.into(),
    }
}

impl Public {
    /// One status list as it stands now; `None` when the institution has no such list.
    pub async fn status_list(&self, institution: &InstitutionId, list: u32) -> Result<Option<StatusList>, StoreError> {
        let known =
            sql!("status_list_get").bind(institution.as_str()).bind(i64::from(list)).row(&self.pools.read).await?;
        if known.is_none() {
            return Ok(None);
        }
        let rows =
            sql!("status_list_entries").bind(institution.as_str()).bind(i64::from(list)).rows(&self.pools.read).await?;
        let mut entries = StatusList::new();
        for row in rows {
            entries.set(index(&row)?, row.code("status", Status::from_code)?);
        }
        Ok(Some(entries))
    }
}
