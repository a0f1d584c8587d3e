//! Addresses of the pages of runs, without the language.

use signet_record::{PersonId, UnitId};
use signet_store::RunKey;

/// The page of a run.
pub fn run(key: &RunKey) -> String {
    format!("/staff/units/{}/runs/{}", key.unit, key.run)
}

/// A page below it.
pub(super) fn below(key: &RunKey, page: &str) -> String {
    format!("{}/{page}", run(key))
}

/// The page of somebody in it.
pub(super) fn participant(key: &RunKey, person: &PersonId) -> String {
    // Numbers of persons have no sign that means something in an address but these.
    let person = person.as_str().replace('%', "%25").replace('/', "%2F").replace('?', "%3F").replace('#', "%23");
    format!("{}/participants/{}", run(key), person.replace(' ', "%20"))
}

/// The form that plans a run of a unit.
pub(super) fn new_run(unit: &UnitId) -> String {
    format!("/staff/units/{unit}/new-run")
}

/// The runs of one unit.
pub fn runs_of_unit(unit: &UnitId) -> String {
    format!("/staff/runs?unit={unit}")
}
