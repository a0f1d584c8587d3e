//! Who sends a request: by the session of their cookie, where it still lets anybody in.

use axum::http::HeaderMap;
use signet_access::{Actor, Assurance, Role, SecurityEvent, SecurityEventKind, session_idle};
use signet_lang::Locale;
use signet_record::Timestamp;
use signet_store::{Session, SessionsError, TokenDigest};

use crate::{
    area::{RoleRow, staff_sections},
    csrf,
    frame::{Area, Person, SessionTimes},
    role_words::role_of,
    session_cookie::{LINK_ENDED, cookie, cookie_name},
    site::AppState,
};

/// Who is signed in.
#[derive(Clone)]
pub struct SignedIn {
    /// Their session.
    pub session: Session,
    /// How the page names them.
    pub person: Person,
    /// The token of their forms.
    pub token: String,
    /// How long they stay signed in.
    pub times: SessionTimes,
}

/// Who sent a request.
pub enum Visitor {
    /// Nobody who is signed in.
    Nobody,
    /// Whoever is signed in.
    SignedIn(Box<SignedIn>),
    /// Whoever was, by a link that lets in no longer; until now, or since an earlier request.
    LinkEnded {
        /// With this request.
        now: bool,
    },
}

/// Finds out who sent a request.
pub async fn visitor(site: &AppState, headers: &HeaderMap, l: Locale) -> Visitor {
    let Some(secret) = cookie(headers, cookie_name(site.secure())) else { return Visitor::Nobody };
    if secret == LINK_ENDED {
        return Visitor::LinkEnded { now: false };
    }
    let session = match site.issuer.sessions().session(&TokenDigest::of(&secret), site.now()).await {
        Ok(Some(session)) => session,
        Ok(None) => return Visitor::Nobody,
        Err(error) => {
            note_no_entrance(site, &error).await;
            return Visitor::Nobody;
        }
    };
    match &session.identity {
        // Whom a provider let in that is not in the settings any more is signed in no longer.
        Some(identity) if site.login_option(identity.provider.as_str()).is_none() => Visitor::Nobody,
        None if site.refuses_link_of(&session.actor) => {
            end(site, &session).await;
            Visitor::LinkEnded { now: true }
        }
        _ => Visitor::SignedIn(Box::new(signed_in(site, session, &secret, l).await)),
    }
}

/// Ends a session that a link began. What cannot be ended in the register lets nobody in either.
async fn end(site: &AppState, session: &Session) {
    if let Err(error) = site.issuer.sessions().end_session(session.actor.account(), &session.id).await {
        tracing::error!(%error, "a session could not be ended");
    }
    note(site, SecurityEvent::of(SecurityEventKind::SessionEnded, &session.actor)).await;
}

async fn signed_in(site: &AppState, session: Session, secret: &str, l: Locale) -> SignedIn {
    let session = recognised(session, site.now());
    let role = session.actor.role();
    let name = name(site, &session.actor).await.unwrap_or_else(|| session.actor.account().to_string());
    let row = RoleRow::of(role);
    let sections = if row.home == Area::Staff { staff_sections(role, l) } else { Vec::new() };
    let person = Person { name, role: role_of(&session.actor, l), home: row.home, sections };
    let left = session.expires.as_second().saturating_sub(site.now().as_second());
    let times = SessionTimes { idle: session_idle(role).as_secs(), left: u64::try_from(left).unwrap_or(0) };
    SignedIn { session, person, token: csrf::token(secret), times }
}

/// The session, its rights decided by how a provider recognised whoever is signed in.
fn recognised(session: Session, now: Timestamp) -> Session {
    let Some(identity) = &session.identity else { return session };
    let assurance = Assurance::of(identity.level, identity.authenticated, now);
    Session { actor: session.actor.clone().recognised(assurance), ..session }
}

/// A row that the service did not write opens nothing, and is written down.
async fn note_no_entrance(site: &AppState, error: &SessionsError) {
    tracing::error!(%error, "a session could not be read");
    if let SessionsError::Forged { table } = error {
        note(site, SecurityEvent::by_anyone(SecurityEventKind::RowForged).about(table)).await;
    }
}

/// Writes a security event down; what cannot be written does not keep a page from being refused.
pub async fn note(site: &AppState, event: SecurityEvent) {
    if let Err(error) = site.issuer.record_security_event(&event).await {
        tracing::error!(%error, "a security event could not be written down");
    }
}

/// A holder by the name in the records, staff by the name of the account.
async fn name(site: &AppState, actor: &Actor) -> Option<String> {
    if actor.role() == Role::Holder {
        let tenant = site.store().tenant(actor.institution()?);
        return Some(tenant.person(actor.person()?).await.ok()??.full_name());
    }
    Some(site.issuer.sessions().account(actor.account()).await.ok()??.name)
}
