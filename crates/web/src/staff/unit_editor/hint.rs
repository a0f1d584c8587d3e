//! How the fields of a unit are filled in.

use signet_lang::{Locale, args::WebStaffEditHint as Hint};

/// What stands below the label of a field; the name is without places (`outcomes[].text`). `None` where the label says it all.
pub fn unit_field_hint(l: Locale, general: &str) -> Option<String> {
    let hint = match general {
        "description" => Hint::Description,
        "faculty" => Hint::Faculty,
        "legal_basis" => Hint::LegalBasis,
        "course" => Hint::Course,
        "course_set" => Hint::CourseSet,
        "outcomes" => Hint::Outcomes,
        "outcomes[].esco" => Hint::Esco,
        "ects" => Hint::Ects,
        "hours" => Hint::Hours,
        "nqf" => Hint::Nqf,
        "isced" => Hint::Isced,
        "assessments" => Hint::Assessments,
        "assessments[].code" => Hint::AssessmentCode,
        "assessments[].weight_percent" => Hint::Weight,
        "grading.grades" => Hint::Grades,
        "supervision" => Hint::Supervision,
        "quality" => Hint::Quality,
        "accreditations" => Hint::Accreditations,
        "framework" => Hint::Framework,
        "languages" => Hint::Languages,
        "prerequisites" => Hint::Prerequisites,
        "activities" => Hint::Activities,
        "stacking" => Hint::Stacking,
        "components" => Hint::Components,
        "entitlements" => Hint::Entitlements,
        "further_information" => Hint::FurtherInformation,
        "documents" => Hint::Documents,
        "runs" => Hint::Runs,
        "runs[].id" => Hint::RunId,
        "runs[].closed_to" => Hint::ClosedTo,
        "homepage" => Hint::Homepage,
        _ if is_day(general) => Hint::Day,
        _ => return None,
    };
    Some(l.web_staff_edit_hint(hint))
}

fn is_day(general: &str) -> bool {
    [".issued", ".expires", ".review", ".start", ".end"].iter().any(|end| general.ends_with(end))
}
