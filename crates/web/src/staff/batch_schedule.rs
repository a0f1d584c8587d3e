//! `GET /staff/batches/{batch}/schedule`: when a batch that waits for its instant is to be sealed. `POST`: moves it to another instant, or to now.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Action;
use signet_lang::Locale;
use signet_record::Timestamp;
use signet_store::Batch;

use super::{batch::find, when::WhenFields};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    sent_fields::SentFields,
    site::AppState,
    view::{FieldProblem, FieldProblems},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/batch_schedule.html")]
pub struct BatchSchedulePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The page of the batch.
    pub back: String,
    /// When it is to be sealed by now.
    pub scheduled: String,
    /// What was wrong with the last attempt.
    pub problems: FieldProblems,
    /// What stands in the fields.
    pub when: WhenFields,
    /// Where the form leads.
    pub action: String,
}

/// Shows the form; a batch whose instant has come has none.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let tenant = context.staff(&site, Action::ImportResults)?.tenant;
    let batch = find(&tenant, &id).await?;
    context.sheets_of(&site, &batch.unit).await?;
    let Some(scheduled) = site.issuer.scheduled(&batch) else { return Ok(to_batch(&context, &batch)) };
    let when = WhenFields::of(scheduled, context.l);
    Ok(show(&page(&context, &batch, scheduled, when, None)))
}

/// Moves it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(form): Form<SentFields>,
) -> Result<Response, PageError> {
    context.check_csrf(form.get("token"))?;
    let tenant = context.staff(&site, Action::ImportResults)?.tenant;
    let batch = find(&tenant, &id).await?;
    let permit = context.sheets_of(&site, &batch.unit).await?.permit;
    let Some(scheduled) = site.issuer.scheduled(&batch) else { return Ok(to_batch(&context, &batch)) };
    let when = WhenFields::sent(&form);
    match when.read(site.now(), context.l) {
        Ok(instant) => {
            // It may be sealed earlier than whoever issued it said.
            context.check_assurance(Action::IssueCredential)?;
            site.issuer.reschedule_batch(&tenant, &batch, instant, permit).await?;
            Ok(to_batch(&context, &batch))
        }
        Err(problem) => {
            let page = page(&context, &batch, scheduled, when, Some(problem));
            Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

fn to_batch(context: &RequestContext, batch: &Batch) -> Response {
    Redirect::to(&context.at(&format!("/staff/batches/{}", batch.id))).into_response()
}

fn page(
    context: &RequestContext,
    batch: &Batch,
    scheduled: Timestamp,
    when: WhenFields,
    problem: Option<FieldProblem>,
) -> BatchSchedulePage {
    let l = context.l;
    let base = context.at(&format!("/staff/batches/{}", batch.id));
    BatchSchedulePage {
        f: context.private(Area::Staff),
        l,
        action: format!("{base}/schedule"),
        back: base,
        scheduled: l.web_staff_run_batch_scheduled(l.instant(scheduled)),
        problems: FieldProblems(problem.into_iter().collect()),
        when,
    }
}
