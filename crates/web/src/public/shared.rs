//! `GET /c/{link}`: what the holder shows to whoever has the link.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use serde::Deserialize;
use signet_access::Role;
use signet_lang::Locale;
use signet_record::CredentialId;
use signet_registry::SealedFile;
use signet_share::{Showing, ShownField, guesses::CodeState};
use signet_store::SharedCredential;

use crate::{
    automated::Automated,
    download,
    frame::{Area, PageFrame},
    headers,
    look_counter::Visited,
    page_error::PageError,
    public::{
        opened::{Opened, open},
        shared_code::{self, may_see},
        shared_parts::{last_day, own_file, reference},
        shared_set,
    },
    request_context::{RequestContext, show},
    share_words::field_word,
    site::AppState,
    stored,
    view::{DrawnCredential, FileView, Verdict},
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
    /// What the holder keeps back, in a sentence.
    pub hidden: Option<String>,
    /// What the recipient knows it by.
    pub reference: Option<String>,
    /// The holder looks before anybody has the link.
    pub rehearsed: bool,
    /// Last day of the share, in words.
    pub ends: Option<String>,
}

/// Both files in a list; `base` is the address they lie under.
fn files(shown: &SharedCredential, drawn: &DrawnCredential, base: &str, l: Locale) -> Vec<FileView> {
    let view = |file: SealedFile| {
        let (digest, bytes) = (shown.files.get(&file)?, shown.sizes.get(&file)?);
        let (name, href) = (drawn.names.get(&file)?.clone(), download::address(base, file));
        Some(FileView::named(file, name, digest, *bytes, href, l))
    };
    download::offered().into_iter().filter_map(view).collect()
}

/// Shows the page, or asks for the code.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    automated: Automated,
    Path(link): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let opened = open(&site, &context, link).await?;
    if !may_see(&site, &headers, &opened.shown.share) {
        let tries = opened.tenant.code_tries(&opened.shown.share.id).await?;
        let waits = tries.state(site.now()) == CodeState::Waits;
        return Ok(shared_code::page(&context, &opened.link, waits, waits.then(|| context.l.web_shared_code_waits())));
    }
    let context = context.or_language(opened.shown.share.language);
    let page = whole_page(&site, &context, &opened, false).await?;
    note_look(&site, &context, &opened, automated, Visited::Page).await;
    Ok(page)
}

/// What a share shows: its credential, or the list of several.
pub async fn whole_page(
    site: &AppState,
    context: &RequestContext,
    opened: &Opened,
    rehearsed: bool,
) -> Result<Response, PageError> {
    match opened.shown.share.items.as_slice() {
        [] => page(site, context, opened, rehearsed).await,
        [alone] => page(site, context, &opened.item(*alone).await?, rehearsed).await,
        _ => shared_set::page(site, context, opened, rehearsed).await,
    }
}

/// A visitor's share, or one of several credentials in it, by an address.
///
/// # Errors
/// When the link opens nothing, the code was not told, or the share does not show that credential.
async fn visited(
    site: &AppState,
    context: &RequestContext,
    (link, item): (String, Option<CredentialId>),
    headers: &HeaderMap,
) -> Result<Opened, PageError> {
    let opened = open(site, context, link).await?;
    if !may_see(site, headers, &opened.shown.share) {
        return Err(PageError::Gone);
    }
    match (opened.shown.share.shown(), item) {
        (_, Some(item)) => opened.item(item).await,
        ([alone], None) if *alone != opened.shown.share.credential => opened.item(*alone).await,
        ([_], None) => Ok(opened),
        _ => Err(PageError::Gone),
    }
}

/// The credential of an address.
fn credential_of(text: &str) -> Result<CredentialId, PageError> {
    text.parse().map_err(|_not_an_identifier| PageError::Gone)
}

/// One of several credentials of a share.
pub async fn get_item(
    State(site): State<AppState>,
    context: RequestContext,
    automated: Automated,
    Path((link, item)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let opened = visited(&site, &context, (link, Some(credential_of(&item)?)), &headers).await?;
    let page = page(&site, &context, &opened, false).await?;
    note_look(&site, &context, &opened, automated, Visited::Page).await;
    Ok(page)
}

/// The page of one credential of a share, for whoever may see it; `rehearsed`: for its holder, before anybody has the link.
pub async fn page(
    site: &AppState,
    context: &RequestContext,
    opened: &Opened,
    rehearsed: bool,
) -> Result<Response, PageError> {
    let l = context.l;
    let (shown, showing) = (&opened.shown, opened.showing());
    let file = own_file(site, &opened.tenant, shown, l)?;
    let (verdict, now) = file.verdict().await?;
    let drawn = file.drawn(&verdict).await?;
    let judged = l.instant(verdict.foundation.judged);
    let when = if now { l.web_report_checked(judged) } else { l.web_report_remembered(judged) };
    let base = context.at(&opened.base);
    Ok(headers::with_pictures(show(&SharedPage {
        f: context.private(Area::Elsewhere),
        l,
        verdict: Verdict { when, ..drawn.verdict.clone() },
        files: if showing.files() { files(shown, &drawn, &base, l) } else { Vec::new() },
        preview: showing.shows(ShownField::Picture).then(|| format!("{base}/preview.jpg?v={}", file.jsonld)),
        hidden: hidden(showing, l),
        reference: reference(&shown.share),
        rehearsed,
        ends: last_day(&shown.share, l),
        drawn,
    })))
}

/// What the holder keeps back, in a sentence: nobody is left to think that there is no more.
fn hidden(showing: Showing, l: Locale) -> Option<String> {
    let fields = ShownField::ALL.into_iter().filter(|field| !showing.shows(*field));
    let mut names: Vec<String> = fields.map(|field| field_word(field, l)).collect();
    if !showing.files() {
        names.push(l.web_share_hidden_files());
    }
    (!names.is_empty()).then(|| l.web_shared_hidden(names.join(", ")))
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
    let opened = visited(&site, &context, (link, None), &headers).await?;
    picture(&site, &context, &opened, &version, &headers).await
}

/// The picture of page 1 of one of several.
pub async fn preview_of_item(
    State(site): State<AppState>,
    context: RequestContext,
    Path((link, item)): Path<(String, String)>,
    Query(version): Query<PictureVersion>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let opened = visited(&site, &context, (link, Some(credential_of(&item)?)), &headers).await?;
    picture(&site, &context, &opened, &version, &headers).await
}

async fn picture(
    site: &AppState,
    context: &RequestContext,
    opened: &Opened,
    version: &PictureVersion,
    headers: &HeaderMap,
) -> Result<Response, PageError> {
    if !opened.showing().shows(ShownField::Picture) {
        return Err(PageError::Gone);
    }
    let shown = &opened.shown;
    let jsonld = shown.file(SealedFile::Jsonld).ok_or(PageError::Gone)?;
    // It stands in the sealed credential, so the digest of that names it, with the language.
    let (named, tag) = (version.v == jsonld.to_string(), format!("{jsonld}-{}", context.l.language().code()));
    if download::is_known(headers, &tag) {
        return Ok(download::unchanged(&tag, named));
    }
    let ledger = stored::state(&opened.tenant, &shown.share.credential).await?;
    let picture = stored::picture(site, &opened.tenant, &ledger, context.l).await?.ok_or(PageError::Gone)?;
    Ok(download::shared_picture(picture, &tag, named))
}

/// One of the sealed files, byte for byte.
async fn file(
    site: &AppState,
    context: &RequestContext,
    automated: Automated,
    opened: Opened,
    file: SealedFile,
) -> Result<Response, PageError> {
    if !opened.showing().files() {
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
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let kind = download::addressed(&name).ok_or(PageError::NotFound)?;
    let opened = visited(&site, &context, (link, None), &headers).await?;
    file(&site, &context, automated, opened, kind).await
}

/// One of the sealed files of one of several.
pub async fn get_file_of_item(
    State(site): State<AppState>,
    context: RequestContext,
    automated: Automated,
    Path((link, item, name)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let kind = download::addressed(&name).ok_or(PageError::NotFound)?;
    let opened = visited(&site, &context, (link, Some(credential_of(&item)?)), &headers).await?;
    file(&site, &context, automated, opened, kind).await
}
