//! Embedded files: are they what they are called?

use data_encoding::BASE64;
use signet_record::FileKind;

use crate::json::Value;
use crate::node::identity;
use crate::vocabulary::Scheme;

use super::super::code::Code;
use super::Sense;

/// Bytes of an embedded file from which on other software may refuse the credential: the EU's tools take five million in all.
const LARGE: usize = 5_000_000;
/// Letters of base64 that hold the beginning of a file.
const HEAD: usize = 16;

/// How files begin, by the EU's code of their type.
const BEGINNINGS: [(&str, &[u8]); 5] = [
    (FileKind::Jpeg.name(), FileKind::Jpeg.beginning()),
    (FileKind::Png.name(), FileKind::Png.beginning()),
    (FileKind::Pdf.name(), FileKind::Pdf.beginning()),
    ("GIF", b"GIF8"),
    ("ZIP", b"PK"),
];

impl<'a> Sense<'a, '_> {
    /// One file. Its encoding is base64, the only one on the EU's list.
    pub(super) fn file(&mut self, file: Value<'a>) {
        let Some(content) = file.string("content").filter(|_| self.is_new(file)) else { return };
        let kind = file.first("contentType").and_then(|kind| Scheme::FileType.code(identity(kind)?));
        if !holds(content, kind) {
            let kind: String = kind.unwrap_or("base64").chars().take(20).collect();
            self.report_in("content", Code::FileContent, None, kind, "");
        }
        if content.len() / 4 * 3 > LARGE {
            self.report_in("content", Code::FileSize, None, "", (content.len() / 4 * 3 / 1_000).to_string());
        }
    }
}

/// Whether the text is base64, and begins as files of that type begin.
fn holds(content: &str, kind: Option<&str>) -> bool {
    let bytes = content.as_bytes();
    let (body, padding) = bytes.split_at(bytes.len().saturating_sub(2));
    let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let padded = match padding {
        [last, b'='] => letter(last) || *last == b'=',
        [one, two] => letter(one) && letter(two),
        _ => false,
    };
    // Every letter, without a branch for each: files are most of a credential.
    if !bytes.len().is_multiple_of(4) || !padded || !body.iter().fold(true, |all, byte| all & letter(byte)) {
        return false;
    }
    let Some((_, beginning)) = BEGINNINGS.iter().find(|(code, _)| Some(*code) == kind) else { return true };
    let head = content.get(..HEAD.min(content.len())).map(|head| BASE64.decode(head.as_bytes()));
    head.is_some_and(|head| head.is_ok_and(|head| head.starts_with(beginning)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_beginning() {
        let encoded = |bytes: &[u8]| BASE64.encode(bytes);
        assert!(holds(&encoded(b"\xff\xd8\xff\xe0 and so on"), Some("JPEG")));
        assert!(holds(&encoded(b"\x89PNG\r\n\x1a\n...."), Some("PNG")));
        assert!(holds(&encoded(b"%PDF-1.7"), Some("PDF")));
        assert!(holds(&encoded(b"anything"), Some("MSG")));
        assert!(!holds(&encoded(b"%PDF-1.7"), Some("JPEG")));
        assert!(!holds("", Some("PNG")));
        for wrong in ["not base64!", "AAA", "AA=A", "A===", "data:image/png;base64,AAAA", "ěščř"] {
            assert!(!holds(wrong, None), "{wrong}");
        }
    }
}
