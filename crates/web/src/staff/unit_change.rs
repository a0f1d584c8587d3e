//! How two texts of a unit of learning differ, in words.

use signet_lang::Locale;
use signet_offering::FieldChange;
use signet_record::Language;

use super::{
    unit_field::{unit_field_label, unit_field_language},
    unit_value::unit_field_value,
};

/// A field that differs.
#[derive(Clone, Debug)]
pub struct ChangedField {
    /// What people call it.
    pub label: String,
    /// Where it is written, for whoever may change it there.
    pub href: Option<String>,
    /// ISO 639-1 code of what it says, where its name tells.
    pub language: Option<&'static str>,
    /// What it said.
    pub before: Option<String>,
    /// What it says now.
    pub after: Option<String>,
}

impl ChangedField {
    /// What differs; `href` says where a field is written. Each text has a name and a version of its own: they are no change of it.
    pub fn all(changes: &[FieldChange], href: impl Fn(&str) -> Option<String>, l: Locale) -> Vec<ChangedField> {
        let told = changes.iter().filter(|change| !is_name(&change.field));
        let field = |change: &FieldChange| {
            let said = |value: &Option<String>| value.as_deref().map(|value| unit_field_value(l, &change.field, value));
            ChangedField {
                label: unit_field_label(l, &change.field),
                href: href(&change.field),
                language: unit_field_language(&change.field).map(Language::code),
                before: said(&change.before),
                after: said(&change.after),
            }
        };
        told.map(field).collect()
    }
}

/// Id and version are told elsewhere: nobody writes them.
pub fn is_name(field: &str) -> bool {
    matches!(field, "id" | "version")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_offering::UnitDraft;
    use signet_record::{Mode, specimen};

    use super::*;

    #[test]
    fn a_new_version_alone_is_no_difference_and_codes_are_told_in_words() {
        let before = UnitDraft::of(&specimen::unit().unwrap());
        let mut after = before.clone();
        after.set("version", "2").unwrap();
        after.set("ects", "4.5").unwrap();
        let other = Mode::ALL.iter().find(|mode| Some(mode.code()) != before.text("mode")).unwrap();
        after.set("mode", other.code()).unwrap();
        let l = Locale::new(Language::Cs);
        let changed = ChangedField::all(&before.difference(&after), |field| Some(format!("#{field}")), l);
        assert_eq!(changed.len(), 2);
        assert_eq!((changed[0].label.as_str(), changed[0].after.as_deref()), ("Kredity ECTS", Some("4,5")));
        assert_eq!((changed[1].href.as_deref(), changed[1].after.clone()), (Some("#mode"), Some(l.mode(*other))));
    }
}
