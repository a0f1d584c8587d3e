//! `GET /holder/{credential}/shares/{share}`: the link, its QR code, and what can be changed.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::{
        HeaderMap, StatusCode,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    },
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::{Action, Permit};
use signet_document::qr;
use signet_lang::{Locale, when::day_in_prague};
use signet_record::Language;
use signet_registry::SealedFile;
use signet_share::{AccessCode, Share, ShareKind, ShareState, Showing, ShownField, guesses::CodeState};
use signet_store::{StoredCredential, Tenant};
use signet_verify::ParsedFile;

use crate::{
    day,
    frame::{Area, PageFrame},
    holder::{own::own, profile},
    page_error::PageError,
    request_context::{RequestContext, respond},
    session_cookie,
    share_words::{field_word, purpose_word, share_tag},
    site::AppState,
    stored,
    view::{Fact, StateTag},
};

/// The page.
#[derive(Template)]
#[template(path = "holder/share.html")]
pub struct SharePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the credential.
    pub title: String,
    /// The credential's page.
    pub back: String,
    /// What has just been done.
    pub note: Option<String>,
    /// What was wrong with the last change.
    pub problem: Option<String>,
    /// The holder's name for it.
    pub label: String,
    /// Works, ended, withdrawn.
    pub state: StateTag,
    /// The whole link, while it works.
    pub link: Option<String>,
    /// Address of the QR code without its ending.
    pub qr: String,
    /// As the recipient will see it.
    pub look: String,
    /// Purpose, language, end, what it shows.
    pub facts: Vec<Fact>,
    /// Identifier and title of each credential that it shows, when they are several.
    pub items: Vec<(String, String)>,
    /// What it is good for in a profile, where it lasts.
    pub profile: Option<ProfileLines>,
    /// What opens it besides the link.
    pub code: CodeLine,
    /// This page, without language switch: where its forms lead.
    pub action: String,
    /// Last day, `2025-12-31`, or nothing.
    pub ends: String,
    /// Today.
    pub first_day: String,
}

/// What a lasting share is good for.
pub struct ProfileLines {
    /// The address that adds it to a LinkedIn profile.
    pub linkedin: String,
    /// Two lines for a curriculum vitae.
    pub cv: String,
}

/// The code of a share, as its holder sees it.
#[derive(Default)]
pub struct CodeLine {
    /// There is one.
    pub asks: bool,
    /// The digits, while they are new.
    pub digits: Option<String>,
    /// Too many wrong ones have closed the share.
    pub closed: bool,
}

/// What has just been done, by the address.
#[derive(Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// A form with nothing but its token, or a new last day.
#[derive(Deserialize)]
pub struct Change {
    #[serde(default)]
    token: String,
    #[serde(default)]
    ends: String,
}

/// A named share of the holder's own credential.
pub struct OwnShare {
    /// The rows of its institution.
    pub tenant: Tenant,
    /// What it shows.
    pub credential: StoredCredential,
    /// The share.
    pub share: Share,
    /// Leave to change it.
    pub permit: Permit,
    /// Too many wrong codes have closed it.
    closed: bool,
    /// The credentials that it shows, when it shows others than its own.
    items: Vec<StoredCredential>,
    /// Its code, while this browser still shows it.
    digits: Option<AccessCode>,
}

/// The share of an address.
///
/// # Errors
/// When nobody is signed in, or it is not theirs.
pub async fn find(
    site: &AppState,
    context: &RequestContext,
    (credential, share): (String, String),
) -> Result<OwnShare, PageError> {
    let (own, credential, permit) = own(site, context, &credential, Action::ManageShare).await?;
    let id = share.parse().map_err(|_| PageError::NotFound)?;
    let share = own.tenant.share(&id).await?.ok_or(PageError::NotFound)?;
    let named = matches!(share.kind, ShareKind::Named { .. });
    if !named || share.credential != credential.id {
        return Err(PageError::NotFound);
    }
    let tries = own.tenant.code_tries(&share.id).await?;
    let closed = share.code.is_some() && tries.state(site.now()) == CodeState::Closed;
    let mut items = Vec::new();
    for item in &share.items {
        items.extend(own.tenant.credential(item).await?);
    }
    Ok(OwnShare { tenant: own.tenant, credential, share, permit, closed, items, digits: None })
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(ids): Path<(String, String)>,
    Query(done): Query<Done>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let mut found = find(&site, &context, ids).await?;
    found.digits = session_cookie::code_of(&site, &headers, found.share.id).filter(|_| found.share.code.is_some());
    let note = match done.done.as_str() {
        "made" => Some(context.l.web_share_created()),
        "extended" => Some(context.l.web_share_extended_note()),
        "code" => Some(context.l.web_share_code_note_new()),
        "taken" => Some(context.l.web_share_taken_note()),
        "codeless" => Some(context.l.web_share_code_note_none()),
        "again" => Some(context.l.web_share_code_note_again()),
        _ => None,
    };
    let profile = profile_lines(&site, &found, context.l).await?;
    Ok(respond(StatusCode::OK, &SharePage { profile, ..page(&site, &context, &found, note, None) }))
}

/// What stands in a profile; nothing of a share that ends, asks for a code or shows several.
async fn profile_lines(site: &AppState, found: &OwnShare, l: Locale) -> Result<Option<ProfileLines>, PageError> {
    let share = &found.share;
    if !profile::is_lasting(share, site.now()) {
        return Ok(None);
    }
    let files = found.tenant.sealed_files(&share.credential).await?;
    let file = stored::sealed_credential(site, &found.tenant, files.get(&SealedFile::Jsonld)).await?;
    let link = site.link(share.id);
    let lines = file.as_ref().and_then(ParsedFile::credential).and_then(|credential| {
        let (linkedin, cv) = profile::linkedin(credential, &link, l).zip(profile::cv_lines(
            credential,
            &link,
            Locale::new(share.language),
        ))?;
        Some(ProfileLines { linkedin, cv })
    });
    Ok(lines)
}

fn page(
    site: &AppState,
    context: &RequestContext,
    found: &OwnShare,
    note: Option<String>,
    problem: Option<String>,
) -> SharePage {
    let OwnShare { credential, share, .. } = found;
    let (l, now) = (context.l, site.now());
    let back = context.at(&format!("/holder/{}", credential.id));
    let action = format!("{back}/shares/{}", share.id);
    let label = match &share.kind {
        ShareKind::Named { label, .. } => label.to_string(),
        ShareKind::Document => String::new(),
    };
    let last = share.ends.map(day::last_before);
    // A share that has ended can be opened again by a new end, so its link is still shown; a withdrawn one is no more.
    let link = (share.state(now) != ShareState::Withdrawn).then(|| site.link(share.id));
    SharePage {
        f: context.private(Area::Holder),
        l,
        title: credential.title.text(l.language()).to_owned(),
        back,
        note,
        problem,
        label,
        state: if found.closed { StateTag::bad(l.web_share_state_closed()) } else { share_tag(share.state(now), l) },
        link,
        qr: format!("{action}/qr"),
        facts: facts(share, l),
        look: format!("{action}/look"),
        items: found.items.iter().map(|item| (item.id.to_string(), item.title.text(l.language()).to_owned())).collect(),
        profile: None,
        code: CodeLine {
            asks: share.code.is_some(),
            digits: found.digits.as_ref().map(AccessCode::reveal),
            closed: found.closed,
        },
        action,
        ends: last.map(|day| day.to_string()).unwrap_or_default(),
        first_day: day_in_prague(now).to_string(),
    }
}

fn facts(share: &Share, l: Locale) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let ShareKind::Named { purpose, recipient, reference, .. } = &share.kind {
        facts.push(Fact::new(l.web_share_purpose(), purpose_word(*purpose, l)));
        facts.extend(recipient.as_ref().map(|recipient| Fact::new(l.web_share_recipient(), recipient.name())));
        facts.extend(reference.as_ref().map(|reference| Fact::new(l.web_share_reference(), reference.as_str())));
    }
    let language = match share.language {
        Language::Cs => l.web_frame_language_cs(),
        Language::En => l.web_frame_language_en(),
    };
    let ends = share.ends.map_or_else(|| l.web_share_no_limit(), |ends| l.date(day::last_before(ends)));
    let rest = [
        Fact::new(l.web_share_until(), ends),
        Fact::new(l.web_share_shows(), shown(share.showing, l)),
        Fact::new(l.web_share_language(), language),
        Fact::new(l.web_share_created_at(), l.instant(share.created)),
    ];
    facts.extend(rest);
    facts
}

/// What a share shows besides what always shows.
fn shown(showing: Showing, l: Locale) -> String {
    let fields = ShownField::ALL.into_iter().filter(|field| showing.shows(*field));
    let files = showing.files().then(|| l.web_share_hidden_files());
    let names: Vec<String> = fields.map(|field| field_word(field, l)).chain(files).collect();
    if names.is_empty() { l.web_share_shows_least() } else { names.join(", ") }
}

/// Sets a new last day.
pub async fn extend(
    State(site): State<AppState>,
    context: RequestContext,
    Path(ids): Path<(String, String)>,
    Form(change): Form<Change>,
) -> Result<Response, PageError> {
    context.check_csrf(&change.token)?;
    let mut found = find(&site, &context, ids).await?;
    let ends = day::of_field(&change.ends).and_then(day::end_of);
    let extended = ends.is_some() && found.share.extend(ends, site.now()).is_ok();
    if !extended {
        let problem = Some(context.l.web_share_problem_ends());
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page(&site, &context, &found, None, problem)));
    }
    site.issuer.change_share(&found.tenant, &found.share, found.permit).await?;
    let onward = format!("/holder/{}/shares/{}?done=extended", found.credential.id, found.share.id);
    Ok(Redirect::to(&context.at(&onward)).into_response())
}

/// Which credential is taken out.
#[derive(Deserialize)]
pub struct TakenOut {
    #[serde(default)]
    token: String,
    #[serde(default)]
    credential: String,
}

/// Takes one of several credentials out; the others still show.
pub async fn take_out(
    State(site): State<AppState>,
    context: RequestContext,
    Path(ids): Path<(String, String)>,
    Form(taken): Form<TakenOut>,
) -> Result<Response, PageError> {
    context.check_csrf(&taken.token)?;
    let mut found = find(&site, &context, ids).await?;
    found.share.take_out(taken.credential.parse().map_err(|_not_an_identifier| PageError::NotFound)?)?;
    site.issuer.change_share(&found.tenant, &found.share, found.permit).await?;
    let onward = format!("/holder/{}/shares/{}?done=taken", found.credential.id, found.share.id);
    Ok(Redirect::to(&context.at(&onward)).into_response())
}

/// Withdraws it, at once and for good.
pub async fn withdraw(
    State(site): State<AppState>,
    context: RequestContext,
    Path(ids): Path<(String, String)>,
    Form(change): Form<Change>,
) -> Result<Response, PageError> {
    context.check_csrf(&change.token)?;
    let mut found = find(&site, &context, ids).await?;
    found.share.withdraw(site.now());
    site.issuer.change_share(&found.tenant, &found.share, found.permit).await?;
    Ok(Redirect::to(&context.at(&format!("/holder/{}?done=withdrawn", found.credential.id))).into_response())
}

/// The QR code of its link as SVG.
pub async fn qr_svg(
    State(site): State<AppState>,
    context: RequestContext,
    Path(ids): Path<(String, String)>,
) -> Result<Response, PageError> {
    let found = find(&site, &context, ids).await?;
    let link = site.link(found.share.id);
    let svg = site.compute().run(move || qr::svg(&link)).await??;
    Ok(([(CONTENT_TYPE, "image/svg+xml"), (CONTENT_DISPOSITION, "inline; filename=\"qr.svg\"")], svg).into_response())
}

/// The QR code of its link as PNG.
pub async fn qr_png(
    State(site): State<AppState>,
    context: RequestContext,
    Path(ids): Path<(String, String)>,
) -> Result<Response, PageError> {
    let found = find(&site, &context, ids).await?;
    let link = site.link(found.share.id);
    let png = site.compute().run(move || qr::png(&link)).await??;
    Ok(([(CONTENT_TYPE, "image/png"), (CONTENT_DISPOSITION, "inline; filename=\"qr.png\"")], png).into_response())
}
