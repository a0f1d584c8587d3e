//! `GET /`: what this is, a box to verify a file, a glance at the catalogue.

use askama::Template;
use axum::{extract::State, response::Response};
use signet_catalogue::{Offer, PublicAddress};
use signet_lang::Locale;

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    public_head::PublicHead,
    request_context::{RequestContext, show_to_all},
    site::AppState,
    view::UnitCard,
};

/// Units on the welcome page.
const TEASERS: usize = 6;

/// The page.
#[derive(Template)]
#[template(path = "public/home.html")]
pub struct HomePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What search engines are told.
    pub head: PublicHead,
    /// Largest file in megabytes.
    pub limit: String,
    /// A few units of learning that begin soon.
    pub units: Vec<UnitCard>,
}

/// Shows the page.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let (catalogue, today) = (site.issuer.catalogue().await?, site.issuer.today());
    let card = |offer: &Offer| UnitCard::offered(offer, context.at(&offer.path()), today, context.l);
    let units = catalogue.upcoming(today, TEASERS).into_iter().map(card).collect();
    let l = context.l;
    let about = (l.web_home_title(), l.web_home_lead());
    let head = PublicHead::new(&PublicAddress::new(site.base_url().as_str()), "/", l, about);
    Ok(show_to_all(&HomePage { f: context.public(Area::Elsewhere), l, head, limit: site.megabytes(), units }))
}
