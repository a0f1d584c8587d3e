//! Where the pages of a unit of learning lie, for whoever links to them: paths without the language, to be given to `at`.

use signet_record::UnitId;

/// The list of units.
pub const UNITS: &str = "/staff/units";

/// The form that begins a unit: beside the list, since `new` could be the id of a unit.
pub const NEW: &str = "/staff/new-unit";

/// The page of one unit: its state, its history, what can be done with it.
pub fn unit(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}")
}

/// The list of sections in which its draft is written.
pub fn edit(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}/edit")
}

/// One section of its draft.
pub fn section(unit: &UnitId, section: &str) -> String {
    format!("{UNITS}/{unit}/edit/{section}")
}

/// Its text as a unit file.
pub fn file(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}/unit.toml")
}

/// Where a unit file is sent that becomes the text of its draft.
pub fn take_file(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}/file")
}

/// How its draft differs from its newest approved version.
pub fn difference(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}/difference")
}

/// What a micro-credential of it will look like.
pub fn preview(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}/preview")
}

/// The form that makes another unit of it.
pub fn copy(unit: &UnitId) -> String {
    format!("{UNITS}/{unit}/copy")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_pages_of_a_unit_lie_below_the_list() {
        let id = UnitId::new("ekonometrie-r").unwrap();
        assert_eq!([unit(&id), edit(&id)], ["/staff/units/ekonometrie-r", "/staff/units/ekonometrie-r/edit"]);
    }
}
