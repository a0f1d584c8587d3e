//! Why somebody could not be signed in through a provider. No text names a person, a code, a token or an address.

use signet_access::{IdTokenRefusal, LogoutTokenRefusal};
use signet_seal::KeyError;

use crate::http_client::FetchError;

/// What a provider was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OidcStep {
    /// Its discovery document.
    Discovery,
    /// Its keys.
    Keys,
    /// A token for a code.
    Token,
    /// More about the person.
    Userinfo,
}

impl OidcStep {
    /// Stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            OidcStep::Discovery => "discovery",
            OidcStep::Keys => "jwks",
            OidcStep::Token => "token",
            OidcStep::Userinfo => "userinfo",
        }
    }
}

/// Why a provider's word was not to be had, or not to be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OidcError {
    /// It could not be asked.
    #[error("{}: {cause}", .step.name())]
    Fetch {
        /// For what.
        step: OidcStep,
        /// Why.
        cause: FetchError,
    },
    /// What it answered cannot be read.
    #[error("{}: the answer is not what the standard says", .step.name())]
    Answer {
        /// To what.
        step: OidcStep,
    },
    /// Its discovery document names another issuer than the settings.
    #[error("the discovery document names another issuer")]
    Issuer {
        /// The one it names.
        found: String,
    },
    /// Its discovery document lacks something.
    #[error("the discovery document lacks {0}")]
    Lacks(&'static str),
    /// It did not take the code, or us (RFC 6749 §5.2).
    #[error("the token endpoint refused: {0}")]
    Refused(&'static str),
    /// What proves who we are could not be signed.
    #[error("the client assertion could not be signed: {0}")]
    Assertion(#[from] KeyError),
    /// The ID token is no signed token.
    #[error("the ID token is not a signed token")]
    TokenForm,
    /// The ID token is signed by an algorithm that the settings do not allow for this provider.
    #[error("the ID token is signed by an algorithm that is not allowed")]
    TokenAlgorithm,
    /// The key that the ID token names is not among the provider's.
    #[error("the ID token names an unknown key")]
    TokenKey,
    /// The signature of the ID token is wrong.
    #[error("the signature of the ID token is wrong")]
    TokenSignature,
    /// The ID token does not say what it must.
    #[error(transparent)]
    Claims(#[from] IdTokenRefusal),
    /// A logout token does not say what it must.
    #[error(transparent)]
    Logout(#[from] LogoutTokenRefusal),
    /// Userinfo speaks of somebody else than the ID token.
    #[error("userinfo is about another subject")]
    UserinfoSubject,
}

impl OidcError {
    /// An answer that is none: with another status it was not given, else it cannot be read.
    pub(super) fn of_answer(step: OidcStep, status: u16) -> Self {
        match status {
            200 => OidcError::Answer { step },
            status => OidcError::Fetch { step, cause: FetchError::Status(status) },
        }
    }

    /// Stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            OidcError::Fetch { step: OidcStep::Discovery, .. } => "discovery-fetch",
            OidcError::Fetch { step: OidcStep::Keys, .. } => "jwks-fetch",
            OidcError::Fetch { step: OidcStep::Token, .. } => "token-fetch",
            OidcError::Fetch { step: OidcStep::Userinfo, .. } => "userinfo-fetch",
            OidcError::Answer { step: OidcStep::Discovery } => "discovery-answer",
            OidcError::Answer { step: OidcStep::Keys } => "jwks-answer",
            OidcError::Answer { step: OidcStep::Token } => "token-answer",
            OidcError::Answer { step: OidcStep::Userinfo } => "userinfo-answer",
            OidcError::Issuer { .. } => "discovery-issuer",
            OidcError::Lacks(_) => "discovery-lacks",
            OidcError::Refused(_) => "token-refused",
            OidcError::Assertion(_) => "token-assertion",
            OidcError::TokenForm => "id-token-form",
            OidcError::TokenAlgorithm => "id-token-algorithm",
            OidcError::TokenKey => "id-token-key",
            OidcError::TokenSignature => "id-token-signature",
            OidcError::Claims(refusal) => refusal.code(),
            OidcError::Logout(refusal) => refusal.code(),
            OidcError::UserinfoSubject => "userinfo-subject",
        }
    }

    /// Whether the provider is away rather than wrong: trying again later may help.
    #[must_use]
    pub fn is_away(&self) -> bool {
        matches!(self, OidcError::Fetch { .. })
    }
}
