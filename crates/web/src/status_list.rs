//! `GET /status/{institution}/{list}`: a status list, sealed and whole, for anyone; nobody learns which credential is asked about.

use axum::{
    body::Bytes,
    extract::{Path, State},
    http::{
        HeaderMap, HeaderName, StatusCode,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL},
    },
    response::{IntoResponse, Response},
};
use signet_access::{Action, Actor, Target};
use signet_record::InstitutionId;

use crate::{catalogue_units, packed::Packed, page_error::PageError, request_context::permit, site::AppState};

const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Answers with the list.
pub async fn get(
    State(site): State<AppState>,
    request: HeaderMap,
    Path((institution, list)): Path<(String, String)>,
) -> Response {
    let (Ok(institution), Ok(list)) = (institution.parse::<InstitutionId>(), list.parse::<u32>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if permit(&Actor::stranger(), Action::ViewStatusList, &Target::Institution(&institution)).is_err() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let published = match site.issuer.published(&institution, list) {
        Some(bytes) => Ok(Some(bytes)),
        None => publish(&site, &institution, list).await,
    };
    match published {
        Ok(Some(bytes)) => {
            let headers = [
                (CACHE_CONTROL, "public, max-age=30"),
                (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
                (CROSS_ORIGIN, "cross-origin"),
            ];
            match ready(&site, (institution, list), bytes).await {
                Ok(list) => (headers, list.answer(&request)).into_response(),
                Err(page_error) => page_error.status().into_response(),
            }
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(status) => status.into_response(),
    }
}

/// Has the list sealed, or found unchanged; `None` when there is no such list.
async fn publish(site: &AppState, institution: &InstitutionId, list: u32) -> Result<Option<Bytes>, StatusCode> {
    let stored = site.store().tenant(institution).institution().await.map_err(|error| unavailable(&error))?;
    let Some(registered) = stored.as_ref().and_then(catalogue_units::registered) else { return Ok(None) };
    site.issuer.status_list(&registered, list).await.map_err(|error| unavailable(&error))
}

/// The list with its compressed form, made once for each sealed list.
async fn ready(site: &AppState, key: (InstitutionId, u32), bytes: Bytes) -> Result<Packed, PageError> {
    if let Some(list) = site.ready_lists().get(&key).filter(|list| list.is_of(&bytes)) {
        return Ok(list);
    }
    let list = site.compute().run(move || Packed::new("application/jose+json", bytes)).await?;
    site.ready_lists().insert(key, list.clone(), list.size());
    Ok(list)
}

fn unavailable(error: &dyn std::fmt::Display) -> StatusCode {
    tracing::error!(%error, "a status list could not be published");
    StatusCode::SERVICE_UNAVAILABLE
}
