//! `GET /privacy`: what is done with personal data.

use askama::Template;
use axum::{extract::State, response::Response};
use signet_lang::Locale;

use crate::{
    frame::{Area, PageFrame},
    request_context::{RequestContext, show_to_all},
    site::AppState,
};

/// The page.
#[derive(Template)]
#[template(path = "public/privacy.html")]
pub struct PrivacyPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Address for requests.
    pub contact: Option<String>,
}

/// Shows the page.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Response {
    show_to_all(&PrivacyPage { f: context.public(Area::Elsewhere), l: context.l, contact: site.contact.clone() })
}
