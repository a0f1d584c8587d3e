//! `GET /holder/{credential}/shares/{share}/look`: the share as its recipient will see it, before anybody has the link. It is counted nowhere and asks for
//! no code.

use axum::{
    extract::{Path, State},
    response::Response,
};

use crate::{
    holder::share::find,
    page_error::PageError,
    public::{opened::open, shared},
    request_context::RequestContext,
    site::AppState,
};

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(ids): Path<(String, String)>,
) -> Result<Response, PageError> {
    let found = find(&site, &context, ids).await?;
    let link = site.issuer.link(found.share.id).reveal();
    let opened = open(&site, &context, link).await?;
    shared::whole_page(&site, &context, &opened, true).await
}
