//! `GET /staff/office`: what the office of an institution looks after, as far as a role may open it.

use askama::Template;
use axum::response::Response;
use signet_access::{Action, Denial};
use signet_lang::Locale;

use crate::{
    area::OFFICE_ACTIONS,
    frame::{Area, PageFrame},
    page_error::PageError,
    request_context::{RequestContext, show},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/office.html")]
pub struct OfficePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// What there is.
    pub rooms: Vec<OfficeRoom>,
}

/// A page of the office.
pub struct OfficeRoom {
    /// Where it is.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// What it is for.
    pub about: String,
}

/// A page of the office as it is listed: for whom, where, what it is called, what it is for.
type Listed = (Action, &'static str, fn(Locale) -> String, fn(Locale) -> String);

const ROOMS: [Listed; 4] = [
    (Action::ViewGrants, "/staff/roles", Locale::web_staff_roles_title, Locale::web_staff_office_roles),
    (Action::ViewAudit, "/staff/audit", Locale::web_staff_audit_title, Locale::web_staff_office_audit),
    (
        Action::ViewStatistics,
        "/staff/statistics",
        Locale::web_staff_statistics_title,
        Locale::web_staff_office_statistics,
    ),
    (Action::ViewProgress, "/staff/rights", Locale::web_staff_rights_title, Locale::web_staff_office_rights),
];

/// Shows what there is.
pub async fn get(context: RequestContext) -> Result<Response, PageError> {
    context.require_session()?;
    if !OFFICE_ACTIONS.into_iter().any(|action| context.may(action)) {
        return Err(PageError::Denied(Action::ViewGrants, Denial::Role));
    }
    let l = context.l;
    let rooms = ROOMS.into_iter().filter(|(action, ..)| context.may(*action));
    let rooms =
        rooms.map(|(_, path, label, about)| OfficeRoom { href: context.at(path), label: label(l), about: about(l) });
    Ok(show(&OfficePage { f: context.private(Area::Staff), l, rooms: rooms.collect() }))
}
