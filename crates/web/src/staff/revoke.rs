//! `GET /staff/credentials/{credential}/revoke`: the form. `POST`: first a page that asks again, then the act.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_issue::RevokeError;
use signet_lang::{Locale, args};
use signet_record::{Bilingual, Date};
use signet_registry::{Reason, Revoked};
use signet_store::StoredCredential;

use crate::{
    day,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    site::AppState,
    staff::credential::{StaffCredential, in_care},
    stored,
    view::Fact,
};

/// The page: the form, or the question.
#[derive(Template)]
#[template(path = "staff/revoke.html")]
pub struct RevokePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The holder's name.
    pub holder: String,
    /// Holder and title of the credential.
    pub lead: String,
    /// The credential's page.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// Ask whether it is really meant.
    pub confirm: bool,
    /// What will be written down.
    pub facts: Vec<Fact>,
    /// The reasons to choose from.
    pub reasons: Vec<ReasonChoice>,
    /// What stands in the fields.
    pub form: RevokeFields,
    /// Today, `2025-12-01`.
    pub today: String,
}

/// A reason to choose.
pub struct ReasonChoice {
    /// Its code.
    pub id: &'static str,
    /// In words.
    pub label: String,
}

/// What stands in the fields.
#[derive(Default)]
pub struct RevokeFields {
    /// Code of the reason.
    pub reason: String,
    /// Not valid since, `2025-12-01`.
    pub date: String,
    /// Public explanation in Czech.
    pub note_cs: String,
    /// Public explanation in English.
    pub note_en: String,
}

/// What the form sends.
#[derive(Deserialize)]
pub struct RevokeForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    note_cs: String,
    #[serde(default)]
    note_en: String,
    #[serde(default)]
    confirmed: String,
}

/// Shows the form.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let care = in_care(&site, &context, &id, Action::RevokeCredential).await?;
    let today = site.issuer.today();
    let form = RevokeFields { date: today.to_string(), ..RevokeFields::default() };
    Ok(show(&page(&context, &care.credential, today, form)))
}

/// Asks whether it is meant, and then does it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(submitted): Form<RevokeForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&submitted.token)?;
    let care = in_care(&site, &context, &id, Action::RevokeCredential).await?;
    let (l, today) = (context.l, site.issuer.today());
    let form = RevokeFields {
        reason: submitted.reason.clone(),
        date: submitted.date.clone(),
        note_cs: submitted.note_cs.clone(),
        note_en: submitted.note_en.clone(),
    };
    let revoked = match revocation(&form, today, l) {
        Ok(revoked) => revoked,
        Err(problem) => {
            let page = RevokePage { problem: Some(problem), ..page(&context, &care.credential, today, form) };
            return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if submitted.confirmed != "yes" {
        let facts = facts(&revoked, l);
        return Ok(show(&RevokePage { confirm: true, facts, ..page(&context, &care.credential, today, form) }));
    }
    let StaffCredential { tenant, permit, credential, .. } = care;
    match site.issuer.revoke(&tenant, credential.id, revoked, permit).await {
        Ok(()) => {
            site.fetcher.forget();
            let onward = format!("/staff/credentials/{}?done=revoked", credential.id);
            Ok(Redirect::to(&context.at(&onward)).into_response())
        }
        Err(RevokeError::Refused(_)) => {
            let page = RevokePage {
                problem: Some(l.web_staff_revoke_problem_state()),
                ..page(&context, &credential, today, form)
            };
            Ok(respond(StatusCode::CONFLICT, &page))
        }
        Err(RevokeError::Unknown) => Err(PageError::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// The revocation that the fields say.
///
/// # Errors
/// What is wrong with them, in words.
pub fn revocation(submitted: &RevokeFields, today: Date, l: Locale) -> Result<Revoked, String> {
    let reason = Reason::from_code(&submitted.reason).ok_or_else(|| l.web_staff_revoke_problem_reason())?;
    let date = day::of_field(&submitted.date)
        .filter(|date| *date <= today)
        .ok_or_else(|| l.web_staff_revoke_problem_date())?;
    let note = match (submitted.note_cs.trim(), submitted.note_en.trim()) {
        ("", "") => None,
        (cs, en) => Some(Bilingual::new(cs, en).map_err(|_| l.web_staff_revoke_problem_note())?),
    };
    Revoked::new(reason, note, date).map_err(|_| l.web_staff_revoke_problem_note())
}

/// What will be written down.
pub fn facts(revoked: &Revoked, l: Locale) -> Vec<Fact> {
    vec![
        Fact::new(l.web_staff_revoke_reason(), stored::reason(revoked, l)),
        Fact::new(l.web_staff_revoke_date(), l.date(revoked.date())),
    ]
}

/// The reasons to choose from.
pub fn reasons(l: Locale) -> Vec<ReasonChoice> {
    let choice = |reason: Reason| ReasonChoice { id: reason.code(), label: stored::reason_word(reason, l) };
    Reason::ALL.into_iter().map(choice).collect()
}

fn page(context: &RequestContext, credential: &StoredCredential, today: Date, form: RevokeFields) -> RevokePage {
    let l = context.l;
    let back = context.at(&format!("/staff/credentials/{}", credential.id));
    let holder = credential.holder.full_name();
    RevokePage {
        f: context.private(Area::Staff),
        l,
        lead: l.web_staff_revoke_lead(args::WebStaffRevokeLead {
            holder: holder.as_str(),
            title: credential.title.text(l.language()),
        }),
        holder,
        action: format!("{back}/revoke"),
        back,
        problem: None,
        confirm: false,
        facts: Vec::new(),
        reasons: reasons(l),
        form,
        today: today.to_string(),
    }
}
