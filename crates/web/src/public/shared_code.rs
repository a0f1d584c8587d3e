//! `POST /c/{link}/code`: the code that opens a share besides its link. The page that asks for it says nothing of what it opens.

use std::time::Duration;

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_lang::Locale;
use signet_share::{AccessCode, Share, guesses::CodeState};
use signet_store::Tenant;

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    public::opened::{Opened, open},
    request_context::{RequestContext, respond},
    session_cookie::{cookie, pass, pass_cookie_name},
    site::AppState,
};

/// How long a browser need not be asked again.
const PASS_LASTS: Duration = Duration::from_secs(30 * 60);

/// The page that asks for the code.
#[derive(Template)]
#[template(path = "public/shared_code.html")]
pub struct SharedCodePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Where the form leads. A secret.
    pub action: String,
    /// What was wrong with the last try.
    pub problem: Option<String>,
    /// No code is taken for now.
    pub waits: bool,
}

/// What the form sends.
#[derive(Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
}

/// Whether this browser may see a share: it asks for no code, or was told the right one a while ago.
pub fn may_see(site: &AppState, headers: &HeaderMap, share: &Share) -> bool {
    let Some(code) = &share.code else { return true };
    let pass = cookie(headers, &pass_cookie_name(site.secure(), share.id));
    pass.is_some_and(|pass| site.issuer.share_passes().opens(&pass, share.id, code, site.now()))
}

/// The page in a state of its share: the same for all shares.
pub fn page(context: &RequestContext, link: &str, waits: bool, problem: Option<String>) -> Response {
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (l, action) = (context.l, context.at(&format!("/c/{link}/code")));
    respond(status, &SharedCodePage { f: context.private(Area::Elsewhere), l, action, problem, waits })
}

/// Tries a code.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(link): Path<String>,
    Form(form): Form<CodeForm>,
) -> Result<Response, PageError> {
    context.check_same_origin()?;
    let opened = open(&site, &context, link).await?;
    let Opened { tenant, link, .. } = &opened;
    let share = &opened.shown.share;
    let onward = Redirect::to(&format!("/c/{link}"));
    let Some(kept) = &share.code else { return Ok(onward.into_response()) };
    let Ok(code) = form.code.parse::<AccessCode>() else {
        return Ok(page(&context, link, false, Some(context.l.web_shared_code_none())));
    };
    if !tenant.begin_code_try(&share.id, site.now()).await? {
        return refused(&site, &context, tenant, &opened, None).await;
    }
    let (issuer, hash) = (site.issuer.clone(), kept.clone());
    if !site.compute().run(move || issuer.share_code_fits(&hash, &code)).await?? {
        return refused(&site, &context, tenant, &opened, Some(context.l.web_shared_code_wrong())).await;
    }
    tenant.end_code_try(&share.id).await?;
    let until = site.now().checked_add(PASS_LASTS)?;
    let value = site.issuer.share_passes().pass(share.id, kept, until);
    Ok(([(SET_COOKIE, pass(&site, share.id, &value, PASS_LASTS))], onward).into_response())
}

/// The answer to a code that did not open: of a share that is closed by now the neutral one.
async fn refused(
    site: &AppState,
    context: &RequestContext,
    tenant: &Tenant,
    opened: &Opened,
    problem: Option<String>,
) -> Result<Response, PageError> {
    match tenant.code_tries(&opened.shown.share.id).await?.state(site.now()) {
        CodeState::Closed => Err(PageError::Gone),
        CodeState::Waits => Ok(page(context, &opened.link, true, Some(context.l.web_shared_code_waits()))),
        CodeState::Open => Ok(page(context, &opened.link, false, problem)),
    }
}
