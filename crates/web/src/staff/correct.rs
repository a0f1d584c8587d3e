//! `GET /staff/credentials/{credential}/correct`: what it says, field by field. `POST`: first what would change and what that means, then the
//! act. A sealed file cannot be edited: a corrected credential takes its place, and both say so.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Action;
use signet_issue::CorrectError;
use signet_lang::Locale;
use signet_record::{Bilingual, Complaint, results::ResultRow};
use signet_registry::{Correction, CorrectionReason};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    site::AppState,
    staff::{
        corrected_row::{self, CorrectedField},
        credential::{StaffCredential, in_care},
        revoke::ReasonChoice,
    },
    stored,
    view::{Fact, LinkView},
};

/// The page: the form, the question, or why there is none.
#[derive(Template)]
#[template(path = "staff/correct.html")]
pub struct CorrectPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The holder's name.
    pub holder: String,
    /// Title of the credential.
    pub title: String,
    /// The credential's page.
    pub back: String,
    /// Where the form leads.
    pub action: String,
    /// Why it cannot be corrected, and the credential that stands in its place.
    pub refused: Option<(String, Option<LinkView>)>,
    /// What was wrong with the last attempt, each with the field it is about.
    pub problems: Vec<CorrectionProblem>,
    /// What would change: shown when it is asked whether that is meant.
    pub changes: Vec<Change>,
    /// The reason in words, when it is asked.
    pub facts: Vec<Fact>,
    /// The fields.
    pub fields: Vec<CorrectedField>,
    /// The reasons to choose from.
    pub reasons: Vec<ReasonChoice>,
    /// Code of the reason.
    pub reason: String,
    /// Explanation in Czech.
    pub note_cs: String,
    /// Explanation in English.
    pub note_en: String,
}

/// Something wrong with a field.
pub struct CorrectionProblem {
    /// The field's place on the page.
    pub anchor: String,
    /// What is wrong, after the field's name.
    pub sentence: String,
}

/// A field that would say something else.
pub struct Change {
    /// The field.
    pub label: String,
    /// What it says now; empty when it says nothing.
    pub old: String,
    /// What it would say.
    pub new: String,
}

/// Shows the form, or why there is none.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let care = in_care(&site, &context, &id, Action::CorrectCredential).await?;
    match site.issuer.correctable(&care.tenant, care.credential.id).await {
        Ok(award) => Ok(show(&page(&context, &care, corrected_row::fields(&award, context.l)))),
        Err(error) => refused(&context, &care, error),
    }
}

/// Shows what would change, and then does it.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    context.check_csrf(field("token"))?;
    let care = in_care(&site, &context, &id, Action::CorrectCredential).await?;
    let l = context.l;
    let award = match site.issuer.correctable(&care.tenant, care.credential.id).await {
        Ok(award) => award,
        Err(error) => return refused(&context, &care, error),
    };
    let mut fields = corrected_row::fields(&award, l);
    for one in &mut fields {
        if let Some(new) = form.get(&one.name) {
            one.new = corrected_row::shown(&one.name, new, l);
        }
    }
    let row = corrected_row::read(&award, &fields, site.issuer.today());
    let correction = correction(field("reason"), field("note_cs"), field("note_en"), l);
    let mut page = page(&context, &care, fields);
    page.reason = field("reason").to_owned();
    page.note_cs = field("note_cs").to_owned();
    page.note_en = field("note_en").to_owned();
    let changes = changes(&page.fields, l);
    let (row, correction) = match (row, correction) {
        (Ok(row), Ok(correction)) if !changes.is_empty() => (row, correction),
        (row, correction) => {
            page.problems = problems(&mut page.fields, row, changes.is_empty(), l);
            page.problems.extend(correction.err());
            return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if field("confirmed") != "yes" {
        page.changes = changes;
        page.facts = vec![Fact::new(l.web_staff_correct_reason(), stored::correction(&correction, l))];
        return Ok(show(&page));
    }
    let StaffCredential { tenant, permit, credential, .. } = care;
    match site.issuer.correct(&tenant, credential.id, &row, Some(&correction), permit).await {
        Ok(new) => {
            let onward = format!("/staff/credentials/{new}?done=corrected");
            Ok(Redirect::to(&context.at(&onward)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Why there is no form: said before anything is filled in.
fn refused(context: &RequestContext, care: &StaffCredential<'_>, error: CorrectError) -> Result<Response, PageError> {
    let l = context.l;
    let link = |id: signet_record::CredentialId| LinkView {
        href: context.at(&format!("/staff/credentials/{id}")),
        label: l.web_staff_correct_newer(),
    };
    let refused = match error {
        CorrectError::NotStanding => (l.web_staff_correct_not_standing(), None),
        CorrectError::Corrected(newer) => (l.web_staff_correct_corrected(), Some(link(newer))),
        CorrectError::Unknown => return Err(PageError::NotFound),
        other => return Err(other.into()),
    };
    let page = CorrectPage { refused: Some(refused), ..page(context, care, Vec::new()) };
    Ok(respond(StatusCode::CONFLICT, &page))
}

fn correction(reason: &str, cs: &str, en: &str, l: Locale) -> Result<Correction, CorrectionProblem> {
    let problem = |anchor: &str, sentence: String| CorrectionProblem { anchor: anchor.to_owned(), sentence };
    let no_reason = || problem("reason", l.web_staff_correct_problem_reason());
    let no_note = |_| problem("note-cs", l.web_staff_revoke_problem_note());
    let reason = CorrectionReason::from_code(reason).ok_or_else(no_reason)?;
    let note = match (cs.trim(), en.trim()) {
        ("", "") => None,
        (cs, en) => match Bilingual::new(cs, en) {
            Ok(note) => Some(note),
            Err(_) => return Err(problem("note-cs", l.web_staff_revoke_problem_note())),
        },
    };
    Correction::new(reason, note).map_err(no_note)
}

/// What is wrong with the fields, each beside its field as well.
fn problems(
    fields: &mut [CorrectedField],
    row: Result<ResultRow, Vec<Complaint>>,
    unchanged: bool,
    l: Locale,
) -> Vec<CorrectionProblem> {
    let mut problems = Vec::new();
    for complaint in row.err().into_iter().flatten() {
        let said = l.problem(&complaint.flaw.problem);
        let field = fields.iter_mut().find(|field| field.name == complaint.flaw.field);
        let label = field.as_ref().map_or_else(|| complaint.field.clone(), |field| field.label.clone());
        let anchor = field.as_ref().map_or_else(String::new, |field| field.anchor.clone());
        if let Some(field) = field {
            field.problem = Some(said.clone());
        }
        problems.push(CorrectionProblem { anchor, sentence: format!("{label}: {said}") });
    }
    if problems.is_empty() && unchanged {
        let anchor = fields.first().map_or_else(String::new, |field| field.anchor.clone());
        problems.push(CorrectionProblem { anchor, sentence: l.web_staff_correct_problem_unchanged() });
    }
    problems
}

fn changes(fields: &[CorrectedField], l: Locale) -> Vec<Change> {
    let shown = |text: &str| if text.is_empty() { l.web_staff_correct_empty() } else { text.to_owned() };
    let changed = fields.iter().filter(|field| field.old != field.new);
    let change = |field: &CorrectedField| Change {
        label: field.label.clone(),
        old: shown(field.word(&field.old, l)),
        new: shown(field.word(&field.new, l)),
    };
    changed.map(change).collect()
}

fn page(context: &RequestContext, care: &StaffCredential<'_>, fields: Vec<CorrectedField>) -> CorrectPage {
    let l = context.l;
    let back = context.at(&format!("/staff/credentials/{}", care.credential.id));
    let choice =
        |reason: CorrectionReason| ReasonChoice { id: reason.code(), label: stored::correction_word(reason, l) };
    CorrectPage {
        f: context.private(Area::Staff),
        l,
        holder: care.credential.holder.full_name(),
        title: care.credential.title.text(l.language()).to_owned(),
        action: format!("{back}/correct"),
        back,
        refused: None,
        problems: Vec::new(),
        changes: Vec::new(),
        facts: Vec::new(),
        fields,
        reasons: CorrectionReason::ALL.into_iter().map(choice).collect(),
        reason: String::new(),
        note_cs: String::new(),
        note_en: String::new(),
    }
}
