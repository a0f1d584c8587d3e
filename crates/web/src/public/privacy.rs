//! `GET /privacy`: what is done with personal data.

use askama::Template;
use axum::{extract::State, response::Response};
use signet_lang::Locale;

use crate::{
    frame::{Area, Frame},
    site::Held,
    visit::{Visit, show_to_all},
};

/// The page.
#[derive(Template)]
#[template(path = "public/privacy.html")]
pub struct PrivacyPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Address for requests.
    pub contact: Option<String>,
}

/// Shows the page.
pub async fn get(State(site): State<Held>, visit: Visit) -> Response {
    show_to_all(&PrivacyPage { f: visit.public(Area::Elsewhere), l: visit.l, contact: site.contact.clone() })
}
