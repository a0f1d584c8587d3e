//! The judgement of a logout token's claims (OpenID Connect Back-Channel Logout 1.0 §2.6), after its signature was found good.

use std::fmt;
use std::time::Duration;

use signet_record::Timestamp;

use super::provider::LoginProvider;

/// How far the provider's clock may be from ours.
const LEEWAY: Duration = Duration::from_secs(60);
/// A token is taken so long after it was made (§2.5 advises two minutes; a provider may try again).
const LASTS: Duration = Duration::from_secs(300);
/// Longest text by which a token, a session or a person is named.
const NAME_MAX: usize = 255;

/// What a logout token says, with instants in seconds since 1970 (RFC 7519 §2).
#[derive(Clone, PartialEq, Eq)]
pub struct LogoutTokenClaims {
    /// `iss`
    pub issuer: String,
    /// `aud`
    pub audience: Vec<String>,
    /// `iat`
    pub issued: i64,
    /// `exp`
    pub expires: Option<i64>,
    /// `jti`
    pub id: String,
    /// `sub`
    pub subject: Option<String>,
    /// `sid`
    pub session: Option<String>,
    /// `events` has the member that makes it a logout token.
    pub is_logout: bool,
    /// There is a `nonce`, which makes it an ID token.
    pub has_nonce: bool,
}

/// Tells nothing: it names a person.
impl fmt::Debug for LogoutTokenClaims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LogoutTokenClaims(…)")
    }
}

/// Whose sessions end by a logout token.
#[derive(Clone, PartialEq, Eq)]
pub enum LoggedOut {
    /// That of one session at the provider.
    Session(String),
    /// Those of one person.
    Subject(String),
}

/// Tells nothing: it names a person.
impl fmt::Debug for LoggedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoggedOut(…)")
    }
}

/// A logout token that may be carried out, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoutOrder {
    /// Names the token.
    pub id: String,
    /// It would not be taken any more from this instant.
    pub until: Timestamp,
    /// Whose sessions end.
    pub whose: LoggedOut,
}

/// Which check a logout token did not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoutTokenRefusal {
    /// `iss` is another issuer.
    Issuer,
    /// `aud` does not name us.
    Audience,
    /// It was made too long ago, lies ahead, or has expired.
    Time,
    /// It has neither `sid` nor `sub`, or one that is no name.
    Nobody,
    /// It is no logout token: `events` lacks the member, or there is a `nonce`.
    Kind,
    /// `jti` is empty or too long.
    Id,
}

impl LogoutTokenRefusal {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            LogoutTokenRefusal::Issuer => "logout-token-issuer",
            LogoutTokenRefusal::Audience => "logout-token-audience",
            LogoutTokenRefusal::Time => "logout-token-time",
            LogoutTokenRefusal::Nobody => "logout-token-nobody",
            LogoutTokenRefusal::Kind => "logout-token-kind",
            LogoutTokenRefusal::Id => "logout-token-id",
        }
    }
}

impl fmt::Display for LogoutTokenRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for LogoutTokenRefusal {}

/// Judges what a logout token says: whose sessions end. That it comes once is for whoever keeps the names of those that came.
///
/// # Errors
/// The first check that it does not pass.
pub fn judge_logout_token(
    claims: LogoutTokenClaims,
    provider: &LoginProvider,
    now: Timestamp,
) -> Result<LogoutOrder, LogoutTokenRefusal> {
    let require = |holds: bool, refusal| if holds { Ok(()) } else { Err(refusal) };
    let is_name = |name: &String| (1..=NAME_MAX).contains(&name.len());
    // The numbers are those of §2.6.
    // 4. Issuer and audience as in an ID token; it was made just now.
    require(claims.issuer == provider.issuer, LogoutTokenRefusal::Issuer)?;
    require(claims.audience.contains(&provider.client_id), LogoutTokenRefusal::Audience)?;
    let made = Timestamp::from_second(claims.issued).ok().ok_or(LogoutTokenRefusal::Time)?;
    let until = made.saturating_add(LASTS).unwrap_or(made);
    let earliest = made.saturating_sub(LEEWAY).unwrap_or(made);
    let expired = claims.expires.is_some_and(|expires| expires <= now.as_second());
    require((earliest..until).contains(&now) && !expired, LogoutTokenRefusal::Time)?;
    // 5. Somebody is named: a session before a person, who may have others that go on.
    let by_session = claims.session.filter(is_name).map(LoggedOut::Session);
    let whose = by_session.or_else(|| claims.subject.filter(is_name).map(LoggedOut::Subject));
    let whose = whose.ok_or(LogoutTokenRefusal::Nobody)?;
    // 6. and 7. It is no other token of the same provider.
    require(claims.is_logout && !claims.has_nonce, LogoutTokenRefusal::Kind)?;
    require(is_name(&claims.id), LogoutTokenRefusal::Id)?;
    Ok(LogoutOrder { id: claims.id, until, whose })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::assurance::AssuranceLevel;
    use crate::login::provider::ProviderKind;

    const NOW: i64 = 1_800_000_000;

    fn claims() -> LogoutTokenClaims {
        LogoutTokenClaims {
            issuer: "https://login.lhota.example".into(),
            audience: vec!["signet".into()],
            issued: NOW - 1,
            expires: Some(NOW + 120),
            id: "j-1".into(),
            subject: Some("248813".into()),
            session: Some("s-1".into()),
            is_logout: true,
            has_nonce: false,
        }
    }

    fn judged(claims: LogoutTokenClaims) -> Result<LogoutOrder, LogoutTokenRefusal> {
        let provider = LoginProvider {
            name: "lhota".parse().unwrap(),
            kind: ProviderKind::National,
            issuer: "https://login.lhota.example".into(),
            client_id: "signet".into(),
            levels: Vec::new(),
            always: None,
            least: AssuranceLevel::Single,
            roles: Vec::new(),
            person: None,
            home: None,
        };
        judge_logout_token(claims, &provider, Timestamp::from_second(NOW).unwrap())
    }

    #[test]
    fn li10_each_broken_claim_is_refused_by_its_own_name() {
        let whole = judged(claims()).unwrap();
        assert_eq!(whole.whose, LoggedOut::Session("s-1".into()));
        assert_eq!(whole.until.as_second(), NOW - 1 + 300);
        type Change = fn(&mut LogoutTokenClaims);
        let broken: [(Change, LogoutTokenRefusal); 12] = [
            (|it| it.issuer.push('/'), LogoutTokenRefusal::Issuer),
            (|it| it.audience = vec!["other".into()], LogoutTokenRefusal::Audience),
            (|it| it.issued = NOW - 300, LogoutTokenRefusal::Time),
            (|it| it.issued = NOW + 61, LogoutTokenRefusal::Time),
            (|it| it.issued = i64::MIN, LogoutTokenRefusal::Time),
            (|it| it.expires = Some(NOW), LogoutTokenRefusal::Time),
            (|it| (it.session, it.subject) = (None, None), LogoutTokenRefusal::Nobody),
            (|it| (it.session, it.subject) = (None, Some(String::new())), LogoutTokenRefusal::Nobody),
            (|it| it.is_logout = false, LogoutTokenRefusal::Kind),
            (|it| it.has_nonce = true, LogoutTokenRefusal::Kind),
            (|it| it.id = String::new(), LogoutTokenRefusal::Id),
            (|it| it.id = "j".repeat(256), LogoutTokenRefusal::Id),
        ];
        for (index, (change, refusal)) in broken.into_iter().enumerate() {
            let mut changed = claims();
            change(&mut changed);
            assert_eq!(judged(changed), Err(refusal), "change {index}");
        }
    }

    #[test]
    fn without_a_session_it_is_the_person_who_is_logged_out() {
        let by_subject = LogoutTokenClaims { session: None, expires: None, ..claims() };
        assert_eq!(judged(by_subject).unwrap().whose, LoggedOut::Subject("248813".into()));
    }
}
