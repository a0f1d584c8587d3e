//! Results from a file: what would change for whom.

use std::collections::{BTreeMap, BTreeSet};

use signet_issue::{RunActError, TypedResults};
use signet_lang::Locale;
use signet_offering::{ResultColumns, ResultField, run::read_cell};
use signet_record::{Date, PersonId, results::CellSheet};
use signet_registry::Digest;
use signet_store::StoredParticipant;

use super::{
    import_outcome::{ImportChange, Outcome},
    in_care::RunInCare,
    results::{column_label, shown},
};
use crate::{page_error::PageError, site::AppState};

/// The name of a column of results of files.
fn file_field(field: &ResultField) -> String {
    match field {
        ResultField::Part(code) => format!("grade:{code}"),
        ResultField::Grade => "grade".into(),
        ResultField::Date => "result_date".into(),
        ResultField::Assessor => "assessor".into(),
    }
}

/// What a row says, and its line.
type TypedRow = (u64, TypedResults);

/// What the rows say, by line, and what is wrong with the others. An empty cell says nothing.
fn typed(found: &RunInCare<'_>, sheet: &CellSheet, today: Date, l: Locale) -> (Vec<TypedRow>, Vec<(u64, String)>) {
    let columns = ResultColumns::of(&found.run.unit);
    let fields: Vec<ResultField> = columns.iter().cloned().chain([ResultField::Assessor]).collect();
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    let mut seen: BTreeSet<PersonId> = BTreeSet::new();
    for row in &sheet.rows {
        let person = match PersonId::new(row.cell("person").unwrap_or("")) {
            Ok(person) => person,
            Err(flaw) => {
                wrong.push((row.line, l.problem(&flaw.problem)));
                continue;
            }
        };
        // Neither of two rows about one person can be trusted more than the other.
        if !seen.insert(person.clone()) {
            rows.retain(|(_, typed): &TypedRow| typed.person != person);
            wrong.push((row.line, l.web_staff_run_import_twice(person.as_str())));
            continue;
        }
        let (mut cells, before) = (Vec::new(), wrong.len());
        for field in &fields {
            let Some(text) = row.cell(&file_field(field)).filter(|text| !text.is_empty()) else { continue };
            match read_cell(&found.run.unit, found.run.stored.terms.run(), today, field, text) {
                Ok(value) => cells.push((field.clone(), value)),
                Err(flaw) => {
                    wrong.push((row.line, format!("{}: {}", column_label(field, l), l.problem(&flaw.problem))))
                }
            }
        }
        if wrong.len() == before {
            rows.push((row.line, TypedResults { person, began_from: None, cells }));
        }
    }
    (rows, wrong)
}

pub(super) async fn outcome(
    site: &AppState,
    l: Locale,
    found: &RunInCare<'_>,
    sheet: &CellSheet,
) -> Result<Outcome, PageError> {
    let (rows, mut wrong) = typed(found, sheet, site.issuer.today(), l);
    let runs = found.workflow(site);
    let everybody = runs.everybody(found.key()).await?;
    let may = runs.enterable(&found.run, &everybody, std::slice::from_ref(found.actor)).await?;
    let known: BTreeMap<&PersonId, (&StoredParticipant, bool)> = everybody
        .iter()
        .zip(may)
        .filter(|(one, _)| one.participant.state.takes_part())
        .map(|(one, may)| (&one.participant.holder.person, (one, may)))
        .collect();
    let (mut changes, mut count, mut same) = (Vec::new(), 0_usize, 0_usize);
    for (line, row) in &rows {
        match known.get(&row.person) {
            None => wrong.push((*line, l.web_staff_run_import_not_here(row.person.as_str()))),
            Some((_, false)) => wrong.push((*line, l.web_staff_run_import_own())),
            Some((one, true)) => {
                let changed = changed(one, row, l);
                if changed.is_empty() {
                    same += 1;
                } else {
                    count += 1;
                    changes.extend(changed);
                }
            }
        }
    }
    let mut told = Vec::new();
    if count > 0 {
        told.push(l.web_staff_run_import_changes(count));
    }
    if same > 0 {
        told.push(l.web_staff_run_import_same(same));
    }
    // What was shown: whoever confirms it writes exactly that.
    let shown = changes.iter().map(|change| [&*change.name, &*change.field, &*change.old, &*change.new].join("\u{1f}"));
    let stamp = Digest::of(shown.collect::<Vec<_>>().join("\u{1e}").as_bytes()).to_string();
    Ok(Outcome { told, wrong, changes, count, stamp })
}

fn changed(one: &StoredParticipant, row: &TypedResults, l: Locale) -> Vec<ImportChange> {
    let none = || l.web_staff_run_change_none();
    let results = &one.participant.results;
    let differing = row.cells.iter().filter(|(field, value)| results.value(field) != *value);
    differing
        .map(|(field, value)| ImportChange {
            name: one.participant.holder.full_name(),
            field: column_label(field, l),
            old: results.value(field).map_or_else(none, |value| shown(&value, field, l)),
            new: value.as_deref().map_or_else(none, |value| shown(value, field, l)),
        })
        .collect()
}

/// Writes them; returns where to go on.
pub(super) async fn write(site: &AppState, found: &RunInCare<'_>, sheet: &CellSheet) -> Result<String, RunActError> {
    let l = Locale::new(signet_record::Language::En);
    let (rows, _) = typed(found, sheet, site.issuer.today(), l);
    let rows: Vec<TypedResults> = rows.into_iter().map(|(_, row)| row).collect();
    let entered = found.workflow(site).enter(found.key(), &rows, std::slice::from_ref(found.actor)).await?;
    Ok(format!("results?saved={}", entered.written.len()))
}
