//! Acts that write letters: who is told of what, by the very act that it tells of.

use std::time::Duration;

use signet_access::{AssuranceLevel, ClaimedPlace, LoginProvider, ReleasedClaims, Role, RoleRule};
use signet_issue::Issuer;
use signet_outbound::RecognisedPerson;
use signet_record::{Email, InstitutionRules, Language, PersonId, Timestamp};
use signet_store::{
    AccountContact, AccountLetterKind, ClaimedLetter, NewAccountLetter, NewSession, NoticeEnd, NoticeId, NoticeKind,
    NoticeState, SentTo, SessionId, TokenDigest, WorkerId,
};

use signet_web::StaffLinks;

use crate::{
    browser::Browser,
    correct,
    holder::only_credential,
    staff::{GOOD, hand_in},
    stage::{Stage, agent, english},
};

/// Whoever has an account, who is a person of the institution by its provider's word, is written to.
pub async fn writes_to(stage: &Stage, account: &str, person: &str) {
    let place = ClaimedPlace {
        institution: stage.institution.clone(),
        person: Some(PersonId::new(person).unwrap()),
        roles: [].into(),
    };
    let contact = AccountContact {
        account: agent(account),
        provider: "univerzita".parse().unwrap(),
        email: Email::new(&format!("{account}@vzorova.example")).ok(),
        email_before: None,
        language: Language::En,
        place: Some(place),
        seen: stage.now(),
        digest_due: Some(stage.now()),
        refused: None,
    };
    stage.issuer.sessions().put_contact(&contact, &[]).await.unwrap();
}

/// Letters to accounts that wait, each once: what they tell, and whom.
pub async fn told(stage: &Stage) -> Vec<(AccountLetterKind, String)> {
    let mut found: Vec<_> = letters(stage)
        .await
        .into_iter()
        .filter_map(|claimed| match claimed {
            ClaimedLetter::Account(letter) => Some((letter.new.kind, letter.new.account.to_string())),
            ClaimedLetter::Holder(_) => None,
        })
        .collect();
    found.sort();
    found
}

/// Every letter that waits, ended as whoever sends letters would end it.
async fn letters(stage: &Stage) -> Vec<ClaimedLetter> {
    let (worker, outbox) = (WorkerId::new("letters").unwrap(), stage.issuer.store().outbox());
    let (mut found, now) = (Vec::new(), after(stage, 400 * 86_400));
    let end = NoticeEnd { state: NoticeState::HandedOver, code: None, at: now };
    while let Some(claimed) = outbox.claim(&worker, now, now + Duration::from_secs(60)).await.unwrap() {
        match &claimed {
            ClaimedLetter::Account(letter) => {
                assert!(outbox.end_account_letter(&worker, &letter.new.id, &end, None).await.unwrap());
            }
            ClaimedLetter::Holder(notice) => {
                let tenant = stage.issuer.store().tenant(&notice.institution);
                assert!(tenant.end_notice(&worker, &notice.id, &end, None).await.unwrap());
            }
        }
        found.push(claimed);
    }
    found
}

fn after(stage: &Stage, seconds: u64) -> Timestamp {
    stage.now() + Duration::from_secs(seconds)
}

fn to(account: &str, kind: AccountLetterKind) -> (AccountLetterKind, String) {
    (kind, account.to_owned())
}

/// Looks at everything that is due.
async fn look(teller: &Issuer) {
    while teller.write_batch_letter().await.unwrap() {}
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_results_issued_is_told_once_that_all_of_it_is_sealed() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    writes_to(&stage, "dvorakova", "Z-1").await;
    let batch = hand_in(&mut registrar, &[GOOD]).await;
    let page = registrar.get(&batch).await.expect(200);
    look(&stage.teller(after(&stage, 120))).await;
    assert_eq!(told(&stage).await, [], "nobody has said that it shall be issued");
    registrar.post(&format!("{batch}/issue"), &[("token", &page.token())]).await.expect(303);
    look(&stage.teller(after(&stage, 120))).await;
    assert_eq!(told(&stage).await, [], "it waits for its seal");
    stage.seal_all().await;
    look(&stage.teller(after(&stage, 300))).await;
    assert_eq!(told(&stage).await, [to("dvorakova", AccountLetterKind::BatchDone)]);
    look(&stage.teller(after(&stage, 9_000))).await;
    assert_eq!(told(&stage).await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_results_issued_is_told_once_that_some_fail_and_then_how_it_ended() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    writes_to(&stage, "dvorakova", "Z-1").await;
    let batch = hand_in(&mut registrar, &[GOOD]).await;
    let page = registrar.get(&batch).await.expect(200);
    registrar.post(&format!("{batch}/issue"), &[("token", &page.token())]).await.expect(303);
    let (queue, worker) = (stage.tenant().queue(), WorkerId::new("seals").unwrap());
    let claimed = queue.claim(&worker, after(&stage, 1), after(&stage, 60), 1).await.unwrap().remove(0);
    assert!(queue.postpone(&worker, &claimed, after(&stage, 90_000), "no-seal").await.unwrap());
    look(&stage.teller(after(&stage, 120))).await;
    assert_eq!(told(&stage).await, [], "perhaps for a moment only");
    look(&stage.teller(after(&stage, 1_200))).await;
    assert_eq!(told(&stage).await, [to("dvorakova", AccountLetterKind::BatchFailed)]);
    look(&stage.teller(after(&stage, 9_000))).await;
    assert_eq!(told(&stage).await, [], "once");
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/retry"), &[("token", &token)]).await.expect(303);
    stage.seal_all().await;
    look(&stage.teller(after(&stage, 90_000))).await;
    assert_eq!(told(&stage).await, [to("dvorakova", AccountLetterKind::BatchDone)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_a_second_person_is_a_task_of_every_other() {
    let stage = Stage::open().await;
    stage.rule(InstitutionRules { second_yes: true, ..InstitutionRules::default() }).await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let mut colleague = stage.staff(Role::Registrar, "novak", "Z-2").await;
    let mut alias = stage.staff(Role::Registrar, "dvorakova-2", "Z-1").await;
    let batch = hand_in(&mut registrar, &[GOOD]).await;
    let task = l.web_staff_work_task(signet_lang::args::TaskWord::Second);
    assert!(!colleague.get("/en/staff").await.expect(200).has(&task), "nothing was said yet");
    let token = registrar.get(&batch).await.expect(200).token();
    registrar.post(&format!("{batch}/issue"), &[("token", &token)]).await.expect(303);
    let page = colleague.get("/en/staff").await.expect(200);
    assert!(page.has(&task) && page.text().contains(&batch));
    for same in [&mut registrar, &mut alias] {
        assert!(!same.get("/en/staff").await.expect(200).has(&task), "nobody agrees with themselves");
    }
    let token = colleague.get(&batch).await.expect(200).token();
    colleague.post(&format!("{batch}/decline"), &[("token", &token)]).await.expect(303);
    assert!(!colleague.get("/en/staff").await.expect(200).has(&task));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_given_a_role_is_told_and_told_again_before_it_ends() {
    let stage = Stage::open().await;
    let account = agent("univerzita:1");
    stage.employ(Role::Registrar, account.as_str(), "Z-5").await;
    writes_to(&stage, account.as_str(), "Z-5").await;
    let mut admin = stage.staff(Role::InstitutionAdmin, "spravcova", "Z-9").await;
    crate::office::give(&mut admin, "Z-5", "quality-office", "regular", "2026-08-31").await.expect(303);
    assert_eq!(told(&stage).await, [to("univerzita:1", AccountLetterKind::RoleGiven)], "whoever is that person");
    let mut ends = Vec::new();
    for day in 0..70_u64 {
        let teller = stage.teller(after(&stage, day * 86_400));
        while teller.write_digest().await.unwrap() {}
        let now = told(&stage).await;
        if now.contains(&to("univerzita:1", AccountLetterKind::RoleEnds)) {
            ends.push(day);
        }
    }
    // From the first of July: a month before the end is the first of August, a week before it the 24th.
    assert_eq!(ends, [31, 54]);
}

#[tokio::test(flavor = "multi_thread")]
async fn ho17_another_address_in_the_records_is_told_at_both() {
    let stage = Stage::with_one_credential().await;
    let mut registrar = stage.registrar().await;
    let mut credential = format!("/en/staff/credentials/{}", only_credential(&stage).await);
    letters(&stage).await;
    let before = Email::new("zofie@vzorova.example").ok();
    // The sheet brought no address; then one comes, then another.
    for (email, expected) in [
        ("zofie@vzorova.example", vec![]),
        ("jina@vzorova.example", vec![(NoticeKind::AddressBefore, before), (NoticeKind::AddressChanged, None)]),
    ] {
        let path = format!("{credential}/correct");
        let token = registrar.get(&path).await.expect(200).token();
        let sent = correct::form(&token, &[("email", email), ("confirmed", "yes")]);
        let done = registrar.post(&path, &sent).await.expect(303);
        credential = done.header("location").split('?').next().unwrap().to_owned();
        let mut told: Vec<_> = letters(&stage)
            .await
            .into_iter()
            .filter_map(|claimed| match claimed {
                ClaimedLetter::Holder(notice) => Some((notice.kind, notice.address)),
                ClaimedLetter::Account(_) => None,
            })
            .collect();
        told.sort_by_key(|(kind, _)| kind.code());
        assert_eq!(told, expected, "{email}");
        stage.seal_all().await;
        letters(&stage).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_address_at_a_sign_in_is_told_at_both() {
    let stage = Stage::open().await;
    let registrar = RoleRule::new("affiliation", "office", Role::Registrar).unwrap();
    let provider = LoginProvider { roles: vec![registrar], ..stage.university().client.provider().clone() };
    let sign_in = async |n: u8, email: &str| {
        let mut claims = ReleasedClaims::default();
        claims.put("email", vec![email.to_owned()]);
        claims.put("affiliation", vec!["office".to_owned()]);
        let (subject, authenticated) = ("s-1".to_owned(), stage.now());
        let person = RecognisedPerson { subject, level: AssuranceLevel::Multi, authenticated, session: None, claims };
        let (digest, id) = (TokenDigest::of(&format!("session {n}")), SessionId::from_random([n; 16]));
        let new = NewSession { digest, id, language: Language::En };
        stage.issuer.sign_in(&provider, &person, &new, None).await.unwrap().session.actor.account().clone()
    };
    let account = sign_in(1, "a@vzorova.example").await;
    assert_eq!(told(&stage).await, [], "nothing was there before");
    assert_eq!(sign_in(2, "b@vzorova.example").await, account);
    let both: Vec<_> = letters(&stage)
        .await
        .into_iter()
        .filter_map(|claimed| match claimed {
            ClaimedLetter::Account(letter) => Some((letter.new.kind, letter.new.at_before)),
            ClaimedLetter::Holder(_) => None,
        })
        .collect();
    assert_eq!(both.len(), 2);
    for at_before in [false, true] {
        assert!(both.contains(&(AccountLetterKind::AddressChanged, at_before)));
    }
    sign_in(3, "b@vzorova.example").await;
    assert_eq!(told(&stage).await, [], "the same address");
}

#[tokio::test(flavor = "multi_thread")]
async fn ml9_an_address_that_takes_nothing_is_shown_until_its_owner_says_that_it_works() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    writes_to(&stage, "dvorakova", "Z-1").await;
    let (account, sessions) = (agent("dvorakova"), stage.issuer.sessions());
    let known = sessions.contacts(&account).await.unwrap().remove(0);
    let letter = |n: u8| NewAccountLetter {
        id: NoticeId::from_random([n; 16]),
        account: account.clone(),
        provider: known.provider.clone(),
        at_before: false,
        institution: None,
        kind: AccountLetterKind::Digest,
        about: None,
        at: stage.now(),
    };
    let (worker, outbox) = (WorkerId::new("letters").unwrap(), stage.issuer.store().outbox());
    let refuse = async |n: u8, address: &str| {
        sessions.put_contact(&known, &[letter(n)]).await.unwrap();
        outbox.claim(&worker, after(&stage, 1), after(&stage, 60)).await.unwrap().unwrap();
        let sent = SentTo { address: stage.issuer.address_code(address), refused: true };
        let end = NoticeEnd { state: NoticeState::Refused, code: Some("550".into()), at: stage.now() };
        assert!(outbox.end_account_letter(&worker, &letter(n).id, &end, Some(&sent)).await.unwrap());
    };
    let (title, warning) = (l.web_letters_refused_title(), l.web_letters_refused_account());
    // Another address than the one of today says nothing of it.
    refuse(1, "drive@vzorova.example").await;
    assert!(!registrar.get("/en/account").await.expect(200).has(&warning));
    refuse(2, "dvorakova@vzorova.example").await;
    assert!(registrar.get("/en/account").await.expect(200).has(&warning));
    let page = registrar.get("/en/account/letters").await.expect(200);
    assert!(page.has(&title) && page.has("dvorakova@vzorova.example"));
    let works = |token| [("token", token), ("works", "univerzita")];
    registrar.post("/en/account/letters", &works("wrong")).await.expect(403);
    registrar.post("/en/account/letters", &works(&page.token())).await.expect(303);
    assert!(!registrar.get("/en/account/letters").await.expect(200).has(&title));
    assert!(!registrar.get("/en/account").await.expect(200).has(&warning));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_behind_a_link_offers_the_ways_by_which_one_can_come_back() {
    let stage = Stage::open().await;
    let l = english();
    let link = stage.login_link(stage.holder_actor()).await;
    let page = stage.stranger().get(&link).await.expect(200);
    assert!(page.has(&l.web_account_login_button()) && !page.has(&l.web_account_login_keep_title()));
    let mut with_provider = Browser::new(stage.restarted(StaffLinks::UntilProvider, vec![stage.university()]));
    let page = with_provider.get(&link).await.expect(200);
    assert!(page.has(&l.web_account_login_keep_title()) && page.text().contains("/en/login/at/univerzita\""));
    // Looking spends nothing.
    with_provider.post(&link, &[]).await.expect(303);
}
