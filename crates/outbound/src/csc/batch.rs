//! Digests on their way: those handed in while a call is out go together with the next one.

use std::sync::{Mutex, PoisonError};

use data_encoding::BASE64;
use signet_seal::{
    Algorithm,
    asn1::{Asn1Element, tag},
};
use tokio::sync::{Semaphore, oneshot};

use super::{
    Begun, Inner, ServiceError,
    fault::understood,
    known::{ApiVersion, Known, Mode},
    wire,
};
use crate::secret::Secret;

/// How long a service is asked to keep signatures for us, in milliseconds: long enough to mend a broken register.
const KEPT: u64 = 7 * 24 * 3600 * 1000;

/// One digest, and who waits for it.
struct Waiting {
    digest: Vec<u8>,
    reply: oneshot::Sender<Result<Begun, ServiceError>>,
}

/// The queue before a service.
pub(super) struct Batch {
    waiting: Mutex<Vec<Waiting>>,
    calls: Semaphore,
}

impl Batch {
    pub fn new(calls_max: usize) -> Self {
        Batch { waiting: Mutex::default(), calls: Semaphore::new(calls_max.max(1)) }
    }

    /// Hands a digest in. Whoever's turn it is to call takes along everything that waits, up to what the service signs at
    /// once.
    pub async fn hand_in(&self, digest: &[u8], service: &Inner) -> Result<Begun, ServiceError> {
        let (reply, mut answer) = oneshot::channel();
        self.lock().push(Waiting { digest: digest.to_vec(), reply });
        loop {
            let Ok(_turn) = self.calls.acquire().await else { return Err(ServiceError::Answer("closed")) };
            match answer.try_recv() {
                Ok(done) => return done,
                // Another's call was dropped before it ended: whether the service signed is not known.
                Err(oneshot::error::TryRecvError::Closed) => return Err(ServiceError::Failed(0)),
                Err(oneshot::error::TryRecvError::Empty) => {}
            }
            self.call(service).await;
        }
    }

    async fn call(&self, service: &Inner) {
        let known = service.known().await;
        let many = known.as_ref().map_or(usize::MAX, |known| known.multisign);
        let together: Vec<Waiting> = {
            let mut waiting = self.lock();
            let many = many.min(waiting.len());
            waiting.drain(..many).collect()
        };
        let digests: Vec<String> = together.iter().map(|one| BASE64.encode(&one.digest)).collect();
        let outcomes = match known {
            Ok(known) => service.sign(&known, &digests).await,
            Err(error) => Err(error),
        };
        let mut begun = outcomes.as_ref().map_or_else(|_| Vec::new(), Clone::clone).into_iter();
        for one in together {
            let outcome = match &outcomes {
                Err(error) => Err(error.clone()),
                Ok(_) => begun.next().ok_or(ServiceError::Answer("fewer signatures than were asked for")),
            };
            // Whoever asked may be gone; the service has signed all the same, and its log says so.
            let _ = one.reply.send(outcome);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Signs digests; with a new token and a new authorization once more, when the service takes these no longer.
    async fn sign(&self, known: &Known, digests: &[String]) -> Result<Vec<Begun>, ServiceError> {
        match self.attempt(known, digests).await {
            Err(error) if error.is_stale_authorization() => {
                self.access.forget();
                self.attempt(known, digests).await.inspect_err(|_| self.known.forget())
            }
            other => other,
        }
    }

    async fn attempt(&self, known: &Known, digests: &[String]) -> Result<Vec<Begun>, ServiceError> {
        let token = self.token(&known.token_address).await?;
        let sad = self.authorize(known, &token, digests).await?;
        let algorithm = self.seal.algorithm();
        let hash = algorithm.digest().oid().to_string();
        let new = known.version == ApiVersion::V2;
        let asked = wire::SignHash {
            credential: &known.credential,
            sad: sad.reveal(),
            hashes: new.then_some(digests),
            hash_algorithm: new.then(|| hash.clone()),
            hash: (!new).then_some(digests),
            hash_algo: (!new).then_some(hash),
            sign_algo: known.sign_algo,
            sign_algo_params: pss_parameters(algorithm).map(|der| BASE64.encode(&der)),
            operation_mode: known.asynchronous.then_some("A"),
            validity_period: known.asynchronous.then_some(KEPT),
        };
        let signed: wire::Signed = self.call("signatures/signHash", Some(&token), &asked).await?;
        match (signed.signatures, signed.response) {
            (Some(values), _) if values.len() == digests.len() => {
                values.iter().map(|value| decode(value).map(Begun::Signed)).collect()
            }
            (Some(_), _) => Err(ServiceError::Answer("another number of signatures than was asked for")),
            (None, Some(response)) if fits(&response) => {
                Ok((0..).take(digests.len()).map(|place| Begun::Later { response: response.clone(), place }).collect())
            }
            _ => Err(ServiceError::Answer("neither signatures nor a name of a response")),
        }
    }

    /// Authorizes the credential for exactly these digests; the SAD lets them be signed.
    async fn authorize(&self, known: &Known, token: &Secret, digests: &[String]) -> Result<Secret, ServiceError> {
        let hash = self.seal.algorithm().digest().oid().to_string();
        if known.mode == Mode::OAuth2 {
            let (many, hashes) = (digests.len().to_string(), digests.join(","));
            let scope = [
                ("scope", "credential"),
                ("credentialID", known.credential.as_str()),
                ("numSignatures", many.as_str()),
                ("hashes", hashes.as_str()),
                ("hashAlgorithmOID", hash.as_str()),
            ];
            return self.grant(&known.token_address, &scope).await.map(|(token, _)| token);
        }
        let new = known.version == ApiVersion::V2;
        let pin = self.settings.pin.as_ref().map(Secret::reveal);
        let auth_data = pin.filter(|_| new).map(|value| wire::AuthData { id: "PIN", value });
        let asked = wire::Authorize {
            credential: &known.credential,
            num_signatures: digests.len(),
            hashes: new.then_some(digests),
            hash_algorithm: new.then_some(hash),
            auth_data: auth_data.into_iter().collect(),
            hash: (!new).then_some(digests),
            pin: pin.filter(|_| !new),
        };
        let authorized: wire::Authorized = self.call("credentials/authorize", Some(token), &asked).await?;
        authorized.sad.map(Secret::new).ok_or(ServiceError::Answer("no SAD"))
    }

    /// Asks for a response (11.12).
    pub(super) async fn poll(&self, response: &str) -> Result<Option<Vec<Vec<u8>>>, ServiceError> {
        let known = self.known().await?;
        let asked = serde_json::json!({ "responseID": response });
        let mut answer =
            self.answer("signatures/signPolling", Some(&self.token(&known.token_address).await?), &asked).await?;
        if answer.status == 401 {
            self.access.forget();
            let token = self.token(&known.token_address).await?;
            answer = self.answer("signatures/signPolling", Some(&token), &asked).await?;
        }
        match answer.status {
            202 => Ok(None),
            200 => {
                let signed: wire::Signed = understood(&answer)?;
                signed.signatures.map(|values| values.iter().map(|value| decode(value)).collect()).transpose()
            }
            400 | 404 | 410 => Err(ServiceError::Unknown),
            _ => Err(ServiceError::of(&answer)),
        }
    }
}

/// Names are kept in the register: short, and of what can be printed.
fn fits(response: &str) -> bool {
    (1..=512).contains(&response.len()) && response.chars().all(|c| c.is_ascii_graphic())
}

fn decode(value: &str) -> Result<Vec<u8>, ServiceError> {
    let bytes = BASE64.decode(value.as_bytes()).map_err(|_| ServiceError::Answer("a signature that is not Base64"))?;
    if bytes.len() > 2_048 { Err(ServiceError::Answer("a signature that is too long")) } else { Ok(bytes) }
}

/// `signAlgoParams`: DER of `RSASSA-PSS-params` (RFC 4055 §3.1); other algorithms have none.
fn pss_parameters(algorithm: Algorithm) -> Option<Vec<u8>> {
    if algorithm != Algorithm::Ps256 {
        return None;
    }
    let identifier = algorithm.scheme().identifier();
    let mut reader = Asn1Element::from_bytes(&identifier).ok()?.reader();
    reader.expect(tag::OID).ok()?;
    Some(reader.expect(tag::SEQUENCE).ok()?.whole().to_vec())
}
