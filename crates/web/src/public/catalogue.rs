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
    catalogue_listing::{Listing, folded},
    catalogue_units,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw_for_all},
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
    pub f: PageFrame,
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
    let listing = catalogue_units::all(&site).await?;
    draw_for_all(&site, move || page(&listing, &context, query)).await
}

fn page(listing: &Listing, context: &RequestContext, query: String) -> CataloguePage {
    let (l, words) = (context.l, folded(&query));
    let fit = listing.in_order(l.language()).filter(|listed| listed.fits(&words)).take(UNITS_MAX);
    let card =
        |offer: &Offer| UnitCard::of(&offer.unit, &offer.institution, context.at(&catalogue_units::path(offer)), l);
    let units = fit.map(|listed| card(&listed.offer)).collect();
    CataloguePage { f: context.public(Area::Catalogue), l, query, units }
}
