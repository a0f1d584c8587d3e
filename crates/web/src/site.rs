//! What the pages stand on: handles, keys and settings, made once by the program.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap, HeaderName},
};
use signet_issue::{House, Issuer};
use signet_outbound::evidence::Gatherer;
use signet_record::Timestamp;
use signet_share::ShareId;
use signet_store::Store;
use url::Url;

use crate::guesses::Guesses;

/// The text of the metrics, when the program keeps any.
pub type Metrics = Arc<dyn Fn() -> String + Send + Sync>;

/// Everything the pages need.
pub struct Site {
    /// The register, the one path to correction and revocation, the clock and the generator. When the address people see
    /// begins with `https`, cookies are bound to it.
    pub issuer: Issuer,
    /// The way to evidence, and whose seals count.
    pub gatherer: Gatherer,
    /// Largest file for verification, in bytes.
    pub upload_bytes_max: usize,
    /// Address for reports of barriers and for requests about personal data.
    pub contact: Option<String>,
    /// Where the client's address is found.
    pub client: ClientAddress,
    /// What `/metrics` says; without it there is no such page.
    pub metrics: Option<Metrics>,
}

/// Where the client's address is found.
#[derive(Clone, Debug)]
pub enum ClientAddress {
    /// It is the other end of the connection.
    Peer,
    /// A proxy in front of us writes it into this header, last.
    Header(HeaderName),
}

impl ClientAddress {
    fn of(&self, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
        match self {
            ClientAddress::Peer => extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip()),
            ClientAddress::Header(name) => {
                let value = headers.get_all(name).iter().next_back()?.to_str().ok()?;
                value.rsplit(',').next()?.trim().parse().ok()
            }
        }
    }
}

/// The site with what it remembers while it runs. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Held(Arc<(Site, Guesses)>);

impl Held {
    pub fn new(site: Site) -> Self {
        Held(Arc::new((site, Guesses::default())))
    }

    pub fn guesses(&self) -> &Guesses {
        &self.0.1
    }

    pub fn store(&self) -> &Store {
        self.issuer.store()
    }

    pub fn now(&self) -> Timestamp {
        self.issuer.now()
    }

    fn base_url(&self) -> &Url {
        self.issuer.base_url()
    }

    /// A fresh secret for an address or a cookie: 256 bits in base64url.
    pub fn secret(&self) -> String {
        data_encoding::BASE64URL_NOPAD.encode(&self.issuer.chance().bytes::<32>())
    }

    /// 16 random bytes, for an identifier.
    pub fn sixteen(&self) -> [u8; 16] {
        self.issuer.chance().bytes()
    }

    pub fn secure(&self) -> bool {
        self.base_url().scheme() == "https"
    }

    /// Host and port of the address people see.
    pub fn host(&self) -> String {
        let host = self.base_url().host_str().unwrap_or_default();
        self.base_url().port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }

    /// The whole address of a share's page.
    pub fn link(&self, share: ShareId) -> String {
        self.issuer.address(&self.issuer.link(share))
    }

    /// Whether what this institution seals here is for trying only.
    pub fn seals_for_trial(&self, house: &House) -> bool {
        self.issuer.workshop(&house.sealer_identifier()).is_some_and(|workshop| workshop.policy().test)
    }

    pub fn megabytes(&self) -> String {
        (self.upload_bytes_max >> 20).to_string()
    }

    pub fn client_address(&self, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
        self.client.of(headers, extensions)
    }
}

impl std::ops::Deref for Held {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.0.0
    }
}
