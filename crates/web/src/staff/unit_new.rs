//! `GET /staff/new-unit`: the form that begins a unit. `POST`: begins it, and leads to its sections.

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::{Action, Actor, Role};
use signet_issue::UnitActError;
use signet_lang::Locale;
use signet_offering::UnitDraft;
use signet_record::{Flaw, PersonId, UnitId};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    site::AppState,
    staff::{unit_address, unit_editor::form::SummaryLine, unit_in_care::unit_permit},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/unit_new.html")]
pub struct UnitNewPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit that is copied, by title; none of a new one.
    pub copied: Option<String>,
    /// Which of its texts can be copied.
    pub sources: Vec<CopySource>,
    /// Where the form leads.
    pub action: String,
    /// What stands in the fields.
    pub form: UnitNewFields,
    /// What is wrong with the id.
    pub id_problem: Option<String>,
    /// What is wrong with the guarantor.
    pub guarantor_problem: Option<String>,
    /// Everything that is wrong.
    pub summary: Vec<SummaryLine>,
    /// Whoever begins it says who answers for it; a guarantor answers for their own.
    pub asks_guarantor: bool,
}

/// A text that can be copied.
pub struct CopySource {
    /// Its code in the form.
    pub code: &'static str,
    /// In words.
    pub label: String,
    /// It is chosen.
    pub chosen: bool,
}

/// What stands in the fields, and what the form sends.
#[derive(Clone, Default, Deserialize)]
pub struct UnitNewFields {
    /// Token of the session.
    #[serde(default)]
    pub token: String,
    /// The id of the new unit.
    #[serde(default)]
    pub id: String,
    /// Its title in Czech.
    #[serde(default)]
    pub title_cs: String,
    /// Its title in English.
    #[serde(default)]
    pub title_en: String,
    /// Who answers for it, by the institution's number.
    #[serde(default)]
    pub guarantor: String,
    /// Which text is copied.
    #[serde(default)]
    pub source: String,
}

/// A new unit as it was asked for, when nothing is wrong with that.
pub struct NewUnit {
    /// Its id.
    pub id: UnitId,
    /// Who answers for it.
    pub guarantor: Option<PersonId>,
}

/// What is wrong with a new unit as it was asked for.
pub struct NewUnitFlaws {
    /// With its id.
    pub id: Option<Flaw>,
    /// With who answers for it.
    pub guarantor: Option<Flaw>,
}

impl UnitNewFields {
    /// Reads the id and who answers for the unit: a guarantor for their own, somebody else for whom they name or for nobody yet.
    ///
    /// # Errors
    /// What is wrong with the id, and with the guarantor.
    pub fn read(&self, actor: &Actor) -> Result<NewUnit, Box<NewUnitFlaws>> {
        let id = UnitId::new(&self.id);
        let guarantor = match (actor.role(), self.guarantor.trim()) {
            (Role::Guarantor, _) => Ok(actor.person().cloned()),
            (_, "") => Ok(None),
            (_, person) => PersonId::new(person).map(Some),
        };
        match (id, guarantor) {
            (Ok(id), Ok(guarantor)) => Ok(NewUnit { id, guarantor }),
            (id, guarantor) => Err(Box::new(NewUnitFlaws { id: id.err(), guarantor: guarantor.err() })),
        }
    }
}

/// Shows the form.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    let (_, actor) = context.entitled(&site, Action::EditUnit)?;
    Ok(show(&page(&context, actor, UnitNewFields::default())))
}

/// Begins the unit.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<UnitNewFields>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let (tenant, actor) = context.entitled(&site, Action::EditUnit)?;
    let new = match form.read(actor) {
        Ok(new) => new,
        Err(flaws) => return Ok(refused(page(&context, actor, form), &flaws)),
    };
    let mut text = UnitDraft::default();
    for (name, value) in [("title.cs", &form.title_cs), ("title.en", &form.title_en)] {
        // Both are plain fields of every unit.
        let _ = text.set(name, value);
    }
    let permit = unit_permit(actor, &tenant, Action::EditUnit, new.guarantor.as_ref(), &text.place_of(&new.id))?;
    match site.issuer.units(&tenant).begin(&new.id, new.guarantor.as_ref(), Some(text), permit).await {
        Ok(_) => Ok(Redirect::to(&context.at(&unit_address::edit(&new.id))).into_response()),
        Err(error) => not_begun(page(&context, actor, form), error),
    }
}

/// The form again, because there is such a unit already or the account is nobody's.
///
/// # Errors
/// Whatever else kept the unit from being begun.
pub fn not_begun(mut page: UnitNewPage, error: UnitActError) -> Result<Response, PageError> {
    let l = page.l;
    let (told, href) = match error {
        UnitActError::Exists(id) => (l.web_staff_units_new_exists(id.as_str()), "#id"),
        UnitActError::Refused(refusal) => (signet_issue::unit_sentence::unit_refusal(l, &refusal), "#id"),
        error => return Err(error.into()),
    };
    page.id_problem = Some(told.clone());
    page.summary.push(SummaryLine { href: href.to_owned(), text: told });
    Ok(respond(StatusCode::CONFLICT, &page))
}

/// The form again, with what is wrong.
pub fn refused(mut page: UnitNewPage, flaws: &NewUnitFlaws) -> Response {
    let l = page.l;
    let mut line = |label: String, href: &str, flaw: &Flaw| {
        let told = l.problem(&flaw.problem);
        page.summary.push(SummaryLine { href: href.to_owned(), text: format!("{label}: {told}") });
        told
    };
    page.id_problem = flaws.id.as_ref().map(|flaw| line(l.web_staff_units_new_id(), "#id", flaw));
    page.guarantor_problem =
        flaws.guarantor.as_ref().map(|flaw| line(l.web_staff_units_guarantor(), "#guarantor", flaw));
    respond(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn page(context: &RequestContext, actor: &Actor, form: UnitNewFields) -> UnitNewPage {
    UnitNewPage {
        f: context.private(Area::Staff),
        l: context.l,
        copied: None,
        sources: Vec::new(),
        action: context.at(unit_address::NEW),
        form,
        id_problem: None,
        guarantor_problem: None,
        summary: Vec::new(),
        asks_guarantor: actor.role() != Role::Guarantor,
    }
}
