//! The one client: asks an address, within limits, and brings back bytes.

use std::{net::IpAddr, time::Duration};

use reqwest::{
    Client, RequestBuilder, StatusCode,
    header::{ACCEPT, CONTENT_TYPE, LOCATION, RETRY_AFTER},
    redirect::Policy,
};
use url::{Host, Url};

use crate::{
    address::{GuardedResolver, Reach},
    fetch_budget::FetchBudget,
    secret::Secret,
};

/// The media type of a form (RFC 6749 §4.1.3).
const FORM: &str = "application/x-www-form-urlencoded";

/// What one exchange may cost.
#[derive(Clone, Copy, Debug)]
pub struct HttpLimits {
    /// For the whole exchange, from the first packet to the last.
    pub time: Duration,
    /// Of the answer's body.
    pub bytes_max: usize,
    /// How often an answer may send us elsewhere; each stop is checked like the first.
    pub redirects_max: usize,
}

impl Default for HttpLimits {
    fn default() -> Self {
        HttpLimits { time: Duration::from_secs(10), bytes_max: 4 << 20, redirects_max: 3 }
    }
}

/// Why nothing usable came back. Texts name no full address: it may hold a secret of its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// Neither `https` nor `http`.
    #[error("the address is not an http or https address")]
    Scheme,
    /// Resolves to nothing within reach.
    #[error("the address is not within reach")]
    OutOfReach,
    /// The connection could not be made or broke off.
    #[error("the connection failed")]
    Connection,
    /// Took longer than allowed.
    #[error("no answer in time")]
    TimedOut,
    /// Answered, but not with success.
    #[error("answered with status {0}")]
    Status(u16),
    /// The body is larger than allowed.
    #[error("the answer is larger than {0} bytes")]
    TooLarge(usize),
    /// A file that names addresses has used up what may be asked for it.
    #[error("enough was asked for this file")]
    Exhausted,
}

/// An answer with its status, for protocols whose refusals say something.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpAnswer {
    /// HTTP status.
    pub status: u16,
    /// When the other side asks to be left alone for so long.
    pub retry_after: Option<Duration>,
    /// The body, whole.
    pub body: Vec<u8>,
}

/// The one way out. Cheap to clone.
#[derive(Clone, Debug)]
pub struct HttpClient {
    client: Client,
    /// Goes nowhere but where it was sent: for messages with secrets in them.
    confidant: Client,
    reach: Reach,
    limits: HttpLimits,
}

impl HttpClient {
    /// An HTTP client with its limits. Sends no cookies, no referrer and no credentials; uses no system proxy.
    ///
    /// # Errors
    /// When the TLS roots of the system cannot be set up.
    pub fn new(reach: Reach, limits: HttpLimits) -> Result<Self, FetchError> {
        let redirects_max = limits.redirects_max;
        let policy = Policy::custom(move |attempt| {
            if attempt.previous().len() > redirects_max || check(attempt.url(), reach).is_err() {
                attempt.stop()
            } else {
                attempt.follow()
            }
        });
        let build = |policy: Policy| {
            Client::builder()
                .user_agent(concat!("signet/", env!("CARGO_PKG_VERSION")))
                .dns_resolver(std::sync::Arc::new(GuardedResolver(reach)))
                .redirect(policy)
                .referer(false)
                .no_proxy()
                .timeout(limits.time)
                .connect_timeout(limits.time.min(Duration::from_secs(5)))
                .build()
                .map_err(|_| FetchError::Connection)
        };
        Ok(HttpClient { client: build(policy)?, confidant: build(Policy::none())?, reach, limits })
    }

    /// GET, whole body.
    ///
    /// # Errors
    /// As [`FetchError`] says.
    pub async fn get(&self, url: &Url) -> Result<Vec<u8>, FetchError> {
        check(url, self.reach)?;
        self.exchange(self.client.get(url.clone())).await
    }

    /// POST of a body with its media type, whole answer.
    ///
    /// # Errors
    /// As [`FetchError`] says.
    pub async fn post(&self, url: &Url, media_type: &str, body: Vec<u8>) -> Result<Vec<u8>, FetchError> {
        check(url, self.reach)?;
        self.exchange(self.client.post(url.clone()).header(CONTENT_TYPE, media_type).body(body)).await
    }

    /// Asks an address that a stranger's file names: by GET, or by POST of a body with its media type. Only the ports of the web are
    /// reached, and every stop of a redirect is drawn from the file's budget.
    ///
    /// # Errors
    /// As [`FetchError`] says.
    pub async fn ask_within(
        &self,
        url: &Url,
        body: Option<(&str, Vec<u8>)>,
        budget: &FetchBudget,
    ) -> Result<Vec<u8>, FetchError> {
        let mut url = url.clone();
        let mut body = body;
        loop {
            check(&url, self.reach)?;
            check_port(&url, self.reach)?;
            if !budget.request(&url) {
                return Err(FetchError::Exhausted);
            }
            let request = match &body {
                Some((media_type, body)) => {
                    self.confidant.post(url.clone()).header(CONTENT_TYPE, *media_type).body(body.clone())
                }
                None => self.confidant.get(url.clone()),
            };
            let answer = request.send().await.map_err(|error| fault(&error))?;
            let status = answer.status();
            if status.is_redirection() {
                url = next_stop(&url, &answer).ok_or(FetchError::Status(status.as_u16()))?;
                // RFC 9110, 15.4: only 307 and 308 keep the method; what is asked by GET elsewhere is another question.
                if !matches!(status, StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT) {
                    body = None;
                }
                continue;
            }
            if !status.is_success() {
                return Err(FetchError::Status(status.as_u16()));
            }
            return self.body_within(answer, Some(budget)).await;
        }
    }

    /// POST of a message with secrets in it, with a bearer token if there is one. It is not redirected, and leaves this
    /// machine only under TLS. Any status is an answer.
    ///
    /// # Errors
    /// As [`FetchError`] says; [`FetchError::Scheme`] for plain `http` to another machine.
    pub async fn post_secret(
        &self,
        url: &Url,
        media_type: &str,
        bearer: Option<&Secret>,
        body: Vec<u8>,
    ) -> Result<HttpAnswer, FetchError> {
        let mut request = self.confidant.post(url.clone()).header(CONTENT_TYPE, media_type).body(body);
        if let Some(token) = bearer {
            request = request.bearer_auth(token.reveal());
        }
        self.confide(url, request).await
    }

    /// GET with a bearer token if there is one: of what must come from just there. Like [`HttpClient::post_secret`] it is not redirected and
    /// goes only under TLS.
    ///
    /// # Errors
    /// As [`FetchError`] says; [`FetchError::Scheme`] for plain `http` to another machine.
    pub async fn get_secret(&self, url: &Url, bearer: Option<&Secret>) -> Result<HttpAnswer, FetchError> {
        let mut request = self.confidant.get(url.clone()).header(ACCEPT, "application/json");
        if let Some(token) = bearer {
            request = request.bearer_auth(token.reveal());
        }
        self.confide(url, request).await
    }

    /// POST of a form with secrets in it, as a client with a name and a password if one is given (RFC 7617).
    ///
    /// # Errors
    /// As [`FetchError`] says; [`FetchError::Scheme`] for plain `http` to another machine.
    pub async fn post_secret_form(
        &self,
        url: &Url,
        basic: Option<(&str, &str)>,
        form: String,
    ) -> Result<HttpAnswer, FetchError> {
        let mut request =
            self.confidant.post(url.clone()).header(CONTENT_TYPE, FORM).header(ACCEPT, "application/json");
        if let Some((name, password)) = basic {
            request = request.basic_auth(name, Some(password));
        }
        self.confide(url, request.body(form)).await
    }

    async fn confide(&self, url: &Url, request: RequestBuilder) -> Result<HttpAnswer, FetchError> {
        check(url, self.reach)?;
        if !leaves_only_under_tls(url) {
            return Err(FetchError::Scheme);
        }
        let answer = request.send().await.map_err(|error| fault(&error))?;
        let after = answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
        let (status, retry_after) = (answer.status().as_u16(), after.map(Duration::from_secs));
        Ok(HttpAnswer { status, retry_after, body: self.body(answer).await? })
    }

    async fn exchange(&self, request: RequestBuilder) -> Result<Vec<u8>, FetchError> {
        let answer = request.send().await.map_err(|error| fault(&error))?;
        if !answer.status().is_success() {
            return Err(FetchError::Status(answer.status().as_u16()));
        }
        self.body(answer).await
    }

    async fn body(&self, answer: reqwest::Response) -> Result<Vec<u8>, FetchError> {
        self.body_within(answer, None).await
    }

    async fn body_within(
        &self,
        mut answer: reqwest::Response,
        budget: Option<&FetchBudget>,
    ) -> Result<Vec<u8>, FetchError> {
        let bytes_max = self.limits.bytes_max;
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(|error| fault(&error))? {
            if body.len() + piece.len() > bytes_max || budget.is_some_and(|budget| !budget.bytes(piece.len())) {
                return Err(FetchError::TooLarge(bytes_max));
            }
            body.extend_from_slice(&piece);
        }
        Ok(body)
    }
}

fn fault(error: &reqwest::Error) -> FetchError {
    if error.is_timeout() { FetchError::TimedOut } else { FetchError::Connection }
}

/// Whether what is sent there cannot be read on the way: under TLS, or on this machine.
pub fn leaves_only_under_tls(url: &Url) -> bool {
    url.scheme() == "https" || (url.scheme() == "http" && is_this_machine(url))
}

/// A loopback address, written as such: a name could lead elsewhere.
fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(v4)) => v4.is_loopback(),
        Some(Host::Ipv6(v6)) => v6.is_loopback(),
        Some(Host::Domain(_)) | None => false,
    }
}

/// Where an answer sends us.
fn next_stop(from: &Url, answer: &reqwest::Response) -> Option<Url> {
    from.join(answer.headers().get(LOCATION)?.to_str().ok()?).ok()
}

/// Public servers are asked at the ports of the web, so that no file can make us speak to anything else. A service of this
/// machine or of the operator's own network has whatever port it has.
fn check_port(url: &Url, reach: Reach) -> Result<(), FetchError> {
    let web = matches!(url.port_or_known_default(), Some(80 | 443));
    let own = match reach {
        Reach::Public => false,
        Reach::Loopback => is_this_machine(url) || url.host_str() == Some("localhost"),
        Reach::Anywhere => true,
    };
    if web || own { Ok(()) } else { Err(FetchError::OutOfReach) }
}

/// A literal address is checked here, a name when it is resolved.
fn check(url: &Url, reach: Reach) -> Result<(), FetchError> {
    if !matches!(url.scheme(), "https" | "http") {
        return Err(FetchError::Scheme);
    }
    let literal: Option<IpAddr> = match url.host() {
        None => return Err(FetchError::Scheme),
        Some(Host::Domain(_)) => None,
        Some(Host::Ipv4(v4)) => Some(v4.into()),
        Some(Host::Ipv6(v6)) => Some(v6.into()),
    };
    match literal {
        Some(address) if !reach.allows(address) => Err(FetchError::OutOfReach),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::{
        Router,
        response::Redirect,
        routing::{get, post},
    };

    use super::*;

    async fn server() -> Url {
        let app = Router::new()
            .route("/small", get(|| async { "ano" }))
            .route("/large", get(|| async { vec![b'x'; 2048] }))
            .route("/slow", get(|| async { tokio::time::sleep(Duration::from_secs(30)).await }))
            .route("/inside", get(|| async { Redirect::temporary("http://10.0.0.1/") }))
            .route("/moved", post(|| async { Redirect::temporary("/small") }))
            .route("/round", get(|| async { Redirect::temporary("/round") }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
        tokio::spawn(async move { axum::serve(listener, app).await });
        url
    }

    fn http_client(reach: Reach) -> HttpClient {
        let limits = HttpLimits { time: Duration::from_secs(1), bytes_max: 1024, redirects_max: 2 };
        HttpClient::new(reach, limits).unwrap()
    }

    #[tokio::test]
    async fn brings_what_is_within_the_limits() {
        let base = server().await;
        let fetched = http_client(Reach::Loopback).get(&base.join("small").unwrap()).await;
        assert_eq!(fetched.unwrap(), "ano".as_bytes());
    }

    #[tokio::test]
    async fn stops_at_each_limit() {
        let base = server().await;
        let http_client = http_client(Reach::Loopback);
        let get = |path: &str| base.join(path).unwrap();
        assert_eq!(http_client.get(&get("large")).await, Err(FetchError::TooLarge(1024)));
        assert_eq!(http_client.get(&get("slow")).await, Err(FetchError::TimedOut));
        assert_eq!(http_client.get(&get("none")).await, Err(FetchError::Status(404)));
        assert_eq!(http_client.get(&get("inside")).await, Err(FetchError::Status(307)));
        assert_eq!(http_client.get(&get("round")).await, Err(FetchError::Status(307)));
    }

    #[tokio::test]
    async fn secrets_are_not_redirected_and_leave_only_under_tls() {
        let base = server().await;
        let post_secret = |url: Url| async move {
            let token = Secret::new("token");
            http_client(Reach::Anywhere).post_secret(&url, "application/json", Some(&token), b"{}".to_vec()).await
        };
        assert_eq!(post_secret(base.join("moved").unwrap()).await.map(|answer| answer.status), Ok(307));
        assert_eq!(post_secret(base.join("small").unwrap()).await.map(|answer| answer.status), Ok(405));
        let by_name = format!("http://localhost:{}/moved", base.port().unwrap());
        for elsewhere in [by_name.as_str(), "http://10.0.0.1/", "http://service.example/"] {
            assert_eq!(post_secret(elsewhere.parse().unwrap()).await.err(), Some(FetchError::Scheme), "{elsewhere}");
        }
    }

    #[tokio::test]
    async fn redirects_are_drawn_from_the_files_budget() {
        let base = server().await;
        let http_client = http_client(Reach::Loopback);
        let budget = FetchBudget::new();
        let ask = |path: &str| base.join(path).unwrap();
        assert_eq!(http_client.ask_within(&ask("small"), None, &budget).await.unwrap(), "ano".as_bytes());
        assert_eq!(http_client.ask_within(&ask("inside"), None, &budget).await, Err(FetchError::OutOfReach));
        assert_eq!(http_client.ask_within(&ask("round"), None, &budget).await, Err(FetchError::Exhausted));
        assert_eq!(http_client.ask_within(&ask("small"), None, &budget).await, Err(FetchError::Exhausted));
        let moved =
            http_client.ask_within(&ask("moved"), Some(("text/plain", b"?".to_vec())), &FetchBudget::new()).await;
        assert_eq!(moved, Err(FetchError::Status(405)), "a question stays a question");
    }

    #[test]
    fn files_lead_to_the_ports_of_the_web_alone() {
        let allowed = |url: &str, reach| check_port(&url.parse().unwrap(), reach).is_ok();
        for web in ["http://ca.example/a", "https://ca.example/a", "http://ca.example:443/"] {
            assert!(allowed(web, Reach::Public), "{web}");
        }
        for other in ["http://ca.example:25/", "https://ca.example:8443/", "http://127.0.0.1:8080/"] {
            assert!(!allowed(other, Reach::Public), "{other}");
        }
        assert!(
            allowed("http://127.0.0.1:8080/", Reach::Loopback) && !allowed("http://ca.example:25/", Reach::Loopback)
        );
    }

    #[tokio::test]
    async fn does_not_reach_inside() {
        let base = server().await;
        assert_eq!(http_client(Reach::Public).get(&base).await, Err(FetchError::OutOfReach));
        let by_name: Url = format!("http://localhost:{}/small", base.port().unwrap()).parse().unwrap();
        assert_eq!(http_client(Reach::Public).get(&by_name).await, Err(FetchError::Connection));
        assert_eq!(
            http_client(Reach::Public).get(&"file:///etc/hostname".parse().unwrap()).await,
            Err(FetchError::Scheme)
        );
    }
}
