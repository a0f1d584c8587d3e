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
    api::{ProblemDetails, report::ReportSchema},
    language,
    page_error::BUSY_SECONDS,
    site::AppState,
    stranger::{self, NotAnswered},
    upload::{DRAIN_BYTES_MAX, Room, SeveralFiles, UploadForm, UploadFormError},
    verification::{Drawing, Job},
};

/// The part of a form that is the file.
const FILE_PART: &str = "file";

/// Verifies a European Digital Credential (`.jsonld`) or a PDF, of any issuer.
///
/// Sentences are in Czech or English, as `Accept-Language` asks. The file is not kept.
#[utoipa::path(
    post,
    path = "/api/v1/verify",
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file"),
    responses(
        (status = 200, description = "The report; whether the file holds is in it", body = ReportSchema),
        (status = 400, description = "The file did not arrive whole, or the form has several", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 413, description = "The file is too large", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, description = "The file cannot be read, or takes more time or memory than one file may", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "This client has had more than its share; `Retry-After` says when to come again", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 500, description = "Our own fault", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 503, description = "Too many files are being verified; `Retry-After` says when to come again", body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub(crate) async fn post(State(site): State<AppState>, request: Request) -> Response {
    let l = Locale::new(language::wished(request.headers()));
    if allowed(&Actor::stranger(), Action::CheckFile, &Target::Service).is_err() {
        return ProblemDetails::new(StatusCode::FORBIDDEN, l.web_error_forbidden_text()).into_response();
    }
    match verified(&site, request, l).await {
        Ok(answer) => answer,
        Err(Refused { status, detail, part }) => {
            let mut answer = ProblemDetails::new(status, detail).about(part).into_response();
            if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
                answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(BUSY_SECONDS));
            }
            answer
        }
    }
}

/// Why there is no report.
struct Refused {
    status: StatusCode,
    detail: String,
    /// The part of the form that it is about.
    part: Option<&'static str>,
}

impl Refused {
    fn new(status: StatusCode, detail: String) -> Self {
        Refused { status, detail, part: None }
    }
}

async fn verified(site: &AppState, request: Request, l: Locale) -> Result<Response, Refused> {
    let client = site.client_address(request.headers(), request.extensions());
    let mut let_in = stranger::let_in(site, client);
    let room = let_in.as_mut().map_or(Room::None, Room::Counted);
    let bytes = match file(site, request, room).await {
        Ok(bytes) => bytes,
        Err(UploadFormError::TooLarge | UploadFormError::TooLargeTogether) => {
            return Err(Refused::new(StatusCode::PAYLOAD_TOO_LARGE, l.web_verify_too_large(site.megabytes())));
        }
        Err(UploadFormError::Broken) => {
            return Err(Refused::new(StatusCode::BAD_REQUEST, l.web_verify_broken_upload()));
        }
        Err(UploadFormError::TooMany) => {
            let refused = Refused::new(StatusCode::BAD_REQUEST, l.web_verify_several_files());
            return Err(Refused { part: Some(FILE_PART), ..refused });
        }
        Err(UploadFormError::Busy) => {
            return Err(refused(let_in.err().unwrap_or(NotAnswered::Busy), l));
        }
    };
    let admitted = let_in.map_err(|reason| refused(reason, l))?;
    let job = Job { at: site.now(), language: l.language(), drawing: Drawing::Json };
    let verified = stranger::verify(site, client, admitted, vec![bytes], job).await;
    let (verified, admitted) = verified.map_err(|reason| refused(reason, l))?;
    let headers = [(CONTENT_LANGUAGE, l.language().code()), (CONTENT_TYPE, "application/json")];
    Ok((headers, stranger::body(verified.drawn.into(), admitted)).into_response())
}

fn refused(reason: NotAnswered, l: Locale) -> Refused {
    let (status, detail) = match reason {
        NotAnswered::Unreadable(sentence) => (StatusCode::UNPROCESSABLE_ENTITY, sentence),
        NotAnswered::TooMuch => (StatusCode::UNPROCESSABLE_ENTITY, l.web_verify_too_much()),
        NotAnswered::Busy => (StatusCode::SERVICE_UNAVAILABLE, l.web_verify_busy()),
        NotAnswered::Hasty => (StatusCode::TOO_MANY_REQUESTS, l.web_verify_hasty()),
        NotAnswered::Fault => (StatusCode::INTERNAL_SERVER_ERROR, l.web_error_fault_text()),
    };
    Refused::new(status, detail)
}

async fn file(site: &AppState, request: Request, room: Room<'_>) -> Result<Vec<u8>, UploadFormError> {
    let form =
        request.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
    if !form {
        return whole(request.into_body(), site.upload_bytes_max, room).await;
    }
    let parts = Multipart::from_request(request, &()).await.map_err(|_| UploadFormError::Broken)?;
    let upload = UploadForm::read(parts, site.upload_bytes_max, room).await?;
    let one = upload.into_file().map_err(|SeveralFiles| UploadFormError::TooMany)?;
    let file = one.ok_or(UploadFormError::Broken)?;
    Ok(file.bytes)
}

/// A whole body within the limit; what is beyond is read and dropped, so that the answer is heard.
async fn whole(mut body: Body, bytes_max: usize, mut room: Room<'_>) -> Result<Vec<u8>, UploadFormError> {
    let (mut bytes, mut seen, mut busy) = (Vec::new(), 0_usize, false);
    while let Some(frame) = body.frame().await {
        let piece: Bytes = frame.map_err(|_| UploadFormError::Broken)?.into_data().unwrap_or_default();
        seen = seen.saturating_add(piece.len());
        if seen <= bytes_max && !busy {
            busy = !room.holds(seen);
            bytes.extend_from_slice(&piece);
        } else if seen > DRAIN_BYTES_MAX {
            break;
        }
    }
    match (seen > bytes_max, busy) {
        (true, _) => Err(UploadFormError::TooLarge),
        (false, true) => Err(UploadFormError::Busy),
        (false, false) => Ok(bytes),
    }
}
