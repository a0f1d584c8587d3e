//! `GET /account/letters`: which e-mails somebody gets to their account. `POST`: one kind is turned off or on again.

use askama::Template;
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_lang::Locale;
use signet_store::AccountLetterKind;

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, show},
    site::AppState,
};

/// The page.
#[derive(Template)]
#[template(path = "public/letter_choices.html")]
pub struct LetterChoicesPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What can be turned off.
    pub optional: Vec<LetterChoice>,
    /// What is sent always.
    pub always: Vec<String>,
    /// Where the forms lead.
    pub action: String,
    /// The account's page.
    pub back: String,
}

/// A kind that can be turned off.
pub struct LetterChoice {
    /// Its code in the form.
    pub kind: &'static str,
    /// What it tells.
    pub what: String,
    /// Whether it is sent.
    pub wanted: bool,
}

/// The form.
#[derive(Deserialize)]
pub struct ChoiceForm {
    #[serde(default)]
    token: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    wanted: String,
}

/// What a kind of e-mail tells, in words.
pub fn what(kind: AccountLetterKind, l: Locale) -> String {
    l.web_letters_kind(signet_issue::account_letter_word(kind))
}

/// Shows the page.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let (l, session) = (context.l, &context.require_session()?.session);
    let refused = site.issuer.sessions().refused_letters(session.actor.account()).await?;
    let (optional, always): (Vec<_>, Vec<_>) = AccountLetterKind::ALL.into_iter().partition(|kind| kind.is_optional());
    let choice = |kind: AccountLetterKind| LetterChoice {
        kind: kind.code(),
        what: what(kind, l),
        wanted: !refused.contains(&kind),
    };
    // Whoever works nowhere is told of no work.
    let works = session.actor.role().is_staff();
    Ok(show(&LetterChoicesPage {
        f: context.private(Area::Account),
        l,
        optional: optional.into_iter().filter(|_| works).map(choice).collect(),
        always: always
            .into_iter()
            .filter(|kind| works || *kind != AccountLetterKind::EmergencyLink)
            .map(|kind| what(kind, l))
            .collect(),
        action: context.at("/account/letters"),
        back: context.at("/account"),
    }))
}

/// Turns one kind off or on again.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<ChoiceForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let account = context.require_session()?.session.actor.account();
    let kind = AccountLetterKind::from_code(&form.kind).filter(|kind| kind.is_optional()).ok_or(PageError::NotFound)?;
    site.issuer.sessions().choose_letters(account, kind, form.wanted == "yes").await?;
    Ok(Redirect::to(&context.at("/account/letters")).into_response())
}
