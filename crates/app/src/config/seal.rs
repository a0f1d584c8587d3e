//! `[[seal]]`: where a seal's key is, how it is opened, and how seals are made with it.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Unexpected, Visitor},
};
use url::Url;

use super::value::DATE;

/// `[[seal]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealConfig {
    /// PKCS#12 (`.p12`, `.pfx`) or PEM file with the private key, when it is in a file.
    pub key: Option<PathBuf>,
    /// PEM file with the certificate chain, signer first; not needed with PKCS#12.
    pub chain: Option<PathBuf>,
    /// The PKCS#12 password.
    pub password: Option<SecretSource>,
    /// The key, when it is in a hardware module.
    pub pkcs11: Option<Pkcs11Config>,
    /// The key, when it is at a remote seal service.
    pub remote: Option<RemoteConfig>,
    /// `ES256`, `ES384`, `PS256` or `RS256`; by default what suits the key.
    pub algorithm: Option<String>,
    /// Header that carries the signing time in JAdES: `iat` (TS 119 182-1 v1.2.1) or `sigT` (older verifiers).
    #[serde(default)]
    pub signing_time: SigningTimeSetting,
    /// Time-stamping authority (RFC 3161): needed for every level but B-B.
    pub stamps: Option<Url>,
    /// How far a seal carries its own proof: `B-B`, `B-T`, `B-LT` or `B-LTA`. By default B-LTA with an authority, B-B without.
    pub level: Option<LevelSetting>,
    /// Since when this seal, of several of one body, is the one that seals; by default since its certificate is valid.
    pub from: Option<Since>,
    /// Everything sealed is a test and says so.
    #[serde(default)]
    pub test: bool,
}

/// `[seal.pkcs11]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pkcs11Config {
    /// The maker's PKCS#11 library.
    pub module: PathBuf,
    /// Label of the token, when the module has several.
    pub token: Option<String>,
    /// Number of the token's slot, instead of its label.
    pub slot: Option<u64>,
    /// Label of the private key (`CKA_LABEL`).
    pub key_label: Option<String>,
    /// Id of the private key (`CKA_ID`), in hex.
    pub key_id: Option<String>,
    /// The user PIN.
    pub pin: SecretSource,
    /// Signatures made at the same time.
    #[serde(default = "sessions")]
    pub sessions: usize,
    /// Seconds one signature may take.
    #[serde(default = "seconds")]
    pub seconds_max: u64,
}

/// `[seal.remote]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoteConfig {
    /// Base address of the service's API (Cloud Signature Consortium v2, or v1.0.4).
    pub address: Url,
    /// Where OAuth 2.0 tokens are had; by default where the service says.
    pub token_address: Option<Url>,
    /// OAuth 2.0 client.
    pub client_id: String,
    /// Its secret.
    pub client_secret: SecretSource,
    /// Which credential; by default the one with the certificate of `chain`.
    pub credential: Option<String>,
    /// PIN of the credential, where it wants one.
    pub pin: Option<SecretSource>,
    /// Calls at the same time.
    #[serde(default = "calls")]
    pub calls: usize,
    /// Most digests in one call, if fewer than the service allows.
    #[serde(default = "batch")]
    pub batch: usize,
}

const fn calls() -> usize {
    2
}

const fn batch() -> usize {
    50
}

const fn sessions() -> usize {
    4
}

const fn seconds() -> u64 {
    15
}

/// Where a secret is. Never the secret itself: settings are copied, printed and kept in version control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretSource {
    /// A file that holds nothing else, but perhaps a line end.
    File(PathBuf),
    /// A variable of the environment: `{ env = "NAME" }`.
    Variable(String),
    /// A credential that the service manager hands over (systemd `LoadCredential=`): `{ credential = "NAME" }`.
    Credential(String),
}

impl SecretSource {
    /// The file, when it is in one.
    pub(super) fn file(&self) -> Option<&Path> {
        match self {
            SecretSource::File(path) => Some(path),
            SecretSource::Variable(_) | SecretSource::Credential(_) => None,
        }
    }

    /// A relative path is relative to the settings.
    pub(super) fn resolve(&mut self, folder: &Path) {
        if let SecretSource::File(path) = self {
            *path = folder.join(&*path);
        }
    }
}

impl<'de> Deserialize<'de> for SecretSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SecretVisitor)
    }
}

struct SecretVisitor;

impl<'de> Visitor<'de> for SecretVisitor {
    type Value = SecretSource;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("signet secret")
    }

    fn visit_str<E: Error>(self, file: &str) -> Result<SecretSource, E> {
        Ok(SecretSource::File(file.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<SecretSource, A::Error> {
        const KINDS: &[&str] = &["env", "credential"];
        let source = match map.next_key::<String>()?.as_deref() {
            Some("env") => SecretSource::Variable(map.next_value()?),
            Some("credential") => SecretSource::Credential(map.next_value()?),
            Some(other) => return Err(A::Error::unknown_field(other, KINDS)),
            None => return Err(A::Error::invalid_type(Unexpected::Map, &self)),
        };
        match map.next_key::<String>()? {
            Some(more) => Err(A::Error::unknown_field(&more, &[])),
            None => Ok(source),
        }
    }
}

/// An instant in the settings: a date (its midnight in Prague), or a date with time and offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since(pub Timestamp);

impl<'de> Deserialize<'de> for Since {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(DATE, SinceVisitor)
    }
}

struct SinceVisitor;

impl<'de> Visitor<'de> for SinceVisitor {
    type Value = Since;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(DATE)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Since, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Since, E> {
        let instant = text.parse::<Timestamp>().ok().or_else(|| {
            let prague = TimeZone::get("Europe/Prague").ok()?;
            prague.to_timestamp(text.parse::<DateTime>().ok()?).ok()
        });
        instant.map(Since).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// As it is passed on to a process of ours, and read there.
impl Serialize for Since {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_string())
    }
}

/// Which header member carries the signing time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum SigningTimeSetting {
    /// Seconds since 1970, as JWT has it: a baseline level by the standard in force.
    #[serde(rename = "iat")]
    Iat,
    /// The older date text: valid for every edition of the EU's software (docs/interop.md).
    #[default]
    #[serde(rename = "sigT")]
    SigT,
}

/// How far a seal carries its own proof (EN 319 142-1, TS 119 182-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum LevelSetting {
    /// Signed.
    #[serde(rename = "B-B")]
    Bb,
    /// With a proven time.
    #[serde(rename = "B-T")]
    Bt,
    /// With everything needed to judge it.
    #[serde(rename = "B-LT")]
    Blt,
    /// With a time stamp over all of that.
    #[serde(rename = "B-LTA")]
    Blta,
}

impl SealConfig {
    /// The files that hold a key or a secret, by the settings that name them.
    pub fn secret_files(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let secrets = [
            ("password", self.password.as_ref()),
            ("pkcs11.pin", self.pkcs11.as_ref().map(|token| &token.pin)),
            ("remote.client_secret", self.remote.as_ref().map(|remote| &remote.client_secret)),
            ("remote.pin", self.remote.as_ref().and_then(|remote| remote.pin.as_ref())),
        ];
        let files = secrets.into_iter().filter_map(|(key, source)| Some((key, source?.file()?)));
        self.key.as_deref().map(|key| ("key", key)).into_iter().chain(files)
    }

    /// Relative paths are relative to the settings.
    pub(super) fn resolve(&mut self, folder: &Path) {
        let anchored = |path: &mut PathBuf| *path = folder.join(&*path);
        self.key.iter_mut().chain(self.chain.iter_mut()).for_each(anchored);
        let pin = self.pkcs11.as_mut().map(|token| {
            anchored(&mut token.module);
            &mut token.pin
        });
        let remote = self.remote.as_mut().into_iter().flat_map(|it| [Some(&mut it.client_secret), it.pin.as_mut()]);
        for secret in self.password.iter_mut().chain(pin).chain(remote.flatten()) {
            secret.resolve(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn seal(text: &str) -> Option<SealConfig> {
        crate::config::reading::read::<SealConfig>(text.as_bytes()).ok().map(|(seal, _)| seal)
    }

    #[test]
    fn a_turn_begins_with_a_day_in_prague_or_at_an_instant() {
        let from = |text: &str| seal(&format!("from = {text}")).map(|seal| seal.from.unwrap().0.to_string());
        assert_eq!(from("2026-07-01").unwrap(), "2026-06-30T22:00:00Z");
        assert_eq!(from("2026-12-01T08:00:00").unwrap(), "2026-12-01T07:00:00Z");
        assert_eq!(from("2026-12-01T08:00:00+00:00").unwrap(), "2026-12-01T08:00:00Z");
        assert!(from("\"2026-12-01\"").is_none() && from("08:00:00").is_none());
    }

    #[test]
    fn a_secret_is_named_and_never_written_out() {
        let password = |text: &str| seal(&format!("password = {text}")).map(|seal| seal.password.unwrap());
        assert_eq!(password("\"seal.password\"").unwrap(), SecretSource::File("seal.password".into()));
        assert_eq!(password("{ env = \"SEAL\" }").unwrap(), SecretSource::Variable("SEAL".into()));
        assert_eq!(password("{ credential = \"seal\" }").unwrap(), SecretSource::Credential("seal".into()));
        for wrong in ["{ secret = \"heslo\" }", "{ env = \"A\", credential = \"B\" }", "{ }", "12"] {
            assert!(password(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn paths_are_relative_to_the_settings() {
        let text = "[pkcs11]\nmodule = \"/usr/lib/token.so\"\npin = \"token.pin\"\n";
        let mut seal = seal(text).unwrap();
        seal.resolve(Path::new("/etc/signet"));
        let token = seal.pkcs11.unwrap();
        assert_eq!(token.module, Path::new("/usr/lib/token.so"));
        assert_eq!(token.pin, SecretSource::File("/etc/signet/token.pin".into()));
        assert_eq!((token.sessions, token.seconds_max), (4, 15));
    }
}
