//! A login provider: OpenID Connect Core 1.0 by code, with PKCE (RFC 7636) and the issuer in the answer (RFC 9207).
//!
//! What was fetched is judged by `signet-access`, signatures are checked by `signet-seal`. Nothing is asked before somebody wants to sign
//! in, and whatever a provider answers is within the limits of outgoing calls.

mod discovery;
mod error;
mod token;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use signet_access::{
    AssuranceLevel, IdTokenClaims, IdTokenExpectation, LoginProvider, ReleasedClaims, judge_id_token,
};
use signet_record_time::Timestamp;
use signet_seal::{DigestAlgorithm, SignatureScheme, json};
use tokio::sync::Mutex;
use url::{Url, form_urlencoded};

pub use discovery::ProviderMetadata;
pub use error::{OidcError, OidcStep};
use token::{LIMITS, ProviderKey, UncheckedToken};

use crate::{
    http_client::{Credentials, HttpClient},
    secret::Secret,
};
