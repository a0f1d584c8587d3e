//! Two who write at once: what each of them has, field by field.

use signet_lang::Locale;
use signet_offering::FieldChange;

use super::{form::element_id, section::UnitSection};
use crate::staff::unit_field::{unit_field_label, unit_field_language};

/// A field that differs.
pub struct ChangeLine {
    /// What it is called.
    pub label: String,
    /// Its element in the form.
    pub href: String,
    /// In which language it is.
    pub lang: Option<&'static str>,
    /// What the one text says.
    pub before: Option<String>,
    /// What the other text says.
    pub after: Option<String>,
}

impl ChangeLine {
    /// Differences in words, each leading to its field in the same page.
    pub fn all(changes: &[FieldChange], l: Locale) -> Vec<ChangeLine> {
        ChangeLine::all_in(changes, |_| String::new(), l)
    }

    /// Differences in words, each leading to its field in the page of its section.
    pub fn all_in(changes: &[FieldChange], page: impl Fn(UnitSection) -> String, l: Locale) -> Vec<ChangeLine> {
        let href = |field: &str| {
            let page = UnitSection::of_field(field).map_or_else(String::new, &page);
            format!("{page}#{}", element_id(field))
        };
        let line = |change: &FieldChange| ChangeLine {
            label: unit_field_label(l, &change.field),
            href: href(&change.field),
            lang: unit_field_language(&change.field).map(signet_record::Language::code),
            before: change.before.clone(),
            after: change.after.clone(),
        };
        changes.iter().map(line).collect()
    }
}
