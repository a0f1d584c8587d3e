//! `GET /catalogue`: units of learning that lead to a micro-credential.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use signet_catalogue::{
    CatalogueIndex, CatalogueQuery, Facet, FoundOffers, Offer, PAGE_ROWS, PublicAddress, Sort, schema_org_list,
};
use signet_lang::{Locale, args};
use signet_record::Date;
use url::form_urlencoded;

use crate::{
    catalogue_filters::{ChosenFilter, FacetView, address, chosen, facet_label, facets},
    frame::{Area, PageFrame},
    page_error::PageError,
    public_head::PublicHead,
    request_context::{RequestContext, draw_for_all},
    site::AppState,
    view::{LinkView, UnitCard},
};

/// The page.
#[derive(Template)]
#[template(path = "public/catalogue.html")]
pub struct CataloguePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What search engines are told.
    pub head: PublicHead,
    /// What was searched for.
    pub query: String,
    /// Orders, and which of them it is.
    pub sorts: Vec<SortOption>,
    /// What can be chosen.
    pub facets: Vec<FacetView>,
    /// Also what has no date ahead.
    pub with_past: bool,
    /// What was chosen.
    pub chosen: Vec<ChosenFilter>,
    /// How many courses fit on all pages.
    pub total: usize,
    /// Nothing has all the words: these come nearest.
    pub is_nearest: bool,
    /// How many more have no date ahead, and the page with them.
    pub hidden: Option<LinkView>,
    /// The page without the filter that leaves out most, where nothing is left.
    pub instead: Option<LinkView>,
    /// What was found.
    pub units: Vec<UnitCard>,
    /// The first page, from any other one.
    pub first: Option<String>,
    /// The next page.
    pub next: Option<String>,
}

/// One order.
pub struct SortOption {
    /// As the address says it.
    pub value: &'static str,
    /// What it is called.
    pub label: String,
    /// It is this one.
    pub is_chosen: bool,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    RawQuery(typed): RawQuery,
) -> Result<Response, PageError> {
    let pairs: Vec<_> = form_urlencoded::parse(typed.as_deref().unwrap_or("").as_bytes()).into_owned().collect();
    let query = CatalogueQuery::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let (index, today) = (site.issuer.catalogue().await?, site.issuer.today());
    let address = PublicAddress::new(site.base_url().as_str());
    draw_for_all(&site, move || page(&index, &context, &address, (&query, today))).await
}

fn page(
    index: &CatalogueIndex,
    context: &RequestContext,
    address_of_site: &PublicAddress,
    (query, today): (&CatalogueQuery, Date),
) -> CataloguePage {
    let l = context.l;
    let base = context.at(Area::Catalogue.path());
    let found = index.find(query, l.language(), today);
    let card = |offer: &&_| UnitCard::offered(offer, context.at(&offer.path()), today, l);
    CataloguePage {
        f: context.public(Area::Catalogue),
        l,
        head: list_head(&found.offers, address_of_site, l),
        query: query.text.clone(),
        sorts: sorts(query.sort, l),
        facets: facets(index, query, &found, l),
        with_past: query.with_past,
        chosen: chosen(index, query, &base, l),
        total: found.total,
        is_nearest: found.is_nearest,
        hidden: hidden(&found, query, &base, l),
        instead: instead(&found, query, &base, l),
        units: found.offers.iter().map(card).collect(),
        first: query.after.as_ref().map(|_| address(&base, &CatalogueQuery { after: None, ..query.clone() })),
        next: found.next.map(|next| address(&base, &CatalogueQuery { after: Some(next), ..query.clone() })),
    }
}

/// The head of a list of courses.
pub fn list_head(offers: &[&Offer], address: &PublicAddress, l: Locale) -> PublicHead {
    let about = (l.web_catalogue_title(), l.web_catalogue_lead());
    PublicHead::new(address, Area::Catalogue.path(), l, about).with(&schema_org_list(offers, address, l))
}

fn hidden(found: &FoundOffers<'_>, query: &CatalogueQuery, base: &str, l: Locale) -> Option<LinkView> {
    let href = address(base, &query.including_past());
    (found.hidden > 0).then(|| LinkView { href, label: l.web_catalogue_hidden(found.hidden) })
}

/// Where nothing fits, the facet without which most would.
fn instead(found: &FoundOffers<'_>, query: &CatalogueQuery, base: &str, l: Locale) -> Option<LinkView> {
    let (facet, count): (&Facet, &usize) = found.left_out.iter().max_by_key(|(_, count)| **count)?;
    let label = || {
        let filter = facet_label(*facet, l);
        l.web_catalogue_instead(args::WebCatalogueInstead { count: *count, filter: filter.as_str() })
    };
    (found.total == 0).then(|| LinkView { href: address(base, &query.without_facet(*facet)), label: label() })
}

/// Every order, with the one that is chosen.
pub fn sorts(chosen: Sort, l: Locale) -> Vec<SortOption> {
    let option = |sort: Sort| SortOption {
        value: sort.code(),
        label: l.web_catalogue_sort_by(match sort {
            Sort::Relevance => args::WebCatalogueSortBy::Relevance,
            Sort::Start => args::WebCatalogueSortBy::Start,
            Sort::Title => args::WebCatalogueSortBy::Title,
            Sort::Credits => args::WebCatalogueSortBy::Credits,
        }),
        is_chosen: sort == chosen,
    };
    Sort::ALL.map(option).into()
}

impl CataloguePage {
    /// Courses of one page.
    pub fn rows(&self) -> usize {
        PAGE_ROWS
    }
}
