//! A file as it was sealed: its bytes, its name in any script, and its digest (RFC 9530).

use axum::{
    body::Bytes,
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE, ETAG},
    },
    response::{IntoResponse, Response},
};
use signet_credential::{Credential, file_name};
use signet_lang::Locale;
use signet_record::Language;
use signet_registry::{Digest, SealedFile};

use crate::view::FileView;

/// The order in which files are offered: what people read comes first.
pub const OFFERED: [SealedFile; 2] = [SealedFile::Pdf, SealedFile::Jsonld];

/// The name a file is saved under: `Name - Title.jsonld`.
pub fn name(file: SealedFile, credential: &Credential) -> String {
    let holder = credential.holder(Language::Cs);
    let name = [holder.given_name, holder.family_name].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = if name.is_empty() { holder.name().unwrap_or_default() } else { name };
    file_name(&name, credential.title(Language::Cs).unwrap_or_default(), file.code())
}

/// A file in a list; `href` is where it lies.
pub fn view(
    file: SealedFile,
    credential: &Credential,
    digest: &Digest,
    bytes: usize,
    href: String,
    l: Locale,
) -> FileView {
    FileView {
        name: name(file, credential),
        about: match file {
            SealedFile::Jsonld => l.web_file_jsonld(),
            SealedFile::Pdf => l.web_file_pdf(),
        },
        size: l.web_size_kb(bytes.div_ceil(1024)),
        digest: digest.to_string(),
        href,
    }
}

/// A file as an answer, to be saved rather than opened.
pub fn answer(file: SealedFile, name: &str, digest: &Digest, bytes: Bytes) -> Response {
    let mut response = (StatusCode::OK, [(CONTENT_TYPE, file.media_type())], bytes).into_response();
    let headers = response.headers_mut();
    let values = [
        (CONTENT_DISPOSITION, disposition(name)),
        (ETAG, format!("\"{digest}\"")),
        (
            HeaderName::from_static("repr-digest"),
            format!("sha-256=:{}:", data_encoding::BASE64.encode(digest.as_bytes())),
        ),
    ];
    for (header, value) in values {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(header, value);
        }
    }
    response
}

/// The name for new browsers in UTF-8 (RFC 8187), and for old ones without what ASCII lacks.
fn disposition(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || " .-_()".contains(c) { c } else { '_' }).collect();
    let mut encoded = String::with_capacity(name.len() * 2);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

/// A picture of page 1, as it was sealed.
pub fn picture((media_type, bytes): (&'static str, Bytes)) -> Response {
    ([(CONTENT_TYPE, media_type)], bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_script_are_saved_as_they_are() {
        assert_eq!(
            disposition("Řezáč \"x\".pdf"),
            "attachment; filename=\"_ez__ _x_.pdf\"; filename*=UTF-8''%C5%98ez%C3%A1%C4%8D%20%22x%22.pdf"
        );
    }
}
