//! What is known of a service and of our credential there: asked for once, and again now and then.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use data_encoding::BASE64;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;
use signet_seal::Algorithm;
use url::Url;

use super::{Inner, ServiceError, fault::understood, wire};
use crate::secret::Secret;

/// After this long a service is asked about itself again.
const REMEMBERED: Duration = Duration::from_secs(600);
/// Most credentials that are looked through for ours.
const CREDENTIALS_MAX: usize = 200;

/// Which API a service speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiVersion {
    /// 1.0.x.
    V1,
    /// 2.x.
    V2,
}

/// How a credential is authorized (8.2, 8.5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `credentials/authorize`, with or without a PIN.
    Authorize,
    /// A token with scope `credential` from the token endpoint.
    OAuth2,
}

/// A service and our credential there.
#[derive(Clone)]
pub struct Known {
    pub specs: String,
    pub version: ApiVersion,
    pub asynchronous: bool,
    pub token_address: Url,
    pub credential: String,
    pub mode: Mode,
    pub multisign: usize,
    pub sign_algo: &'static str,
}

#[derive(Default)]
pub(super) struct Register {
    known: Mutex<Option<(Known, Instant)>>,
}

impl Register {
    /// Looks anew the next time.
    pub fn forget(&self) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn fresh(&self) -> Option<Known> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|(_, at)| at.elapsed() < REMEMBERED).map(|(known, _)| known.clone())
    }
}

impl Inner {
    /// What is known, or found out now.
    pub(super) async fn known(&self) -> Result<Known, ServiceError> {
        match self.known.fresh() {
            Some(known) => Ok(known),
            None => self.look().await,
        }
    }

    /// Asks the service about itself and about our credential.
    pub(super) async fn look(&self) -> Result<Known, ServiceError> {
        let info: wire::ServiceInfo = self.call("info", None, &json!({})).await?;
        let version = match info.specs.split('.').next() {
            Some("1") => ApiVersion::V1,
            Some("2") => ApiVersion::V2,
            _ => return Err(ServiceError::Answer("a version of the API that is neither 1 nor 2")),
        };
        let token_address = self.token_address(&info)?;
        let token = self.token(&token_address).await?;
        let (credential, described) = match self.find(&token).await {
            Err(ServiceError::Unauthorized(_)) => {
                self.access.forget();
                self.find(&self.token(&token_address).await?).await?
            }
            found => found?,
        };
        let mode = mode(&described)?;
        let polls = info.methods.iter().any(|method| method == "signatures/signPolling");
        let known = Known {
            version,
            asynchronous: version == ApiVersion::V2 && (info.asynchronous == Some(true) || polls),
            specs: info.specs,
            token_address,
            credential,
            mode,
            multisign: described.multisign.unwrap_or(1).clamp(1, self.settings.batch_max.max(1)),
            sign_algo: sign_algo(self.seal.algorithm(), &described.key.algo)?,
        };
        *self.known.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((known.clone(), Instant::now()));
        Ok(known)
    }

    fn token_address(&self, info: &wire::ServiceInfo) -> Result<Url, ServiceError> {
        if let Some(address) = &self.settings.token_address {
            return Ok(address.clone());
        }
        let base = info.oauth2.as_deref().ok_or(ServiceError::Answer("no address of its tokens"))?;
        let address = format!("{}/oauth2/token", base.trim_end_matches('/'));
        Ok(address.parse()?)
    }

    /// Our credential, proven by its certificate to be ours, and ready to sign.
    async fn find(&self, token: &Secret) -> Result<(String, wire::CscCredential), ServiceError> {
        let candidates = match &self.settings.credential {
            Some(credential) => vec![credential.clone()],
            None => self.list(token).await?,
        };
        for candidate in candidates {
            let asked =
                json!({ "credentialID": candidate, "certificates": "chain", "certInfo": true, "authInfo": true });
            let described: wire::CscCredential = self.call("credentials/info", Some(token), &asked).await?;
            let first = described.cert.certificates.first().and_then(|text| BASE64.decode(text.as_bytes()).ok());
            if first.as_deref() != Some(self.seal.signer().der()) {
                continue;
            }
            if described.key.status != "enabled" {
                return Err(ServiceError::NotReady(format!("key {}", short(&described.key.status))));
            }
            if let Some(status) = described.cert.status.as_deref().filter(|status| *status != "valid") {
                return Err(ServiceError::NotReady(format!("certificate {}", short(status))));
            }
            return Ok((candidate, described));
        }
        Err(ServiceError::NoCredential)
    }

    async fn list(&self, token: &Secret) -> Result<Vec<String>, ServiceError> {
        let mut found = Vec::new();
        let mut page: Option<String> = None;
        while found.len() < CREDENTIALS_MAX {
            let asked = match &page {
                Some(page) => json!({ "pageToken": page }),
                None => json!({}),
            };
            let list: wire::List = self.call("credentials/list", Some(token), &asked).await?;
            found.extend(list.credentials);
            match list.next.filter(|next| !next.is_empty() && page.as_ref() != Some(next)) {
                Some(next) => page = Some(next),
                None => break,
            }
        }
        found.truncate(CREDENTIALS_MAX);
        Ok(found)
    }

    /// One call of the API that must succeed.
    pub(super) async fn call<T: DeserializeOwned>(
        &self,
        method: &str,
        token: Option<&Secret>,
        asked: &impl Serialize,
    ) -> Result<T, ServiceError> {
        match self.answer(method, token, asked).await? {
            answer if answer.status == 200 => understood(&answer),
            answer => Err(ServiceError::of(&answer)),
        }
    }

    pub(super) async fn answer(
        &self,
        method: &str,
        token: Option<&Secret>,
        asked: &impl Serialize,
    ) -> Result<crate::http_client::HttpAnswer, ServiceError> {
        let base = self.settings.address.as_str().trim_end_matches('/');
        let address: Url = format!("{base}/{method}").parse()?;
        let body = serde_json::to_vec(asked).map_err(|_| ServiceError::Answer("no request"))?;
        Ok(self.http_client.post_secret(&address, "application/json", token, body).await?)
    }
}

fn mode(described: &wire::CscCredential) -> Result<Mode, ServiceError> {
    let mode = described.auth.as_ref().map(|auth| auth.mode.as_str()).or(described.auth_mode.as_deref());
    match mode {
        None | Some("implicit" | "explicit") => Ok(Mode::Authorize),
        // A seal's credential is authorized by client credentials (8.5.3); the name is that of people's flow.
        Some("oauth2client" | "oauth2code" | "oauth2") => Ok(Mode::OAuth2),
        Some(other) => Err(ServiceError::NeedsPerson(short(other))),
    }
}

/// The identifier under which the credential makes our algorithm (11.5 `key/algo`, 7.6).
fn sign_algo(algorithm: Algorithm, offered: &[String]) -> Result<&'static str, ServiceError> {
    const EC_KEY: &str = "1.2.840.10045.2.1";
    const RSA_KEY: &str = "1.2.840.113549.1.1.1";
    let fitting = match algorithm {
        Algorithm::Es256 => ["1.2.840.10045.4.3.2", EC_KEY],
        Algorithm::Es384 => ["1.2.840.10045.4.3.3", EC_KEY],
        Algorithm::Ps256 => ["1.2.840.113549.1.1.10", "1.2.840.113549.1.1.10"],
        Algorithm::Rs256 => ["1.2.840.113549.1.1.11", RSA_KEY],
    };
    let named = fitting.into_iter().find(|oid| offered.iter().any(|offer| offer == oid));
    named.ok_or(ServiceError::Algorithm(algorithm))
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}
