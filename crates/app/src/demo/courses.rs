//! Courses of the demonstration that nobody has finished yet, at five universities: so that the catalogue has something to be searched.

use std::collections::BTreeMap;

use jiff::Span;
use serde::Deserialize;
use signet_access::{Action, Actor, Permit, Target, allowed};
use signet_offering::{RunAct, RunForm, RunTerms};
use signet_record::{
    Bilingual, Date, Ects, EqfLevel, Flaws, Hours, InstitutionId, IscedCode, IscedField, LearningOutcome, Mode,
    OutcomeKind, Run, RunFields, RunId, Stacking, TeachingLanguage, Unit, UnitFields, UnitId, UnitKind,
};
use signet_store::Tenant;

use super::people::REGISTRAR;
use crate::{exit::CommandError, services::Services};

const FILE: &str = include_str!("../../demo/catalogue.toml");

/// Days that a run lasts.
const RUN_DAYS: i64 = 56;
/// A run that begins within so many days takes applications.
const OPEN_DAYS: i64 = 60;
/// Hours of work behind a credit.
const HOURS: u32 = 26;

/// A text in Czech and English.
type Pair = [String; 2];

#[derive(Deserialize)]
struct Courses {
    /// Names of the fields of ISCED-F, by their codes.
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
    /// Credits and level.
    work: (String, u8),
    field: String,
    languages: Vec<String>,
    mode: String,
    /// First days of its runs, counted from today.
    runs: Vec<i64>,
}

/// A course as the register takes it.
pub struct OfferedCourse {
    /// Who offers it.
    pub institution: InstitutionId,
    /// The unit, with its runs that are over.
    pub unit: Unit,
    /// First days of the others, counted from today.
    ahead: Vec<i64>,
}

/// Every course, on a day; what nobody reads of it in the catalogue is the sample's.
///
/// # Errors
/// When the demonstration's own data are wrong.
pub fn offered(sample: &Unit, today: Date) -> Result<Vec<OfferedCourse>, CommandError> {
    let courses: Courses = toml::from_str(FILE)?;
    let mut offered = Vec::new();
    for course in &courses.unit {
        offered.push(OfferedCourse {
            institution: course.institution.parse()?,
            unit: course.unit(course.id.parse()?, &courses.fields, sample, today)?,
            ahead: course.runs.iter().copied().filter(|days| *days > 0).collect(),
        });
    }
    Ok(offered)
}

impl OfferedCourse {
    /// Plans the runs that are ahead.
    ///
    /// # Errors
    /// When the register cannot be written.
    pub async fn plan(&self, services: &Services, tenant: &Tenant) -> Result<(), CommandError> {
        for days in &self.ahead {
            plan(services, tenant, &self.unit.id, *days).await?;
        }
        Ok(())
    }
}

/// Plans a run, and lets people apply for one that begins soon.
async fn plan(services: &Services, tenant: &Tenant, unit: &UnitId, days: i64) -> Result<(), CommandError> {
    let registrar = REGISTRAR.actor(tenant)?;
    let place = tenant.unit_place(unit).await?;
    let permit = |registrar: &Actor| -> Result<Permit, CommandError> {
        let target = Target::Run { institution: tenant.id(), guarantor: None, assessors: &[], place: Some(&place) };
        Ok(allowed(registrar, Action::ManageRun, &target)?)
    };
    let (start, end) = run_days(services.issuer.today(), days);
    let form = RunForm {
        id: run_name(start),
        start: start.to_string(),
        end: end.to_string(),
        capacity: "24".into(),
        closed_to: String::new(),
    };
    let runs = services.issuer.runs(tenant);
    let key = runs.plan(unit, &RunTerms::read(&form)?, &[], permit(&registrar)?).await?;
    if days < OPEN_DAYS {
        runs.act(&key, RunAct::Open, permit(&registrar)?).await?;
    }
    Ok(())
}

fn run_days(today: Date, days: i64) -> (Date, Date) {
    let start = today.saturating_add(Span::new().days(days));
    (start, start.saturating_add(Span::new().days(RUN_DAYS)))
}

fn run_name(start: Date) -> String {
    format!("od-{start}")
}

impl Course {
    /// The unit, with the runs that are over; what nobody reads of it in the catalogue is the sample's.
    fn unit(&self, id: UnitId, fields: &BTreeMap<String, Pair>, sample: &Unit, today: Date) -> Result<Unit, Flaws> {
        let past = self.runs.iter().filter(|days| **days <= 0).map(|days| {
            let (start, end) = run_days(today, *days);
            Run::new(RunFields { id: RunId::new(&run_name(start))?, start, end, closed_to: None })
        });
        let outcome = |text: &Pair| -> Result<LearningOutcome, Flaws> {
            Ok(LearningOutcome { kind: OutcomeKind::Skill, text: pair(text)?, esco: Vec::new() })
        };
        let (credits, level) = &self.work;
        let ects = Ects::new(credits)?;
        let unnamed = [String::new(), String::new()];
        let label = pair(fields.get(&self.field).unwrap_or(&unnamed))?;
        let mut unit = UnitFields::from(sample.clone());
        unit.id = id;
        unit.version = 1;
        unit.kind = UnitKind::LifelongLearning;
        unit.title = pair(&self.title)?;
        unit.description = Some(pair(&self.about)?);
        unit.outcomes = self.outcomes.iter().map(outcome).collect::<Result<_, _>>()?;
        unit.ects = ects;
        unit.hours = Hours::new(u32::from(ects.hundredths()) * HOURS / 100)?;
        unit.eqf = EqfLevel::new(*level)?;
        unit.isced = IscedField { code: IscedCode::new(&self.field)?, label };
        unit.languages = self.languages.iter().map(|code| TeachingLanguage::new(code)).collect::<Result<_, _>>()?;
        unit.mode = Mode::from_code(&self.mode)?;
        unit.stacking = Stacking::StandAlone;
        unit.runs = past.collect::<Result<_, _>>()?;
        (unit.faculty, unit.legal_basis, unit.prerequisites) = (None, None, None);
        (unit.nqf, unit.homepage, unit.further_information) = (None, None, None);
        (unit.components, unit.activities, unit.entitlements) = (Vec::new(), Vec::new(), Vec::new());
        (unit.documents, unit.accreditations) = (Vec::new(), Vec::new());
        Unit::new(unit)
    }
}

fn pair([cs, en]: &Pair) -> Result<Bilingual, Flaws> {
    Bilingual::new(cs, en)
}
