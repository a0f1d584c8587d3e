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
    frame::{Area, Frame},
    public::message::MessagePage,
    refusal::Refusal,
    site::Held,
    view::Link,
    visit::{Visit, cookie_name, show},
};

/// The form.
#[derive(Deserialize)]
pub struct Farewell {
    #[serde(default)]
    token: String,
}

/// Ends the session and takes the cookie back.
pub async fn post(State(site): State<Held>, visit: Visit, Form(form): Form<Farewell>) -> Result<Response, Refusal> {
    visit.genuine(&form.token)?;
    let Session { actor, id, .. } = &visit.someone()?.session;
    site.issuer.entrance().end_session(actor.account(), id).await.map_err(Refusal::fault)?;
    let event = SecurityEvent::of(SecurityEventKind::SessionEnded, actor);
    site.issuer.record_security_event(&event).await.map_err(Refusal::fault)?;
    let name = cookie_name(site.secure());
    let l = visit.l;
    let page = MessagePage {
        f: Frame::private(l, "/", Area::Elsewhere),
        l,
        title: l.web_logout_title(),
        texts: vec![l.web_logout_text()],
        onward: Some(Link { href: visit.at("/"), label: l.web_home_link() }),
    };
    let secure = if site.secure() { "; Secure" } else { "" };
    let cookie = format!("{name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{secure}");
    Ok(([(SET_COOKIE, cookie)], show(&page)).into_response())
}
