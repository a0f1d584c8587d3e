//! Reads a draft from a unit file, complete or not: what the register keeps of a draft, and what somebody uploads to begin one.

use signet_record::{Flaw, Problem, SyntaxFault, ValueKind, nearest, unit_file};
use toml::de::{DeTable, DeValue};

use crate::draft::{DRAFT_LIST_MAX, DraftTable, DraftValue, UnitDraft};
use crate::schema::{DraftField, FieldForm, UNIT_FIELDS};

impl UnitDraft {
    /// Reads a draft. What is written there may be incomplete or wrong; only what no draft can hold is refused: text that is not TOML, a
    /// field that units do not have, a group where a value stands. Read from its canonical text, a draft is the same again.
    ///
    /// # Errors
    /// The first thing that a draft cannot hold.
    pub fn read(text: &str) -> Result<UnitDraft, Flaw> {
        let max = unit_file::BYTES_MAX;
        if text.len() > max {
            return Err(Problem::TooLarge { max, found: text.len() }.into());
        }
        let root = DeTable::parse(text).map_err(|error| {
            let fault = SyntaxFault::of_toml(error.message());
            Flaw::from(Problem::Syntax { fault })
        })?;
        Ok(UnitDraft { root: read_table(UNIT_FIELDS, root.get_ref())? })
    }
}

impl UnitDraft {
    /// The titles (Czech, English) that a canonical text begins with, also of a text that is cut off somewhere behind them; empty where there
    /// is none. Canonical texts have each value on a line of its own, and titles before anything long.
    #[must_use]
    pub fn titles_in(head: &str) -> [String; 2] {
        let whole = head.rfind('\n').and_then(|end| head.get(..=end)).unwrap_or("");
        // Below a heading titles are those of something else.
        let own = whole.lines().take_while(|line| !line.starts_with('['));
        let lines: Vec<&str> = own.filter(|line| line.starts_with("title.")).collect();
        match UnitDraft::read(&lines.join("\n")) {
            Ok(draft) => ["title.cs", "title.en"].map(|name| draft.text(name).unwrap_or("").to_owned()),
            // What is no canonical text has no titles.
            Err(_) => [String::new(), String::new()],
        }
    }
}

fn read_table(fields: &'static [DraftField], entries: &DeTable<'_>) -> Result<DraftTable, Flaw> {
    for key in entries.keys() {
        let found = key.get_ref().as_ref();
        if !fields.iter().any(|field| field.name == found) {
            let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
            // The name may be as long as the file.
            let found: String = found.chars().take(80).collect();
            let problem = Problem::UnknownField { nearest: nearest(&found, &known), found: found.clone() };
            return Err(Flaw::new(found, problem));
        }
    }
    let mut table = DraftTable::empty(fields);
    for (field, place) in fields.iter().zip(&mut table.0) {
        if let Some(value) = entries.get(field.name) {
            *place = read_value(field.form, value.get_ref()).map_err(|flaw| flaw.under(field.name))?;
        }
    }
    Ok(table)
}

fn read_value(form: FieldForm, value: &DeValue<'_>) -> Result<DraftValue, Flaw> {
    match (form, value) {
        (FieldForm::Table(fields), DeValue::Table(entries)) => Ok(DraftValue::Table(read_table(fields, entries)?)),
        (FieldForm::Tables(fields), DeValue::Array(items)) => {
            let tables = counted(items)?.map(|(item, at)| match item {
                DeValue::Table(entries) => read_table(fields, entries).map_err(|flaw| flaw.under(&format!("[{at}]"))),
                other => Err(wrong(ValueKind::Table, other).under(&format!("[{at}]"))),
            });
            Ok(DraftValue::Tables(tables.collect::<Result<_, Flaw>>()?))
        }
        (FieldForm::Values(_), DeValue::Array(items)) => {
            let values = counted(items)?.map(|(item, at)| plain(item).map_err(|flaw| flaw.under(&format!("[{at}]"))));
            Ok(DraftValue::Values(values.collect::<Result<_, Flaw>>()?))
        }
        (FieldForm::Table(_), other) => Err(wrong(ValueKind::Table, other)),
        (FieldForm::Tables(_) | FieldForm::Values(_), other) => Err(wrong(ValueKind::List, other)),
        (_, value) => Ok(DraftValue::Text(plain(value)?)),
    }
}

/// The entries of a list with their places from 1.
fn counted<'a, 'i>(items: &'a toml::de::DeArray<'i>) -> Result<impl Iterator<Item = (&'a DeValue<'i>, usize)>, Flaw> {
    if items.len() > DRAFT_LIST_MAX {
        return Err(Problem::TooMany { max: DRAFT_LIST_MAX, found: items.len() }.into());
    }
    Ok(items.iter().map(|item| item.get_ref()).zip(1_usize..))
}

/// A plain value as somebody would type it.
fn plain(value: &DeValue<'_>) -> Result<String, Flaw> {
    match value {
        DeValue::String(text) => Ok(text.trim().to_owned()),
        DeValue::Integer(number) => Ok(number.as_str().to_owned()),
        DeValue::Float(number) => Ok(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Ok(truth.to_string()),
        DeValue::Datetime(day) => Ok(day.to_string()),
        other => Err(wrong(ValueKind::Text, other)),
    }
}

fn wrong(expected: ValueKind, value: &DeValue<'_>) -> Flaw {
    Problem::WrongType { expected, found: ValueKind::of_toml(value) }.into()
}
