//! `[mail]`: the relay that takes letters to holders.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::SecretSource;

/// `[mail]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// Name or address of the relay.
    pub host: String,
    /// Its port; by default what goes with `tls`.
    pub port: Option<u16>,
    /// How the way to it is protected.
    #[serde(default)]
    pub tls: MailTlsSetting,
    /// PEM files with roots that its certificate may lead to, beside those of the system.
    #[serde(default)]
    pub roots: Vec<PathBuf>,
    /// The address that letters come from.
    pub from: String,
    /// The address that reports of deliveries come to, for `signet bounce`.
    pub bounces: Option<String>,
    /// What stands behind the `@` of a `Message-ID`; by default the domain of `from`.
    pub domain: Option<String>,
    /// Who we are to the relay, where it asks.
    pub user: Option<String>,
    /// What proves it.
    pub secret: Option<SecretSource>,
    /// Letters a minute, at most.
    #[serde(default = "per_minute")]
    pub per_minute: u32,
    /// At this hour in Prague people are told what work waits for them.
    #[serde(default = "digest_hour")]
    pub digest_hour: u8,
    /// Seconds a letter may take.
    #[serde(default = "seconds_max")]
    pub seconds_max: u64,
}

fn per_minute() -> u32 {
    60
}

fn digest_hour() -> u8 {
    7
}

fn seconds_max() -> u64 {
    30
}

/// How the way to the relay is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTlsSetting {
    /// Begun in the open, then under TLS (port 587).
    #[default]
    StartTls,
    /// Under TLS from the first byte (port 465).
    Tls,
    /// In the open, to this machine alone (port 25).
    None,
}

impl MailTlsSetting {
    /// The port that goes with it (RFC 6409, RFC 8314, RFC 5321).
    pub fn port(self) -> u16 {
        match self {
            MailTlsSetting::StartTls => 587,
            MailTlsSetting::Tls => 465,
            MailTlsSetting::None => 25,
        }
    }
}

impl MailConfig {
    /// The file of the secret, if it is in one.
    pub fn secret_file(&self) -> Option<(&'static str, &Path)> {
        self.secret.as_ref()?.file().map(|path| ("mail.secret", path))
    }

    /// Relative paths are relative to the settings.
    pub(super) fn resolve(&mut self, folder: &Path) {
        self.roots.iter_mut().for_each(|path| *path = folder.join(&*path));
        self.secret.iter_mut().for_each(|secret| secret.resolve(folder));
    }
}
