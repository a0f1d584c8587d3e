//! Why a file is not read as a JAdES seal.

use crate::json::JsonError;
use data_encoding::DecodeError;

/// Why a file could not be read as a JAdES seal; says nothing about whether the seal holds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JadesReadError {
    /// Not strict JSON (the file, its protected header or an unsigned item).
    #[error(transparent)]
    Json(#[from] JsonError),
    /// Neither a JSON object nor three parts with dots.
    #[error("not a JSON Web Signature")]
    NotJws,
    /// A member that must be there is missing or of the wrong kind.
    #[error("`{member}` is missing or not of the right kind")]
    Member {
        /// Its name.
        member: &'static str,
    },
    /// A member is not base64url without padding.
    #[error("`{member}` is not base64url")]
    Base64 {
        /// Its name.
        member: &'static str,
        /// Where it ceases to be.
        source: DecodeError,
    },
    /// Not exactly one signature.
    #[error("{count} signatures; a seal has one")]
    Signatures {
        /// How many there are.
        count: usize,
    },
    /// The signed content is not in the file.
    #[error("the sealed content is not inside the file")]
    Detached,
    /// The signed content is not text.
    #[error("the sealed content is not text")]
    PayloadNotText,
    /// The same header member is both protected and not.
    #[error("a header member is both protected and unprotected")]
    HeaderTwice,
    /// `etsiU` is not an array of one-member items of one kind.
    #[error("the unsigned part (etsiU) is not well formed")]
    UnsignedPart,
}
