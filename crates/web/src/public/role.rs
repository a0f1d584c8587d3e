//! `GET /login/role`: the choice among several roles. `POST`: goes on in another, under a new cookie.

use std::time::Duration;

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::{Actor, OnwardPath, Role, SecurityEvent, SecurityEventKind, role_choices};
use signet_lang::{Locale, args};
use signet_record::Language;
use signet_store::{NewSession, Session, SessionId, TokenDigest};

use crate::{
    area::RoleRow,
    catalogue_units,
    frame::{Area, PageFrame, address},
    onward::{Onward, leading},
    page_error::PageError,
    request_context::{RequestContext, show},
    role_words::{self, role_of},
    session_cookie,
    site::AppState,
};

/// The page.
#[derive(Template)]
#[template(path = "public/role.html")]
pub struct RolePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What one may act as.
    pub choices: Vec<RoleChoice>,
    /// Where the form leads.
    pub action: String,
    /// Where to go afterwards; empty for the role's own pages.
    pub to: String,
}

/// A role in an institution.
pub struct RoleChoice {
    /// Its name in the form.
    pub code: String,
    /// What people call it.
    pub label: String,
}

/// The form.
#[derive(Deserialize)]
pub struct RoleForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    to: String,
}

/// The address of the choice.
pub fn address_of(language: Language, onward: Option<&OnwardPath>) -> String {
    address(language, &leading("/login/role", onward))
}

/// Shows the choice.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Query(onward): Query<Onward>,
) -> Result<Response, PageError> {
    let l = context.l;
    let session = &context.require_session()?.session;
    let actors = actors(&site, session).await?;
    let is_holder = |actor: &Actor| actor.role() == Role::Holder;
    let everywhere = actors.iter().filter(|actor| is_holder(actor)).count() > 1;
    let mut choices = Vec::new();
    for actor in role_choices(&actors) {
        let label = match everywhere && is_holder(actor) {
            true => RoleRow::of(actor.role()).word(l),
            false => label(&site, actor, l).await?,
        };
        choices.push(RoleChoice { code: code(actor), label });
    }
    let to = onward.path().map_or_else(String::new, |to| to.as_str().to_owned());
    Ok(show(&RolePage { f: context.private(Area::Account), l, choices, action: context.at("/login/role"), to }))
}

/// Goes on in the role that was chosen.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<RoleForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let session = &context.require_session()?.session;
    let wanted = actors(&site, session).await?.into_iter().find(|actor| code(actor) == form.role);
    let wanted = wanted.ok_or(PageError::NotFound)?;
    let secret = site.secret();
    let new = NewSession {
        digest: TokenDigest::of(&secret),
        id: SessionId::from_random(site.sixteen()),
        language: context.l.language(),
    };
    let changed = site.issuer.sessions().change_role(session, &new, &wanted, site.now()).await?;
    let changed = changed.ok_or(PageError::LoginNeeded)?;
    site.issuer.record_security_event(&SecurityEvent::of(SecurityEventKind::Login, &changed.actor)).await?;
    let onward = OnwardPath::parse(&form.to).map(|onward| onward.as_str().to_owned());
    let onward = onward.unwrap_or_else(|| context.at(RoleRow::of(wanted.role()).home.path()));
    let left = changed.expires.as_second().saturating_sub(site.now().as_second());
    let lasts = Duration::from_secs(u64::try_from(left).unwrap_or(0));
    let cookie = session_cookie::session(&site, &secret, lasts);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&onward)).into_response())
}

/// What somebody may act as: only a session that a provider began has a choice.
pub async fn actors(site: &AppState, session: &Session) -> Result<Vec<Actor>, PageError> {
    match &session.identity {
        Some(identity) => Ok(site.issuer.sessions().actors(session.actor.account(), identity, site.now()).await?),
        None => Ok(Vec::new()),
    }
}

fn code(actor: &Actor) -> String {
    let institution = actor.institution().map_or_else(String::new, ToString::to_string);
    let scope = role_words::names(actor.scope()).join("|");
    format!("{}@{institution}{}{scope}", actor.role().code(), if scope.is_empty() { "" } else { "|" })
}

async fn label(site: &AppState, actor: &Actor, l: Locale) -> Result<String, PageError> {
    let role = role_of(actor, l);
    let Some(institution) = actor.institution() else { return Ok(role) };
    let institution = catalogue_units::institution_name(site, institution, l.language()).await?;
    Ok(l.web_sign_in_role_in(args::WebSignInRoleIn { institution, role }))
}
