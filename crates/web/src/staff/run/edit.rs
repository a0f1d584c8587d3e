//! `GET /staff/units/{unit}/new-run`: the form that plans a run. `POST`: plans it. `…/runs/{run}/edit`: the same of one that is planned.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::{Action, Target};
use signet_issue::RunActError;
use signet_lang::Locale;
use signet_offering::{RunForm, RunTerms, run::PARTICIPANTS_MAX};
use signet_record::{Flaws, PersonId};

use super::{address, in_care::run_in_care, words::refused};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, permit, respond, show},
    site::AppState,
    staff::{unit_editor::form::SummaryLine, unit_in_care::unit_id},
};

/// Most assessors of a run.
const ASSESSORS_MAX: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "staff/run_edit.html")]
pub struct RunEditPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit, with the run when there is one.
    pub about: String,
    /// It is planned now.
    pub is_new: bool,
    /// What stands in the fields.
    pub form: RunEditFields,
    /// What is wrong, field by field.
    pub problems: Vec<FieldProblem>,
    /// The same, with links.
    pub summary: Vec<SummaryLine>,
    /// What kept it from being saved.
    pub problem: Option<String>,
    /// Where the form leads.
    pub action: String,
    /// Where one goes back to.
    pub back: String,
    /// The largest capacity.
    pub most: String,
}

/// What is wrong with a field.
#[derive(Clone, Debug)]
pub struct FieldProblem {
    /// Its name.
    pub field: String,
    /// What is wrong.
    pub text: String,
}

/// What the form sends.
#[derive(Clone, Default, Deserialize)]
pub struct RunEditFields {
    /// Token of the session.
    #[serde(default)]
    pub token: String,
    /// The id of the run.
    #[serde(default)]
    pub id: String,
    /// First day.
    #[serde(default)]
    pub start: String,
    /// Last day.
    #[serde(default)]
    pub end: String,
    /// Most participants.
    #[serde(default)]
    pub capacity: String,
    /// The company it is closed to.
    #[serde(default)]
    pub closed_to: String,
    /// Who assesses, a number on each line.
    #[serde(default)]
    pub assessors: String,
    /// The revision of the terms that the form began from.
    #[serde(default)]
    pub revision: String,
}

impl RunEditPage {
    /// What is wrong with a field.
    pub fn wrong(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|problem| problem.field == field).map(|problem| problem.text.as_str())
    }
}

impl RunEditFields {
    fn read(&self, l: Locale) -> Result<(RunTerms, Vec<PersonId>), Vec<FieldProblem>> {
        let form = RunForm {
            id: self.id.trim().to_owned(),
            start: self.start.clone(),
            end: self.end.clone(),
            capacity: self.capacity.clone(),
            closed_to: self.closed_to.clone(),
        };
        let told = |flaws: Flaws| -> Vec<FieldProblem> {
            flaws
                .into_vec()
                .into_iter()
                .map(|flaw| FieldProblem { field: flaw.field.clone(), text: l.problem(&flaw.problem) })
                .collect()
        };
        let mut problems = Vec::new();
        let terms = RunTerms::read(&form).map_err(|flaws| problems.extend(told(flaws))).ok();
        let mut assessors = Vec::new();
        for line in self.assessors.lines().map(str::trim).filter(|line| !line.is_empty()).take(ASSESSORS_MAX) {
            match PersonId::new(line) {
                Ok(person) => assessors.push(person),
                Err(flaw) => {
                    problems.push(FieldProblem { field: "assessors".into(), text: l.problem(&flaw.problem) });
                }
            }
        }
        assessors.sort();
        assessors.dedup();
        match terms {
            Some(terms) if problems.is_empty() => Ok((terms, assessors)),
            _ => Err(problems),
        }
    }
}

/// Shows the form for a new run.
pub async fn get_new(
    State(site): State<AppState>,
    context: RequestContext,
    Path(unit): Path<String>,
) -> Result<Response, PageError> {
    let new = NewRun::of(&site, &context, &unit).await?;
    Ok(show(&new.page(&context, RunEditFields::default())))
}

/// Plans it.
pub async fn post_new(
    State(site): State<AppState>,
    context: RequestContext,
    Path(unit): Path<String>,
    Form(form): Form<RunEditFields>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let new = NewRun::of(&site, &context, &unit).await?;
    let (terms, assessors) = match form.read(context.l) {
        Ok(read) => read,
        Err(problems) => return Ok(wrong(new.page(&context, form), problems)),
    };
    let guarantor = new.guarantor.as_ref();
    let target = Target::Run { institution: new.tenant.id(), guarantor, assessors: &[], place: Some(&new.place) };
    let permit = permit(new.actor, Action::ManageRun, &target)?;
    match site.issuer.runs(&new.tenant).plan(&new.unit, &terms, &assessors, permit).await {
        Ok(key) => Ok(Redirect::to(&format!("{}?done=saved", context.at(&address::run(&key)))).into_response()),
        Err(error) => not_saved(new.page(&context, form), error),
    }
}

/// Shows the form of a run.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let found = run_in_care(&site, &context, (&unit, &run), Action::ManageRun).await?;
    let _may = found.permit(Action::ManageRun)?;
    let RunForm { id, capacity, closed_to, .. } = found.run.stored.terms.form();
    let (l, run) = (context.l, found.run.stored.terms.run());
    let assessors: Vec<String> = found.run.assessors.iter().map(ToString::to_string).collect();
    let form = RunEditFields {
        token: String::new(),
        id,
        start: l.date(run.start),
        end: l.date(run.end),
        capacity,
        closed_to,
        assessors: assessors.join("\n"),
        revision: found.run.stored.revision.to_string(),
    };
    Ok(show(&edit_page(&context, &found, form)))
}

/// Changes it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Form(mut form): Form<RunEditFields>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let found = run_in_care(&site, &context, (&unit, &run), Action::ManageRun).await?;
    let permit = found.permit(Action::ManageRun)?;
    // The id of a run never changes.
    form.id = found.key().run.to_string();
    let (terms, assessors) = match form.read(context.l) {
        Ok(read) => read,
        Err(problems) => return Ok(wrong(edit_page(&context, &found, form), problems)),
    };
    let began_from = form.revision.parse().unwrap_or(0);
    match found.workflow(&site).change(found.key(), began_from, &terms, &assessors, permit).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done=saved", found.home(&context))).into_response()),
        Err(error) => {
            form.revision = found.run.stored.revision.to_string();
            not_saved(edit_page(&context, &found, form), error)
        }
    }
}

/// The unit that a run is planned of.
struct NewRun<'v> {
    tenant: signet_store::Tenant,
    actor: &'v signet_access::Actor,
    unit: signet_record::UnitId,
    guarantor: Option<PersonId>,
    place: signet_access::UnitPlace,
    title: String,
}

impl<'v> NewRun<'v> {
    async fn of(site: &AppState, context: &'v RequestContext, unit: &str) -> Result<NewRun<'v>, PageError> {
        let (tenant, actor) = context.entitled(site, Action::ManageRun)?;
        let unit = unit_id(unit)?;
        let newest = tenant.newest_unit(&unit).await?;
        let draft = tenant.unit_draft(&unit).await?;
        if newest.is_none() && draft.is_none() {
            return Err(PageError::NotFound);
        }
        let guarantor = draft.and_then(|draft| draft.guarantor);
        let place = tenant.unit_place(&unit).await?;
        let (by, of) = (guarantor.as_ref(), Some(&place));
        let target = Target::Run { institution: tenant.id(), guarantor: by, assessors: &[], place: of };
        let _may = permit(actor, Action::ManageRun, &target)?;
        let title = newest.map_or_else(|| unit.to_string(), |unit| unit.title.text(context.l.language()).to_owned());
        Ok(NewRun { tenant, actor, unit, guarantor, place, title })
    }

    fn page(&self, context: &RequestContext, form: RunEditFields) -> RunEditPage {
        RunEditPage {
            f: context.private(Area::Staff),
            l: context.l,
            about: self.title.clone(),
            is_new: true,
            form,
            problems: Vec::new(),
            summary: Vec::new(),
            problem: None,
            action: context.at(&address::new_run(&self.unit)),
            back: context.at(&address::runs_of_unit(&self.unit)),
            most: PARTICIPANTS_MAX.to_string(),
        }
    }
}

fn edit_page(context: &RequestContext, found: &super::in_care::RunInCare<'_>, form: RunEditFields) -> RunEditPage {
    RunEditPage {
        f: context.private(Area::Staff),
        l: context.l,
        about: found.title(context.l),
        is_new: false,
        form,
        problems: Vec::new(),
        summary: Vec::new(),
        problem: None,
        action: found.below(context, "edit"),
        back: found.home(context),
        most: PARTICIPANTS_MAX.to_string(),
    }
}

/// The form again, with what is wrong.
fn wrong(mut page: RunEditPage, problems: Vec<FieldProblem>) -> Response {
    let l = page.l;
    let label = |field: &str| match field {
        "id" => l.web_staff_run_id(),
        "start" => l.web_staff_run_start(),
        "end" => l.web_staff_run_end(),
        "capacity" => l.web_staff_run_capacity(),
        "closed_to" => l.web_staff_run_closed_to(),
        _ => l.web_staff_run_assessors(),
    };
    let line = |problem: &FieldProblem| SummaryLine {
        href: format!("#{}", problem.field),
        text: format!("{}: {}", label(&problem.field), problem.text),
    };
    page.summary = problems.iter().map(line).collect();
    page.problems = problems;
    respond(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn not_saved(mut page: RunEditPage, error: RunActError) -> Result<Response, PageError> {
    page.problem = Some(refused(error, page.l)?);
    Ok(respond(StatusCode::CONFLICT, &page))
}
