//! `GET /staff/units/{unit}/runs/{run}`: one run: in what state it is, what comes next, what the reader may do, and what happened so far.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::Action;
use signet_lang::Locale;
use signet_offering::RunAct;
use signet_store::RunEvent;

use super::{
    address,
    in_care::{RunInCare, run_in_care},
    list::{dates, people},
    words::{act_word, event_word, participant_word, state_tag, state_word},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw},
    site::AppState,
    staff::unit_address,
    view::{Fact, LinkView, StateTag},
};

/// Entries of the history that are shown.
const EVENTS: u32 = 200;

/// The page.
#[derive(Template)]
#[template(path = "staff/run.html")]
pub struct RunPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit and the run.
    pub title: String,
    /// What has just been done.
    pub done: Option<String>,
    /// How far it has come.
    pub state: StateTag,
    /// What comes next.
    pub next: String,
    /// Dates, capacity, version, assessors.
    pub facts: Vec<Fact>,
    /// Its participants, results and issuing, for whoever may see each.
    pub links: Vec<LinkView>,
    /// The acts that are open to the reader.
    pub acts: Vec<RunOffer>,
    /// Where they are carried out.
    pub action: String,
    /// What happened, newest first.
    pub history: Vec<RunHistoryLine>,
}

/// An act that is offered.
#[derive(Clone, Debug)]
pub struct RunOffer {
    /// Its code in the form.
    pub code: &'static str,
    /// What it is.
    pub label: String,
    /// It stops something.
    pub harm: bool,
}

/// A line of the history.
#[derive(Clone, Debug)]
pub struct RunHistoryLine {
    /// When.
    pub when: String,
    /// What.
    pub what: String,
    /// To whom.
    pub whom: String,
    /// Who did it.
    pub who: String,
}

/// What has just been done, by the address.
#[derive(Default, Deserialize)]
pub struct RunDone {
    #[serde(default)]
    done: String,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Query(done): Query<RunDone>,
) -> Result<Response, PageError> {
    let found = run_in_care(&site, &context, (&unit, &run), Action::ViewRun).await?;
    let l = context.l;
    let events = found.tenant.run_events(found.key(), EVENTS).await?;
    let history = history(&site, &events, l).await?;
    let states = found.tenant.participant_states(found.key()).await?;
    let stored = &found.run.stored;
    let mut assessors = Vec::new();
    for person in &found.run.assessors {
        let known = found.tenant.person(person).await?;
        assessors.push(known.map_or_else(|| person.to_string(), |known| known.full_name()));
    }
    if assessors.is_empty() {
        assessors.push(l.web_staff_run_assessors_none());
    }
    let several = |label: String, values: Vec<String>| Fact { label, values, links: Vec::new() };
    let mut facts = vec![
        Fact::new(l.web_staff_run_dates(), dates(stored, l)),
        Fact::new(l.web_staff_run_people(), people(stored, l)),
        Fact::new(l.web_staff_run_version(), stored.version.version.to_string()),
        several(l.web_staff_run_assessors(), assessors),
    ];
    let count =
        |(state, many): &(_, u32)| format!("{}: {many}", l.web_staff_run_participant_state(participant_word(*state)));
    facts.extend(Fact::several(l.web_staff_run_state_label(), states.iter().map(count).collect()));
    let closed_to = stored.terms.run().closed_to.as_ref().map(ToString::to_string);
    facts.extend(Fact::one(l.web_staff_run_closed_to(), closed_to));
    let page = RunPage {
        f: context.private(Area::Staff),
        l,
        title: found.title(l),
        done: match done.done.as_str() {
            "saved" => Some(l.web_staff_run_saved()),
            act => RunAct::from_code(act).map(|act| l.web_staff_run_act_done(act_word(act))),
        },
        state: state_tag(stored.state, l),
        next: l.web_staff_run_next(state_word(stored.state)),
        facts,
        links: links(&found, &context),
        acts: acts(&found, l),
        action: found.below(&context, "act"),
        history,
    };
    draw(&site, move || page).await
}

fn links(found: &RunInCare<'_>, context: &RequestContext) -> Vec<LinkView> {
    let l = context.l;
    let link = |page: &str, label: String| LinkView { href: found.below(context, page), label };
    let mut links = vec![link("participants", l.web_staff_run_people()), link("results", l.web_staff_run_results())];
    if context.may(Action::ImportResults) {
        links.push(link("issue", l.web_staff_run_issue()));
    }
    if found.may(Action::ManageRun) && found.run.stored.state.takes_terms() {
        links.push(link("edit", l.web_staff_run_edit()));
    }
    if context.may(Action::ViewUnit) {
        let unit = context.at(&unit_address::unit(&found.key().unit));
        links.push(LinkView { href: unit, label: l.web_staff_run_unit() });
    }
    links.push(LinkView {
        href: context.at(&address::runs_of_unit(&found.key().unit)),
        label: l.web_staff_run_of_unit(),
    });
    links
}

fn acts(found: &RunInCare<'_>, l: Locale) -> Vec<RunOffer> {
    let open = found.run.stored.state.acts().into_iter().filter(|act| found.may(action(*act)));
    open.map(|act| RunOffer {
        code: act.code(),
        label: l.web_staff_run_act_title(act_word(act)),
        harm: act == RunAct::Cancel,
    })
    .collect()
}

/// The action that an act on a run asks for.
pub(super) fn action(act: RunAct) -> Action {
    if act.is_of_results() { Action::CloseResults } else { Action::ManageRun }
}

async fn history(site: &AppState, events: &[RunEvent], l: Locale) -> Result<Vec<RunHistoryLine>, PageError> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for by in events.iter().map(|event| &event.by) {
        if !names.contains_key(by.as_str()) {
            let known = site.issuer.sessions().account(by).await?;
            names.insert(by.to_string(), known.map_or_else(|| by.to_string(), |known| known.name));
        }
    }
    let line = |event: &RunEvent| RunHistoryLine {
        when: l.instant(event.at),
        what: l.web_staff_run_event(event_word(event.kind)),
        whom: event.person.as_ref().map_or_else(String::new, ToString::to_string),
        who: names.get(event.by.as_str()).cloned().unwrap_or_else(|| event.by.to_string()),
    };
    Ok(events.iter().map(line).collect())
}
