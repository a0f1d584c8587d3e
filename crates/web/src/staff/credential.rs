//! `GET /staff/credentials/{credential}`: everything the register knows of one.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::{Action, Actor, Permit, SecurityEvent, SecurityEventKind};
use signet_lang::Locale;
use signet_record::CredentialId;
use signet_registry::{Agent, Channel, Entry, Event};
use signet_store::{Credential, Tenant};

use crate::{
    download::SealedFile,
    frame::{Area, Frame},
    kept, offer,
    refusal::Refusal,
    site::Held,
    view::{CredentialView, FileView, HistoryLine, Reveal, StateTag},
    visit::{Staff, Visit, show},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/credential.html")]
pub struct CredentialPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// What has just been done.
    pub note: Option<String>,
    /// Bears a test seal.
    pub trial: bool,
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
    /// The form for revoking, when that is possible.
    pub revoke_href: Option<String>,
}

/// What has just been done, by the address.
#[derive(Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// One credential of the institution, for someone who may do this to it.
pub struct InCare<'v> {
    /// The rows of the institution.
    pub tenant: Tenant,
    /// Who acts.
    pub actor: &'v Actor,
    /// Leave to do it.
    pub permit: Permit,
    /// The register's row.
    pub credential: Credential,
}

/// Finds it.
///
/// # Errors
/// When nobody is signed in, they may not, or there is none.
pub async fn in_care<'v>(site: &Held, visit: &'v Visit, id: &str, action: Action) -> Result<InCare<'v>, Refusal> {
    let Staff { tenant, actor, .. } = visit.staff(site, Action::SearchRegister)?;
    let id: CredentialId = id.parse().map_err(|_| Refusal::NotFound)?;
    let credential = tenant.credential(&id).await.map_err(Refusal::fault)?.ok_or(Refusal::NotFound)?;
    let asked = site.issuer.ask(&tenant, std::slice::from_ref(actor), action, &credential.holder).await;
    let permit = asked.map_err(Refusal::fault)?.map_err(|denial| Refusal::Denied(action, denial))?;
    Ok(InCare { tenant, actor, permit, credential })
}

/// Writes down that somebody read about somebody else.
///
/// # Errors
/// When it cannot be written down: then nothing is shown either.
async fn note(site: &Held, kind: SecurityEventKind, care: &InCare<'_>) -> Result<(), Refusal> {
    let event = SecurityEvent::used(kind, &care.permit).about(care.credential.id);
    site.issuer.record_security_event(&event).await.map_err(Refusal::fault)
}

/// Shows the page.
pub async fn get(
    State(site): State<Held>,
    visit: Visit,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let care = in_care(&site, &visit, &id, Action::ViewCredential).await?;
    note(&site, SecurityEventKind::CredentialViewed, &care).await?;
    let InCare { tenant, actor, credential: row, .. } = care;
    let l = visit.l;
    let ask = |action| site.issuer.ask(&tenant, std::slice::from_ref(actor), action, &row.holder);
    let sees_ledger = ask(Action::ViewLedger).await.map_err(Refusal::fault)?.is_ok();
    let may_revoke = ask(Action::RevokeCredential).await.map_err(Refusal::fault)?.is_ok();
    let history = tenant.history(&row.id).await.map_err(Refusal::fault)?.ok_or(Refusal::NotFound)?;
    let base = visit.at(&format!("/staff/credentials/{}", row.id));
    let artefact = match row.jsonld {
        Some(digest) => kept::artefact(&tenant, &digest).await?,
        None => None,
    };
    let file = match artefact {
        Some(artefact) => Some(kept::read(&site, &artefact.bytes).await?),
        None => None,
    };
    let digests = [(SealedFile::Pdf, row.pdf), (SealedFile::Jsonld, row.jsonld)];
    let files = match file.as_ref().and_then(|file| file.credential()) {
        Some(credential) => kept::files(&tenant, credential, digests, &base, l).await?,
        None => Vec::new(),
    };
    let stored = tenant.institution().await.map_err(Refusal::fault)?;
    let revocable = may_revoke && history.state.revoked().is_none();
    let entries = if sees_ledger { history.entries.as_slice() } else { &[] };
    let names = names(&site, entries, l).await?;
    let events = entries.iter().map(|entry| line(entry, &names, l)).collect();
    let trial = stored.as_ref().and_then(offer::house).is_some_and(|house| site.seals_for_trial(&house));
    let f = visit.private(Area::Staff);
    let drawing = move || {
        let credential = file.as_ref().and_then(|file| file.credential());
        show(&CredentialPage {
            f,
            l,
            note: (done.done == "revoked").then(|| l.web_revoke_done()),
            trial,
            state: kept::tag(&row, l),
            holder: row.holder.full_name(),
            warning: kept::warning(&history.state, l)
                .or_else(|| row.trouble.as_deref().map(|code| super::batch::trouble(code, l))),
            events,
            files,
            title: row.title.text(l.language()).to_owned(),
            credential: credential.map(|credential| CredentialView::of(credential, l, Reveal::All)),
            revoke_href: revocable.then(|| format!("{base}/revoke")),
        })
    };
    site.compute().run(drawing).await
}

/// Who stands behind the accounts of entries: the account's name with the account, which is what the ledger itself says.
async fn names(site: &Held, entries: &[Entry], l: Locale) -> Result<BTreeMap<String, String>, Refusal> {
    let mut names = BTreeMap::from([(Agent::service().to_string(), l.web_event_by_service())]);
    for by in entries.iter().map(Entry::by) {
        if names.contains_key(by.as_str()) {
            continue;
        }
        let known = site.issuer.entrance().account(by).await.map_err(Refusal::fault)?;
        names.insert(by.to_string(), known.map_or_else(|| by.to_string(), |known| format!("{} ({by})", known.name)));
    }
    Ok(names)
}

fn line(entry: &Entry, names: &BTreeMap<String, String>, l: Locale) -> HistoryLine {
    let by = names.get(entry.by().as_str()).cloned().unwrap_or_else(|| entry.by().to_string());
    let (what, note) = match entry.event() {
        Event::Proposed(_) => (l.web_event_proposed(), by),
        Event::Intended(_) => (l.web_event_intended(), by),
        Event::Sealed(_) => (l.web_event_sealed(), by),
        Event::Delivered(delivered) if delivered.channel == Channel::Folder => (l.web_event_exported(), by),
        Event::Delivered(_) => (l.web_event_delivered(), by),
        Event::Revoked(revoked) => (l.web_event_revoked(), l.web_event_by_because(by, kept::reason(revoked, l))),
        Event::Superseded(superseded) => (l.web_event_superseded(), superseded.by.to_string()),
        Event::Erased(_) => (l.web_event_erased(), by),
        Event::Renewed(_) => (l.web_event_renewed(), by),
    };
    HistoryLine { when: l.instant(entry.at()), what, share: note }
}

async fn file(site: &Held, visit: &Visit, id: &str, file: SealedFile) -> Result<Response, Refusal> {
    let care = in_care(site, visit, id, Action::DownloadFiles).await?;
    note(site, SecurityEventKind::FileDownloaded, &care).await?;
    let InCare { tenant, credential, .. } = care;
    let digest = match file {
        SealedFile::Jsonld => credential.jsonld,
        SealedFile::Pdf => credential.pdf,
    };
    let name = kept::name(site, &tenant, credential.jsonld, file).await?;
    let digest = digest.ok_or(Refusal::NotFound)?;
    let artefact = kept::artefact(&tenant, &digest).await?.ok_or(Refusal::NotFound)?;
    Ok(file.answer(&name, &digest, artefact.bytes))
}

/// The European Digital Credential.
pub async fn jsonld(State(site): State<Held>, visit: Visit, Path(id): Path<String>) -> Result<Response, Refusal> {
    file(&site, &visit, &id, SealedFile::Jsonld).await
}

/// The PDF.
pub async fn pdf(State(site): State<Held>, visit: Visit, Path(id): Path<String>) -> Result<Response, Refusal> {
    file(&site, &visit, &id, SealedFile::Pdf).await
}
