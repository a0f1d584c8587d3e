//! What was typed outlives the session in which it was typed: the answer to a form whose sender is signed in no longer is a page that holds
//! all of it, to be sent again after signing in elsewhere. It is sent with the token of the session that ended, so nothing is saved by it:
//! the section is shown with the text in its fields, and saving is pressed there.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use signet_lang::Locale;

use super::{section::UnitSection, typed::Typed};
use crate::{
    frame::{Area, PageFrame},
    request_context::{RequestContext, respond},
};

/// The page.
#[derive(Template)]
#[template(path = "staff/unit_rescue.html")]
pub struct RescuePage {
    /// Around the page.
    pub f: PageFrame,
    /// Its sentences.
    pub l: Locale,
    /// Where one signs in.
    pub sign_in: String,
    /// Where the form leads: the section.
    pub action: String,
    /// Everything that was typed, with its names.
    pub fields: Vec<(String, String)>,
}

impl RescuePage {
    /// What was typed, without what the form says of itself.
    fn texts(&self) -> impl Iterator<Item = &(String, String)> {
        self.fields.iter().filter(|(name, value)| UnitSection::of_field(name).is_some() && !value.is_empty())
    }
}

/// The page that keeps what was typed into a section.
pub fn rescue(context: &RequestContext, section: UnitSection, action: String, typed: Typed) -> Response {
    let mut fields = vec![("revision".to_owned(), typed.revision.to_string()), ("base".to_owned(), typed.base)];
    fields.extend(typed.fields.into_iter().filter(|(name, _)| UnitSection::of_field(name) == Some(section)));
    let page =
        RescuePage { f: context.private(Area::Staff), l: context.l, sign_in: context.at("/login"), action, fields };
    respond(StatusCode::UNAUTHORIZED, &page)
}
