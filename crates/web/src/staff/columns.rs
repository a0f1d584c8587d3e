//! `GET /staff/batches/{batch}/columns`: what each column of a file stands for, where its headings do not say so. `POST`: it is said, and
//! remembered for the next file of the unit.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use signet_access::Action;
use signet_lang::Locale;
use signet_record::{
    Unit,
    results::{self, ColumnMapping, MappedField, Preview, PreviewHeading},
};
use signet_store::{Batch, BatchState, Tenant};

use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond},
    site::AppState,
    staff::{
        batch,
        sheet::{self, complaints},
        unit_editor::form::SummaryLine,
    },
    stored,
};

/// The page.
#[derive(Template)]
#[template(path = "staff/columns.html")]
pub struct ColumnsPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Title of the unit.
    pub unit: String,
    /// The name the file was sent under.
    pub file_name: String,
    /// What was wrong with the last attempt, with the column it is about.
    pub summary: Vec<SummaryLine>,
    /// What still has to be there.
    pub missing: Vec<String>,
    /// Each column with what it may stand for.
    pub columns: Vec<ColumnChoice>,
    /// The first rows, under these columns.
    pub rows: Vec<Vec<String>>,
    /// Where the form leads.
    pub action: String,
}

/// A column to match.
pub struct ColumnChoice {
    /// Its heading.
    pub heading: String,
    /// Its first value, as an example.
    pub example: String,
    /// What it may stand for.
    pub fields: Vec<FieldChoice>,
    /// What is wrong with what was chosen.
    pub wrong: Option<String>,
}

impl ColumnChoice {
    fn is(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.chosen && field.name == name)
    }
}

/// Something a column may stand for.
pub struct FieldChoice {
    /// Its name.
    pub name: String,
    /// In words.
    pub label: String,
    /// It is this.
    pub chosen: bool,
}

/// What is looked at.
struct Matched {
    tenant: Tenant,
    batch: Batch,
    unit: Arc<Unit>,
    mapping: ColumnMapping,
}

impl Matched {
    async fn of(site: &AppState, tenant: Tenant, id: &str) -> Result<Matched, PageError> {
        let batch = batch::find(&tenant, id).await?;
        if batch.state != BatchState::Checked {
            return Err(PageError::NotFound);
        }
        let unit = site.issuer.unit(&tenant, &batch.unit).await?;
        let mapping = sheet::mapping(&batch);
        Ok(Matched { tenant, batch, unit, mapping })
    }

    /// The headings and first rows under a mapping, and what the whole file comes to.
    async fn read(&self, site: &AppState, mapping: &ColumnMapping) -> Result<(results::Sheet, Preview), PageError> {
        let upload = self.batch.upload.ok_or(PageError::NotFound)?;
        let file = stored::artefact(&self.tenant, &upload).await?.ok_or(PageError::NotFound)?;
        let (sheet, preview) = sheet::read(site, file.bytes, Arc::clone(&self.unit), mapping.clone()).await?;
        Ok((sheet, preview.ok_or(PageError::NotFound)?))
    }
}

/// Shows the columns.
pub async fn get(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let tenant = context.staff(&site, Action::ImportResults)?.tenant;
    let matched = Matched::of(&site, tenant, &id).await?;
    context.sheets_of(&site, &matched.batch.unit).await?;
    let (_, preview) = matched.read(&site, &matched.mapping).await?;
    Ok(respond(StatusCode::OK, &page(&context, &matched, preview)))
}

/// Takes what was chosen, unless a column is missing or stands there twice.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Path(id): Path<String>,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response, PageError> {
    context.check_csrf(form.get("token").map_or("", String::as_str))?;
    let tenant = context.staff(&site, Action::ImportResults)?.tenant;
    let matched = Matched::of(&site, tenant, &id).await?;
    let permit = context.sheets_of(&site, &matched.batch.unit).await?.permit;
    let (_, before) = matched.read(&site, &matched.mapping).await?;
    let mut mapping = matched.mapping.clone();
    for (index, heading) in before.headings.iter().enumerate() {
        if let Some(field) = form.get(&format!("column-{index}")) {
            mapping.say(&heading.text, field, &matched.unit);
        }
    }
    let (sheet, preview) = matched.read(&site, &mapping).await?;
    let l = context.l;
    if preview.doubled.is_some() || !preview.missing.is_empty() {
        let doubled = preview.doubled.clone();
        let page = wrong(page(&context, &matched, preview), doubled.as_deref(), &matched.unit, l);
        return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let rehearsal = site.issuer.rehearse(&matched.tenant, &matched.unit, sheet).await?;
    let told = site.compute().run(move || (complaints(&rehearsal), rehearsal)).await?;
    let (kept, rehearsal) = told;
    site.issuer.map_columns(&matched.tenant, &matched.batch, &mapping, (&rehearsal, &kept), permit).await?;
    Ok(Redirect::to(&context.at(&format!("/staff/batches/{}", matched.batch.id))).into_response())
}

fn label(fields: &[MappedField], name: &str, l: Locale) -> String {
    let known = fields.iter().find(|field| field.name == name);
    known.map_or_else(|| name.to_owned(), |field| field.label(l.language()).to_owned())
}

/// The page with what is wrong: at the columns that stand for the same, or at those that stand for nothing yet.
fn wrong(mut page: ColumnsPage, doubled: Option<&str>, unit: &Unit, l: Locale) -> ColumnsPage {
    if let Some(name) = doubled {
        let sentence = l.web_staff_columns_doubled(label(&results::fields(unit), name, l));
        for (index, column) in page.columns.iter_mut().enumerate().filter(|(_, column)| column.is(name)) {
            page.summary.push(at_column(index, format!("{}: {sentence}", column.heading)));
            column.wrong = Some(sentence.clone());
        }
        return page;
    }
    // Nobody knows which column is the missing one: the first that stands for nothing is where to begin.
    let free = page.columns.iter().position(|column| column.fields.iter().all(|field| !field.chosen)).unwrap_or(0);
    page.summary =
        page.missing.iter().map(|field| at_column(free, l.web_staff_columns_missing_one(&**field))).collect();
    if let Some(column) = page.columns.get_mut(free) {
        column.wrong = Some(l.web_staff_columns_missing());
    }
    page
}

fn at_column(index: usize, text: String) -> SummaryLine {
    SummaryLine { href: format!("#column-{index}"), text }
}

fn page(context: &RequestContext, matched: &Matched, preview: Preview) -> ColumnsPage {
    let l = context.l;
    let back = context.at(&format!("/staff/batches/{}", matched.batch.id));
    let fields = results::fields(&matched.unit);
    let example = |index: usize| {
        let cells = preview.rows.iter().filter_map(|row| row.get(index));
        cells.filter(|cell| !cell.is_empty()).take(1).cloned().collect::<String>()
    };
    let columns =
        preview.headings.iter().enumerate().map(|(index, heading)| column(heading, example(index), &fields, l));
    ColumnsPage {
        f: context.private(Area::Staff),
        l,
        unit: matched.unit.title.text(l.language()).to_owned(),
        file_name: matched.batch.file_name.clone(),
        summary: Vec::new(),
        missing: preview.missing.iter().map(|headings| missing(headings, l)).collect(),
        columns: columns.collect(),
        action: format!("{back}/columns"),
        rows: preview.rows,
    }
}

/// The headings of a column in the reader's language: they come in pairs, Czech first.
fn missing(headings: &[&'static str], l: Locale) -> String {
    let mine = match l.language() {
        signet_record::Language::Cs => 0,
        signet_record::Language::En => 1,
    };
    let headings: Vec<&str> = headings.iter().skip(mine).step_by(2).copied().collect();
    headings.join(" / ")
}

fn column(heading: &PreviewHeading, example: String, fields: &[MappedField], l: Locale) -> ColumnChoice {
    let choice = |field: &MappedField| FieldChoice {
        name: field.name.clone(),
        label: field.label(l.language()).to_owned(),
        chosen: heading.field.as_ref() == Some(&field.name),
    };
    ColumnChoice { heading: heading.text.clone(), example, fields: fields.iter().map(choice).collect(), wrong: None }
}
