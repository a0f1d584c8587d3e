//! `GET /staff/runs`: the runs that somebody may see, those that begin last first; of one unit, or in one state.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::{Action, has_right};
use signet_lang::{Locale, args};
use signet_offering::RunState;
use signet_record::UnitId;
use signet_store::{RunFilter, StoredRun};

use super::{
    address,
    in_care::listed_for,
    pages::{around, numbered},
    words::{state_tag, state_word},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw},
    site::AppState,
    view::{Choice, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/runs.html")]
pub struct RunsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The states to choose from, with their addresses.
    pub states: Vec<Choice>,
    /// The unit whose runs are shown, by its id.
    pub unit: Option<String>,
    /// The form that plans a run of that unit, for whoever may.
    pub plan: Option<String>,
    /// The runs of this page.
    pub rows: Vec<RunRow>,
    /// The page before this one.
    pub previous: Option<String>,
    /// The page after this one.
    pub next: Option<String>,
}

/// A run in the list.
pub struct RunRow {
    /// Its page.
    pub href: String,
    /// Its id.
    pub id: String,
    /// Title of the unit.
    pub unit: String,
    /// How far it has come.
    pub state: StateTag,
    /// From when to when.
    pub dates: String,
    /// How many take part.
    pub people: String,
}

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
pub struct RunSearch {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: String,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Query(search): Query<RunSearch>,
) -> Result<Response, PageError> {
    let (tenant, actor) = context.entitled(&site, Action::ViewRun)?;
    let filter = RunFilter { unit: UnitId::new(&search.unit).ok(), state: RunState::from_code(&search.state) };
    let page = numbered(&search.page);
    let within = tenant.units_within(actor.scope()).await?;
    let mut runs = match listed_for(actor, &within) {
        Some(of) => tenant.runs(of, &filter, page).await?,
        None => Vec::new(),
    };
    let (previous, next) = around(&mut runs, page);
    // Those of a person are few, and found by the person alone.
    runs.retain(|run| within.holds(&run.key.unit));
    let l = context.l;
    let at = |number: u32| {
        let unit = filter.unit.as_ref().map_or_else(String::new, ToString::to_string);
        let state = filter.state.map_or("", RunState::code);
        context.at(&format!("/staff/runs?unit={unit}&state={state}&page={number}"))
    };
    let listed = RunsPage {
        f: context.private(Area::Staff),
        l,
        states: states(&filter, &context),
        plan: match &filter.unit {
            Some(unit) if has_right(actor.role(), Action::ManageRun) && within.holds(unit) => {
                Some(context.at(&address::new_run(unit)))
            }
            _ => None,
        },
        rows: runs.iter().map(|run| row(run, &context)).collect(),
        previous: previous.map(at),
        next: next.map(at),
        unit: filter.unit.as_ref().map(ToString::to_string),
    };
    draw(&site, move || listed).await
}

/// The states that the list can be narrowed to, each with its address; first all of them.
fn states(filter: &RunFilter, context: &RequestContext) -> Vec<Choice> {
    let (l, unit) = (context.l, filter.unit.as_ref().map_or_else(String::new, ToString::to_string));
    let at = |code: &str| context.at(&format!("/staff/runs?unit={unit}&state={code}"));
    let all = Choice { value: at(""), label: l.web_staff_run_state_any(), chosen: filter.state.is_none() };
    let one = |state: RunState| Choice {
        value: at(state.code()),
        label: l.web_staff_run_state(state_word(state)),
        chosen: filter.state == Some(state),
    };
    std::iter::once(all).chain(RunState::ALL.map(one)).collect()
}

fn row(run: &StoredRun, context: &RequestContext) -> RunRow {
    let l = context.l;
    RunRow {
        href: context.at(&address::run(&run.key)),
        id: run.key.run.to_string(),
        unit: run.title.text(l.language()).to_owned(),
        state: state_tag(run.state, l),
        dates: dates(run, l),
        people: people(run, l),
    }
}

/// From when to when.
pub(super) fn dates(run: &StoredRun, l: Locale) -> String {
    format!("{} – {}", l.date(run.terms.run().start), l.date(run.terms.run().end))
}

/// How many take part, and of how many who may.
pub(super) fn people(run: &StoredRun, l: Locale) -> String {
    let enrolled = run.enrolled.to_string();
    match run.terms.capacity() {
        None => enrolled,
        Some(capacity) => {
            l.web_staff_run_people_of(args::WebStaffRunPeopleOf { capacity: capacity.to_string(), enrolled })
        }
    }
}
