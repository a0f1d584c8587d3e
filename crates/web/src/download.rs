//! A file as it was sealed: its bytes, its name in any script, and its digest (RFC 9530).

use axum::{
    body::Bytes,
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH},
    },
    response::{IntoResponse, Response},
};
use signet_credential::{Credential, file_name};
use signet_record::Language;
use signet_registry::{Digest, SealedFile};

/// Every kind in the order in which files are offered: what people read comes first.
pub fn offered() -> [SealedFile; SealedFile::ALL.len()] {
    let mut all = SealedFile::ALL;
    all.sort_by_key(|file| *file != SealedFile::Pdf);
    all
}

/// Where a sealed file lies, below the page of its credential.
pub fn address(base: &str, file: SealedFile) -> String {
    format!("{base}/file.{}", file.code())
}

/// The kind that an address like [`address`] ends with.
pub fn addressed(name: &str) -> Option<SealedFile> {
    name.strip_prefix("file.").and_then(SealedFile::from_code)
}

/// The name a file is saved under: `Name - Title.jsonld`.
pub fn name(file: SealedFile, credential: &Credential) -> String {
    let holder = credential.holder(Language::Cs);
    let name = [holder.given_name, holder.family_name].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = if name.is_empty() { holder.name().unwrap_or_default() } else { name };
    file_name(&name, credential.title(Language::Cs).unwrap_or_default(), file.code())
}

/// A file as an answer, to be saved rather than opened.
pub fn answer(file: SealedFile, name: &str, digest: &Digest, bytes: Bytes) -> Response {
    let mut response = (StatusCode::OK, [(CONTENT_TYPE, file.media_type())], bytes).into_response();
    let headers = response.headers_mut();
    let values = [
        (CONTENT_DISPOSITION, disposition(name)),
        (ETAG, tag(digest)),
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

/// For how long a browser shows a picture again without asking: a share that was withdrawn shows it no longer than this to whoever has
/// seen it before, and to nobody else at all.
const SEEN: &str = "private, max-age=600, immutable";
/// A picture whose address does not name it is asked for each time.
const ASKED: &str = "private, no-cache";

/// A picture of page 1 on a shared page; `named` when its address says which it is.
pub fn shared_picture(of_page: (&'static str, Bytes), tag: &str, named: bool) -> Response {
    known_as(picture(of_page), tag, named)
}

/// The answer to a browser that has the picture.
pub fn unchanged(tag: &str, named: bool) -> Response {
    known_as(StatusCode::NOT_MODIFIED.into_response(), tag, named)
}

fn known_as(mut response: Response, tag: &str, named: bool) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(if named { SEEN } else { ASKED }));
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}\"")) {
        headers.insert(ETAG, tag);
    }
    response
}

/// The entity tag of bytes that are found by their digest.
fn tag(digest: &Digest) -> String {
    format!("\"{digest}\"")
}

/// Whether a client has the bytes of this tag already (`If-None-Match`, RFC 9110 §13.1.2; weak comparison).
pub fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let tag = format!("\"{tag}\"");
    let values = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut known = values.flat_map(|value| value.split(',')).map(|one| one.trim().trim_start_matches("W/"));
    known.any(|known| known == "*" || known == tag)
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
