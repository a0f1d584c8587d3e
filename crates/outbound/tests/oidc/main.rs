//! A login provider that says whatever a test wants: each check of OpenID Connect Core is broken once, by itself (LI2), and a provider that is
//! slow, broken or endless is named within the patience of outgoing calls (LI15).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod provider;

use std::time::{Duration, Instant};

use jiff::Timestamp;
use provider::{CLIENT, Forge, NONCE, SECRET};
use serde_json::{Value, json};
use signet_access::{
    AssuranceLevel, IdTokenRefusal, LoggedOut, LoginProvider, LogoutTokenRefusal, PersonRule, ProviderKind,
};
use signet_outbound::{
    AuthorizationRequest, ClientAuthentication, ClientKeys, FetchError, HttpClient, HttpLimits, OidcClient, OidcError,
    OidcSettings, OidcStep, Reach, Secret, oidc::AuthorizationCode,
};
use signet_seal::{JwsKey, PublicKey, SignatureScheme};

const MFA: &str = "https://refeds.org/profile/mfa";

fn client(forge: &Forge) -> OidcClient {
    client_with(forge, ClientAuthentication::Basic(Secret::new(SECRET)), "uid")
}

fn client_with(forge: &Forge, authentication: ClientAuthentication, person: &str) -> OidcClient {
    let provider = LoginProvider {
        name: "lhota".parse().unwrap(),
        kind: ProviderKind::University("lhota".parse().unwrap()),
        issuer: forge.issuer(),
        client_id: CLIENT.into(),
        levels: vec![(MFA.into(), AssuranceLevel::Multi)],
        always: None,
        least: AssuranceLevel::Multi,
        roles: Vec::new(),
        person: Some(PersonRule { claim: person.into(), cut: String::new() }),
        home: None,
    };
    let settings = OidcSettings {
        provider,
        authentication,
        scopes: vec!["profile".into()],
        algorithms: vec![SignatureScheme::from_jose("ES256").unwrap()],
        redirect_uri: "https://signet.example/login/return/lhota".parse().unwrap(),
    };
    let limits = HttpLimits { time: Duration::from_secs(1), bytes_max: 1 << 20, redirects_max: 3 };
    OidcClient::new(HttpClient::new(Reach::Loopback, limits).unwrap(), settings)
}

async fn recognised(client: &OidcClient) -> Result<signet_outbound::RecognisedPerson, OidcError> {
    let answer = AuthorizationCode {
        code: "code-1",
        nonce: NONCE,
        verifier: "v-1",
        max_age: Some(Duration::from_secs(60)),
        level: None,
    };
    client.recognise(&answer, Timestamp::now()).await
}

#[tokio::test]
async fn a_sound_answer_says_who_somebody_is() {
    let forge = Forge::start().await;
    let person = recognised(&client(&forge)).await.unwrap();
    assert_eq!((person.subject.as_str(), person.level), ("248813", AssuranceLevel::Multi));
    assert_eq!(person.session.as_deref(), Some("session-1"));
    assert_eq!(person.claims.single("uid"), Some("248813"));
    let seen = forge.seen();
    assert_eq!(seen.authorization, format!("Basic {}", data_encoding::BASE64.encode(b"signet:s%26cret+1")));
    assert!(seen.form.contains("code_verifier=v-1") && !seen.form.contains("client_secret"), "{}", seen.form);
    assert_eq!(seen.userinfo, 0, "nothing was missing");

    let by_post = client_with(&forge, ClientAuthentication::Post(Secret::new(SECRET)), "uid");
    recognised(&by_post).await.unwrap();
    let seen = forge.seen();
    assert_eq!(seen.authorization, "");
    assert!(seen.form.contains("client_id=signet&client_secret=s%26cret+1"), "{}", seen.form);
}

#[tokio::test]
async fn a_key_proves_who_we_are_once_for_a_minute_and_to_this_provider_alone() {
    let forge = Forge::start().await;
    let text = JwsKey::generate_pem().unwrap() + &JwsKey::generate_pem().unwrap();
    let keys = JwsKey::all_from_pem(text.as_bytes()).unwrap();
    let authentication = ClientAuthentication::PrivateKeyJwt(ClientKeys::new(keys.clone()).unwrap());
    let client = client_with(&forge, authentication, "uid");
    assert_eq!(client.authentication_method(), "private_key_jwt");
    let now = Timestamp::now();
    let mut names = Vec::new();
    for verifier in ["v-1", "v-2"] {
        let answer = AuthorizationCode { code: "code-1", nonce: NONCE, verifier, max_age: None, level: None };
        client.recognise(&answer, now).await.unwrap();
        let seen = forge.seen();
        assert!(seen.authorization.is_empty() && !seen.form.contains("client_secret"));
        let form: std::collections::BTreeMap<_, _> = url::form_urlencoded::parse(seen.form.as_bytes()).collect();
        assert_eq!(form["client_assertion_type"], "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        let (input, signature) = form["client_assertion"].rsplit_once('.').unwrap();
        let decoded = |part: &str| data_encoding::BASE64URL_NOPAD.decode(part.as_bytes()).unwrap();
        let public = PublicKey::from_jwk(&keys[0].public_jwk()).unwrap();
        let scheme = SignatureScheme::from_jose("ES256").unwrap();
        public.verify_jose(scheme, input.as_bytes(), &decoded(signature)).unwrap();
        let (header, claims) = input.split_once('.').unwrap();
        let header: Value = serde_json::from_slice(&decoded(header)).unwrap();
        assert_eq!(header, json!({"alg": "ES256", "typ": "JWT", "kid": keys[0].id()}));
        let claims: Value = serde_json::from_slice(&decoded(claims)).unwrap();
        let (issued, name) = (now.as_second(), claims["jti"].as_str().unwrap().to_owned());
        assert_eq!(
            claims,
            json!({"iss": CLIENT, "sub": CLIENT, "aud": forge.issuer(), "jti": name, "iat": issued, "exp": issued + 60})
        );
        names.push(name);
    }
    assert!(names[0] != names[1] && names[0].len() == 43);
}

#[tokio::test]
async fn a_browser_is_sent_with_everything_that_binds_the_answer() {
    let forge = Forge::start().await;
    let request = AuthorizationRequest {
        state: "s",
        nonce: "n",
        verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        language: "cs",
        max_age: None,
        level: None,
    };
    let url = client(&forge).authorization_url(&request).await.unwrap();
    let query = url.query().unwrap();
    for part in [
        "response_type=code",
        "client_id=signet",
        "redirect_uri=https%3A%2F%2Fsignet.example%2Flogin%2Freturn%2Flhota",
        "scope=openid+profile",
        "state=s",
        "nonce=n",
        // RFC 7636 appendix B.
        "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        "code_challenge_method=S256",
        "ui_locales=cs",
        "claims=%7B%22id_token%22%3A%7B%22acr%22%3A%7B%22essential%22%3Atrue%2C%22values%22%3A%5B%22https%3A%2F%2Frefeds.org%2Fprofile%2Fmfa%22",
    ] {
        assert!(query.contains(part), "{part}: {query}");
    }
    assert!(!query.contains("max_age") && !query.contains("prompt"));
    assert!(!query.contains("acr_values"), "both forms at once undo each other at some providers");
    let again = AuthorizationRequest { max_age: Some(Duration::from_secs(300)), ..request };
    let url = client(&forge).authorization_url(&again).await.unwrap();
    assert!(url.query().unwrap().contains("max_age=300&prompt=login"));
    let stronger = AuthorizationRequest { level: Some(AssuranceLevel::PhishingResistant), ..request };
    let url = client(&forge).authorization_url(&stronger).await.unwrap();
    assert!(!url.query().unwrap().contains("claims"), "no value of this provider proves as much");

    let plain = Forge::start().await;
    plain.discovery("claims_parameter_supported", Value::Null);
    let stronger = AuthorizationRequest { level: Some(AssuranceLevel::Multi), ..request };
    let url = client(&plain).authorization_url(&stronger).await.unwrap();
    let asked = "acr_values=https%3A%2F%2Frefeds.org%2Fprofile%2Fmfa&prompt=login";
    assert!(url.query().unwrap().contains(asked), "a wish alone could be answered from the session that was too weak");
}

#[tokio::test]
async fn li9_an_answer_weaker_than_what_was_asked_for_is_refused() {
    let forge = Forge::start().await;
    let answer = AuthorizationCode {
        code: "code-1",
        nonce: NONCE,
        verifier: "v-1",
        max_age: None,
        level: Some(AssuranceLevel::PhishingResistant),
    };
    let refusal = client(&forge).recognise(&answer, Timestamp::now()).await.unwrap_err();
    assert_eq!(refusal, OidcError::Claims(IdTokenRefusal::Level { found: AssuranceLevel::Multi }));
}

/// One broken thing in a token, and the one refusal of it.
async fn refused(change: impl FnOnce(&Forge)) -> OidcError {
    let forge = Forge::start().await;
    change(&forge);
    recognised(&client(&forge)).await.unwrap_err()
}

#[tokio::test]
async fn li2_alg_none() {
    assert_eq!(refused(|forge| forge.sign_with("none")).await, OidcError::TokenAlgorithm);
}

#[tokio::test]
async fn li2_hs256_with_the_client_secret() {
    assert_eq!(refused(|forge| forge.sign_with("HS256")).await, OidcError::TokenAlgorithm);
}

#[tokio::test]
async fn li2_an_algorithm_that_is_not_set() {
    assert_eq!(refused(|forge| forge.header("alg", json!("RS256"))).await, OidcError::TokenAlgorithm);
}

#[tokio::test]
async fn li2_unknown_kid() {
    assert_eq!(refused(|forge| forge.header("kid", json!("made-up"))).await, OidcError::TokenKey);
}

#[tokio::test]
async fn li2_a_signature_by_another_key() {
    assert_eq!(refused(Forge::change_key_unsaid).await, OidcError::TokenSignature);
}

#[tokio::test]
async fn li2_foreign_audience() {
    let refusal = refused(|forge| forge.claim("aud", json!("other"))).await;
    assert_eq!(refusal, OidcError::Claims(IdTokenRefusal::Audience));
}

#[tokio::test]
async fn li2_two_audiences_without_azp() {
    let refusal = refused(|forge| forge.claim("aud", json!([CLIENT, "other"]))).await;
    assert_eq!(refusal, OidcError::Claims(IdTokenRefusal::AuthorizedParty));
}

#[tokio::test]
async fn li2_another_issuer() {
    let refusal = refused(|forge| forge.claim("iss", json!("https://other.example"))).await;
    assert_eq!(refusal, OidcError::Claims(IdTokenRefusal::Issuer));
}

#[tokio::test]
async fn li2_expired() {
    let ago = Timestamp::now().as_second() - 61;
    assert_eq!(refused(|forge| forge.claim("exp", json!(ago))).await, OidcError::Claims(IdTokenRefusal::Expired));
}

#[tokio::test]
async fn li2_wrong_nonce() {
    assert_eq!(refused(|forge| forge.claim("nonce", json!("n"))).await, OidcError::Claims(IdTokenRefusal::Nonce));
}

#[tokio::test]
async fn li2_missing_acr() {
    let refusal = refused(|forge| forge.claim("acr", Value::Null)).await;
    assert_eq!(refusal, OidcError::Claims(IdTokenRefusal::Level { found: AssuranceLevel::Single }));
}

#[tokio::test]
async fn li2_recognised_too_long_ago() {
    let ago = Timestamp::now().as_second() - 600;
    let refusal = refused(|forge| forge.claim("auth_time", json!(ago))).await;
    assert_eq!(refusal, OidcError::Claims(IdTokenRefusal::AuthenticationTime));
}

#[tokio::test]
async fn li2_a_code_that_was_used() {
    let forge = Forge::start().await;
    let client = client(&forge);
    recognised(&client).await.unwrap();
    forge.refuse("invalid_grant");
    assert_eq!(recognised(&client).await, Err(OidcError::Refused("invalid_grant")));
    forge.refuse("Marie Nováková had this code");
    assert_eq!(recognised(&client).await, Err(OidcError::Refused("another reason")), "nothing is repeated");
}

#[tokio::test]
async fn what_is_no_token_is_told_apart() {
    for header in [("crit", json!(["b64"])), ("typ", json!("logout+jwt")), ("alg", Value::Null)] {
        assert_eq!(refused(|forge| forge.header(header.0, header.1)).await, OidcError::TokenForm);
    }
    for claim in ["iss", "sub", "exp", "iat"] {
        assert_eq!(refused(|forge| forge.claim(claim, Value::Null)).await, OidcError::TokenForm, "{claim}");
    }
}

#[tokio::test]
async fn userinfo_is_asked_for_what_is_missing_and_must_be_of_the_same_person() {
    let forge = Forge::start().await;
    let client = client_with(&forge, ClientAuthentication::Basic(Secret::new(SECRET)), "voperson_id");
    forge.userinfo(json!({"sub": "248813", "voperson_id": "v-7", "uid": "another"}));
    let person = recognised(&client).await.unwrap();
    assert_eq!(person.claims.single("voperson_id"), Some("v-7"));
    assert_eq!(person.claims.single("uid"), Some("248813"), "the ID token stands before userinfo");
    assert_eq!(forge.seen().userinfo, 1);
    for other in [json!({"sub": "1", "voperson_id": "v-8"}), json!({"voperson_id": "v-8"})] {
        forge.userinfo(other);
        assert_eq!(recognised(&client).await, Err(OidcError::UserinfoSubject));
    }
}

#[tokio::test]
async fn a_new_key_is_found_and_made_up_names_are_not_asked_for_again_and_again() {
    let forge = Forge::start().await;
    let client = client(&forge);
    recognised(&client).await.unwrap();
    assert_eq!(forge.seen().keys, 1);
    forge.header("kid", json!("made-up"));
    for _ in 0..5 {
        assert_eq!(recognised(&client).await, Err(OidcError::TokenKey));
    }
    assert_eq!(forge.seen().keys, 1, "asked a moment ago");

    let fresh = self::client(&forge);
    forge.header("kid", json!("key-2"));
    assert_eq!(recognised(&fresh).await, Err(OidcError::TokenKey));
    assert_eq!(forge.seen().keys, 2);
}

#[tokio::test]
async fn of_two_keys_with_one_name_the_right_one_counts() {
    let forge = Forge::start().await;
    forge.double_the_key_name();
    assert_eq!(recognised(&client(&forge)).await.unwrap().subject, "248813");
    // Without a name there must be one key alone.
    forge.header("kid", Value::Null);
    assert_eq!(recognised(&client(&forge)).await, Err(OidcError::TokenKey));
    let single = Forge::start().await;
    single.header("kid", Value::Null);
    assert_eq!(recognised(&client(&single)).await.unwrap().subject, "248813");
}

#[tokio::test]
async fn li3_an_answer_names_its_provider_where_the_provider_says_so() {
    let forge = Forge::start().await;
    let client = client(&forge);
    assert_eq!(client.is_answer_of(Some(&forge.issuer())).await, Ok(true));
    assert_eq!(client.is_answer_of(Some("https://other.example")).await, Ok(false));
    assert_eq!(client.is_answer_of(None).await, Ok(false), "it says that it always names itself");
}

#[tokio::test]
async fn the_discovery_document_is_of_the_issuer_that_is_set() {
    let forge = Forge::start().await;
    forge.discovery("issuer", json!(format!("{}/", forge.issuer())));
    let found = format!("{}/", forge.issuer());
    assert_eq!(client(&forge).metadata().await.err(), Some(OidcError::Issuer { found }));
}

#[tokio::test]
async fn li15_a_provider_that_is_slow_broken_or_endless_is_told_in_time() {
    let forge = Forge::start().await;
    let fetch = |cause| Some(OidcError::Fetch { step: OidcStep::Discovery, cause });
    for (fault, cause) in [
        (provider::Fault::Slow, FetchError::TimedOut),
        (provider::Fault::Broken, FetchError::Status(500)),
        (provider::Fault::Endless, FetchError::TooLarge(1 << 20)),
        (provider::Fault::Elsewhere, FetchError::Status(302)),
    ] {
        forge.fail(fault);
        let client = client(&forge);
        let began = Instant::now();
        assert_eq!(client.metadata().await.err(), fetch(cause.clone()));
        assert!(began.elapsed() < Duration::from_secs(5));
        // Whoever comes right after is told without waiting.
        let began = Instant::now();
        assert_eq!(client.metadata().await.err(), fetch(cause));
        assert!(began.elapsed() < Duration::from_millis(100));
    }
}

#[tokio::test]
async fn li10_a_logout_token_ends_what_it_names_and_is_no_id_token() {
    let forge = Forge::start().await;
    let client = client(&forge);
    let now = Timestamp::now();
    let order = client.logged_out(&forge.logout_token(json!({})), now).await.unwrap();
    assert_eq!((order.id.as_str(), order.whose), ("token-1", LoggedOut::Session("session-1".into())));
    let of_person = client.logged_out(&forge.logout_token(json!({"sid": null})), now).await.unwrap();
    assert_eq!(of_person.whose, LoggedOut::Subject("248813".into()));
    let refusal = |claims| forge.logout_token(claims);
    for (claims, refused) in [
        (json!({"aud": "other"}), LogoutTokenRefusal::Audience),
        (json!({"aud": CLIENT, "nonce": "n"}), LogoutTokenRefusal::Kind),
        (json!({"nonce": null, "events": {"other": {}}}), LogoutTokenRefusal::Kind),
    ] {
        assert_eq!(client.logged_out(&refusal(claims), now).await, Err(OidcError::Logout(refused)));
    }
    let logs_out = forge.logout_token(json!({}));
    assert_eq!(recognised(&client).await, Err(OidcError::TokenForm), "a logout token says who nobody is");
    forge.change_key_unsaid();
    assert_eq!(client.logged_out(&forge.logout_token(json!({})), now).await, Err(OidcError::TokenSignature));
    assert_eq!(client.logged_out(&logs_out[1..], now).await, Err(OidcError::TokenForm));
}

#[tokio::test]
async fn nothing_personal_is_printed() {
    let forge = Forge::start().await;
    let person = recognised(&client(&forge)).await.unwrap();
    assert_eq!(format!("{person:?} {:?}", person.claims), "RecognisedPerson(multi) ReleasedClaims(…)");
}
