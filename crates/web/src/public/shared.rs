//! `GET /c/{link}`: what the holder shows to whoever has the link.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use signet_access::{Action, Actor, Role, Target};
use signet_lang::Locale;
use signet_registry::{LedgerState, SealedFile, Stage, Status};
use signet_share::{Answer, Kind, Link, Share, answer};
use signet_store::{SharedCredential, Tenant, Visited};

use crate::{
    automated::Automated,
    day, download,
    frame::{Area, Frame},
    headers,
    own_verification::{Assessed, VerificationError, assess},
    page_error::PageError,
    request_context::{RequestContext, permit, show},
    site::AppState,
    stored,
    view::{ContentView, CredentialView, FileView, Mark, Pictures, ReportView, Reveal, Verdict, VerdictKind},
};

/// The page.
#[derive(Template)]
#[template(path = "public/shared.html")]
pub struct SharedPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// What a verification finds now.
    pub report: ReportView,
    /// What the credential says.
    pub c: CredentialView,
    /// All of it, element by element.
    pub content: ContentView,
    /// Address of the picture of page 1, when the share shows it.
    pub preview: Option<String>,
    /// The sealed files, when the share shows them.
    pub files: Vec<FileView>,
    /// Last day of the share, in words.
    pub ends: Option<String>,
}

/// An open share with what it leads to.
struct Opened {
    shown: SharedCredential,
    tenant: Tenant,
    /// The characters of the link, as they stand in the address.
    link: String,
}

impl Opened {
    /// Whoever has the PDF has the date of birth and both files; in other shares they come together, as the holder chose.
    fn reveal(&self) -> Reveal {
        let share = &self.shown.share;
        if share.kind == Kind::Document || share.show_birth_date { Reveal::All } else { Reveal::WithoutBirth }
    }
}

/// Looks a presented link up. Everything that does not open is the same refusal.
async fn open(site: &AppState, context: &RequestContext, link: String) -> Result<Opened, PageError> {
    let now = site.now();
    let found = match link.parse::<Link>() {
        Ok(presented) => site.store().public().look_up(&presented.lookup_digest()).await.map_err(PageError::fault)?,
        Err(_) => None,
    };
    let sealed = found.filter(|shown| matches!(shown.stage, Stage::Sealed | Stage::Delivered));
    let open = matches!(answer(sealed.as_ref().map(|shown| &shown.share), now), Answer::Show(_));
    // Asked as a stranger, whoever is signed in: a session neither widens nor narrows what a link shows.
    let permitted = |shown: &SharedCredential| {
        let target = Target::Share { institution: &shown.institution, holder: &shown.person, open };
        permit(&Actor::stranger(), Action::ViewShared, &target).is_ok()
    };
    match sealed.filter(permitted) {
        Some(shown) => Ok(Opened { tenant: site.store().tenant(&shown.institution), shown, link }),
        // Only what is wrong is counted and refused: a right link opens for everybody, whatever others have tried.
        None if site.guessed_enough(context.client) => Err(PageError::Hasty),
        None => {
            site.note_guess(context.client);
            Err(PageError::Gone)
        }
    }
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    automated: Automated,
    Path(link): Path<String>,
) -> Result<Response, PageError> {
    let opened = open(&site, &context, link).await?;
    let context = context.or_language(opened.shown.share.language);
    let l = context.l;
    let jsonld = opened.shown.file(SealedFile::Jsonld).ok_or(PageError::Gone)?;
    let kept = stored::artefact(&opened.tenant, &jsonld).await?.ok_or(PageError::Gone)?;
    let assessed = match assess(&site, kept.bytes.to_vec()).await {
        Ok(assessed) => assessed,
        Err(VerificationError::Unreadable(reason)) => return Err(PageError::fault(reason)),
        Err(VerificationError::Fault(page_error)) => return Err(page_error),
    };
    let credential =
        assessed.artefact.credential().ok_or_else(|| PageError::fault("a kept file without a credential"))?;
    let ledger = stored::state(&opened.tenant, &opened.shown.share.credential).await?;
    let all = opened.reveal() == Reveal::All;
    let base = context.at(&format!("/c/{}", opened.link));
    let files = match all {
        true => stored::files(&opened.tenant, credential, &opened.shown.files, &base, l).await?,
        false => Vec::new(),
    };
    note_look(&site, &context, &opened, automated, Visited::Page).await;
    let (f, reveal, ends) = (context.private(Area::Elsewhere), opened.reveal(), last_day(&opened.shown.share, l));
    let drawing = move || {
        let Assessed { artefact, report } = &assessed;
        let credential = artefact.credential()?;
        Some(headers::with_pictures(show(&SharedPage {
            f,
            l,
            report: with_register(ReportView::of(report, l), &ledger, l),
            c: CredentialView::verified(credential, report, l, reveal),
            content: ContentView::of(credential, l, reveal, Pictures::Elsewhere),
            preview: all.then(|| format!("{base}/preview.jpg")),
            files,
            ends,
        })))
    };
    site.compute().run(drawing).await?.ok_or_else(|| PageError::fault("a kept file without a credential"))
}

fn last_day(share: &Share, l: Locale) -> Option<String> {
    share.ends.map(|ends| l.date(day::last_before(ends)))
}

/// This page comes from the register itself, so it knows a revocation even when the status list cannot be had.
fn with_register(mut report: ReportView, ledger: &LedgerState, l: Locale) -> ReportView {
    let (kind, more) = match (ledger.status(), ledger.revoked()) {
        (Status::Revoked, Some((_, revoked))) => {
            let since = l.web_verdict_revoked_since(l.date(revoked.date()), stored::reason(revoked, l));
            (VerdictKind::Revoked, vec![since])
        }
        (Status::Revoked, None) => (VerdictKind::Revoked, Vec::new()),
        (Status::Superseded, _) => (VerdictKind::Superseded, Vec::new()),
        (Status::Valid, _) => return report,
    };
    if report.verdict.kind == VerdictKind::Invalid {
        return report;
    }
    let Verdict { when, source, .. } = report.verdict;
    report.verdict = Verdict { when, source, ..Verdict::new(kind, l, String::new(), more) };
    if let Some(validity) = report.groups.last_mut().filter(|validity| validity.mark != Mark::Fails) {
        validity.mark = Mark::Fails;
        validity.sentence = report.verdict.sentences.first().cloned().unwrap_or_default();
    }
    report
}

/// Counts an opening, unless the holder or a program made it.
async fn note_look(
    site: &AppState,
    context: &RequestContext,
    opened: &Opened,
    Automated(automated): Automated,
    visited: Visited,
) {
    if automated {
        return;
    }
    let shown = &opened.shown;
    let own = context.require_session().is_ok_and(|require_session| {
        let actor = &require_session.session.actor;
        actor.role() == Role::Holder
            && actor.institution() == Some(&shown.institution)
            && actor.person() == Some(&shown.person)
    });
    if own {
        return;
    }
    let public = site.store().public();
    if let Err(error) = public.note_look(&shown.institution, &shown.share.id, visited, site.now()).await {
        tracing::error!(%error, "a look could not be noted");
    }
}

/// The picture of page 1.
pub async fn preview(
    State(site): State<AppState>,
    context: RequestContext,
    Path(link): Path<String>,
) -> Result<Response, PageError> {
    let opened = open(&site, &context, link).await?;
    if opened.reveal() != Reveal::All {
        return Err(PageError::Gone);
    }
    let ledger = stored::state(&opened.tenant, &opened.shown.share.credential).await?;
    let picture = stored::picture(&site, &opened.tenant, &ledger, context.l).await?;
    picture.map(download::picture).ok_or(PageError::Gone)
}

/// One of the sealed files, byte for byte.
async fn file(
    site: &AppState,
    context: &RequestContext,
    automated: Automated,
    link: String,
    file: SealedFile,
) -> Result<Response, PageError> {
    let opened = open(site, context, link).await?;
    if opened.reveal() != Reveal::All {
        return Err(PageError::Gone);
    }
    let jsonld = opened.shown.file(SealedFile::Jsonld);
    let name = stored::name(site, &opened.tenant, jsonld, file).await?;
    let digest = opened.shown.file(file).ok_or(PageError::Gone)?;
    let artefact = stored::artefact(&opened.tenant, &digest).await?.ok_or(PageError::Gone)?;
    note_look(site, context, &opened, automated, Visited::File).await;
    Ok(download::answer(file, &name, &digest, artefact.bytes))
}

/// The European Digital Credential.
pub async fn jsonld(
    State(site): State<AppState>,
    context: RequestContext,
    automated: Automated,
    Path(link): Path<String>,
) -> Result<Response, PageError> {
    file(&site, &context, automated, link, SealedFile::Jsonld).await
}

/// The PDF.
pub async fn pdf(
    State(site): State<AppState>,
    context: RequestContext,
    automated: Automated,
    Path(link): Path<String>,
) -> Result<Response, PageError> {
    file(&site, &context, automated, link, SealedFile::Pdf).await
}
