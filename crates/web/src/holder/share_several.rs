//! `POST /holder/several`: the form for a link that shows several credentials of one institution together.

use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Action;
use signet_record::CredentialId;
use signet_share::Purpose;

use crate::{
    holder::{
        own::own,
        share_fields::ShareFields,
        share_items::{ITEMS_MAX, shareable},
        share_new::page,
    },
    page_error::PageError,
    request_context::{RequestContext, respond},
    sent_fields::SentFields,
    site::AppState,
};

/// Shows the form for what was chosen on the list.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(sent): Form<SentFields>,
) -> Result<Response, PageError> {
    context.check_csrf(sent.get("token"))?;
    let chosen: Vec<CredentialId> = sent.each("credential").collect();
    let Some((first, others)) = chosen.split_first() else {
        return Ok(Redirect::to(&context.at("/holder?done=none")).into_response());
    };
    if chosen.len() > ITEMS_MAX {
        return Ok(Redirect::to(&context.at("/holder?done=many")).into_response());
    }
    let (own, kept, _) = own(&site, &context, &first.to_string(), Action::ManageShare).await?;
    let others = shareable(&own.tenant, &kept, others).await?;
    let form = ShareFields::suggested(Purpose::Proof, context.l, site.now());
    Ok(respond(StatusCode::OK, &page(&context, (&kept, &others), None, form)))
}
