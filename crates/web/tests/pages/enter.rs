//! The page on which anybody enters as anybody: in a demonstration alone, and by a link of the usual kind.

use std::sync::Arc;

use axum::Router;
use signet_access::{Actor, Role};
use signet_store::LoginToken;
use signet_web::{DemoEntrance, DemoPerson, TokenMaker, enter_routes};

use crate::{
    browser::Browser,
    stage::{Stage, agent, english, operator_permit},
};

const ENTER: &str = "/en/enter";

/// The stage as a demonstration, with somebody in each role that people sign in to.
async fn demonstration(stage: &Stage) -> (Router, Vec<Actor>) {
    let mut people = vec![stage.holder_actor()];
    for role in Role::of_accounts() {
        people.push(stage.employ(role, &format!("demo-{}", role.code()), "Z-4").await);
    }
    let (issuer, expires) = (stage.issuer.clone(), stage.now() + std::time::Duration::from_secs(600));
    let token: TokenMaker = Arc::new(move |actor, language| {
        let issuer = issuer.clone();
        Box::pin(async move {
            let token = data_encoding::BASE64URL_NOPAD.encode(&issuer.random().bytes::<24>());
            let login = LoginToken { actor, language, expires };
            issuer.put_login_token(&token, &login, operator_permit()).await.ok().map(|()| token)
        })
    });
    let named = |actor: &Actor| DemoPerson { name: format!("Name of {}", actor.account()), actor: actor.clone() };
    let entrance = DemoEntrance { people: people.iter().map(named).collect(), token };
    (stage.router.clone().merge(enter_routes(&stage.state, entrance)), people)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_of_a_demonstration_is_entered_by_one_press() {
    let stage = Stage::open().await;
    let (router, people) = demonstration(&stage).await;
    let page = Browser::new(router.clone()).get(ENTER).await.expect(200);
    for (at, actor) in people.iter().enumerate() {
        assert!(page.has(&format!("Name of {}", actor.account())));
        let mut browser = Browser::new(router.clone());
        let at = at.to_string();
        let sent_on = browser.post(ENTER, &[("person", &at)]).await.expect(307);
        let link = sent_on.header("location").to_owned();
        assert!(link.starts_with("/en/login/"), "{link}");
        browser.post(&link, &[("person", &at)]).await.expect(303);
        let account = browser.get("/en/account").await.expect(200);
        // A holder's account is no word that they would know.
        assert!(actor.role() == Role::Holder || account.has(actor.account().as_str()), "{:?}", actor.role());
        Browser::new(router.clone()).post(&link, &[]).await.expect(410);
    }
    assert!(Browser::new(router).get("/cs/enter").await.expect(200).has("Name of"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_enters_from_another_site_as_nobody_or_outside_a_demonstration() {
    let stage = Stage::open().await;
    let (router, people) = demonstration(&stage).await;
    let mut browser = Browser::new(router.clone());
    let beyond = people.len().to_string();
    for wrong in [beyond.as_str(), "-1", "", "operator"] {
        browser.post(ENTER, &[("person", wrong)]).await.expect(404);
    }
    let mut foreign = Browser::new(router);
    foreign.site = "cross-site";
    let refused = foreign.post(ENTER, &[("person", "0")]).await.expect(403);
    assert!(refused.has(&english().web_error_forged_title()));
    // The site itself has no such page.
    for path in [ENTER, "/cs/enter"] {
        let mut outside = stage.stranger();
        outside.get(path).await.expect(404);
        outside.post(path, &[("person", "0")]).await.expect(404);
    }
    let made = stage.issuer.sessions().sessions(&agent("demo-registrar"), stage.now()).await.unwrap();
    assert!(made.is_empty(), "nobody was let in");
}
