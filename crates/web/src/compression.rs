//! Pages are compressed for whoever is not signed in.
//!
//! A page of somebody who is signed in holds the token of their session, and every page repeats its own address, query included, in the
//! switch of languages. Whoever makes a browser ask for such a page again and again, each time with another guess in the query, and sees how
//! long the answers are, could find the token out (BREACH, CVE-2013-3587). So those pages are never compressed. The others
//! hold nothing that whoever knows their address does not have.

use axum::{
    body::{Body, HttpBody as _, to_bytes},
    extract::Request,
    http::{
        HeaderMap, HeaderValue,
        header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use flate2::Compression;

use crate::{
    packed::{accepts_gzip, gzip},
    page_error::PageError,
};

/// Pages shorter than this fit into one packet as they are.
const BYTES_MIN: u64 = 1_200;
/// Pages of more bytes go out as they are, so that compressing never holds up a thread that answers for longer than a few milliseconds.
const BYTES_MAX: u64 = 1 << 20;

/// Marks an answer without the token of any session.
#[derive(Clone, Copy)]
pub struct WithoutSession;

/// Compresses pages of nobody in particular, as fast as can be: most of what can be gained is gained at once.
pub async fn compress(request: Request, next: Next) -> Response {
    let wanted = accepts_gzip(request.headers());
    let mut response = next.run(request).await;
    if response.extensions().get::<WithoutSession>().is_none() || !is_page(response.headers()) {
        return response;
    }
    response.headers_mut().append(VARY, HeaderValue::from_static("accept-encoding"));
    let length = response.body().size_hint().exact();
    if !(wanted && length.is_some_and(|length| (BYTES_MIN..=BYTES_MAX).contains(&length))) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // A page is whole before it is sent, so this waits for nothing.
    let packed = match to_bytes(body, BYTES_MAX as usize).await {
        Ok(page) => gzip(&page, Compression::fast()),
        Err(error) => return PageError::from(error).into_response(),
    };
    match packed {
        Ok(packed) => {
            parts.headers.remove(CONTENT_LENGTH);
            parts.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Response::from_parts(parts, Body::from(packed))
        }
        Err(error) => PageError::from(error).into_response(),
    }
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes).is_some_and(|kind| kind.starts_with(b"text/html"))
}
