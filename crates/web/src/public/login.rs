//! `GET /login/{token}`: a button, so that a mail scanner spends nothing. `POST`: the link is spent and a session begins.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::{SecurityEvent, SecurityEventKind, session_longest};
use signet_lang::Locale;
use signet_store::{Session, SessionId, SessionsError, TokenDigest};

use crate::{
    area::RoleRow,
    frame::{Area, PageFrame, address},
    page_error::PageError,
    public::sign_in::{self, ProviderGroup},
    request_context::{RequestContext, show},
    session_cookie,
    site::AppState,
};

/// The page.
#[derive(Template)]
#[template(path = "public/login.html")]
pub struct LoginPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Where the button leads.
    pub action: String,
    /// Other ways to sign in, by which one can come back; empty where there are none.
    pub groups: Vec<ProviderGroup>,
}

/// Shows the button, whatever the token: whether it opens anything is told once it is used.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let action = context.at(&format!("/login/{}", plausible(&token)?));
    let groups = sign_in::groups(&site, &context, None);
    Ok(show(&LoginPage { f: context.private(Area::Elsewhere), l: context.l, action, groups }))
}

/// Spends the token and begins a session.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    context.check_same_origin()?;
    let now = site.now();
    let digest = TokenDigest::of(plausible(&token)?);
    let secret = site.secret();
    let id = SessionId::from_random(site.sixteen());
    let redeemed = site.issuer.sessions().redeem(&digest, &TokenDigest::of(&secret), id, now).await;
    let Some(session) = let_in(&site, redeemed).await? else {
        // As with links: what is right is let through, whatever others have tried.
        if site.guessed_enough(context.client) {
            return Err(PageError::Hasty);
        }
        site.note_guess(context.client);
        note(&site, SecurityEvent::by_anyone(SecurityEventKind::LoginFailed)).await?;
        return Err(PageError::LoginSpent);
    };
    if site.refuses_link_of(&session.actor) {
        site.issuer.sessions().end_session(session.actor.account(), &session.id).await?;
        note(&site, SecurityEvent::of(SecurityEventKind::LoginFailed, &session.actor)).await?;
        return Err(PageError::LinkReplaced);
    }
    note(&site, SecurityEvent::of(SecurityEventKind::Login, &session.actor)).await?;
    sign_out_before(&site, &context).await?;
    let onward = RoleRow::of(session.actor.role()).home.path();
    let cookie = session_cookie::session(&site, &secret, session_longest(&session.actor));
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&address(session.language, onward))).into_response())
}

/// Whoever was signed in in this browser before is not any more.
pub async fn sign_out_before(site: &AppState, context: &RequestContext) -> Result<(), PageError> {
    if let Ok(before) = context.require_session() {
        let (account, id) = (before.session.actor.account(), &before.session.id);
        site.issuer.sessions().end_session(account, id).await?;
    }
    Ok(())
}

/// Writes down that a row of this table was not written by the service.
pub async fn note_forged(site: &AppState, table: &str) -> Result<(), PageError> {
    note(site, SecurityEvent::by_anyone(SecurityEventKind::RowForged).about(table)).await
}

/// A row that the service did not write opens nothing, and is written down.
async fn let_in(
    site: &AppState,
    redeemed: Result<Option<Session>, SessionsError>,
) -> Result<Option<Session>, PageError> {
    match redeemed {
        Ok(session) => Ok(session),
        Err(SessionsError::Forged { table }) => {
            note_forged(site, table).await?;
            Ok(None)
        }
        Err(SessionsError::Database(error)) => Err(error.into()),
    }
}

async fn note(site: &AppState, event: SecurityEvent) -> Result<(), PageError> {
    site.issuer.record_security_event(&event).await.map_err(PageError::from)
}

/// Tokens are base64url; anything else is not worth a look-up.
fn plausible(token: &str) -> Result<&str, PageError> {
    let fits = (16..=128).contains(&token.len())
        && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if fits { Ok(token) } else { Err(PageError::LoginSpent) }
}
