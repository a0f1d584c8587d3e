//! `POST /logout`: the session ends; where a login provider began it, a link leads to ending the one there.

use std::time::Duration;

use axum::{
    Form,
    extract::State,
    http::header::SET_COOKIE,
    response::{AppendHeaders, IntoResponse, Response},
};
use serde::Deserialize;
use signet_access::{SecurityEvent, SecurityEventKind};
use signet_store::Session;
use url::Url;

use crate::{
    frame::{Area, PageFrame},
    login_option::LoginOption,
    message_page::MessagePage,
    page_error::PageError,
    request_context::{RequestContext, show},
    session_cookie::{self, SIGNED_OUT},
    site::AppState,
    view::LinkView,
};

/// How long whoever signs out waits for the provider's address.
const PATIENCE: Duration = Duration::from_secs(2);

/// The form.
#[derive(Deserialize)]
pub struct Farewell {
    #[serde(default)]
    token: String,
}

/// Ends the session and takes the cookie back.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<Farewell>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let Session { actor, id, identity, .. } = &context.require_session()?.session;
    site.issuer.sessions().end_session(actor.account(), id).await?;
    let event = SecurityEvent::of(SecurityEventKind::SessionEnded, actor);
    site.issuer.record_security_event(&event).await?;
    let l = context.l;
    let provider = identity.as_ref().and_then(|identity| site.login_option(identity.provider.as_str()));
    let mut page = MessagePage {
        f: PageFrame::private(l, "/", Area::Elsewhere),
        l,
        title: l.web_account_logout_title(),
        texts: vec![l.web_account_logout_text()],
        onward: Some(LinkView { href: context.at("/"), label: l.web_frame_home_link() }),
    };
    if let Some(option) = provider
        && let Some(there) = end_there(&site, option).await
    {
        let name = option.name(l.language());
        page.title = l.web_sign_in_out_title();
        page.texts.push(l.web_sign_in_out_text(name));
        page.onward = Some(LinkView { href: there.into(), label: l.web_sign_in_out_link(name) });
    }
    let cookies = [session_cookie::session(&site, "", Duration::ZERO), session_cookie::login(&site, SIGNED_OUT)];
    Ok((AppendHeaders(cookies.map(|cookie| (SET_COOKIE, cookie))), show(&page)).into_response())
}

/// Where the session at the provider ends. It is a link, which our policy lets lead elsewhere; a form would not be let. A provider that does not
/// answer keeps nobody waiting: the session here has ended.
async fn end_there(site: &AppState, option: &LoginOption) -> Option<Url> {
    let state = site.secret();
    let asked = option.client.end_session_url(site.base_url(), &state);
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(url)) => url,
        Ok(Err(error)) => {
            tracing::warn!(provider = %option.provider().name, code = error.code(), "no address to sign out at");
            None
        }
        Err(_) => None,
    }
}
