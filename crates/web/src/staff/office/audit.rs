//! `GET /staff/audit`: who did what, to what, when and in which role. `POST`: what fits, and the next page of it; what is asked for may
//! name somebody, so it stands in no address.

use askama::Template;
use axum::{Form, extract::State, http::StatusCode, response::Response};
use signet_access::{Action, has_right};
use signet_lang::{Locale, args};
use signet_store::{AuditKind, Cursor, LogTail, SECURITY_EVENT_DAYS_MAX};

use super::{
    audit_form::{AuditForm, AuditReader},
    audit_words::{AuditLine, AuditWords, kind_word},
};
use crate::{
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, respond, show},
    site::AppState,
    view::{Choice, FieldProblems, StateTag},
};

/// Entries of one page.
const ROWS: u32 = 50;

/// Newest entries of the log that the page holds against one another; all of it is held by `signet fsck` and by whoever takes the file.
const TAIL: u32 = 200;

/// The page.
#[derive(Template)]
#[template(path = "staff/audit.html")]
pub struct AuditPage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What was wrong with what was asked.
    pub problems: FieldProblems,
    /// What is asked for.
    pub form: AuditForm,
    /// The kinds to choose from.
    pub kinds: Vec<Choice>,
    /// The units to choose from, for whoever sees their own alone.
    pub units: Vec<Choice>,
    /// Whoever looks sees their own units alone.
    pub is_own: bool,
    /// How long it is kept how colleagues got in, for whoever sees that.
    pub sign_ins: Option<String>,
    /// What was done, newest first.
    pub rows: Vec<AuditLine>,
    /// Where the page after this one begins.
    pub next: Option<String>,
    /// Whether the log's chain holds.
    pub chain: StateTag,
    /// What that means.
    pub chain_told: String,
}

/// Shows what was done last.
pub async fn get(State(site): State<AppState>, context: RequestContext) -> Result<Response, PageError> {
    find(&site, &context, AuditForm::default()).await
}

/// Shows what fits.
pub async fn post(
    State(site): State<AppState>,
    context: RequestContext,
    Form(form): Form<AuditForm>,
) -> Result<Response, PageError> {
    context.check_csrf(&form.token)?;
    find(&site, &context, form).await
}

async fn find(site: &AppState, context: &RequestContext, form: AuditForm) -> Result<Response, PageError> {
    let reader = AuditReader::of(site, context).await?;
    let l = context.l;
    let tail = reader.tenant.log_tail(TAIL).await?;
    let filter = form.filter(site, &reader, l).await?;
    let after: Option<Cursor> = form.after.parse().ok();
    let page = page(context, &reader, form, &tail);
    let filter = match filter {
        Ok(filter) => filter,
        Err(problems) => {
            let page = AuditPage { problems: FieldProblems(problems), ..page };
            return Ok(respond(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if reader.reads_nothing() {
        return Ok(show(&page));
    }
    let found = reader.tenant.audit_page(&filter, after.as_ref(), ROWS).await?;
    let mut words = AuditWords::new(site, &reader, l);
    let mut rows = Vec::with_capacity(found.rows.len());
    for entry in &found.rows {
        let href = reader.href(entry).map(|path| context.at(&path));
        rows.push(AuditLine { href, ..words.line(entry).await? });
    }
    Ok(show(&AuditPage { rows, next: found.next.map(|next| next.to_string()), ..page }))
}

impl AuditReader<'_> {
    /// Where more stands about what something was done to, for those who may open it.
    fn href(&self, entry: &signet_store::AuditEntry) -> Option<String> {
        let may = |action| has_right(self.actor.role(), action);
        match (&entry.credential, &entry.unit) {
            (Some(credential), _) => may(Action::ViewCredential).then(|| format!("/staff/credentials/{credential}")),
            (None, Some(unit)) => may(Action::ViewUnit).then(|| format!("/staff/units/{unit}")),
            (None, None) if matches!(entry.kind, AuditKind::Role(_)) => {
                may(Action::ViewGrants).then(|| "/staff/roles".to_owned())
            }
            (None, None) => None,
        }
    }
}

fn page(context: &RequestContext, reader: &AuditReader<'_>, form: AuditForm, tail: &LogTail) -> AuditPage {
    let l = context.l;
    let kind = |kind: AuditKind| Choice::new(kind.code(), kind_word(kind, l), &form.kind);
    let sees_sign_ins = reader.sees_sign_ins();
    let shown = |kind: &AuditKind| sees_sign_ins || !matches!(kind, AuditKind::Security(_));
    let unit = |unit: &signet_record::UnitId| Choice::new(unit.as_str(), unit.as_str(), &form.object);
    let (chain, chain_told) = chain(tail, l);
    AuditPage {
        f: context.private(Area::Staff),
        l,
        problems: FieldProblems::default(),
        kinds: AuditKind::all().filter(shown).map(kind).collect(),
        units: reader.own_units.iter().flatten().map(unit).collect(),
        is_own: reader.own_units.is_some(),
        sign_ins: sees_sign_ins.then(|| l.web_staff_audit_sign_ins(SECURITY_EVENT_DAYS_MAX.unsigned_abs())),
        rows: Vec::new(),
        next: None,
        chain,
        chain_told,
        form,
    }
}

/// Whether the chain of the log holds, in words.
pub fn chain(tail: &LogTail, l: Locale) -> (StateTag, String) {
    let told =
        args::WebStaffAuditChainTold { count: tail.head.length, hash: tail.head.hash.to_string(), looked: tail.looked };
    if tail.holds {
        (StateTag::good(l.web_staff_audit_chain_holds()), l.web_staff_audit_chain_told(told))
    } else {
        (StateTag::bad(l.web_staff_audit_chain_broken()), l.web_staff_audit_chain_broken_told())
    }
}
