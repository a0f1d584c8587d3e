//! One line in the log for each request: its route, never its address, which may be a secret.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};

/// Notes route, status and time of an answer, in the log and in the metrics.
pub async fn note(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let (status, time) = (response.status().as_u16(), began.elapsed());
    metrics::counter!("signet_http_requests_total", "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    metrics::histogram!("signet_http_seconds", "route" => route.clone()).record(time.as_secs_f64());
    tracing::info!(%method, route, status, milliseconds = time.as_millis(), "answered");
    response
}
