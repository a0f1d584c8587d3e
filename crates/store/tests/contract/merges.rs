//! Two accounts of one person become one (LI8): what goes over, what keeps them two, and how they are parted again.

use signet_access::{Actor, AssuranceLevel, ClaimedPlace, Role};
use signet_store::{
    AccountContact, AccountLetterKind, AccountState, ClaimedLetter, LoginAttempt, MERGE_UNDONE_WITHIN, MergeId,
    MergeRefusal, NewSession, NoticeId, Paired, PairedBy, SessionIdentity, Sessions, TokenDigest, UndoneMerge,
    WorkerId,
};
use sqlx::AssertSqlSafe;

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, holder as record, institution, keep, person};
use crate::identities::{account_of, attempt, provider, see};
use crate::schema::pool;
use crate::sessions::{agent, ended, given, session_id, sessions};

on_both_engines![
    li8_a_merge_shows_both_sets_and_parting_restores_them,
    li8_what_would_lose_something_is_not_merged,
    li8_accounts_that_became_one_in_turn_are_parted_in_turn,
    li8_a_row_that_the_service_did_not_write_parts_nothing,
    every_address_of_both_accounts_is_told,
];

/// By whom an identity of the state is recognised, without a place anywhere.
fn rests_on() -> SessionIdentity {
    SessionIdentity {
        provider: provider("stat"),
        sid: None,
        level: AssuranceLevel::Multi,
        authenticated: at(9),
        place: None,
    }
}

fn place(of: &str, id: &str) -> ClaimedPlace {
    ClaimedPlace { institution: institution(of), person: Some(person(id)), roles: [].into() }
}

/// Has `account` ask for a further identity: that of `subject` at a provider, who is somebody in its institution.
async fn recognised(sessions: &Sessions, state: &str, account: &str, from: &str, subject: &str, id: Option<&str>) {
    let asked = LoginAttempt { provider: provider(from), pair_account: Some(agent(account)), ..attempt() };
    let state = TokenDigest::of(state);
    sessions.put_login_attempt(&state, &asked).await.unwrap();
    let place = id.map(|id| place(from, id));
    assert!(sessions.note_recognised(&state, subject, AssuranceLevel::Multi, place.as_ref()).await.unwrap());
}

async fn merge(sessions: &Sessions, state: &str, account: &str, id: u8) -> Paired {
    let (state, browser) = (TokenDigest::of(state), TokenDigest::of("browser"));
    let by = PairedBy {
        account: &agent(account),
        identity: None,
        merge: Some(&MergeId::from_random([id; 8])),
        letters: None,
    };
    sessions.pair(&state, &browser, &by, at(100)).await.unwrap()
}

async fn part(sessions: &Sessions, id: u8, second: i64) -> UndoneMerge {
    let merge = MergeId::from_random([id; 8]);
    sessions.undo_merge(&merge, (&agent("operator"), "they are two people"), None, at(second)).await.unwrap()
}

async fn actors(sessions: &Sessions, account: &str) -> Vec<Actor> {
    sessions.actors(&agent(account), &rests_on(), at(200)).await.unwrap()
}

fn is_undone(undone: &UndoneMerge) -> bool {
    matches!(undone, UndoneMerge::Undone(_))
}

fn own(account: &str, of: &str, id: &str) -> Actor {
    Actor::holder(agent(account), institution(of), person(id))
}

async fn signed_in(sessions: &Sessions, cookie: &str, n: u8, actor: &Actor) {
    let new = NewSession { digest: TokenDigest::of(cookie), id: session_id(n), language: signet_record::Language::Cs };
    assert!(sessions.begin_session(&new, actor, &rests_on(), at(50)).await.unwrap().is_some());
}

async fn li8_a_merge_shows_both_sets_and_parting_restores_them(opened: &Opened) {
    for (of, id) in [("lhota", "z1"), ("jinde", "j1")] {
        let tenant = found(&opened.store, of).await;
        keep(&tenant, &record(id, Some("Jana"), Some("Nováková"))).await;
    }
    let sessions = sessions(&opened.store);
    for (from, subject, account) in
        [("lhota", "1", "lhota:1"), ("stat", "s", "lhota:1"), ("jinde", "7", "jinde:1"), ("banka", "b", "jinde:1")]
    {
        assert!(see(&sessions, from, subject, account, 9).await);
    }
    sessions.put_belonging(&agent("lhota:1"), &provider("lhota"), &place("lhota", "z1"), at(10)).await.unwrap();
    signed_in(&sessions, "stays", 1, &own("lhota:1", "lhota", "z1")).await;
    signed_in(&sessions, "goes", 2, &own("jinde:1", "jinde", "j1")).await;

    recognised(&sessions, "a", "lhota:1", "jinde", "7", Some("j1")).await;
    assert!(sessions.would_merge(&TokenDigest::of("a"), &agent("lhota:1")).await.unwrap());
    let Paired::Merged(done) = merge(&sessions, "a", "lhota:1", 1).await else { panic!("not merged") };
    assert_eq!((done.account, done.merged), (agent("lhota:1"), agent("jinde:1")));
    for (from, subject) in [("lhota", "1"), ("stat", "s"), ("jinde", "7"), ("banka", "b")] {
        assert_eq!(account_of(&sessions, from, subject).await.as_deref(), Some("lhota:1"), "{from}");
    }
    assert_eq!(actors(&sessions, "lhota:1").await, [own("lhota:1", "jinde", "j1"), own("lhota:1", "lhota", "z1")]);
    assert_eq!(actors(&sessions, "jinde:1").await, []);
    let state = sessions.account(&agent("jinde:1")).await.unwrap().unwrap().state;
    assert_eq!(state, AccountState::Merged, "it stays, as what went into another");
    let lasts = async |cookie: &str| sessions.session(&TokenDigest::of(cookie), at(60)).await.unwrap().is_some();
    assert!(lasts("stays").await && !lasts("goes").await);

    let undone = part(&sessions, 1, 1000).await;
    assert!(is_undone(&undone), "{undone:?}");
    for (from, subject, account) in
        [("lhota", "1", "lhota:1"), ("stat", "s", "lhota:1"), ("jinde", "7", "jinde:1"), ("banka", "b", "jinde:1")]
    {
        assert_eq!(account_of(&sessions, from, subject).await.as_deref(), Some(account), "{from}");
    }
    assert_eq!(actors(&sessions, "lhota:1").await, [own("lhota:1", "lhota", "z1")]);
    assert_eq!(actors(&sessions, "jinde:1").await, [own("jinde:1", "jinde", "j1")]);
    assert!(!lasts("stays").await, "whoever was signed in to both signs in again");
    assert_eq!(part(&sessions, 1, 1001).await, UndoneMerge::Already);
    assert_eq!(part(&sessions, 9, 1001).await, UndoneMerge::Unknown);
    let listed = sessions.merges(at(0)).await.unwrap();
    let undone = listed[0].undone.as_ref().unwrap();
    assert_eq!((listed.len(), undone.by.as_str(), undone.reason.as_str()), (1, "operator", "they are two people"));
}

async fn li8_what_would_lose_something_is_not_merged(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    assert!(see(&sessions, "lhota", "1", "lhota:1", 9).await && see(&sessions, "stat", "s", "stat:1", 9).await);
    let tried = async |state: &str| {
        recognised(&sessions, state, "lhota:1", "stat", "s", None).await;
        let paired = merge(&sessions, state, "lhota:1", 1).await;
        assert_eq!(account_of(&sessions, "stat", "s").await.as_deref(), Some("stat:1"), "{state}");
        paired
    };
    let role = Actor::within(agent("stat:1"), institution("lhota"), Role::Registrar, None).unwrap();
    sessions.grant_role(&given(&role), &[]).await.unwrap();
    assert_eq!(tried("roles").await, Paired::Refused(MergeRefusal::HasRoles));
    assert!(sessions.end_role(&ended(&role)).await.unwrap());

    for (account, id) in [("lhota:1", "z1"), ("stat:1", "z2")] {
        sessions.put_belonging(&agent(account), &provider("lhota"), &place("lhota", id), at(10)).await.unwrap();
    }
    assert_eq!(tried("people").await, Paired::Refused(MergeRefusal::TwoPeople));
    let known = sessions.account(&agent("stat:1")).await.unwrap().unwrap();
    let blocked = signet_store::Account { state: AccountState::Blocked, ..known };
    sessions.put_account(&blocked).await.unwrap();
    assert_eq!(tried("blocked").await, Paired::Refused(MergeRefusal::Blocked));
    recognised(&sessions, "unagreed", "lhota:1", "stat", "s", None).await;
    let (state, browser) = (TokenDigest::of("unagreed"), TokenDigest::of("browser"));
    let by = PairedBy { account: &agent("lhota:1"), identity: None, merge: None, letters: None };
    let paired = sessions.pair(&state, &browser, &by, at(100)).await.unwrap();
    assert_eq!(paired, Paired::Unknown, "nobody was told that two accounts become one");
}

async fn li8_accounts_that_became_one_in_turn_are_parted_in_turn(opened: &Opened) {
    let sessions = sessions(&opened.store);
    for account in ["a:1", "b:1", "c:1"] {
        assert!(see(&sessions, &account[..1], account, account, 9).await);
    }
    recognised(&sessions, "first", "a:1", "b", "b:1", None).await;
    assert!(matches!(merge(&sessions, "first", "a:1", 1).await, Paired::Merged(_)));
    recognised(&sessions, "second", "c:1", "a", "a:1", None).await;
    assert!(matches!(merge(&sessions, "second", "c:1", 2).await, Paired::Merged(_)));
    let whose = async |from: &str, subject: &str| account_of(&sessions, from, subject).await.unwrap();
    assert_eq!((whose("a", "a:1").await, whose("b", "b:1").await), ("c:1".into(), "c:1".into()));
    assert_eq!(part(&sessions, 1, 200).await, UndoneMerge::MergedOn);
    assert!(is_undone(&part(&sessions, 2, 200).await));
    assert_eq!((whose("a", "a:1").await, whose("b", "b:1").await), ("a:1".into(), "a:1".into()));
    let days = i64::try_from(MERGE_UNDONE_WITHIN.as_secs()).unwrap();
    assert_eq!(part(&sessions, 1, 100 + days).await, UndoneMerge::Late);
    assert!(is_undone(&part(&sessions, 1, 100 + days - 1).await));
    assert_eq!(whose("b", "b:1").await, "b:1");
}

async fn li8_a_row_that_the_service_did_not_write_parts_nothing(opened: &Opened) {
    let sessions = sessions(&opened.store);
    assert!(see(&sessions, "a", "1", "a:1", 9).await && see(&sessions, "b", "1", "b:1", 9).await);
    recognised(&sessions, "state", "a:1", "b", "1", None).await;
    assert!(matches!(merge(&sessions, "state", "a:1", 1).await, Paired::Merged(_)));
    let pool = pool(opened).await;
    let write = "UPDATE account_merge SET merged = 'a:1'";
    sqlx::query(AssertSqlSafe(write.to_owned())).execute(&pool).await.unwrap();
    pool.close().await;
    let parted = sessions.undo_merge(&MergeId::from_random([1; 8]), (&agent("operator"), "x"), None, at(200)).await;
    assert!(matches!(parted, Err(signet_store::SessionsError::Forged { table: "account_merge" })));
}

/// Where an account is written to by a provider.
async fn written_to(sessions: &Sessions, account: &str, by: &str) {
    let contact = AccountContact {
        account: agent(account),
        provider: provider(by),
        email: signet_record::Email::new(&format!("{by}@x.example")).ok(),
        email_before: None,
        language: signet_record::Language::Cs,
        place: None,
        seen: at(10),
        digest_due: None,
        refused: None,
    };
    sessions.put_contact(&contact, &[]).await.unwrap();
}

/// The letters that wait: what they tell, and to whom.
async fn told(opened: &Opened) -> Vec<(AccountLetterKind, String)> {
    let (outbox, worker) = (opened.store.outbox(), WorkerId::new("a").unwrap());
    let mut found = Vec::new();
    while let Some(ClaimedLetter::Account(letter)) = outbox.claim(&worker, at(1_000), at(90_000)).await.unwrap() {
        found.push((letter.new.kind, format!("{} {}", letter.new.account, letter.new.provider)));
    }
    found.sort();
    found
}

async fn every_address_of_both_accounts_is_told(opened: &Opened) {
    let sessions = sessions(&opened.store);
    see(&sessions, "lhota", "z", "lhota:1", 1).await;
    see(&sessions, "stat", "s", "stat:1", 1).await;
    for (account, by) in [("lhota:1", "lhota"), ("lhota:1", "other"), ("stat:1", "stat")] {
        written_to(&sessions, account, by).await;
    }
    let next = std::sync::atomic::AtomicU8::new(1);
    let name = || NoticeId::from_random([next.fetch_add(1, std::sync::atomic::Ordering::Relaxed); 16]);
    let pair = async |state: &str, merge: Option<&MergeId>| {
        let by = PairedBy { account: &agent("lhota:1"), identity: None, merge, letters: Some(&name) };
        sessions.pair(&TokenDigest::of(state), &TokenDigest::of("browser"), &by, at(100)).await.unwrap()
    };
    // A further identity: both addresses of the account.
    recognised(&sessions, "added", "lhota:1", "stat", "new", None).await;
    assert_eq!(pair("added", None).await, Paired::Added);
    let added = |to: &str| (AccountLetterKind::IdentityAdded, to.to_owned());
    assert_eq!(told(opened).await, [added("lhota:1 lhota"), added("lhota:1 other")]);
    // Two accounts become one: all of both. Who is refused is told on the page alone.
    recognised(&sessions, "unagreed", "lhota:1", "stat", "s", None).await;
    assert_eq!(pair("unagreed", None).await, Paired::Unknown);
    assert!(told(opened).await.is_empty());
    let id = MergeId::from_random([1; 8]);
    recognised(&sessions, "merged", "lhota:1", "stat", "s", None).await;
    assert!(matches!(pair("merged", Some(&id)).await, Paired::Merged(_)));
    let all = |kind| ["lhota:1 lhota", "lhota:1 other", "stat:1 stat"].map(|to| (kind, to.to_owned()));
    assert_eq!(told(opened).await, all(AccountLetterKind::AccountsMerged));
    let undone = sessions.undo_merge(&id, (&agent("operator"), "two people"), Some(&name), at(200)).await.unwrap();
    assert!(is_undone(&undone));
    assert_eq!(told(opened).await, all(AccountLetterKind::AccountsParted));
}
