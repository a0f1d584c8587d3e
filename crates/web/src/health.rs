//! `GET /healthz`: that requests are answered, and nothing more. What it is like inside is on the management address.

/// `ok`.
pub async fn healthz() -> &'static str {
    "ok\n"
}
