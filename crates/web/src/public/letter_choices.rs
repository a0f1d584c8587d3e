//! `GET /account/letters`: which e-mails somebody gets to their account. `POST`: one kind is turned off or on again, or an address that e-mails came back
//! from takes them again.

use askama::Template;
use axum::{
    Form,
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::ProviderName;
use signet_lang::Locale;
use signet_record::Email;
use signet_registry::Agent;
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
    /// Addresses that take no e-mails.
    pub refused: Vec<RefusedAddress>,
    /// What can be turned off.
    pub optional: Vec<LetterChoice>,
    /// What is sent always.
    pub always: Vec<String>,
    /// Where the forms lead.
    pub action: String,
    /// The account's page.
    pub back: String,
}

/// An address that takes no e-mails.
pub struct RefusedAddress {
    /// Who says that it is theirs.
    pub provider: String,
    /// What to do, in sentences.
    pub text: String,
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
    #[serde(default)]
    works: String,
}

/// What a kind of e-mail tells, in words.
pub fn what(kind: AccountLetterKind, l: Locale) -> String {
    l.web_letters_kind(signet_issue::account_letter_word(kind))
}

/// The addresses of an account that e-mails came back from, and from which provider each is.
///
/// # Errors
/// When the register fails.
pub async fn refused(site: &AppState, account: &Agent) -> Result<Vec<(ProviderName, Email)>, PageError> {
    let mut refused = Vec::new();
    for contact in site.issuer.sessions().contacts(account).await? {
        if let Some(email) = site.issuer.refused_address(&contact).await? {
            refused.push((contact.provider, email));
        }
    }
    Ok(refused)
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
    let told = |(provider, email): (ProviderName, Email)| RefusedAddress {
        provider: provider.to_string(),
        text: l.web_letters_refused_text(email.as_str()),
    };
    let addresses = self::refused(&site, session.actor.account()).await?;
    // Whoever works nowhere is told of no work.
    let works = session.actor.role().is_staff();
    Ok(show(&LetterChoicesPage {
        f: context.private(Area::Account),
        l,
        refused: addresses.into_iter().map(told).collect(),
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

/// Turns one kind off or on again, or notes that an address works again.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<ChoiceForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let account = context.require_session()?.session.actor.account();
    if let Ok(provider) = form.works.parse::<ProviderName>() {
        site.issuer.sessions().accept_address(account, &provider).await?;
        return Ok(Redirect::to(&context.at("/account/letters")).into_response());
    }
    let kind = AccountLetterKind::from_code(&form.kind).filter(|kind| kind.is_optional()).ok_or(PageError::NotFound)?;
    site.issuer.sessions().choose_letters(account, kind, form.wanted == "yes").await?;
    Ok(Redirect::to(&context.at("/account/letters")).into_response())
}
