//! `POST /holder/{credential}/document`: switches the link in the PDF off or on.

use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_share::ShareKind;

use crate::{holder::own::own, page_error::PageError, request_context::RequestContext, site::AppState};

/// The form.
#[derive(Deserialize)]
pub struct Switch {
    #[serde(default)]
    token: String,
    on: String,
}

/// Switches it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(form): Form<Switch>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let (own, kept, permit) = own(&site, &context, &id, Action::ManageShare).await?;
    let shares = own.tenant.shares(&kept.id).await?;
    let mut share = shares.into_iter().find(|share| share.kind == ShareKind::Document).ok_or(PageError::NotFound)?;
    let on = form.on == "yes";
    if on {
        share.reopen()?;
    } else {
        share.withdraw(site.now());
    }
    site.issuer.change_share(&own.tenant, &share, permit).await?;
    let done = if on { "on" } else { "off" };
    Ok(Redirect::to(&context.at(&format!("/holder/{}?done={done}", kept.id))).into_response())
}
