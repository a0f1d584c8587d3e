//! The style sheet, the script and the icon: served under an address that changes with their content, so for ever.

use std::sync::LazyLock;

use axum::{
    Router,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};
use signet_registry::Digest;

/// A file that pages refer to.
pub struct Asset {
    path: String,
    media_type: &'static str,
    text: &'static str,
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
        Asset { path: format!("/assets/{name}.{short}.{extension}"), media_type, text }
    }

    /// Its address, from the root of the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    fn answer(&self) -> Response {
        ([(CONTENT_TYPE, self.media_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")], self.text)
            .into_response()
    }
}

/// Routes of all assets.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route(STYLE.path(), get(|| async { STYLE.answer() }))
        .route(SCRIPT.path(), get(|| async { SCRIPT.answer() }))
        .route(FAVICON.path(), get(|| async { FAVICON.answer() }))
        .route("/favicon.ico", get(|| async { FAVICON.answer() }))
}
