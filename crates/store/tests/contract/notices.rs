//! Letters: written with what they tell, claimed by one worker, and ended together with what the ledger says of them.

use signet_record::{CredentialId, Email, Holder, HolderFields};
use signet_registry::{Channel, Delivered, Event, Stage};
use signet_store::{
    AppendError, ClaimedLetter, LetterNames, NewNotice, Notice, NoticeEnd, NoticeId, NoticeKind, NoticeState, Tenant,
    WorkerId,
};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{
    append, at, by, credential, found, holder, intend, issue, name_keys, person, propose, revoked, seal, state,
};

on_both_engines![
    a_letter_stands_or_falls_with_what_it_tells,
    a_letter_is_one_workers_until_its_lease_ends,
    the_ledger_says_that_the_holder_was_told,
    letters_are_of_their_institution,
    ho17_a_new_address_is_told_at_both,
    ml9_a_letter_that_came_back_is_ended_and_no_other,
];

fn worker(name: &str) -> WorkerId {
    WorkerId::new(name).unwrap()
}

fn new(n: u8, kind: NoticeKind, credential: CredentialId) -> NewNotice {
    NewNotice { id: NoticeId::from_random([n; 16]), kind, credential, at: at(i64::from(n)), address: None }
}

fn to_holder(claimed: Option<ClaimedLetter>) -> Notice {
    match claimed {
        Some(ClaimedLetter::Holder(notice)) => notice,
        other => panic!("{other:?}"),
    }
}

async fn only(tenant: &Tenant, credential: &CredentialId) -> Notice {
    let mut all = tenant.notices(credential).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

async fn a_letter_stands_or_falls_with_what_it_tells(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let entry = state(&tenant, &id).await.next(revoked(), at(2_000), by()).unwrap();
    let notice = new(1, NoticeKind::Revoked, id);
    tenant.append_telling(&entry, Some(&notice)).await.unwrap();
    let told = only(&tenant, &id).await;
    assert_eq!((told.kind, told.state, told.tries), (NoticeKind::Revoked, NoticeState::Waiting, 0));
    // The same entry again is refused, and so is its letter.
    let again = new(2, NoticeKind::Revoked, id);
    assert!(matches!(tenant.append_telling(&entry, Some(&again)).await, Err(AppendError::Overtaken)));
    assert_eq!(only(&tenant, &id).await.id, notice.id);
}

async fn a_letter_is_one_workers_until_its_lease_ends(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let (outbox, a, b) = (opened.store.outbox(), worker("a"), worker("b"));
    for n in [2, 1] {
        tenant.put_notice(&new(n, NoticeKind::Issued, id)).await.unwrap();
    }
    assert!(outbox.claim(&a, at(0), at(60)).await.unwrap().is_none(), "not due yet");
    let first = to_holder(outbox.claim(&a, at(10), at(70)).await.unwrap());
    assert_eq!((first.id.clone(), first.tries, first.first_try), (NoticeId::from_random([1; 16]), 1, Some(at(10))));
    let second = to_holder(outbox.claim(&b, at(10), at(70)).await.unwrap());
    assert_eq!(second.id, NoticeId::from_random([2; 16]));
    assert!(outbox.claim(&b, at(69), at(99)).await.unwrap().is_none());
    assert!(!outbox.postpone(&b, &ClaimedLetter::Holder(first.clone()), at(99), "451").await.unwrap(), "another's");
    assert!(outbox.postpone(&a, &ClaimedLetter::Holder(first.clone()), at(100), "451").await.unwrap());
    // B has died: what it had is free when its lease ends, and was tried before.
    let taken = to_holder(outbox.claim(&a, at(70), at(130)).await.unwrap());
    assert_eq!((taken.id.clone(), taken.tries, taken.first_try), (second.id.clone(), 2, Some(at(10))));
    let end = NoticeEnd { state: NoticeState::HandedOver, code: None, at: at(80) };
    assert!(!tenant.end_notice(&b, &second.id, &end, None).await.unwrap(), "its lease is over");
    assert!(tenant.end_notice(&a, &taken.id, &end, None).await.unwrap());
    assert!(outbox.claim(&a, at(99), at(200)).await.unwrap().is_none());
    let again = to_holder(outbox.claim(&a, at(100), at(200)).await.unwrap());
    assert_eq!((again.id, again.last_code.as_deref(), again.tries), (first.id, Some("451"), 2));
}

async fn the_ledger_says_that_the_holder_was_told(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    propose(&tenant, 1, "p1").await;
    let id = credential(1);
    intend(&tenant, &id).await;
    seal(&tenant, &id).await;
    tenant.put_notice(&new(1, NoticeKind::Issued, id)).await.unwrap();
    let a = worker("a");
    let notice = to_holder(opened.store.outbox().claim(&a, at(500), at(600)).await.unwrap());
    let delivered = || Event::Delivered(Delivered { channel: Channel::Email });
    let old = state(&tenant, &id).await.next(delivered(), at(1_500), by()).unwrap();
    append(&tenant, &id, Event::Delivered(Delivered { channel: Channel::Portal })).await;
    let end = NoticeEnd { state: NoticeState::HandedOver, code: None, at: at(501) };
    let overtaken = tenant.end_notice(&a, &notice.id, &end, Some(&old)).await;
    assert!(matches!(overtaken, Err(AppendError::Overtaken)));
    assert_eq!(only(&tenant, &id).await.state, NoticeState::Waiting, "neither is written");
    let entry = state(&tenant, &id).await.next(delivered(), at(2_000), by()).unwrap();
    assert!(tenant.end_notice(&a, &notice.id, &end, Some(&entry)).await.unwrap());
    let ended = only(&tenant, &id).await;
    assert_eq!((ended.state, ended.ended), (NoticeState::HandedOver, Some(at(501))));
    let history = tenant.history(&id).await.unwrap().unwrap();
    assert_eq!(history.state.stage(), Stage::Delivered);
    assert_eq!(history.entries.last().unwrap().event(), &delivered());
    assert_eq!(tenant.audit_log(&[]).await.unwrap().findings, []);
}

async fn letters_are_of_their_institution(opened: &Opened) {
    let (tenant, other) = (found(&opened.store, "lhota").await, found(&opened.store, "horni").await);
    let id = issue(&tenant, 1, "p1").await;
    tenant.put_notice(&new(1, NoticeKind::Issued, id)).await.unwrap();
    assert!(other.notices(&id).await.unwrap().is_empty());
    assert!(other.put_notice(&new(2, NoticeKind::Issued, id)).await.is_err(), "it has no such credential");
    let a = worker("a");
    let claimed = to_holder(opened.store.outbox().claim(&a, at(10), at(70)).await.unwrap());
    assert_eq!(&claimed.institution, tenant.id());
    let end = NoticeEnd { state: NoticeState::Refused, code: Some(String::from("550")), at: at(11) };
    assert!(!other.end_notice(&a, &claimed.id, &end, None).await.unwrap());
    assert_eq!(only(&tenant, &id).await.state, NoticeState::Waiting);
}

async fn ho17_a_new_address_is_told_at_both(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let numbers = std::sync::atomic::AtomicU8::new(100);
    let name = || NoticeId::from_random([numbers.fetch_add(1, std::sync::atomic::Ordering::Relaxed); 16]);
    let keep = async |address: Option<&str>, tells: bool| {
        let email = address.map(|address| Email::new(address).unwrap());
        let known = (*holder("p1", Some("Jana"), Some("Nováková"))).clone();
        let one = Holder::new(HolderFields { email, ..known }).unwrap();
        let letters: Option<LetterNames<'_>> = if tells { Some(&name) } else { None };
        tenant.put_people(&[(&one, name_keys(&one))], at(7), letters).await.unwrap();
    };
    let addresses = async |id: &CredentialId| {
        let all = tenant.notices(id).await.unwrap();
        all.into_iter().filter_map(|notice| notice.address).collect::<Vec<_>>()
    };
    let id = issue(&tenant, 1, "p1").await;
    keep(Some("old@x.example"), false).await;
    keep(Some("old@x.example"), true).await;
    assert_eq!(tenant.notices(&id).await.unwrap(), [], "the same address");
    keep(Some("OLD@x.example"), true).await;
    keep(None, true).await;
    keep(Some("old@x.example"), true).await;
    assert_eq!(tenant.notices(&id).await.unwrap(), [], "nothing was there before");
    keep(Some("new@x.example"), false).await;
    keep(Some("newer@x.example"), true).await;
    let told = tenant.notices(&id).await.unwrap();
    let of = |kind| told.iter().find(|notice| notice.kind == kind).unwrap();
    let (before, now) = (of(NoticeKind::AddressBefore), of(NoticeKind::AddressChanged));
    assert_eq!((told.len(), &before.address, &now.address), (2, &Email::new("new@x.example").ok(), &None));
    assert_eq!(tenant.last_notice(&person("p1")).await.unwrap().map(|last| last.id), Some(now.id.clone()));
    // The address of before is nowhere once its letter has ended, however it ended.
    assert!(opened.store.outbox().bounce(&before.id, "5.1.1", at(8)).await.unwrap());
    assert_eq!(addresses(&id).await, []);
    keep(Some("newest@x.example"), true).await;
    assert_eq!(addresses(&id).await, [Email::new("newer@x.example").unwrap()]);
    let a = worker("a");
    for _ in 0..3 {
        let claimed = to_holder(opened.store.outbox().claim(&a, at(10), at(70)).await.unwrap());
        let end = NoticeEnd { state: NoticeState::HandedOver, code: None, at: at(11) };
        assert!(tenant.end_notice(&a, &claimed.id, &end, None).await.unwrap());
    }
    assert_eq!(addresses(&id).await, []);
}

async fn ml9_a_letter_that_came_back_is_ended_and_no_other(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let id = issue(&tenant, 1, "p1").await;
    let (outbox, a) = (opened.store.outbox(), worker("a"));
    for n in 1..=3 {
        tenant.put_notice(&new(n, NoticeKind::Issued, id)).await.unwrap();
    }
    let states = async || {
        let mut all: Vec<_> = tenant.notices(&id).await.unwrap();
        all.sort_by_key(|notice| notice.created);
        all.into_iter().map(|notice| (notice.state, notice.last_code)).collect::<Vec<_>>()
    };
    let waiting = (NoticeState::Waiting, None);
    let first = to_holder(outbox.claim(&a, at(10), at(70)).await.unwrap());
    let end = NoticeEnd { state: NoticeState::HandedOver, code: None, at: at(11) };
    assert!(tenant.end_notice(&a, &first.id, &end, None).await.unwrap());
    assert!(outbox.bounce(&first.id, "5.1.1", at(20)).await.unwrap());
    assert!(!outbox.bounce(&first.id, "5.7.1", at(21)).await.unwrap(), "once");
    let back = (NoticeState::Bounced, Some(String::from("5.1.1")));
    assert_eq!(states().await, [back.clone(), waiting.clone(), waiting.clone()]);

    // Taken over, and back before its relay's answer was written down: it ends all the same, and nobody sends it again.
    let second = to_holder(outbox.claim(&a, at(20), at(80)).await.unwrap());
    assert!(outbox.bounce(&second.id, "5.1.1", at(21)).await.unwrap());
    assert!(!tenant.end_notice(&a, &second.id, &end, None).await.unwrap());
    assert_eq!(states().await, [back.clone(), back, waiting]);

    // What the relay had refused itself stays as it was told.
    let third = to_holder(outbox.claim(&a, at(30), at(90)).await.unwrap());
    let refused = NoticeEnd { state: NoticeState::Refused, code: Some(String::from("550")), at: at(31) };
    assert!(tenant.end_notice(&a, &third.id, &refused, None).await.unwrap());
    assert!(!outbox.bounce(&third.id, "5.1.1", at(40)).await.unwrap());
    assert!(!outbox.bounce(&NoticeId::from_random([9; 16]), "5.1.1", at(40)).await.unwrap(), "there is none");
    assert!(outbox.claim(&a, at(1_000), at(2_000)).await.unwrap().is_none());
}
