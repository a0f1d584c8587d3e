//! `signet.toml`: every setting, where it comes from and what it defaults to. The only reader of files of settings.

mod seal;

use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;
use serde::Deserialize;
use url::Url;

pub use seal::{LevelSetting, Pkcs11Config, RemoteConfig, SealConfig, SecretSource, SigningTimeSetting};

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
    /// When protection is renewed.
    #[serde(default)]
    pub renewal: RenewalConfig,
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

/// `[renewal]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RenewalConfig {
    /// `signet renew` takes what will weaken within so many days.
    pub days_ahead: u32,
}

impl Default for RenewalConfig {
    fn default() -> Self {
        RenewalConfig { days_ahead: 183 }
    }
}

/// `[trust]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrustConfig {
    /// The rules of judging (TOML); by default those of ETSI TS 119 312.
    pub policy: Option<PathBuf>,
    /// PEM files of certificates that seals and time stamps may chain to, besides those of the lists.
    pub anchors: Vec<PathBuf>,
    /// PEM files of test roots; what chains to them is reported as a trial, never as real.
    pub test_anchors: Vec<PathBuf>,
    /// Whether the EU's trusted lists say who is trusted, and what is qualified.
    pub lists: ListsSetting,
    /// Where the list of lists lies, if elsewhere than where the Commission publishes it.
    pub lotl: Option<Url>,
    /// Who signs it, before any pivot: PEM files, or SHA-256 digests of certificates. None: those of the Official Journal.
    pub lotl_signers: Vec<String>,
    /// Folder in which lists are kept.
    pub cache: PathBuf,
    /// The territories whose lists are wanted, e.g. `CZ`; none means all.
    pub territories: Vec<String>,
}

impl Default for TrustConfig {
    fn default() -> Self {
        TrustConfig {
            policy: None,
            anchors: Vec::new(),
            test_anchors: Vec::new(),
            lists: ListsSetting::Eu,
            lotl: None,
            lotl_signers: Vec::new(),
            cache: PathBuf::from("trusted-lists"),
            territories: Vec::new(),
        }
    }
}

/// Which trusted lists count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListsSetting {
    /// Those of the EU.
    #[default]
    Eu,
    /// None: only the anchors that are set.
    None,
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
        self.trust.policy.iter_mut().for_each(anchored);
        anchored(&mut self.store.artefacts);
        anchored(&mut self.store.link_key);
        self.seal.iter_mut().for_each(|seal| seal.resolve(folder));
        self.trust.anchors.iter_mut().chain(self.trust.test_anchors.iter_mut()).for_each(anchored);
        anchored(&mut self.trust.cache);
        for signer in self.trust.lotl_signers.iter_mut().filter(|signer| sha256_digits(signer).is_none()) {
            *signer = folder.join(&*signer).display().to_string();
        }
        if let Some(file) = self.store.database.strip_prefix("sqlite:")
            && !file.starts_with(':')
        {
            self.store.database = format!("sqlite:{}", folder.join(file).display());
        }
    }
}

/// The SHA-256 that a setting spells in hexadecimal digits, with or without colons.
pub fn sha256_digits(text: &str) -> Option<[u8; 32]> {
    let digits = text.replace(':', "").to_ascii_lowercase();
    HEXLOWER.decode(digits.as_bytes()).ok()?.try_into().ok()
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

    #[test]
    fn lists_are_the_eus_unless_set_otherwise() {
        let trust = read(SMALLEST).unwrap().trust;
        assert_eq!(trust.lists, ListsSetting::Eu);
        assert!(trust.cache.is_absolute() && trust.cache.ends_with("trusted-lists"));
        let digest = "AB:".repeat(31) + "AB";
        let set = format!("{SMALLEST}[trust]\nlists = \"none\"\nlotl_signers = [\"{digest}\", \"lotl.pem\"]\n");
        let trust = read(&set).unwrap().trust;
        assert_eq!(trust.lists, ListsSetting::None);
        assert_eq!(sha256_digits(&trust.lotl_signers[0]), Some([0xab; 32]));
        assert!(Path::new(&trust.lotl_signers[1]).is_absolute());
        assert!(read(&format!("{SMALLEST}[trust]\nlists = \"us\"\n")).is_err());
    }
}
