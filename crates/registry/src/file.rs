//! The sealed files of a credential.

use serde::{Deserialize, Serialize};

/// A sealed file that carries the credential. What is said about one kind – its code in ledgers and in the register, how its name
/// ends, its media type – is said here and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SealedFile {
    /// The European Digital Credential.
    Jsonld,
    /// The certificate and its supplement, with the credential embedded.
    Pdf,
}

impl SealedFile {
    /// Every kind, in the order of their codes: the order of the canonical form.
    pub const ALL: [SealedFile; 2] = [SealedFile::Jsonld, SealedFile::Pdf];

    /// Stable code; also how the file's name ends.
    pub fn code(self) -> &'static str {
        match self {
            SealedFile::Jsonld => "jsonld",
            SealedFile::Pdf => "pdf",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<SealedFile> {
        SealedFile::ALL.into_iter().find(|file| file.code() == code)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            SealedFile::Jsonld => "application/ld+json",
            SealedFile::Pdf => "application/pdf",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_canonical_form_writes_codes_in_their_order() {
        assert!(SealedFile::ALL.is_sorted());
        assert!(SealedFile::ALL.map(SealedFile::code).is_sorted());
        for file in SealedFile::ALL {
            assert_eq!(serde_json::to_string(&file).unwrap(), format!("\"{}\"", file.code()));
            assert_eq!(SealedFile::from_code(file.code()), Some(file));
        }
        assert_eq!(SealedFile::from_code("exe"), None);
    }
}
