//! Letters to holders, as the registrar and the holder see them.

use signet_access::SecurityEventKind;
use signet_lang::args;
use signet_record::{CredentialId, Language, Timestamp, specimen};
use signet_store::{NameKeys, NoticeEnd, NoticeState, WorkerId};

use crate::{
    holder::only_credential,
    stage::{Stage, english},
};

/// The letter that waits comes to an end, as whoever sends letters would end it.
async fn end(stage: &Stage, state: NoticeState, code: Option<&str>) {
    let (worker, now) = (WorkerId::new("letters").unwrap(), stage.now());
    let after = |seconds| Timestamp::from_second(now.as_second() + seconds).unwrap();
    let notice = stage.issuer.store().outbox().claim(&worker, after(1), after(60)).await.unwrap().unwrap();
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
    stage.tenant().put_people(&[(&person, keys)], stage.now()).await.unwrap();
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
