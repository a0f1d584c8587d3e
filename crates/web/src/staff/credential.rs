//! `GET /staff/credentials/{credential}`: everything the register knows of one.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use serde::Deserialize;
use signet_access::{Action, Target};
use signet_lang::Locale;
use signet_record::CredentialId;
use signet_registry::{Channel, Entry, Event};
use signet_store::{Credential, Session, Tenant};

use crate::{
    download::SealedFile,
    frame::{Area, Frame},
    kept, offer,
    refusal::Refusal,
    site::Held,
    view::{CredentialView, FileView, HistoryLine, Reveal, StateTag},
    visit::{Visit, permit, show},
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
    pub session: &'v Session,
    /// The register's row.
    pub credential: Credential,
}

/// Finds it.
///
/// # Errors
/// When nobody is signed in, they may not, or there is none.
pub async fn in_care<'v>(site: &Held, visit: &'v Visit, id: &str, action: Action) -> Result<InCare<'v>, Refusal> {
    let (tenant, session) = visit.staff(site, Action::SearchRegister)?;
    let id: CredentialId = id.parse().map_err(|_| Refusal::NotFound)?;
    let credential = tenant.credential(&id).await.map_err(Refusal::fault)?.ok_or(Refusal::NotFound)?;
    let target = Target::Credential { institution: tenant.id(), holder: &credential.key.person, guarantor: None };
    permit(&session.actor, action, &target)?;
    Ok(InCare { tenant, session, credential })
}

/// Shows the page.
pub async fn get(
    State(site): State<Held>,
    visit: Visit,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Refusal> {
    let InCare { tenant, credential: row, .. } = in_care(&site, &visit, &id, Action::ViewCredential).await?;
    let l = visit.l;
    let history = tenant.history(&row.id).await.map_err(Refusal::fault)?.ok_or(Refusal::NotFound)?;
    let base = visit.at(&format!("/staff/credentials/{}", row.id));
    let artefact = match row.jsonld {
        Some(digest) => kept::artefact(&tenant, &digest).await?,
        None => None,
    };
    let file = artefact.map(|artefact| kept::read(&artefact.bytes)).transpose()?;
    let credential = file.as_ref().and_then(|file| file.credential());
    let digests = [(SealedFile::Pdf, row.pdf), (SealedFile::Jsonld, row.jsonld)];
    let files = match credential {
        Some(credential) => kept::files(&tenant, credential, digests, &base, l).await?,
        None => Vec::new(),
    };
    let stored = tenant.institution().await.map_err(Refusal::fault)?;
    let revocable = history.state.revoked().is_none();
    Ok(show(&CredentialPage {
        f: visit.private(Area::Staff),
        l,
        note: (done.done == "revoked").then(|| l.web_revoke_done()),
        trial: stored.as_ref().and_then(offer::house).is_some_and(|house| site.seals_for_trial(&house)),
        state: kept::tag(&row, l),
        holder: row.holder.full_name(),
        warning: kept::warning(&history.state, l)
            .or_else(|| row.trouble.as_deref().map(|code| super::batch::trouble(code, l))),
        events: history.entries.iter().map(|entry| line(entry, l)).collect(),
        files,
        title: row.title.text(l.language()).to_owned(),
        credential: credential.map(|credential| CredentialView::of(credential, l, Reveal::All)),
        revoke_href: revocable.then(|| format!("{base}/revoke")),
    }))
}

fn line(entry: &Entry, l: Locale) -> HistoryLine {
    let by = entry.by().to_string();
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
    let InCare { tenant, credential, .. } = in_care(site, visit, id, Action::DownloadFiles).await?;
    let digest = match file {
        SealedFile::Jsonld => credential.jsonld,
        SealedFile::Pdf => credential.pdf,
    };
    let name = kept::name(&tenant, credential.jsonld, file).await?;
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
