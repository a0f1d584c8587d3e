//! Offers to search in: the courses of the demonstration.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use serde::Deserialize;
use signet_catalogue::{Offer, RegisterRun};
use signet_record::{
    Bilingual, Date, Ects, EqfLevel, Hours, Institution, InstitutionFields, InstitutionId, IscedCode, IscedField,
    LearningOutcome, Mode, OutcomeKind, Run, RunFields, RunId, TeachingLanguage, Timestamp, Unit, UnitFields, UnitId,
    specimen, unit_file,
};

pub const TODAY: Date = Date::constant(2026, 12, 1);

type Pair = [String; 2];

#[derive(Deserialize)]
struct Courses {
    fields: BTreeMap<String, Pair>,
    unit: Vec<Course>,
}

#[derive(Deserialize)]
struct Course {
    institution: String,
    id: String,
    title: Pair,
    about: Pair,
    outcomes: Vec<Pair>,
    work: (String, u8),
    field: String,
    languages: Vec<String>,
    mode: String,
    runs: Vec<i64>,
}

fn pair([cs, en]: &Pair) -> Bilingual {
    Bilingual::new(cs, en).unwrap()
}

pub fn institution(id: &str) -> Arc<Institution> {
    let mut fields = InstitutionFields::from(specimen::institution().unwrap());
    fields.id = InstitutionId::new(id).unwrap();
    fields.legal_name = Bilingual::new(&format!("Univerzita {id}"), &format!("University {id}")).unwrap();
    Arc::new(Institution::new(fields).unwrap())
}

pub fn days_ahead(days: i64) -> Date {
    TODAY.saturating_add(jiff::Span::new().days(days))
}

/// A run that begins so many days ahead, and takes applications when that is soon.
pub fn run(days: i64) -> RegisterRun {
    let id = RunId::new(&format!("beh-{}", days + 1_000)).unwrap();
    let fields = RunFields { id, start: days_ahead(days), end: days_ahead(days + 56), closed_to: None };
    let takes_applications = (0..60).contains(&days);
    RegisterRun { run: Run::new(fields).unwrap(), capacity: None, takes_applications, is_cancelled: false }
}

fn unit(course: &Course, fields: &BTreeMap<String, Pair>) -> Unit {
    let mut unit = UnitFields::from(specimen::unit().unwrap());
    unit.id = UnitId::new(&course.id).unwrap();
    (unit.title, unit.description) = (pair(&course.title), Some(pair(&course.about)));
    let outcome = |text| LearningOutcome { kind: OutcomeKind::Skill, text: pair(text), esco: Vec::new() };
    unit.outcomes = course.outcomes.iter().map(outcome).collect();
    unit.ects = Ects::new(&course.work.0).unwrap();
    unit.hours = Hours::new(u32::from(unit.ects.hundredths()) * 26 / 100).unwrap();
    unit.eqf = EqfLevel::new(course.work.1).unwrap();
    unit.isced = IscedField { code: IscedCode::new(&course.field).unwrap(), label: pair(&fields[&course.field]) };
    unit.languages = course.languages.iter().map(|code| TeachingLanguage::new(code).unwrap()).collect();
    unit.mode = Mode::from_code(&course.mode).unwrap();
    unit.runs = Vec::new();
    unit.faculty = None;
    Unit::new(unit).unwrap()
}

pub fn offer(unit: Unit, of: &str, runs: Vec<RegisterRun>) -> Offer {
    Offer::new(institution(of), Arc::new(unit), Timestamp::UNIX_EPOCH, runs).unwrap()
}

/// The courses of the demonstration: those that nobody has finished, and those that credentials are issued for.
pub fn demo() -> Vec<Offer> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../app/demo"));
    let courses: Courses = toml::from_str(&fs::read_to_string(folder.join("catalogue.toml")).unwrap()).unwrap();
    let new = |course: &Course| {
        offer(unit(course, &courses.fields), &course.institution, course.runs.iter().copied().map(run).collect())
    };
    let mut offers: Vec<Offer> = courses.unit.iter().map(new).collect();
    for of in ["horni-dolni", "skola-remesel"] {
        for file in fs::read_dir(folder.join(of).join("units")).unwrap() {
            let unit = unit_file::parse(&fs::read(file.unwrap().path()).unwrap()).unwrap();
            // One is taught to a company only.
            offers.extend(Offer::new(institution(of), Arc::new(unit), Timestamp::UNIX_EPOCH, Vec::new()));
        }
    }
    offers
}

/// So many offers of so many institutions, made of the demonstration's.
pub fn many(count: usize) -> Vec<Offer> {
    let demo = demo();
    let copy = |number: usize| {
        let original = &demo[number % demo.len()];
        let mut fields = UnitFields::from((*original.unit).clone());
        fields.id = UnitId::new(&format!("{}-{number}", fields.id)).unwrap();
        let days = (number % 200) as i64 - 60;
        offer(Unit::new(fields).unwrap(), &format!("skola-{}", number % 26), vec![run(days)])
    };
    (0..count).map(copy).collect()
}
