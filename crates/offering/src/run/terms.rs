//! What is fixed about a run: when it is, how many may take part, for whom it is, and in which version of the unit it enrols.

use signet_record::{Date, Flaw, Flaws, Line, Problem, Run, RunFields, RunId, day};
use signet_registry::Digest;

/// Most participants of a run: ten times the largest course that universities plan for (500).
pub const PARTICIPANTS_MAX: u32 = 5_000;

/// The version of the unit that a run enrols in. Participants keep it when another one is approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunVersion {
    /// Which version.
    pub version: u32,
    /// The digest of its canonical text.
    pub digest: Digest,
}

/// Dates, capacity and audience of a run. Made by [`RunTerms::read`] or of a run that a unit's text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunTerms {
    run: Run,
    capacity: Option<u32>,
}

/// A run as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunForm {
    /// Its id within the unit.
    pub id: String,
    /// First day.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Most participants; empty for no limit but [`PARTICIPANTS_MAX`].
    pub capacity: String,
    /// The company it is closed to; empty when it is open to everybody.
    pub closed_to: String,
}

impl RunTerms {
    /// Takes a run with a capacity.
    ///
    /// # Errors
    /// When the capacity is not from 1 to [`PARTICIPANTS_MAX`].
    pub fn new(run: Run, capacity: Option<u32>) -> Result<RunTerms, Flaw> {
        match capacity {
            Some(found) if !(1..=PARTICIPANTS_MAX).contains(&found) => Err(capacity_flaw(found.to_string())),
            _ => Ok(RunTerms { run, capacity }),
        }
    }

    /// Reads what somebody typed.
    ///
    /// # Errors
    /// Everything that is wrong, each with its field.
    pub fn read(form: &RunForm) -> Result<RunTerms, Flaws> {
        let mut flaws = Vec::new();
        let id = noted(RunId::new(&form.id).map_err(|flaw| of_field(flaw, "id")), &mut flaws);
        let start = noted(required_day(&form.start, "start"), &mut flaws);
        let end = noted(required_day(&form.end, "end"), &mut flaws);
        let capacity = noted(read_capacity(&form.capacity), &mut flaws);
        let closed_to = match form.closed_to.trim() {
            "" => Some(None),
            text => noted(Line::new(text).map(Some).map_err(|flaw| flaw.under("closed_to")), &mut flaws),
        };
        let (Some(id), Some(start), Some(end), Some(capacity), Some(closed_to)) = (id, start, end, capacity, closed_to)
        else {
            Flaws::none_in(flaws)?;
            return Err(Flaw::new("id", Problem::Missing).into());
        };
        let run = Run::new(RunFields { id, start, end, closed_to })?;
        Ok(RunTerms { run, capacity })
    }

    /// The run as a credential states it.
    #[must_use]
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// Most participants, when it is limited.
    #[must_use]
    pub fn capacity(&self) -> Option<u32> {
        self.capacity
    }

    /// As somebody would type it.
    #[must_use]
    pub fn form(&self) -> RunForm {
        RunForm {
            id: self.run.id.to_string(),
            start: self.run.start.to_string(),
            end: self.run.end.to_string(),
            capacity: self.capacity.map_or_else(String::new, |capacity| capacity.to_string()),
            closed_to: self.run.closed_to.as_ref().map_or_else(String::new, ToString::to_string),
        }
    }
}

fn required_day(text: &str, field: &str) -> Result<Date, Flaw> {
    match text.trim() {
        "" => Err(Flaw::new(field, Problem::Missing)),
        text => day::read(text).map_err(|flaw| flaw.under(field)),
    }
}

fn read_capacity(text: &str) -> Result<Option<u32>, Flaw> {
    match text.trim() {
        "" => Ok(None),
        text => match text.parse() {
            Ok(found) if (1..=PARTICIPANTS_MAX).contains(&found) => Ok(Some(found)),
            Ok(found) => Err(capacity_flaw(found.to_string())),
            Err(_) => Err(Flaw::new("capacity", Problem::NotANumber { found: text.to_owned() })),
        },
    }
}

fn capacity_flaw(found: String) -> Flaw {
    Flaw::new("capacity", Problem::OutOfRange { min: "1".into(), max: PARTICIPANTS_MAX.to_string(), found })
}

/// A field that was left empty is missing.
fn of_field(flaw: Flaw, field: &str) -> Flaw {
    match flaw.problem {
        Problem::Empty => Flaw::new(field, Problem::Missing),
        _ => flaw.under(field),
    }
}

fn noted<T>(result: Result<T, Flaw>, flaws: &mut Vec<Flaw>) -> Option<T> {
    result.map_err(|flaw| flaws.push(flaw)).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn form() -> RunForm {
        RunForm {
            id: "2026-jaro".into(),
            start: "16. 2. 2026".into(),
            end: "2026-05-15".into(),
            capacity: "30".into(),
            closed_to: String::new(),
        }
    }

    #[test]
    fn a_run_reads_back_from_its_own_form() {
        let terms = RunTerms::read(&form()).unwrap();
        assert_eq!((terms.capacity(), terms.run().closed_to.as_ref()), (Some(30), None));
        assert_eq!(RunTerms::read(&terms.form()).unwrap(), terms);
    }

    #[test]
    fn every_field_says_what_is_wrong_with_it() {
        let wrong = RunForm { capacity: "mnoho".into(), closed_to: "\u{7}".into(), ..RunForm::default() };
        let flaws = RunTerms::read(&wrong).unwrap_err();
        let fields: Vec<&str> = flaws.iter().map(|flaw| flaw.field.as_str()).collect();
        assert_eq!(fields, ["id", "start", "end", "capacity", "closed_to"]);
        for (capacity, is_right) in [("0", false), ("1", true), ("5000", true), ("5001", false), ("", true)] {
            let form = RunForm { capacity: capacity.into(), ..form() };
            assert_eq!(RunTerms::read(&form).is_ok(), is_right, "{capacity}");
        }
        let backwards = RunForm { end: "2026-01-01".into(), ..form() };
        assert!(matches!(
            RunTerms::read(&backwards).unwrap_err().iter().next().unwrap().problem,
            Problem::DateBefore { .. }
        ));
    }
}
