//! `GET /staff/roles/{account}/{role}/end`: asks why a role is to end before its time. `POST`: ends it.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Role;
use signet_issue::GrantError;
use signet_lang::Locale;
use signet_registry::Agent;
use signet_store::{AccountRole, Tenant};

use super::{
    account_names::AccountNames,
    role_form::{REASON_MAX, is_line},
    roles::{self, grant_permit, may_manage},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    site::AppState,
    view::{Fact, FieldProblem, FieldProblems},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/role_end.html")]
pub struct RoleEndPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Where the form leads.
    pub action: String,
    /// What was wrong with what was sent.
    pub problems: FieldProblems,
    /// The role that ends.
    pub facts: Vec<Fact>,
    /// What stands in the field.
    pub reason: String,
}

/// What the form sends.
#[derive(Deserialize)]
pub struct RoleEndForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    reason: String,
}

/// Shows the role and the form.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((account, role)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let (tenant, actor) = may_manage(&site, &context)?;
    let held = held(&site, &tenant, &account, &role).await?;
    let _may = grant_permit(&tenant, actor, &held.account, held.grant.person.as_ref())?;
    Ok(show(&page(&site, &context, &held, String::new()).await?))
}

/// Ends the role.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((account, role)): Path<(String, String)>,
    Form(form): Form<RoleEndForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let (tenant, actor) = may_manage(&site, &context)?;
    let held = held(&site, &tenant, &account, &role).await?;
    let permit = grant_permit(&tenant, actor, &held.account, held.grant.person.as_ref())?;
    let reason = form.reason.trim();
    if !is_line(reason, REASON_MAX) {
        let problem = FieldProblem { field: "reason", sentence: context.l.web_staff_roles_problem_reason() };
        let page = page(&site, &context, &held, form.reason).await?;
        let problems = FieldProblems(vec![problem]);
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &RoleEndPage { problems, ..page }));
    }
    match site.issuer.end_grant(&tenant, &held.account, held.grant.role, reason, permit).await {
        Ok(()) => Ok(Redirect::to(&context.at("/staff/roles?done=ended")).into_response()),
        Err(GrantError::Unknown) => Err(PageError::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// The role of an account in the institution that an address names; one that is over has no need to be ended.
async fn held(site: &AppState, tenant: &Tenant, account: &str, role: &str) -> Result<AccountRole, PageError> {
    let (Ok(account), Some(role)) = (Agent::new(account), Role::from_code(role)) else {
        return Err(PageError::NotFound);
    };
    let roles = site.issuer.sessions().roles(&account).await?;
    let here = |grant: &signet_store::RoleGrant| {
        grant.role == role && grant.institution.as_ref() == Some(tenant.id()) && grant.stands(site.now())
    };
    let grant = roles.into_iter().find(here).ok_or(PageError::NotFound)?;
    Ok(AccountRole { account, grant })
}

async fn page(
    site: &AppState,
    context: &RequestContext,
    held: &AccountRole,
    reason: String,
) -> Result<RoleEndPage, PageError> {
    let l = context.l;
    let line = roles::line(held, &mut AccountNames::new(site, l), site.now(), l).await?;
    let who = [Some(line.name), line.person].into_iter().flatten().collect();
    Ok(RoleEndPage {
        f: context.private(Area::Staff),
        l,
        action: context.at(&format!("/staff/roles/{}/{}/end", held.account, held.grant.role.code())),
        problems: FieldProblems::default(),
        facts: vec![
            Fact { label: l.web_staff_roles_whom(), values: who, links: Vec::new() },
            Fact::new(l.web_account_role(), line.role),
            Fact::new(l.web_staff_roles_from_whom(), line.source),
            Fact::new(l.web_staff_roles_until(), line.until),
        ],
        reason,
    })
}
