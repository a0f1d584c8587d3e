//! A file that was handed to us, read.

use std::fmt;

use signet_credential::Credential;
use signet_seal::{
    DigestAlgorithm,
    jades::{self, Jws},
    pades::{self, AttachmentLimits},
};

use crate::unreadable::{LooksLike, Unreadable};

/// Largest file that is looked at.
pub const BYTES_MAX: usize = 32 << 20;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    /// A European Digital Credential with a seal (`.jsonld`).
    SealedCredential,
    /// A European Digital Credential without one.
    UnsealedCredential,
    /// A PDF.
    Document,
}

/// A credential inside its seal.
pub struct SealedCredential {
    /// The seal.
    pub jws: Jws,
    /// What it seals.
    pub credential: Credential,
}

/// A file, read. Nothing of it is judged yet.
pub struct ParsedFile {
    pub(crate) sha256: Vec<u8>,
    pub(crate) size: usize,
    pub(crate) content: Content,
}

pub(crate) enum Content {
    Sealed(SealedCredential),
    Unsealed(Credential),
    Document { pdf: pades::PdfDocument, embedded: Option<Result<SealedCredential, Unreadable>> },
}

/// Says what kind it is, and nothing of what it says.
impl fmt::Debug for ParsedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParsedFile({:?}, {} bytes)", self.kind(), self.size)
    }
}

impl ParsedFile {
    /// What kind of file it is.
    pub fn kind(&self) -> FileFormat {
        match self.content {
            Content::Sealed(_) => FileFormat::SealedCredential,
            Content::Unsealed(_) => FileFormat::UnsealedCredential,
            Content::Document { .. } => FileFormat::Document,
        }
    }

    /// The credential, of its own or inside the PDF.
    pub fn credential(&self) -> Option<&Credential> {
        match &self.content {
            Content::Sealed(sealed) => Some(&sealed.credential),
            Content::Unsealed(credential) => Some(credential),
            Content::Document { embedded, .. } => {
                embedded.as_ref().and_then(|read| read.as_ref().ok()).map(|sealed| &sealed.credential)
            }
        }
    }

    /// Bytes of the file.
    pub fn size(&self) -> usize {
        self.size
    }

    /// SHA-256 of the file in lower-case hexadecimal.
    pub fn sha256(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.sha256)
    }
}

/// Reads a file of any of the three kinds; what it is, its content tells, not its name.
///
/// # Errors
/// When it is none of them, damaged, or beyond the limits.
pub fn read(bytes: Vec<u8>) -> Result<ParsedFile, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.len() > BYTES_MAX {
        return Err(Unreadable::TooLarge { bytes_max: BYTES_MAX });
    }
    let sha256 = DigestAlgorithm::Sha256.hash(&bytes);
    let size = bytes.len();
    let content = content(bytes)?;
    Ok(ParsedFile { sha256, size, content })
}

fn content(bytes: Vec<u8>) -> Result<Content, Unreadable> {
    // ISO 32000-1, annex H, implementation note 13: the header may stand within the first 1,024 bytes.
    if bytes.get(..1024.min(bytes.len())).is_some_and(|head| head.windows(5).any(|five| five == b"%PDF-")) {
        return document(bytes);
    }
    let visible = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    match visible.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => json(visible),
        Some(b'e') if visible.iter().all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace()) => {
            Ok(Content::Sealed(sealed(visible)?))
        }
        _ => Err(Unreadable::Other(LooksLike::of(&bytes))),
    }
}

fn json(bytes: &[u8]) -> Result<Content, Unreadable> {
    match sealed(bytes) {
        Ok(sealed) => Ok(Content::Sealed(sealed)),
        // No seal around it: it may be a bare credential, which can be shown but not vouched for.
        Err(Unreadable::Seal(jades::JadesReadError::NotJws)) => {
            let text = std::str::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8 { byte: error.valid_up_to() })?;
            Ok(Content::Unsealed(signet_credential::read(text).map_err(Unreadable::Credential)?))
        }
        Err(other) => Err(other),
    }
}

fn sealed(bytes: &[u8]) -> Result<SealedCredential, Unreadable> {
    let jws = jades::read(bytes).map_err(Unreadable::Seal)?;
    let credential = signet_credential::read(jws.payload()).map_err(Unreadable::Credential)?;
    Ok(SealedCredential { jws, credential })
}

fn document(pdf: Vec<u8>) -> Result<Content, Unreadable> {
    let pdf = pades::PdfDocument::read(pdf).map_err(Unreadable::Pdf)?;
    let attachments = match pdf.attachments(AttachmentLimits::default()) {
        Ok(attachments) => attachments,
        // The PDF itself can be read, so its seal can say that what it carries was damaged.
        Err(damage @ (pades::PdfReadError::Deflate | pades::PdfReadError::Filter)) => {
            return Ok(Content::Document { pdf, embedded: Some(Err(Unreadable::Pdf(damage))) });
        }
        Err(error) => return Err(Unreadable::Pdf(error)),
    };
    let is_credential = |attachment: &&pades::Attachment| {
        attachment.name.ends_with(".jsonld") || attachment.media_type.as_deref() == Some("application/ld+json")
    };
    let embedded = attachments.iter().find(is_credential).map(|attachment| sealed(&attachment.bytes));
    Ok(Content::Document { pdf, embedded })
}
