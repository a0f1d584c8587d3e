//! `GET /staff/units/{unit}/copy`: the form that makes another unit of one, approved or not. `POST`: makes it.

use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use signet_access::{Action, Actor, Role};
use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::{Unit, UnitId};
use signet_registry::{DraftStage, UnitVersion};
use signet_store::Tenant;

use crate::{
    frame::Area,
    page_error::PageError,
    request_context::{RequestContext, show},
    site::AppState,
    staff::{
        unit_address,
        unit_editor::section_page::unit_title,
        unit_in_care::{unit_id, unit_permit},
        unit_new::{CopySource, UnitNewFields, UnitNewPage, not_begun, refused},
    },
};

/// The open draft, in the form.
const DRAFT: &str = "draft";
/// The newest approved version, in the form.
const VERSION: &str = "version";

/// A unit that is copied: its texts.
struct Source {
    id: UnitId,
    draft: Option<UnitDraft>,
    version: Option<(u32, UnitDraft)>,
}

/// Shows the form.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let (tenant, actor) = context.entitled(&site, Action::EditUnit)?;
    let source = find(&site, &tenant, actor, &id).await?;
    Ok(show(&page(&context, actor, &source, UnitNewFields::default())))
}

/// Makes the copy.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(form): Form<UnitNewFields>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let (tenant, actor) = context.entitled(&site, Action::EditUnit)?;
    let source = find(&site, &tenant, actor, &id).await?;
    let new = match form.read(actor) {
        Ok(new) => new,
        Err(flaws) => return Ok(refused(page(&context, actor, &source, form), &flaws)),
    };
    let guarantor = new.guarantor.as_ref();
    let units = site.issuer.units(&tenant);
    let permit = |text: &UnitDraft| unit_permit(actor, &tenant, Action::EditUnit, guarantor, &text.place_of(&new.id));
    let made = match (&source.version, &source.draft) {
        (Some((version, text)), draft) if draft.is_none() || form.source == VERSION => {
            let permit = permit(text)?;
            let from = UnitVersion { unit: source.id.clone(), version: *version };
            units.copy(&new.id, guarantor, from, permit).await
        }
        (_, Some(draft)) => {
            let permit = permit(draft)?;
            units.begin(&new.id, guarantor, Some(draft.clone()), permit).await
        }
        (_, None) => return Err(PageError::NotFound),
    };
    match made {
        Ok(_) => Ok(Redirect::to(&context.at(&unit_address::edit(&new.id))).into_response()),
        Err(error) => not_begun(page(&context, actor, &source, form), error),
    }
}

/// Whoever copies a unit may see it.
async fn find(site: &AppState, tenant: &Tenant, actor: &Actor, id: &str) -> Result<Source, PageError> {
    let id = unit_id(id)?;
    let unit = site.issuer.units(tenant).unit(&id).await?;
    let guarantor = unit.as_ref().and_then(|unit| unit.guarantor.as_ref());
    let _ = unit_permit(actor, tenant, Action::ViewUnit, guarantor, &tenant.unit_place(&id).await?)?;
    let begun =
        |unit: &signet_issue::UnitInHand| unit.state.draft().is_some_and(|open| open.stage != DraftStage::Empty);
    let draft = unit.filter(begun).map(|unit| unit.draft);
    let version = match tenant.newest_unit(&id).await? {
        Some(newest) => {
            let unit: Unit = serde_json::from_str(&newest.document)?;
            Some((newest.version, UnitDraft::of(&unit)))
        }
        None => None,
    };
    if draft.is_none() && version.is_none() {
        return Err(PageError::NotFound);
    }
    Ok(Source { id, draft, version })
}

fn sources(source: &Source, chosen: &str, l: Locale) -> Vec<CopySource> {
    let (Some(_), Some((version, _))) = (&source.draft, &source.version) else { return Vec::new() };
    vec![
        CopySource { code: VERSION, label: l.web_staff_units_copy_version(*version), chosen: chosen != DRAFT },
        CopySource { code: DRAFT, label: l.web_staff_units_copy_draft(), chosen: chosen == DRAFT },
    ]
}

fn page(context: &RequestContext, actor: &Actor, source: &Source, form: UnitNewFields) -> UnitNewPage {
    let l = context.l;
    let text = source.draft.as_ref().or(source.version.as_ref().map(|(_, text)| text));
    UnitNewPage {
        f: context.private(Area::Staff),
        l,
        copied: text.map(|text| unit_title(text, &source.id, l)),
        sources: sources(source, &form.source, l),
        action: context.at(&unit_address::copy(&source.id)),
        form,
        id_problem: None,
        guarantor_problem: None,
        summary: Vec::new(),
        asks_guarantor: actor.role() != Role::Guarantor,
    }
}
