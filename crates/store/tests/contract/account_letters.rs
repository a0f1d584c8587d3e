//! Letters to accounts: where they go, who wants them, and what work they tell of.

use signet_access::{Actor, ClaimedPlace, ClaimedRole, ProviderName, Role};
use signet_record::{Email, Language};
use signet_registry::Agent;
use signet_store::{
    AccountContact, AccountLetter, AccountLetterKind, AddressCode, ClaimedLetter, NewAccountLetter, NoticeEnd,
    NoticeId, NoticeState, SentTo, Sessions, WorkerId,
};

use crate::engines::{Opened, on_both_engines};
use crate::fixture::{at, found, institution, person};
use crate::identities::nameless;
use crate::sessions::{agent, employ, sessions};

on_both_engines![
    an_address_is_what_the_provider_said_last,
    a_digest_is_written_down_once,
    a_letter_to_an_account_is_one_workers_until_its_lease_ends,
    ml9_an_address_that_takes_nothing_is_marked_until_somebody_says_otherwise,
    ml8_what_somebody_does_not_want_is_kept_for_them_alone,
    whoever_answers_for_a_seal_is_found_whoever_says_so,
    old_letters_and_addresses_are_swept_out,
];

fn lhota() -> ProviderName {
    "lhota".parse().unwrap()
}

fn worker(name: &str) -> WorkerId {
    WorkerId::new(name).unwrap()
}

async fn account(sessions: &Sessions, name: &str) -> Agent {
    let account = agent(name);
    sessions.put_account(&nameless(&account)).await.unwrap();
    account
}

fn contact(account: &Agent, email: Option<&str>, seen: i64) -> AccountContact {
    AccountContact {
        account: account.clone(),
        provider: lhota(),
        email: email.map(|email| Email::new(email).unwrap()),
        email_before: None,
        language: Language::Cs,
        place: None,
        seen: at(seen),
        digest_due: None,
        refused: None,
    }
}

fn letter(n: u8, account: &Agent, kind: AccountLetterKind) -> NewAccountLetter {
    NewAccountLetter {
        id: NoticeId::from_random([n; 16]),
        account: account.clone(),
        provider: lhota(),
        at_before: false,
        institution: None,
        kind,
        about: None,
        at: at(i64::from(n)),
    }
}

fn to_account(claimed: Option<ClaimedLetter>) -> AccountLetter {
    match claimed {
        Some(ClaimedLetter::Account(letter)) => letter,
        other => panic!("{other:?}"),
    }
}

async fn an_address_is_what_the_provider_said_last(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    let marie = account(&sessions, "lhota:1").await;
    let place = ClaimedPlace {
        institution: tenant.id().clone(),
        person: Some(person("p1")),
        roles: [Role::Registrar, Role::Guarantor].map(ClaimedRole::of).into(),
    };
    let first =
        AccountContact { place: Some(place), digest_due: Some(at(100)), ..contact(&marie, Some("a@x.example"), 1) };
    sessions.put_contact(&first, &[]).await.unwrap();
    assert_eq!(sessions.contact(&marie, &lhota()).await.unwrap(), Some(first.clone()));
    let roles: Vec<Role> = sessions.staff_of(&first, at(2)).await.unwrap().iter().map(|actor| actor.role()).collect();
    assert_eq!(roles, [Role::Guarantor, Role::Registrar]);

    // Once more before anybody looked what work there is: it is looked at when it was to be.
    let again = AccountContact { seen: at(5), digest_due: Some(at(500)), ..first.clone() };
    sessions.put_contact(&again, &[]).await.unwrap();
    assert_eq!(sessions.contact(&marie, &lhota()).await.unwrap().unwrap().digest_due, Some(at(100)));

    // Another address; then none, which takes nothing away; and no work any more.
    let moved = contact(&marie, Some("b@x.example"), 6);
    sessions.put_contact(&moved, &[letter(1, &marie, AccountLetterKind::AddressChanged)]).await.unwrap();
    sessions.put_contact(&contact(&marie, None, 7), &[]).await.unwrap();
    let found = sessions.contacts(&marie).await.unwrap().remove(0);
    let addresses = [found.email, found.email_before].map(|email| email.map(|email| email.to_string()));
    assert_eq!(addresses, [Some(String::from("b@x.example")), Some(String::from("a@x.example"))]);
    assert_eq!((found.seen, found.digest_due, found.place), (at(7), None, None));
    let blocked = signet_store::Account { state: signet_store::AccountState::Blocked, ..nameless(&marie) };
    sessions.put_account(&blocked).await.unwrap();
    assert!(sessions.staff_of(&first, at(8)).await.unwrap().is_empty(), "whoever is blocked works nowhere");
}

async fn whoever_answers_for_a_seal_is_found_whoever_says_so(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    found(&opened.store, "jinde").await;
    let sessions = sessions(&opened.store);
    let within = |name: &str, at: &str, role| Actor::within(agent(name), institution(at), role, None).unwrap();
    employ(&sessions, &within("given", "lhota", Role::SealCustodian)).await;
    employ(&sessions, &within("elsewhere", "jinde", Role::SealCustodian)).await;
    employ(&sessions, &within("other", "lhota", Role::Registrar)).await;
    let marie = account(&sessions, "lhota:1").await;
    let roles = [ClaimedRole::of(Role::SealCustodian)].into();
    let place = ClaimedPlace { institution: tenant.id().clone(), person: None, roles };
    let said = AccountContact { place: Some(place), ..contact(&marie, Some("a@x.example"), 1) };
    sessions.put_contact(&said, &[]).await.unwrap();
    let found = sessions.custodians(tenant.id(), at(2)).await.unwrap();
    assert_eq!(found, [agent("given"), marie].into());
    let ended = within("given", "lhota", Role::SealCustodian);
    assert!(sessions.end_role(&crate::sessions::ended(&ended)).await.unwrap());
    assert_eq!(sessions.custodians(tenant.id(), at(2)).await.unwrap().len(), 1);
}

async fn a_digest_is_written_down_once(opened: &Opened) {
    let sessions = sessions(&opened.store);
    let (marie, karel) = (account(&sessions, "lhota:1").await, account(&sessions, "lhota:2").await);
    let due =
        |who, at_second| AccountContact { digest_due: Some(at(at_second)), ..contact(who, Some("a@x.example"), 1) };
    sessions.put_contact(&due(&marie, 100), &[]).await.unwrap();
    sessions.put_contact(&due(&karel, 50), &[]).await.unwrap();
    assert!(sessions.due_digest(at(49)).await.unwrap().is_none());
    let first = sessions.due_digest(at(100)).await.unwrap().unwrap();
    assert_eq!(first.account, karel, "who has waited longest");
    let digest = letter(1, &karel, AccountLetterKind::Digest);
    assert!(sessions.put_digest(&first, Some(at(1_050)), std::slice::from_ref(&digest)).await.unwrap());
    assert!(
        !sessions.put_digest(&first, Some(at(1_050)), &[letter(2, &karel, AccountLetterKind::Digest)]).await.unwrap()
    );
    assert!(opened.store.outbox().account_letter(&NoticeId::from_random([2; 16])).await.unwrap().is_none());
    let second = sessions.due_digest(at(100)).await.unwrap().unwrap();
    assert_eq!(second.account, marie);
    assert!(sessions.put_digest(&second, None, &[]).await.unwrap());
    assert!(sessions.due_digest(at(1_000)).await.unwrap().is_none());
    let kept = opened.store.outbox().account_letter(&digest.id).await.unwrap().unwrap();
    assert_eq!((kept.new, kept.state, kept.tries), (digest, NoticeState::Waiting, 0));
}

async fn a_letter_to_an_account_is_one_workers_until_its_lease_ends(opened: &Opened) {
    let sessions = sessions(&opened.store);
    let marie = account(&sessions, "lhota:1").await;
    let letters = [letter(2, &marie, AccountLetterKind::UnitReturned), letter(1, &marie, AccountLetterKind::Digest)];
    sessions.put_contact(&contact(&marie, Some("a@x.example"), 1), &letters).await.unwrap();
    let (outbox, a, b) = (opened.store.outbox(), worker("a"), worker("b"));
    assert!(outbox.claim(&a, at(0), at(60)).await.unwrap().is_none(), "not due yet");
    let first = to_account(outbox.claim(&a, at(10), at(70)).await.unwrap());
    assert_eq!((&first.new, first.tries, first.first_try), (&letters[1], 1, Some(at(10))));
    let second = to_account(outbox.claim(&b, at(10), at(70)).await.unwrap());
    assert!(outbox.claim(&b, at(69), at(99)).await.unwrap().is_none());
    let claimed = ClaimedLetter::Account(first.clone());
    assert!(!outbox.postpone(&b, &claimed, at(99), "451").await.unwrap(), "another's");
    assert!(outbox.postpone(&a, &claimed, at(100), "451").await.unwrap());
    let end = NoticeEnd { state: NoticeState::HandedOver, code: None, at: at(80) };
    assert!(!outbox.end_account_letter(&a, &second.new.id, &end, None).await.unwrap());
    assert!(outbox.end_account_letter(&b, &second.new.id, &end, None).await.unwrap());
    let again = to_account(outbox.claim(&b, at(100), at(200)).await.unwrap());
    assert_eq!((&again.new.id, again.last_code.as_deref(), again.tries), (&first.new.id, Some("451"), 2));
    // What came back is ended, whichever kind of letter it is.
    assert!(outbox.bounce(&second.new.id, "5.1.1", at(90)).await.unwrap());
    let bounced = outbox.account_letter(&second.new.id).await.unwrap().unwrap();
    assert_eq!((bounced.state, bounced.last_code.as_deref()), (NoticeState::Bounced, Some("5.1.1")));
}

async fn ml9_an_address_that_takes_nothing_is_marked_until_somebody_says_otherwise(opened: &Opened) {
    let tenant = found(&opened.store, "lhota").await;
    let sessions = sessions(&opened.store);
    let (marie, karel) = (account(&sessions, "lhota:1").await, account(&sessions, "lhota:2").await);
    let place = ClaimedPlace {
        institution: tenant.id().clone(),
        person: Some(person("p1")),
        roles: [Role::Registrar].map(ClaimedRole::of).into(),
    };
    let old = NewAccountLetter { at_before: true, ..letter(1, &marie, AccountLetterKind::AddressChanged) };
    let letters = [old, letter(2, &marie, AccountLetterKind::Digest), letter(3, &marie, AccountLetterKind::Digest)];
    let contacts = AccountContact { place: Some(place), ..contact(&marie, Some("a@x.example"), 1) };
    sessions.put_contact(&contacts, &letters).await.unwrap();
    sessions.put_contact(&contact(&karel, Some("b@x.example"), 1), &[]).await.unwrap();
    let (outbox, a) = (opened.store.outbox(), worker("a"));
    let refused = async |who| sessions.contact(who, &lhota()).await.unwrap().unwrap().refused;
    let code = |n| AddressCode::from_bytes([n; 16]);
    let end = |state| NoticeEnd { state, code: None, at: at(20) };
    for n in [1, 2] {
        let claimed = to_account(outbox.claim(&a, at(10), at(70)).await.unwrap());
        assert_eq!(claimed.new.id, NoticeId::from_random([n; 16]));
        let sent = SentTo { address: code(n), refused: false };
        let ended = outbox.end_account_letter(&a, &claimed.new.id, &end(NoticeState::HandedOver), Some(&sent)).await;
        assert!(ended.unwrap());
    }
    assert_eq!(refused(&marie).await, None);
    // What comes back from the address of before says nothing of the one of today.
    assert!(outbox.bounce(&NoticeId::from_random([1; 16]), "5.1.1", at(30)).await.unwrap());
    assert_eq!(refused(&marie).await, None);
    assert!(outbox.bounce(&NoticeId::from_random([2; 16]), "5.1.1", at(30)).await.unwrap());
    assert_eq!((refused(&marie).await, refused(&karel).await), (Some(code(2)), None));
    // Signing in again changes nothing of it; saying that it works does.
    sessions.put_contact(&AccountContact { seen: at(31), ..contacts.clone() }, &[]).await.unwrap();
    let found = sessions.contacts_of_person(tenant.id(), &person("p1")).await.unwrap();
    assert_eq!((found.len(), found[0].refused.clone()), (1, Some(code(2))));
    sessions.accept_address(&marie, &lhota()).await.unwrap();
    assert_eq!(refused(&marie).await, None);
    // Refused at once is the same.
    let claimed = to_account(outbox.claim(&a, at(40), at(99)).await.unwrap());
    let (id, sent) = (&claimed.new.id, SentTo { address: code(3), refused: true });
    let end = end(NoticeState::Refused);
    assert!(!outbox.end_account_letter(&worker("b"), id, &end, Some(&sent)).await.unwrap());
    assert_eq!(refused(&marie).await, None, "another's letter");
    assert!(outbox.end_account_letter(&a, id, &end, Some(&sent)).await.unwrap());
    assert_eq!(refused(&marie).await, Some(code(3)));
}

async fn ml8_what_somebody_does_not_want_is_kept_for_them_alone(opened: &Opened) {
    let sessions = sessions(&opened.store);
    let (marie, karel) = (account(&sessions, "lhota:1").await, account(&sessions, "lhota:2").await);
    for _ in 0..2 {
        sessions.choose_letters(&marie, AccountLetterKind::Digest, false).await.unwrap();
    }
    assert_eq!(sessions.refused_letters(&marie).await.unwrap(), [AccountLetterKind::Digest]);
    assert!(sessions.refused_letters(&karel).await.unwrap().is_empty());
    sessions.choose_letters(&marie, AccountLetterKind::Digest, true).await.unwrap();
    assert!(sessions.refused_letters(&marie).await.unwrap().is_empty());
}

async fn old_letters_and_addresses_are_swept_out(opened: &Opened) {
    const DAY: i64 = 86_400;
    let sessions = sessions(&opened.store);
    let (marie, karel) = (account(&sessions, "lhota:1").await, account(&sessions, "lhota:2").await);
    let old = letter(1, &marie, AccountLetterKind::Digest);
    let new = NewAccountLetter { at: at(700 * DAY), ..letter(2, &marie, AccountLetterKind::Digest) };
    sessions.put_contact(&contact(&marie, Some("a@x.example"), 10 * DAY), &[old.clone(), new.clone()]).await.unwrap();
    sessions
        .put_contact(&contact(&karel, Some("b@x.example"), DAY), &[letter(3, &karel, AccountLetterKind::Digest)])
        .await
        .unwrap();
    let swept = opened.store.operator().sweep(at(731 * DAY)).await.unwrap();
    assert_eq!((swept.account_letters, swept.contacts), (2, 1));
    assert!(sessions.contacts(&karel).await.unwrap().is_empty() && sessions.contacts(&marie).await.unwrap().len() == 1);
    let outbox = opened.store.outbox();
    assert!(outbox.account_letter(&old.id).await.unwrap().is_none());
    assert!(outbox.account_letter(&new.id).await.unwrap().is_some());
}
