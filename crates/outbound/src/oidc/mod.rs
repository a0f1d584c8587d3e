//! A login provider: OpenID Connect Core 1.0 by code, with PKCE (RFC 7636) and the issuer in the answer (RFC 9207).
//!
//! What was fetched is judged by `signet-access`, signatures are checked by `signet-seal`. Nothing is asked before somebody wants to sign
//! in, and whatever a provider answers is within the limits of outgoing calls.

mod client_key;
mod discovery;
mod error;
mod known;
mod token;

use std::{sync::Arc, time::Duration};

use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use serde_json::{Value, json};
use signet_access::{
    AssuranceLevel, IdTokenClaims, IdTokenExpectation, LoginProvider, LogoutOrder, ReleasedClaims, judge_id_token,
    judge_logout_token,
};
use signet_seal::{DigestAlgorithm, SignatureScheme, json as strict_json};
use url::{Url, form_urlencoded};

use client_key::ASSERTION_TYPE;
pub use client_key::ClientKeys;
pub use discovery::ProviderMetadata;
pub use error::{OidcError, OidcStep};
use known::{Known, fetch};
use token::{LIMITS, TokenKind, UncheckedToken, id_token_claims, logout_token_claims, release};

use crate::{http_client::HttpClient, secret::Secret};

/// Codes of refusals that RFC 6749 §5.2 lists; what else a provider writes there is not repeated.
const REFUSALS: [&str; 6] = [
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
];

/// How we prove to a provider who we are (OpenID Connect Core §9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientAuthentication {
    /// `client_secret_basic`
    Basic(Secret),
    /// `client_secret_post`
    Post(Secret),
    /// `private_key_jwt`
    PrivateKeyJwt(ClientKeys),
}

impl ClientAuthentication {
    /// Its name in discovery documents.
    fn method(&self) -> &'static str {
        match self {
            ClientAuthentication::Basic(_) => "client_secret_basic",
            ClientAuthentication::Post(_) => "client_secret_post",
            ClientAuthentication::PrivateKeyJwt(_) => "private_key_jwt",
        }
    }
}

/// A provider, and how it is asked.
#[derive(Clone, Debug)]
pub struct OidcSettings {
    /// Whom we ask, and how its word is judged.
    pub provider: LoginProvider,
    /// How we prove who we are.
    pub authentication: ClientAuthentication,
    /// What is asked for beside `openid`.
    pub scopes: Vec<String>,
    /// By which algorithms it may sign.
    pub algorithms: Vec<SignatureScheme>,
    /// Where it sends browsers back to.
    pub redirect_uri: Url,
}

/// What a browser is sent to a provider with. Its secrets are not to be printed.
#[derive(Clone, Copy)]
pub struct AuthorizationRequest<'a> {
    /// Names the question; it comes back with the answer.
    pub state: &'a str,
    /// Comes back in the ID token.
    pub nonce: &'a str,
    /// Proves at the token endpoint that whoever brings the code has asked (RFC 7636); its digest goes along.
    pub verifier: &'a str,
    /// In which language the provider should speak.
    pub language: &'a str,
    /// How long ago somebody may have been recognised; then they are asked again.
    pub max_age: Option<Duration>,
    /// How strongly they must be recognised, where it is more than the settings say.
    pub level: Option<AssuranceLevel>,
}

/// What came back with the browser.
#[derive(Clone, Copy)]
pub struct AuthorizationCode<'a> {
    /// The code.
    pub code: &'a str,
    /// What was sent along.
    pub nonce: &'a str,
    /// What its digest was sent of.
    pub verifier: &'a str,
    /// How long ago somebody may have been recognised, where they had to be asked again.
    pub max_age: Option<Duration>,
    /// How strongly they had to be recognised, where it was more than the settings say.
    pub level: Option<AssuranceLevel>,
}

/// Somebody whom a provider recognised.
#[derive(Clone, PartialEq, Eq)]
pub struct RecognisedPerson {
    /// The provider's own name for them: with the provider, all there is to know them again by.
    pub subject: String,
    /// How strongly they were recognised.
    pub level: AssuranceLevel,
    /// When.
    pub authenticated: Timestamp,
    /// The provider's name for its session.
    pub session: Option<String>,
    /// What it says of them.
    pub claims: ReleasedClaims,
}

/// Tells nothing: it names a person.
impl std::fmt::Debug for RecognisedPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RecognisedPerson({})", self.level)
    }
}

/// The way to one provider. Cheap to clone; clones share what is known of it.
#[derive(Clone)]
pub struct OidcClient(Arc<Inner>);

struct Inner {
    http_client: HttpClient,
    settings: OidcSettings,
    known: Known,
}

impl std::fmt::Debug for OidcClient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OidcClient({})", self.0.settings.provider.name)
    }
}

impl OidcClient {
    /// A provider that nothing was asked of yet.
    pub fn new(http_client: HttpClient, settings: OidcSettings) -> Self {
        OidcClient(Arc::new(Inner { http_client, settings, known: Known::default() }))
    }

    /// How its word is judged.
    pub fn provider(&self) -> &LoginProvider {
        &self.0.settings.provider
    }

    /// JOSE names of the algorithms by which it may sign.
    pub fn algorithms(&self) -> impl Iterator<Item = &'static str> {
        self.0.settings.algorithms.iter().map(|scheme| scheme.name())
    }

    /// How we prove who we are, as discovery documents call it.
    pub fn authentication_method(&self) -> &'static str {
        self.0.settings.authentication.method()
    }

    /// The keys by which we prove who we are, where it is by keys.
    pub fn client_keys(&self) -> Option<&ClientKeys> {
        match &self.0.settings.authentication {
            ClientAuthentication::PrivateKeyJwt(keys) => Some(keys),
            ClientAuthentication::Basic(_) | ClientAuthentication::Post(_) => None,
        }
    }

    /// What it says of itself.
    ///
    /// # Errors
    /// When it cannot be asked, or is not the provider of the settings.
    pub async fn metadata(&self) -> Result<Arc<ProviderMetadata>, OidcError> {
        self.0.known.metadata(&self.0.http_client, &self.0.settings.provider.issuer).await
    }

    /// How many keys it signs with that we could check.
    ///
    /// # Errors
    /// When it cannot be asked.
    pub async fn key_count(&self) -> Result<usize, OidcError> {
        let metadata = self.metadata().await?;
        Ok(self.0.known.keys(&self.0.http_client, &metadata.jwks_uri, None).await?.len())
    }

    /// Where a browser is sent (OpenID Connect Core §3.1.2.1).
    ///
    /// # Errors
    /// When the provider cannot be asked where that is.
    pub async fn authorization_url(&self, request: &AuthorizationRequest<'_>) -> Result<Url, OidcError> {
        let metadata = self.metadata().await?;
        let OidcSettings { provider, scopes, redirect_uri, .. } = &self.0.settings;
        let scope = std::iter::once("openid").chain(scopes.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
        let challenge = BASE64URL_NOPAD.encode(&DigestAlgorithm::Sha256.hash(request.verifier.as_bytes()));
        let mut url = metadata.authorization_endpoint.clone();
        let mut query = url.query_pairs_mut();
        query
            .append_pair("response_type", "code")
            .append_pair("client_id", &provider.client_id)
            .append_pair("redirect_uri", redirect_uri.as_str())
            .append_pair("scope", &scope)
            .append_pair("state", request.state)
            .append_pair("nonce", request.nonce)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256")
            .append_pair("ui_locales", request.language);
        if let Some(max_age) = request.max_age {
            query.append_pair("max_age", &max_age.as_secs().to_string()).append_pair("prompt", "login");
        }
        let values = provider.acr_values(self.least(request.level));
        if self.least(request.level) > AssuranceLevel::Single && !values.is_empty() {
            // One form of the question: what both together mean is not defined (OpenID Connect Core §5.5.1.1), and some drop what is essential.
            if metadata.takes_claims {
                let claims = json!({"id_token": {"acr": {"essential": true, "values": values}}});
                query.append_pair("claims", &claims.to_string());
            } else {
                query.append_pair("acr_values", &values.join(" "));
                // Such a wish alone lets the provider answer from the session that was too weak.
                if request.level.is_some() && request.max_age.is_none() {
                    query.append_pair("prompt", "login");
                }
            }
        }
        drop(query);
        Ok(url)
    }

    /// What was asked for, and never less than the settings say.
    fn least(&self, wanted: Option<AssuranceLevel>) -> AssuranceLevel {
        let least = self.provider().least;
        wanted.map_or(least, |wanted| wanted.max(least))
    }

    /// Whether the parameter `iss` of an answer is the provider's own (RFC 9207 §2.4). A provider that says it sends one must; of others a
    /// missing one is let through, since each has a return address of its own.
    ///
    /// # Errors
    /// When the provider cannot be asked whether it sends one.
    pub async fn is_answer_of(&self, issuer: Option<&str>) -> Result<bool, OidcError> {
        match issuer {
            Some(issuer) => Ok(issuer == self.provider().issuer),
            None => Ok(!self.metadata().await?.names_itself_in_answers),
        }
    }

    /// Exchanges a code for who somebody is.
    ///
    /// # Errors
    /// The first check that does not hold.
    pub async fn recognise(
        &self,
        answer: &AuthorizationCode<'_>,
        now: Timestamp,
    ) -> Result<RecognisedPerson, OidcError> {
        let metadata = self.metadata().await?;
        let tokens = self.exchange(&metadata, answer, now).await?;
        let id_token = tokens.get("id_token").and_then(Value::as_str).ok_or(OidcError::TokenForm)?;
        let payload = self.verified(&metadata, TokenKind::Id, id_token).await?;
        let claims = id_token_claims(&payload)?;
        let provider = self.provider();
        let expected = IdTokenExpectation {
            provider,
            nonce: answer.nonce,
            max_age: answer.max_age,
            level: self.least(answer.level),
            now,
        };
        let level = judge_id_token(&claims, &expected)?;
        let mut released = ReleasedClaims::default();
        release(&payload, &mut released);
        let IdTokenClaims { subject, session, authenticated, .. } = claims;
        let lacking = provider.claims_needed().into_iter().any(|claim| !released.has(claim));
        if let (true, Some(endpoint)) = (lacking, &metadata.userinfo_endpoint) {
            let access = tokens.get("access_token").and_then(Value::as_str);
            let access = access.ok_or(OidcError::Answer { step: OidcStep::Token })?;
            let more = self.userinfo(endpoint, &Secret::new(access), &subject).await?;
            release(&more, &mut released);
        }
        let authenticated = authenticated.and_then(|at| Timestamp::from_second(at).ok()).unwrap_or(now).min(now);
        Ok(RecognisedPerson { subject, level, authenticated, session, claims: released })
    }

    /// Whose sessions a provider says are over (OpenID Connect Back-Channel Logout 1.0 §2.6). That the order is carried out once is up to
    /// whoever keeps the names of those that came.
    ///
    /// # Errors
    /// The first check that does not hold.
    pub async fn logged_out(&self, logout_token: &str, now: Timestamp) -> Result<LogoutOrder, OidcError> {
        let metadata = self.metadata().await?;
        let payload = self.verified(&metadata, TokenKind::Logout, logout_token).await?;
        Ok(judge_logout_token(logout_token_claims(&payload)?, self.provider(), now)?)
    }

    /// Where a browser ends its session there (OpenID Connect RP-Initiated Logout 1.0 §2), if the provider can do that. We keep no ID token, so
    /// it comes without a hint.
    ///
    /// # Errors
    /// When the provider cannot be asked.
    pub async fn end_session_url(&self, back_to: &Url, state: &str) -> Result<Option<Url>, OidcError> {
        let Some(mut url) = self.metadata().await?.end_session_endpoint.clone() else { return Ok(None) };
        url.query_pairs_mut()
            .append_pair("client_id", &self.provider().client_id)
            .append_pair("post_logout_redirect_uri", back_to.as_str())
            .append_pair("state", state);
        Ok(Some(url))
    }

    /// Code and proof for tokens (OpenID Connect Core §3.1.3.1).
    async fn exchange(
        &self,
        metadata: &ProviderMetadata,
        answer: &AuthorizationCode<'_>,
        now: Timestamp,
    ) -> Result<Value, OidcError> {
        let (form, basic) = self.token_request(answer, now)?;
        let basic = basic.as_ref().map(|(name, password)| (name.as_str(), password.as_str()));
        let step = OidcStep::Token;
        let sent = self.0.http_client.post_secret_form(&metadata.token_endpoint, basic, form).await;
        let answer = sent.map_err(|cause| OidcError::Fetch { step, cause })?;
        let body = strict_json::read(&answer.body, LIMITS);
        match (answer.status, body) {
            (200, Ok(tokens)) => Ok(tokens),
            (400 | 401, Ok(refused)) => {
                let found = refused.get("error").and_then(Value::as_str);
                let known = REFUSALS.into_iter().find(|code| Some(*code) == found);
                Err(OidcError::Refused(known.unwrap_or("another reason")))
            }
            _ => Err(OidcError::of_answer(step, answer.status)),
        }
    }

    /// The form, and name and secret where they go into the header.
    fn token_request(
        &self,
        answer: &AuthorizationCode<'_>,
        now: Timestamp,
    ) -> Result<(String, Option<(String, String)>), OidcError> {
        let OidcSettings { provider, authentication, redirect_uri, .. } = &self.0.settings;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", answer.code)
            .append_pair("redirect_uri", redirect_uri.as_str())
            .append_pair("code_verifier", answer.verifier);
        // Name and secret are form-encoded before they become a header (RFC 6749 §2.3.1).
        let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let basic = match authentication {
            ClientAuthentication::Basic(secret) => Some((encoded(&provider.client_id), encoded(secret.reveal()))),
            ClientAuthentication::Post(secret) => {
                form.append_pair("client_id", &provider.client_id).append_pair("client_secret", secret.reveal());
                None
            }
            ClientAuthentication::PrivateKeyJwt(keys) => {
                let assertion = keys.assertion(provider, answer.verifier, now)?;
                form.append_pair("client_id", &provider.client_id)
                    .append_pair("client_assertion_type", ASSERTION_TYPE)
                    .append_pair("client_assertion", &assertion);
                None
            }
        };
        Ok((form.finish(), basic))
    }

    async fn verified(&self, metadata: &ProviderMetadata, kind: TokenKind, token: &str) -> Result<Value, OidcError> {
        let token = UncheckedToken::read(token, kind, &self.0.settings.algorithms)?;
        let Inner { http_client, known, .. } = &*self.0;
        let keys = known.keys(http_client, &metadata.jwks_uri, token.key_id()).await?;
        token.verify(&keys)
    }

    /// What the ID token left out (OpenID Connect Core §5.3); it must speak of the same person (§5.3.2).
    async fn userinfo(&self, endpoint: &Url, access: &Secret, subject: &str) -> Result<Value, OidcError> {
        let more = fetch(&self.0.http_client, OidcStep::Userinfo, endpoint, Some(access)).await?;
        match more.get("sub").and_then(Value::as_str) {
            Some(found) if found == subject => Ok(more),
            _ => Err(OidcError::UserinfoSubject),
        }
    }
}
