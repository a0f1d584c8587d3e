//! `GET /staff/units/{unit}/difference`: how the draft of a unit differs from its newest approved version, field by field.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use signet_access::Action;
use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::Unit;
use signet_registry::DraftStage;

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw},
    site::AppState,
    staff::{
        unit_address,
        unit_change::ChangedField,
        unit_editor::{clash::changes_in, section_page::unit_title},
        unit_in_care::unit_in_care,
    },
};

/// The page.
#[derive(Template)]
#[template(path = "staff/unit_difference.html")]
pub struct DifferencePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit.
    pub unit: String,
    /// The list of sections.
    pub back: String,
    /// With which version the draft is compared.
    pub lead: String,
    /// Each field that differs.
    pub changes: Vec<ChangedField>,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let care = unit_in_care(&site, &context, &id, Action::ViewUnit).await?;
    let written = care.unit.state.draft().is_some_and(|open| open.stage != DraftStage::Empty);
    // Without both there is nothing to compare.
    let newest = care.tenant.newest_unit(&care.id).await?.filter(|_| written).ok_or(PageError::NotFound)?;
    let unit: Unit = serde_json::from_str(&newest.document)?;
    let (id, draft, f, l) = (care.id, care.unit.draft, context.private(Area::Staff), context.l);
    draw(&site, move || {
        let changes = UnitDraft::of(&unit).difference(&draft);
        DifferencePage {
            unit: unit_title(&draft, &id, l),
            back: f.at(&unit_address::edit(&id)),
            lead: l.web_staff_edit_difference_lead(newest.version),
            changes: changes_in(&changes, |section| f.at(&unit_address::section(&id, section.code())), l),
            f,
            l,
        }
    })
    .await
}
