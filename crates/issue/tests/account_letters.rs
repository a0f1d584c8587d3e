//! Letters to accounts and what comes back, to and from real relays; and what the log says of all of it.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[expect(dead_code, reason = "each test program uses its own part of it")]
mod register;
#[allow(dead_code, reason = "each test program uses its own part of it")]
mod relay;

use std::sync::Arc;

use register::Register;
use relay::{issued, later, nobody, notices, plain, relays, report, send};
use signet_access::{Action, Actor, ClaimedPlace, ClaimedRole, Role, Target, allowed};
use signet_issue::{BounceOutcome, Issuer, LetterOutcome, Observer, SealOutcome};
use signet_outbound::{DeliveryReport, LetterTag};
use signet_record::{Email, Language, Line, Timestamp};
use signet_registry::{Agent, Stage};
use signet_store::{
    Account, AccountContact, AccountLetterKind, AccountState, LoginToken, NewAccountLetter, NoticeId, NoticeState,
    StoreError,
};

#[test]
fn ml9_a_bounce_marks_only_its_own_letter_and_a_forged_one_nothing() {
    let (register, id) = issued();
    let tenant = register.tenant();
    let other = register.propose(2)[1];
    let unseen: Observer = Arc::new(|_, _| {});
    assert!(matches!(register.work(&unseen), SealOutcome::Sealed(_)));
    let (notice, untouched) =
        (notices(&register, &tenant, &id).remove(0), notices(&register, &tenant, &other).remove(0));
    let take = |report: &DeliveryReport| {
        let taken: Result<_, StoreError> = register.runtime.block_on(register.issuer.take_delivery_report(report));
        taken.unwrap()
    };
    let tag = register.issuer.bounce_tag(&notice.id);
    let waits = || assert_eq!(notices(&register, &tenant, &id).remove(0).state, NoticeState::Waiting);

    // Whoever has seen a letter knows its name, and still cannot make its tag.
    let mut forged = *tag.bytes();
    forged[LetterTag::BYTES - 1] ^= 1;
    let strange = LetterTag::from_bytes([7; LetterTag::BYTES]);
    for none in [LetterTag::from_bytes(forged).to_string(), strange.to_string(), String::from("x")] {
        assert_eq!(take(&report(&none, "failed", "5.1.1")), BounceOutcome::Stranger);
        waits();
    }
    let tag = tag.to_string();
    for (action, status) in [("delayed", "4.4.1"), ("failed", "4.4.7"), ("delivered", "2.0.0")] {
        assert_eq!(take(&report(&tag, action, status)), BounceOutcome::Unchanged(notice.id.clone()));
        waits();
    }
    assert_eq!(take(&report(&tag, "failed", "5.1.1")), BounceOutcome::Marked(notice.id.clone()));
    let marked = notices(&register, &tenant, &id).remove(0);
    assert_eq!((marked.state, marked.last_code.as_deref()), (NoticeState::Bounced, Some("5.1.1")));
    assert_eq!(take(&report(&tag, "failed", "5.1.1")), BounceOutcome::Unchanged(notice.id), "once");
    assert_eq!(notices(&register, &tenant, &other).remove(0), untouched);
    register.sound();
}

#[test]
fn ml9_what_the_relay_took_over_comes_back_by_the_senders_address() {
    let Some(relays) = relays() else { return };
    let (register, id) = issued();
    let tenant = register.tenant();
    assert!(matches!(
        send(&register, &register.issuer, &relays.of("accept")),
        LetterOutcome::Ended(_, NoticeState::HandedOver)
    ));
    let notice = notices(&register, &tenant, &id).remove(0);
    let taken = relays.taken(&notice.id).remove(0);
    let sender = taken.lines().find_map(|line| line.strip_prefix("x-mail-from: ")).unwrap();
    let tag = sender.strip_prefix("bounce+").and_then(|rest| rest.strip_suffix("@signet.example")).unwrap();
    assert!(taken.contains("From: ") && taken.matches(tag).count() == 1, "it stands in the envelope alone");
    let report = report(tag, "failed", "5.2.1");
    let outcome = register.runtime.block_on(register.issuer.take_delivery_report(&report)).unwrap();
    assert_eq!(outcome, BounceOutcome::Marked(notice.id));
    // What the ledger says stays true: it was handed over.
    let history = register.runtime.block_on(tenant.history(&id)).unwrap().unwrap();
    assert_eq!(history.state.stage(), Stage::Delivered);
    register.sound();
}

/// Every line of the log, as whoever runs the service would read it.
#[derive(Clone, Default)]
struct LogLines(Arc<std::sync::Mutex<Vec<String>>>);

impl tracing::Subscriber for LogLines {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, event: &tracing::Event<'_>) {
        struct Line(String);
        impl tracing::field::Visit for Line {
            fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
                self.0.push_str(&format!("{field}={value:?} "));
            }
        }
        let mut line = Line(String::new());
        event.record(&mut line);
        self.0.lock().unwrap().push(line.0);
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

const CUSTODIAN: &str = "jitka.pecetni@horni-dolni.example";

/// Somebody who answers for the seals of the institution, and is due to be told of their work.
fn custodian(register: &Register) -> Agent {
    let (account, now) = (Agent::new("lhota:1").unwrap(), Timestamp::now());
    let sessions = register.issuer.sessions();
    let (name, state) = ("Jitka Pečetní".to_owned(), AccountState::Active);
    let known = Account { id: account.clone(), name, state, created: now, changed: now };
    let place = ClaimedPlace {
        institution: register.tenant().id().clone(),
        person: None,
        roles: [ClaimedRole::of(Role::SealCustodian)].into(),
    };
    let contact = AccountContact {
        account: account.clone(),
        provider: "lhota".parse().unwrap(),
        email: Some(Email::new(CUSTODIAN).unwrap()),
        email_before: None,
        language: Language::Cs,
        place: Some(place),
        seen: now,
        digest_due: Some(now),
        refused: None,
    };
    register.runtime.block_on(async {
        sessions.put_account(&known).await.unwrap();
        sessions.put_contact(&contact, &[]).await.unwrap();
    });
    account
}

fn digest(register: &Register, issuer: &Issuer) -> bool {
    register.runtime.block_on(issuer.write_digest()).unwrap()
}

#[test]
fn ml8_work_is_told_once_a_day_to_who_has_some_and_wants_it() {
    let Some(relays) = relays() else { return };
    let relay = relays.of("accept");
    let mut register = Register::new();
    register.issuer = register.issuer.clone().telling_holders();
    register.propose(2);
    let account = custodian(&register);
    assert!(digest(&register, &register.at(later(1))));
    assert!(!digest(&register, &register.at(later(1))), "once a day");
    let LetterOutcome::Ended(id, NoticeState::HandedOver) = send(&register, &register.at(later(1)), &relay) else {
        panic!("it was not sent")
    };
    let taken = relays.taken(&id).remove(0);
    let letter = plain(&taken);
    assert!(taken.contains(&format!("To: {CUSTODIAN}")), "{taken}");
    let spaced = letter.replace('\u{a0}', " ");
    assert!(spaced.contains("Zkontrolovat pečeť a spustit ji: 1"), "{letter}");
    assert!(letter.contains("https://signet.example/cs/staff"), "{letter}");
    let stop = format!("https://signet.example/cs/letters/{}", register.issuer.stop_tag(&id));
    assert!(taken.replace("\r\n ", " ").contains(&format!("List-Unsubscribe: <{stop}>")), "{taken}");
    assert!(taken.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    let holder = signet_record::specimen::holder().unwrap();
    assert!(!letter.contains(&holder.full_name()), "counts, and nobody's name");

    // Switched off: the next day nothing is written down. What is about the account comes all the same.
    let choose = |wanted: bool| {
        let sessions = register.issuer.sessions();
        let chosen = sessions.choose_letters(&account, AccountLetterKind::Digest, wanted);
        register.runtime.block_on(chosen).unwrap();
    };
    choose(false);
    let next_day = register.at(later(25 * 60));
    assert!(digest(&register, &next_day));
    assert_eq!(send(&register, &next_day, &relay), LetterOutcome::Idle);
    let contact = register.runtime.block_on(register.issuer.sessions().contacts(&account)).unwrap().remove(0);
    let always = NewAccountLetter {
        id: NoticeId::from_random([9; 16]),
        account: account.clone(),
        provider: contact.provider.clone(),
        at_before: false,
        institution: None,
        kind: AccountLetterKind::IdentityAdded,
        about: None,
        at: Timestamp::now(),
    };
    register.runtime.block_on(register.issuer.sessions().put_contact(&contact, &[always])).unwrap();
    assert!(matches!(send(&register, &next_day, &relay), LetterOutcome::Ended(_, NoticeState::HandedOver)));

    // Wanted again, and nothing is left to do by the time that it is sent.
    choose(true);
    let third_day = register.at(later(49 * 60));
    assert!(digest(&register, &third_day));
    let unseen: Observer = Arc::new(|_, _| {});
    while matches!(register.work(&unseen), SealOutcome::Sealed(_)) {}
    let outcome = send(&register, &third_day, &relay);
    let LetterOutcome::Ended(id, NoticeState::Outdated) = outcome else { panic!("{outcome:?}") };
    assert!(relays.taken(&id).is_empty(), "nobody is told that there is nothing");
}

#[test]
fn whoever_answers_for_the_seal_is_told_of_an_emergency_link() {
    let Some(relays) = relays() else { return };
    let relay = relays.of("accept");
    let mut register = Register::new();
    register.issuer = register.issuer.clone().telling_holders();
    let account = custodian(&register);
    let institution = register.tenant().id().clone();
    let custodian = Actor::within(account, institution, Role::SealCustodian, None).unwrap();
    let actor = custodian.in_emergency(Line::new("Přihlášení neodpovídá").unwrap());
    let login = LoginToken { actor, language: Language::Cs, expires: later(15) };
    let operator = Actor::operator(Agent::new("spravce").unwrap());
    let permit = allowed(&operator, Action::ManageInstitutions, &Target::Service).unwrap();
    register.runtime.block_on(register.issuer.put_login_token("token", &login, permit)).unwrap();
    let LetterOutcome::Ended(id, NoticeState::HandedOver) = send(&register, &register.at(later(1)), &relay) else {
        panic!("it was not sent")
    };
    let letter = plain(&relays.taken(&id).remove(0)).replace('\u{a0}', " ");
    assert!(letter.contains("pro účet lhota:1 vydán nouzový přihlašovací odkaz"), "{letter}");
    assert!(!letter.contains("token") && !letter.contains("/login/"), "the link is not in it: {letter}");
}

#[test]
fn ml9_a_digest_that_came_back_stops_the_next_until_the_address_is_another_or_works_again() {
    let Some(relays) = relays() else { return };
    let relay = relays.of("accept");
    let mut register = Register::new();
    register.issuer = register.issuer.clone().telling_holders();
    register.propose(2);
    let account = custodian(&register);
    let day = |days: i64| register.at(later(days * 24 * 60 + 1));
    let sent = |issuer: &Issuer| {
        assert!(digest(&register, issuer));
        send(&register, issuer, &relay)
    };
    let came_back = |outcome: LetterOutcome| {
        let LetterOutcome::Ended(id, NoticeState::HandedOver) = outcome else { panic!("{outcome:?}") };
        let report = report(&register.issuer.bounce_tag(&id).to_string(), "failed", "5.1.1");
        register.runtime.block_on(register.issuer.take_delivery_report(&report)).unwrap();
    };
    let sessions = register.issuer.sessions();
    let contact = || register.runtime.block_on(sessions.contacts(&account)).unwrap().remove(0);
    let put = |contact: &AccountContact| register.runtime.block_on(sessions.put_contact(contact, &[])).unwrap();
    came_back(sent(&day(0)));
    assert_eq!(sent(&day(1)), LetterOutcome::Idle, "nothing goes to an address that takes nothing");
    // Another address is tried; the one of before is still known to take nothing.
    let (first, second) = (contact(), Email::new("jitka@horni-dolni.example").unwrap());
    assert!(register.runtime.block_on(register.issuer.refused_address(&first)).unwrap().is_some());
    put(&AccountContact { email: Some(second), ..first.clone() });
    assert!(matches!(sent(&day(2)), LetterOutcome::Ended(_, NoticeState::HandedOver)));
    put(&AccountContact { email: first.email.clone(), ..contact() });
    assert_eq!(sent(&day(3)), LetterOutcome::Idle);
    // Its owner says that it works; what is refused at once stops the next as well.
    register.runtime.block_on(sessions.accept_address(&account, &first.provider)).unwrap();
    assert!(digest(&register, &day(4)));
    let refused = send(&register, &day(4), &relays.of("unknown"));
    assert!(matches!(refused, LetterOutcome::Ended(_, NoticeState::Refused)), "{refused:?}");
    assert_eq!(sent(&day(5)), LetterOutcome::Idle);
}

#[test]
fn ml6_the_log_of_a_whole_sending_story_names_nobody() {
    let Some(relays) = relays() else { return };
    let lines = LogLines::default();
    // For the whole program: what other tests here write must name nobody either.
    tracing::subscriber::set_global_default(lines.clone()).unwrap();
    let (secrets, told) = {
        let (register, id) = issued();
        register.propose(2);
        let tenant = register.tenant();
        let notice = notices(&register, &tenant, &id).remove(0);
        custodian(&register);
        assert!(digest(&register, &register.at(later(1))));
        // Put off, refused, taken over, come back, forged: each says something of its own.
        let issuer = register.at(later(1));
        assert!(matches!(send(&register, &issuer, &nobody()), LetterOutcome::PutOff(..)));
        assert!(matches!(
            send(&register, &issuer, &relays.of("unknown")),
            LetterOutcome::Ended(_, NoticeState::Refused)
        ));
        let issuer = register.at(later(5));
        let LetterOutcome::Ended(digest, NoticeState::HandedOver) = send(&register, &issuer, &relays.of("accept"))
        else {
            panic!("it was not sent")
        };
        let tags = [register.issuer.bounce_tag(&notice.id), register.issuer.bounce_tag(&digest)];
        register.runtime.block_on(async {
            for tag in [&tags[0], &tags[1], &LetterTag::from_bytes([3; LetterTag::BYTES])] {
                let report = report(&tag.to_string(), "failed", "5.1.1");
                register.issuer.take_delivery_report(&report).await.unwrap();
            }
        });
        let stop = register.issuer.stop_tag(&digest);
        let holder = signet_record::specimen::holder().unwrap();
        let taken = plain(&relays.taken(&digest)[0]);
        assert!(taken.contains(CUSTODIAN));
        let told = [(notice.id, "refused"), (digest.clone(), "handed-over"), (digest, "came back")];
        let secrets = vec![
            tags[0].to_string(),
            tags[1].to_string(),
            stop.to_string(),
            holder.full_name(),
            holder.person.to_string(),
            holder.email.as_ref().map(ToString::to_string).unwrap_or_else(|| CUSTODIAN.to_owned()),
            "Pečetní".to_owned(),
            "nobody@example.org".to_owned(),
        ];
        (secrets, told)
    };
    let lines = lines.0.lock().unwrap();
    for (id, state) in told {
        let of_it = |line: &String| line.contains(id.as_str()) && line.contains(state);
        assert!(lines.iter().any(of_it), "{state}: {lines:#?}");
    }
    for line in lines.iter() {
        let said = secrets.iter().find(|secret| line.contains(secret.as_str()));
        assert_eq!(said, None, "{line}");
        assert!(!line.contains('@') && !line.contains("/login/") && !line.contains("/letters/"), "{line}");
    }
}
