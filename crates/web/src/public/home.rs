//! `GET /`: what this is, a box to verify a file, a glance at the catalogue.

use askama::Template;
use axum::{extract::State, response::Response};
use signet_issue::Offer;
use signet_lang::Locale;

use crate::{
    catalogue_units,
    frame::{Area, PageFrame},
    page_error::PageError,
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
    /// Largest file in megabytes.
    pub limit: String,
    /// A few units of learning.
    pub units: Vec<UnitCard>,
}

/// Shows the page.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let listing = catalogue_units::all(&site).await?;
    let card = |offer: &Offer| {
        UnitCard::of(&offer.unit, &offer.institution, context.at(&catalogue_units::path(offer)), context.l)
    };
    let units = listing.listed().iter().take(TEASERS).map(|listed| card(&listed.offer)).collect();
    Ok(show_to_all(&HomePage { f: context.public(Area::Elsewhere), l: context.l, limit: site.megabytes(), units }))
}
