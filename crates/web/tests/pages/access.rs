//! Who may do what, asked through the pages: nobody judges themselves, a session is worth as much as its role, and what was done
//! or refused is written down.

use signet_access::{Action, Actor, AssuranceLevel, Denial, Role, SecurityEventKind, has_right};
use signet_record::{Language, PersonId};
use signet_store::{AccountState, LoginToken, NewSession, RowKey, SessionId, SessionIdentity, TokenDigest};

use crate::{
    browser::Browser,
    holder::only_credential,
    staff::{GOOD, hand_in},
    stage::{Stage, agent, english, operator_permit},
};

/// The specimen's holder, by number.
const HERSELF: &str = "V-1001";

#[tokio::test(flavor = "multi_thread")]
async fn a_registrar_cannot_issue_her_own_result() {
    let stage = Stage::open().await;
    let l = english();
    let mut registrar = stage.staff(Role::Registrar, "prikladna", HERSELF).await;
    let other = "V-1004;Petr;Jiný;;;1. 2. 1990;A;12. 6. 2026";
    let batch = hand_in(&mut registrar, &[GOOD, other]).await;
    let check = registrar.get(&batch).await.expect(200);
    assert!(check.has(&l.web_staff_sheet_own_row()) && check.has(&l.web_staff_check_issue(1)));
    registrar.post(&format!("{batch}/issue"), &[("token", &check.token())]).await.expect(303);
    stage.seal_all().await;
    let tenant = stage.tenant();
    assert!(tenant.credentials_of(&PersonId::new(HERSELF).unwrap()).await.unwrap().is_empty());
    assert_eq!(tenant.credentials_of(&PersonId::new("V-1004").unwrap()).await.unwrap().len(), 1);

    // Her colleague issues it, from a file that says the same.
    let mut colleague = stage.registrar().await;
    let again = hand_in(&mut colleague, &[GOOD, other]).await;
    let check = colleague.get(&again).await.expect(200);
    assert!(!check.has(&l.web_staff_sheet_own_row()) && check.has(&l.web_staff_check_issue(1)));
    colleague.post(&format!("{again}/issue"), &[("token", &check.token())]).await.expect(303);
    let hers = tenant.credentials_of(&PersonId::new(HERSELF).unwrap()).await.unwrap();
    assert_eq!(hers.len(), 1);
    let history = tenant.history(&hers[0].id).await.unwrap().unwrap();
    assert_eq!(history.entries[0].by().as_str(), "dvorakova", "the ledger names the colleague");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_number_does_not_make_her_another_person() {
    let stage = Stage::with_one_credential().await;
    let mut registrar = stage.staff(Role::Registrar, "prikladna", HERSELF).await;
    let renamed = GOOD.replace(HERSELF, "V-2002").replace("Žofie;Příkladná", "ZOFIE;Prikladna");
    let batch = hand_in(&mut registrar, &[&renamed]).await;
    let check = registrar.get(&batch).await.expect(200);
    assert!(check.has(&english().web_staff_sheet_own_row()));
    let token = token(&mut registrar).await;
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    let invented = PersonId::new("V-2002").unwrap();
    assert!(stage.tenant().credentials_of(&invented).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn li12_a_registrar_cannot_revoke_her_own_credential() {
    let stage = Stage::with_one_credential().await;
    let id = only_credential(&stage).await;
    let mut registrar = stage.staff(Role::Registrar, "prikladna", HERSELF).await;
    let page = format!("/en/staff/credentials/{id}");
    let seen = registrar.get(&page).await.expect(200);
    assert!(!seen.text().contains(&format!("{id}/revoke")), "it is not even offered");
    let refused = registrar.get(&format!("{page}/revoke")).await.expect(403);
    assert!(refused.has(&english().web_error_denied_themselves()));
    let token = seen.token();
    let form = [("token", token.as_str()), ("reason", "issued-in-error"), ("date", "2026-06-30"), ("confirmed", "yes")];
    registrar.post(&format!("{page}/revoke"), &form).await.expect(403);
    let state = stage.tenant().history(&id.parse().unwrap()).await.unwrap().unwrap().state;
    assert!(state.revoked().is_none());
    let denied = stage.events().await.into_iter().filter(|event| event.denial == Some(Denial::Themselves));
    assert!(denied.into_iter().all(|event| event.account == agent("prikladna")));
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_of_whom_nobody_knows_who_they_are_judge_nobody() {
    let stage = Stage::with_one_credential().await;
    let id = only_credential(&stage).await;
    let mut unknown = stage.unknown_registrar("nekdo").await;
    let refused = unknown.get(&format!("/en/staff/credentials/{id}/revoke")).await.expect(403);
    assert!(refused.has(&english().web_error_denied_unidentified()));
    let batch = hand_in(&mut unknown, &["V-1004;Petr;Jiný;;;1. 2. 1990;A;12. 6. 2026"]).await;
    let check = unknown.get(&batch).await.expect(200);
    assert!(check.has(&english().web_error_denied_unidentified()));
    let token = token(&mut unknown).await;
    unknown.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    assert_eq!(stage.tenant().progress(None).await.unwrap().total(), 1, "nothing new");
}

/// What a role may open is what the table of rights says, page by page; and the other way round.
#[tokio::test(flavor = "multi_thread")]
async fn every_role_opens_the_pages_that_the_table_of_rights_gives_it() {
    let stage = Stage::with_one_credential().await;
    let id = only_credential(&stage).await;
    let one = |rest: &str| format!("/en/staff/credentials/{id}{rest}");
    let pages = [
        ("/en/staff".to_owned(), vec![Action::ViewProgress]),
        ("/en/staff/results".to_owned(), vec![Action::ImportResults]),
        ("/en/staff/credentials".to_owned(), vec![Action::SearchRegister]),
        (one(""), vec![Action::SearchRegister, Action::ViewCredential]),
        (one("/file.pdf"), vec![Action::SearchRegister, Action::DownloadFiles]),
        (one("/file.jsonld"), vec![Action::SearchRegister, Action::DownloadFiles]),
        (one("/revoke"), vec![Action::SearchRegister, Action::RevokeCredential]),
    ];
    let staff = Role::ALL.into_iter().filter(|role| role.is_staff());
    for role in staff {
        let mut browser = stage.staff(role, &format!("z-{}", role.code()), "Z-9").await;
        for (path, actions) in &pages {
            let may = actions.iter().all(|action| has_right(role, *action));
            let answer = browser.get(path).await;
            assert_eq!(answer.status, if may { 200 } else { 403 }, "{role:?} {path}");
        }
        assert_eq!(browser.get("/en/holder").await.status, 403, "{role:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_role_is_let_in_and_then_led_nowhere() {
    let stage = Stage::open().await;
    for role in Role::ALL.into_iter().filter(|role| role.is_staff()) {
        let actor = stage.employ(role, &format!("z-{}", role.code()), "Z-9").await;
        let link = stage.login_link(actor).await;
        let mut browser = stage.stranger();
        let landing = browser.post(&link, &[]).await.expect(303).header("location").to_owned();
        let page = browser.get(&landing).await.expect(200);
        assert!(page.text().contains("aria-current=\"page\""), "{role:?}: the menu shows where one is");
        let account = browser.get("/en/account").await.expect(200);
        assert!(account.has(&format!("z-{}", role.code())), "{role:?}");
        assert!(!account.text().contains("/en/holder\""), "{role:?}: nothing that does not open");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_s_sessions_are_listed_and_ended_from_another_device() {
    let stage = Stage::open().await;
    let (mut here, mut there) = (stage.holder().await, stage.holder().await);
    let mut somebody = stage.other_holder().await;
    let page = here.get("/en/account").await.expect(200);
    assert_eq!(page.text().matches("name=\"session\"").count(), 1, "the other one can be ended, this one is marked");
    let (token, other) = (page.token(), page.between("name=\"session\" value=\"", "\""));
    here.post("/en/account/sessions/end", &[("token", "no"), ("session", &other)]).await.expect(403);
    let theirs = somebody.get("/en/account").await.expect(200).token();
    somebody.post("/en/account/sessions/end", &[("token", &theirs), ("session", &other)]).await.expect(303);
    there.get("/en/holder").await.expect(200);
    here.post("/en/account/sessions/end", &[("token", &token), ("session", &other)]).await.expect(303);
    there.get("/en/holder").await.expect(401);
    here.get("/en/holder").await.expect(200);

    let mut again = stage.holder().await;
    here.post("/en/account/sessions/end-others", &[("token", &token)]).await.expect(303);
    again.get("/en/holder").await.expect(401);
    here.get("/en/holder").await.expect(200);
    somebody.get("/en/holder").await.expect(200);
    assert!(stage.events().await.iter().any(|event| event.kind == SecurityEventKind::SessionEnded));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_with_its_role_and_with_its_account() {
    let stage = Stage::open().await;
    let institution = stage.institution.clone();
    let mut registrar = stage.registrar().await;
    registrar.get("/en/staff").await.expect(200);
    let account = agent("dvorakova");
    stage.issuer.end_role(&account, Role::Registrar, Some(&institution), "", operator_permit()).await.unwrap();
    registrar.get("/en/staff").await.expect(401);

    let mut registrar = stage.registrar().await;
    registrar.get("/en/staff").await.expect(200);
    stage.issuer.set_account_state(&account, AccountState::Blocked, operator_permit()).await.unwrap();
    registrar.get("/en/staff").await.expect(401);

    let mut holder = stage.holder().await;
    holder.get("/en/holder").await.expect(200);
    stage.issuer.set_account_state(&agent("holder:1"), AccountState::Blocked, operator_permit()).await.unwrap();
    holder.get("/en/holder").await.expect(401);
    let kinds: Vec<_> = stage.events().await.into_iter().map(|event| event.kind).collect();
    for kind in [SecurityEventKind::RoleGranted, SecurityEventKind::RoleEnded, SecurityEventKind::AccountBlocked] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_again_ends_the_session_before() {
    let stage = Stage::open().await;
    let actor = stage.employ(Role::Registrar, "dvorakova", "Z-1").await;
    let (first, second) = (stage.login_link(actor.clone()).await, stage.login_link(actor).await);
    let mut browser = stage.stranger();
    let cookie = |set: &str| set.split(';').next().unwrap().to_owned();
    let before = cookie(browser.post(&first, &[]).await.expect(303).header("set-cookie"));
    let after = cookie(browser.post(&second, &[]).await.expect(303).header("set-cookie"));
    assert_ne!(before, after, "a new secret at each sign-in");
    let mut thief = stage.stranger();
    thief.hold(&before);
    thief.get("/en/staff").await.expect(401);
    thief.hold(&after);
    thief.get("/en/staff").await.expect(200);
}

/// A row of `session` as whoever can write the database would put it there, without the key that is not in the database.
#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_somebody_else_wrote_opens_nothing_and_is_written_down() {
    let stage = Stage::with_one_credential().await;
    let person = PersonId::new(HERSELF).unwrap();
    let actor = Actor::holder(agent("holder:1"), stage.institution.clone(), person);
    let forger = stage.issuer.store().sessions(RowKey::new(&[1; 32]));
    let expires = stage.now() + std::time::Duration::from_secs(60);
    let login = LoginToken { actor, language: Language::En, expires };
    forger.put_login_token(&TokenDigest::of("forged"), &login).await.unwrap();
    let (cookie, id) = (TokenDigest::of("stolen-secret"), SessionId::from_random([3; 16]));
    assert!(forger.redeem(&TokenDigest::of("forged"), &cookie, id, stage.now()).await.unwrap().is_some());
    let mut thief = stage.stranger();
    thief.hold("signet=stolen-secret");
    thief.get("/en/holder").await.expect(401);
    let forged = stage.events().await.into_iter().find(|event| event.kind == SecurityEventKind::RowForged);
    assert_eq!(forged.and_then(|event| event.object).as_deref(), Some("session"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_with_the_provider_that_began_it() {
    let stage = Stage::open().await;
    let registrar = stage.employ(Role::Registrar, "dvorakova", "Z-1").await;
    let rests_on = SessionIdentity {
        provider: "lhota".parse().unwrap(),
        sid: None,
        level: AssuranceLevel::Multi,
        authenticated: stage.now(),
        place: None,
    };
    let id = SessionId::from_random([4; 16]);
    let new = NewSession { digest: TokenDigest::of("a-secret"), id, language: Language::En };
    let begun = stage.issuer.sessions().begin_session(&new, &registrar, &rests_on, stage.now()).await.unwrap();
    assert!(begun.is_some());
    // No provider of this name is in the settings.
    let mut browser = stage.stranger();
    browser.hold("signet=a-secret");
    browser.get("/en/staff").await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_is_written_down_without_a_name() {
    let stage = Stage::with_one_credential().await;
    let id = only_credential(&stage).await;
    let mut registrar = stage.registrar().await;
    let token = registrar.get("/en/staff/credentials").await.expect(200).token();
    registrar.post("/en/staff/credentials", &[("token", &token), ("q", "prikladna")]).await.expect(200);
    registrar.get(&format!("/en/staff/credentials/{id}")).await.expect(200);
    registrar.get(&format!("/en/staff/credentials/{id}/file.pdf")).await.expect(200);
    let mut stranger = stage.stranger();
    stranger.post(&format!("/en/login/{}", "x".repeat(43)), &[]).await.expect(410);
    let mut guarantor = stage.staff(Role::Guarantor, "vzorna", "Z-2").await;
    guarantor.get("/en/staff/results").await.expect(403);
    let events = stage.events().await;
    let of = |kind| events.iter().filter(|event| event.kind == kind).collect::<Vec<_>>();
    assert_eq!(of(SecurityEventKind::RegisterSearched).len(), 2);
    for kind in [SecurityEventKind::CredentialViewed, SecurityEventKind::FileDownloaded] {
        let [event] = of(kind)[..] else { panic!("{kind:?}") };
        assert_eq!((event.account.as_str(), event.object.as_deref()), ("dvorakova", Some(id.as_str())));
    }
    assert_eq!(of(SecurityEventKind::LoginFailed).len(), 1);
    let [denied] = of(SecurityEventKind::Denied)[..] else { panic!("one refusal") };
    assert_eq!(
        (denied.account.as_str(), denied.action, denied.denial),
        ("vzorna", Some(Action::ImportResults), Some(Denial::Role))
    );
    let all = format!("{events:?}").to_lowercase();
    assert!(!all.contains("prikladn") && !all.contains("příkladn") && !all.contains("žofie"), "{all}");
}

/// The token of the forms that this browser is shown.
async fn token(browser: &mut Browser) -> String {
    browser.get("/en/account").await.expect(200).token()
}
