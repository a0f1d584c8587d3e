//! Entering results: reading one cell, and joining what two people typed at the same time.

use signet_record::{Date, Flaw, Line, Problem, Run, Unit, day};

use crate::run::results::{ParticipantResults, ResultField};

/// What a grid of results has a column for: each part of the unit that has a result of its own, the final grade, its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultColumns(Vec<ResultField>);

impl ResultColumns {
    /// The columns of a unit, in the order of its parts.
    #[must_use]
    pub fn of(unit: &Unit) -> ResultColumns {
        let parts = unit.part_codes().filter_map(|code| Line::new(code).ok()).map(ResultField::Part);
        ResultColumns(parts.chain([ResultField::Grade, ResultField::Date]).collect())
    }

    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, ResultField> {
        self.0.iter()
    }

    /// Whether results have such a column; whoever assessed is no column of a grid, and yet part of a result.
    #[must_use]
    pub fn have(&self, field: &ResultField) -> bool {
        *field == ResultField::Assessor || self.0.contains(field)
    }
}

/// Reads a cell; an empty one takes a value away. `today` is the day at the institution.
///
/// # Errors
/// When the unit has no such part, its scale no such grade, or the day is none between the run's first day and today.
pub fn read_cell(unit: &Unit, run: &Run, today: Date, field: &ResultField, text: &str) -> Result<Option<String>, Flaw> {
    let name = field.name();
    let read = match (field, text.trim()) {
        (_, "") => return Ok(None),
        (ResultField::Grade, text) => step(unit, text),
        (ResultField::Part(code), text) => match unit.part_codes().find(|known| *known == code.as_str()) {
            None => Err(unknown(code, unit.part_codes())),
            // A component was assessed elsewhere, on a scale of its own.
            Some(_) if is_component(unit, code) => Line::new(text).map(|line| line.to_string()),
            Some(_) => step(unit, text),
        },
        (ResultField::Date, text) => day::read(text).and_then(|found| result_day(found, run, today)),
        (ResultField::Assessor, text) => Line::new(text).map(|line| line.to_string()),
    };
    read.map(Some).map_err(|flaw| flaw.under(&name))
}

pub(crate) fn is_component(unit: &Unit, code: &Line) -> bool {
    unit.components.iter().any(|component| component.code == *code)
}

/// The scale's own way to write the grade.
fn step(unit: &Unit, text: &str) -> Result<String, Flaw> {
    let known = || unit.grading.grades.iter().map(|step| step.code.as_str());
    unit.grading.step(text).map(|step| step.code.to_string()).ok_or_else(|| unknown(text, known()))
}

fn unknown<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> Flaw {
    // As much of it as says which cell is meant.
    let found = found.chars().take(40).collect();
    Problem::UnknownCode { found, expected: known.map(str::to_owned).collect() }.into()
}

fn result_day(found: Date, run: &Run, today: Date) -> Result<String, Flaw> {
    if found > today {
        return Err(Problem::FutureDate { found, today }.into());
    }
    if found < run.start {
        return Err(Problem::DateBefore { found, other: "runs.start".into(), limit: run.start }.into());
    }
    Ok(found.to_string())
}

/// One change of a result.
#[derive(Clone, PartialEq, Eq)]
pub struct ResultChange {
    /// Of what.
    pub field: ResultField,
    /// What was there.
    pub old: Option<String>,
    /// What is there now.
    pub new: Option<String>,
}

/// Says of what, not what.
impl std::fmt::Debug for ResultChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ResultChange({})", self.field.name())
    }
}

/// What somebody typed about one participant, joined with what was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultEntry {
    /// What the participant has now.
    pub results: ParticipantResults,
    /// What changed, in the order in which it was typed.
    pub changes: Vec<ResultChange>,
}

/// A cell that two people changed in two ways. Neither is written: whoever came second sees both.
#[derive(Clone, PartialEq, Eq)]
pub struct CellClash {
    /// Which cell.
    pub field: ResultField,
    /// What the other one wrote.
    pub theirs: Option<String>,
    /// What was to be written.
    pub mine: Option<String>,
}

/// Says of what, not what.
impl std::fmt::Debug for CellClash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CellClash({})", self.field.name())
    }
}

/// What was there before changes that were made since, newest first; `None` when one of them
/// holds what its field cannot have.
#[must_use]
pub fn undo<'a>(
    now: &ParticipantResults,
    since: impl IntoIterator<Item = &'a ResultChange>,
) -> Option<ParticipantResults> {
    let mut before = now.clone();
    for change in since {
        before.set(&change.field, change.old.as_deref())?;
    }
    Some(before)
}

/// Joins what somebody typed, who began from `base`, with what is there now. A cell that was left as it was keeps what another person wrote
/// meanwhile; one that only they changed is changed.
///
/// # Errors
/// The cells that both changed, in two ways.
pub fn merge_entry(
    base: &ParticipantResults,
    current: &ParticipantResults,
    typed: &[(ResultField, Option<String>)],
) -> Result<ResultEntry, Vec<CellClash>> {
    let (mut results, mut changes, mut clashes) = (current.clone(), Vec::new(), Vec::new());
    for (field, mine) in typed {
        let (before, theirs) = (base.value(field), current.value(field));
        if *mine == before || *mine == theirs {
            continue;
        }
        if theirs != before || results.set(field, mine.as_deref()).is_none() {
            clashes.push(CellClash { field: field.clone(), theirs, mine: mine.clone() });
            continue;
        }
        changes.push(ResultChange { field: field.clone(), old: theirs, new: mine.clone() });
    }
    if clashes.is_empty() { Ok(ResultEntry { results, changes }) } else { Err(clashes) }
}
