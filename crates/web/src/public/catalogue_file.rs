//! `GET` of what machines are told of the catalogue, each file at its own address.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{
        HeaderMap, HeaderName, HeaderValue,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, LAST_MODIFIED},
    },
    response::Response,
    routing::get,
};
use signet_catalogue::PublicAddress;
use signet_record::Timestamp;

use crate::{catalogue_files::CatalogueFile, headers::Findable, packed::Packed, page_error::PageError, site::AppState};

const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// An address for each file.
pub fn routes() -> Router<AppState> {
    let route = |router: Router<AppState>, file: CatalogueFile| {
        let handler = move |State(site): State<AppState>, headers: HeaderMap| answer(site, headers, file);
        router.route(file.path(), get(handler))
    };
    CatalogueFile::ALL.into_iter().fold(Router::new(), route)
}

async fn answer(site: AppState, request: HeaderMap, file: CatalogueFile) -> Result<Response, PageError> {
    let (packed, made) = ready(&site, file).await?;
    let mut response = packed.answer(&request);
    response.extensions_mut().insert(Findable);
    let headers = response.headers_mut();
    // Whoever keeps a file asks each time whether it is still right: what was withdrawn is gone with the next request.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(CROSS_ORIGIN, HeaderValue::from_static("cross-origin"));
    let made = made.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(made) = HeaderValue::from_str(&made) {
        headers.insert(LAST_MODIFIED, made);
    }
    Ok(response)
}

/// The file as the catalogue stands now, and when that state was first seen here.
async fn ready(site: &AppState, file: CatalogueFile) -> Result<(Packed, Timestamp), PageError> {
    let (index, today) = (site.issuer.catalogue().await?, site.issuer.today());
    if let Some(known) = site.catalogue_file(&index, today, file) {
        return Ok(known);
    }
    let address = PublicAddress::new(site.base_url().as_str());
    let of = Arc::clone(&index);
    let make = move || Packed::new(file.media_type(), file.make(&of, &address, today).into());
    let packed = site.compute().run(make).await?;
    let made = site.remember_catalogue_file(index, today, file, &packed);
    Ok((packed, made))
}
