//! `GET /c/{link}`: what the holder shows to whoever has the link.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;
use signet_access::{Action, Actor, Role, Target};
use signet_lang::Locale;
use signet_registry::{SealedFile, Stage};
use signet_share::{Answer, Share, ShareKind, ShareLink, answer};
use signet_store::{SharedCredential, Tenant};

use crate::{
    automated::Automated,
    day, download,
    frame::{Area, PageFrame},
    headers,
    look_counter::Visited,
    own_verification::OwnFile,
    page_error::PageError,
    request_context::{RequestContext, permit, show},
    site::AppState,
    stored,
    view::{DrawnCredential, FileView, Reveal, Verdict},
};

/// The page.
#[derive(Template)]
#[template(path = "public/shared.html")]
pub struct SharedPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The large result, with its time.
    pub verdict: Verdict,
    /// What the credential says, and what a verification finds.
    pub drawn: Arc<DrawnCredential>,
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
        if share.kind == ShareKind::Document || share.show_birth_date { Reveal::All } else { Reveal::WithoutBirth }
    }

    /// Both files in a list; `base` is the address they lie under.
    fn files(&self, drawn: &DrawnCredential, base: &str, l: Locale) -> Vec<FileView> {
        let shown = &self.shown;
        let view = |file: SealedFile| {
            let (digest, bytes) = (shown.files.get(&file)?, shown.sizes.get(&file)?);
            let (name, href) = (drawn.names.get(&file)?.clone(), download::address(base, file));
            Some(FileView::named(file, name, digest, *bytes, href, l))
        };
        download::offered().into_iter().filter_map(view).collect()
    }
}

/// Looks a presented link up. Everything that does not open is the same refusal.
async fn open(site: &AppState, context: &RequestContext, link: String) -> Result<Opened, PageError> {
    let now = site.now();
    let found = match link.parse::<ShareLink>() {
        Ok(presented) => site.store().public().look_up(&presented.lookup_digest()).await?,
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
    let (shown, reveal) = (&opened.shown, opened.reveal());
    let file = OwnFile {
        site: &site,
        tenant: &opened.tenant,
        // What was erased is shown no more, though it may still be remembered.
        jsonld: shown
            .file(SealedFile::Jsonld)
            .filter(|_| shown.sizes.contains_key(&SealedFile::Jsonld))
            .ok_or(PageError::Gone)?,
        credential: shown.share.credential,
        status: shown.status,
        l,
        reveal,
    };
    let (verdict, now) = file.verdict().await?;
    let drawn = file.drawn(&verdict).await?;
    let judged = l.instant(verdict.foundation.judged);
    let when = if now { l.web_report_checked(judged) } else { l.web_report_remembered(judged) };
    let base = context.at(&format!("/c/{}", opened.link));
    let all = reveal == Reveal::All;
    note_look(&site, &context, &opened, automated, Visited::Page).await;
    Ok(headers::with_pictures(show(&SharedPage {
        f: context.private(Area::Elsewhere),
        l,
        verdict: Verdict { when, ..drawn.verdict.clone() },
        files: if all { opened.files(&drawn, &base, l) } else { Vec::new() },
        preview: all.then(|| format!("{base}/preview.jpg?v={}", file.jsonld)),
        ends: last_day(&shown.share, l),
        drawn,
    })))
}

fn last_day(share: &Share, l: Locale) -> Option<String> {
    share.ends.map(|ends| l.date(day::last_before(ends)))
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
    let own = context.require_session().is_ok_and(|signed_in| {
        let actor = &signed_in.session.actor;
        actor.role() == Role::Holder
            && actor.institution() == Some(&shown.institution)
            && actor.person() == Some(&shown.person)
    });
    if own {
        return;
    }
    if site.looks().count(&shown.institution, shown.share.id, visited, site.now()) {
        site.write_looks().await;
    }
}

/// The sealed credential whose picture is asked for: the address changes with it, so whoever has the picture need not ask again.
#[derive(Default, Deserialize)]
pub struct PictureVersion {
    #[serde(default)]
    v: String,
}

/// The picture of page 1.
pub async fn preview(
    State(site): State<AppState>,
    context: RequestContext,
    Path(link): Path<String>,
    Query(version): Query<PictureVersion>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let opened = open(&site, &context, link).await?;
    if opened.reveal() != Reveal::All {
        return Err(PageError::Gone);
    }
    let shown = &opened.shown;
    let jsonld = shown.file(SealedFile::Jsonld).ok_or(PageError::Gone)?;
    // It stands in the sealed credential, so the digest of that names it, with the language.
    let (named, tag) = (version.v == jsonld.to_string(), format!("{jsonld}-{}", context.l.language().code()));
    if download::is_known(&headers, &tag) {
        return Ok(download::unchanged(&tag, named));
    }
    let ledger = stored::state(&opened.tenant, &shown.share.credential).await?;
    let picture = stored::picture(&site, &opened.tenant, &ledger, context.l).await?.ok_or(PageError::Gone)?;
    Ok(download::shared_picture(picture, &tag, named))
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

/// One of the sealed files, by what its address ends with.
pub async fn get_file(
    State(site): State<AppState>,
    context: RequestContext,
    automated: Automated,
    Path((link, name)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let kind = download::addressed(&name).ok_or(PageError::NotFound)?;
    file(&site, &context, automated, link, kind).await
}
