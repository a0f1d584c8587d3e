//! Tokens: OAuth 2.0 client credentials (RFC 6749, 4.4; CSC API v2, 8.4.4).

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use serde::Deserialize;
use url::{Url, form_urlencoded};

use super::{Inner, ServiceError};
use crate::secret::Secret;

/// A token is not used for so long before it ends: it has to last until the service has read it.
const MARGIN: Duration = Duration::from_secs(30);
/// What a token lasts when nothing is said.
const USUAL: u64 = 3600;

/// The token in hand.
#[derive(Default)]
pub(super) struct Access {
    held: Mutex<Option<(Secret, Instant)>>,
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    token_type: String,
    expires_in: Option<u64>,
}

impl Access {
    /// Throws the token away: the service did not take it.
    pub fn forget(&self) {
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn held(&self) -> Option<Secret> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().filter(|(_, until)| Instant::now() < *until).map(|(token, _)| token.clone())
    }

    fn keep(&self, token: &Secret, lasts: Duration) {
        let until = Instant::now() + lasts.saturating_sub(MARGIN);
        *self.held.lock().unwrap_or_else(PoisonError::into_inner) = Some((token.clone(), until));
    }
}

impl Inner {
    /// A token for the service, the one in hand or a new one.
    pub(super) async fn token(&self, address: &Url) -> Result<Secret, ServiceError> {
        if let Some(token) = self.access.held() {
            return Ok(token);
        }
        let (token, lasts) = self.grant(address, &[("scope", "service")]).await?;
        self.access.keep(&token, lasts);
        Ok(token)
    }

    /// A token granted for `more`, and how long it lasts.
    pub(super) async fn grant(&self, address: &Url, more: &[(&str, &str)]) -> Result<(Secret, Duration), ServiceError> {
        let body = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("client_secret", self.settings.client_secret.reveal())
            .extend_pairs(more)
            .finish();
        let form = "application/x-www-form-urlencoded";
        let answer = self.http_client.post_secret(address, form, None, body.into_bytes()).await?;
        if answer.status != 200 {
            return Err(match ServiceError::of(&answer) {
                // OAuth 2.0 refuses a client with 400 as well (RFC 6749, 5.2).
                ServiceError::Refused(told) => ServiceError::Unauthorized(told),
                other => other,
            });
        }
        let granted: Granted =
            serde_json::from_slice(&answer.body).map_err(|_| ServiceError::Answer("no token granted"))?;
        if !granted.token_type.eq_ignore_ascii_case("bearer") && !granted.token_type.eq_ignore_ascii_case("SAD") {
            return Err(ServiceError::Answer("a token of another type"));
        }
        Ok((Secret::new(granted.access_token), Duration::from_secs(granted.expires_in.unwrap_or(USUAL))))
    }
}
