//! PEM (RFC 7468): the labelled blocks of a text, whatever stands between them.

use data_encoding::{BASE64, DecodeError};
use std::str::Utf8Error;

/// Why a text is not PEM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PemError {
    /// A block has no end.
    #[error("a PEM block is malformed")]
    Malformed,
    /// The text is not UTF-8.
    #[error("the PEM text is not text: {0}")]
    NotText(#[from] Utf8Error),
    /// The content of a block is not base64.
    #[error("a PEM block is not base64: {0}")]
    Base64(#[from] DecodeError),
    /// More blocks or bytes than anyone needs.
    #[error("the PEM text is too large")]
    TooLarge,
}

/// One block.
pub(crate) struct Block<'a> {
    /// E.g. `CERTIFICATE`.
    pub(crate) label: &'a str,
    /// The decoded content.
    pub(crate) der: Vec<u8>,
}

const MOST_BYTES: usize = 4 << 20;
const MOST_BLOCKS: usize = 1024;

/// All blocks in order. Text outside them (as OpenSSL writes it) is skipped; bytes that are not UTF-8 are refused.
pub(crate) fn blocks(text: &[u8]) -> Result<Vec<Block<'_>>, PemError> {
    if text.len() > MOST_BYTES {
        return Err(PemError::TooLarge);
    }
    let mut rest = std::str::from_utf8(text)?;
    let mut blocks = Vec::new();
    while let Some((_, after)) = rest.split_once("-----BEGIN ") {
        if blocks.len() == MOST_BLOCKS {
            return Err(PemError::TooLarge);
        }
        let (label, after) = after.split_once("-----").ok_or(PemError::Malformed)?;
        let (body, after) = after.split_once("-----END ").ok_or(PemError::Malformed)?;
        let (end, after) = after.split_once("-----").ok_or(PemError::Malformed)?;
        if end != label {
            return Err(PemError::Malformed);
        }
        let base64: String = body.chars().filter(|character| !character.is_ascii_whitespace()).collect();
        let der = BASE64.decode(base64.as_bytes())?;
        blocks.push(Block { label, der });
        rest = after;
    }
    Ok(blocks)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn blocks_are_found_between_other_text() {
        let text = "Bag\n-----BEGIN A-----\nAAEC\r\n Aw==\n-----END A-----\nx\n-----BEGIN B-----\n-----END B-----\n";
        let blocks = blocks(text.as_bytes()).unwrap();
        assert_eq!(blocks.iter().map(|block| (block.label, block.der.len())).collect::<Vec<_>>(), [("A", 4), ("B", 0)]);
    }

    #[test]
    fn broken_blocks_are_refused() {
        for text in ["-----BEGIN A-----\nAA", "-----BEGIN A-----\n-----END B-----"] {
            assert_eq!(blocks(text.as_bytes()).err(), Some(PemError::Malformed), "{text}");
        }
        assert!(matches!(blocks(b"-----BEGIN A-----\n!\n-----END A-----"), Err(PemError::Base64(_))));
        assert!(matches!(blocks(b"\xff"), Err(PemError::NotText(_))));
        assert!(blocks(b"nothing here").unwrap().is_empty());
    }
}
