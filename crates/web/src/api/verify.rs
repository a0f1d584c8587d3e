//! `POST /api/v1/verify`: the file as the body, or as the part `file` of a form; the report as JSON. Nothing is kept.

use axum::{
    Json,
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request, State},
    http::{
        StatusCode,
        header::{CONTENT_LANGUAGE, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use signet_access::{Action, Actor, Target, allowed};
use signet_lang::Locale;

use crate::{
    api::{Problem, report::Report},
    assess::{NoReport, assess},
    language,
    site::Held,
    upload::{DRAIN_BYTES_MAX, Upload, UploadError},
};

/// Verifies a European Digital Credential (`.jsonld`) or a PDF, of any issuer.
///
/// Sentences are in Czech or English, as `Accept-Language` asks. The file is not kept.
#[utoipa::path(
    post,
    path = "/api/v1/verify",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file"),
    responses(
        (status = 200, description = "The report; whether the file holds is in it", body = Report),
        (status = 400, description = "The file did not arrive whole", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The file is too large", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "The file cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 500, description = "Our own fault", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn post(State(site): State<Held>, request: Request) -> Response {
    let l = Locale::new(language::wished(request.headers()));
    let refuse = |status, detail| Problem::new(status, detail).into_response();
    if allowed(&Actor::stranger(), Action::CheckFile, &Target::Service).is_err() {
        return refuse(StatusCode::FORBIDDEN, l.web_forbidden_text());
    }
    let bytes = match file(&site, request).await {
        Ok(bytes) => bytes,
        Err(UploadError::TooLarge) => {
            return refuse(StatusCode::PAYLOAD_TOO_LARGE, l.web_verify_too_large(site.megabytes()));
        }
        Err(UploadError::Broken) => return refuse(StatusCode::BAD_REQUEST, l.web_verify_broken_upload()),
    };
    match assess(&site, bytes).await {
        Ok(assessed) => ([(CONTENT_LANGUAGE, l.language().code())], Json(assessed.report.to_json(l))).into_response(),
        Err(NoReport::Unreadable(reason)) => refuse(StatusCode::UNPROCESSABLE_ENTITY, reason.sentence(l)),
        Err(NoReport::Fault(_)) => refuse(StatusCode::INTERNAL_SERVER_ERROR, l.web_fault_text()),
    }
}

async fn file(site: &Held, request: Request) -> Result<Vec<u8>, UploadError> {
    let form =
        request.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    if !form {
        return whole(request.into_body(), site.upload_bytes_max).await;
    }
    let parts = Multipart::from_request(request, &()).await.map_err(|_| UploadError::Broken)?;
    let upload = Upload::read(parts, site.upload_bytes_max).await?;
    upload.file.map(|file| file.bytes).ok_or(UploadError::Broken)
}

/// A whole body within the limit; what is beyond is read and dropped, so that the answer is heard.
async fn whole(mut body: Body, bytes_max: usize) -> Result<Vec<u8>, UploadError> {
    let (mut bytes, mut seen) = (Vec::new(), 0_usize);
    while let Some(frame) = body.frame().await {
        let piece: Bytes = frame.map_err(|_| UploadError::Broken)?.into_data().unwrap_or_default();
        seen = seen.saturating_add(piece.len());
        if seen <= bytes_max {
            bytes.extend_from_slice(&piece);
        } else if seen > DRAIN_BYTES_MAX {
            break;
        }
    }
    if seen > bytes_max { Err(UploadError::TooLarge) } else { Ok(bytes) }
}
