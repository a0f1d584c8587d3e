//! `[attestation]`: the key that signs statements about records.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::SecretSource;

/// `[attestation]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttestationConfig {
    /// PKCS#12 (`.p12`, `.pfx`) or PEM file with a P-256 key: statements are signed with ES256.
    pub key: PathBuf,
    /// PEM file with the certificate chain, signer first; not needed with PKCS#12.
    pub chain: Option<PathBuf>,
    /// The PKCS#12 password.
    pub password: Option<SecretSource>,
}

impl AttestationConfig {
    /// Files that nobody else should read, by their settings.
    pub fn secret_files(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let password = self.password.as_ref().and_then(SecretSource::file).map(|path| ("attestation.password", path));
        [("attestation.key", self.key.as_path())].into_iter().chain(password)
    }

    /// Relative paths are relative to the settings.
    pub(super) fn resolve(&mut self, folder: &Path) {
        let anchored = |path: &mut PathBuf| *path = folder.join(&*path);
        anchored(&mut self.key);
        self.chain.iter_mut().for_each(anchored);
        self.password.iter_mut().for_each(|password| password.resolve(folder));
    }
}
