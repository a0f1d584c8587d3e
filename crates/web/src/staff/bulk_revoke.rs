//! `POST /staff/revocations`: what was chosen in the search, or a whole batch, with one reason for all; first a page that asks again, then the
//! act. Above a number that the institution sets it waits for another person.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::{Action, Denial};
use signet_issue::{BulkRevokeError, BulkSaid, Revocable};
use signet_lang::Locale;
use signet_record::CredentialId;
use signet_registry::Status;
use signet_store::{REVOCATIONS_MAX, Search, Seek, Tenant};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, respond, show},
    site::AppState,
    staff::{
        carry_out::{carry_out, may_revoke},
        revoke::{self, ReasonChoice, RevokeFields},
    },
    view::Fact,
};

/// Credentials of a batch that are read at once.
const TOGETHER: u32 = 500;

/// The page: the form, or the question.
#[derive(Template)]
#[template(path = "staff/bulk_revoke.html")]
pub struct BulkRevokePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// How many, in a sentence.
    pub lead: String,
    /// Where the form leads.
    pub action: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// Ask whether it is really meant.
    pub confirm: bool,
    /// Another person has to confirm it, in a sentence.
    pub second: Option<String>,
    /// What will be written down.
    pub facts: Vec<Fact>,
    /// What is to be revoked.
    pub chosen: Vec<ChosenCredential>,
    /// Of what was chosen, what cannot be revoked, and why.
    pub left_out: Vec<String>,
    /// The reasons to choose from.
    pub reasons: Vec<ReasonChoice>,
    /// What stands in the fields.
    pub form: RevokeFields,
    /// Today, `2025-12-01`.
    pub today: String,
}

/// A credential that was chosen.
pub struct ChosenCredential {
    /// Its identifier.
    pub id: String,
    /// The holder.
    pub name: String,
    /// Its title.
    pub title: String,
}

/// What the form sends.
#[derive(Default)]
struct Sent {
    token: String,
    batch: String,
    credentials: Vec<CredentialId>,
    confirmed: bool,
    fields: RevokeFields,
    /// The form itself was sent, not only a choice.
    filled: bool,
}

impl Sent {
    fn of(pairs: Vec<(String, String)>) -> Sent {
        let mut sent = Sent::default();
        for (name, value) in pairs {
            match name.as_str() {
                "token" => sent.token = value,
                "batch" => sent.batch = value,
                "credential" => sent.credentials.extend(value.parse::<CredentialId>().ok()),
                "confirmed" => sent.confirmed = value == "yes",
                "reason" => sent.fields.reason = value,
                "date" => (sent.fields.date, sent.filled) = (value, true),
                "note_cs" => sent.fields.note_cs = value,
                "note_en" => sent.fields.note_en = value,
                _ => {}
            }
        }
        sent.credentials.sort_unstable_by_key(ToString::to_string);
        sent.credentials.dedup();
        sent
    }
}

/// Shows the form for what was chosen, asks whether it is meant, and then does it or proposes it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let mut sent = Sent::of(pairs);
    context.check_csrf(&sent.token)?;
    let Staff { tenant, actor, .. } = may_revoke(&site, &context)?;
    // Each credential is asked about below, and none may look refused because of how somebody signed in.
    context.check_assurance(Action::RevokeCredential)?;
    let (l, today) = (context.l, site.issuer.today());
    if !sent.batch.is_empty() {
        sent.credentials = of_batch(&site, &context, &tenant, &sent.batch).await?;
    }
    if sent.credentials.len() > REVOCATIONS_MAX {
        let page = page(&context, &Revocable::default(), sent.fields, today);
        let problem = Some(l.web_staff_bulk_problem_too_many(REVOCATIONS_MAX));
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &BulkRevokePage { problem, ..page }));
    }
    let mut revocable = site.issuer.revocable(&tenant, std::slice::from_ref(actor), &sent.credentials).await?;
    // What is revoked already stays as it is.
    revocable.permitted.retain(|(credential, _)| credential.status != Status::Revoked);
    if !sent.filled {
        let fields = RevokeFields { date: today.to_string(), ..RevokeFields::default() };
        return Ok(show(&page(&context, &revocable, fields, today)));
    }
    let revoked = match revoke::revocation(&sent.fields, today, l) {
        Ok(revoked) => revoked,
        Err(problem) => {
            let page = page(&context, &revocable, sent.fields, today);
            let page = BulkRevokePage { problem: Some(problem), ..page };
            return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if !sent.confirmed {
        let alone_max = site.issuer.registered(&tenant).await?.rules.revoke_alone_max;
        let needs_second = alone_max.filter(|max| revocable.permitted.len() as u64 > u64::from(*max));
        let second = needs_second.map(|max| l.web_staff_bulk_needs_second(max));
        let facts = revoke::facts(&revoked, l);
        let page = page(&context, &revocable, sent.fields, today);
        return Ok(show(&BulkRevokePage { confirm: true, second, facts, ..page }));
    }
    match site.issuer.propose_revocations(&tenant, revocable.permitted, &revoked).await {
        Ok((id, said)) => {
            let onward = context.at(&format!("/staff/revocations/{id}"));
            if said == BulkSaid::Confirmed {
                carry_out(site, tenant, id, actor.clone()).await?;
            }
            Ok(Redirect::to(&onward).into_response())
        }
        Err(BulkRevokeError::Nothing) => {
            let page = page(&context, &Revocable::default(), sent.fields, today);
            let problem = Some(l.web_staff_bulk_nothing());
            Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &BulkRevokePage { problem, ..page }))
        }
        Err(error) => Err(error.into()),
    }
}

/// Every credential of a batch.
async fn of_batch(
    site: &AppState,
    context: &RequestContext,
    tenant: &Tenant,
    batch: &str,
) -> Result<Vec<CredentialId>, PageError> {
    let Ok(batch) = batch.parse() else { return Err(PageError::NotFound) };
    let (search, mut seek) = (Search::Batch(batch), Seek::First);
    let mut found = Vec::new();
    while found.len() <= REVOCATIONS_MAX {
        // A permit is for one act, and each page is one.
        let permit = context.staff(site, Action::SearchRegister)?.permit;
        let page = site.issuer.search(tenant, &search, &seek, TOGETHER, permit).await?;
        found.extend(page.rows.iter().map(|credential| credential.id));
        let Some(next) = page.next else { break };
        seek = Seek::After(next);
    }
    Ok(found)
}

fn page(
    context: &RequestContext,
    revocable: &Revocable,
    form: RevokeFields,
    today: signet_record::Date,
) -> BulkRevokePage {
    let l = context.l;
    let chosen = revocable.permitted.iter().map(|(credential, _)| ChosenCredential {
        id: credential.id.to_string(),
        name: credential.holder.full_name(),
        title: credential.title.text(l.language()).to_owned(),
    });
    let why = |denial: Denial| match denial {
        Denial::Themselves => l.web_staff_bulk_own(),
        Denial::Emergency => l.web_error_denied_emergency(),
        Denial::Unidentified => l.web_error_denied_unidentified(),
        Denial::Scope => l.web_error_denied_scope(),
        _ => l.web_error_forbidden_text(),
    };
    let left_out = revocable
        .refused
        .iter()
        .map(|(credential, denial)| format!("{}: {}", credential.holder.full_name(), why(*denial)));
    BulkRevokePage {
        f: context.private(Area::Staff),
        l,
        lead: l.web_staff_bulk_lead(revocable.permitted.len()),
        action: context.at("/staff/revocations"),
        problem: None,
        confirm: false,
        second: None,
        facts: Vec::new(),
        chosen: chosen.collect(),
        left_out: left_out.collect(),
        reasons: revoke::reasons(l),
        form,
        today: today.to_string(),
    }
}
