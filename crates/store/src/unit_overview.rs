//! Every unit of an institution in a line each, for lists.

use signet_record::{Bilingual, Date, PersonId, Timestamp, UnitId};
use signet_registry::{DraftStage, UnitStanding};

use crate::error::StoreError;
use crate::statement::{Row, sql};
use crate::tenant::Tenant;

/// A unit in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitOverview {
    /// Which unit.
    pub unit: UnitId,
    /// Who answers for it.
    pub guarantor: Option<PersonId>,
    /// What is approved; `None` of a unit without a ledger, which was brought in as a file.
    pub standing: Option<UnitStanding>,
    /// How far the open draft has come, and which version it is to become.
    pub draft: Option<(DraftStage, u32)>,
    /// The beginning of the open draft's canonical text, cut off somewhere; empty without one.
    pub head: String,
    /// The newest version that credentials are issued from, with its title.
    pub newest: Option<(u32, Bilingual)>,
    /// The faculty that this version states.
    pub faculty: Option<Bilingual>,
    /// Until when the newest version has to be looked at again.
    pub review_by: Option<Date>,
    /// When something happened to it last.
    pub changed: Timestamp,
}

impl UnitOverview {
    fn read(row: &Row) -> Result<UnitOverview, StoreError> {
        let version: Option<u32> = row.number_if("version")?;
        let newest = version.map(|version| Ok::<_, StoreError>((version, crate::unit::title(row)?))).transpose()?;
        let stage = row.code_if("stage", DraftStage::from_code)?;
        Ok(UnitOverview {
            unit: row.parse("unit")?,
            guarantor: row.parse_if("guarantor")?,
            standing: row.code_if("standing", UnitStanding::from_code)?,
            draft: stage.zip(row.number_if("draft_version")?),
            head: row.text("head")?,
            faculty: if newest.is_some() { crate::unit::faculty(row)? } else { None },
            newest,
            review_by: row.parse_if("review_by")?,
            changed: row.time("changed")?,
        })
    }
}

impl Tenant {
    /// Every unit, what changed last first.
    pub async fn unit_overview(&self) -> Result<Vec<UnitOverview>, StoreError> {
        let rows = sql!("unit_overview").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(UnitOverview::read).collect()
    }
}
