//! The register's row for a credential: what its ledger adds up to, and who is working on it.

use signet_record::{AwardKey, Bilingual, CredentialId, Holder, PersonId, Timestamp};
use signet_registry::{Digest, Entry, LedgerState, SealedFile, Stage, Status};
use sqlx::{Any, Transaction};

use crate::batch::BatchId;
use crate::cursor::{Cursor, PAGE_ROWS_MAX, Page};
use crate::error::StoreError;
use crate::person;
use crate::protection::Protected;
use crate::statement::{Row, sql};
use crate::tenant::Tenant;
use crate::unit;

/// One credential as lists show it.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredCredential {
    /// Which.
    pub id: CredentialId,
    /// What makes its award the same award.
    pub key: AwardKey,
    /// The version of the unit it was awarded for.
    pub unit_version: u32,
    /// That version's title.
    pub title: Bilingual,
    /// The person as the institution knows them now; the credential keeps what it was issued with.
    pub holder: Holder,
    /// The batch it came with.
    pub batch: Option<BatchId>,
    /// The award artefact.
    pub award: Digest,
    /// The credential it corrects.
    pub supersedes: Option<CredentialId>,
    /// The credential that corrects it.
    pub superseded: Option<CredentialId>,
    /// How far it has come.
    pub stage: Stage,
    /// Whether it holds.
    pub status: Status,
    /// Whether it waits for its seal.
    pub waiting: bool,
    /// When it was proposed.
    pub proposed: Timestamp,
    /// The instant of issue that it states; before there is one, when it was proposed.
    pub dated: Timestamp,
    /// Who is working on it.
    pub lease: Option<Lease>,
    /// Why the last attempt to seal it failed: a code.
    pub trouble: Option<String>,
}

/// A worker's claim to be the only one at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Which worker; empty while sealing is put off.
    pub owner: String,
    /// Until when.
    pub until: Timestamp,
}

/// Names no one.
impl std::fmt::Debug for StoredCredential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "StoredCredential({}, {:?}, {:?})", self.id, self.stage, self.status)
    }
}

impl StoredCredential {
    /// Whether it has sealed files.
    pub fn is_sealed(&self) -> bool {
        self.stage >= Stage::Sealed
    }

    pub(crate) fn read(row: &Row) -> Result<StoredCredential, StoreError> {
        Ok(StoredCredential {
            id: row.parse("id")?,
            key: AwardKey {
                institution: row.parse("institution")?,
                unit: row.parse("unit")?,
                run: row.parse("run")?,
                person: row.parse("person")?,
                revision: row.number("revision")?,
            },
            unit_version: row.number("unit_version")?,
            title: unit::title(row)?,
            holder: person::read(row, "person")?,
            batch: row.parse_if("batch")?,
            award: row.parse("award")?,
            supersedes: row.parse_if("supersedes")?,
            superseded: row.parse_if("superseded")?,
            stage: row.code("stage", Stage::from_code)?,
            status: row.code("status", Status::from_code)?,
            waiting: row.flag("waiting")?,
            proposed: row.time("proposed")?,
            dated: row.time("dated")?,
            lease: lease(row)?,
            trouble: row.text_if("trouble")?,
        })
    }
}

fn lease(row: &Row) -> Result<Option<Lease>, StoreError> {
    let until = row.time("lease_until")?;
    if until == Timestamp::UNIX_EPOCH {
        return Ok(None);
    }
    Ok(Some(Lease { owner: row.text("lease_owner")?, until }))
}

/// Writes what a ledger adds up to after an entry, in the transaction that made it longer. Of an entry that names files: until when these are
/// protected, if that is known.
pub(crate) async fn put_state(
    transaction: &mut Transaction<'static, Any>,
    state: &LedgerState,
    entry: &Entry,
    protected: Option<Protected>,
) -> Result<(), StoreError> {
    let dated = state.intended().map(|intended| intended.issued);
    // For a program of the release before; a further kind has no column.
    let column = |kind| state.artefacts().and_then(|artefacts| artefacts.file(kind)).map(ToString::to_string);
    sql!("credential_state")
        .bind(state.institution().as_str())
        .bind_text(state.credential())
        .bind(state.stage().code())
        .bind(state.status().code())
        .bind(i64::from(state.awaits_seal()))
        .bind(i64::from(state.length()))
        .bind_text(state.head())
        .bind_time_if(dated)
        .bind(state.superseded().map(|(_, by)| by.to_string()))
        .bind(i64::from(entry.event().files().is_some()))
        .bind(protected.map(Protected::column))
        .bind(column(SealedFile::Jsonld))
        .bind(column(SealedFile::Pdf))
        .run(&mut **transaction)
        .await?;
    Ok(())
}

impl Tenant {
    /// One credential.
    pub async fn credential(&self, id: &CredentialId) -> Result<Option<StoredCredential>, StoreError> {
        let row = sql!("credential_get").bind(self.institution.as_str()).bind_text(id).row(&self.pools.read).await?;
        row.as_ref().map(StoredCredential::read).transpose()
    }

    /// The credential of an award; `None` too when the key is another institution's.
    pub async fn credential_by_key(&self, key: &AwardKey) -> Result<Option<CredentialId>, StoreError> {
        if key.institution != self.institution {
            return Ok(None);
        }
        let row = by_key(key).row(&self.pools.read).await?;
        row.map(|row| row.parse("id")).transpose()
    }

    /// A person's credentials, newest first.
    pub async fn credentials_of(&self, person: &PersonId) -> Result<Vec<StoredCredential>, StoreError> {
        let rows = sql!("credential_of_person")
            .bind(self.institution.as_str())
            .bind(person.as_str())
            .rows(&self.pools.read)
            .await?;
        rows.iter().map(StoredCredential::read).collect()
    }

    /// Ids of all credentials, a page at a time.
    pub async fn credential_ids(&self, after: Option<&Cursor>, limit: u32) -> Result<Page<CredentialId>, StoreError> {
        let limit = limit.clamp(1, PAGE_ROWS_MAX);
        let rows = sql!("credential_ids")
            .bind(self.institution.as_str())
            .bind(after.map(|cursor| cursor.id.clone()).unwrap_or_default())
            .bind(i64::from(limit) + 1)
            .rows(&self.pools.read)
            .await?;
        let ids: Vec<CredentialId> = rows.iter().map(|row| row.parse("id")).collect::<Result<_, _>>()?;
        Ok(Page::of(ids, limit, |id| Cursor { key: Vec::new(), id: id.to_string() }))
    }
}

/// The look-up of an award's credential.
pub(crate) fn by_key(key: &AwardKey) -> crate::statement::Statement {
    sql!("credential_by_key")
        .bind(key.institution.as_str())
        .bind(key.unit.as_str())
        .bind(key.run.as_str())
        .bind(key.person.as_str())
        .bind(i64::from(key.revision))
}
