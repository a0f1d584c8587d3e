//! `GET /login/{token}`: a button, so that a mail scanner spends nothing. `POST`: the link is spent and a session begins.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::{SecurityEvent, SecurityEventKind, session_longest};
use signet_lang::Locale;
use signet_store::{EntranceError, Session, SessionId, TokenDigest};

use crate::{
    frame::{Area, Frame, address},
    refusal::Refusal,
    site::Held,
    start::Home,
    visit::{Visit, cookie_name, show},
};

/// The page.
#[derive(Template)]
#[template(path = "public/login.html")]
pub struct LoginPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Where the button leads.
    pub action: String,
}

/// Shows the button, whatever the token: whether it opens anything is told once it is used.
pub async fn get(visit: Visit, Path(token): Path<String>) -> Result<Response, Refusal> {
    let action = visit.at(&format!("/login/{}", plausible(&token)?));
    Ok(show(&LoginPage { f: visit.private(Area::Elsewhere), l: visit.l, action }))
}

/// Spends the token and begins a session.
pub async fn post(State(site): State<Held>, visit: Visit, Path(token): Path<String>) -> Result<Response, Refusal> {
    visit.began_here()?;
    let now = site.now();
    let digest = TokenDigest::of(plausible(&token)?);
    let secret = site.secret();
    let id = SessionId::from_random(site.sixteen());
    let redeemed = site.issuer.entrance().redeem(&digest, &TokenDigest::of(&secret), id, now).await;
    let Some(session) = let_in(&site, redeemed).await? else {
        // As with links: what is right is let through, whatever others have tried.
        if site.guessed_enough(visit.client) {
            return Err(Refusal::Hasty);
        }
        site.note_guess(visit.client);
        note(&site, SecurityEvent::by_anyone(SecurityEventKind::LoginFailed)).await?;
        return Err(Refusal::LoginSpent);
    };
    note(&site, SecurityEvent::of(SecurityEventKind::Login, &session.actor)).await?;
    // Whoever was signed in in this browser before is not any more.
    if let Ok(before) = visit.someone() {
        let (account, id) = (before.session.actor.account(), &before.session.id);
        site.issuer.entrance().end_session(account, id).await.map_err(Refusal::fault)?;
    }
    let onward = Home::of(session.actor.role()).path();
    let secure = if site.secure() { "; Secure" } else { "" };
    let cookie = format!(
        "{}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{secure}",
        cookie_name(site.secure()),
        session_longest(session.actor.role()).as_secs()
    );
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&address(session.language, onward))).into_response())
}

/// A row that the service did not write opens nothing, and is written down.
async fn let_in(site: &Held, redeemed: Result<Option<Session>, EntranceError>) -> Result<Option<Session>, Refusal> {
    match redeemed {
        Ok(session) => Ok(session),
        Err(EntranceError::Forged { table }) => {
            note(site, SecurityEvent::by_anyone(SecurityEventKind::RowForged).about(table)).await?;
            Ok(None)
        }
        Err(EntranceError::Database(error)) => Err(Refusal::fault(error)),
    }
}

async fn note(site: &Held, event: SecurityEvent) -> Result<(), Refusal> {
    site.issuer.record_security_event(&event).await.map_err(Refusal::fault)
}

/// Tokens are base64url; anything else is not worth a look-up.
fn plausible(token: &str) -> Result<&str, Refusal> {
    let fits = (16..=128).contains(&token.len())
        && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if fits { Ok(token) } else { Err(Refusal::LoginSpent) }
}
