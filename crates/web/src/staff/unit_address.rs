//! Where the pages of a unit of learning lie, for whoever links to them: paths without the language, to be given to `at`.

use signet_record::UnitId;

/// The list of units.
pub const UNITS: &str = "/staff/units";

/// The page of one unit: its state, its history, what can be done with it.
pub fn unit(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}")
}

/// The list of sections in which its draft is written.
pub fn edit(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}/edit")
}

/// Its runs.
pub fn runs(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}/runs")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_pages_of_a_unit_lie_below_the_list() {
        let id = UnitId::new("ekonometrie-r").unwrap();
        assert_eq!(
            [unit(&id), edit(&id), runs(&id)],
            ["/staff/units/ekonometrie-r", "/staff/units/ekonometrie-r/edit", "/staff/units/ekonometrie-r/runs"]
        );
    }
}
