//! The fields of an award as a form has them, and back: they are read by the reader of results, so that a form is told what a file is told.

use serde_json::{Map, Value};
use signet_lang::Locale;
use signet_record::{
    Award, Complaint, Country, Date, Language, day,
    results::{self, ResultRow},
};

use crate::staff::unit_value;

/// One field.
pub struct CorrectedField {
    /// Its name, as in results in JSON.
    pub name: String,
    /// Its place on the page.
    pub anchor: String,
    /// What it is called.
    pub label: String,
    /// What the credential says.
    pub old: String,
    /// What it shall say.
    pub new: String,
    /// The only values there are; empty when any may be written.
    pub choices: Vec<(String, String)>,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// The field that is kept as a code and read as a name.
const COUNTRY: &str = "birth_country";

impl CorrectedField {
    /// A value of it as people read it; what is no value stays as it was typed.
    pub fn word<'a>(&self, value: &'a str, l: Locale) -> &'a str {
        match Country::new(value) {
            Ok(country) if self.name == COUNTRY => country.name(l.language()),
            _ => value,
        }
    }
}

/// The fields of an award, but for those that no correction changes: person and run.
pub fn fields(award: &Award, l: Locale) -> Vec<CorrectedField> {
    let kept = |field: &results::MappedField| !matches!(field.name.as_str(), "person" | "run");
    let all = results::fields(award.unit());
    all.into_iter().filter(kept).map(|field| of(award, &field, l)).collect()
}

fn of(award: &Award, field: &results::MappedField, l: Locale) -> CorrectedField {
    let old = shown(&field.name, &value(award, &field.name), l);
    let choices = match field.name.as_str() {
        "grade" => grades(award, l.language()),
        COUNTRY => countries(l),
        _ => Vec::new(),
    };
    let anchor = field.name.replace(|sign: char| !sign.is_ascii_alphanumeric(), "-").to_lowercase();
    let (name, label) = (field.name.clone(), field.label(l.language()).to_owned());
    CorrectedField { name, anchor, label, new: old.clone(), old, choices, problem: None }
}

/// The grades that are a pass, with what they mean.
fn grades(award: &Award, language: Language) -> Vec<(String, String)> {
    let passing = award.unit().grading.grades.iter().filter(|step| step.passing);
    passing.map(|step| (step.code.to_string(), format!("{} – {}", step.code, step.label.text(language)))).collect()
}

/// None, or a country by its name.
fn countries(l: Locale) -> Vec<(String, String)> {
    let none = (String::new(), l.web_staff_correct_empty());
    let all = unit_value::countries(l).into_iter().map(|choice| (choice.value, choice.label));
    std::iter::once(none).chain(all).collect()
}

/// A value as the language writes it: a day however it was typed, so that another way to write it is no change.
pub fn shown(name: &str, value: &str, l: Locale) -> String {
    let value = value.trim();
    match name.split_once(':').map_or(name, |(about, _)| about) {
        "born" | "result_date" => day::read(value).map_or_else(|_| value.to_owned(), |day| l.date(day)),
        _ => value.to_owned(),
    }
}

/// What the award says of a field, as a file of results would.
fn value(award: &Award, name: &str) -> String {
    let (holder, outcome) = (award.holder(), award.outcome());
    let text = |line: &Option<signet_record::Line>| line.as_ref().map_or_else(String::new, ToString::to_string);
    match name {
        "person" => holder.person.to_string(),
        "given_name" => text(&holder.given_name),
        "family_name" => text(&holder.family_name),
        "titles_before" => text(&holder.titles_before),
        "titles_after" => text(&holder.titles_after),
        "born" => holder.born.to_string(),
        "birth_place" => text(&holder.birth_place),
        "birth_country" => holder.birth_country.as_ref().map_or_else(String::new, ToString::to_string),
        "email" => holder.email.as_ref().map_or_else(String::new, ToString::to_string),
        "run" => award.run().id.to_string(),
        "grade" => outcome.grade.code.to_string(),
        "result_date" => outcome.date.to_string(),
        "assessor" => text(&outcome.assessor),
        _ => part(award, name),
    }
}

fn part(award: &Award, name: &str) -> String {
    let Some((about, code)) = name.split_once(':') else { return String::new() };
    let Some(part) = award.outcome().part(code) else { return String::new() };
    let said = match about {
        "grade" => part.grade.as_ref().map(ToString::to_string),
        "result_date" => part.date.map(|date| date.to_string()),
        _ => part.credential.as_ref().map(ToString::to_string),
    };
    said.unwrap_or_else(String::new)
}

/// Reads the fields as one row of results.
///
/// # Errors
/// Everything that is wrong with them.
pub fn read(award: &Award, fields: &[CorrectedField], today: Date) -> Result<ResultRow, Vec<Complaint>> {
    let fixed = ["person", "run"].map(|name| (name.to_owned(), value(award, name)));
    let written =
        fields.iter().filter(|field| !field.new.is_empty()).map(|field| (field.name.clone(), field.new.clone()));
    let row: Map<String, Value> = fixed.into_iter().chain(written).map(|(name, text)| (name, text.into())).collect();
    let sheet = results::read(Value::Array(vec![row.into()]).to_string().as_bytes(), award.unit(), today);
    match (sheet.rows.into_iter().next(), sheet.complaints, sheet.not_passed) {
        (Some(row), complaints, _) if complaints.is_empty() => Ok(row),
        (_, mut complaints, not_passed) => {
            complaints.extend(not_passed);
            Err(complaints)
        }
    }
}
