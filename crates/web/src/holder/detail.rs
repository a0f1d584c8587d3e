//! `GET /holder/{credential}`: one micro-credential with its shares, files and who looked.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::Action;
use signet_lang::Locale;
use signet_record::CredentialId;
use signet_registry::{SealedFile, Status};
use signet_share::{Share, ShareKind, ShareState};
use signet_store::{LOOK_DAYS_MAX, ShareView, StoredCredential, Tenant};

use crate::{
    catalogue_units, day, download,
    frame::{Area, PageFrame},
    holder::{
        own::{HolderScope, own},
        profile,
    },
    page_error::PageError,
    request_context::{RequestContext, show},
    share_words::share_tag,
    site::AppState,
    stored,
    view::{ContentView, CredentialView, FileView, Pictures, ShownFields, StateTag, content::first_page},
};

/// The page.
#[derive(Template)]
#[template(path = "holder/detail.html")]
pub struct DetailPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What has just been done.
    pub note: Option<String>,
    /// Bears a test seal.
    pub test: bool,
    /// Valid, waiting, revoked …
    pub state: StateTag,
    /// What the state means for the holder.
    pub warning: Option<String>,
    /// What it says.
    pub c: CredentialView,
    /// Everything in the file.
    pub content: ContentView,
    /// The form for a new share.
    pub share_href: Option<String>,
    /// Named shares, newest first.
    pub shares: Vec<ShareLine>,
    /// State of the link in the PDF.
    pub master: StateTag,
    /// Whether it is on.
    pub master_on: bool,
    /// Where the switch leads.
    pub master_action: String,
    /// The sealed files.
    pub files: Vec<FileView>,
    /// Address that adds it to a LinkedIn profile, when there is a share without end.
    pub linkedin: Option<String>,
    /// The form for a share that suits a profile.
    pub linkedin_share: Option<String>,
    /// Picture of page 1.
    pub preview: Option<String>,
    /// Looks, newest first.
    pub history: Vec<LookLine>,
    /// For how many days looks are remembered.
    pub days: String,
}

/// The page of a credential that has no files: not sealed yet, or erased.
#[derive(Template)]
#[template(path = "holder/waiting.html")]
pub struct WaitingPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the credential.
    pub title: String,
    /// Waiting, revoked, erased.
    pub state: StateTag,
    /// What that means.
    pub text: String,
}

/// Visits through one share within one minute: its page opened, or files downloaded.
pub struct LookLine {
    /// The minute, in words.
    pub when: String,
    /// What was done.
    pub what: String,
    /// How often.
    pub times: String,
    /// Through which share.
    pub share: String,
}

/// A named share in the list.
pub struct ShareLine {
    /// Its page.
    pub href: String,
    /// The holder's name for it.
    pub label: String,
    /// Works, ended, withdrawn.
    pub state: StateTag,
    /// Last day, or that there is none.
    pub ends: String,
    /// How often it was opened.
    pub opened: String,
    /// How often a file was downloaded through it.
    pub downloaded: String,
}

/// What has just been done, by the address.
#[derive(Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let (own, kept, _) = own(&site, &context, &id, Action::ViewCredential).await?;
    let l = context.l;
    let tenant = &own.tenant;
    let ledger = stored::state(tenant, &kept.id).await?;
    let base = context.at(&format!("/holder/{}", kept.id));
    let jsonld = ledger.artefacts().and_then(|sealed| sealed.file(SealedFile::Jsonld));
    let file = stored::sealed_credential(&site, tenant, jsonld).await?;
    let Some(file) = file.filter(|file| file.credential().is_some()) else {
        return Ok(show(&without_files(&context, &kept, &ledger)));
    };
    tenant.note_opened(&kept.id).await?;
    let stored = tenant.institution().await?;
    let registered = stored.as_ref().and_then(catalogue_units::registered);
    let mut shares = tenant.shares(&kept.id).await?;
    let mut looks = looks(&site, &own, &kept).await?;
    let together = tenant.shares_with(&kept.id).await?;
    if !looks.is_empty() || own.ask(&kept, Action::ViewLooks).is_ok() {
        looks.extend(looks_together(tenant, &together).await?);
    }
    shares.extend(together);
    let master_on =
        shares.iter().any(|share| share.kind == ShareKind::Document && share.state(site.now()) == ShareState::Open);
    let open = kept.status == Status::Valid;
    let (files, linkedin) = match file.credential().zip(ledger.artefacts()) {
        Some((credential, sealed)) => (
            stored::files(tenant, credential, &sealed.files, &base, l).await?,
            open.then(|| profile::linkedin_of(credential, &shares, &site, l)).flatten(),
        ),
        None => (Vec::new(), None),
    };
    let pictured = file.credential().is_some_and(|credential| first_page(credential, l).is_some());
    let preview = pictured.then(|| format!("{base}/preview.jpg"));
    let (f, test) =
        (context.private(Area::Holder), registered.is_some_and(|registered| site.seals_for_test(&registered)));
    let share_lines = share_lines(&shares, &looks, &base, &site, l);
    let drawing = move || {
        let credential = file.credential()?;
        Some(show(&DetailPage {
            f,
            l,
            note: note(&done.done, l),
            test,
            state: stored::tag(&kept, l),
            warning: stored::warning(&ledger, l),
            c: CredentialView::of(credential, l, ShownFields::ALL),
            content: ContentView::of(credential, l, ShownFields::ALL, Pictures::Elsewhere),
            share_href: open.then(|| format!("{base}/share")),
            shares: share_lines,
            master: if master_on {
                StateTag::good(l.web_holder_pdf_link_state_on())
            } else {
                StateTag::doubt(l.web_holder_pdf_link_state_off())
            },
            master_on,
            master_action: format!("{base}/document"),
            files,
            linkedin,
            linkedin_share: open.then(|| format!("{base}/share?purpose=cv")),
            preview,
            history: history(&shares, &looks, l),
            days: LOOK_DAYS_MAX.to_string(),
        }))
    };
    site.compute().run(drawing).await?.ok_or(PageError::NotFound)
}

/// The sealed credential, read; none before the seal and after an erasure.
/// When shares of other credentials were looked at that show this one too.
async fn looks_together(tenant: &Tenant, shares: &[Share]) -> Result<Vec<ShareView>, PageError> {
    let owners: BTreeSet<CredentialId> = shares.iter().map(|share| share.credential).collect();
    let mut found = Vec::new();
    for owner in owners {
        let looks = tenant.looks(&owner).await?;
        found.extend(looks.into_iter().filter(|look| shares.iter().any(|share| share.id == look.share)));
    }
    Ok(found)
}

/// When the credential was looked at, if the holder may see that. What was counted here and is not written yet is written first.
async fn looks(site: &AppState, own: &HolderScope, kept: &StoredCredential) -> Result<Vec<ShareView>, PageError> {
    if own.ask(kept, Action::ViewLooks).is_err() {
        return Ok(Vec::new());
    }
    site.write_looks().await;
    own.tenant.looks(&kept.id).await.map_err(PageError::from)
}

/// Before the seal, and after an erasure, there is nothing to download and nothing to share.
fn without_files(
    context: &RequestContext,
    kept: &StoredCredential,
    ledger: &signet_registry::LedgerState,
) -> WaitingPage {
    let l = context.l;
    WaitingPage {
        f: context.private(Area::Holder),
        l,
        title: kept.title.text(l.language()).to_owned(),
        state: stored::tag(kept, l),
        text: stored::warning(ledger, l).unwrap_or_else(|| l.web_holder_waiting_text()),
    }
}

fn note(done: &str, l: Locale) -> Option<String> {
    match done {
        "withdrawn" => Some(l.web_share_withdrawn_note()),
        "on" => Some(l.web_holder_pdf_link_note_on()),
        "off" => Some(l.web_holder_pdf_link_note_off()),
        _ => None,
    }
}

fn share_lines(shares: &[Share], looks: &[ShareView], base: &str, site: &AppState, l: Locale) -> Vec<ShareLine> {
    let base = base.rsplit_once('/').map_or(base, |(holder, _)| holder);
    let line = |share: &Share| {
        let ShareKind::Named { label, .. } = &share.kind else { return None };
        let of_it = || looks.iter().filter(|look| look.share == share.id);
        let (opened, downloaded): (u32, u32) =
            (of_it().map(|look| look.looks).sum(), of_it().map(|look| look.downloads).sum());
        Some(ShareLine {
            href: format!("{base}/{}/shares/{}", share.credential, share.id),
            label: label.to_string(),
            state: share_tag(share.state(site.now()), l),
            ends: share.ends.map_or_else(|| l.web_share_no_limit(), |ends| l.date(day::last_before(ends))),
            opened: l.web_share_opened_times(opened),
            downloaded: l.web_share_opened_times(downloaded),
        })
    };
    shares.iter().rev().filter_map(line).collect()
}

fn history(shares: &[Share], looks: &[ShareView], l: Locale) -> Vec<LookLine> {
    let name = |look: &ShareView| match shares.iter().find(|share| share.id == look.share).map(|share| &share.kind) {
        Some(ShareKind::Named { label, .. }) => label.to_string(),
        _ => l.web_holder_history_document(),
    };
    let lines = |look: &ShareView| {
        let line = |what: String, times: u32| {
            (times > 0).then(|| LookLine {
                when: l.instant(look.minute),
                what,
                times: l.web_share_opened_times(times),
                share: name(look),
            })
        };
        let (opened, downloaded) =
            (line(l.web_holder_history_viewed(), look.looks), line(l.web_holder_history_downloaded(), look.downloads));
        opened.into_iter().chain(downloaded).collect::<Vec<_>>()
    };
    looks.iter().flat_map(lines).collect()
}

/// The picture of page 1.
pub async fn preview(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let (own, kept, _) = own(&site, &context, &id, Action::ViewCredential).await?;
    let ledger = stored::state(&own.tenant, &kept.id).await?;
    stored::picture(&site, &own.tenant, &ledger, context.l).await?.map(download::picture).ok_or(PageError::NotFound)
}

async fn file(site: &AppState, context: &RequestContext, id: &str, file: SealedFile) -> Result<Response, PageError> {
    let (own, kept, _) = own(site, context, id, Action::DownloadFiles).await?;
    let (name, artefact) = stored::file_to_save(site, &own.tenant, &kept.id, file).await?;
    Ok(download::answer(file, &name, &artefact.digest, artefact.bytes))
}

/// One of the sealed files, by what its address ends with.
pub async fn get_file(
    State(site): State<AppState>,
    context: RequestContext,
    Path((id, name)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let kind = download::addressed(&name).ok_or(PageError::NotFound)?;
    file(&site, &context, &id, kind).await
}
