//! The form of a grid of results: names of its fields, and what was typed into them.

use std::collections::BTreeMap;

use signet_issue::TypedResults;
use signet_offering::{ResultColumns, ResultField, run::read_cell};
use signet_record::{Date, Flaw, PersonId, Run, Unit};

use crate::sent_fields::SentFields;

/// Most rows of a form: as many as a page has.
const ROWS_MAX: usize = 50;

/// A row of the form as it was sent.
#[derive(Clone)]
pub(super) struct SentRow {
    pub person: PersonId,
    /// How often the results had been changed when the form was shown.
    pub began_from: Option<u32>,
    /// What stands in each field, in the order of the columns; `None` where there was no field.
    pub cells: Vec<Option<String>>,
}

/// Reads the rows of a form: `p-3` is the person of the fourth row, `e-3` what it began from, `r-3-1` its second cell.
pub(super) fn rows(form: &SentFields, columns: &ResultColumns) -> Vec<SentRow> {
    let fields: BTreeMap<&str, &str> = form.iter().collect();
    let get = |name: String| fields.get(name.as_str()).copied();
    let mut rows = Vec::new();
    for row in 0..ROWS_MAX {
        let Some(person) = get(format!("p-{row}")).and_then(|person| person.parse().ok()) else { continue };
        let cells = columns.iter().enumerate().map(|(column, _)| get(format!("r-{row}-{column}")).map(str::to_owned));
        rows.push(SentRow {
            person,
            began_from: get(format!("e-{row}")).and_then(|entries| entries.parse().ok()),
            cells: cells.collect(),
        });
    }
    rows
}

/// What a row says, or what is wrong with which of its cells.
pub(super) fn read(
    row: &SentRow,
    columns: &ResultColumns,
    (unit, run, today): (&Unit, &Run, Date),
) -> Result<TypedResults, Vec<(ResultField, Flaw)>> {
    let (mut cells, mut wrong) = (Vec::new(), Vec::new());
    for (field, text) in columns.iter().zip(&row.cells) {
        let Some(text) = text else { continue };
        match read_cell(unit, run, today, field, text) {
            Ok(value) => cells.push((field.clone(), value)),
            Err(flaw) => wrong.push((field.clone(), flaw)),
        }
    }
    if wrong.is_empty() {
        Ok(TypedResults { person: row.person.clone(), began_from: row.began_from, cells })
    } else {
        Err(wrong)
    }
}
