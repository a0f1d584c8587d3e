//! `GET /staff/roles`: who has which role, until when, by whom; which roles follow from rules; and what became of roles. `POST`: the next page of them.

use askama::Template;
use axum::{
    Form,
    extract::{Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::{Action, Actor, Denial, Permit, ProviderKind, Target};
use signet_lang::{Locale, args};
use signet_record::{PersonId, Timestamp};
use signet_registry::Agent;
use signet_store::{AccountRole, Cursor, Tenant};

use super::{
    account_names::AccountNames,
    role_history::{self, RoleHistoryLine},
};
use crate::{
    day,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, permit, show},
    role_words::role_word,
    site::AppState,
    view::StateTag,
};

/// Roles of one page.
const ROWS: u32 = 100;

/// Events of the history that the page shows; all of them are in the audit.
const EVENTS: u32 = 20;

/// The page.
#[derive(Template)]
#[template(path = "staff/roles.html")]
pub struct RolesPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What was just done.
    pub done: Option<String>,
    /// Whoever looks gives and ends roles.
    pub may_manage: bool,
    /// The roles that were given.
    pub rows: Vec<RoleLine>,
    /// Where the page after this one begins.
    pub next: Option<String>,
    /// Roles that follow from what login providers say.
    pub rules: Vec<RuleLine>,
    /// What became of roles, newest first.
    pub history: Vec<RoleHistoryLine>,
}

/// A role that was given.
pub struct RoleLine {
    /// Whose it is.
    pub name: String,
    /// Who that is in the institution's records.
    pub person: Option<String>,
    /// The role.
    pub role: String,
    /// Who gave it, and when.
    pub source: String,
    /// The last day.
    pub until: String,
    /// It does not stand, and why.
    pub state: Option<StateTag>,
    /// Where it is ended.
    pub end: Option<String>,
    /// Of which role whose end the link is, for those who hear it alone.
    pub end_label: String,
}

/// A role that follows from a rule.
pub struct RuleLine {
    /// The login provider.
    pub provider: String,
    /// Which claim, and what it has to say.
    pub claim: String,
    /// The role.
    pub role: String,
}

/// What was just done.
#[derive(Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// What asks for the next page.
#[derive(Deserialize)]
pub struct RolesForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    after: String,
}

/// Shows the first page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let l = context.l;
    let done = match done.done.as_str() {
        "granted" => Some(l.web_staff_roles_granted()),
        "ended" => Some(l.web_staff_roles_ended()),
        _ => None,
    };
    let page = page(&site, &context, None).await?;
    Ok(show(&RolesPage { done, ..page }))
}

/// Shows the next one.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<RolesForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let after: Option<Cursor> = form.after.parse().ok();
    Ok(show(&page(&site, &context, after.as_ref()).await?))
}

async fn page(site: &AppState, context: &RequestContext, after: Option<&Cursor>) -> Result<RolesPage, PageError> {
    let Staff { tenant, actor, .. } = context.staff(site, Action::ViewGrants)?;
    let (l, sessions) = (context.l, site.issuer.sessions());
    let mut names = AccountNames::new(site, l);
    let found = sessions.roles_in(tenant.id(), after, ROWS).await?;
    let may_manage = context.may(Action::ManageGrants);
    let mut rows = Vec::with_capacity(found.rows.len());
    for given in &found.rows {
        let end = (may_manage && !is_own(actor, given) && given.grant.stands(site.now()))
            .then(|| context.at(&format!("/staff/roles/{}/{}/end", given.account, given.grant.role.code())));
        rows.push(RoleLine { end, ..line(given, &mut names, site.now(), l).await? });
    }
    let mut history = Vec::new();
    for one in sessions.grant_events(tenant.id(), None, EVENTS).await? {
        history.push(role_history::line(&one.event, &mut names, l).await?);
    }
    Ok(RolesPage {
        f: context.private(Area::Staff),
        l,
        done: None,
        may_manage,
        rows,
        next: found.next.map(|next| next.to_string()),
        rules: rules(site, &tenant, l),
        history,
    })
}

/// Whether it is a role of whoever looks: these are others' to end.
pub fn is_own(actor: &Actor, given: &AccountRole) -> bool {
    given.account == *actor.account() || (actor.person().is_some() && given.grant.person.as_ref() == actor.person())
}

/// A role as the list tells it.
///
/// # Errors
/// When the register does not answer.
pub async fn line(
    given: &AccountRole,
    names: &mut AccountNames<'_>,
    now: Timestamp,
    l: Locale,
) -> Result<RoleLine, PageError> {
    let (account, by) = (names.of(&given.account).await?, names.of(&given.grant.by).await?);
    let role = role_word(given.grant.role, &given.grant.scope, l);
    let state = match (account.is_blocked, given.grant.stands(now)) {
        (_, false) => Some(StateTag::doubt(l.web_staff_roles_over())),
        (true, true) => Some(StateTag::bad(l.web_staff_roles_blocked())),
        (false, true) => None,
    };
    let until = given.grant.ends.map(|ends| l.date(day::last_before(ends)));
    Ok(RoleLine {
        source: l.web_staff_roles_source(args::WebStaffRolesSource { by: by.name, day: l.day(given.grant.granted) }),
        until: until.unwrap_or_else(|| l.web_staff_roles_endless()),
        end_label: l
            .web_staff_roles_end_of(args::WebStaffRolesEndOf { name: account.name.as_str(), role: role.as_str() }),
        name: account.name,
        person: given.grant.person.as_ref().map(|person| l.web_staff_roles_number(person.as_str())),
        role,
        state,
        end: None,
    })
}

/// The rules of the institution's own login providers.
fn rules(site: &AppState, tenant: &Tenant, l: Locale) -> Vec<RuleLine> {
    let own = site.login.iter().filter(
        |option| matches!(&option.provider().kind, ProviderKind::University(institution) if institution == tenant.id()),
    );
    let lines = own.flat_map(|option| {
        option.provider().roles.iter().map(|rule| RuleLine {
            provider: option.name(l.language()).to_owned(),
            claim: format!("{} = {}", rule.claim(), rule.equals()),
            role: role_word(rule.gives(), rule.scope(), l),
        })
    });
    lines.collect()
}

/// Leave to give or end roles, asked before a form is filled: whose role it is comes with the form.
///
/// # Errors
/// When whoever is signed in gives no roles, or was recognised too weakly or too long ago.
pub fn may_manage<'v>(site: &AppState, context: &'v RequestContext) -> Result<(Tenant, &'v Actor), PageError> {
    let Staff { tenant, actor, .. } = context.staff(site, Action::ViewGrants)?;
    if !context.may(Action::ManageGrants) {
        return Err(PageError::Denied(Action::ManageGrants, Denial::Role));
    }
    context.check_assurance(Action::ManageGrants)?;
    Ok((tenant, actor))
}

/// Leave for one person's role.
///
/// # Errors
/// When it may not be done.
pub fn grant_permit(
    tenant: &Tenant,
    actor: &Actor,
    account: &Agent,
    person: Option<&PersonId>,
) -> Result<Permit, PageError> {
    let target = Target::Grant { institution: tenant.id(), account, person };
    permit(actor, Action::ManageGrants, &target)
}
