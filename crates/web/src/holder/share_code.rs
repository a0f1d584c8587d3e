//! `POST /holder/{credential}/shares/{share}/code`: a new code, no code any more, or the same code again after too many wrong ones.

use axum::{
    Form,
    extract::{Path, State},
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_share::{AccessCode, CodeHash};

use crate::{
    holder::share::find, page_error::PageError, request_context::RequestContext, session_cookie, site::AppState,
};

/// The form.
#[derive(Deserialize)]
pub struct CodeChange {
    #[serde(default)]
    token: String,
    /// `new`, `none` or `again`.
    #[serde(default)]
    code: String,
}

/// A new code with what is kept of it.
pub async fn made(site: &AppState) -> Result<(AccessCode, CodeHash), PageError> {
    let (issuer, code) = (site.issuer.clone(), AccessCode::from_random(site.issuer.random().bytes()));
    let hashed = code.clone();
    let hash = site.compute().run(move || issuer.share_code_hash(&hashed)).await??;
    Ok((code, hash))
}

/// Changes it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(ids): Path<(String, String)>,
    Form(change): Form<CodeChange>,
) -> Result<Response, PageError> {
    context.check_csrf(&change.token)?;
    let mut found = find(&site, &context, ids).await?;
    let page = context.at(&format!("/holder/{}/shares/{}", found.credential.id, found.share.id));
    let onward = |done: &str| Redirect::to(&format!("{page}?done={done}")).into_response();
    match change.code.as_str() {
        "new" => {
            let (code, hash) = made(&site).await?;
            found.share.code = Some(hash);
            site.issuer.change_share_code(&found.tenant, &found.share, found.permit).await?;
            let cookie = session_cookie::code(&site, found.share.id, &code);
            Ok(([(SET_COOKIE, cookie)], onward("code")).into_response())
        }
        "none" => {
            found.share.code = None;
            site.issuer.change_share_code(&found.tenant, &found.share, found.permit).await?;
            Ok(onward("codeless"))
        }
        "again" => {
            site.issuer.reopen_share(&found.tenant, &found.share, found.permit).await?;
            Ok(onward("again"))
        }
        _ => Err(PageError::BadRequest),
    }
}
