//! `GET /.well-known/jwks.json`: the public keys by which login providers know us (RFC 7517 §5). Without such keys there is no such page.

use axum::{
    extract::State,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::site::AppState;

/// Where the keys are.
pub const JWKS_PATH: &str = "/.well-known/jwks.json";
/// A key that was published must be found by a provider that comes an hour later; one that signs was published long before.
const CACHED: &str = "public, max-age=300";

/// Answers with the keys of all providers, each once.
pub async fn get(State(site): State<AppState>) -> Response {
    let mut keys: Vec<Value> = Vec::new();
    for own in site.login.iter().filter_map(|option| option.client.client_keys()) {
        for key in own.all() {
            let jwk = key.public_jwk();
            if !keys.contains(&jwk) {
                keys.push(jwk);
            }
        }
    }
    if keys.is_empty() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let headers = [(CONTENT_TYPE, "application/jwk-set+json"), (CACHE_CONTROL, CACHED)];
    (headers, json!({ "keys": keys }).to_string()).into_response()
}
