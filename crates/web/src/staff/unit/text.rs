//! The text of a unit field by field, for whoever decides about it.

use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::Language;

use super::super::{
    unit_change::is_name,
    unit_field::{unit_field_label, unit_field_language},
    unit_value::unit_field_value,
};

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

/// Every field that is filled, in the order of the unit file. Id and version are told elsewhere: nobody writes them.
pub fn text_fields(draft: &UnitDraft, l: Locale) -> Vec<TextField> {
    let told = draft.leaves().into_iter().filter(|(name, _)| !is_name(name));
    let field = |(name, value): (String, &str)| TextField {
        label: unit_field_label(l, &name),
        language: unit_field_language(&name).map(Language::code),
        value: unit_field_value(l, &name, value),
        name,
    };
    told.map(field).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::specimen;

    use super::*;

    #[test]
    fn whoever_decides_sees_every_field_but_the_name_of_the_text() {
        let draft = UnitDraft::of(&specimen::unit().unwrap());
        let fields = text_fields(&draft, Locale::new(Language::Cs));
        assert_eq!(fields.len() + 2, draft.leaves().len());
        let title = fields.iter().find(|field| field.name == "title.en").unwrap();
        assert_eq!((title.label.as_str(), title.language), ("Název › anglicky", Some("en")));
        let language = fields.iter().find(|field| field.name == "languages[1]").unwrap();
        assert_ne!(language.value, draft.text("languages[1]").unwrap(), "no code of a list");
    }
}
