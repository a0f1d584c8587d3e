//! The interface for programs: `/api/v1`, described by its own OpenAPI document. Errors are problem documents (RFC 9457).

pub mod report;
pub mod verify;

use std::sync::LazyLock;

use axum::{
    Json, Router,
    extract::DefaultBodyLimit,
    http::{
        HeaderMap, StatusCode,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};

use crate::{packed::Packed, site::AppState};

/// What went wrong (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDetails {
    /// Always `about:blank`: the status says the kind.
    pub r#type: &'static str,
    /// The kind, in English.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What is wrong with this request, in the language asked for.
    pub detail: String,
    /// The part of the form that it is about, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<&'static str>,
}

impl ProblemDetails {
    fn new(status: StatusCode, detail: String) -> Self {
        let title = status.canonical_reason().unwrap_or_default().to_owned();
        ProblemDetails { r#type: "about:blank", title, status: status.as_u16(), detail, part: None }
    }

    /// The same, about a part of the form.
    fn about(self, part: Option<&'static str>) -> Self {
        ProblemDetails { part, ..self }
    }
}

impl IntoResponse for ProblemDetails {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, [(CONTENT_TYPE, "application/problem+json")], Json(self)).into_response()
    }
}

/// One list of operations makes the document and the routes: the handler, its description (made by `#[utoipa::path]`, which knows the
/// path), and how it is served.
macro_rules! operations {
    ($($module:ident::$handler:ident, $described:ident => $serve:expr;)+) => {
        /// The document.
        #[derive(OpenApi)]
        #[openapi(
            info(
                title = "Signet",
                version = "1",
                description = "Verification of European Digital Credentials and of certificates that carry them.",
                license(name = "EUPL-1.2", identifier = "EUPL-1.2")
            ),
            paths($($module::$handler),+)
        )]
        struct Document;

        fn operations() -> Router<AppState> {
            Router::new()$(.route(&<$module::$described as utoipa::Path>::path(), $serve))+
        }
    };
}

operations! {
    verify::post, __path_post => post(verify::post).layer(DefaultBodyLimit::disable());
}

/// Routes of the interface.
pub(crate) fn routes() -> Router<AppState> {
    operations().route("/api/v1/openapi.json", get(document))
}

async fn document(request: HeaderMap) -> Response {
    static DOCUMENT: LazyLock<Packed> = LazyLock::new(|| {
        // Names, texts and lists only: nothing JSON could refuse.
        let document = Document::openapi().to_json().unwrap_or_default();
        Packed::new("application/json", document.into())
    });
    let headers = [(CACHE_CONTROL, "public, max-age=3600"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (headers, DOCUMENT.answer(&request)).into_response()
}
