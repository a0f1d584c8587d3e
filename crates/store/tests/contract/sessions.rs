//! The door: a token opens one session, once and in time; a session lasts as long as it may, and no longer than its account's role.

use std::time::Duration;

use signet_access::{Actor, Role, session_idle, session_longest};
use signet_record::{Language, Line, Timestamp};
use signet_registry::Agent;
use signet_store::{
    Account, AccountState, GrantEvent, GrantEventKind, LoginToken, RowKey, SessionId, Sessions, SessionsError, Store,
    TokenDigest,
};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, institution, person};
use crate::fsck::intruder;

on_both_engines![
    a_token_opens_one_session,
    of_two_clicks_one_counts,
    an_emergency_lasts_a_quarter_of_an_hour_and_says_why,
    li14_sessions_end_at_their_very_second,
    one_s_own_sessions_are_listed_and_ended,
    a_session_ends_with_its_account_s_role,
    every_kind_of_actor_comes_back,
    what_is_over_is_swept
];

pub fn agent(account: &str) -> Agent {
    Agent::new(account).unwrap()
}

pub fn sessions(store: &Store) -> Sessions {
    store.sessions(RowKey::new(&[7; 32]))
}

pub fn session_id(n: u8) -> SessionId {
    SessionId::from_random([n; 16])
}

pub fn token(actor: Actor) -> LoginToken {
    LoginToken { actor, language: Language::Cs, expires: at(100) }
}

pub fn registrar() -> Actor {
    Actor::within(agent("novakova"), institution("lhota"), Role::Registrar, Some(person("z1"))).unwrap()
}

pub fn holder() -> Actor {
    Actor::holder(agent("holder:1"), institution("lhota"), person("p1"))
}

/// Makes the account of an actor, with just the role that it acts in.
pub async fn employ(sessions: &Sessions, actor: &Actor) {
    let (id, name) = (actor.account().clone(), String::from("Marie Nováková"));
    let account = Account { id, name, state: AccountState::Active, created: at(0), changed: at(0) };
    sessions.put_account(&account).await.unwrap();
    sessions.grant_role(&given(actor), &[]).await.unwrap();
}

/// That an actor was given the role in which it acts.
pub fn given(actor: &Actor) -> GrantEvent {
    GrantEvent {
        at: at(0),
        kind: GrantEventKind::Granted,
        account: actor.account().clone(),
        role: actor.role(),
        institution: actor.institution().cloned(),
        scope: actor.scope().clone(),
        person: actor.person().cloned(),
        ends: None,
        by: agent("operator"),
        by_role: Role::Operator,
        reason: String::new(),
    }
}

/// That the role in which an actor acts was ended.
pub fn ended(actor: &Actor) -> GrantEvent {
    GrantEvent { at: at(5), kind: GrantEventKind::Ended, reason: "odchod".into(), ..given(actor) }
}

/// A session for an actor from the tenth second on, under this cookie.
pub async fn sign_in(sessions: &Sessions, actor: &Actor, cookie: &str, n: u8) {
    let login = TokenDigest::of(&format!("login {cookie}"));
    sessions.put_login_token(&login, &token(actor.clone())).await.unwrap();
    let opened = sessions.redeem(&login, &TokenDigest::of(cookie), session_id(n), at(10)).await.unwrap();
    assert_eq!(opened.map(|session| session.actor).as_ref(), Some(actor));
}

fn later(from: Timestamp, by: Duration) -> Timestamp {
    from.saturating_add(by).unwrap()
}

async fn a_token_opens_one_session(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    let (login, cookie) = (TokenDigest::of("login"), TokenDigest::of("cookie"));
    sessions.put_login_token(&login, &token(registrar())).await.unwrap();
    assert!(sessions.redeem(&TokenDigest::of("guess"), &cookie, session_id(1), at(10)).await.unwrap().is_none());
    let session = sessions.redeem(&login, &cookie, session_id(1), at(99)).await.unwrap().unwrap();
    assert_eq!((&session.actor, &session.id), (&registrar(), &session_id(1)));
    assert_eq!(session.expires, later(at(99), session_longest(&registrar())));
    assert_eq!(sessions.session(&cookie, at(120)).await.unwrap(), Some(session));
    let again = sessions.redeem(&login, &TokenDigest::of("again"), session_id(2), at(99)).await.unwrap();
    assert!(again.is_none(), "used");
    sessions.put_login_token(&login, &token(registrar())).await.unwrap();
    assert!(sessions.redeem(&login, &cookie, session_id(3), at(100)).await.unwrap().is_none(), "expired");
}

async fn an_emergency_lasts_a_quarter_of_an_hour_and_says_why(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    let custodian =
        Actor::within(agent("peceti"), institution("lhota"), Role::SealCustodian, Some(person("p2"))).unwrap();
    employ(&sessions, &custodian).await;
    let hurried = custodian.in_emergency(Line::new("Přihlášení neodpovídá").unwrap());
    let (login, cookie) = (TokenDigest::of("login"), TokenDigest::of("cookie"));
    sessions.put_emergency_token(&login, &token(hurried.clone()), &[]).await.unwrap();
    let session = sessions.redeem(&login, &cookie, session_id(1), at(10)).await.unwrap().unwrap();
    assert_eq!((&session.actor, session.expires), (&hurried, at(10 + 15 * 60)));
    assert_eq!(sessions.redeem(&login, &cookie, session_id(2), at(11)).await.unwrap(), None, "used once");
    assert_eq!(sessions.session(&cookie, at(10 + 15 * 60 - 1)).await.unwrap().unwrap().actor, hurried);
    assert_eq!(sessions.session(&cookie, at(10 + 15 * 60)).await.unwrap(), None);
    // Nobody makes a usual session of it.
    intruder(opened, &[("UPDATE session SET emergency = NULL", 1)]).await;
    let asked = sessions.session(&cookie, at(20)).await;
    assert!(matches!(asked, Err(SessionsError::Forged { table: "session" })), "{asked:?}");
}

async fn of_two_clicks_one_counts(opened: &Opened) {
    found(&opened.store, "lhota").await;
    sessions(&opened.store).put_login_token(&TokenDigest::of("login"), &token(holder())).await.unwrap();
    let mut clicks = Vec::new();
    for n in 0..6 {
        let sessions = sessions(&opened.again().await);
        clicks.push(tokio::spawn(async move {
            let cookie = TokenDigest::of(&format!("cookie {n}"));
            let clicked = sessions.redeem(&TokenDigest::of("login"), &cookie, session_id(n), at(10)).await;
            clicked.unwrap().is_some()
        }));
    }
    let mut opened_sessions = 0;
    for click in clicks {
        opened_sessions += u32::from(click.await.unwrap());
    }
    assert_eq!(opened_sessions, 1);
}

async fn li14_sessions_end_at_their_very_second(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    for (n, actor) in [(1, registrar()), (2, holder())] {
        let name = format!("cookie {n}");
        sign_in(&sessions, &actor, &name, n).await;
        let cookie = TokenDigest::of(&name);
        let second = Duration::from_secs(1);
        let idle = session_idle(actor.role());
        let last = later(at(10), idle - second);
        let seen = sessions.session(&cookie, last).await.unwrap().expect("still in time");
        assert_eq!(seen.seen, last);
        assert!(sessions.session(&cookie, later(last, idle)).await.unwrap().is_none(), "idle for too long");
        // Whoever goes on working is let on until the end, and not beyond.
        let end = later(at(10), session_longest(&actor));
        let mut now = last;
        while let Some(next) = Some(later(now, idle / 2)).filter(|next| *next < end) {
            assert!(sessions.session(&cookie, next).await.unwrap().is_some(), "{next}");
            now = next;
        }
        assert!(sessions.session(&cookie, later(end, Duration::ZERO)).await.unwrap().is_none(), "its end");
    }
}

async fn one_s_own_sessions_are_listed_and_ended(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    for n in 1..=3 {
        sign_in(&sessions, &registrar(), &format!("cookie {n}"), n).await;
    }
    sign_in(&sessions, &holder(), "other", 9).await;
    let account = agent("novakova");
    assert_eq!(sessions.sessions(&account, at(20)).await.unwrap().len(), 3);
    assert!(!sessions.end_session(&account, &session_id(9)).await.unwrap(), "somebody else's");
    assert!(sessions.end_session(&account, &session_id(1)).await.unwrap());
    assert!(sessions.session(&TokenDigest::of("cookie 1"), at(20)).await.unwrap().is_none());
    assert_eq!(sessions.end_other_sessions(&account, &session_id(3)).await.unwrap(), 1);
    let left = sessions.sessions(&account, at(20)).await.unwrap();
    assert_eq!(left.into_iter().map(|session| session.id).collect::<Vec<_>>(), [session_id(3)]);
    assert!(sessions.session(&TokenDigest::of("other"), at(20)).await.unwrap().is_some());
    let idle = later(at(10), session_idle(Role::Registrar));
    assert!(sessions.sessions(&account, idle).await.unwrap().is_empty(), "what is over is not listed");
}

async fn a_session_ends_with_its_account_s_role(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    let (account, cookie) = (agent("novakova"), TokenDigest::of("cookie"));
    let signed_in = async || sessions.session(&cookie, at(20)).await.unwrap().is_some();
    let again = async |n| {
        employ(&sessions, &registrar()).await;
        sign_in(&sessions, &registrar(), "cookie", n).await;
        assert!(signed_in().await);
    };

    again(1).await;
    assert!(sessions.end_role(&ended(&registrar())).await.unwrap());
    assert!(!signed_in().await, "the role was taken away");

    again(2).await;
    employ(&sessions, &Actor::within(account.clone(), institution("lhota"), Role::Guarantor, None).unwrap()).await;
    assert!(!signed_in().await, "another role was given");

    again(3).await;
    let login = TokenDigest::of("unused");
    sessions.put_login_token(&login, &token(registrar())).await.unwrap();
    let known = sessions.account(&account).await.unwrap().unwrap();
    sessions.put_account(&Account { state: AccountState::Blocked, ..known.clone() }).await.unwrap();
    assert!(!signed_in().await, "the account was blocked");
    assert!(sessions.redeem(&login, &cookie, session_id(4), at(20)).await.unwrap().is_none(), "its links too");
    sessions.put_login_token(&login, &token(registrar())).await.unwrap();
    assert!(sessions.redeem(&login, &cookie, session_id(5), at(20)).await.unwrap().is_none(), "and new ones");
    sessions.put_account(&Account { state: AccountState::Active, ..known }).await.unwrap();

    again(6).await;
    let ending = GrantEvent { ends: Some(at(30)), ..given(&registrar()) };
    sessions.grant_role(&ending, &[]).await.unwrap();
    sign_in(&sessions, &registrar(), "cookie", 7).await;
    assert!(sessions.session(&cookie, at(29)).await.unwrap().is_some());
    assert!(sessions.session(&cookie, at(30)).await.unwrap().is_none(), "the role has ended by itself");
}

async fn every_kind_of_actor_comes_back(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    let mut actors = vec![Actor::operator(agent("operator-1")), holder()];
    for role in Role::ALL.into_iter().filter(|role| role.is_institutional() && *role != Role::Holder) {
        actors.push(Actor::within(agent(role.code()), institution("lhota"), role, Some(person("p2"))).unwrap());
    }
    for (n, actor) in (0..).zip(actors) {
        if actor.role().is_staff() {
            employ(&sessions, &actor).await;
        }
        let cookie = format!("cookie {n}");
        sign_in(&sessions, &actor, &cookie, n).await;
        assert_eq!(sessions.session(&TokenDigest::of(&cookie), at(12)).await.unwrap().unwrap().actor, actor);
    }
    // Staff without an account are let in by nothing, strangers have no session, and an institution must be founded.
    let unknown = Actor::within(agent("nikdo"), institution("lhota"), Role::Registrar, Some(person("z9"))).unwrap();
    sessions.put_login_token(&TokenDigest::of("unknown"), &token(unknown)).await.unwrap();
    let redeemed = sessions.redeem(&TokenDigest::of("unknown"), &TokenDigest::of("x"), session_id(90), at(1)).await;
    assert!(redeemed.unwrap().is_none());
    sessions.put_login_token(&TokenDigest::of("stranger"), &token(Actor::stranger())).await.unwrap();
    let redeemed = sessions.redeem(&TokenDigest::of("stranger"), &TokenDigest::of("x"), session_id(91), at(1)).await;
    assert!(redeemed.is_err());
    let nowhere = Actor::within(agent("a"), institution("nikde"), Role::Registrar, None).unwrap();
    assert!(sessions.put_login_token(&TokenDigest::of("nowhere"), &token(nowhere)).await.is_err());
}

async fn what_is_over_is_swept(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    sessions.put_login_token(&TokenDigest::of("unused"), &token(holder())).await.unwrap();
    sign_in(&sessions, &holder(), "cookie", 1).await;
    let operator = opened.store.operator();
    let early = operator.sweep(at(50)).await.unwrap();
    assert_eq!((early.login_tokens, early.sessions), (0, 0));
    let late = operator.sweep(later(at(10), session_idle(Role::Holder))).await.unwrap();
    assert_eq!((late.login_tokens, late.sessions), (1, 1));
}
