//! The keys by which we prove to a provider who we are (RFC 7523 §2.2, OpenID Connect Core §9): nobody mails a secret, and nobody keeps ours.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use serde_json::{Value, json};
use signet_access::LoginProvider;
use signet_seal::{DigestAlgorithm, JwsKey, KeyError};

/// What an assertion is, to the token endpoint (RFC 7523 §2.2).
pub(super) const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// How long an assertion can be used: it is sent at once.
const LASTS: Duration = Duration::from_secs(60);

/// One key that signs, and others that are public beside it: before they sign, and for a while after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientKeys {
    signs: JwsKey,
    others: Vec<JwsKey>,
}

impl ClientKeys {
    /// Keys at most: one signs, one comes after it, and one has just stopped.
    pub const MOST: usize = 3;

    /// The first of the keys signs. `None` without a key, and with more than [`ClientKeys::MOST`].
    pub fn new(keys: Vec<JwsKey>) -> Option<Self> {
        if keys.len() > Self::MOST {
            return None;
        }
        let mut keys = keys.into_iter();
        Some(ClientKeys { signs: keys.next()?, others: keys.collect() })
    }

    /// The key that signs.
    pub fn signs(&self) -> &JwsKey {
        &self.signs
    }

    /// All of them, the one that signs first.
    pub fn all(&self) -> impl Iterator<Item = &JwsKey> {
        std::iter::once(&self.signs).chain(&self.others)
    }

    /// Says to a provider, once, who we are. It is addressed by its issuer identifier, which the settings fix: addressed by its token endpoint,
    /// which its own discovery document names, it could be passed on by a provider that names another's.
    pub(super) fn assertion(
        &self,
        provider: &LoginProvider,
        verifier: &str,
        now: Timestamp,
    ) -> Result<String, KeyError> {
        // A code verifier is made for one question, and nobody has seen it before.
        let once = DigestAlgorithm::Sha256.hash(format!("client assertion 1\n{verifier}").as_bytes());
        let issued = now.as_second();
        let claims: Value = json!({
            "iss": provider.client_id,
            "sub": provider.client_id,
            "aud": provider.issuer,
            "jti": BASE64URL_NOPAD.encode(&once),
            "iat": issued,
            "exp": issued.saturating_add_unsigned(LASTS.as_secs()),
        });
        self.signs.sign_jwt(&claims)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn key() -> JwsKey {
        JwsKey::all_from_pem(JwsKey::generate_pem().unwrap().as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn one_key_signs_and_few_are_public() {
        assert_eq!(ClientKeys::new(Vec::new()), None);
        let keys: Vec<JwsKey> = (0..4).map(|_| key()).collect();
        assert_eq!(ClientKeys::new(keys.clone()), None);
        let three = ClientKeys::new(keys[..3].to_vec()).unwrap();
        assert_eq!((three.signs(), three.all().count()), (&keys[0], 3));
    }
}
