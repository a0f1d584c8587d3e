//! `GET /staff/batches/{batch}`: what a check found, or how far the issuing is. `POST …/issue`: the registrar's decision.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::{Action, Actor};
use signet_issue::{KeptComplaint, ProposalContext, ProposeError, PutOffReason};
use signet_lang::{Locale, args};
use signet_store::{Batch, BatchProgress, BatchState, Search, Seek, StoredCredential, Tenant};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, draw},
    site::AppState,
    staff::{
        check::{self, ComplaintView},
        sheet,
    },
    stored,
    view::{StateTag, Tile},
};

/// Credentials listed on the page.
const LISTED: u32 = 500;

/// The page.
#[derive(Template)]
#[template(path = "staff/batch.html")]
pub struct BatchPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit.
    pub unit: String,
    /// When it was handed in.
    pub when: String,
    /// Nothing more will change.
    pub finished: bool,
    /// How far it is, in a sentence.
    pub sentence: String,
    /// Rows in all.
    pub total: usize,
    /// Rows done.
    pub done: usize,
    /// Counts by state.
    pub tiles: Vec<Tile>,
    /// Each credential of the batch.
    pub rows: Vec<BatchRow>,
    /// Rows of the file that were left out, and why.
    pub complaints: Vec<ComplaintView>,
}

/// One credential of the batch.
pub struct BatchRow {
    /// Its page, once there is one.
    pub href: Option<String>,
    /// The holder.
    pub name: String,
    /// Waiting, valid, not issued.
    pub state: StateTag,
    /// Why it is not issued.
    pub note: String,
}

/// The form.
#[derive(Deserialize)]
pub struct IssueForm {
    #[serde(default)]
    token: String,
}

async fn find(tenant: &Tenant, id: &str) -> Result<Batch, PageError> {
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    tenant.batch(&id).await?.ok_or(PageError::NotFound)
}

/// Shows the check while it waits for a decision, the progress afterwards.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let Staff { tenant, actor, .. } = context.staff(&site, Action::ImportResults)?;
    let batch = find(&tenant, &id).await?;
    let stored = tenant.newest_unit(&batch.unit).await?;
    let unit = stored.map_or_else(|| batch.unit.to_string(), |unit| unit.title.text(context.l.language()).to_owned());
    if batch.state == BatchState::Checked {
        return check::answer(&site, context.clone(), (&tenant, actor), batch, unit).await;
    }
    let progress = tenant.progress(Some(&batch.id)).await?;
    let search = Search::Batch(batch.id);
    let permit = context.staff(&site, Action::SearchRegister)?.permit;
    let found = site.issuer.search(&tenant, &search, &Seek::First, LISTED, permit).await;
    let credentials = found?.rows;
    draw(&site, move || progress_page(&context, &batch, unit, progress, &credentials)).await
}

fn progress_page(
    context: &RequestContext,
    batch: &Batch,
    unit: String,
    progress: BatchProgress,
    credentials: &[StoredCredential],
) -> BatchPage {
    let l = context.l;
    let (total, done) = (progress.total(), progress.done());
    let finished = batch.state != BatchState::Issuing && done == total;
    let tile = |label: String, count: u64| Tile { label, value: count.to_string() };
    BatchPage {
        f: context.private(Area::Staff),
        l,
        unit,
        when: l.instant(batch.created),
        finished,
        sentence: if finished {
            l.web_staff_batch_finished(args::WebStaffBatchFinished { done, total })
        } else {
            l.web_staff_batch_running(args::WebStaffBatchRunning { done, total })
        },
        total: usize::try_from(total).unwrap_or(usize::MAX),
        done: usize::try_from(done).unwrap_or(usize::MAX),
        tiles: vec![
            tile(l.web_staff_batch_rows(), batch.rows_read.into()),
            tile(l.web_staff_batch_sealed(), done),
            tile(l.web_staff_batch_waiting(), total - done),
            tile(l.web_staff_tile_troubled(), progress.troubled),
        ],
        rows: credentials.iter().map(|credential| row(credential, context)).collect(),
        complaints: left_out(batch).iter().map(|complaint| ComplaintView::of(complaint, l)).collect(),
    }
}

/// What the batch says of rows that were left out; nothing once the upload is forgotten.
fn left_out(batch: &Batch) -> Vec<KeptComplaint> {
    serde_json::from_str(&batch.complaints).unwrap_or_default()
}

fn row(credential: &StoredCredential, context: &RequestContext) -> BatchRow {
    BatchRow {
        href: Some(context.at(&format!("/staff/credentials/{}", credential.id))),
        name: credential.holder.full_name(),
        state: stored::tag(credential, context.l),
        note: credential.trouble.as_deref().map(|code| trouble(code, context.l)).unwrap_or_default(),
    }
}

/// Why a credential still waits, by the code that the register keeps; an older register may keep one that is no more.
pub fn trouble(code: &str, l: Locale) -> String {
    let Some(reason) = PutOffReason::from_code(code) else { return l.web_staff_batch_trouble_other() };
    match reason {
        PutOffReason::SealStopped => l.web_staff_batch_trouble_stopped(),
        PutOffReason::SealAwaited => l.web_staff_batch_trouble_awaited(),
        PutOffReason::NoSeal
        | PutOffReason::SealExpired
        | PutOffReason::SealNotYet
        | PutOffReason::SealKey
        | PutOffReason::SealPin
        | PutOffReason::SealToken
        | PutOffReason::SealService
        | PutOffReason::SealRefused
        | PutOffReason::SealWrong
        | PutOffReason::SealForm => l.web_staff_batch_trouble_seal(),
        PutOffReason::StampAddress | PutOffReason::StampUnreachable | PutOffReason::StampRefused => {
            l.web_staff_batch_trouble_stamp()
        }
        PutOffReason::EvidenceMissing => l.web_staff_batch_trouble_evidence(),
        PutOffReason::Unprintable => l.web_staff_batch_trouble_unprintable(),
        PutOffReason::DiskFull => l.web_staff_batch_trouble_disk_full(),
        PutOffReason::NotReady | PutOffReason::DoesNotHold => l.web_staff_batch_trouble_not_ready(),
        PutOffReason::Attestation | PutOffReason::Register => l.web_staff_batch_trouble_other(),
    }
}

/// Takes the good rows into the register; from there the sealers carry on by themselves. Of two clicks one counts.
pub async fn issue(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(submitted): Form<IssueForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&submitted.token)?;
    let Staff { tenant, actor, permit } = context.staff(&site, Action::ImportResults)?;
    let batch = find(&tenant, &id).await?;
    let onward = context.at(&format!("/staff/batches/{}", batch.id));
    if site.issuer.begin_batch(&tenant, &batch, permit).await? {
        let actor = actor.clone();
        // On its own, so that a closed window does not stop it half-way.
        let work = tokio::spawn(async move { take_in(&site, &tenant, &batch, actor).await });
        work.await??;
    }
    Ok(Redirect::to(&onward).into_response())
}

/// Proposes the rows of the kept file. When that breaks off, the batch waits for another decision: proposing is safe to repeat.
async fn take_in(site: &AppState, tenant: &Tenant, batch: &Batch, actor: Actor) -> Result<(), PageError> {
    let taken = propose(site, tenant, batch, actor).await;
    let next = if matches!(taken, Ok(Taken::All)) { BatchState::Issued } else { BatchState::Checked };
    tenant.move_batch(&batch.id, BatchState::Issuing, next, site.now()).await?;
    taken.map(|_| ())
}

/// What became of the rows.
enum Taken {
    All,
    /// The unit was suspended, or its review fell due, since the page was shown: the page of the batch says so.
    Barred,
}

/// Proposes the good rows, but for those that are the registrar's own and those whose day the unit is not issued for.
async fn propose(site: &AppState, tenant: &Tenant, batch: &Batch, actor: Actor) -> Result<Taken, PageError> {
    let upload = batch.upload.ok_or_else(|| PageError::fault("the upload of a batch is forgotten"))?;
    let file = stored::artefact(tenant, &upload).await?.ok_or(PageError::NotFound)?;
    let registered = site.issuer.registered(tenant).await?;
    let unit = site.issuer.unit(tenant, &batch.unit).await?;
    let sheet = sheet::read(site, file.bytes, Arc::clone(&unit)).await?;
    let (rows, barred) = site.issuer.take_out_barred(tenant, &unit, sheet.rows).await?;
    if !barred.iter().all(|row| row.bar.is_of_the_result()) {
        return Ok(Taken::Barred);
    }
    let course = ProposalContext { registered, unit, batch: Some(batch.id) };
    let admission = site.issuer.admit(tenant, &[actor], rows).await?;
    let observer: signet_issue::Observer = Arc::new(|_, _| {});
    match site.issuer.propose(tenant, &course, admission.admitted, &observer).await {
        Ok(_) => Ok(Taken::All),
        Err(ProposeError::Barred(_)) => Ok(Taken::Barred),
        Err(error) => Err(error.into()),
    }
}
