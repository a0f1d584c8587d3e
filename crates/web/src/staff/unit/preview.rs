//! `GET /staff/units/{unit}/preview`: what a micro-credential of the unit will look like, as its text stands now: certificate and supplement of
//! a person who does not exist, the card in the catalogue. `…/preview/verifier`: what whoever verifies it will see. `…/preview/{file}`:
//! the pages as pictures, and the PDF. A text that is not complete is told what it lacks.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use signet_issue::{NotReady, PreviewError, RegisteredInstitution, UnitPreview, with_causes};
use signet_lang::Locale;
use signet_offering::{CheckedDraft, UnitDraft};
use signet_record::{Flaw, Unit, UnitId};

use super::{
    super::{
        unit_address,
        unit_editor::{form::element_id, section::UnitSection},
    },
    in_care::{StaffUnit, UnitTitle, unit_in_care},
};
use crate::{
    catalogue_units,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw, show},
    site::AppState,
    view::{DrawnCredential, LinkView, ReportView, ShownFields, UnitCard},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/unit_preview.html")]
pub struct UnitPreviewPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Its title.
    pub title: UnitTitle,
    /// The page of the unit.
    pub back: String,
    /// Which text: a draft or a version.
    pub which: String,
    /// What is missing or wrong, each at its field where it has one; then there is no preview.
    pub lacks: Vec<LackLine>,
    /// The pages of certificate and supplement.
    pub sheets: Vec<SheetView>,
    /// The PDF.
    pub pdf: String,
    /// What whoever verifies will see.
    pub verifier: String,
    /// The card in the catalogue.
    pub card: Option<UnitCard>,
}

/// Something that a text lacks.
pub struct LackLine {
    /// The field, for whoever writes.
    pub href: Option<String>,
    /// What is missing or wrong.
    pub sentence: String,
}

/// A page of certificate or supplement.
pub struct SheetView {
    /// Its picture.
    pub src: String,
    /// What it is called.
    pub name: String,
    /// What the picture shows.
    pub alt: String,
}

/// What whoever verifies will see.
#[derive(Template)]
#[template(path = "staff/unit_preview_verifier.html")]
pub struct VerifierPreviewPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The page of the preview.
    pub back: LinkView,
    /// What the credential says, and what a verification finds.
    pub drawn: DrawnCredential,
    /// The large result.
    pub verdict: crate::view::Verdict,
}

/// The text of a unit that is previewed.
struct Previewed<'v> {
    unit: StaffUnit<'v>,
    which: String,
    draft: UnitDraft,
    registered: RegisteredInstitution,
    /// Whoever looks may write it.
    writes: bool,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let previewed = previewed(&site, &context, &id).await?;
    let l = context.l;
    let unit = match previewed.draft.check() {
        CheckedDraft::Complete(unit) => unit,
        CheckedDraft::Incomplete(flaws) => {
            let lacks = lacks(&flaws, &previewed, &context);
            return Ok(show(&page(&context, &previewed, lacks)));
        }
    };
    let preview = match site.issuer.preview(&unit, &previewed.registered) {
        Ok(preview) => preview,
        Err(error) => return Ok(show(&page(&context, &previewed, told(error, &previewed, &context)?))),
    };
    let credential = site.compute().run(move || preview.credential()).await?;
    let pages = match credential {
        Ok(credential) => credential.pages,
        Err(error) => return Ok(show(&page(&context, &previewed, told(error, &previewed, &context)?))),
    };
    let base = context.at(&unit_address::preview(&previewed.unit.id));
    let card = UnitCard::of(&unit, &previewed.registered.institution, format!("{base}#catalogue"), l);
    let page = UnitPreviewPage {
        sheets: (1..=pages).map(|number| sheet(number, &base, l)).collect(),
        card: Some(card),
        ..page(&context, &previewed, Vec::new())
    };
    draw(&site, move || page).await
}

/// Shows what whoever verifies will see.
pub async fn verifier(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let previewed = previewed(&site, &context, &id).await?;
    let (preview, _) = complete(&site, &previewed)?;
    let (f, l) = (context.private(Area::Staff), context.l);
    let href = context.at(&unit_address::preview(&previewed.unit.id));
    let back = LinkView { href, label: l.web_staff_preview_title() };
    let drawing = move || {
        let seen = preview.credential().map_err(PageError::fault)?;
        let told = ReportView::of(&seen.report, l);
        let credential = seen.file.credential().ok_or_else(|| PageError::fault("a preview without a credential"))?;
        let drawn = DrawnCredential::of(credential, &seen.report, told, l, ShownFields::ALL);
        let drawn = drawn.ok_or_else(|| PageError::fault("a preview that cannot be drawn"))?;
        Ok::<_, PageError>(show(&VerifierPreviewPage { f, l, back, verdict: drawn.verdict.clone(), drawn }))
    };
    site.compute().run(drawing).await?
}

/// A page as a picture, or the PDF.
pub async fn file(
    State(site): State<AppState>,
    context: RequestContext,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let previewed = previewed(&site, &context, &id).await?;
    let wanted = PreviewFile::named(&file).ok_or(PageError::NotFound)?;
    let (preview, _) = complete(&site, &previewed)?;
    let made = site.compute().run(move || wanted.make(&preview)).await?;
    let bytes = made.map_err(PageError::fault)?.ok_or(PageError::NotFound)?;
    // The text can be another in a moment.
    let asked = (CACHE_CONTROL, "private, no-store".to_owned());
    Ok(match wanted {
        PreviewFile::Page(_) => ([(CONTENT_TYPE, "image/jpeg".to_owned()), asked], bytes).into_response(),
        PreviewFile::Pdf => {
            // An id has no character that a header or a file name could not have.
            let name = format!("attachment; filename=\"{}-VZOR-SPECIMEN.pdf\"", previewed.unit.id);
            let head = [(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name), asked];
            (head, bytes).into_response()
        }
    })
}

/// A file of a preview.
#[derive(Clone, Copy)]
enum PreviewFile {
    /// A page as a picture, the first by 1.
    Page(usize),
    /// Certificate and supplement.
    Pdf,
}

impl PreviewFile {
    fn named(name: &str) -> Option<Self> {
        if name == "specimen.pdf" {
            return Some(PreviewFile::Pdf);
        }
        let number = name.strip_prefix("page-")?.strip_suffix(".jpg")?.parse().ok()?;
        (1..=99).contains(&number).then_some(PreviewFile::Page(number))
    }

    fn make(self, preview: &UnitPreview) -> Result<Option<Vec<u8>>, PreviewError> {
        match self {
            PreviewFile::Page(number) => preview.page(number.saturating_sub(1)),
            PreviewFile::Pdf => preview.pdf().map(Some),
        }
    }
}

/// The text of the draft, or of the newest approved version when no draft has any.
async fn previewed<'v>(site: &AppState, context: &'v RequestContext, id: &str) -> Result<Previewed<'v>, PageError> {
    let unit = unit_in_care(site, context, id).await?;
    let l = context.l;
    let stored = unit.tenant.institution().await?;
    let registered = stored.as_ref().and_then(catalogue_units::registered).ok_or(PageError::NotFound)?;
    let open = unit.in_hand.as_ref().and_then(|in_hand| Some((in_hand, in_hand.state.draft()?)));
    let written = open.filter(|(_, draft)| draft.digest.is_some() || unit.newest.is_none());
    let (which, draft, is_open) = match (written, &unit.newest) {
        (Some((in_hand, draft)), _) => (l.web_staff_unit_draft_version(draft.version), in_hand.draft.clone(), true),
        (None, Some(newest)) => {
            let text = site.issuer.units(&unit.tenant).version_text(&unit.id, newest.version).await?;
            (l.web_staff_unit_approved_version(newest.version), text, false)
        }
        (None, None) => return Err(PageError::NotFound),
    };
    let writes = is_open && unit.permit(signet_access::Action::EditUnit).is_ok();
    Ok(Previewed { unit, which, draft, registered, writes })
}

/// A preview of a text that is complete; without one there is nothing at this address.
fn complete(site: &AppState, previewed: &Previewed<'_>) -> Result<(UnitPreview, Arc<Unit>), PageError> {
    let CheckedDraft::Complete(unit) = previewed.draft.check() else { return Err(PageError::NotFound) };
    match site.issuer.preview(&unit, &previewed.registered) {
        Ok(preview) => Ok((preview, Arc::new(*unit))),
        // Why there is none, the page of the preview says.
        Err(_) => Err(PageError::NotFound),
    }
}

fn page(context: &RequestContext, previewed: &Previewed<'_>, lacks: Vec<LackLine>) -> UnitPreviewPage {
    let (l, id) = (context.l, &previewed.unit.id);
    let base = context.at(&unit_address::unit(id));
    UnitPreviewPage {
        f: context.private(Area::Staff),
        l,
        title: previewed.unit.title(l),
        which: previewed.which.clone(),
        lacks,
        sheets: Vec::new(),
        pdf: format!("{base}/preview/specimen.pdf"),
        verifier: format!("{base}/preview/verifier"),
        card: None,
        back: base,
    }
}

fn sheet(number: usize, base: &str, l: Locale) -> SheetView {
    let (name, alt) = match number {
        1 => (l.web_staff_preview_certificate(), l.web_staff_preview_certificate_alt()),
        other => (l.web_staff_preview_supplement(other - 1), l.web_staff_preview_supplement_alt(other - 1)),
    };
    SheetView { src: format!("{base}/page-{number}.jpg"), name, alt }
}

/// Why nothing can be shown, for whoever can mend it; what nobody there can mend is our fault.
fn told(error: PreviewError, previewed: &Previewed<'_>, context: &RequestContext) -> Result<Vec<LackLine>, PageError> {
    let l = context.l;
    let plain = |sentence: String| vec![LackLine { href: None, sentence }];
    Ok(match error {
        PreviewError::NotAnAward(flaws) => {
            let flaws: Vec<Flaw> = flaws.into_iter().collect();
            lacks(&flaws, previewed, context)
        }
        PreviewError::NoSeal => plain(l.web_staff_preview_no_seal()),
        PreviewError::NotReady(NotReady::Unprintable(characters)) => {
            let characters: Vec<String> = characters.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
            plain(l.web_staff_preview_unprintable(characters.join(", ")))
        }
        PreviewError::NotReady(error) => {
            tracing::warn!(error = %with_causes(&error), "a unit cannot be previewed");
            plain(l.web_staff_preview_not_ready())
        }
        error @ PreviewError::Unreadable(_) => return Err(PageError::fault(error)),
    })
}

fn lacks(flaws: &[Flaw], previewed: &Previewed<'_>, context: &RequestContext) -> Vec<LackLine> {
    let id = &previewed.unit.id;
    let line = |flaw: &Flaw| LackLine {
        href: previewed.writes.then(|| field_address(id, &flaw.field)).flatten().map(|path| context.at(&path)),
        sentence: context.l.flaw(flaw),
    };
    flaws.iter().map(line).collect()
}

/// Where a field is written.
fn field_address(id: &UnitId, field: &str) -> Option<String> {
    let section = UnitSection::of_field(field)?;
    Some(format!("{}#{}", unit_address::section(id, section.code()), element_id(field)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_names() {
        assert!(matches!(PreviewFile::named("page-1.jpg"), Some(PreviewFile::Page(1))));
        assert!(matches!(PreviewFile::named("specimen.pdf"), Some(PreviewFile::Pdf)));
        for other in ["page-0.jpg", "page-100.jpg", "page-.jpg", "page-1.png", "specimen.jsonld", ""] {
            assert!(PreviewFile::named(other).is_none(), "{other}");
        }
    }
}
