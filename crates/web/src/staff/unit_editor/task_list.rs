//! `GET /staff/units/{unit}/edit`: the eight sections with how far each is, and the items of Annex I. `POST`: begins the next version.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_issue::{UnitActError, UnitInHand, unit_sentence};
use signet_lang::{Locale, args};
use signet_offering::{AnnexCount, ItemState, UnitDraft};
use signet_record::{AnnexItem, Flaw, UnitId};
use signet_registry::{DraftStage, OpenDraft};

use super::{
    form::element_id,
    section::{SectionState, UnitSection},
    section_page::{flaws, text_of, unit_title},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw, respond},
    site::AppState,
    staff::{
        unit_address,
        unit_in_care::{unit_id, unit_permit},
    },
    view::StateTag,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/unit_edit.html")]
pub struct TaskListPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit, or its id while it has none.
    pub unit: String,
    /// The page of the unit.
    pub back: String,
    /// Which version the draft is to become; without a draft nothing of the rest is shown.
    pub version: Option<String>,
    /// Why nothing can be changed now, or what was not done.
    pub note: Option<String>,
    /// Where the form leads that begins the next version, when whoever looks may.
    pub next_version: Option<String>,
    /// The text as a file.
    pub file: String,
    /// Where a file is sent that becomes the text, when whoever looks may change it.
    pub take_file: Option<String>,
    /// The revision from which that would begin.
    pub revision: u32,
    /// The difference to the newest approved version, when there is one.
    pub difference: Option<String>,
    /// What is wrong with the text as a whole.
    pub problems: Vec<String>,
    /// The sections.
    pub sections: Vec<SectionLine>,
    /// *9 of 11*
    pub annex: String,
    /// Items that every micro-credential states.
    pub mandatory: Vec<ItemLine>,
    /// Items that it may state.
    pub optional: Vec<ItemLine>,
}

/// A section in the list.
pub struct SectionLine {
    /// Its page.
    pub href: String,
    /// Its element.
    pub id: &'static str,
    /// What it is called.
    pub title: String,
    /// How far it is.
    pub state: StateTag,
}

/// An item of Annex I.
pub struct ItemLine {
    /// Its number in the supplement.
    pub number: u8,
    /// What it is called.
    pub label: String,
    /// The field that states it; nothing where no unit does.
    pub href: Option<String>,
    /// Whether it is there.
    pub state: StateTag,
}

/// What the form that begins a version sends.
#[derive(Deserialize)]
pub struct NextVersionForm {
    #[serde(default)]
    token: String,
}

/// A unit on its way to the page.
struct Found {
    id: UnitId,
    unit: Option<UnitInHand>,
    has_version: bool,
    may_edit: bool,
    note: Option<String>,
}

/// Shows the sections.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let found = find(&site, &context, &id).await?;
    show(&site, &context, found).await
}

/// Begins the next version with the text of the newest one.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(form): Form<NextVersionForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let mut found = find(&site, &context, &id).await?;
    let (tenant, actor) = context.entitled(&site, Action::EditUnit)?;
    let guarantor = found.unit.as_ref().and_then(|unit| unit.guarantor.as_ref());
    let permit = unit_permit(actor, &tenant, Action::EditUnit, guarantor, &tenant.unit_place(&found.id).await?)?;
    match site.issuer.units(&tenant).next_version(&found.id, guarantor, permit).await {
        Ok(_) => Ok(Redirect::to(&context.at(&unit_address::edit(&found.id))).into_response()),
        Err(UnitActError::Refused(refusal)) => {
            found.note = Some(unit_sentence::unit_refusal(context.l, &refusal));
            show(&site, &context, found).await
        }
        Err(UnitActError::Unknown) => Err(PageError::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// The sections again, because a file was not taken.
///
/// # Errors
/// As [`get`].
pub async fn told(site: &AppState, context: &RequestContext, id: &str, problem: String) -> Result<Response, PageError> {
    let found = Found { note: Some(problem), ..find(site, context, id).await? };
    let (f, l) = (context.private(Area::Staff), context.l);
    site.compute().run(move || respond(StatusCode::UNPROCESSABLE_ENTITY, &page(f, l, &found))).await
}

/// A unit with a ledger or, from a file, without one.
async fn find(site: &AppState, context: &RequestContext, id: &str) -> Result<Found, PageError> {
    let (tenant, actor) = context.entitled(site, Action::ViewUnit)?;
    let id = unit_id(id)?;
    let unit = site.issuer.units(&tenant).unit(&id).await?;
    let guarantor = unit.as_ref().and_then(|unit| unit.guarantor.as_ref());
    let place = tenant.unit_place(&id).await?;
    // The permit is for looking, and nothing else is done with it.
    let _ = unit_permit(actor, &tenant, Action::ViewUnit, guarantor, &place)?;
    let has_version = tenant.newest_unit(&id).await?.is_some();
    if unit.is_none() && !has_version {
        return Err(PageError::NotFound);
    }
    let may_edit = unit_permit(actor, &tenant, Action::EditUnit, guarantor, &place).is_ok();
    Ok(Found { id, unit, has_version, may_edit, note: None })
}

async fn show(site: &AppState, context: &RequestContext, found: Found) -> Result<Response, PageError> {
    let (f, l) = (context.private(Area::Staff), context.l);
    draw(site, move || page(f, l, &found)).await
}

fn page(f: PageFrame, l: Locale, found: &Found) -> TaskListPage {
    let id = &found.id;
    let draft = found.unit.as_ref().and_then(|unit| unit.state.draft().map(|open| (open, &unit.draft)));
    let Some((open, draft)) = draft else {
        let address = f.at(&unit_address::edit(id));
        return TaskListPage {
            unit: id.to_string(),
            back: f.at(&unit_address::unit(id)),
            version: None,
            note: found.note.clone(),
            next_version: found.may_edit.then_some(address),
            file: f.at(&unit_address::file(id)),
            take_file: None,
            revision: 0,
            difference: None,
            problems: Vec::new(),
            sections: Vec::new(),
            annex: String::new(),
            mandatory: Vec::new(),
            optional: Vec::new(),
            f,
            l,
        };
    };
    let note = found.note.clone().or_else(|| closed(found.may_edit, open, l));
    let writes = found.may_edit && !matches!(open.stage, DraftStage::Submitted | DraftStage::Endorsed);
    TaskListPage {
        take_file: writes.then(|| f.at(&unit_address::take_file(id))),
        revision: open.revision,
        difference: (found.has_version && open.revision > 0).then(|| f.at(&unit_address::difference(id))),
        ..of_text(f.clone(), l, id, open.version, &text_of(id, open, draft), note)
    }
}

/// The page of a draft.
pub fn of_text(
    f: PageFrame,
    l: Locale,
    id: &UnitId,
    version: u32,
    text: &UnitDraft,
    note: Option<String>,
) -> TaskListPage {
    let checked = text.check();
    let flaws = flaws(text);
    let annex = text.annex(&checked);
    let there = AnnexCount::there(&annex.mandatory);
    let lines = |items: &[(AnnexItem, ItemState)]| {
        items.iter().map(|(item, state)| item_line(*item, *state, &flaws, id, &f, l)).collect()
    };
    let whole = flaws.iter().filter(|flaw| UnitSection::of_field(&flaw.field).is_none());
    TaskListPage {
        unit: unit_title(text, id, l),
        back: f.at(&unit_address::unit(id)),
        version: Some(l.web_staff_edit_version(version)),
        note,
        next_version: None,
        file: f.at(&unit_address::file(id)),
        take_file: None,
        revision: 0,
        difference: None,
        problems: whole.map(|flaw| l.flaw(flaw)).collect(),
        sections: UnitSection::ALL.iter().map(|section| section_line(*section, text, &flaws, id, &f, l)).collect(),
        annex: l.web_staff_edit_annex_count(args::WebStaffEditAnnexCount { there, total: annex.mandatory.len() }),
        mandatory: lines(&annex.mandatory),
        optional: lines(&annex.optional),
        f,
        l,
    }
}

fn closed(may_edit: bool, open: &OpenDraft, l: Locale) -> Option<String> {
    match open.stage {
        DraftStage::Submitted | DraftStage::Endorsed => Some(l.web_staff_edit_handed_in()),
        DraftStage::Empty | DraftStage::Draft => (!may_edit).then(|| l.web_staff_edit_only_read()),
    }
}

fn section_line(
    section: UnitSection,
    text: &UnitDraft,
    flaws: &[Flaw],
    id: &UnitId,
    f: &PageFrame,
    l: Locale,
) -> SectionLine {
    let state = match section.state(text, flaws) {
        SectionState::Done => StateTag::good(l.web_staff_edit_done()),
        SectionState::Lacks(count) => StateTag::doubt(l.web_staff_edit_lacks(count)),
        SectionState::DoesNotApply => StateTag { tone: "", word: l.web_staff_edit_does_not_apply() },
    };
    SectionLine {
        href: f.at(&unit_address::section(id, section.code())),
        id: section.code(),
        title: section.title(l),
        state,
    }
}

fn item_line(item: AnnexItem, state: ItemState, flaws: &[Flaw], id: &UnitId, f: &PageFrame, l: Locale) -> ItemLine {
    let wrong = flaws.iter().find(|flaw| flaw.annex == Some(item)).map(|flaw| flaw.field.as_str());
    let field = match state {
        ItemState::Elsewhere => None,
        ItemState::There => stating(item),
        ItemState::Absent | ItemState::Wrong => wrong.or(stating(item)),
    };
    let href = field.and_then(|field| {
        let section = UnitSection::of_field(field)?;
        Some(format!("{}#{}", f.at(&unit_address::section(id, section.code())), element_id(field)))
    });
    let state = match state {
        ItemState::There => StateTag::good(l.web_staff_edit_item_there()),
        ItemState::Elsewhere => StateTag { tone: "", word: l.web_staff_edit_item_elsewhere() },
        ItemState::Absent if item.is_mandatory() => StateTag::doubt(l.web_staff_edit_item_absent()),
        ItemState::Absent => StateTag { tone: "", word: l.web_staff_edit_item_absent() },
        ItemState::Wrong => StateTag::doubt(l.web_staff_edit_item_wrong()),
    };
    ItemLine { number: item.number(), label: l.annex_item(item), href, state }
}

/// The field of a unit that states an item.
fn stating(item: AnnexItem) -> Option<&'static str> {
    Some(match item {
        AnnexItem::Title => "title",
        AnnexItem::LearningOutcomes => "outcomes",
        AnnexItem::Workload => "ects",
        AnnexItem::Level => "eqf",
        AnnexItem::AssessmentType => "assessments",
        AnnexItem::Participation => "mode",
        AnnexItem::QualityAssurance => "quality",
        AnnexItem::Prerequisites => "prerequisites",
        AnnexItem::Supervision => "supervision",
        AnnexItem::Grade => "grading",
        AnnexItem::Stacking => "stacking",
        AnnexItem::FurtherInformation => "further_information",
        AnnexItem::Languages => "languages",
        AnnexItem::Period => "runs",
        AnnexItem::Holder
        | AnnexItem::Country
        | AnnexItem::AwardingBody
        | AnnexItem::IssueDate
        | AnnexItem::Identifier
        | AnnexItem::Seal => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_that_a_unit_states_leads_to_its_field() {
        let empty = UnitDraft::default();
        let annex = empty.annex(&empty.check());
        for (item, state) in annex.mandatory.into_iter().chain(annex.optional) {
            let field = stating(item);
            assert_eq!(field.is_none(), state == ItemState::Elsewhere, "{item:?}");
            if let Some(field) = field {
                assert_eq!(AnnexItem::of_field(field), Some(item));
                assert!(UnitSection::of_field(field).is_some(), "{field}");
            }
        }
    }
}
