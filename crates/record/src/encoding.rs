//! Bytes of a file as text: UTF-8 with or without a byte order mark; where a reader can tell that they are Windows-1250, that too.

use encoding_rs::WINDOWS_1250;

use crate::{Encoding, Problem};

/// How the text of a file is written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// As everything should be.
    #[default]
    Utf8,
    /// As Excel writes a plain CSV on a Czech Windows.
    Windows1250,
}

/// The text, without its byte order mark.
///
/// # Errors
/// When there are more than `max` bytes or they are not UTF-8.
pub(crate) fn text(bytes: &[u8], max: usize) -> Result<&str, Problem> {
    if bytes.len() > max {
        return Err(Problem::TooLarge { max, found: bytes.len() });
    }
    // A PDF may be all ASCII, and is no text all the same.
    if bytes.starts_with(b"%PDF-") {
        return Err(Problem::NotUtf8 { line: 1, position: 1, guess: Encoding::Pdf });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let read = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    match read.find('\0') {
        Some(offset) => Err(wrong(read.get(..offset).unwrap_or(read), bytes)),
        None if read.len() < bytes.len() => Err(wrong(read, bytes)),
        None => Ok(read),
    }
}

/// Where the first wrong character is, as an editor counts: `read` is the text before it.
fn wrong(read: &str, bytes: &[u8]) -> Problem {
    let line = read.matches('\n').count() + 1;
    let position = read.rsplit('\n').next().map_or(0, |before| before.chars().count()) + 1;
    Problem::NotUtf8 { line, position, guess: guess(bytes) }
}

/// Bytes that are Š, Ť, Ž, š, ť and ž in Windows-1250, and control characters in ISO 8859-2.
const OF_WINDOWS: [u8; 6] = [0x8a, 0x8d, 0x8e, 0x9a, 0x9d, 0x9e];
/// Bytes that are other characters in ISO 8859-2 than in Windows-1250, Š, Ť, Ž, š, ť and ž among them.
const DISPUTED: [u8; 15] = [0xa1, 0xa5, 0xa6, 0xa9, 0xab, 0xac, 0xae, 0xb1, 0xb5, 0xb6, 0xb7, 0xb9, 0xbb, 0xbc, 0xbe];

/// The text in Windows-1250; `None` when it cannot be that, or could as well be ISO 8859-2 with other letters. Western encodings
/// cannot be told from it by their bytes: whoever asks must know a Czech word of the text (see [`is_czech`]).
pub(crate) fn windows_1250(bytes: &[u8]) -> Option<String> {
    let has = |some: &[u8]| bytes.iter().any(|byte| some.contains(byte));
    if has(&DISPUTED) && !has(&OF_WINDOWS) {
        return None;
    }
    let text = WINDOWS_1250.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned();
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\r' | '\n');
    text.chars().all(is_text).then_some(text)
}

/// Whether a word has a letter that no Western encoding has in its place (Windows-1252 has ø where Windows-1250 has ř).
pub(crate) fn is_czech(word: &str) -> bool {
    word.contains(['č', 'Č', 'ď', 'Ď', 'ě', 'Ě', 'ň', 'Ň', 'ř', 'Ř', 'ť', 'Ť', 'ů', 'Ů'])
}

fn guess(bytes: &[u8]) -> Encoding {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    // ZIP where no workbook is read, and the container of older workbooks and of those with a password.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Encoding::Workbook
    } else if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || zeros * 4 > head.len() {
        Encoding::Utf16
    } else if windows_1250(bytes).is_some() {
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
    fn other_files_are_named_with_the_place_of_the_first_wrong_character() {
        let refused = |bytes: &[u8]| text(bytes, 9999).unwrap_err();
        assert_eq!(
            refused(b"P\xf8\xedjmen\xed"),
            Problem::NotUtf8 { line: 1, position: 2, guess: Encoding::Windows1250 }
        );
        let utf16: Vec<u8> = "\u{feff}Příjmení".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(refused(&utf16), Problem::NotUtf8 { line: 1, position: 1, guess: Encoding::Utf16 });
        assert_eq!(
            refused(b"PK\x03\x04\x14\x00\xff"),
            Problem::NotUtf8 { line: 1, position: 6, guess: Encoding::Workbook }
        );
        let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00";
        assert_eq!(refused(old), Problem::NotUtf8 { line: 1, position: 1, guess: Encoding::Workbook });
        assert_eq!(refused(b"%PDF-1.7\n%\xe2\xe3"), Problem::NotUtf8 { line: 1, position: 1, guess: Encoding::Pdf });
        assert_eq!(refused(b"%PDF-1.4 all ASCII"), Problem::NotUtf8 { line: 1, position: 1, guess: Encoding::Pdf });
        assert_eq!(
            refused(b"\xef\xbb\xbfab\xff"),
            Problem::NotUtf8 { line: 1, position: 3, guess: Encoding::Windows1250 }
        );
        assert_eq!(refused(b"ab\x01\xff"), Problem::NotUtf8 { line: 1, position: 4, guess: Encoding::Unknown });
        let second_line = "Jméno;Kód\nŠárka".as_bytes().iter().copied().chain(*b"\x81").collect::<Vec<_>>();
        assert_eq!(refused(&second_line), Problem::NotUtf8 { line: 2, position: 6, guess: Encoding::Unknown });
        assert_eq!(text(b"abc", 2).unwrap_err(), Problem::TooLarge { max: 2, found: 3 });
    }

    #[test]
    fn windows_1250_is_not_taken_for_what_it_may_not_be() {
        assert_eq!(windows_1250(b"Tom\xe1\x9a \x8eid\xf9").as_deref(), Some("Tomáš Židů"));
        assert_eq!(windows_1250(b"Novotn\xfd").as_deref(), Some("Novotný"));
        // Tomáš in ISO 8859-2 would be read as Tomáą.
        assert_eq!(windows_1250(b"Tom\xe1\xb9"), None);
        // The same byte beside a letter that only Windows-1250 has: it is ą.
        assert_eq!(windows_1250(b"W\xb9s \x9e").as_deref(), Some("Wąs ž"));
        assert_eq!(windows_1250(b"a\x81b"), None, "no character of Windows-1250");
        assert_eq!(windows_1250(b"a\0b"), None);
        assert!(is_czech("Příjmení") && !is_czech("Jméno") && !is_czech("Pøíjmení"));
    }
}
