//! A seal service by the published API of the Cloud Signature Consortium, v2 (2.0.0.2) and v1.0.4, that can be told to
//! fail in the ways services fail. It is as strict as the API lets it be: a SAD signs once, and only the digests it was given
//! for; a response is given out once.

#![allow(missing_docs, reason = "fields bear the names of the standard's elements")]

use std::{
    collections::{BTreeMap, VecDeque},
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use aws_lc_rs::{
    digest,
    signature::{
        ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, RSA_PKCS1_SHA256,
        RSA_PSS_SHA256, RsaKeyPair,
    },
};
use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header::RETRY_AFTER},
    response::{IntoResponse, Response},
    routing::post,
};
use data_encoding::BASE64;
use serde_json::{Value, json};

pub const CLIENT: &str = "signet-test";
pub const CLIENT_SECRET: &str = "tajne-heslo";
pub const PIN: &str = "8642";
pub const CREDENTIAL: &str = "credential-2";

/// How the service is.
#[derive(Clone, Copy)]
pub struct Nature {
    pub version: &'static str,
    pub asynchronous: bool,
    pub multisign: usize,
    /// `explicit` wants a PIN.
    pub mode: &'static str,
    /// ECDSA values in DER, as many services return them.
    pub der: bool,
    pub sign_algos: &'static [&'static str],
    /// How often a response is asked for in vain.
    pub polls_in_vain: usize,
    pub key_status: &'static str,
}

pub const V2: Nature = Nature {
    version: "2.0.0.2",
    asynchronous: false,
    multisign: 8,
    mode: "implicit",
    der: false,
    sign_algos: &["1.2.840.10045.4.3.2", "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.1"],
    polls_in_vain: 0,
    key_status: "enabled",
};

pub const V1: Nature = Nature { version: "1.0.4.0", mode: "explicit", der: true, ..V2 };

/// What goes wrong the next time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The token has ended early (401).
    ExpiredToken,
    /// The SAD has ended (400 invalid_request).
    ExpiredSad,
    /// 429 with Retry-After.
    Busy,
    /// 503.
    Away,
    /// The signature is of something else.
    Wrong,
    /// It signs, and its answer is not seen for so long.
    Slow(Duration),
}

/// What came in.
#[derive(Default)]
pub struct Seen {
    pub tokens: usize,
    pub authorizations: usize,
    /// Digests of each call that signed.
    pub signed: Vec<Vec<String>>,
    pub polls: usize,
}

impl Seen {
    /// Every digest, as often as it was signed.
    pub fn digests(&self) -> Vec<String> {
        self.signed.iter().flatten().cloned().collect()
    }
}

enum Key {
    Ec(EcdsaKeyPair),
    Rsa(RsaKeyPair),
}

struct Inner {
    nature: Nature,
    key: Key,
    chain: Vec<String>,
    own: String,
    seen: Mutex<Seen>,
    faults: Mutex<VecDeque<Fault>>,
    tokens: Mutex<Vec<String>>,
    /// SAD and what it may sign.
    sads: Mutex<BTreeMap<String, Vec<String>>>,
    responses: Mutex<BTreeMap<String, (usize, Vec<String>)>>,
}

/// A running service; it ends with the process.
#[derive(Clone)]
pub struct Service {
    pub address: String,
    inner: Arc<Inner>,
}

impl Service {
    /// Serves the key with its certificates (PEM texts) at a free port, on a thread of its own.
    pub fn start(key_pem: &str, chain_pem: &str, nature: Nature) -> Self {
        let der = blocks(key_pem).remove(0);
        let der = BASE64.decode(der.as_bytes()).unwrap();
        let form = if nature.der { &ECDSA_P256_SHA256_ASN1_SIGNING } else { &ECDSA_P256_SHA256_FIXED_SIGNING };
        let key = match EcdsaKeyPair::from_private_key_der(form, &der) {
            Ok(key) => Key::Ec(key),
            Err(_) => Key::Rsa(RsaKeyPair::from_pkcs8(&der).unwrap()),
        };
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let inner = Arc::new(Inner {
            nature,
            key,
            chain: blocks(chain_pem),
            own: format!("http://{address}"),
            seen: Mutex::default(),
            faults: Mutex::default(),
            tokens: Mutex::default(),
            sads: Mutex::default(),
            responses: Mutex::default(),
        });
        let served = Arc::clone(&inner);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(serve(listener, served));
        });
        Service { address: base(address, nature), inner }
    }

    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.inner.seen.lock().unwrap()
    }

    /// From now on nothing goes wrong.
    pub fn mend(&self) {
        self.inner.faults.lock().unwrap().clear();
    }

    /// The next calls of `signatures/signHash` fail so, one after the other.
    pub fn fail(&self, faults: &[Fault]) {
        self.inner.faults.lock().unwrap().extend(faults);
    }
}

fn base(address: SocketAddr, nature: Nature) -> String {
    format!("http://{address}/csc/v{}", &nature.version[..1])
}

fn blocks(pem: &str) -> Vec<String> {
    let bodies = pem.split("-----BEGIN ").skip(1).map(|block| block.split("-----").nth(1).unwrap());
    bodies.map(|body| body.split_whitespace().collect()).collect()
}

async fn serve(listener: std::net::TcpListener, inner: Arc<Inner>) {
    let app = Router::new()
        .route("/oauth2/token", post(token))
        .route("/csc/{version}/{*method}", post(method))
        .with_state(inner);
    axum::serve(tokio::net::TcpListener::from_std(listener).unwrap(), app).await.unwrap();
}

fn refused(status: u16, error: &str, description: &str) -> Response {
    let body = json!({ "error": error, "error_description": description }).to_string();
    (StatusCode::from_u16(status).unwrap(), body).into_response()
}

fn good(body: &Value) -> Response {
    body.to_string().into_response()
}

fn chance() -> String {
    let mut bytes = [0; 24];
    aws_lc_rs::rand::fill(&mut bytes).unwrap();
    BASE64.encode(&bytes)
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().map(|all| all.iter().map(|one| one.as_str().unwrap().to_owned()).collect()).unwrap_or_default()
}

/// RFC 6749, 4.4; with scope `credential`, CSC API v2 8.5.3.
async fn token(State(inner): State<Arc<Inner>>, body: String) -> Response {
    let form: BTreeMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let is = |name: &str, value: &str| form.get(name).is_some_and(|it| it == value);
    if !is("grant_type", "client_credentials") {
        return refused(400, "unsupported_grant_type", "only client credentials");
    }
    if !is("client_id", CLIENT) || !is("client_secret", CLIENT_SECRET) {
        return refused(401, "invalid_client", "client authentication failed");
    }
    let token = chance();
    if is("scope", "credential") {
        let digests: Vec<String> = form["hashes"].split(',').map(str::to_owned).collect();
        assert_eq!(form["numSignatures"], digests.len().to_string());
        assert_eq!(form["credentialID"], CREDENTIAL);
        inner.seen.lock().unwrap().authorizations += 1;
        inner.sads.lock().unwrap().insert(token.clone(), digests);
    } else {
        inner.seen.lock().unwrap().tokens += 1;
        inner.tokens.lock().unwrap().push(token.clone());
    }
    good(&json!({ "access_token": token, "token_type": "Bearer", "expires_in": 3600 }))
}

async fn method(
    State(inner): State<Arc<Inner>>,
    Path((_, method)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let asked: Value = serde_json::from_slice(&body).unwrap();
    if method == "info" {
        return good(&inner.info());
    }
    let bearer = headers.get("authorization").and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    let known = inner.tokens.lock().unwrap().iter().any(|token| Some(token.as_str()) == bearer);
    if !known {
        return refused(401, "invalid_token", "unknown access token");
    }
    match method.as_str() {
        "credentials/list" => inner.list(&asked),
        "credentials/info" => inner.describe(&asked),
        "credentials/authorize" => inner.authorize(&asked),
        "signatures/signHash" => inner.sign_hash(&asked).await,
        "signatures/signPolling" if inner.nature.asynchronous => inner.poll(&asked),
        _ => refused(404, "not_found", "no such method"),
    }
}

impl Inner {
    fn is_new(&self) -> bool {
        self.nature.version.starts_with('2')
    }

    fn info(&self) -> Value {
        let mut info = json!({
            "specs": self.nature.version, "name": "Test seals", "logo": "https://service.example/logo.png", "region": "CZ",
            "lang": "en-US", "description": "A service for tests", "authType": ["oauth2client"], "oauth2": self.own,
            "methods": ["credentials/list", "credentials/info", "credentials/authorize", "signatures/signHash"],
        });
        if self.is_new() {
            info["asynchronousOperationMode"] = self.nature.asynchronous.into();
            info["signAlgorithms"] = json!({ "algos": self.nature.sign_algos });
        }
        info
    }

    /// Two pages; ours is on the second.
    fn list(&self, asked: &Value) -> Response {
        match asked["pageToken"].as_str() {
            None => good(&json!({ "credentialIDs": ["credential-1"], "nextPageToken": "2" })),
            Some("2") => good(&json!({ "credentialIDs": [CREDENTIAL] })),
            Some(_) => refused(400, "invalid_request", "Invalid parameter pageToken"),
        }
    }

    fn describe(&self, asked: &Value) -> Response {
        let certificates = match asked["credentialID"].as_str() {
            Some(CREDENTIAL) => json!(self.chain),
            Some("credential-1") => json!(["MAA="]),
            _ => return refused(400, "invalid_request", "Invalid parameter credentialID"),
        };
        assert_eq!(asked["certificates"], "chain");
        let mut described = json!({
            "key": { "status": self.nature.key_status, "algo": self.nature.sign_algos, "len": 256 },
            "cert": { "status": "valid", "certificates": certificates },
            "multisign": self.nature.multisign,
        });
        let mode = self.nature.mode;
        if self.is_new() {
            described["auth"] = json!({ "mode": mode, "expression": "PIN" });
            described["SCAL"] = "2".into();
        } else {
            described["authMode"] = mode.into();
            described["PIN"] = json!({ "presence": if mode == "explicit" { "true" } else { "false" } });
        }
        good(&described)
    }

    fn authorize(&self, asked: &Value) -> Response {
        let (digests, pin) = if self.is_new() {
            assert_eq!(asked["hashAlgorithmOID"], "2.16.840.1.101.3.4.2.1");
            (texts(&asked["hashes"]), asked["authData"][0]["value"].as_str())
        } else {
            (texts(&asked["hash"]), asked["PIN"].as_str())
        };
        if asked["credentialID"] != CREDENTIAL || asked["numSignatures"] != digests.len() {
            return refused(400, "invalid_request", "Invalid parameter numSignatures");
        }
        if digests.len() > self.nature.multisign {
            return refused(400, "invalid_request", "Too many signatures");
        }
        if self.nature.mode == "explicit" && pin != Some(PIN) {
            return refused(400, "invalid_pin", "The PIN is invalid");
        }
        let sad = chance();
        self.seen.lock().unwrap().authorizations += 1;
        self.sads.lock().unwrap().insert(sad.clone(), digests);
        good(&json!({ "SAD": sad, "expiresIn": 300 }))
    }

    async fn sign_hash(&self, asked: &Value) -> Response {
        let fault = self.faults.lock().unwrap().pop_front();
        match fault {
            Some(Fault::ExpiredToken) => {
                self.tokens.lock().unwrap().clear();
                return refused(401, "invalid_token", "The access token has expired");
            }
            Some(Fault::ExpiredSad) => return refused(400, "invalid_request", "Invalid parameter SAD"),
            Some(Fault::Busy) => return (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "7")]).into_response(),
            Some(Fault::Away) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
            _ => {}
        }
        let (digests, hash) = if self.is_new() {
            (texts(&asked["hashes"]), &asked["hashAlgorithmOID"])
        } else {
            (texts(&asked["hash"]), &asked["hashAlgo"])
        };
        assert_eq!(hash, "2.16.840.1.101.3.4.2.1");
        let allowed = self.sads.lock().unwrap().remove(asked["SAD"].as_str().unwrap());
        if asked["credentialID"] != CREDENTIAL || allowed.as_ref() != Some(&digests) {
            return refused(400, "invalid_request", "Invalid parameter SAD");
        }
        let wrong = fault == Some(Fault::Wrong);
        let signatures: Vec<String> = digests.iter().map(|digest| self.sign(digest, asked, wrong)).collect();
        self.seen.lock().unwrap().signed.push(digests);
        if let Some(Fault::Slow(time)) = fault {
            tokio::time::sleep(time).await;
        }
        if asked["operationMode"] != "A" {
            return good(&json!({ "signatures": signatures }));
        }
        assert!(self.nature.asynchronous && asked["validity_period"].is_u64());
        let response = chance();
        self.responses.lock().unwrap().insert(response.clone(), (self.nature.polls_in_vain, signatures));
        good(&json!({ "responseID": response }))
    }

    fn sign(&self, digest: &str, asked: &Value, wrong: bool) -> String {
        let mut bytes = BASE64.decode(digest.as_bytes()).unwrap();
        if wrong {
            bytes[0] ^= 1;
        }
        let digest = digest::Digest::import_less_safe(&bytes, &digest::SHA256).unwrap();
        let value = match &self.key {
            Key::Ec(key) => {
                assert!(["1.2.840.10045.4.3.2", "1.2.840.10045.2.1"].contains(&asked["signAlgo"].as_str().unwrap()));
                key.sign_digest(&digest).unwrap().as_ref().to_vec()
            }
            Key::Rsa(key) => {
                let mut value = vec![0; key.public_modulus_len()];
                if asked["signAlgo"] == "1.2.840.113549.1.1.10" {
                    assert!(asked["signAlgoParams"].is_string());
                    key.sign_digest(&RSA_PSS_SHA256, &digest, &mut value).unwrap();
                } else {
                    key.sign_digest(&RSA_PKCS1_SHA256, &digest, &mut value).unwrap();
                }
                value
            }
        };
        BASE64.encode(&value)
    }

    fn poll(&self, asked: &Value) -> Response {
        self.seen.lock().unwrap().polls += 1;
        let name = asked["responseID"].as_str().unwrap();
        let mut responses = self.responses.lock().unwrap();
        match responses.get_mut(name) {
            None => refused(400, "invalid_request", "Invalid parameter responseID"),
            Some((in_vain, _)) if *in_vain > 0 => {
                *in_vain -= 1;
                StatusCode::ACCEPTED.into_response()
            }
            Some(_) => {
                let (_, signatures) = responses.remove(name).unwrap();
                good(&json!({ "signatures": signatures }))
            }
        }
    }
}
