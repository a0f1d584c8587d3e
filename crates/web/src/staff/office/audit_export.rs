//! `POST /staff/audit/audit.csv`: what fits, for spreadsheets. `POST /staff/audit/audit.jsonl`: the same for programs. `POST
//! /staff/audit/log.jsonl`: the institution's log as it is chained, for whoever holds it against itself. All of them are sent while they are
//! read: nothing is kept whole.

use axum::{
    Form,
    body::{Body, Bytes},
    extract::State,
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use serde_json::json;
use signet_access::{Action, SecurityEvent, SecurityEventKind, has_right};
use signet_lang::Locale;
use signet_record::CsvTable;
use signet_store::{AuditFilter, Cursor, Tenant};

use super::{
    audit_form::{AuditForm, AuditReader},
    audit_words::{AuditLine, AuditWords},
};
use crate::{page_error::PageError, request_context::RequestContext, site::AppState};

/// Entries that are read at once.
const TOGETHER: u32 = 500;

/// A file was not sent to its end; why is in the log.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a file broke off")]
pub struct BrokenOff;

/// How entries are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Csv,
    JsonLines,
}

/// The file for spreadsheets.
pub async fn csv(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<AuditForm>,
) -> Result<Response, PageError> {
    entries(site, &context, form, Format::Csv).await
}

/// The file for programs.
pub async fn json_lines(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<AuditForm>,
) -> Result<Response, PageError> {
    entries(site, &context, form, Format::JsonLines).await
}

async fn entries(
    site: AppState,
    context: &RequestContext,
    form: AuditForm,
    format: Format,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let reader = AuditReader::of(&site, context).await?;
    let filter = form.filter(&site, &reader, context.l).await?.or(Err(PageError::BadRequest))?;
    if reader.reads_nothing() {
        return Err(PageError::NotFound);
    }
    note(&site, &reader).await?;
    let export = Export {
        tells_why: has_right(reader.actor.role(), Action::ViewLedger),
        tenant: reader.tenant.clone(),
        l: context.l,
        site,
        filter,
        format,
    };
    let pieces = stream::try_unfold(Place::First, move |place| {
        let export = export.clone();
        async move { export.piece(place).await }
    });
    Ok(match format {
        Format::Csv => file("audit.csv", "text/csv; charset=utf-8", Body::from_stream(pieces)),
        Format::JsonLines => file("audit.jsonl", "application/jsonl", Body::from_stream(pieces)),
    })
}

/// What is sent, and of what.
#[derive(Clone)]
struct Export {
    site: AppState,
    tenant: Tenant,
    filter: AuditFilter,
    format: Format,
    l: Locale,
    tells_why: bool,
}

/// Where the next piece begins.
enum Place {
    First,
    After(Cursor),
    End,
}

impl Export {
    /// The next piece, and where the one after it begins.
    async fn piece(&self, place: Place) -> Result<Option<(Bytes, Place)>, BrokenOff> {
        let (after, is_first) = match place {
            Place::First => (None, true),
            Place::After(cursor) => (Some(cursor), false),
            Place::End => return Ok(None),
        };
        let broken = |error: PageError| {
            tracing::error!(status = %error.status(), "an audit broke off");
            BrokenOff
        };
        let page = self.tenant.audit_page(&self.filter, after.as_ref(), TOGETHER).await;
        let page = page.map_err(|error| broken(error.into()))?;
        let mut words = AuditWords::to_export(&self.site, self.tenant.id().clone(), self.tells_why, self.l);
        let mut lines = Vec::with_capacity(page.rows.len());
        for entry in &page.rows {
            lines.push(words.line(entry).await.map_err(broken)?);
        }
        let bytes = match self.format {
            Format::Csv => csv_piece(&lines, is_first, self.l),
            Format::JsonLines => lines.iter().flat_map(|line| json_line(line).into_bytes()).collect(),
        };
        Ok(Some((Bytes::from(bytes), page.next.map_or(Place::End, Place::After))))
    }
}

fn csv_piece(lines: &[AuditLine], is_first: bool, l: Locale) -> Vec<u8> {
    let mut csv = match is_first {
        true => CsvTable::new(&[
            l.web_staff_audit_when(),
            l.web_staff_audit_who(),
            l.web_staff_audit_account(),
            l.web_staff_audit_role(),
            l.web_staff_audit_what(),
            l.web_staff_audit_object(),
            l.web_staff_audit_why(),
        ]),
        false => CsvTable::going_on(),
    };
    for line in lines {
        csv.row([line.at.as_str(), &line.who, &line.account, &line.role, &line.what, &line.object, &line.why]);
    }
    csv.into_bytes()
}

fn json_line(line: &AuditLine) -> String {
    let line = json!({
        "at": line.at,
        "account": line.account,
        "name": line.who,
        "role": line.role,
        "kind": line.kind,
        "what": line.what,
        "object": line.object,
        "why": line.why,
    });
    format!("{line}\n")
}

/// The log, one entry a line, from the first on: its canonical form and hash, and the entry of a ledger that it names for those who read ledgers.
pub async fn log(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<AuditForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    let reader = AuditReader::of(&site, &context).await?;
    // A guarantor sees their own units; the log is the whole institution's.
    if reader.own_units.is_some() {
        return Err(PageError::Denied(Action::ViewAudit, signet_access::Denial::NotOwn));
    }
    note(&site, &reader).await?;
    let (tenant, with_named) = (reader.tenant.clone(), has_right(reader.actor.role(), Action::ViewLedger));
    let pieces = stream::try_unfold(0_u64, move |after| {
        let tenant = tenant.clone();
        async move { log_piece(&tenant, after, with_named).await }
    });
    Ok(file("log.jsonl", "application/jsonl", Body::from_stream(pieces)))
}

async fn log_piece(tenant: &Tenant, after: u64, with_named: bool) -> Result<Option<(Bytes, u64)>, BrokenOff> {
    let lines = tenant.log_lines(after, TOGETHER, with_named).await.map_err(|error| {
        tracing::error!(%error, "a log broke off");
        BrokenOff
    })?;
    let Some(last) = lines.last().map(|line| line.entry.position()) else { return Ok(None) };
    let line = |line: &signet_store::LogLine| {
        let entry = &line.entry;
        let line = json!({
            "position": entry.position(),
            "hash": entry.hash().to_string(),
            "canonical": entry.canonical(),
            "entry": line.named,
        });
        format!("{line}\n")
    };
    Ok(Some((Bytes::from(lines.iter().map(line).collect::<String>()), last)))
}

/// Who takes a file is written down, as a search is.
async fn note(site: &AppState, reader: &AuditReader<'_>) -> Result<(), PageError> {
    let event = SecurityEvent::of(SecurityEventKind::RegisterSearched, reader.actor).about("audit");
    Ok(site.issuer.record_security_event(&event).await?)
}

fn file(name: &str, kind: &str, body: Body) -> Response {
    let headers = [
        (CONTENT_TYPE, kind.to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, body).into_response()
}
