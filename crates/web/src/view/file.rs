//! A file to download, as a list shows it.

use signet_credential::Credential;
use signet_lang::Locale;
use signet_registry::{Digest, SealedFile};

use crate::download;

/// A file to download.
#[derive(Clone, Debug)]
pub struct FileView {
    /// The name it is saved under.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Its size in words.
    pub size: String,
    /// SHA-256 of its bytes in lower-case hex.
    pub digest: String,
    /// Where it lies.
    pub href: String,
}

impl FileView {
    /// A file of a credential; `href` is where it lies.
    pub fn of(
        file: SealedFile,
        credential: &Credential,
        digest: &Digest,
        bytes: usize,
        href: String,
        l: Locale,
    ) -> Self {
        Self::named(file, download::name(file, credential), digest, bytes as u64, href, l)
    }

    /// A file whose name is known.
    pub fn named(file: SealedFile, name: String, digest: &Digest, bytes: u64, href: String, l: Locale) -> Self {
        FileView {
            name,
            about: match file {
                SealedFile::Jsonld => l.web_shared_file_jsonld(),
                SealedFile::Pdf => l.web_shared_file_pdf(),
            },
            size: l.web_shared_size_kb(bytes.div_ceil(1024)),
            digest: digest.to_string(),
            href,
        }
    }
}
