//! A file that travels inside a credential.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

use crate::{Bilingual, Flaw, Problem, code::codes, problem::FileProblem};

/// Largest file, in bytes: it is repeated in every credential.
pub const BYTES_MAX: usize = 512 * 1024;

codes! {
    /// Form of an embedded file.
    FileKind {
        /// Document.
        Pdf = "application/pdf",
        /// Picture.
        Png = "image/png",
        /// Photograph, scan.
        Jpeg = "image/jpeg",
    }
}

impl FileKind {
    /// What a file is, by its first bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| bytes.starts_with(kind.beginning()))
    }

    /// How its files begin.
    #[must_use]
    pub const fn beginning(self) -> &'static [u8] {
        match self {
            Self::Pdf => b"%PDF-",
            Self::Png => b"\x89PNG\r\n\x1a\n",
            Self::Jpeg => b"\xff\xd8\xff",
        }
    }

    /// Its name, which is its code in the EU's list of file types too.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
        }
    }

    /// Ending of the names of its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// A PDF, PNG or JPEG of at most 512 KiB, with its title. Its form is told from its first bytes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Encoded", into = "Encoded")]
pub struct EmbeddedFile {
    bytes: Vec<u8>,
    kind: FileKind,
    title: Bilingual,
}

/// The form in JSON.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Encoded {
    base64: String,
    title: Bilingual,
}

impl EmbeddedFile {
    /// Takes a file.
    ///
    /// # Errors
    /// When it is of another form, or too large.
    pub fn new(bytes: Vec<u8>, title: Bilingual) -> Result<Self, Flaw> {
        let refused = |reason| Flaw::from(Problem::NotAFile { reason });
        if bytes.len() > BYTES_MAX {
            return Err(refused(FileProblem::Size));
        }
        let kind = FileKind::of(&bytes).ok_or_else(|| refused(FileProblem::Format))?;
        Ok(EmbeddedFile { kind, bytes, title })
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its form.
    #[must_use]
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// What it is.
    #[must_use]
    pub fn title(&self) -> &Bilingual {
        &self.title
    }
}

impl std::fmt::Debug for EmbeddedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EmbeddedFile({}, {} bytes)", self.kind.code(), self.bytes.len())
    }
}

impl TryFrom<Encoded> for EmbeddedFile {
    type Error = Flaw;

    fn try_from(encoded: Encoded) -> Result<Self, Flaw> {
        let refused = |_| Flaw::from(Problem::NotAFile { reason: FileProblem::Format });
        EmbeddedFile::new(BASE64.decode(encoded.base64.as_bytes()).map_err(refused)?, encoded.title)
    }
}

impl From<EmbeddedFile> for Encoded {
    fn from(file: EmbeddedFile) -> Encoded {
        Encoded { base64: BASE64.encode(&file.bytes), title: file.title }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_first_bytes() {
        assert_eq!(FileKind::of(b"%PDF-1.7 ..."), Some(FileKind::Pdf));
        assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\n"), Some(FileKind::Png));
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0"), Some(FileKind::Jpeg));
        for other in [b"<svg onload=alert(1)>".as_slice(), b"MZ", b"<html>", b"PK\x03\x04", b""] {
            assert_eq!(FileKind::of(other), None);
        }
    }

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        let title = || Bilingual::new("Pověření", "Mandate").unwrap();
        let file = EmbeddedFile::new(b"%PDF-1.7".to_vec(), title()).unwrap();
        assert_eq!(file.kind(), FileKind::Pdf);
        let again: EmbeddedFile = serde_json::from_str(&serde_json::to_string(&file).unwrap()).unwrap();
        assert_eq!(again, file);
        let reason = |bytes: Vec<u8>| EmbeddedFile::new(bytes, title()).unwrap_err().problem;
        assert_eq!(reason(b"GIF89a".to_vec()), Problem::NotAFile { reason: FileProblem::Format });
        let large = [b"%PDF-".as_slice(), &vec![0; BYTES_MAX]].concat();
        assert_eq!(reason(large), Problem::NotAFile { reason: FileProblem::Size });
    }
}
