//! `POST /api/v1/verify`: the file as the body, or as the part `file` of a form; the report as JSON. Nothing is kept.

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER},
    },
    response::{IntoResponse, Response},
};
use http_body_util::BodyExt;
use signet_access::{Action, Actor, Target, allowed};
use signet_lang::Locale;

use crate::{
    api::{Problem, report::Report},
    language,
    page_error::BUSY_SECONDS,
    site::AppState,
    stranger::{self, Refused},
    upload::{DRAIN_BYTES_MAX, Room, Upload, UploadError},
    verification::{Drawing, Job},
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
        (status = 422, description = "The file cannot be read, or takes more time or memory than one file may", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "This client has had more than its share; `Retry-After` says when to come again", body = Problem, content_type = "application/problem+json"),
        (status = 500, description = "Our own fault", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Too many files are being verified; `Retry-After` says when to come again", body = Problem, content_type = "application/problem+json")
    )
)]
pub(crate) async fn post(State(site): State<AppState>, request: Request) -> Response {
    let l = Locale::new(language::wished(request.headers()));
    if allowed(&Actor::stranger(), Action::CheckFile, &Target::Service).is_err() {
        return Problem::new(StatusCode::FORBIDDEN, l.web_error_forbidden_text()).into_response();
    }
    match verified(&site, request, l).await {
        Ok(answer) => answer,
        Err((status, detail)) => {
            let mut answer = Problem::new(status, detail).into_response();
            if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
                answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(BUSY_SECONDS));
            }
            answer
        }
    }
}

async fn verified(site: &AppState, request: Request, l: Locale) -> Result<Response, (StatusCode, String)> {
    let client = site.client_address(request.headers(), request.extensions());
    let mut let_in = stranger::let_in(site, client);
    let room = let_in.as_mut().map_or(Room::None, Room::Counted);
    let bytes = match file(site, request, room).await {
        Ok(bytes) => bytes,
        Err(UploadError::TooLarge | UploadError::TooLargeTogether) => {
            return Err((StatusCode::PAYLOAD_TOO_LARGE, l.web_verify_too_large(site.megabytes())));
        }
        Err(UploadError::Broken | UploadError::TooMany) => {
            return Err((StatusCode::BAD_REQUEST, l.web_verify_broken_upload()));
        }
        Err(UploadError::Busy) => return Err(refused(let_in.err().unwrap_or(Refused::Busy), l)),
    };
    let admitted = let_in.map_err(|reason| refused(reason, l))?;
    let job = Job { at: site.now(), language: l.language(), drawing: Drawing::Json };
    let verified = stranger::verify(site, client, admitted, vec![bytes], job).await;
    let (verified, admitted) = verified.map_err(|reason| refused(reason, l))?;
    let headers = [(CONTENT_LANGUAGE, l.language().code()), (CONTENT_TYPE, "application/json")];
    Ok((headers, stranger::body(verified.drawn.into(), admitted)).into_response())
}

fn refused(reason: Refused, l: Locale) -> (StatusCode, String) {
    match reason {
        Refused::Unreadable(sentence) => (StatusCode::UNPROCESSABLE_ENTITY, sentence),
        Refused::TooMuch => (StatusCode::UNPROCESSABLE_ENTITY, l.web_verify_too_much()),
        Refused::Busy => (StatusCode::SERVICE_UNAVAILABLE, l.web_verify_busy()),
        Refused::Hasty => (StatusCode::TOO_MANY_REQUESTS, l.web_verify_hasty()),
        Refused::Fault => (StatusCode::INTERNAL_SERVER_ERROR, l.web_error_fault_text()),
    }
}

async fn file(site: &AppState, request: Request, room: Room<'_>) -> Result<Vec<u8>, UploadError> {
    let form =
        request.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    if !form {
        return whole(request.into_body(), site.upload_bytes_max, room).await;
    }
    let parts = Multipart::from_request(request, &()).await.map_err(|_| UploadError::Broken)?;
    let upload = Upload::read(parts, site.upload_bytes_max, room).await?;
    upload.into_file().map(|file| file.bytes).ok_or(UploadError::Broken)
}

/// A whole body within the limit; what is beyond is read and dropped, so that the answer is heard.
async fn whole(mut body: Body, bytes_max: usize, mut room: Room<'_>) -> Result<Vec<u8>, UploadError> {
    let (mut bytes, mut seen, mut busy) = (Vec::new(), 0_usize, false);
    while let Some(frame) = body.frame().await {
        let piece: Bytes = frame.map_err(|_| UploadError::Broken)?.into_data().unwrap_or_default();
        seen = seen.saturating_add(piece.len());
        if seen <= bytes_max && !busy {
            busy = !room.holds(seen);
            bytes.extend_from_slice(&piece);
        } else if seen > DRAIN_BYTES_MAX {
            break;
        }
    }
    match (seen > bytes_max, busy) {
        (true, _) => Err(UploadError::TooLarge),
        (false, true) => Err(UploadError::Busy),
        (false, false) => Ok(bytes),
    }
}
