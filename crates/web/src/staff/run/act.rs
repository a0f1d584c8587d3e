//! `POST /staff/units/{unit}/runs/{run}/act`: asks whether an act is meant, and carries it out.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_lang::Locale;
use signet_offering::{ParticipantState, RunAct};
use signet_store::StoredParticipant;

use super::{
    in_care::{RunInCare, run_in_care},
    list::{dates, people},
    page::action,
    words::{act_word, refused},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond},
    site::AppState,
    view::Fact,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/run_act.html")]
pub struct RunActPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit and the run.
    pub run: String,
    /// The page of the run.
    pub back: String,
    /// What is to be done.
    pub heading: String,
    /// What that means.
    pub about: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// What to look at once more.
    pub facts: Vec<Fact>,
    /// Something that is probably not meant.
    pub warning: Option<String>,
    /// Code of the act.
    pub code: &'static str,
    /// It stops something.
    pub harm: bool,
    /// Where the form leads.
    pub action: String,
}

/// The form.
#[derive(Deserialize)]
pub struct RunActForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    confirmed: String,
}

/// Asks, then does it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Form(form): Form<RunActForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let act = RunAct::from_code(&form.act);
    let asked = act.map_or(signet_access::Action::ViewRun, action);
    let found = run_in_care(&site, &context, (&unit, &run), asked).await?;
    let act = act.ok_or(PageError::BadRequest)?;
    let permit = found.permit(action(act))?;
    if form.confirmed != "yes" {
        let page = page(&site, &context, &found, act).await?;
        return Ok(respond(StatusCode::OK, &page));
    }
    match found.workflow(&site).act(found.key(), act, permit).await {
        Ok(()) => Ok(Redirect::to(&format!("{}?done={}", found.home(&context), act.code())).into_response()),
        Err(error) => {
            let problem = refused(error, context.l)?;
            let page = RunActPage { problem: Some(problem), ..page(&site, &context, &found, act).await? };
            Ok(respond(StatusCode::CONFLICT, &page))
        }
    }
}

async fn page(
    site: &AppState,
    context: &RequestContext,
    found: &RunInCare<'_>,
    act: RunAct,
) -> Result<RunActPage, PageError> {
    let (l, stored) = (context.l, &found.run.stored);
    let warning = match act {
        RunAct::Close => {
            let everybody = found.workflow(site).everybody(found.key()).await?;
            let without = everybody.iter().filter(|one| has_no_pass(one, found)).count();
            (without > 0).then(|| l.web_staff_run_check_without(without))
        }
        _ => None,
    };
    Ok(RunActPage {
        f: context.private(Area::Staff),
        l,
        run: found.title(l),
        back: found.home(context),
        heading: l.web_staff_run_act_title(act_word(act)),
        about: l.web_staff_run_act_about(act_word(act)),
        problem: None,
        facts: vec![
            Fact::new(l.web_staff_run_dates(), dates(stored, l)),
            Fact::new(l.web_staff_run_people(), people(stored, l)),
        ],
        warning,
        code: act.code(),
        harm: act == RunAct::Cancel,
        action: found.below(context, "act"),
    })
}

fn has_no_pass(one: &StoredParticipant, found: &RunInCare<'_>) -> bool {
    let grade = one.participant.results.grade.as_ref();
    one.participant.state == ParticipantState::Enrolled && grade.is_none_or(|grade| found.run.unit.pass(grade).is_err())
}
