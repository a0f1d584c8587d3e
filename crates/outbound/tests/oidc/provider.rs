//! The provider: sound unless it is told otherwise. No real one signs wrong tokens.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use aws_lc_rs::{
    hmac,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Map, Value, json};

pub const CLIENT: &str = "signet";
pub const SECRET: &str = "s&cret 1";
pub const NONCE: &str = "nonce-1";

/// What is wrong with its discovery document.
#[derive(Clone, Copy)]
pub enum Fault {
    Slow,
    Broken,
    Endless,
    Elsewhere,
}

/// What it was asked.
#[derive(Clone, Default)]
pub struct Seen {
    pub authorization: String,
    pub form: String,
    pub userinfo: usize,
    pub keys: usize,
}

struct Told {
    key: EcdsaKeyPair,
    keys: Vec<Value>,
    algorithm: &'static str,
    header: Map<String, Value>,
    claims: Map<String, Value>,
    discovery: Map<String, Value>,
    userinfo: Value,
    refusal: Option<String>,
    fault: Option<Fault>,
    seen: Seen,
}

#[derive(Clone)]
pub struct Forge {
    issuer: String,
    told: Arc<Mutex<Told>>,
}

fn new_key() -> EcdsaKeyPair {
    EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap()
}

fn jwk(key: &EcdsaKeyPair) -> Value {
    let point = &key.public_key().as_ref()[1..];
    let (x, y) = point.split_at(32);
    let text = |octets| BASE64URL_NOPAD.encode(octets);
    json!({"kty": "EC", "crv": "P-256", "use": "sig", "kid": "key-1", "x": text(x), "y": text(y)})
}

fn set(map: &mut Map<String, Value>, name: &str, value: Value) {
    match value {
        Value::Null => map.remove(name),
        value => map.insert(name.to_owned(), value),
    };
}

fn object(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

impl Forge {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let now = jiff::Timestamp::now().as_second();
        let key = new_key();
        let told = Told {
            keys: vec![jwk(&key)],
            key,
            algorithm: "ES256",
            header: object(json!({"alg": "ES256", "kid": "key-1", "typ": "JWT"})),
            claims: object(json!({
                "iss": issuer, "aud": CLIENT, "sub": "248813", "exp": now + 300, "iat": now, "nonce": NONCE,
                "auth_time": now, "acr": "https://refeds.org/profile/mfa", "sid": "session-1", "uid": "248813"
            })),
            discovery: object(json!({
                "issuer": issuer,
                "authorization_endpoint": format!("{issuer}/auth"),
                "token_endpoint": format!("{issuer}/token"),
                "jwks_uri": format!("{issuer}/jwks"),
                "userinfo_endpoint": format!("{issuer}/me"),
                "authorization_response_iss_parameter_supported": true,
                "claims_parameter_supported": true
            })),
            userinfo: json!({}),
            refusal: None,
            fault: None,
            seen: Seen::default(),
        };
        let forge = Forge { issuer, told: Arc::new(Mutex::new(told)) };
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(keys))
            .route("/token", post(token))
            .route("/me", get(userinfo))
            .with_state(forge.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        forge
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap()
    }

    pub fn issuer(&self) -> String {
        self.issuer.clone()
    }

    pub fn seen(&self) -> Seen {
        self.told().seen.clone()
    }

    pub fn sign_with(&self, algorithm: &'static str) {
        self.told().algorithm = algorithm;
        self.header("alg", json!(algorithm));
    }

    pub fn header(&self, name: &str, value: Value) {
        set(&mut self.told().header, name, value);
    }

    pub fn claim(&self, name: &str, value: Value) {
        set(&mut self.told().claims, name, value);
    }

    pub fn discovery(&self, name: &str, value: Value) {
        set(&mut self.told().discovery, name, value);
    }

    pub fn userinfo(&self, answer: Value) {
        self.told().userinfo = answer;
    }

    pub fn refuse(&self, error: &str) {
        self.told().refusal = Some(error.to_owned());
    }

    pub fn fail(&self, fault: Fault) {
        self.told().fault = Some(fault);
    }

    /// A logout token, of the last ID token's header and claims with these in place of others.
    pub fn logout_token(&self, claims: Value) -> String {
        let mut told = self.told();
        told.header.insert("typ".into(), json!("logout+jwt"));
        for name in ["nonce", "auth_time", "acr", "uid"] {
            told.claims.remove(name);
        }
        told.claims.insert("jti".into(), json!("token-1"));
        told.claims.insert("events".into(), json!({"http://schemas.openid.net/event/backchannel-logout": {}}));
        for (name, value) in object(claims) {
            set(&mut told.claims, &name, value);
        }
        told.id_token()
    }

    /// Signs with another key under the same name.
    pub fn change_key_unsaid(&self) {
        self.told().key = new_key();
    }

    /// Names another key as it names its own, before it.
    pub fn double_the_key_name(&self) {
        self.told().keys.insert(0, jwk(&new_key()));
    }
}

impl Told {
    fn id_token(&self) -> String {
        let part = |map: &Map<String, Value>| BASE64URL_NOPAD.encode(&serde_json::to_vec(map).unwrap());
        let input = format!("{}.{}", part(&self.header), part(&self.claims));
        let signature = match self.algorithm {
            "none" => Vec::new(),
            "HS256" => {
                let key = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
                hmac::sign(&key, input.as_bytes()).as_ref().to_vec()
            }
            _ => self.key.sign(&SystemRandom::new(), input.as_bytes()).unwrap().as_ref().to_vec(),
        };
        format!("{input}.{}", BASE64URL_NOPAD.encode(&signature))
    }
}

async fn discovery(State(forge): State<Forge>) -> Response {
    let fault = forge.told().fault;
    match fault {
        Some(Fault::Slow) => tokio::time::sleep(Duration::from_secs(30)).await,
        Some(Fault::Broken) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Some(Fault::Endless) => return vec![b' '; 10 << 20].into_response(),
        Some(Fault::Elsewhere) => return (StatusCode::FOUND, [("location", "https://other.example/")]).into_response(),
        None => {}
    }
    Json(forge.told().discovery.clone()).into_response()
}

async fn keys(State(forge): State<Forge>) -> Json<Value> {
    let mut told = forge.told();
    told.seen.keys += 1;
    Json(json!({"keys": told.keys}))
}

async fn token(State(forge): State<Forge>, headers: HeaderMap, form: String) -> Response {
    let mut told = forge.told();
    let authorization = headers.get("authorization").map_or("", |value| value.to_str().unwrap());
    told.seen.authorization = authorization.to_owned();
    told.seen.form = form;
    if let Some(error) = &told.refusal {
        return (StatusCode::BAD_REQUEST, Json(json!({"error": error}))).into_response();
    }
    Json(json!({"access_token": "access-1", "token_type": "Bearer", "id_token": told.id_token()})).into_response()
}

async fn userinfo(State(forge): State<Forge>, headers: HeaderMap) -> Response {
    let mut told = forge.told();
    told.seen.userinfo += 1;
    if headers.get("authorization").is_none_or(|value| value != "Bearer access-1") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    Json(told.userinfo.clone()).into_response()
}
