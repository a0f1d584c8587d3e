//! `GET /staff/units/{unit}/runs/{run}/participants`: who takes part, in the order of names. `POST`: admits, enrols or takes out those
//! who were chosen, or writes down that their identity was checked.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use serde::Deserialize;
use signet_access::Action;
use signet_issue::RunActError;
use signet_lang::{Locale, args::ParticipantActWord};
use signet_offering::{ParticipantAct, ParticipantState};
use signet_record::PersonId;
use signet_store::StoredParticipant;

use super::{
    address,
    in_care::{RunInCare, run_in_care},
    pages::{around, numbered},
    words::{participant_act_word, participant_tag, participant_word},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw, respond},
    sent_fields::SentFields,
    site::AppState,
    view::{Choice, LinkView, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/run_participants.html")]
pub struct ParticipantsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit and the run.
    pub run: String,
    /// The page of the run.
    pub back: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// What has just been done.
    pub done: Vec<String>,
    /// The states to choose from, with their addresses.
    pub states: Vec<Choice>,
    /// Those of this page.
    pub rows: Vec<ParticipantRow>,
    /// What can be done to those who are chosen.
    pub acts: Vec<Choice>,
    /// Adding one, and from a file, for whoever may.
    pub links: Vec<LinkView>,
    /// Where the forms lead.
    pub action: String,
    /// The state that the list is narrowed to; empty for all.
    pub state: &'static str,
    /// Number of this page.
    pub page: u32,
    /// The page before this one.
    pub previous: Option<String>,
    /// The page after this one.
    pub next: Option<String>,
}

/// A participant in the list.
pub struct ParticipantRow {
    /// Their page.
    pub href: String,
    /// Their number.
    pub person: String,
    /// Their name.
    pub name: String,
    /// Their day of birth.
    pub born: String,
    /// How far they have come.
    pub tag: StateTag,
    /// Whether their identity was checked.
    pub identity: String,
    /// What else is to be seen to.
    pub note: String,
}

/// Which of them are shown, and what has just been done.
#[derive(Default, Deserialize)]
pub struct ParticipantSearch {
    #[serde(default)]
    state: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    added: String,
    #[serde(default)]
    known: String,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Query(search): Query<ParticipantSearch>,
) -> Result<Response, PageError> {
    let found = run_in_care(&site, &context, (&unit, &run), Action::ViewRun).await?;
    let mut page = page(&context, &found, &search).await?;
    if let Ok(added) = search.added.parse::<usize>() {
        page.done.push(context.l.web_staff_run_added(added));
    }
    if let Some(known) = search.known.parse::<usize>().ok().filter(|known| *known > 0) {
        page.done.push(context.l.web_staff_run_known(known));
    }
    draw(&site, move || page).await
}

/// What is done to several participants at once.
#[derive(Clone, Copy)]
enum Chosen {
    Act(ParticipantAct),
    Identity(bool),
}

impl Chosen {
    const ALL: [Chosen; 5] = [
        Chosen::Act(ParticipantAct::Admit),
        Chosen::Act(ParticipantAct::Enrol),
        Chosen::Act(ParticipantAct::Withdraw),
        Chosen::Identity(true),
        Chosen::Identity(false),
    ];

    fn code(self) -> &'static str {
        match self {
            Chosen::Act(act) => act.code(),
            Chosen::Identity(true) => "identify",
            Chosen::Identity(false) => "unidentify",
        }
    }

    fn word(self) -> ParticipantActWord {
        match self {
            Chosen::Act(act) => participant_act_word(act),
            Chosen::Identity(true) => ParticipantActWord::Identify,
            Chosen::Identity(false) => ParticipantActWord::Unidentify,
        }
    }

    fn is_open(self, found: &RunInCare<'_>) -> bool {
        match self {
            Chosen::Act(_) => found.may(Action::ManageParticipants) && found.run.stored.state.takes_participants(),
            Chosen::Identity(_) => found.may_enter(),
        }
    }
}

/// Carries it out for each who was chosen.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Form(form): Form<SentFields>,
) -> Result<Response, PageError> {
    context.check_csrf(form.get("token"))?;
    let found = run_in_care(&site, &context, (&unit, &run), Action::ViewRun).await?;
    let chosen = Chosen::ALL.into_iter().find(|chosen| chosen.code() == form.get("act"));
    if let Some(Chosen::Act(_)) = chosen {
        let _may = found.permit(Action::ManageParticipants)?;
    }
    let chosen = chosen.ok_or(PageError::BadRequest)?;
    let people: Vec<PersonId> = form.each("person").collect();
    let search = ParticipantSearch {
        state: form.get("state").to_owned(),
        page: form.get("page").to_owned(),
        ..ParticipantSearch::default()
    };
    let l = context.l;
    let (mut moved, mut left) = (0_usize, 0_usize);
    for person in &people {
        match one(&site, &found, person, chosen).await {
            Ok(()) => moved += 1,
            Err(RunActError::Refused(_) | RunActError::Denied(..)) => left += 1,
            Err(error) => return Err(error.into()),
        }
    }
    let found = run_in_care(&site, &context, (&unit, &run), Action::ViewRun).await?;
    let mut page = page(&context, &found, &search).await?;
    if people.is_empty() {
        page.problem = Some(l.web_staff_run_nobody_chosen());
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    if moved > 0 {
        page.done.push(l.web_staff_run_moved(moved));
    }
    page.problem = (left > 0).then(|| l.web_staff_run_not_moved(left));
    draw(&site, move || page).await
}

async fn one(site: &AppState, found: &RunInCare<'_>, person: &PersonId, chosen: Chosen) -> Result<(), RunActError> {
    let runs = found.workflow(site);
    match chosen {
        Chosen::Identity(checked) => {
            runs.identify(found.key(), person, checked, std::slice::from_ref(found.actor)).await
        }
        Chosen::Act(act) => {
            let permit = found
                .permit(Action::ManageParticipants)
                .or(Err(RunActError::Denied(Action::ManageParticipants, signet_access::Denial::Role)))?;
            runs.move_participant(found.key(), person, act, permit).await
        }
    }
}

async fn page(
    context: &RequestContext,
    found: &RunInCare<'_>,
    search: &ParticipantSearch,
) -> Result<ParticipantsPage, PageError> {
    let l = context.l;
    let (state, numbered) = (ParticipantState::from_code(&search.state), numbered(&search.page));
    let mut people = found.tenant.participants(found.key(), state, numbered).await?;
    let (previous, next) = around(&mut people, numbered);
    let at = |number: u32| {
        let state = state.map_or("", ParticipantState::code);
        found.below(context, &format!("participants?state={state}&page={number}"))
    };
    let acts = Chosen::ALL.into_iter().filter(|chosen| chosen.is_open(found));
    let mut links = Vec::new();
    if found.may(Action::ManageParticipants) && found.run.stored.state.takes_participants() {
        links.push(LinkView { href: found.below(context, "new-participant"), label: l.web_staff_run_add() });
        let label = l.web_staff_run_import_title(signet_lang::args::ImportWord::Participants);
        links.push(LinkView { href: found.below(context, "import/participants"), label });
    }
    Ok(ParticipantsPage {
        f: context.private(Area::Staff),
        l,
        run: found.title(l),
        back: found.home(context),
        problem: None,
        done: Vec::new(),
        states: states(found, context, state),
        rows: people.iter().map(|one| row(one, found, context)).collect(),
        acts: acts
            .map(|chosen| Choice::new(chosen.code(), l.web_staff_run_participant_act(chosen.word()), ""))
            .collect(),
        links,
        action: found.below(context, "participants"),
        state: state.map_or("", ParticipantState::code),
        page: numbered.page,
        previous: previous.map(at),
        next: next.map(at),
    })
}

/// The states that the list can be narrowed to, each with its address; first all of them.
fn states(found: &RunInCare<'_>, context: &RequestContext, chosen: Option<ParticipantState>) -> Vec<Choice> {
    let l = context.l;
    let at = |code: &str| found.below(context, &format!("participants?state={code}"));
    let all = Choice { value: at(""), label: l.web_staff_run_state_any(), chosen: chosen.is_none() };
    let one = |state: ParticipantState| Choice {
        value: at(state.code()),
        label: l.web_staff_run_participant_state(participant_word(state)),
        chosen: chosen == Some(state),
    };
    std::iter::once(all).chain(ParticipantState::ALL.map(one)).collect()
}

fn row(one: &StoredParticipant, found: &RunInCare<'_>, context: &RequestContext) -> ParticipantRow {
    let (l, participant) = (context.l, &one.participant);
    let differs = !participant.confirmed && one.known.as_ref().is_some_and(|known| participant.differs_from(known));
    ParticipantRow {
        href: context.at(&address::participant(found.key(), &participant.holder.person)),
        person: participant.holder.person.to_string(),
        name: participant.holder.full_name(),
        born: l.date(participant.holder.born),
        tag: participant_tag(participant.state, l),
        identity: match participant.identity {
            Some(_) => l.web_staff_run_identity_checked(),
            None => l.web_staff_run_identity_unchecked(),
        },
        note: if differs { l.web_staff_run_differs() } else { String::new() },
    }
}
