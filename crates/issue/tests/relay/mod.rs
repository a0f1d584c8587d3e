//! Real relays, and a register whose letters go to them.

use std::{collections::BTreeMap, env, fs, path::PathBuf, sync::Arc, time::Duration};

use signet_issue::{Issuer, LetterObserver, LetterOutcome, Observer, SealOutcome};
use signet_outbound::{DeliveryReport, MailRelay, MailRelaySettings, MailTls};
use signet_record::{CredentialId, Timestamp};
use signet_store::{Notice, NoticeId, StoreError, Tenant, WorkerId};

use super::register::Register;

/// The relays that `cargo xtask` started, and where their letters lie.
pub struct Relays {
    ports: BTreeMap<String, u16>,
    folder: PathBuf,
}

/// `None` where there are none: then a test says that it was skipped.
pub fn relays() -> Option<Relays> {
    let (Ok(ports), Some(folder)) = (env::var("SIGNET_TEST_RELAY"), env::var_os("SIGNET_TEST_RELAY_FOLDER")) else {
        eprintln!("skipped: SIGNET_TEST_RELAY is not set");
        return None;
    };
    let port = |one: &str| one.split_once('=').map(|(way, port)| (way.to_owned(), port.parse().unwrap()));
    Some(Relays { ports: ports.split(' ').map(|one| port(one).unwrap()).collect(), folder: folder.into() })
}

impl Relays {
    pub fn of(&self, way: &str) -> MailRelay {
        MailRelay::new(MailRelaySettings {
            host: "127.0.0.1".into(),
            port: self.ports[way],
            tls: MailTls::None,
            login: None,
            roots: Vec::new(),
            from: "signet@signet.example".into(),
            bounces: Some("bounce@signet.example".into()),
            domain: "signet.example".into(),
            time: Duration::from_secs(10),
        })
        .unwrap()
    }

    /// The letters that were taken under the `Message-ID` of a notice.
    pub fn taken(&self, id: &NoticeId) -> Vec<String> {
        let mark = format!("Message-ID: <{id}@signet.example>");
        let files = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().path());
        let letters = files.filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
        letters.map(|path| fs::read_to_string(path).unwrap()).filter(|letter| letter.contains(&mark)).collect()
    }
}

/// Nobody listens there.
pub fn nobody() -> MailRelay {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    MailRelay::new(MailRelaySettings {
        host: "127.0.0.1".into(),
        port,
        tls: MailTls::None,
        login: None,
        roots: Vec::new(),
        from: "signet@signet.example".into(),
        bounces: None,
        domain: "signet.example".into(),
        time: Duration::from_secs(5),
    })
    .unwrap()
}

pub fn worker() -> WorkerId {
    WorkerId::new("letters").unwrap()
}

pub fn unseen() -> LetterObserver {
    Arc::new(|_| ())
}

/// A register that tells holders, and one credential that was issued in it.
pub fn issued() -> (Register, CredentialId) {
    let mut register = Register::new();
    register.issuer = register.issuer.clone().telling_holders();
    let id = register.propose(1)[0];
    let unseen: Observer = Arc::new(|_, _| {});
    let outcome = register.work(&unseen);
    assert!(matches!(outcome, SealOutcome::Sealed(_)), "{outcome:?}");
    (register, id)
}

pub fn send(register: &Register, issuer: &Issuer, relay: &MailRelay) -> LetterOutcome {
    register.runtime.block_on(issuer.send_letter(relay, &worker(), &unseen())).unwrap()
}

pub fn notices(register: &Register, tenant: &Tenant, id: &CredentialId) -> Vec<Notice> {
    let all: Result<_, StoreError> = register.runtime.block_on(tenant.notices(id));
    all.unwrap()
}

/// The quoted-printable text of a letter as it is read.
pub fn plain(letter: &str) -> String {
    let joined = letter.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = (*first == b'=').then(|| after.get(..2)).flatten();
        let code = escaped.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

pub fn later(minutes: i64) -> Timestamp {
    Timestamp::from_millisecond(Timestamp::now().as_millisecond() + minutes * 60_000).unwrap()
}

/// A report in the shape that Postfix writes, to the address with this tag.
pub fn report(tag: &str, action: &str, status: &str) -> DeliveryReport {
    let text = include_str!("../../../outbound/tests/mail/reports/postfix.eml");
    let text = text.replace("abcdefghijklmnopqrstuvwxyz234567abcdefghii", tag);
    let text = text
        .replace("Action: failed", &format!("Action: {action}"))
        .replace("Status: 5.1.1", &format!("Status: {status}"));
    DeliveryReport::read(text.as_bytes(), None).unwrap()
}
