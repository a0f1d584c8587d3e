//! Whether a form came from our own page: what the browser says of its origin, and the token of the session.

use axum::http::{
    HeaderMap,
    header::{HOST, ORIGIN},
};
use signet_registry::Digest;

/// Whether the browser says that the request began on our own pages. A browser too old to say anything is left to the token.
///
/// Our `Referrer-Policy: no-referrer` makes browsers send `Origin: null` with forms, so that value says nothing.
pub fn from_here(headers: &HeaderMap, own_host: &str) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match text("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => match text(ORIGIN.as_str()) {
            None | Some("null") => true,
            Some(origin) => {
                let host = origin.split_once("://").map_or("?", |(_, host)| host);
                host == own_host || Some(host) == text(HOST.as_str())
            }
        },
    }
}

/// Whether the browser says for sure that the request began on our own pages; one too old to say so is not believed.
pub fn surely_from_here(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site == "same-origin")
}

/// The token that forms of one session carry: a digest of the session's secret, so it is not the secret.
pub fn token(session_secret: &str) -> String {
    Digest::of(format!("signet form token 1\n{session_secret}").as_bytes()).to_string()
}

/// Compares without telling by the time it takes how much was right.
pub fn same(presented: &str, expected: &str) -> bool {
    presented.len() == expected.len()
        && presented.bytes().zip(expected.bytes()).fold(0, |differences, (a, b)| differences | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_our_own_pages_count_as_here() {
        let here = |pairs: &[(&'static str, &str)]| from_here(&headers(pairs), "signet.example");
        assert!(here(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(!here(&[("sec-fetch-site", "cross-site")]));
        assert!(!here(&[("sec-fetch-site", "same-site"), ("origin", "https://signet.example")]));
        assert!(here(&[("origin", "https://signet.example")]));
        assert!(here(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]));
        assert!(!here(&[("origin", "https://evil.example"), ("host", "signet.example")]));
        assert!(here(&[]) && here(&[("origin", "null")]));
    }

    #[test]
    fn a_token_belongs_to_its_session() {
        assert!(same(&token("a"), &token("a")));
        assert!(!same(&token("a"), &token("b")));
        assert!(!same("", &token("a")));
    }
}
