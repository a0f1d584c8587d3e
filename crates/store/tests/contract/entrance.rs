//! The door: a token opens one session, once and in time.

use signet_access::{Actor, Role};
use signet_record::Language;
use signet_registry::Agent;
use signet_store::{LoginToken, TokenDigest};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, by, found, institution, person};

on_both_engines![
    a_token_opens_one_session,
    of_two_clicks_one_counts,
    sessions_end,
    every_kind_of_actor_comes_back,
    what_is_over_is_swept
];

fn token(actor: Actor) -> LoginToken {
    LoginToken { actor, account: by(), language: Language::Cs, expires: at(100) }
}

fn registrar() -> Actor {
    Actor::within(institution("lhota"), Role::Registrar, None).unwrap()
}

async fn a_token_opens_one_session(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let entrance = opened.store.entrance();
    let (login, cookie) = (TokenDigest::of("login"), TokenDigest::of("cookie"));
    entrance.put_login_token(&login, &token(registrar())).await.unwrap();
    assert!(entrance.redeem(&TokenDigest::of("guess"), &cookie, at(10), at(500)).await.unwrap().is_none());
    assert!(entrance.redeem(&login, &cookie, at(100), at(500)).await.unwrap().is_none(), "expired");
    let session = entrance.redeem(&login, &cookie, at(99), at(500)).await.unwrap().unwrap();
    assert_eq!((&session.actor, &session.account, session.expires), (&registrar(), &by(), at(500)));
    assert_eq!(entrance.session(&cookie, at(499)).await.unwrap(), Some(session));
    assert!(entrance.redeem(&login, &TokenDigest::of("again"), at(99), at(500)).await.unwrap().is_none(), "used");
}

async fn of_two_clicks_one_counts(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let entrance = opened.store.entrance();
    entrance.put_login_token(&TokenDigest::of("login"), &token(registrar())).await.unwrap();
    let mut clicks = Vec::new();
    for n in 0..6 {
        let entrance = opened.again().await.entrance();
        clicks.push(tokio::spawn(async move {
            let cookie = TokenDigest::of(&format!("cookie {n}"));
            entrance.redeem(&TokenDigest::of("login"), &cookie, at(10), at(500)).await.unwrap().is_some()
        }));
    }
    let mut opened_sessions = 0;
    for click in clicks {
        opened_sessions += u32::from(click.await.unwrap());
    }
    assert_eq!(opened_sessions, 1);
}

async fn sessions_end(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let (entrance, cookie) = (opened.store.entrance(), TokenDigest::of("cookie"));
    entrance.put_login_token(&TokenDigest::of("login"), &token(registrar())).await.unwrap();
    entrance.redeem(&TokenDigest::of("login"), &cookie, at(10), at(500)).await.unwrap();
    entrance.set_language(&cookie, Language::En).await.unwrap();
    assert_eq!(entrance.session(&cookie, at(20)).await.unwrap().unwrap().language, Language::En);
    assert!(entrance.session(&cookie, at(500)).await.unwrap().is_none(), "over");
    entrance.close_session(&cookie).await.unwrap();
    assert!(entrance.session(&cookie, at(20)).await.unwrap().is_none(), "closed");
}

async fn every_kind_of_actor_comes_back(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let entrance = opened.store.entrance();
    let mut actors = vec![Actor::operator(), Actor::holder(institution("lhota"), person("p1"))];
    for role in Role::ALL.into_iter().filter(|role| role.is_institutional()) {
        actors.push(Actor::within(institution("lhota"), role, Some(person("p2"))).unwrap());
    }
    for (n, actor) in actors.into_iter().enumerate() {
        let (login, cookie) = (TokenDigest::of(&format!("login {n}")), TokenDigest::of(&format!("cookie {n}")));
        let account = Agent::new(actor.role().code()).unwrap();
        entrance.put_login_token(&login, &LoginToken { account, ..token(actor.clone()) }).await.unwrap();
        entrance.redeem(&login, &cookie, at(1), at(500)).await.unwrap();
        assert_eq!(entrance.session(&cookie, at(2)).await.unwrap().unwrap().actor, actor);
    }
    // Strangers have no session, and an institution must be founded to be logged into.
    let stranger = LoginToken { actor: Actor::stranger(), ..token(registrar()) };
    entrance.put_login_token(&TokenDigest::of("stranger"), &stranger).await.unwrap();
    assert!(entrance.redeem(&TokenDigest::of("stranger"), &TokenDigest::of("x"), at(1), at(500)).await.is_err());
    let nowhere = Actor::within(institution("nikde"), Role::Registrar, None).unwrap();
    assert!(entrance.put_login_token(&TokenDigest::of("nowhere"), &token(nowhere)).await.is_err());
}

async fn what_is_over_is_swept(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let entrance = opened.store.entrance();
    for name in ["used", "expired"] {
        entrance.put_login_token(&TokenDigest::of(name), &token(registrar())).await.unwrap();
    }
    entrance.redeem(&TokenDigest::of("used"), &TokenDigest::of("cookie"), at(10), at(500)).await.unwrap();
    let operator = opened.store.operator();
    let early = operator.sweep(at(50)).await.unwrap();
    assert_eq!((early.login_tokens, early.sessions), (1, 0));
    let late = operator.sweep(at(500)).await.unwrap();
    assert_eq!((late.login_tokens, late.sessions), (1, 1));
}
