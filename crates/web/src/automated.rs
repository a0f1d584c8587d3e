//! Requests that no person made to look at a page: programs that draw link previews, search, scan or only ask for the headers.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, header::USER_AGENT, request::Parts},
};

/// Parts of the names that such programs give themselves, in small letters. Chat and mail programs fetch every link that is pasted into
/// them, so each of these visits would look to the holder like the recipient's.
const PROGRAMS: &[&str] = &[
    "axios",
    "bingpreview",
    "bot",
    "chrome-lighthouse",
    "crawl",
    "curl/",
    "embedly",
    "facebookcatalog",
    "facebookexternalhit",
    "go-http-client",
    "google-inspectiontool",
    "google-read-aloud",
    "googleother",
    "headlesschrome",
    "httpie",
    "java/",
    "libwww",
    "meta-externalagent",
    "meta-externalfetcher",
    "microsoft office",
    "mimecast",
    "ms-office",
    "node-fetch",
    "okhttp",
    "postman",
    "preview",
    "proofpoint",
    "python",
    "reqwest",
    "slack",
    "slurp",
    "spider",
    "urlscan",
    "vkshare",
    "w3c_validator",
    "wget/",
    "whatsapp",
];

/// Names of devices that hold one of them and belong to people.
const DEVICES: &[&str] = &["cubot"];

/// Whether the request was made by a program of its own accord, as far as it says so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Automated(pub bool);

impl Automated {
    /// Judges by the method and by what the client says of itself.
    pub fn of(method: &Method, headers: &HeaderMap) -> Self {
        let prefetched = ["sec-purpose", "purpose", "x-moz", "x-purpose"].iter().any(|name| {
            let value = headers.get(*name).and_then(|value| value.to_str().ok()).unwrap_or_default();
            value.to_ascii_lowercase().contains("pre")
        });
        let agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok());
        Automated(method != Method::GET || prefetched || agent.is_none_or(is_program))
    }
}

fn is_program(agent: &str) -> bool {
    let mut agent = agent.to_ascii_lowercase();
    for device in DEVICES {
        agent = agent.replace(device, "");
    }
    agent.trim().is_empty() || PROGRAMS.iter().any(|program| agent.contains(program))
}

impl<S: Sync> FromRequestParts<S> for Automated {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Automated::of(&parts.method, &parts.headers))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn automated(method: Method, headers: &[(&'static str, &str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        Automated::of(&method, &headers).0
    }

    #[test]
    fn people_are_told_from_programs() {
        let browsers = [
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 11; CUBOT P50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
        ];
        for agent in browsers {
            assert!(!automated(Method::GET, &[("user-agent", agent)]), "{agent}");
            assert!(automated(Method::HEAD, &[("user-agent", agent)]), "{agent}");
            assert!(automated(Method::GET, &[("user-agent", agent), ("sec-purpose", "prefetch;prerender")]), "{agent}");
        }
        let programs = [
            "",
            "curl/8.10.1",
            "LinkedInBot/1.0 (compatible; Mozilla/5.0; +http://www.linkedin.com)",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "WhatsApp/2.24.6.77 A",
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
            "TelegramBot (like TwitterBot)",
            "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)",
        ];
        for agent in programs {
            assert!(automated(Method::GET, &[("user-agent", agent)]), "{agent}");
        }
        assert!(automated(Method::GET, &[]));
    }
}
