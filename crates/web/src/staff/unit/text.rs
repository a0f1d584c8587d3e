//! The text of a unit field by field, and how two texts differ, for whoever decides about one.

use signet_lang::Locale;
use signet_offering::{FieldChange, UnitDraft};

use super::super::unit_field::{unit_field_label, unit_field_language};

/// A field of a text.
#[derive(Clone, Debug)]
pub struct TextField {
    /// Its name in the unit file; what a remark about it carries.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// ISO 639-1 code of what it says, where its name tells.
    pub language: Option<&'static str>,
    /// What it says.
    pub value: String,
}

/// A field that differs.
#[derive(Clone, Debug)]
pub struct ChangedField {
    /// What people call it.
    pub label: String,
    /// ISO 639-1 code of what it says, where its name tells.
    pub language: Option<&'static str>,
    /// What it said.
    pub before: Option<String>,
    /// What it says now.
    pub after: Option<String>,
}

/// Every field that is filled, in the order of the unit file. Id and version are told elsewhere: nobody writes them.
pub fn text_fields(draft: &UnitDraft, l: Locale) -> Vec<TextField> {
    let told = draft.leaves().into_iter().filter(|(name, _)| !is_name(name));
    let field = |(name, value): (String, &str)| TextField {
        label: unit_field_label(l, &name),
        language: language(&name),
        value: value.to_owned(),
        name,
    };
    told.map(field).collect()
}

/// What differs, in words.
pub fn changed_fields(changes: Vec<FieldChange>, l: Locale) -> Vec<ChangedField> {
    let told = changes.into_iter().filter(|change| !is_name(&change.field));
    let field = |change: FieldChange| ChangedField {
        label: unit_field_label(l, &change.field),
        language: language(&change.field),
        before: change.before,
        after: change.after,
    };
    told.map(field).collect()
}

fn language(field: &str) -> Option<&'static str> {
    unit_field_language(field).map(|language| language.code())
}

fn is_name(field: &str) -> bool {
    matches!(field, "id" | "version")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::{Language, specimen};

    use super::*;

    #[test]
    fn whoever_decides_sees_every_field_but_the_name_of_the_text() {
        let draft = UnitDraft::of(&specimen::unit().unwrap());
        let fields = text_fields(&draft, Locale::new(Language::Cs));
        assert_eq!(fields.len() + 2, draft.leaves().len());
        let title = fields.iter().find(|field| field.name == "title.en").unwrap();
        assert_eq!((title.label.as_str(), title.language), ("Název › anglicky", Some("en")));
    }

    #[test]
    fn a_new_version_alone_is_no_difference() {
        let before = UnitDraft::of(&specimen::unit().unwrap());
        let mut after = before.clone();
        after.set("version", "2").unwrap();
        after.set("ects", "4").unwrap();
        let changed = changed_fields(before.difference(&after), Locale::new(Language::En));
        assert_eq!(changed.len(), 1);
        assert_eq!((changed[0].label.as_str(), changed[0].after.as_deref()), ("ECTS credits", Some("4")));
    }
}
