//! What can be wrong with a token, told without secrets, and which of it heals by opening a session anew.

use cryptoki::error::{Error, RvError};
use signet_seal::{Algorithm, KeyError};

/// Why a token did not sign.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// The maker's library cannot be loaded or started.
    #[error("the PKCS#11 module cannot be used: {0}")]
    Module(#[source] Error),
    /// No token there, or none that fits label or slot.
    #[error("the token is not there")]
    NoToken,
    /// Several tokens, and no label or slot that says which.
    #[error("there are several tokens; say which by label or slot")]
    ManyTokens,
    /// No private key of this label and id.
    #[error("the token holds no such private key")]
    NoKey,
    /// Several private keys fit.
    #[error("several private keys fit; say which by label and id")]
    ManyKeys,
    /// The PIN was refused. It is not tried again before a restart: tokens lock themselves after a few wrong ones.
    #[error("the token refuses the PIN; mend it and start again")]
    Pin,
    /// The token has locked itself, or would after one more wrong PIN.
    #[error("the token is locked, or would be after one more wrong PIN")]
    Locked,
    /// The token makes no such signatures.
    #[error("the token offers no mechanism for {0}")]
    Mechanism(Algorithm),
    /// The module reported a fault: its function and its return value.
    #[error("the token failed: {0}")]
    Device(#[source] Error),
    /// The session, the login or the token is gone.
    #[error("the session with the token was lost: {0}")]
    Lost(#[source] Error),
    /// The module took its thread down with it.
    #[error("the module broke off")]
    BrokeOff(#[from] tokio::task::JoinError),
    /// No signature in time.
    #[error("no signature in time")]
    TimedOut,
    /// What came back is not a signature by the certificate's key.
    #[error(transparent)]
    Key(#[from] KeyError),
}

impl TokenError {
    /// Whether a new session, with a new login, may help.
    pub(super) fn is_lost_session(&self) -> bool {
        matches!(self, TokenError::Lost(_))
    }
}

impl From<Error> for TokenError {
    fn from(error: Error) -> Self {
        let Error::Pkcs11(value, _) = &error else { return TokenError::Device(error) };
        match value {
            RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange | RvError::PinExpired => TokenError::Pin,
            RvError::PinLocked => TokenError::Locked,
            RvError::CryptokiNotInitialized
            | RvError::DeviceRemoved
            | RvError::KeyHandleInvalid
            | RvError::ObjectHandleInvalid
            | RvError::SessionClosed
            | RvError::SessionHandleInvalid
            | RvError::SlotIdInvalid
            | RvError::TokenNotPresent
            | RvError::TokenNotRecognized
            | RvError::UserNotLoggedIn => TokenError::Lost(error),
            _ => TokenError::Device(error),
        }
    }
}
