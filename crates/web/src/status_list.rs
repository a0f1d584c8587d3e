//! `GET /status/{institution}/{list}`: a status list, sealed and whole, for anyone; nobody learns which credential is asked about.

use axum::{
    extract::{Path, State},
    http::{
        HeaderName, StatusCode,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};
use signet_access::{Action, Actor, Target};
use signet_record::InstitutionId;

use crate::{catalogue_units, request_context::permit, site::AppState};

const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Answers with the list.
pub async fn get(State(site): State<AppState>, Path((institution, list)): Path<(String, String)>) -> Response {
    let (Ok(institution), Ok(list)) = (institution.parse::<InstitutionId>(), list.parse::<u32>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if permit(&Actor::stranger(), Action::ViewStatusList, &Target::Institution(&institution)).is_err() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let stored = match site.store().tenant(&institution).institution().await {
        Ok(stored) => stored,
        Err(error) => return unavailable(&error),
    };
    let Some(registered) = stored.as_ref().and_then(catalogue_units::registered) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match site.issuer.status_list(&registered, list).await {
        Ok(Some(bytes)) => {
            let headers = [
                (CONTENT_TYPE, "application/jose+json"),
                (CACHE_CONTROL, "public, max-age=30"),
                (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
                (CROSS_ORIGIN, "cross-origin"),
            ];
            (headers, bytes).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => unavailable(&error),
    }
}

fn unavailable(error: &dyn std::fmt::Display) -> Response {
    tracing::error!(%error, "a status list could not be published");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
