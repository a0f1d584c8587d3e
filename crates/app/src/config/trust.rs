//! `[trust]`: whom verifications believe.

use std::path::PathBuf;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use url::Url;

use super::seal::Since;

/// `[trust]`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrustConfig {
    /// The rules of judging (TOML); by default those of ETSI TS 119 312.
    pub policy: Option<PathBuf>,
    /// PEM files of certificates that seals and time stamps may chain to, besides those of the lists.
    pub anchors: Vec<PathBuf>,
    /// PEM files of test roots; what chains to them is reported as a test seal, never as real.
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
    /// Mandates to seal for others that this verifier is to believe.
    pub mandates: Vec<MandateSetting>,
}

/// One of `[trust] mandates`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MandateSetting {
    /// Identifier of the body that awards (`NTRCZ-…`).
    pub awarding_body: String,
    /// Identifier of the body that seals for it.
    pub sealing_body: String,
    /// Since when; by default always.
    pub from: Option<Since>,
    /// Until when; by default without end.
    pub until: Option<Since>,
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
            mandates: Vec::new(),
        }
    }
}

/// Which trusted lists count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ListsSetting {
    /// Those of the EU.
    #[default]
    Eu,
    /// None: only the anchors that are set.
    None,
}

/// The SHA-256 that a setting spells in hexadecimal digits, with or without colons.
pub fn sha256_digits(text: &str) -> Option<[u8; 32]> {
    let digits = text.replace(':', "").to_ascii_lowercase();
    HEXLOWER.decode(digits.as_bytes()).ok()?.try_into().ok()
}
