//! `GET /login/{token}`: a button, so that a mail scanner spends nothing. `POST`: the link is spent and a session begins.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Role;
use signet_lang::Locale;
use signet_record::Timestamp;
use signet_store::TokenDigest;

use crate::{
    frame::{Area, Frame, address},
    refusal::Refusal,
    site::Held,
    visit::{Visit, cookie_name, show},
};

/// How long one stays signed in, in seconds.
const SESSION_SECONDS: i64 = 12 * 3600;

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
    if site.guesses().exhausted(visit.client, now) {
        return Err(Refusal::Hasty);
    }
    let digest = TokenDigest::of(plausible(&token)?);
    let secret = site.secret();
    let expires = Timestamp::from_second(now.as_second().saturating_add(SESSION_SECONDS)).map_err(Refusal::fault)?;
    let redeemed = site.store().entrance().redeem(&digest, &TokenDigest::of(&secret), now, expires).await;
    let Some(session) = redeemed.map_err(Refusal::fault)? else {
        site.guesses().note(visit.client, now);
        return Err(Refusal::LoginSpent);
    };
    let onward = match session.actor.role() {
        Role::Holder => "/holder",
        Role::Registrar => "/staff",
        _ => "/",
    };
    let secure = if site.secure() { "; Secure" } else { "" };
    let cookie = format!(
        "{}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={SESSION_SECONDS}{secure}",
        cookie_name(site.secure())
    );
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&address(session.language, onward))).into_response())
}

/// Tokens are base64url; anything else is not worth a look-up.
fn plausible(token: &str) -> Result<&str, Refusal> {
    let fits = (16..=128).contains(&token.len())
        && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if fits { Ok(token) } else { Err(Refusal::LoginSpent) }
}
