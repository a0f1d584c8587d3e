//! Institutions.

use signet_record::{InstitutionId, Timestamp};

use crate::error::StoreError;
use crate::operator::Operator;
use crate::statement::{Row, sql};
use crate::tenant::Tenant;

/// An institution as it was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredInstitution {
    /// Which.
    pub id: InstitutionId,
    /// Its description (TOML or JSON), as the caller checked it.
    pub document: String,
    /// When it was last changed.
    pub changed: Timestamp,
}

/// What the register holds of institutions, units and runs, in numbers that differ when anything was added or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogueState {
    units: i64,
    standings: i64,
    institutions: i64,
    changed: i64,
    runs: i64,
}

impl StoredInstitution {
    fn read(row: &Row) -> Result<StoredInstitution, StoreError> {
        Ok(StoredInstitution { id: row.parse("id")?, document: row.text("document")?, changed: row.time("changed")? })
    }
}

impl Operator {
    /// Founds an institution, or changes its description. Credentials already issued keep what they say.
    pub async fn put_institution(&self, id: &InstitutionId, document: &str, now: Timestamp) -> Result<(), StoreError> {
        sql!("institution_put").bind(id.as_str()).bind(document).bind_time(now).run(self.pools.write()).await?;
        Ok(())
    }

    /// The state of the catalogue: what was read of it holds as long as this stays the same.
    pub async fn catalogue_state(&self) -> Result<CatalogueState, StoreError> {
        let row = sql!("catalogue_state").row(&self.pools.read).await?;
        let number = |column| row.as_ref().map_or(Ok(0), |row| row.number(column));
        Ok(CatalogueState {
            units: number("units")?,
            standings: number("standings")?,
            institutions: number("institutions")?,
            changed: number("changed")?,
            runs: number("runs")?,
        })
    }

    /// Every institution, by id.
    pub async fn institutions(&self) -> Result<Vec<StoredInstitution>, StoreError> {
        let rows = sql!("institution_list").rows(&self.pools.read).await?;
        rows.iter().map(StoredInstitution::read).collect()
    }
}

impl Tenant {
    /// The institution's own description; `None` when it was never founded.
    pub async fn institution(&self) -> Result<Option<StoredInstitution>, StoreError> {
        let row = sql!("institution_get").bind(self.institution.as_str()).row(&self.pools.read).await?;
        row.as_ref().map(StoredInstitution::read).transpose()
    }
}
