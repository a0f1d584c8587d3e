//! One-time links of staff, beside a login provider.

use signet_access::{Denial, Role, SecurityEventKind};
use signet_lang::{Locale, args};
use signet_record::{Language, Line};
use signet_web::StaffLinks;

use crate::{
    holder::only_credential,
    stage::{Stage, agent, english},
};

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

fn away() -> Line {
    Line::new("Přihlášení <neodpovídá>").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_link_lets_the_custodian_in_and_every_page_says_so() {
    let stage = Stage::open().await;
    let after = stage.restarted(StaffLinks::UntilProvider, vec![stage.university()]);
    let (mut usual, custodian) = (
        stage.staff(Role::SealCustodian, "peceti", "Z-4").await.at(after.clone()),
        stage.employ(Role::SealCustodian, "druhy", "Z-5").await,
    );
    usual.get("/en/staff").await.expect(401);
    let link = stage.login_link(custodian.in_emergency(away())).await;
    let made = stage.events().await.into_iter().find(|event| event.kind == SecurityEventKind::EmergencyLinkMade);
    let made = made.expect("written down");
    assert_eq!((made.account.as_str(), made.object.as_deref(), made.reason), ("operator", Some("druhy"), Some(away())));
    assert_eq!(made.institution.as_ref(), Some(&stage.institution));

    let mut hurried = stage.stranger().at(after);
    let begun = hurried.post(&link, &[]).await.expect(303);
    assert!(begun.header("set-cookie").contains("Max-Age=900"), "a quarter of an hour");
    hurried.post(&link, &[]).await.expect(410);
    for (language, path) in [(Language::En, "/en/staff"), (Language::En, "/en/verify"), (Language::Cs, "/cs/account")] {
        let l = Locale::new(language);
        let until = l.instant("2026-07-01T10:15:00Z".parse().unwrap());
        let banner = l.web_frame_emergency(args::WebFrameEmergency { until, reason: away().as_str() });
        assert!(hurried.get(path).await.expect(200).has(&banner), "{path}");
    }
}

/// Links for an emergency are made for custodians and the operator alone; the table of rights holds for whoever has one.
#[tokio::test(flavor = "multi_thread")]
async fn an_emergency_link_is_never_enough_for_what_takes_two_people() {
    let stage = Stage::with_one_credential().await;
    let id = only_credential(&stage).await;
    let registrar = stage.employ(Role::Registrar, "novakova", "Z-3").await.in_emergency(away());
    let mut registrar = stage.browser_of(registrar).await;
    let refused = english().web_error_denied_emergency();
    registrar.get(&format!("/en/staff/credentials/{id}")).await.expect(200);
    for path in ["/en/staff/results", &format!("/en/staff/credentials/{id}/revoke")] {
        assert!(registrar.get(path).await.expect(403).has(&refused), "{path}");
    }
    let page = registrar.get("/en/staff/credentials").await.expect(200);
    let several = [("token", page.token()), ("credential", id.clone()), ("confirmed", "yes".to_owned())];
    let several: Vec<_> = several.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = registrar.post("/en/staff/revocations", &several).await;
    assert!(answer.status != 303 && answer.has(&refused), "{}", answer.text());
    let denied = stage.events().await.into_iter().filter(|event| event.denial == Some(Denial::Emergency));
    assert!(denied.count() >= 2, "written down");
}
