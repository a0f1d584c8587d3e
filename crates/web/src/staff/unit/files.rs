//! What can be saved of a unit: its text as a file, and its ledger in words, which is the evidence of who agreed on what.

use axum::{
    extract::{Path, State},
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use signet_lang::Locale;
use signet_record::CsvTable;

use super::{
    super::unit_address,
    history::{HistoryContext, UnitHistoryLine},
    in_care::{StaffUnit, unit_in_care},
    text::{TextField, text_fields},
};
use crate::{
    csv_file,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw},
    site::AppState,
};

/// The text of a unit, to be read.
#[derive(askama::Template)]
#[template(path = "staff/unit_text.html")]
pub struct UnitTextPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Its title.
    pub title: super::in_care::UnitTitle,
    /// The page of the unit.
    pub back: String,
    /// Which text: a draft or a version.
    pub which: String,
    /// The text.
    pub fields: Vec<TextField>,
}

/// Shows the text of the draft, or of the newest approved version when no draft has any.
pub async fn text(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let unit = unit_in_care(&site, &context, &id).await?;
    let l = context.l;
    let open = unit.in_hand.as_ref().and_then(|in_hand| Some((in_hand, in_hand.state.draft()?)));
    let (which, draft) = match open.filter(|(_, draft)| draft.digest.is_some()) {
        Some((in_hand, draft)) => (l.web_staff_unit_draft_version(draft.version), in_hand.draft.clone()),
        None => {
            let version = unit.newest.as_ref().ok_or(PageError::NotFound)?.version;
            let text = site.issuer.units(&unit.tenant).version_text(&unit.id, version).await?;
            (l.web_staff_unit_approved_version(version), text)
        }
    };
    let back = context.at(&unit_address::unit(&unit.id));
    let (f, title) = (context.private(Area::Staff), unit.title(l));
    draw(&site, move || UnitTextPage { f, l, title, back, which, fields: text_fields(&draft, l) }).await
}

/// The text of the draft as a unit file, or of the newest approved version when no draft has any.
pub async fn toml(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let unit = unit_in_care(&site, &context, &id).await?;
    let draft = unit.in_hand.as_ref().filter(|in_hand| in_hand.state.draft().is_some_and(|open| open.digest.is_some()));
    match (draft, &unit.newest) {
        (Some(in_hand), _) => Ok(toml_file(&unit, in_hand.draft.canonical().text())),
        (None, Some(newest)) => toml_of_version(&site, &unit, newest.version).await,
        (None, None) => Err(PageError::NotFound),
    }
}

/// The text of an approved version as a unit file.
pub async fn version_toml(
    State(site): State<AppState>,
    context: RequestContext,
    Path((id, version)): Path<(String, u32)>,
) -> Result<Response, PageError> {
    let unit = unit_in_care(&site, &context, &id).await?;
    unit.tenant.unit(&unit.id, version).await?.ok_or(PageError::NotFound)?;
    toml_of_version(&site, &unit, version).await
}

async fn toml_of_version(site: &AppState, unit: &StaffUnit<'_>, version: u32) -> Result<Response, PageError> {
    let text = site.issuer.units(&unit.tenant).version_text(&unit.id, version).await?;
    Ok(toml_file(unit, text.canonical().text()))
}

fn toml_file(unit: &StaffUnit<'_>, text: &str) -> Response {
    // An id has no character that a header or a file name could not have.
    let disposition = format!("attachment; filename=\"{}.toml\"", unit.id);
    let head = [(CONTENT_TYPE, "application/toml; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, disposition)];
    (head, text.to_owned()).into_response()
}

/// The ledger in words, entry by entry.
pub async fn history(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let unit = unit_in_care(&site, &context, &id).await?;
    let history = unit.tenant.unit_history(&unit.id).await?.ok_or(PageError::NotFound)?;
    let units = site.issuer.units(&unit.tenant);
    let ledger = HistoryContext::of(&site, &units, &history.entries, context.l).await?;
    let l = context.l;
    let name = unit.id.to_string();
    site.compute().run(move || csv_file::answer(csv(&ledger.each(&history.entries, l), l), &name)).await
}

/// A row for each entry.
fn csv(lines: &[UnitHistoryLine], l: Locale) -> CsvTable {
    let mut file = CsvTable::new(&[
        l.web_staff_unit_history_number(),
        l.web_staff_unit_history_when(),
        l.web_staff_unit_history_what(),
        l.web_staff_unit_history_who(),
        l.web_staff_unit_history_role(),
        l.web_staff_unit_history_note(),
        l.web_staff_unit_history_hash(),
    ]);
    for line in lines {
        let (number, at, notes) = (line.number.to_string(), line.at.to_string(), line.notes.join("\n"));
        file.row([&number, &at, &line.what, &line.who, &line.role, &notes, &line.hash].map(String::as_str));
    }
    file
}
