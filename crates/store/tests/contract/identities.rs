//! Identities: whose account one is, what a session rests on, and that an answer of a provider counts once, in the browser that asked.

use std::collections::BTreeSet;

use signet_access::{
    Actor, AssuranceLevel, ClaimedPlace, ClaimedRole, LoggedOut, LogoutOrder, OnwardPath, ProviderName, Role,
    session_longest,
};
use signet_record::Language;
use signet_registry::Agent;
use signet_store::{
    Account, AccountState, LoginAttempt, LoginAttemptRefusal, NewSession, Paired, PairedBy, SeenIdentity,
    SessionIdentity, Sessions, SessionsError, TokenDigest,
};
use sqlx::AssertSqlSafe;

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, holder as record, institution, keep, person};
use crate::schema::pool;
use crate::sessions::{agent, employ, ended, session_id, sessions};

on_both_engines![
    an_answer_counts_once_in_time_in_the_browser_that_asked,
    of_two_answers_with_one_state_one_counts,
    li4_an_identity_is_provider_and_subject_and_nothing_else,
    of_two_first_sign_ins_one_makes_the_account,
    many_who_sign_in_at_once_do_not_wait_for_each_other_s_connections,
    roles_of_rules_live_in_the_session_alone,
    whoever_has_several_roles_goes_on_in_another,
    whom_the_provider_names_is_nobody_else_there,
    a_blocked_account_may_act_as_nobody,
    another_name_leaves_a_block_in_place,
    nothing_that_is_written_in_gives_a_role,
    a_provider_ends_the_sessions_it_names_once,
    a_further_identity_is_confirmed_once_by_whoever_asked,
    whoever_has_left_gets_to_their_own_by_another_identity,
];

pub fn nameless(account: &Agent) -> Account {
    let name = account.to_string();
    Account { id: account.clone(), name, state: AccountState::Active, created: at(0), changed: at(0) }
}

pub fn provider(name: &str) -> ProviderName {
    name.parse().unwrap()
}

pub fn attempt() -> LoginAttempt {
    LoginAttempt {
        provider: provider("lhota"),
        browser: TokenDigest::of("browser"),
        onward: OnwardPath::parse("/cs/staff"),
        language: Language::Cs,
        max_age: None,
        level: None,
        pair_account: None,
        seeks: false,
        expires: at(600),
    }
}

async fn take(sessions: &Sessions, from: &str, browser: &str, second: i64) -> Result<(), LoginAttemptRefusal> {
    let (state, browser) = (TokenDigest::of("state"), TokenDigest::of(browser));
    let taken = sessions.take_login_attempt(&state, &provider(from), Some(&browser), at(second)).await.unwrap();
    taken.map(|taken| assert_eq!(taken, attempt()))
}

async fn an_answer_counts_once_in_time_in_the_browser_that_asked(opened: &Opened) {
    let sessions = sessions(&opened.store);
    let state = TokenDigest::of("state");
    assert_eq!(take(&sessions, "lhota", "browser", 1).await, Err(LoginAttemptRefusal::Unknown));
    sessions.put_login_attempt(&state, &attempt()).await.unwrap();
    assert_eq!(take(&sessions, "lhota", "another", 1).await, Err(LoginAttemptRefusal::OtherBrowser));
    let none = sessions.take_login_attempt(&state, &provider("lhota"), None, at(1)).await.unwrap();
    assert_eq!(none, Err(LoginAttemptRefusal::OtherBrowser));
    assert_eq!(take(&sessions, "jinde", "browser", 1).await, Err(LoginAttemptRefusal::OtherProvider));
    assert_eq!(take(&sessions, "lhota", "browser", 600).await, Err(LoginAttemptRefusal::Late));
    assert_eq!(take(&sessions, "lhota", "browser", 599).await, Ok(()));
    assert_eq!(take(&sessions, "lhota", "browser", 599).await, Err(LoginAttemptRefusal::Used));
    assert_eq!(opened.store.operator().sweep(at(599)).await.unwrap().login_attempts, 0);
    assert_eq!(opened.store.operator().sweep(at(600)).await.unwrap().login_attempts, 1);
}

async fn of_two_answers_with_one_state_one_counts(opened: &Opened) {
    sessions(&opened.store).put_login_attempt(&TokenDigest::of("state"), &attempt()).await.unwrap();
    let mut answers = Vec::new();
    for _ in 0..6 {
        let sessions = sessions(&opened.again().await);
        answers.push(tokio::spawn(async move { take(&sessions, "lhota", "browser", 10).await.is_ok() }));
    }
    let mut counted = 0;
    for answer in answers {
        counted += u32::from(answer.await.unwrap());
    }
    assert_eq!(counted, 1);
}

pub async fn account_of(sessions: &Sessions, from: &str, subject: &str) -> Option<String> {
    let account = sessions.account_of_identity(&provider(from), subject).await.unwrap();
    account.map(|account| account.id.to_string())
}

pub async fn see(sessions: &Sessions, from: &str, subject: &str, account: &str, second: i64) -> bool {
    let name = provider(from);
    let seen = SeenIdentity { provider: &name, subject, level: AssuranceLevel::Single, at: at(second) };
    sessions.put_identity(&seen, &nameless(&agent(account))).await.unwrap()
}

async fn li4_an_identity_is_provider_and_subject_and_nothing_else(opened: &Opened) {
    let sessions = sessions(&opened.store);
    assert_eq!(account_of(&sessions, "lhota", "248813").await, None);
    assert!(see(&sessions, "lhota", "248813", "lhota:1", 10).await);
    assert!(see(&sessions, "jinde", "248813", "jinde:1", 10).await, "LI4: another provider, another person");
    assert_eq!(account_of(&sessions, "lhota", "248813").await.as_deref(), Some("lhota:1"));
    assert_eq!(account_of(&sessions, "jinde", "248813").await.as_deref(), Some("jinde:1"));
    for other in ["248813 ", "24881", "248813@lhota.example", ""] {
        assert_eq!(account_of(&sessions, "lhota", other).await, None, "{other}");
    }
    assert!(see(&sessions, "lhota", "abc", "lhota:2", 10).await);
    assert_eq!(account_of(&sessions, "lhota", "ABC").await, None, "letters count");
    assert!(see(&sessions, "lhota", "248813", "lhota:1", 20).await, "seen again");
    assert!(!see(&sessions, "lhota", "248813", "lhota:2", 20).await, "it belongs to one account");
    let pool = pool(opened).await;
    let rows: Vec<String> =
        sqlx::query_scalar(AssertSqlSafe("SELECT subject FROM identity".to_owned())).fetch_all(&pool).await.unwrap();
    assert!(rows.len() == 3 && rows.iter().all(|subject| !subject.contains("248813")), "no number is kept");
    pool.close().await;
}

async fn of_two_first_sign_ins_one_makes_the_account(opened: &Opened) {
    let mut comers = Vec::new();
    for n in 0..6 {
        let sessions = sessions(&opened.again().await);
        comers.push(tokio::spawn(async move { see(&sessions, "lhota", "1", &format!("lhota:{n}"), 10).await }));
    }
    let mut made = 0;
    for comer in comers {
        made += u32::from(comer.await.unwrap());
    }
    assert_eq!(made, 1);
    let accounts = sessions(&opened.store).accounts().await.unwrap();
    assert_eq!(accounts.len(), 1, "an account that came too late is not left over");
}

async fn many_who_sign_in_at_once_do_not_wait_for_each_other_s_connections(opened: &Opened) {
    // Through one handle, so of one pool: more than it has connections.
    let mut comers = Vec::new();
    for n in 0..64 {
        let sessions = sessions(&opened.store);
        let (subject, account) = (n.to_string(), format!("lhota:{n}"));
        comers.push(tokio::spawn(async move { see(&sessions, "lhota", &subject, &account, 10).await }));
    }
    for comer in comers {
        assert!(comer.await.unwrap());
    }
    assert_eq!(sessions(&opened.store).accounts().await.unwrap().len(), 64);
}

fn identity(roles: impl Into<BTreeSet<Role>>) -> SessionIdentity {
    let roles = roles.into().into_iter().map(ClaimedRole::of).collect();
    let place = ClaimedPlace { institution: institution("lhota"), person: Some(person("z1")), roles };
    SessionIdentity {
        provider: provider("lhota"),
        sid: Some(TokenDigest::of("sid")),
        level: AssuranceLevel::Multi,
        authenticated: at(9),
        place: Some(place),
    }
}

fn as_role(role: Role) -> Actor {
    Actor::within(agent("lhota:1"), institution("lhota"), role, Some(person("z1"))).unwrap()
}

fn new(cookie: &str, n: u8) -> NewSession {
    NewSession { digest: TokenDigest::of(cookie), id: session_id(n), language: Language::Cs }
}

async fn roles_of_rules_live_in_the_session_alone(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    assert!(see(&sessions, "lhota", "248813", "lhota:1", 9).await);
    let account = agent("lhota:1");
    let rests_on = identity([Role::Registrar]);
    assert_eq!(sessions.actors(&account, &rests_on, at(10)).await.unwrap(), [as_role(Role::Registrar)]);
    let begun = sessions.begin_session(&new("cookie", 1), &as_role(Role::Registrar), &rests_on, at(10)).await.unwrap();
    let session = sessions.session(&TokenDigest::of("cookie"), at(20)).await.unwrap();
    assert_eq!(session, begun);
    assert_eq!(session.unwrap().identity, Some(rests_on.clone()));
    assert_eq!(sessions.sessions(&account, at(20)).await.unwrap().len(), 1);
    assert!(sessions.roles(&account).await.unwrap().is_empty());

    let widened = [
        as_role(Role::Guarantor),
        Actor::operator(account.clone()),
        Actor::within(account.clone(), institution("lhota"), Role::Registrar, Some(person("z2"))).unwrap(),
        Actor::within(account.clone(), institution("lhota"), Role::Registrar, None).unwrap(),
    ];
    for actor in widened {
        assert!(sessions.begin_session(&new("wider", 2), &actor, &rests_on, at(10)).await.unwrap().is_none());
    }
    // At the next sign-in the provider says no role any more.
    let left = identity([]);
    assert!(sessions.actors(&account, &left, at(30)).await.unwrap().is_empty());
    assert!(
        sessions.begin_session(&new("later", 3), &as_role(Role::Registrar), &left, at(30)).await.unwrap().is_none()
    );

    // Whom the records know is a holder as well.
    keep(&tenant, &record("z1", Some("Marie"), Some("Nováková"))).await;
    let actors = sessions.actors(&account, &left, at(30)).await.unwrap();
    assert_eq!(actors, [Actor::holder(account.clone(), institution("lhota"), person("z1"))]);
    let nowhere = ClaimedPlace { institution: institution("nikde"), ..identity([Role::Registrar]).place.unwrap() };
    let nowhere = SessionIdentity { place: Some(nowhere), ..left };
    assert!(sessions.actors(&account, &nowhere, at(30)).await.unwrap().is_empty(), "an institution that is not here");
}

async fn whoever_has_several_roles_goes_on_in_another(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    // One role was given, two follow from rules.
    employ(&sessions, &Actor::operator(agent("lhota:1"))).await;
    let rests_on = identity([Role::Registrar, Role::Guarantor]);
    let actors = sessions.actors(&agent("lhota:1"), &rests_on, at(10)).await.unwrap();
    let roles: BTreeSet<Role> = actors.iter().map(Actor::role).collect();
    assert_eq!(roles, [Role::Operator, Role::Registrar, Role::Guarantor].into());

    let begun = sessions.begin_session(&new("first", 1), &as_role(Role::Guarantor), &rests_on, at(10)).await.unwrap();
    let changed =
        sessions.change_role(&begun.unwrap(), &new("second", 2), &as_role(Role::Registrar), at(100)).await.unwrap();
    let changed = changed.unwrap();
    assert_eq!((changed.actor.role(), changed.created), (Role::Registrar, at(10)));
    assert_eq!(
        changed.expires,
        at(10).saturating_add(session_longest(&crate::sessions::registrar())).unwrap(),
        "no longer than before"
    );
    assert!(
        sessions.session(&TokenDigest::of("first"), at(101)).await.unwrap().is_none(),
        "the old cookie opens nothing"
    );
    assert_eq!(sessions.session(&TokenDigest::of("second"), at(101)).await.unwrap(), Some(changed.clone()));
    let other = Actor::within(agent("lhota:2"), institution("lhota"), Role::Registrar, Some(person("z1"))).unwrap();
    for actor in [as_role(Role::QualityOffice), other] {
        assert!(sessions.change_role(&changed, &new("third", 3), &actor, at(102)).await.unwrap().is_none());
    }
    let operator = Actor::operator(agent("lhota:1"));
    let operating = sessions.change_role(&changed, &new("third", 3), &operator, at(102)).await.unwrap().unwrap();
    sessions.end_role(&ended(&operator)).await.unwrap();
    assert!(sessions.session(&TokenDigest::of("third"), at(103)).await.unwrap().is_none());
    let again = sessions.change_role(&operating, &new("fourth", 4), &as_role(Role::Registrar), at(103)).await.unwrap();
    assert!(again.is_none(), "a session that has ended goes on as nothing");
}

async fn whom_the_provider_names_is_nobody_else_there(opened: &Opened) {
    found(&opened.store, "lhota").await;
    found(&opened.store, "jinde").await;
    let sessions = sessions(&opened.store);
    let account = agent("lhota:1");
    let within = |at: &str, role, who: Option<&str>| {
        Actor::within(account.clone(), institution(at), role, who.map(person)).unwrap()
    };
    let granted = [
        within("lhota", Role::Registrar, Some("p1")),
        within("lhota", Role::QualityOffice, Some("p1")),
        within("lhota", Role::Guarantor, None),
        within("jinde", Role::Registrar, Some("p1")),
    ];
    for actor in &granted {
        employ(&sessions, actor).await;
    }
    // The provider says z1: what was given to p1 there falls away, and of two guarantors the one with a person stays.
    let rests_on = identity([Role::Registrar, Role::Guarantor]);
    let actors = sessions.actors(&account, &rests_on, at(10)).await.unwrap();
    let expected = [as_role(Role::Registrar), as_role(Role::Guarantor), granted[3].clone()];
    assert!(actors.len() == 3 && expected.iter().all(|actor| actors.contains(actor)), "{actors:?}");
    for other in &granted[..2] {
        assert!(sessions.begin_session(&new("other", 1), other, &rests_on, at(10)).await.unwrap().is_none());
    }
    let begun = sessions.begin_session(&new("own", 1), &actors[0], &rests_on, at(10)).await.unwrap().unwrap();
    assert!(sessions.change_role(&begun, &new("other", 2), &granted[1], at(11)).await.unwrap().is_none());
    let herself = Actor::holder(account.clone(), institution("lhota"), person("p1"));
    assert!(sessions.change_role(&begun, &new("other", 2), &herself, at(11)).await.unwrap().is_none());

    // A provider that does not say who leaves it to what was given.
    let unnamed = ClaimedPlace { person: None, ..rests_on.place.clone().unwrap() };
    let unnamed = SessionIdentity { place: Some(unnamed), ..rests_on };
    let actors = sessions.actors(&account, &unnamed, at(10)).await.unwrap();
    assert!(actors.len() == 4 && granted.iter().all(|actor| actors.contains(actor)), "{actors:?}");
}

async fn a_blocked_account_may_act_as_nobody(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    assert!(see(&sessions, "lhota", "248813", "lhota:1", 9).await);
    let rests_on = identity([Role::Registrar]);
    let begin = async |n: u8| {
        let new = new(&format!("cookie {n}"), n);
        sessions.begin_session(&new, &as_role(Role::Registrar), &rests_on, at(10)).await.unwrap()
    };
    assert!(begin(1).await.is_some());
    let known = sessions.account(&agent("lhota:1")).await.unwrap().unwrap();
    sessions.put_account(&Account { state: AccountState::Blocked, ..known }).await.unwrap();
    assert!(sessions.session(&TokenDigest::of("cookie 1"), at(11)).await.unwrap().is_none());
    assert!(begin(2).await.is_none());
    assert!(sessions.actors(&agent("lhota:1"), &rests_on, at(11)).await.unwrap().is_empty());
}

async fn another_name_leaves_a_block_in_place(opened: &Opened) {
    let sessions = sessions(&opened.store);
    let before = nameless(&agent("lhota:1"));
    sessions.put_account(&before).await.unwrap();
    let named = Account { name: "Marie Nováková".into(), changed: at(20), ..before.clone() };
    // The operator blocks the account after it was read for a sign-in.
    let blocked = Account { state: AccountState::Blocked, changed: at(10), ..before.clone() };
    sessions.put_account(&blocked).await.unwrap();
    assert!(!sessions.rename_account(&before, &named).await.unwrap());
    assert!(sessions.account(&before.id).await.unwrap() == Some(blocked.clone()));
    // Blocked and let in again: not as it was read either.
    let again = Account { state: AccountState::Active, changed: at(15), ..blocked };
    sessions.put_account(&again).await.unwrap();
    assert!(!sessions.rename_account(&before, &named).await.unwrap());
    assert!(sessions.rename_account(&again, &named).await.unwrap());
    assert!(sessions.account(&before.id).await.unwrap() == Some(named));
}

async fn nothing_that_is_written_in_gives_a_role(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    assert!(see(&sessions, "lhota", "248813", "lhota:1", 9).await);
    let pool = pool(opened).await;
    let write = async |statement: &str| {
        sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&pool).await.unwrap();
    };
    let changes = [
        "roles = 'guarantor registrar'",
        "person = 'z2'",
        "person = NULL",
        "institution = NULL",
        "level = 'phishing-resistant'",
        "authenticated = authenticated + 1",
        "sid = NULL",
        "provider = 'jinde'",
    ];
    for (n, change) in (1..).zip(changes) {
        let cookie = format!("cookie {n}");
        let rests_on = identity([Role::Registrar]);
        let begun = sessions.begin_session(&new(&cookie, n), &as_role(Role::Registrar), &rests_on, at(10)).await;
        assert!(begun.unwrap().is_some());
        let digest = TokenDigest::of(&cookie);
        write(&format!("UPDATE session_identity SET {change} WHERE session = '{digest}'")).await;
        let read = sessions.session(&digest, at(20)).await;
        assert!(matches!(read, Err(SessionsError::Forged { table: "session_identity" })), "{change}");
    }
    // Without it nobody would be asked for a second factor: as if whoever runs the machine had made a link.
    let rests_on = identity([Role::Registrar]);
    let begun = sessions.begin_session(&new("bare", 50), &as_role(Role::Registrar), &rests_on, at(10)).await;
    assert!(begun.unwrap().is_some());
    let bare = TokenDigest::of("bare");
    write(&format!("DELETE FROM session_identity WHERE session = '{bare}'")).await;
    assert!(matches!(sessions.session(&bare, at(20)).await, Err(SessionsError::Forged { table: "session" })));
    write("UPDATE identity SET account = account, level = 'multi'").await;
    let read = sessions.account_of_identity(&provider("lhota"), "248813").await;
    assert!(matches!(read, Err(SessionsError::Forged { table: "identity" })));
    sessions.put_login_attempt(&TokenDigest::of("state"), &attempt()).await.unwrap();
    write("UPDATE login_attempt SET onward = '/cs/holder'").await;
    let browser = TokenDigest::of("browser");
    let taken =
        sessions.take_login_attempt(&TokenDigest::of("state"), &provider("lhota"), Some(&browser), at(10)).await;
    assert!(matches!(taken, Err(SessionsError::Forged { table: "login_attempt" })));
    pool.close().await;
}

async fn a_provider_ends_the_sessions_it_names_once(opened: &Opened) {
    found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    assert!(see(&sessions, "lhota", "248813", "lhota:1", 9).await);
    let named = |sid: &str| SessionIdentity { sid: Some(TokenDigest::of(sid)), ..identity([Role::Registrar]) };
    for (cookie, n, sid) in [("one", 1, "s-1"), ("two", 2, "s-2"), ("three", 3, "s-3")] {
        let begun = sessions.begin_session(&new(cookie, n), &as_role(Role::Registrar), &named(sid), at(10)).await;
        assert!(begun.unwrap().is_some());
    }
    let lasts = async |cookie: &str| sessions.session(&TokenDigest::of(cookie), at(11)).await.unwrap().is_some();
    let order = |id: &str, whose| LogoutOrder { id: id.into(), until: at(300), whose };
    let session = |sid: &str| LoggedOut::Session(sid.into());
    let subject = |subject: &str| LoggedOut::Subject(subject.into());
    for (from, id, whose, ended) in [
        ("jinde", "a", session("s-1"), Some(0)),
        ("jinde", "b", subject("248813"), Some(0)),
        ("lhota", "c", session("s-4"), Some(0)),
        ("lhota", "d", session("s-1"), Some(1)),
        ("lhota", "d", session("s-2"), None),
    ] {
        assert_eq!(sessions.log_out(&provider(from), &order(id, whose)).await.unwrap(), ended, "{from} {id}");
    }
    assert_eq!((lasts("one").await, lasts("two").await, lasts("three").await), (false, true, true));
    let all = sessions.log_out(&provider("lhota"), &order("e", subject("248813"))).await.unwrap();
    assert_eq!(all, Some(2));
    assert!(!lasts("two").await && !lasts("three").await);
}

async fn a_further_identity_is_confirmed_once_by_whoever_asked(opened: &Opened) {
    let sessions = sessions(&opened.store);
    for (provider, subject, account) in
        [("lhota", "1", "lhota:1"), ("lhota", "2", "lhota:2"), ("stat", "s-2", "lhota:2")]
    {
        assert!(see(&sessions, provider, subject, account, 9).await);
    }
    let asked = async |state: &str, account: &str| {
        let asked = LoginAttempt { provider: provider("stat"), pair_account: Some(agent(account)), ..attempt() };
        sessions.put_login_attempt(&TokenDigest::of(state), &asked).await.unwrap();
        let browser = TokenDigest::of("browser");
        sessions.take_login_attempt(&TokenDigest::of(state), &provider("stat"), Some(&browser), at(10)).await.unwrap()
    };
    let noted = async |state: &str, subject: &str| {
        sessions.note_recognised(&TokenDigest::of(state), subject, AssuranceLevel::Multi, None).await.unwrap()
    };
    let pair = async |state: &str, browser: &str, account: &str, second: i64| {
        let (state, browser) = (TokenDigest::of(state), TokenDigest::of(browser));
        let by = PairedBy { account: &agent(account), identity: None, merge: None, letters: None };
        sessions.pair(&state, &browser, &by, at(second)).await.unwrap()
    };
    assert!(asked("a", "lhota:1").await.is_ok());
    assert_eq!(pair("a", "browser", "lhota:1", 20).await, Paired::Unknown, "nobody was recognised yet");
    assert!(noted("a", "s-1").await);
    assert!(!noted("a", "s-3").await, "what is confirmed is what was shown");
    assert_eq!(pair("a", "another", "lhota:1", 20).await, Paired::Unknown);
    assert_eq!(pair("a", "browser", "lhota:2", 20).await, Paired::Unknown);
    assert_eq!(pair("a", "browser", "lhota:1", 600).await, Paired::Unknown, "too late");
    assert_eq!(pair("a", "browser", "lhota:1", 599).await, Paired::Added);
    assert_eq!(pair("a", "browser", "lhota:1", 599).await, Paired::Unknown, "once");
    assert_eq!(account_of(&sessions, "stat", "s-1").await.as_deref(), Some("lhota:1"));

    assert!(asked("b", "lhota:1").await.is_ok() && noted("b", "s-1").await);
    assert_eq!(pair("b", "browser", "lhota:1", 20).await, Paired::Known);
    assert!(asked("c", "lhota:1").await.is_ok() && noted("c", "s-2").await);
    assert_eq!(pair("c", "browser", "lhota:1", 20).await, Paired::Unknown, "nobody agreed to more");
    assert_eq!(account_of(&sessions, "stat", "s-2").await.as_deref(), Some("lhota:2"), "nobody is taken over");
    let providers: Vec<_> =
        sessions.identities(&agent("lhota:1")).await.unwrap().iter().map(|it| it.provider.to_string()).collect();
    assert_eq!(providers, ["lhota", "stat"]);
    sessions.put_login_attempt(&TokenDigest::of("d"), &attempt()).await.unwrap();
    assert!(!noted("d", "s-9").await, "a plain sign-in pairs nothing");
}

async fn whoever_has_left_gets_to_their_own_by_another_identity(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    keep(&tenant, &record("z1", Some("Jana"), Some("Nováková"))).await;
    assert!(see(&sessions, "lhota", "1", "lhota:1", 9).await && see(&sessions, "stat", "s", "lhota:1", 9).await);
    let state = SessionIdentity { provider: provider("stat"), place: None, ..identity([]) };
    let account = agent("lhota:1");
    assert_eq!(sessions.actors(&account, &state, at(10)).await.unwrap(), []);
    let place = identity([Role::Registrar]).place.unwrap();
    sessions.put_belonging(&account, &provider("lhota"), &place, at(10)).await.unwrap();
    let holder = Actor::holder(account.clone(), institution("lhota"), person("z1"));
    assert_eq!(sessions.actors(&account, &state, at(11)).await.unwrap(), [holder], "LI7: as a holder, never as staff");
    assert_eq!(sessions.actors(&agent("lhota:2"), &state, at(11)).await.unwrap(), []);
    let unnamed = ClaimedPlace { person: None, ..place };
    sessions.put_belonging(&account, &provider("lhota"), &unnamed, at(12)).await.unwrap();
    assert_eq!(
        sessions.actors(&account, &state, at(13)).await.unwrap().len(),
        1,
        "what is not said takes nothing away"
    );

    let pool = pool(opened).await;
    let forged = "UPDATE belonging SET person = 'z2'";
    sqlx::query(AssertSqlSafe(forged.to_owned())).execute(&pool).await.unwrap();
    pool.close().await;
    let read = sessions.actors(&account, &state, at(14)).await;
    assert!(matches!(read, Err(SessionsError::Forged { table: "belonging" })));
}
