//! `POST /staff/check`: a dry run over a file of results; every complaint with its line and column. The file is kept with its
//! batch, so that what is issued is exactly what was checked.

use std::{collections::HashSet, sync::Arc};

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::{Action, Actor};
use signet_issue::{BatchError, DeniedRow, HandedIn, KeptComplaint, Rehearsal, is_own_word};
use signet_lang::{Locale, args};
use signet_record::{
    Charset, Timestamp, UnitId,
    results::{self, Preview, WorkbookOrigin},
};
use signet_store::{Batch, BatchId, Tenant};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, draw},
    site::AppState,
    staff::{
        batch::run_fact,
        home,
        sheet::{self, COMPLAINTS_MAX, bad_rows, barred, complaints, errors, not_admitted, not_passed, sentence},
    },
    stored,
    upload::{Room, SeveralFiles, UploadForm, UploadFormError, UploadedFile},
    view::{Fact, Tile},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/check.html")]
pub struct CheckPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit.
    pub unit: String,
    /// The name the file was sent under.
    pub file_name: String,
    /// Rows in all, to be issued, with a mistake, issued before.
    pub tiles: Vec<Tile>,
    /// The file was read as Windows-1250.
    pub windows: bool,
    /// Which sheet of a workbook was read, and what was not.
    pub workbook: Vec<String>,
    /// Before when nothing is sealed.
    pub scheduled: Option<String>,
    /// Where that is moved to another time.
    pub schedule: Option<String>,
    /// The run whose participants were handed in.
    pub facts: Vec<Fact>,
    /// Where its columns are matched.
    pub columns: Option<String>,
    /// What has to be corrected, in the order of lines.
    pub complaints: Vec<ComplaintView>,
    /// Rows whose grade is not a pass, in the order of lines.
    pub not_passed: Vec<String>,
    /// Rows that will be issued.
    pub good: usize,
    /// Somebody has said that they shall be issued, and another has to agree.
    pub second: Option<SecondWord>,
    /// Where the button leads.
    pub action: String,
    /// Seals will be for trying only.
    pub test: bool,
}

/// A word that waits for another person's.
pub struct SecondWord {
    /// Who gave it, and when.
    pub sentence: String,
    /// Where whoever looks agrees; nobody agrees with themselves.
    pub confirm: Option<String>,
    /// Where it is taken back.
    pub decline: String,
}

/// What is wrong with one cell.
pub struct ComplaintView {
    /// Line of the file, from 1.
    pub line: String,
    /// Column as the file names it.
    pub column: String,
    /// What is wrong and what would be right.
    pub sentence: String,
}

/// Checks a file and keeps it with its batch, or says why it cannot be used.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let tenant = context.staff(&site, Action::ImportResults)?.tenant;
    let l = context.l;
    let upload = match UploadForm::read(parts.map_err(|_| PageError::BadRequest)?, results::BYTES_MAX, Room::Free).await
    {
        Ok(upload) => upload,
        Err(UploadFormError::Broken | UploadFormError::Busy | UploadFormError::TooMany) => {
            return Err(PageError::BadRequest);
        }
        Err(UploadFormError::TooLarge | UploadFormError::TooLargeTogether) => {
            context.check_same_origin()?;
            let problem = l.web_staff_sheet_too_large((results::BYTES_MAX >> 20).to_string());
            let form = home::Form { problem: Some(problem), ..home::Form::default() };
            return home::answer(&site, &context, &tenant, StatusCode::PAYLOAD_TOO_LARGE, form).await;
        }
    };
    context.check_csrf(upload.field("token"))?;
    let chosen = upload.field("unit").to_owned();
    let problem = match chosen.parse::<UnitId>() {
        Err(_) => l.web_staff_sheet_no_unit(),
        Ok(unit) => match upload.into_file().map(|file| file.filter(|file| !file.bytes.is_empty())) {
            Err(SeveralFiles) => l.web_staff_sheet_several_files(),
            Ok(None) => l.web_staff_sheet_no_file(),
            Ok(Some(file)) => match keep(&site, context.sheets_of(&site, &unit).await?, &unit, file).await? {
                Kept::Batch(batch) => {
                    return Ok(Redirect::to(&context.at(&format!("/staff/batches/{batch}"))).into_response());
                }
                Kept::OtherColumns(batch) => {
                    return Ok(Redirect::to(&context.at(&format!("/staff/batches/{batch}/columns"))).into_response());
                }
                Kept::NoUnit => l.web_staff_sheet_no_unit(),
                Kept::Unusable(complaint) => l.web_staff_sheet_unusable(sentence(&complaint, l)),
            },
        },
    };
    let form = home::Form { problem: Some(problem), chosen };
    home::answer(&site, &context, &tenant, StatusCode::UNPROCESSABLE_ENTITY, form).await
}

/// What became of a file.
enum Kept {
    Batch(BatchId),
    /// Somebody has to say first what its columns are.
    OtherColumns(BatchId),
    NoUnit,
    Unusable(KeptComplaint),
}

/// Keeps the file with its batch; a file with no row at all is only complained about.
async fn keep(
    site: &AppState,
    Staff { tenant, permit, .. }: Staff<'_>,
    unit: &UnitId,
    file: UploadedFile,
) -> Result<Kept, PageError> {
    let bytes = Bytes::from(file.bytes);
    let unit = match site.issuer.unit(&tenant, unit).await {
        Ok(unit) => unit,
        Err(BatchError::Unknown) => return Ok(Kept::NoUnit),
        Err(error) => return Err(error.into()),
    };
    let mapping = site.issuer.column_mapping(&tenant, &unit.id).await?;
    let (sheet, preview) = sheet::read(site, bytes.clone(), Arc::clone(&unit), mapping.clone()).await?;
    // One column is not yet a table: the file is another one than was meant.
    let is_table = |preview: &Preview| preview.headings.len() > 1;
    let other_columns = preview.filter(is_table).is_some_and(|preview| !preview.missing.is_empty());
    let rehearsal = site.issuer.rehearse(&tenant, &unit, sheet).await?;
    let told = site.compute().run(move || (complaints(&rehearsal), rehearsal)).await?;
    let (complaints, rehearsal) = told;
    if !other_columns
        && let ([], [], [complaint]) =
            (rehearsal.rows.as_slice(), rehearsal.not_passed.as_slice(), complaints.as_slice())
    {
        return Ok(Kept::Unusable(complaint.clone()));
    }
    let handed_in = HandedIn {
        unit: unit.id.clone(),
        file_name: file.name,
        file: bytes,
        rows_read: rehearsal.rows_read,
        rows_good: rehearsal.rows.len(),
        complaints,
        mapping,
        run: None,
    };
    let batch = site.issuer.put_batch(&tenant, handed_in, permit).await?;
    Ok(if other_columns { Kept::OtherColumns(batch) } else { Kept::Batch(batch) })
}

/// What is found out about the file of a batch that waits for the registrar's word.
struct Found {
    /// Title of the unit.
    unit: String,
    batch: Batch,
    rehearsal: Rehearsal,
    /// Lines of the rows that can be issued.
    lines: Vec<u64>,
    /// Of them those that whoever asks may not issue.
    refused: Vec<DeniedRow>,
    test: bool,
    /// It has columns that can be matched.
    has_columns: bool,
    /// Lines of rows of which something changed since they were handed in.
    changed: Vec<u64>,
    /// Before when nothing is sealed.
    scheduled: Option<Timestamp>,
    /// Who gave the first word, and whether that is whoever looks.
    first_word: Option<(String, bool)>,
}

/// The page of a batch that waits for the registrar's word; what would come of the file is found anew.
///
/// # Errors
/// When the register does not answer.
pub async fn answer(
    site: &AppState,
    context: RequestContext,
    (tenant, actor): (&Tenant, &Actor),
    batch: Batch,
    title: String,
) -> Result<Response, PageError> {
    // Before the form: each row is asked about below, and none may look refused because of how somebody signed in.
    if context.may(Action::IssueCredential) {
        context.check_assurance(Action::IssueCredential)?;
    }
    let upload = batch.upload.ok_or(PageError::NotFound)?;
    let file = stored::artefact(tenant, &upload).await?.ok_or(PageError::NotFound)?;
    let unit = site.issuer.unit_of_batch(tenant, &batch).await?;
    let (mut sheet, preview) = sheet::read(site, file.bytes, Arc::clone(&unit), sheet::mapping(&batch)).await?;
    let (rows, changed) = site
        .issuer
        .take_out_changed(tenant, &batch, std::mem::take(&mut sheet.rows), std::slice::from_ref(actor))
        .await?;
    sheet.rows = rows;
    let mut rehearsal = site.issuer.rehearse(tenant, &unit, sheet).await?;
    let registered = site.issuer.registered(tenant).await?;
    let rows = std::mem::take(&mut rehearsal.rows);
    let lines = rows.iter().map(|row| row.line).collect();
    let admission = site.issuer.admit(tenant, &unit.id, std::slice::from_ref(actor), rows).await?;
    let test = site.seals_for_test(&registered);
    let first_word = match &batch.begun {
        None => None,
        Some(word) => {
            let permit = context.sheets_of(site, &batch.unit).await?.permit;
            let known = site.issuer.sessions().account(&word.by).await?;
            Some((known.map_or_else(|| word.by.to_string(), |known| known.name), is_own_word(word, &permit)))
        }
    };
    let found = Found {
        unit: title,
        changed,
        scheduled: site.issuer.scheduled(&batch),
        batch,
        rehearsal,
        lines,
        refused: admission.refused,
        test,
        has_columns: preview.is_some(),
        first_word,
    };
    draw(site, move || page(found, &context)).await
}

fn page(found: Found, context: &RequestContext) -> CheckPage {
    let l = context.l;
    let Found { unit, batch, rehearsal, lines, refused, test, has_columns, changed, scheduled, first_word } = found;
    // A whole sheet may be known already: looked up, not searched through, for each of its rows.
    let barred_lines = rehearsal.barred.iter().map(|row| row.line);
    let denied: HashSet<u64> = refused.iter().map(|refused| refused.line).collect();
    let not_now: HashSet<u64> =
        rehearsal.known.iter().copied().chain(denied.iter().copied()).chain(barred_lines).collect();
    let fresh = lines.iter().filter(|line| !not_now.contains(line)).count();
    let mut all = errors(&rehearsal);
    all.extend(refused.iter().map(not_admitted));
    // Of a whole sheet that is barred the first rows tell enough.
    let barred_rows: Vec<_> = rehearsal.barred.iter().filter(|row| !denied.contains(&row.line)).collect();
    all.extend(barred_rows.iter().take(COMPLAINTS_MAX).map(|row| barred(row)));
    all.extend(changed.iter().map(|line| sheet::changed(*line)));
    all.sort_by_key(|complaint| complaint.line);
    let tile = |label: String, count: usize| Tile { label, value: count.to_string() };
    CheckPage {
        f: context.private(Area::Staff),
        l,
        unit,
        file_name: batch.file_name.clone(),
        tiles: vec![
            tile(l.web_staff_check_rows(), rehearsal.rows_read),
            tile(l.web_staff_check_good(), fresh),
            tile(l.web_staff_check_bad(), bad_rows(&rehearsal) + refused.len() + barred_rows.len()),
            tile(l.web_staff_check_not_passed(), rehearsal.not_passed.len()),
            tile(l.web_staff_check_known(), rehearsal.known.len()),
        ],
        windows: rehearsal.charset == Charset::Windows1250,
        workbook: rehearsal.workbook.as_ref().map_or_else(Vec::new, |origin| workbook(origin, l)),
        scheduled: scheduled.map(|instant| l.web_staff_run_batch_scheduled(l.instant(instant))),
        schedule: scheduled.map(|_| context.at(&format!("/staff/batches/{}/schedule", batch.id))),
        facts: run_fact(&batch, context).into_iter().collect(),
        columns: (has_columns && batch.run.is_none())
            .then(|| context.at(&format!("/staff/batches/{}/columns", batch.id))),
        complaints: all.iter().map(|complaint| ComplaintView::of(complaint, l)).collect(),
        not_passed: not_passed(&rehearsal).iter().map(|complaint| in_a_line(complaint, l)).collect(),
        good: fresh,
        second: first_word.zip(batch.begun.as_ref()).map(|((name, own), word)| {
            let at = |verb: &str| context.at(&format!("/staff/batches/{}/{verb}", batch.id));
            let when = l.instant(word.at);
            SecondWord {
                sentence: l.web_staff_check_second(args::WebStaffCheckSecond { name, when }),
                confirm: (!own).then(|| at("confirm")),
                decline: at("decline"),
            }
        }),
        action: context.at(&format!("/staff/batches/{}/issue", batch.id)),
        test,
    }
}

/// Which sheet was read, and what that means, in sentences.
fn workbook(origin: &WorkbookOrigin, l: Locale) -> Vec<String> {
    let mut told = vec![l.web_staff_sheet_workbook(&*origin.sheet)];
    if !origin.others.is_empty() {
        told.push(l.web_staff_sheet_workbook_others(origin.others.join(", ")));
    }
    if origin.hidden > 0 {
        told.push(l.web_staff_sheet_workbook_hidden(origin.hidden));
    }
    if origin.formulas > 0 {
        told.push(l.web_staff_sheet_workbook_formulas(origin.formulas));
    }
    told
}

/// A kept complaint with its line, in the reader's language.
fn in_a_line(complaint: &KeptComplaint, l: Locale) -> String {
    let (line, problem) = (complaint.line.to_string(), sentence(complaint, l));
    l.record_complaint_of_file(args::RecordComplaintOfFile { line, problem })
}

impl ComplaintView {
    /// A kept complaint in the reader's language.
    pub fn of(complaint: &KeptComplaint, l: Locale) -> Self {
        ComplaintView {
            line: complaint.line.to_string(),
            column: complaint.field.clone(),
            sentence: sentence(complaint, l).to_owned(),
        }
    }
}
