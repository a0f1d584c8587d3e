//! What a column of results can be about.

use super::{column::Column, part_column::PartColumn};
use crate::Unit;

/// What a column is about.
#[derive(Clone, PartialEq)]
pub(super) enum Known {
    Whole(Column),
    Part(PartColumn),
}

impl Known {
    /// Its name, as mappings and flaws have it.
    pub fn name(&self) -> String {
        match self {
            Known::Whole(column) => column.name().to_owned(),
            Known::Part(part) => part.name(),
        }
    }

    /// The column with this name.
    pub fn of_name(name: &str, unit: &Unit) -> Option<Known> {
        PartColumn::of(name, unit).map(Known::Part).or_else(|| Column::of_name(name).map(Known::Whole))
    }
}
