//! `GET /staff/units/{unit}/edit/{section}`: the form of one section. `POST`: saves it, or does to it what the pressed button says.

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Json, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_issue::{UnitActError, unit_sentence};
use signet_lang::Locale;
use signet_offering::{CheckedDraft, UnitDraft, UnitRefusal};
use signet_record::{Flaw, UnitId};
use signet_registry::{DraftStage, OpenDraft};

use super::{
    clash::changes_here,
    form::{FormPart, SectionForm, SummaryLine, element_id},
    section::UnitSection,
    typed::{SectionAct, Typed},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond},
    site::AppState,
    staff::{
        unit_address,
        unit_change::ChangedField,
        unit_in_care::{UnitInCare, unit_in_care},
    },
};

/// The page.
#[derive(Template)]
#[template(path = "staff/unit_section.html")]
pub struct SectionPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit, or its id while it has none.
    pub unit: String,
    /// The list of sections.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// *2 of 8*.
    pub place: String,
    /// What the section is called.
    pub title: String,
    /// What it is for.
    pub lead: String,
    /// The revision that the form begins from.
    pub revision: u32,
    /// Digest of the section's text that the form begins from.
    pub base: String,
    /// The text can be changed by whoever looks at it.
    pub open: bool,
    /// What has just been done, or why nothing was.
    pub note: Option<SectionNote>,
    /// Fields in which the saved text differs from the typed one, when somebody else saved meanwhile.
    pub clash: Vec<ChangedField>,
    /// Everything that is wrong.
    pub summary: Vec<SummaryLine>,
    /// The form.
    pub parts: Vec<FormPart>,
}

/// What has just happened.
pub enum SectionNote {
    /// It is saved.
    Saved(String),
    /// It is not, and why.
    NotSaved(String),
    /// It cannot be changed now, and why.
    Closed(String),
}

/// What has just been done, by the address.
#[derive(Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// What a form that saves by itself is told; without a revision nothing was saved.
#[derive(serde::Serialize)]
struct SavedBySelf {
    said: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<String>,
}

/// A section with the unit it belongs to.
pub struct Shown {
    /// Which unit.
    pub id: UnitId,
    /// Which section.
    pub section: UnitSection,
    /// The text in the fields.
    pub text: UnitDraft,
    /// The revision that is kept.
    pub revision: u32,
    /// Its text.
    pub kept: UnitDraft,
    /// It can be changed by whoever looks at it.
    pub open: bool,
    /// What has just happened.
    pub note: Option<SectionNote>,
    /// How the typed text differs from the one that somebody else saved.
    pub clash: Vec<ChangedField>,
}

/// Shows the form.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((id, section)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, PageError> {
    let section = UnitSection::from_code(&section).ok_or(PageError::NotFound)?;
    let care = unit_in_care(&site, &context, &id, Action::ViewUnit).await?;
    let mut shown = Shown::of(&care, section, &context)?;
    if done.done == "saved" {
        shown.note = Some(SectionNote::Saved(context.l.web_staff_edit_saved()));
    }
    draw(&site, &context, shown, StatusCode::OK).await
}

/// Saves.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((id, section)): Path<(String, String)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let section = UnitSection::from_code(&section).ok_or(PageError::NotFound)?;
    let typed = Typed::read(sent);
    let (l, auto) = (context.l, typed.act == SectionAct::Auto);
    context.check_same_origin()?;
    if auto && context.require_session().is_err() {
        return Ok(told(l.web_staff_edit_auto_signed_out()));
    }
    context.require_session()?;
    if context.check_csrf(&typed.token).is_err() {
        if auto {
            return Ok(told(l.web_staff_edit_auto_signed_out()));
        }
        // The form is of a session that ended. Nothing is saved by it; what was typed is shown, to be saved by a form of this session.
        let care = unit_in_care(&site, &context, &id, Action::EditUnit).await?;
        let mut shown = Shown::of(&care, section, &context)?.typed(&typed);
        shown.note = Some(SectionNote::NotSaved(l.web_staff_edit_kept()));
        if typed.base != section.digest(&shown.kept).to_string() {
            shown.clash = changes_here(&shown.kept.difference(&shown.text), l);
        }
        return draw(&site, &context, shown, StatusCode::FORBIDDEN).await;
    }
    let care = unit_in_care(&site, &context, &id, Action::EditUnit).await?;
    let shown = Shown::of(&care, section, &context)?;
    let text = typed.text(section, &shown.kept);
    let base = section.digest(&shown.kept).to_string();
    // A save of another section in between takes nothing from this one: the two go together.
    let began_from = if typed.base == base { shown.revision } else { typed.revision };
    if text == shown.kept && shown.open {
        return Ok(after(&context, &shown, &typed, shown.revision, text));
    }
    let UnitInCare { tenant, permit, id, .. } = care;
    match site.issuer.units(&tenant).save(&id, began_from, &text, permit).await {
        Ok(state) => {
            let revision = state.draft().map_or(0, |draft| draft.revision);
            Ok(after(&context, &shown, &typed, revision, text.settled()))
        }
        Err(UnitActError::Refused(refusal)) if auto => Ok(told(unit_sentence::unit_refusal(l, &refusal))),
        Err(UnitActError::Refused(refusal)) => {
            // Somebody may have saved since the unit was read above: the difference is shown to what is kept now.
            let care = unit_in_care(&site, &context, id.as_str(), Action::EditUnit).await?;
            let mut shown = Shown::of(&care, section, &context)?.typed(&typed);
            shown.note = Some(SectionNote::NotSaved(unit_sentence::unit_refusal(l, &refusal)));
            if matches!(refusal, UnitRefusal::Clash { .. }) {
                shown.clash = changes_here(&shown.kept.difference(&shown.text), l);
            }
            draw(&site, &context, shown, StatusCode::CONFLICT).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Where a save leads.
fn after(context: &RequestContext, shown: &Shown, typed: &Typed, revision: u32, text: UnitDraft) -> Response {
    let (l, section) = (context.l, shown.section);
    let page = |section: UnitSection| unit_address::section(&shown.id, section.code());
    let flawed = !section.flaws_of(&flaws(&text)).is_empty();
    let to = match &typed.act {
        SectionAct::Auto => {
            let base = Some(section.digest(&text).to_string());
            let said = SavedBySelf { said: l.web_staff_edit_auto_saved(), revision: Some(revision), base };
            return Json(said).into_response();
        }
        SectionAct::List => unit_address::edit(&shown.id),
        SectionAct::Save if flawed => format!("{}?done=saved", page(section)),
        SectionAct::Save => section.next().map_or_else(|| unit_address::edit(&shown.id), page),
        act => {
            let place = act.place(&text).map_or_else(String::new, |place| element_id(&place));
            format!("{}#{place}", page(section))
        }
    };
    Redirect::to(&context.at(&to)).into_response()
}

/// Nothing was saved, and why. An answer like any other: one that refuses would be made a page for people.
fn told(said: String) -> Response {
    Json(SavedBySelf { said, revision: None, base: None }).into_response()
}

/// What the reader of unit files says of a text.
pub fn flaws(text: &UnitDraft) -> Vec<Flaw> {
    match text.check() {
        CheckedDraft::Complete(_) => Vec::new(),
        CheckedDraft::Incomplete(flaws) => flaws,
    }
}

/// The text of an open draft. One in which nothing is saved yet has the name and the version of its ledger.
pub fn text_of(id: &UnitId, open: &OpenDraft, draft: &UnitDraft) -> UnitDraft {
    let mut text = draft.clone();
    if open.stage == DraftStage::Empty {
        // Both are plain fields of every unit.
        let _ = text.set("id", id.as_str());
        let _ = text.set("version", &open.version.to_string());
    }
    text
}

impl Shown {
    fn of(care: &UnitInCare<'_>, section: UnitSection, context: &RequestContext) -> Result<Shown, PageError> {
        // Without an open draft there is nothing to write in: the list of sections says what can be done.
        let open = care.unit.state.draft().ok_or(PageError::NotFound)?;
        let handed_in = matches!(open.stage, DraftStage::Submitted | DraftStage::Endorsed);
        let may = care.may(Action::EditUnit);
        let note = match (handed_in, may) {
            (true, _) => Some(context.l.web_staff_edit_handed_in()),
            (false, false) => Some(context.l.web_staff_edit_only_read()),
            (false, true) => None,
        };
        let text = text_of(&care.id, open, &care.unit.draft);
        Ok(Shown {
            id: care.id.clone(),
            section,
            kept: text.clone(),
            text,
            revision: open.revision,
            open: may && !handed_in,
            note: note.map(SectionNote::Closed),
            clash: Vec::new(),
        })
    }

    /// With what was typed in the fields.
    fn typed(mut self, typed: &Typed) -> Shown {
        self.text = typed.text(self.section, &self.kept);
        self
    }
}

async fn draw(
    site: &AppState,
    context: &RequestContext,
    shown: Shown,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (f, l) = (context.private(Area::Staff), context.l);
    site.compute().run(move || respond(status, &page(f, l, shown))).await
}

/// The page of a section.
pub fn page(f: PageFrame, l: Locale, shown: Shown) -> SectionPage {
    let Shown { id, section, text, revision, kept, open, note, clash } = shown;
    // A section in which nothing is filled is not told what it lacks before somebody has tried.
    let told = if section.is_begun(&text) || note.is_some() { section.flaws_of(&flaws(&text)) } else { Vec::new() };
    let form = SectionForm::of(section, &with_first_entries(section, text), &told, l);
    SectionPage {
        unit: unit_title(&kept, &id, l),
        back: f.at(&unit_address::edit(&id)),
        action: f.at(&unit_address::section(&id, section.code())),
        place: l.web_staff_edit_place(section.number()),
        title: section.title(l),
        lead: section.lead(l),
        revision,
        base: section.digest(&kept).to_string(),
        open,
        note,
        clash,
        summary: form.summary,
        parts: form.parts,
        f,
        l,
    }
}

/// Lists that every unit has begin with an entry to write in.
fn with_first_entries(section: UnitSection, mut text: UnitDraft) -> UnitDraft {
    for list in ["outcomes", "assessments", "grading.grades", "languages"] {
        if UnitSection::of_field(list) == Some(section) && text.entries(list) == Some(0) {
            let _ = text.add(list);
        }
    }
    text
}

/// Title of a unit in the reader's language or the other one; its id while it has neither.
pub fn unit_title(draft: &UnitDraft, id: &UnitId, l: Locale) -> String {
    let own = format!("title.{}", l.language().code());
    let titles = [own.as_str(), "title.cs", "title.en"].into_iter().filter_map(|name| draft.text(name));
    titles.into_iter().find(|title| !title.is_empty()).unwrap_or(id.as_str()).to_owned()
}
