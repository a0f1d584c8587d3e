//! `GET /staff/credentials/{credential}`: everything the register knows of one.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::{Action, Actor, Denial, Permit, SecurityEvent, SecurityEventKind};
use signet_lang::{Locale, args};
use signet_record::CredentialId;
use signet_registry::{Agent, Channel, Entry, Event, SealedFile};
use signet_store::{StoredCredential, Tenant};

use crate::{
    catalogue_units, download,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, Staff, show},
    site::AppState,
    staff::letter_line::{self, LetterLine},
    stored,
    view::{CredentialView, FileView, HistoryLine, LinkView, ShownFields, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/credential.html")]
pub struct CredentialPage {
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
    /// The holder's name.
    pub holder: String,
    /// What the state means.
    pub warning: Option<String>,
    /// The ledger, oldest first.
    pub events: Vec<HistoryLine>,
    /// The sealed files.
    pub files: Vec<FileView>,
    /// Its title.
    pub title: String,
    /// What it says, once it is sealed.
    pub credential: Option<CredentialView>,
    /// The credential it corrects, and the one that corrects it.
    pub related: Vec<LinkView>,
    /// Letters to the holder about it, newest first.
    pub letters: Vec<LetterLine>,
    /// What became of the newest, where somebody has to do something about it.
    pub letter_warning: Option<String>,
    /// Where a letter is sent again.
    pub letter_href: Option<String>,
    /// The form for correcting, when that is possible.
    pub correct_href: Option<String>,
    /// The form for revoking, when that is possible.
    pub revoke_href: Option<String>,
}

/// What has just been done, by the address.
#[derive(Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

impl Done {
    fn sentence(&self, l: Locale) -> Option<String> {
        match self.done.as_str() {
            "revoked" => Some(l.web_staff_revoke_done()),
            "corrected" => Some(l.web_staff_correct_done()),
            "letter" => Some(l.web_staff_letter_done()),
            _ => None,
        }
    }
}

/// One credential of the institution, for someone who may do this to it.
pub struct StaffCredential<'v> {
    /// The rows of the institution.
    pub tenant: Tenant,
    /// Who acts.
    pub actor: &'v Actor,
    /// Leave to do it.
    pub permit: Permit,
    /// The register's row.
    pub credential: StoredCredential,
}

/// Finds it.
///
/// # Errors
/// When nobody is signed in, they may not, or there is none.
pub async fn in_care<'v>(
    site: &AppState,
    context: &'v RequestContext,
    id: &str,
    action: Action,
) -> Result<StaffCredential<'v>, PageError> {
    let Staff { tenant, actor, .. } = context.staff(site, Action::SearchRegister)?;
    let id: CredentialId = id.parse().map_err(|_| PageError::NotFound)?;
    let credential = tenant.credential(&id).await?.ok_or(PageError::NotFound)?;
    let asked = site.issuer.ask(&tenant, std::slice::from_ref(actor), action, &credential).await;
    let permit = asked?.map_err(|denial| PageError::Denied(action, denial))?;
    Ok(StaffCredential { tenant, actor, permit, credential })
}

/// Writes down that somebody read about somebody else.
///
/// # Errors
/// When it cannot be written down: then nothing is shown either.
async fn note(site: &AppState, kind: SecurityEventKind, care: &StaffCredential<'_>) -> Result<(), PageError> {
    let event = SecurityEvent::used(kind, &care.permit).about(care.credential.id);
    site.issuer.record_security_event(&event).await.map_err(PageError::from)
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let care = in_care(&site, &context, &id, Action::ViewCredential).await?;
    note(&site, SecurityEventKind::CredentialViewed, &care).await?;
    let StaffCredential { tenant, actor, credential: row, .. } = care;
    let l = context.l;
    let ask = |action| site.issuer.ask(&tenant, std::slice::from_ref(actor), action, &row);
    let sees_ledger = ask(Action::ViewLedger).await?.is_ok();
    // Offered to whoever may, though a provider may have to be asked for a second factor first.
    let is_offered = |asked: &Result<Permit, Denial>| matches!(asked, Ok(_) | Err(Denial::Weak));
    let may_correct = is_offered(&ask(Action::CorrectCredential).await?);
    let may_revoke = is_offered(&ask(Action::RevokeCredential).await?);
    let may_write = is_offered(&ask(Action::SendNotice).await?) && site.issuer.tells_holders();
    let notices = tenant.notices(&row.id).await?;
    let history = tenant.history(&row.id).await?.ok_or(PageError::NotFound)?;
    let base = context.at(&format!("/staff/credentials/{}", row.id));
    let sealed = history.state.artefacts();
    let artefact = match sealed.and_then(|sealed| sealed.file(SealedFile::Jsonld)) {
        Some(digest) => stored::artefact(&tenant, digest).await?,
        None => None,
    };
    let file = match artefact {
        Some(artefact) => Some(stored::read(&site, &artefact.bytes).await?),
        None => None,
    };
    let files = match file.as_ref().and_then(|file| file.credential()).zip(sealed) {
        Some((credential, sealed)) => stored::files(&tenant, credential, &sealed.files, &base, l).await?,
        None => Vec::new(),
    };
    let stored = tenant.institution().await?;
    let is_sealed = sealed.is_some();
    let correctable =
        may_correct && sealed.is_some() && history.state.revoked().is_none() && history.state.superseded().is_none();
    let link =
        |id: CredentialId, label: String| LinkView { href: context.at(&format!("/staff/credentials/{id}")), label };
    let old = history.state.supersedes().map(|id| link(id, l.web_staff_credential_corrects()));
    let new = history.state.superseded().map(|(_, id)| link(id, l.web_staff_credential_corrected_by()));
    let related: Vec<LinkView> = old.into_iter().chain(new).collect();
    let revocable = may_revoke && history.state.revoked().is_none();
    let entries = if sees_ledger { history.entries.as_slice() } else { &[] };
    let names = names(&site, entries, l).await?;
    let events = entries.iter().map(|entry| line(entry, &names, l)).collect();
    let test = stored
        .as_ref()
        .and_then(catalogue_units::registered)
        .is_some_and(|registered| site.seals_for_test(&registered));
    let f = context.private(Area::Staff);
    let drawing = move || {
        let credential = file.as_ref().and_then(|file| file.credential());
        show(&CredentialPage {
            f,
            l,
            note: done.sentence(l),
            test,
            state: stored::tag(&row, l),
            holder: row.holder.full_name(),
            warning: stored::warning(&history.state, l)
                .or_else(|| row.trouble.as_deref().map(|code| super::batch::trouble(code, l))),
            events,
            files,
            title: row.title.text(l.language()).to_owned(),
            credential: credential.map(|credential| CredentialView::of(credential, l, ShownFields::ALL)),
            related,
            letters: letter_line::lines(&notices, l),
            letter_warning: letter_line::warning(&notices, l),
            letter_href: (may_write && is_sealed).then(|| format!("{base}/letter")),
            correct_href: correctable.then(|| format!("{base}/correct")),
            revoke_href: revocable.then(|| format!("{base}/revoke")),
        })
    };
    site.compute().run(drawing).await
}

/// Who stands behind the accounts of entries: the account's name with the account, which is what the ledger itself says.
async fn names(site: &AppState, entries: &[Entry], l: Locale) -> Result<BTreeMap<String, String>, PageError> {
    let mut names = BTreeMap::from([(Agent::service().to_string(), l.web_staff_credential_event_by_service())]);
    for by in entries.iter().map(Entry::by) {
        if names.contains_key(by.as_str()) {
            continue;
        }
        let known = site.issuer.sessions().account(by).await?;
        names.insert(by.to_string(), known.map_or_else(|| by.to_string(), |known| format!("{} ({by})", known.name)));
    }
    Ok(names)
}

/// What an event did to a credential, in words.
pub fn event_word(event: &Event, l: Locale) -> String {
    match event {
        Event::Proposed(proposed) if proposed.correction.is_some() => l.web_staff_credential_event_correction(),
        Event::Proposed(_) => l.web_staff_credential_event_proposed(),
        Event::Intended(_) => l.web_staff_credential_event_intended(),
        Event::Sealed(_) => l.web_staff_credential_event_sealed(),
        Event::Delivered(delivered) if delivered.channel == Channel::Folder => l.web_staff_credential_event_exported(),
        Event::Delivered(_) => l.web_staff_credential_event_delivered(),
        Event::Revoked(_) => l.web_staff_credential_event_revoked(),
        Event::Superseded(_) => l.web_staff_credential_event_superseded(),
        Event::Erased(_) => l.web_staff_credential_event_erased(),
        Event::Renewed(_) => l.web_staff_credential_event_renewed(),
    }
}

fn line(entry: &Entry, names: &BTreeMap<String, String>, l: Locale) -> HistoryLine {
    let by = names.get(entry.by().as_str()).cloned().unwrap_or_else(|| entry.by().to_string());
    let because = |by: String, reason: String| {
        l.web_staff_credential_event_by_because(args::WebStaffCredentialEventByBecause { by, reason })
    };
    let note = match entry.event() {
        Event::Proposed(proposed) => match &proposed.correction {
            None => by,
            Some(correction) => because(by, stored::correction(correction, l)),
        },
        Event::Revoked(revoked) => because(by, stored::reason(revoked, l)),
        Event::Superseded(superseded) => superseded.by.to_string(),
        Event::Intended(_) | Event::Sealed(_) | Event::Delivered(_) | Event::Erased(_) | Event::Renewed(_) => by,
    };
    HistoryLine { when: l.instant(entry.at()), what: event_word(entry.event(), l), share: note }
}

async fn file(site: &AppState, context: &RequestContext, id: &str, file: SealedFile) -> Result<Response, PageError> {
    let care = in_care(site, context, id, Action::DownloadFiles).await?;
    note(site, SecurityEventKind::FileDownloaded, &care).await?;
    let StaffCredential { tenant, credential, .. } = care;
    let (name, artefact) = stored::file_to_save(site, &tenant, &credential.id, file).await?;
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
