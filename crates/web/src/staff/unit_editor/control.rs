//! How a field of a unit is filled in: by what one types, or by a choice.

use signet_lang::Locale;
use signet_offering::FieldForm;

use crate::staff::unit_value::{FieldChoice, choices, without_places};

/// How a field is filled in.
pub enum Control {
    /// One line; `inputmode` of the keyboard.
    Line(&'static str),
    /// Several lines.
    Passage,
    /// One of these.
    Choice(Vec<FieldChoice>),
}

impl Control {
    /// How the field of this name and form is filled in.
    pub fn of(field: &str, form: FieldForm, l: Locale) -> Control {
        let general = without_places(field);
        if let Some(choices) = choices(&general, form, l) {
            return Control::Choice(choices);
        }
        match form {
            FieldForm::Integer => Control::Line("numeric"),
            FieldForm::Decimal => Control::Line("decimal"),
            FieldForm::Text if is_address(&general) => Control::Line("url"),
            FieldForm::Text if is_passage(&general) => Control::Passage,
            _ => Control::Line("text"),
        }
    }
}

fn is_address(general: &str) -> bool {
    ["homepage", ".url", ".uri", ".report"].iter().any(|end| general.ends_with(end))
}

/// Texts that are sentences, not names.
fn is_passage(general: &str) -> bool {
    let Some(group) = general.strip_suffix(".cs").or_else(|| general.strip_suffix(".en")) else { return false };
    let last = group.rsplit('.').next().unwrap_or(group);
    matches!(last, "description" | "legal_basis" | "prerequisites" | "towards" | "further_information" | "text")
}

#[cfg(test)]
mod tests {
    use signet_record::Language;

    use super::*;

    #[test]
    fn closed_lists_are_chosen_from_in_the_order_of_the_language() {
        let l = Locale::new(Language::Cs);
        let Control::Choice(countries) = Control::of("quality.body_country", FieldForm::Text, l) else { panic!() };
        let place = |code: &str| countries.iter().position(|choice| choice.value == code).unwrap();
        assert!(place("CZE") < place("DNK"), "č before d");
        assert!(place("GEO") < place("CHL") && place("CHL") < place("HRV") && place("HRV") < place("IND"), "g, ch, i");
        assert!(
            matches!(Control::of("components[1].eqf", FieldForm::Integer, l), Control::Choice(levels) if levels.len() == 8)
        );
        assert!(matches!(Control::of("hours", FieldForm::Integer, l), Control::Line("numeric")));
        assert!(matches!(Control::of("outcomes[1].text.en", FieldForm::Text, l), Control::Passage));
        assert!(
            matches!(Control::of("grading.grades[1].passing", FieldForm::Truth, l), Control::Choice(two) if two.len() == 2)
        );
    }
}
