//! `GET /verify`: the form. `POST /verify`: one file in, a report out, nothing kept.

use askama::Template;
use axum::{
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::Response,
};
use signet_access::{Action, Actor, Target};
use signet_lang::Locale;

use crate::{
    assess::{Assessed, NoReport, assess},
    frame::{Area, Frame},
    headers,
    public::report::ReportPage,
    refusal::Refusal,
    site::Held,
    upload::{Upload, UploadError},
    view::{ContentView, CredentialView, Pictures, ReportView, Reveal, content::sheet},
    visit::{Visit, permit, respond, show, show_to_all},
};

/// The form, with what was wrong with the last attempt.
#[derive(Template)]
#[template(path = "public/verify.html")]
pub struct VerifyPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Largest file in megabytes.
    pub limit: String,
    /// Why the last file could not be verified.
    pub problem: Option<String>,
}

/// Shows the form.
pub async fn get(State(site): State<Held>, visit: Visit) -> Response {
    show_to_all(&form(&site, &visit, None))
}

/// Verifies one file. It changes nothing, so it asks for no token; it keeps nothing.
pub async fn post(
    State(site): State<Held>,
    visit: Visit,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, Refusal> {
    let l = visit.l;
    let _anyone = permit(&Actor::stranger(), Action::CheckFile, &Target::Service)?;
    let again = |status, problem| Ok(respond(status, &form(&site, &visit, Some(problem))));
    let Ok(parts) = parts else { return again(StatusCode::BAD_REQUEST, l.web_verify_broken_upload()) };
    let upload = match Upload::read(parts, site.upload_bytes_max).await {
        Ok(upload) => upload,
        Err(UploadError::TooLarge) => {
            return again(StatusCode::PAYLOAD_TOO_LARGE, l.web_verify_too_large(site.megabytes()));
        }
        Err(UploadError::Broken) => return again(StatusCode::BAD_REQUEST, l.web_verify_broken_upload()),
    };
    let Some(file) = upload.file else { return again(StatusCode::BAD_REQUEST, l.web_verify_no_file()) };
    if file.bytes.is_empty() {
        return again(StatusCode::UNPROCESSABLE_ENTITY, l.web_verify_empty());
    }
    match assess(&site, file.bytes).await {
        Ok(assessed) => Ok(headers::with_pictures(show(&report(&visit, file.name, &assessed)))),
        Err(NoReport::Unreadable(reason)) => {
            again(StatusCode::UNPROCESSABLE_ENTITY, l.web_verify_unreadable(reason.sentence(l)))
        }
        Err(NoReport::Fault(refusal)) => Err(refusal),
    }
}

fn report(visit: &Visit, file_name: String, assessed: &Assessed) -> ReportPage {
    let l = visit.l;
    let credential = assessed.artefact.credential();
    ReportPage {
        f: visit.private(Area::Verify),
        l,
        file_name: Some(file_name).filter(|name| !name.is_empty()),
        report: ReportView::of(&assessed.report, l),
        credential: credential.map(|credential| CredentialView::verified(credential, &assessed.report, l, Reveal::All)),
        content: credential.map(|credential| ContentView::of(credential, l, Reveal::All, Pictures::Here)),
        preview: credential.and_then(|credential| sheet(credential, l)),
    }
}

fn form(site: &Held, visit: &Visit, problem: Option<String>) -> VerifyPage {
    VerifyPage { f: visit.public(Area::Verify), l: visit.l, limit: site.megabytes(), problem }
}
