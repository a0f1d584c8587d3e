//! Files that cannot be read: what they seem to be, and what to do.

use signet_lang::Locale;
use signet_seal::{jades, json::JsonError, pades};

/// Why a file could not be read. Says nothing about whether anything in it is true.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It is larger than anything we look at.
    #[error("the file is larger than {bytes_max} bytes")]
    TooLarge {
        /// What is allowed.
        bytes_max: usize,
    },
    /// It is text, but not UTF-8.
    #[error("not UTF-8 at byte {byte}")]
    NotUtf8 {
        /// The first wrong byte, from 0.
        byte: usize,
    },
    /// It is something else.
    #[error("neither a credential nor a PDF: {0:?}")]
    Other(LooksLike),
    /// The seal around the credential is not well formed.
    #[error("the seal: {0}")]
    Seal(jades::JadesReadError),
    /// What is sealed is no credential.
    #[error("the credential: {0}")]
    Credential(signet_credential::ReadError),
    /// The PDF is damaged, or beyond our limits.
    #[error("the PDF: {0}")]
    Pdf(pades::PdfReadError),
}

/// What a file of another kind looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LooksLike {
    /// An archive (ZIP, and so also DOCX, XLSX, ODT), gzip, 7z or RAR.
    Archive,
    /// JPEG, PNG, GIF, TIFF or WebP.
    Picture,
    /// HTML or XML.
    Markup,
    /// Some other text.
    Text,
    /// Nothing we know.
    Unknown,
}

impl LooksLike {
    /// By its first bytes.
    pub fn of(bytes: &[u8]) -> Self {
        const ARCHIVES: [&[u8]; 5] = [b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"];
        const PICTURES: [&[u8]; 6] = [b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"RIFF"];
        let starts = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
        let head = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
        if starts(&ARCHIVES) {
            LooksLike::Archive
        } else if starts(&PICTURES) {
            LooksLike::Picture
        } else if head.trim_ascii_start().starts_with(b"<") {
            LooksLike::Markup
        } else if std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0')) {
            LooksLike::Text
        } else {
            LooksLike::Unknown
        }
    }
}

impl Unreadable {
    /// The reason, and what to do, as a sentence. Bytes are counted from one.
    pub fn sentence(&self, locale: Locale) -> String {
        match self {
            Unreadable::Empty => locale.verify_unreadable_empty(),
            Unreadable::TooLarge { bytes_max } => locale.verify_unreadable_too_large(bytes_max >> 20),
            Unreadable::NotUtf8 { byte } => locale.verify_unreadable_encoding(*byte + 1),
            Unreadable::Other(LooksLike::Archive) => locale.verify_unreadable_archive(),
            Unreadable::Other(LooksLike::Picture) => locale.verify_unreadable_picture(),
            Unreadable::Other(LooksLike::Markup) => locale.verify_unreadable_markup(),
            Unreadable::Other(LooksLike::Text) => locale.verify_unreadable_text(),
            Unreadable::Other(LooksLike::Unknown) => locale.verify_unreadable_unknown(),
            Unreadable::Credential(error) => error.sentence(locale),
            Unreadable::Seal(error) => seal(error, locale),
            Unreadable::Pdf(error) => pdf(error, locale),
        }
    }
}

fn seal(error: &jades::JadesReadError, locale: Locale) -> String {
    match error {
        jades::JadesReadError::Json(JsonError::TooLarge { limit, .. }) => {
            locale.verify_unreadable_too_large(limit >> 20)
        }
        jades::JadesReadError::Json(JsonError::NotUtf8 { offset }) => locale.verify_unreadable_encoding(*offset + 1),
        // The offset is behind the byte that does not fit: counted from one, it is that byte.
        jades::JadesReadError::Json(JsonError::Malformed { offset, .. }) => locale.verify_unreadable_json(*offset),
        jades::JadesReadError::Member { member } | jades::JadesReadError::Base64 { member, .. } => {
            locale.verify_unreadable_member(*member)
        }
        jades::JadesReadError::Signatures { count } => locale.verify_unreadable_signatures(*count),
        jades::JadesReadError::Detached => locale.verify_unreadable_detached(),
        jades::JadesReadError::PayloadNotText => locale.verify_unreadable_member("payload"),
        jades::JadesReadError::HeaderTwice => locale.verify_unreadable_member("header"),
        jades::JadesReadError::UnsignedPart => locale.verify_unreadable_member("etsiU"),
        jades::JadesReadError::NotJws => locale.verify_unreadable_text(),
    }
}

fn pdf(error: &pades::PdfReadError, locale: Locale) -> String {
    match error {
        pades::PdfReadError::Encrypted => locale.verify_unreadable_pdf_encrypted(),
        pades::PdfReadError::Syntax { offset, .. } | pades::PdfReadError::Object { offset, .. } => {
            locale.verify_unreadable_pdf_byte(offset.saturating_add(1))
        }
        pades::PdfReadError::Limit { .. } => locale.verify_unreadable_pdf_limit(),
        _ => locale.verify_unreadable_pdf(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use signet_record::Language;

    #[test]
    fn other_files_are_told_by_what_they_are() {
        let read = |bytes: &[u8]| crate::read(bytes.to_vec()).unwrap_err();
        assert_eq!(read(b""), Unreadable::Empty);
        assert_eq!(read(b"PK\x03\x04rest"), Unreadable::Other(LooksLike::Archive));
        assert_eq!(read(b"\x89PNG\r\n"), Unreadable::Other(LooksLike::Picture));
        assert_eq!(read(b"<html>"), Unreadable::Other(LooksLike::Markup));
        assert_eq!(read("příliš".as_bytes()), Unreadable::Other(LooksLike::Text));
        assert_eq!(read(b"\x00\x01\xff"), Unreadable::Other(LooksLike::Unknown));
        assert!(matches!(read(b"%PDF-1.7\n"), Unreadable::Pdf(_)));
        assert!(matches!(read(b"{\"a\":1}"), Unreadable::Credential(_)));
        assert!(matches!(read(b"{\"a\":"), Unreadable::Seal(_)));
        let told = read(b"{\"a\":x}").sentence(Locale::ENGLISH);
        assert!(told.contains("near byte 6."), "bytes are counted from one: {told}");
    }

    #[test]
    fn ten_thousand_levels_are_refused_with_a_sentence() {
        let deep = "{\"a\":".repeat(10_000);
        let error = crate::read(deep.into_bytes()).unwrap_err();
        for language in Language::ALL {
            assert!(error.sentence(Locale::new(language)).len() > 20);
        }
    }
}
