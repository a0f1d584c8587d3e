//! `GET /staff/credentials/{credential}/letter`: what would be sent to the holder. `POST`: it is sent.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_issue::{NoLetter, SendAgainError};
use signet_lang::{Locale, args};
use signet_store::NoticeKind;

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    site::AppState,
    staff::{
        credential::{StaffCredential, in_care},
        letter_line::kind_word,
    },
    view::Fact,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/letter.html")]
pub struct LetterPage {
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
    /// Why none can be sent.
    pub problem: Option<String>,
    /// What would be sent, and where to.
    pub facts: Vec<Fact>,
}

/// What the form sends.
#[derive(Deserialize)]
pub struct LetterForm {
    #[serde(default)]
    token: String,
}

/// Shows what would be sent.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let care = in_care(&site, &context, &id, Action::SendNotice).await?;
    match site.issuer.letter_to_send(&care.tenant, care.credential.id).await {
        Ok(kind) => Ok(show(&page(&context, &care, Ok(kind)))),
        Err(SendAgainError::NotNow(why)) => Ok(show(&page(&context, &care, Err(why)))),
        Err(SendAgainError::Unknown) => Err(PageError::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// Sends it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(submitted): Form<LetterForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&submitted.token)?;
    let care = in_care(&site, &context, &id, Action::SendNotice).await?;
    let not_now = |why| respond(StatusCode::CONFLICT, &page(&context, &care, Err(why)));
    match site.issuer.letter_to_send(&care.tenant, care.credential.id).await {
        Ok(_) => {}
        Err(SendAgainError::NotNow(why)) => return Ok(not_now(why)),
        Err(error) => return Err(error.into()),
    }
    let StaffCredential { tenant, permit, credential, .. } = care;
    site.issuer.send_again(&tenant, credential.id, permit).await?;
    let onward = format!("/staff/credentials/{}?done=letter", credential.id);
    Ok(Redirect::to(&context.at(&onward)).into_response())
}

fn page(context: &RequestContext, care: &StaffCredential<'_>, found: Result<NoticeKind, NoLetter>) -> LetterPage {
    let (l, credential) = (context.l, &care.credential);
    let back = context.at(&format!("/staff/credentials/{}", credential.id));
    let holder = credential.holder.full_name();
    let email = credential.holder.email.as_ref().map(|email| email.as_str().to_owned());
    let facts = match (found, email) {
        (Ok(kind), Some(email)) => vec![
            Fact::new(l.web_staff_letter_what(), kind_word(kind, l)),
            Fact::new(l.web_staff_letter_address(), email),
        ],
        _ => Vec::new(),
    };
    LetterPage {
        f: context.private(Area::Staff),
        l,
        lead: l.web_staff_letter_lead(args::WebStaffLetterLead {
            holder: holder.as_str(),
            title: credential.title.text(l.language()),
        }),
        holder,
        action: format!("{back}/letter"),
        back,
        problem: found.err().map(|why| problem(why, l)),
        facts,
    }
}

fn problem(why: NoLetter, l: Locale) -> String {
    l.web_staff_letter_problem(match why {
        NoLetter::NoRelay => args::WebStaffLetterProblem::NoRelay,
        NoLetter::NothingToTell => args::WebStaffLetterProblem::NothingToTell,
        NoLetter::Waiting => args::WebStaffLetterProblem::Waiting,
        NoLetter::NoAddress => args::WebStaffLetterProblem::NoAddress,
    })
}
