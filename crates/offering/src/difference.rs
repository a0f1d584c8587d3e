//! How two texts of a unit differ, field by field.

use crate::draft::{DraftTable, DraftValue, UnitDraft, leaves_of};
use crate::schema::{DraftField, FieldForm, UNIT_FIELDS};

/// A plain field that differs.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name in the later text, or in the earlier one where it is gone.
    pub field: String,
    /// What it said.
    pub before: Option<String>,
    /// What it says.
    pub after: Option<String>,
}

/// The field, never what it says.
impl std::fmt::Debug for FieldChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FieldChange({})", self.field)
    }
}

impl UnitDraft {
    /// The fields in which a later text differs from this one. Entries of lists that are equal at the beginning and at the end of a list
    /// are the same entries, so that one that was put in or taken out is told alone.
    #[must_use]
    pub fn difference(&self, later: &UnitDraft) -> Vec<FieldChange> {
        let mut changes = Vec::new();
        compare_tables(UNIT_FIELDS, &self.root, &later.root, "", &mut changes);
        changes
    }
}

fn compare_tables(
    fields: &'static [DraftField],
    before: &DraftTable,
    after: &DraftTable,
    path: &str,
    changes: &mut Vec<FieldChange>,
) {
    for (field, (before, after)) in fields.iter().zip(before.0.iter().zip(&after.0)) {
        let name = field.name_in(path);
        match (field.form, before, after) {
            (FieldForm::Table(inner), DraftValue::Table(before), DraftValue::Table(after)) => {
                compare_tables(inner, before, after, &name, changes);
            }
            (FieldForm::Tables(inner), DraftValue::Tables(before), DraftValue::Tables(after)) => {
                for (at, before, after) in aligned(before, after) {
                    let name = format!("{name}[{at}]");
                    match (before, after) {
                        (Some(before), Some(after)) => compare_tables(inner, before, after, &name, changes),
                        (Some(gone), None) => whole(inner, gone, &name, changes, Side::Before),
                        (None, Some(new)) => whole(inner, new, &name, changes, Side::After),
                        (None, None) => {}
                    }
                }
            }
            (_, DraftValue::Values(before), DraftValue::Values(after)) => {
                for (at, before, after) in aligned(before, after) {
                    changes.push(FieldChange {
                        field: format!("{name}[{at}]"),
                        before: before.cloned(),
                        after: after.cloned(),
                    });
                }
            }
            (_, DraftValue::Text(before), DraftValue::Text(after)) if before != after => {
                let said = |text: &String| (!text.is_empty()).then(|| text.clone());
                changes.push(FieldChange { field: name, before: said(before), after: said(after) });
            }
            _ => {}
        }
    }
}

/// In which text an entry stands that the other does not have.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

/// An entry that only one of the texts has. An entry without anything in it is told by its place alone.
fn whole(fields: &'static [DraftField], entry: &DraftTable, name: &str, changes: &mut Vec<FieldChange>, side: Side) {
    let mut leaves = Vec::new();
    leaves_of(fields, entry, name, &mut leaves);
    if leaves.is_empty() {
        leaves.push((name.to_owned(), ""));
    }
    changes.extend(leaves.into_iter().map(|(field, text)| match side {
        Side::Before => FieldChange { field, before: Some(text.to_owned()), after: None },
        Side::After => FieldChange { field, before: None, after: Some(text.to_owned()) },
    }));
}

/// Entries that stand against each other and differ, with their places from 1. What is equal at both ends is left out.
fn aligned<'a, T: PartialEq>(before: &'a [T], after: &'a [T]) -> Vec<(usize, Option<&'a T>, Option<&'a T>)> {
    let start = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let (before, after) = (before.get(start..).unwrap_or(&[]), after.get(start..).unwrap_or(&[]));
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(one, other)| one == other).count();
    let before = before.get(..before.len() - end).unwrap_or(&[]);
    let after = after.get(..after.len() - end).unwrap_or(&[]);
    (0..before.len().max(after.len()))
        .map(|index| (start + index + 1, before.get(index), after.get(index)))
        .filter(|(_, before, after)| before != after)
        .collect()
}
