//! A seal key at a remote service, through the API of the Cloud Signature Consortium: v2 (2.0.0.2), and v1.0.4 where
//! the service speaks no newer one.
//!
//! Service authorization is OAuth 2.0 client credentials (8.4.4); a credential is authorized for exactly the digests that
//! are to be signed (11.6); digests asked for at the same time go together in one `signatures/signHash` (11.10). Where
//! the service works asynchronously, it gives a name under which the signatures are fetched later (11.12).

mod access;
mod batch;
mod fault;
mod known;
mod wire;

use std::{sync::Arc, time::Duration};

use signet_seal::PublicSeal;
use url::Url;

use crate::{http_client::HttpClient, secret::Secret};
use access::Access;
use batch::Batch;
use known::Register;

pub use fault::ServiceError;

/// Where a service is, and as whom we come.
#[derive(Clone, Debug)]
pub struct ServiceSettings {
    /// Base address, e.g. `https://service.example/csc/v2/`.
    pub address: Url,
    /// Where tokens are had; by default where the service's `info` says.
    pub token_address: Option<Url>,
    /// OAuth 2.0 client.
    pub client_id: String,
    /// Its secret.
    pub client_secret: Secret,
    /// Which credential; by default the one with our certificate.
    pub credential: Option<String>,
    /// PIN of the credential, where its authorization is explicit.
    pub pin: Option<Secret>,
    /// Calls at the same time, at least one.
    pub calls_max: usize,
    /// Most digests in one call, if fewer than the service allows.
    pub batch_max: usize,
}

/// What became of a digest that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It is signed. Nothing has checked the signature yet.
    Signed(Vec<u8>),
    /// The service has taken it, and keeps the signature under a name, at a place.
    Later {
        /// `responseID`.
        response: String,
        /// Which of the signatures in it.
        place: u32,
    },
}

/// What a service says of our credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// Version of the API it speaks.
    pub specs: String,
    /// Most digests in one call.
    pub multisign: usize,
    /// Whether it works asynchronously.
    pub asynchronous: bool,
}

/// A key at a remote service. Cheap to clone; clones share tokens and batches.
#[derive(Clone)]
pub struct SigningService {
    inner: Arc<Inner>,
}

struct Inner {
    http_client: HttpClient,
    settings: ServiceSettings,
    seal: PublicSeal,
    access: Access,
    known: Register,
    batch: Batch,
}

impl SigningService {
    /// A service, not asked for anything yet: it may be away until it is needed.
    pub fn new(http_client: HttpClient, settings: ServiceSettings, seal: PublicSeal) -> Self {
        let batch = Batch::new(settings.calls_max);
        let inner = Inner { http_client, settings, seal, access: Access::default(), known: Register::default(), batch };
        SigningService { inner: Arc::new(inner) }
    }

    /// Its certificates and its algorithm.
    pub fn seal(&self) -> &PublicSeal {
        &self.inner.seal
    }

    /// Hands in a digest made by our algorithm's hash. It goes together with whatever else is handed in meanwhile.
    ///
    /// # Errors
    /// [`ServiceError`]. The service may have signed all the same, when its answer was lost.
    pub async fn begin(&self, digest: &[u8]) -> Result<Begun, ServiceError> {
        self.inner.batch.hand_in(digest, &self.inner).await
    }

    /// Asks for the signatures of a response; `None` while they are not made. A service may give them out only once, so
    /// all of them are for the caller to keep.
    ///
    /// # Errors
    /// [`ServiceError::Unknown`] when the service keeps nothing under this name any more.
    pub async fn poll(&self, response: &str) -> Result<Option<Vec<Vec<u8>>>, ServiceError> {
        self.inner.poll(response).await
    }

    /// Signs a message and waits for it, at most so long; checked against the certificate. For what may simply be asked
    /// for again when it is lost.
    ///
    /// # Errors
    /// [`ServiceError`].
    pub async fn sign(&self, message: &[u8], patience: Duration) -> Result<Vec<u8>, ServiceError> {
        let digest = self.inner.seal.algorithm().digest().hash(message);
        let value = match self.begin(&digest).await? {
            Begun::Signed(value) => value,
            Begun::Later { response, place } => self.wait(&response, place, patience).await?,
        };
        Ok(self.inner.seal.accept(message, value)?)
    }

    async fn wait(&self, response: &str, place: u32, patience: Duration) -> Result<Vec<u8>, ServiceError> {
        let polling = async {
            loop {
                if let Some(values) = self.poll(response).await? {
                    let own = usize::try_from(place).ok().and_then(|place| values.into_iter().nth(place));
                    return own.ok_or(ServiceError::Answer("fewer signatures than were asked for"));
                }
                tokio::time::sleep(POLL_EVERY).await;
            }
        };
        tokio::time::timeout(patience, polling).await.map_err(|_| ServiceError::NotYet)?
    }

    /// Looks whether the service answers, lets us in, and has our credential ready. Signs nothing.
    ///
    /// # Errors
    /// [`ServiceError`].
    pub async fn inspect(&self) -> Result<Inspected, ServiceError> {
        let known = self.inner.look().await?;
        Ok(Inspected { specs: known.specs, multisign: known.multisign, asynchronous: known.asynchronous })
    }
}

/// How often a response is asked for.
pub const POLL_EVERY: Duration = Duration::from_millis(500);

impl std::fmt::Debug for SigningService {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningService").field("host", &self.inner.settings.address.host_str()).finish_non_exhaustive()
    }
}
