//! `POST /logout`: the session ends.

use axum::{
    Form,
    extract::State,
    http::{HeaderMap, header::SET_COOKIE},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use signet_store::TokenDigest;

use crate::{
    frame::{Area, Frame},
    public::message::MessagePage,
    refusal::Refusal,
    site::Held,
    view::Link,
    visit::{Visit, cookie, cookie_name, show},
};

/// The form.
#[derive(Deserialize)]
pub struct Farewell {
    #[serde(default)]
    token: String,
}

/// Ends the session and takes the cookie back.
pub async fn post(
    State(site): State<Held>,
    visit: Visit,
    headers: HeaderMap,
    Form(form): Form<Farewell>,
) -> Result<Response, Refusal> {
    visit.genuine(&form.token)?;
    let name = cookie_name(site.secure());
    if let Some(secret) = cookie(&headers, name) {
        site.store().entrance().close_session(&TokenDigest::of(&secret)).await.map_err(Refusal::fault)?;
    }
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
