//! Batches: a file of results from upload to ledger, with a dry run first.

use std::sync::Arc;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use signet_access::{Action, AnotherAct, Permit, Target};
use signet_lang::Locale;
use signet_record::{
    Charset, Complaint, Language, PersonId, Timestamp, Unit, UnitId,
    results::{ColumnMapping, ResultRow, Sheet, WorkbookOrigin},
};
use signet_registry::Agent;
use signet_store::{
    ArtefactKind, Batch, BatchId, HistoryError, NewBatch, PutArtefactError, Remapped, Results, RunKey, Search,
    SearchFilter, Seek, StoreError, Tenant,
};

use crate::{
    issuer::{Issuer, RegisteredInstitution},
    propose::first_key,
    unit_gate::BarredRow,
};

/// What a file of results would come to.
pub struct Rehearsal {
    /// Rows that can be issued.
    pub rows: Vec<ResultRow>,
    /// How many rows the file has, as far as it could be read.
    pub rows_read: usize,
    /// Lines of the good rows whose people have that credential already.
    pub known: Vec<u64>,
    /// The others of them that may not be issued from the unit now.
    pub barred: Vec<BarredRow>,
    /// What is wrong, in the order of the file.
    pub complaints: Vec<Complaint>,
    /// Rows whose grade is not a pass.
    pub not_passed: Vec<Complaint>,
    /// As what the file was read.
    pub charset: Charset,
    /// Which sheet of a workbook was read.
    pub workbook: Option<WorkbookOrigin>,
}

/// A complaint as a batch keeps it: its place, and its sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptComplaint {
    /// Line, from 1.
    pub line: u64,
    /// Cell or character, from 1.
    pub column: Option<u32>,
    /// The field as the file names it.
    pub field: String,
    /// In Czech.
    pub cs: String,
    /// In English.
    pub en: String,
}

impl KeptComplaint {
    /// Keeps a complaint.
    pub fn of(complaint: &Complaint) -> Self {
        let say = |language| Locale::new(language).problem(&complaint.flaw.problem);
        KeptComplaint {
            line: complaint.line,
            column: complaint.column,
            field: complaint.field.clone(),
            cs: say(Language::Cs),
            en: say(Language::En),
        }
    }
}

/// A file of results that was handed in and checked.
pub struct HandedIn {
    /// Results of which unit.
    pub unit: UnitId,
    /// What the file was called.
    pub file_name: String,
    /// The file.
    pub file: Bytes,
    /// How many rows it has.
    pub rows_read: usize,
    /// How many of them are good.
    pub rows_good: usize,
    /// What is wrong with the others.
    pub complaints: Vec<KeptComplaint>,
    /// What its columns stand for.
    pub mapping: ColumnMapping,
    /// The participants of a run, when that is what it comes from.
    pub run: Option<HandedInRun>,
}

/// The run that a file of results was made from.
pub struct HandedInRun {
    /// Which run.
    pub key: RunKey,
    /// Whose results are in the file.
    pub people: Vec<PersonId>,
    /// Before when nothing of it is sealed.
    pub not_before: Option<Timestamp>,
}

/// Why a batch came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// There is no such institution, or no such unit in it.
    #[error("there is no such institution or unit")]
    Unknown,
    /// The permit is for something else.
    #[error(transparent)]
    NotPermitted(#[from] AnotherAct),
    /// The file could not be kept.
    #[error(transparent)]
    Keep(#[from] PutArtefactError),
    /// What is kept of the institution or unit cannot be read.
    #[error("the kept description cannot be read: {0}")]
    Kept(#[from] serde_json::Error),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The unit's ledger could not be read.
    #[error(transparent)]
    History(#[from] HistoryError),
}

/// Spends a permit for what is done with a batch of a unit.
pub(crate) async fn redeem(tenant: &Tenant, unit: &UnitId, permit: Permit) -> Result<Agent, BatchError> {
    let place = tenant.unit_place(unit).await?;
    Ok(permit.redeem(Action::ImportResults, &Target::Batch { institution: tenant.id(), place: Some(&place) })?)
}

impl Issuer {
    /// An institution as the register keeps it.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub async fn registered(&self, tenant: &Tenant) -> Result<RegisteredInstitution, BatchError> {
        let kept = tenant.institution().await?.ok_or(BatchError::Unknown)?;
        Ok(RegisteredInstitution::from_document(&kept.document)?)
    }

    /// The version of a unit that is issued from today: the newest one, or the one before it while the newest is approved from a later day.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub async fn unit(&self, tenant: &Tenant, unit: &UnitId) -> Result<Arc<Unit>, BatchError> {
        let newest = tenant.newest_unit(unit).await?.ok_or(BatchError::Unknown)?;
        let approved = tenant.unit_versions(unit).await?;
        let today = self.today();
        let current = match approved.iter().rev().find(|version| version.from <= today) {
            Some(version) => Some(version.version),
            // What was brought in as a file stands before the first version of the ledger.
            None => approved.first().map(|first| first.version.saturating_sub(1)),
        };
        let kept = match current {
            Some(version) if version != newest.version => tenant.unit(unit, version).await?.unwrap_or(newest),
            _ => newest,
        };
        Ok(Arc::new(serde_json::from_str(&kept.document)?))
    }

    /// Says what would come of a file of results of a unit, as it was read. Changes nothing.
    ///
    /// # Errors
    /// When the register fails; what is wrong with the file is in the [`Rehearsal`].
    pub async fn rehearse(&self, tenant: &Tenant, unit: &Unit, sheet: Sheet) -> Result<Rehearsal, BatchError> {
        let Sheet { rows, complaints, not_passed, charset, workbook } = sheet;
        let gate = self.unit_gate(tenant, unit).await?;
        let (mut known, mut barred) = (Vec::new(), Vec::new());
        for row in &rows {
            if tenant.credential_by_key(&first_key(tenant, &unit.id, row)).await?.is_some() {
                known.push(row.line);
            } else if let Some(bar) = gate.bar(row.outcome.date) {
                barred.push(BarredRow { line: row.line, bar });
            }
        }
        let mut bad: Vec<u64> = complaints.iter().chain(&not_passed).map(|complaint| complaint.line).collect();
        bad.sort_unstable();
        bad.dedup();
        let rows_read = rows.len() + bad.len();
        Ok(Rehearsal { rows_read, rows, known, barred, complaints, not_passed, charset, workbook })
    }

    /// Keeps a file with its batch, so that what is issued is exactly what was checked.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn put_batch(&self, tenant: &Tenant, handed_in: HandedIn, permit: Permit) -> Result<BatchId, BatchError> {
        let by = redeem(tenant, &handed_in.unit, permit).await?;
        let now = self.now();
        let complaints = serde_json::to_string(&handed_in.complaints)?;
        let mapping = serde_json::to_string(&handed_in.mapping)?;
        let upload = tenant.put_artefact(ArtefactKind::Upload, handed_in.file, now).await?;
        let batch = NewBatch {
            id: BatchId::from_random(self.random().bytes()),
            unit: handed_in.unit,
            file_name: handed_in.file_name,
            upload: Some(upload),
            by,
            rows_read: u32::try_from(handed_in.rows_read).unwrap_or(u32::MAX),
            rows_good: u32::try_from(handed_in.rows_good).unwrap_or(u32::MAX),
            complaints,
            mapping,
        };
        match handed_in.run {
            None => tenant.put_batch(&batch, now).await?,
            Some(run) => tenant.put_run_batch(&batch, &run.key, &run.people, run.not_before, now).await?,
        }
        Ok(batch.id)
    }

    /// What was said last of the columns of a unit's files.
    ///
    /// # Errors
    /// When the register fails.
    pub async fn column_mapping(&self, tenant: &Tenant, unit: &UnitId) -> Result<ColumnMapping, BatchError> {
        let kept = tenant.column_mapping(unit).await?;
        Ok(match kept {
            Some(kept) => serde_json::from_str(&kept)?,
            // Nobody has said anything yet.
            None => ColumnMapping::default(),
        })
    }

    /// Reads the file of a batch with other columns, and remembers them for the unit; `false` when the batch was decided about meanwhile.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn map_columns(
        &self,
        tenant: &Tenant,
        batch: &Batch,
        mapping: &ColumnMapping,
        (rehearsal, complaints): (&Rehearsal, &[KeptComplaint]),
        permit: Permit,
    ) -> Result<bool, BatchError> {
        redeem(tenant, &batch.unit, permit).await?;
        let (mapping, complaints) = (serde_json::to_string(mapping)?, serde_json::to_string(complaints)?);
        let read = Remapped {
            mapping: &mapping,
            rows_read: u32::try_from(rehearsal.rows_read).unwrap_or(u32::MAX),
            rows_good: u32::try_from(rehearsal.rows.len()).unwrap_or(u32::MAX),
            complaints: &complaints,
        };
        Ok(tenant.map_batch(batch, read, self.now()).await?)
    }

    /// Searches the register, for whoever may.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn search(
        &self,
        tenant: &Tenant,
        search: &Search,
        seek: &Seek,
        limit: u32,
        permit: Permit,
    ) -> Result<Results, BatchError> {
        self.search_within(tenant, (search, &SearchFilter::default()), seek, limit, permit).await
    }

    /// The same, narrowed by a filter, and within the scope of whoever searches, whatever the filter says.
    ///
    /// # Errors
    /// When the permit is for something else, or the register fails.
    pub async fn search_within(
        &self,
        tenant: &Tenant,
        (search, filter): (&Search, &SearchFilter),
        seek: &Seek,
        limit: u32,
        permit: Permit,
    ) -> Result<Results, BatchError> {
        let within = tenant.units_within(permit.scope()).await?;
        permit.redeem(Action::SearchRegister, &Target::Institution(tenant.id()))?;
        Ok(tenant.search_within(search, &SearchFilter { within, ..filter.clone() }, seek, limit).await?)
    }

    /// Whether everything sealed here is a test.
    pub fn is_test(&self) -> bool {
        self.inner.sealers.iter().any(|sealer| sealer.policy().test)
    }
}
