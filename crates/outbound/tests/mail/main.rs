//! Letters handed to real relays on loopback, each with a way of its own to take them or not to.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    collections::BTreeMap,
    env, fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use signet_outbound::{
    Handover, Letter, MailCode, MailLogin, MailRelay, MailRelayError, MailRelaySettings, MailTls, Secret,
};

/// The relays that `cargo xtask` started, and where their letters lie.
struct Relays {
    ports: BTreeMap<String, u16>,
    folder: PathBuf,
}

/// `None` where there are none: then a test says that it was skipped.
fn relays() -> Option<Relays> {
    let (Ok(ports), Some(folder)) = (env::var("SIGNET_TEST_RELAY"), env::var_os("SIGNET_TEST_RELAY_FOLDER")) else {
        eprintln!("skipped: SIGNET_TEST_RELAY is not set");
        return None;
    };
    let port = |one: &str| one.split_once('=').map(|(way, port)| (way.to_owned(), port.parse().unwrap()));
    Some(Relays { ports: ports.split(' ').map(|one| port(one).unwrap()).collect(), folder: folder.into() })
}

impl Relays {
    fn settings(&self, way: &str, tls: MailTls) -> MailRelaySettings {
        let roots = if tls == MailTls::None { Vec::new() } else { vec![self.root()] };
        MailRelaySettings {
            host: "127.0.0.1".into(),
            port: self.ports[way],
            tls,
            login: None,
            roots,
            from: "signet@mikrocertifikat.example".into(),
            bounces: None,
            domain: "mikrocertifikat.example".into(),
            time: Duration::from_secs(10),
        }
    }

    fn root(&self) -> Vec<u8> {
        fs::read(self.folder.join("relay.pem")).unwrap()
    }

    fn plain(&self, way: &str) -> MailRelay {
        MailRelay::new(self.settings(way, MailTls::None)).unwrap()
    }

    /// The letters that were taken under a `Message-ID`, as they came.
    fn taken(&self, id: &str) -> Vec<String> {
        let mark = format!("Message-ID: <{id}@mikrocertifikat.example>");
        let files = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().path());
        let letters = files.filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
        letters.map(|path| fs::read_to_string(path).unwrap()).filter(|letter| letter.contains(&mark)).collect()
    }
}

/// The tag of every letter here.
const TAG: &str = "abcdefghijklmnopqrstuvwxyz234567abcdefghii";

fn letter(id: &str) -> Letter {
    // Of this run alone: the folder outlives a test program.
    let id = format!("{id}-{}-{}", std::process::id(), Timestamp::now().as_millisecond());
    Letter {
        to: format!("{id}@example.org"),
        id,
        tag: TAG.parse().unwrap(),
        date: Timestamp::now(),
        from_name: "Univerzita Horní Dolní".into(),
        reply_to: Some(("Univerzita Horní Dolní".into(), "studijni@horni-dolni.example".into())),
        unsubscribe: None,
        subject: "Vydali jsme vám mikrocertifikát – Univerzita Horní Dolní".into(),
        text: "Dobrý den,\n\n.\n..\ninstituce vám vydala mikrocertifikát.\n".into(),
        html: "<!DOCTYPE html><html lang=\"cs\"><p>Dobrý den,</p></html>".into(),
    }
}

#[tokio::test]
async fn ml2_what_a_relay_takes_is_handed_over_once() {
    let Some(relays) = relays() else { return };
    let letter = letter("accepted");
    assert_eq!(relays.plain("accept").hand_over(&letter).await, Handover::Accepted);
    let taken = relays.taken(&letter.id);
    let [one] = taken.as_slice() else { panic!("{taken:?}") };
    assert!(one.contains("x-mail-from: signet@mikrocertifikat.example\r\n"), "{one}");
    assert!(one.contains(&format!("x-rcpt-to: {}\r\n", letter.to)), "{one}");
    assert!(one.contains("Auto-Submitted: auto-generated\r\n") && one.contains("multipart/alternative"), "{one}");
}

#[tokio::test]
async fn ml2_each_refusal_is_told_from_the_others() {
    let Some(relays) = relays() else { return };
    let told = [
        ("closing", Handover::Temporary(MailCode::Reply(421))),
        ("never", Handover::Temporary(MailCode::Reply(451))),
        ("unknown", Handover::Refused(MailCode::Reply(550))),
        ("disliking", Handover::Refused(MailCode::Reply(554))),
        // A relay that takes nothing from us says nothing about the address: the letter waits for the operator.
        ("distrusting", Handover::Temporary(MailCode::Reply(553))),
        ("dying", Handover::Temporary(MailCode::Broken)),
    ];
    for (way, expected) in told {
        let letter = letter(way);
        assert_eq!(relays.plain(way).hand_over(&letter).await, expected, "{way}");
        assert!(relays.taken(&letter.id).is_empty(), "{way}");
    }
}

#[tokio::test]
async fn ml2_what_is_put_off_is_taken_later_under_the_same_name() {
    let Some(relays) = relays() else { return };
    let (relay, letter) = (relays.plain("later"), letter("later"));
    assert_eq!(relay.hand_over(&letter).await, Handover::Temporary(MailCode::Reply(451)));
    assert_eq!(relay.hand_over(&letter).await, Handover::Accepted);
    assert_eq!(relays.taken(&letter.id).len(), 1);
}

#[tokio::test]
async fn ml2_nobody_waits_for_a_slow_relay() {
    let Some(relays) = relays() else { return };
    let settings = MailRelaySettings { time: Duration::from_millis(700), ..relays.settings("slow", MailTls::None) };
    let begun = Instant::now();
    let outcome = MailRelay::new(settings).unwrap().hand_over(&letter("slow")).await;
    assert_eq!(outcome, Handover::Temporary(MailCode::TimedOut));
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn ml2_without_a_relay_the_letter_waits() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let settings = MailRelaySettings {
        host: "127.0.0.1".into(),
        port: free,
        tls: MailTls::None,
        login: None,
        roots: Vec::new(),
        from: "signet@mikrocertifikat.example".into(),
        bounces: None,
        domain: "mikrocertifikat.example".into(),
        time: Duration::from_secs(5),
    };
    let relay = MailRelay::new(settings.clone()).unwrap();
    assert_eq!(relay.hand_over(&letter("nobody")).await, Handover::Temporary(MailCode::Unreachable));
    assert_eq!(relay.inquire().await, Err(MailCode::Unreachable));
    // In the open a letter does not leave this machine, nor does a name count that could lead elsewhere.
    for host in ["relay.example", "192.0.2.1", "localhost"] {
        let elsewhere = MailRelaySettings { host: host.into(), ..settings.clone() };
        assert_eq!(MailRelay::new(elsewhere).map(drop), Err(MailRelayError::PlainElsewhere), "{host}");
    }
}

#[tokio::test]
async fn ml2_without_tls_nothing_is_said() {
    let Some(relays) = relays() else { return };
    let letter = letter("no-tls");
    let relay = MailRelay::new(relays.settings("accept", MailTls::StartTls)).unwrap();
    assert_eq!(relay.hand_over(&letter).await, Handover::Temporary(MailCode::NoTls));
    assert_eq!(relay.inquire().await, Err(MailCode::NoTls));
    assert!(relays.taken(&letter.id).is_empty());
}

#[tokio::test]
async fn ml2_tls_is_had_by_both_ways_and_trusts_nobody_unknown() {
    let Some(relays) = relays() else { return };
    for (way, tls) in [("starttls", MailTls::StartTls), ("tls", MailTls::Tls)] {
        let (good, bad) = (letter(way), letter(&format!("{way}-unknown")));
        let relay = MailRelay::new(relays.settings(way, tls)).unwrap();
        assert_eq!(relay.hand_over(&good).await, Handover::Accepted, "{way}");
        assert!(relay.inquire().await.is_ok(), "{way}");
        assert_eq!(relays.taken(&good.id).len(), 1);
        let distrustful = MailRelaySettings { roots: Vec::new(), ..relays.settings(way, tls) };
        let relay = MailRelay::new(distrustful).unwrap();
        assert_eq!(relay.hand_over(&bad).await, Handover::Temporary(MailCode::Certificate), "{way}");
        assert!(relays.taken(&bad.id).is_empty());
    }
}

#[tokio::test]
async fn ml2_a_relay_that_asks_who_we_are_is_told() {
    let Some(relays) = relays() else { return };
    let with = |secret: &str| {
        let login = Some(MailLogin { user: "signet".into(), secret: Secret::new(secret) });
        MailRelay::new(MailRelaySettings { login, ..relays.settings("login", MailTls::StartTls) }).unwrap()
    };
    let (good, bad, none) = (letter("login"), letter("login-wrong"), letter("login-none"));
    assert_eq!(with("relay-secret").hand_over(&good).await, Handover::Accepted);
    assert_eq!(with("another").hand_over(&bad).await, Handover::Temporary(MailCode::Login));
    let nobody = MailRelay::new(relays.settings("login", MailTls::StartTls)).unwrap();
    assert_eq!(nobody.hand_over(&none).await, Handover::Temporary(MailCode::Reply(530)));
    assert!(!format!("{:?}", relays.settings("login", MailTls::StartTls)).contains("relay-secret"));
}

#[tokio::test]
async fn ml2_an_address_beyond_ascii_needs_a_relay_that_can_carry_it() {
    let Some(relays) = relays() else { return };
    let with = |to: &str| Letter { to: to.into(), ..letter("utf8") };
    let letter = with("jiří@example.org");
    assert_eq!(relays.plain("ascii").hand_over(&letter).await, Handover::Refused(MailCode::NeedsSmtpUtf8));
    assert_eq!(relays.plain("accept").hand_over(&letter).await, Handover::Accepted);
    assert!(relays.plain("accept").inquire().await.unwrap().smtp_utf8);
    assert!(!relays.plain("ascii").inquire().await.unwrap().smtp_utf8);
}
