//! What the fields of a unit of learning say, in words: a unit file holds codes, and days and numbers as machines write them.

use std::sync::LazyLock;

use signet_lang::{Locale, args};
use signet_offering::{FieldForm, field_form};
use signet_record::{
    ActivityKind, AssessmentKind, Country, CredentialType, EntitlementKind, Language, Mode, OutcomeKind, QualityKind,
    Supervision, TeachingLanguage, day,
};

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChoice {
    /// As it stands in the unit file.
    pub value: String,
    /// In words.
    pub label: String,
}

/// A name without the places in its lists: `outcomes[].text.cs`.
pub fn without_places(field: &str) -> String {
    let mut general = String::with_capacity(field.len());
    let mut inside = false;
    for character in field.chars() {
        match character {
            '[' => {
                inside = true;
                general.push_str("[]");
            }
            ']' => inside = false,
            other if !inside => general.push(other),
            _ => {}
        }
    }
    general
}

/// What a field says, as people read it. What no list knows, and no day or number is, stands as it is written.
pub fn unit_field_value(l: Locale, field: &str, value: &str) -> String {
    let Some(form) = field_form(field) else { return value.to_owned() };
    match form {
        FieldForm::Day => shown_day(l, value),
        FieldForm::Decimal => l.decimal(value),
        _ => {
            let mut listed = choices(&without_places(field), form, l).into_iter().flatten();
            let known = listed.find(|choice| choice.value == value);
            known.map_or_else(|| value.to_owned(), |choice| choice.label)
        }
    }
}

/// A day as the language writes it; what is none stays as it was typed.
pub fn shown_day(l: Locale, text: &str) -> String {
    day::read(text).map_or_else(|_| text.to_owned(), |day| l.date(day))
}

/// A day as files write it; what is none stays as it was typed.
pub fn written_day(text: &str) -> String {
    day::read(text).map_or_else(|_| text.to_owned(), |day| day.to_string())
}

/// The only values a field may have, where there is a list of them.
pub fn choices(general: &str, form: FieldForm, l: Locale) -> Option<Vec<FieldChoice>> {
    use args::WebStaffEditChoice as Word;
    let word = |value: &str, word| FieldChoice { value: value.to_owned(), label: l.web_staff_edit_choice(word) };
    Some(match general {
        "kind" => vec![
            FieldChoice { value: "lifelong-learning".into(), label: l.web_catalogue_kind_lifelong() },
            FieldChoice { value: "course".into(), label: l.web_catalogue_kind_course() },
            FieldChoice { value: "course-set".into(), label: l.web_catalogue_kind_set() },
        ],
        "course_set.sequence" => vec![word("parallel", Word::Parallel), word("consecutive", Word::Consecutive)],
        "outcomes[].kind" => of(OutcomeKind::ALL, OutcomeKind::code, |kind| match kind {
            OutcomeKind::Knowledge => l.document_outcomes_knowledge(),
            OutcomeKind::Skill => l.document_outcomes_skill(),
            OutcomeKind::Competence => l.document_outcomes_competence(),
        }),
        "assessments[].kind" => of(AssessmentKind::ALL, AssessmentKind::code, |kind| l.assessment_kind(kind)),
        "supervision" => of(Supervision::ALL, Supervision::code, |kind| l.supervision(kind)),
        "quality.kind" | "accreditations[].kind" => {
            of(QualityKind::ALL, QualityKind::code, |kind| l.quality_kind(kind))
        }
        "quality.credential_types[]" | "accreditations[].credential_types[]" => {
            of(CredentialType::ALL, CredentialType::code, |kind| credential_type(kind, l))
        }
        "mode" | "activities[].mode" => of(Mode::ALL, Mode::code, |mode| l.mode(mode)),
        "activities[].kind" => of(ActivityKind::ALL, ActivityKind::code, |kind| l.activity_kind(kind)),
        "entitlements[].kind" => of(EntitlementKind::ALL, EntitlementKind::code, |kind| l.entitlement_kind(kind)),
        "entitlements[].status" => vec![
            FieldChoice { value: "actual".into(), label: l.document_entitlement_actual() },
            FieldChoice { value: "prospective".into(), label: l.document_entitlement_prospective() },
        ],
        "languages[]" | "documents[].language" => in_order(&LANGUAGES, l),
        _ if general.ends_with("country") => countries(l),
        _ if general.ends_with("eqf") || general.ends_with("levels[]") => (1..=8_u8)
            .map(|level| FieldChoice { value: level.to_string(), label: l.web_credential_eqf(level) })
            .collect(),
        _ if matches!(form, FieldForm::Truth) => vec![word("true", Word::Yes), word("false", Word::No)],
        _ => return None,
    })
}

/// Every country, in the order of its names.
pub fn countries(l: Locale) -> Vec<FieldChoice> {
    in_order(&COUNTRIES, l)
}

fn of<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str, label: impl Fn(T) -> String) -> Vec<FieldChoice> {
    all.iter().map(|one| FieldChoice { value: code(*one).to_owned(), label: label(*one) }).collect()
}

/// Something listed, in the order of its names in Czech and in English. Put in order once: a form may have it in every entry of a list.
type Sorted = LazyLock<[Vec<FieldChoice>; 2]>;

static COUNTRIES: Sorted =
    LazyLock::new(|| Language::ALL.map(|of| sorted(Country::all().map(|one| (one.code(), one.name(of))), of)));
static LANGUAGES: Sorted =
    LazyLock::new(|| Language::ALL.map(|of| sorted(TeachingLanguage::all().map(|one| (one.code(), one.name(of))), of)));

fn sorted(listed: impl Iterator<Item = (&'static str, &'static str)>, language: Language) -> Vec<FieldChoice> {
    let l = Locale::new(language);
    let mut choices: Vec<FieldChoice> =
        listed.map(|(value, label)| FieldChoice { value: value.to_owned(), label: label.to_owned() }).collect();
    choices.sort_by_cached_key(|choice| l.collation_key(&choice.label));
    choices
}

fn in_order(listed: &Sorted, l: Locale) -> Vec<FieldChoice> {
    let [czech, english] = &**listed;
    match l.language() {
        Language::Cs => czech.clone(),
        Language::En => english.clone(),
    }
}

fn credential_type(kind: CredentialType, l: Locale) -> String {
    match kind {
        CredentialType::Generic => l.document_credential_generic(),
        CredentialType::LearningActivity => l.document_credential_activity(),
        CredentialType::Qualification => l.document_credential_qualification(),
        CredentialType::DiplomaSupplement => l.document_credential_supplement(),
        CredentialType::Entitlement => l.document_credential_entitlement(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_is_general_without_its_places() {
        assert_eq!(without_places("outcomes[2].esco[10].uri"), "outcomes[].esco[].uri");
        assert_eq!(without_places("title.cs"), "title.cs");
    }

    #[test]
    fn codes_days_and_numbers_are_told_in_words() {
        let (cs, en) = (Locale::new(Language::Cs), Locale::new(Language::En));
        for (field, value) in [("mode", Mode::ALL[0].code()), ("activities[2].mode", Mode::ALL[0].code())] {
            assert_eq!(unit_field_value(cs, field, value), cs.mode(Mode::ALL[0]));
        }
        assert_eq!(unit_field_value(en, "languages[1]", "CES"), "Czech");
        assert_eq!(unit_field_value(cs, "quality.body_country", "CZE"), "Česko");
        assert_eq!(
            unit_field_value(cs, "quality.kind", "institutional-qa"),
            cs.quality_kind(QualityKind::InstitutionalQa)
        );
        assert_eq!(
            unit_field_value(cs, "grading.grades[2].passing", "false"),
            unit_field_value(cs, "grading.grades[1].passing", "false")
        );
        assert_ne!(unit_field_value(cs, "grading.grades[2].passing", "false"), "false");
        assert_eq!(
            unit_field_value(cs, "quality.expires", "2042-02-28"),
            cs.date(signet_record::Date::constant(2042, 2, 28))
        );
        assert_eq!(unit_field_value(cs, "ects", "2.5"), "2,5");
        for (field, value) in [("title.cs", "mode"), ("mode", "by-owl"), ("quality.expires", "soon"), ("nothing", "x")]
        {
            assert_eq!(unit_field_value(cs, field, value), value);
        }
    }

    /// Whatever the editor offers to choose is told in words wherever the text of a unit is read.
    #[test]
    fn no_code_of_a_list_is_shown_as_it_is_written() {
        for l in Language::ALL.map(Locale::new) {
            for field in [
                "kind",
                "mode",
                "supervision",
                "course_set.sequence",
                "outcomes[1].kind",
                "assessments[1].kind",
                "quality.kind",
                "accreditations[1].credential_types[1]",
                "activities[1].kind",
                "entitlements[1].kind",
                "entitlements[1].status",
                "languages[1]",
                "documents[1].language",
                "components[1].awarded_by.country",
                "eqf",
                "grading.grades[1].passing",
            ] {
                let listed = choices(&without_places(field), field_form(field).unwrap(), l).unwrap();
                assert!(!listed.is_empty());
                for choice in listed {
                    assert_eq!(unit_field_value(l, field, &choice.value), choice.label, "{field}");
                }
            }
        }
    }
}
