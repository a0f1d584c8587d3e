//! A key without a certificate: it signs what other programs check by a published key set (RFC 7517).

use super::{KeyError, Pair, read};
use crate::algorithm::{Algorithm, DigestAlgorithm};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use data_encoding::BASE64URL_NOPAD;
use der::pem::{LineEnding, encode_string};
use serde_json::{Value, json};
use std::fmt;
use std::sync::Arc;

/// Octets of an uncompressed point of P-256: a mark and two coordinates (SEC 1 §2.3.3).
const POINT: usize = 65;

/// A P-256 key that signs with ES256 and is known by its thumbprint (RFC 7638). Clones share one key.
#[derive(Clone)]
pub struct JwsKey {
    pair: Arc<Pair>,
    x: String,
    y: String,
    id: String,
}

/// Keys are the same when their public halves are.
impl PartialEq for JwsKey {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for JwsKey {}

/// Tells the public name alone.
impl fmt::Debug for JwsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JwsKey({})", self.id)
    }
}

impl JwsKey {
    /// A new key, as a PEM text with PKCS#8 in it.
    ///
    /// # Errors
    /// [`KeyError::Signing`] when the library makes none.
    pub fn generate_pem() -> Result<String, KeyError> {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)?;
        let document = pair.to_pkcs8v1()?;
        encode_string("PRIVATE KEY", LineEnding::LF, document.as_ref()).ok().ok_or(KeyError::Signing)
    }

    /// The keys of a PEM text, in its order.
    ///
    /// # Errors
    /// [`KeyError`]; one of another kind than P-256 is [`KeyError::Unsuitable`], a text without a key [`KeyError::NoKey`].
    pub fn all_from_pem(text: &[u8]) -> Result<Vec<Self>, KeyError> {
        let keys = read::keys_of_pem(text)?.into_iter().map(Self::of).collect::<Result<Vec<_>, _>>()?;
        if keys.is_empty() { Err(KeyError::NoKey) } else { Ok(keys) }
    }

    fn of(pair: Pair) -> Result<Self, KeyError> {
        let kind = if matches!(pair, Pair::Ec(_)) { "P-384" } else { "RSA" };
        let point = match (&pair, pair.public()) {
            (Pair::Ec(_), point) if point.len() == POINT => point,
            _ => return Err(KeyError::Unsuitable(kind.to_owned())),
        };
        let (x, y) = point[1..].split_at(POINT / 2);
        let (x, y) = (BASE64URL_NOPAD.encode(x), BASE64URL_NOPAD.encode(y));
        // RFC 7638 §3.2: the required members alone, in this order, without a space.
        let members = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        let id = BASE64URL_NOPAD.encode(&DigestAlgorithm::Sha256.hash(members.as_bytes()));
        Ok(Self { pair: Arc::new(pair), x, y, id })
    }

    /// Its name: the thumbprint of its public half.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its public half (RFC 7517 §4).
    #[must_use]
    pub fn public_jwk(&self) -> Value {
        json!({"kty": "EC", "crv": "P-256", "x": self.x, "y": self.y, "use": "sig", "alg": "ES256", "kid": self.id})
    }

    /// Signs claims as a JWT in compact form (RFC 7519 §7.1).
    ///
    /// # Errors
    /// [`KeyError::Signing`] when the library refuses.
    pub fn sign_jwt(&self, claims: &Value) -> Result<String, KeyError> {
        let header = json!({"alg": "ES256", "typ": "JWT", "kid": self.id});
        let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let input = format!("{}.{}", part(&header), part(claims));
        let signature = self.pair.sign(Algorithm::Es256, input.as_bytes())?;
        Ok(format!("{input}.{}", BASE64URL_NOPAD.encode(&signature)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::{PublicKey, SignatureScheme};

    #[test]
    fn what_it_signs_holds_by_its_public_half_and_by_no_other() {
        let text = JwsKey::generate_pem().unwrap() + &JwsKey::generate_pem().unwrap();
        let keys = JwsKey::all_from_pem(text.as_bytes()).unwrap();
        let [first, second] = keys.as_slice() else { unreachable!() };
        assert!(first != second && format!("{first:?}") == format!("JwsKey({})", first.id()));
        let jwt = first.sign_jwt(&json!({"iss": "signet"})).unwrap();
        let (input, signature) = jwt.rsplit_once('.').unwrap();
        let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).unwrap();
        let scheme = SignatureScheme::from_jose("ES256").unwrap();
        let holds = |key: &JwsKey| {
            let public = PublicKey::from_jwk(&key.public_jwk()).unwrap();
            public.verify_jose(scheme, input.as_bytes(), &signature).is_ok()
        };
        assert!(holds(first) && !holds(second));
    }

    #[test]
    fn a_text_without_a_suitable_key_is_refused() {
        assert_eq!(JwsKey::all_from_pem(b"").unwrap_err(), KeyError::NoKey);
        let other = EcdsaKeyPair::generate(&aws_lc_rs::signature::ECDSA_P384_SHA384_FIXED_SIGNING).unwrap();
        let document = other.to_pkcs8v1().unwrap();
        let text = encode_string("PRIVATE KEY", LineEnding::LF, document.as_ref()).unwrap();
        assert_eq!(JwsKey::all_from_pem(text.as_bytes()).unwrap_err(), KeyError::Unsuitable("P-384".into()));
    }

    #[test]
    fn the_name_is_the_thumbprint_of_rfc_7638() {
        let key = JwsKey::all_from_pem(JwsKey::generate_pem().unwrap().as_bytes()).unwrap().remove(0);
        let jwk = key.public_jwk();
        let members = json!({"crv": jwk["crv"], "kty": jwk["kty"], "x": jwk["x"], "y": jwk["y"]}).to_string();
        assert_eq!(key.id(), BASE64URL_NOPAD.encode(&DigestAlgorithm::Sha256.hash(members.as_bytes())));
        assert_eq!(key.id().len(), 43);
    }
}
