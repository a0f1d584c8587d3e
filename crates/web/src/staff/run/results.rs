//! `GET /staff/units/{unit}/runs/{run}/results`: the results of a run, fifty people a page, a field for each part. `POST`: saves a page. What
//! somebody else entered meanwhile stays; a field that both changed is told.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    Form,
    extract::{Path, Query, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use signet_access::Action;
use signet_issue::RunActError;
use signet_lang::{
    Locale,
    args::{self, ImportWord},
};
use signet_offering::{CellClash, ParticipantState, ResultColumns, ResultField};
use signet_record::{Flaw, PersonId};
use signet_store::StoredParticipant;

use super::{
    address,
    in_care::{RunInCare, run_in_care},
    pages::{around, numbered},
    results_form::{self, SentRow},
    words::refused,
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, draw, respond},
    sent_fields::SentFields,
    site::AppState,
    staff::unit_editor::form::SummaryLine,
    view::LinkView,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/run_results.html")]
pub struct ResultsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// The unit and the run.
    pub run: String,
    /// The page of the run.
    pub back: String,
    /// What has just been done.
    pub done: Option<String>,
    /// What kept it from being saved.
    pub problem: Option<String>,
    /// The cells that are wrong, with links.
    pub summary: Vec<SummaryLine>,
    /// How grades are written, or why nothing can be.
    pub lead: String,
    /// The headings of the columns.
    pub columns: Vec<String>,
    /// Those of this page.
    pub rows: Vec<ResultLine>,
    /// Whether anything can be entered.
    pub open: bool,
    /// Results from a file, for whoever may enter them.
    pub import: Option<LinkView>,
    /// Where the form leads.
    pub action: String,
    /// Number of this page.
    pub page: u32,
    /// The page before this one.
    pub previous: Option<String>,
    /// The page after this one.
    pub next: Option<String>,
}

/// A participant in the grid.
pub struct ResultLine {
    /// Their page.
    pub href: String,
    /// Their number.
    pub person: String,
    /// Their name.
    pub name: String,
    /// How often their results were changed.
    pub entries: u32,
    /// Why nothing can be entered for them.
    pub shut: Option<String>,
    /// Their results.
    pub cells: Vec<ResultCell>,
}

/// A field of the grid.
pub struct ResultCell {
    /// What it is, for those who cannot see its column.
    pub label: String,
    /// What stands in it, as a field has it.
    pub value: String,
    /// The same, as people read it.
    pub shown: String,
    /// It holds a day.
    pub is_day: bool,
    /// What is wrong with it.
    pub wrong: Option<String>,
}

/// Which page, and what has just been saved.
#[derive(Default, Deserialize)]
pub struct ResultsQuery {
    #[serde(default)]
    page: String,
    #[serde(default)]
    saved: String,
}

/// What a column is called.
pub(super) fn column_label(field: &ResultField, l: Locale) -> String {
    match field {
        ResultField::Part(code) => l.web_staff_run_part(code.as_str()),
        ResultField::Grade => l.web_staff_run_grade(),
        ResultField::Date => l.web_staff_run_result_date(),
        ResultField::Assessor => l.web_staff_run_assessor(),
    }
}

/// A value as people read it.
pub(super) fn shown(value: &str, field: &ResultField, l: Locale) -> String {
    match (field, value.parse()) {
        (ResultField::Date, Ok(day)) => l.date(day),
        _ => value.to_owned(),
    }
}

/// What was sent and could not be written, by the person and the field.
#[derive(Default)]
struct Sent {
    cells: BTreeMap<(PersonId, usize), String>,
    wrong: BTreeMap<(PersonId, usize), String>,
    rows: BTreeMap<PersonId, String>,
}

/// Shows the page.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Query(query): Query<ResultsQuery>,
) -> Result<Response, PageError> {
    let found = run_in_care(&site, &context, (&unit, &run), Action::ViewRun).await?;
    let mut page = page(&site, &context, &found, &query.page, &Sent::default()).await?;
    page.done = query.saved.parse().ok().map(|saved: usize| match saved {
        0 => context.l.web_staff_run_results_unchanged(),
        saved => context.l.web_staff_run_results_saved(saved),
    });
    draw(&site, move || page).await
}

/// Saves a page.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path((unit, run)): Path<(String, String)>,
    Form(form): Form<SentFields>,
) -> Result<Response, PageError> {
    context.check_csrf(form.get("token"))?;
    let found = run_in_care(&site, &context, (&unit, &run), Action::EnterResult).await?;
    let columns = ResultColumns::of(&found.run.unit);
    let rows = results_form::rows(&form, &columns);
    let about = (&*found.run.unit, found.run.stored.terms.run(), site.issuer.today());
    let (mut typed, mut sent) = (Vec::new(), Sent::default());
    for row in &rows {
        match results_form::read(row, &columns, about) {
            Ok(one) => typed.push(one),
            Err(flaws) => sent.keep(row, &columns, &flaws, context.l),
        }
    }
    let actors = std::slice::from_ref(found.actor);
    let entered = match found.workflow(&site).enter(found.key(), &typed, actors).await {
        Ok(entered) => entered,
        Err(RunActError::Refused(why)) => {
            let problem = Some(refused(RunActError::Refused(why), context.l)?);
            let page = page(&site, &context, &found, form.get("page"), &sent).await?;
            return Ok(respond(StatusCode::CONFLICT, &ResultsPage { problem, ..page }));
        }
        Err(error) => return Err(error.into()),
    };
    // A form holds fields only for those whom its reader may assess.
    if let Some((_, denial)) = entered.denied.first() {
        return Err(PageError::Denied(Action::EnterResult, *denial));
    }
    for (person, clashes) in &entered.clashes {
        if let Some(row) = rows.iter().find(|row| row.person == *person) {
            sent.clash(row, &columns, clashes, context.l);
        }
    }
    if sent.wrong.is_empty() && sent.rows.is_empty() {
        let query = format!("results?page={}&saved={}", numbered(form.get("page")).page, entered.written.len());
        return Ok(Redirect::to(&found.below(&context, &query)).into_response());
    }
    let mut page = page(&site, &context, &found, form.get("page"), &sent).await?;
    page.done = (!entered.written.is_empty()).then(|| context.l.web_staff_run_results_saved(entered.written.len()));
    Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

impl Sent {
    /// Keeps a row whose cells cannot be read, as it was sent.
    fn keep(&mut self, row: &SentRow, columns: &ResultColumns, flaws: &[(ResultField, Flaw)], l: Locale) {
        self.keep_cells(row);
        for (field, flaw) in flaws {
            if let Some(column) = columns.iter().position(|one| one == field) {
                self.wrong.insert((row.person.clone(), column), l.problem(&flaw.problem));
            }
        }
    }

    /// Keeps a row that somebody else changed meanwhile, as it was sent.
    fn clash(&mut self, row: &SentRow, columns: &ResultColumns, clashes: &[CellClash], l: Locale) {
        self.keep_cells(row);
        if clashes.is_empty() {
            self.rows.insert(row.person.clone(), l.web_staff_run_clash_row());
        }
        for clash in clashes {
            let theirs = clash.theirs.as_deref();
            let theirs = theirs.map_or_else(|| l.web_staff_run_change_none(), |theirs| shown(theirs, &clash.field, l));
            if let Some(column) = columns.iter().position(|one| *one == clash.field) {
                self.wrong.insert((row.person.clone(), column), l.web_staff_run_clash(theirs));
            }
        }
    }

    fn keep_cells(&mut self, row: &SentRow) {
        for (column, text) in row.cells.iter().enumerate() {
            if let Some(text) = text {
                self.cells.insert((row.person.clone(), column), text.clone());
            }
        }
    }
}

async fn page(
    site: &AppState,
    context: &RequestContext,
    found: &RunInCare<'_>,
    number: &str,
    sent: &Sent,
) -> Result<ResultsPage, PageError> {
    let (l, number) = (context.l, numbered(number));
    let is_open = found.run.stored.state.takes_results() && found.may_enter();
    let state = found.run.stored.state.takes_results().then_some(ParticipantState::Enrolled);
    let mut people = found.tenant.participants(found.key(), state, number).await?;
    let (previous, next) = around(&mut people, number);
    let columns = ResultColumns::of(&found.run.unit);
    let actors = std::slice::from_ref(found.actor);
    let enterable = found.workflow(site).enterable(&found.run, &people, actors).await?;
    let labels: Vec<String> = columns.iter().map(|field| column_label(field, l)).collect();
    let grades: Vec<&str> = found.run.unit.grading.grades.iter().map(|step| step.code.as_str()).collect();
    let rows: Vec<ResultLine> = people
        .iter()
        .zip(enterable)
        .map(|(one, may)| line(one, (found, context), (&columns, &labels), (is_open, may), sent))
        .collect();
    let summary = rows.iter().enumerate().flat_map(|(row, line)| summary_of(row, line, sent)).collect();
    let at = |page: u32| found.below(context, &format!("results?page={page}"));
    Ok(ResultsPage {
        f: context.private(Area::Staff),
        l,
        run: found.title(l),
        back: found.home(context),
        done: None,
        problem: None,
        summary,
        lead: match found.run.stored.state.takes_results() {
            true => l.web_staff_run_results_lead(grades.join(", ")),
            false => l.web_staff_run_results_closed(),
        },
        columns: labels,
        rows,
        open: is_open,
        import: is_open.then(|| LinkView {
            href: found.below(context, "import/results"),
            label: l.web_staff_run_import_title(ImportWord::Results),
        }),
        action: found.below(context, "results"),
        page: number.page,
        previous: previous.map(at),
        next: next.map(at),
    })
}

fn line(
    one: &StoredParticipant,
    (found, context): (&RunInCare<'_>, &RequestContext),
    (columns, labels): (&ResultColumns, &[String]),
    (is_open, may): (bool, bool),
    sent: &Sent,
) -> ResultLine {
    let (l, holder) = (context.l, &one.participant.holder);
    let name = holder.full_name();
    let cell = |(column, (field, label)): (usize, (&ResultField, &String))| {
        let key = (holder.person.clone(), column);
        let stored = || one.participant.results.value(field);
        // Nothing typed and nothing stored is an empty cell.
        let value: String = sent.cells.get(&key).cloned().or_else(stored).into_iter().collect();
        ResultCell {
            label: l
                .web_staff_run_cell_label(args::WebStaffRunCellLabel { column: label.as_str(), name: name.as_str() }),
            shown: shown(&value, field, l),
            value,
            is_day: *field == ResultField::Date,
            wrong: sent.wrong.get(&key).cloned(),
        }
    };
    ResultLine {
        href: context.at(&address::participant(found.key(), &holder.person)),
        person: holder.person.to_string(),
        entries: one.entries,
        shut: (is_open && !may).then(|| l.web_staff_run_own_row()),
        cells: columns.iter().zip(labels).enumerate().map(cell).collect(),
        name,
    }
}

fn summary_of(row: usize, line: &ResultLine, sent: &Sent) -> Vec<SummaryLine> {
    let person = line.person.parse().ok();
    let of_row = person
        .and_then(|person: PersonId| sent.rows.get(&person))
        .map(|text| SummaryLine { href: format!("#r-{row}-0"), text: format!("{}: {text}", line.name) });
    let of_cells = line.cells.iter().enumerate().filter_map(|(column, cell)| {
        let wrong = cell.wrong.as_ref()?;
        Some(SummaryLine { href: format!("#r-{row}-{column}"), text: format!("{}: {wrong}", cell.label) })
    });
    of_row.into_iter().chain(of_cells).collect()
}
