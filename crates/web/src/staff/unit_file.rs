//! `POST /staff/units/{unit}/file`: a unit file becomes the text of the draft. Out ([`files`](super::unit::files)) and in again it is the
//! same text.

use axum::{
    extract::{Multipart, Path, State, multipart::MultipartRejection},
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Action;
use signet_issue::{UnitActError, unit_sentence};
use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::{Flaw, unit_file};

use crate::{
    page_error::PageError,
    request_context::RequestContext,
    site::AppState,
    staff::{
        unit_address,
        unit_editor::task_list,
        unit_in_care::{UnitInCare, unit_in_care},
    },
    upload::{Room, UploadForm, UploadFormError},
};

/// Takes a file.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let care = unit_in_care(&site, &context, &id, Action::EditUnit).await?;
    let l = context.l;
    let form = parts.or(Err(PageError::BadRequest))?;
    let upload = match UploadForm::read(form, unit_file::BYTES_MAX, Room::Free).await {
        Ok(upload) => upload,
        Err(UploadFormError::Broken | UploadFormError::Busy | UploadFormError::TooMany) => {
            return Err(PageError::BadRequest);
        }
        Err(UploadFormError::TooLarge | UploadFormError::TooLargeTogether) => {
            context.check_same_origin()?;
            let problem = l.web_staff_edit_file_too_large((unit_file::BYTES_MAX >> 10).to_string());
            return task_list::told(&site, &context, care.id.as_str(), problem).await;
        }
    };
    context.check_csrf(upload.field("token"))?;
    // A form without a revision began from none.
    let began_from = upload.field("revision").parse().unwrap_or(0);
    let file = match upload.into_file() {
        Ok(Some(file)) if !file.bytes.is_empty() => file,
        _ => return task_list::told(&site, &context, care.id.as_str(), l.web_staff_edit_file_none()).await,
    };
    let (version, bytes) = (care.unit.state.draft().ok_or(PageError::NotFound)?.version, file.bytes);
    let name = care.id.clone();
    let read = site.compute().run(move || read(&bytes, name.as_str(), version, l)).await?;
    let text = match read {
        Ok(text) => text,
        Err(problem) => return task_list::told(&site, &context, care.id.as_str(), problem).await,
    };
    let UnitInCare { tenant, permit, id, .. } = care;
    match site.issuer.units(&tenant).save(&id, began_from, &text, permit).await {
        Ok(_) => Ok(Redirect::to(&context.at(&unit_address::edit(&id))).into_response()),
        Err(UnitActError::Refused(refusal)) => {
            task_list::told(&site, &context, id.as_str(), unit_sentence::unit_refusal(l, &refusal)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The text of a file for the draft of a version, whichever unit and version the file names; what no draft can hold is said with its line.
fn read(bytes: &[u8], id: &str, version: u32, l: Locale) -> Result<UnitDraft, String> {
    let complaints = || match unit_file::parse(bytes) {
        Ok(_) => Vec::new(),
        Err(complaints) => complaints,
    };
    let first =
        || complaints().first().map_or_else(|| l.web_staff_edit_file_none(), |complaint| l.complaint(complaint));
    let Ok(text) = std::str::from_utf8(bytes) else { return Err(first()) };
    let told = |flaw: &Flaw| {
        let same = |complaint: &signet_record::Complaint| complaint.flaw.problem == flaw.problem;
        complaints().iter().find(|complaint| same(complaint)).map_or_else(|| l.flaw(flaw), |one| l.complaint(one))
    };
    // Editors of some systems write a byte order mark, which says nothing.
    let mut draft = UnitDraft::read(text.trim_start_matches('\u{feff}')).map_err(|flaw| told(&flaw))?;
    for (field, own) in [("id", id), ("version", version.to_string().as_str())] {
        // Both are plain fields of every unit.
        let _ = draft.set(field, own);
    }
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use signet_record::{Language, specimen};

    use super::*;

    #[test]
    fn st6_a_file_becomes_the_text_of_the_draft_and_the_same_file_again() {
        let l = Locale::new(Language::En);
        let unit = specimen::rich::unit().unwrap();
        let file = UnitDraft::of(&unit).canonical().text().to_owned();
        let draft = read(file.as_bytes(), unit.id.as_str(), unit.version, l).unwrap();
        assert_eq!(draft.canonical().text(), file);
        let other = read(file.as_bytes(), "jina", 7, l).unwrap();
        assert_eq!((other.text("id"), other.text("version")), (Some("jina"), Some("7")));
        let marked = read(format!("\u{feff}{file}").as_bytes(), unit.id.as_str(), unit.version, l).unwrap();
        assert_eq!(marked, draft);
    }

    #[test]
    fn what_no_draft_can_hold_is_told_with_its_line() {
        for l in Language::ALL.map(Locale::new) {
            let told = |file: &[u8]| read(file, "a", 1, l).unwrap_err();
            let lines = ["id = \"a\"\ncolour = 1\n".as_bytes(), b"id = \"a\"\nid = \n", b"id = \"a\"\n\xff"];
            for file in lines {
                assert!(told(file).contains('2'), "{}", told(file));
            }
            assert!(told(b"outcomes = 1").contains('1'));
        }
    }
}
