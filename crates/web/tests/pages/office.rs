//! The office of an institution: roles are given for a time, never to oneself, and end at once or by themselves.

use signet_access::{Actor, AssuranceLevel, ClaimedPlace, Role, SecurityEventKind};
use signet_store::{GrantEventKind, SessionIdentity};

use crate::{
    browser::{Answer, Browser},
    stage::{Stage, agent, english},
};

const NEW: &str = "/en/staff/roles/new";

async fn admin(stage: &Stage) -> Browser {
    stage.staff(Role::InstitutionAdmin, "spravcova", "Z-9").await
}

/// What the form sends for a colleague with this number, in this role, until this day.
fn grant<'f>(token: &'f str, person: &'f str, role: &'f str, term: &'f str, until: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("token", token),
        ("person", person),
        ("name", "Petr Nový"),
        ("role", role),
        ("reach", "whole"),
        ("term", term),
        ("until", until),
        ("reason", "nastoupil na oddělení"),
    ]
}

async fn token(browser: &mut Browser) -> String {
    browser.get(NEW).await.expect(200).token()
}

/// Gives a role for good, through both pages.
pub async fn give(browser: &mut Browser, person: &str, role: &str, term: &str, until: &str) -> Answer {
    let token = token(browser).await;
    let mut form = grant(&token, person, role, term, until);
    let check = browser.post(NEW, &form).await.expect(200);
    assert!(check.has(&english().web_staff_roles_sure()));
    form.push(("confirmed", "yes"));
    browser.post(NEW, &form).await
}

/// What somebody may act as whom the institution's provider calls so.
async fn acts_as(stage: &Stage, person: &str) -> Vec<Role> {
    let place = ClaimedPlace {
        institution: stage.institution.clone(),
        person: Some(person.parse().unwrap()),
        roles: [].into(),
    };
    let identity = SessionIdentity {
        provider: "lhota".parse().unwrap(),
        sid: None,
        level: AssuranceLevel::Multi,
        authenticated: stage.now(),
        place: Some(place),
    };
    let actors = stage.issuer.sessions().actors(&agent("lhota:1"), &identity, stage.now()).await.unwrap();
    actors.iter().map(Actor::role).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_is_given_a_role_with_an_end_and_all_of_it_is_written_down() {
    let stage = Stage::open().await;
    let l = english();
    let mut admin = admin(&stage).await;
    give(&mut admin, "Z-5", "quality-office", "regular", "2027-06-30").await.expect(303);
    assert_eq!(acts_as(&stage, "Z-5").await, [Role::QualityOffice]);
    let page = admin.get("/en/staff/roles?done=granted").await.expect(200);
    assert!(page.has(&l.web_staff_roles_granted()) && page.has("Petr Nový") && page.has("30\u{a0}June\u{a0}2027"));
    assert!(page.has("nastoupil na oddělení"));

    let sessions = stage.issuer.sessions();
    let event = sessions.grant_events(&stage.institution, None, 1).await.unwrap().remove(0).event;
    assert_eq!((event.kind, event.by_role), (GrantEventKind::Granted, Role::InstitutionAdmin));
    assert_eq!((event.by, event.reason.as_str()), (agent("spravcova"), "nastoupil na oddělení"));
    assert_eq!(stage.tenant().audit_log(&[]).await.unwrap().findings, []);
    // The clock of the stage stands: events have no order there.
    let mut granted = stage.events().await.into_iter().filter(|event| event.kind == SecurityEventKind::RoleGranted);
    assert!(granted.any(|event| event.account == agent("spravcova")));

    // The same person again, in another role: under the same account.
    give(&mut admin, "Z-5", "registrar", "substitute", "2026-09-29").await.expect(303);
    let person = "Z-5".parse().unwrap();
    let accounts = sessions.roles_of_person(&stage.institution, &person).await.unwrap();
    assert_eq!(accounts.len(), 2);
    assert_eq!(accounts[0].account, accounts[1].account);
}

#[tokio::test(flavor = "multi_thread")]
async fn st13_an_ended_role_loses_its_rights_with_the_next_request() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    registrar.get("/en/staff/credentials").await.expect(200);
    let mut admin = admin(&stage).await;
    let end = "/en/staff/roles/dvorakova/registrar/end";
    let token = admin.get(end).await.expect(200).token();
    admin.post(end, &[("token", &token)]).await.expect(422);
    registrar.get("/en/staff/credentials").await.expect(200);
    admin.post(end, &[("token", &token), ("reason", "odešla")]).await.expect(303);
    registrar.get("/en/staff/credentials").await.expect(401);
    admin.get(end).await.expect(404);
    let page = admin.get("/en/staff/roles?done=ended").await.expect(200);
    assert!(page.has(&english().web_staff_roles_ended()) && page.has("odešla"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_or_ends_a_role_of_their_own() {
    let stage = Stage::open().await;
    let l = english();
    let mut admin = admin(&stage).await;
    let token = token(&mut admin).await;
    let refused = admin.post(NEW, &grant(&token, "Z-9", "registrar", "regular", "2026-12-31")).await.expect(422);
    assert!(refused.has(&l.web_staff_roles_problem_own()));
    assert!(!admin.get("/en/staff/roles").await.expect(200).text().contains("/spravcova/"), "it is not even offered");
    let own = "/en/staff/roles/spravcova/institution-admin/end";
    assert!(admin.get(own).await.expect(403).has(&l.web_error_denied_own_role()));
    admin.post(own, &[("token", &token), ("reason", "x")]).await.expect(403);
    // The same person under another account.
    stage.employ(Role::Registrar, "druhy-ucet", "Z-9").await;
    admin.get("/en/staff/roles/druhy-ucet/registrar/end").await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_role_stands_at_its_field() {
    let stage = Stage::open().await;
    let l = english();
    let mut admin = admin(&stage).await;
    let token = token(&mut admin).await;
    let empty = admin.post(NEW, &[("token", &token)]).await.expect(422);
    for field in ["person", "name", "role", "term", "until", "reason"] {
        assert!(empty.text().contains(&format!("href=\"#{field}\"")), "{field}");
    }
    let substitute = l.web_staff_roles_problem_substitute(90_u32);
    for (role, term, until, problem) in [
        ("registrar", "regular", "2027-07-04", l.web_staff_roles_problem_year()),
        ("registrar", "substitute", "2026-09-30", substitute),
        ("registrar", "regular", "2026-06-30", l.web_staff_roles_problem_past()),
        ("operator", "regular", "2026-12-31", l.web_staff_roles_problem_role()),
        ("system-client", "regular", "2026-12-31", l.web_staff_roles_problem_role()),
    ] {
        let refused = admin.post(NEW, &grant(&token, "Z-5", role, term, until)).await.expect(422);
        assert!(refused.has(&problem), "{role} {term} {until}");
    }
    assert!(acts_as(&stage, "Z-5").await.is_empty());
}
