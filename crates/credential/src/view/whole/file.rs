//! Files that stand inside a credential: attachments, evidence, pictures.

use data_encoding::BASE64;

use super::Thing;

/// Bytes of a file that we are ready to hand out.
pub const MAX_FILE: usize = 12 << 20;

/// The kinds of file that are handed out. What a file is, its first bytes say, not the credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FileKind {
    Pdf,
    Png,
    Jpeg,
}

impl FileKind {
    /// Media type.
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Pdf => "application/pdf",
            FileKind::Png => "image/png",
            FileKind::Jpeg => "image/jpeg",
        }
    }

    /// Ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            FileKind::Pdf => "pdf",
            FileKind::Png => "png",
            FileKind::Jpeg => "jpg",
        }
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        let starts = [
            (b"%PDF-".as_slice(), FileKind::Pdf),
            (b"\x89PNG\r\n\x1a\n", FileKind::Png),
            (b"\xff\xd8\xff", FileKind::Jpeg),
        ];
        starts.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| kind)
    }
}

/// A file inside a credential that may be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmbeddedFile<'a> {
    /// What it is.
    pub kind: FileKind,
    /// How many bytes it has.
    pub size: usize,
    /// Its bytes in base64 (RFC 4648, with padding), proved to be that.
    pub base64: &'a str,
}

impl<'a> EmbeddedFile<'a> {
    /// The file that a `MediaObject` holds; `None` when it holds none, or one that is not handed out: not base64, too large, of
    /// another kind than PDF, PNG and JPEG.
    pub fn of(media: &Thing<'a>) -> Option<Self> {
        let base64 = media.text("content")?;
        if base64.len() / 4 * 3 > MAX_FILE {
            return None;
        }
        let bytes = BASE64.decode(base64.as_bytes()).ok()?;
        Some(EmbeddedFile { kind: FileKind::of(&bytes)?, size: bytes.len(), base64 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert_eq!(FileKind::of(b"%PDF-1.7 ..."), Some(FileKind::Pdf));
        assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\n"), Some(FileKind::Png));
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0"), Some(FileKind::Jpeg));
        for other in [b"<svg onload=alert(1)>".as_slice(), b"MZ", b"<html>", b"PK\x03\x04", b""] {
            assert_eq!(FileKind::of(other), None);
        }
    }
}
