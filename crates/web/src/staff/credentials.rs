//! `GET /staff/credentials`: the credentials of the institution. `POST`: those that fit, and the next page of them; what is searched for
//! and the place in the list are names, so neither stands in an address.

use askama::Template;
use axum::{Form, extract::State, http::StatusCode, response::Response};
use signet_access::{Action, SecurityEvent, SecurityEventKind};
use signet_lang::{Locale, args};
use signet_record::UnitId;
use signet_store::{Batch, SearchFilter, SearchedState, StoredCredential, Tenant, Total, UnitsWithin};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, draw, respond},
    site::AppState,
    staff::search_form::SearchForm,
    stored,
    view::{Choice, FieldProblems, StateTag},
};

/// Credentials of one page.
const ROWS: u32 = 50;

/// Batches to choose from; an older one is searched for from its own page.
const BATCHES: u32 = 50;

/// The page.
#[derive(Template)]
#[template(path = "staff/credentials.html")]
pub struct CredentialsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What was wrong with what was asked.
    pub problems: FieldProblems,
    /// What was searched for.
    pub form: SearchForm,
    /// What may be chosen to narrow it.
    pub choices: Choices,
    /// How many were found, on all pages together.
    pub found: String,
    /// Whoever looks may revoke what they choose.
    pub may_revoke: bool,
    /// Those of this page.
    pub rows: Vec<CredentialRow>,
    /// Where the page before this one ends.
    pub previous: Option<String>,
    /// Where the page after this one begins.
    pub next: Option<String>,
}

/// What may be chosen.
pub struct Choices {
    /// The latest batches.
    pub batches: Vec<Choice>,
    /// How a credential may stand.
    pub states: Vec<Choice>,
    /// Units of learning.
    pub units: Vec<Choice>,
}

/// One that was found.
pub struct CredentialRow {
    /// Its identifier.
    pub id: String,
    /// Its page.
    pub href: String,
    /// The holder.
    pub holder: String,
    /// Its title.
    pub title: String,
    /// The day of issue.
    pub issued: String,
    /// Valid, waiting, revoked …
    pub state: StateTag,
}

/// Shows the beginning of the whole list.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    find(&site, &context, &SearchForm::default()).await
}

/// Shows what fits.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<SearchForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    find(&site, &context, &form).await
}

async fn find(site: &AppState, context: &RequestContext, form: &SearchForm) -> Result<Response, PageError> {
    let Staff { tenant, actor, permit } = context.staff(site, Action::SearchRegister)?;
    let within = tenant.units_within(actor.scope()).await?;
    let event = SecurityEvent::used(SecurityEventKind::RegisterSearched, &permit);
    site.issuer.record_security_event(&event).await?;
    let (mut form, l) = (form.tidied(), context.l);
    if !within.is_whole() {
        form.begin_with_unit(&tenant, &within, l).await?;
    }
    let choices = choices(&tenant, &within, &form, l).await?;
    let filter = match form.filter(l) {
        Ok(filter) => SearchFilter { within, ..filter },
        Err(problems) => {
            let page = CredentialsPage { problems: FieldProblems(problems), ..page(context, form, choices) };
            return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let search = form.search(&tenant).await?;
    let found = site.issuer.search_within(&tenant, (&search, &filter), &form.seek(), ROWS, permit).await?;
    let total = tenant.count_within(&search, &filter).await?;
    let context = context.clone();
    draw(site, move || CredentialsPage {
        found: self::found(total, l),
        rows: found.rows.iter().map(|credential| row(credential, &context)).collect(),
        previous: found.previous.map(|place| place.to_string()),
        next: found.next.map(|place| place.to_string()),
        ..page(&context, form, choices)
    })
    .await
}

fn page(context: &RequestContext, form: SearchForm, choices: Choices) -> CredentialsPage {
    CredentialsPage {
        f: context.private(Area::Staff),
        l: context.l,
        problems: FieldProblems::default(),
        form,
        choices,
        found: String::new(),
        may_revoke: context.may(Action::RevokeCredential),
        rows: Vec::new(),
        previous: None,
        next: None,
    }
}

async fn choices(tenant: &Tenant, within: &UnitsWithin, form: &SearchForm, l: Locale) -> Result<Choices, PageError> {
    let mut units = tenant.unit_titles().await?;
    units.retain(|unit| within.holds(&unit.id));
    units.sort_by_cached_key(|unit| l.collation_key(unit.title.text(l.language())));
    let title = |id: &UnitId| {
        let unit = units.iter().find(|unit| unit.id == *id);
        unit.map_or_else(|| id.to_string(), |unit| unit.title.text(l.language()).to_owned())
    };
    let mut batches = tenant.batches(within, None, BATCHES).await?.rows;
    // One that is older was searched for from its own page.
    if let Ok(id) = form.batch.parse()
        && !batches.iter().any(|batch| batch.id == id)
    {
        batches.extend(tenant.batch(&id).await?.filter(|batch| within.holds(&batch.unit)));
    }
    let batch = |batch: &Batch| {
        let label = args::WebStaffFindBatchOf { unit: title(&batch.unit), when: l.instant(batch.created) };
        Choice::new(batch.id.to_string(), l.web_staff_find_batch_of(label), &form.batch)
    };
    let state = |state: SearchedState| Choice::new(state.code(), state_word(state, l), &form.state);
    Ok(Choices {
        batches: batches.iter().map(batch).collect(),
        states: SearchedState::ALL.into_iter().map(state).collect(),
        units: units
            .iter()
            .map(|unit| Choice::new(unit.id.as_str(), unit.title.text(l.language()), &form.unit))
            .collect(),
    })
}

/// A state in a word.
fn state_word(state: SearchedState, l: Locale) -> String {
    match state {
        SearchedState::Revoked => l.web_holder_state_revoked(),
        SearchedState::Superseded => l.web_holder_state_superseded(),
        SearchedState::Valid => l.web_holder_state_valid(),
        SearchedState::Waiting => l.web_holder_state_waiting(),
    }
}

/// How many were found, in words.
pub fn found(total: Total, l: Locale) -> String {
    match total {
        Total::Exactly(count) => l.web_staff_find_found(count),
        Total::MoreThan(count) => l.web_staff_find_many(count),
    }
}

fn row(credential: &StoredCredential, context: &RequestContext) -> CredentialRow {
    CredentialRow {
        id: credential.id.to_string(),
        href: context.at(&format!("/staff/credentials/{}", credential.id)),
        holder: credential.holder.full_name(),
        title: credential.title.text(context.l.language()).to_owned(),
        issued: context.l.day(credential.dated),
        state: stored::tag(credential, context.l),
    }
}
