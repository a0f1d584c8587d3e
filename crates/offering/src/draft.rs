//! The text of a unit while it is written: every field as the text somebody typed, complete or not.

use signet_access::UnitPlace;
use signet_record::{Line, UnitId};

use crate::schema::{DraftField, FieldForm, UNIT_FIELDS};

/// Most entries of one list in a draft: as many as a unit may have runs.
pub const DRAFT_LIST_MAX: usize = 500;

/// The text of a unit, complete or not. A field is named as in the unit file and in every complaint about one
/// (`outcomes[2].text.en`); what is missing is an empty text.
#[derive(Clone, PartialEq, Eq)]
pub struct UnitDraft {
    pub(crate) root: DraftTable,
}

/// A group of fields: a value for each field of its part of the schema.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct DraftTable(pub(crate) Vec<DraftValue>);

/// The value of a field.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum DraftValue {
    /// A plain value as it was typed; empty when it is missing.
    Text(String),
    /// A list of plain values.
    Values(Vec<String>),
    /// A group.
    Table(DraftTable),
    /// A list of groups.
    Tables(Vec<DraftTable>),
}

/// A name that no field of a unit has, or that names another kind of field than was meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a unit has no such field")]
pub struct NoSuchField;

/// How many fields are filled, never what they say.
impl std::fmt::Debug for UnitDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "UnitDraft({} fields)", self.leaves().len())
    }
}

impl Default for UnitDraft {
    fn default() -> Self {
        UnitDraft { root: DraftTable::empty(UNIT_FIELDS) }
    }
}

impl DraftTable {
    pub(crate) fn empty(fields: &'static [DraftField]) -> DraftTable {
        DraftTable(fields.iter().map(|field| DraftValue::empty(field.form)).collect())
    }

    /// Whether nothing in it is filled.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|value| match value {
            DraftValue::Text(text) => text.is_empty(),
            DraftValue::Values(values) => values.is_empty(),
            DraftValue::Table(table) => table.is_empty(),
            DraftValue::Tables(tables) => tables.is_empty(),
        })
    }

    fn drop_empty_entries(&mut self) {
        for value in &mut self.0 {
            match value {
                DraftValue::Text(_) => {}
                DraftValue::Values(values) => values.retain(|value| !value.is_empty()),
                DraftValue::Table(table) => table.drop_empty_entries(),
                DraftValue::Tables(tables) => {
                    tables.iter_mut().for_each(DraftTable::drop_empty_entries);
                    tables.retain(|table| !table.is_empty());
                }
            }
        }
    }
}

impl DraftValue {
    fn empty(form: FieldForm) -> DraftValue {
        match form {
            FieldForm::Values(_) => DraftValue::Values(Vec::new()),
            FieldForm::Table(fields) => DraftValue::Table(DraftTable::empty(fields)),
            FieldForm::Tables(_) => DraftValue::Tables(Vec::new()),
            _ => DraftValue::Text(String::new()),
        }
    }
}

/// One step of a name: the field, and the place in its list, from 0.
type Step<'a> = (&'a str, Option<usize>);

/// `outcomes[2].text.en` as steps.
fn steps(name: &str) -> Result<Vec<Step<'_>>, NoSuchField> {
    let step = |part| match str::split_once(part, '[') {
        None => Ok((part, None)),
        Some((field, rest)) => {
            let place = rest.strip_suffix(']').and_then(|place| place.parse::<usize>().ok());
            Ok((field, Some(place.and_then(|place| place.checked_sub(1)).ok_or(NoSuchField)?)))
        }
    };
    name.split('.').map(step).collect()
}

/// Where a name leads.
enum Found<'a> {
    /// A plain value, in a list or not.
    Text(&'a mut String),
    /// A list of plain values.
    Values(&'a mut Vec<String>),
    /// A list of groups with these fields.
    Tables(&'a mut Vec<DraftTable>, &'static [DraftField]),
}

fn find<'a>(
    fields: &'static [DraftField],
    table: &'a mut DraftTable,
    steps: &[Step<'_>],
) -> Result<Found<'a>, NoSuchField> {
    let [(name, place), rest @ ..] = steps else { return Err(NoSuchField) };
    let index = fields.iter().position(|field| field.name == *name).ok_or(NoSuchField)?;
    let (field, value) = fields.get(index).zip(table.0.get_mut(index)).ok_or(NoSuchField)?;
    match (field.form, value) {
        (FieldForm::Table(inner), DraftValue::Table(table)) => match place {
            None => find(inner, table, rest),
            Some(_) => Err(NoSuchField),
        },
        (FieldForm::Tables(inner), DraftValue::Tables(tables)) => match (place, rest) {
            (None, []) => Ok(Found::Tables(tables, inner)),
            (Some(place), [_, ..]) => find(inner, tables.get_mut(*place).ok_or(NoSuchField)?, rest),
            _ => Err(NoSuchField),
        },
        (_, DraftValue::Values(values)) => match (place, rest) {
            (None, []) => Ok(Found::Values(values)),
            (Some(place), []) => values.get_mut(*place).map(Found::Text).ok_or(NoSuchField),
            _ => Err(NoSuchField),
        },
        (_, DraftValue::Text(text)) if place.is_none() && rest.is_empty() => Ok(Found::Text(text)),
        _ => Err(NoSuchField),
    }
}

impl UnitDraft {
    fn find(&mut self, field: &str) -> Result<Found<'_>, NoSuchField> {
        find(UNIT_FIELDS, &mut self.root, &steps(field)?)
    }

    /// Writes a plain field; an empty text empties it. Spaces around it do not count.
    ///
    /// # Errors
    /// When there is no such field, or it is a list or a group.
    pub fn set(&mut self, field: &str, text: &str) -> Result<(), NoSuchField> {
        match self.find(field)? {
            Found::Text(place) => {
                text.trim().clone_into(place);
                Ok(())
            }
            Found::Values(_) | Found::Tables(..) => Err(NoSuchField),
        }
    }

    /// Adds an empty entry at the end of a list, unless it has [`DRAFT_LIST_MAX`] already. Gives the number of entries.
    ///
    /// # Errors
    /// When there is no such list.
    pub fn add(&mut self, list: &str) -> Result<usize, NoSuchField> {
        match self.find(list)? {
            Found::Values(values) => {
                if values.len() < DRAFT_LIST_MAX {
                    values.push(String::new());
                }
                Ok(values.len())
            }
            Found::Tables(tables, fields) => {
                if tables.len() < DRAFT_LIST_MAX {
                    tables.push(DraftTable::empty(fields));
                }
                Ok(tables.len())
            }
            Found::Text(_) => Err(NoSuchField),
        }
    }

    /// Takes an entry out of a list, by its place from 1.
    ///
    /// # Errors
    /// When there is no such entry.
    pub fn remove(&mut self, list: &str, place: usize) -> Result<(), NoSuchField> {
        let index = place.checked_sub(1).ok_or(NoSuchField)?;
        match self.find(list)? {
            Found::Values(values) if index < values.len() => {
                values.remove(index);
            }
            Found::Tables(tables, _) if index < tables.len() => {
                tables.remove(index);
            }
            _ => return Err(NoSuchField),
        }
        Ok(())
    }

    /// Exchanges an entry of a list with the one after it, by its place from 1.
    ///
    /// # Errors
    /// When there is no such entry, or none after it.
    pub fn move_down(&mut self, list: &str, place: usize) -> Result<(), NoSuchField> {
        let index = place.checked_sub(1).ok_or(NoSuchField)?;
        match self.find(list)? {
            Found::Values(values) if index.saturating_add(1) < values.len() => values.swap(index, index + 1),
            Found::Tables(tables, _) if index.saturating_add(1) < tables.len() => tables.swap(index, index + 1),
            _ => return Err(NoSuchField),
        }
        Ok(())
    }

    /// The text of a plain field; empty when it is missing. `None` when there is no such field.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        match self.value(field)? {
            (DraftValue::Text(text), None) => Some(text),
            (DraftValue::Values(values), Some(place)) => values.get(place).map(String::as_str),
            _ => None,
        }
    }

    /// Where a unit of this text stands.
    #[must_use]
    pub fn place_of(&self, unit: &UnitId) -> UnitPlace {
        let faculty = self.text("faculty.cs").and_then(|name| Line::new(name).ok());
        UnitPlace { unit: unit.clone(), faculty }
    }

    /// How many entries a list has. `None` when there is no such list.
    #[must_use]
    pub fn entries(&self, list: &str) -> Option<usize> {
        match self.value(list)? {
            (DraftValue::Values(values), None) => Some(values.len()),
            (DraftValue::Tables(tables), None) => Some(tables.len()),
            _ => None,
        }
    }

    fn value(&self, field: &str) -> Option<(&DraftValue, Option<usize>)> {
        let mut table = &self.root;
        let mut fields = UNIT_FIELDS;
        let steps = steps(field).ok()?;
        let ((last, place), before) = steps.split_last()?;
        for (name, place) in before {
            let index = fields.iter().position(|field| field.name == *name)?;
            (table, fields) = match (fields.get(index)?.form, table.0.get(index)?, place) {
                (FieldForm::Table(inner), DraftValue::Table(table), None) => (table, inner),
                (FieldForm::Tables(inner), DraftValue::Tables(tables), Some(place)) => (tables.get(*place)?, inner),
                _ => return None,
            };
        }
        let index = fields.iter().position(|field| field.name == *last)?;
        Some((table.0.get(index)?, *place))
    }

    /// This text with some fields of the unit (`title`, `outcomes`) as another text has them: what a form about a part of a unit makes of the
    /// whole.
    #[must_use]
    pub fn with_fields_of(mut self, other: &UnitDraft, fields: &[&str]) -> UnitDraft {
        for (field, (own, others)) in UNIT_FIELDS.iter().zip(self.root.0.iter_mut().zip(&other.root.0)) {
            if fields.contains(&field.name) {
                own.clone_from(others);
            }
        }
        self
    }

    /// This text without entries of lists in which nothing is filled.
    #[must_use]
    pub fn without_empty_entries(mut self) -> UnitDraft {
        self.root.drop_empty_entries();
        self
    }

    /// Every plain field that is filled, with its name, in the order of the canonical text.
    #[must_use]
    pub fn leaves(&self) -> Vec<(String, &str)> {
        let mut found = Vec::new();
        leaves_of(UNIT_FIELDS, &self.root, "", &mut found);
        found
    }
}

/// The filled plain fields of a group whose name is `path`.
pub(crate) fn leaves_of<'a>(
    fields: &'static [DraftField],
    table: &'a DraftTable,
    path: &str,
    found: &mut Vec<(String, &'a str)>,
) {
    for (field, value) in fields.iter().zip(&table.0) {
        let name = field.name_in(path);
        match (field.form, value) {
            (_, DraftValue::Text(text)) if !text.is_empty() => found.push((name, text)),
            (_, DraftValue::Values(values)) => {
                found.extend(values.iter().zip(1_usize..).map(|(value, at)| (format!("{name}[{at}]"), value.as_str())));
            }
            (FieldForm::Table(inner), DraftValue::Table(table)) => leaves_of(inner, table, &name, found),
            (FieldForm::Tables(inner), DraftValue::Tables(tables)) => {
                for (table, at) in tables.iter().zip(1_usize..) {
                    leaves_of(inner, table, &format!("{name}[{at}]"), found);
                }
            }
            _ => {}
        }
    }
}

/// Whether a unit can have a field of this name, whatever the places in its lists; also a list or a group.
pub(crate) fn is_field(name: &str) -> bool {
    let Ok(steps) = steps(name) else { return false };
    let mut fields = UNIT_FIELDS;
    let mut left = steps.len();
    for (name, place) in steps {
        left -= 1;
        let Some(field) = fields.iter().find(|field| field.name == name) else { return false };
        match (field.form, place) {
            (FieldForm::Table(inner), None) => fields = inner,
            (FieldForm::Tables(inner), _) if left == 0 || place.is_some() => fields = inner,
            (FieldForm::Values(_), _) => return left == 0,
            (FieldForm::Tables(_) | FieldForm::Table(_), _) => return false,
            (_, place) => return left == 0 && place.is_none(),
        }
    }
    true
}
