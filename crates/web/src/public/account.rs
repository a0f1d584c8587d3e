//! `GET /account`: who one is signed in as, what that role may do, and where else one is signed in.
//! `POST /account/sessions/end`, `…/end-others`: ends sessions. `…/stay`: the session goes on.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::{Actor, Role, SecurityEvent, SecurityEventKind, role_choices};
use signet_lang::Locale;
use signet_store::Session;

use crate::{
    area::RoleRow,
    catalogue_units,
    frame::{Area, PageFrame},
    page_error::PageError,
    public::{
        letter_choices,
        pairing::{self, IdentitySection},
        role,
    },
    request_context::{RequestContext, show},
    role_words::role_of,
    site::AppState,
    view::{Fact, LinkView},
};

/// The page.
#[derive(Template)]
#[template(path = "public/account.html")]
pub struct AccountPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Account, role, institution.
    pub facts: Vec<Fact>,
    /// What the role may do now.
    pub abilities: Vec<String>,
    /// Where the role's own pages begin.
    pub onward: Option<LinkView>,
    /// The way to another of one's roles, for whoever has several.
    pub roles: Option<LinkView>,
    /// By which identities one gets in, where a provider vouches for one.
    pub identities: Option<IdentitySection>,
    /// What to do about e-mails that come back, where some do.
    pub refused: Option<LinkView>,
    /// Which e-mails come to the account, where any are sent.
    pub letters: Option<LinkView>,
    /// Where one is signed in, this session first.
    pub sessions: Vec<SessionLine>,
    /// Where the forms lead.
    pub action: String,
}

/// One session.
pub struct SessionLine {
    /// Its name in the form.
    pub id: String,
    /// Since when.
    pub since: String,
    /// When it was last used.
    pub seen: String,
    /// When it ends at the latest.
    pub ends: String,
    /// It is this one.
    pub current: bool,
}

/// The form.
#[derive(Deserialize)]
pub struct End {
    #[serde(default)]
    token: String,
    #[serde(default)]
    session: String,
}

/// Shows the page.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let l = context.l;
    let session = &context.require_session()?.session;
    let actor = &session.actor;
    let row = RoleRow::of(actor.role());
    let mut sessions = site.issuer.sessions().sessions(actor.account(), site.now()).await?;
    sessions.sort_by_key(|one| one.id != session.id);
    let actors = role::actors(&site, session).await?;
    Ok(show(&AccountPage {
        f: context.private(Area::Account),
        l,
        facts: facts(&site, (actor, &actors), role_of(actor, l), l).await?,
        abilities: row.abilities(l),
        onward: (row.home != Area::Account)
            .then(|| LinkView { href: context.at(row.home.path()), label: row.home.label(l) }),
        roles: (role_choices(&actors).len() > 1)
            .then(|| LinkView { href: context.at("/login/role"), label: l.web_sign_in_role_change() }),
        identities: pairing::section(&site, &context).await?,
        refused: (!letter_choices::refused(&site, actor.account()).await?.is_empty())
            .then(|| LinkView { href: context.at("/account/letters"), label: l.web_letters_refused_account() }),
        letters: site
            .issuer
            .tells_holders()
            .then(|| LinkView { href: context.at("/account/letters"), label: l.web_letters_title() }),
        sessions: sessions.iter().map(|one| line(one, session, l)).collect(),
        action: context.at("/account/sessions"),
    }))
}

/// Who one is: in one institution, or as a holder in each that knows one.
async fn facts(
    site: &AppState,
    (actor, others): (&Actor, &[Actor]),
    role: String,
    l: Locale,
) -> Result<Vec<Fact>, PageError> {
    let mut facts = Vec::new();
    // A holder's account is no word that they would know.
    if actor.role() != Role::Holder {
        facts.push(Fact::new(l.web_account_id(), actor.account().to_string()));
    }
    facts.push(Fact::new(l.web_account_role(), role));
    let elsewhere = others
        .iter()
        .filter(|other| actor.role() == Role::Holder && other.role() == Role::Holder && !other.is_same(actor));
    for actor in std::iter::once(actor).chain(elsewhere) {
        if let Some(institution) = actor.institution() {
            let name = catalogue_units::institution_name(site, institution, l.language()).await?;
            facts.push(Fact::new(l.web_account_institution(), name));
        }
        if let Some(person) = actor.person() {
            facts.push(Fact::new(l.web_account_person(), person.to_string()));
        }
    }
    Ok(facts)
}

fn line(one: &Session, current: &Session, l: Locale) -> SessionLine {
    SessionLine {
        id: one.id.to_string(),
        since: l.instant(one.created),
        seen: l.instant(one.seen),
        ends: l.instant(one.expires),
        current: one.id == current.id,
    }
}

/// Goes on being signed in: that it was asked for is enough.
pub async fn stay(context: RequestContext, Form(form): Form<End>) -> Result<StatusCode, PageError> {
    context.check_csrf(&form.token)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends one of one's own sessions.
pub async fn end(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<End>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let actor = &context.require_session()?.session.actor;
    let id = form.session.parse().map_err(|_| PageError::NotFound)?;
    if site.issuer.sessions().end_session(actor.account(), &id).await? {
        note(&site, actor).await?;
    }
    Ok(Redirect::to(&context.at("/account")).into_response())
}

/// Ends all of one's own sessions but this.
pub async fn end_others(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<End>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let session = &context.require_session()?.session;
    let ended = site.issuer.sessions().end_other_sessions(session.actor.account(), &session.id).await;
    if ended? > 0 {
        note(&site, &session.actor).await?;
    }
    Ok(Redirect::to(&context.at("/account")).into_response())
}

async fn note(site: &AppState, actor: &Actor) -> Result<(), PageError> {
    let event = SecurityEvent::of(SecurityEventKind::SessionEnded, actor);
    site.issuer.record_security_event(&event).await.map_err(PageError::from)
}
