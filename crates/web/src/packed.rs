//! Public bytes that are served as they are: compressed once, and known again by their digest. Nothing personal is served like this.

use std::io::Write as _;

use axum::{
    body::Bytes,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY},
    },
    response::{IntoResponse, Response},
};
use flate2::{Compression, write::GzEncoder};
use signet_registry::Digest;

use crate::download;

/// Bytes with their compressed form.
#[derive(Clone)]
pub struct Packed {
    media_type: &'static str,
    digest: Digest,
    plain: Bytes,
    gzip: Bytes,
}

impl Packed {
    /// Compresses; the larger the bytes, the more it is work for the processor.
    pub fn new(media_type: &'static str, plain: Bytes) -> Self {
        Packed {
            media_type,
            digest: Digest::of(&plain),
            gzip: gzip(&plain, Compression::best()).unwrap_or_default().into(),
            plain,
        }
    }

    /// Whether it was made of exactly these bytes: the same place in memory, not only equal ones.
    pub fn is_of(&self, bytes: &Bytes) -> bool {
        self.plain.as_ptr() == bytes.as_ptr() && self.plain.len() == bytes.len()
    }

    /// Bytes that it holds.
    pub fn size(&self) -> u64 {
        (self.plain.len() + self.gzip.len()) as u64
    }

    /// The answer to a request with these headers.
    pub fn answer(&self, request: &HeaderMap) -> Response {
        // The two forms are told apart by their tags (RFC 9110 §8.8.3.3).
        let packed = accepts_gzip(request) && !self.gzip.is_empty();
        let tag = if packed { format!("{}-gzip", self.digest) } else { self.digest.to_string() };
        let mut response = if download::is_known(request, &tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let bytes = if packed { &self.gzip } else { &self.plain };
            ([(CONTENT_TYPE, self.media_type)], bytes.clone()).into_response()
        };
        let headers = response.headers_mut();
        if packed && headers.contains_key(CONTENT_TYPE) {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if let Ok(tag) = HeaderValue::from_str(&format!("\"{tag}\"")) {
            headers.insert(ETAG, tag);
        }
        response
    }
}

/// Bytes as gzip, packed as well as is asked for.
///
/// # Errors
/// Never, as long as there is memory; the library writes to anything.
pub fn gzip(bytes: &[u8], level: Compression) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Whether a client takes gzip (RFC 9110 §12.5.3); a weight of zero is a refusal.
pub fn accepts_gzip(request: &HeaderMap) -> bool {
    let values = request.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let mut codings = values.flat_map(|value| value.split(',')).map(|coding| coding.split(';').map(str::trim));
    codings.any(|mut parts| {
        let gzip = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let refused = parts.filter_map(|part| part.strip_prefix("q=")).any(|weight| weight.parse() == Ok(0.0_f32));
        gzip && !refused
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::header::IF_NONE_MATCH;

    use super::*;

    fn asking(name: axum::http::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn gzip_is_sent_to_who_takes_it() {
        for takes in ["gzip", "deflate, GZIP;q=0.5, br"] {
            assert!(accepts_gzip(&asking(ACCEPT_ENCODING, takes)), "{takes}");
        }
        for refuses in ["", "br", "gzip;q=0", "gzip; q=0.0", "x-gzip"] {
            assert!(!accepts_gzip(&asking(ACCEPT_ENCODING, refuses)), "{refuses}");
        }
    }

    #[tokio::test]
    async fn each_form_has_its_own_tag_and_is_not_sent_twice() {
        let packed = Packed::new("text/css", Bytes::from("a".repeat(10_000)));
        let (plain, gzip) = (packed.answer(&HeaderMap::new()), packed.answer(&asking(ACCEPT_ENCODING, "gzip")));
        assert_eq!(gzip.headers()[CONTENT_ENCODING], "gzip");
        assert_eq!(plain.headers().get(CONTENT_ENCODING), None);
        let (plain_tag, gzip_tag) = (plain.headers()[ETAG].clone(), gzip.headers()[ETAG].clone());
        assert_ne!(plain_tag, gzip_tag);
        let bytes = axum::body::to_bytes(gzip.into_body(), 1_000).await.unwrap();
        let mut unpacked = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&bytes[..]), &mut unpacked).unwrap();
        assert_eq!(unpacked, "a".repeat(10_000));
        let known = asking(IF_NONE_MATCH, &format!("\"other\", W/{}", plain_tag.to_str().unwrap()));
        let again = packed.answer(&known);
        assert_eq!((again.status(), again.headers().get(CONTENT_TYPE)), (StatusCode::NOT_MODIFIED, None));
        assert_eq!(again.headers()[ETAG], plain_tag);
        assert_eq!(packed.answer(&asking(IF_NONE_MATCH, gzip_tag.to_str().unwrap())).status(), StatusCode::OK);
    }
}
