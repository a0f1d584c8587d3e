//! `POST /logout`: the session ends.

use axum::{
    Form,
    extract::State,
    http::header::SET_COOKIE,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use signet_access::{SecurityEvent, SecurityEventKind};
use signet_store::Session;

use crate::{
    frame::{Area, PageFrame},
    message_page::MessagePage,
    page_error::PageError,
    request_context::{RequestContext, cookie_name, show},
    site::AppState,
    view::LinkView,
};

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
    let Session { actor, id, .. } = &context.require_session()?.session;
    site.issuer.sessions().end_session(actor.account(), id).await?;
    let event = SecurityEvent::of(SecurityEventKind::SessionEnded, actor);
    site.issuer.record_security_event(&event).await?;
    let name = cookie_name(site.secure());
    let l = context.l;
    let page = MessagePage {
        f: PageFrame::private(l, "/", Area::Elsewhere),
        l,
        title: l.web_account_logout_title(),
        texts: vec![l.web_account_logout_text()],
        onward: Some(LinkView { href: context.at("/"), label: l.web_frame_home_link() }),
    };
    let secure = if site.secure() { "; Secure" } else { "" };
    let cookie = format!("{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}");
    Ok(([(SET_COOKIE, cookie)], show(&page)).into_response())
}
