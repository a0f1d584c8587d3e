//! `GET /staff`: upload results, find a credential, see how things stand.

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use signet_access::{Action, Target, allowed};
use signet_lang::Locale;
use signet_record::results;
use signet_store::{Batch, BatchState, StoredUnit, Tenant};

use crate::{
    catalogue_units,
    frame::{Area, Frame},
    page_error::PageError,
    request_context::{RequestContext, respond},
    site::AppState,
    view::{StateTag, Tile},
};

/// Batches on the page.
const BATCHES: u32 = 10;

/// The page.
#[derive(Template)]
#[template(path = "staff/home.html")]
pub struct StaffPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Whose study department.
    pub institution: String,
    /// What was wrong with the last file.
    pub problem: Option<String>,
    /// Units that may be issued for.
    pub units: Vec<UnitChoice>,
    /// Largest file in megabytes.
    pub limit: String,
    /// Counts by state.
    pub tiles: Vec<Tile>,
    /// The latest batches.
    pub batches: Vec<BatchLine>,
}

/// A unit to choose.
pub struct UnitChoice {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Chosen before.
    pub chosen: bool,
}

/// A batch in the list.
pub struct BatchLine {
    /// Its progress page.
    pub href: String,
    /// When it was handed in.
    pub when: String,
    /// For which unit.
    pub unit: String,
    /// How many rows.
    pub rows: String,
    /// How far it is.
    pub state: StateTag,
}

/// Shows the page.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let tenant = context.staff(&site, Action::ImportResults)?.tenant;
    Ok(respond(StatusCode::OK, &page(&context, &tenant, None, "").await?))
}

/// The page, with what was wrong with the last file and the unit that was chosen.
///
/// # Errors
/// When the register does not answer.
pub async fn page(
    context: &RequestContext,
    tenant: &Tenant,
    problem: Option<String>,
    chosen: &str,
) -> Result<StaffPage, PageError> {
    let l = context.l;
    let stored = tenant.institution().await.map_err(PageError::fault)?;
    let registered = stored.as_ref().and_then(catalogue_units::registered);
    let mut units = tenant.units().await.map_err(PageError::fault)?;
    units.sort_by_key(|unit| l.collation_key(unit.title.text(l.language())));
    let actor = &context.require_session()?.session.actor;
    let unit = Target::Unit { institution: tenant.id(), guarantor: None };
    units.retain(|_| allowed(actor, Action::ViewUnit, &unit).is_ok());
    let progress = tenant.progress(None).await.map_err(PageError::fault)?;
    let batches = tenant.batches(None, BATCHES).await.map_err(PageError::fault)?.rows;
    let tile = |label: String, count: u64| Tile { label, value: count.to_string() };
    Ok(StaffPage {
        f: context.private(Area::Staff),
        l,
        institution: registered
            .map(|registered| registered.institution.legal_name.text(l.language()).to_owned())
            .unwrap_or_default(),
        problem,
        limit: (results::BYTES_MAX >> 20).to_string(),
        tiles: vec![
            tile(l.web_tile_valid(), progress.sealed + progress.delivered),
            tile(l.web_tile_waiting(), progress.proposed + progress.intended),
            tile(l.web_tile_troubled(), progress.troubled),
            tile(l.web_tile_revoked(), progress.revoked),
        ],
        batches: batches.iter().map(|batch| line(batch, &units, context)).collect(),
        units: units.iter().map(|unit| choice(unit, chosen, l)).collect(),
    })
}

fn choice(unit: &StoredUnit, chosen: &str, l: Locale) -> UnitChoice {
    UnitChoice {
        id: unit.id.to_string(),
        title: unit.title.text(l.language()).to_owned(),
        chosen: unit.id.as_str() == chosen,
    }
}

fn line(batch: &Batch, units: &[StoredUnit], context: &RequestContext) -> BatchLine {
    let l = context.l;
    let unit = units.iter().find(|unit| unit.id == batch.unit);
    BatchLine {
        href: context.at(&format!("/staff/batches/{}", batch.id)),
        when: l.instant(batch.created),
        unit: unit.map_or_else(|| batch.unit.to_string(), |unit| unit.title.text(l.language()).to_owned()),
        rows: batch.rows_read.to_string(),
        state: match batch.state {
            BatchState::Checked => StateTag::doubt(l.web_batch_state_checked()),
            BatchState::Issuing => StateTag::doubt(l.web_batch_state_issuing()),
            BatchState::Issued => StateTag::good(l.web_batch_state_issued()),
            BatchState::Abandoned => StateTag::bad(l.web_batch_state_abandoned()),
        },
    }
}
