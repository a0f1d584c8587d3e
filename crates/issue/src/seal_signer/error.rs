//! Why a seal was not made, and the code under which what waits for it says so.

use std::time::Duration;

use signet_outbound::{FetchError, ServiceError, TokenError, stamp::StampFailure};
use signet_seal::{KeyError, jades, pades};
use signet_store::{PutArtefactError, ReadArtefactError, StoreError};
use tokio::task::JoinError;

/// Why a seal was not made. Nothing falls back: what could not be sealed waits.
#[derive(Debug, thiserror::Error)]
pub enum SealSignerError {
    /// The key did not sign.
    #[error("the seal key: {0}")]
    Key(#[from] KeyError),
    /// The thread on which the key signs ended without an answer.
    #[error("the seal key gave no answer: {0}")]
    NoAnswer(#[from] JoinError),
    /// The hardware module did not sign.
    #[error("the seal key's token: {0}")]
    Token(#[from] TokenError),
    /// The remote service did not sign.
    #[error("the seal service: {0}")]
    Service(#[from] ServiceError),
    /// It was away a moment ago, and is left alone for a while. The code says why.
    #[error("the seal key was away a moment ago ({0}), and is asked again soon")]
    Away(&'static str),
    /// Another sealer has taken the claim over.
    #[error("another sealer has taken over")]
    Overtaken,
    /// No time stamp was had.
    #[error(transparent)]
    Stamp(#[from] StampFailure),
    /// The seal's container could not be made.
    #[error("the form of the seal: {0}")]
    Form(#[source] FormError),
    /// The use of the key could not be written down, so what it made is not used.
    #[error("the log of the seal's uses: {0}")]
    Log(#[from] StoreError),
    /// A sealed file on its way could not be kept or read.
    #[error("the folder of artefacts: {0}")]
    Kept(#[from] KeptError),
}

/// Why the container of a seal could not be made.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// Around a text.
    #[error(transparent)]
    Jades(#[from] jades::SealError),
    /// Around a text that was sealed before.
    #[error(transparent)]
    Reopen(#[from] jades::ReopenError),
    /// In a document.
    #[error(transparent)]
    Pades(#[from] pades::SealError),
    /// The document is not one that is read.
    #[error(transparent)]
    Pdf(#[from] pades::PdfReadError),
    /// The level asks for time stamps and nobody is set who makes them.
    #[error("a level without a time-stamping authority")]
    NoStampAuthority,
}

impl<E> From<E> for SealSignerError
where
    FormError: From<E>,
{
    fn from(error: E) -> Self {
        SealSignerError::Form(error.into())
    }
}

/// Why a sealed file on its way could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum KeptError {
    /// Not read.
    #[error(transparent)]
    Read(#[from] ReadArtefactError),
    /// Not kept.
    #[error(transparent)]
    Put(#[from] PutArtefactError),
}

impl SealSignerError {
    /// Short code, for the register's list of what waits and why.
    pub fn code(&self) -> &'static str {
        match self {
            SealSignerError::Key(error) => key_code(error),
            SealSignerError::NoAnswer(_) => "seal-key",
            SealSignerError::Token(error) => token_code(error),
            SealSignerError::Service(error) => service_code(error),
            SealSignerError::Away(code) => code,
            SealSignerError::Stamp(StampFailure::Fetch(FetchError::OutOfReach | FetchError::Scheme)) => "stamp-address",
            SealSignerError::Stamp(StampFailure::Fetch(_)) => "stamp-unreachable",
            SealSignerError::Stamp(StampFailure::Refused(_)) => "stamp-refused",
            SealSignerError::Form(_) => "seal-form",
            SealSignerError::Log(_) | SealSignerError::Kept(_) | SealSignerError::Overtaken => "register",
        }
    }

    /// Whether trying again soon may help, without a person doing anything.
    pub fn may_heal(&self) -> bool {
        !matches!(self.code(), "seal-pin" | "seal-wrong" | "seal-form")
    }

    /// Whether the service works on it and will answer.
    pub fn is_awaited(&self) -> bool {
        matches!(self, SealSignerError::Service(ServiceError::NotYet))
    }

    /// Whether the key is away, so that asking for the next credential is no use; and for how long, if it said so.
    pub(crate) fn is_away(&self) -> Option<Option<Duration>> {
        match self {
            SealSignerError::Service(ServiceError::Busy { retry_after, .. }) => Some(*retry_after),
            SealSignerError::Service(
                ServiceError::Fetch(_)
                | ServiceError::Failed(_)
                | ServiceError::Unauthorized(_)
                | ServiceError::NoCredential
                | ServiceError::NotReady(_)
                | ServiceError::Algorithm(_)
                | ServiceError::NeedsPerson(_),
            ) => Some(None),
            SealSignerError::Token(TokenError::Key(_)) => None,
            SealSignerError::Token(_) => Some(None),
            _ => None,
        }
    }
}

fn key_code(error: &KeyError) -> &'static str {
    if *error == KeyError::NotOfCertificate { "seal-wrong" } else { "seal-key" }
}

fn token_code(error: &TokenError) -> &'static str {
    match error {
        TokenError::Key(error) => key_code(error),
        TokenError::Pin | TokenError::Locked => "seal-pin",
        TokenError::NoKey | TokenError::ManyKeys | TokenError::Mechanism(_) => "seal-key",
        _ => "seal-token",
    }
}

fn service_code(error: &ServiceError) -> &'static str {
    match error {
        ServiceError::Key(error) => key_code(error),
        ServiceError::Fetch(_) | ServiceError::Busy { .. } | ServiceError::Failed(_) | ServiceError::Unknown => {
            "seal-service"
        }
        ServiceError::NoCredential | ServiceError::Algorithm(_) => "seal-key",
        ServiceError::NotYet => "seal-awaited",
        ServiceError::Unauthorized(_)
        | ServiceError::Refused(_)
        | ServiceError::Address(_)
        | ServiceError::Answer(_)
        | ServiceError::NotReady(_)
        | ServiceError::NeedsPerson(_) => "seal-refused",
    }
}
