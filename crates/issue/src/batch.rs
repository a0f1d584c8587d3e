//! Batches: a file of results from upload to ledger, with a dry run first.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use signet_lang::Locale;
use signet_record::{
    Charset, Complaint, InstitutionId, Language, Unit, UnitId,
    results::{self, Row, Sheet},
};
use signet_store::{StoreError, Tenant};

use crate::issuer::{House, Issuer};

/// What a file of results would come to.
pub struct Rehearsal {
    /// Rows that can be issued.
    pub rows: Vec<Row>,
    /// How many rows the file has, as far as it could be read.
    pub rows_read: usize,
    /// Of the good rows, how many people have that credential already.
    pub known: usize,
    /// What is wrong, in the order of the file.
    pub complaints: Vec<Complaint>,
    /// Rows whose grade is not a pass.
    pub not_passed: Vec<Complaint>,
    /// As what the file was read.
    pub charset: Charset,
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

/// Why a batch came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum BatchError {
    /// There is no such institution, or no such unit in it.
    #[error("there is no such institution or unit")]
    Unknown,
    /// What is kept of the institution or unit cannot be read.
    #[error("the kept description cannot be read: {0}")]
    Kept(#[from] serde_json::Error),
    /// The register failed.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl Issuer {
    /// An institution as the register keeps it.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub async fn house(&self, tenant: &Tenant) -> Result<House, BatchError> {
        let kept = tenant.institution().await?.ok_or(BatchError::Unknown)?;
        Ok(House::from_document(&kept.document)?)
    }

    /// The newest version of a unit.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub async fn unit(&self, tenant: &Tenant, unit: &UnitId) -> Result<Arc<Unit>, BatchError> {
        let kept = tenant.newest_unit(unit).await?.ok_or(BatchError::Unknown)?;
        Ok(Arc::new(serde_json::from_str(&kept.document)?))
    }

    /// Reads a file of results and says what would come of it. Changes nothing.
    ///
    /// # Errors
    /// When the register fails; what is wrong with the file is in the [`Rehearsal`].
    pub async fn rehearse(
        &self,
        institution: &InstitutionId,
        unit: &UnitId,
        file: &[u8],
    ) -> Result<Rehearsal, BatchError> {
        let tenant = self.store().tenant(institution);
        let unit = self.unit(&tenant, unit).await?;
        let Sheet { rows, complaints, not_passed, charset } = results::read(file, &unit, self.today());
        let mut known = 0;
        for row in &rows {
            let key = signet_record::AwardKey {
                institution: institution.clone(),
                unit: unit.id.clone(),
                run: row.run.clone(),
                person: row.holder.person.clone(),
                revision: 0,
            };
            known += usize::from(tenant.credential_by_key(&key).await?.is_some());
        }
        let mut bad: Vec<u64> = complaints.iter().chain(&not_passed).map(|complaint| complaint.line).collect();
        bad.sort_unstable();
        bad.dedup();
        Ok(Rehearsal { rows_read: rows.len() + bad.len(), rows, known, complaints, not_passed, charset })
    }

    /// Whether everything sealed here is a trial.
    pub fn is_trial(&self) -> bool {
        self.inner.workshops.iter().any(|workshop| workshop.policy().test)
    }
}
