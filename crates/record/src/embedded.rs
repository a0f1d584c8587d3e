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
        let starts: [(&[u8], FileKind); 3] =
            [(b"%PDF-", FileKind::Pdf), (b"\x89PNG\r\n\x1a\n", FileKind::Png), (b"\xff\xd8\xff", FileKind::Jpeg)];
        let kind = starts.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| kind);
        Ok(EmbeddedFile { kind: kind.ok_or_else(|| refused(FileProblem::Format))?, bytes, title })
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
