//! What the fields of a unit of learning are called, for whoever reads or remarks on its text.

use signet_lang::{
    Locale,
    args::{WebStaffFieldStep as Step, WebStaffFieldStepOf},
};
use signet_record::Language;

/// Between the steps that lead to a field.
const BETWEEN: &str = " › ";

/// A field in words: `outcomes[2].text.cs` is *Learning outcomes 2 › Text › Czech*; an empty name is the unit as a whole. A step that
/// has no words stands as it is written in the unit file.
pub fn unit_field_label(l: Locale, field: &str) -> String {
    if field.is_empty() {
        return l.web_staff_field_whole();
    }
    field.split('.').map(|step| worded(l, step)).collect::<Vec<_>>().join(BETWEEN)
}

/// The language that the words of a field are in, where its name says so.
pub fn unit_field_language(field: &str) -> Option<Language> {
    match field.rsplit('.').next() {
        Some("cs") => Some(Language::Cs),
        Some("en") => Some(Language::En),
        _ => None,
    }
}

fn worded(l: Locale, step: &str) -> String {
    let (name, at) = match step.split_once('[') {
        Some((name, at)) => (name, Some(at.trim_end_matches(']'))),
        None => (step, None),
    };
    let word = known(name).map_or_else(|| name.to_owned(), |known| l.web_staff_field_step(known));
    match at {
        Some(at) => l.web_staff_field_step_of(WebStaffFieldStepOf { at, step: word }),
        None => word,
    }
}

fn known(name: &str) -> Option<Step> {
    STEPS.iter().find(|(step, _)| *step == name).map(|(_, word)| *word)
}

/// Every step, by its name in the unit file.
const STEPS: [(&str, Step); 69] = [
    ("id", Step::Id),
    ("version", Step::Version),
    ("framework", Step::Framework),
    ("kind", Step::Kind),
    ("title", Step::Title),
    ("description", Step::Description),
    ("faculty", Step::Faculty),
    ("legal_basis", Step::LegalBasis),
    ("ects", Step::Ects),
    ("hours", Step::Hours),
    ("eqf", Step::Eqf),
    ("languages", Step::Languages),
    ("mode", Step::Mode),
    ("supervision", Step::Supervision),
    ("prerequisites", Step::Prerequisites),
    ("stacking", Step::Stacking),
    ("towards", Step::Towards),
    ("further_information", Step::FurtherInformation),
    ("homepage", Step::Homepage),
    ("isced", Step::Isced),
    ("nqf", Step::Nqf),
    ("course", Step::Course),
    ("course_set", Step::CourseSet),
    ("programme", Step::Programme),
    ("sequence", Step::Sequence),
    ("parts", Step::Parts),
    ("outcomes", Step::Outcomes),
    ("text", Step::Text),
    ("esco", Step::Esco),
    ("uri", Step::Uri),
    ("assessments", Step::Assessments),
    ("weight_percent", Step::WeightPercent),
    ("grading", Step::Grading),
    ("grades", Step::Grades),
    ("passing", Step::Passing),
    ("quality", Step::Quality),
    ("body", Step::Body),
    ("body_country", Step::BodyCountry),
    ("decision", Step::Decision),
    ("issued", Step::Issued),
    ("expires", Step::Expires),
    ("report", Step::Report),
    ("review", Step::Review),
    ("levels", Step::Levels),
    ("credential_types", Step::CredentialTypes),
    ("fields", Step::Fields),
    ("jurisdictions", Step::Jurisdictions),
    ("accreditations", Step::Accreditations),
    ("components", Step::Components),
    ("awarded_by", Step::AwardedBy),
    ("name", Step::Name),
    ("country", Step::Country),
    ("activities", Step::Activities),
    ("period", Step::Period),
    ("start", Step::Start),
    ("end", Step::End),
    ("place", Step::Place),
    ("entitlements", Step::Entitlements),
    ("status", Step::Status),
    ("occupations", Step::Occupations),
    ("organisations", Step::Organisations),
    ("documents", Step::Documents),
    ("url", Step::Url),
    ("language", Step::Language),
    ("runs", Step::Runs),
    ("closed_to", Step::ClosedTo),
    ("code", Step::Code),
    ("cs", Step::Cs),
    ("en", Step::En),
];

#[cfg(test)]
mod tests {
    use signet_offering::{DraftField, FieldForm, UNIT_FIELDS};

    use super::*;

    fn every_step(fields: &'static [DraftField], found: &mut Vec<&'static str>) {
        for field in fields {
            found.push(field.name);
            if let FieldForm::Table(inner) | FieldForm::Tables(inner) = field.form {
                every_step(inner, found);
            }
        }
    }

    #[test]
    fn every_field_of_a_unit_has_words() {
        let mut steps = Vec::new();
        every_step(UNIT_FIELDS, &mut steps);
        let without: Vec<&str> = steps.into_iter().filter(|step| known(step).is_none()).collect();
        assert_eq!(without, [""; 0]);
    }

    #[test]
    fn a_field_is_told_by_the_way_to_it() {
        let l = Locale::new(Language::En);
        assert_eq!(unit_field_label(l, "outcomes[2].text.cs"), "Learning outcomes 2 › Text › Czech");
        assert_eq!(unit_field_label(l, ""), "The unit as a whole");
        assert_eq!(unit_field_language("outcomes[2].text.cs"), Some(Language::Cs));
        assert_eq!(unit_field_language("ects"), None);
    }
}
