//! How far a role reaches inside its institution.

use std::collections::BTreeSet;

use signet_record::{Language, Line, Unit, UnitId};

/// Most faculties or units that a role is narrowed to: whoever looks after more looks after the institution.
pub const SCOPE_MAX: usize = 50;

/// How far a role reaches inside its institution. What a role may do, [`right`](crate::right) says; what lies outside its scope it may not
/// do to, whatever its rights.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleScope {
    /// Everything of the institution.
    #[default]
    Whole,
    /// Units of these faculties, by the Czech name that the unit's record states, and what is learned and awarded in them.
    Faculties(BTreeSet<Line>),
    /// These units, and what is learned and awarded in them.
    Units(BTreeSet<UnitId>),
}

/// Where something stands inside its institution: a unit, or a run, result or credential of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitPlace {
    /// Which unit.
    pub unit: UnitId,
    /// The faculty that its record states, in Czech.
    pub faculty: Option<Line>,
}

impl UnitPlace {
    /// Where a unit stands by its own record.
    pub fn of(unit: &Unit) -> UnitPlace {
        let faculty = unit.faculty.as_ref().and_then(|faculty| Line::new(faculty.name.text(Language::Cs)).ok());
        UnitPlace { unit: unit.id.clone(), faculty }
    }
}

impl RoleScope {
    /// Whether it is everything.
    pub fn is_whole(&self) -> bool {
        *self == RoleScope::Whole
    }

    /// Whether something lies within; what belongs to no unit lies within the whole alone.
    pub fn holds(&self, place: Option<&UnitPlace>) -> bool {
        match self {
            RoleScope::Whole => true,
            RoleScope::Faculties(own) => {
                place.and_then(|place| place.faculty.as_ref()).is_some_and(|faculty| own.contains(faculty))
            }
            RoleScope::Units(own) => place.is_some_and(|place| own.contains(&place.unit)),
        }
    }

    /// Both in one, where one can say both: faculties and units stay two.
    pub fn joined(&self, other: &RoleScope) -> Option<RoleScope> {
        match (self, other) {
            (RoleScope::Whole, _) | (_, RoleScope::Whole) => Some(RoleScope::Whole),
            (RoleScope::Faculties(own), RoleScope::Faculties(more)) => {
                Some(RoleScope::Faculties(own.union(more).cloned().collect()))
            }
            (RoleScope::Units(own), RoleScope::Units(more)) => {
                Some(RoleScope::Units(own.union(more).cloned().collect()))
            }
            (RoleScope::Faculties(_), RoleScope::Units(_)) | (RoleScope::Units(_), RoleScope::Faculties(_)) => None,
        }
    }

    /// How many faculties or units it names; none of the whole.
    pub(crate) fn len(&self) -> usize {
        match self {
            RoleScope::Whole => 0,
            RoleScope::Faculties(own) => own.len(),
            RoleScope::Units(own) => own.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn faculties(names: &[&str]) -> RoleScope {
        RoleScope::Faculties(names.iter().map(|name| Line::new(name).unwrap()).collect())
    }

    fn units(ids: &[&str]) -> RoleScope {
        RoleScope::Units(ids.iter().map(|id| UnitId::new(id).unwrap()).collect())
    }

    fn place(unit: &str, faculty: Option<&str>) -> UnitPlace {
        UnitPlace { unit: UnitId::new(unit).unwrap(), faculty: faculty.map(|name| Line::new(name).unwrap()) }
    }

    #[test]
    fn a_scope_holds_what_it_names_letter_by_letter() {
        let of_law = place("pravo", Some("Právnická fakulta"));
        assert!(RoleScope::Whole.holds(None) && RoleScope::Whole.holds(Some(&of_law)));
        assert!(faculties(&["Právnická fakulta"]).holds(Some(&of_law)));
        for other in [faculties(&["právnická fakulta"]), faculties(&["Pravnicka fakulta"]), faculties(&[])] {
            assert!(!other.holds(Some(&of_law)), "{other:?}");
        }
        assert!(!faculties(&["Právnická fakulta"]).holds(Some(&place("pravo", None))), "a unit of no faculty");
        assert!(units(&["pravo"]).holds(Some(&of_law)) && !units(&["prav"]).holds(Some(&of_law)));
        for narrow in [faculties(&["Právnická fakulta"]), units(&["pravo"])] {
            assert!(!narrow.holds(None), "what belongs to no unit is the whole institution's");
        }
    }

    #[test]
    fn two_scopes_are_one_where_one_can_say_both() {
        assert_eq!(faculties(&["A"]).joined(&faculties(&["B"])), Some(faculties(&["A", "B"])));
        assert_eq!(units(&["a"]).joined(&units(&["b"])), Some(units(&["a", "b"])));
        assert_eq!(units(&["a"]).joined(&RoleScope::Whole), Some(RoleScope::Whole));
        assert_eq!(RoleScope::Whole.joined(&faculties(&["A"])), Some(RoleScope::Whole));
        assert_eq!(units(&["a"]).joined(&faculties(&["A"])), None);
    }
}
