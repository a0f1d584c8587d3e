//! `GET /record/{root}`: the signed statement about a record, for anyone who has its root; and `GET /vct/record/1`, what its type means.
//!
//! A statement says nothing of anyone. Unknown, unsealed and erased records get one answer.

use axum::{
    extract::{Path, State},
    http::{
        HeaderName, StatusCode,
        header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};
use serde_json::json;
use signet_access::{Action, Actor, Target};
use signet_credential::statement::STATEMENT_TYPE_PATH;
use signet_lang::Locale;
use signet_record::Language;
use signet_registry::Digest;
use signet_store::{ArtefactKind, ReadArtefactError};

use crate::{request_context::permit, site::AppState};

const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
/// A statement never changes; an erasure takes its address away, so that nobody keeps it for long.
const CACHED: &str = "public, max-age=3600";

/// Answers with the statement.
pub async fn get(State(site): State<AppState>, Path(root): Path<String>) -> Response {
    match statement(&site, &root).await {
        Ok(Some(bytes)) => {
            let headers = [
                (CONTENT_TYPE, ArtefactKind::Statement.media_type()),
                (CACHE_CONTROL, CACHED),
                (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
                (CROSS_ORIGIN, "cross-origin"),
            ];
            (headers, bytes).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a statement about a record could not be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn statement(site: &AppState, root: &str) -> Result<Option<axum::body::Bytes>, ReadArtefactError> {
    let Ok(root) = root.parse::<Digest>() else { return Ok(None) };
    let Some((institution, digest)) = site.store().public().record_statement(&root).await? else { return Ok(None) };
    if permit(&Actor::stranger(), Action::ViewStatusList, &Target::Institution(&institution)).is_err() {
        return Ok(None);
    }
    match site.store().tenant(&institution).artefact(&digest).await {
        Ok(artefact) => Ok(Some(artefact.bytes)),
        Err(ReadArtefactError::Erased(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Answers with the type's metadata (draft-ietf-oauth-sd-jwt-vc, 4.2).
pub async fn metadata(State(site): State<AppState>) -> Response {
    let base = site.issuer.base_url().as_str().trim_end_matches('/');
    let display = Language::ALL.map(|language| {
        let l = Locale::new(language);
        json!({ "locale": language.code(), "name": l.same_statement_name(), "description": l.same_statement_about() })
    });
    let told = json!({
        "vct": format!("{base}/{STATEMENT_TYPE_PATH}"),
        "name": Locale::ENGLISH.same_statement_name(),
        "description": Locale::ENGLISH.same_statement_about(),
        "display": display,
    });
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CACHE_CONTROL, CACHED),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (CROSS_ORIGIN, "cross-origin"),
    ];
    (headers, told.to_string()).into_response()
}
