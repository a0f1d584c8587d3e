//! Where units stand inside their institution, and which of them a narrowed role reaches. A unit's faculty is what its newest version states, and
//! before there is one, its draft.

use std::collections::{BTreeMap, BTreeSet};

use signet_access::{RoleScope, UnitPlace};
use signet_offering::UnitDraft;
use signet_record::{Bilingual, Language, Line, UnitId};

use crate::error::StoreError;
use crate::statement::{Row, sql};
use crate::tenant::Tenant;
use crate::unit;

/// The units that a list is kept to. It is asked for with every list of what belongs to units, so that none is forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitsWithin(Option<BTreeMap<UnitId, UnitPlace>>);

impl UnitsWithin {
    /// All of the institution.
    pub const WHOLE: &'static UnitsWithin = &UnitsWithin(None);

    /// Only these.
    pub fn only(places: impl IntoIterator<Item = UnitPlace>) -> UnitsWithin {
        UnitsWithin(Some(places.into_iter().map(|place| (place.unit.clone(), place)).collect()))
    }

    /// Whether a unit is among them.
    pub fn holds(&self, unit: &UnitId) -> bool {
        self.0.as_ref().is_none_or(|units| units.contains_key(unit))
    }

    /// Where a unit of the list stands, for what a page offers; an act asks for it anew. Of all of the institution no faculty is told.
    pub fn place(&self, unit: &UnitId) -> Option<UnitPlace> {
        match &self.0 {
            None => Some(UnitPlace { unit: unit.clone(), faculty: None }),
            Some(units) => units.get(unit).cloned(),
        }
    }

    /// The one unit that it is kept to, where there is no other.
    pub(crate) fn single(&self) -> Option<&UnitId> {
        let units = self.0.as_ref()?;
        units.keys().next().filter(|_| units.len() == 1)
    }

    /// The units, where it is not all of the institution.
    pub fn units(&self) -> Option<impl Iterator<Item = &UnitId>> {
        self.0.as_ref().map(BTreeMap::keys)
    }

    /// Whether it is all of the institution.
    pub fn is_whole(&self) -> bool {
        self.0.is_none()
    }

    /// As statements take it: empty for all of the institution, else each id between bars, which no id has in it.
    pub(crate) fn text(&self) -> String {
        let Some(units) = &self.0 else { return String::new() };
        units.keys().fold("|".to_owned(), |all, unit| all + unit.as_str() + "|")
    }
}

fn of_version(unit: UnitId, faculty: Option<Bilingual>) -> UnitPlace {
    UnitPlace { unit, faculty: faculty.and_then(|name| Line::new(name.text(Language::Cs)).ok()) }
}

fn of_draft(unit: UnitId, document: &str) -> UnitPlace {
    match UnitDraft::read(document) {
        Ok(draft) => draft.place_of(&unit),
        Err(_) => UnitPlace { unit, faculty: None },
    }
}

fn read(row: &Row) -> Result<UnitPlace, StoreError> {
    let unit = row.parse("id")?;
    Ok(match row.flag("is_version")? {
        true => of_version(unit, unit::faculty(row)?),
        false => of_draft(unit, &row.text("document")?),
    })
}

impl Tenant {
    /// Where a unit stands; one that is not there is of no faculty.
    pub async fn unit_place(&self, unit: &UnitId) -> Result<UnitPlace, StoreError> {
        let newest =
            sql!("unit_place").bind(self.institution.as_str()).bind(unit.as_str()).row(&self.pools.read).await?;
        if let Some(row) = newest {
            return read(&row);
        }
        Ok(match self.unit_draft(unit).await? {
            Some(draft) => of_draft(draft.unit, &draft.document),
            None => UnitPlace { unit: unit.clone(), faculty: None },
        })
    }

    /// Where every unit stands.
    pub async fn unit_places(&self) -> Result<Vec<UnitPlace>, StoreError> {
        let rows = sql!("unit_place_list").bind(self.institution.as_str()).rows(&self.pools.read).await?;
        rows.iter().map(read).collect()
    }

    /// The faculties that units state, each once.
    pub async fn faculties(&self) -> Result<BTreeSet<Line>, StoreError> {
        Ok(self.unit_places().await?.into_iter().filter_map(|place| place.faculty).collect())
    }

    /// The units that a role reaches.
    pub async fn units_within(&self, scope: &RoleScope) -> Result<UnitsWithin, StoreError> {
        Ok(match scope {
            RoleScope::Whole => UnitsWithin(None),
            RoleScope::Units(own) => {
                UnitsWithin::only(own.iter().map(|unit| UnitPlace { unit: unit.clone(), faculty: None }))
            }
            RoleScope::Faculties(_) => {
                let places = self.unit_places().await?.into_iter();
                UnitsWithin::only(places.filter(|place| scope.holds(Some(place))))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_unit_states_its_faculty_in_its_version_or_draft() {
        let version = r#"{"id":"x","faculty":{"cs":"Fakulta příkladů","en":"Faculty of Examples"},"title":1}"#;
        let (unit, stated) = (UnitId::new("x").unwrap(), Some(Line::new("Fakulta příkladů").unwrap()));
        let of = |document: &str| of_version(unit.clone(), unit::stated_faculty(document));
        assert_eq!(of(version).faculty, stated);
        for none in ["{}", "", "x", r#"{"faculty":null}"#] {
            assert_eq!(of(none), UnitPlace { unit: unit.clone(), faculty: None }, "{none}");
        }
        assert_eq!(of_draft(unit.clone(), "faculty.cs = \"Fakulta příkladů\"\n").faculty, stated);
        assert_eq!(of_draft(unit, "title.cs = \"A\"\n").faculty, None);
    }

    #[test]
    fn what_a_list_is_kept_to_is_one_text() {
        let unit = |id: &str| UnitId::new(id).unwrap();
        assert_eq!(UnitsWithin::WHOLE.text(), "");
        assert_eq!(UnitsWithin::only([]).text(), "|", "nothing is not all");
        let two = UnitsWithin::only(["b", "a"].map(|id| UnitPlace { unit: unit(id), faculty: None }));
        assert_eq!(two.text(), "|a|b|");
        assert!(two.holds(&unit("a")) && !two.holds(&unit("c")) && UnitsWithin::WHOLE.holds(&unit("c")));
    }
}
