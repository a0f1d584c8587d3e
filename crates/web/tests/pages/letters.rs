//! Letters to holders, as the registrar and the holder see them.

use signet_access::{ProviderName, SecurityEventKind};
use signet_lang::args;
use signet_record::{CredentialId, Language, Timestamp, specimen};
use signet_registry::Agent;
use signet_store::{
    AccountContact, AccountLetterKind, ClaimedLetter, NameKeys, NewAccountLetter, NoticeEnd, NoticeId, NoticeState,
    WorkerId,
};

use crate::{
    holder::only_credential,
    stage::{Stage, english},
};

/// The letter that waits comes to an end, as whoever sends letters would end it.
async fn end(stage: &Stage, state: NoticeState, code: Option<&str>) {
    let (worker, now) = (WorkerId::new("letters").unwrap(), stage.now());
    let after = |seconds| Timestamp::from_second(now.as_second() + seconds).unwrap();
    let claimed = stage.issuer.store().outbox().claim(&worker, after(1), after(60)).await.unwrap();
    let Some(ClaimedLetter::Holder(notice)) = claimed else { panic!("{claimed:?}") };
    let end = NoticeEnd { state, code: code.map(str::to_owned), at: now };
    assert!(stage.tenant().end_notice(&worker, &notice.id, &end, None).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_registrar_sends_a_letter_again_and_reads_what_became_of_the_last() {
    let stage = Stage::with_one_credential().await;
    let (l, mut registrar, mut holder) = (english(), stage.registrar().await, stage.holder().await);
    let id = only_credential(&stage).await;
    let page = format!("/en/staff/credentials/{id}");
    let letter = format!("{page}/letter");
    assert!(registrar.get(&page).await.expect(200).has(&l.web_staff_letter_waiting()));
    // The sheet brought no address; another one does.
    let asked = registrar.get(&letter).await.expect(200);
    assert!(asked.has(&l.web_staff_letter_problem(args::WebStaffLetterProblem::NoAddress)));
    let person = specimen::holder().unwrap();
    let keys = NameKeys::new(b"prikladna", ["prikladna"]);
    stage.tenant().put_people(&[(&person, keys)], stage.now(), None).await.unwrap();
    let asked = registrar.get(&letter).await.expect(200);
    let waiting = l.web_staff_letter_problem(args::WebStaffLetterProblem::Waiting);
    assert!(asked.has(&waiting), "one waits already");
    assert!(!asked.has(&l.web_staff_letter_do()));
    let token = asked.token();
    registrar.post(&letter, &[("token", &token)]).await.expect(409);

    end(&stage, NoticeState::Refused, Some("550")).await;
    let refused = l.web_staff_letter_refused_address();
    let seen = registrar.get(&page).await.expect(200);
    assert!(seen.has(&l.web_staff_letter_warning(refused.as_str())) && seen.has(&l.web_staff_letter_open()));
    let institution = specimen::institution().unwrap();
    let name = institution.legal_name.text(Language::En);
    let told = l.web_holder_letter_refused(name);
    assert!(holder.get("/en/holder").await.expect(200).has(&told));

    let asked = registrar.get(&letter).await.expect(200);
    let email = person.email.clone().unwrap();
    assert!(asked.has(email.as_str()), "where it would go");
    registrar.post(&letter, &[("token", "wrong")]).await.expect(403);
    let sent = registrar.post(&letter, &[("token", &asked.token())]).await.expect(303);
    let done = registrar.get(sent.header("location")).await.expect(200);
    assert!(done.has(&l.web_staff_letter_done()) && done.has(&l.web_staff_letter_waiting()));
    let id: CredentialId = id.parse().unwrap();
    let notices = stage.tenant().notices(&id).await.unwrap();
    assert_eq!(notices.len(), 2);
    let events = stage.events().await;
    let requested = events.iter().filter(|event| event.kind == SecurityEventKind::LetterRequested);
    assert_eq!(requested.count(), 1);

    // Nobody is left alone with a warning once a letter went through.
    end(&stage, NoticeState::HandedOver, None).await;
    assert!(!holder.get("/en/holder").await.expect(200).has(&told));
    assert!(registrar.get(&page).await.expect(200).has(&l.web_staff_letter_handed_over()));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_about_what_was_never_sealed() {
    let stage = Stage::open().await;
    let mut registrar = stage.registrar().await;
    registrar.get("/en/staff/credentials/00000000-0000-4000-8000-000000000000/letter").await.expect(404);
}

/// Somebody's account is written to, and one letter about their work was.
async fn written_to(stage: &Stage, account: &str) -> NoticeId {
    let (account, provider) = (Agent::new(account).unwrap(), "lhota".parse::<ProviderName>().unwrap());
    let contact = AccountContact {
        account: account.clone(),
        provider: provider.clone(),
        email: None,
        email_before: None,
        language: Language::En,
        place: None,
        seen: stage.now(),
        digest_due: None,
        refused: None,
    };
    let letter = |n: u8, kind| NewAccountLetter {
        id: NoticeId::from_random([n; 16]),
        account: account.clone(),
        provider: provider.clone(),
        at_before: false,
        institution: None,
        kind,
        about: None,
        at: stage.now(),
    };
    let letters = [letter(7, AccountLetterKind::Digest), letter(8, AccountLetterKind::IdentityAdded)];
    stage.issuer.sessions().put_contact(&contact, &letters).await.unwrap();
    letters[0].id.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn ml8_staff_turn_off_what_is_optional_and_nothing_else() {
    let stage = Stage::open().await;
    let (l, mut registrar) = (english(), stage.registrar().await);
    let page = registrar.get("/en/account/letters").await.expect(200);
    let digest = l.web_letters_kind(args::AccountLetterWord::Digest);
    assert!(page.has(&digest) && page.has(&l.web_letters_always()));
    assert!(registrar.get("/en/account").await.expect(200).has(&l.web_letters_title()));
    let token = page.token();
    for (wanted, is_off) in [("no", true), ("yes", false)] {
        let chosen = [("token", token.as_str()), ("kind", "digest"), ("wanted", wanted)];
        registrar.post("/en/account/letters", &chosen).await.expect(303);
        let page = registrar.get("/en/account/letters").await.expect(200);
        assert_eq!(page.has(&l.web_letters_turn_on()), is_off);
    }
    // What is about the account itself is not to be turned off.
    for wrong in ["identity-added", "accounts-merged", "unknown", ""] {
        registrar
            .post("/en/account/letters", &[("token", &token), ("kind", wrong), ("wanted", "no")])
            .await
            .expect(404);
    }
    registrar
        .post("/en/account/letters", &[("token", "wrong"), ("kind", "digest"), ("wanted", "no")])
        .await
        .expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn ml8_one_click_in_an_email_needs_no_session_and_no_other_tag_does_it() {
    let stage = Stage::open().await;
    let l = english();
    let _registrar = stage.registrar().await;
    let accounts = stage.issuer.sessions().accounts().await.unwrap();
    let account = accounts.first().unwrap().id.clone();
    let id = written_to(&stage, account.as_str()).await;
    let refused = async || stage.issuer.sessions().refused_letters(&account).await.unwrap();
    let stop = format!("/en/letters/{}", stage.issuer.stop_tag(&id));
    let mut anyone = stage.stranger();
    // Looking at the page turns nothing off; another tag, or one of what is always sent, neither.
    assert!(anyone.get(&stop).await.expect(200).has(&l.web_letters_stop_do()));
    assert!(refused().await.is_empty());
    let always = stage.issuer.stop_tag(&NoticeId::from_random([8; 16]));
    for wrong in [stage.issuer.bounce_tag(&id).to_string(), always.to_string(), "x".repeat(42), id.to_string()] {
        anyone.post(&format!("/en/letters/{wrong}"), &[("List-Unsubscribe", "One-Click")]).await.expect(404);
    }
    assert!(refused().await.is_empty());
    let done = anyone.post(&stop, &[("List-Unsubscribe", "One-Click")]).await.expect(200);
    assert!(done.has(&l.web_letters_stopped_title()));
    assert_eq!(refused().await, [AccountLetterKind::Digest]);
    anyone.post(&stop, &[("List-Unsubscribe", "One-Click")]).await.expect(200);
}
