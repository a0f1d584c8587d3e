//! `GET /staff/revocations`: proposals that wait. `GET /staff/revocations/{id}`: one, with what became of each row. `POST …/confirm`,
//! `…/decline`, `…/retry`: what another person says.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
    routing::{self, MethodRouter},
};
use signet_access::{Action, Actor, Denial};
use signet_issue::{BulkSaid, RevocationOutcome, is_same_author, revocations_are_within};
use signet_lang::{Locale, args};
use signet_registry::Revoked;
use signet_store::{RevocationId, RevocationProposal, RevocationState, Tenant};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, show},
    sent_fields::TokenForm,
    site::AppState,
    staff::{
        carry_out::{carry_out, may_revoke},
        revoke,
    },
    view::{Fact, StateTag},
};

/// The list of those that wait.
#[derive(Template)]
#[template(path = "staff/revocations.html")]
pub struct RevocationsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Those that wait, oldest first.
    pub rows: Vec<WaitingRow>,
}

/// A proposal that waits.
pub struct WaitingRow {
    /// Its page.
    pub href: String,
    /// Who proposed it, and when.
    pub said: String,
    /// How many credentials.
    pub many: String,
    /// Until when it can be confirmed.
    pub ends: String,
}

/// One proposal.
#[derive(Template)]
#[template(path = "staff/revocation.html")]
pub struct RevocationPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Waiting, done, declined, ended.
    pub state: StateTag,
    /// What that means, and what happens next.
    pub sentence: String,
    /// Reason, day, who and when.
    pub facts: Vec<Fact>,
    /// Where whoever looks confirms.
    pub confirm: Option<String>,
    /// Where it is declined.
    pub decline: Option<String>,
    /// Where what failed is tried again.
    pub retry: Option<String>,
    /// Each credential.
    pub rows: Vec<RevocationRow>,
}

/// One credential of a proposal.
pub struct RevocationRow {
    /// Its page.
    pub href: String,
    /// The holder.
    pub name: String,
    /// What became of it.
    pub state: StateTag,
}

/// Shows those that wait.
pub async fn list(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let Staff { tenant, actor, .. } = context.staff(&site, Action::SearchRegister)?;
    let l = context.l;
    let within = tenant.units_within(actor.scope()).await?;
    let mut rows = Vec::new();
    for proposal in tenant.waiting_revocations(site.now()).await? {
        if !revocations_are_within(&tenant, &within, &proposal).await? {
            continue;
        }
        rows.push(WaitingRow {
            href: context.at(&format!("/staff/revocations/{}", proposal.id)),
            said: said(&site, &proposal.by, l.instant(proposal.proposed), l).await?,
            many: proposal.many.to_string(),
            ends: l.instant(proposal.ends),
        });
    }
    Ok(show(&RevocationsPage { f: context.private(Area::Staff), l, rows }))
}

async fn said(site: &AppState, by: &signet_registry::Agent, when: String, l: Locale) -> Result<String, PageError> {
    let known = site.issuer.sessions().account(by).await?;
    let name = known.map_or_else(|| by.to_string(), |known| known.name);
    Ok(l.web_staff_batch_said(args::WebStaffBatchSaid { name, when }))
}

async fn find(tenant: &Tenant, actor: &Actor, id: &str) -> Result<RevocationProposal, PageError> {
    let Ok(id) = id.parse::<RevocationId>() else { return Err(PageError::NotFound) };
    let proposal = tenant.revocations(&id).await?.ok_or(PageError::NotFound)?;
    let within = tenant.units_within(actor.scope()).await?;
    if revocations_are_within(tenant, &within, &proposal).await? {
        Ok(proposal)
    } else {
        Err(PageError::Denied(Action::SearchRegister, Denial::Scope))
    }
}

/// Shows one.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let Staff { tenant, permit, actor } = context.staff(&site, Action::SearchRegister)?;
    let (l, now) = (context.l, site.now());
    let proposal = find(&tenant, actor, &id).await?;
    let waits = proposal.state == RevocationState::Waiting && proposal.ends > now;
    let own = is_same_author((&proposal.by, proposal.person.as_ref()), (permit.account(), permit.person()));
    let mut rows = Vec::new();
    let mut failed = false;
    for (credential, outcome) in tenant.revocation_items(&proposal.id).await? {
        let outcome = outcome.as_deref().and_then(RevocationOutcome::from_code);
        let done = matches!(outcome, Some(RevocationOutcome::Revoked | RevocationOutcome::Already));
        failed |= proposal.state == RevocationState::Confirmed && !done;
        let stored = tenant.credential(&credential).await?;
        rows.push(RevocationRow {
            href: context.at(&format!("/staff/credentials/{credential}")),
            name: stored.map_or_else(|| credential.to_string(), |stored| stored.holder.full_name()),
            state: row_state(outcome, l),
        });
    }
    let mut facts = match serde_json::from_str::<Revoked>(&proposal.revoked) {
        Ok(revoked) => revoke::facts(&revoked, l),
        Err(error) => return Err(PageError::from(error)),
    };
    facts.push(Fact::new(
        l.web_staff_bulk_proposed(),
        said(&site, &proposal.by, l.instant(proposal.proposed), l).await?,
    ));
    if let Some((by, at)) = &proposal.decided {
        facts.push(Fact::new(l.web_staff_bulk_decided(), said(&site, by, l.instant(*at), l).await?));
    }
    let at = |verb: &str| context.at(&format!("/staff/revocations/{}/{verb}", proposal.id));
    let (state, sentence) = told(&proposal, waits, own, l);
    Ok(show(&RevocationPage {
        f: context.private(Area::Staff),
        l,
        state,
        sentence,
        facts,
        confirm: (waits && !own && context.may(Action::RevokeCredential)).then(|| at("confirm")),
        decline: (waits && context.may(Action::RevokeCredential)).then(|| at("decline")),
        retry: (failed && context.may(Action::RevokeCredential)).then(|| at("retry")),
        rows,
    }))
}

fn told(proposal: &RevocationProposal, waits: bool, own: bool, l: Locale) -> (StateTag, String) {
    match proposal.state {
        RevocationState::Waiting if waits && own => {
            (StateTag::doubt(l.web_staff_bulk_waits()), l.web_staff_bulk_waits_own(l.instant(proposal.ends)))
        }
        RevocationState::Waiting if waits => {
            (StateTag::doubt(l.web_staff_bulk_waits()), l.web_staff_bulk_waits_text(l.instant(proposal.ends)))
        }
        RevocationState::Waiting => (StateTag::bad(l.web_staff_bulk_ended()), l.web_staff_bulk_ended_text()),
        RevocationState::Declined => (StateTag::bad(l.web_staff_bulk_declined()), l.web_staff_bulk_declined_text()),
        RevocationState::Confirmed => (StateTag::good(l.web_staff_bulk_done()), l.web_staff_bulk_done_text()),
    }
}

fn row_state(outcome: Option<RevocationOutcome>, l: Locale) -> StateTag {
    match outcome {
        None => StateTag::doubt(l.web_staff_bulk_row_waits()),
        Some(RevocationOutcome::Revoked) => StateTag::good(l.web_staff_bulk_row_revoked()),
        Some(RevocationOutcome::Already) => StateTag::doubt(l.web_staff_bulk_row_already()),
        Some(RevocationOutcome::NotPermitted) => StateTag::bad(l.web_staff_bulk_row_not_permitted()),
        Some(RevocationOutcome::Failed) => StateTag::bad(l.web_staff_bulk_row_failed()),
    }
}

/// What is said about a proposal.
#[derive(Clone, Copy)]
pub enum RevocationAct {
    /// It is confirmed, and carried out.
    Confirm,
    /// It comes to nothing.
    Decline,
    /// What failed, or was cut short, is tried again.
    Retry,
}

/// The way of one of these acts.
pub fn post(act: RevocationAct) -> MethodRouter<AppState> {
    routing::post(
        async move |State(site): State<AppState>,
                    context: RequestContext,
                    Path(id): Path<String>,
                    Form(form): Form<TokenForm>| {
            let (staff, proposal) = decided(&site, &context, (&id, &form)).await?;
            let onward = to_page(&context, &proposal);
            match act {
                RevocationAct::Confirm => decide(site, staff, &proposal, true).await?,
                RevocationAct::Decline => decide(site, staff, &proposal, false).await?,
                RevocationAct::Retry => carry_out(site, staff.tenant, proposal.id, staff.actor.clone()).await?,
            }
            Ok::<_, PageError>(onward)
        },
    )
}

/// The proposal that somebody says something about, whose role may revoke.
async fn decided<'v>(
    site: &AppState,
    context: &'v RequestContext,
    (id, form): (&str, &TokenForm),
) -> Result<(Staff<'v>, RevocationProposal), PageError> {
    context.check_csrf(&form.token)?;
    let staff = may_revoke(site, context)?;
    let proposal = find(&staff.tenant, staff.actor, id).await?;
    Ok((staff, proposal))
}

fn to_page(context: &RequestContext, proposal: &RevocationProposal) -> Response {
    Redirect::to(&context.at(&format!("/staff/revocations/{}", proposal.id))).into_response()
}

async fn decide(
    site: AppState,
    Staff { tenant, actor, .. }: Staff<'_>,
    proposal: &RevocationProposal,
    confirm: bool,
) -> Result<(), PageError> {
    let ids: Vec<_> = tenant.revocation_items(&proposal.id).await?.into_iter().map(|(id, _)| id).collect();
    let revocable = site.issuer.revocable(&tenant, std::slice::from_ref(actor), &ids).await?;
    if let ([], Some((_, denial))) = (revocable.permitted.as_slice(), revocable.refused.first()) {
        return Err(PageError::Denied(Action::RevokeCredential, *denial));
    }
    match site.issuer.decide_revocations(&tenant, proposal, revocable, confirm).await? {
        BulkSaid::Confirmed => carry_out(site, tenant, proposal.id, actor.clone()).await,
        BulkSaid::OwnWord => Err(PageError::Denied(Action::RevokeCredential, Denial::Themselves)),
        BulkSaid::AwaitsAnother | BulkSaid::NotNow => Ok(()),
    }
}
