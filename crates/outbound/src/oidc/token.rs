//! The ID token and the logout token: a JWS in compact form (RFC 7515 §3.1), its keys (RFC 7517), its claims.

use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;
use signet_access::{IdTokenClaims, LogoutTokenClaims, ReleasedClaims};
use signet_seal::{
    PublicKey, SignatureScheme,
    json::{self, JsonLimits},
};

use super::error::{OidcError, OidcStep};

/// Characters of a token: entitlements of one person fill a few thousand.
const TOKEN_CHARS_MAX: usize = 64 << 10;
/// Keys of one provider that are looked at: they have two or three, and more while they change them.
const KEYS_MAX: usize = 32;
/// Keys of one name that are tried: names are meant to be unique, and some are not.
const KEYS_TRIED_MAX: usize = 4;
/// Limits of what a provider says.
pub(super) const LIMITS: JsonLimits = JsonLimits { bytes: 1 << 20, depth: 12, values: 20_000 };

/// A key of a provider.
#[derive(Clone, Debug)]
pub(super) struct ProviderKey {
    id: Option<String>,
    algorithm: Option<String>,
    key: PublicKey,
}

impl ProviderKey {
    /// Whether this is its name.
    pub fn is_called(&self, name: &str) -> bool {
        self.id.as_deref() == Some(name)
    }
}

/// Reads a set of keys; those that sign nothing, or in a way we do not check, are left out.
pub(super) fn read_keys(set: &Value) -> Result<Vec<ProviderKey>, OidcError> {
    let keys = set.get("keys").and_then(Value::as_array).ok_or(OidcError::Answer { step: OidcStep::Keys })?;
    let text = |jwk: &Value, name: &str| jwk.get(name).and_then(Value::as_str).map(str::to_owned);
    let key = |jwk: &Value| {
        let signs = jwk.get("use").is_none_or(|usage| usage == "sig");
        let key = PublicKey::from_jwk(jwk).filter(|_| signs)?;
        Some(ProviderKey { id: text(jwk, "kid"), algorithm: text(jwk, "alg"), key })
    };
    Ok(keys.iter().take(KEYS_MAX).filter_map(key).collect())
}

/// What makes a token one that logs out (OpenID Connect Back-Channel Logout 1.0 §2.4).
const LOGOUT_EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Which token is expected. One is never taken for the other (RFC 8725 §3.11).
#[derive(Clone, Copy)]
pub(super) enum TokenKind {
    /// Says who somebody is.
    Id,
    /// Ends sessions.
    Logout,
}

impl TokenKind {
    /// Its `typ`, without the prefix that may be left out (RFC 7515 §4.1.9).
    fn typ(self) -> &'static str {
        match self {
            TokenKind::Id => "JWT",
            TokenKind::Logout => "logout+jwt",
        }
    }
}

/// A signed token whose signature was not checked yet.
pub(super) struct UncheckedToken {
    scheme: SignatureScheme,
    key_id: Option<String>,
    signing_input: Vec<u8>,
    signature: Vec<u8>,
    payload: Vec<u8>,
}

impl UncheckedToken {
    /// Reads a token. The algorithm is one of those that the settings allow, whatever the header says; none of them is symmetric or `none`.
    pub fn read(token: &str, kind: TokenKind, allowed: &[SignatureScheme]) -> Result<Self, OidcError> {
        let form = OidcError::TokenForm;
        if token.len() > TOKEN_CHARS_MAX {
            return Err(form);
        }
        let parts: Vec<&str> = token.splitn(4, '.').collect();
        let [header, payload, signature] = parts.as_slice() else { return Err(form) };
        let octets = |part: &str| BASE64URL_NOPAD.decode(part.as_bytes()).ok().ok_or(OidcError::TokenForm);
        let read = json::read(&octets(header)?, LIMITS).ok().ok_or(OidcError::TokenForm)?;
        let text = |name: &str| read.get(name).and_then(Value::as_str);
        // A header that must be understood and is not (RFC 7515 §4.1.11), and a token of another kind (RFC 8725 §3.11).
        if read.get("crit").is_some() || read.get("typ").is_some_and(|typ| !is_typ(typ, kind)) {
            return Err(form);
        }
        let named = text("alg").ok_or(OidcError::TokenForm)?;
        let scheme = allowed.iter().find(|scheme| scheme.name() == named).ok_or(OidcError::TokenAlgorithm)?;
        Ok(UncheckedToken {
            scheme: *scheme,
            key_id: text("kid").map(str::to_owned),
            signing_input: format!("{header}.{payload}").into_bytes(),
            signature: octets(signature)?,
            payload: octets(payload)?,
        })
    }

    /// The key that it names.
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// Checks the signature by the key that the token names; several keys of one name are tried, a token without a name is checked by
    /// the only key that fits.
    pub fn verify(&self, keys: &[ProviderKey]) -> Result<Value, OidcError> {
        let fits = |key: &&ProviderKey| {
            let named = self.key_id.is_none() || key.id == self.key_id;
            named && key.algorithm.as_deref().is_none_or(|algorithm| algorithm == self.scheme.name())
        };
        let fitting: Vec<&ProviderKey> = keys.iter().filter(fits).take(KEYS_TRIED_MAX).collect();
        if fitting.is_empty() || (self.key_id.is_none() && fitting.len() > 1) {
            return Err(OidcError::TokenKey);
        }
        let good = |key: &&ProviderKey| key.key.verify_jose(self.scheme, &self.signing_input, &self.signature).is_ok();
        if !fitting.iter().any(good) {
            return Err(OidcError::TokenSignature);
        }
        json::read(&self.payload, LIMITS).ok().ok_or(OidcError::TokenForm)
    }
}

fn is_typ(typ: &Value, kind: TokenKind) -> bool {
    let plain = |typ: &str| typ.strip_prefix("application/").unwrap_or(typ).eq_ignore_ascii_case(kind.typ());
    typ.as_str().is_some_and(plain)
}

/// What an ID token says, as its judgement wants it.
pub(super) fn id_token_claims(payload: &Value) -> Result<IdTokenClaims, OidcError> {
    let text = |name: &str| payload.get(name).and_then(Value::as_str).map(str::to_owned);
    let seconds = |name: &str| payload.get(name).and_then(whole_seconds);
    Ok(IdTokenClaims {
        issuer: text("iss").ok_or(OidcError::TokenForm)?,
        audience: audience(payload),
        authorized_party: text("azp"),
        subject: text("sub").ok_or(OidcError::TokenForm)?,
        expires: seconds("exp").ok_or(OidcError::TokenForm)?,
        issued: seconds("iat").ok_or(OidcError::TokenForm)?,
        nonce: text("nonce"),
        authenticated: seconds("auth_time"),
        acr: text("acr"),
        session: text("sid"),
    })
}

/// What a logout token says, as its judgement wants it.
pub(super) fn logout_token_claims(payload: &Value) -> Result<LogoutTokenClaims, OidcError> {
    let text = |name: &str| payload.get(name).and_then(Value::as_str).map(str::to_owned);
    let seconds = |name: &str| payload.get(name).and_then(whole_seconds);
    Ok(LogoutTokenClaims {
        issuer: text("iss").ok_or(OidcError::TokenForm)?,
        audience: audience(payload),
        issued: seconds("iat").ok_or(OidcError::TokenForm)?,
        expires: seconds("exp"),
        id: text("jti").ok_or(OidcError::TokenForm)?,
        subject: text("sub"),
        session: text("sid"),
        is_logout: payload.get("events").and_then(|events| events.get(LOGOUT_EVENT)).is_some_and(Value::is_object),
        has_nonce: payload.get("nonce").is_some(),
    })
}

fn audience(payload: &Value) -> Vec<String> {
    match payload.get("aud") {
        Some(Value::String(one)) => vec![one.clone()],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// A `NumericDate` may have a fraction (RFC 7519 §2).
fn whole_seconds(value: &Value) -> Option<i64> {
    // A float that is out of range becomes the nearest end of the range.
    value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds as i64))
}

/// Adds the claims that are texts, or lists of them.
pub(super) fn release(payload: &Value, into: &mut ReleasedClaims) {
    for (name, value) in payload.as_object().into_iter().flatten() {
        match value {
            Value::String(text) => into.put(name.clone(), vec![text.clone()]),
            Value::Array(items) => {
                let texts = items.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                into.put(name.clone(), texts);
            }
            _ => {}
        }
    }
}
