//! `GET /login`: the choice of login providers. `GET /login/at/{provider}`: leads to one.
//!
//! The way there is a link and no form: our policy lets forms end here alone, and browsers differ in whether they hold a redirect after a form to
//! it (CSP Level 3 §4.2.3, `form-action`).

use std::time::Duration;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use signet_access::{OnwardPath, ProviderKind};
use signet_lang::Locale;
use signet_outbound::AuthorizationRequest;
use signet_store::{LoginAttempt, TokenDigest};

use super::sign_in_refusal::SignInRefusal;
use crate::{
    frame::{Area, PageFrame},
    login_option::LoginOption,
    onward::{Onward, leading},
    page_error::PageError,
    request_context::{RequestContext, show},
    session_cookie::{self, LOGIN_TIME, SIGNED_OUT, cookie, login_cookie_name},
    site::AppState,
    view::LinkView,
};

/// Whoever has signed out here is asked by the provider again. That they were recognised since the question is checked at the return.
const ASKED_AGAIN: Duration = Duration::from_secs(300);

/// The page.
#[derive(Template)]
#[template(path = "public/sign_in.html")]
pub struct SignInPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// A link began the session in this browser, which a provider has ended.
    pub link_ended: bool,
    /// Providers, by kind; empty where there are none.
    pub groups: Vec<ProviderGroup>,
}

/// Providers of one kind.
#[derive(Clone)]
pub struct ProviderGroup {
    /// What they are.
    pub title: String,
    /// The way to each.
    pub links: Vec<LinkView>,
}

/// Shows the choice.
pub async fn get(State(site): State<AppState>, context: RequestContext, Query(onward): Query<Onward>) -> Response {
    let groups = groups(&site, &context, onward.path().as_ref());
    let (f, l) = (context.private(Area::Elsewhere), context.l);
    show(&SignInPage { f, l, link_ended: context.link_ended(), groups })
}

/// Every way to sign in by a provider, each leading onward from there.
pub fn groups(site: &AppState, context: &RequestContext, onward: Option<&OnwardPath>) -> Vec<ProviderGroup> {
    let l = context.l;
    let group = |title: String, wanted: fn(&ProviderKind) -> bool| {
        let options = site.login.iter().filter(|option| wanted(&option.provider().kind));
        let mut links: Vec<LinkView> = options.map(|option| link(context, option, onward)).collect();
        links.sort_by_cached_key(|link| l.collation_key(&link.label));
        ProviderGroup { title, links }
    };
    let universities = group(l.web_sign_in_universities(), |kind| matches!(kind, ProviderKind::University(_)));
    let national = group(l.web_sign_in_national(), |kind| matches!(kind, ProviderKind::National));
    [universities, national].into_iter().filter(|group| !group.links.is_empty()).collect()
}

fn link(context: &RequestContext, option: &LoginOption, onward: Option<&OnwardPath>) -> LinkView {
    let path = leading(&format!("/login/at/{}", option.provider().name), onward);
    LinkView { href: context.at(&path), label: option.name(context.l.language()).to_owned() }
}

/// Sends the browser to a provider.
pub async fn at(
    State(site): State<AppState>,
    context: RequestContext,
    Path(name): Path<String>,
    Query(onward): Query<Onward>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let option = site.login_option(&name).ok_or(PageError::NotFound)?;
    if !site.may_sign_in(context.client) {
        return Err(PageError::Hasty);
    }
    let (state, secret) = (site.secret(), site.secret());
    let proofs = site.issuer.login_proofs(&state);
    let before = cookie(&headers, login_cookie_name(site.secure()));
    let signed_out = before.is_some_and(|value| value.starts_with(SIGNED_OUT));
    // The mark stays until somebody has signed in: whoever comes back without having answered is asked again.
    let browser = if signed_out { format!("{SIGNED_OUT}.{secret}") } else { secret };
    let pair_account = match onward.is_pairing() {
        // Whoever left a session open must not have somebody else's identity added to it.
        true => Some(context.require_recent_session()?.actor.account().clone()),
        false => None,
    };
    let seeks = onward.is_seeking() && context.require_session().is_ok();
    let needed = onward.needed_assurance();
    let asked_anew = signed_out || pair_account.is_some() || needed.is_some_and(|needed| needed.is_recent);
    let max_age = asked_anew.then_some(ASKED_AGAIN);
    let level = needed.map(|needed| needed.level);
    let language = context.l.language();
    let request = AuthorizationRequest {
        state: &state,
        nonce: &proofs.nonce,
        verifier: &proofs.verifier,
        language: language.code(),
        max_age,
        level,
    };
    let there = match option.client.authorization_url(&request).await {
        Ok(there) => there,
        Err(error) => return Ok(SignInRefusal::Provider(error).told(option, context.l)),
    };
    let attempt = LoginAttempt {
        provider: option.provider().name.clone(),
        browser: TokenDigest::of(&browser),
        onward: onward.path(),
        language,
        max_age,
        level,
        pair_account,
        seeks,
        expires: site.now().saturating_add(LOGIN_TIME)?,
    };
    site.issuer.begin_login(&state, &attempt).await?;
    let cookie = session_cookie::login(&site, &browser);
    Ok(([(SET_COOKIE, cookie)], Redirect::to(there.as_str())).into_response())
}
