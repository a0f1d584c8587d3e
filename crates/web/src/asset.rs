//! The style sheet, the script and the icon: served under an address that changes with their content, so for ever.

use std::sync::LazyLock;

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, HeaderValue, header::CACHE_CONTROL},
    response::Response,
    routing::get,
};
use signet_registry::Digest;

use crate::packed::Packed;

/// A file that pages refer to.
pub struct Asset {
    path: String,
    packed: Packed,
}

/// The one style sheet.
pub static STYLE: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("signet", "css", "text/css; charset=utf-8", include_str!("../assets/signet.css")));
/// The small script; every page works without it.
pub static SCRIPT: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("signet", "js", "text/javascript; charset=utf-8", include_str!("../assets/signet.js")));
/// The icon of the site.
pub static FAVICON: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("seal", "svg", "image/svg+xml", include_str!("../assets/favicon.svg")));

impl Asset {
    fn new(name: &str, extension: &str, media_type: &'static str, text: &'static str) -> Self {
        let digest = Digest::of(text.as_bytes()).to_string();
        let short: String = digest.chars().take(16).collect();
        Asset {
            path: format!("/assets/{name}.{short}.{extension}"),
            packed: Packed::new(media_type, Bytes::from_static(text.as_bytes())),
        }
    }

    /// Its address, from the root of the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    fn answer(&self, request: &HeaderMap) -> Response {
        let mut response = self.packed.answer(request);
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
        response
    }
}

/// Routes of all assets.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route(STYLE.path(), get(|request: HeaderMap| async move { STYLE.answer(&request) }))
        .route(SCRIPT.path(), get(|request: HeaderMap| async move { SCRIPT.answer(&request) }))
        .route(FAVICON.path(), get(|request: HeaderMap| async move { FAVICON.answer(&request) }))
        .route("/favicon.ico", get(|request: HeaderMap| async move { FAVICON.answer(&request) }))
}
