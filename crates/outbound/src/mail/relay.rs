//! The relay: one connection for each letter, and what each answer means.

use std::{net::IpAddr, time::Duration};

use lettre::{
    Address,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, Certificate, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailParameter},
    },
};
use signet_seal::Anchors;
use tokio::time::timeout;

use super::{
    code::{Handover, MailCode},
    delivery_report::LetterTag,
    message::Letter,
};
use crate::secret::Secret;

/// Most characters before a tag, of the 64 before an `@` (RFC 5321 §4.5.3.1.1).
const BOUNCE_USER_MAX: usize = 64 - 1 - LetterTag::CHARS;

/// Once a letter is taken over, nobody waits longer for the goodbye.
const GOODBYE: Duration = Duration::from_secs(2);

/// How the way to the relay is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailTls {
    /// Begun in the open, then under TLS before anything is said (RFC 3207). A relay that does not offer it gets nothing.
    StartTls,
    /// Under TLS from the first byte (RFC 8314 §3.3).
    Tls,
    /// In the open: on this machine alone.
    None,
}

/// Who we are to the relay.
#[derive(Clone, Debug)]
pub struct MailLogin {
    /// The user.
    pub user: String,
    /// What proves it.
    pub secret: Secret,
}

/// What a relay is reached with.
#[derive(Clone, Debug)]
pub struct MailRelaySettings {
    /// Name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the way is protected.
    pub tls: MailTls,
    /// Who we are to it, where it asks.
    pub login: Option<MailLogin>,
    /// PEM with roots that its certificate may lead to, beside those of the system.
    pub roots: Vec<Vec<u8>>,
    /// The address that letters come from.
    pub from: String,
    /// The address that reports of deliveries come to, where somebody reads them; each letter's envelope has it with a tag of its own.
    pub bounces: Option<String>,
    /// What stands behind the `@` of a `Message-ID`, and what we call ourselves.
    pub domain: String,
    /// For a whole letter, from the first packet to the last.
    pub time: Duration,
}

/// Why a relay cannot be reached as it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailRelayError {
    /// Without TLS letters do not leave this machine.
    #[error("without TLS the relay must be on this machine, by its address")]
    PlainElsewhere,
    /// The address that letters come from is none.
    #[error("the address that letters come from is none")]
    From,
    /// The address of reports is none that a tag can be put into.
    #[error("the address of reports is none, or too long for a tag")]
    Bounces,
    /// A root is no certificate.
    #[error("root {0} is no certificate")]
    Root(usize),
    /// TLS cannot be set up for this name.
    #[error("TLS cannot be set up")]
    Tls,
}

/// What a relay says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelayAnswer {
    /// Whether it can carry addresses with letters beyond ASCII.
    pub smtp_utf8: bool,
}

/// The one relay. Cheap to clone.
#[derive(Clone)]
pub struct MailRelay {
    settings: MailRelaySettings,
    from: Address,
    bounces: Option<Address>,
    tls: Option<TlsParameters>,
}

impl std::fmt::Debug for MailRelay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MailRelay({}:{})", self.settings.host, self.settings.port)
    }
}

/// How far a letter has come: a refusal means something else at each step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spoken {
    /// What concerns the relay and us: greeting, TLS, user, sender.
    Opening,
    /// The address.
    Recipient,
    /// The letter.
    Content,
}

impl MailRelay {
    /// A relay, not asked yet.
    ///
    /// # Errors
    /// When it cannot be reached as it is set.
    pub fn new(settings: MailRelaySettings) -> Result<Self, MailRelayError> {
        let tls = match settings.tls {
            MailTls::None if !is_this_machine(&settings.host) => return Err(MailRelayError::PlainElsewhere),
            MailTls::None => None,
            MailTls::StartTls | MailTls::Tls => Some(tls(&settings)?),
        };
        let from = settings.from.parse().map_err(|_error| MailRelayError::From)?;
        let bounces = settings.bounces.as_deref().map(bounce_address).transpose()?;
        Ok(MailRelay { settings, from, bounces, tls })
    }

    /// Hands a letter over.
    pub async fn hand_over(&self, letter: &Letter) -> Handover {
        let Ok((envelope, message)) = letter.message(&self.from, self.bounces.as_ref(), &self.settings.domain) else {
            return Handover::Refused(MailCode::NotAnAddress);
        };
        let mut step = Spoken::Opening;
        let spoken = timeout(self.settings.time, async {
            let mut relay = self.open().await?;
            let mut parameters = Vec::new();
            if envelope.to().iter().any(|to| !AsRef::<str>::as_ref(to).is_ascii()) {
                if !relay.server_info().supports_feature(Extension::SmtpUtfEight) {
                    step = Spoken::Recipient;
                    return Err(Unspoken::Code(MailCode::NeedsSmtpUtf8));
                }
                parameters.push(MailParameter::SmtpUtfEight);
            }
            relay.command(Mail::new(envelope.from().cloned(), parameters)).await?;
            step = Spoken::Recipient;
            for to in envelope.to() {
                relay.command(Rcpt::new(to.clone(), Vec::new())).await?;
            }
            step = Spoken::Content;
            relay.command(Data).await?;
            relay.message(&message).await?;
            Ok(relay)
        });
        match spoken.await {
            Ok(Ok(mut relay)) => {
                // Whatever becomes of the goodbye, the letter is theirs.
                let _ = timeout(GOODBYE, relay.quit()).await;
                Handover::Accepted
            }
            Ok(Err(unspoken)) => outcome(step, unspoken.code()),
            Err(_elapsed) => Handover::Temporary(MailCode::TimedOut),
        }
    }

    /// Asks the relay what it offers, as far as a letter's sender would get: TLS and who we are.
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn inquire(&self) -> Result<RelayAnswer, MailCode> {
        let asked = timeout(self.settings.time, async {
            let mut relay = self.open().await?;
            let smtp_utf8 = relay.server_info().supports_feature(Extension::SmtpUtfEight);
            let _ = timeout(GOODBYE, relay.quit()).await;
            Ok::<_, Unspoken>(RelayAnswer { smtp_utf8 })
        });
        match asked.await {
            Ok(answer) => answer.map_err(Unspoken::code),
            Err(_elapsed) => Err(MailCode::TimedOut),
        }
    }

    /// A connection, protected, on which we are who we are.
    async fn open(&self) -> Result<AsyncSmtpConnection, Unspoken> {
        let MailRelaySettings { host, port, time, .. } = &self.settings;
        let hello = ClientId::Domain(self.settings.domain.clone());
        let at_once = self.tls.clone().filter(|_| self.settings.tls == MailTls::Tls);
        let is_tls = at_once.is_some();
        let opened =
            AsyncSmtpConnection::connect_tokio1((host.as_str(), *port), Some(*time), &hello, at_once, None).await;
        let mut relay = opened.map_err(|error| {
            if error.is_tls() || (is_tls && is_of_tls(&error)) {
                return Unspoken::Code(MailCode::Certificate);
            }
            match error.status().is_some() || error.is_timeout() || error.is_response() {
                true => Unspoken::Failed(error),
                false => Unspoken::Code(MailCode::Unreachable),
            }
        })?;
        if let (MailTls::StartTls, Some(tls)) = (self.settings.tls, &self.tls) {
            if !relay.can_starttls() {
                let _ = timeout(GOODBYE, relay.quit()).await;
                return Err(Unspoken::Code(MailCode::NoTls));
            }
            let secured = relay.starttls(tls.clone(), &hello).await;
            secured.map_err(|error| match error.status() {
                // 454 and its like (RFC 3207 §4): not now. Anything else went wrong inside TLS.
                Some(_) => Unspoken::Failed(error),
                None => Unspoken::Code(MailCode::Certificate),
            })?;
        }
        if let Some(MailLogin { user, secret }) = &self.settings.login {
            let credentials = Credentials::new(user.clone(), secret.reveal().to_owned());
            let known = relay.auth(DEFAULT_MECHANISMS, &credentials).await;
            known.map_err(|error| match error.is_transient() {
                true => Unspoken::Failed(error),
                false => Unspoken::Code(MailCode::Login),
            })?;
        }
        Ok(relay)
    }
}

/// The address of reports: one that has room for a tag, and none of its own.
fn bounce_address(text: &str) -> Result<Address, MailRelayError> {
    let address: Address = text.parse().map_err(|_error| MailRelayError::Bounces)?;
    let has_room = address.user().len() <= BOUNCE_USER_MAX && !address.user().contains(['+', '"']);
    if has_room { Ok(address) } else { Err(MailRelayError::Bounces) }
}

/// What kept a letter from being taken.
enum Unspoken {
    Failed(Error),
    Code(MailCode),
}

impl From<Error> for Unspoken {
    fn from(error: Error) -> Self {
        Unspoken::Failed(error)
    }
}

impl Unspoken {
    fn code(self) -> MailCode {
        match self {
            Unspoken::Code(code) => code,
            Unspoken::Failed(error) => match error.status() {
                Some(status) => MailCode::Reply(status.into()),
                None if error.is_timeout() => MailCode::TimedOut,
                None => MailCode::Broken,
            },
        }
    }
}

/// What an answer means at a step. A refusal of the relay to have anything from us is the operator's matter: the letter waits for them.
fn outcome(step: Spoken, code: MailCode) -> Handover {
    match code {
        MailCode::NeedsSmtpUtf8 | MailCode::NotAnAddress => Handover::Refused(code),
        MailCode::Reply(500..) if step != Spoken::Opening => Handover::Refused(code),
        _ => Handover::Temporary(code),
    }
}

/// Whether something went wrong inside TLS, and not in reaching the other side.
fn is_of_tls(error: &Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if let Some(io) = cause.downcast_ref::<std::io::Error>() {
            return io.kind() == std::io::ErrorKind::InvalidData;
        }
        source = cause.source();
    }
    false
}

/// A loopback address, written as such: a name could lead elsewhere.
fn is_this_machine(host: &str) -> bool {
    host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// The roots of the system, as the other clients have them, and those that are set.
fn tls(settings: &MailRelaySettings) -> Result<TlsParameters, MailRelayError> {
    let mut builder = TlsParameters::builder(settings.host.clone());
    for (at, pem) in settings.roots.iter().enumerate() {
        // lettre takes a file without any certificate for one that adds none.
        Anchors::from_pem(pem).map_err(|_error| MailRelayError::Root(at))?;
        let root = Certificate::from_pem(pem).map_err(|_error| MailRelayError::Root(at))?;
        builder = builder.add_root_certificate(root);
    }
    builder.build().map_err(|_error| MailRelayError::Tls)
}
