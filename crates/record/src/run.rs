//! One run of a unit: from when to when, and for whom.

use serde::{Deserialize, Serialize};

use crate::{Date, Flaw, Flaws, Line, Problem, RunId, checked::checked};

checked! {
    /// One run of a unit. Fields are read through `Deref`.
    Run(RunFields)
}

/// The fields of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunFields {
    /// Its id within the unit.
    pub id: RunId,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// The company a bespoke run is closed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_to: Option<Line>,
}

impl Run {
    /// Checks that it ends after it starts.
    ///
    /// # Errors
    /// When it does not.
    pub fn new(fields: RunFields) -> Result<Self, Flaws> {
        if fields.end < fields.start {
            let problem = Problem::DateBefore { found: fields.end, other: "start".into(), limit: fields.start };
            return Err(Flaw::new("end", problem).into());
        }
        Ok(Run(fields))
    }
}
