//! Files that stand inside a credential: attachments, evidence, pictures.

use data_encoding::BASE64;
use signet_record::FileKind;

use crate::PropertyName;

use super::Thing;

/// Bytes of a file that we are ready to hand out.
pub const MAX_FILE: usize = 12 << 20;

/// A file inside a credential that may be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MediaFile<'a> {
    /// What it is. Its first bytes say that, not the credential.
    pub kind: FileKind,
    /// How many bytes it has.
    pub size: usize,
    /// Its bytes in base64 (RFC 4648, with padding), proved to be that.
    pub base64: &'a str,
}

impl<'a> MediaFile<'a> {
    /// The file that a `MediaObject` holds; `None` when it holds none, or one that is not handed out: not base64, too large, of
    /// another kind than PDF, PNG and JPEG.
    pub fn of(media: &Thing<'a>) -> Option<Self> {
        let base64 = media.text(PropertyName::Content)?;
        if base64.len() / 4 * 3 > MAX_FILE {
            return None;
        }
        let bytes = BASE64.decode(base64.as_bytes()).ok()?;
        Some(MediaFile { kind: FileKind::of(&bytes)?, size: bytes.len(), base64 })
    }
}
