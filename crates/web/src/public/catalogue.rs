//! `GET /catalogue`: units of learning that lead to a micro-credential.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_issue::Offer;
use signet_lang::Locale;

use crate::{
    catalogue_units::{self, folded},
    frame::{Area, Frame},
    page_error::PageError,
    request_context::{RequestContext, show_to_all},
    site::AppState,
    view::UnitCard,
};

/// Units of one page.
const UNITS_MAX: usize = 500;

/// The page.
#[derive(Template)]
#[template(path = "public/catalogue.html")]
pub struct CataloguePage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// What was searched for.
    pub query: String,
    /// What was found.
    pub units: Vec<UnitCard>,
}

/// What is searched for.
#[derive(Default, Deserialize)]
pub struct CatalogueQuery {
    #[serde(default)]
    q: String,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Query(form): Query<CatalogueQuery>,
) -> Result<Response, PageError> {
    let query: String = form.q.chars().filter(|c| !c.is_control()).take(200).collect();
    let words = folded(&query);
    let listing = catalogue_units::all(&site).await?;
    let fit = listing.in_order(context.l.language()).filter(|listed| listed.fits(&words)).take(UNITS_MAX);
    let card = |offer: &Offer| {
        UnitCard::of(&offer.unit, &offer.institution, context.at(&catalogue_units::path(offer)), context.l)
    };
    let units = fit.map(|listed| card(&listed.offer)).collect();
    Ok(show_to_all(&CataloguePage { f: context.public(Area::Catalogue), l: context.l, query, units }))
}
