//! `GET /staff/credentials`: find a credential of the institution.

use askama::Template;
use signet_lang::Locale;

use crate::{frame::Frame, view::StateTag};

/// The page.
#[derive(Template)]
#[template(path = "staff/credentials.html")]
pub struct CredentialsPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// What was searched for.
    pub query: String,
    /// What was found.
    pub rows: Vec<CredentialRow>,
    /// The next page of the list.
    pub more: Option<String>,
}

/// One that was found.
pub struct CredentialRow {
    /// Its page.
    pub href: String,
    /// The holder.
    pub holder: String,
    /// Its title.
    pub title: String,
    /// The day of issue.
    pub issued: String,
    /// Valid, waiting, revoked …
    pub state: StateTag,
}
