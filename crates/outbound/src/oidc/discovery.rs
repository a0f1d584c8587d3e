//! What a provider says of itself (OpenID Connect Discovery 1.0 §3).

use serde_json::Value;
use url::Url;

use super::error::{OidcError, OidcStep};
use crate::http_client::leaves_only_under_tls;

/// A provider's discovery document, as far as it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderMetadata {
    /// Where browsers are sent to.
    pub authorization_endpoint: Url,
    /// Where a code becomes tokens.
    pub token_endpoint: Url,
    /// Where its keys are.
    pub jwks_uri: Url,
    /// Where more about a person is to be had.
    pub userinfo_endpoint: Option<Url>,
    /// Where browsers are sent to end the session there.
    pub end_session_endpoint: Option<Url>,
    /// It puts `iss` beside the code (RFC 9207).
    pub names_itself_in_answers: bool,
    /// It reads the parameter `claims`.
    pub takes_claims: bool,
    /// The algorithms it signs ID tokens with, if it says.
    pub signing_algorithms: Vec<String>,
    /// How clients prove who they are, if it says.
    pub client_authentication: Vec<String>,
    /// By which algorithms they may sign where they prove it by a key, if it says.
    pub client_algorithms: Vec<String>,
}

impl ProviderMetadata {
    /// Reads a document, which must be of this issuer to the byte (§4.3).
    ///
    /// # Errors
    /// [`OidcError::Issuer`], [`OidcError::Lacks`].
    pub fn read(document: &Value, issuer: &str) -> Result<Self, OidcError> {
        let text = |name: &str| document.get(name).and_then(Value::as_str);
        let found = text("issuer").ok_or(OidcError::Lacks("issuer"))?;
        if found != issuer {
            return Err(OidcError::Issuer { found: found.chars().take(200).collect() });
        }
        // An address that would carry secrets in the open is as good as none.
        let address = |name: &str| text(name)?.parse().ok().filter(leaves_only_under_tls);
        let flag = |name: &str| document.get(name).and_then(Value::as_bool) == Some(true);
        let list = |name: &str| {
            let items = document.get(name).and_then(Value::as_array);
            items.map_or_else(Vec::new, |items| items.iter().filter_map(Value::as_str).map(str::to_owned).collect())
        };
        let wanted = |name: &'static str| address(name).ok_or(OidcError::Lacks(name));
        Ok(ProviderMetadata {
            authorization_endpoint: wanted("authorization_endpoint")?,
            token_endpoint: wanted("token_endpoint")?,
            jwks_uri: wanted("jwks_uri")?,
            userinfo_endpoint: address("userinfo_endpoint"),
            end_session_endpoint: address("end_session_endpoint"),
            names_itself_in_answers: flag("authorization_response_iss_parameter_supported"),
            takes_claims: flag("claims_parameter_supported"),
            signing_algorithms: list("id_token_signing_alg_values_supported"),
            client_authentication: list("token_endpoint_auth_methods_supported"),
            client_algorithms: list("token_endpoint_auth_signing_alg_values_supported"),
        })
    }
}

/// Where the document of an issuer is (§4.1): behind its path, without the stroke at its end.
pub(super) fn address(issuer: &str) -> Result<Url, OidcError> {
    let text = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
    text.parse().ok().ok_or(OidcError::Answer { step: OidcStep::Discovery })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        json!({
            "issuer": "https://login.example/op",
            "authorization_endpoint": "https://login.example/auth",
            "token_endpoint": "https://login.example/token",
            "jwks_uri": "https://login.example/jwks",
            "end_session_endpoint": "http://login.example/end"
        })
    }

    #[test]
    fn the_issuer_must_be_equal_to_the_byte() {
        assert!(ProviderMetadata::read(&document(), "https://login.example/op").is_ok());
        for other in ["https://login.example/op/", "https://LOGIN.example/op", "https://login.example", ""] {
            let read = ProviderMetadata::read(&document(), other);
            assert!(matches!(read, Err(OidcError::Issuer { .. })), "{other}");
        }
    }

    #[test]
    fn what_would_carry_secrets_in_the_open_is_no_address() {
        let read = ProviderMetadata::read(&document(), "https://login.example/op").unwrap();
        assert_eq!(read.end_session_endpoint, None);
        for endpoint in ["authorization_endpoint", "token_endpoint", "jwks_uri"] {
            for wrong in [json!("http://login.example/x"), json!("javascript:alert(1)"), json!(7), Value::Null] {
                let mut changed = document();
                changed[endpoint] = wrong;
                let read = ProviderMetadata::read(&changed, "https://login.example/op");
                assert_eq!(read, Err(OidcError::Lacks(endpoint)));
            }
        }
    }

    #[test]
    fn the_document_stands_behind_the_path_of_the_issuer() {
        for issuer in ["https://login.example/op", "https://login.example/op/"] {
            assert_eq!(address(issuer).unwrap().as_str(), "https://login.example/op/.well-known/openid-configuration");
        }
    }
}
