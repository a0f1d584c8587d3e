//! `GET /staff/results`: upload results, find a credential, see how things stand.

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};
use signet_access::{Action, Target, allowed};
use signet_lang::Locale;
use signet_record::results;
use signet_store::{Batch, BatchProgress, BatchState, StoredInstitution, Tenant, TitledUnit};

use crate::{
    catalogue_units,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond},
    site::AppState,
    staff::work::page::progress_tiles,
    view::{StateTag, Tile},
};

/// Batches on the page.
const BATCHES: u32 = 10;

/// Kinds of file that results come in.
pub const ACCEPT: &str = ".csv,.json,.xlsx,.ods,text/csv,application/json";

/// The page.
#[derive(Template)]
#[template(path = "staff/home.html")]
pub struct StaffPage {
    /// Around the page.
    pub f: PageFrame,
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
    /// Kinds of file that a browser offers.
    pub accept: &'static str,
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
    answer(&site, &context, &tenant, StatusCode::OK, Form::default()).await
}

/// What stood in the form when it was sent last.
#[derive(Default)]
pub struct Form {
    /// What was wrong with it.
    pub problem: Option<String>,
    /// The unit that was chosen.
    pub chosen: String,
}

/// What the page tells, as the register keeps it.
struct Stored {
    institution: Option<StoredInstitution>,
    units: Vec<TitledUnit>,
    /// With how many of them are scheduled; none where the counts are others' too.
    progress: Option<(BatchProgress, u64)>,
    batches: Vec<Batch>,
}

/// The page as an answer.
///
/// # Errors
/// When the register does not answer.
pub async fn answer(
    site: &AppState,
    context: &RequestContext,
    tenant: &Tenant,
    status: StatusCode,
    form: Form,
) -> Result<Response, PageError> {
    let actor = &context.require_session()?.session.actor;
    let within = tenant.units_within(actor.scope()).await?;
    // The counts are of the whole institution.
    let progress = match within.is_whole() {
        true => Some((tenant.progress(None).await?, tenant.scheduled(site.now()).await?)),
        false => None,
    };
    let mut stored = Stored {
        institution: tenant.institution().await?,
        units: tenant.unit_titles().await?,
        progress,
        batches: tenant.batches(&within, None, BATCHES).await?.rows,
    };
    stored.units.retain(|unit| {
        within.place(&unit.id).is_some_and(|place| {
            let target = Target::Unit { institution: tenant.id(), guarantor: None, place: Some(&place) };
            allowed(actor, Action::ViewUnit, &target).is_ok()
        })
    });
    let context = context.clone();
    site.compute().run(move || respond(status, &page(stored, &context, form))).await
}

fn page(stored: Stored, context: &RequestContext, form: Form) -> StaffPage {
    let l = context.l;
    let Stored { institution, mut units, progress, batches } = stored;
    let registered = institution.as_ref().and_then(catalogue_units::registered);
    units.sort_by_cached_key(|unit| l.collation_key(unit.title.text(l.language())));
    StaffPage {
        f: context.private(Area::Staff),
        l,
        institution: registered
            .map(|registered| registered.institution.legal_name.text(l.language()).to_owned())
            .unwrap_or_default(),
        problem: form.problem,
        accept: ACCEPT,
        limit: (results::BYTES_MAX >> 20).to_string(),
        tiles: progress.map_or_else(Vec::new, |(progress, scheduled)| progress_tiles(&progress, scheduled, l)),
        batches: batches.iter().map(|batch| line(batch, &units, context)).collect(),
        units: units.iter().map(|unit| choice(unit, &form.chosen, l)).collect(),
    }
}

fn choice(unit: &TitledUnit, chosen: &str, l: Locale) -> UnitChoice {
    UnitChoice {
        id: unit.id.to_string(),
        title: unit.title.text(l.language()).to_owned(),
        chosen: unit.id.as_str() == chosen,
    }
}

fn line(batch: &Batch, units: &[TitledUnit], context: &RequestContext) -> BatchLine {
    let l = context.l;
    let unit = units.iter().find(|unit| unit.id == batch.unit);
    BatchLine {
        href: context.at(&format!("/staff/batches/{}", batch.id)),
        when: l.instant(batch.created),
        unit: unit.map_or_else(|| batch.unit.to_string(), |unit| unit.title.text(l.language()).to_owned()),
        rows: batch.rows_read.to_string(),
        state: match batch.state {
            BatchState::Checked if batch.begun.is_some() => StateTag::doubt(l.web_staff_batch_state_second()),
            BatchState::Checked => StateTag::doubt(l.web_staff_batch_state_checked()),
            BatchState::Issued if batch.stopped.is_some() => StateTag::doubt(l.web_staff_batch_state_stopped()),
            BatchState::Issuing => StateTag::doubt(l.web_staff_batch_state_issuing()),
            BatchState::Issued => StateTag::good(l.web_staff_batch_state_issued()),
            BatchState::Abandoned => StateTag::bad(l.web_staff_batch_state_abandoned()),
        },
    }
}
