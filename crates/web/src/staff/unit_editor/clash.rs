//! Two who write at once: where each field stands in which they differ.

use signet_lang::Locale;
use signet_offering::FieldChange;

use super::{form::element_id, section::UnitSection};
use crate::staff::unit_change::ChangedField;

/// Differences in words, each leading to its field in the same page.
pub fn changes_here(changes: &[FieldChange], l: Locale) -> Vec<ChangedField> {
    changes_in(changes, |_| String::new(), l)
}

/// Differences in words, each leading to its field in the page of its section.
pub fn changes_in(changes: &[FieldChange], page: impl Fn(UnitSection) -> String, l: Locale) -> Vec<ChangedField> {
    let href = |field: &str| {
        let page = UnitSection::of_field(field).map_or_else(String::new, &page);
        Some(format!("{page}#{}", element_id(field)))
    };
    ChangedField::all(changes, href, l)
}
