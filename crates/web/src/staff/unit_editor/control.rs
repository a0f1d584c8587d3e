//! How a field of a unit is filled in: by what one types, or by a choice.

use std::sync::LazyLock;

use signet_lang::{Locale, args};
use signet_offering::FieldForm;
use signet_record::{
    ActivityKind, AssessmentKind, Country, CredentialType, EntitlementKind, Language, Mode, OutcomeKind, QualityKind,
    Supervision, TeachingLanguage,
};

/// How a field is filled in.
pub enum Control {
    /// One line; `inputmode` of the keyboard.
    Line(&'static str),
    /// Several lines.
    Passage,
    /// One of these.
    Choice(Vec<FieldChoice>),
}

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

fn choices(general: &str, form: FieldForm, l: Locale) -> Option<Vec<FieldChoice>> {
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
        _ if general.ends_with("country") => in_order(&COUNTRIES, l),
        _ if general.ends_with("eqf") || general.ends_with("levels[]") => (1..=8_u8)
            .map(|level| FieldChoice { value: level.to_string(), label: l.web_credential_eqf(level) })
            .collect(),
        _ if matches!(form, FieldForm::Truth) => vec![word("true", Word::Yes), word("false", Word::No)],
        _ => return None,
    })
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
    use super::*;

    #[test]
    fn a_name_is_general_without_its_places() {
        assert_eq!(without_places("outcomes[2].esco[10].uri"), "outcomes[].esco[].uri");
        assert_eq!(without_places("title.cs"), "title.cs");
    }

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
