//! People who ask whether the records are about them (LI6): what a request keeps, and what a decision links.

use signet_access::{Actor, AssuranceLevel};
use signet_record::{Date, Language, Line};
use signet_store::{
    NamedPerson, NewSession, PERSON_CLAIM_DAYS, PersonClaim, PersonClaimDecision, PersonClaimId, PersonClaimState,
    SessionId, SessionIdentity, Sessions, SessionsError, SweepTerms, TokenDigest,
};
use sqlx::AssertSqlSafe;

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, holder as record, institution, keep, person};
use crate::identities::{account_of, nameless, provider};
use crate::schema::pool;
use crate::sessions::{agent, sessions};

on_both_engines![
    li6_a_request_is_decided_once_and_links_whom_it_names,
    li6_a_link_is_taken_back_once_and_ends_the_sessions,
    li6_nobody_becomes_two_people_of_one_institution,
    li6_a_request_of_another_institution_is_not_there,
    li6_what_was_written_in_links_nobody,
    people_are_found_by_their_day_of_birth,
];

fn claim(sessions: &Sessions, n: u8, subject: &str) -> PersonClaim {
    PersonClaim {
        id: PersonClaimId::from_random([n; 16]),
        named: NamedPerson {
            provider: provider("stat"),
            subject: sessions.named_subject(&provider("stat"), subject),
            level: AssuranceLevel::Multi,
            given_name: Line::new("Jana").unwrap(),
            family_name: Line::new("Nováková").unwrap(),
            born: Date::constant(2000, 2, 29),
        },
        credential: None,
        asked: at(10),
        decision: None,
    }
}

fn decided(claim: PersonClaim, id: Option<&str>) -> PersonClaim {
    let decision = PersonClaimDecision {
        person: id.map(person),
        at: at(20),
        by: agent("registrar"),
        reason: "birth certificate".into(),
    };
    PersonClaim { decision: Some(decision), ..claim }
}

async fn li6_a_request_is_decided_once_and_links_whom_it_names(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    keep(&tenant, &record("z1", Some("Jana"), Some("Nováková"))).await;
    let (sessions, lhota) = (sessions(&opened.store), institution("lhota"));
    let asked = claim(&sessions, 1, "s");
    sessions.put_claim(&lhota, &asked).await.unwrap();
    assert_eq!(sessions.claims_of(&lhota, &asked.named).await.unwrap(), [PersonClaimState::Waiting]);
    let waiting = tenant.waiting_claims(10).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].name.as_str()), (1, "Jana Nováková"));
    let linked = decided(asked.clone(), Some("z1"));
    assert!(sessions.decide_claim(&lhota, &linked, &nameless(&agent("stat:1"))).await.unwrap());
    assert!(!sessions.decide_claim(&lhota, &decided(asked.clone(), None), &nameless(&agent("stat:2"))).await.unwrap());
    assert_eq!(sessions.claim(&lhota, &asked.id).await.unwrap(), Some(linked));
    assert_eq!(account_of(&sessions, "stat", "s").await.as_deref(), Some("stat:1"));
    assert!(tenant.waiting_claims(10).await.unwrap().is_empty());
    assert_eq!(sessions.claims(&lhota, PersonClaimState::Linked).await.unwrap().len(), 1);
    let day = 24 * 3600;
    opened.store.sweep(at(10 + PERSON_CLAIM_DAYS * day), &SweepTerms::default()).await.unwrap();
    assert!(sessions.claim(&lhota, &asked.id).await.unwrap().is_some());
    opened.store.sweep(at(11 + PERSON_CLAIM_DAYS * day), &SweepTerms::default()).await.unwrap();
    assert!(sessions.claim(&lhota, &asked.id).await.unwrap().is_none(), "kept no longer");
    assert_eq!(account_of(&sessions, "stat", "s").await.as_deref(), Some("stat:1"), "the link stays");
}

fn by_the_state() -> SessionIdentity {
    let (provider, level) = (provider("stat"), AssuranceLevel::Multi);
    SessionIdentity { provider, sid: None, level, authenticated: at(29), place: None }
}

async fn li6_a_link_is_taken_back_once_and_ends_the_sessions(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    keep(&tenant, &record("z1", Some("Jana"), Some("Nováková"))).await;
    let (sessions, lhota) = (sessions(&opened.store), institution("lhota"));
    let asked = claim(&sessions, 1, "s");
    sessions.put_claim(&lhota, &asked).await.unwrap();
    assert!(!sessions.undo_claim(&lhota, &decided(asked.clone(), None)).await.unwrap(), "nothing is linked yet");
    let linked = decided(asked.clone(), Some("z1"));
    assert!(sessions.decide_claim(&lhota, &linked, &nameless(&agent("stat:1"))).await.unwrap());
    let own = async || sessions.actors(&agent("stat:1"), &by_the_state(), at(30)).await.unwrap().len();
    assert_eq!(own().await, 1);
    let holder = Actor::holder(agent("stat:1"), lhota.clone(), person("z1"));
    let new =
        NewSession { digest: TokenDigest::of("cookie"), id: SessionId::from_random([7; 16]), language: Language::Cs };
    sessions.begin_session(&new, &holder, &by_the_state(), at(30)).await.unwrap().unwrap();
    assert!(!sessions.undo_claim(&lhota, &linked).await.unwrap(), "what takes it back names nobody");
    let undone = decided(asked.clone(), None);
    assert!(!sessions.undo_claim(&institution("jinde"), &undone).await.unwrap(), "another institution's");
    assert!(sessions.undo_claim(&lhota, &undone).await.unwrap());
    assert!(!sessions.undo_claim(&lhota, &undone).await.unwrap());
    assert_eq!(sessions.claim(&lhota, &asked.id).await.unwrap(), Some(undone));
    assert_eq!(own().await, 0);
    assert!(sessions.session(&TokenDigest::of("cookie"), at(31)).await.unwrap().is_none());
}

async fn li6_nobody_becomes_two_people_of_one_institution(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let (sessions, lhota) = (sessions(&opened.store), institution("lhota"));
    let named = claim(&sessions, 1, "s").named;
    let account = nameless(&agent("stat:1"));
    assert!(sessions.link_person(&named, &lhota, &person("z1"), &account, at(20)).await.unwrap());
    assert!(sessions.link_person(&named, &lhota, &person("z1"), &account, at(21)).await.unwrap(), "the same again");
    assert!(!sessions.link_person(&named, &lhota, &person("z2"), &account, at(22)).await.unwrap());
    let again = claim(&sessions, 2, "s");
    sessions.put_claim(&lhota, &again).await.unwrap();
    let other = decided(again.clone(), Some("z2"));
    assert!(!sessions.decide_claim(&lhota, &other, &account).await.unwrap());
    let stands = sessions.claim(&lhota, &again.id).await.unwrap().unwrap();
    assert_eq!(stands.state(), PersonClaimState::Waiting, "nothing is written of what was not done");
    assert!(sessions.decide_claim(&lhota, &decided(again, None), &account).await.unwrap());
}

async fn li6_a_request_of_another_institution_is_not_there(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let other = found(&opened.store, "jinde").await;
    let sessions = sessions(&opened.store);
    let asked = claim(&sessions, 1, "s");
    sessions.put_claim(&institution("lhota"), &asked).await.unwrap();
    let jinde = institution("jinde");
    assert_eq!(sessions.claim(&jinde, &asked.id).await.unwrap(), None);
    assert!(sessions.claims(&jinde, PersonClaimState::Waiting).await.unwrap().is_empty());
    assert!(sessions.claims_of(&jinde, &asked.named).await.unwrap().is_empty());
    assert!(other.waiting_claims(10).await.unwrap().is_empty());
    let decided = decided(asked, Some("z1"));
    assert!(!sessions.decide_claim(&jinde, &decided, &nameless(&agent("stat:1"))).await.unwrap());
    assert_eq!(account_of(&sessions, "stat", "s").await, None);
}

async fn li6_what_was_written_in_links_nobody(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let (sessions, lhota) = (sessions(&opened.store), institution("lhota"));
    let asked = claim(&sessions, 1, "s");
    sessions.put_claim(&lhota, &asked).await.unwrap();
    let pool = pool(opened).await;
    let write = "UPDATE person_claim SET subject = 'another'";
    sqlx::query(AssertSqlSafe(write.to_owned())).execute(&pool).await.unwrap();
    pool.close().await;
    let read = sessions.claim(&lhota, &asked.id).await;
    assert!(matches!(read, Err(SessionsError::Forged { table: "person_claim" })));
}

async fn people_are_found_by_their_day_of_birth(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    for id in ["z2", "z1"] {
        keep(&tenant, &record(id, Some("Jana"), Some("Nováková"))).await;
    }
    let born = record("z1", Some("Jana"), None).born;
    let people = tenant.people_born(born).await.unwrap();
    assert_eq!(people.iter().map(|one| one.person.as_str()).collect::<Vec<_>>(), ["z1", "z2"]);
    assert!(tenant.people_born(born.tomorrow().unwrap()).await.unwrap().is_empty());
}
