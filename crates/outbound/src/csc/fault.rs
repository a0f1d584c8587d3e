//! What can be wrong with a seal service, told without secrets.

use std::time::Duration;

use serde::{Deserialize, de::DeserializeOwned};
use signet_seal::{Algorithm, KeyError};

use crate::http_client::{FetchError, HttpAnswer};

/// Why a service did not sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ServiceError {
    /// Not reached.
    #[error("{0}")]
    Fetch(#[from] FetchError),
    /// It asks to be left alone for a while (429, 503).
    #[error("it is busy ({status})")]
    Busy {
        /// HTTP status.
        status: u16,
        /// For so long.
        retry_after: Option<Duration>,
    },
    /// It failed (other 5xx).
    #[error("it failed ({0})")]
    Failed(u16),
    /// It does not let us in: client and secret are not taken, or the token is not.
    #[error("it does not let us in: {0}")]
    Unauthorized(String),
    /// It refuses what was asked.
    #[error("it refuses: {0}")]
    Refused(String),
    /// An address of it cannot be read.
    #[error("its address cannot be read: {0}")]
    Address(#[from] url::ParseError),
    /// What it answered is not what the API says.
    #[error("its answer is not understood: {0}")]
    Answer(&'static str),
    /// It has no credential with our certificate, or this credential has another one.
    #[error("it has no credential with the certificate that is set")]
    NoCredential,
    /// The credential or its certificate is not ready to sign.
    #[error("its credential is not ready: {0}")]
    NotReady(String),
    /// The credential makes no such signatures.
    #[error("its credential does not make {0}")]
    Algorithm(Algorithm),
    /// The credential can be authorized only by a person, not by a service.
    #[error("its credential is authorized by a person ({0}), not by a service")]
    NeedsPerson(String),
    /// The response is not made yet.
    #[error("it has not answered yet")]
    NotYet,
    /// It keeps no response of this name any more.
    #[error("it does not know the response any more")]
    Unknown,
    /// What came back is not a signature by the certificate's key.
    #[error(transparent)]
    Key(#[from] KeyError),
}

/// The error of the API (10.1) and of OAuth 2.0 (RFC 6749, 5.2).
#[derive(Deserialize)]
struct Told {
    error: Option<String>,
    error_description: Option<String>,
}

impl ServiceError {
    /// Of an answer that is none of success.
    pub(super) fn of(answer: &HttpAnswer) -> Self {
        match answer.status {
            status @ (429 | 503) => ServiceError::Busy { status, retry_after: answer.retry_after },
            401 | 403 => ServiceError::Unauthorized(told(answer)),
            status @ 500.. => ServiceError::Failed(status),
            _ => ServiceError::Refused(told(answer)),
        }
    }

    /// Whether a new token or authorization may help.
    pub(super) fn is_stale_authorization(&self) -> bool {
        match self {
            ServiceError::Unauthorized(_) => true,
            // The API has one code for whatever is wrong with a request; only the description names the SAD.
            ServiceError::Refused(told) => told.contains("SAD") || told.contains("invalid_token"),
            _ => false,
        }
    }
}

/// Reads an answer of success. Why it cannot be read goes no further: serde quotes what it read, which may be a token.
pub(super) fn understood<T: DeserializeOwned>(answer: &HttpAnswer) -> Result<T, ServiceError> {
    serde_json::from_slice(&answer.body).map_err(|_| ServiceError::Answer("not what the API says"))
}

/// Its own words, short, and none that could be a secret sent back to us.
fn told(answer: &HttpAnswer) -> String {
    let told: Option<Told> = serde_json::from_slice(&answer.body).ok();
    let words = |text: String| {
        let plain = |word: &&str| word.chars().count() < 24 && word.chars().all(|c| !c.is_control());
        text.split_whitespace().filter(plain).take(20).collect::<Vec<_>>().join(" ")
    };
    let (code, description) = told.map_or((None, None), |told| (told.error, told.error_description));
    let parts = [code.map(words), description.map(words)].into_iter().flatten().filter(|part| !part.is_empty());
    let text = parts.collect::<Vec<_>>().join(": ");
    if text.is_empty() { answer.status.to_string() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> HttpAnswer {
        HttpAnswer { status, retry_after: None, body: body.as_bytes().to_vec() }
    }

    #[test]
    fn a_refusal_is_told_in_its_own_words_but_not_with_what_could_be_a_secret() {
        let body =
            r#"{"error":"invalid_request","error_description":"Invalid SAD eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"}"#;
        let error = ServiceError::of(&answer(400, body));
        assert_eq!(error, ServiceError::Refused("invalid_request: Invalid SAD".into()));
        assert!(error.is_stale_authorization());
        assert_eq!(ServiceError::of(&answer(400, "<html>")), ServiceError::Refused("400".into()));
        assert_eq!(ServiceError::of(&answer(502, "")), ServiceError::Failed(502));
    }
}
