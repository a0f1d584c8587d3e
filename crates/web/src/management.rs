//! What only the operator may see, on an address of its own: `GET /metrics`, and `GET /healthz` in detail.

use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};
use serde::Serialize;

use crate::site::AppState;

/// The routes of the management address, over the same site as the pages.
pub fn management(site: AppState) -> Router {
    Router::new()
        .route("/metrics", get(metrics))
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .with_state(site)
}

/// How it is, in detail.
#[derive(Serialize)]
struct Health {
    register: bool,
    /// Awards that wait for their seal.
    waiting: Option<u64>,
    /// Strangers' files that are being received, wait, or are being verified.
    files_in_hand: usize,
    bytes_in_hand: usize,
    version: &'static str,
}

async fn health(site: &AppState) -> Health {
    let (files_in_hand, bytes_in_hand) = site.admission().count();
    let register =
        site.store().ping().await.inspect_err(|error| tracing::error!(%error, "the register does not answer"));
    let waiting = site.store().queue().waiting().await.ok();
    Health { register: register.is_ok(), waiting, files_in_hand, bytes_in_hand, version: env!("CARGO_PKG_VERSION") }
}

/// 200 when everything that answers need is there, else 503; what it is like in any case.
async fn healthz(State(site): State<AppState>) -> Response {
    let health = health(&site).await;
    let status = if health.register { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(health)).into_response()
}

/// Whether requests should be sent here.
async fn readyz(State(site): State<AppState>) -> StatusCode {
    if site.store().ping().await.is_ok() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }
}

/// The text of the program's metrics (Prometheus).
async fn metrics(State(site): State<AppState>) -> Response {
    match &site.metrics {
        Some(metrics) => ([(CONTENT_TYPE, "text/plain; version=0.0.4")], metrics()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
