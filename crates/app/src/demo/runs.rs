//! Runs of the demonstration, so that everybody finds something to do: one whose results are being entered and have to be closed, one whose
//! participants wait for their credentials, and one that is planned.

use signet_access::{Action, Actor, Permit, Target, allowed};
use signet_issue::{RunInHand, RunWorkflow, TypedResults};
use signet_offering::{
    ParticipantAct, ParticipantState, PersonForm, ResultColumns, ResultField, RunAct, RunForm, RunTerms,
};
use signet_record::{Date, PersonId, Unit, UnitId};
use signet_store::{RunKey, Tenant};

use super::people::{Employee, GUARANTOR, REGISTRAR, STAFF};
use crate::{exit::CommandError, services::Services};

/// How far a run of the demonstration has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Planned,
    Running,
    Closed,
}

/// Unit, run, and how far it has come.
const RUNS: [(&str, &str, Stage); 3] = [
    ("museum-education", "priprava", Stage::Planned),
    ("museum-education", "podzim", Stage::Running),
    ("project-finance", "kurz-1", Stage::Closed),
];

/// Number, given name, family name and day of birth of the participants.
const PEOPLE: [(&str, &str, &str, &str); 6] = [
    ("HD-21001", "Adéla", "Čapková", "1994-03-12"),
    ("HD-21002", "Bořivoj", "Hájek", "1988-11-02"),
    ("HD-21003", "Ctibor", "Ježek", "1979-05-23"),
    ("HD-21004", "Dobromila", "Řezníčková", "2000-02-29"),
    ("HD-21005", "Evžen", "Šťastný", "1991-08-17"),
    ("HD-21006", "Františka", "Žáková", "1985-12-30"),
];

/// Whoever was enrolled and went.
const GONE: &str = "HD-21005";

/// One run on its way.
struct Walk<'a> {
    runs: RunWorkflow<'a>,
    tenant: &'a Tenant,
    guarantor: PersonId,
    assessors: Vec<PersonId>,
    today: Date,
}

/// Brings every run as far as it goes. A run that is there already stays as it is.
///
/// # Errors
/// When the register cannot be written, or the demonstration's own data are wrong.
pub async fn teach(services: &Services, tenant: &Tenant) -> Result<(), CommandError> {
    let assessor = STAFF.iter().find(|one| one.role == signet_access::Role::Assessor);
    let assessors = assessor.map(|one| one.person.parse()).transpose()?.into_iter().collect();
    let walk = Walk {
        runs: services.issuer.runs(tenant),
        tenant,
        guarantor: GUARANTOR.person.parse()?,
        assessors,
        today: services.issuer.today(),
    };
    for (unit, run, stage) in RUNS {
        let key = RunKey { unit: unit.parse()?, run: run.parse()? };
        if tenant.run(&key).await?.is_none() {
            walk.bring_to(&key, stage).await?;
        }
    }
    Ok(())
}

impl Walk<'_> {
    async fn permit(&self, key: &RunKey, who: &Employee, action: Action) -> Result<Permit, CommandError> {
        let (guarantor, assessors) = (Some(&self.guarantor), &self.assessors);
        let place = self.tenant.unit_place(&key.unit).await?;
        let target = Target::Run { institution: self.tenant.id(), guarantor, assessors, place: Some(&place) };
        Ok(allowed(&who.actor(self.tenant)?, action, &target)?)
    }

    fn days_ago(&self, days: i64) -> Date {
        self.today.saturating_sub(jiff::Span::new().days(days))
    }

    async fn bring_to(&self, key: &RunKey, stage: Stage) -> Result<(), CommandError> {
        let (start, end) = match stage {
            Stage::Planned => (self.days_ago(-30), self.days_ago(-90)),
            Stage::Running => (self.days_ago(75), self.days_ago(5)),
            Stage::Closed => (self.days_ago(120), self.days_ago(15)),
        };
        let form = RunForm {
            id: key.run.to_string(),
            start: start.to_string(),
            end: end.to_string(),
            capacity: "20".into(),
            closed_to: String::new(),
        };
        let terms = RunTerms::read(&form)?;
        let unit: UnitId = key.unit.clone();
        // What is still to be planned is assessed by nobody.
        let (guarantor, place) = (Some(&self.guarantor), self.tenant.unit_place(&unit).await?);
        let unplanned = Target::Run { institution: self.tenant.id(), guarantor, assessors: &[], place: Some(&place) };
        let plan = allowed(&REGISTRAR.actor(self.tenant)?, Action::ManageRun, &unplanned)?;
        self.runs.plan(&unit, &terms, &self.assessors, plan).await?;
        let manage = || self.permit(key, &REGISTRAR, Action::ManageRun);
        if stage == Stage::Planned {
            return Ok(());
        }
        self.runs.act(key, RunAct::Start, manage().await?).await?;
        self.people(key).await?;
        self.results(key, stage).await?;
        if stage == Stage::Closed {
            self.runs.act(key, RunAct::Close, self.permit(key, &GUARANTOR, Action::CloseResults).await?).await?;
        }
        Ok(())
    }

    /// Four are enrolled, one has applied, one has gone.
    async fn people(&self, key: &RunKey) -> Result<(), CommandError> {
        let mut people = Vec::new();
        for (person, given, family, born) in PEOPLE {
            let form = PersonForm {
                person: person.into(),
                given_name: given.into(),
                family_name: family.into(),
                born: born.into(),
                email: format!("{}@example.org", person.to_lowercase()),
                ..PersonForm::default()
            };
            people.push(form.read()?);
        }
        let applied = people.pop();
        let manage = || self.permit(key, &REGISTRAR, Action::ManageParticipants);
        self.runs.add(key, people, ParticipantState::Enrolled, manage().await?).await?;
        self.runs.add(key, applied.into_iter().collect(), ParticipantState::Applied, manage().await?).await?;
        let gone: PersonId = GONE.parse()?;
        self.runs.move_participant(key, &gone, ParticipantAct::Withdraw, manage().await?).await?;
        Ok(())
    }

    /// Of a closed run everything is there; of a running one a result and a check of identity are still missing.
    async fn results(&self, key: &RunKey, stage: Stage) -> Result<(), CommandError> {
        let Some(RunInHand { unit, .. }) = self.runs.run(key).await? else { return Ok(()) };
        let actors: [Actor; 1] = [REGISTRAR.actor(self.tenant)?];
        let assessed = if stage == Stage::Closed { 4 } else { 2 };
        let mut typed = Vec::new();
        for (number, (person, ..)) in PEOPLE.iter().take(assessed).enumerate() {
            let person: PersonId = person.parse()?;
            // The last of a closed run did not pass.
            let failed = stage == Stage::Closed && number + 1 == assessed;
            typed.push(TypedResults { person, began_from: None, cells: self.cells(&unit, failed) });
        }
        self.runs.enter(key, &typed, &actors).await?;
        for typed in typed.iter().take(if stage == Stage::Closed { 3 } else { 1 }) {
            self.runs.identify(key, &typed.person, true, &actors).await?;
        }
        Ok(())
    }

    fn cells(&self, unit: &Unit, failed: bool) -> Vec<(ResultField, Option<String>)> {
        let step = unit.grading.grades.iter().find(|step| step.passing != failed);
        let grade = step.map(|step| step.code.to_string());
        let value = |field: &ResultField| match field {
            ResultField::Date => Some(self.days_ago(20).to_string()),
            _ => grade.clone(),
        };
        ResultColumns::of(unit).iter().map(|field| (field.clone(), value(field))).collect()
    }
}
