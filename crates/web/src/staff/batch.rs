//! `GET /staff/batches/{batch}`: what a check found, or how far the issuing is.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use signet_access::Action;
use signet_issue::{KeptComplaint, PutOffReason};
use signet_lang::{Locale, args};
use signet_record::Timestamp;
use signet_registry::Agent;
use signet_store::{Batch, BatchProgress, BatchState, RunKey, Search, Seek, StoredCredential, Tenant};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw},
    site::AppState,
    staff::{
        check::{self, ComplaintView},
        run::run_address,
    },
    stored,
    view::{Fact, LinkView, StateTag, Tile},
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
    /// Who handed it in, who had it issued and who agreed.
    pub facts: Vec<Fact>,
    /// Something still waits and can be stopped: where to say so.
    pub stop: Option<String>,
    /// Before when nothing is sealed, as long as that is to come.
    pub scheduled: Option<String>,
    /// Where that is moved to another time.
    pub schedule: Option<String>,
    /// Something was stopped or put off: where to let it go on.
    pub retry: Option<String>,
    /// The results as a file.
    pub csv: String,
    /// Where the whole batch is revoked, for whoever may.
    pub revoke: Option<String>,
    /// Its identifier.
    pub id: String,
    /// What still waited was stopped, by whom and when.
    pub stopped: Option<String>,
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

/// The batch of this address.
///
/// # Errors
/// When there is none.
pub async fn find(tenant: &Tenant, id: &str) -> Result<Batch, PageError> {
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    tenant.batch(&id).await?.ok_or(PageError::NotFound)
}

/// Shows the check while it waits for a decision, the progress afterwards.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let tenant = context.staff(&site, Action::ImportResults)?.tenant;
    let batch = find(&tenant, &id).await?;
    let actor = context.sheets_of(&site, &batch.unit).await?.actor;
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
    let names = names(&site, &batch).await?;
    let scheduled = site.issuer.scheduled(&batch).filter(|_| progress.done() < progress.total());
    draw(&site, move || progress_page(&context, &batch, unit, (progress, scheduled, &names), &credentials)).await
}

/// The names of those who said something about a batch, by their accounts.
async fn names(site: &AppState, batch: &Batch) -> Result<BTreeMap<String, String>, PageError> {
    let begun = batch.begun.as_ref().map(|word| &word.by);
    let others = [&batch.confirmed, &batch.stopped].into_iter().flatten().map(|(by, _)| by);
    let mut names = BTreeMap::new();
    for by in std::iter::once(&batch.by).chain(begun).chain(others) {
        let known = site.issuer.sessions().account(by).await?;
        names.insert(by.to_string(), known.map_or_else(|| by.to_string(), |known| known.name));
    }
    Ok(names)
}

/// Somebody and an instant: `Marie Dvořáková, 23. 11. 2026 22:10`.
fn said(names: &BTreeMap<String, String>, by: &Agent, at: Timestamp, l: Locale) -> String {
    let name = names.get(by.as_str()).cloned().unwrap_or_else(|| by.to_string());
    l.web_staff_batch_said(args::WebStaffBatchSaid { name, when: l.instant(at) })
}

fn facts(batch: &Batch, names: &BTreeMap<String, String>, context: &RequestContext) -> Vec<Fact> {
    let l = context.l;
    let mut facts = vec![Fact::new(l.web_staff_batch_handed_in(), said(names, &batch.by, batch.created, l))];
    if let Some(word) = &batch.begun {
        facts.push(Fact::new(l.web_staff_batch_begun(), said(names, &word.by, word.at, l)));
    }
    if let Some((by, at)) = &batch.confirmed {
        facts.push(Fact::new(l.web_staff_batch_confirmed(), said(names, by, *at, l)));
    }
    facts.extend(run_fact(batch, context));
    facts.extend(Fact::one(l.web_staff_run_issue_at(), batch.not_before.map(|instant| l.instant(instant))));
    facts
}

/// The run whose participants were handed in, with its page.
pub(super) fn run_fact(batch: &Batch, context: &RequestContext) -> Option<Fact> {
    let key = RunKey { unit: batch.unit.clone(), run: batch.run.clone()? };
    let link = LinkView { href: context.at(&run_address(&key)), label: key.run.to_string() };
    Some(Fact { label: context.l.web_staff_run_run(), values: Vec::new(), links: vec![link] })
}

fn progress_page(
    context: &RequestContext,
    batch: &Batch,
    unit: String,
    (progress, scheduled, names): (BatchProgress, Option<Timestamp>, &BTreeMap<String, String>),
    credentials: &[StoredCredential],
) -> BatchPage {
    let l = context.l;
    let (total, done) = (progress.total(), progress.done());
    let waits = batch.state == BatchState::Issued && done < total;
    let stopped = batch.stopped.as_ref().map(|(by, at)| said(names, by, *at, l));
    // What is stopped moves no more until somebody lets it go on.
    let finished = batch.state != BatchState::Issuing && (done == total || stopped.is_some());
    let stopped_now = stopped.is_some();
    let at = |verb: &str| context.at(&format!("/staff/batches/{}/{verb}", batch.id));
    let tile = |label: String, count: u64| Tile { label, value: count.to_string() };
    BatchPage {
        f: context.private(Area::Staff),
        l,
        unit,
        when: l.instant(batch.created),
        finished,
        facts: facts(batch, names, context),
        scheduled: scheduled.map(|instant| l.web_staff_run_batch_scheduled(l.instant(instant))),
        schedule: scheduled.map(|_| at("schedule")),
        stop: (waits && stopped.is_none()).then(|| at("stop")),
        retry: (waits && (stopped.is_some() || progress.troubled > 0)).then(|| at("retry")),
        csv: at("results.csv"),
        revoke: (context.may(Action::RevokeCredential) && total > 0).then(|| context.at("/staff/revocations")),
        id: batch.id.to_string(),
        stopped: stopped.map(|said| l.web_staff_batch_stopped(said)),
        sentence: if waits && stopped_now {
            l.web_staff_batch_paused(args::WebStaffBatchPaused { done, total })
        } else if finished {
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
            tile(l.web_staff_batch_failed(), progress.troubled),
        ],
        rows: credentials.iter().map(|credential| row(credential, context)).collect(),
        complaints: left_out(batch).iter().map(|complaint| ComplaintView::of(complaint, l)).collect(),
    }
}

/// What the batch says of rows that were left out; nothing once the upload is forgotten.
pub fn left_out(batch: &Batch) -> Vec<KeptComplaint> {
    serde_json::from_str(&batch.complaints).unwrap_or_default()
}

fn row(credential: &StoredCredential, context: &RequestContext) -> BatchRow {
    BatchRow {
        href: Some(context.at(&format!("/staff/credentials/{}", credential.id))),
        name: credential.holder.full_name(),
        state: row_tag(credential, context.l),
        note: credential.trouble.as_deref().map(|code| trouble(code, context.l)).unwrap_or_default(),
    }
}

/// The state of a row: what was tried and put off is told apart from what just waits its turn.
pub fn row_tag(credential: &StoredCredential, l: Locale) -> StateTag {
    match credential.trouble.as_deref().filter(|_| credential.waiting).map(PutOffReason::from_code) {
        None => stored::tag(credential, l),
        Some(Some(PutOffReason::BatchStopped)) => StateTag::doubt(l.web_staff_batch_row_stopped()),
        Some(_) => StateTag::bad(l.web_staff_batch_row_failed()),
    }
}

/// Why a credential still waits, by the code that the register keeps; an older register may keep one that is no more.
pub fn trouble(code: &str, l: Locale) -> String {
    let Some(reason) = PutOffReason::from_code(code) else { return l.web_staff_batch_trouble_other() };
    match reason {
        PutOffReason::SealStopped => l.web_staff_batch_trouble_stopped(),
        PutOffReason::BatchStopped => l.web_staff_batch_trouble_batch_stopped(),
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
