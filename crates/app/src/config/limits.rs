//! `[limits]`: what clients and their files may cost. Whoever serves more people on a larger machine raises them; nothing is unlimited.

use std::{fmt, time::Duration};

use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected, Visitor},
};
use signet_web::{ConnectionLimits, ForwardedHeader, Network, UploadLimits, verification::WorkerLimits};

/// `[limits]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LimitsConfig {
    /// Connections at once.
    pub connections: usize,
    /// Connections at once from one client that is no trusted proxy.
    pub connections_per_client: usize,
    /// Seconds for the head of a request, and of silence between two.
    pub head_seconds: u64,
    /// Seconds that may pass between two pieces of what is sent or taken.
    pub stall_seconds: u64,
    /// Seconds that a whole answer may take, an upload over a slow line included.
    pub answer_seconds: u64,
    /// Strangers' files in hand at once: being received, waiting, being verified.
    pub files: usize,
    /// Of them from one client.
    pub files_per_client: usize,
    /// Megabytes of all of them together, and of the answers about them.
    pub files_mb: usize,
    /// Seconds that a received file waits in the queue.
    pub wait_seconds: u64,
    /// Processes that verify strangers' files; 0 means one for each processor core, at most four.
    pub workers: usize,
    /// Megabytes that one of them may take for a file.
    pub worker_mb: u64,
    /// Seconds that one of them may think about a file.
    pub worker_seconds: u64,
}

impl Default for LimitsConfig {
    fn default() -> Self {
        let (connections, uploads) = (ConnectionLimits::default(), UploadLimits::default());
        let workers = WorkerLimits::default();
        LimitsConfig {
            connections: connections.connections,
            connections_per_client: connections.per_client,
            head_seconds: connections.head.as_secs(),
            stall_seconds: connections.stall.as_secs(),
            answer_seconds: 120,
            files: uploads.files,
            files_per_client: uploads.files_per_client,
            files_mb: uploads.bytes >> 20,
            wait_seconds: workers.wait.as_secs(),
            workers: workers.count,
            worker_mb: 256,
            worker_seconds: workers.time.as_secs(),
        }
    }
}

impl LimitsConfig {
    /// What connections may cost.
    pub fn connections(&self) -> ConnectionLimits {
        ConnectionLimits {
            connections: self.connections,
            per_client: self.connections_per_client,
            head: Duration::from_secs(self.head_seconds),
            stall: self.stall(),
        }
    }

    /// The longest pause between two pieces.
    pub fn stall(&self) -> Duration {
        Duration::from_secs(self.stall_seconds)
    }

    /// What strangers' files may cost while they are in hand.
    pub fn uploads(&self) -> UploadLimits {
        UploadLimits { files: self.files, files_per_client: self.files_per_client, bytes: self.files_mb << 20 }
    }

    /// What verifying them may cost.
    pub fn workers(&self) -> WorkerLimits {
        WorkerLimits {
            count: self.workers,
            time: Duration::from_secs(self.worker_seconds),
            wait: Duration::from_secs(self.wait_seconds),
            ..WorkerLimits::default()
        }
    }
}

/// One of `trusted_proxies`: an address or a network.
#[derive(Clone, Copy, Debug)]
pub struct NetworkSetting(pub Network);

impl<'de> Deserialize<'de> for NetworkSetting {
    fn deserialize<D: Deserializer<'de>>(settings: D) -> Result<Self, D::Error> {
        settings.deserialize_str(AsNetwork).map(NetworkSetting)
    }
}

struct AsNetwork;

impl Visitor<'_> for AsNetwork {
    type Value = Network;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("signet network")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Network, E> {
        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// `forwarded_header`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ForwardedHeaderSetting {
    /// `X-Forwarded-For`.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

impl From<ForwardedHeaderSetting> for ForwardedHeader {
    fn from(setting: ForwardedHeaderSetting) -> Self {
        match setting {
            ForwardedHeaderSetting::XForwardedFor => ForwardedHeader::XForwardedFor,
            ForwardedHeaderSetting::Forwarded => ForwardedHeader::Forwarded,
        }
    }
}
