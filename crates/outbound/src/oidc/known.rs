//! What is known of a provider: its discovery document and its keys, each for a while.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::Value;
use signet_seal::json;
use tokio::sync::Mutex;
use url::Url;

use super::{
    discovery,
    discovery::ProviderMetadata,
    error::{OidcError, OidcStep},
    token::{LIMITS, ProviderKey, read_keys},
};
use crate::{http_client::HttpClient, secret::Secret};

/// What a provider says of itself is asked for again after so long: a key that it no longer names is taken no longer than that.
const LASTS: Duration = Duration::from_secs(3600);
/// Keys are asked for again at most once in so long, whatever names tokens bring.
const KEYS_AGAIN: Duration = Duration::from_secs(60);
/// A provider that was away is left alone for so long; whoever comes meanwhile is told at once.
const AWAY: Duration = Duration::from_secs(5);

#[derive(Default)]
pub(super) struct Known {
    metadata: Mutex<Remembered<Arc<ProviderMetadata>>>,
    keys: Mutex<Remembered<Arc<Vec<ProviderKey>>>>,
}

/// The last answer, and the last failure after it.
struct Remembered<T> {
    answer: Option<(T, Instant)>,
    failure: Option<(OidcError, Instant)>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Remembered { answer: None, failure: None }
    }
}

impl<T: Clone> Remembered<T> {
    /// The answer while it lasts, or the failure that has just been met with.
    fn recall(&self, lasts: Duration) -> Option<Result<T, OidcError>> {
        let answer = self.answer.as_ref().filter(|(_, at)| at.elapsed() < lasts).map(|(answer, _)| Ok(answer.clone()));
        let failure = || self.failure.as_ref().filter(|(_, at)| at.elapsed() < AWAY);
        answer.or_else(|| failure().map(|(error, _)| Err(error.clone())))
    }

    fn keep(&mut self, fetched: Result<T, OidcError>) -> Result<T, OidcError> {
        match &fetched {
            Ok(answer) => *self = Remembered { answer: Some((answer.clone(), Instant::now())), failure: None },
            Err(error) => self.failure = Some((error.clone(), Instant::now())),
        }
        fetched
    }
}

impl Known {
    /// The discovery document. Many who ask at once make one request.
    pub async fn metadata(&self, http_client: &HttpClient, issuer: &str) -> Result<Arc<ProviderMetadata>, OidcError> {
        let mut remembered = self.metadata.lock().await;
        if let Some(recalled) = remembered.recall(LASTS) {
            return recalled;
        }
        remembered.keep(fetch_metadata(http_client, issuer).await.map(Arc::new))
    }

    /// The keys, among them the one of this name if the provider has it.
    pub async fn keys(
        &self,
        http_client: &HttpClient,
        address: &Url,
        name: Option<&str>,
    ) -> Result<Arc<Vec<ProviderKey>>, OidcError> {
        let mut remembered = self.keys.lock().await;
        let has = |keys: &[ProviderKey]| name.is_none_or(|name| keys.iter().any(|key| key.is_called(name)));
        match remembered.recall(LASTS) {
            Some(Ok(keys)) if has(&keys) => return Ok(keys),
            Some(Err(error)) => return Err(error),
            Some(Ok(_)) | None => {}
        }
        // An unknown name may be that of a new key, or made up.
        if remembered.answer.as_ref().is_some_and(|(_, at)| at.elapsed() < KEYS_AGAIN) {
            return Err(OidcError::TokenKey);
        }
        let keys = remembered.keep(fetch_keys(http_client, address).await.map(Arc::new))?;
        if has(&keys) { Ok(keys) } else { Err(OidcError::TokenKey) }
    }
}

/// What a provider answers, asked with a token if there is one.
pub(super) async fn fetch(
    http_client: &HttpClient,
    step: OidcStep,
    url: &Url,
    bearer: Option<&Secret>,
) -> Result<Value, OidcError> {
    let sent = http_client.get_secret(url, bearer).await;
    let answer = sent.map_err(|cause| OidcError::Fetch { step, cause })?;
    match json::read(&answer.body, LIMITS) {
        Ok(document) if answer.status == 200 => Ok(document),
        _ => Err(OidcError::of_answer(step, answer.status)),
    }
}

async fn fetch_metadata(http_client: &HttpClient, issuer: &str) -> Result<ProviderMetadata, OidcError> {
    let address = discovery::address(issuer)?;
    ProviderMetadata::read(&fetch(http_client, OidcStep::Discovery, &address, None).await?, issuer)
}

async fn fetch_keys(http_client: &HttpClient, address: &Url) -> Result<Vec<ProviderKey>, OidcError> {
    read_keys(&fetch(http_client, OidcStep::Keys, address, None).await?)
}
