//! Units of learning, every version for ever: an issued credential keeps the text it was issued with.

use serde::Deserialize;
use signet_record::{Bilingual, Faculty, Language, Timestamp, UnitId};

use crate::error::StoreError;
use crate::statement::{Row, Statement, sql};
use crate::tenant::Tenant;

/// One version of a unit as it was put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredUnit {
    /// Which unit.
    pub id: UnitId,
    /// Which version.
    pub version: u32,
    /// Its title, for lists.
    pub title: Bilingual,
    /// The whole unit (TOML or JSON), as the caller checked it.
    pub document: String,
    /// When it was put.
    pub created: Timestamp,
}

/// What a unit is called, for lists to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitledUnit {
    /// Which unit.
    pub id: UnitId,
    /// The title of its newest version.
    pub title: Bilingual,
}

/// Why a unit could not be put.
#[derive(Debug, thiserror::Error)]
pub enum PutUnitError {
    /// This version is there with another text: a change makes a new version.
    #[error("version {version} of unit `{unit}` is kept with another text")]
    Changed {
        /// Which unit.
        unit: UnitId,
        /// Which version.
        version: u32,
    },
    /// The row could not be written.
    #[error(transparent)]
    Database(#[from] StoreError),
}

impl StoredUnit {
    fn read(row: &Row) -> Result<StoredUnit, StoreError> {
        Ok(StoredUnit {
            id: row.parse("id")?,
            version: row.number("version")?,
            title: title(row)?,
            document: row.text("document")?,
            created: row.time("created")?,
        })
    }
}

/// The title columns of a unit, also where another row brings them along.
pub(crate) fn title(row: &Row) -> Result<Bilingual, StoreError> {
    row.fits("title_cs", Bilingual::new(&row.text("title_cs")?, &row.text("title_en")?))
}

/// What a version states of its faculty; the rest of it is not looked at.
#[derive(Deserialize)]
struct Stated {
    #[serde(default)]
    faculty: Option<Faculty>,
}

/// The faculty that the text of a version states. A text that cannot be read states none.
pub(crate) fn stated_faculty(document: &str) -> Option<Bilingual> {
    serde_json::from_str(document).ok().and_then(|stated: Stated| stated.faculty).map(|faculty| faculty.name)
}

/// The faculty of a version: as it was read out of the text, or out of the text itself where nobody has done it.
pub(crate) fn faculty(row: &Row) -> Result<Option<Bilingual>, StoreError> {
    let Some(cs) = row.text_if("faculty_cs")? else { return Ok(stated_faculty(&row.text("document")?)) };
    if cs.is_empty() {
        return Ok(None);
    }
    row.fits("faculty_cs", Bilingual::new(&cs, &row.text("faculty_en")?)).map(Some)
}

/// Binds the faculty of a version in both languages, empty where it states none.
pub(crate) fn bind_faculty(statement: Statement, document: &str) -> Statement {
    let faculty = stated_faculty(document);
    let text = |language| faculty.as_ref().map_or(String::new(), |name| name.text(language).to_owned());
    statement.bind(text(Language::Cs)).bind(text(Language::En))
}

impl Tenant {
    /// Keeps one version of a unit. The same version with the same text again changes nothing.
    pub async fn put_unit(
        &self,
        id: &UnitId,
        version: u32,
        title: &Bilingual,
        document: &str,
        now: Timestamp,
    ) -> Result<(), PutUnitError> {
        let put = sql!("unit_put")
            .bind(self.institution.as_str())
            .bind(id.as_str())
            .bind(i64::from(version))
            .bind(title.text(Language::Cs))
            .bind(title.text(Language::En))
            .bind(document)
            .bind_time(now);
        bind_faculty(put, document).run(self.pools.write()).await?;
        match self.unit(id, version).await? {
            Some(kept) if kept.document == document => Ok(()),
            _ => Err(PutUnitError::Changed { unit: id.clone(), version }),
        }
    }

    /// One version of a unit.
    pub async fn unit(&self, id: &UnitId, version: u32) -> Result<Option<StoredUnit>, StoreError> {
        let row = sql!("unit_get")
            .bind(self.institution.as_str())
            .bind(id.as_str())
            .bind(i64::from(version))
            .row(&self.pools.read)
            .await?;
        row.as_ref().map(StoredUnit::read).transpose()
    }

    /// What every unit is called in its newest version, by id.
    pub async fn unit_titles(&self) -> Result<Vec<TitledUnit>, StoreError> {
        let rows = sql!("unit_titles").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(|row| Ok(TitledUnit { id: row.parse("id")?, title: title(row)? })).collect()
    }

    /// The newest version of every unit that the catalogue shows, by id: those that are published, and those that were brought in as
    /// files and have no approved version since.
    pub async fn offered_units(&self) -> Result<Vec<StoredUnit>, StoreError> {
        let rows = sql!("unit_offered").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(StoredUnit::read).collect()
    }

    /// The newest version of one unit.
    pub async fn newest_unit(&self, id: &UnitId) -> Result<Option<StoredUnit>, StoreError> {
        let row = sql!("unit_newest").bind(self.institution.as_str()).bind(id.as_str()).row(&self.pools.read).await?;
        row.as_ref().map(StoredUnit::read).transpose()
    }
}
