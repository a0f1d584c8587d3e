//! `GET /verify`: the form. `POST /verify`: one file in, a report out, nothing kept.

use askama::Template;
use signet_lang::Locale;

use crate::frame::Frame;

/// The form, with what was wrong with the last attempt.
#[derive(Template)]
#[template(path = "public/verify.html")]
pub struct VerifyPage {
    /// Around the page.
    pub f: Frame,
    /// Its sentences.
    pub l: Locale,
    /// Largest file in megabytes.
    pub limit: String,
    /// Why the last file could not be verified.
    pub problem: Option<String>,
}
