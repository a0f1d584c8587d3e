//! `GET /catalogue/{institution}/{unit}`: one unit of learning.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use signet_catalogue::{Offer, OfferedRun, PublicAddress, RunStanding, description, schema_org_course};
use signet_lang::{Locale, args};
use signet_record::Date;

use crate::{
    catalogue_units,
    frame::{Area, PageFrame},
    page_error::PageError,
    public_head::PublicHead,
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
    /// What search engines are told.
    pub head: PublicHead,
    /// Which of the three kinds.
    pub kind: String,
    /// What it is about.
    pub description: Option<String>,
    /// What a credential for it will say.
    pub c: CredentialView,
    /// Its runs that are not over.
    pub runs: Vec<RunView>,
    /// Those that are, the last one first.
    pub past_runs: Vec<RunView>,
    /// Its own page, where one applies.
    pub apply: Option<String>,
}

/// One run of it.
pub struct RunView {
    /// From when to when.
    pub period: String,
    /// Where it stands, and for how many it is.
    pub notes: Vec<String>,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((institution, unit)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let institution = institution.parse().map_err(|_| PageError::NotFound)?;
    let unit = unit.parse().map_err(|_| PageError::NotFound)?;
    let offer = catalogue_units::one(&site, institution, unit).await?;
    let (today, address) = (site.issuer.today(), PublicAddress::new(site.base_url().as_str()));
    draw_for_all(&site, move || page(&offer, &context, &address, today)).await
}

fn page(offer: &Offer, context: &RequestContext, address: &PublicAddress, today: Date) -> UnitPage {
    let (l, unit) = (context.l, &offer.unit);
    let is_over = |run: &&OfferedRun| run.standing(today) == RunStanding::Past;
    let ahead = offer.runs.iter().filter(|run| !is_over(run));
    UnitPage {
        f: context.public(Area::Catalogue),
        l,
        head: unit_head(offer, address, l),
        kind: unit_kind(unit, l),
        description: unit.description.as_ref().map(|text| text.text(l.language()).to_owned()),
        c: CredentialView::of_unit(unit, &offer.institution, l),
        runs: ahead.map(|run| RunView::of(run, today, l)).collect(),
        past_runs: offer.runs.iter().rev().filter(is_over).map(|run| RunView::of(run, today, l)).collect(),
        apply: unit.homepage.as_ref().map(|page| page.as_str().to_owned()),
    }
}

/// The head of a unit's page.
pub fn unit_head(offer: &Offer, address: &PublicAddress, l: Locale) -> PublicHead {
    let title = offer.unit.title.text(l.language()).to_owned();
    PublicHead::new(address, &offer.path(), l, (title, description(offer, l)))
        .with(&schema_org_course(offer, address, l))
}

impl RunView {
    /// A run as it stands on a day.
    pub fn of(run: &OfferedRun, today: Date, l: Locale) -> Self {
        let (end, start) = (l.date(run.end), l.date(run.start));
        let standing = l.web_catalogue_run_standing(match run.standing(today) {
            RunStanding::Open => args::WebCatalogueRunStanding::Open,
            RunStanding::Upcoming => args::WebCatalogueRunStanding::Upcoming,
            RunStanding::Running => args::WebCatalogueRunStanding::Running,
            RunStanding::Past => args::WebCatalogueRunStanding::Past,
        });
        let capacity = run.capacity.map(|count| l.web_catalogue_run_capacity(count));
        RunView {
            period: l.web_credential_period_value(args::WebCredentialPeriodValue { end, start }),
            notes: std::iter::once(standing).chain(capacity).collect(),
        }
    }
}
