//! Roles that an institution gives: who has which, until when, and what became of each.

use signet_access::{Actor, AssuranceLevel, ClaimedPlace, Role};
use signet_registry::Agent;
use signet_store::{
    Account, AccountState, GrantEvent, GrantEventKind, LogFinding, Lost, SessionIdentity, Sessions, Tenant,
};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, institution, person};
use crate::fsck::intruder;
use crate::sessions::{agent, employ, ended, given, registrar, sessions};

on_both_engines![
    each_role_that_was_given_or_ended_is_written_down,
    the_history_of_roles_is_held_against_the_log,
    roles_are_listed_page_by_page,
    a_role_given_to_a_person_is_theirs_under_whatever_account_they_sign_in
];

fn within(account: &str, role: Role, who: &str) -> Actor {
    Actor::within(agent(account), institution("lhota"), role, Some(person(who))).unwrap()
}

async fn each_role_that_was_given_or_ended_is_written_down(opened: &Opened) {
    found(&opened.store, "lhota").await;
    found(&opened.store, "jinde").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    let abroad = Actor::within(agent("jina"), institution("jinde"), Role::Auditor, None).unwrap();
    employ(&sessions, &abroad).await;
    employ(&sessions, &Actor::operator(agent("operator"))).await;
    let substitute = GrantEvent {
        kind: GrantEventKind::Substituted,
        ends: Some(at(90)),
        reason: "dovolená kolegyně".into(),
        ..given(&within("novakova", Role::QualityOffice, "z1"))
    };
    sessions.grant_role(&substitute, &[]).await.unwrap();
    assert!(sessions.end_role(&ended(&registrar())).await.unwrap());
    assert!(!sessions.end_role(&ended(&registrar())).await.unwrap(), "once");

    let events = sessions.grant_events(&institution("lhota"), None, 10).await.unwrap();
    let told: Vec<(u64, GrantEvent)> = events.into_iter().map(|one| (one.sequence, one.event)).collect();
    assert_eq!(told, [(3, ended(&registrar())), (2, substitute), (1, given(&registrar()))]);
    let before = sessions.grant_events(&institution("lhota"), Some(3), 1).await.unwrap();
    assert_eq!(before.iter().map(|one| one.sequence).collect::<Vec<_>>(), [2]);
    assert_eq!(sessions.grant_events(&institution("jinde"), None, 10).await.unwrap().len(), 1);
}

async fn findings(tenant: &Tenant) -> Vec<LogFinding> {
    tenant.audit_log(&[]).await.unwrap().findings
}

async fn the_history_of_roles_is_held_against_the_log(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    employ(&sessions, &registrar()).await;
    employ(&sessions, &within("svoboda", Role::Guarantor, "z2")).await;
    employ(&sessions, &Actor::operator(agent("operator"))).await;
    assert_eq!(findings(&tenant).await, []);
    assert_eq!(opened.store.seal_audit().audit_log(&[]).await.unwrap().findings, []);

    let altered = "UPDATE grant_event SET role = 'auditor' WHERE institution = 'lhota' AND sequence = 1";
    let removed = "DELETE FROM grant_event WHERE institution = 'lhota' AND sequence = 2";
    intruder(opened, &[(altered, 1), (removed, 1)]).await;
    let state = |sequence, state| LogFinding::Grant { sequence, state };
    assert_eq!(findings(&tenant).await, [state(1, Lost::Altered), state(2, Lost::Removed)]);
    let put =
        "INSERT INTO grant_event SELECT institution, sequence + 1, happened, kind, account, role, scope, person, ends,
        by_account, by_role, reason FROM grant_event WHERE institution = ''";
    intruder(opened, &[(put, 1)]).await;
    let service = opened.store.seal_audit().audit_log(&[]).await.unwrap().findings;
    assert_eq!(service, [LogFinding::Grants { logged: 1, kept: 2 }]);
}

async fn roles_are_listed_page_by_page(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    for (account, role, who) in [
        ("b", Role::Registrar, "z2"),
        ("a", Role::Registrar, "z1"),
        ("c", Role::Auditor, "z3"),
        ("a", Role::Auditor, "z1"),
    ] {
        employ(&sessions, &within(account, role, who)).await;
    }
    let abroad = Actor::within(agent("jina"), institution("jinde"), Role::Auditor, Some(person("z1"))).unwrap();
    found(&opened.store, "jinde").await;
    employ(&sessions, &abroad).await;
    let (mut told, mut after) = (Vec::new(), None);
    loop {
        let page = sessions.roles_in(&institution("lhota"), after.as_ref(), 3).await.unwrap();
        told.extend(page.rows.iter().map(|one| format!("{} {}", one.grant.role.code(), one.account)));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(told, ["auditor a", "auditor c", "registrar a", "registrar b"]);
    let of_person = sessions.roles_of_person(&institution("lhota"), &person("z1")).await.unwrap();
    assert_eq!(of_person.iter().map(|one| one.grant.role).collect::<Vec<_>>(), [Role::Auditor, Role::Registrar]);
}

fn identity(who: Option<&str>) -> SessionIdentity {
    let place = ClaimedPlace { institution: institution("lhota"), person: who.map(person), roles: [].into() };
    SessionIdentity {
        provider: "lhota".parse().unwrap(),
        sid: None,
        level: AssuranceLevel::Multi,
        authenticated: at(0),
        place: Some(place),
    }
}

async fn acts_as(sessions: &Sessions, account: &Agent, who: Option<&str>, second: i64) -> Vec<Role> {
    let actors = sessions.actors(account, &identity(who), at(second)).await.unwrap();
    actors.iter().map(Actor::role).collect()
}

async fn a_role_given_to_a_person_is_theirs_under_whatever_account_they_sign_in(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    let given_to = within("person:z1", Role::Registrar, "z1");
    employ(&sessions, &given_to).await;
    sessions.grant_role(&GrantEvent { ends: Some(at(50)), ..given(&given_to) }, &[]).await.unwrap();
    let own = agent("lhota:1");
    assert_eq!(acts_as(&sessions, &own, Some("z1"), 10).await, [Role::Registrar]);
    assert!(acts_as(&sessions, &own, Some("z2"), 10).await.is_empty(), "somebody else");
    assert!(acts_as(&sessions, &own, None, 10).await.is_empty(), "nobody says who it is");
    assert!(acts_as(&sessions, &own, Some("z1"), 50).await.is_empty(), "it has ended by itself");

    // The account that it was given under is blocked, let go on, and then the role is ended.
    let account = sessions.account(given_to.account()).await.unwrap().unwrap();
    sessions.put_account(&Account { state: AccountState::Blocked, ..account.clone() }).await.unwrap();
    assert!(acts_as(&sessions, &own, Some("z1"), 10).await.is_empty(), "blocked");
    sessions.put_account(&account).await.unwrap();
    assert_eq!(acts_as(&sessions, &own, Some("z1"), 10).await, [Role::Registrar]);
    sessions.end_role(&ended(&given_to)).await.unwrap();
    assert!(acts_as(&sessions, &own, Some("z1"), 10).await.is_empty());
}
