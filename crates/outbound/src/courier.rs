//! The one client: asks an address, within limits, and brings back bytes.

use std::{net::IpAddr, time::Duration};

use reqwest::{Client, RequestBuilder, header::CONTENT_TYPE, redirect::Policy};
use url::{Host, Url};

use crate::address::{GuardedResolver, Reach};

/// What one exchange may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For the whole exchange, from the first packet to the last.
    pub time: Duration,
    /// Of the answer's body.
    pub bytes_max: usize,
    /// How often an answer may send us elsewhere; each stop is checked like the first.
    pub redirects_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { time: Duration::from_secs(10), bytes_max: 4 << 20, redirects_max: 3 }
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
}

/// The one way out. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Courier {
    client: Client,
    reach: Reach,
    limits: Limits,
}

impl Courier {
    /// A courier with its limits. Sends no cookies, no referrer and no credentials; uses no system proxy.
    ///
    /// # Errors
    /// When the TLS roots of the system cannot be set up.
    pub fn new(reach: Reach, limits: Limits) -> Result<Self, FetchError> {
        let redirects_max = limits.redirects_max;
        let policy = Policy::custom(move |attempt| {
            if attempt.previous().len() > redirects_max || check(attempt.url(), reach).is_err() {
                attempt.stop()
            } else {
                attempt.follow()
            }
        });
        let client = Client::builder()
            .user_agent(concat!("signet/", env!("CARGO_PKG_VERSION")))
            .dns_resolver(std::sync::Arc::new(GuardedResolver(reach)))
            .redirect(policy)
            .referer(false)
            .no_proxy()
            .timeout(limits.time)
            .connect_timeout(limits.time.min(Duration::from_secs(5)))
            .build()
            .map_err(|_| FetchError::Connection)?;
        Ok(Courier { client, reach, limits })
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

    async fn exchange(&self, request: RequestBuilder) -> Result<Vec<u8>, FetchError> {
        let mut answer = request.send().await.map_err(|error| fault(&error))?;
        if !answer.status().is_success() {
            return Err(FetchError::Status(answer.status().as_u16()));
        }
        let bytes_max = self.limits.bytes_max;
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await.map_err(|error| fault(&error))? {
            if body.len() + piece.len() > bytes_max {
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
    use axum::{Router, response::Redirect, routing::get};

    use super::*;

    async fn server() -> Url {
        let app = Router::new()
            .route("/small", get(|| async { "ano" }))
            .route("/large", get(|| async { vec![b'x'; 2048] }))
            .route("/slow", get(|| async { tokio::time::sleep(Duration::from_secs(30)).await }))
            .route("/inside", get(|| async { Redirect::temporary("http://10.0.0.1/") }))
            .route("/round", get(|| async { Redirect::temporary("/round") }));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
        tokio::spawn(async move { axum::serve(listener, app).await });
        url
    }

    fn courier(reach: Reach) -> Courier {
        let limits = Limits { time: Duration::from_secs(1), bytes_max: 1024, redirects_max: 2 };
        Courier::new(reach, limits).unwrap()
    }

    #[tokio::test]
    async fn brings_what_is_within_the_limits() {
        let base = server().await;
        let fetched = courier(Reach::Loopback).get(&base.join("small").unwrap()).await;
        assert_eq!(fetched.unwrap(), "ano".as_bytes());
    }

    #[tokio::test]
    async fn stops_at_each_limit() {
        let base = server().await;
        let courier = courier(Reach::Loopback);
        let get = |path: &str| base.join(path).unwrap();
        assert_eq!(courier.get(&get("large")).await, Err(FetchError::TooLarge(1024)));
        assert_eq!(courier.get(&get("slow")).await, Err(FetchError::TimedOut));
        assert_eq!(courier.get(&get("none")).await, Err(FetchError::Status(404)));
        assert_eq!(courier.get(&get("inside")).await, Err(FetchError::Status(307)));
        assert_eq!(courier.get(&get("round")).await, Err(FetchError::Status(307)));
    }

    #[tokio::test]
    async fn does_not_reach_inside() {
        let base = server().await;
        assert_eq!(courier(Reach::Public).get(&base).await, Err(FetchError::OutOfReach));
        let by_name: Url = format!("http://localhost:{}/small", base.port().unwrap()).parse().unwrap();
        assert_eq!(courier(Reach::Public).get(&by_name).await, Err(FetchError::Connection));
        assert_eq!(courier(Reach::Public).get(&"file:///etc/hostname".parse().unwrap()).await, Err(FetchError::Scheme));
    }
}
