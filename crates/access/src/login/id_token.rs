//! The judgement of an ID token's claims (OpenID Connect Core §3.1.3.7), after its signature was found good.

use std::fmt;
use std::time::Duration;

use signet_record::Timestamp;

use super::provider::LoginProvider;
use crate::assurance::AssuranceLevel;

/// How far the provider's clock may be from ours.
const LEEWAY_SECONDS: i64 = 60;

/// What an ID token says, with instants in seconds since 1970 (RFC 7519 §2).
#[derive(Clone, PartialEq, Eq)]
pub struct IdTokenClaims {
    /// `iss`
    pub issuer: String,
    /// `aud`
    pub audience: Vec<String>,
    /// `azp`
    pub authorized_party: Option<String>,
    /// `sub`
    pub subject: String,
    /// `exp`
    pub expires: i64,
    /// `iat`
    pub issued: i64,
    /// `nonce`
    pub nonce: Option<String>,
    /// `auth_time`
    pub authenticated: Option<i64>,
    /// `acr`
    pub acr: Option<String>,
    /// `sid`
    pub session: Option<String>,
}

/// Tells nothing: it names a person.
impl fmt::Debug for IdTokenClaims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdTokenClaims(…)")
    }
}

/// What an ID token must say to be the answer to what was asked.
#[derive(Clone, Copy)]
pub struct IdTokenExpectation<'a> {
    /// Who was asked.
    pub provider: &'a LoginProvider,
    /// What was sent along, so that the token belongs to this browser's question.
    pub nonce: &'a str,
    /// How long ago somebody may have been recognised, where that was asked.
    pub max_age: Option<Duration>,
    /// The level that was asked for.
    pub level: AssuranceLevel,
    /// Now.
    pub now: Timestamp,
}

/// Which check an ID token did not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdTokenRefusal {
    /// `iss` is another issuer.
    Issuer,
    /// `aud` does not name us.
    Audience,
    /// `aud` names others too, and `azp` is not us; or `azp` is somebody else.
    AuthorizedParty,
    /// `exp` has passed.
    Expired,
    /// `iat` lies ahead.
    NotYetIssued,
    /// `nonce` is missing or of another question.
    Nonce,
    /// `auth_time` was asked for and is missing.
    NoAuthenticationTime,
    /// Somebody was recognised longer ago than was asked, or in the future.
    AuthenticationTime,
    /// `acr` means less than was asked for.
    Level {
        /// What it means.
        found: AssuranceLevel,
    },
    /// `sub` is empty or longer than 255 ASCII characters (OpenID Connect Core §2).
    Subject,
}

impl IdTokenRefusal {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            IdTokenRefusal::Issuer => "id-token-issuer",
            IdTokenRefusal::Audience => "id-token-audience",
            IdTokenRefusal::AuthorizedParty => "id-token-authorized-party",
            IdTokenRefusal::Expired => "id-token-expired",
            IdTokenRefusal::NotYetIssued => "id-token-not-yet-issued",
            IdTokenRefusal::Nonce => "id-token-nonce",
            IdTokenRefusal::NoAuthenticationTime => "id-token-no-auth-time",
            IdTokenRefusal::AuthenticationTime => "id-token-auth-time",
            IdTokenRefusal::Level { .. } => "id-token-level",
            IdTokenRefusal::Subject => "id-token-subject",
        }
    }
}

impl fmt::Display for IdTokenRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for IdTokenRefusal {}

/// Judges what an ID token says; the level at which somebody was recognised.
///
/// # Errors
/// The first check that it does not pass.
pub fn judge_id_token(
    claims: &IdTokenClaims,
    expected: &IdTokenExpectation<'_>,
) -> Result<AssuranceLevel, IdTokenRefusal> {
    let provider = expected.provider;
    let now = expected.now.as_second();
    let require = |holds: bool, refusal| if holds { Ok(()) } else { Err(refusal) };
    // The numbers are those of OpenID Connect Core §3.1.3.7.
    // 2. The issuer is the one that was asked.
    require(claims.issuer == provider.issuer, IdTokenRefusal::Issuer)?;
    // 3. to 5. The token is meant for us, and was given to us.
    require(claims.audience.contains(&provider.client_id), IdTokenRefusal::Audience)?;
    let ours = match &claims.authorized_party {
        Some(party) => *party == provider.client_id,
        None => claims.audience.len() == 1,
    };
    require(ours, IdTokenRefusal::AuthorizedParty)?;
    // 9. and 10. It stands now.
    require(now < claims.expires.saturating_add(LEEWAY_SECONDS), IdTokenRefusal::Expired)?;
    require(claims.issued <= now.saturating_add(LEEWAY_SECONDS), IdTokenRefusal::NotYetIssued)?;
    // 11. It answers this very question.
    require(claims.nonce.as_deref() == Some(expected.nonce), IdTokenRefusal::Nonce)?;
    // 13. Somebody was recognised as lately as was asked.
    if let Some(max_age) = expected.max_age {
        let at = claims.authenticated.ok_or(IdTokenRefusal::NoAuthenticationTime)?;
        let oldest = now.saturating_sub_unsigned(max_age.as_secs()).saturating_sub(LEEWAY_SECONDS);
        let lately = (oldest..=now.saturating_add(LEEWAY_SECONDS)).contains(&at);
        require(lately, IdTokenRefusal::AuthenticationTime)?;
    }
    // 12. And as strongly.
    let found = provider.level(claims.acr.as_deref());
    require(found >= expected.level, IdTokenRefusal::Level { found })?;
    let named = (1..=255).contains(&claims.subject.len()) && claims.subject.is_ascii();
    require(named, IdTokenRefusal::Subject)?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::login::provider::ProviderKind;

    const NOW: i64 = 1_800_000_000;
    const MFA: &str = "https://refeds.org/profile/mfa";

    fn provider() -> LoginProvider {
        LoginProvider {
            name: "lhota".parse().unwrap(),
            kind: ProviderKind::National,
            issuer: "https://login.lhota.example".into(),
            client_id: "signet".into(),
            levels: vec![(MFA.into(), AssuranceLevel::Multi)],
            always: None,
            least: AssuranceLevel::Single,
            roles: Vec::new(),
            person: None,
            home: None,
        }
    }

    fn claims() -> IdTokenClaims {
        IdTokenClaims {
            issuer: "https://login.lhota.example".into(),
            audience: vec!["signet".into()],
            authorized_party: None,
            subject: "248813".into(),
            expires: NOW + 300,
            issued: NOW - 1,
            nonce: Some("n-1".into()),
            authenticated: Some(NOW - 30),
            acr: Some(MFA.into()),
            session: None,
        }
    }

    fn judged(claims: &IdTokenClaims) -> Result<AssuranceLevel, IdTokenRefusal> {
        let provider = provider();
        let expected = IdTokenExpectation {
            provider: &provider,
            nonce: "n-1",
            max_age: Some(Duration::from_secs(600)),
            level: AssuranceLevel::Multi,
            now: Timestamp::from_second(NOW).unwrap(),
        };
        judge_id_token(claims, &expected)
    }

    /// Each change breaks exactly one check.
    #[test]
    fn li2_each_broken_claim_is_refused_by_its_own_name() {
        assert_eq!(judged(&claims()), Ok(AssuranceLevel::Multi));
        type Change = fn(&mut IdTokenClaims);
        let broken: [(Change, IdTokenRefusal); 18] = [
            (|it| it.issuer.push('/'), IdTokenRefusal::Issuer),
            (|it| it.audience = vec!["other".into()], IdTokenRefusal::Audience),
            (|it| it.audience = vec![], IdTokenRefusal::Audience),
            (|it| it.audience.push("other".into()), IdTokenRefusal::AuthorizedParty),
            (|it| it.authorized_party = Some("other".into()), IdTokenRefusal::AuthorizedParty),
            (|it| it.expires = NOW - 60, IdTokenRefusal::Expired),
            (|it| it.expires = i64::MIN, IdTokenRefusal::Expired),
            (|it| it.issued = NOW + 61, IdTokenRefusal::NotYetIssued),
            (|it| it.issued = i64::MAX, IdTokenRefusal::NotYetIssued),
            (|it| it.nonce = Some("n-2".into()), IdTokenRefusal::Nonce),
            (|it| it.nonce = None, IdTokenRefusal::Nonce),
            (|it| it.authenticated = None, IdTokenRefusal::NoAuthenticationTime),
            (|it| it.authenticated = Some(NOW - 661), IdTokenRefusal::AuthenticationTime),
            (|it| it.authenticated = Some(NOW + 61), IdTokenRefusal::AuthenticationTime),
            (|it| it.acr = None, IdTokenRefusal::Level { found: AssuranceLevel::Single }),
            (|it| it.acr = Some("urn:unknown".into()), IdTokenRefusal::Level { found: AssuranceLevel::Single }),
            (|it| it.subject = String::new(), IdTokenRefusal::Subject),
            (|it| it.subject = "x".repeat(256), IdTokenRefusal::Subject),
        ];
        for (change, refusal) in broken {
            let mut changed = claims();
            change(&mut changed);
            assert_eq!(judged(&changed), Err(refusal));
        }
    }

    #[test]
    fn what_is_within_the_leeway_holds() {
        type Change = fn(&mut IdTokenClaims);
        let sound: [Change; 6] = [
            |it| it.expires = NOW - 59,
            |it| it.expires = i64::MAX,
            |it| it.issued = NOW + 60,
            |it| it.authenticated = Some(NOW - 660),
            |it| it.authorized_party = Some("signet".into()),
            |it| {
                it.audience.push("other".into());
                it.authorized_party = Some("signet".into());
            },
        ];
        for (at, change) in sound.into_iter().enumerate() {
            let mut changed = claims();
            change(&mut changed);
            assert_eq!(judged(&changed), Ok(AssuranceLevel::Multi), "change {at}");
        }
    }

    #[test]
    fn an_unknown_acr_proves_one_factor() {
        let provider = provider();
        assert_eq!(provider.level(Some(MFA)), AssuranceLevel::Multi);
        for unknown in [None, Some(""), Some("https://refeds.org/profile/MFA"), Some("loa3")] {
            assert_eq!(provider.level(unknown), AssuranceLevel::Single, "{unknown:?}");
        }
        assert_eq!(provider.acr_values(AssuranceLevel::Multi), [MFA]);
        assert!(provider.acr_values(AssuranceLevel::PhishingResistant).is_empty());
    }
}
