//! One-time links of staff, beside a login provider.

use signet_access::{Role, SecurityEventKind};
use signet_web::StaffLinks;

use crate::stage::{Stage, agent, english};

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_a_link_began_ends_once_a_login_provider_is_set() {
    let stage = Stage::open().await;
    let l = english();
    let (mut registrar, holder) = (stage.registrar().await, stage.holder().await);
    let actor = stage.employ(Role::Registrar, "novakova", "Z-3").await;
    let unused = stage.login_link(actor).await;
    registrar.get("/en/staff").await.expect(200);

    let after = stage.restarted(StaffLinks::UntilProvider, vec![stage.university()]);
    let mut registrar = registrar.at(after.clone());
    let told = registrar.get("/en/staff").await.expect(401);
    assert!(told.has(&l.web_sign_in_link_ended()) && told.text().contains("href=\"/en/login?to="));
    for _ in 0..2 {
        let choice = registrar.get("/en/login").await.expect(200);
        assert!(choice.has(&l.web_sign_in_link_ended()) && choice.has("Sample University"));
    }
    assert!(stage.issuer.sessions().sessions(&agent("dvorakova"), stage.now()).await.unwrap().is_empty(), "it is gone");
    let ended = stage.events().await.into_iter().filter(|event| event.kind == SecurityEventKind::SessionEnded);
    assert_eq!(ended.map(|event| event.account).collect::<Vec<_>>(), [agent("dvorakova")], "written down once");

    let mut late = stage.stranger().at(after.clone());
    assert!(!late.get("/en/login").await.expect(200).has(&l.web_sign_in_link_ended()), "said to nobody else");
    let refused = late.post(&unused, &[]).await.expect(410);
    assert!(refused.has(&l.web_sign_in_link_ended()), "a link that was made before");
    late.get("/en/staff").await.expect(401);
    holder.at(after).get("/en/holder").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_demonstration_anybody_goes_on_entering_as_anybody() {
    let stage = Stage::open().await;
    let after = stage.restarted(StaffLinks::Always, vec![stage.university()]);
    stage.registrar().await.at(after).get("/en/staff").await.expect(200);
}
