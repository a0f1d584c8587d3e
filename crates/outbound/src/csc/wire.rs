//! What goes over the wire. Names are the API's; where v1.0.4 and v2 differ, both are here.

use serde::{Deserialize, Deserializer, Serialize};

/// Answer of `info` (11.1).
#[derive(Deserialize)]
pub struct ServiceInfo {
    pub specs: String,
    #[serde(default)]
    pub oauth2: Option<String>,
    #[serde(default, rename = "asynchronousOperationMode")]
    pub asynchronous: Option<bool>,
    #[serde(default)]
    pub methods: Vec<String>,
}

/// Answer of `credentials/list` (11.4).
#[derive(Deserialize)]
pub struct List {
    #[serde(rename = "credentialIDs")]
    pub credentials: Vec<String>,
    #[serde(default, rename = "nextPageToken")]
    pub next: Option<String>,
}

/// Answer of `credentials/info` (11.5).
#[derive(Deserialize)]
pub struct CscCredential {
    pub key: Key,
    pub cert: Cert,
    /// v1.0.4.
    #[serde(default, rename = "authMode")]
    pub auth_mode: Option<String>,
    /// v2.
    #[serde(default)]
    pub auth: Option<Auth>,
    #[serde(default, deserialize_with = "count")]
    pub multisign: Option<usize>,
}

#[derive(Deserialize)]
pub struct Key {
    pub status: String,
    #[serde(default)]
    pub algo: Vec<String>,
}

#[derive(Deserialize)]
pub struct Cert {
    #[serde(default)]
    pub status: Option<String>,
    #[serde(default)]
    pub certificates: Vec<String>,
}

#[derive(Deserialize)]
pub struct Auth {
    pub mode: String,
}

/// `multisign`, which some services write as a text.
fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Number(usize),
        Text(String),
    }
    Ok(match Option::<Written>::deserialize(deserializer)? {
        Some(Written::Number(number)) => Some(number),
        Some(Written::Text(text)) => text.parse().ok(),
        None => None,
    })
}

/// Answer of `credentials/authorize` (11.6).
#[derive(Deserialize)]
pub struct Authorized {
    #[serde(rename = "SAD")]
    pub sad: Option<String>,
}

/// Answer of `signatures/signHash` (11.10) and `signatures/signPolling` (11.12).
#[derive(Deserialize)]
pub struct Signed {
    #[serde(default)]
    pub signatures: Option<Vec<String>>,
    #[serde(default, rename = "responseID")]
    pub response: Option<String>,
}

/// Request of `credentials/authorize`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Authorize<'a> {
    #[serde(rename = "credentialID")]
    pub credential: &'a str,
    pub num_signatures: usize,
    /// v2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hashes: Option<&'a [String]>,
    /// v2.
    #[serde(skip_serializing_if = "Option::is_none", rename = "hashAlgorithmOID")]
    pub hash_algorithm: Option<String>,
    /// v2.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub auth_data: Vec<AuthData<'a>>,
    /// v1.0.4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<&'a [String]>,
    /// v1.0.4.
    #[serde(skip_serializing_if = "Option::is_none", rename = "PIN")]
    pub pin: Option<&'a str>,
}

#[derive(Serialize)]
pub struct AuthData<'a> {
    pub id: &'static str,
    pub value: &'a str,
}

/// Request of `signatures/signHash`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SignHash<'a> {
    #[serde(rename = "credentialID")]
    pub credential: &'a str,
    #[serde(rename = "SAD")]
    pub sad: &'a str,
    /// v2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hashes: Option<&'a [String]>,
    /// v2.
    #[serde(skip_serializing_if = "Option::is_none", rename = "hashAlgorithmOID")]
    pub hash_algorithm: Option<String>,
    /// v1.0.4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<&'a [String]>,
    /// v1.0.4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash_algo: Option<String>,
    pub sign_algo: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_algo_params: Option<String>,
    /// v2: `A` for asynchronous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation_mode: Option<&'static str>,
    /// v2, milliseconds for which the service keeps the response.
    #[serde(skip_serializing_if = "Option::is_none", rename = "validity_period")]
    pub validity_period: Option<u64>,
}
