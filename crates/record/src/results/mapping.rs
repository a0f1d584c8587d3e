//! What somebody said the columns of a file are, where its headings do not say so themselves.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    COLUMNS_MAX,
    column::{self, Column},
    known::Known,
    part_column::PartColumn,
};
use crate::{Language, Unit};

/// Headings, without capitals and diacritics, with the name of the field that each stands for; an empty name leaves the column out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ColumnMapping(BTreeMap<String, String>);

/// What is said of one heading.
pub(super) enum Said<'m> {
    LeftOut,
    Field(&'m str),
}

impl ColumnMapping {
    /// Whether nothing is said of any heading.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says what a heading stands for: the name of a field of [`fields`], or nothing to leave the column out. What is no field is not
    /// taken, nor more headings than a file may have.
    pub fn say(&mut self, heading: &str, field: &str, unit: &Unit) {
        let fits = field.is_empty() || Known::of_name(field, unit).is_some();
        let heading = column::plain(heading);
        if fits && !heading.is_empty() && (self.0.len() < COLUMNS_MAX || self.0.contains_key(&heading)) {
            self.0.insert(heading, field.to_owned());
        }
    }

    pub(super) fn said(&self, heading: &str) -> Option<Said<'_>> {
        let name = self.0.get(&column::plain(heading))?;
        Some(if name.is_empty() { Said::LeftOut } else { Said::Field(name) })
    }
}

/// A field that a column may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedField {
    /// Its name in JSON and in mappings.
    pub name: String,
    cs: String,
    en: String,
}

impl MappedField {
    /// What it is called, as a heading.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::Cs => &self.cs,
            Language::En => &self.en,
        }
    }
}

/// The fields that columns of results of a unit may stand for.
#[must_use]
pub fn fields(unit: &Unit) -> Vec<MappedField> {
    let whole = Column::all().map(|column| {
        let [cs, en] = column.headings().map(str::to_owned);
        MappedField { name: column.name().to_owned(), cs, en }
    });
    let parts = PartColumn::all(unit).map(|part| {
        let [cs, en] = part.headings();
        MappedField { name: part.name(), cs, en }
    });
    whole.chain(parts).collect()
}
