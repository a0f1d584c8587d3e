//! `GET /login/return/{provider}`: somebody comes back from a login provider, and a session begins. The address has no language: providers know
//! it letter by letter.

use std::time::Duration;

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, header::SET_COOKIE},
    response::{AppendHeaders, IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::{AssuranceLevel, ProviderKind, SecurityEvent, SecurityEventKind, session_longest};
use signet_issue::ProviderSignInError;
use signet_lang::Locale;
use signet_outbound::{RecognisedPerson, oidc::AuthorizationCode};
use signet_record::Timestamp;
use signet_store::{LoginAttempt, LoginAttemptRefusal, NewSession, SessionId, SessionsError, TokenDigest};

use super::{
    login::{note_forged, sign_out_before},
    own_records, pairing, role,
    sign_in_refusal::SignInRefusal,
};
use crate::{
    area::RoleRow,
    frame::address,
    login_option::LoginOption,
    page_error::PageError,
    request_context::RequestContext,
    session_cookie::{self, LOGIN_TIME, SIGNED_OUT, cookie, login_cookie_name},
    site::AppState,
};

/// What came back with the browser (RFC 6749 §4.1.2, RFC 9207 §2).
#[derive(Deserialize)]
pub struct AuthorizationAnswer {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

/// Takes the answer.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(name): Path<String>,
    Query(answer): Query<AuthorizationAnswer>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let option = site.login_option(&name).ok_or(PageError::NotFound)?;
    let (attempt, state) = match attempt(&site, option, &answer, &headers).await? {
        Ok(taken) => taken,
        Err(refusal) => {
            // Made-up answers cost a look-up each.
            if site.guessed_enough(context.client) {
                return Err(PageError::Hasty);
            }
            site.note_guess(context.client);
            return refused(&site, option, context.l, &SignInRefusal::Attempt(refusal)).await;
        }
    };
    match recognise(&site, option, &attempt, &answer, &state).await {
        Ok(person) if attempt.pair_account.is_some() => {
            pairing::offer(&site, &context, option, &attempt, &state, &person).await
        }
        Ok(person) if attempt.seeks => seek(&site, &context, option, &attempt, &person).await,
        Ok(person) => begin(&site, &context, option, &attempt, &person).await,
        Err(refusal) => refused(&site, option, Locale::new(attempt.language), &refusal).await,
    }
}

/// Nobody was let in by a provider; where it is one institution's, that is its business.
fn failed(option: &LoginOption) -> SecurityEvent {
    let institution = match &option.provider().kind {
        ProviderKind::University(institution) => Some(institution.clone()),
        ProviderKind::National => None,
    };
    SecurityEvent { institution, ..SecurityEvent::by_anyone(SecurityEventKind::LoginFailed) }
}

async fn refused(
    site: &AppState,
    option: &LoginOption,
    l: Locale,
    refusal: &SignInRefusal,
) -> Result<Response, PageError> {
    site.issuer.record_security_event(&failed(option)).await?;
    let page = refusal.told(option, l);
    if !refusal.is_of_somebody() {
        return Ok(page);
    }
    Ok(([(SET_COOKIE, session_cookie::login(site, SIGNED_OUT))], page).into_response())
}

/// The question that this is the answer to. One that the service did not write is none, and is written down.
async fn attempt(
    site: &AppState,
    option: &LoginOption,
    answer: &AuthorizationAnswer,
    headers: &HeaderMap,
) -> Result<Result<(LoginAttempt, String), LoginAttemptRefusal>, PageError> {
    let Some(state) = &answer.state else { return Ok(Err(LoginAttemptRefusal::Unknown)) };
    let browser = cookie(headers, login_cookie_name(site.secure())).map(|secret| TokenDigest::of(&secret));
    let name = &option.provider().name;
    let sessions = site.issuer.sessions();
    let taken = sessions.take_login_attempt(&TokenDigest::of(state), name, browser.as_ref(), site.now()).await;
    match taken {
        Ok(taken) => Ok(taken.map(|attempt| (attempt, state.clone()))),
        Err(SessionsError::Forged { table }) => {
            note_forged(site, table).await?;
            Ok(Err(LoginAttemptRefusal::Unknown))
        }
        Err(SessionsError::Database(error)) => Err(error.into()),
    }
}

/// Who it is.
async fn recognise(
    site: &AppState,
    option: &LoginOption,
    attempt: &LoginAttempt,
    answer: &AuthorizationAnswer,
    state: &str,
) -> Result<RecognisedPerson, SignInRefusal> {
    let client = &option.client;
    // Before anything else of the answer is looked at, it must be this provider's (RFC 9207 §2.4).
    if !client.is_answer_of(answer.iss.as_deref()).await? {
        return Err(SignInRefusal::OtherIssuer);
    }
    match answer.error.as_deref() {
        None => {}
        Some("access_denied") => return Err(SignInRefusal::Declined),
        Some(_) => return Err(SignInRefusal::Error),
    }
    let code = answer.code.as_deref().ok_or(SignInRefusal::NoCode)?;
    let proofs = site.issuer.login_proofs(state);
    let now = site.now();
    let max_age = attempt.max_age.map(|_| since_asked(attempt, now));
    let code =
        AuthorizationCode { code, nonce: &proofs.nonce, verifier: &proofs.verifier, max_age, level: attempt.level };
    Ok(client.recognise(&code, now).await?)
}

/// How long ago the question was put. Whoever had to be asked again was recognised since, however long they took: a provider that answers by
/// what it knew before is not taken (OpenID Connect Core §3.1.2.1, `prompt=login`).
fn since_asked(attempt: &LoginAttempt, now: Timestamp) -> Duration {
    let left = attempt.expires.as_second().saturating_sub(now.as_second());
    LOGIN_TIME.saturating_sub(Duration::from_secs(u64::try_from(left).unwrap_or(0)))
}

/// Whoever is signed in looks for more of their own by what a national identity says.
async fn seek(
    site: &AppState,
    context: &RequestContext,
    option: &LoginOption,
    attempt: &LoginAttempt,
    person: &RecognisedPerson,
) -> Result<Response, PageError> {
    let context = context.clone().or_language(attempt.language);
    match ask(site, &context, option, person, true).await? {
        Some(page) => Ok(page),
        None => Ok(own_records::unnamed(&context, option)),
    }
}

/// The question whether some records are theirs, for somebody who is nobody here yet and whom a national identity names. The provider is told to
/// ask again, as whenever somebody was recognised and is not let in.
async fn own_records(
    site: &AppState,
    context: &RequestContext,
    option: &LoginOption,
    attempt: &LoginAttempt,
    person: &RecognisedPerson,
) -> Result<Option<Response>, PageError> {
    let context = context.clone().or_language(attempt.language);
    let Some(page) = ask(site, &context, option, person, false).await? else { return Ok(None) };
    tracing::warn!(provider = %option.provider().name, code = SignInRefusal::Nobody.code(), "nobody was signed in");
    site.issuer.record_security_event(&failed(option)).await?;
    let again = AppendHeaders([(SET_COOKIE, session_cookie::login(site, SIGNED_OUT))]);
    Ok(Some((again, page).into_response()))
}

/// The question, with the cookie of this browser; `None` where the provider does not say whom it is about.
async fn ask(
    site: &AppState,
    context: &RequestContext,
    option: &LoginOption,
    person: &RecognisedPerson,
    is_signed_in: bool,
) -> Result<Option<Response>, PageError> {
    let browser = site.secret();
    let digest = TokenDigest::of(&browser);
    let Some(claim) = site.issuer.claim_ticket(option.provider(), person, &digest) else { return Ok(None) };
    let named = site.issuer.named_by(&claim, &digest).ok_or(PageError::LoginSpent)?;
    let asking = own_records::Asking { named: &named, claim, is_signed_in };
    let page = own_records::offer(site, context, option, asking).await?;
    Ok(Some((AppendHeaders([(SET_COOKIE, session_cookie::own(site, &browser))]), page).into_response()))
}

/// Begins the session, and leads to where they wanted to go.
async fn begin(
    site: &AppState,
    context: &RequestContext,
    option: &LoginOption,
    attempt: &LoginAttempt,
    person: &RecognisedPerson,
) -> Result<Response, PageError> {
    let secret = site.secret();
    let new = NewSession {
        digest: TokenDigest::of(&secret),
        id: SessionId::from_random(site.sixteen()),
        language: attempt.language,
    };
    // Whoever is asked again before an act goes on in the role in which they were.
    let before = context.require_session().ok().map(|signed_in| &signed_in.session.actor);
    let signed_in = match site.issuer.sign_in(option.provider(), person, &new, before).await {
        Ok(signed_in) => signed_in,
        Err(error) => {
            let refusal = match error {
                ProviderSignInError::Nobody => match own_records(site, context, option, attempt, person).await? {
                    Some(page) => return Ok(page),
                    None => SignInRefusal::Nobody,
                },
                ProviderSignInError::Blocked => SignInRefusal::Blocked,
                ProviderSignInError::Raced => SignInRefusal::Raced,
                ProviderSignInError::Sessions(SessionsError::Forged { table }) => {
                    note_forged(site, table).await?;
                    return Err(error.into());
                }
                fault => return Err(fault.into()),
            };
            return refused(site, option, Locale::new(attempt.language), &refusal).await;
        }
    };
    if attempt.level >= Some(AssuranceLevel::Multi) {
        let event = SecurityEvent::of(SecurityEventKind::SecondFactorProved, &signed_in.session.actor);
        site.issuer.record_security_event(&event).await?;
    }
    sign_out_before(site, context).await?;
    let role = signed_in.session.actor.role();
    let onward = match (signed_in.has_choice, &attempt.onward) {
        (true, onward) => role::address_of(attempt.language, onward.as_ref()),
        (false, Some(onward)) => onward.as_str().to_owned(),
        (false, None) => address(attempt.language, RoleRow::of(role).home.path()),
    };
    let cookies = [
        session_cookie::session(site, &secret, session_longest(&signed_in.session.actor)),
        session_cookie::login_done(site),
    ];
    Ok((AppendHeaders(cookies.map(|cookie| (SET_COOKIE, cookie))), Redirect::to(&onward)).into_response())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use signet_record::Language;

    use super::*;

    #[test]
    fn whoever_is_asked_again_was_recognised_since() {
        let expires: Timestamp = "2026-11-30T12:10:00Z".parse().unwrap();
        let attempt = LoginAttempt {
            provider: "lhota".parse().unwrap(),
            browser: TokenDigest::of("browser"),
            onward: None,
            language: Language::Cs,
            max_age: Some(Duration::from_secs(300)),
            level: None,
            pair_account: None,
            seeks: false,
            expires,
        };
        for (now, seconds) in [("12:00:00", 0), ("12:00:20", 20), ("12:09:59", 599), ("12:11:00", 600), ("11:59:00", 0)]
        {
            let now = format!("2026-11-30T{now}Z").parse().unwrap();
            assert_eq!(since_asked(&attempt, now), Duration::from_secs(seconds), "{now}");
        }
    }
}
