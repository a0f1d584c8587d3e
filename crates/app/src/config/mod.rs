//! `signet.toml`: every setting, where it comes from and what it defaults to. The only reader of files of settings.

mod seal;

use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use url::Url;

pub use seal::{Pkcs11Config, RemoteConfig, SealConfig, SecretSource, SigningTimeSetting};

/// The whole of `signet.toml`. An unknown key is an error: a misspelt setting must not be a silent default.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where things are kept.
    pub store: StoreConfig,
    /// What the server answers on.
    #[serde(default)]
    pub server: ServerConfig,
    /// How credentials are sealed, one section for each body that seals. Without one for its sealer an award waits.
    #[serde(default)]
    pub seal: Vec<SealConfig>,
    /// Whom the verifier trusts.
    #[serde(default)]
    pub trust: TrustConfig,
    /// How far outgoing connections may go.
    #[serde(default)]
    pub outbound: OutboundConfig,
    /// What is written to the log.
    #[serde(default)]
    pub log: LogConfig,
}

/// `[store]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoreConfig {
    /// `sqlite:register.db` or `postgres://…`.
    pub database: String,
    /// Folder of artefacts.
    pub artefacts: PathBuf,
    /// File of 32 secret bytes from which the links of shares are derived. Never in the database.
    pub link_key: PathBuf,
}

/// `[server]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServerConfig {
    /// Address and port to listen on; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The address people see, in links, codes and status lists.
    pub base_url: Option<Url>,
    /// Largest file accepted for verification or import, in megabytes.
    pub upload_mb_max: usize,
    /// Where people report barriers and ask about their data: an e-mail address.
    pub contact: Option<String>,
    /// Credentials being sealed at the same time; 0 means one for each processor core.
    pub sealers: usize,
}

impl Default for ServerConfig {
    fn default() -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 8080));
        ServerConfig { listen, base_url: None, upload_mb_max: 20, contact: None, sealers: 0 }
    }
}

/// `[trust]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrustConfig {
    /// PEM files of certificates that seals and time stamps must chain to.
    pub anchors: Vec<PathBuf>,
    /// PEM files of test roots; what chains to them is reported as a trial, never as real.
    pub test_anchors: Vec<PathBuf>,
}

/// `[outbound]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OutboundConfig {
    /// `public`, `loopback` or `anywhere`.
    pub reach: ReachSetting,
    /// Seconds one exchange may take.
    pub seconds_max: u64,
}

impl Default for OutboundConfig {
    fn default() -> Self {
        OutboundConfig { reach: ReachSetting::Public, seconds_max: 10 }
    }
}

/// How far outgoing connections may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReachSetting {
    /// Public addresses only.
    Public,
    /// Also this machine.
    Loopback,
    /// Any address.
    Anywhere,
}

/// `[log]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogConfig {
    /// `text` or `json`.
    pub format: LogFormat,
    /// As in `tracing`: `info`, `warn,signet_issue=debug`.
    pub filter: String,
}

impl Default for LogConfig {
    fn default() -> Self {
        LogConfig { format: LogFormat::Text, filter: "info,sqlx=warn".into() }
    }
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is not TOML, or a key is unknown or of the wrong kind. The text names line and column.
    #[error("{path}: {problem}")]
    Content {
        /// Which file.
        path: PathBuf,
        /// What is wrong, with line and column.
        problem: String,
    },
}

impl Config {
    /// Reads settings; relative paths in them are relative to the file.
    ///
    /// # Errors
    /// When the file cannot be read or says something that is not a setting.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = fs::read_to_string(path).map_err(|source| ConfigError::File { path: path.into(), source })?;
        let mut config: Config = toml::from_str(&text)
            .map_err(|error| ConfigError::Content { path: path.into(), problem: error.to_string() })?;
        config.resolve(path.parent().unwrap_or(Path::new(".")));
        Ok(config)
    }

    fn resolve(&mut self, folder: &Path) {
        let anchored = |path: &mut PathBuf| *path = folder.join(&*path);
        anchored(&mut self.store.artefacts);
        anchored(&mut self.store.link_key);
        self.seal.iter_mut().for_each(|seal| seal.resolve(folder));
        self.trust.anchors.iter_mut().chain(self.trust.test_anchors.iter_mut()).for_each(anchored);
        if let Some(file) = self.store.database.strip_prefix("sqlite:")
            && !file.starts_with(':')
        {
            self.store.database = format!("sqlite:{}", folder.join(file).display());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const SMALLEST: &str = "[store]\ndatabase = \"sqlite:r.db\"\nartefacts = \"a\"\nlink_key = \"k\"\n";

    fn read(text: &str) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signet.toml");
        fs::write(&path, text).unwrap();
        Config::read(&path)
    }

    #[test]
    fn the_smallest_file_has_defaults() {
        let config = read(SMALLEST).unwrap();
        assert_eq!(config.server.listen.port(), 8080);
        assert!(config.seal.is_empty());
        assert!(config.store.artefacts.is_absolute());
        assert!(config.store.database.ends_with("/r.db"));
    }

    #[test]
    fn every_key_of_the_example_is_a_setting() {
        let example = include_str!("../../../../docs/examples/signet.toml");
        let setting = |line: &str| {
            let Some(text) = line.strip_prefix("# ") else { return line.to_owned() };
            let key = text.split(" = ").next().unwrap_or_default();
            let is_key = text.contains(" = ") && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if text.starts_with("[seal.") || is_key { text.to_owned() } else { line.to_owned() }
        };
        let whole: Vec<String> = example.lines().map(setting).collect();
        for text in [example, &whole.join("\n")] {
            let config = read(text).unwrap();
            assert_eq!(config.seal.len(), 1);
        }
        let config = read(&whole.join("\n")).unwrap();
        assert!(config.seal[0].pkcs11.is_some() && config.seal[0].remote.is_some() && config.seal[0].from.is_some());
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line() {
        let error = read(&format!("{SMALLEST}[server]\nlistem = \"127.0.0.1:1\"\n")).unwrap_err().to_string();
        assert!(error.contains("listem") && error.contains("line 6"), "{error}");
    }
}
