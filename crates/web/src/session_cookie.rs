//! The cookies: of the session, and of somebody on the way to a login provider and back.

use std::time::Duration;

use axum::http::{HeaderMap, header::COOKIE};

use signet_access::SESSION_LONGEST;
use signet_issue::CLAIM_LASTS;
use signet_share::{AccessCode, ShareId};

use crate::site::AppState;

/// How the login cookie begins after signing out, and after being recognised and not let in, until somebody has signed in or
/// [`LOGIN_TIME`] is over: whoever signs in meanwhile is asked who they are, even where the provider still knows.
pub const SIGNED_OUT: &str = "signed-out";

/// What the session's cookie is after a session ended that a link had begun, because a login provider has been set since: so that the sign-in page says why.
pub const LINK_ENDED: &str = "link-ended";

/// How long a new code is shown to its holder.
const CODE_SHOWN: Duration = Duration::from_secs(600);

/// How long the way to a provider and back may take.
pub const LOGIN_TIME: Duration = Duration::from_secs(600);

/// The name of the session's cookie; bound to the host when the site is reached through https (RFC 6265bis §4.1.3.2).
pub fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-signet" } else { "signet" }
}

/// The name of the login cookie.
pub fn login_cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-signet-login" } else { "signet-login" }
}

/// The name of the cookie of somebody who asks whether records are about them.
pub fn own_cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-signet-own" } else { "signet-own" }
}

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let values = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, value)| *key == name && value.len() <= 200).map(|(_, value)| value.to_owned())
}

/// Sets the session's cookie; with no time left it is taken back.
pub fn session(site: &AppState, secret: &str, lasts: Duration) -> String {
    set(site, cookie_name(site.secure()), secret, lasts)
}

/// Sets the mark of a session that a link began, in its place.
pub fn link_ended(site: &AppState) -> String {
    session(site, LINK_ENDED, SESSION_LONGEST)
}

/// Sets the login cookie. `SameSite=Lax` lets it come back with the provider's answer, which is a link from elsewhere.
pub fn login(site: &AppState, value: &str) -> String {
    set(site, login_cookie_name(site.secure()), value, LOGIN_TIME)
}

/// Sets the cookie of somebody who asks whether records are about them: as long as the question can be answered.
pub fn own(site: &AppState, value: &str) -> String {
    set(site, own_cookie_name(site.secure()), value, CLAIM_LASTS)
}

/// The name of the cookie of a browser that was told the code of a share: one for each share, so that none takes another's place.
pub fn pass_cookie_name(secure: bool, share: ShareId) -> String {
    let prefix = if secure { "__Host-" } else { "" };
    format!("{prefix}signet-share-{share}")
}

/// Sets the cookie of a browser that was told the code of a share.
pub fn pass(site: &AppState, share: ShareId, value: &str, lasts: Duration) -> String {
    set(site, &pass_cookie_name(site.secure(), share), value, lasts)
}

/// The name of the cookie by which the holder's own browser shows a new code.
pub fn code_cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-signet-code" } else { "signet-code" }
}

/// Shows a new code to its holder on the next pages, in this browser alone: nothing of it is kept here.
pub fn code(site: &AppState, share: ShareId, code: &AccessCode) -> String {
    set(site, code_cookie_name(site.secure()), &format!("{share}.{}", code.reveal().replace(' ', "-")), CODE_SHOWN)
}

/// The new code of a share that this browser was told to show.
pub fn code_of(site: &AppState, headers: &HeaderMap, share: ShareId) -> Option<AccessCode> {
    let value = cookie(headers, code_cookie_name(site.secure()))?;
    let (of, code) = value.split_once('.')?;
    code.parse().ok().filter(|_| of == share.to_string())
}

/// Takes the login cookie back: somebody has signed in.
pub fn login_done(site: &AppState) -> String {
    set(site, login_cookie_name(site.secure()), "", Duration::ZERO)
}

fn set(site: &AppState, name: &str, value: &str, lasts: Duration) -> String {
    let secure = if site.secure() { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{secure}", lasts.as_secs())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, "a=1; signet=abc".parse().unwrap());
        headers.append(COOKIE, "b=2".parse().unwrap());
        assert_eq!(cookie(&headers, "signet").as_deref(), Some("abc"));
        assert_eq!(cookie(&headers, "b").as_deref(), Some("2"));
        assert_eq!(cookie(&headers, "sign"), None);
    }
}
