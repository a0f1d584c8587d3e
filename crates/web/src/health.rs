//! `GET /healthz`: whether requests can be answered. `GET /metrics`: counts for the operator, nothing about anyone.

use axum::{
    extract::State,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};

use crate::site::Held;

/// `ok`, or 503 when the register does not answer.
pub async fn healthz(State(site): State<Held>) -> Response {
    match site.store().ping().await {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "the register does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the register does not answer\n").into_response()
        }
    }
}

/// The text of the program's metrics (Prometheus).
pub async fn metrics(State(site): State<Held>) -> Response {
    match &site.metrics {
        Some(metrics) => ([(CONTENT_TYPE, "text/plain; version=0.0.4")], metrics()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
