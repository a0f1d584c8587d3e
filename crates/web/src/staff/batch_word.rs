//! `POST /staff/batches/{batch}/issue`, `…/confirm`, `…/decline`, `…/stop`, `…/retry`: what people say about a batch.

use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
    routing::{self, MethodRouter},
};
use signet_access::{Action, Denial, Permit};
use signet_issue::BatchSaid;
use signet_store::{Batch, Tenant};

use crate::{
    page_error::PageError,
    request_context::RequestContext,
    sent_fields::TokenForm,
    site::AppState,
    staff::{batch::find, take_in::take_in},
};

/// Takes the word to issue. Where no other has to agree, the good rows go into the register; from there the sealers carry on by
/// themselves. Of two clicks one counts.
pub async fn issue(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(submitted): Form<TokenForm>,
) -> Result<Response, PageError> {
    let (tenant, batch, permit) = decided(&site, &context, &id, &submitted).await?;
    // Asked for each row later; whoever has to confirm that it is them is sent before anything begins.
    context.check_assurance(Action::IssueCredential)?;
    let said = site.issuer.begin_batch(&tenant, &batch, permit).await?;
    carry_on(site, &context, tenant, batch, said).await
}

/// Takes the second word, by another person than the first.
pub async fn confirm(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(submitted): Form<TokenForm>,
) -> Result<Response, PageError> {
    let (tenant, batch, permit) = decided(&site, &context, &id, &submitted).await?;
    // Asked for each row later; whoever has to confirm that it is them is sent before anything begins.
    context.check_assurance(Action::IssueCredential)?;
    let said = site.issuer.confirm_batch(&tenant, &batch, permit).await?;
    if said == BatchSaid::OwnWord {
        return Err(PageError::Denied(Action::ImportResults, Denial::Themselves));
    }
    carry_on(site, &context, tenant, batch, said).await
}

/// What is said about a batch and needs nothing afterwards.
#[derive(Clone, Copy)]
pub enum BatchAct {
    /// The first word is taken back.
    Decline,
    /// What still waits is stopped.
    Stop,
    /// What was stopped or put off goes on.
    Retry,
}

/// The way of one of these acts.
pub fn post(act: BatchAct) -> MethodRouter<AppState> {
    routing::post(
        async move |State(site): State<AppState>,
                    context: RequestContext,
                    Path(id): Path<String>,
                    Form(form): Form<TokenForm>| { say(&site, &context, (&id, &form), act).await },
    )
}

async fn say(
    site: &AppState,
    context: &RequestContext,
    (id, form): (&str, &TokenForm),
    act: BatchAct,
) -> Result<Response, PageError> {
    let (tenant, batch, permit) = decided(site, context, id, form).await?;
    // Of two clicks one counts; the page shows what came of it.
    match act {
        BatchAct::Decline => drop(site.issuer.decline_batch(&tenant, &batch, permit).await?),
        BatchAct::Stop => drop(site.issuer.stop_batch(&tenant, &batch, permit).await?),
        BatchAct::Retry => drop(site.issuer.retry_batch(&tenant, &batch, permit).await?),
    }
    Ok(to_page(context, &batch))
}

/// The batch that somebody says something about, with leave to.
async fn decided(
    site: &AppState,
    context: &RequestContext,
    id: &str,
    submitted: &TokenForm,
) -> Result<(Tenant, Batch, Permit), PageError> {
    context.check_csrf(&submitted.token)?;
    let tenant = context.staff(site, Action::ImportResults)?.tenant;
    let batch = find(&tenant, id).await?;
    let permit = context.sheets_of(site, &batch.unit).await?.permit;
    Ok((tenant, batch, permit))
}

fn to_page(context: &RequestContext, batch: &Batch) -> Response {
    Redirect::to(&context.at(&format!("/staff/batches/{}", batch.id))).into_response()
}

async fn carry_on(
    site: AppState,
    context: &RequestContext,
    tenant: Tenant,
    batch: Batch,
    said: BatchSaid,
) -> Result<Response, PageError> {
    let onward = to_page(context, &batch);
    if said == BatchSaid::Begun {
        let actor = context.require_session()?.session.actor.clone();
        // On its own, so that a closed window does not stop it half-way.
        let work = tokio::spawn(async move { take_in(&site, &tenant, &batch, actor).await });
        work.await??;
    }
    Ok(onward)
}
