//! `GET /verify`: the form. `POST /verify`: one file in, a report out; several files in, their comparison out. Nothing is kept.

use askama::Template;
use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_TYPE, RETRY_AFTER},
    },
    response::{IntoResponse, Response},
};
use signet_access::{Action, Actor, Target};
use signet_lang::Locale;

use crate::{
    frame::{Area, PageFrame},
    headers,
    page_error::{BUSY_SECONDS, PageError},
    report_page::VerifiedPage,
    request_context::{RequestContext, permit, respond, show_to_all},
    site::AppState,
    stranger::{self, NotAnswered},
    upload::{FILES_MAX, Room, UploadForm, UploadFormError, UploadedFile},
    verification::{Drawing, Job},
};

/// The form, with what was wrong with the last attempt.
#[derive(Template)]
#[template(path = "public/verify.html")]
pub struct VerifyPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Largest file in megabytes.
    pub limit: String,
    /// Why the last files could not be verified.
    pub problem: Option<String>,
}

/// Shows the form.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Response {
    show_to_all(&form(&site, &context, None))
}

/// Verifies one file, or compares several. It changes nothing, so it asks for no token; it keeps nothing.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let l = context.l;
    let _anyone = permit(&Actor::stranger(), Action::CheckFile, &Target::Service)?;
    let again = |status, problem| Ok(respond(status, &form(&site, &context, Some(problem))));
    let Ok(parts) = parts else { return again(StatusCode::BAD_REQUEST, l.web_verify_broken_upload()) };
    let mut let_in = stranger::let_in(&site, context.client);
    let room = let_in.as_mut().map_or(Room::None, Room::Counted);
    let upload = match UploadForm::read(parts, site.upload_bytes_max, room).await {
        Ok(upload) => upload,
        Err(UploadFormError::TooLarge) => {
            return again(StatusCode::PAYLOAD_TOO_LARGE, l.web_verify_too_large(site.megabytes()));
        }
        Err(UploadFormError::TooLargeTogether) => {
            return again(StatusCode::PAYLOAD_TOO_LARGE, l.same_too_large(site.megabytes()));
        }
        Err(UploadFormError::TooMany) => return again(StatusCode::UNPROCESSABLE_ENTITY, l.same_too_many(FILES_MAX)),
        Err(UploadFormError::Broken) => return again(StatusCode::BAD_REQUEST, l.web_verify_broken_upload()),
        Err(UploadFormError::Busy) => return refused(&site, &context, let_in.err().unwrap_or(NotAnswered::Busy), 1),
    };
    let files = upload.files;
    match files.as_slice() {
        [] => return again(StatusCode::BAD_REQUEST, l.web_verify_no_file()),
        [file] if file.bytes.is_empty() => return again(StatusCode::UNPROCESSABLE_ENTITY, l.web_verify_empty()),
        _ => {}
    }
    let job = Job { at: site.now(), language: l.language(), drawing: drawing(&files) };
    let count = files.len();
    let files = files.into_iter().map(|file| file.bytes).collect();
    let verified = match let_in {
        Ok(admitted) => stranger::verify(&site, context.client, admitted, files, job).await,
        Err(reason) => Err(reason),
    };
    let (verified, mut admitted) = match verified {
        Ok(verified) => verified,
        Err(reason) => return refused(&site, &context, reason, count),
    };
    let Ok(main) = String::from_utf8(verified.drawn) else { return Err(PageError::fault("an answer is not text")) };
    let page = VerifiedPage { f: context.private(Area::Verify), l, title: verified.title, main };
    let html = page.render()?;
    if admitted.hold(html.len()).is_err() {
        return refused(&site, &context, NotAnswered::Busy, count);
    }
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    let answer = ([(CONTENT_TYPE, kind)], stranger::body(html.into(), admitted));
    Ok(headers::with_pictures(answer.into_response()))
}

/// What the page is to show. Sentences tell compared files apart by their names, so no two are called the same.
fn drawing(files: &[UploadedFile]) -> Drawing {
    if let [file] = files {
        return Drawing::Page { file_name: file.name.clone() };
    }
    Drawing::Comparison { file_names: told_apart(files.iter().map(|file| file.name.as_str())) }
}

/// Names in their order, none empty and no two the same: one that is empty or taken gets its place, counted from one.
fn told_apart<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut apart: Vec<String> = Vec::new();
    for (place, name) in names.enumerate() {
        let mut name = name.to_owned();
        while name.is_empty() || apart.contains(&name) {
            name = format!("{name} ({})", place + 1).trim_start().to_owned();
        }
        apart.push(name);
    }
    apart
}

/// Why there is no report about so many files, and what to do, above the form.
fn refused(
    site: &AppState,
    context: &RequestContext,
    reason: NotAnswered,
    files: usize,
) -> Result<Response, PageError> {
    let l = context.l;
    let (status, problem) = match reason {
        // The sentence about one of several files names it.
        NotAnswered::Unreadable(sentence) if files > 1 => (StatusCode::UNPROCESSABLE_ENTITY, sentence),
        NotAnswered::Unreadable(sentence) => (StatusCode::UNPROCESSABLE_ENTITY, l.web_verify_unreadable(sentence)),
        NotAnswered::TooMuch if files > 1 => (StatusCode::UNPROCESSABLE_ENTITY, l.same_too_much()),
        NotAnswered::TooMuch => (StatusCode::UNPROCESSABLE_ENTITY, l.web_verify_too_much()),
        NotAnswered::Busy => (StatusCode::SERVICE_UNAVAILABLE, l.web_verify_busy()),
        NotAnswered::Hasty => (StatusCode::TOO_MANY_REQUESTS, l.web_verify_hasty()),
        NotAnswered::Fault => return Err(PageError::Fault),
    };
    let mut answer = respond(status, &form(site, context, Some(problem)));
    if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
        answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(BUSY_SECONDS));
    }
    Ok(answer)
}

fn form(site: &AppState, context: &RequestContext, problem: Option<String>) -> VerifyPage {
    VerifyPage { f: context.public(Area::Verify), l: context.l, limit: site.megabytes(), problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_files_are_called_the_same() {
        let apart = |names: &[&str]| told_apart(names.iter().copied());
        assert_eq!(apart(&["a", "b"]), ["a", "b"]);
        assert_eq!(apart(&["a", "a", "a"]), ["a", "a (2)", "a (3)"]);
        assert_eq!(apart(&["", ""]), ["(1)", "(2)"]);
        assert_eq!(apart(&["a (3)", "a", "a"]), ["a (3)", "a", "a (3) (3)"]);
        assert_eq!(apart(&["(2)", ""]), ["(2)", "(2) (2)"]);
    }
}
