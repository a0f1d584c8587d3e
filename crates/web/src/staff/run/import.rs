//! `GET /staff/units/{unit}/runs/{run}/import/{what}`: participants or results from a file. `POST`: reads the file and says what it would change. `…/check`:
//! reads it again with the columns that were chosen, and writes it once that is confirmed. Until then nothing of it is kept: the page itself
//! holds what was read.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form,
    body::Bytes,
    extract::{Multipart, Path, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Action;
use signet_lang::{Locale, args, args::ImportWord};
use signet_record::{
    Complaint,
    results::{self, CellSheet, ColumnMapping, MappedField, Preview, WorkbookTable},
};

use super::{
    import_outcome::{ImportChange, Outcome},
    import_people, import_results,
    in_care::{RunInCare, run_in_care},
    new_participant::added_as,
    words::refused,
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond},
    sent_fields::SentFields,
    site::AppState,
    staff::sheet::SheetFile,
    upload::{Room, UploadForm, UploadFormError},
    view::Choice,
};

/// Largest file, in bytes: what it says comes back in a form once more.
const FILE_BYTES_MAX: usize = 1024 * 1024;

/// What is taken from the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// Participants.
    People,
    /// Results.
    Results,
}

/// The page.
#[derive(Template)]
#[template(path = "staff/run_import.html")]
pub struct RunImportPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit and the run.
    pub run: String,
    /// The list that is imported into.
    pub back: String,
    /// What is imported.
    pub title: String,
    /// What the file needs.
    pub lead: String,
    /// What was wrong with the last attempt.
    pub problem: Option<String>,
    /// Where the file goes.
    pub action: String,
    /// Which files may be chosen.
    pub accept: &'static str,
    /// What was read.
    pub read: Option<ImportedFile>,
}

/// A file that was read.
pub struct ImportedFile {
    /// How it comes back.
    pub carried: CarriedFile,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// What would happen, in sentences.
    pub told: Vec<String>,
    /// What has to be corrected in the file, in the order of lines.
    pub wrong: Vec<String>,
    /// What changes for whom: name, what, before, after.
    pub changes: Vec<ImportChange>,
    /// As what people are added; none of results.
    pub states: Vec<Choice>,
    /// What the button says, when there is anything to write.
    pub confirm: Option<String>,
    /// What the register had when this was found out.
    pub stamp: String,
    /// Where the form leads.
    pub action: String,
}

/// A file on its way through a page.
#[derive(Clone)]
pub struct CarriedFile {
    /// `text` or `table`.
    pub kind: &'static str,
    /// The text, or the cells of a workbook as JSON.
    pub data: String,
}

/// A column of the file.
pub struct ImportColumn {
    /// Its heading.
    pub heading: String,
    /// What it may stand for.
    pub fields: Vec<Choice>,
}

impl ImportKind {
    fn from_code(code: &str) -> Option<ImportKind> {
        match code {
            "participants" => Some(ImportKind::People),
            "results" => Some(ImportKind::Results),
            _ => None,
        }
    }

    fn word(self) -> ImportWord {
        match self {
            ImportKind::People => ImportWord::Participants,
            ImportKind::Results => ImportWord::Results,
        }
    }

    fn code(self) -> &'static str {
        match self {
            ImportKind::People => "participants",
            ImportKind::Results => "results",
        }
    }

    fn required(self) -> &'static [&'static str] {
        match self {
            ImportKind::People => &["person", "born"],
            ImportKind::Results => &["person"],
        }
    }

    /// The run for somebody who may take this from a file, if their role does it in any run.
    async fn run<'v>(
        self,
        site: &AppState,
        context: &'v RequestContext,
        names: (&str, &str),
    ) -> Result<RunInCare<'v>, PageError> {
        let action = match self {
            ImportKind::People => Action::ManageParticipants,
            ImportKind::Results => Action::EnterResult,
        };
        let found = run_in_care(site, context, names, action).await?;
        if self == ImportKind::People {
            let _may = found.permit(action)?;
        }
        Ok(found)
    }
}

/// Shows the form.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run, what)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    // Whoever may do neither is told so, whatever the address says.
    let kind = ImportKind::from_code(&what).unwrap_or(ImportKind::Results);
    let found = kind.run(&site, &context, (&unit, &run)).await?;
    if kind.code() != what {
        return Err(PageError::NotFound);
    }
    Ok(respond(StatusCode::OK, &form(&context, &found, kind, None)))
}

/// Reads the file.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run, what)): Path<(String, String, String)>,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let kind = ImportKind::from_code(&what).unwrap_or(ImportKind::Results);
    let found = kind.run(&site, &context, (&unit, &run)).await?;
    if kind.code() != what {
        return Err(PageError::NotFound);
    }
    let l = context.l;
    let again = |problem: String, status| Ok(respond(status, &form(&context, &found, kind, Some(problem))));
    let upload = match UploadForm::read(parts.or(Err(PageError::BadRequest))?, FILE_BYTES_MAX, Room::Free).await {
        Ok(upload) => upload,
        Err(UploadFormError::TooLarge | UploadFormError::TooLargeTogether) => {
            context.check_same_origin()?;
            let problem = l.web_staff_sheet_too_large((FILE_BYTES_MAX >> 20).to_string());
            return again(problem, StatusCode::PAYLOAD_TOO_LARGE);
        }
        Err(_) => return Err(PageError::BadRequest),
    };
    context.check_csrf(upload.field("token"))?;
    let file = upload.into_file().ok().flatten().filter(|file| !file.bytes.is_empty());
    let Some(file) = file else { return again(l.web_staff_run_import_no_file(), StatusCode::UNPROCESSABLE_ENTITY) };
    let carried = match SheetFile::open(&site, Bytes::from(file.bytes)).await? {
        SheetFile::Bytes(bytes) => match results::plain_text(&bytes) {
            Ok(data) => CarriedFile { kind: "text", data },
            Err(problem) => {
                let problem = l.web_staff_run_import_unusable(l.problem(&problem));
                return again(problem, StatusCode::UNPROCESSABLE_ENTITY);
            }
        },
        SheetFile::Workbook(table) => CarriedFile { kind: "table", data: serde_json::to_string(&table)? },
        SheetFile::Unreadable(fault) => {
            let problem = l.problem(&signet_record::Problem::Workbook { fault });
            return again(l.web_staff_run_import_unusable(problem), StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let mapping = site.issuer.column_mapping(&found.tenant, &found.key().unit).await?;
    let page = checked(&site, &context, &found, kind, carried, mapping).await?;
    Ok(respond(StatusCode::OK, &page))
}

/// Reads it again with the columns that were chosen, or writes it.
pub async fn check(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run, what)): Path<(String, String, String)>,
    Form(sent): Form<SentFields>,
) -> Result<Response, PageError> {
    context.check_csrf(sent.get("token"))?;
    let kind = ImportKind::from_code(&what).unwrap_or(ImportKind::Results);
    let found = kind.run(&site, &context, (&unit, &run)).await?;
    if kind.code() != what {
        return Err(PageError::NotFound);
    }
    let l = context.l;
    let carried = match sent.get("kind") {
        "text" => CarriedFile { kind: "text", data: sent.get("data").to_owned() },
        "table" => CarriedFile { kind: "table", data: sent.get("data").to_owned() },
        _ => return Err(PageError::BadRequest),
    };
    let mut mapping = site.issuer.column_mapping(&found.tenant, &found.key().unit).await?;
    let (_, preview) = read(&site, &found, kind, &carried, &mapping).await?;
    for (index, heading) in preview.iter().flat_map(|preview| preview.headings.iter().enumerate()) {
        if let Some((_, chosen)) = sent.iter().find(|(key, _)| *key == format!("column-{index}")) {
            mapping.say(&heading.text, chosen, &found.run.unit);
        }
    }
    site.issuer.remember_columns(&found.tenant, &found.run, &mapping, found.actor).await?;
    let (sheet, _) = read(&site, &found, kind, &carried, &mapping).await?;
    if sent.get("confirmed") == "yes" {
        let outcome = outcome(&site, &context, &found, kind, &sheet).await?;
        if outcome.stamp == sent.get("stamp") && outcome.count > 0 {
            let done = match kind {
                ImportKind::People => import_people::write(&site, &found, &sheet, sent.get("state")).await,
                ImportKind::Results => import_results::write(&site, &found, &sheet).await,
            };
            return match done {
                Ok(query) => Ok(Redirect::to(&found.below(&context, &query)).into_response()),
                Err(error) => {
                    let problem = Some(refused(error, l)?);
                    let page = checked(&site, &context, &found, kind, carried, mapping).await?;
                    Ok(respond(StatusCode::CONFLICT, &RunImportPage { problem, ..page }))
                }
            };
        }
        let problem = Some(l.web_staff_run_import_overtaken());
        let page = checked(&site, &context, &found, kind, carried, mapping).await?;
        return Ok(respond(StatusCode::CONFLICT, &RunImportPage { problem, ..page }));
    }
    let page = checked(&site, &context, &found, kind, carried, mapping).await?;
    Ok(respond(StatusCode::OK, &page))
}

/// The cells of a file, and its headings where it has any.
async fn read(
    site: &AppState,
    found: &RunInCare<'_>,
    kind: ImportKind,
    carried: &CarriedFile,
    mapping: &ColumnMapping,
) -> Result<(CellSheet, Option<Preview>), PageError> {
    let file = match carried.kind {
        "table" => {
            let table: WorkbookTable = serde_json::from_str(&carried.data).or(Err(PageError::BadRequest))?;
            SheetFile::Workbook(table)
        }
        _ => SheetFile::Bytes(Bytes::from(carried.data.clone())),
    };
    let (unit, mapping) = (Arc::clone(&found.run.unit), mapping.clone());
    let work = move || match file.source() {
        Ok(source) => {
            let preview = results::preview(source, &unit, &mapping).ok();
            (results::read_cells(source, &unit, &mapping, kind.required()), preview)
        }
        Err(fault) => {
            let complaint = Complaint::of_file(signet_record::Problem::Workbook { fault });
            (CellSheet { complaints: vec![complaint], ..CellSheet::default() }, None)
        }
    };
    site.compute().run(work).await
}

async fn outcome(
    site: &AppState,
    context: &RequestContext,
    found: &RunInCare<'_>,
    kind: ImportKind,
    sheet: &CellSheet,
) -> Result<Outcome, PageError> {
    match kind {
        ImportKind::People => import_people::outcome(site, context.l, found, sheet).await,
        ImportKind::Results => import_results::outcome(site, context.l, found, sheet).await,
    }
}

/// The page with what the file would change.
async fn checked(
    site: &AppState,
    context: &RequestContext,
    found: &RunInCare<'_>,
    kind: ImportKind,
    carried: CarriedFile,
    mapping: ColumnMapping,
) -> Result<RunImportPage, PageError> {
    let l = context.l;
    let (sheet, preview) = read(site, found, kind, &carried, &mapping).await?;
    let outcome = outcome(site, context, found, kind, &sheet).await?;
    let complaint = |complaint: &Complaint| (complaint.line, l.problem(&complaint.flaw.problem));
    let mut wrong: Vec<(u64, String)> = sheet.complaints.iter().map(complaint).chain(outcome.wrong).collect();
    wrong.sort_by_key(|(line, _)| *line);
    let told_line = |(line, problem): (u64, String)| match line {
        0 => problem,
        line => l.web_staff_run_import_line(args::WebStaffRunImportLine { line: line.to_string(), problem }),
    };
    let fields = results::fields(&found.run.unit);
    let mut told = outcome.told;
    if outcome.count == 0 {
        told.push(l.web_staff_run_import_none());
    }
    let imported = ImportedFile {
        carried,
        columns: preview.map_or_else(Vec::new, |preview| columns(&preview, &fields, l)),
        told,
        wrong: wrong.into_iter().map(told_line).collect(),
        changes: outcome.changes,
        states: if kind == ImportKind::People { added_as("", l) } else { Vec::new() },
        confirm: (outcome.count > 0).then(|| l.web_staff_run_import_confirm(kind.word())),
        stamp: outcome.stamp,
        action: found.below(context, &format!("import/{}/check", kind.code())),
    };
    Ok(RunImportPage { read: Some(imported), ..form(context, found, kind, None) })
}

fn columns(preview: &Preview, fields: &[MappedField], l: Locale) -> Vec<ImportColumn> {
    let column = |heading: &results::PreviewHeading| {
        let sent = heading.field.as_deref().unwrap_or("");
        let choice = |field: &MappedField| Choice::new(field.name.clone(), field.label(l.language()), sent);
        ImportColumn { heading: heading.text.clone(), fields: fields.iter().map(choice).collect() }
    };
    preview.headings.iter().map(column).collect()
}

fn form(context: &RequestContext, found: &RunInCare<'_>, kind: ImportKind, problem: Option<String>) -> RunImportPage {
    let l = context.l;
    RunImportPage {
        f: context.private(Area::Staff),
        l,
        run: found.title(l),
        back: found.below(context, kind.code()),
        title: l.web_staff_run_import_title(kind.word()),
        lead: l.web_staff_run_import_lead(kind.word()),
        problem,
        action: found.below(context, &format!("import/{}", kind.code())),
        accept: ".csv,.txt,.xlsx,.ods",
        read: None,
    }
}
