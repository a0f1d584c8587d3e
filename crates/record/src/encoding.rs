//! Bytes of a file as text: UTF-8 with or without a byte order mark, nothing else.

use crate::{Encoding, Problem};

/// The text, without its byte order mark.
///
/// # Errors
/// When there are more than `max` bytes or they are not UTF-8.
pub(crate) fn text(bytes: &[u8], max: usize) -> Result<&str, Problem> {
    if bytes.len() > max {
        return Err(Problem::TooLarge { max, found: bytes.len() });
    }
    let (bytes, mark) = bytes.strip_prefix(b"\xef\xbb\xbf").map_or((bytes, 0), |rest| (rest, 3));
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Problem::NotUtf8 { offset: error.valid_up_to() + mark, guess: guess(bytes) })?;
    match text.find('\0') {
        Some(offset) => Err(Problem::NotUtf8 { offset: offset + mark, guess: guess(bytes) }),
        None => Ok(text),
    }
}

fn guess(bytes: &[u8]) -> Encoding {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    if bytes.starts_with(b"PK\x03\x04") {
        Encoding::Workbook
    } else if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || zeros * 4 > head.len() {
        Encoding::Utf16
    } else if zeros == 0 {
        Encoding::Windows1250
    } else {
        Encoding::Unknown
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn utf8_with_and_without_mark() {
        assert_eq!(text("ř;č".as_bytes(), 99).unwrap(), "ř;č");
        assert_eq!(text("\u{feff}ř;č".as_bytes(), 99).unwrap(), "ř;č");
    }

    #[test]
    fn other_encodings_are_named_with_the_first_wrong_byte() {
        let refused = |bytes: &[u8]| text(bytes, 9999).unwrap_err();
        assert_eq!(refused(b"P\xf8\xedjmen\xed"), Problem::NotUtf8 { offset: 1, guess: Encoding::Windows1250 });
        let utf16: Vec<u8> = "Příjmení".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(matches!(refused(&utf16), Problem::NotUtf8 { guess: Encoding::Utf16, .. }));
        assert_eq!(refused(b"PK\x03\x04\x14\x00\xff"), Problem::NotUtf8 { offset: 6, guess: Encoding::Workbook });
        assert_eq!(text(b"abc", 2).unwrap_err(), Problem::TooLarge { max: 2, found: 3 });
    }
}
