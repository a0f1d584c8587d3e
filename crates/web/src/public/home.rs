//! `GET /`: what this is, a box to verify a file, a glance at the catalogue.

use askama::Template;
use axum::{extract::State, response::Response};
use signet_lang::Locale;

use crate::{
    frame::{Area, Frame},
    offer,
    refusal::Refusal,
    site::Held,
    view::UnitCard,
    visit::{Visit, show_to_all},
};

/// Units on the welcome page.
const TEASERS: usize = 6;

/// The page.
#[derive(Template)]
#[template(path = "public/home.html")]
pub struct HomePage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Largest file in megabytes.
    pub limit: String,
    /// A few units of learning.
    pub units: Vec<UnitCard>,
}

/// Shows the page.
pub async fn get(State(site): State<Held>, visit: Visit) -> Result<Response, Refusal> {
    let offers = offer::all(&site, TEASERS).await?;
    let card = |offer: &offer::Offer| UnitCard::of(&offer.unit, &offer.institution, visit.at(&offer.path()), visit.l);
    let units = offers.iter().map(card).collect();
    Ok(show_to_all(&HomePage { f: visit.public(Area::Elsewhere), l: visit.l, limit: site.megabytes(), units }))
}
