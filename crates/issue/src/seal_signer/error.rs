//! Why a seal was not made, and why what waits for it is put off.

use std::time::Duration;

use signet_outbound::{FetchError, ServiceError, TokenError, stamp::StampFailure};
use signet_seal::{KeyError, jades, pades};
use signet_store::{PutArtefactError, ReadArtefactError, StoreError};
use tokio::task::JoinError;

use crate::put_off_reason::PutOffReason;

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
    /// It was away a moment ago, and is left alone for a while, for this reason.
    #[error("the seal key was away a moment ago ({0}), and is asked again soon")]
    Away(PutOffReason),
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
    /// Why what waits for this seal is put off.
    pub fn reason(&self) -> PutOffReason {
        match self {
            SealSignerError::Key(error) => key_reason(error),
            SealSignerError::NoAnswer(_) => PutOffReason::SealKey,
            SealSignerError::Token(error) => token_reason(error),
            SealSignerError::Service(error) => service_reason(error),
            SealSignerError::Away(reason) => *reason,
            SealSignerError::Stamp(StampFailure::Fetch(FetchError::OutOfReach | FetchError::Scheme)) => {
                PutOffReason::StampAddress
            }
            SealSignerError::Stamp(StampFailure::Fetch(_)) => PutOffReason::StampUnreachable,
            SealSignerError::Stamp(StampFailure::Refused(_)) => PutOffReason::StampRefused,
            SealSignerError::Form(_) => PutOffReason::SealForm,
            SealSignerError::Log(_) | SealSignerError::Kept(_) | SealSignerError::Overtaken => PutOffReason::Register,
        }
    }

    /// Whether trying again soon may help, without a person doing anything.
    pub fn may_heal(&self) -> bool {
        !matches!(self.reason(), PutOffReason::SealPin | PutOffReason::SealWrong | PutOffReason::SealForm)
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

fn key_reason(error: &KeyError) -> PutOffReason {
    if *error == KeyError::NotOfCertificate { PutOffReason::SealWrong } else { PutOffReason::SealKey }
}

fn token_reason(error: &TokenError) -> PutOffReason {
    match error {
        TokenError::Key(error) => key_reason(error),
        TokenError::Pin | TokenError::Locked => PutOffReason::SealPin,
        TokenError::NoKey | TokenError::ManyKeys | TokenError::Mechanism(_) => PutOffReason::SealKey,
        TokenError::Module(_)
        | TokenError::NoToken
        | TokenError::ManyTokens
        | TokenError::Device(_)
        | TokenError::Lost(_)
        | TokenError::BrokeOff(_)
        | TokenError::TimedOut => PutOffReason::SealToken,
    }
}

fn service_reason(error: &ServiceError) -> PutOffReason {
    match error {
        ServiceError::Key(error) => key_reason(error),
        ServiceError::Fetch(_) | ServiceError::Busy { .. } | ServiceError::Failed(_) | ServiceError::Unknown => {
            PutOffReason::SealService
        }
        ServiceError::NoCredential | ServiceError::Algorithm(_) => PutOffReason::SealKey,
        ServiceError::NotYet => PutOffReason::SealAwaited,
        ServiceError::Unauthorized(_)
        | ServiceError::Refused(_)
        | ServiceError::Address(_)
        | ServiceError::Answer(_)
        | ServiceError::NotReady(_)
        | ServiceError::NeedsPerson(_) => PutOffReason::SealRefused,
    }
}
