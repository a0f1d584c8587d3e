//! `GET /catalogue/{institution}/{unit}`: one unit of learning.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use signet_issue::Offer;
use signet_lang::{Locale, args};

use crate::{
    catalogue_units,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw_for_all},
    site::AppState,
    view::{CredentialView, unit_kind},
};

/// The page.
#[derive(Template)]
#[template(path = "public/unit.html")]
pub struct UnitPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Which of the three kinds.
    pub kind: String,
    /// What it is about.
    pub description: Option<String>,
    /// What a credential for it will say.
    pub c: CredentialView,
    /// Periods of its open runs.
    pub runs: Vec<String>,
    /// Its own page, where one applies.
    pub apply: Option<String>,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((institution, unit)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let institution = institution.parse().map_err(|_| PageError::NotFound)?;
    let unit = unit.parse().map_err(|_| PageError::NotFound)?;
    let offer = catalogue_units::one(&site, &institution, &unit).await?;
    draw_for_all(&site, move || page(&offer, &context)).await
}

fn page(offer: &Offer, context: &RequestContext) -> UnitPage {
    let (l, unit) = (context.l, &offer.unit);
    let open = unit.runs.iter().filter(|run| run.closed_to.is_none());
    UnitPage {
        f: context.public(Area::Catalogue),
        l,
        kind: unit_kind(unit, l),
        description: unit.description.as_ref().map(|text| text.text(l.language()).to_owned()),
        c: CredentialView::of_unit(unit, &offer.institution, l),
        runs: open
            .map(|run| {
                l.web_credential_period_value(args::WebCredentialPeriodValue {
                    end: l.date(run.end),
                    start: l.date(run.start),
                })
            })
            .collect(),
        apply: unit.homepage.as_ref().map(|page| page.as_str().to_owned()),
    }
}
