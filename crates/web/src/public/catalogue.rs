//! `GET /catalogue`: units of learning that lead to a micro-credential.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_lang::Locale;
use signet_record::Language;

use crate::{
    catalogue_units::{self, Offer},
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
    let mut offers = catalogue_units::all(&site, UNITS_MAX).await?;
    offers.retain(|offer| fits(offer, &words));
    offers.sort_by_key(|offer| context.l.collation_key(offer.unit.title.text(context.l.language())));
    let card = |offer: &Offer| UnitCard::of(&offer.unit, &offer.institution, context.at(&offer.path()), context.l);
    let units = offers.iter().map(card).collect();
    Ok(show_to_all(&CataloguePage { f: context.public(Area::Catalogue), l: context.l, query, units }))
}

/// The words of a text, in lower case and without accents.
fn folded(text: &str) -> Vec<String> {
    signet_lang::fold(text).split_whitespace().map(str::to_owned).collect()
}

/// Every word searched for begins a word of the title, the field or the institution's name, in either language.
fn fits(offer: &Offer, words: &[String]) -> bool {
    let said: Vec<String> = Language::ALL
        .into_iter()
        .flat_map(|language| {
            let texts = [&offer.unit.title, &offer.unit.isced.label, &offer.institution.legal_name];
            texts.map(|text| folded(text.text(language)))
        })
        .flatten()
        .collect();
    words.iter().all(|word| said.iter().any(|said| said.starts_with(word.as_str())))
}
