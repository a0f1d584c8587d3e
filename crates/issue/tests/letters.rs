//! Letters from the act that they tell to a real relay: a register, a key and awards of this test alone.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[expect(dead_code, reason = "each test program uses its own part of it")]
mod register;
#[allow(dead_code, reason = "each test program uses its own part of it")]
mod relay;

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use register::Register;
use relay::{issued, later, nobody, notices, plain, relays, send, worker};
use signet_access::{Action, Actor, AssuranceLevel, Role, Target, allowed};
use signet_issue::{LetterObserver, LetterOutcome, LetterStep, LetterTrouble, Observer, SealOutcome};
use signet_outbound::MailCode;
use signet_record::{Date, PersonId, Timestamp};
use signet_registry::{Agent, Channel, Event, Reason, Revoked, Stage};
use signet_store::{NewNotice, NoticeId, NoticeKind, NoticeState, SessionId, TokenDigest};

#[test]
fn a_letter_comes_with_the_seal_and_the_ledger_says_that_it_was_sent() {
    let Some(relays) = relays() else { return };
    let (register, id) = issued();
    let tenant = register.tenant();
    let notice = notices(&register, &tenant, &id).remove(0);
    assert_eq!((notice.kind, notice.state), (NoticeKind::Issued, NoticeState::Waiting));
    let outcome = send(&register, &register.issuer, &relays.of("accept"));
    assert_eq!(outcome, LetterOutcome::Ended(notice.id.clone(), NoticeState::HandedOver));
    assert_eq!(send(&register, &register.issuer, &relays.of("accept")), LetterOutcome::Idle);
    let history = register.runtime.block_on(tenant.history(&id)).unwrap().unwrap();
    assert_eq!(history.state.stage(), Stage::Delivered);
    let Event::Delivered(delivered) = history.entries.last().unwrap().event() else { panic!() };
    assert_eq!(delivered.channel, Channel::Email);
    register.sound();

    // The link in it opens a session once, and proves no more than that somebody reads their mail.
    let taken = relays.taken(&notice.id);
    let letter = plain(&taken[0]);
    let token = letter.split("https://signet.example/cs/login/").nth(1).unwrap();
    let token: String = token.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    let sessions = register.issuer.sessions();
    let (digest, now) = (TokenDigest::of(&token), Timestamp::now());
    register.runtime.block_on(async {
        let cookie = TokenDigest::of("cookie");
        let opened = sessions.redeem(&digest, &cookie, SessionId::from_random([1; 16]), now).await.unwrap().unwrap();
        let found = sessions.session(&cookie, now).await.unwrap().unwrap();
        for actor in [opened.actor, found.actor] {
            assert_eq!(actor.role(), Role::Holder);
            assert_eq!(actor.assurance().unwrap().level, AssuranceLevel::Mail);
            let person = actor.person().unwrap().clone();
            let own = Target::Credential { institution: tenant.id(), holder: &person, guarantor: None, place: None };
            assert!(allowed(&actor, Action::DownloadFiles, &own).is_ok());
            assert!(allowed(&actor, Action::EraseData, &own).is_err());
        }
        let again = sessions.redeem(&digest, &TokenDigest::of("other"), SessionId::from_random([2; 16]), now).await;
        assert!(again.unwrap().is_none(), "it was used");
    });
}

#[test]
fn ml3_a_stop_at_any_step_loses_no_letter_and_sends_at_most_one_double() {
    let Some(relays) = relays() else { return };
    let relay = relays.of("accept");
    for step in LetterStep::ALL {
        let (register, id) = issued();
        let tenant = register.tenant();
        let notice = notices(&register, &tenant, &id).remove(0);
        let observer: LetterObserver = Arc::new(move |reached| assert!(reached != step, "interrupted"));
        let stopped = std::panic::catch_unwind(AssertUnwindSafe(|| {
            register.runtime.block_on(register.issuer.send_letter(&relay, &worker(), &observer))
        }));
        assert!(stopped.is_err(), "{step:?} was not reached");
        // Nobody else has it before the lease ends, and then somebody does.
        assert_eq!(send(&register, &register.issuer, &relay), LetterOutcome::Idle, "{step:?}");
        let next = send(&register, &register.at(later(10)), &relay);
        let done = step == LetterStep::Recorded;
        let expected = LetterOutcome::Ended(notice.id.clone(), NoticeState::HandedOver);
        assert_eq!(next, if done { LetterOutcome::Idle } else { expected }, "{step:?}");
        let taken = relays.taken(&notice.id);
        let doubles = usize::from(step == LetterStep::HandedOver);
        assert_eq!(taken.len(), 1 + doubles, "{step:?}: one letter, and a double where nobody could know");
        let link = |letter: &String| {
            plain(letter).split("/cs/login/").nth(1).map(|rest| rest.chars().take(40).collect::<String>())
        };
        assert!(taken.iter().all(|letter| link(letter) == link(&taken[0]) && link(letter).is_some()), "{step:?}");
        let history = register.runtime.block_on(tenant.history(&id)).unwrap().unwrap();
        let delivered = history.entries.iter().filter(|entry| matches!(entry.event(), Event::Delivered(_)));
        assert_eq!(delivered.count(), 1, "{step:?}");
        register.sound();
    }
}

#[test]
fn what_a_relay_does_not_take_is_tried_for_three_days_and_given_up() {
    let (register, id) = issued();
    let tenant = register.tenant();
    let relay = nobody();
    let waits = [1, 5, 15, 60];
    let mut now = later(0);
    for (tries, minutes) in (1..).zip(waits) {
        let outcome = send(&register, &register.at(now), &relay);
        assert!(matches!(outcome, LetterOutcome::PutOff(_, LetterTrouble::Mail(MailCode::Unreachable))), "{outcome:?}");
        let notice = notices(&register, &tenant, &id).remove(0);
        assert_eq!((notice.tries, notice.due), (tries, now + Duration::from_secs(minutes * 60)));
        assert_eq!(notice.last_code.as_deref(), Some("unreachable"));
        let early = notice.due - Duration::from_secs(1);
        assert_eq!(send(&register, &register.at(early), &relay), LetterOutcome::Idle);
        now = notice.due;
    }
    let outcome = send(&register, &register.at(now + Duration::from_secs(70 * 3600)), &relay);
    assert!(matches!(outcome, LetterOutcome::PutOff(..)), "{outcome:?}");
    let outcome = send(&register, &register.at(now + Duration::from_secs(80 * 3600)), &relay);
    assert!(matches!(outcome, LetterOutcome::Ended(_, NoticeState::GivenUp)), "{outcome:?}");
    let history = register.runtime.block_on(tenant.history(&id)).unwrap().unwrap();
    assert_eq!(history.state.stage(), Stage::Sealed, "nobody was told");
}

#[test]
fn a_revocation_is_told_with_its_reason_and_what_is_not_so_any_more_is_not() {
    let Some(relays) = relays() else { return };
    let (register, id) = issued();
    let tenant = register.tenant();
    register.runtime.block_on(async {
        let registrar = Actor::within(
            Agent::new("test").unwrap(),
            tenant.id().clone(),
            Role::Registrar,
            Some(PersonId::new("S-1").unwrap()),
        )
        .unwrap();
        let credential = tenant.credential(&id).await.unwrap().unwrap();
        let asked = register.issuer.ask(&tenant, &[registrar], Action::RevokeCredential, &credential).await.unwrap();
        let revoked = Revoked::new(Reason::ResultAnnulled, None, Date::constant(2026, 6, 20)).unwrap();
        register.issuer.revoke(&tenant, id, revoked, asked.unwrap()).await.unwrap();
    });
    let (revoked, issued) = match notices(&register, &tenant, &id).as_slice() {
        [a, b] if a.kind == NoticeKind::Revoked => (a.clone(), b.clone()),
        [a, b] => (b.clone(), a.clone()),
        other => panic!("{other:?}"),
    };
    let relay = relays.of("accept");
    let outcomes = [send(&register, &register.issuer, &relay), send(&register, &register.issuer, &relay)];
    assert!(outcomes.contains(&LetterOutcome::Ended(issued.id.clone(), NoticeState::Outdated)), "{outcomes:?}");
    assert!(outcomes.contains(&LetterOutcome::Ended(revoked.id.clone(), NoticeState::HandedOver)), "{outcomes:?}");
    assert!(relays.taken(&issued.id).is_empty(), "what was revoked before is not announced");
    let letter = plain(&relays.taken(&revoked.id)[0]);
    assert!(letter.contains("výsledek zkoušky byl zrušen") && letter.contains("https://signet.example/cs/login"));
    register.sound();
}

#[test]
fn ml2_a_refused_address_ends_the_letter_and_no_ledger_says_otherwise() {
    let Some(relays) = relays() else { return };
    let (register, id) = issued();
    let tenant = register.tenant();
    let outcome = send(&register, &register.issuer, &relays.of("unknown"));
    assert!(matches!(outcome, LetterOutcome::Ended(_, NoticeState::Refused)), "{outcome:?}");
    let notice = notices(&register, &tenant, &id).remove(0);
    assert_eq!((notice.state, notice.last_code.as_deref()), (NoticeState::Refused, Some("550")));
    let history = register.runtime.block_on(tenant.history(&id)).unwrap().unwrap();
    assert_eq!(history.state.stage(), Stage::Sealed);
}

#[test]
fn ml4_many_letters_that_wait_cost_whoever_seals_nothing() {
    const MANY: u32 = 10_000;
    let (register, id) = issued();
    let tenant = register.tenant();
    let now = Timestamp::now();
    register.runtime.block_on(async {
        for number in 0..MANY {
            let mut random = [0; 16];
            random[..4].copy_from_slice(&number.to_be_bytes());
            let notice = NewNotice {
                id: NoticeId::from_random(random),
                kind: NoticeKind::Issued,
                credential: id,
                at: now,
                address: None,
            };
            tenant.put_notice(&notice).await.unwrap();
        }
    });
    let relay = nobody();
    let transactions = || register.issuer.store().transactions();
    let before = transactions();
    const TRIED: u32 = 20;
    for _ in 0..TRIED {
        let outcome = send(&register, &register.issuer, &relay);
        assert!(matches!(outcome, LetterOutcome::PutOff(..)), "{outcome:?}");
    }
    // Each costs a claim, its link and what became of it, however many wait behind it.
    assert_eq!(transactions() - before, u64::from(TRIED) * 3);
    // Sealing begins as many transactions as it does without any.
    register.propose(2);
    let before = transactions();
    let unseen: Observer = Arc::new(|_, _| {});
    let outcome = register.work(&unseen);
    assert!(matches!(outcome, SealOutcome::Sealed(_)), "{outcome:?}");
    assert_eq!(transactions() - before, 6, "as tests/transactions.rs says, its letter included");
}

#[test]
fn without_a_relay_no_letter_is_written() {
    let register = Register::new();
    let id = register.propose(1)[0];
    let unseen: Observer = Arc::new(|_, _| {});
    assert!(matches!(register.work(&unseen), SealOutcome::Sealed(_)));
    assert!(notices(&register, &register.tenant(), &id).is_empty());
}
