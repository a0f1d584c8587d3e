//! `POST /login/own`: somebody whom a national identity recognised asks an institution whether its records are about them. The question is shown
//! where such an identity leads to nothing, and to whoever looks for more from the page of their account.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;
use signet_issue::ClaimAnswer;
use signet_lang::{Locale, args};
use signet_record::{CredentialId, InstitutionId};
use signet_store::{NamedPerson, TokenDigest};

use crate::{
    catalogue_units,
    frame::{Area, PageFrame},
    login_option::LoginOption,
    message_page::MessagePage,
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    session_cookie::{cookie, own_cookie_name},
    site::AppState,
    staff::unit_editor::form::SummaryLine,
    view::{Fact, LinkView},
};

/// The page.
#[derive(Template)]
#[template(path = "public/own_records.html")]
pub struct OwnRecordsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What it is called.
    pub title: String,
    /// Why it is shown.
    pub lead: String,
    /// Whom the provider names.
    pub facts: Vec<Fact>,
    /// What is wrong with the last attempt.
    pub summary: Vec<SummaryLine>,
    /// The institutions to choose from.
    pub institutions: Vec<InstitutionChoice>,
    /// What is wrong with the choice.
    pub institution_wrong: Option<String>,
    /// The identifier as it was typed.
    pub credential: String,
    /// What is wrong with it.
    pub credential_wrong: Option<String>,
    /// Names the answer of the provider, under a key.
    pub claim: String,
    /// Where the form leads.
    pub action: String,
    /// Where to go instead.
    pub back: LinkView,
}

/// An institution to choose.
pub struct InstitutionChoice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// It is chosen.
    pub chosen: bool,
}

/// The form.
#[derive(Default, Deserialize)]
pub struct OwnRecordsForm {
    #[serde(default)]
    claim: String,
    #[serde(default)]
    institution: String,
    #[serde(default)]
    credential: String,
}

/// Whom the page is for, and why it is shown.
pub struct Asking<'a> {
    /// Whom the provider names.
    pub named: &'a NamedPerson,
    /// Names the answer of the provider, under a key.
    pub claim: String,
    /// They are signed in, and look for more.
    pub is_signed_in: bool,
}

/// Shows the question.
///
/// # Errors
/// When the register does not answer.
pub async fn offer(
    site: &AppState,
    context: &RequestContext,
    option: &LoginOption,
    asking: Asking<'_>,
) -> Result<Response, PageError> {
    let status = if asking.is_signed_in { StatusCode::OK } else { StatusCode::FORBIDDEN };
    Ok(respond(status, &page(site, context, option, asking, &OwnRecordsForm::default()).await?))
}

/// The provider does not say what somebody could be found by.
pub fn unnamed(context: &RequestContext, option: &LoginOption) -> Response {
    let l = context.l;
    show(&MessagePage {
        f: context.private(Area::Elsewhere),
        l,
        title: l.web_own_title(),
        texts: vec![l.web_own_unnamed(option.name(l.language()))],
        onward: Some(LinkView { href: context.at("/account"), label: l.web_frame_nav_account() }),
    })
}

async fn page(
    site: &AppState,
    context: &RequestContext,
    option: &LoginOption,
    asking: Asking<'_>,
    form: &OwnRecordsForm,
) -> Result<OwnRecordsPage, PageError> {
    let l = context.l;
    let mut institutions = Vec::new();
    for stored in site.store().operator().institutions().await? {
        if let Some(registered) = catalogue_units::registered(&stored) {
            let (id, name) = (stored.id.to_string(), registered.institution.legal_name.text(l.language()).to_owned());
            institutions.push(InstitutionChoice { chosen: id == form.institution, id, name });
        }
    }
    institutions.sort_by_cached_key(|one| l.collation_key(&one.name));
    let provider = option.name(l.language());
    let (title, lead, back) = if asking.is_signed_in {
        let back = LinkView { href: context.at("/account"), label: l.web_frame_nav_account() };
        (l.web_own_title(), l.web_own_lead(), back)
    } else {
        let back = LinkView { href: context.at("/login"), label: l.web_sign_in_again() };
        (l.web_sign_in_refused_title(), l.web_sign_in_refused_nobody(provider), back)
    };
    let named = asking.named;
    Ok(OwnRecordsPage {
        f: context.private(Area::Elsewhere),
        l,
        title,
        lead,
        facts: vec![
            Fact::new(l.web_pairing_recognised(provider), format!("{} {}", named.given_name, named.family_name)),
            Fact::new(l.web_own_born(), l.date(named.born)),
        ],
        summary: Vec::new(),
        institutions,
        institution_wrong: None,
        credential: form.credential.clone(),
        credential_wrong: None,
        claim: asking.claim,
        action: context.at("/login/own"),
        back,
    })
}

/// Takes the question.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    headers: HeaderMap,
    Form(form): Form<OwnRecordsForm>,
) -> Result<Response, PageError> {
    context.check_same_origin()?;
    if !site.may_claim(context.client) {
        return Err(PageError::Hasty);
    }
    let browser = cookie(&headers, own_cookie_name(site.secure())).ok_or(PageError::LoginSpent)?;
    let named = site.issuer.named_by(&form.claim, &TokenDigest::of(&browser)).ok_or(PageError::LoginSpent)?;
    let option = site.login_option(named.provider.as_str()).ok_or(PageError::LoginSpent)?;
    let l = context.l;
    let is_signed_in = context.require_session().is_ok();
    let asking = Asking { named: &named, claim: form.claim.clone(), is_signed_in };
    let mut again = page(&site, &context, option, asking, &form).await?;
    let institution = again.institutions.iter().find(|one| one.chosen).and_then(|one| one.id.parse().ok());
    let credential = typed(&form.credential);
    again.institution_wrong = institution.is_none().then(|| l.web_own_institution_wrong());
    again.credential_wrong = credential.is_err().then(|| l.web_own_credential_wrong());
    let wrong = [("#institution", &again.institution_wrong), ("#credential", &again.credential_wrong)];
    again.summary = wrong
        .into_iter()
        .filter_map(|(href, text)| Some(SummaryLine { href: href.to_owned(), text: text.clone()? }))
        .collect();
    let (Some(institution), Ok(credential)) = (institution, credential) else {
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &again));
    };
    answer(&site, &context, option, (institution, named, credential)).await
}

async fn answer(
    site: &AppState,
    context: &RequestContext,
    option: &LoginOption,
    (institution, named, credential): (InstitutionId, NamedPerson, Option<CredentialId>),
) -> Result<Response, PageError> {
    let l = context.l;
    let tenant = site.store().tenant(&institution);
    let stored = tenant.institution().await?;
    let registered = stored.as_ref().and_then(catalogue_units::registered).ok_or(PageError::NotFound)?;
    let name = registered.institution.legal_name.text(l.language());
    let at = LinkView {
        href: context.at(&format!("/login/at/{}", option.provider().name)),
        label: l.web_own_sign_in(option.name(l.language())),
    };
    let (title, texts, onward) = match site.issuer.claim_records(&tenant, named, credential).await? {
        ClaimAnswer::Linked => (l.web_own_linked_title(), vec![l.web_own_linked_text(name)], at),
        ClaimAnswer::Passed => {
            let passed = args::WebOwnPassedText { institution: name, provider: option.name(l.language()) };
            let back = LinkView { href: context.at("/"), label: l.web_own_home() };
            (l.web_own_passed_title(), vec![l.web_own_passed_text(passed), l.web_own_passed_next(name)], back)
        }
    };
    Ok(show(&MessagePage { f: context.private(Area::Elsewhere), l, title, texts, onward: Some(onward) }))
}

/// The identifier of a credential as people type it from a PDF: nothing, or the whole of it, with or without what stands before it.
fn typed(text: &str) -> Result<Option<CredentialId>, ()> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let read: Result<CredentialId, _> = plain.to_lowercase().parse();
    read.ok().map(Some).ok_or(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_taken_as_it_is_typed() {
        assert_eq!(typed("  "), Ok(None));
        for good in [
            "urn:credential:0b2f0000-0000-4000-8000-000000000001",
            "0B2F0000-0000-4000-8000-000000000001",
            " 0b2f0000-0000-4000- 8000-000000000001 ",
        ] {
            assert!(matches!(typed(good), Ok(Some(_))), "{good}");
        }
        assert!(typed("0b2f").is_err() && typed("Jitka").is_err());
    }
}
